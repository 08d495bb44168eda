/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

/* 9 rows a person: more than the import holds in memory at once; under a sanitizer it would take minutes. */
#ifdef __SANITIZE_ADDRESS__
#define N_BUFFER_PEOPLE 1500
#else
#define N_BUFFER_PEOPLE 15000
#endif

#define ALL_ANSWERS "SELECT questionnaire_no, duty, value, comment FROM answer ORDER BY 1, 2"
#define ALL_SHEETS "SELECT no, person_no, state, submitted_at FROM questionnaire ORDER BY no"

/* Asserts on the last entry of the log but for its digest. */
static void
assert_last_entry (TnkTestStore *test,
                   const char *expected)
{
  tnk_test_store_assert_rows (test->path,
                              "SELECT kind, subject, json_remove (detail, '$.digest'), length (detail ->> 'digest') "
                              "FROM log ORDER BY seq DESC LIMIT 1",
                              expected);
}

/* --- taking in --- */

static void
test_import (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_rows = 0;
  guint n_people = 0;

  tnk_test_store_init_open (&test);
  filename = tnk_test_write (test.dir, "answers.csv", ANSWERS, -1);
  g_assert_true (tnk_store_import_answers (test.store, "2026", filename, FALSE, &n_rows, &n_people, &problems, NULL, NULL,
                                           NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 9);
  g_assert_cmpuint (n_people, ==, 3);
  g_assert_cmpuint (problems->len, ==, 0);
  tnk_test_store_assert_rows (test.path, ALL_ANSWERS,
                              "1|4|1|NULL\n1|8|2|時々忘れる\n1|9|4|媒体を使わない\n2|3|1|NULL\n2|4|1|NULL\n2|8|1|NULL\n"
                              "2|9|3|鍵が, ない\n2|10|2|NULL\n3|0|1|NULL");
  tnk_test_store_assert_rows (test.path, ALL_SHEETS,
                              "1|1|submitted|" TNK_TEST_STORE_NOW "\n2|2|submitted|" TNK_TEST_STORE_NOW
                              "\n3|3|submitted|" TNK_TEST_STORE_NOW "\n4|5|draft|NULL");
  assert_last_entry (&test, "questionnaire.submitted|2026/p3|{\"answers\":1,\"replaced\":[]}|64");
  /* what stands on the receipt is found in the log */
  tnk_test_store_assert_rows (test.path,
                              "SELECT count (*) FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN log l ON "
                              "l.subject = '2026/' || p.id WHERE substr (l.hash, 1, 10) = q.reference",
                              "3");
  tnk_test_store_verify (test.store);
}

/* The rows of a text, in an order that depends on the seed alone; 0 leaves them as they are. */
static char *
shuffle (const char *text,
         guint seed)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = g_strv_length (lines) - 1;
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);

  for (guint i = n - 1; seed > 0 && i > 1; i--) {
    guint j = g_rand_int_range (dice, 1, i + 1);
    char *line = lines[i];
    lines[i] = lines[j];
    lines[j] = line;
  }
  return g_strjoinv ("\n", lines);
}

/* Whatever the order of the rows, the same is there, and the log says the same. */
static void
test_any_order (void)
{
  g_autofree char *expected = NULL;

  for (guint seed = 0; seed < 20; seed++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *text = shuffle (ANSWERS, seed), *answers = NULL, *sheets = NULL, *log = NULL, *all = NULL;
    tnk_test_store_init_open (&test);
    tnk_test_store_import_answers (&test, text, FALSE);
    answers = tnk_test_store_ask (test.path, ALL_ANSWERS);
    sheets = tnk_test_store_ask (test.path, ALL_SHEETS);
    log = tnk_test_store_ask (test.path, "SELECT kind, subject, detail FROM log");
    all = g_strjoin ("\n", answers, sheets, log, NULL);
    if (expected == NULL)
      expected = g_steal_pointer (&all);
    else
      g_assert_cmpstr (all, ==, expected);
    tnk_test_store_verify (test.store);
  }
}

static void
test_merge (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  /* the first, one in the middle with another comment, the last; one that is new */
  tnk_test_store_import_answers (&test, ANSWER "p2,staff,2.1-2.1,not_implemented,鍵を買う\np2,manager,2.1-2.2,implemented,\n"
                                               "p2,manager,1.1-2,partial,\"a \"\"b\"\"\"\n",
                                 FALSE);
  tnk_test_store_assert_rows (test.path, "SELECT duty, value, comment FROM answer WHERE questionnaire_no = 2",
                              "3|2|a \"b\"\n4|1|NULL\n8|1|NULL\n9|3|鍵を買う\n10|1|NULL");
  assert_last_entry (&test, "questionnaire.submitted|2026/p2|{\"answers\":5,\"replaced\":[[3,1,\"\"],[9,3,\"鍵が, ない\"],[10,2,\"\"]]}|64");
  tnk_test_store_import_answers (&test, ANSWER "p3,ciso,1.1-2,implemented,\n", FALSE);
  tnk_test_store_assert_rows (test.path, "SELECT duty, value, comment FROM answer WHERE questionnaire_no = 3", "0|1|NULL\n2|1|NULL");
  assert_last_entry (&test, "questionnaire.submitted|2026/p3|{\"answers\":2,\"replaced\":[]}|64");
  tnk_test_store_verify (test.store);
}

