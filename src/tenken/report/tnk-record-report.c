/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-report.h"

#include <string.h>

#include "tnk-report-private.h"

/* A record on paper: the form with what was filled in, A4 upright, then who took which step. What is not filled in yet is an
 * empty box, so that a form can be finished by hand. */

#define LANGUAGE "ja"
#define SHEET_FORM "様式"
#define VALUE_WIDTH 58
/* A row can be 409 points high, which is 27 lines. */
#define MAX_LINES 26
#define CHECKED "☑ "
#define UNCHECKED "☐ "

enum {
  COL_NUMBER,
  COL_LABEL,
  COL_VALUE,
  COL_VERDICT,
  N_COLS,
};

static const double widths[N_COLS] = {5, 27, 47, 13};

typedef struct
{
  TnkRecord *record;
  TnkForm *form;
  const char *body_name;
  const char *today;
  TnkWorkbook *book;
  TnkSheet *sheet;
  guint row;
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->book, tnk_workbook_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static const char *
get_text (TnkText *text)
{
  return text != NULL ? tnk_text_get (text, LANGUAGE) : "";
}

/* --- long texts --- */

/* How many bytes of a text fit into a row. */
static gsize
measure_row (const char *text)
{
  const char *p = text;
  guint line = 0, n_lines = 1;

  for (; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    guint width = g_unichar_iswide (c) ? 2 : 1;

    if (c == '\n' || line + width > VALUE_WIDTH) {
      if (n_lines == MAX_LINES)
        break;
      n_lines++;
      line = 0;
    }
    line += c != '\n' ? width : 0;
  }
  return p - text;
}

static void
write_head_cells (Writer *self,
                  const char *number,
                  const char *label)
{
  tnk_sheet_text (self->sheet, self->row, COL_NUMBER, TNK_STYLE_CENTRED, number);
  tnk_sheet_text (self->sheet, self->row, COL_LABEL, TNK_STYLE_LABEL, label);
}

/* What is too long for one row goes on in the next. */
static void
write_line (Writer *self,
            const char *number,
            const char *label,
            const char *value)
{
  do {
    gsize length = measure_row (value);
    g_autofree char *part = g_strndup (value, length);

    tnk_write_height (self->sheet, self->row, MAX (tnk_count_lines (part, VALUE_WIDTH), tnk_count_lines (label, widths[COL_LABEL] - 2)));
    write_head_cells (self, number, label);
    tnk_sheet_merge (self->sheet, self->row++, COL_VALUE, COL_VERDICT, TNK_STYLE_WRAPPED, part);
    number = label = "";
    value += length + (value[length] == '\n');
  } while (*value != '\0');
}

static void
write_section_head (Writer *self,
                    const char *title)
{
  self->row++;
  tnk_sheet_row_height (self->sheet, self->row, 22);
  tnk_sheet_text (self->sheet, self->row++, 0, TNK_STYLE_SECTION, title);
}

/* --- the head --- */

/* A record that is not in a store has none yet. */
static const char *
get_number (Writer *self)
{
  const char *id = tnk_record_get_id (self->record);

  return id != NULL ? id : TNK_DASH;
}

static char *
make_title (Writer *self)
{
  return g_strdup_printf ("%s　%s", get_text (tnk_form_get_output_title (self->form)), get_number (self));
}

static void
write_facts (Writer *self)
{
  g_autofree char *started = tnk_format_date (tnk_record_get_started (self->record));

  tnk_sheet_row_height (self->sheet, 0, 30);
  tnk_sheet_text (self->sheet, 0, 0, TNK_STYLE_TITLE, get_text (tnk_form_get_output_title (self->form)));
  tnk_sheet_row_height (self->sheet, 1, 18);
  tnk_sheet_text (self->sheet, 1, 0, TNK_STYLE_SUBTITLE, self->body_name);
  self->row = 3;
  write_line (self, "", "受付番号", get_number (self));
  write_line (self, "", "状態", get_text (tnk_form_state_get_title (tnk_record_get_state (self->record))));
  write_line (self, "", "申請・報告した人", tnk_record_get_applicant_name (self->record));
  write_line (self, "", "部署", tnk_record_get_department_name (self->record));
  write_line (self, "", "作成を始めた日", started);
  write_line (self, "", "根拠", get_text (tnk_form_get_clause (self->form)));
}

/* --- the fields --- */

static char *
make_label (TnkFormField *field)
{
  const char *clause = get_text (tnk_form_field_get_clause (field));

  return g_strconcat (get_text (tnk_form_field_get_label (field)), *clause != '\0' ? "\n" : "", clause, NULL);
}

static gboolean
is_line (const char *value,
         const char *line)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  return g_strv_contains ((const char *const *) lines, line);
}

