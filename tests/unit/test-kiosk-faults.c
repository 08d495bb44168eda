/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <sys/wait.h>
#include <unistd.h>

#include "tnk-pin-slip.h"
#include "tnk-sign-in-private.h"
#include "tnk-store-private.h"
#include "tnk-test-vfs.h"

/* As in test-store-faults.c every change of the disk fails once in each way, here under the verbs of the kiosk. Since
 * hashes are salted, what must be there afterwards is told by a query. */

#define MAX_ROUNDS 2000
#ifdef __SANITIZE_ADDRESS__
#define STRIDE 5
#else
#define STRIDE 1
#endif

#define P1_PIN "735914"
#define KIOSK_PIN "90817263"

typedef struct
{
  const char *name;
  gboolean (*func) (TnkTestStore *test, GError **error);
  const char *sql;
  const char *before;
  const char *between; /* what a verb of several changes may leave; NULL: nothing */
  const char *after;
} Verb;

static gboolean
save (TnkTestStore *test,
      const char *control_id,
      TnkAnswerValue value,
      GError **error)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_store_save_answer (test->store, "2026", "p1", tnk_catalog_find_duty (catalog, control_id, "staff"), value,
                                "時々", "棚", error);
}

static gboolean
first_answer (TnkTestStore *test,
              GError **error)
{
  return save (test, "1.1-2", TNK_ANSWER_VALUE_PARTIAL, error);
}

static gboolean
changed_answer (TnkTestStore *test,
                GError **error)
{
  return save (test, "2.1-1", TNK_ANSWER_VALUE_IMPLEMENTED, error);
}

static gboolean
deleted_answer (TnkTestStore *test,
                GError **error)
{
  return save (test, "2.1-1", TNK_ANSWER_VALUE_UNANSWERED, error);
}

static gboolean
flag (TnkTestStore *test,
      GError **error)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_store_set_flag (test->store, "2026", "p1", tnk_catalog_find_duty (catalog, "2.1-1", "staff"), TRUE, error);
}

static gboolean
place (TnkTestStore *test,
       GError **error)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_store_set_place (test->store, "2026", "p1", tnk_catalog_find_duty (catalog, "2.1-1", "staff"), error);
}

static gboolean
promise (TnkTestStore *test,
         GError **error)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_store_promise (test->store, "2026", "p1", tnk_catalog_find_duty (catalog, "2.1-1", "staff"), "2026-12", error);
}

static gboolean
issue (TnkTestStore *test,
       GError **error)
{
  g_autoptr (GPtrArray) slips = tnk_store_issue_pins (test->store, NULL, NULL, FALSE, NULL, NULL, NULL, error);

  return slips != NULL;
}

static gboolean
set_kiosk_pin (TnkTestStore *test,
               GError **error)
{
  return tnk_store_set_kiosk_pin (test->store, "804915", error);
}

static gboolean
sign_in (TnkTestStore *test,
         GError **error)
{
  g_auto (TnkSignIn) in = {0};
  guint wait;

  return tnk_store_sign_in (test->store, "p1", P1_PIN, "desk", &in, &wait, error);
}

