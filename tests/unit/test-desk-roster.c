/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-roster.h"

#include <glib/gstdio.h>

#include "tnk-test-store.h"

static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (test->store, person, &error);

  g_assert_no_error (error);
  return desk;
}

/* p1 is the secretariat, p2 a manager, p3 the CISO. */
static void
open_office (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (test);
  g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  g_assert_no_error (error);
}

typedef struct
{
  char *departments;
  char *people;
} Files;

static void
files_clear (Files *self)
{
  g_free (self->departments);
  g_free (self->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static Files
write_files (TnkTestStore *test,
             const char *people)
{
  return (Files){tnk_test_write (test->dir, "d.csv", DEPARTMENTS, -1), tnk_test_write (test->dir, "p.csv", people, -1)};
}

/* None of it for anybody but the secretariat, and nothing is touched. */
static void
test_refused (gconstpointer person)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkRosterPreview) preview = NULL;
  g_autoptr (TnkBody) body = NULL;
  g_auto (Files) files = {0};
  g_autofree char *slips = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;
  guint n;

  open_office (&test);
  desk = sit_down (&test, person);
  files = write_files (&test, PEOPLE);
  slips = g_build_filename (test.dir, "slips.xlsx", NULL);
  body = tnk_test_store_read_body (&test, DEPARTMENTS, PEOPLE);
  preview = tnk_store_preview_roster (test.store, body, NULL, NULL, NULL, &error);
  before = tnk_test_store_dump (test.path);
#define REFUSED(call) tnk_test_store_refused (call, &error, TNK_ERROR_REFUSED, "secretariat")
  REFUSED (tnk_desk_list_pins (desk, &error) != NULL);
  REFUSED (tnk_desk_preview_roster (desk, files.departments, files.people, NULL, NULL, NULL, NULL, &error) != NULL);
  REFUSED (tnk_desk_import_roster (desk, preview, &change, NULL, NULL, NULL, &error));
  REFUSED (tnk_desk_issue_pins (desk, NULL, "d2", NULL, TRUE, slips, &n, NULL, NULL, NULL, &error));
  REFUSED (tnk_desk_list_rights (desk, &error) != NULL);
  REFUSED (tnk_desk_grant_right (desk, TNK_RIGHTS_AUDIT, "person:p5", NULL, &error));
  REFUSED (tnk_desk_revoke_right (desk, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  g_assert_false (g_file_test (slips, G_FILE_TEST_EXISTS));
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_import (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkRosterPreview) preview = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (Files) files = {0};
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  open_office (&test);
  desk = sit_down (&test, "p1");
  files = write_files (&test, PEOPLE "p6,新人,d3,staff\n");
  preview = tnk_desk_preview_roster (desk, files.departments, files.people, &problems, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_roster_preview_get_n_rows (preview), ==, 2);
  g_assert_true (tnk_desk_import_roster (desk, preview, &change, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (change.added, ==, 1);
  tnk_test_store_verify (test.store);
}

static void
test_bad_rows (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (Files) files = {0};
  g_autoptr (GError) error = NULL;

  open_office (&test);
  desk = sit_down (&test, "p1");
  files = write_files (&test, PEOPLE "p6,新人,d9,staff\np7,,d3,boss\n");
  tnk_test_store_refused (tnk_desk_preview_roster (desk, files.departments, files.people, &problems, NULL, NULL, NULL, &error) != NULL,
                          &error, TNK_ERROR_INVALID, "d9");
  g_assert_cmpuint (problems->len, ==, 3);
  tnk_test_assert_problem (problems, 0, files.people, 7, "department_id", "d9");
  tnk_test_assert_problem (problems, 1, files.people, 8, "name", "empty");
  tnk_test_assert_problem (problems, 2, files.people, 8, "roles", "boss");
}

/* Whoever imports cannot shut the office out. */
static void
test_no_secretariat (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkRosterPreview) preview = NULL;
  g_auto (Files) files = {0};
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  open_office (&test);
  desk = sit_down (&test, "p1");
  files = write_files (&test, PERSON "p2,鈴木　花子,d2,manager;staff\n");
  preview = tnk_desk_preview_roster (desk, files.departments, files.people, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpuint (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_NO_SECRETARIAT), ==, 1);
  tnk_test_store_refused (tnk_desk_import_roster (desk, preview, &change, NULL, NULL, NULL, &error), &error, TNK_ERROR_REFUSED,
                          "nobody would be the secretariat");
}

/* --- PINs --- */

static void
test_pins (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GHashTable) pins = NULL;
  g_autofree char *slips = NULL, *more = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;
  guint n;

  open_office (&test);
  desk = sit_down (&test, "p1");
  slips = g_build_filename (test.dir, "slips.xlsx", NULL);
  more = g_build_filename (test.dir, "more.xlsx", NULL);
  g_assert_true (tnk_desk_issue_pins (desk, NULL, "d1", NULL, FALSE, slips, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (g_stat (slips, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  pins = tnk_desk_list_pins (desk, &error);
  g_assert_cmpuint (g_hash_table_size (pins), ==, 3);
  /* Nobody is left without one: no file. */
  g_assert_true (tnk_desk_issue_pins (desk, "2026", "d1", NULL, FALSE, more, &n, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (g_file_test (more, G_FILE_TEST_EXISTS));
  tnk_test_store_refused (tnk_desk_issue_pins (desk, NULL, NULL, "p5", FALSE, slips, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_EXISTS,
                          "there is a file already");
  tnk_test_store_refused (tnk_desk_issue_pins (desk, NULL, NULL, "nobody", FALSE, more, &n, NULL, NULL, NULL, &error), &error,
                          TNK_ERROR_NOT_FOUND, "nobody");
  g_assert_false (g_file_test (more, G_FILE_TEST_EXISTS));
}

static void
test_pins_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *slips = NULL, *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  open_office (&test);
  desk = sit_down (&test, "p1");
  slips = g_build_filename (test.dir, "slips.xlsx", NULL);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_cancelled (tnk_desk_issue_pins (desk, NULL, NULL, NULL, FALSE, slips, &n, tnk_test_store_cancel_cb, cancellable, cancellable, &error),
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (slips, G_FILE_TEST_EXISTS));
}

/* --- rights --- */

static void
test_grant (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;

  open_office (&test);
  desk = sit_down (&test, "p1");
  before = tnk_desk_list_rights (desk, &error);
  g_assert_true (tnk_desk_grant_right (desk, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3", &error));
  g_assert_no_error (error);
  after = tnk_desk_list_rights (desk, &error);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  tnk_test_store_refused (tnk_desk_grant_right (desk, TNK_RIGHTS_AUDIT, "person:p1", NULL, &error), &error, TNK_ERROR_REFUSED, "is you");
  tnk_test_store_refused (tnk_desk_grant_right (desk, TNK_RIGHTS_AUDIT, "role:staff", NULL, &error), &error, TNK_ERROR_REFUSED, "role of yours");
  tnk_test_store_refused (tnk_desk_grant_right (desk, TNK_RIGHTS_AUDIT, "person:nobody", NULL, &error), &error, TNK_ERROR_NOT_FOUND, "nobody");
}

static void
test_revoke (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  open_office (&test);
  desk = sit_down (&test, "p1");
  g_assert_true (tnk_desk_revoke_right (desk, TNK_RIGHTS_DEPARTMENT, "role:director", NULL, &error));
  g_assert_true (tnk_desk_revoke_right (desk, TNK_RIGHTS_SECRETARIAT, "role:chief", NULL, &error));
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_desk_revoke_right (desk, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error), &error, TNK_ERROR_REFUSED,
                          "nobody would hold");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (tnk_desk_grant_right (desk, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL, &error));
  g_assert_true (tnk_desk_revoke_right (desk, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  tnk_test_store_refused (tnk_desk_list_rights (desk, &error) != NULL, &error, TNK_ERROR_REFUSED, "secretariat");
  tnk_test_store_verify (test.store);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_data_func ("/Tenken/Desk/Roster/refused/manager", "p2", test_refused);
  g_test_add_data_func ("/Tenken/Desk/Roster/refused/committee", "p3", test_refused);
  g_test_add_func ("/Tenken/Desk/Roster/import", test_import);
  g_test_add_func ("/Tenken/Desk/Roster/bad-rows", test_bad_rows);
  g_test_add_func ("/Tenken/Desk/Roster/no-secretariat", test_no_secretariat);
  g_test_add_func ("/Tenken/Desk/Roster/pins", test_pins);
  g_test_add_func ("/Tenken/Desk/Roster/pins-cancelled", test_pins_cancelled);
  g_test_add_func ("/Tenken/Desk/Roster/grant", test_grant);
  g_test_add_func ("/Tenken/Desk/Roster/revoke", test_revoke);
  return g_test_run ();
}
