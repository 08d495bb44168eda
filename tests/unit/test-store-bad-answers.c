/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-problems-private.h"

/* Answers that cannot be taken in: each bad row is named, and nothing of the file is written. */

/* Imports a file that must be refused, and asserts that the store is as it was. */
static GPtrArray *
refuse_as (TnkTestStore *test,
           const char *text,
           gboolean draft)
{
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL, *filename = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;

  g_assert_false (tnk_test_store_try_answers (test, text, draft, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  filename = g_build_filename (test->dir, "answers.csv", NULL);
  tnk_test_assert_line (error != NULL ? error->message : NULL, filename, "");
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
  if (problems == NULL)
    problems = g_ptr_array_new ();
  return problems;
}

static GPtrArray *
refuse (TnkTestStore *test,
        const char *text)
{
  return refuse_as (test, text, FALSE);
}

static void
assert_problem (TnkTestStore *test,
                GPtrArray *problems,
                guint index,
                guint line,
                const char *where,
                const char *words)
{
  g_autofree char *filename = g_build_filename (test->dir, "answers.csv", NULL);

  tnk_test_assert_problem (problems, index, filename, line, where, words);
}

/* --- one row --- */

typedef struct
{
  const char *name;
  const char *row;
  const char *where;
  const char *words;
} BadRow;

static const BadRow bad_rows[] = {
  {"unknown-person", "p9,staff,1.1-2,implemented,", "person_id", "“p9” is not asked"},
  {"no-person", ",staff,1.1-2,implemented,", "person_id", "is not asked"},
  {"person-not-asked", "p4,contractor,1.2-1,implemented,", "person_id", "“p4” is not asked"},
  {"unknown-role", "p1,mayor,1.1-2,implemented,", NULL, "“mayor”"},
  {"unknown-control", "p1,staff,9.9-9,implemented,", "control_id", "“9.9-9”"},
  {"no-control", "p1,staff,,implemented,", "control_id", "“staff”"},
  {"control-of-nobody", "p1,staff,2.1-3,implemented,", "control_id", "“2.1-3”"},
  {"foreign-duty", "p1,ciso,1.1-1,implemented,", "role", "“p1” does not hold the role “ciso”"},
  {"duty-of-another-role", "p1,staff,1.1-1,implemented,", "control_id", "no duty"},
  {"control-not-adopted", "p1,staff,1.2-1,implemented,", "control_id", "is not asked"},
  {"only-informed", "p2,manager,1.1-1,implemented,", "control_id", "is not asked"},
  {"unknown-answer", "p1,staff,1.1-2,yes,", "answer", "“yes” is not an answer"},
  {"answer-in-capitals", "p1,staff,1.1-2,Implemented,", "answer", "is not an answer"},
  {"no-answer", "p1,staff,1.1-2,,", "answer", "is not an answer"},
  {"unanswered", "p1,staff,1.1-2,unanswered,", "answer", "is not an answer"},
  {"not-applicable-without-reason", "p1,staff,1.1-2,not_applicable,", "comment", "needs a reason"},
  {"not-applicable-with-blank-reason", "p1,staff,1.1-2,not_applicable,\" 　\n\"", "comment", "needs a reason"},
  {"excepted-without-exception", "p1,staff,1.1-2,excepted,例外", "answer", "approved exception"},
  {"short-row", "p1,staff", "control_id", ""},
};

static void
test_bad_row (gconstpointer data)
{
  const BadRow *bad = data;
  g_auto (TnkTestStore) test = {0};
  g_autofree char *text = g_strdup_printf (ANSWER "p5,staff,1.1-2,implemented,\n%s\np5,staff,2.1-1,implemented,\n", bad->row);
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_open (&test);
  problems = refuse (&test, text);
  g_assert_cmpuint (problems->len, ==, 1);
  if (problems->len == 1)
    assert_problem (&test, problems, 0, 3, bad->where != NULL ? bad->where : tnk_problem_get_where (problems->pdata[0]), bad->words);
}

static void
test_long_comment (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *comment = g_strnfill (4001, 'x');
  g_autofree char *bad = g_strconcat (ANSWER "p1,staff,1.1-2,implemented,", comment, "\n", NULL);
  g_autofree char *good = g_strconcat (ANSWER "p1,staff,1.1-2,implemented,", comment + 1, "\n", NULL);
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_open (&test);
  problems = refuse (&test, bad);
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (&test, problems, 0, 2, "comment", "4000");
  tnk_test_store_import_answers (&test, good, FALSE);
}

static void
test_twice (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_open (&test);
  /* the same, another one, and one after a row that was bad itself; the same control for another role is none */
  problems = refuse (&test, ANSWER "p2,staff,1.1-2,implemented,\n"
                                   "p2,manager,1.1-2,implemented,\n"
                                   "p1,staff,1.1-2,implemented,\n"
                                   "p2,staff,1.1-2,implemented,\n"
                                   "p1,staff,1.1-2,partial,\n"
                                   "p1,staff,2.1-1,maybe,\n"
                                   "p1,staff,2.1-1,implemented,\n");
  g_assert_cmpuint (problems->len, ==, 4);
  assert_problem (&test, problems, 0, 5, "control_id", "“p2” has a row for the role “staff” and the control “1.1-2” already");
  assert_problem (&test, problems, 1, 6, "control_id", "already");
  assert_problem (&test, problems, 2, 7, "answer", "“maybe”");
  assert_problem (&test, problems, 3, 8, "control_id", "already");
}

/* --- all of them --- */

static void
test_every_bad_row (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GString) text = g_string_new (ANSWER);
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_open (&test);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    g_string_append_printf (text, "%s\n", bad_rows[i].row);
  problems = refuse (&test, text->str);
  /* one fault a row; of those on the same duty only the first is read any further */
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (bad_rows));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpuint (tnk_problem_get_line (problems->pdata[i]), >=, i + 2);
  tnk_test_store_verify (test.store);
}