/* As on paper: all the boxes, and those that were ticked. A long list shows only these. */
static char *
make_boxes (TnkFormField *field,
            const char *value)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tnk_form_field_get_n_choices (field); i++) {
    gboolean chosen = is_line (value, tnk_form_field_get_choice_id (field, i));

    if (chosen || tnk_form_field_get_n_choices (field) <= MAX_LINES / 2)
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n" : "", chosen ? CHECKED : UNCHECKED,
                              get_text (tnk_form_field_get_choice (field, i)));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_yes_no (const char *value)
{
  return g_strdup_printf ("%sはい　　%sいいえ", g_str_equal (value, "yes") ? CHECKED : UNCHECKED, g_str_equal (value, "no") ? CHECKED : UNCHECKED);
}

static char *
make_value (Writer *self,
            TnkFormField *field)
{
  const char *value = tnk_record_get_value (self->record, tnk_form_field_get_id (field));

  switch (tnk_form_field_get_kind (field)) {
  case TNK_FORM_FIELD_KIND_YES_NO:
    return make_yes_no (value);
  case TNK_FORM_FIELD_KIND_SINGLE:
  case TNK_FORM_FIELD_KIND_MULTIPLE:
    return make_boxes (field, value);
  default:
    return tnk_record_dup_display (self->record, tnk_form_field_get_id (field), LANGUAGE);
  }
}

static const char *
word_verdict (const char *value,
              const char *item)
{
  static const char *const verdicts[][2] = {{"met", "✓ 満たす"}, {"not_met", "✕ 満たさない"}, {"not_applicable", "– 対象外"}};

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++) {
    g_autofree char *line = g_strdup_printf ("%s=%s", item, verdicts[i][0]);

    if (is_line (value, line))
      return verdicts[i][1];
  }
  return "";
}

static void
write_checklist (Writer *self,
                 TnkFormField *field)
{
  const char *value = tnk_record_get_value (self->record, tnk_form_field_get_id (field));

  tnk_sheet_row_height (self->sheet, self->row, TNK_ROW_HEIGHT);
  tnk_sheet_merge (self->sheet, self->row++, 0, N_COLS - 1, TNK_STYLE_HEADER_LEFT, get_text (tnk_form_field_get_label (field)));
  for (guint i = 0; i < tnk_form_field_get_n_choices (field); i++) {
    const char *text = get_text (tnk_form_field_get_choice (field, i));

    tnk_write_height (self->sheet, self->row, tnk_count_lines (text, widths[COL_VALUE] - 2));
    write_head_cells (self, "", get_text (tnk_form_field_get_choice_clause (field, i)));
    tnk_sheet_text (self->sheet, self->row, COL_VALUE, TNK_STYLE_WRAPPED, text);
    tnk_sheet_text (self->sheet, self->row++, COL_VERDICT, TNK_STYLE_CENTRED, word_verdict (value, tnk_form_field_get_choice_id (field, i)));
  }
}

static void
write_field (Writer *self,
             TnkFormField *field)
{
  const char *number = tnk_form_field_get_number (field);
  g_autofree char *label = make_label (field);
  g_autofree char *value = make_value (self, field);

  if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_CHECKLIST)
    write_checklist (self, field);
  else if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_NOTE)
    write_line (self, "", "", get_text (tnk_form_field_get_label (field)));
  else
    write_line (self, number != NULL ? number : "", label, value);
}

static gboolean
is_asked (Writer *self,
          TnkFormSection *section)
{
  for (guint i = 0; i < tnk_form_section_get_n_fields (section); i++)
    if (tnk_record_asks (self->record, tnk_form_field_get_id (tnk_form_section_get_field (section, i)), self->today))
      return TRUE;
  return FALSE;
}

static void
write_section (Writer *self,
               TnkFormSection *section)
{
  if (!is_asked (self, section))
    return;
  write_section_head (self, get_text (tnk_form_section_get_title (section)));
  for (guint i = 0; i < tnk_form_section_get_n_fields (section); i++) {
    TnkFormField *field = tnk_form_section_get_field (section, i);

    if (tnk_record_asks (self->record, tnk_form_field_get_id (field), self->today))
      write_field (self, field);
  }
}

/* --- what follows the form --- */

