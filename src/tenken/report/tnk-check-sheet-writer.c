/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-sheet.h"

#include <string.h>

#include "tnk-check-words-private.h"
#include "tnk-error.h"
#include "tnk-report-private.h"
#include "tnk-return-private.h"

/* The blank self-check sheet: one sheet a role, with every question that the role is asked. */

enum {
  COL_ID,
  COL_CLAUSE,
  COL_LEVEL,
  COL_QUESTION,
  COL_GUIDANCE,
  COL_ANSWER,
  COL_COMMENT,
  COL_EVIDENCE,
  N_COLS,
};

#define FIRST_ROW 1
#define HEADER_ROW 3
#define MAX_LINES 27 /* a row cannot be higher */
#define DAY_LENGTH 10 /* of an ISO 8601 time */
#define MAX_SHEET_NAME 24 /* characters, so that a number finds room before them */

static const double widths[N_COLS] = {8, 11, 10, 38, 52, 16, 28, 22};

typedef struct
{
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  const char *const *role_ids; /* or NULL for all */
  const char *person_id;
  const char *person_name;
  const char *body_name;
  const char *language;
  const char *made_on; /* or NULL; with the time, which is not printed */
  const TnkCheckWords *words;
  TnkWorkbook *book;
  guint n_sheets;
} Writer;

static const char *
get_text (Writer *self,
          TnkText *text)
{
  return text != NULL ? tnk_text_get (text, self->language) : "";
}

static gboolean
is_english (Writer *self)
{
  return self->words == tnk_check_words ("en");
}

static char *
format_date (Writer *self,
             const char *iso)
{
  return is_english (self) && iso != NULL ? g_strndup (iso, 10) : tnk_format_date (iso);
}

/* The campaign’s own title, or what it is called without one. */
static char *
make_title (Writer *self)
{
  const char *title = tnk_campaign_get_title (self->campaign);
  g_autofree char *year = is_english (self) ? g_strdup ("") : tnk_format_fiscal_year (tnk_campaign_get_opens (self->campaign));

  if (title != NULL && *title != '\0' && !g_str_equal (title, tnk_campaign_get_id (self->campaign)))
    return g_strdup_printf ("%s　%s", title, self->words->title);
  return g_strdup_printf ("%s%s%s　%s", year, *year != '\0' ? " " : "", self->words->self_check, self->words->title);
}

/* --- the first sheet --- */

static void
write_lines (TnkSheet *sheet,
             guint *row,
             const char *heading,
             const char *const *lines)
{
  tnk_sheet_row_height (sheet, *row, 22);
  tnk_sheet_text (sheet, (*row)++, 1, TNK_STYLE_SECTION, heading);
  for (guint i = 0; lines[i] != NULL; i++) {
    tnk_write_height (sheet, *row, tnk_count_lines (lines[i], 98));
    tnk_sheet_merge (sheet, (*row)++, 1, 2, TNK_STYLE_NOTE, lines[i]);
  }
  *row += 1;
}

static void
write_field (TnkSheet *sheet,
             guint row,
             const char *id,
             const char *label,
             TnkStyle style,
             const char *value)
{
  tnk_write_height (sheet, row, tnk_count_lines (value, 68));
  tnk_return_write_id (sheet, row, id);
  tnk_sheet_text (sheet, row, 1, TNK_STYLE_LABEL, label);
  tnk_sheet_text (sheet, row, 2, style, value);
}

static void
write_fields (Writer *self,
              TnkSheet *sheet,
              guint *row)
{
  const char *title = tnk_campaign_get_title (self->campaign);
  g_autofree char *opens = format_date (self, tnk_campaign_get_opens (self->campaign));
  g_autofree char *closes = format_date (self, tnk_campaign_get_closes (self->campaign));
  gboolean has_period = tnk_campaign_get_opens (self->campaign) != NULL || tnk_campaign_get_closes (self->campaign) != NULL;
  g_autofree char *period = has_period ? g_strdup_printf ("%s ～ %s", opens, closes) : g_strdup (TNK_DASH);
  const TnkStyle entry = TNK_STYLE_OPEN (TNK_STYLE_ENTRY);

  write_field (sheet, (*row)++, TNK_RETURN_HEADING, self->words->campaign, TNK_STYLE_WRAPPED, title != NULL ? title : tnk_campaign_get_id (self->campaign));
  write_field (sheet, (*row)++, TNK_RETURN_HEADING, self->words->period, TNK_STYLE_WRAPPED, period);
  write_field (sheet, (*row)++, TNK_CHECK_PERSON_ID, self->words->person_id, entry, self->person_id);
  write_field (sheet, (*row)++, TNK_CHECK_PERSON_NAME, self->words->person_name, entry, self->person_name);
  *row += 1;
}

