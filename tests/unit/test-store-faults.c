/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <sys/wait.h>
#include <unistd.h>

#include "tnk-plan-edits-private.h"
#include "tnk-right.h"
#include "tnk-store-audit.h"
#include "tnk-store-plan.h"
#include "tnk-store-private.h"
#include "tnk-test-vfs.h"

/* Every single change that the library makes to the disk fails once, in each of several ways. Afterwards the store is
 * there, sound, and either as it was or as it should be. */

/* Fewer changes than this mean that the layer was not asked at all. */
#define MIN_ROUNDS 10
#define MAX_ROUNDS 5000
/* Every change of the disk; under a sanitizer, which makes it all some forty times slower, every ninth. */
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 9
#else
#define STRIDE 1
#endif

#define NEW_PEOPLE PEOPLE "p6,渡辺　四郎,d3,staff\np7,伊藤　五郎,d1,manager;staff\n"
#define NEW_ANSWERS ANSWER "p5,staff,2.1-1,implemented,\np2,manager,2.1-2.2,implemented,鍵を買った\np6,staff,1.1-2,partial,\n"

/* A step of the work: FALSE, with the error set, if it failed. */
typedef gboolean (*Step) (TnkTestStore *test, GError **error);

static gboolean
import_roster (TnkTestStore *test,
               GError **error)
{
  g_autoptr (TnkBody) body = tnk_test_store_read_body (test, DEPARTMENTS, NEW_PEOPLE);
  TnkRosterChange change;

  return tnk_store_import_roster (test->store, body, FALSE, &change, NULL, NULL, NULL, error);
}

static gboolean
import_answers (TnkTestStore *test,
                GError **error)
{
  return tnk_test_store_try_answers (test, NEW_ANSWERS, FALSE, NULL, error);
}

static gboolean
accept (TnkTestStore *test,
        GError **error)
{
  return tnk_store_move_questionnaire (test->store, "2026", "p1", TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL, error);
}

static gboolean
close_campaign (TnkTestStore *test,
                GError **error)
{
  guint n_submitted, n_people;

  return tnk_store_close_campaign (test->store, "2026", &n_submitted, &n_people, error);
}

static gboolean
propose (TnkTestStore *test,
         GError **error)
{
  g_autoptr (GPtrArray) added = tnk_store_propose_actions (test->store, "2026", NULL, "ja", "p2", NULL, error);

  return added != NULL;
}

/* A day for every action, as a sheet brings them: all at once. */
static gboolean
apply_plan (TnkTestStore *test,
            GError **error)
{
  g_autoptr (TnkPlan) plan = tnk_store_load_plan (test->store, "2026", error);
  g_autoptr (TnkPlanEdits) edits = plan != NULL ? tnk_plan_edits_new (plan) : NULL;
  guint n;

  for (guint i = 0; edits != NULL && i < tnk_plan_get_n_actions (plan); i++) {
    TnkAction *action = tnk_plan_get_action (plan, i);
    TnkPlanRow row = {.where = "改善計画", .action = action, .control = tnk_action_get_control (action), .note = "会議で決めた"};

    row.values[TNK_ACTION_FIELD_DUE] = "2026-12-31";
    row.bases[TNK_ACTION_FIELD_DUE] = "";
    if (!tnk_plan_edits_add_row (edits, &row, error))
      return FALSE;
  }
  return edits != NULL && tnk_store_apply_plan (test->store, edits, "p2", &n, NULL, NULL, NULL, error);
}

/* A plan with its lists and its first step, in one. */
static gboolean
draft_audit (TnkTestStore *test,
             GError **error)
{
  static const char *const departments[] = {"d2", NULL}, *const controls[] = {"2.1-1", NULL}, *const auditors[] = {"p4", NULL};
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (test->store, "2026", error);
  g_autoptr (TnkAudit) audit = campaign != NULL ? tnk_audit_new (campaign) : NULL, stored = NULL;

  if (audit != NULL && tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "監査", error) && tnk_audit_set_departments (audit, departments, error) &&
      tnk_audit_set_controls (audit, controls, error) && tnk_audit_set_auditors (audit, auditors, error))
    stored = tnk_store_save_audit (test->store, audit, "p4", error);
  return stored != NULL;
}

static const Step steps[] = {import_roster, import_answers, accept, propose, apply_plan, draft_audit, close_campaign};

/* What the store looks like before the first step, and after each. */
typedef struct
{
  char *bytes;
  gsize length;
  char *states[G_N_ELEMENTS (steps) + 1];
} Expected;