/* A comment that goes away is a change too. */
static void
test_merge_comment (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,partial,\n", FALSE);
  assert_last_entry (&test, "questionnaire.submitted|2026/p1|{\"answers\":3,\"replaced\":[[8,2,\"時々忘れる\"]]}|64");
  tnk_test_store_assert_rows (test.path, "SELECT comment FROM answer WHERE questionnaire_no = 1 AND duty = 8", "NULL");
  tnk_test_store_verify (test.store);
}

static void
test_same_again (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_ask (test.path, ALL_ANSWERS);
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
  after = tnk_test_store_ask (test.path, ALL_ANSWERS);
  g_assert_cmpstr (before, ==, after);
  tnk_test_store_assert_rows (test.path, "SELECT DISTINCT detail ->> 'replaced' FROM log WHERE kind = 'questionnaire.submitted'", "[]");
  tnk_test_store_verify (test.store);
}

static void
test_draft (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", TRUE);
  assert_last_entry (&test, "answers.imported|2026/p1|{\"answers\":1,\"replaced\":[]}|64");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,partial,\np1,staff,2.1-1,implemented,\n", TRUE);
  assert_last_entry (&test, "answers.imported|2026/p1|{\"answers\":2,\"replaced\":[[4,1,\"\"]]}|64");
  tnk_test_store_assert_rows (test.path, "SELECT state, submitted_at, reference FROM questionnaire WHERE no = 1", "draft|NULL|NULL");
  /* what was returned stays returned while it is mended, and is handed in with the rest */
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-2.1,implemented,\n", FALSE);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "もう一度");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", TRUE);
  tnk_test_store_assert_rows (test.path, "SELECT state FROM questionnaire WHERE no = 1", "returned");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,partial,\n", FALSE);
  tnk_test_store_assert_rows (test.path, "SELECT state FROM questionnaire WHERE no = 1", "submitted");
  tnk_test_store_assert_rows (test.path, "SELECT duty, value FROM answer", "4|1\n8|2\n9|1");
  tnk_test_store_verify (test.store);
}

/* Files as people have them: CP932 with CRLF, columns in another order, notes beside them, no line at all. */
static void
test_files (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, "comment,answer,\x94\xf5\x8d\x6c,control_id,role,person_id\r\n"
                                        "\x8e\x9e\x81\x58,partial,x,2.1-1,staff,p1\r\n\r\n,implemented,,1.1-2,staff,p1",
                                 FALSE);
  tnk_test_store_assert_rows (test.path, ALL_ANSWERS, "1|4|1|NULL\n1|8|2|時々");
  tnk_test_store_import_answers (&test, ANSWER, FALSE);
  assert_last_entry (&test, "questionnaire.submitted|2026/p1|{\"answers\":2,\"replaced\":[]}|64");
}

/* What is asked depends on the campaign: a recommended control that it adopts, a △ that it wants to hear about. */
static void
test_asked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  guint n_people;

  tnk_test_store_init_roster (&test);
  tnk_campaign_adopt_all (campaign);
  tnk_campaign_set_asks_informed (campaign, TRUE);
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_open_campaign (test.store, "2026", &n_people, NULL));
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.2-1,partial,\np2,manager,1.1-1,implemented,\np2,manager,1.2-1,implemented,\n", FALSE);
  tnk_test_store_assert_rows (test.path, ALL_ANSWERS, "1|6|2|NULL\n2|1|1|NULL\n2|5|1|NULL");
}

/* --- many rows --- */

static char *
crowd_answers (guint n)
{
  static const char *const duties[] = {"ciso,1.1-1", "ciso,1.1-2", "manager,1.1-2", "staff,1.1-2", "manager,1.2-1",
                                       "staff,1.2-1", "staff,2.1-1", "staff,2.1-2.1", "manager,2.1-2.2"};
  static const char *const values[] = {"implemented,", "partial,途中", "not_implemented,\"来年, やる\"", "not_applicable,なし"};
  GString *text = g_string_new (ANSWER);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (duties); j++)
      g_string_append_printf (text, "p%05u,%s,%s\n", i, duties[j], values[(i + i / 7 + j) % 4]);
  return g_string_free (text, FALSE);
}

