/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-sheet-private.h"

#include <string.h>

#include "tnk-answer.h"
#include "tnk-check-words-private.h"
#include "tnk-error.h"
#include "tnk-return-private.h"
#include "tnk-strings-private.h"

#define MAX_EVIDENCE 4000

typedef struct
{
  TnkReturn *sheet;
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkBody *body; /* or NULL */
  TnkPerson *person; /* or NULL */
  TnkRole *role; /* of the present table */
  const char *language;
  TnkCheckSheet *result;
} Reader;

/* --- whose sheet it is, and for what --- */

static void
check_about (Reader *self)
{
  const char *campaign = tnk_return_get_about (self->sheet, "campaign");
  const char *fingerprint = tnk_return_get_about (self->sheet, "fingerprint");

  if (g_strcmp0 (campaign, tnk_campaign_get_id (self->campaign)) != 0)
    tnk_return_fault_file (self->sheet, "the sheet was handed out for the campaign “%s”, and is read for “%s”; hand out the sheet of this one",
                           campaign != NULL ? campaign : "", tnk_campaign_get_id (self->campaign));
  else if (g_strcmp0 (fingerprint, tnk_catalog_get_fingerprint (self->catalog)) != 0)
    tnk_return_fault_file (self->sheet, "the sheet was made from another catalog, or another edition of it, than the campaign “%s” has; hand out a new sheet",
                           campaign);
}

/* Two staff numbers of which one lost its zeros are the same number. */
static TnkPerson *
find_padded (TnkBody *body,
             const char *digits)
{
  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    const char *id = tnk_person_get_id (tnk_body_get_person (body, i));

    if (*id == '0' && g_str_equal (id + strspn (id, "0"), digits))
      return tnk_body_get_person (body, i);
  }
  return NULL;
}

/* A number cannot say whether zeros stood before it. Only the roster can, and only if one person alone is meant. */
static gboolean
check_number (Reader *self,
              const char *digits)
{
  TnkPerson *padded = self->body != NULL ? find_padded (self->body, digits) : NULL;

  if (strspn (digits, "0123456789") != strlen (digits))
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the staff number is typed as the number %s; make the cell a text and type the staff number again", digits);
  else if (padded != NULL)
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the staff number is typed as the number %s, which loses zeros at its beginning (is it %s?); make the cell a text and type it again",
                      digits, tnk_person_get_id (padded));
  else if (self->body == NULL)
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the staff number is typed as the number %s, which may have lost zeros at its beginning; make the cell a text and type it again",
                      digits);
  else
    return TRUE;
  return FALSE;
}

/* The person of that number, also where it was typed in wide figures. */
static TnkPerson *
find_person (Reader *self,
             char **id)
{
  TnkPerson *person = tnk_body_lookup_person (self->body, *id);
  g_autofree char *plain = person == NULL ? g_utf8_normalize (*id, -1, G_NORMALIZE_NFKC) : NULL;

  if (plain == NULL)
    return person;
  g_free (*id);
  *id = g_steal_pointer (&plain);
  return tnk_body_lookup_person (self->body, *id);
}

static void
take_person_id (Reader *self)
{
  const TnkXlsxCell *cell = tnk_return_get_cell (self->sheet, TNK_RETURN_VALUE);
  g_autofree char *id = NULL;

  if (!tnk_return_take_text (self->sheet, TNK_RETURN_VALUE, &id))
    return;
  if (*id == '\0' || !tnk_is_harmless (id, FALSE))
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the staff number is missing, or holds a character that it cannot; fill it in");
  else if (cell->type == TNK_XLSX_DATE || cell->type == TNK_XLSX_BOOLEAN)
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the staff number has become the date or value “%s”; make the cell a text and type it again", id);
  else if (cell->type != TNK_XLSX_NUMBER || check_number (self, id)) {
    self->person = self->body != NULL ? find_person (self, &id) : NULL;
    if (self->body != NULL && self->person == NULL)
      tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "“%s” is not asked in this campaign; mend the staff number or import the roster", id);
    self->result->person_id = g_steal_pointer (&id);
  }
}

