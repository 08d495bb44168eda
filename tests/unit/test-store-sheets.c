/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-store-sheets.h"

#include <string.h>

#include "tnk-answer-edits-private.h"
#include "tnk-store-turnout.h"
#include "tnk-test-store.h"

#define MADE "2026-06-01T00:00:00Z" /* the clock of the test stands still at that second */
#define LATER "2026-06-01T00:00:01Z"

typedef struct
{
  const char *control;
  const char *role;
  TnkAnswerValue value;
  const char *comment;
  const char *evidence;
} Row;

static TnkAnswerEdits *
new_edits (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (test->store, "2026", &error);

  g_assert_no_error (error);
  return tnk_answer_edits_new (campaign);
}

static TnkAnswerEdit *
add_sheet (TnkAnswerEdits *edits,
           const char *person,
           const char *made,
           const Row *rows,
           guint n)
{
  g_autofree char *filename = g_strconcat (person, ".xlsx", NULL);
  TnkAnswerEdit *edit = tnk_answer_edits_add (edits, person, filename, made);

  for (guint i = 0; i < n; i++) {
    const TnkGivenAnswer answer = {
      tnk_catalog_find_duty (tnk_campaign_get_catalog (tnk_answer_edits_get_campaign (edits)), rows[i].control, rows[i].role),
      rows[i].value,
      rows[i].comment,
      rows[i].evidence,
    };

    g_assert_nonnull (answer.duty);
    tnk_answer_edit_add_answer (edit, &answer, "職員!F6");
  }
  return edit;
}

static void
compare (TnkTestStore *test,
         TnkAnswerEdits *edits,
         gboolean draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_compare_answers (test->store, edits, draft, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
apply (TnkTestStore *test,
       TnkAnswerEdits *edits,
       guint n_people,
       guint n_answers)
{
  g_autoptr (GError) error = NULL;
  guint people = 99, answers = 99;

  g_assert_true (tnk_store_apply_answers (test->store, edits, &people, &answers, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (people, ==, n_people);
  g_assert_cmpuint (answers, ==, n_answers);
  tnk_test_store_verify (test->store);
}

static const Row staff[] = {
  {"1.1-2", "staff", TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL},
  {"2.1-1", "staff", TNK_ANSWER_VALUE_PARTIAL, "=忘れる", "棚の台帳"},
  {"2.1-2.1", "staff", TNK_ANSWER_VALUE_NOT_APPLICABLE, "使わない", NULL},
};

#define ASK_P5 \
  "SELECT q.state, a.duty, a.value, coalesce (a.comment, '-'), coalesce (a.evidence, '-') FROM answer a JOIN questionnaire q ON q.no = a.questionnaire_no " \
  "JOIN person p ON p.no = q.person_no WHERE p.id = 'p5' ORDER BY a.duty"

static void
test_hand_in (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autofree char *rows = NULL;
  TnkAnswerEdit *edit;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  edit = add_sheet (edits, "p5", MADE, staff, G_N_ELEMENTS (staff));
  compare (&test, edits, FALSE);
  g_assert_cmpstr (tnk_answer_edit_get_person_name (edit), ==, "高橋　三郎");
  g_assert_cmpstr (tnk_answer_edit_get_department_id (edit), ==, "d3");
  g_assert_cmpuint (tnk_answer_edit_get_n_rows (edit), ==, 3);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, 0);
  apply (&test, edits, 1, 3);
  rows = tnk_test_store_ask (test.path, ASK_P5);
  g_assert_true (g_str_has_prefix (rows, "submitted|"));
  g_assert_nonnull (strstr (rows, "|2|=忘れる|棚の台帳"));
  /* The same once more changes nothing. */
  compare (&test, edits, FALSE);
  g_assert_cmpuint (tnk_answer_edit_get_n_rows (edit), ==, 0);
  apply (&test, edits, 0, 0);
}

static void
test_draft (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autofree char *rows = NULL;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  add_sheet (edits, "p5", MADE, staff, 1);
  compare (&test, edits, TRUE);
  apply (&test, edits, 1, 1);
  rows = tnk_test_store_ask (test.path, ASK_P5);
  g_assert_true (g_str_has_prefix (rows, "draft|"));
}

/* p5 answered 1.1-2 at the second that the clock shows: after a sheet of that second, before one of the next. */
static void
test_conflict (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) newer = NULL, older = NULL;
  g_autoptr (GError) error = NULL;
  TnkAnswerEdit *edit;
  guint n;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,not_implemented,\n", TRUE);
  newer = new_edits (&test);
  add_sheet (newer, "p5", LATER, staff, 1);
  compare (&test, newer, FALSE);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (newer), ==, 0);
  g_assert_cmpuint (tnk_answer_edits_count_rows (newer), ==, 1);

  older = new_edits (&test);
  edit = add_sheet (older, "p5", MADE, staff, 2);
  compare (&test, older, FALSE);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (older), ==, 1);
  g_assert_cmpint (tnk_answer_edit_get_stored_value (edit, 0), ==, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  tnk_test_store_refused (tnk_store_apply_answers (test.store, older, &n, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE,
                          "decide for each");
  tnk_answer_edits_decide_all (older, TNK_ANSWER_DECISION_STORE);
  apply (&test, older, 1, 1);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM answer WHERE value = 3", "1");
}

/* A sheet that does not say when it was made is older than every answer. */
static void
test_unknown_age (void)
{
  static const char *const made[] = {NULL, "", "2026-06-09", "gestern"};
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,not_implemented,\n", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (made); i++) {
    g_autoptr (TnkAnswerEdits) edits = new_edits (&test);

    add_sheet (edits, "p5", made[i], staff, 1);
    compare (&test, edits, FALSE);
    g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, 1);
  }
}

