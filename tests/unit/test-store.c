/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tnk-connection-private.h"

static void
assert_files (TnkTestStore *test,
              const char *expected)
{
  g_autofree char *files = tnk_test_store_list_dir (test->dir);

  g_assert_cmpstr (files, ==, expected);
}

/* --- making and opening --- */

static void
test_create (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init (&test);
  g_assert_cmpstr (tnk_store_get_body_name (test.store), ==, "点検市");
  g_assert_cmpstr (tnk_store_get_name (test.store), ==, test.path);
  tnk_test_store_verify (test.store);
  tnk_test_store_close (&test);
  assert_files (&test, "store.db");
  tnk_test_store_assert_rows (test.path, "SELECT seq, actor, kind, subject FROM log", "1|tester|store.created|点検市");
}

static void
test_open (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_reopen (&test);
  g_assert_cmpstr (tnk_store_get_body_name (test.store), ==, "点検市");
  body = tnk_store_load_body (test.store, NULL);
  g_assert_cmpuint (tnk_body_get_n_people (body), ==, 0);
  g_assert_cmpuint (tnk_body_get_n_departments (body), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&body));
  campaigns = tnk_store_list_campaigns (test.store, NULL);
  g_assert_cmpuint (campaigns->len, ==, 0);
  /* opening alone writes nothing */
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM log", "1");
}

static void
test_names (void)
{
  static const char *const names[] = {"", "it's \"a\" town; --", "葛󠄀城市 髙﨑町"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *dir = tnk_test_dir ();
    g_autofree char *path = g_build_filename (dir, "点検 市?#%20.db", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkStore) store = tnk_store_create (path, names[i], "係\"長\"", NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (tnk_store_get_body_name (store), ==, names[i]);
    tnk_test_store_verify (store);
    g_assert_finalize_object (g_steal_pointer (&store));
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  }
}

static void
test_uri (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *path = g_build_filename (dir, "store.db", NULL);
  g_autofree char *uri = g_strconcat ("sqlite:", path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) store = tnk_store_create (uri, "点検市", "tester", NULL, &error);

  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&store));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  store = tnk_store_open (uri, "tester", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&store));
  store = tnk_store_open (path, "tester", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&store));
}

static void
test_exists (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_store_create (test.path, "別の町", "tester", NULL, &error) != NULL, &error, TNK_ERROR_EXISTS,
                          "it was left alone");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_not_found (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *path = g_build_filename (dir, "none.db", NULL);
  g_autofree char *deep = g_build_filename (dir, "none", "none.db", NULL);
  g_autofree char *files = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_open (path, "tester", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "tenkenctl init");
  tnk_test_store_refused (tnk_store_create (deep, "点検市", "tester", NULL, &error) != NULL, &error, TNK_ERROR_STORE, deep);
  files = tnk_test_store_list_dir (dir);
  g_assert_cmpstr (files, ==, "");
}

static void
test_postgresql (void)
{
  static const char *const uris[] = {"postgresql://kiosk@db/tenken", "postgresql:", "postgres://db/tenken"};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    tnk_test_store_refused (tnk_store_open (uris[i], "tester", &error) != NULL, &error, TNK_ERROR_STORE, "PostgreSQL");
    tnk_test_store_refused (tnk_store_create (uris[i], "点検市", "tester", NULL, &error) != NULL, &error, TNK_ERROR_STORE,
                            "PostgreSQL");
    g_assert_false (g_file_test (uris[i], G_FILE_TEST_EXISTS));
  }
}

/* A store that would be nowhere, and so gone when the program ends, must not be made. */
static void
test_nowhere (void)
{
  static const char *const uris[] = {"", "sqlite:", ":memory:", "sqlite::memory:"};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++) {
    g_autoptr (TnkStore) store = tnk_store_create (uris[i], "点検市", "tester", NULL, &error);
    g_test_message ("“%s”", uris[i]);
    tnk_test_store_refused (store != NULL, &error, TNK_ERROR_STORE, "");
    tnk_test_store_refused (tnk_store_open (uris[i], "tester", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "");
  }
}

/* --- where nothing can be written --- */

/* root may write everywhere, so for a moment it is nobody. */
static void
become (uid_t user)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (user), ==, 0);
}

static void
test_read_only_folder (void)
{
  g_autofree char *dir = g_dir_make_tmp ("tenken-read-only-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "store.db", NULL);
  g_autofree char *other = g_build_filename (dir, "other.db", NULL);
  g_autofree char *before = NULL, *after = NULL, *files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) store = tnk_store_create (path, "点検市", "tester", NULL, &error);
  gsize before_length, after_length;

  g_assert_no_error (error);
  g_clear_object (&store);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  g_assert_cmpint (g_chmod (dir, 0555), ==, 0);
  g_assert_true (g_file_get_contents (path, &before, &before_length, NULL));
  become (65534);
  tnk_test_store_refused (tnk_store_create (other, "点検市", "tester", NULL, &error) != NULL, &error, TNK_ERROR_STORE, other);
  tnk_test_store_refused (tnk_store_open (path, "tester", &error) != NULL, &error, TNK_ERROR_STORE, path);
  become (0);
  g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
  g_assert_cmpmem (before, before_length, after, after_length);
  files = tnk_test_store_list_dir (dir);
  g_assert_cmpstr (files, ==, "store.db");
  g_chmod (dir, 0700);
  g_unlink (path);
  g_rmdir (dir);
}

