/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-store-roster.h"

#include "tnk-right.h"
#include "tnk-test-store.h"

static TnkRosterPreview *
preview (TnkTestStore *test,
         const char *departments,
         const char *people)
{
  g_autoptr (TnkBody) body = tnk_test_store_read_body (test, departments, people);
  g_autoptr (GError) error = NULL;
  TnkRosterPreview *found = tnk_store_preview_roster (test->store, body, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* What follows in campaigns: “kind campaign person n”. */
static char *
describe (TnkRosterPreview *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_roster_preview_get_n_rows (self); i++) {
    TnkRosterRow *row = tnk_roster_preview_get_row (self, i);
    TnkRosterKind kind = tnk_roster_row_get_kind (row);

    if (kind >= TNK_ROSTER_KIND_ASKED)
      g_string_append_printf (text, "%s %s %s %u\n", tnk_roster_kind_to_string (kind), tnk_roster_row_get_campaign_id (row),
                              tnk_roster_row_get_id (row), tnk_roster_row_get_n_answers (row));
  }
  return g_string_free (text, FALSE);
}

static void
assert_follows (TnkTestStore *test,
                const char *people,
                const char *expected)
{
  g_autofree char *before = tnk_test_store_dump (test->path);
  g_autoptr (TnkRosterPreview) found = preview (test, DEPARTMENTS, people);
  g_autofree char *text = describe (found);
  g_autofree char *after = tnk_test_store_dump (test->path);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (before, ==, after);
}

static void
test_nothing (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRosterPreview) found = NULL;

  tnk_test_store_init_answers (&test);
  found = preview (&test, DEPARTMENTS, PEOPLE);
  g_assert_cmpuint (tnk_roster_preview_get_n_rows (found), ==, 0);
}

/* p1 to p3 have handed in, p5 is a draft. */
static void
test_follows (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\np5,staff,2.1-1,partial,\n", TRUE);
  assert_follows (&test, PEOPLE "p6,新人,d3,staff\n", "asked 2026 p6 0\n");
  assert_follows (&test, PERSON "p1,山田　太郎,d2,staff\np2,鈴木　花子,d2,manager;staff\np3,佐藤　一郎,d0,ciso\np4,田中　二郎,d1,contractor\n",
                  "not_asked 2026 p5 2\n");
  assert_follows (&test, PERSON "p2,鈴木　花子,d2,manager;staff\np3,佐藤　一郎,d0,ciso\np4,田中　二郎,d1,contractor\np5,高橋　三郎,d3,manager\n",
                  "kept 2026 p1 3\nanswers_lost 2026 p5 2\n");
}

static void
test_secretariat (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "person:p4", NULL, &error));
  assert_follows (&test, PERSON "p1,山田　太郎,d2,staff\n", "no_secretariat (null) (null) 0\n");
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_SECRETARIAT, "role:staff", NULL, &error));
  assert_follows (&test, PERSON "p1,山田　太郎,d2,staff\n", "");
}

static void
test_import (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRosterPreview) found = NULL;
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  tnk_test_store_init_open (&test);
  found = preview (&test, DEPARTMENTS, PEOPLE "p6,新人,d3,staff\n");
  g_assert_true (tnk_store_import_preview (test.store, found, &change, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (change.added, ==, 1);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM questionnaire", "5");
  tnk_test_store_verify (test.store);
}

/* What would happen must still be what was shown; that others answer meanwhile is no matter, unless it would be lost. */
static void
test_changed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRosterPreview) found = NULL;
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  tnk_test_store_init_open (&test);
  found = preview (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\n");
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", TRUE);
  tnk_test_store_refused (tnk_store_import_preview (test.store, found, &change, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE,
                          "preview the files again");
  g_clear_object (&found);
  found = preview (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\n");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", TRUE);
  g_assert_true (tnk_store_import_preview (test.store, found, &change, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (change.removed, ==, 4);
  tnk_test_store_refused (tnk_store_import_preview (test.store, found, &change, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE,
                          "preview the files again");
  tnk_test_store_verify (test.store);
}

static void
test_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = tnk_test_store_crowd (4000, "staff");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_cancelled (tnk_store_preview_roster (test.store, body, tnk_test_store_cancel_cb, cancellable, cancellable, &error) != NULL,
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Store/RosterPreview/nothing", test_nothing);
  g_test_add_func ("/Tenken/Store/RosterPreview/follows", test_follows);
  g_test_add_func ("/Tenken/Store/RosterPreview/secretariat", test_secretariat);
  g_test_add_func ("/Tenken/Store/RosterPreview/import", test_import);
  g_test_add_func ("/Tenken/Store/RosterPreview/changed", test_changed);
  g_test_add_func ("/Tenken/Store/RosterPreview/cancelled", test_cancelled);
  return g_test_run ();
}
