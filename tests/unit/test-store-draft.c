/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-draft-private.h"

#define IMPLEMENTED TNK_ANSWER_VALUE_IMPLEMENTED
#define PARTIAL TNK_ANSWER_VALUE_PARTIAL
#define NOT_IMPLEMENTED TNK_ANSWER_VALUE_NOT_IMPLEMENTED
#define NOT_APPLICABLE TNK_ANSWER_VALUE_NOT_APPLICABLE
#define EXCEPTED TNK_ANSWER_VALUE_EXCEPTED
#define UNANSWERED TNK_ANSWER_VALUE_UNANSWERED

#define ANSWERS_ROWS "SELECT duty, value, comment, evidence FROM answer ORDER BY 1"
#define LAST_LOG "SELECT kind, subject, detail FROM log ORDER BY seq DESC LIMIT 1"
#define N_LOG "SELECT count (*) FROM log"

/* The duties of the small catalog, as a caller has them: from a catalog of its own. */
static TnkDuty *
duty_of (TnkCatalog *catalog,
         const char *control_id,
         const char *role_id)
{
  TnkDuty *duty = tnk_catalog_find_duty (catalog, control_id, role_id);

  if (duty == NULL)
    g_error ("%s %s", control_id, role_id);
  return duty;
}

static void
save (TnkTestStore *test,
      const char *person,
      const char *control_id,
      TnkAnswerValue value,
      const char *comment,
      const char *evidence)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_save_answer (test->store, "2026", person, duty_of (catalog, control_id, "staff"), value, comment,
                                        evidence, &error));
  g_assert_no_error (error);
}

static void
assert_refused (TnkTestStore *test,
                const char *person,
                const char *control_id,
                const char *role_id,
                TnkAnswerValue value,
                const char *comment,
                const char *evidence,
                int code,
                const char *words)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_save_answer (test->store, "2026", person, duty_of (catalog, control_id, role_id), value,
                                                 comment, evidence, &error),
                          &error, code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

static TnkQuestionnaire *
load (TnkTestStore *test,
      const char *campaign_id,
      const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkQuestionnaire *questionnaire = tnk_store_load_questionnaire (test->store, campaign_id, person, &error);

  g_assert_no_error (error);
  if (questionnaire == NULL)
    g_error ("“%s” has no questionnaire", person);
  return questionnaire;
}

static const char *
or_none (const char *text)
{
  return text != NULL ? text : "(null)";
}

/* Everything that a questionnaire says of each of its items. */
static void
assert_items (TnkTestStore *test,
              const char *campaign_id,
              const char *person,
              const char *expected)
{
  TnkQuestionnaire *self = load (test, campaign_id, person);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tnk_questionnaire_get_n_items (self); i++)
    g_string_append_printf (text, "%s%s %s %s %s%s%s <%s %s> %s", i > 0 ? ", " : "",
                            tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (self, i))),
                            tnk_answer_value_to_string (tnk_questionnaire_get_answer (self, i)),
                            or_none (tnk_questionnaire_get_comment (self, i)), or_none (tnk_questionnaire_get_evidence (self, i)),
                            tnk_questionnaire_get_flagged (self, i) ? " flagged" : "",
                            tnk_questionnaire_may_except (self, i) ? " may-except" : "",
                            tnk_answer_value_to_string (tnk_questionnaire_get_previous (self, i)),
                            or_none (tnk_questionnaire_get_previous_comment (self, i)), or_none (tnk_questionnaire_get_promise (self, i)));
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_finalize_object (self);
}

/* --- answers --- */

static void
test_save (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *n = NULL;

  tnk_test_store_init_open (&test);
  n = tnk_test_store_ask (test.path, N_LOG);
  save (&test, "p1", "1.1-2", IMPLEMENTED, NULL, NULL);
  save (&test, "p1", "2.1-1", PARTIAL, "時々\n忘れる <b>%n</b> 😀", "棚の3段目");
  save (&test, "p1", "2.1-2.1", NOT_APPLICABLE, "媒体を使わない", "");
  tnk_test_store_assert_rows (test.path, ANSWERS_ROWS,
                              "4|1|NULL|NULL\n8|2|時々\n忘れる <b>%n</b> 😀|棚の3段目\n9|4|媒体を使わない|NULL");
  /* a first answer is in no entry of its own: the one of the handing in covers it */
  tnk_test_store_assert_rows (test.path, N_LOG, n);
  assert_items (&test, "2026", "p1",
                "1.1-2 implemented (null) (null) <unanswered (null)> (null), "
                "2.1-1 partial 時々\n忘れる <b>%n</b> 😀 棚の3段目 <unanswered (null)> (null), "
                "2.1-2.1 not_applicable 媒体を使わない (null) <unanswered (null)> (null)");
}

