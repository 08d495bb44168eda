/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#define N_CROWD TNK_TEST_STORE_CROWD

static void
assert_change (TnkRosterChange change,
               guint added,
               guint changed,
               guint removed)
{
  g_assert_cmpuint (change.added, ==, added);
  g_assert_cmpuint (change.changed, ==, changed);
  g_assert_cmpuint (change.removed, ==, removed);
}

static void
assert_last_entry (TnkTestStore *test,
                   const char *expected)
{
  tnk_test_store_assert_rows (test->path, "SELECT kind, subject, detail FROM log ORDER BY seq DESC LIMIT 1", expected);
}

/* The roster as the library reads it: people in the order of the store, each “id name department roles”. */
static char *
describe (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_store_load_body (test->store, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *department = tnk_body_get_department (body, i);
    g_string_append_printf (text, "%u%s ", tnk_department_get_depth (department), tnk_department_get_name (department));
  }
  for (guint i = 0; i < tnk_body_get_n_people (body); i++) {
    TnkPerson *person = tnk_body_get_person (body, i);
    g_autofree char *roles = g_strjoinv (",", (char **) tnk_person_get_roles (person));
    g_string_append_printf (text, "/ %s %s %s %s ", tnk_person_get_id (person), tnk_person_get_name (person),
                            tnk_department_get_id (tnk_person_get_department (person)), roles);
  }
  g_assert_finalize_object (body);
  return g_string_free (text, FALSE);
}

static void
assert_roster (TnkTestStore *test,
               const char *expected)
{
  g_autofree char *text = describe (test);

  g_assert_cmpstr (text, ==, expected);
}

/* --- importing --- */

static void
test_import (void)
{
  g_auto (TnkTestStore) test = {0};
  TnkRosterChange change;

  tnk_test_store_init (&test);
  change = tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  g_assert_cmpuint (change.departments, ==, 4);
  g_assert_cmpuint (change.people, ==, 5);
  assert_change (change, 5, 0, 0);
  assert_roster (&test, "0点検市 1総務部 2総務課 1税務課 / p1 山田　太郎 d2 staff / p2 鈴木　花子 d2 manager,staff "
                        "/ p3 佐藤　一郎 d0 ciso / p4 田中　二郎 d1 contractor / p5 高橋　三郎 d3 staff ");
  assert_last_entry (&test, "roster.imported|roster|{\"departments\":4,\"people\":5,\"added\":5,\"changed\":0,\"removed\":0,\"before\":[]}");
  tnk_test_store_reopen (&test);
  tnk_test_store_verify (test.store);
}

static void
test_import_again (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_roster (&test);
  before = describe (&test);
  assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE), 0, 0, 0);
  after = describe (&test);
  g_assert_cmpstr (before, ==, after);
  assert_last_entry (&test, "roster.imported|roster|{\"departments\":4,\"people\":5,\"added\":0,\"changed\":0,\"removed\":0,\"before\":[]}");
}

/* Each kind of change is seen by itself, and the log tells what was before. */
static void
test_changes (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *before;
  } changes[] = {
    {"p1,山田　太郎", "p1,渡辺　太郎", "{\"changed\":\"p1\",\"name\":\"山田　太郎\",\"department\":\"d2\",\"roles\":\"staff\"}"},
    {"d2,manager;staff", "d1,manager;staff", "{\"changed\":\"p2\",\"name\":\"鈴木　花子\",\"department\":\"d2\",\"roles\":\"manager;staff\"}"},
    {"d0,ciso", "d0,ciso;staff", "{\"changed\":\"p3\",\"name\":\"佐藤　一郎\",\"department\":\"d0\",\"roles\":\"ciso\"}"},
    {"d3,staff", "d3,", "{\"changed\":\"p5\",\"name\":\"高橋　三郎\",\"department\":\"d3\",\"roles\":\"staff\"}"},
    {"p4,田中　二郎,d1,contractor\n", "", "{\"removed\":\"p4\",\"name\":\"田中　二郎\",\"department\":\"d1\",\"roles\":\"contractor\"}"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *people = tnk_test_replace (PEOPLE, changes[i].from, changes[i].to);
    g_autofree char *entry = NULL;
    gboolean removes = *changes[i].to == '\0';
    tnk_test_store_init_roster (&test);
    assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, people), 0, !removes, removes);
    entry = g_strdup_printf ("roster.imported|roster|{\"departments\":4,\"people\":%u,\"added\":0,\"changed\":%u,\"removed\":%u,\"before\":[%s]}",
                             removes ? 4 : 5, !removes, removes, changes[i].before);
    assert_last_entry (&test, entry);
    /* and now it is known */
    assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, people), 0, 0, 0);
    tnk_test_store_verify (test.store);
  }
}