static void
write_meanings (Writer *self,
                TnkSheet *sheet,
                guint row)
{
  const char *const *words = tnk_check_answer_words (self->language);

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row++, 1, TNK_STYLE_SECTION, self->words->meanings);
  for (guint i = 0; words[i] != NULL; i++, row++)
    write_field (sheet, row, TNK_RETURN_HEADING, words[i], TNK_STYLE_WRAPPED, self->words->meaning[i]);
}

static void
write_cover (Writer *self)
{
  static const char *const keys[] = {NULL, TNK_RETURN_VALUE};
  TnkSheet *sheet = tnk_workbook_add_sheet (self->book, self->words->cover);
  g_autofree char *title = make_title (self);
  guint row = FIRST_ROW + 3;

  tnk_sheet_page (sheet, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_columns (sheet, 1, 1, 20);
  tnk_sheet_columns (sheet, 2, 2, 72);
  tnk_return_write_keys (sheet, TNK_RETURN_FIELDS, keys, G_N_ELEMENTS (keys));
  tnk_sheet_row_height (sheet, FIRST_ROW, 30);
  tnk_sheet_text (sheet, FIRST_ROW, 1, TNK_STYLE_TITLE, title);
  tnk_sheet_text (sheet, FIRST_ROW + 1, 1, TNK_STYLE_SUBTITLE, self->body_name);
  write_lines (sheet, &row, self->words->how, self->words->steps);
  write_fields (self, sheet, &row);
  write_meanings (self, sheet, row);
  tnk_sheet_protect (sheet);
}

/* --- the sheets of the roles --- */

/* A name that Excel takes. What it cannot hold is left out; the number keeps two of them apart. */
static char *
make_sheet_name (Writer *self,
                 TnkRole *role)
{
  g_autofree char *clean = tnk_workbook_clean_text (get_text (self, tnk_role_get_name (role)));
  g_autofree char *name = g_strdup (clean != NULL ? clean : get_text (self, tnk_role_get_name (role)));
  g_autofree char *part = NULL;

  g_strdelimit (name, "[]:*?/\\'\n\t", ' ');
  part = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MAX_SHEET_NAME));
  return g_strdup_printf ("%u %s", self->n_sheets, g_strstrip (part));
}

static void
write_section (Writer *self,
               TnkSheet *sheet,
               guint row,
               TnkDuty *duty)
{
  TnkSection *section = tnk_catalog_get_section (self->catalog, tnk_control_get_section_index (tnk_duty_get_control (duty)));
  g_autofree char *text = g_strdup_printf ("%s　%s", tnk_section_get_id (section), get_text (self, tnk_section_get_title (section)));

  tnk_sheet_row_height (sheet, row, 20);
  tnk_return_write_id (sheet, row, TNK_RETURN_HEADING);
  tnk_sheet_merge (sheet, row, COL_CLAUSE, COL_EVIDENCE, TNK_STYLE_HEADER_LEFT, text);
}

static const char *
describe_level (Writer *self,
                TnkDuty *duty)
{
  if (!tnk_duty_is_scored (duty))
    return self->words->informed;
  return tnk_control_get_level (tnk_duty_get_control (duty)) == TNK_LEVEL_REQUIRED ? self->words->required : self->words->recommended;
}

static char *
describe_guidance (Writer *self,
                   TnkDuty *duty)
{
  const char *guidance = get_text (self, tnk_duty_get_guidance (duty));
  const char *evidence = get_text (self, tnk_duty_get_evidence (duty));

  if (*evidence == '\0')
    return g_strdup (guidance);
  return g_strdup_printf ("%s%s%s: %s", guidance, *guidance != '\0' ? "\n" : "", self->words->evidence, evidence);
}

