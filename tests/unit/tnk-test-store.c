/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "tnk-body-private.h"

/* --- the store --- */

void
tnk_test_store_stop_clock (TnkStore *store,
                           const char *now)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (now, NULL);

  g_assert_nonnull (moment);
  tnk_store_set_clock (store, moment);
}

void
tnk_test_store_init (TnkTestStore *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (TNK_TEST_STORE_NOW, NULL);

  self->dir = tnk_test_dir ();
  self->path = g_build_filename (self->dir, "store.db", NULL);
  self->store = tnk_store_create (self->path, "点検市", "tester", now, &error);
  if (self->store == NULL)
    g_error ("the store cannot be made: %s", error->message);
}

void
tnk_test_store_init_roster (TnkTestStore *self)
{
  tnk_test_store_init (self);
  tnk_test_store_import_roster (self, DEPARTMENTS, PEOPLE);
}

void
tnk_test_store_init_open (TnkTestStore *self)
{
  tnk_test_store_init_roster (self);
  tnk_test_store_open_campaign (self, "2026", FALSE);
}

void
tnk_test_store_init_answers (TnkTestStore *self)
{
  tnk_test_store_init_open (self);
  tnk_test_store_import_answers (self, ANSWERS, FALSE);
}

void
tnk_test_store_close (TnkTestStore *self)
{
  if (self->store != NULL)
    g_assert_finalize_object (g_steal_pointer (&self->store));
}

void
tnk_test_store_reopen (TnkTestStore *self)
{
  g_autoptr (GError) error = NULL;

  tnk_test_store_close (self);
  self->store = tnk_store_open (self->path, "tester", &error);
  if (self->store == NULL)
    g_error ("the store cannot be opened: %s", error->message);
  tnk_test_store_stop_clock (self->store, TNK_TEST_STORE_NOW);
}

void
tnk_test_store_clear (TnkTestStore *self)
{
  tnk_test_store_close (self);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->dir, g_free);
}

void
tnk_test_store_remove (TnkTestStore *self)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  tnk_test_store_close (self);
  dir = g_dir_open (self->dir, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (self->dir, name, NULL);
    g_unlink (path);
  }
  g_rmdir (self->dir);
  tnk_test_store_clear (self);
}

/* --- the roster --- */

TnkBody *
tnk_test_store_read_body (TnkTestStore *self,
                          const char *departments,
                          const char *people)
{
  g_autofree char *departments_file = tnk_test_write (self->dir, "departments.csv", departments, -1);
  g_autofree char *people_file = tnk_test_write (self->dir, "people.csv", people, -1);
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_body_read_roster (departments_file, people_file, NULL, NULL, &error);

  if (body == NULL)
    g_error ("the roster cannot be read: %s", error->message);
  return body;
}

TnkBody *
tnk_test_store_crowd (guint n,
                      const char *roles)
{
  static const int parents[] = {-1, 0, 1, 0};
  TnkBody *body = tnk_test_body (parents, G_N_ELEMENTS (parents));
  g_auto (GStrv) ids = g_strsplit (roles, ";", -1);

  for (guint i = 0; i < n; i++) {
    char id[16], name[64];
    g_snprintf (id, sizeof id, "p%05u", i);
    g_snprintf (name, sizeof name, "山田　太郎%u", i);
    g_assert_true (tnk_body_add_person (body, id, name, tnk_body_get_department (body, i % 4), (const char *const *) ids));
  }
  return body;
}

TnkRosterChange
tnk_test_store_import_body (TnkTestStore *self,
                            TnkBody *body)
{
  g_autoptr (GError) error = NULL;
  TnkRosterChange change = {0};

  if (!tnk_store_import_roster (self->store, body, FALSE, &change, NULL, NULL, NULL, &error))
    g_error ("the roster cannot be imported: %s", error->message);
  g_assert_no_error (error);
  return change;
}

TnkRosterChange
tnk_test_store_import_roster (TnkTestStore *self,
                              const char *departments,
                              const char *people)
{
  TnkBody *body = tnk_test_store_read_body (self, departments, people);
  TnkRosterChange change = tnk_test_store_import_body (self, body);

  g_assert_finalize_object (body);
  return change;
}

/* --- campaigns and answers --- */

TnkCampaign *
tnk_test_store_campaign (const char *id)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_campaign_new (id, catalog);
}

void
tnk_test_store_create_campaign (TnkTestStore *self,
                                TnkCampaign *campaign)
{
  g_autoptr (GError) error = NULL;

  if (!tnk_store_create_campaign (self->store, campaign, &error))
    g_error ("the campaign cannot be made: %s", error->message);
}

void
tnk_test_store_open_campaign (TnkTestStore *self,
                              const char *id,
                              gboolean adopt_all)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign (id);
  g_autoptr (GError) error = NULL;
  guint n_people;

  if (adopt_all)
    tnk_campaign_adopt_all (campaign);
  tnk_test_store_create_campaign (self, campaign);
  g_assert_finalize_object (g_steal_pointer (&campaign));
  if (!tnk_store_open_campaign (self->store, id, &n_people, &error))
    g_error ("the campaign cannot be opened: %s", error->message);
}

gboolean
tnk_test_store_try_answers (TnkTestStore *self,
                            const char *text,
                            gboolean draft,
                            GPtrArray **problems,
                            GError **error)
{
  g_autofree char *filename = tnk_test_write (self->dir, "answers.csv", text, -1);
  guint64 n_rows;
  guint n_people;

  return tnk_store_import_answers (self->store, "2026", filename, draft, &n_rows, &n_people, problems, NULL, NULL, NULL,
                                   error);
}