static void
test_handed_in (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL, drafts = NULL;
  TnkAnswerEdit *p1, *p3;
  static const Row ciso[] = {{"1.1-1", "ciso", TNK_ANSWER_VALUE_PARTIAL, NULL, NULL}};

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p3", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  edits = new_edits (&test);
  p1 = add_sheet (edits, "p1", LATER, staff, 3);
  p3 = add_sheet (edits, "p3", LATER, ciso, 1);
  compare (&test, edits, FALSE);
  g_assert_cmpuint (tnk_answer_edit_get_n_rows (p1), ==, 2);
  g_assert_true (tnk_answer_edit_is_conflict (p1, 0));
  g_assert_cmpint (tnk_answer_edit_get_lock (p3), ==, TNK_ANSWER_LOCK_ACCEPTED);
  tnk_answer_edits_decide_all (edits, TNK_ANSWER_DECISION_SHEET);
  apply (&test, edits, 1, 2);
  tnk_test_store_assert_rows (test.path, "SELECT state FROM questionnaire WHERE state = 'accepted'", "accepted");

  drafts = new_edits (&test);
  p1 = add_sheet (drafts, "p1", LATER, staff, 1);
  compare (&test, drafts, TRUE);
  g_assert_cmpint (tnk_answer_edit_get_lock (p1), ==, TNK_ANSWER_LOCK_SUBMITTED);
  apply (&test, drafts, 0, 0);
}

static void
test_closed_department (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;
  TnkAnswerEdit *edit;

  tnk_test_store_init_open (&test);
  turnout = tnk_store_close_department (test.store, "2026", "d1", "p2", FALSE, NULL, &error);
  g_assert_no_error (error);
  edits = new_edits (&test);
  edit = add_sheet (edits, "p1", MADE, staff, 3);
  compare (&test, edits, FALSE);
  g_assert_cmpint (tnk_answer_edit_get_lock (edit), ==, TNK_ANSWER_LOCK_DEPARTMENT);
  g_assert_cmpuint (tnk_answer_edits_count_rows (edits), ==, 0);
  apply (&test, edits, 0, 0);
  compare (&test, edits, TRUE);
  g_assert_cmpint (tnk_answer_edit_get_lock (edit), ==, TNK_ANSWER_LOCK_NONE);
}

