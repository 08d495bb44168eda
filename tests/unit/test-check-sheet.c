/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-check-sheet.h"
#include "tnk-error.h"
#include "tnk-test-refill.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

#define COVER "記入のしかた"
#define CISO "1 最高責任者"
#define MANAGER "2 課長"
#define STAFF "3 職員"
#define NUMBER "C14"

typedef struct
{
  char *dir;
  char *blank;
  char *filled;
  TnkCampaign *campaign;
  TnkBody *body;
  GPtrArray *problems;
  GError *error;
} Fixture;

static TnkBody *
make_body (void)
{
  static const int parents[] = {-1};
  static const char *const staff[] = {"staff", NULL};
  static const char *const manager[] = {"staff", "manager", NULL};
  TnkBody *body = tnk_test_body (parents, 1);
  TnkDepartment *department = tnk_body_get_department (body, 0);

  tnk_body_add_person (body, "0042", "山田", department, staff);
  tnk_body_add_person (body, "77", "佐藤", department, manager);
  tnk_body_add_person (body, "A-1", "鈴木", department, staff);
  return body;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->dir = tnk_test_dir ();
  self->blank = g_build_filename (self->dir, "blank.xlsx", NULL);
  self->filled = g_build_filename (self->dir, "filled.xlsx", NULL);
  self->campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  self->body = make_body ();
  g_assert_true (tnk_check_sheet_write (self->campaign, NULL, NULL, NULL, "点検市", data, "2026-11-21", self->blank, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_assert_finalize_object (self->body);
  g_assert_finalize_object (self->campaign);
  g_free (self->blank);
  g_free (self->filled);
  g_free (self->dir);
}

static TnkCheckSheet *
read_filled (Fixture *self,
             const TnkTestEdit *edits,
             guint n,
             gboolean with_body)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  tnk_test_refill (self->blank, self->filled, edits, n);
  return tnk_check_sheet_read (self->filled, self->campaign, with_body ? self->body : NULL, &self->problems, &self->error);
}

static void
assert_refused (Fixture *self,
                TnkCheckSheet *sheet,
                guint n_problems)
{
  g_assert_null (sheet);
  g_clear_object (&sheet);
  g_assert_error (self->error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (self->problems);
  g_assert_cmpuint (self->problems != NULL ? self->problems->len : 0, ==, n_problems);
  tnk_test_assert_line (self->error != NULL ? self->error->message : NULL, self->filled, "");
}

/* One fault in an otherwise sound sheet of 0042, at the place and with the words. */
static void
assert_fault (Fixture *self,
              const TnkTestEdit *edit,
              const char *where,
              const char *words)
{
  const TnkTestEdit edits[] = {{COVER, NUMBER, "0042"}, {STAFF, "F6", "実施済み"}, *edit};

  assert_refused (self, read_filled (self, edits, G_N_ELEMENTS (edits), TRUE), 1);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, where, words);
}

static void
assert_row (TnkCheckSheet *sheet,
            guint row,
            const char *control,
            TnkAnswerValue value,
            const char *comment,
            const char *evidence,
            const char *place)
{
  g_assert_cmpstr (tnk_control_get_id (tnk_duty_get_control (tnk_check_sheet_get_duty (sheet, row))), ==, control);
  g_assert_cmpint (tnk_check_sheet_get_answer (sheet, row), ==, value);
  g_assert_cmpstr (tnk_check_sheet_get_comment (sheet, row), ==, comment);
  g_assert_cmpstr (tnk_check_sheet_get_evidence (sheet, row), ==, evidence);
  g_assert_cmpstr (tnk_check_sheet_get_place (sheet, row), ==, place);
}

/* --- writing --- */

static void
test_blank (Fixture *self,
            gconstpointer data)
{
  g_autofree char *names = tnk_test_xlsx_sheets (self->blank);
  g_autofree char *book = tnk_test_xlsx_part (self->blank, "xl/workbook.xml");
  g_autofree char *staff = tnk_test_xlsx_sheet (self->blank, STAFF);
  g_autofree char *styles = tnk_test_xlsx_part (self->blank, "xl/styles.xml");
  g_autofree char *id = tnk_test_xlsx_cell (staff, "A8");
  g_autofree char *question = tnk_test_xlsx_cell (staff, "D8");

  g_assert_cmpstr (names, ==, COVER " " CISO " " MANAGER " " STAFF " tenken");
  g_assert_nonnull (strstr (book, "name=\"tenken\" sheetId=\"5\" state=\"hidden\""));
  g_assert_cmpstr (id, ==, "staff 2.1-1");
  g_assert_cmpstr (question, ==, "席を立つときに画面を閉じていますか。");
  g_assert_nonnull (strstr (staff, "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatColumns=\"0\" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>"));
  g_assert_nonnull (strstr (staff, "<dataValidation type=\"list\" allowBlank=\"1\""));
  g_assert_nonnull (strstr (staff, "sqref=\"F5:F9\"><formula1>\"実施済み,一部実施,未実施,対象外,例外措置\"</formula1>"));
  g_assert_nonnull (strstr (staff, "<col min=\"1\" max=\"1\" width=\"0\" hidden=\"1\""));
  g_assert_nonnull (strstr (staff, "<row r=\"1\" hidden=\"1\">"));
  g_assert_nonnull (strstr (styles, "<protection locked=\"0\"/>"));
}

static void
test_some_roles (Fixture *self,
                 gconstpointer data)
{
  static const char *const roles[] = {"staff", NULL};
  static const char *const unknown[] = {"staff", "king", NULL};
  static const char *const unasked[] = {"contractor", NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) nobody = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_check_sheet_write (self->campaign, roles, "0042", "山田", NULL, "en", NULL, self->filled, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 40);

  g_autofree char *names = tnk_test_xlsx_sheets (self->filled);
  g_autofree char *cover = tnk_test_xlsx_sheet (self->filled, "How to fill in");
  g_autofree char *number = tnk_test_xlsx_cell (cover, NUMBER);
  g_assert_cmpstr (names, ==, "How to fill in 1 Staff tenken");
  g_assert_cmpstr (number, ==, "0042");

  g_assert_false (tnk_check_sheet_write (self->campaign, unknown, NULL, NULL, NULL, NULL, NULL, self->filled, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
  tnk_test_assert_line (error->message, "", "“king”");
  g_assert_false (tnk_check_sheet_write (self->campaign, unasked, NULL, NULL, NULL, NULL, NULL, self->filled, NULL, &nobody));
  g_assert_error (nobody, TNK_ERROR, TNK_ERROR_EXPORT);
  tnk_test_assert_line (nobody->message, "", "asked anything");
}

/* --- reading --- */

static void
test_filled (Fixture *self,
             gconstpointer data)
{
  const TnkTestEdit edits[] = {
    {COVER, NUMBER, "　００４２ "},
    {COVER, "C15", "山田 太郎"},
    {STAFF, "F6", "ＰＡＲＴＩＡＬ"},
    {STAFF, "G6", "+81 は文字"},
    {STAFF, "F8", "対象外"},
    {STAFF, "G8", "理由です\n二行目"},
    {STAFF, "H8", "台帳"},
    {STAFF, "F9", "例外措置"},
  };
  TnkCheckSheet *sheet = read_filled (self, edits, G_N_ELEMENTS (edits), TRUE);

  g_assert_no_error (self->error);
  g_assert_nonnull (sheet);
  g_assert_cmpuint (self->problems->len, ==, 0);
  g_assert_true (tnk_check_sheet_get_campaign (sheet) == self->campaign);
  g_assert_cmpstr (tnk_check_sheet_get_person_id (sheet), ==, "0042");
  g_assert_cmpstr (tnk_check_sheet_get_person_name (sheet), ==, "山田 太郎");
  g_assert_cmpuint (tnk_check_sheet_get_n_rows (sheet), ==, 3);
  assert_row (sheet, 0, "1.1-2", TNK_ANSWER_VALUE_PARTIAL, "+81 は文字", NULL, STAFF "!F6");
  assert_row (sheet, 1, "2.1-1", TNK_ANSWER_VALUE_NOT_APPLICABLE, "理由です\n二行目", "台帳", STAFF "!F8");
  assert_row (sheet, 2, "2.1-2.1", TNK_ANSWER_VALUE_EXCEPTED, NULL, NULL, STAFF "!F9");
  g_assert_finalize_object (sheet);
}

static void
test_english (Fixture *self,
              gconstpointer data)
{
  const TnkTestEdit edits[] = {{"How to fill in", NUMBER, "A-1"}, {"3 Staff", "F6", "Not implemented"}, {"3 Staff", "G6", "=12"}, {"3 Staff", "F8", "実施済み"}};
  g_autoptr (TnkCheckSheet) sheet = read_filled (self, edits, G_N_ELEMENTS (edits), TRUE);

  g_assert_no_error (self->error);
  g_assert_nonnull (sheet);
  assert_row (sheet, 0, "1.1-2", TNK_ANSWER_VALUE_NOT_IMPLEMENTED, "12", NULL, "3 Staff!F6");
  assert_row (sheet, 1, "2.1-1", TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL, "3 Staff!F8");
}

/* Somebody moved the sheet’s rows and columns about: ids and words still tell what is what. */
static void
test_moved (Fixture *self,
            gconstpointer data)
{
  const TnkTestEdit edits[] = {
    {COVER, NUMBER, "0042"},
    {STAFF, "A20", "staff 2.1-1"},
    {STAFF, "A8", NULL},
    {STAFF, "D8", NULL},
    {STAFF, "D20", "席を立つときに画面を閉じていますか。"},
    {STAFF, "F1", NULL},
    {STAFF, "J1", "answer"},
    {STAFF, "J20", "実施済み"},
  };
  g_autoptr (TnkCheckSheet) sheet = read_filled (self, edits, G_N_ELEMENTS (edits), TRUE);

  g_assert_no_error (self->error);
  g_assert_nonnull (sheet);
  g_assert_cmpuint (tnk_check_sheet_get_n_rows (sheet), ==, 1);
  assert_row (sheet, 0, "2.1-1", TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL, STAFF "!J20");
}

static void
test_rows (Fixture *self,
           gconstpointer data)
{
  static const struct
  {
    TnkTestEdit edit;
    const char *where;
    const char *words;
  } faults[] = {
    {{STAFF, "F8", "はい"}, STAFF "!F8", "“はい” is not an answer; choose one of 実施済み, 一部実施"},
    {{STAFF, "F8", "=1"}, STAFF "!F8", "“1” is not an answer"},
    {{STAFF, "F8", "#N/A"}, STAFF "!F8", "error #N/A"},
    {{STAFF, "F8", ""}, STAFF "!F8", "formula"},
    {{STAFF, "F8", "対象外"}, STAFF "!G8", "needs a reason"},
    {{STAFF, "G8", "回答なし"}, STAFF "!F8", "no answer"},
    {{STAFF, "H8", "台帳"}, STAFF "!F8", "no answer"},
    {{STAFF, "G6", "a\xe2\x80\xae"
                   "b"},
     STAFF "!G6",
     "direction mark"},
    {{STAFF, "H6", "a\xe2\x80\xae"
                   "b"},
     STAFF "!H6",
     "direction mark"},
    {{STAFF, "D8", "別の設問ですか。"}, STAFF "!D8", "question was changed"},
    {{STAFF, "D8", NULL}, STAFF "!D8", "question was changed"},
    {{STAFF, "A8", "staff 9.9-9"}, STAFF "!A8", "no duty in a control “9.9-9”"},
    {{STAFF, "A8", "manager 1.1-2"}, STAFF "!A8", "for the role “manager”"},
    {{STAFF, "A8", "nonsense"}, STAFF "!A8", "not one that was handed out"},
    {{STAFF, "A8", "staff 1.1-2"}, STAFF "!A8", "stands at " STAFF "!A6 already"},
    {{STAFF, "A8", NULL}, STAFF "!A8", "lost its id"},
    {{STAFF, "F1", NULL}, STAFF "!A1", "column “answer”"},
    {{STAFF, "A1", "tenken-rows king"}, STAFF "!A1", "a role “king”"},
    {{MANAGER, "F6", "実施済み"}, MANAGER "!F6", "does not hold the role “manager”"},
    {{COVER, "C15", "a\nb"}, COVER "!C15", "line end"},
    {{COVER, "A14", "#"}, COVER "!A22", "staff number is gone"},
    {{COVER, "A1", NULL}, NULL, "the first sheet"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_fault (self, &faults[i].edit, faults[i].where, faults[i].words);
}

/* All faults in one pass, and nothing taken. */
static void
test_many (Fixture *self,
           gconstpointer data)
{
  const TnkTestEdit edits[] = {
    {COVER, NUMBER, "9999"},
    {STAFF, "F6", "実施済み"},
    {STAFF, "F8", "はい"},
    {STAFF, "G8", "#N/A"},
    {STAFF, "F9", "対象外"},
    {CISO, "A6", "ciso 1.1-9"},
  };

  assert_refused (self, read_filled (self, edits, G_N_ELEMENTS (edits), TRUE), 5);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, COVER "!" NUMBER, "“9999” is not asked");
  tnk_test_assert_problem (self->problems, 1, self->filled, 0, CISO "!A6", "1.1-9");
  tnk_test_assert_problem (self->problems, 4, self->filled, 0, STAFF "!G9", "reason");
}

static void
test_numbers (Fixture *self,
              gconstpointer data)
{
  static const struct
  {
    const char *value;
    gboolean with_body;
    const char *words;
  } cases[] = {
    {"=42", TRUE, "(is it 0042?)"},
    {"=42", FALSE, "may have lost zeros"},
    {"=4.5", TRUE, "the number 4.5"},
    {"=78", TRUE, "“78” is not asked"},
    {"@46347", TRUE, "the date or value “2026-11-21”"},
    {"0043", TRUE, "“0043” is not asked"},
    {"00\xe2\x80\xae"
     "42",
     FALSE, "holds a character"},
    {NULL, TRUE, "missing"},
    {"　", TRUE, "missing"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const TnkTestEdit edits[] = {{COVER, NUMBER, cases[i].value}, {STAFF, "F6", "実施済み"}};

    assert_refused (self, read_filled (self, edits, G_N_ELEMENTS (edits), cases[i].with_body), 1);
    tnk_test_assert_problem (self->problems, 0, self->filled, 0, COVER "!" NUMBER, cases[i].words);
  }

  const TnkTestEdit sound[] = {{COVER, NUMBER, "=77"}, {STAFF, "F6", "実施済み"}};
  g_autoptr (TnkCheckSheet) sheet = read_filled (self, sound, G_N_ELEMENTS (sound), TRUE);
  g_assert_no_error (self->error);
  g_assert_cmpstr (tnk_check_sheet_get_person_id (sheet), ==, "77");
}

static void
test_nothing (Fixture *self,
              gconstpointer data)
{
  const TnkTestEdit edits[] = {{COVER, NUMBER, "0042"}};

  assert_refused (self, read_filled (self, edits, 1, TRUE), 1);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, NULL, "no question is answered");
}

static void
test_other_sheets (Fixture *self,
                   gconstpointer data)
{
  const TnkTestEdit campaign[] = {{"tenken", "B4", "2025"}, {STAFF, "F6", "はい"}};
  const TnkTestEdit catalog[] = {{"tenken", "B7", "0000"}};
  const TnkTestEdit kind[] = {{"tenken", "B2", "plan"}};
  const TnkTestEdit format[] = {{"tenken", "B3", "2"}};

  assert_refused (self, read_filled (self, campaign, G_N_ELEMENTS (campaign), TRUE), 1);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, NULL, "the campaign “2025”, and is read for “2026”");
  assert_refused (self, read_filled (self, catalog, 1, TRUE), 1);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, NULL, "another catalog");
  g_assert_null (read_filled (self, kind, 1, TRUE));
  g_assert_error (self->error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (self->error->message, self->filled, "not one that Tenken handed out");
  g_assert_null (read_filled (self, format, 1, TRUE));
  g_assert_error (self->error, TNK_ERROR, TNK_ERROR_FUTURE);
}

/* A control that the campaign left out after the sheet was handed out. */
static void
test_left_out (Fixture *self,
               gconstpointer data)
{
  const TnkTestEdit edits[] = {{COVER, NUMBER, "0042"}, {STAFF, "F6", "実施済み"}, {STAFF, "F8", "実施済み"}};
  g_autoptr (TnkCheckSheet) sheet = NULL;

  g_assert_true (tnk_campaign_leave_out (self->campaign, "2.1-1", "端末がない", &self->error));
  assert_refused (self, read_filled (self, edits, 3, TRUE), 1);
  tnk_test_assert_problem (self->problems, 0, self->filled, 0, STAFF "!F8", "not asked of the role");
  sheet = read_filled (self, edits, 2, TRUE);
  g_assert_no_error (self->error);
  g_assert_cmpuint (tnk_check_sheet_get_n_rows (sheet), ==, 1);
}

#define ADD(name, function, language) g_test_add ("/Tenken/CheckSheet/" name, Fixture, language, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  ADD ("blank", test_blank, "ja");
  ADD ("some-roles", test_some_roles, "ja");
  ADD ("filled", test_filled, "ja");
  ADD ("english", test_english, "en");
  ADD ("moved", test_moved, "ja");
  ADD ("rows", test_rows, "ja");
  ADD ("many", test_many, "ja");
  ADD ("numbers", test_numbers, "ja");
  ADD ("nothing", test_nothing, "ja");
  ADD ("other-sheets", test_other_sheets, "ja");
  ADD ("left-out", test_left_out, "ja");
  return g_test_run ();
}