static void
test_change (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *n = NULL;

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, "時々\"忘れる\"\n", NULL);
  n = tnk_test_store_ask (test.path, N_LOG);
  save (&test, "p1", "2.1-1", PARTIAL, "時々\"忘れる\"\n", "");
  tnk_test_store_assert_rows (test.path, N_LOG, n);
  save (&test, "p1", "2.1-1", PARTIAL, "時々\"忘れる\"\n", "画面");
  tnk_test_store_assert_rows (test.path, LAST_LOG,
                              "answer.changed|2026/p1|{\"replaced\":[[8,2,\"時々\\\"忘れる\\\"\\u000a\"]]}");
  save (&test, "p1", "2.1-1", IMPLEMENTED, NULL, "画面");
  tnk_test_store_assert_rows (test.path, LAST_LOG,
                              "answer.changed|2026/p1|{\"replaced\":[[8,2,\"時々\\\"忘れる\\\"\\u000a\",\"画面\"]]}");
  tnk_test_store_verify (test.store);
}

static void
test_delete (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *n = NULL;

  tnk_test_store_init_open (&test);
  n = tnk_test_store_ask (test.path, N_LOG);
  save (&test, "p1", "2.1-1", UNANSWERED, NULL, NULL);
  tnk_test_store_assert_rows (test.path, N_LOG, n);
  save (&test, "p1", "2.1-1", NOT_IMPLEMENTED, "x", "y");
  save (&test, "p1", "2.1-1", UNANSWERED, NULL, NULL);
  tnk_test_store_assert_rows (test.path, ANSWERS_ROWS, "");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "answer.changed|2026/p1|{\"replaced\":[[8,3,\"x\",\"y\"]]}");
}

static void
test_bad_answers (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *longer = g_strnfill (4001, 'x');

  tnk_test_store_init_open (&test);
  assert_refused (&test, "p1", "2.1-1", "staff", NOT_APPLICABLE, NULL, NULL, TNK_ERROR_INVALID, "needs a reason");
  assert_refused (&test, "p1", "2.1-1", "staff", NOT_APPLICABLE, "　", NULL, TNK_ERROR_INVALID, "needs a reason");
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, longer, NULL, TNK_ERROR_INVALID, "longer than 4000");
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, NULL, longer, TNK_ERROR_INVALID, "evidence note is longer");
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, "a\x01", NULL, TNK_ERROR_INVALID, "the comment holds");
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, NULL, "\xe2\x80\xae", TNK_ERROR_INVALID, "the evidence note holds");
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, "\xff", NULL, TNK_ERROR_INVALID, "not UTF-8");
  assert_refused (&test, "p1", "2.1-1", "staff", (TnkAnswerValue) 6, NULL, NULL, TNK_ERROR_INVALID, "not an answer");
  assert_refused (&test, "p1", "2.1-1", "staff", EXCEPTED, NULL, NULL, TNK_ERROR_REFUSED, "needs an approved exception");
}

static void
test_not_asked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  /* another’s role, a control that was not adopted, what is only told, somebody who is asked nothing, nobody */
  assert_refused (&test, "p1", "2.1-2.2", "manager", IMPLEMENTED, NULL, NULL, TNK_ERROR_NOT_FOUND, "“p1” is not asked about “2.1-2.2”");
  assert_refused (&test, "p1", "1.2-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_NOT_FOUND, "is not asked about");
  assert_refused (&test, "p2", "1.1-1", "manager", IMPLEMENTED, NULL, NULL, TNK_ERROR_NOT_FOUND, "is not asked about");
  assert_refused (&test, "p4", "2.1-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_NOT_FOUND, "“p4” is not asked in");
  assert_refused (&test, "p9", "2.1-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_NOT_FOUND, "“p9” is not asked in");
  tnk_test_store_refused (tnk_store_save_answer (test.store, "2027", "p1", duty_of (catalog, "2.1-1", "staff"), IMPLEMENTED,
                                                 NULL, NULL, &error),
                          &error, TNK_ERROR_NOT_FOUND, "“2027”");
}

static void
test_states (void)
{
  g_auto (TnkTestStore) test = {0};
  guint n_submitted, n_people;

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, NULL, "棚");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_STATE, "is submitted; have it returned");
  tnk_test_store_verify (test.store);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "棚とは \"どこ\" ですか\n教えて");
  save (&test, "p1", "2.1-1", PARTIAL, NULL, "北の棚");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  assert_refused (&test, "p1", "2.1-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_STATE, "is accepted");
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, NULL));
  assert_refused (&test, "p5", "2.1-1", "staff", IMPLEMENTED, NULL, NULL, TNK_ERROR_STATE, "“2026” is closed; answers are taken while");
  tnk_test_store_verify (test.store);
}