static void
test_all_at_once (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_roster (&test);
  assert_change (tnk_test_store_import_roster (&test, "department_id,name,parent_id\ne1,町,\nd2,庶務課,e1\n",
                                               PERSON "p9,新人,d2,staff\np2,鈴木　花子,d2,manager\np1,山田　太郎,d2,staff\n"),
                 1, 1, 3);
  assert_roster (&test, "0町 1庶務課 / p1 山田　太郎 d2 staff / p2 鈴木　花子 d2 manager / p9 新人 d2 staff ");
}

/* Who left stays known, because of what was answered in earlier years, and is the same person when coming back. */
static void
test_come_back (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_roster (&test);
  assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\n"), 0, 0, 4);
  assert_roster (&test, "0点検市 1総務部 2総務課 1税務課 / p1 山田　太郎 d2 staff ");
  tnk_test_store_assert_rows (test.path, "SELECT no, name, active FROM person WHERE id = 'p5'", "5|高橋　三郎|0");
  assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,新人,d1,staff\n"), 5, 0, 0);
  tnk_test_store_assert_rows (test.path, "SELECT no, name, active FROM person WHERE id IN ('p5', 'p6') ORDER BY no",
                              "5|高橋　三郎|1\n6|新人|1");
}

static void
test_texts (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init (&test);
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd0,\"市 \"\"本庁\"\"\",\n",
                                PERSON "=1+1,\"髙﨑\\ \"\"健\"\"\",d0,staff\n' OR 1=1 --,@x,d0,staff\n");
  assert_roster (&test, "0市 \"本庁\" / =1+1 髙﨑\\ \"健\" d0 staff / ' OR 1=1 -- @x d0 staff ");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "x,y,d0,staff\n");
  tnk_test_store_verify (test.store);
  tnk_test_store_assert_rows (test.path, "SELECT detail -> 'before' -> 1 ->> 'name' FROM log ORDER BY seq DESC LIMIT 1",
                              "髙﨑\\ \"健\"");
}

/* --- trying it out --- */

static TnkRosterChange
dry_run (TnkTestStore *test,
         const char *people)
{
  g_autoptr (TnkBody) body = tnk_test_store_read_body (test, DEPARTMENTS, people);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  TnkRosterChange change = {0};

  g_assert_true (tnk_store_import_roster (test->store, body, TRUE, &change, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&body));
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
  return change;
}

static void
test_dry_run (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *people = tnk_test_replace (PEOPLE, "p1,山田　太郎,d2,staff\n", "p1,山田　太郎,d2,manager\np7,新人,d0,staff\n");

  tnk_test_store_init (&test);
  assert_change (dry_run (&test, PEOPLE), 5, 0, 0);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE);
  /* also while a campaign is open that would follow */
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  tnk_test_store_import_answers (&test, ANSWERS, TRUE);
  assert_change (dry_run (&test, people), 1, 1, 0);
  assert_change (dry_run (&test, PERSON "p1,山田　太郎,d2,staff\n"), 0, 0, 4);
  /* the store goes on working, and the import does what was foretold */
  assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, people), 1, 1, 0);
  tnk_test_store_verify (test.store);
}

