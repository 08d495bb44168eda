/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-deputy.h"
#include "tnk-form-library.h"
#include "tnk-right.h"
#include "tnk-store-record.h"
#include "tnk-test-store.h"

/* Of the roster, p2 is a manager of d2 and p3 the CISO. */

static TnkForm *
load_form (void)
{
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();
  g_autoptr (GError) error = NULL;
  TnkForm *form = tnk_form_library_find (library, "exception", NULL, &error);

  g_assert_no_error (error);
  return form;
}

static TnkRecord *
start (TnkTestStore *test,
       const char *by)
{
  g_autoptr (TnkForm) form = load_form ();
  g_autoptr (GError) error = NULL;
  TnkRecord *record = tnk_store_start_record (test->store, form, by, &error);

  g_assert_no_error (error);
  return record;
}

static void
set (TnkRecord *record,
     const char *field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_record_set_value (record, field, value, &error));
  g_assert_no_error (error);
}

static void
fill (TnkRecord *record)
{
  set (record, "controls", "2.1-1\n1.1-2");
  set (record, "departments", "d2\nd3");
  set (record, "reason", "機器が\"古い\"");
  set (record, "substitute", "金庫に入れる");
  set (record, "starts", "2026-06-01");
  set (record, "ends", "2026-12-31");
  set (record, "urgent", "no");
}

/* Takes the place of the record. */
static void
save (TnkTestStore *test,
      TnkRecord **record,
      const char *by)
{
  g_autoptr (GError) error = NULL;
  TnkRecord *stored = tnk_store_save_record (test->store, *record, by, NULL, &error);

  g_assert_no_error (error);
  g_object_unref (*record);
  *record = stored;
}

static void
take (TnkTestStore *test,
      TnkRecord **record,
      const char *step,
      const char *by,
      const char *note)
{
  g_autoptr (GError) error = NULL;
  TnkRecord *stored = tnk_store_take_record_step (test->store, tnk_record_get_id (*record), tnk_record_get_revision (*record), step, by, NULL,
                                                  note, &error);

  g_assert_no_error (error);
  if (stored == NULL)
    return;
  g_object_unref (*record);
  *record = stored;
}