static void
write_question (Writer *self,
                TnkSheet *sheet,
                guint row,
                TnkDuty *duty)
{
  const char *question = get_text (self, tnk_question_get_text (tnk_duty_get_question (duty)));
  const char *clause = tnk_control_get_clause (tnk_duty_get_control (duty));
  g_autofree char *guidance = describe_guidance (self, duty);
  g_autofree char *id = g_strdup_printf ("%s %s", tnk_role_get_id (tnk_duty_get_role (duty)), tnk_control_get_id (tnk_duty_get_control (duty)));
  guint n_lines = MAX (MAX (tnk_count_lines (question, 37), tnk_count_lines (guidance, 51)), tnk_count_lines (clause, 9));

  tnk_write_height (sheet, row, MIN (n_lines, MAX_LINES));
  tnk_return_write_id (sheet, row, id);
  tnk_sheet_text (sheet, row, COL_CLAUSE, TNK_STYLE_WRAPPED, clause);
  tnk_sheet_text (sheet, row, COL_LEVEL, TNK_STYLE_CENTRED, describe_level (self, duty));
  tnk_sheet_text (sheet, row, COL_QUESTION, TNK_STYLE_WRAPPED, question);
  tnk_sheet_text (sheet, row, COL_GUIDANCE, TNK_STYLE_WRAPPED, guidance);
  tnk_sheet_blank (sheet, row, COL_ANSWER, TNK_STYLE_OPEN (TNK_STYLE_CHOICE));
  tnk_sheet_blank (sheet, row, COL_COMMENT, TNK_STYLE_OPEN (TNK_STYLE_ENTRY));
  tnk_sheet_blank (sheet, row, COL_EVIDENCE, TNK_STYLE_OPEN (TNK_STYLE_ENTRY));
}

static void
begin_role (Writer *self,
            TnkSheet *sheet,
            TnkRole *role)
{
  static const char *const keys[] = {NULL, NULL, TNK_CHECK_QUESTION, NULL, TNK_CHECK_ANSWER, TNK_CHECK_COMMENT, TNK_CHECK_EVIDENCE};
  g_autofree char *title = g_strdup_printf ("%s: %s", self->words->role, get_text (self, tnk_role_get_name (role)));

  tnk_sheet_page (sheet, TNK_PAPER_A4_LANDSCAPE);
  for (guint i = COL_CLAUSE; i < N_COLS; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_return_write_keys (sheet, tnk_role_get_id (role), keys, G_N_ELEMENTS (keys));
  tnk_sheet_row_height (sheet, FIRST_ROW, 30);
  tnk_sheet_text (sheet, FIRST_ROW, COL_CLAUSE, TNK_STYLE_TITLE, title);
  tnk_sheet_text (sheet, FIRST_ROW + 1, COL_CLAUSE, TNK_STYLE_SUBTITLE, get_text (self, tnk_role_get_description (role)));
  tnk_sheet_row_height (sheet, HEADER_ROW, 20);
  tnk_return_write_id (sheet, HEADER_ROW, TNK_RETURN_HEADING);
  for (guint i = 0; i < TNK_N_CHECK_HEADERS; i++)
    tnk_sheet_text (sheet, HEADER_ROW, COL_CLAUSE + i, TNK_STYLE_HEADER, self->words->headers[i]);
  tnk_sheet_freeze (sheet, HEADER_ROW + 1, COL_GUIDANCE);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW, HEADER_ROW);
}

static gboolean
is_asked (Writer *self,
          TnkDuty *duty,
          TnkRole *role)
{
  return tnk_duty_get_role (duty) == role && tnk_campaign_asks (self->campaign, duty);
}