/* The lines are those of an editor, also after a comment of two lines and an empty line. */
static void
test_lines (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_open (&test);
  problems = refuse (&test, ANSWER "p1,staff,1.1-2,implemented,\"二\n行\"\n\np9,staff,1.1-2,implemented,\n");
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (&test, problems, 0, 5, "person_id", "“p9”");
}

static void
test_many_bad_rows (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GString) text = g_string_new (ANSWER);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "q%u,staff,1.1-2,implemented,\n", i);
  g_assert_false (tnk_test_store_try_answers (&test, text->str, FALSE, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, "", "(and 4999 more)");
  g_assert_cmpuint (problems->len, ==, MIN (5000, TNK_PROBLEMS_MAX));
}

/* Who does not ask for the list gets the first one all the same. */
static void
test_no_list (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_refused (tnk_test_store_try_answers (&test, ANSWER "p9,staff,1.1-2,implemented,\n", FALSE, NULL, &error), &error,
                          TNK_ERROR_INVALID, "answers.csv:2: person_id: “p9”");
}

/* --- exceptions --- */

static void
add_exception (TnkTestStore *test,
               const char *control,
               const char *department,
               const char *starts,
               const char *ends)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_add_exception (test->store, control, department, "古い機器を使っている", "金庫に入れる", starts, ends,
                                          "p2", "p3", &error));
  g_assert_no_error (error);
}

/* Says by its words whether “excepted” is taken on a day. */
static void
assert_excepted (TnkTestStore *test,
                 const char *day,
                 const char *row,
                 gboolean expected)
{
  g_autofree char *now = g_strconcat (day, "T12:00:00+09:00", NULL);
  g_autofree char *text = g_strdup_printf (ANSWER "%s,excepted,\n", row);
  g_autoptr (GError) error = NULL;

  tnk_test_store_stop_clock (test->store, now);
  if (tnk_test_store_try_answers (test, text, TRUE, NULL, &error) != expected) {
    g_test_message ("%s on %s", row, day);
    g_test_fail ();
  }
  if (!expected)
    g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
}

static void
test_exception_days (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  add_exception (&test, "2.1-2.1", "d2", "2026-04-01", "2026-06-30");
  assert_excepted (&test, "2026-03-31", "p1,staff,2.1-2.1", FALSE);
  assert_excepted (&test, "2026-04-01", "p1,staff,2.1-2.1", TRUE);
  assert_excepted (&test, "2026-06-30", "p1,staff,2.1-2.1", TRUE);
  assert_excepted (&test, "2026-07-01", "p1,staff,2.1-2.1", FALSE);
  /* an answer that was taken once can be read, and is open again, after its exception ended */
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_questionnaire_get_answer (questionnaire, 2), ==, TNK_ANSWER_VALUE_UNANSWERED);
}