static void
expected_clear (Expected *self)
{
  g_free (self->bytes);
  for (guint i = 0; i < G_N_ELEMENTS (self->states); i++)
    g_free (self->states[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Expected, expected_clear)

static void
expect (Expected *self)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_AUDIT, "person:p4", NULL, &error));
  tnk_test_store_reopen (&test);
  self->states[0] = tnk_test_store_dump (test.path);
  tnk_test_store_close (&test);
  g_assert_true (g_file_get_contents (test.path, &self->bytes, &self->length, NULL));
  tnk_test_store_reopen (&test);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (steps[i](&test, &error));
    g_assert_no_error (error);
    self->states[i + 1] = tnk_test_store_dump (test.path);
    g_assert_cmpstr (self->states[i + 1], !=, self->states[i]);
  }
}

/* The store of “expect”, in a folder of its own. */
static void
lay_out (TnkTestStore *test,
         Expected *expected)
{
  test->dir = tnk_test_dir ();
  test->path = g_build_filename (test->dir, "store.db", NULL);
  g_assert_true (g_file_set_contents (test->path, expected->bytes, expected->length, NULL));
}

static void
assert_fault (GError **error,
              const char *path)
{
  g_assert_error (*error, TNK_ERROR, TNK_ERROR_STORE);
  if (*error != NULL)
    tnk_test_assert_line ((*error)->message, "", path);
  g_clear_error (error);
}

static gboolean
open_store (TnkTestStore *test,
            GError **error)
{
  test->store = tnk_store_open (test->path, "tester", error);
  if (test->store != NULL)
    tnk_test_store_stop_clock (test->store, TNK_TEST_STORE_NOW);
  return test->store != NULL;
}

/* Opens the store, does the steps until one fails, closes it. Returns how many were done. */
static guint
work (TnkTestStore *test,
      gboolean small_cache)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!open_store (test, &error)) {
    assert_fault (&error, test->path);
    return 0;
  }
  /* then what has been written so far goes to the disk in the middle of a change */
  if (small_cache)
    g_assert_true (tnk_connection_execute (test->store->connection, "PRAGMA cache_size = 4", NULL));
  while (n < G_N_ELEMENTS (steps) && steps[n](test, &error))
    n++;
  if (error != NULL)
    assert_fault (&error, test->path);
  tnk_test_store_close (test);
  return n;
}

/* The store opens, verifies, and is as it was after so many steps, or after one more where that cannot be told; what was
 * not done can be done now. */
static void
assert_state (TnkTestStore *test,
              Expected *expected,
              guint n,
              gboolean perhaps_more)
{
  g_autofree char *state = NULL, *last = NULL;
  g_autoptr (GError) error = NULL;

  if (test->store == NULL && !open_store (test, &error))
    g_error ("%s", error->message);
  tnk_test_store_verify (test->store);
  state = tnk_test_store_dump (test->path);
  if (perhaps_more && n < G_N_ELEMENTS (steps) && g_str_equal (state, expected->states[n + 1]))
    n++;
  g_assert_cmpstr (state, ==, expected->states[n]);
  for (guint i = n; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (steps[i](test, &error));
    g_assert_no_error (error);
  }
  last = tnk_test_store_dump (test->path);
  g_assert_cmpstr (last, ==, expected->states[G_N_ELEMENTS (steps)]);
}

static void
try_all (TnkTestVfsMode mode,
         gboolean small_cache)
{
  g_auto (Expected) expected = {0};
  gboolean failed = TRUE;
  guint round;

  expect (&expected);
  for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    TnkTestStore test = {0};
    guint n;
    lay_out (&test, &expected);
    tnk_test_vfs_arm (mode, round);
    n = work (&test, small_cache);
    failed = tnk_test_vfs_disarm ();
    /* A disk that stays full can fail after the last byte of a change is written and before it is known to be safe;
     * then the change is reported as failed and is there all the same. It is never there by half. */
    assert_state (&test, &expected, n, mode == TNK_TEST_VFS_STAYS_FULL);
    if (g_test_failed ())
      g_test_message ("at the change %u of the disk, after %u steps", round, n);
    tnk_test_store_remove (&test);
  }
  g_test_message ("%u changes of the disk", round - STRIDE);
  g_assert_cmpuint (round, >, MIN_ROUNDS);
}

static void
test_once (void)
{
  try_all (TNK_TEST_VFS_FAILS_ONCE, FALSE);
}

