/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include <glib/gstdio.h>

#include "tnk-schema-private.h"

/* test-schema --make-fixture FILE writes a store of the present version. Those of released versions stay in
 * tests/fixtures for ever, one store-vN.db for each: what they hold must open and give these figures in every later Tenken. */
typedef struct
{
  const char *name;
  int version;
  const char *head;
  gint64 n_entries;
  const char *score_2025;
  const char *score_2026;
} Old;

static const Old olds[] = {
  {"store-v1.db", 1, "97a99b1a7c3f5ca8a99a02e6ab19083a2f875b7ee1be7e643cdecf4364443193", 17,
   "0.000000000 D people_asked=4 people_submitted=0 items=13 answered=0 implemented=0 partial=0 not_implemented=0 "
   "not_applicable=0 excepted=0 controls=5 controls_full=0",
   "79.166666667 C people_asked=5 people_submitted=3 items=21 answered=7 implemented=4 partial=1 not_implemented=1 "
   "not_applicable=0 excepted=1 controls=4 controls_full=2"},
};

/* --- what a new store is --- */

static void
test_fresh (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *version = g_strdup_printf ("%d", TNK_SCHEMA_VERSION);

  tnk_test_store_init (&test);
  tnk_test_store_close (&test);
  tnk_test_store_assert_rows (test.path, "PRAGMA user_version", version);
  tnk_test_store_assert_rows (test.path, "PRAGMA application_id", "1416522606");
  tnk_test_store_assert_rows (test.path, "PRAGMA journal_mode", "wal");
  tnk_test_store_assert_rows (test.path, "PRAGMA integrity_check", "ok");
  tnk_test_store_assert_rows (test.path, "SELECT name, value FROM meta", "body_name|点検市");
  /* every table checks its types */
  tnk_test_store_assert_rows (test.path,
                              "SELECT count (*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'",
                              "0");
}

static void
test_migrated_already (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL, *files = NULL;

  tnk_test_store_init (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_reopen (&test);
  after = tnk_test_store_dump (test.path);
  tnk_test_store_close (&test);
  g_assert_cmpstr (before, ==, after);
  files = tnk_test_store_list_dir (test.dir);
  g_assert_cmpstr (files, ==, "store.db");
}

/* --- what is no store of ours --- */

/* Opening the file is refused, and neither its bytes nor its folder change. */
static void
assert_left_alone (const char *dir,
                   const char *filename,
                   int code,
                   const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *files_before = tnk_test_store_list_dir (dir), *files_after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (filename, &before, &length_before, NULL));
  tnk_test_store_refused (tnk_store_open (filename, "tester", &error) != NULL, &error, code, words);
  tnk_test_store_refused (tnk_store_create (filename, "点検市", "tester", NULL, &error) != NULL, &error, TNK_ERROR_EXISTS, filename);
  g_assert_true (g_file_get_contents (filename, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  files_after = tnk_test_store_list_dir (dir);
  g_assert_cmpstr (files_before, ==, files_after);
}

static void
test_future (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init (&test);
  tnk_test_store_close (&test);
  tnk_test_store_meddle (test.path, "PRAGMA user_version = 99; ALTER TABLE meta ADD COLUMN more TEXT; CREATE TABLE new (id TEXT)");
  assert_left_alone (test.dir, test.path, TNK_ERROR_FUTURE, "the store has version 99");
}

static void
test_next_version (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", TNK_SCHEMA_VERSION + 1);

  tnk_test_store_init (&test);
  tnk_test_store_close (&test);
  tnk_test_store_meddle (test.path, sql);
  assert_left_alone (test.dir, test.path, TNK_ERROR_FUTURE, "use a newer Tenken");
}

static void
test_foreign (void)
{
  static const char *const sqls[] = {
    "CREATE TABLE guest (name TEXT); INSERT INTO guest VALUES ('x')",
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT); PRAGMA user_version = 1",
    "PRAGMA journal_mode = WAL; CREATE TABLE guest (name TEXT); PRAGMA user_version = 1; PRAGMA application_id = 5"};

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++) {
    g_autofree char *dir = tnk_test_dir ();
    g_autofree char *path = g_build_filename (dir, "foreign.db", NULL);
    tnk_test_store_meddle (path, sqls[i]);
    assert_left_alone (dir, path, TNK_ERROR_STORE, "not a store of Tenken");
  }
}

