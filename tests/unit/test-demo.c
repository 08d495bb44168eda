/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "demo-body.h"
#include "tnk-csv-private.h"
#include "tnk-test.h"

#define SEED 20250401

static void
write_body (guint32 seed,
            const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DemoBody) body = demo_body_new (1000, 30, seed);

  g_assert_true (demo_body_write (body, directory, &error));
  g_assert_no_error (error);
}

static gboolean
same_file (const char *left,
           const char *right,
           const char *basename)
{
  g_autofree char *left_name = g_build_filename (left, basename, NULL);
  g_autofree char *right_name = g_build_filename (right, basename, NULL);
  g_autofree char *left_text = tnk_test_read (left_name);
  g_autofree char *right_text = tnk_test_read (right_name);

  g_assert_cmpuint (strlen (left_text), >, 500);
  return g_str_equal (left_text, right_text);
}

static void
test_same_seed (void)
{
  g_autofree char *left = tnk_test_dir ();
  g_autofree char *right = tnk_test_dir ();

  write_body (SEED, left);
  write_body (SEED, right);
  g_assert_true (same_file (left, right, "departments.csv"));
  g_assert_true (same_file (left, right, "people.csv"));
}

static void
test_other_seed (void)
{
  g_autofree char *left = tnk_test_dir ();
  g_autofree char *right = tnk_test_dir ();

  write_body (SEED, left);
  write_body (SEED + 1, right);
  g_assert_false (same_file (left, right, "people.csv"));
}

static void
test_write_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DemoBody) body = demo_body_new (5, 3, SEED);

  g_assert_false (demo_body_write (body, "/nonexistent/folder", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static TnkCsvReader *
open_csv (const char *directory,
          const char *basename)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filename = g_build_filename (directory, basename, NULL);
  TnkCsvReader *reader = tnk_csv_reader_open (filename, &error);

  g_assert_no_error (error);
  return reader;
}

/* The files are what the accessors say, read back by the library’s own reader. */
static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = tnk_test_dir ();
  g_autoptr (DemoBody) body = demo_body_new (300, 30, SEED);
  g_autoptr (TnkCsvReader) people = NULL;
  const char *columns[] = {"person_id", "name", "department_id", "roles"};
  guint positions[4];
  guint n = 0;

  g_assert_true (demo_body_write (body, directory, &error));
  people = open_csv (directory, "people.csv");
  g_assert_true (tnk_csv_reader_header (people, columns, positions, 4, 4, &error));
  for (; tnk_csv_reader_next (people, &error); n++) {
    g_autofree char *roles = demo_body_dup_person_roles (body, n);
    g_assert_cmpstr (tnk_csv_reader_field (people, positions[0]), ==, demo_body_get_person_id (body, n));
    g_assert_cmpstr (tnk_csv_reader_field (people, positions[1]), ==, demo_body_get_person_name (body, n));
    g_assert_cmpstr (tnk_csv_reader_field (people, positions[2]), ==, demo_body_get_person_department_id (body, n));
    g_assert_cmpstr (tnk_csv_reader_field (people, positions[3]), ==, roles);
  }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 300);
}

/* Every id and name once; every parent before its children, which rules out circles; one top. */
static void
check_tree (DemoBody *body)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < demo_body_get_n_departments (body); i++) {
    const char *parent = demo_body_get_department_parent_id (body, i);
    g_assert_true ((parent == NULL) == (i == 0));
    g_assert_true (parent == NULL || g_hash_table_contains (ids, parent));
    g_assert_true (g_hash_table_add (ids, (char *) demo_body_get_department_id (body, i)));
    g_assert_true (g_hash_table_add (names, (char *) demo_body_get_department_name (body, i)));
  }
}

static guint
count_holders (DemoBody *body,
               const char *role)
{
  guint n = 0;

  for (guint i = 0; i < demo_body_get_n_people (body); i++) {
    g_autofree char *joined = demo_body_dup_person_roles (body, i);
    g_auto (GStrv) roles = g_strsplit (joined, ";", -1);
    n += g_strv_contains ((const char *const *) roles, role) ? 1 : 0;
  }
  return n;
}

static void
check_people (DemoBody *body)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < demo_body_get_n_people (body); i++) {
    const char *id = demo_body_get_person_id (body, i);
    g_assert_true (g_regex_match_simple ("^[19][0-9]{6}$", id, 0, 0));
    g_assert_true (g_hash_table_add (ids, (char *) id));
    g_assert_true (g_utf8_validate (demo_body_get_person_name (body, i), -1, NULL));
    g_assert_nonnull (strchr (demo_body_get_person_name (body, i), ' '));
  }
}

static void
check_roles_known (DemoBody *body)
{
  static const char *const known[] = {
    "committee", "ciso", "chief", "director", "manager", "system-manager", "system-operator", "audit-chief", "staff",
    "csirt", "contractor", NULL};

  for (guint i = 0; i < demo_body_get_n_people (body); i++) {
    g_autofree char *joined = demo_body_dup_person_roles (body, i);
    g_auto (GStrv) roles = g_strsplit (joined, ";", -1);
    gboolean contractor = g_str_equal (joined, "contractor");
    g_assert_true (contractor != g_strv_contains ((const char *const *) roles, "staff"));
    for (guint j = 0; roles[j] != NULL; j++)
      g_assert_true (g_strv_contains (known, roles[j]));
  }
}