static void
test_once_within (void)
{
  try_all (TNK_TEST_VFS_FAILS_ONCE, TRUE);
}

static void
test_full (void)
{
  try_all (TNK_TEST_VFS_STAYS_FULL, FALSE);
}

static void
test_full_within (void)
{
  try_all (TNK_TEST_VFS_STAYS_FULL, TRUE);
}

/* The store that met the fault can be worked with on: it shows the state before, and the next try succeeds. */
static void
test_try_again (void)
{
  g_auto (Expected) expected = {0};
  gboolean failed = TRUE;
  guint round, n_failures = 0;

  expect (&expected);
  for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    TnkTestStore test = {0};
    lay_out (&test, &expected);
    g_assert_true (open_store (&test, NULL));
    tnk_test_vfs_arm (TNK_TEST_VFS_FAILS_ONCE, round);
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
      g_autoptr (GError) error = NULL;
      g_autofree char *state = NULL;
      if (steps[i](&test, &error))
        continue;
      assert_fault (&error, test.path);
      state = tnk_test_store_dump (test.path);
      g_assert_cmpstr (state, ==, expected.states[i]);
      tnk_test_store_verify (test.store);
      g_assert_true (steps[i](&test, &error));
      g_assert_no_error (error);
      n_failures++;
    }
    failed = tnk_test_vfs_disarm ();
    assert_state (&test, &expected, G_N_ELEMENTS (steps), FALSE);
    tnk_test_store_remove (&test);
  }
  g_assert_cmpuint (n_failures, >, MIN_ROUNDS / STRIDE);
}

/* --- the program ends in the middle --- */

static gboolean
crashed (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_true (WEXITSTATUS (status) == 0 || WEXITSTATUS (status) == TNK_TEST_VFS_CRASHED);
  return WEXITSTATUS (status) == TNK_TEST_VFS_CRASHED;
}

/* How many steps are done in a store that a crashed program left. */
static guint
count_steps (TnkTestStore *test,
             Expected *expected)
{
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  if (!open_store (test, &error))
    g_error ("%s", error->message);
  state = tnk_test_store_dump (test->path);
  tnk_test_store_close (test);
  for (guint i = 0; i <= G_N_ELEMENTS (steps); i++)
    if (g_str_equal (state, expected->states[i]))
      return i;
  g_test_message ("there is half of a change: %s", state);
  g_test_fail ();
  return G_N_ELEMENTS (steps);
}

static void
crash_everywhere (gboolean small_cache)
{
  g_auto (Expected) expected = {0};
  gboolean failed = TRUE;
  guint round, last = 0;

  expect (&expected);
  for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    TnkTestStore test = {0};
    guint n;
    pid_t child;
    lay_out (&test, &expected);
    child = fork ();
    if (child == 0) {
      tnk_test_vfs_arm (TNK_TEST_VFS_CRASHES, round);
      work (&test, small_cache);
      _exit (0);
    }
    failed = crashed (child);
    n = count_steps (&test, &expected);
    /* what was safe once stays so, however much later the crash comes */
    g_assert_cmpuint (n, >=, last);
    last = n;
    assert_state (&test, &expected, n, FALSE);
    if (g_test_failed ())
      g_test_message ("at the change %u of the disk, after %u steps", round, n);
    tnk_test_store_remove (&test);
  }
  g_test_message ("%u changes of the disk", round - STRIDE);
  g_assert_cmpuint (round, >, MIN_ROUNDS);
  g_assert_cmpuint (last, ==, G_N_ELEMENTS (steps));
}

static void
test_crash (void)
{
  crash_everywhere (FALSE);
}

static void
test_crash_within (void)
{
  crash_everywhere (TRUE);
}

/* An answer is on the disk, not on its way there, when the library says that it is. */
static void
test_synced (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_AUDIT, "person:p4", NULL, &error));
  g_assert_false (tnk_test_vfs_is_unsynced ());
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_assert_true (steps[i](&test, &error));
    g_assert_false (tnk_test_vfs_is_unsynced ());
  }
}

/* --- making a store --- */