static void
init_crowd (TnkTestStore *test)
{
  TnkBody *body = tnk_test_store_crowd (N_BUFFER_PEOPLE, "ciso;manager;staff");

  tnk_test_store_init (test);
  tnk_test_store_import_body (test, body);
  g_assert_finalize_object (body);
  tnk_test_store_open_campaign (test, "2026", TRUE);
}

static char *
import_crowd (const char *text,
              gboolean draft)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = NULL, *answers = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_rows = 0;
  guint n_people = 0;

  init_crowd (&test);
  filename = tnk_test_write (test.dir, "answers.csv", text, -1);
  g_assert_true (tnk_store_import_answers (test.store, "2026", filename, draft, &n_rows, &n_people, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 9 * N_BUFFER_PEOPLE);
  g_assert_cmpuint (n_people, ==, N_BUFFER_PEOPLE);
  tnk_test_store_verify (test.store);
  answers = tnk_test_store_ask (test.path, ALL_ANSWERS);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, answers, -1);
}

/* Rows of one person that do not fit into the buffer together still make one questionnaire. */
static void
test_more_than_the_buffer (void)
{
  g_autofree char *sorted = crowd_answers (N_BUFFER_PEOPLE);
  g_autofree char *shuffled = shuffle (sorted, 1);
  g_autofree char *expected = import_crowd (sorted, FALSE);
  g_autofree char *same = import_crowd (shuffled, FALSE);

  g_assert_cmpstr (same, ==, expected);
}