/* Every fault is told, each with its file and cell. */
static void
test_faults (void)
{
  static const Row rows[] = {
    {"1.1-2", "staff", TNK_ANSWER_VALUE_EXCEPTED, NULL, NULL},
    {"1.1-2", "manager", TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL},
    {"2.1-2.1", "staff", TNK_ANSWER_VALUE_NOT_APPLICABLE, NULL, NULL},
  };
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  add_sheet (edits, "p4", MADE, staff, 1);
  add_sheet (edits, "p1", MADE, rows, G_N_ELEMENTS (rows));
  tnk_test_store_refused (tnk_store_compare_answers (test.store, edits, FALSE, &problems, NULL, &error), &error, TNK_ERROR_INVALID, "p4");
  g_assert_cmpuint (problems->len, ==, 4);
  tnk_test_assert_problem (problems, 0, "p4.xlsx", 0, NULL, "is not asked in this campaign");
  tnk_test_assert_problem (problems, 1, "p1.xlsx", 0, "職員!F6", "approved exception");
  tnk_test_assert_problem (problems, 2, "p1.xlsx", 0, "職員!F6", "in the role “manager”");
  tnk_test_assert_problem (problems, 3, "p1.xlsx", 0, "職員!F6", "needs a reason");
}

static void
test_exception (void)
{
  static const Row rows[] = {{"1.1-2", "staff", TNK_ANSWER_VALUE_EXCEPTED, NULL, NULL}};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  g_assert_true (tnk_store_add_exception (test.store, "1.1-2", "d1", "理由", "代替", "2026-01-01", "2026-12-31", "p2", "p3", &error));
  edits = new_edits (&test);
  add_sheet (edits, "p1", MADE, rows, 1);
  compare (&test, edits, FALSE);
  apply (&test, edits, 1, 1);
}

/* All or none, and only against what was shown. */
static void
test_changed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  add_sheet (edits, "p1", MADE, staff, 3);
  add_sheet (edits, "p5", MADE, staff, 3);
  compare (&test, edits, FALSE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", TRUE);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_store_apply_answers (test.store, edits, &n, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "p5");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  add_sheet (edits, "p1", MADE, staff, 3);
  add_sheet (edits, "p5", MADE, staff, 3);
  compare (&test, edits, FALSE);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_cancelled (tnk_store_apply_answers (test.store, edits, &n, &n, tnk_test_store_cancel_cb, cancellable, cancellable, &error),
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_open (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_init_open (&test);
  edits = new_edits (&test);
  add_sheet (edits, "p1", MADE, staff, 3);
  compare (&test, edits, FALSE);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n, &n, &error));
  tnk_test_store_refused (tnk_store_apply_answers (test.store, edits, &n, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "closed");
  tnk_test_store_refused (tnk_store_compare_answers (test.store, edits, FALSE, NULL, NULL, &error), &error, TNK_ERROR_STATE, "closed");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Store/Sheets/hand-in", test_hand_in);
  g_test_add_func ("/Tenken/Store/Sheets/draft", test_draft);
  g_test_add_func ("/Tenken/Store/Sheets/conflict", test_conflict);
  g_test_add_func ("/Tenken/Store/Sheets/unknown-age", test_unknown_age);
  g_test_add_func ("/Tenken/Store/Sheets/handed-in", test_handed_in);
  g_test_add_func ("/Tenken/Store/Sheets/closed-department", test_closed_department);
  g_test_add_func ("/Tenken/Store/Sheets/faults", test_faults);
  g_test_add_func ("/Tenken/Store/Sheets/exception", test_exception);
  g_test_add_func ("/Tenken/Store/Sheets/changed", test_changed);
  g_test_add_func ("/Tenken/Store/Sheets/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/Store/Sheets/not-open", test_not_open);
  return g_test_run ();
}
