/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-sheet-private.h"

#include <string.h>

/* The table of actions: in the scorecard to be read, in the workbook of the plan to be edited. */

#define LATE "期限超過"
#define LATE_COLOUR 0xF6D5BF
#define MAX_LINES 24 /* a row cannot be much higher */
#define N_SHOWN 2
#define MAX_DEPARTMENT_LINES 9

typedef struct
{
  const char *header;
  double width;
  const char *key; /* the word by which the column is known when the form comes back */
  gboolean only_form;
  gboolean is_open; /* can be filled in */
} Column;

static const Column columns[TNK_N_PLAN_COLS] = {
  [TNK_PLAN_COL_REVISION] = {"版", 6, TNK_PLAN_REVISION, TRUE, FALSE},
  [TNK_PLAN_COL_NUMBER] = {"番号", 8, NULL, FALSE, FALSE},
  [TNK_PLAN_COL_CLAUSE] = {"条項", 12, NULL, FALSE, FALSE},
  [TNK_PLAN_COL_CONTROL] = {"管理策ID", 11, TNK_PLAN_CONTROL, FALSE, FALSE},
  [TNK_PLAN_COL_TITLE] = {"管理策", 26, NULL, FALSE, FALSE},
  [TNK_PLAN_COL_DEPARTMENTS] = {"部署", 24, "departments", FALSE, TRUE},
  [TNK_PLAN_COL_WHAT] = {"実施すること", 44, "what", FALSE, TRUE},
  [TNK_PLAN_COL_OWNER] = {"担当", 20, "owner", FALSE, TRUE},
  [TNK_PLAN_COL_DUE] = {"期限", 12, "due", FALSE, TRUE},
  [TNK_PLAN_COL_PRIORITY] = {"優先度", 8, "priority", FALSE, TRUE},
  [TNK_PLAN_COL_RESOURCES] = {"必要な資源", 20, "resources", FALSE, TRUE},
  [TNK_PLAN_COL_STATUS] = {"状態", 10, "status", FALSE, TRUE},
  [TNK_PLAN_COL_VERIFIED_BY] = {"確認した人\n（職員番号）", 12, "verified_by", FALSE, TRUE},
  [TNK_PLAN_COL_NOTE] = {"進捗メモ\n（追記）", 24, TNK_PLAN_NOTE, TRUE, TRUE},
  [TNK_PLAN_COL_LATE] = {"期限\n超過", 10, NULL, FALSE, FALSE},
  [TNK_PLAN_COL_PROMISES] = {"職員の\n約束", 8, NULL, FALSE, FALSE},
  [TNK_PLAN_COL_NOTES] = {"これまでの進捗", 32, NULL, FALSE, FALSE},
};

static guint
header_row (TnkPlanTable *self)
{
  return self->is_form ? 3 : 2;
}

/* Where a column stands, or -1: the first column of a form holds the ids. */
int
tnk_plan_table_position (TnkPlanTable *self,
                         TnkPlanCol col)
{
  int position = self->is_form ? 1 : 0;

  if (columns[col].only_form && !self->is_form)
    return -1;
  for (guint i = 0; i < col; i++)
    position += self->is_form || !columns[i].only_form;
  return position;
}

TnkRange
tnk_plan_table_column (TnkPlanTable *self,
                       TnkPlanCol col)
{
  guint position = tnk_plan_table_position (self, col);
  guint first = header_row (self) + 1;

  return (TnkRange){first, position, first + MAX (1, self->actions->len + self->n_new) - 1, position};
}

/* What can be filled in looks different from what cannot. */
static TnkStyle
style_of (TnkPlanTable *self,
          TnkPlanCol col,
          TnkStyleName read,
          TnkStyleName entry,
          gboolean is_new)
{
  gboolean is_open = columns[col].is_open || (is_new && col == TNK_PLAN_COL_CONTROL);

  return self->is_form && is_open ? TNK_STYLE_OPEN (entry) : read;
}

static void
write_text (TnkPlanTable *self,
            guint row,
            TnkPlanCol col,
            TnkStyleName read,
            TnkStyleName entry,
            const char *text)
{
  int position = tnk_plan_table_position (self, col);

  if (position >= 0)
    tnk_sheet_text (self->sheet, row, position, style_of (self, col, read, entry, FALSE), text);
}

static void
write_field (TnkPlanTable *self,
             guint row,
             TnkPlanCol col,
             TnkStyleName read,
             TnkStyleName entry,
             TnkAction *action,
             TnkActionField field)
{
  g_autofree char *text = tnk_plan_word_field (self->plan, field, tnk_action_get (action, field));

  write_text (self, row, col, read, entry, text);
}

