/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken.h"
#include "tnk-desk-private.h"
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

static void
grant (TnkTestStore *test,
       TnkRights kind,
       const char *holder,
       const char *department)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_grant_right (test->store, kind, holder, department, &error));
  g_assert_no_error (error);
}

static void
test_new (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) departments = NULL;
  g_autofree char *today = NULL;
  TnkRights rights;

  tnk_test_store_init_open (&test);
  tnk_test_store_refused (tnk_desk_new (test.store, "nobody", &error) != NULL, &error, TNK_ERROR_REFUSED, "nobody");
  desk = sit_down (&test, "p2");
  g_assert_cmpstr (tnk_desk_get_person_id (desk), ==, "p2");
  g_assert_true (tnk_desk_read_rights (desk, &rights, &departments, &error));
  g_assert_cmpuint (rights, ==, TNK_RIGHTS_DEPARTMENT);
  g_assert_cmpuint (g_strv_length (departments), ==, 1);
  g_assert_cmpstr (departments[0], ==, "d2");
  today = tnk_desk_dup_today (desk);
  g_assert_cmpstr (today, ==, "2026-06-01");
}

static TnkRights
read_rights (TnkTestStore *test,
             const char *person_id)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person_id);
  g_autoptr (GError) error = NULL;
  TnkRights rights;

  g_assert_true (tnk_desk_read_rights (desk, &rights, NULL, &error));
  return rights;
}

/* Without a right a form must be there for the person, by a role of the roster, by standing in for one, or because it has begun. */
static void
test_own (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,伊藤　四郎,d1,system-manager\np7,中村　六子,d2,related-rules\n");
  g_assert_cmpuint (read_rights (&test, "p1"), ==, TNK_RIGHTS_OWN);
  g_assert_cmpuint (read_rights (&test, "p6"), ==, TNK_RIGHTS_OWN);
  tnk_test_store_refused (tnk_desk_new (test.store, "p7", &error) != NULL, &error, TNK_ERROR_REFUSED, "p7");
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p7", NULL, NULL, &error));
  g_assert_cmpuint (read_rights (&test, "p7"), ==, TNK_RIGHTS_OWN);
  g_assert_true (tnk_store_drop_deputy (test.store, "ciso", "p7", &error));
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p7", "2026-07-01", NULL, &error));
  tnk_test_store_refused (tnk_desk_new (test.store, "p7", &error) != NULL, &error, TNK_ERROR_REFUSED, "p7");
  form = tnk_form_library_find (library, "exception", NULL, &error);
  record = tnk_store_start_record (test.store, form, "p6", &error);
  g_assert_no_error (error);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,伊藤　四郎,d1,related-rules\n");
  g_assert_cmpuint (read_rights (&test, "p6"), ==, TNK_RIGHTS_OWN);
  tnk_test_store_refused (tnk_store_grant_right (test.store, TNK_RIGHTS_OWN, "person:p6", NULL, &error), &error, TNK_ERROR_INVALID, "forms");
}

static void
test_tree (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkBody) today = NULL, then = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  desk = sit_down (&test, "p2");
  today = tnk_desk_load_tree (desk, NULL, &error);
  then = tnk_desk_load_tree (desk, "2026", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_body_get_n_departments (today), ==, 4);
  g_assert_cmpuint (tnk_body_get_n_people (today), ==, 0);
  g_assert_cmpuint (tnk_body_get_n_departments (then), ==, 4);
  tnk_test_store_refused (tnk_desk_load_tree (desk, "1999", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "1999");
}

/* Who may enter what: p1 holds one right on top of what the roles give. */
typedef struct
{
  const char *name;
  TnkRights kind;
  const char *own; /* the department of the right */
  TnkDeskNeed need;
  const char *department;
  gboolean may;
  gboolean names;
} Entry;

#define ENTRY(kind, own, need, department, may, names) \
  { \
#kind "-" #need "-" #department, TNK_RIGHTS_##kind, own, TNK_DESK_NEED_##need, department, may, names \
  }