static void
test_exception_places (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  add_exception (&test, "2.1-2.1", "d1", "2026-04-01", "2026-06-30");
  /* the department above covers, the one beside does not; another control is another matter */
  assert_excepted (&test, "2026-06-01", "p1,staff,2.1-2.1", TRUE);
  assert_excepted (&test, "2026-06-01", "p5,staff,2.1-2.1", FALSE);
  assert_excepted (&test, "2026-06-01", "p1,staff,2.1-1", FALSE);
  add_exception (&test, "1.1-1", "d1", "2026-04-01", "2026-06-30");
  /* one of a department below does not cover those above it */
  assert_excepted (&test, "2026-06-01", "p3,ciso,1.1-1", FALSE);
  add_exception (&test, "1.1-1", "d0", "2026-04-01", "2026-06-30");
  assert_excepted (&test, "2026-06-01", "p3,ciso,1.1-1", TRUE);
}

/* --- questionnaires that are out of the hands of their people --- */

static void
test_accepted (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  problems = refuse (&test, ANSWER "p2,staff,1.1-2,partial,\np1,staff,1.1-2,partial,\n");
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (&test, problems, 0, 3, "person_id", "“p1” is accepted");
  tnk_test_store_verify (test.store);
}

/* What was handed in is not made a draft again by a file of drafts. */
static void
test_draft_over_submitted (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) problems = NULL;

  tnk_test_store_init_answers (&test);
  problems = refuse_as (&test, ANSWER "p1,staff,1.1-2,partial,\n", TRUE);
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (&test, problems, 0, 2, "person_id", "“p1” is submitted");
}

static void
test_campaign_states (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  tnk_test_store_init_roster (&test);
  tnk_test_store_refused (tnk_test_store_try_answers (&test, ANSWERS, FALSE, &problems, &error), &error, TNK_ERROR_NOT_FOUND, "“2026”");
  g_assert_null (problems);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_refused (tnk_test_store_try_answers (&test, ANSWERS, FALSE, &problems, &error), &error, TNK_ERROR_STATE, "is prepared");
  g_assert_true (tnk_store_open_campaign (test.store, "2026", &n_people, NULL));
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, NULL));
  tnk_test_store_refused (tnk_test_store_try_answers (&test, ANSWERS, FALSE, &problems, &error), &error, TNK_ERROR_STATE, "is closed");
  g_assert_null (problems);
  tnk_test_store_verify (test.store);
}

/* --- files that are none --- */

static void
test_not_csv (void)
{
  static const char *const texts[] = {
    "", "person_id,role,control_id,answer\np1,staff,1.1-2,implemented\n", "p1,staff,1.1-2,implemented,\n",
    ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,partial,\x8e\x9e\x81\x58\np5,staff,1.1-2,partial,時々\n",
    ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,partial,\"時々\n"};
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  before = tnk_test_store_dump (test.path);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_test_store_refused (tnk_test_store_try_answers (&test, texts[i], FALSE, NULL, &error), &error, TNK_ERROR_SYNTAX, "answers.csv");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_no_file (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  guint n_people;

  tnk_test_store_init_open (&test);
  g_assert_false (tnk_store_import_answers (test.store, "2026", "/none/answers.csv", FALSE, &n_rows, &n_people, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, "/none/answers.csv", "");
  /* the change that was begun is over */
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/StoreAnswers/bad-row/", bad_rows[i].name, NULL);
    g_test_add_data_func (path, &bad_rows[i], test_bad_row);
  }
  g_test_add_func ("/Tenken/StoreAnswers/long-comment", test_long_comment);
  g_test_add_func ("/Tenken/StoreAnswers/twice", test_twice);
  g_test_add_func ("/Tenken/StoreAnswers/every-bad-row", test_every_bad_row);
  g_test_add_func ("/Tenken/StoreAnswers/lines", test_lines);
  g_test_add_func ("/Tenken/StoreAnswers/many-bad-rows", test_many_bad_rows);
  g_test_add_func ("/Tenken/StoreAnswers/no-list", test_no_list);
  g_test_add_func ("/Tenken/StoreAnswers/exception-days", test_exception_days);
  g_test_add_func ("/Tenken/StoreAnswers/exception-places", test_exception_places);
  g_test_add_func ("/Tenken/StoreAnswers/accepted", test_accepted);
  g_test_add_func ("/Tenken/StoreAnswers/draft-over-submitted", test_draft_over_submitted);
  g_test_add_func ("/Tenken/StoreAnswers/campaign-states", test_campaign_states);
  g_test_add_func ("/Tenken/StoreAnswers/not-csv", test_not_csv);
  g_test_add_func ("/Tenken/StoreAnswers/no-file", test_no_file);
  return g_test_run ();
}