/* What is to be read only names some departments and says how many others there are; what comes back names them all. */
static char *
word_departments (TnkPlanTable *self,
                  TnkAction *action)
{
  const char *const *ids = tnk_action_get_departments (action);
  g_autofree char *all = tnk_plan_word_field (self->plan, TNK_ACTION_FIELD_DEPARTMENTS, tnk_action_get (action, TNK_ACTION_FIELD_DEPARTMENTS));
  g_autoptr (GString) some = g_string_new (NULL);
  guint n = g_strv_length ((char **) ids);

  if (self->is_form || n <= N_SHOWN || tnk_count_lines (all, columns[TNK_PLAN_COL_DEPARTMENTS].width - 2) <= MAX_DEPARTMENT_LINES)
    return g_steal_pointer (&all);
  for (guint i = 0; i < N_SHOWN; i++) {
    TnkDepartment *department = tnk_body_lookup_department (tnk_plan_get_body (self->plan), ids[i]);

    g_string_append_printf (some, "%s\n", department != NULL ? tnk_department_get_name (department) : ids[i]);
  }
  g_string_append_printf (some, "ほか%u部署", n - N_SHOWN);
  return g_string_free (g_steal_pointer (&some), FALSE);
}

static void
write_due (TnkPlanTable *self,
           guint row,
           TnkAction *action)
{
  tnk_sheet_date (self->sheet, row, tnk_plan_table_position (self, TNK_PLAN_COL_DUE),
                  style_of (self, TNK_PLAN_COL_DUE, TNK_STYLE_DATE, TNK_STYLE_ENTRY_DATE, FALSE), tnk_action_get (action, TNK_ACTION_FIELD_DUE));
}

static char *
describe_notes (TnkAction *action)
{
  GString *text = g_string_new (NULL);

  for (guint i = tnk_action_get_n_notes (action); i > 0 && text->len < 3000; i--)
    g_string_append_printf (text, "%s%.10s %s: %s", text->len > 0 ? "\n" : "", tnk_action_get_note_time (action, i - 1),
                            tnk_action_get_note_writer (action, i - 1), tnk_action_get_note_text (action, i - 1));
  return g_string_free (text, FALSE);
}

/* In a form the word follows what is typed; the day that it is compared with is that of the workbook. */
static void
write_late (TnkPlanTable *self,
            guint row,
            TnkAction *action)
{
  guint col = tnk_plan_table_position (self, TNK_PLAN_COL_LATE);
  const char *word = self->today != NULL && tnk_action_is_overdue (action, self->today) ? LATE : "";
  g_autoptr (GString) formula = g_string_new ("=IF(AND(ISNUMBER(");

  if (!self->is_form || self->today == NULL) {
    tnk_sheet_text (self->sheet, row, col, TNK_STYLE_LATE, word);
    return;
  }
  tnk_ref_append_near (formula, row, tnk_plan_table_position (self, TNK_PLAN_COL_DUE));
  g_string_append (formula, "),");
  tnk_ref_append_near (formula, row, tnk_plan_table_position (self, TNK_PLAN_COL_DUE));
  g_string_append (formula, "<"
                            "基準日"
                            ",OR(");
  for (guint status = TNK_ACTION_STATUS_PROPOSED; status <= TNK_ACTION_STATUS_UNDER_WAY; status++) {
    tnk_ref_append_near (formula, row, tnk_plan_table_position (self, TNK_PLAN_COL_STATUS));
    g_string_append_printf (formula, "=\"%s\"%s", tnk_action_status_get_label (status, "ja"), status < TNK_ACTION_STATUS_UNDER_WAY ? "," : "");
  }
  g_string_append (formula, ")),\"" LATE "\",\"\")");
  tnk_sheet_formula_text (self->sheet, row, col, TNK_STYLE_LATE, formula->str, word);
}

static double
text_width (TnkPlanCol col)
{
  return columns[col].width - 2;
}

