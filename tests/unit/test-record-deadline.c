/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-record-private.h"
#include "tnk-test.h"

static TnkRecord *
begin (void)
{
  g_autofree char *filename = tnk_test_shipped ("schema/form-example.json");
  g_autoptr (TnkForm) form = tnk_form_load_file (filename, NULL, NULL);
  TnkRecord *record = tnk_record_new (form, "m", "課長", "d1", "総務部", "2026-06-01");

  g_assert_true (tnk_record_set_value (record, "until", "2026-06-20", NULL));
  return record;
}

static void
take (TnkRecord *record,
      const char *step,
      const char *day)
{
  tnk_record_add_entry (record, tnk_form_lookup_step (tnk_record_get_form (record), step), day, day, "m", "課長", NULL);
}

/* Each as “id day left state done”. */
static void
assert_deadlines (TnkRecord *record,
                  const char *today,
                  const char *expected)
{
  static const char *const states[] = {"ahead", "near", "overdue", "done"};
  g_autoptr (GPtrArray) list = tnk_record_list_deadlines (record, today);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    TnkRecordDeadline *deadline = list->pdata[i];
    const char *day = tnk_record_deadline_get_day (deadline), *done = tnk_record_deadline_get_done (deadline);

    g_string_append_printf (text, "%s%s %s %d %s%s%s", i > 0 ? "; " : "", tnk_form_deadline_get_id (tnk_record_deadline_get_deadline (deadline)),
                            day != NULL ? day : "-", tnk_record_deadline_get_days_left (deadline), states[tnk_record_deadline_get_state (deadline)],
                            done != NULL ? " " : "", done != NULL ? done : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_begun (void)
{
  g_autoptr (TnkRecord) record = begin ();

  assert_deadlines (record, "2026-06-01", "transition 2026-08-31 91 ahead");
  g_assert_true (tnk_record_set_value (record, "arrives", "2026-06-05T09:00", NULL));
  assert_deadlines (record, "2026-06-01", "hand-in 2026-06-01 0 near; transition 2026-08-31 91 ahead");
  assert_deadlines (record, "2026-06-02", "hand-in 2026-06-01 -1 overdue; transition 2026-08-31 90 ahead");
  take (record, "submit", "2026-06-03");
  /* what was late stays late; promptly has no day */
  assert_deadlines (record, "2026-06-10",
                    "decide - 0 near; hand-in 2026-06-01 -2 done 2026-06-03; transition 2026-08-31 89 done 2026-06-03");
}

static void
test_near (void)
{
  g_autoptr (TnkRecord) record = begin ();

  take (record, "submit", "2026-06-03");
  take (record, "approve", "2026-06-04");
  /* three days after the last one: near from seven days before */
#define REST "; transition 2026-08-31 89 done 2026-06-03"
  assert_deadlines (record, "2026-06-15", "decide - 0 done 2026-06-04; take-out 2026-06-23 8 ahead" REST);
  assert_deadlines (record, "2026-06-16", "decide - 0 done 2026-06-04; take-out 2026-06-23 7 near" REST);
  assert_deadlines (record, "2026-06-23", "decide - 0 done 2026-06-04; take-out 2026-06-23 0 near" REST);
  assert_deadlines (record, "2026-06-24", "decide - 0 done 2026-06-04; take-out 2026-06-23 -1 overdue" REST);
}

static void
test_over (void)
{
  g_autoptr (TnkRecord) record = begin ();

  take (record, "submit", "2026-06-03");
  record->state = tnk_form_lookup_state (tnk_record_get_form (record), "refused");
  assert_deadlines (record, "2026-06-15", "transition 2026-08-31 89 done 2026-06-03");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/RecordDeadline/begun", test_begun);
  g_test_add_func ("/Tenken/RecordDeadline/near", test_near);
  g_test_add_func ("/Tenken/RecordDeadline/over", test_over);
  return g_test_run ();
}