/* --- the clock --- */

static void
test_clock (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *today = NULL, *late = NULL, *now = NULL, *real = NULL;
  g_autoptr (GDateTime) clock = NULL;

  tnk_test_store_init (&test);
  today = tnk_store_dup_today (test.store);
  g_assert_cmpstr (today, ==, "2026-06-01");
  /* the day is that of the place, not that of Greenwich */
  tnk_test_store_stop_clock (test.store, "2026-06-02T00:30:00+09:00");
  late = tnk_store_dup_today (test.store);
  g_assert_cmpstr (late, ==, "2026-06-02");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  tnk_test_store_assert_rows (test.path, "SELECT at FROM log WHERE seq = 2", "2026-06-02T00:30:00+09:00");
  tnk_store_set_clock (test.store, NULL);
  clock = g_date_time_new_now_local ();
  now = g_date_time_format (clock, "%F");
  real = tnk_store_dup_today (test.store);
  g_assert_cmpstr (real, ==, now);
}

/* With the clock stopped the same work gives the same store, up to the hashes and what is printed on receipts. */
static void
test_same_store (void)
{
  g_autofree char *heads[2] = {NULL, NULL};
  gint64 n_entries, n_questionnaires;

  for (guint i = 0; i < 2; i++) {
    g_auto (TnkTestStore) test = {0};
    if (i > 0)
      g_usleep (1100 * 1000);
    tnk_test_store_init_answers (&test);
    g_assert_true (tnk_store_verify (test.store, &n_entries, &n_questionnaires, &heads[i], NULL, NULL));
  }
  g_assert_cmpstr (heads[0], ==, heads[1]);
  g_free (heads[1]);
}

/* --- two programs at once --- */

static void
test_two_programs (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) other = NULL;
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;

  tnk_test_store_init (&test);
  other = tnk_store_open (test.path, "other", &error);
  g_assert_no_error (error);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  body = tnk_store_load_body (other, &error);
  g_assert_cmpuint (tnk_body_get_n_people (body), ==, 5);
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_assert_true (tnk_store_create_campaign (other, campaign, &error));
  campaigns = tnk_store_list_campaigns (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 1);
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  tnk_test_store_verify (other);
  g_assert_finalize_object (g_steal_pointer (&other));
  tnk_test_store_assert_rows (test.path, "SELECT group_concat (actor) FROM log", "tester,tester,other,tester,tester");
}

typedef struct
{
  const char *path;
  gint stop;
  gint turns;
} Writer;

static gpointer
write_until_stopped (gpointer data)
{
  Writer *writer = data;
  g_autoptr (TnkStore) store = tnk_store_open (writer->path, "writer", NULL);
  g_autofree char *dir = g_path_get_dirname (writer->path);
  g_autofree char *texts[] = {tnk_test_write (dir, "a.csv", ANSWER "p1,staff,1.1-2,partial,あ\n", -1),
                              tnk_test_write (dir, "b.csv", ANSWER "p1,staff,1.1-2,implemented,い\n", -1)};
  guint64 n_rows;
  guint n_people;

  while (!g_atomic_int_get (&writer->stop)) {
    g_autoptr (GError) error = NULL;
    tnk_store_import_answers (store, "2026", texts[writer->turns % 2], FALSE, &n_rows, &n_people, NULL, NULL, NULL, NULL,
                              &error);
    g_assert_no_error (error);
    g_atomic_int_inc (&writer->turns);
  }
  g_free (texts[1]);
  return NULL;
}

/* Every copy is the store as it was at some moment: whole, and no older than the one before. */
static void
test_backup_while_writing (void)
{
  g_auto (TnkTestStore) test = {0};
  Writer writer = {0};
  g_autoptr (GError) error = NULL;
  GThread *thread;
  gint64 last = 0;

  tnk_test_store_init_open (&test);
  writer.path = test.path;
  thread = g_thread_new ("writer", write_until_stopped, &writer);
  for (guint i = 0; i < 20 || g_atomic_int_get (&writer.turns) < 20; i++) {
    g_autofree char *copy = g_build_filename (test.dir, "copy.db", NULL);
    g_autofree char *head = NULL;
    g_autoptr (TnkStore) copied = NULL;
    gint64 n_entries = 0, n_questionnaires;
    g_assert_true (tnk_store_backup (test.store, copy, &error));
    g_assert_no_error (error);
    copied = tnk_store_open (copy, "tester", &error);
    g_assert_no_error (error);
    if (copied == NULL)
      break;
    g_assert_true (tnk_store_verify (copied, &n_entries, &n_questionnaires, &head, NULL, &error));
    g_assert_no_error (error);
    g_assert_cmpint (n_entries, >=, last);
    last = n_entries;
  }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
  g_assert_cmpint (writer.turns, >, 0);
  tnk_test_store_verify (test.store);
}