static void
refuse (TnkTestStore *test,
        TnkRecord *record,
        const char *step,
        const char *by,
        int code,
        const char *words)
{
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_take_record_step (test->store, tnk_record_get_id (record), 0, step, by, NULL, NULL, &error) != NULL, &error,
                          code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

static TnkRecord *
submit (TnkTestStore *test,
        const char *by)
{
  TnkRecord *record = start (test, by);

  fill (record);
  save (test, &record, by);
  take (test, &record, "submit", by, NULL);
  return record;
}

static void
assert_live (TnkTestStore *test,
             const char *department,
             const char *day,
             gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean live = !expected;

  g_assert_true (tnk_store_has_exception (test->store, "2.1-1", department, day, &live, &error));
  g_assert_cmpint (live, ==, expected);
}

/* --- the way --- */

static void
test_start (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL, again = NULL;
  g_autoptr (TnkForm) form = load_form ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  record = start (&test, "p2");
  g_assert_cmpstr (tnk_record_get_id (record), ==, "exception-2026-001");
  g_assert_cmpstr (tnk_record_get_applicant_name (record), ==, "鈴木　花子");
  g_assert_cmpstr (tnk_record_get_department_name (record), ==, "総務課");
  /* what the form fills in by itself */
  g_assert_cmpstr (tnk_record_get_value (record, "departments"), ==, "d2");
  g_assert_cmpstr (tnk_record_get_value (record, "starts"), ==, "2026-06-01");
  again = start (&test, "p2");
  g_assert_cmpstr (tnk_record_get_id (again), ==, "exception-2026-002");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM form", "1");
  tnk_test_store_refused (tnk_store_start_record (test.store, form, "p1", &error) != NULL, &error, TNK_ERROR_REFUSED, "“manager”");
  tnk_test_store_refused (tnk_store_start_record (test.store, form, "p9", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“p9”");
  tnk_test_store_verify (test.store);
}

static void
test_whole_way (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *display = NULL;

  tnk_test_store_init_open (&test);
  record = submit (&test, "p2");
  assert_live (&test, "d2", "2026-06-01", FALSE);
  take (&test, &record, "approve", "p3", NULL);
  g_assert_cmpstr (tnk_form_state_get_id (tnk_record_get_state (record)), ==, "approved");
  assert_live (&test, "d2", "2026-06-01", TRUE);
  assert_live (&test, "d2", "2027-01-01", FALSE);
  tnk_test_store_assert_rows (test.path, "SELECT control_id, department_id, applicant, approver, record_id FROM exception",
                              "2.1-1|d2|p2|p3|exception-2026-001\n2.1-1|d3|p2|p3|exception-2026-001\n"
                              "1.1-2|d2|p2|p3|exception-2026-001\n1.1-2|d3|p2|p3|exception-2026-001");
  tnk_test_store_verify (test.store);
  tnk_test_store_reopen (&test);
  again = tnk_store_load_record (test.store, "exception-2026-001", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_record_get_revision (again), ==, 4);
  g_assert_cmpuint (tnk_record_get_n_entries (again), ==, 2);
  g_assert_cmpstr (tnk_record_entry_get_actor_name (tnk_record_get_entry (again, 1)), ==, "佐藤　一郎");
  display = tnk_record_dup_display (again, "departments", "ja");
  g_assert_cmpstr (display, ==, "総務課、税務課");
}

/* What was permitted ends when the record leaves that state, on that day. */
static void
test_end (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;

  tnk_test_store_init_open (&test);
  record = submit (&test, "p2");
  take (&test, &record, "approve", "p3", NULL);
  tnk_test_store_stop_clock (test.store, "2026-07-10T09:00:00+09:00");
  take (&test, &record, "end", "p2", "機器を替えた");
  assert_live (&test, "d2", "2026-07-09", TRUE);
  assert_live (&test, "d2", "2026-07-10", FALSE);
  tnk_test_store_verify (test.store);
}

static void
test_who_decides (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS,
                                PERSON "p1,山田　太郎,d2,staff\np2,鈴木　花子,d2,manager;staff\np3,佐藤　一郎,d0,ciso;manager\np5,高橋　三郎,d3,staff\n");
  record = submit (&test, "p2");
  refuse (&test, record, "approve", "p2", TNK_ERROR_REFUSED, "two people");
  refuse (&test, record, "approve", "p5", TNK_ERROR_REFUSED, "“ciso” or a named deputy");
  refuse (&test, record, "approve", "p9", TNK_ERROR_NOT_FOUND, "“p9”");
  refuse (&test, record, "approved", "p3", TNK_ERROR_NOT_FOUND, "no step “approved”");
  other = submit (&test, "p3");
  refuse (&test, other, "approve", "p3", TNK_ERROR_REFUSED, "two people");
  /* a deputy decides from the first day to the last one, and not about what he or she applied for */
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p5", "2026-06-02", "2026-06-03", &error));
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p2", NULL, NULL, &error));
  g_assert_no_error (error);
  refuse (&test, record, "approve", "p2", TNK_ERROR_REFUSED, "two people");
  refuse (&test, record, "approve", "p5", TNK_ERROR_REFUSED, "“ciso”");
  tnk_test_store_stop_clock (test.store, "2026-06-04T09:00:00+09:00");
  refuse (&test, record, "approve", "p5", TNK_ERROR_REFUSED, "“ciso”");
  tnk_test_store_stop_clock (test.store, "2026-06-03T09:00:00+09:00");
  take (&test, &record, "approve", "p5", NULL);
  take (&test, &other, "approve", "p2", NULL);
  tnk_test_store_verify (test.store);
}

/* Who left the roster does nothing any more. */
static void
test_left (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;

  tnk_test_store_init_roster (&test);
  record = submit (&test, "p2");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,staff\np2,鈴木　花子,d2,manager;staff\n");
  refuse (&test, record, "approve", "p3", TNK_ERROR_NOT_FOUND, "“p3”");
  tnk_test_store_verify (test.store);
}

/* --- writing --- */

static void
test_faster (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL, mine = NULL, newer = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  record = start (&test, "p2");
  mine = tnk_record_copy (record);
  set (record, "reason", "先");
  save (&test, &record, "p2");
  set (mine, "reason", "後");
  tnk_test_store_refused (tnk_store_save_record (test.store, mine, "p2", &newer, &error) != NULL, &error, TNK_ERROR_STATE,
                          "(revision 2, yours is 1)");
  g_assert_nonnull (newer);
  g_assert_cmpstr (tnk_record_get_value (newer, "reason"), ==, "先");
  tnk_test_store_refused (tnk_store_take_record_step (test.store, tnk_record_get_id (mine), 1, "withdraw", "p2", NULL, NULL, &error) != NULL, &error,
                          TNK_ERROR_STATE, "revision 2");
}

static void
test_bad_values (void)
{
  static const struct
  {
    const char *field;
    const char *value;
    int code;
    const char *words;
  } bads[] = {
    {"controls", "9.9-9", TNK_ERROR_NOT_FOUND, "“9.9-9”"},
    {"departments", "d2\nd9", TNK_ERROR_NOT_FOUND, "“d9”"},
    {"decision_note", "よい", TNK_ERROR_REFUSED, "filled at a step"},
  };
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;

  tnk_test_store_init_open (&test);
  record = start (&test, "p2");
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++) {
    g_autoptr (TnkRecord) copy = tnk_record_copy (record);
    g_autoptr (GError) error = NULL;

    set (copy, bads[i].field, bads[i].value);
    tnk_test_store_refused (tnk_store_save_record (test.store, copy, "p2", NULL, &error) != NULL, &error, bads[i].code, bads[i].words);
  }
  g_autoptr (GError) error = NULL;
  tnk_test_store_refused (tnk_store_save_record (test.store, record, "p3", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "did not begin");
  tnk_test_store_refused (tnk_store_take_record_step (test.store, tnk_record_get_id (record), 0, "submit", "p2", NULL, NULL, &error) != NULL, &error,
                          TNK_ERROR_INVALID, "(controls)");
}

/* What is past the draft stays as it was handed in, unless it is sent back. */
static void
test_frozen (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL, copy = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  record = submit (&test, "p2");
  copy = tnk_record_copy (record);
  set (copy, "ends", "2099-12-31");
  tnk_test_store_refused (tnk_store_save_record (test.store, copy, "p2", NULL, &error) != NULL, &error, TNK_ERROR_STATE, "no draft");
  take (&test, &record, "return", "p3", "長すぎる");
  set (record, "ends", "2026-09-30");
  save (&test, &record, "p2");
  take (&test, &record, "submit", "p2", NULL);
  tnk_test_store_assert_rows (test.path, "SELECT detail ->> 'replaced' ->> 'ends' FROM log WHERE kind = 'record.changed' ORDER BY seq DESC LIMIT 1",
                              "2026-12-31");
  tnk_test_store_verify (test.store);
}

/* The form of a record is the one with which it was begun. */
static void
test_kept_form (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkForm) form = load_form (), newer = NULL;
  g_autoptr (TnkRecord) record = NULL, again = NULL, other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tnk_test_replace (tnk_form_get_content (form), "\"edition\": \"2026-1\"", "\"edition\": \"2027-1\"");

  tnk_test_store_init_roster (&test);
  record = start (&test, "p2");
  newer = tnk_form_load_data ("newer", text, -1, NULL, &error);
  g_assert_no_error (error);
  other = tnk_store_start_record (test.store, newer, "p2", &error);
  g_assert_no_error (error);
  tnk_test_store_reopen (&test);
  again = tnk_store_load_record (test.store, tnk_record_get_id (record), &error);
  g_assert_cmpstr (tnk_form_get_edition (tnk_record_get_form (again)), ==, "2026-1");
  g_clear_object (&again);
  again = tnk_store_load_record (test.store, tnk_record_get_id (other), &error);
  g_assert_cmpstr (tnk_form_get_edition (tnk_record_get_form (again)), ==, "2027-1");
  tnk_test_store_verify (test.store);
}

/* --- behind the log --- */

static const struct
{
  const char *name;
  const char *sql;
  const char *words;
} changes[] = {
  {"value", "UPDATE record_value SET value = '2099-12-31' WHERE field = 'ends'", "exception-2026-001"},
  {"value-added", "INSERT INTO record_value VALUES (1, 'decision_note', 'よい', '')", "exception-2026-001"},
  {"value-removed", "DELETE FROM record_value WHERE field = 'reason'", "exception-2026-001"},
  {"display", "UPDATE record_value SET display = '別の課' WHERE field = 'departments'", "exception-2026-001"},
  {"state", "UPDATE record SET state = 'ended'", "exception-2026-001"},
  {"applicant", "UPDATE record SET applicant = 'p5'", "exception-2026-001"},
  {"actor", "UPDATE record_step SET actor = 'p5' WHERE step = 'approve'", "exception-2026-001"},
  {"step-removed", "DELETE FROM record_step WHERE step = 'approve'", "exception-2026-001"},
  {"removed", "DELETE FROM record_step; DELETE FROM record_value; DELETE FROM record", "exception-2026-001"},
  {"form", "UPDATE form SET content = replace (content, '\"ciso\"', '\"staff\"')", "the form “exception”"},
  {"exception-ends", "UPDATE exception SET ends = '2099-12-31' WHERE no = 2", "an exception from “2.1-1”"},
  {"exception-approver", "UPDATE exception SET approver = 'p5' WHERE no = 1", "an exception from “2.1-1”"},
  {"exception-added", "INSERT INTO exception SELECT 9, '1.1-1', 'd0', reason, substitute, starts, ends, applicant, approver, NULL, NULL FROM exception LIMIT 1",
   "an exception from “1.1-1”"},
  {"exception-removed", "DELETE FROM exception WHERE no = 4", "an exception from “1.1-2”"},
  {"exception-revoked", "UPDATE exception SET revoked = '2026-06-02' WHERE no = 3", "an exception from “1.1-2”"},
};

static void
test_meddled (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n_entries, n_sheets;

  tnk_test_store_init_open (&test);
  record = submit (&test, "p2");
  take (&test, &record, "approve", "p3", NULL);
  tnk_test_store_verify (test.store);
  tnk_test_store_meddle (test.path, changes[i].sql);
  tnk_test_store_refused (tnk_store_verify (test.store, &n_entries, &n_sheets, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, changes[i].words);
}

/* Neither can a revocation be undone. */
static void
test_unrevoked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n_entries, n_sheets;

  tnk_test_store_init_open (&test);
  record = submit (&test, "p2");
  take (&test, &record, "approve", "p3", NULL);
  take (&test, &record, "end", "p3", "不要");
  tnk_test_store_verify (test.store);
  tnk_test_store_meddle (test.path, "UPDATE exception SET revoked = NULL WHERE no = 2");
  tnk_test_store_refused (tnk_store_verify (test.store, &n_entries, &n_sheets, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, "“2.1-1”");
}

static void
test_steps (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkRecord) record = NULL;
  g_autoptr (GPtrArray) own = NULL, others = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  record = submit (&test, "p2");
  own = tnk_store_list_record_steps (test.store, record, "p2", &error);
  others = tnk_store_list_record_steps (test.store, record, "p3", &error);
  none = tnk_store_list_record_steps (test.store, record, "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_cmpstr (tnk_form_step_get_id (own->pdata[0]), ==, "withdraw");
  g_assert_cmpuint (others->len, ==, 3);
  g_assert_cmpstr (tnk_form_step_get_id (others->pdata[0]), ==, "approve");
  g_assert_cmpuint (none->len, ==, 0);
}

/* --- two at once --- */

#define N_ROUNDS 60

static gpointer
write_on (gpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) store = tnk_store_open (path, "writer", &error);
  g_autoptr (TnkForm) form = load_form ();

  for (guint i = 0; error == NULL && i < N_ROUNDS; i++) {
    g_autoptr (TnkRecord) record = tnk_store_start_record (store, form, "p2", &error);
  }
  g_assert_no_error (error);
  return NULL;
}

/* A record that is begun between two statements of a reader is in all of them, or in none. */
static void
test_read_while_written (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  GThread *writer;
  guint n = 0;

  tnk_test_store_init_roster (&test);
  writer = g_thread_new ("writer", write_on, test.path);
  while (n < N_ROUNDS) {
    g_autoptr (GPtrArray) records = tnk_store_list_records (test.store, &error);
    g_assert_no_error (error);
    n = records->len;
  }
  g_thread_join (writer);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreRecord/start", test_start);
  g_test_add_func ("/Tenken/StoreRecord/whole-way", test_whole_way);
  g_test_add_func ("/Tenken/StoreRecord/end", test_end);
  g_test_add_func ("/Tenken/StoreRecord/who-decides", test_who_decides);
  g_test_add_func ("/Tenken/StoreRecord/left", test_left);
  g_test_add_func ("/Tenken/StoreRecord/faster", test_faster);
  g_test_add_func ("/Tenken/StoreRecord/bad-values", test_bad_values);
  g_test_add_func ("/Tenken/StoreRecord/frozen", test_frozen);
  g_test_add_func ("/Tenken/StoreRecord/kept-form", test_kept_form);
  g_test_add_func ("/Tenken/StoreRecord/steps", test_steps);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/StoreRecord/meddled/", changes[i].name, NULL);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_meddled);
  }
  g_test_add_func ("/Tenken/StoreRecord/unrevoked", test_unrevoked);
  g_test_add_func ("/Tenken/StoreRecord/read-while-written", test_read_while_written);
  return g_test_run ();
}