static void
take_person_name (Reader *self)
{
  g_autofree char *name = NULL;

  if (!tnk_return_take_text (self->sheet, TNK_RETURN_VALUE, &name))
    return;
  if (tnk_is_harmless (name, FALSE))
    tnk_set_string (&self->result->person_name, name);
  else
    tnk_return_fault (self->sheet, TNK_RETURN_VALUE, "the name holds a control character, a direction mark or a line end; remove it");
}

static gboolean
read_fields (Reader *self,
             GError **error)
{
  static const char *const keys[] = {TNK_RETURN_VALUE, NULL};
  gboolean has_person = FALSE;
  GError *local = NULL;

  if (!tnk_return_needs (self->sheet, keys))
    return TRUE;
  while (tnk_return_next_row (self->sheet, &local)) {
    if (g_str_equal (tnk_return_get_id (self->sheet), TNK_CHECK_PERSON_ID)) {
      has_person = TRUE;
      take_person_id (self);
    } else if (g_str_equal (tnk_return_get_id (self->sheet), TNK_CHECK_PERSON_NAME)) {
      take_person_name (self);
    }
  }
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  if (!has_person)
    tnk_return_fault (self->sheet, NULL, "the row for the staff number is gone; take the sheet as it was handed out and fill it in there");
  return TRUE;
}

/* --- rows --- */

/* What the row is about, if its id is one that this sheet was handed out with. */
static TnkDuty *
find_duty (Reader *self)
{
  const char *id = tnk_return_get_id (self->sheet);
  g_auto (GStrv) parts = g_strsplit (id, " ", 2);
  TnkDuty *duty;

  if (g_strv_length (parts) != 2)
    tnk_return_fault (self->sheet, NULL, "the id “%s” in the hidden first column is not one that was handed out; take the sheet as it was handed out", id);
  else if (!g_str_equal (parts[0], tnk_role_get_id (self->role)))
    tnk_return_fault (self->sheet, NULL, "the row is for the role “%s” and stands on the sheet of the role “%s”; put it back where it was", parts[0],
                      tnk_role_get_id (self->role));
  else {
    duty = tnk_catalog_find_duty (self->catalog, parts[1], parts[0]);
    if (duty != NULL && tnk_duty_get_question (duty) != NULL)
      return duty;
    tnk_return_fault (self->sheet, NULL, "the role “%s” has no duty in a control “%s” of this catalog; take the sheet as it was handed out", parts[0], parts[1]);
  }
  return NULL;
}

/* Who answers another question than ours has not answered ours. */
static gboolean
check_question (Reader *self,
                TnkDuty *duty)
{
  const char *asked = tnk_text_get (tnk_question_get_text (tnk_duty_get_question (duty)), self->language);
  g_autofree char *clean = tnk_workbook_clean_text (asked);
  g_autofree char *expected = tnk_strip (clean != NULL ? clean : asked);
  g_autofree char *found = NULL;

  if (!tnk_return_take_text (self->sheet, TNK_CHECK_QUESTION, &found))
    return FALSE;
  if (g_str_equal (found, expected))
    return TRUE;
  tnk_return_fault (self->sheet, TNK_CHECK_QUESTION, "the question was changed; take the sheet as it was handed out and answer the question that stands there");
  return FALSE;
}

static gboolean
take_answer (Reader *self,
             const char *word,
             TnkAnswerValue *value)
{
  *value = TNK_ANSWER_VALUE_UNANSWERED;
  if (*word == '\0' || tnk_check_answer_parse (word, value))
    return TRUE;

  g_autofree char *choices = g_strjoinv (", ", (char **) tnk_check_answer_words (self->language));
  tnk_return_fault (self->sheet, TNK_CHECK_ANSWER, "“%.60s” is not an answer; choose one of %s", word, choices);
  return FALSE;
}