static char *
make_moment (const char *time)
{
  g_autofree char *day = g_strndup (time, MIN (strlen (time), 10));
  g_autofree char *date = tnk_format_date (day);

  return strlen (time) >= 16 ? g_strdup_printf ("%s %.5s", date, time + 11) : g_steal_pointer (&date);
}

static void
write_step (Writer *self,
            TnkRecordEntry *entry)
{
  const char *note = tnk_record_entry_get_note (entry);
  g_autofree char *moment = make_moment (tnk_record_entry_get_time (entry));
  g_autofree char *text = g_strdup_printf ("%s　%s（%s）%s%s", get_text (tnk_form_step_get_title (tnk_record_entry_get_step (entry))),
                                           tnk_record_entry_get_actor_name (entry), tnk_record_entry_get_actor (entry),
                                           note != NULL && *note != '\0' ? "\n" : "", note != NULL ? note : "");

  write_line (self, "", moment, text);
}

static void
write_history (Writer *self)
{
  if (!tnk_form_prints_history (self->form))
    return;
  write_section_head (self, "手続の記録");
  for (guint i = 0; i < tnk_record_get_n_entries (self->record); i++)
    write_step (self, tnk_record_get_entry (self->record, i));
  if (tnk_record_get_n_entries (self->record) == 0)
    tnk_sheet_merge (self->sheet, self->row++, 0, N_COLS - 1, TNK_STYLE_TEXT, "まだ手続はありません。");
}

static void
write_short_text (Writer *self)
{
  g_autofree char *text = tnk_form_has_short_text (self->form) ? tnk_record_compose_text (self->record, self->today, NULL) : NULL;

  if (text == NULL || *text == '\0')
    return;
  write_section_head (self, "テキスト形式");
  write_line (self, "", "そのまま送れる文", text);
}

static void
write_notes (Writer *self)
{
  self->row++;
  for (guint i = 0; i < tnk_form_get_n_output_notes (self->form); i++) {
    g_autofree char *note = g_strdup_printf ("※%u　%s", i + 1, get_text (tnk_form_get_output_note (self->form, i)));

    tnk_write_height (self->sheet, self->row, tnk_count_lines (note, 90));
    tnk_sheet_merge (self->sheet, self->row++, 0, N_COLS - 1, TNK_STYLE_NOTE, note);
  }
}

static void
set_texts (Writer *self,
           const char *classification)
{
  g_autofree char *title = make_title (self);
  g_autofree char *made_on = tnk_format_date (self->today);
  g_autofree char *made = g_strdup_printf ("作成 %s", made_on);
  g_autofree char *heading = g_strdup_printf ("%s　%s", self->body_name, title);
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = tnk_form_get_id (self->form),
    .author = self->body_name,
    .keywords = get_text (tnk_form_get_title (self->form)),
    .comments = classification,
    .date = self->today,
  };

  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, heading, classification, made);
}

static void
write_workbook (Writer *self,
                const char *classification)
{
  set_texts (self, classification);
  self->sheet = tnk_workbook_add_sheet (self->book, SHEET_FORM);
  tnk_sheet_page (self->sheet, TNK_PAPER_A4_PORTRAIT);
  for (guint i = 0; i < N_COLS; i++)
    tnk_sheet_columns (self->sheet, i, i, widths[i]);
  write_facts (self);
  for (guint i = 0; i < tnk_form_get_n_output_sections (self->form); i++)
    write_section (self, tnk_form_get_output_section (self->form, i));
  write_short_text (self);
  write_history (self);
  write_notes (self);
}

/**
 * tnk_record_report_write:
 * @record: a record
 * @body_name: (nullable): the name of the public body
 * @today: the day of the print-out, ISO 8601
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes a record as its form lays it out: A4 upright, the fields with what was filled in, the steps with who took them and
 * when, the notes. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_record_report_write (TnkRecord *record,
                         const char *body_name,
                         const char *today,
                         const char *classification,
                         const char *filename,
                         guint64 *n_cells,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_RECORD (record) && today != NULL && filename != NULL, FALSE);

  g_auto (Writer) writer = {
    .record = record,
    .form = tnk_record_get_form (record),
    .body_name = body_name != NULL ? body_name : "",
    .today = today,
  };
  writer.book = tnk_workbook_new (filename, error);
  if (writer.book == NULL)
    return FALSE;
  write_workbook (&writer, classification != NULL ? classification : "機密性２");
  return tnk_workbook_close (writer.book, NULL, n_cells, error);
}