void
tnk_test_store_import_answers (TnkTestStore *self,
                               const char *text,
                               gboolean draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_test_store_try_answers (self, text, draft, NULL, &error));
  g_assert_no_error (error);
}

char *
tnk_test_store_export (TnkTestStore *self,
                       gboolean drafts)
{
  g_autofree char *filename = g_build_filename (self->dir, "exported.csv", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_rows;

  g_assert_true (tnk_store_export_answers (self->store, "2026", filename, drafts, &n_rows, NULL, &error));
  g_assert_no_error (error);
  return tnk_test_read (filename);
}

void
tnk_test_store_move (TnkTestStore *self,
                     const char *person,
                     TnkQuestionnaireState state,
                     const char *remark)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_move_questionnaire (self->store, "2026", person, state, remark, &error));
  g_assert_no_error (error);
}

char *
tnk_test_store_score (TnkStore *store,
                      const char *campaign_id)
{
  static const char *const counts[] = {
    "people_asked", "people_submitted", "items", "answered", "implemented", "partial", "not_implemented", "not_applicable",
    "excepted", "controls", "controls_full"};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTally) tally = tnk_store_tally (store, campaign_id, NULL, &error);
  g_autoptr (TnkScore) score = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  if (tally == NULL)
    return g_string_free (text, FALSE);
  score = tnk_tally_score_organisation (tally);
  g_string_printf (text, "%.9f %c", tnk_score_get_score (score), tnk_score_get_grade (score));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, counts[i], tnk_score_get_count (score, counts[i]));
  return g_string_free (text, FALSE);
}

void
tnk_test_store_verify (TnkStore *store)
{
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_entries, n_questionnaires;

  g_assert_true (tnk_store_verify (store, &n_entries, &n_questionnaires, &head, NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (tnk_store_get_name (store), "SELECT seq, detail FROM log WHERE NOT json_valid (detail)", "");
}

/* --- behind the library’s back --- */

static sqlite3 *
open_behind (const char *path,
             int flags)
{
  sqlite3 *db = NULL;

  /* By the name of the plain file layer: another one may be the default, see test-store-faults.c. */
  if (sqlite3_open_v2 (path, &db, flags, "unix") != SQLITE_OK)
    g_error ("%s: %s", path, sqlite3_errmsg (db));
  sqlite3_busy_timeout (db, 5000);
  return db;
}

void
tnk_test_store_meddle (const char *path,
                       const char *sql)
{
  static const char *const off =
    "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; "
    "DROP TRIGGER IF EXISTS log_is_never_changed; DROP TRIGGER IF EXISTS log_is_never_shortened;";
  sqlite3 *db = open_behind (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);

  if (sqlite3_exec (db, off, NULL, NULL, NULL) != SQLITE_OK || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  sqlite3_close (db);
}

static void
append_rows (GString *text,
             sqlite3 *db,
             const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  for (gboolean first = TRUE; sqlite3_step (stmt) == SQLITE_ROW; first = FALSE) {
    if (!first)
      g_string_append_c (text, '\n');
    for (int i = 0; i < sqlite3_column_count (stmt); i++) {
      const char *value = (const char *) sqlite3_column_text (stmt, i);
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "NULL");
    }
  }
  sqlite3_finalize (stmt);
}

static char *
ask (sqlite3 *db,
     const char *sql)
{
  GString *text = g_string_new (NULL);

  append_rows (text, db, sql);
  return g_string_free (text, FALSE);
}

char *
tnk_test_store_ask (const char *path,
                    const char *sql)
{
  sqlite3 *db = open_behind (path, SQLITE_OPEN_READWRITE);
  char *text = ask (db, sql);

  sqlite3_close (db);
  return text;
}

void
tnk_test_store_assert_rows (const char *path,
                            const char *sql,
                            const char *expected)
{
  g_autofree char *rows = tnk_test_store_ask (path, sql);

  g_assert_cmpstr (rows, ==, expected);
}

char *
tnk_test_store_dump (const char *path)
{
  sqlite3 *db = open_behind (path, SQLITE_OPEN_READWRITE);
  g_autofree char *tables = ask (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
  g_autofree char *version = ask (db, "PRAGMA user_version");
  g_auto (GStrv) names = g_strsplit (tables, "\n", -1);
  GString *dump = g_string_new (version);

  g_assert_cmpuint (g_strv_length (names), >, 8);
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *all = g_strdup_printf ("SELECT * FROM %s ORDER BY 1, 2", names[i]);
    g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM %s", names[i]);
    g_autofree char *n = ask (db, count);
    g_autofree char *rows = ask (db, all);
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, rows, -1);
    g_string_append_printf (dump, " %s:%s:%.8s", names[i], n, hash);
  }
  sqlite3_close (db);
  return g_string_free (dump, FALSE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
tnk_test_store_list_dir (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (dir, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/* --- assertions --- */

void
tnk_test_store_refused (gboolean done,
                        GError **error,
                        int code,
                        const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, TNK_ERROR, code);
  if (*error != NULL)
    g_test_message ("%s", (*error)->message);
  tnk_test_assert_line (*error != NULL ? (*error)->message : NULL, "", words);
  g_clear_error (error);
}

void
tnk_test_store_cancelled (gboolean done,
                          GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (error);
}

void
tnk_test_store_cancel_cb (guint64 done,
                          guint64 total,
                          gpointer user_data)
{
  if (done > 0)
    g_cancellable_cancel (user_data);
}