/* Whether the cells of the row go together. An exception is a matter of the store, which knows what was approved. */
static gboolean
check_row (Reader *self,
           TnkDuty *duty,
           const TnkCheckRow *row)
{
  g_autoptr (GError) error = NULL;

  if (!tnk_answer_check (row->value, row->comment, TRUE, &error))
    tnk_return_fault (self->sheet, TNK_CHECK_COMMENT, "%s", error->message);
  else if (!tnk_is_harmless (row->evidence, TRUE) || g_utf8_strlen (row->evidence, -1) > MAX_EVIDENCE)
    tnk_return_fault (self->sheet, TNK_CHECK_EVIDENCE,
                      "the note on evidence is longer than %d characters, or holds a control character or a direction mark; shorten or clean it", MAX_EVIDENCE);
  else if (row->value == TNK_ANSWER_VALUE_UNANSWERED && (*row->comment != '\0' || *row->evidence != '\0'))
    tnk_return_fault (self->sheet, TNK_CHECK_ANSWER, "there is a comment or a note on evidence but no answer; choose one of the five");
  else if (row->value != TNK_ANSWER_VALUE_UNANSWERED && !tnk_campaign_asks (self->campaign, duty))
    tnk_return_fault (self->sheet, TNK_CHECK_ANSWER, "the control “%s” is not asked of the role “%s” in this campaign; empty the row",
                      tnk_control_get_id (tnk_duty_get_control (duty)), tnk_role_get_id (self->role));
  else
    return TRUE;
  return FALSE;
}

static char *
take_or_null (char **text)
{
  return **text != '\0' ? g_steal_pointer (text) : NULL;
}

/* Keeps a sound row that is answered. Every cell is looked at, also after a fault in another. */
static void
read_row (Reader *self)
{
  TnkDuty *duty = find_duty (self);
  g_autofree char *word = NULL;
  g_autofree char *comment = NULL;
  g_autofree char *evidence = NULL;
  TnkCheckRow row = {.duty = duty};
  gboolean good = duty != NULL;

  if (duty != NULL)
    good = check_question (self, duty);
  good = tnk_return_take_text (self->sheet, TNK_CHECK_ANSWER, &word) && take_answer (self, word, &row.value) && good;
  good = tnk_return_take_text (self->sheet, TNK_CHECK_COMMENT, &comment) && good;
  good = tnk_return_take_text (self->sheet, TNK_CHECK_EVIDENCE, &evidence) && good;
  row.comment = comment;
  row.evidence = evidence;
  if (!good || !check_row (self, duty, &row) || row.value == TNK_ANSWER_VALUE_UNANSWERED)
    return;
  row.comment = take_or_null (&comment);
  row.evidence = take_or_null (&evidence);
  row.place = tnk_return_dup_place (self->sheet, TNK_CHECK_ANSWER);
  g_array_append_val (self->result->rows, row);
}

static gboolean
read_role (Reader *self,
           GError **error)
{
  static const char *const keys[] = {TNK_CHECK_QUESTION, TNK_CHECK_ANSWER, TNK_CHECK_COMMENT, TNK_CHECK_EVIDENCE, NULL};
  GError *local = NULL;

  self->role = tnk_catalog_lookup_role (self->catalog, tnk_return_get_table (self->sheet));
  if (self->role == NULL)
    tnk_return_fault (self->sheet, NULL, "the sheet is for a role “%s”, which this catalog has not; take the sheet as it was handed out", tnk_return_get_table (self->sheet));
  if (self->role == NULL || !tnk_return_needs (self->sheet, keys))
    return TRUE;
  while (tnk_return_next_row (self->sheet, &local))
    read_row (self);
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  return TRUE;
}

/* --- the workbook --- */

/* Whether the person may answer for the roles; said once a role, at its first answer. Comes last, since nobody knows on
 * which sheet the staff number stands. */
