/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-sheet-private.h"

/* The workbook of the plan, which goes out, is edited and comes back. Beside the table it holds, hidden, what every row said
 * when it was written, so that a change in the sheet is told from a change in the plan. */

#define N_NEW_ROWS 20
#define SHEET_BASES "控え"

/* --- what helps to fill it in --- */

static GPtrArray *
list_roles (TnkPlanTable *self)
{
  TnkCatalog *catalog = self->report->catalog;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++)
    g_ptr_array_add (words, tnk_plan_word_role (self->plan, tnk_catalog_get_role (catalog, i)));
  g_ptr_array_add (words, NULL);
  return words;
}

static void
add_choices (TnkPlanTable *self)
{
  g_autoptr (GPtrArray) roles = list_roles (self);
  const char *labels[TNK_N_ACTION_STATUSES + 1] = {NULL};
  const TnkRange owner = tnk_plan_table_column (self, TNK_PLAN_COL_OWNER);
  const TnkRange due = tnk_plan_table_column (self, TNK_PLAN_COL_DUE);
  const TnkRange priority = tnk_plan_table_column (self, TNK_PLAN_COL_PRIORITY);
  const TnkRange status = tnk_plan_table_column (self, TNK_PLAN_COL_STATUS);

  for (guint i = 0; i < TNK_N_ACTION_STATUSES; i++)
    labels[i] = tnk_action_status_get_label (i, "ja");
  tnk_sheet_suggest (self->sheet, &owner, (const char *const *) roles->pdata);
  tnk_sheet_days_only (self->sheet, &due, "日付を入力してください", "2027-03-31 のような日付を入力します。");
  tnk_sheet_choices (self->sheet, &priority, tnk_plan_priority_words (), "一覧から選んでください", "優先度は 1 高、2 中、3 低のどれかです。");
  tnk_sheet_choices (self->sheet, &status, labels, "一覧から選んでください", "状態は一覧のどれかです。");
}

/* --- what stays hidden --- */

static void
write_bases (TnkPlanTable *self,
             TnkSheet *sheet)
{
  const char *keys[TNK_N_ACTION_FIELDS + 1];

  keys[0] = TNK_PLAN_REVISION;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    keys[field + 1] = tnk_action_field_to_string (field);
  tnk_return_write_keys (sheet, TNK_PLAN_BASES, keys, G_N_ELEMENTS (keys));
  for (guint i = 0; i < self->actions->len; i++) {
    TnkAction *action = g_ptr_array_index (self->actions, i);

    tnk_return_write_id (sheet, i + 1, tnk_action_get_id (action));
    tnk_sheet_integer (sheet, i + 1, 1, TNK_STYLE_PLAIN, tnk_action_get_revision (action));
    for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
      tnk_sheet_text (sheet, i + 1, field + 2, TNK_STYLE_PLAIN, tnk_action_get (action, field));
  }
  tnk_sheet_protect (sheet);
  tnk_sheet_hide (sheet);
}

static void
write_about (TnkReport *report)
{
  static const char *const keys[] = {"campaign", "catalog", "fingerprint"};
  const char *const values[] = {tnk_campaign_get_id (report->campaign), tnk_catalog_get_id (report->catalog), tnk_catalog_get_fingerprint (report->catalog)};

  tnk_return_write_about (report->book, TNK_PLAN_KIND, keys, values, G_N_ELEMENTS (keys));
}

static void
write_workbook (TnkPlanTable *self)
{
  TnkWorkbook *book = self->report->book;
  TnkSheet *bases;

  tnk_report_set_texts (self->report, TNK_SHEET_PLAN);
  self->sheet = tnk_workbook_add_sheet (book, TNK_SHEET_PLAN);
  bases = tnk_workbook_add_sheet (book, SHEET_BASES);
  tnk_plan_table_write (self);
  add_choices (self);
  tnk_sheet_protect (self->sheet);
  write_bases (self, bases);
  write_about (self->report);
}

/**
 * tnk_plan_write:
 * @self: a plan
 * @department: the index of a department whose actions, and those of all below it, are wanted; or -1 for every action
 * @body_name: (nullable): the name of the public body
 * @today: (nullable): the day that the workbook bears, ISO 8601; what was due before it is called late
 * @filename: the file to write, `.xlsx`
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the plan as a workbook to be edited and read back with [func@Plan.read]. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_plan_write (TnkPlan *self,
                int department,
                const char *body_name,
                const char *today,
                const char *filename,
                GCancellable *cancellable,
                guint64 *n_cells,
                GError **error)
{
  g_autoptr (GPtrArray) actions = NULL;
  TnkReport report = {0};
  gboolean written;

  g_return_val_if_fail (TNK_IS_PLAN (self) && filename != NULL, FALSE);

  actions = tnk_plan_list (self, department, TNK_PLAN_ANY_STATUS, NULL, NULL);
  written = tnk_report_init_campaign (&report, tnk_plan_get_campaign (self), tnk_plan_get_body (self), filename, error);
  if (written) {
    TnkPlanTable table = {.report = &report, .plan = self, .actions = actions, .today = today, .is_form = TRUE, .n_new = N_NEW_ROWS};

    report.body_name = body_name != NULL ? body_name : "";
    report.made_on = today;
    report.cancellable = cancellable;
    write_workbook (&table);
    written = tnk_workbook_close (report.book, cancellable, n_cells, error);
  }
  tnk_report_clear (&report);
  return written;
}