static void
write_questions (Writer *self,
                 TnkSheet *sheet,
                 TnkRole *role)
{
  guint last_section = G_MAXUINT;
  guint row = HEADER_ROW + 1;

  for (guint i = 0; i < tnk_catalog_get_n_duties (self->catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (self->catalog, i);
    guint section = tnk_control_get_section_index (tnk_duty_get_control (duty));

    if (!is_asked (self, duty, role))
      continue;
    if (section != last_section)
      write_section (self, sheet, row++, duty);
    last_section = section;
    write_question (self, sheet, row++, duty);
  }

  const TnkRange answers = {HEADER_ROW + 1, COL_ANSWER, row - 1, COL_ANSWER};
  tnk_sheet_choices (sheet, &answers, tnk_check_answer_words (self->language), self->words->stop_title, self->words->stop);
}

static void
write_role (Writer *self,
            TnkRole *role)
{
  g_autofree char *name = NULL;
  TnkSheet *sheet;

  self->n_sheets++;
  name = make_sheet_name (self, role);
  sheet = tnk_workbook_add_sheet (self->book, name);
  begin_role (self, sheet, role);
  write_questions (self, sheet, role);
  tnk_sheet_protect (sheet);
}

/* --- the workbook --- */

static gboolean
wants_role (Writer *self,
            TnkRole *role)
{
  if (self->role_ids != NULL && !g_strv_contains (self->role_ids, tnk_role_get_id (role)))
    return FALSE;
  for (guint i = 0; i < tnk_catalog_get_n_duties (self->catalog); i++)
    if (is_asked (self, tnk_catalog_get_duty (self->catalog, i), role))
      return TRUE;
  return FALSE;
}

static void
set_texts (Writer *self)
{
  g_autofree char *title = make_title (self);
  g_autofree char *day = self->made_on != NULL ? g_strndup (self->made_on, DAY_LENGTH) : NULL;
  g_autofree char *date = day != NULL ? format_date (self, day) : NULL;
  g_autofree char *made = date != NULL ? g_strdup_printf ("%s %s", self->words->made, date) : NULL;
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = tnk_campaign_get_id (self->campaign),
    .author = self->body_name,
    .keywords = self->words->title,
    .date = day,
  };

  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, title, self->words->classification, made);
}

static void
write_workbook (Writer *self)
{
  static const char *const keys[] = {"campaign", "catalog", "edition", "fingerprint", "language", "made"};
  const char *values[] = {
    tnk_campaign_get_id (self->campaign),
    tnk_catalog_get_id (self->catalog),
    tnk_catalog_get_edition (self->catalog),
    tnk_catalog_get_fingerprint (self->catalog),
    is_english (self) ? "en" : "ja",
    self->made_on != NULL ? self->made_on : "",
  };

  set_texts (self);
  write_cover (self);
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++)
    if (wants_role (self, tnk_catalog_get_role (self->catalog, i)))
      write_role (self, tnk_catalog_get_role (self->catalog, i));
  if (self->n_sheets == 0)
    tnk_workbook_fail (self->book, "none of the roles is asked anything in this campaign");
  tnk_return_write_about (self->book, TNK_CHECK_KIND, keys, values, G_N_ELEMENTS (keys));
}

static gboolean
check_roles (Writer *self,
             GError **error)
{
  for (guint i = 0; self->role_ids != NULL && self->role_ids[i] != NULL; i++)
    if (tnk_catalog_lookup_role (self->catalog, self->role_ids[i]) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "there is no role “%s” in the catalog “%s”", self->role_ids[i], tnk_catalog_get_id (self->catalog));
      return FALSE;
    }
  return TRUE;
}

/**
 * tnk_check_sheet_write:
 * @campaign: the campaign
 * @role_ids: (nullable) (array zero-terminated=1): the roles to be asked, or `NULL` for all that the campaign asks
 * @person_id: (nullable): the staff number to fill in beforehand
 * @person_name: (nullable): the name to fill in beforehand
 * @body_name: (nullable): the name of the public body
 * @language: (nullable): `ja` or `en`; `NULL` means `ja`
 * @made_on: (nullable): the day that the workbook bears, ISO 8601; with the time, what is answered later elsewhere is told
 *   apart when the sheet comes back
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` for an unknown role, `EXPORT`, or what a file
 *   can fail with
 *
 * Writes the blank self-check sheet, to be handed out where there is no kiosk: one sheet a role with every question that
 * the role is asked, and nothing open but the cells for the answers. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_check_sheet_write (TnkCampaign *campaign,
                       const char *const *role_ids,
                       const char *person_id,
                       const char *person_name,
                       const char *body_name,
                       const char *language,
                       const char *made_on,
                       const char *filename,
                       guint64 *n_cells,
                       GError **error)
{
  g_autoptr (TnkWorkbook) book = NULL;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && filename != NULL, FALSE);

  Writer self = {
    .campaign = campaign,
    .catalog = tnk_campaign_get_catalog (campaign),
    .role_ids = role_ids,
    .person_id = person_id != NULL ? person_id : "",
    .person_name = person_name != NULL ? person_name : "",
    .body_name = body_name != NULL ? body_name : "",
    .language = language,
    .made_on = made_on,
    .words = tnk_check_words (language),
  };
  if (!check_roles (&self, error))
    return FALSE;
  self.book = book = tnk_workbook_new (filename, error);
  if (book == NULL)
    return FALSE;
  write_workbook (&self);
  return tnk_workbook_close (book, NULL, n_cells, error);
}
