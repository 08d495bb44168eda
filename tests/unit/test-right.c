/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-right-private.h"
#include "tnk-test-store.h"

static const char *const defaults = "audit|role:audit-chief|\n"
                                    "committee|role:cio|\n"
                                    "committee|role:ciso|\n"
                                    "committee|role:committee|\n"
                                    "department|role:director|\n"
                                    "department|role:manager|\n"
                                    "secretariat|role:chief|";

static void
assert_rights (TnkTestStore *test,
               const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rights = tnk_store_list_rights (test->store, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rights->len; i++) {
    TnkRight *right = rights->pdata[i];
    const char *department = tnk_right_get_department_id (right);

    g_string_append_printf (text, "%s%s|%s|%s", i > 0 ? "\n" : "", tnk_rights_to_string (tnk_right_get_kind (right)),
                            tnk_right_get_holder (right), department != NULL ? department : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_held (TnkTestStore *test,
             const char *person,
             TnkRights rights,
             const char *departments)
{
  g_auto (TnkHeldRights) held = {0};
  g_auto (GStrv) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = NULL;

  g_assert_true (tnk_held_rights_read (&held, test->store, person, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (held.rights, ==, rights);
  ids = tnk_held_rights_dup_departments (&held);
  joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, departments);
}

static void
test_words (void)
{
  const TnkRights rights[] = {TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT};
  TnkRights read = TNK_RIGHTS_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (rights); i++) {
    g_assert_true (tnk_rights_from_string (tnk_rights_to_string (rights[i]), &read));
    g_assert_cmpuint (read, ==, rights[i]);
  }
  g_assert_false (tnk_rights_from_string ("king", &read));
}

static void
test_defaults (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_roster (&test);
  assert_rights (&test, defaults);
  assert_held (&test, "p1", TNK_RIGHTS_NONE, "");
  assert_held (&test, "p2", TNK_RIGHTS_DEPARTMENT, "d2");
  assert_held (&test, "p3", TNK_RIGHTS_COMMITTEE, "");
  assert_held (&test, "nobody", TNK_RIGHTS_NONE, "");
}

static void
test_grant (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p1", "d3", &error));
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p1", "d3", &error));
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "role:staff", NULL, &error));
  g_assert_no_error (error);
  assert_held (&test, "p1", TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "d3");
  assert_held (&test, "p5", TNK_RIGHTS_SECRETARIAT, "");
  tnk_test_store_assert_rows (test.path,
                              "SELECT kind, subject, detail ->> 'right', detail ->> 'department' FROM log ORDER BY seq DESC LIMIT 1",
                              "right.granted|role:staff|secretariat|");

  g_assert_true (tnk_store_revoke_right (test.store, TNK_RIGHTS_SECRETARIAT, "role:staff", NULL, &error));
  g_assert_true (tnk_store_revoke_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p1", "d3", &error));
  assert_held (&test, "p1", TNK_RIGHTS_NONE, "");
  assert_rights (&test, defaults);
  tnk_test_store_verify (test.store);
}

/* Who left holds nothing, whatever was granted. */
static void
test_left (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_AUDIT, "person:p1", NULL, &error));
  assert_held (&test, "p1", TNK_RIGHTS_AUDIT, "");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p2,鈴木　花子,d3,manager\n");
  assert_held (&test, "p1", TNK_RIGHTS_NONE, "");
  assert_held (&test, "p2", TNK_RIGHTS_DEPARTMENT, "d3");
}

typedef struct
{
  const char *name;
  TnkRights kind;
  const char *holder;
  const char *department;
  gboolean revoke;
  int code;
  const char *words;
} Bad;

static const Bad bads[] = {
  {"nobody", TNK_RIGHTS_AUDIT, "person:p9", NULL, FALSE, TNK_ERROR_NOT_FOUND, "p9"},
  {"auditor", TNK_RIGHTS_AUDITOR, "person:p1", NULL, FALSE, TNK_ERROR_INVALID, "plan of an audit"},
  {"auditor-revoked", TNK_RIGHTS_AUDITOR, "person:p1", NULL, TRUE, TNK_ERROR_INVALID, "plan of an audit"},
  {"bare-number", TNK_RIGHTS_AUDIT, "p1", NULL, FALSE, TNK_ERROR_INVALID, "role:ID"},
  {"bare-role", TNK_RIGHTS_AUDIT, "role:", NULL, FALSE, TNK_ERROR_INVALID, "role:ID"},
  {"line-end", TNK_RIGHTS_AUDIT, "role:a\nb", NULL, FALSE, TNK_ERROR_INVALID, "holder"},
  {"no-department", TNK_RIGHTS_DEPARTMENT, "person:p1", "d9", FALSE, TNK_ERROR_NOT_FOUND, "d9"},
  {"body-wide", TNK_RIGHTS_SECRETARIAT, "person:p1", "d1", FALSE, TNK_ERROR_INVALID, "whole body"},
  {"not-held", TNK_RIGHTS_AUDIT, "role:staff", NULL, TRUE, TNK_ERROR_NOT_FOUND, "right list"},
  {"other-department", TNK_RIGHTS_DEPARTMENT, "role:manager", "d1", TRUE, TNK_ERROR_NOT_FOUND, "right list"},
};

static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gboolean done;

  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  if (bad->revoke)
    done = tnk_store_revoke_right (test.store, bad->kind, bad->holder, bad->department, &error);
  else
    done = tnk_store_grant_right (test.store, bad->kind, bad->holder, bad->department, &error);
  tnk_test_store_refused (done, &error, bad->code, bad->words);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Right/words", test_words);
  g_test_add_func ("/Tenken/Right/defaults", test_defaults);
  g_test_add_func ("/Tenken/Right/grant", test_grant);
  g_test_add_func ("/Tenken/Right/left", test_left);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Right/bad/%s", bads[i].name);

    g_test_add_data_func (path, &bads[i], test_bad);
  }
  return g_test_run ();
}