static const Entry entries[] = {
  ENTRY (DEPARTMENT, "d1", FIGURES, "d1", TRUE, TRUE),
  ENTRY (DEPARTMENT, "d1", FIGURES, "d2", TRUE, TRUE),
  ENTRY (DEPARTMENT, "d1", FIGURES, "d3", FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", FIGURES, "d0", FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", FIGURES, "d9", FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", FIGURES, NULL, FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", PAPERS, "d2", TRUE, TRUE),
  ENTRY (DEPARTMENT, "d1", PAPERS, "d3", FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", PLAN, "d2", TRUE, TRUE),
  ENTRY (DEPARTMENT, "d1", PLAN, NULL, FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", OFFICE, "d1", FALSE, FALSE),
  ENTRY (DEPARTMENT, "d1", OFFICE, NULL, FALSE, FALSE),
  ENTRY (DEPARTMENT, "d0", FIGURES, "d3", TRUE, TRUE),
  ENTRY (SECRETARIAT, NULL, FIGURES, NULL, TRUE, TRUE),
  ENTRY (SECRETARIAT, NULL, PAPERS, "d3", TRUE, TRUE),
  ENTRY (SECRETARIAT, NULL, PLAN, NULL, TRUE, TRUE),
  ENTRY (SECRETARIAT, NULL, OFFICE, NULL, TRUE, TRUE),
  ENTRY (COMMITTEE, NULL, FIGURES, NULL, TRUE, FALSE),
  ENTRY (COMMITTEE, NULL, FIGURES, "d2", TRUE, FALSE),
  ENTRY (COMMITTEE, NULL, PAPERS, "d2", FALSE, FALSE),
  ENTRY (COMMITTEE, NULL, PLAN, NULL, TRUE, FALSE),
  ENTRY (COMMITTEE, NULL, OFFICE, NULL, FALSE, FALSE),
  ENTRY (AUDIT, NULL, FIGURES, NULL, TRUE, FALSE),
  ENTRY (AUDIT, NULL, PAPERS, NULL, FALSE, FALSE),
  ENTRY (AUDIT, NULL, PLAN, NULL, FALSE, FALSE),
};

static void
test_enter (gconstpointer data)
{
  const Entry *entry = data;
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (GError) error = NULL;
  gboolean entered;

  tnk_test_store_init_open (&test);
  grant (&test, entry->kind, "person:p1", entry->own);
  desk = sit_down (&test, "p1");
  entered = tnk_desk_enter (desk, entry->need, "2026", entry->department, &scope, &error);
  if (!entry->may) {
    tnk_test_store_refused (entered, &error, TNK_ERROR_REFUSED, "this is for");
    return;
  }
  g_assert_no_error (error);
  g_assert_true (entered);
  g_assert_cmpint (scope.names, ==, entry->names);
  if (entry->department != NULL)
    g_assert_cmpstr (tnk_department_get_id (tnk_body_get_department (scope.tree, scope.department)), ==, entry->department);
  else
    g_assert_cmpint (scope.department, ==, -1);
}

/* Who sees the whole body hears what is not there. */
static void
test_unknown (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_auto (TnkDeskScope) scope = {0}, other = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  desk = sit_down (&test, "p3");
  tnk_test_store_refused (tnk_desk_enter (desk, TNK_DESK_NEED_FIGURES, "2026", "d9", &scope, &error), &error,
                          TNK_ERROR_NOT_FOUND, "d9");
  tnk_test_store_refused (tnk_desk_enter (desk, TNK_DESK_NEED_FIGURES, "1999", NULL, &other, &error), &error,
                          TNK_ERROR_NOT_FOUND, "1999");
}

/* A right that goes while somebody works ends at once. */
static void
test_revoked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_auto (TnkDeskScope) before = {0}, after = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL);
  desk = sit_down (&test, "p1");
  g_assert_true (tnk_desk_enter_office (desk, &error));
  g_assert_true (tnk_desk_enter (desk, TNK_DESK_NEED_PAPERS, "2026", "d3", &before, &error));
  g_assert_true (tnk_store_revoke_right (test.store, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL, &error));
  tnk_test_store_refused (tnk_desk_enter_office (desk, &error), &error, TNK_ERROR_REFUSED, "secretariat");
  tnk_test_store_refused (tnk_desk_enter (desk, TNK_DESK_NEED_PAPERS, "2026", "d3", &after, &error), &error, TNK_ERROR_REFUSED,
                          "d3");
}

static void
enter_person (TnkTestStore *test,
              const char *desk_of,
              const char *person,
              const char *words)
{
  g_autoptr (TnkDesk) desk = sit_down (test, desk_of);
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (GError) error = NULL;
  gboolean entered = tnk_desk_enter_person (desk, "2026", person, &scope, &error);

  if (words != NULL)
    tnk_test_store_refused (entered, &error, TNK_ERROR_REFUSED, words);
  else
    g_assert_true (entered);
}

static void
set_visibility (TnkTestStore *test,
                const char *visibility)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE campaign SET visibility = '%s'", visibility);

  tnk_test_store_meddle (test->path, sql);
}

static void
test_person (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL);
  enter_person (&test, "p2", "p1", NULL);
  enter_person (&test, "p2", "p5", "p5");
  enter_person (&test, "p2", "nobody", "nobody");
  enter_person (&test, "p3", "p1", "p1");
  enter_person (&test, "p1", "p5", NULL);
  desk = sit_down (&test, "p1");
  tnk_test_store_refused (tnk_desk_enter_person (desk, "2026", "nobody", &scope, &error), &error, TNK_ERROR_NOT_FOUND, "nobody");

  set_visibility (&test, "counts");
  enter_person (&test, "p2", "p1", "p1");
  enter_person (&test, "p1", "p5", NULL);
}

static void
test_counts_only (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, secretary = NULL;
  g_auto (TnkDeskScope) of_manager = {0}, of_secretary = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p1", NULL);
  set_visibility (&test, "counts");
  manager = sit_down (&test, "p2");
  secretary = sit_down (&test, "p1");
  g_assert_true (tnk_desk_enter (manager, TNK_DESK_NEED_PAPERS, "2026", "d2", &of_manager, &error));
  g_assert_false (of_manager.names);
  g_assert_true (tnk_desk_enter (secretary, TNK_DESK_NEED_PAPERS, "2026", NULL, &of_secretary, &error));
  g_assert_true (of_secretary.names);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Desk/new", test_new);
  g_test_add_func ("/Tenken/Desk/own", test_own);
  g_test_add_func ("/Tenken/Desk/tree", test_tree);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Desk/enter/%u-%s", i, entries[i].name);

    g_strdelimit (path, "\"", '_');
    g_test_add_data_func (path, &entries[i], test_enter);
  }
  g_test_add_func ("/Tenken/Desk/unknown", test_unknown);
  g_test_add_func ("/Tenken/Desk/revoked", test_revoked);
  g_test_add_func ("/Tenken/Desk/person", test_person);
  g_test_add_func ("/Tenken/Desk/counts-only", test_counts_only);
  return g_test_run ();
}
