/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

/* --- a sound store --- */

static void
test_sound (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL, *last = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries = 0, n_questionnaires = 0;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  tnk_test_store_move (&test, "p2", TNK_QUESTIONNAIRE_STATE_RETURNED, "もう一度");
  g_assert_true (tnk_store_verify (test.store, &n_entries, &n_questionnaires, &head, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, 9);
  g_assert_cmpint (n_questionnaires, ==, 2);
  last = tnk_test_store_ask (test.path, "SELECT hash FROM log ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (head, ==, last);
}

static void
test_fresh (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL;
  gint64 n_entries = 0, n_questionnaires = -1;

  tnk_test_store_init (&test);
  g_assert_true (tnk_store_verify (test.store, &n_entries, &n_questionnaires, &head, NULL, NULL));
  g_assert_cmpint (n_entries, ==, 1);
  g_assert_cmpint (n_questionnaires, ==, 0);
}

static void
test_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_init_answers (&test);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_verify (test.store, &n, &n, &head, cancellable, &error), &error);
  g_assert_null (head);
}

/* --- one that somebody changed behind the library’s back --- */

typedef struct
{
  const char *name;
  const char *sql;
  const char *words;
} Change;

/* p1 has questionnaire 1 with the duties 4, 8, 9, p2 has 2, p3 has 3, and p5, who answered nothing, has 4. */
static const Change changes[] = {
  {"answer", "UPDATE answer SET value = 1 WHERE questionnaire_no = 1 AND duty = 8", "the answers of 2026/p1 were changed"},
  {"comment", "UPDATE answer SET comment = '時時忘れる' WHERE questionnaire_no = 1 AND duty = 8", "the answers of 2026/p1 were changed"},
  {"comment-removed", "UPDATE answer SET comment = NULL WHERE questionnaire_no = 2 AND duty = 9", "the answers of 2026/p2 were changed"},
  {"comment-added", "UPDATE answer SET comment = 'x' WHERE questionnaire_no = 3", "the answers of 2026/p3 were changed"},
  {"answer-removed", "DELETE FROM answer WHERE questionnaire_no = 2 AND duty = 10", "the answers of 2026/p2 were changed"},
  {"answer-added", "INSERT INTO answer (questionnaire_no, duty, value) VALUES (3, 2, 1)", "the answers of 2026/p3 were changed"},
  {"answer-moved", "UPDATE answer SET duty = 2 WHERE questionnaire_no = 3", "the answers of 2026/p3 were changed"},
  {"answers-removed", "DELETE FROM answer", "the answers of 2026/p1 were changed"},
  {"answers-swapped", "UPDATE questionnaire SET person_no = -person_no WHERE no IN (1, 2); "
                      "UPDATE questionnaire SET person_no = 3 + person_no WHERE no IN (1, 2)",
   "were changed"},
  {"handed-in-for-another", "UPDATE questionnaire SET state = 'submitted' WHERE no = 4", "the log knows nothing of the answers that 2026/p5 handed in"},
  /* what was handed in and shall not count */
  {"taken-back", "UPDATE questionnaire SET state = 'draft' WHERE no = 2", "2026/p2"},
  {"questionnaire-removed", "DELETE FROM answer WHERE questionnaire_no = 2; DELETE FROM questionnaire WHERE no = 2", "2026/p2"},
  {"catalog", "UPDATE catalog SET content = replace (content, '媒体を鍵のかかる所に置いていますか。', '媒体を机の上に置いていますか。')", "the catalog “small” was changed"},
  {"catalog-weight", "UPDATE catalog SET content = replace (content, '\"weight\" : 3', '\"weight\" : 1')", "the catalog “small” was changed"},
  {"fingerprint", "UPDATE catalog SET fingerprint = substr (fingerprint, 2) || 'x'", "the catalog “small” was changed"},
  /* what the figures rest on beside catalog and answers */
  {"lines", "UPDATE campaign SET line_c = 10", "was changed behind the log"},
  {"attainment-line", "UPDATE campaign SET attainment_line = 1", "was changed behind the log"},
  {"state", "UPDATE campaign SET state = 'closed'", "was changed behind the log"},
  {"left-out", "INSERT INTO campaign_control VALUES (1, '2.1-3', 'left_out', 'x')", "was changed behind the log"},
  {"department", "UPDATE questionnaire SET department = 1 - department WHERE no = 1", "was changed behind the log"},
  {"roles", "UPDATE questionnaire SET role_bits = role_bits + 1 WHERE no = 4", "was changed behind the log"},
  {"draft-removed", "DELETE FROM answer WHERE questionnaire_no = 4; DELETE FROM questionnaire WHERE no = 4", "was changed behind the log"},
  {"tree", "UPDATE campaign_department SET name = name || 'x' WHERE position = 1", "was changed behind the log"},
  {"log-entry-removed", "DELETE FROM log WHERE seq = 5", "the log lacks entry 5"},
  {"log-changed", "UPDATE log SET detail = replace (detail, 'p5', 'p6') WHERE seq = 2; UPDATE log SET actor = 'x' WHERE seq = 2", "entry 2 of the log was changed"},
  {"log-emptied", "DELETE FROM log", "the log knows nothing of"},
  /* a log that was cut short hangs together, but the answers miss it */
  {"log-cut-short", "DELETE FROM log WHERE seq > 6", "the log knows nothing of the answers that 2026/p3 handed in"},
  {"person-removed", "DELETE FROM person_role WHERE person_no = 1; DELETE FROM person WHERE no = 1", "the file is damaged"},
  {"catalog-removed", "DELETE FROM catalog", "the file is damaged"},
  {"value-out-of-range", "UPDATE answer SET value = 9 WHERE questionnaire_no = 1 AND duty = 8", "the file is damaged"},
  {"duty-out-of-range", "UPDATE answer SET duty = 99 WHERE questionnaire_no = 1 AND duty = 8", "the answers of 2026/p1 were changed"},
};