static void
test_remark (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "古い");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "棚とは \"どこ\" \\ ですか\n教えて\t");
  questionnaire = load (&test, "2026", "p1");
  g_assert_cmpstr (tnk_questionnaire_get_remark (questionnaire), ==, "棚とは \"どこ\" \\ ですか\n教えて\t");
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  questionnaire = load (&test, "2026", "p1");
  g_assert_null (tnk_questionnaire_get_remark (questionnaire));
}

static void
add_exception (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_add_exception (test->store, "2.1-1", "d1", "古い端末", "鍵をかける", "2026-05-01", "2026-06-30", "p2", "p3", &error));
  g_assert_no_error (error);
}

static void
test_excepted (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  add_exception (&test);
  assert_items (&test, "2026", "p1",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 unanswered (null) (null) may-except <unanswered (null)> (null), "
                "2.1-2.1 unanswered (null) (null) <unanswered (null)> (null)");
  save (&test, "p1", "2.1-1", EXCEPTED, NULL, NULL);
  assert_refused (&test, "p1", "1.1-2", "staff", EXCEPTED, NULL, NULL, TNK_ERROR_REFUSED, "there is none for this control");
  assert_refused (&test, "p5", "2.1-1", "staff", EXCEPTED, NULL, NULL, TNK_ERROR_REFUSED, "there is none for this control");
  /* once it is over, the answer does not stand any more, and cannot be given anew */
  tnk_test_store_stop_clock (test.store, "2026-07-01T00:00:00+09:00");
  assert_items (&test, "2026", "p1",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-2.1 unanswered (null) (null) <unanswered (null)> (null)");
  assert_refused (&test, "p1", "2.1-1", "staff", EXCEPTED, "x", NULL, TNK_ERROR_REFUSED, "needs an approved exception");
}

/* A role that the person lost while the session goes on. */
static void
test_roles_change (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRound) round = NULL;
  g_autoptr (TnkDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  TnkDuty *duty;

  tnk_test_store_init_open (&test);
  round = tnk_round_load (test.store, "2026", NULL);
  draft = tnk_draft_new (test.store, round, "p2", NULL);
  duty = tnk_draft_find_duty (draft, "2.1-2.2", "manager", NULL);
  g_assert_true (tnk_draft_save_answer (draft, test.store, duty, PARTIAL, "月に二度", "台帳", &error));
  g_assert_true (tnk_draft_promise (draft, test.store, duty, "2026-12", &error));
  g_assert_true (tnk_draft_set_flag (draft, test.store, duty, TRUE, &error));
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\np2,鈴木　花子,d2,staff\n");
  tnk_test_store_assert_rows (test.path, "SELECT detail FROM log WHERE kind = 'questionnaire.roles-changed'",
                              "{\"dropped\":[[10,2,\"月に二度\",\"台帳\"]]}");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM promise", "0");
  tnk_test_store_refused (tnk_draft_save_answer (draft, test.store, duty, PARTIAL, NULL, NULL, &error), &error,
                          TNK_ERROR_NOT_FOUND, "“p2” is not asked about “2.1-2.2”");
  /* and one who is not asked at all any more, with all that hung on the questionnaire */
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\n");
  tnk_test_store_refused (tnk_draft_save_answer (draft, test.store, duty, PARTIAL, NULL, NULL, &error), &error,
                          TNK_ERROR_NOT_FOUND, "“p2” is not asked any more");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM flag", "0");
  tnk_test_store_verify (test.store);
}

/* --- evidence where answers come by another way --- */

static void
test_import_leaves_evidence (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, "前", "棚");
  save (&test, "p1", "1.1-2", IMPLEMENTED, NULL, "記録");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,implemented,後\np1,staff,2.1-2.1,implemented,\n", FALSE);
  tnk_test_store_assert_rows (test.path, ANSWERS_ROWS, "4|1|NULL|記録\n8|1|後|棚\n9|1|NULL|NULL");
  tnk_test_store_assert_rows (test.path, "SELECT detail ->> 'replaced' FROM log WHERE kind = 'questionnaire.submitted'",
                              "[[8,2,\"前\",\"棚\"]]");
  tnk_test_store_verify (test.store);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,partial,\n", FALSE);
  tnk_test_store_verify (test.store);
}