/* That the PIN is refused is what should happen. */
static gboolean
was_refused (GError **error)
{
  if (!g_error_matches (*error, TNK_ERROR, TNK_ERROR_REFUSED))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

static gboolean
wrong_pin (TnkTestStore *test,
           GError **error)
{
  g_auto (TnkSignIn) in = {0};
  guint wait;

  g_assert_false (tnk_store_sign_in (test->store, "p1", "735915", "desk", &in, &wait, error));
  return was_refused (error);
}

static gboolean
change_pin (TnkTestStore *test,
            GError **error)
{
  return tnk_store_change_pin (test->store, 1, "p1", "462910", error);
}

static gboolean
kiosk_pin (TnkTestStore *test,
           GError **error)
{
  guint wait;

  return tnk_store_check_kiosk_pin (test->store, KIOSK_PIN, &wait, error);
}

static gboolean
wrong_kiosk_pin (TnkTestStore *test,
                 GError **error)
{
  guint wait;

  g_assert_false (tnk_store_check_kiosk_pin (test->store, "90817264", &wait, error));
  return was_refused (error);
}

#define TRIES "SELECT (SELECT group_concat (person_id || failures) FROM sign_in_try), " \
              "(SELECT count (*) FROM log WHERE kind IN ('person.signed-in', 'person.refused', 'kiosk.refused')), " \
              "(SELECT count (*) FROM credential WHERE last_sign_in IS NOT NULL)"
#define ANSWER_1 "SELECT (SELECT value || comment || evidence FROM answer WHERE duty = 8), " \
                 "(SELECT count (*) FROM log WHERE kind = 'answer.changed'), (SELECT count (*) FROM answer)"

static const Verb verbs[] = {
  {"first-answer", first_answer, ANSWER_1, "2時々棚|0|1", NULL, "2時々棚|0|2"},
  {"changed-answer", changed_answer, ANSWER_1, "2時々棚|0|1", NULL, "1時々棚|1|1"},
  {"deleted-answer", deleted_answer, ANSWER_1, "2時々棚|0|1", NULL, "NULL|1|0"},
  {"flag", flag, "SELECT count (*) FROM flag", "0", NULL, "1"},
  {"place", place, "SELECT place FROM questionnaire WHERE person_no = 1", "NULL", NULL, "8"},
  {"promise", promise, "SELECT (SELECT due FROM promise), (SELECT count (*) FROM log WHERE kind = 'promise.made')", "NULL|0", NULL, "2026-12|1"},
  {"issue", issue, "SELECT (SELECT count (*) FROM credential), (SELECT count (*) FROM log WHERE kind = 'pins.issued')", "1|1", NULL, "5|2"},
  {"set-kiosk-pin", set_kiosk_pin, "SELECT count (*) FROM log WHERE kind = 'kiosk.pin-set'", "1", NULL, "2"},
  {"sign-in", sign_in, TRIES, "NULL|0|0", "p11|0|0", "NULL|1|1"},
  /* a look at the PIN is counted in every case */
  {"wrong-pin", wrong_pin, TRIES, "NULL|0|0", "p11|0|0", "p11|1|0"},
  {"change-pin", change_pin, "SELECT count (*) FROM log WHERE kind = 'pin.changed'", "1", NULL, "2"},
  {"kiosk-pin", kiosk_pin, TRIES, "NULL|0|0", "*kiosk*1|0|0", "NULL|0|0"},
  {"wrong-kiosk-pin", wrong_kiosk_pin, TRIES, "NULL|0|0", "*kiosk*1|0|0", "*kiosk*1|1|0"},
};

/* --- the store that all begin with --- */

typedef struct
{
  char *bytes;
  gsize length;
} Beginning;

static Beginning beginning;

static void
make_beginning (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (GError) error = NULL;

  if (beginning.bytes != NULL)
    return;
  tnk_test_store_init_open (&test);
  g_assert_true (save (&test, "2.1-1", TNK_ANSWER_VALUE_PARTIAL, &error));
  slips = tnk_store_issue_pins (test.store, NULL, "p1", FALSE, NULL, NULL, NULL, &error);
  g_assert_true (tnk_store_change_pin (test.store, 1, "p1", P1_PIN, &error));
  g_assert_true (tnk_store_set_kiosk_pin (test.store, KIOSK_PIN, &error));
  g_assert_no_error (error);
  tnk_test_store_reopen (&test);
  tnk_test_store_close (&test);
  g_assert_true (g_file_get_contents (test.path, &beginning.bytes, &beginning.length, NULL));
}

static void
lay_out (TnkTestStore *test)
{
  make_beginning ();
  test->dir = tnk_test_dir ();
  test->path = g_build_filename (test->dir, "store.db", NULL);
  g_assert_true (g_file_set_contents (test->path, beginning.bytes, beginning.length, NULL));
}

static void
open_store (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;

  test->store = tnk_store_open (test->path, "tester", &error);
  if (test->store == NULL)
    g_error ("%s", error->message);
  tnk_test_store_stop_clock (test->store, TNK_TEST_STORE_NOW);
}

/* The store is sound, and is as it was or may be; what was not done can be done now. */
static void
assert_state (TnkTestStore *test,
              const Verb *verb,
              gboolean done,
              gboolean perhaps_more)
{
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_close (test);
  open_store (test);
  tnk_test_store_verify (test->store);
  state = tnk_test_store_ask (test->path, verb->sql);
  if (done)
    g_assert_cmpstr (state, ==, verb->after);
  else if (g_strcmp0 (state, verb->between) != 0 && !(perhaps_more && g_str_equal (state, verb->after)))
    g_assert_cmpstr (state, ==, verb->before);
  if (done || g_str_equal (state, verb->after))
    return;
  g_assert_true (verb->func (test, &error));
  g_assert_no_error (error);
}

static void
try_all (const Verb *verb,
         TnkTestVfsMode mode)
{
  gboolean failed = TRUE;
  guint round, n_failures = 0;

  for (round = 1; failed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    TnkTestStore test = {0};
    g_autoptr (GError) error = NULL;
    gboolean done;
    lay_out (&test);
    open_store (&test);
    tnk_test_vfs_arm (mode, round);
    done = verb->func (&test, &error);
    failed = tnk_test_vfs_disarm ();
    if (!done) {
      g_assert_error (error, TNK_ERROR, TNK_ERROR_STORE);
      tnk_test_assert_line (error != NULL ? error->message : NULL, "", test.path);
      n_failures++;
    }
    assert_state (&test, verb, done, mode == TNK_TEST_VFS_STAYS_FULL);
    if (g_test_failed ())
      g_test_message ("at the change %u of the disk", round);
    tnk_test_store_remove (&test);
  }
  g_test_message ("%u changes of the disk, %u failures", round - STRIDE, n_failures);
  g_assert_cmpuint (n_failures, >, 0);
  g_assert_cmpuint (round, <, MAX_ROUNDS);
}

static void
test_once (gconstpointer data)
{
  try_all (data, TNK_TEST_VFS_FAILS_ONCE);
}

static void
test_full (gconstpointer data)
{
  try_all (data, TNK_TEST_VFS_STAYS_FULL);
}

/* The program ends in the middle of a write. */
static void
test_crash (gconstpointer data)
{
  const Verb *verb = data;
  gboolean crashed = TRUE;
  guint round;

  for (round = 1; crashed && round < MAX_ROUNDS && !g_test_failed (); round += STRIDE) {
    TnkTestStore test = {0};
    g_autoptr (GError) error = NULL;
    int status;
    pid_t child;
    lay_out (&test);
    child = fork ();
    if (child == 0) {
      open_store (&test);
      tnk_test_vfs_arm (TNK_TEST_VFS_CRASHES, round);
      _exit (verb->func (&test, &error) ? 0 : 1);
    }
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_true (WIFEXITED (status));
    crashed = WEXITSTATUS (status) == TNK_TEST_VFS_CRASHED;
    g_assert_true (crashed || WEXITSTATUS (status) == 0);
    assert_state (&test, verb, !crashed, TRUE);
    if (g_test_failed ())
      g_test_message ("at the change %u of the disk", round);
    tnk_test_store_remove (&test);
  }
  g_assert_cmpuint (round, >, 1 + STRIDE);
  g_assert_cmpuint (round, <, MAX_ROUNDS);
}

/* An answer is on the disk, not on its way there, when the library says that it is. */
static void
test_synced (gconstpointer data)
{
  const Verb *verb = data;
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  lay_out (&test);
  open_store (&test);
  g_assert_true (verb->func (&test, &error));
  g_assert_no_error (error);
  g_assert_false (tnk_test_vfs_is_unsynced ());
  tnk_test_store_assert_rows (test.path, verb->sql, verb->after);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc func;
  } ways[] = {{"synced", test_synced}, {"once", test_once}, {"full", test_full}, {"crash", test_crash}};
  int status;

  tnk_test_init (&argc, &argv);
  tnk_test_vfs_install ();
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ways); j++) {
      g_autofree char *path = g_strdup_printf ("/Tenken/KioskFaults/%s/%s", verbs[i].name, ways[j].name);
      g_test_add_data_func (path, &verbs[i], ways[j].func);
    }
  status = g_test_run ();
  g_free (beginning.bytes);
  return status;
}