static void
check_roles (Reader *self)
{
  guint64 seen = 0;

  for (guint i = 0; self->person != NULL && i < self->result->rows->len; i++) {
    const TnkCheckRow *row = &g_array_index (self->result->rows, TnkCheckRow, i);
    TnkRole *role = tnk_duty_get_role (row->duty);
    guint64 bit = G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);

    if (!(seen & bit) && !tnk_person_has_role (self->person, tnk_role_get_id (role)))
      tnk_return_fault_at (self->sheet, row->place, "“%s” does not hold the role “%s”; empty the sheet of that role, or mend the roster",
                           tnk_person_get_id (self->person), tnk_role_get_id (role));
    seen |= bit;
  }
}

static gboolean
read_tables (Reader *self,
             GError **error)
{
  GError *local = NULL;
  gboolean has_fields = FALSE;

  while (tnk_return_next_table (self->sheet, &local)) {
    gboolean fields = g_str_equal (tnk_return_get_table (self->sheet), TNK_RETURN_FIELDS);

    has_fields |= fields;
    if (!(fields ? read_fields (self, error) : read_role (self, error)))
      return FALSE;
  }
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  if (!has_fields)
    tnk_return_fault_file (self->sheet, "the first sheet, with the staff number, is gone; take the workbook as it was handed out");
  else if (self->result->rows->len == 0 && tnk_return_get_problems (self->sheet)->n == 0)
    tnk_return_fault_file (self->sheet, "no question is answered; fill the sheet in first");
  check_roles (self);
  return TRUE;
}

static gboolean
read_workbook (Reader *self,
               GError **error)
{
  const char *made = tnk_return_get_about (self->sheet, "made");

  self->language = tnk_return_get_about (self->sheet, "language");
  if (made != NULL && *made != '\0')
    tnk_set_string (&self->result->made, made);
  check_about (self);
  /* The rows of another campaign’s sheet are all wrong, and to say so of each helps nobody. */
  return tnk_return_get_problems (self->sheet)->n > 0 || read_tables (self, error);
}

/**
 * tnk_check_sheet_read:
 * @filename: a workbook (.xlsx) that [func@CheckSheet.write] made and somebody filled in, saved by any program
 * @campaign: the campaign for which it is read
 * @body: (nullable): the people who may answer; without it neither the staff number nor the roles held are checked, and
 *   a staff number that was typed as a number is refused
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault with its sheet and
 *   cell, what it is and how to mend it
 * @error: return location for an error: a file error; [error@Tenken.Error] `SYNTAX` if the file is no sound workbook,
 *   `FUTURE`, or `INVALID`, which names the first fault
 *
 * Reads a filled self-check sheet. Rows are known by their hidden ids, wherever they stand. An exception that an answer
 * claims is not looked for: that is for the store, which knows what was approved.
 *
 * Returns: (transfer full): the answers, only if every row is sound
 *
 * Since: 0.1
 */
TnkCheckSheet *
tnk_check_sheet_read (const char *filename,
                      TnkCampaign *campaign,
                      TnkBody *body,
                      GPtrArray **problems,
                      GError **error)
{
  g_return_val_if_fail (filename != NULL && TNK_IS_CAMPAIGN (campaign) && (body == NULL || TNK_IS_BODY (body)), NULL);

  if (problems != NULL)
    *problems = NULL;

  g_autoptr (TnkReturn) sheet = tnk_return_open (filename, TNK_CHECK_KIND, error);
  if (sheet == NULL)
    return NULL;

  g_autoptr (TnkCheckSheet) result = tnk_check_sheet_new (campaign);
  Reader self = {.sheet = sheet, .campaign = campaign, .catalog = tnk_campaign_get_catalog (campaign), .body = body, .result = result};
  if (!read_workbook (&self, error) || !tnk_problems_throw (tnk_return_get_problems (sheet), problems, TNK_ERROR_INVALID, error))
    return NULL;
  return g_steal_pointer (&result);
}