static void
test_change (gconstpointer data)
{
  const Change *change = data;
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_init_answers (&test);
  tnk_test_store_close (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_meddle (test.path, change->sql);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, !=, after);
  tnk_test_store_reopen (&test);
  tnk_test_store_refused (tnk_store_verify (test.store, &n, &n, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, change->words);
  g_assert_null (head);
}

/* Who makes the fingerprint fit the changed catalog has not made it fit the log. */
static void
test_fitting_fingerprint (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL, *content = NULL, *fingerprint = NULL, *sql = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_init_answers (&test);
  tnk_test_store_meddle (test.path, "UPDATE catalog SET content = replace (content, '\"weight\" : 3', '\"weight\" : 1')");
  content = tnk_test_store_ask (test.path, "SELECT content FROM catalog");
  fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  sql = g_strdup_printf ("UPDATE catalog SET fingerprint = '%s'", fingerprint);
  tnk_test_store_meddle (test.path, sql);
  tnk_test_store_refused (tnk_store_verify (test.store, &n, &n, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, "catalog");
}

/* Pages of the file that are no longer what they were. */
static void
test_damaged_file (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *bytes = NULL, *head = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gint64 n;

  tnk_test_store_init_answers (&test);
  tnk_test_store_close (&test);
  g_assert_true (g_file_get_contents (test.path, &bytes, &length, NULL));
  for (gsize page = 4096; page + 4096 <= length; page += 4096)
    memset (bytes + page + 8, 0xa5, 64);
  g_assert_true (g_file_set_contents (test.path, bytes, length, NULL));
  test.store = tnk_store_open (test.path, "tester", &error);
  if (test.store != NULL)
    g_assert_false (tnk_store_verify (test.store, &n, &n, &head, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (g_error_matches (error, TNK_ERROR, TNK_ERROR_TAMPERED) || g_error_matches (error, TNK_ERROR, TNK_ERROR_STORE));
  tnk_test_assert_line (error->message, test.path, "damaged");
}

/* --- what the rest makes of such a store: an error, not a crash and not a wrong figure --- */

static void
assert_unreadable (TnkTestStore *test,
                   const char *sql)
{
  g_autofree char *filename = g_build_filename (test->dir, "exported.csv", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_rows;

  tnk_test_store_meddle (test->path, sql);
  tnk_test_store_refused (tnk_store_tally (test->store, "2026", NULL, &error) != NULL, &error, TNK_ERROR_TAMPERED, "verify");
  tnk_test_store_refused (tnk_store_export_answers (test->store, "2026", filename, FALSE, &n_rows, NULL, &error), &error,
                          TNK_ERROR_TAMPERED, "verify");
  g_assert_false (g_file_test (filename, G_FILE_TEST_EXISTS));
  tnk_test_store_refused (tnk_store_load_questionnaire (test->store, "2026", "p1", &error) != NULL, &error, TNK_ERROR_TAMPERED, "verify");
}

static void
test_foreign_duty (void)
{
  static const char *const duties[] = {"11", "-1", "65540", "4294967300"};

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *sql = g_strdup_printf ("UPDATE answer SET duty = %s WHERE questionnaire_no = 1 AND duty = 8", duties[i]);
    tnk_test_store_init_answers (&test);
    assert_unreadable (&test, sql);
  }
}

static void
test_foreign_value (void)
{
  static const char *const values[] = {"0", "6", "-1", "4294967297"};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *sql = g_strdup_printf ("UPDATE answer SET value = %s WHERE questionnaire_no = 1 AND duty = 8", values[i]);
    tnk_test_store_init_answers (&test);
    assert_unreadable (&test, sql);
  }
}

static void
test_foreign_department (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_meddle (test.path, "UPDATE questionnaire SET department = 77 WHERE no = 1");
  tnk_test_store_refused (tnk_store_tally (test.store, "2026", NULL, &error) != NULL, &error, TNK_ERROR_TAMPERED, "verify");
  tnk_test_store_refused (tnk_test_store_try_answers (&test, ANSWER "p1,staff,1.1-2,excepted,\n", FALSE, NULL, &error), &error,
                          TNK_ERROR_TAMPERED, "verify");
}

static void
test_no_catalog (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_meddle (test.path, "DELETE FROM catalog");
  /* an open store goes on with the catalog that it has read */
  tnk_test_store_reopen (&test);
  tnk_test_store_refused (tnk_store_load_campaign (test.store, "2026", &error) != NULL, &error, TNK_ERROR_TAMPERED, "catalog");
  tnk_test_store_refused (tnk_store_list_campaigns (test.store, &error) != NULL, &error, TNK_ERROR_TAMPERED, "catalog");
}

static void
test_broken_tree (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_meddle (test.path, "UPDATE campaign_department SET parent_id = 'd2' WHERE id = 'd0'; UPDATE department SET parent_id = 'd9' WHERE id = 'd1'");
  tnk_test_store_refused (tnk_store_load_campaign_body (test.store, "2026", &error) != NULL, &error, TNK_ERROR_TAMPERED, test.path);
  tnk_test_store_refused (tnk_store_load_body (test.store, &error) != NULL, &error, TNK_ERROR_TAMPERED, test.path);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreVerify/sound", test_sound);
  g_test_add_func ("/Tenken/StoreVerify/fresh", test_fresh);
  g_test_add_func ("/Tenken/StoreVerify/cancelled", test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/StoreVerify/change/", changes[i].name, NULL);
    g_test_add_data_func (path, &changes[i], test_change);
  }
  g_test_add_func ("/Tenken/StoreVerify/fitting-fingerprint", test_fitting_fingerprint);
  g_test_add_func ("/Tenken/StoreVerify/damaged-file", test_damaged_file);
  g_test_add_func ("/Tenken/StoreVerify/foreign-duty", test_foreign_duty);
  g_test_add_func ("/Tenken/StoreVerify/foreign-value", test_foreign_value);
  g_test_add_func ("/Tenken/StoreVerify/foreign-department", test_foreign_department);
  g_test_add_func ("/Tenken/StoreVerify/no-catalog", test_no_catalog);
  g_test_add_func ("/Tenken/StoreVerify/broken-tree", test_broken_tree);
  return g_test_run ();
}