/* What cannot be made whole is not made at all. */
static void
test_create (void)
{
  static const TnkTestVfsMode modes[] = {TNK_TEST_VFS_FAILS_ONCE, TNK_TEST_VFS_STAYS_FULL};

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    gboolean failed = TRUE;
    guint round;
    for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
      g_autofree char *dir = tnk_test_dir ();
      g_autofree char *path = g_build_filename (dir, "store.db", NULL);
      g_autofree char *files = NULL;
      g_autoptr (GError) error = NULL;
      TnkStore *store;
      tnk_test_vfs_arm (modes[i], round);
      store = tnk_store_create (path, "点検市", "tester", NULL, &error);
      failed = tnk_test_vfs_disarm ();
      files = tnk_test_store_list_dir (dir);
      if (store == NULL) {
        assert_fault (&error, path);
        g_assert_cmpstr (files, ==, "");
      } else {
        tnk_test_store_verify (store);
        g_assert_finalize_object (store);
      }
      if (g_test_failed ())
        g_test_message ("at the change %u of the disk", round);
    }
    g_test_message ("%u changes of the disk", round - STRIDE);
    g_assert_cmpuint (round, >, MIN_ROUNDS);
  }
}

/* After a crash there may be a file that can be thrown away, but never a store without its name and its log. */
static void
test_crashed_create (void)
{
  gboolean failed = TRUE;
  guint round;

  for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    g_autofree char *dir = tnk_test_dir ();
    g_autofree char *path = g_build_filename (dir, "store.db", NULL);
    g_autoptr (TnkStore) store = NULL;
    pid_t child = fork ();
    if (child == 0) {
      tnk_test_vfs_arm (TNK_TEST_VFS_CRASHES, round);
      store = tnk_store_create (path, "点検市", "tester", NULL, NULL);
      _exit (0);
    }
    failed = crashed (child);
    store = tnk_store_open (path, "tester", NULL);
    if (store != NULL) {
      g_assert_cmpstr (tnk_store_get_body_name (store), ==, "点検市");
      tnk_test_store_verify (store);
      tnk_test_store_assert_rows (path, "SELECT kind FROM log", "store.created");
    }
    if (g_test_failed ())
      g_test_message ("at the change %u of the disk", round);
  }
  g_assert_cmpuint (round, >, MIN_ROUNDS);
}

/* --- copying one --- */

/* The copy that was there stays until the new one is whole, and nothing half-made stays beside it. */
static void
test_backup (void)
{
  static const TnkTestVfsMode modes[] = {TNK_TEST_VFS_FAILS_ONCE, TNK_TEST_VFS_STAYS_FULL};

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autofree char *copy = NULL, *before = NULL, *after = NULL, *files = NULL;
    gboolean failed = TRUE;
    guint round;
    tnk_test_store_init_open (&test);
    copy = g_build_filename (test.dir, "copy.db", NULL);
    g_assert_true (tnk_store_backup (test.store, copy, NULL));
    before = tnk_test_store_dump (copy);
    tnk_test_store_import_answers (&test, ANSWERS, FALSE);
    after = tnk_test_store_dump (test.path);
    files = tnk_test_store_list_dir (test.dir);
    for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
      g_autoptr (GError) error = NULL;
      g_autofree char *state = NULL, *files_now = NULL;
      gboolean done;
      tnk_test_vfs_arm (modes[i], round);
      done = tnk_store_backup (test.store, copy, &error);
      failed = tnk_test_vfs_disarm ();
      if (!done)
        assert_fault (&error, copy);
      state = tnk_test_store_dump (copy);
      g_assert_cmpstr (state, ==, done ? after : before);
      files_now = tnk_test_store_list_dir (test.dir);
      g_assert_cmpstr (files_now, ==, files);
      if (g_test_failed ())
        g_test_message ("at the change %u of the disk", round);
    }
    g_test_message ("%u changes of the disk", round - STRIDE);
    g_assert_cmpuint (round, >, MIN_ROUNDS);
    tnk_test_store_verify (test.store);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  tnk_test_vfs_install ();
  g_test_add_func ("/Tenken/StoreFaults/once", test_once);
  g_test_add_func ("/Tenken/StoreFaults/once-within", test_once_within);
  g_test_add_func ("/Tenken/StoreFaults/full", test_full);
  g_test_add_func ("/Tenken/StoreFaults/full-within", test_full_within);
  g_test_add_func ("/Tenken/StoreFaults/try-again", test_try_again);
  g_test_add_func ("/Tenken/StoreFaults/crash", test_crash);
  g_test_add_func ("/Tenken/StoreFaults/crash-within", test_crash_within);
  g_test_add_func ("/Tenken/StoreFaults/synced", test_synced);
  g_test_add_func ("/Tenken/StoreFaults/create", test_create);
  g_test_add_func ("/Tenken/StoreFaults/crashed-create", test_crashed_create);
  g_test_add_func ("/Tenken/StoreFaults/backup", test_backup);
  return g_test_run ();
}
