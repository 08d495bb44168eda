/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-pin-slip.h"
#include "tnk-pin.h"
#include "tnk-secret-private.h"

#define CREDENTIALS "SELECT p.id, c.initial, c.issued_at FROM credential c JOIN person p ON p.no = c.person_no ORDER BY p.no"
#define LAST_LOG "SELECT actor, kind, subject, detail FROM log ORDER BY seq DESC LIMIT 1"

static GPtrArray *
issue (TnkTestStore *test,
       const char *department_id,
       const char *person_id,
       gboolean replace)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *slips = tnk_store_issue_pins (test->store, department_id, person_id, replace, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (slips == NULL)
    g_error ("no slips");
  return slips;
}

static char *
people_of (GPtrArray *slips)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slips->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            tnk_person_get_id (tnk_pin_slip_get_person (g_ptr_array_index (slips, i))));
  return g_string_free (text, FALSE);
}

static void
assert_issued (TnkTestStore *test,
               const char *department_id,
               const char *person_id,
               gboolean replace,
               const char *expected)
{
  g_autoptr (GPtrArray) slips = issue (test, department_id, person_id, replace);
  g_autofree char *people = people_of (slips);

  g_assert_cmpstr (people, ==, expected);
}

/* Each slip is the PIN whose hash the store keeps, and one that the rule allows. */
static void
assert_fit (TnkTestStore *test,
            GPtrArray *slips)
{
  for (guint i = 0; i < slips->len; i++) {
    TnkPinSlip *slip = g_ptr_array_index (slips, i);
    const char *id = tnk_person_get_id (tnk_pin_slip_get_person (slip));
    const char *pin = tnk_pin_slip_get_pin (slip);
    g_autofree char *sql = g_strdup_printf (
      "SELECT hash FROM credential WHERE person_no = (SELECT no FROM person WHERE id = '%s')", id);
    g_autofree char *hash = tnk_test_store_ask (test->path, sql);

    g_assert_true (tnk_secret_verify (hash, pin));
    g_assert_cmpuint (strlen (pin), ==, 8);
    g_assert_cmpint (tnk_pin_check (pin, id), ==, TNK_PIN_FAULT_NONE);
  }
}

static void
test_all (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) slips = NULL;
  g_autofree char *people = NULL;
  TnkPerson *person;

  tnk_test_store_init_roster (&test);
  slips = issue (&test, NULL, NULL, FALSE);
  people = people_of (slips);
  g_assert_cmpstr (people, ==, "p1 p2 p3 p4 p5");
  assert_fit (&test, slips);
  tnk_test_store_assert_rows (test.path, CREDENTIALS,
                              "p1|1|2026-06-01T09:00:00+09:00\np2|1|2026-06-01T09:00:00+09:00\n"
                              "p3|1|2026-06-01T09:00:00+09:00\np4|1|2026-06-01T09:00:00+09:00\n"
                              "p5|1|2026-06-01T09:00:00+09:00");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "tester|pins.issued|点検市|{\"pins\":5}");
  tnk_test_store_verify (test.store);
  /* the slip keeps what it tells of, also when the store is gone */
  tnk_test_store_close (&test);
  person = tnk_pin_slip_get_person (g_ptr_array_index (slips, 0));
  g_assert_cmpstr (tnk_person_get_name (person), ==, "山田　太郎");
  g_assert_cmpstr (tnk_department_get_name (tnk_department_get_parent (tnk_person_get_department (person))), ==, "総務部");
}

static void
test_whom (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_roster (&test);
  /* a department with those below it; those who have one keep it */
  assert_issued (&test, "d1", NULL, FALSE, "p1 p2 p4");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "tester|pins.issued|d1|{\"pins\":3}");
  assert_issued (&test, NULL, "p5", FALSE, "p5");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "tester|pins.issued|p5|{\"pins\":1}");
  before = tnk_test_store_dump (test.path);
  assert_issued (&test, "d1", NULL, FALSE, "");
  assert_issued (&test, "d2", "p5", FALSE, "");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  assert_issued (&test, NULL, NULL, FALSE, "p3");
  assert_issued (&test, "d2", NULL, TRUE, "p1 p2");
  assert_issued (&test, "d2", "p2", TRUE, "p2");
}

static void
test_replace (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) first = NULL, second = NULL;

  tnk_test_store_init_roster (&test);
  first = issue (&test, NULL, "p1", FALSE);
  tnk_test_store_meddle (test.path, "UPDATE credential SET initial = 0, last_sign_in = '2026-05-01T09:00:00+09:00', place = 'desk'; "
                                    "INSERT INTO sign_in_try VALUES ('p1', 10, 0), ('p2', 5, 0)");
  tnk_test_store_stop_clock (test.store, "2026-06-02T09:00:00+09:00");
  second = issue (&test, NULL, "p1", TRUE);
  assert_fit (&test, second);
  g_assert_cmpstr (tnk_pin_slip_get_pin (g_ptr_array_index (first, 0)), !=,
                   tnk_pin_slip_get_pin (g_ptr_array_index (second, 0)));
  /* it must be changed again, the tries are forgiven, and when the person was last there is still known */
  tnk_test_store_assert_rows (test.path, "SELECT initial, issued_at, last_sign_in, place FROM credential",
                              "1|2026-06-02T09:00:00+09:00|2026-05-01T09:00:00+09:00|desk");
  tnk_test_store_assert_rows (test.path, "SELECT person_id FROM sign_in_try", "p2");
}

