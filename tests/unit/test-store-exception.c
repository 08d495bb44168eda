/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-exception.h"
#include "tnk-test-store.h"

typedef struct
{
  const char *control;
  const char *department;
  const char *reason;
  const char *substitute;
  const char *starts;
  const char *ends;
  const char *applicant;
  const char *approver;
} Exception;

static const Exception good = {"2.1-1", "d1", "機器が\"古い\"", "金庫に入れる", "2026-04-01", "2027-03-31", "p2", "p3"};

static gboolean
add (TnkTestStore *test,
     const Exception *exception,
     GError **error)
{
  return tnk_store_add_exception (test->store, exception->control, exception->department, exception->reason, exception->substitute,
                                  exception->starts, exception->ends, exception->applicant, exception->approver, error);
}

static void
assert_live (TnkTestStore *test,
             const char *control,
             const char *department,
             const char *day,
             gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean live = !expected;

  g_assert_true (tnk_store_has_exception (test->store, control, department, day, &live, &error));
  g_assert_no_error (error);
  g_assert_cmpint (live, ==, expected);
}

static void
test_add (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  g_assert_true (add (&test, &good, &error));
  g_assert_true (add (&test, &good, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT * FROM exception",
                              "1|2.1-1|d1|機器が\"古い\"|金庫に入れる|2026-04-01|2027-03-31|p2|p3|exception-2026-001|NULL\n"
                              "2|2.1-1|d1|機器が\"古い\"|金庫に入れる|2026-04-01|2027-03-31|p2|p3|exception-2026-002|NULL");
  tnk_test_store_assert_rows (test.path, "SELECT kind, subject, detail ->> 'reason', detail ->> 'approver' FROM log ORDER BY seq DESC LIMIT 1",
                              "exception.approved|2.1-1|機器が\"古い\"|p3");
  tnk_test_store_verify (test.store);
}

typedef struct
{
  const char *name;
  gsize field; /* where in the structure */
  const char *value;
  int code;
  const char *words;
} Bad;

#define BAD(field, value, name, code, words) \
  { \
    name, G_STRUCT_OFFSET (Exception, field), value, TNK_ERROR_##code, words \
  }

static const Bad bads[] = {
  BAD (approver, "p2", "own", REFUSED, "two people"),
  BAD (approver, " p2　", "own-padded", REFUSED, "two people"),
  /* the same rules as at a desk: p1 is staff, p2 a manager, p3 the CISO */
  BAD (applicant, "p1", "applicant-staff", REFUSED, "“manager”"),
  BAD (applicant, "p3", "both-ciso", REFUSED, "two people"),
  BAD (approver, "p5", "approver-staff", REFUSED, "“ciso”"),
  BAD (approver, "p9", "approver-unknown", NOT_FOUND, "“p9”"),
  BAD (reason, "", "no-reason", INVALID, "reason"),
  BAD (reason, " 　\n", "blank-reason", INVALID, "reason"),
  BAD (substitute, "", "no-substitute", INVALID, "substitute"),
  BAD (substitute, "　", "blank-substitute", INVALID, "substitute"),
  BAD (applicant, "", "no-applicant", INVALID, "applicant"),
  BAD (approver, "", "no-approver", INVALID, "approver"),
  BAD (approver, "　", "blank-approver", INVALID, "approver"),
  BAD (starts, "2027-04-01", "starts-after-end", INVALID, "“2027-04-01”"),
  BAD (starts, "2026-4-1", "starts-no-day", INVALID, "“2026-4-1”"),
  BAD (ends, "2027-02-29", "ends-no-day", INVALID, "“2027-02-29”"),
  BAD (ends, "", "no-end", INVALID, "“”"),
  BAD (department, "d9", "unknown-department", NOT_FOUND, "“d9”"),
};

static void
test_bad (gconstpointer data)
{
  const Bad *bad = data;
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  Exception exception = good;

  G_STRUCT_MEMBER (const char *, &exception, bad->field) = bad->value;
  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (add (&test, &exception, &error), &error, bad->code, bad->words);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_live (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  Exception day = good;

  tnk_test_store_init_roster (&test);
  assert_live (&test, "2.1-1", "d1", "2026-05-05", FALSE);
  day.department = "d3";
  day.starts = day.ends = "2026-05-05";
  g_assert_true (add (&test, &good, &error));
  g_assert_true (add (&test, &day, &error));
  assert_live (&test, "2.1-1", "d1", "2026-03-31", FALSE);
  assert_live (&test, "2.1-1", "d1", "2026-04-01", TRUE);
  assert_live (&test, "2.1-1", "d1", "2027-03-31", TRUE);
  assert_live (&test, "2.1-1", "d1", "2027-04-01", FALSE);
  /* it holds below, neither above nor beside, and for that control alone */
  assert_live (&test, "2.1-1", "d2", "2026-06-01", TRUE);
  assert_live (&test, "2.1-1", "d0", "2026-06-01", FALSE);
  assert_live (&test, "2.1-1", "d3", "2026-06-01", FALSE);
  assert_live (&test, "2.1-1", "d9", "2026-06-01", FALSE);
  assert_live (&test, "2.1-2.1", "d1", "2026-06-01", FALSE);
  assert_live (&test, "2.1", "d1", "2026-06-01", FALSE);
  assert_live (&test, "2.1-1", "d3", "2026-05-04", FALSE);
  assert_live (&test, "2.1-1", "d3", "2026-05-05", TRUE);
  assert_live (&test, "2.1-1", "d3", "2026-05-06", FALSE);
}

static void
test_list (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) none = NULL, list = NULL;
  Exception other = good;
  TnkException *first;

  tnk_test_store_init_roster (&test);
  none = tnk_store_list_exceptions (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  other.department = "d3";
  g_assert_true (add (&test, &good, &error) && add (&test, &other, &error));
  list = tnk_store_list_exceptions (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  g_assert_cmpstr (tnk_exception_get_control_id (first), ==, good.control);
  g_assert_cmpstr (tnk_exception_get_department_id (first), ==, good.department);
  g_assert_cmpstr (tnk_exception_get_reason (first), ==, good.reason);
  g_assert_cmpstr (tnk_exception_get_substitute (first), ==, good.substitute);
  g_assert_cmpstr (tnk_exception_get_starts (first), ==, good.starts);
  g_assert_cmpstr (tnk_exception_get_ends (first), ==, good.ends);
  g_assert_cmpstr (tnk_exception_get_applicant (first), ==, good.applicant);
  g_assert_cmpstr (tnk_exception_get_approver (first), ==, good.approver);
  g_assert_cmpstr (tnk_exception_get_department_id (list->pdata[1]), ==, "d3");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreException/add", test_add);
  for (guint i = 0; i < G_N_ELEMENTS (bads); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/StoreException/bad/", bads[i].name, NULL);
    g_test_add_data_func (path, &bads[i], test_bad);
  }
  g_test_add_func ("/Tenken/StoreException/live", test_live);
  g_test_add_func ("/Tenken/StoreException/list", test_list);
  return g_test_run ();
}