static gpointer
commit_later (gpointer data)
{
  g_usleep (300 * 1000);
  g_assert_true (tnk_connection_commit (data, NULL));
  return NULL;
}

/* Another program that writes for a moment makes a change wait, not fail; who only reads does not even wait. */
static void
test_waits_for_a_writer (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkConnection) other = NULL;
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GError) error = NULL;
  GThread *thread;

  tnk_test_store_init (&test);
  other = tnk_sqlite_connection_open (test.path, FALSE, &error);
  g_assert_true (tnk_connection_begin (other, &error));
  g_assert_true (tnk_connection_execute (other, "INSERT INTO meta VALUES ('slow', '')", &error));
  body = tnk_store_load_body (test.store, &error);
  g_assert_no_error (error);
  thread = g_thread_new ("writer", commit_later, other);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  g_thread_join (thread);
  tnk_test_store_verify (test.store);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM meta", "2");
}

/* --- backup --- */

static void
test_backup (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *copy = NULL, *folder = NULL, *first = NULL, *second = NULL, *third = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  copy = g_build_filename (test.dir, "copy.db", NULL);
  folder = g_build_filename (test.dir, "folder", NULL);
  g_assert_true (tnk_store_backup (test.store, copy, &error));
  g_assert_no_error (error);
  first = tnk_test_store_dump (test.path);
  second = tnk_test_store_dump (copy);
  g_assert_cmpstr (first, ==, second);
  /* one that is there is replaced */
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,2.1-1,implemented,\n", FALSE);
  g_assert_true (tnk_store_backup (test.store, copy, &error));
  third = tnk_test_store_dump (copy);
  g_assert_cmpstr (first, !=, third);
  /* where none can be made nothing is left behind */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  tnk_test_store_refused (tnk_store_backup (test.store, folder, &error), &error, TNK_ERROR_STORE, folder);
  tnk_test_store_refused (tnk_store_backup (test.store, "/none/copy.db", &error), &error, TNK_ERROR_STORE, "/none/copy.db");
  tnk_test_store_close (&test);
  assert_files (&test, "answers.csv copy.db departments.csv folder people.csv store.db");
}

/* The copy would take the place of the file that is being written to, and all that follows would be lost. */
static void
test_backup_onto_itself (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *link = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  link = g_build_filename (test.dir, "link.db", NULL);
  g_assert_cmpint (symlink (test.path, link), ==, 0);
  tnk_test_store_refused (tnk_store_backup (test.store, test.path, &error), &error, TNK_ERROR_STORE, "its own backup");
  tnk_test_store_refused (tnk_store_backup (test.store, link, &error), &error, TNK_ERROR_STORE, "its own backup");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  tnk_test_store_reopen (&test);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM person", "5");
}

/* --- the end --- */

static void
test_close (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_store_close (test.store);
  tnk_store_close (test.store);
  g_assert_cmpstr (tnk_store_get_body_name (test.store), ==, "点検市");
  assert_files (&test, "store.db");
  tnk_test_expect_critical ();
  g_assert_null (tnk_store_get_name (test.store));
  tnk_test_expect_critical ();
  g_assert_null (tnk_store_load_body (test.store, &error));
  tnk_test_expect_critical ();
  g_assert_false (tnk_store_backup (test.store, "/none", &error));
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Store/create", test_create);
  g_test_add_func ("/Tenken/Store/open", test_open);
  g_test_add_func ("/Tenken/Store/names", test_names);
  g_test_add_func ("/Tenken/Store/uri", test_uri);
  g_test_add_func ("/Tenken/Store/exists", test_exists);
  g_test_add_func ("/Tenken/Store/not-found", test_not_found);
  g_test_add_func ("/Tenken/Store/postgresql", test_postgresql);
  g_test_add_func ("/Tenken/Store/nowhere", test_nowhere);
  g_test_add_func ("/Tenken/Store/read-only-folder", test_read_only_folder);
  g_test_add_func ("/Tenken/Store/clock", test_clock);
  g_test_add_func ("/Tenken/Store/same-store", test_same_store);
  g_test_add_func ("/Tenken/Store/two-programs", test_two_programs);
  g_test_add_func ("/Tenken/Store/backup-while-writing", test_backup_while_writing);
  g_test_add_func ("/Tenken/Store/waits-for-a-writer", test_waits_for_a_writer);
  g_test_add_func ("/Tenken/Store/backup", test_backup);
  g_test_add_func ("/Tenken/Store/backup-onto-itself", test_backup_onto_itself);
  g_test_add_func ("/Tenken/Store/close", test_close);
  return g_test_run ();
}
