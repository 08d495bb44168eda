/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-sheets.h"

#include "tnk-answer-edits-private.h"

#include "tnk-body-private.h"
#include "tnk-error.h"
#include "tnk-test-refill.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

#define MADE "2026-11-21T01:02:03Z"

typedef struct
{
  char *dir;
  char *folder;
  TnkCampaign *campaign;
  TnkBody *people;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  static const int parents[] = {-1};
  static const char *const staff[] = {"staff", NULL};
  static const char *const manager[] = {"staff", "manager", NULL};
  static const char *const none[] = {"contractor", NULL};
  TnkDepartment *department;

  self->dir = tnk_test_dir ();
  self->folder = g_build_filename (self->dir, "sheets", NULL);
  self->campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  self->people = tnk_test_body (parents, 1);
  department = tnk_body_get_department (self->people, 0);
  tnk_body_add_person (self->people, "0042", "山田　太郎", department, staff);
  tnk_body_add_person (self->people, "a/1", "../佐藤", department, manager);
  tnk_body_add_person (self->people, "a:1", "../佐藤", department, staff);
  tnk_body_add_person (self->people, "x9", "田中", department, none);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->people);
  g_assert_finalize_object (self->campaign);
  g_free (self->folder);
  g_free (self->dir);
}

static void
write_all (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (tnk_check_sheets_write (self->campaign, self->people, "点検市", "ja", MADE, self->folder, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
}

static char *
in_folder (Fixture *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
test_write (Fixture *self,
            gconstpointer data)
{
  static const char *const names[] = {"0042_山田_太郎.xlsx", "a_1____佐藤.xlsx", "a_1____佐藤-2.xlsx"};
  g_autoptr (GError) error = NULL;
  guint n;

  write_all (self);
  g_assert_cmpuint (tnk_test_count_entries (self->folder), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *filename = in_folder (self, names[i]);

    g_assert_true (g_file_test (filename, G_FILE_TEST_EXISTS));
  }
  /* What is there is not replaced. */
  g_assert_false (tnk_check_sheets_write (self->campaign, self->people, NULL, NULL, NULL, self->folder, &n, NULL, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXISTS);
  g_assert_cmpuint (tnk_test_count_entries (self->folder), ==, 3);
}

static void
cancel_cb (guint64 done,
           guint64 total,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_write_cancelled (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_false (tnk_check_sheets_write (self->campaign, self->people, NULL, NULL, NULL, self->folder, &n, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tnk_test_count_entries (self->folder), ==, 0);
}

static char *
fill (Fixture *self,
      const char *blank,
      const char *name,
      const char *answer)
{
  const TnkTestEdit edits[] = {{"1 職員", "F6", answer}, {"1 職員", "G6", "注記"}};
  g_autofree char *from = in_folder (self, blank);
  char *to = g_build_filename (self->dir, name, NULL);

  tnk_test_refill (from, to, edits, G_N_ELEMENTS (edits));
  return to;
}

static TnkAnswerEdits *
read_all (Fixture *self,
          const char *const *filenames,
          GPtrArray **problems,
          GError **error)
{
  return tnk_check_sheets_read (filenames, self->campaign, self->people, problems, NULL, NULL, NULL, error);
}

static void
test_read (Fixture *self,
           gconstpointer data)
{
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  TnkAnswerEdit *edit;
  TnkGivenAnswer answer;

  write_all (self);
  one = fill (self, "0042_山田_太郎.xlsx", "1.xlsx", "一部実施");
  other = fill (self, "a_1____佐藤-2.xlsx", "2.xlsx", "実施済み");
  const char *const filenames[] = {other, one, NULL};
  edits = read_all (self, filenames, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_answer_edits_get_n_edits (edits), ==, 2);
  edit = tnk_answer_edits_get_edit (edits, 1);
  g_assert_cmpstr (tnk_answer_edit_get_person_id (edit), ==, "0042");
  g_assert_cmpstr (tnk_answer_edit_get_filename (edit), ==, one);
  g_assert_cmpstr (tnk_answer_edit_get_made (edit), ==, MADE);
  g_assert_cmpuint (tnk_answer_edit_get_n_answers (edit), ==, 1);
  tnk_answer_edit_get_answer (edit, 0, &answer);
  g_assert_cmpint (answer.value, ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_cmpstr (answer.comment, ==, "注記");
  g_assert_cmpstr (tnk_answer_edit_get_answer_place (edit, 0), ==, "1 職員!F6");
}

/* One pass tells the faults of all files, each once with its own name. */
static void
test_faults (Fixture *self,
             gconstpointer data)
{
  g_autofree char *good = NULL, *twice = NULL, *bad = NULL, *blank = NULL, *text = NULL, *missing = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  write_all (self);
  good = fill (self, "0042_山田_太郎.xlsx", "1.xlsx", "実施済み");
  twice = fill (self, "0042_山田_太郎.xlsx", "2.xlsx", "未実施");
  bad = fill (self, "a_1____佐藤-2.xlsx", "3.xlsx", "たぶん");
  blank = in_folder (self, "a_1____佐藤.xlsx");
  text = tnk_test_write (self->dir, "4.xlsx", "no workbook", -1);
  missing = in_folder (self, "nobody.xlsx");
  const char *const filenames[] = {good, twice, bad, blank, text, missing, NULL};
  g_assert_null (read_all (self, filenames, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 5);
  tnk_test_assert_problem (problems, 0, twice, 0, NULL, "has a sheet already");
  tnk_test_assert_problem (problems, 1, bad, 0, "1 職員!F6", "is not an answer");
  tnk_test_assert_problem (problems, 2, blank, 0, NULL, "no question is answered");
  for (guint i = 0; i < problems->len; i++) {
    TnkProblem *problem = problems->pdata[i];

    g_assert_false (g_str_has_prefix (tnk_problem_get_message (problem), self->dir));
  }
  tnk_test_assert_problem (problems, 3, text, 0, NULL, "");
  tnk_test_assert_problem (problems, 4, missing, 0, NULL, "");
}

static void
test_read_cancelled (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  write_all (self);
  one = fill (self, "0042_山田_太郎.xlsx", "1.xlsx", "一部実施");
  other = fill (self, "a_1____佐藤-2.xlsx", "2.xlsx", "実施済み");
  const char *const filenames[] = {one, other, NULL};
  g_assert_null (tnk_check_sheets_read (filenames, self->campaign, self->people, NULL, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add ("/Tenken/CheckSheets/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  ADD ("write", test_write);
  ADD ("write-cancelled", test_write_cancelled);
  ADD ("read", test_read);
  ADD ("faults", test_faults);
  ADD ("read-cancelled", test_read_cancelled);
  return g_test_run ();
}