static void
test_other_files (void)
{
  static const struct
  {
    const char *text;
    gssize length;
  } files[] = {
    {"", 0},
    {"x", 1},
    {"これは文章です。\n", -1},
    {"person_id,name,department_id,roles\r\np1,山田,d1,staff\r\n", -1},
    {"SQLite format 3", 16},
    {"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 24},
    {"PK\x03\x04\0\0\0\0", 8},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *dir = tnk_test_dir ();
    g_autofree char *path = tnk_test_write (dir, "other", files[i].text, files[i].length);
    assert_left_alone (dir, path, TNK_ERROR_STORE, "not a store of Tenken");
  }
}

static void
test_long_text (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *text = g_strnfill (100000, 'a');
  g_autofree char *path = tnk_test_write (dir, "long.txt", text, -1);

  assert_left_alone (dir, path, TNK_ERROR_STORE, "not a store of Tenken");
}

static void
test_damaged (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *bytes = NULL;
  gsize length;

  tnk_test_store_init_answers (&test);
  tnk_test_store_close (&test);
  g_assert_true (g_file_get_contents (test.path, &bytes, &length, NULL));
  memset (bytes + 100, 0xff, 200);
  g_assert_true (g_file_set_contents (test.path, bytes, length, NULL));
  assert_left_alone (test.dir, test.path, TNK_ERROR_STORE, "damaged");
}

static void
test_folder (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *path = g_build_filename (dir, "folder", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  tnk_test_store_refused (tnk_store_open (path, "tester", &error) != NULL, &error, TNK_ERROR_STORE, path);
  tnk_test_store_refused (tnk_store_create (path, "点検市", "tester", NULL, &error) != NULL, &error, TNK_ERROR_EXISTS, path);
}

/* --- steps --- */

/* A step that fails half-way leaves no half of itself. */
static void
test_failed_step (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *path = g_build_filename (dir, "store.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkConnection) connection = tnk_sqlite_connection_open (path, TRUE, &error);

  g_assert_true (tnk_connection_execute (connection, "CREATE TABLE questionnaire (a TEXT); INSERT INTO questionnaire VALUES ('x')", &error));
  g_assert_true (tnk_connection_begin (connection, &error));
  tnk_test_store_refused (tnk_schema_create (connection, &error), &error, TNK_ERROR_STORE, "questionnaire already exists");
  tnk_connection_roll_back (connection);
  tnk_test_store_assert_rows (path, "PRAGMA user_version", "0");
  tnk_test_store_assert_rows (path, "PRAGMA application_id", "0");
  tnk_test_store_assert_rows (path, "SELECT name FROM sqlite_schema", "questionnaire");
  tnk_test_store_assert_rows (path, "SELECT * FROM questionnaire", "x");
}

/* What `init` began and did not end is no store of anybody: it has no name and no log. */
static void
test_half_made (void)
{
  static const char *const versions[] = {"0", "-1"};

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++) {
    g_autofree char *dir = tnk_test_dir ();
    g_autofree char *path = g_build_filename (dir, "store.db", NULL);
    g_autofree char *sql = g_strconcat ("PRAGMA application_id = 1416522606; PRAGMA user_version = ", versions[i], NULL);
    tnk_test_store_meddle (path, sql);
    assert_left_alone (dir, path, TNK_ERROR_STORE, "never made whole");
  }
}

/* --- stores of released versions --- */

static void
make_fixture (const char *filename)
{
  TnkTestStore test = {.dir = g_dir_make_tmp ("tenken-fixture-XXXXXX", NULL)};
  g_autoptr (GDateTime) birth = g_date_time_new_from_iso8601 ("2025-06-01T09:00:00+09:00", NULL);
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  test.path = g_build_filename (test.dir, "store.db", NULL);
  test.store = tnk_store_create (test.path, "点検市", "tester", birth, NULL);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  tnk_test_store_open_campaign (&test, "2025", FALSE);
  tnk_store_close_campaign (test.store, "2025", &n_submitted, &n_people, NULL);
  tnk_test_store_stop_clock (test.store, TNK_TEST_STORE_NOW);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,渡辺　四郎,d2,staff\n");
  tnk_test_store_open_campaign (&test, "2026", TRUE);
  tnk_store_add_exception (test.store, "2.1-2.2", "d1", "保管庫を直している", "課長が持つ", "2026-04-01", "2027-03-31", "p2",
                           "p3", NULL);
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,2.1-1,partial,途中\np2,manager,2.1-2.2,excepted,\n", FALSE);
  tnk_test_store_import_answers (&test, ANSWER "p6,staff,2.1-1,implemented,\n", TRUE);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "理由を詳しく");
  tnk_test_store_move (&test, "p3", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL);
  if (!tnk_store_backup (test.store, filename, &error))
    g_error ("%s", error->message);
  tnk_test_store_remove (&test);
}

static void
lay_out_old (TnkTestStore *test,
             const Old *old)
{
  g_autofree char *fixture = tnk_test_fixture (old->name);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  test->dir = tnk_test_dir ();
  test->path = g_build_filename (test->dir, "store.db", NULL);
  if (!g_file_get_contents (fixture, &bytes, &length, &error) || !g_file_set_contents (test->path, bytes, length, &error))
    g_error ("%s", error->message);
}

static void
open_old (TnkTestStore *test,
          const Old *old)
{
  g_autoptr (GError) error = NULL;

  lay_out_old (test, old);
  test->store = tnk_store_open (test->path, "tester", &error);
  if (test->store == NULL)
    g_error ("%s", error->message);
  tnk_test_store_stop_clock (test->store, TNK_TEST_STORE_NOW);
}

static void
test_old (gconstpointer data)
{
  const Old *old = data;
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL, *score_2025 = NULL, *score_2026 = NULL, *files = NULL, *backup = NULL;
  gint64 n_entries = 0, n_questionnaires = 0;

  open_old (&test, old);
  g_assert_cmpstr (tnk_store_get_body_name (test.store), ==, "点検市");
  g_assert_true (tnk_store_verify (test.store, &n_entries, &n_questionnaires, &head, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_entries, ==, old->n_entries);
  g_assert_cmpint (n_questionnaires, ==, 3);
  g_assert_cmpstr (head, ==, old->head);
  score_2025 = tnk_test_store_score (test.store, "2025");
  g_assert_cmpstr (score_2025, ==, old->score_2025);
  score_2026 = tnk_test_store_score (test.store, "2026");
  g_assert_cmpstr (score_2026, ==, old->score_2026);
  /* a copy of what it was before stands beside it, if it had to be changed at all */
  backup = g_strdup_printf ("store.db store.db.v%d.backup", old->version);
  tnk_test_store_close (&test);
  files = tnk_test_store_list_dir (test.dir);
  g_assert_cmpstr (files, ==, old->version < TNK_SCHEMA_VERSION ? backup : "store.db");
}

/* It does not only open: the work goes on in it. */
static void
test_old_goes_on (gconstpointer data)
{
  g_auto (TnkTestStore) test = {0};

  open_old (&test, data);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-2.1,implemented,買った\n", FALSE);
  tnk_test_store_import_roster (&test, DEPARTMENTS "d4,会計課,d0\n", PEOPLE "p7,伊藤,d4,staff\n");
  tnk_test_store_move (&test, "p7", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  tnk_test_store_verify (test.store);
}

#define SCHEMA "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"

/* However old it was, it is then what a new one is. */
static void
test_old_is_new (gconstpointer data)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestStore) fresh = {0};
  g_autofree char *schema = NULL, *version = g_strdup_printf ("%d", TNK_SCHEMA_VERSION);

  open_old (&test, data);
  tnk_test_store_init (&fresh);
  schema = tnk_test_store_ask (fresh.path, SCHEMA);
  tnk_test_store_assert_rows (test.path, SCHEMA, schema);
  tnk_test_store_assert_rows (test.path, "PRAGMA user_version", version);
}

static void
assert_copy (TnkTestStore *test,
             const Old *old)
{
  g_autofree char *fixture = tnk_test_fixture (old->name), *copy = NULL, *before = NULL, *after = NULL;

  copy = g_strdup_printf ("%s.v%d.backup", test->path, old->version);
  before = tnk_test_store_dump (fixture);
  after = tnk_test_store_dump (copy);
  g_assert_cmpstr (before, ==, after);
}

/* The copy that is kept first is the store as it was. */
static void
test_old_copy (gconstpointer data)
{
  g_auto (TnkTestStore) test = {0};

  open_old (&test, data);
  assert_copy (&test, data);
}

static gpointer
open_in_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  TnkStore *store = tnk_store_open (data, "other", &error);

  g_assert_no_error (error);
  g_clear_object (&store);
  return NULL;
}

