/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-sheet-private.h"

#include <stdlib.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

/* Reads the workbook of the plan that somebody edited. */

/* What a row said when the workbook was written. */
typedef struct
{
  char *revision;
  char *fields[TNK_N_ACTION_FIELDS];
} Base;

/* What a row says now. It is judged once all sheets are read: nobody knows in which order they stand. */
typedef struct
{
  char *id; /* empty for a new one */
  char *place; /* of the row */
  char *revision;
  char *control;
  char *note;
  char *fields[TNK_N_ACTION_FIELDS]; /* as typed; NULL where there is no such column */
  char *places[TNK_N_ACTION_FIELDS];
} Row;

typedef struct
{
  TnkReturn *sheet;
  TnkPlan *plan;
  TnkPlanEdits *edits;
  GPtrArray *rows; /* (element-type Row) */
  GHashTable *bases; /* (element-type utf8 Base) */
  gboolean has_table;
  TnkProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} Reader;

static void
base_free (gpointer data)
{
  Base *base = data;

  g_free (base->revision);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    g_free (base->fields[field]);
  g_free (base);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->place);
  g_free (row->revision);
  g_free (row->control);
  g_free (row->note);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++) {
    g_free (row->fields[field]);
    g_free (row->places[field]);
  }
  g_free (row);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->sheet, tnk_return_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->bases, g_hash_table_unref);
  g_clear_object (&self->edits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* --- from the file --- */

static gboolean
take_base (Reader *self)
{
  Base *base = g_new0 (Base, 1);
  gboolean good = tnk_return_take_text (self->sheet, TNK_PLAN_REVISION, &base->revision);

  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    good = tnk_return_take_text (self->sheet, tnk_action_field_to_string (field), &base->fields[field]) && good;
  if (good) {
    tnk_plan_edits_add_expected (self->edits, tnk_return_get_id (self->sheet));
    g_hash_table_insert (self->bases, g_strdup (tnk_return_get_id (self->sheet)), base);
  } else
    base_free (base);
  return good;
}

/* Who reported an action done is not asked in the sheet. */
static gboolean
is_asked (TnkActionField field)
{
  return field != TNK_ACTION_FIELD_DONE_BY;
}

static gboolean
is_new (const Row *row)
{
  return *row->id == '\0' || g_str_has_prefix (row->id, TNK_PLAN_NEW);
}

/* One of the rows for new actions that nobody used. */
static gboolean
is_blank (const Row *row)
{
  if (*row->control != '\0' || *row->note != '\0')
    return FALSE;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (row->fields[field] != NULL && *row->fields[field] != '\0')
      return FALSE;
  return TRUE;
}

static void
take_row (Reader *self)
{
  Row *row = g_new0 (Row, 1);
  gboolean good;

  row->id = g_strdup (tnk_return_get_id (self->sheet));
  row->place = tnk_return_dup_place (self->sheet, TNK_PLAN_CONTROL);
  good = tnk_return_take_text (self->sheet, TNK_PLAN_REVISION, &row->revision);
  good = tnk_return_take_text (self->sheet, TNK_PLAN_CONTROL, &row->control) && good;
  good = tnk_return_take_text (self->sheet, TNK_PLAN_NOTE, &row->note) && good;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (is_asked (field)) {
      good = tnk_return_take_text (self->sheet, tnk_action_field_to_string (field), &row->fields[field]) && good;
      row->places[field] = tnk_return_dup_place (self->sheet, tnk_action_field_to_string (field));
    }
  if (good && !(is_new (row) && is_blank (row)))
    g_ptr_array_add (self->rows, row);
  else
    row_free (row);
}

static gboolean
read_rows (Reader *self,
           GError **error)
{
  guint total = tnk_plan_get_n_actions (self->plan);
  GError *local = NULL;

  while (tnk_return_next_row (self->sheet, &local)) {
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
      return FALSE;
    take_row (self);
    if (self->progress != NULL)
      self->progress (MIN (self->rows->len, total), total, self->user_data);
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_bases (Reader *self,
            GError **error)
{
  GError *local = NULL;

  while (tnk_return_next_row (self->sheet, &local))
    if (*tnk_return_get_id (self->sheet) != '\0')
      take_base (self);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_table (Reader *self,
            GError **error)
{
  static const char *const keys[] = {TNK_PLAN_REVISION, TNK_PLAN_CONTROL, "departments", "what", "owner", "due", "priority",
                                     "resources", "status", "verified_by", TNK_PLAN_NOTE, NULL};
  const char *table = tnk_return_get_table (self->sheet);

  if (g_str_equal (table, TNK_PLAN_BASES))
    return read_bases (self, error);
  if (!g_str_equal (table, TNK_PLAN_TABLE))
    return TRUE;
  self->has_table = TRUE;
  return !tnk_return_needs (self->sheet, keys) || read_rows (self, error);
}

static gboolean
read_tables (Reader *self,
             GError **error)
{
  GError *local = NULL;

  while (tnk_return_next_table (self->sheet, &local))
    if (!read_table (self, error))
      return FALSE;
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  if (!self->has_table)
    tnk_return_fault_file (self->sheet, "the sheet “%s” is gone; take the workbook as it was handed out", TNK_SHEET_PLAN);
  return TRUE;
}

/* --- judging it --- */

static void
check_about (Reader *self)
{
  TnkCampaign *campaign = tnk_plan_get_campaign (self->plan);
  const char *about = tnk_return_get_about (self->sheet, "campaign");

  if (g_strcmp0 (about, tnk_campaign_get_id (campaign)) != 0)
    tnk_return_fault_file (self->sheet, "the plan is that of the campaign “%s”, not of “%s”; choose the right file", about != NULL ? about : "",
                           tnk_campaign_get_id (campaign));
  else if (g_strcmp0 (tnk_return_get_about (self->sheet, "fingerprint"), tnk_catalog_get_fingerprint (tnk_campaign_get_catalog (campaign))) != 0)
    tnk_return_fault_file (self->sheet, "the plan was made with another catalog than the campaign “%s” has; export it anew", tnk_campaign_get_id (campaign));
}

/* Whether what is known of the row’s beginnings belongs to this row: rows can be copied from one workbook to another. */
static const Base *
find_base (Reader *self,
           const Row *row)
{
  const Base *base = g_hash_table_lookup (self->bases, row->id);

  return base != NULL && g_str_equal (base->revision, row->revision) ? base : NULL;
}

/* What a field of the row means. What was not touched is what it was, whatever anybody would make of it today. */
static char *
take_field (Reader *self,
            const Row *row,
            const Base *base,
            TnkActionField field)
{
  const char *text = row->fields[field];
  g_autofree char *before = base != NULL ? tnk_plan_word_field (self->plan, field, base->fields[field]) : NULL;
  g_autofree char *clean = before != NULL ? tnk_workbook_clean_text (before) : NULL;
  g_autofree char *stripped = before != NULL ? tnk_strip (clean != NULL ? clean : before) : NULL;
  g_autoptr (GError) error = NULL;
  char *value;

  if (stripped != NULL && g_str_equal (text, stripped))
    return g_strdup (base->fields[field]);
  value = tnk_plan_parse_field (self->plan, field, text, &error);
  if (value == NULL)
    tnk_return_fault_at (self->sheet, row->places[field], "%s", error->message);
  return value;
}

static const char *
get_default (TnkActionField field)
{
  return field == TNK_ACTION_FIELD_PRIORITY ? "2" : field == TNK_ACTION_FIELD_STATUS ? "proposed"
                                                                                     : NULL;
}

static char *
take_new_field (Reader *self,
                const Row *row,
                TnkActionField field)
{
  if (*row->fields[field] == '\0' && get_default (field) != NULL)
    return g_strdup (get_default (field));
  return take_field (self, row, NULL, field);
}

/* The fault goes to the cell that it is most likely about. */
static const char *
find_place (const Row *row,
            const GError *error)
{
  if (error->code == TNK_ERROR_STATE)
    return row->places[TNK_ACTION_FIELD_STATUS];
  if (error->code == TNK_ERROR_REFUSED)
    return row->places[TNK_ACTION_FIELD_VERIFIED_BY];
  return row->place;
}

static void
add_row (Reader *self,
         const Row *row,
         const Base *base,
         TnkAction *action,
         TnkControl *control)
{
  TnkPlanRow edit = {.where = row->place, .action = action, .control = control, .note = *row->note != '\0' ? row->note : NULL};
  char *values[TNK_N_ACTION_FIELDS] = {NULL};
  g_autoptr (GError) error = NULL;
  gboolean good = TRUE;

  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++) {
    if (!is_asked (field))
      continue;
    values[field] = action != NULL ? take_field (self, row, base, field) : take_new_field (self, row, field);
    good &= values[field] != NULL;
    edit.values[field] = values[field];
    edit.bases[field] = base != NULL ? base->fields[field] : NULL;
  }
  if (good && !tnk_plan_edits_add_row (self->edits, &edit, &error))
    tnk_return_fault_at (self->sheet, find_place (row, error), "%s", error->message);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    g_free (values[field]);
}

/* A row that lost its id must not become a second one of the same action, nor may a sheet that comes back twice add its new
 * rows twice. */
static TnkAction *
find_twin (Reader *self,
           const Row *row,
           TnkControl *control)
{
  for (guint i = 0; i < tnk_plan_get_n_actions (self->plan); i++) {
    TnkAction *action = tnk_plan_get_action (self->plan, i);

    if (tnk_action_get_control (action) == control &&
        g_str_equal (tnk_action_get (action, TNK_ACTION_FIELD_WHAT), row->fields[TNK_ACTION_FIELD_WHAT]))
      return action;
  }
  return NULL;
}

/* Whether all that the row says stands in the action already. */
static gboolean
is_taken (Reader *self,
          const Row *row,
          TnkAction *twin)
{
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++) {
    g_autofree char *value = NULL;

    if (!is_asked (field) || *row->fields[field] == '\0')
      continue;
    value = tnk_plan_parse_field (self->plan, field, row->fields[field], NULL);
    if (value == NULL || !g_str_equal (value, tnk_action_get (twin, field)))
      return FALSE;
  }
  return TRUE;
}

static void
judge_new (Reader *self,
           const Row *row)
{
  TnkControl *control = tnk_plan_parse_control (self->plan, row->control);
  TnkAction *twin = control != NULL ? find_twin (self, row, control) : NULL;

  if (control == NULL)
    tnk_return_fault_at (self->sheet, row->place, "“%.60s” is no control of the catalog; a new row needs the id of one, such as those in this column", row->control);
  else if (twin == NULL)
    add_row (self, row, NULL, NULL, control);
  else if (!is_taken (self, row, twin))
    tnk_return_fault_at (self->sheet, row->place, "the action “%s” says the same already; change its row, or say in this one what else will be done",
                         tnk_action_get_id (twin));
}

static void
judge_known (Reader *self,
             const Row *row)
{
  TnkAction *action = tnk_plan_lookup (self->plan, row->id);
  const Base *base = find_base (self, row);
  g_autofree char *revision = NULL;

  if (action == NULL) {
    tnk_return_fault_at (self->sheet, row->place, "the plan has no action “%.60s”; take the row out, or export the plan anew", row->id);
    return;
  }
  tnk_plan_edits_add_seen (self->edits, action);
  if (!g_str_equal (row->control, tnk_control_get_id (tnk_action_get_control (action)))) {
    tnk_return_fault_at (self->sheet, row->place, "the control of the action “%s” was changed from “%s”; write a new row instead", row->id,
                         tnk_control_get_id (tnk_action_get_control (action)));
    return;
  }
  add_row (self, row, base, action, tnk_action_get_control (action));
}

static gboolean
judge_rows (Reader *self,
            GError **error)
{
  for (guint i = 0; i < self->rows->len; i++) {
    const Row *row = g_ptr_array_index (self->rows, i);

    if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
      return FALSE;
    if (is_new (row))
      judge_new (self, row);
    else
      judge_known (self, row);
  }
  return TRUE;
}

static gboolean
reader_run (Reader *self,
            GError **error)
{
  check_about (self);
  if (tnk_return_get_problems (self->sheet)->n > 0)
    return TRUE;
  return read_tables (self, error) && judge_rows (self, error);
}

/**
 * tnk_plan_read:
 * @filename: a workbook (.xlsx) that [method@Plan.write] made and somebody edited, saved by any program
 * @plan: the plan as it is now
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault with its sheet and
 *   cell, what it is and how to mend it
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: a file error; [error@Tenken.Error] `SYNTAX` if the file is no sound workbook,
 *   `FUTURE`, or `INVALID`, which names the first fault; or cancelled
 *
 * Reads an edited plan. Rows are known by their hidden ids, wherever they stand; rows without one are new actions. Nothing
 * is changed by this.
 *
 * Returns: (transfer full): what the sheet changes, only if every row is sound
 *
 * Since: 0.1
 */
TnkPlanEdits *
tnk_plan_read (const char *filename,
               TnkPlan *plan,
               GPtrArray **problems,
               TnkProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (Reader) self = {.plan = plan, .progress = progress, .user_data = user_data, .cancellable = cancellable};

  g_return_val_if_fail (filename != NULL && TNK_IS_PLAN (plan), NULL);

  if (problems != NULL)
    *problems = NULL;
  self.sheet = tnk_return_open (filename, TNK_PLAN_KIND, error);
  if (self.sheet == NULL)
    return NULL;
  tnk_return_allow_new_rows (self.sheet);
  self.edits = tnk_plan_edits_new (plan);
  self.rows = g_ptr_array_new_with_free_func (row_free);
  self.bases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, base_free);
  if (!reader_run (&self, error) || !tnk_problems_throw (tnk_return_get_problems (self.sheet), problems, TNK_ERROR_INVALID, error))
    return NULL;
  return g_steal_pointer (&self.edits);
}