static void
test_left (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\n");
  assert_issued (&test, NULL, NULL, FALSE, "p1");
  tnk_test_store_refused (tnk_store_issue_pins (test.store, NULL, "p2", TRUE, NULL, NULL, NULL, &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "there is no staff number “p2”");
}

static void
test_not_found (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_test_store_refused (tnk_store_issue_pins (test.store, "d9", NULL, FALSE, NULL, NULL, NULL, &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "there is no department “d9”");
  tnk_test_store_refused (tnk_store_issue_pins (test.store, NULL, "p9", FALSE, NULL, NULL, NULL, &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "there is no staff number “p9”");
  tnk_test_store_refused (tnk_store_issue_pins (test.store, NULL, "' OR 1 = 1", FALSE, NULL, NULL, NULL, &error) != NULL,
                          &error, TNK_ERROR_NOT_FOUND, "there is no staff number");
}

/* --- many --- */

typedef struct
{
  guint64 last;
  guint64 total;
  guint n;
  GThread *thread;
} Heard;

static void
hear (guint64 done,
      guint64 total,
      gpointer user_data)
{
  Heard *self = user_data;

  g_assert_cmpuint (done, >=, self->last);
  g_assert_true (g_thread_self () == self->thread);
  *self = (Heard){done, total, self->n + 1, self->thread};
}

static void
test_progress (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = tnk_test_store_crowd (60, "staff");
  g_autoptr (GPtrArray) slips = NULL;
  g_autoptr (GError) error = NULL;
  Heard heard = {.thread = g_thread_self ()};

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, body);
  slips = tnk_store_issue_pins (test.store, NULL, NULL, FALSE, hear, &heard, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slips->len, ==, 60);
  assert_fit (&test, slips);
  g_assert_cmpuint (heard.last, ==, 60);
  g_assert_cmpuint (heard.total, ==, 60);
  g_assert_cmpuint (heard.n, >, 2);
}

static void
test_cancel (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) body = tnk_test_store_crowd (40, "staff");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, body);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_cancelled (tnk_store_issue_pins (test.store, NULL, NULL, FALSE, tnk_test_store_cancel_cb, cancellable,
                                                  cancellable, &error) != NULL,
                            &error);
  tnk_test_store_cancelled (tnk_store_issue_pins (test.store, NULL, "p00001", FALSE, NULL, NULL, cancellable, &error) != NULL,
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

/* Somebody leaves, and somebody else gets a PIN, while the hashes are made. */
static void
change_meanwhile (guint64 done,
                  guint64 total,
                  gpointer user_data)
{
  TnkTestStore *test = user_data;
  g_autoptr (TnkStore) other = NULL;
  g_autoptr (GPtrArray) slips = NULL;

  if (done == total)
    return;
  other = tnk_store_open (test->path, "other", NULL);
  slips = tnk_store_issue_pins (other, NULL, "p2", FALSE, NULL, NULL, NULL, NULL);
  tnk_test_store_meddle (test->path, "UPDATE person SET active = 0 WHERE id = 'p3'");
}

static void
test_meanwhile (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) slips = NULL;
  g_autofree char *people = NULL;

  tnk_test_store_init_roster (&test);
  slips = tnk_store_issue_pins (test.store, NULL, NULL, FALSE, change_meanwhile, &test, NULL, NULL);
  people = people_of (slips);
  /* no slip is handed out that opens nothing */
  g_assert_cmpstr (people, ==, "p1 p4 p5");
  assert_fit (&test, slips);
  tnk_test_store_assert_rows (test.path, LAST_LOG, "tester|pins.issued|点検市|{\"pins\":3}");
}

/* --- where a PIN must not be --- */

static void
assert_not_in_file (const char *filename,
                    GPtrArray *slips)
{
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (filename, &bytes, &length, NULL))
    return;
  for (guint i = 0; i < slips->len; i++) {
    const char *pin = tnk_pin_slip_get_pin (g_ptr_array_index (slips, i));
    g_assert_null (memmem (bytes, length, pin, strlen (pin)));
  }
}

static void
test_nowhere (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) slips = NULL;
  g_autofree char *wal = NULL, *copy = NULL, *bytes = NULL;
  gsize length;

  tnk_test_store_init_roster (&test);
  wal = g_strconcat (test.path, "-wal", NULL);
  copy = g_build_filename (test.dir, "copy.db", NULL);
  slips = issue (&test, NULL, NULL, FALSE);
  g_assert_cmpuint (slips->len, ==, 5);
  g_assert_true (tnk_store_backup (test.store, copy, NULL));
  /* the look itself can find something */
  g_assert_true (g_file_get_contents (copy, &bytes, &length, NULL));
  g_assert_nonnull (memmem (bytes, length, "$argon2id$", 10));
  assert_not_in_file (copy, slips);
  assert_not_in_file (test.path, slips);
  assert_not_in_file (wal, slips);
  tnk_test_store_close (&test);
  assert_not_in_file (test.path, slips);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StorePin/all", test_all);
  g_test_add_func ("/Tenken/StorePin/whom", test_whom);
  g_test_add_func ("/Tenken/StorePin/replace", test_replace);
  g_test_add_func ("/Tenken/StorePin/left", test_left);
  g_test_add_func ("/Tenken/StorePin/not-found", test_not_found);
  g_test_add_func ("/Tenken/StorePin/progress", test_progress);
  g_test_add_func ("/Tenken/StorePin/cancel", test_cancel);
  g_test_add_func ("/Tenken/StorePin/meanwhile", test_meanwhile);
  g_test_add_func ("/Tenken/StorePin/nowhere", test_nowhere);
  return g_test_run ();
}