/* The kiosks of a hall are switched on together, after an update. */
static void
test_old_all_at_once (gconstpointer data)
{
  for (guint round = 0; round < 10; round++) {
    g_auto (TnkTestStore) test = {0};
    GThread *threads[4];
    lay_out_old (&test, data);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      threads[i] = g_thread_new ("kiosk", open_in_thread, test.path);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
      g_thread_join (threads[i]);
    tnk_test_store_reopen (&test);
    tnk_test_store_verify (test.store);
    assert_copy (&test, data);
  }
}

static const TnkBackend *true_backend;

/* The copy of a program that was held up until another one had migrated the store. */
static gboolean
late_backup (TnkConnection *connection,
             const char *filename,
             const TnkWatch *watch,
             GError **error)
{
  g_autoptr (TnkStore) other = tnk_store_open (connection->name, "other", error);

  g_assert_nonnull (other);
  return true_backend->backup (connection, filename, watch, error);
}

static void
test_old_late_copy (gconstpointer data)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *files = NULL, *expected = g_strdup_printf ("store.db store.db.v%d.backup", ((const Old *) data)->version);
  TnkBackend late;

  lay_out_old (&test, data);
  connection = tnk_sqlite_connection_open (test.path, FALSE, &error);
  true_backend = connection->backend;
  late = *true_backend;
  late.backup = late_backup;
  connection->backend = &late;
  g_assert_true (tnk_schema_migrate (connection, test.path, &error));
  g_assert_no_error (error);
  connection->backend = true_backend;
  g_clear_pointer (&connection, tnk_connection_close);
  assert_copy (&test, data);
  files = tnk_test_store_list_dir (test.dir);
  g_assert_cmpstr (files, ==, expected);
}