static guint
count_lines (TnkPlanTable *self,
             TnkAction *action,
             const char *departments,
             const char *notes)
{
  g_autofree char *owner = tnk_plan_word_field (self->plan, TNK_ACTION_FIELD_OWNER, tnk_action_get (action, TNK_ACTION_FIELD_OWNER));
  const struct
  {
    TnkPlanCol col;
    const char *text;
  } texts[] = {
    {TNK_PLAN_COL_TITLE, tnk_text_get (tnk_control_get_title (tnk_action_get_control (action)), "ja")},
    {TNK_PLAN_COL_DEPARTMENTS, departments},
    {TNK_PLAN_COL_OWNER, owner},
    {TNK_PLAN_COL_WHAT, tnk_action_get (action, TNK_ACTION_FIELD_WHAT)},
    {TNK_PLAN_COL_RESOURCES, tnk_action_get (action, TNK_ACTION_FIELD_RESOURCES)},
    {TNK_PLAN_COL_NOTES, notes},
  };
  guint n_lines = 1;

  /* Lines break between words, so that a long text takes a little more than its width says. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    guint n = tnk_count_lines (texts[i].text, text_width (texts[i].col));

    n_lines = MAX (n_lines, n + n / 5);
  }
  return MIN (n_lines, MAX_LINES);
}

static void
write_keys_of_row (TnkPlanTable *self,
                   guint row,
                   TnkAction *action)
{
  if (!self->is_form)
    return;
  tnk_return_write_id (self->sheet, row, tnk_action_get_id (action));
  tnk_sheet_integer (self->sheet, row, tnk_plan_table_position (self, TNK_PLAN_COL_REVISION), TNK_STYLE_INTEGER, tnk_action_get_revision (action));
}

static void
write_action (TnkPlanTable *self,
              guint row,
              TnkAction *action)
{
  TnkControl *control = tnk_action_get_control (action);
  g_autofree char *notes = describe_notes (action);
  g_autofree char *departments = word_departments (self, action);

  tnk_write_height (self->sheet, row, count_lines (self, action, departments, notes));
  write_keys_of_row (self, row, action);
  write_text (self, row, TNK_PLAN_COL_NUMBER, TNK_STYLE_CENTRED, 0, tnk_action_get_id (action));
  write_text (self, row, TNK_PLAN_COL_CLAUSE, TNK_STYLE_WRAPPED, 0, tnk_control_get_clause (control));
  write_text (self, row, TNK_PLAN_COL_CONTROL, TNK_STYLE_TEXT, 0, tnk_control_get_id (control));
  write_text (self, row, TNK_PLAN_COL_TITLE, TNK_STYLE_WRAPPED, 0, tnk_text_get (tnk_control_get_title (control), "ja"));
  write_text (self, row, TNK_PLAN_COL_DEPARTMENTS, TNK_STYLE_WRAPPED, TNK_STYLE_ENTRY, departments);
  write_field (self, row, TNK_PLAN_COL_WHAT, TNK_STYLE_WRAPPED, TNK_STYLE_ENTRY, action, TNK_ACTION_FIELD_WHAT);
  write_field (self, row, TNK_PLAN_COL_OWNER, TNK_STYLE_WRAPPED, TNK_STYLE_ENTRY, action, TNK_ACTION_FIELD_OWNER);
  write_due (self, row, action);
  write_field (self, row, TNK_PLAN_COL_PRIORITY, TNK_STYLE_CENTRED, TNK_STYLE_CHOICE, action, TNK_ACTION_FIELD_PRIORITY);
  write_field (self, row, TNK_PLAN_COL_RESOURCES, TNK_STYLE_WRAPPED, TNK_STYLE_ENTRY, action, TNK_ACTION_FIELD_RESOURCES);
  write_field (self, row, TNK_PLAN_COL_STATUS, TNK_STYLE_CENTRED, TNK_STYLE_CHOICE, action, TNK_ACTION_FIELD_STATUS);
  write_field (self, row, TNK_PLAN_COL_VERIFIED_BY, TNK_STYLE_CENTRED, TNK_STYLE_CHOICE, action, TNK_ACTION_FIELD_VERIFIED_BY);
  write_text (self, row, TNK_PLAN_COL_NOTE, TNK_STYLE_WRAPPED, TNK_STYLE_ENTRY, "");
  write_late (self, row, action);
  tnk_sheet_integer (self->sheet, row, tnk_plan_table_position (self, TNK_PLAN_COL_PROMISES), TNK_STYLE_INTEGER,
                     tnk_plan_count_promises (self->plan, action));
  write_text (self, row, TNK_PLAN_COL_NOTES, TNK_STYLE_WRAPPED, 0, notes);
}

static TnkStyleName
entry_style (TnkPlanCol col)
{
  switch (col) {
  case TNK_PLAN_COL_DUE:
    return TNK_STYLE_ENTRY_DATE;
  case TNK_PLAN_COL_PRIORITY:
  case TNK_PLAN_COL_STATUS:
  case TNK_PLAN_COL_VERIFIED_BY:
    return TNK_STYLE_CHOICE;
  default:
    return TNK_STYLE_ENTRY;
  }
}

static void
write_new (TnkPlanTable *self,
           guint row,
           guint number)
{
  g_autofree char *id = g_strdup_printf (TNK_PLAN_NEW "%u", number);

  tnk_write_height (self->sheet, row, 2);
  tnk_return_write_id (self->sheet, row, id);
  for (guint col = 0; col < TNK_N_PLAN_COLS; col++)
    tnk_sheet_blank (self->sheet, row, tnk_plan_table_position (self, col), style_of (self, col, TNK_STYLE_WRAPPED, entry_style (col), TRUE));
}

static void
write_headers (TnkPlanTable *self)
{
  const char *keys[TNK_N_PLAN_COLS];
  guint row = header_row (self);

  if (self->is_form) {
    for (guint col = 0; col < TNK_N_PLAN_COLS; col++)
      keys[col] = columns[col].key;
    tnk_return_write_keys (self->sheet, TNK_PLAN_TABLE, keys, TNK_N_PLAN_COLS);
    tnk_sheet_hide_columns (self->sheet, 1, 1);
  }
  for (guint col = 0; col < TNK_N_PLAN_COLS; col++) {
    int position = tnk_plan_table_position (self, col);

    if (position >= 0 && col != TNK_PLAN_COL_REVISION)
      tnk_sheet_columns (self->sheet, position, position, columns[col].width);
  }
  tnk_sheet_page (self->sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_sheet_repeat_rows (self->sheet, row, row);
}

static void
write_form_title (TnkPlanTable *self)
{
  g_autofree char *title = tnk_report_make_title (self->report, TNK_SHEET_PLAN);
  guint first = tnk_plan_table_position (self, TNK_PLAN_COL_NUMBER);

  tnk_sheet_row_height (self->sheet, 1, 30);
  tnk_sheet_text (self->sheet, 1, first, TNK_STYLE_TITLE, title);
  tnk_sheet_row_height (self->sheet, 2, 20);
  tnk_sheet_text (self->sheet, 2, first, TNK_STYLE_SUBTITLE,
                  "色の付いた欄を直し、Excel ブック（.xlsx）のまま返してください。新しい項目は表の終わりの空欄に書きます。やめる項目は行を消さず「取下げ」にし、理由をメモに書きます。");
  if (self->today == NULL)
    return;
  tnk_sheet_text (self->sheet, 2, tnk_plan_table_position (self, TNK_PLAN_COL_LATE), TNK_STYLE_LABEL, "基準日");
  tnk_sheet_date (self->sheet, 2, tnk_plan_table_position (self, TNK_PLAN_COL_NOTES), TNK_STYLE_DATE, self->today);
  tnk_workbook_define_name (self->report->book, "基準日", self->sheet, 2, tnk_plan_table_position (self, TNK_PLAN_COL_NOTES));
}

static void
write_title (TnkPlanTable *self)
{
  g_autofree char *day = self->today != NULL ? tnk_format_date (self->today) : g_strdup (TNK_DASH);
  g_autofree char *note = g_strdup_printf ("不備に対して、だれが、いつまでに、何をするか。期限を過ぎたものは「" LATE "」と示します（基準日 %s）。", day);

  tnk_report_write_title (self->report, self->sheet, TNK_SHEET_PLAN, note);
}

static void
write_rows (TnkPlanTable *self)
{
  guint row = header_row (self);

  tnk_sheet_row_height (self->sheet, row, 32);
  if (self->is_form)
    tnk_return_write_id (self->sheet, row, TNK_RETURN_HEADING);
  for (guint col = 0; col < TNK_N_PLAN_COLS; col++)
    write_text (self, row, col, TNK_STYLE_HEADER, TNK_STYLE_HEADER, columns[col].header);
  for (guint i = 0; i < self->actions->len && !tnk_workbook_has_failed (self->report->book); i++)
    write_action (self, ++row, g_ptr_array_index (self->actions, i));
  for (guint i = 0; i < self->n_new; i++)
    write_new (self, ++row, i + 1);
  if (self->actions->len + self->n_new == 0)
    tnk_sheet_merge (self->sheet, row + 1, 0, tnk_plan_table_position (self, TNK_PLAN_COL_NOTES), TNK_STYLE_TEXT, "改善計画の項目はまだありません。");
}

void
tnk_plan_table_write (TnkPlanTable *self)
{
  const TnkRange late = tnk_plan_table_column (self, TNK_PLAN_COL_LATE);
  const TnkRange all = {header_row (self), tnk_plan_table_position (self, TNK_PLAN_COL_NUMBER), late.last_row,
                        tnk_plan_table_position (self, TNK_PLAN_COL_NOTES)};

  write_headers (self);
  if (self->is_form)
    write_form_title (self);
  else
    write_title (self);
  write_rows (self);
  tnk_sheet_mark_word (self->sheet, &late, LATE, LATE_COLOUR);
  tnk_sheet_freeze (self->sheet, header_row (self) + 1, tnk_plan_table_position (self, TNK_PLAN_COL_CLAUSE) + 1);
  tnk_sheet_autofilter (self->sheet, &all);
}