static void
test_evidence_verified (void)
{
  static const char *const sqls[] = {"UPDATE answer SET evidence = '机' WHERE duty = 8",
                                     "UPDATE answer SET evidence = NULL WHERE duty = 8",
                                     "UPDATE answer SET evidence = '棚' WHERE duty = 4",
                                     "UPDATE answer SET comment = '前:3:棚', evidence = NULL WHERE duty = 8"};

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *head = NULL;
    g_autoptr (GError) error = NULL;
    gint64 n, m;
    tnk_test_store_init_open (&test);
    save (&test, "p1", "2.1-1", PARTIAL, "前", "棚");
    save (&test, "p1", "1.1-2", IMPLEMENTED, NULL, NULL);
    tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
    tnk_test_store_verify (test.store);
    tnk_test_store_meddle (test.path, sqls[i]);
    tnk_test_store_refused (tnk_store_verify (test.store, &n, &m, &head, NULL, &error), &error, TNK_ERROR_TAMPERED,
                            "the answers of 2026/p1 were changed");
  }
}

/* --- many --- */

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

/* Microseconds. */
#ifdef __SANITIZE_ADDRESS__
#define MOST_TIME 50000
#else
#define MOST_TIME 2000
#endif

/* An answer among ten thousand people costs what it costs among five. */
static void
test_many (void)
{
  const guint n_people = TNK_TEST_STORE_CROWD / 8, n_saves = 400;
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = tnk_test_store_crowd (n_people, "staff;manager");
  g_autoptr (TnkRound) round = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, body);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  round = tnk_round_load (test.store, "2026", NULL);
  for (guint i = 0; i < n_saves; i++) {
    g_autofree char *id = g_strdup_printf ("p%05u", (i * 7919) % n_people);
    g_autoptr (TnkDraft) draft = tnk_draft_new (test.store, round, id, &error);
    TnkDuty *duty = tnk_draft_find_duty (draft, i % 2 ? "2.1-1" : "1.1-2", "staff", &error);
    gint64 before = tnk_test_cpu_time (), taken;
    g_assert_true (tnk_draft_save_answer (draft, test.store, duty, i % 3 ? PARTIAL : IMPLEMENTED, "短い", "棚", &error));
    g_assert_no_error (error);
    taken = tnk_test_cpu_time () - before;
    g_array_append_val (times, taken);
  }
  g_array_sort (times, compare_times);
  g_test_message ("p50 %d µs, p99 %d µs", (int) g_array_index (times, gint64, n_saves / 2),
                  (int) g_array_index (times, gint64, n_saves * 99 / 100));
  /* by the time of the processor, and far below what a scan of all takes; the benchmark tells the exact time */
  g_assert_cmpint (g_array_index (times, gint64, n_saves / 2), <, MOST_TIME);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreDraft/save", test_save);
  g_test_add_func ("/Tenken/StoreDraft/change", test_change);
  g_test_add_func ("/Tenken/StoreDraft/delete", test_delete);
  g_test_add_func ("/Tenken/StoreDraft/bad-answers", test_bad_answers);
  g_test_add_func ("/Tenken/StoreDraft/not-asked", test_not_asked);
  g_test_add_func ("/Tenken/StoreDraft/states", test_states);
  g_test_add_func ("/Tenken/StoreDraft/remark", test_remark);
  g_test_add_func ("/Tenken/StoreDraft/excepted", test_excepted);
  g_test_add_func ("/Tenken/StoreDraft/roles-change", test_roles_change);
  g_test_add_func ("/Tenken/StoreDraft/import-leaves-evidence", test_import_leaves_evidence);
  g_test_add_func ("/Tenken/StoreDraft/evidence-verified", test_evidence_verified);
  g_test_add_func ("/Tenken/StoreDraft/many", test_many);
  return g_test_run ();
}