/* A fault in the last row takes back what was written long before. */
static void
test_late_fault (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *answers = crowd_answers (N_BUFFER_PEOPLE);
  g_autofree char *text = g_strconcat (answers, "p00000,staff,1.1-2,implemented,\n", NULL);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  init_crowd (&test);
  before = tnk_test_store_dump (test.path);
  g_assert_false (tnk_test_store_try_answers (&test, text, FALSE, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpuint (tnk_problem_get_line (problems->pdata[0]), ==, 9 * N_BUFFER_PEOPLE + 2);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  tnk_test_store_verify (test.store);
}

static void
test_cancel (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *text = crowd_answers (N_BUFFER_PEOPLE);
  g_autofree char *before = NULL, *after = NULL, *filename = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  guint n_people;

  init_crowd (&test);
  filename = tnk_test_write (test.dir, "answers.csv", text, -1);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_cancelled (tnk_store_import_answers (test.store, "2026", filename, FALSE, &n_rows, &n_people, NULL,
                                                      tnk_test_store_cancel_cb, cancellable, cancellable, &error),
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  tnk_test_store_import_answers (&test, ANSWER "p00000,staff,1.1-2,implemented,\n", FALSE);
  tnk_test_store_verify (test.store);
}

/* Who cancels before it began finds the store as it was, however short the work would have been. */
static void
test_cancelled_already (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  guint n_people;

  tnk_test_store_init_open (&test);
  filename = tnk_test_write (test.dir, "answers.csv", ANSWERS, -1);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_import_answers (test.store, "2026", filename, FALSE, &n_rows, &n_people, NULL, NULL,
                                                      NULL, cancellable, &error),
                            &error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM answer", "0");
}

/* --- giving out --- */

static void
test_export (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *submitted = NULL, *drafts = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p3", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "もう一度");
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,2.1-1,partial,\n", TRUE);
  submitted = tnk_test_store_export (&test, FALSE);
  g_assert_cmpstr (submitted, ==,
                   "person_id,role,control_id,answer,comment\r\n"
                   "p2,manager,1.1-2,implemented,\r\n"
                   "p2,staff,1.1-2,implemented,\r\n"
                   "p2,staff,2.1-1,implemented,\r\n"
                   "p2,staff,2.1-2.1,not_implemented,\"鍵が, ない\"\r\n"
                   "p2,manager,2.1-2.2,partial,\r\n"
                   "p3,ciso,1.1-1,implemented,\r\n");
  drafts = tnk_test_store_export (&test, TRUE);
  g_assert_cmpstr (drafts, ==,
                   "person_id,role,control_id,answer,comment\r\n"
                   "p1,staff,1.1-2,implemented,\r\n"
                   "p1,staff,2.1-1,partial,時々忘れる\r\n"
                   "p1,staff,2.1-2.1,not_applicable,媒体を使わない\r\n"
                   "p5,staff,2.1-1,partial,\r\n");
}

/* What goes out comes back, to the byte. */
static void
test_round_trip (void)
{
  static const char text[] = ANSWER
    "p1,staff,1.1-2,implemented,\"二行の\r\nコメント\"\n"
    "p1,staff,2.1-1,partial,\"\"\"引用\"\", と, 読点\"\n"
    "p1,staff,2.1-2.1,not_applicable,\" 前後の空白 \"\n"
    "p2,staff,1.1-2,implemented,\"\n\"\n"
    "p2,staff,2.1-1,implemented,\"\"\"\"\n"
    "p2,staff,2.1-2.1,not_implemented,=1+1\n"
    "p2,manager,2.1-2.2,partial,𠮷野家・①㈱～\n"
    "p3,ciso,1.1-1,implemented,\"'; DROP TABLE answer; --\\\"\n";
  g_auto (TnkTestStore) from = {0}, to = {0};
  g_autofree char *exported = NULL, *again = NULL;

  tnk_test_store_init_open (&from);
  tnk_test_store_import_answers (&from, text, FALSE);
  exported = tnk_test_store_export (&from, FALSE);
  tnk_test_store_init_open (&to);
  tnk_test_store_import_answers (&to, exported, FALSE);
  again = tnk_test_store_export (&to, FALSE);
  g_assert_cmpstr (exported, ==, again);
  g_free (exported);
  g_free (again);
  exported = tnk_test_store_ask (from.path, ALL_ANSWERS);
  again = tnk_test_store_ask (to.path, ALL_ANSWERS);
  g_assert_cmpstr (exported, ==, again);
  g_assert_nonnull (strstr (exported, "二行の\r\nコメント"));
  tnk_test_store_verify (from.store);
  tnk_test_store_verify (to.store);
}

static void
assert_no_export (TnkTestStore *test,
                  const char *filename,
                  const char *expected_files)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *files = NULL;
  guint64 n_rows;

  tnk_test_store_refused (tnk_store_export_answers (test->store, "2026", filename, FALSE, &n_rows, NULL, &error), &error,
                          TNK_ERROR_EXPORT, filename);
  files = tnk_test_store_list_dir (test->dir);
  g_assert_cmpstr (files, ==, expected_files);
}

/* Where the file cannot be written whole, the one that was there before stays, and nothing is left beside it. */
static void
test_failed_export (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *there = NULL, *folder = NULL, *kept = NULL, *files = NULL, *answers = crowd_answers (1200);
  struct rlimit no_limit, limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &no_limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  init_crowd (&test);
  tnk_test_store_import_answers (&test, answers, FALSE);
  there = tnk_test_write (test.dir, "there.csv", "old", -1);
  folder = g_build_filename (test.dir, "folder", NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  files = tnk_test_store_list_dir (test.dir);
  assert_no_export (&test, folder, files);
  assert_no_export (&test, "/none/there.csv", files);
  /* a disk on which there is no room for half a megabyte */
  limit = (struct rlimit){.rlim_cur = 300 * 1000, .rlim_max = no_limit.rlim_max};
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_no_export (&test, there, files);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &no_limit), ==, 0);
  kept = tnk_test_read (there);
  g_assert_cmpstr (kept, ==, "old");
}

static void
test_cancelled_export (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 n_rows;

  tnk_test_store_init_answers (&test);
  filename = g_build_filename (test.dir, "exported.csv", NULL);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_export_answers (test.store, "2026", filename, FALSE, &n_rows, cancellable, &error), &error);
  g_assert_false (g_file_test (filename, G_FILE_TEST_EXISTS));
  tnk_test_store_refused (tnk_store_export_answers (test.store, "2027", filename, FALSE, &n_rows, NULL, &error), &error,
                          TNK_ERROR_NOT_FOUND, "“2027”");
  g_assert_false (g_file_test (filename, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreAnswers/import", test_import);
  g_test_add_func ("/Tenken/StoreAnswers/any-order", test_any_order);
  g_test_add_func ("/Tenken/StoreAnswers/merge", test_merge);
  g_test_add_func ("/Tenken/StoreAnswers/merge-comment", test_merge_comment);
  g_test_add_func ("/Tenken/StoreAnswers/same-again", test_same_again);
  g_test_add_func ("/Tenken/StoreAnswers/draft", test_draft);
  g_test_add_func ("/Tenken/StoreAnswers/files", test_files);
  g_test_add_func ("/Tenken/StoreAnswers/asked", test_asked);
  g_test_add_func ("/Tenken/StoreAnswers/more-than-the-buffer", test_more_than_the_buffer);
  g_test_add_func ("/Tenken/StoreAnswers/late-fault", test_late_fault);
  g_test_add_func ("/Tenken/StoreAnswers/cancel", test_cancel);
  g_test_add_func ("/Tenken/StoreAnswers/cancelled-already", test_cancelled_already);
  g_test_add_func ("/Tenken/StoreAnswers/export", test_export);
  g_test_add_func ("/Tenken/StoreAnswers/round-trip", test_round_trip);
  g_test_add_func ("/Tenken/StoreAnswers/failed-export", test_failed_export);
  g_test_add_func ("/Tenken/StoreAnswers/cancelled-export", test_cancelled_export);
  return g_test_run ();
}