/* --- a whole prefecture --- */

typedef struct
{
  guint64 done;
  guint64 total;
  guint calls;
  guint64 cancel_at;
  GCancellable *cancellable;
} Progress;

static void
progress_cb (guint64 done,
             guint64 total,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >=, progress->done);
  g_assert_cmpuint (done, <=, total);
  progress->done = done;
  progress->total = total;
  progress->calls++;
  if (progress->cancellable != NULL && done >= progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_many_people (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;
  Progress progress = {0};
  gint64 start;

  tnk_test_store_init (&test);
  body = tnk_test_store_crowd (N_CROWD, "staff");
  start = g_get_monotonic_time ();
  g_assert_true (tnk_store_import_roster (test.store, body, FALSE, &change, progress_cb, &progress, NULL, &error));
  g_test_minimized_result ((g_get_monotonic_time () - start) / 1e6, "%u people imported", N_CROWD);
  g_assert_no_error (error);
  assert_change (change, N_CROWD, 0, 0);
  g_assert_cmpuint (progress.done, ==, N_CROWD);
  g_assert_cmpuint (progress.total, ==, N_CROWD);
  g_assert_cmpuint (progress.calls, >, 5);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) = " G_STRINGIFY (N_CROWD) ", count (DISTINCT id) = count (*) FROM person", "1|1");
  g_assert_finalize_object (g_steal_pointer (&body));
}

/* In the middle of 80,000 it is stopped: the store is as it was, and the next import finds nothing in its way. */
static void
test_cancel (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  TnkRosterChange change;

  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  body = tnk_test_store_crowd (N_CROWD, "staff");
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    Progress progress = {.cancellable = cancellable, .cancel_at = i == 0 ? N_CROWD / 2 : N_CROWD - 1024};
    tnk_test_store_cancelled (tnk_store_import_roster (test.store, body, FALSE, &change, progress_cb, &progress,
                                                       cancellable, &error),
                              &error);
    after = tnk_test_store_dump (test.path);
    g_assert_cmpstr (before, ==, after);
    g_clear_pointer (&after, g_free);
  }
  g_assert_finalize_object (g_steal_pointer (&body));
  tnk_test_store_verify (test.store);
  assert_change (tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE), 0, 0, 0);
}

static void
test_cancelled_already (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TnkRosterChange change;

  tnk_test_store_init (&test);
  body = tnk_test_store_read_body (&test, DEPARTMENTS, PEOPLE);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_import_roster (test.store, body, FALSE, &change, NULL, NULL, cancellable, &error), &error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM person", "0");
  g_assert_finalize_object (g_steal_pointer (&body));
}

static void
test_guards (void)
{
  g_auto (TnkTestStore) test = {0};
  TnkRosterChange change;

  tnk_test_store_init (&test);
  tnk_test_expect_critical ();
  g_assert_false (tnk_store_import_roster (test.store, NULL, FALSE, &change, NULL, NULL, NULL, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_store_load_body (NULL, NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreRoster/import", test_import);
  g_test_add_func ("/Tenken/StoreRoster/import-again", test_import_again);
  g_test_add_func ("/Tenken/StoreRoster/changes", test_changes);
  g_test_add_func ("/Tenken/StoreRoster/all-at-once", test_all_at_once);
  g_test_add_func ("/Tenken/StoreRoster/come-back", test_come_back);
  g_test_add_func ("/Tenken/StoreRoster/texts", test_texts);
  g_test_add_func ("/Tenken/StoreRoster/dry-run", test_dry_run);
  g_test_add_func ("/Tenken/StoreRoster/many-people", test_many_people);
  g_test_add_func ("/Tenken/StoreRoster/cancel", test_cancel);
  g_test_add_func ("/Tenken/StoreRoster/cancelled-already", test_cancelled_already);
  g_test_add_func ("/Tenken/StoreRoster/guards", test_guards);
  return g_test_run ();
}