/* Each section with people has exactly one manager, and nobody else is one. */
static void
check_managers (DemoBody *body)
{
  g_autoptr (GHashTable) managers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) inhabited = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < demo_body_get_n_people (body); i++) {
    g_autofree char *joined = demo_body_dup_person_roles (body, i);
    g_auto (GStrv) roles = g_strsplit (joined, ";", -1);
    const char *department = demo_body_get_person_department_id (body, i);
    g_hash_table_add (inhabited, (char *) department);
    if (g_strv_contains ((const char *const *) roles, "manager"))
      g_assert_true (g_hash_table_add (managers, (char *) department));
  }
  for (guint i = 0; i < demo_body_get_n_departments (body); i++) {
    const char *id = demo_body_get_department_id (body, i);
    g_assert_true (g_hash_table_contains (inhabited, id));
    g_assert_true (g_hash_table_contains (managers, id) == demo_body_is_section (body, i));
  }
}

static void
check_systems (DemoBody *body)
{
  guint n = demo_body_get_n_systems (body);

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (count_holders (body, "system-manager"), <=, n);
  g_assert_cmpuint (count_holders (body, "system-operator"), >=, 1);
  g_assert_cmpuint (count_holders (body, "system-operator"), <=, 3 * n);
  for (guint i = 0; i < n; i++) {
    g_autofree char *roles = demo_body_dup_person_roles (body, demo_body_get_system_manager (body, i));
    g_assert_nonnull (demo_body_get_system_name (body, i));
    g_assert_nonnull (strstr (roles, "system-manager"));
  }
}

static void
check_body (guint n_people,
            guint n_departments)
{
  g_autoptr (DemoBody) body = demo_body_new (n_people, n_departments, SEED);

  g_assert_cmpuint (demo_body_get_n_people (body), ==, n_people);
  g_assert_cmpuint (demo_body_get_n_departments (body), ==, n_departments);
  check_tree (body);
  check_people (body);
  check_roles_known (body);
  check_systems (body);
  g_assert_cmpuint (count_holders (body, "ciso"), ==, 1);
  g_assert_cmpuint (count_holders (body, "chief"), ==, 1);
  g_assert_cmpuint (count_holders (body, "audit-chief"), ==, 1);
  g_assert_cmpuint (count_holders (body, "csirt"), >=, MIN (n_people, 3));
  g_assert_cmpuint (count_holders (body, "csirt"), <=, 6);
  g_assert_cmpuint (count_holders (body, "committee"), >=, 1);
  g_assert_cmpuint (count_holders (body, "director"), >=, 1);
  g_assert_cmpuint (count_holders (body, "manager"), >=, 1);
  if (n_people >= n_departments)
    check_managers (body);
}

static void
test_counts (void)
{
  check_body (1, 1);
  check_body (5, 3);
  check_body (1000, 30);
  check_body (20000, 300);
  check_body (400, 400);
}

static void
test_small (void)
{
  for (guint people = 1; people <= 20; people++)
    for (guint departments = 1; departments <= 12; departments++)
      check_body (people, departments);
}

static void
test_every_tree (void)
{
  for (guint n = 1; n <= DEMO_MAX_DEPARTMENTS; n++) {
    g_autoptr (DemoBody) body = demo_body_new (1, n, SEED);
    g_assert_cmpuint (demo_body_get_n_departments (body), ==, n);
    check_tree (body);
  }
}

static void
test_default (void)
{
  g_autoptr (DemoBody) body = demo_body_new (DEMO_DEFAULT_PEOPLE, DEMO_DEFAULT_DEPARTMENTS, SEED);
  guint n_rare = 0;

  g_assert_cmpuint (demo_body_get_n_systems (body), ==, 12);
  g_assert_cmpuint (count_holders (body, "system-manager"), ==, 12);
  g_assert_cmpuint (count_holders (body, "director"), ==, 8);
  g_assert_cmpuint (count_holders (body, "manager"), ==, 23);
  g_assert_cmpuint (count_holders (body, "committee"), ==, 10);
  g_assert_cmpuint (count_holders (body, "contractor"), >=, 2);
  for (guint i = 0; i < DEMO_DEFAULT_PEOPLE; i++)
    n_rare += strstr (demo_body_get_person_name (body, i), "𠮷") != NULL ? 1 : 0;
  g_assert_cmpuint (n_rare, >=, 1);
}

int
main (int argc,
      char *argv[])
{
  /* Not tnk_test_init(): with a thousand people one fault would be reported a thousand times. */
  tnk_test_isolate ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/Demo/same-seed", test_same_seed);
  g_test_add_func ("/Tenken/Demo/other-seed", test_other_seed);
  g_test_add_func ("/Tenken/Demo/write-fails", test_write_fails);
  g_test_add_func ("/Tenken/Demo/files", test_files);
  g_test_add_func ("/Tenken/Demo/counts", test_counts);
  g_test_add_func ("/Tenken/Demo/small", test_small);
  g_test_add_func ("/Tenken/Demo/every-tree", test_every_tree);
  g_test_add_func ("/Tenken/Demo/default", test_default);
  return g_test_run ();
}