/* Somebody made a table of that name: nothing of the step is done, and the version stays. */
static void
test_old_in_the_way (gconstpointer data)
{
  const Old *old = data;
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  lay_out_old (&test, old);
  tnk_test_store_meddle (test.path, "CREATE TABLE promise (x TEXT)");
  before = tnk_test_store_ask (test.path, SCHEMA);
  tnk_test_store_refused (tnk_store_open (test.path, "tester", &error) != NULL, &error, TNK_ERROR_STORE,
                          "the store cannot be brought to version");
  after = tnk_test_store_ask (test.path, SCHEMA);
  g_assert_cmpstr (before, ==, after);
  tnk_test_store_meddle (test.path, "DROP TABLE promise");
  tnk_test_store_reopen (&test);
  tnk_test_store_verify (test.store);
}

/* Each test with each of the old stores. */
static const struct
{
  const char *name;
  GTestDataFunc func;
  gboolean migrates; /* only for those that are older than the present version */
} old_tests[] = {
  {"opens", test_old, FALSE},
  {"goes-on", test_old_goes_on, FALSE},
  {"is-new", test_old_is_new, FALSE},
  {"copy", test_old_copy, TRUE},
  {"late-copy", test_old_late_copy, TRUE},
  {"all-at-once", test_old_all_at_once, TRUE},
  {"in-the-way", test_old_in_the_way, TRUE},
};

int
main (int argc,
      char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--make-fixture")) {
    make_fixture (argv[2]);
    return 0;
  }
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Schema/fresh", test_fresh);
  g_test_add_func ("/Tenken/Schema/migrated-already", test_migrated_already);
  g_test_add_func ("/Tenken/Schema/future", test_future);
  g_test_add_func ("/Tenken/Schema/next-version", test_next_version);
  g_test_add_func ("/Tenken/Schema/foreign", test_foreign);
  g_test_add_func ("/Tenken/Schema/other-files", test_other_files);
  g_test_add_func ("/Tenken/Schema/long-text", test_long_text);
  g_test_add_func ("/Tenken/Schema/damaged", test_damaged);
  g_test_add_func ("/Tenken/Schema/folder", test_folder);
  g_test_add_func ("/Tenken/Schema/failed-step", test_failed_step);
  g_test_add_func ("/Tenken/Schema/half-made", test_half_made);
  for (guint i = 0; i < G_N_ELEMENTS (olds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (old_tests); j++) {
      if (old_tests[j].migrates && olds[i].version == TNK_SCHEMA_VERSION)
        continue;
      g_autofree char *path = g_strdup_printf ("/Tenken/Schema/old/%s/%s", olds[i].name, old_tests[j].name);
      g_test_add_data_func (path, &olds[i], old_tests[j].func);
    }
  return g_test_run ();
}
