/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-error.h"
#include "tnk-record-private.h"
#include "tnk-test.h"

#define TODAY "2026-06-01"

static const char *const manager[] = {"manager", NULL}, *const ciso[] = {"ciso", "manager", NULL}, *const nothing[] = {NULL};
static const char *const audit[] = {"audit", NULL}, *const department[] = {"department", NULL}, *const d1[] = {"d1", NULL};
/* m applies, c decides, e stands in for c, a advises, s is staff. */
static const TnkActor m = {"m", "課長", manager, nothing, nothing, nothing};
static const TnkActor c = {"c", "長", ciso, nothing, nothing, nothing};
static const TnkActor e = {"e", "代理", manager, (const char *const[]){"ciso", NULL}, nothing, nothing};
static const TnkActor a = {"a", "監査", nothing, nothing, audit, nothing};
static const TnkActor d = {"d", "部長", nothing, nothing, department, d1};
static const TnkActor s = {"s", "職員", nothing, nothing, nothing, nothing};

static TnkForm *
load (void)
{
  g_autofree char *filename = tnk_test_shipped ("schema/form-example.json");
  g_autoptr (GError) error = NULL;
  TnkForm *form = tnk_form_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  return form;
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

/* Everything that must be there, begun by somebody. */
static TnkRecord *
begin (const TnkActor *actor)
{
  g_autoptr (TnkForm) form = load ();
  TnkRecord *record = tnk_record_new (form, actor->id, actor->name, "d1", "総務部", TODAY);

  tnk_record_set_identity (record, "example-2026-1", 1);
  set (record, "device", "camera");
  set (record, "uses", "record\npublic");
  set (record, "number", "2");
  set (record, "secret", "no");
  set (record, "from", "2026-06-10");
  set (record, "until", "2026-06-20");
  set (record, "keeper", "s");
  set (record, "rooms", "d1");
  set (record, "controls", "1.1-1");
  set (record, "why", "記録のため");
  set (record, "instead", "施錠する");
  set (record, "place", "main");
  return record;
}

static TnkRecord *
try (TnkRecord *record, const char *step, const TnkActor *actor, const char *field, const char *value, const char *note, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);

  if (field != NULL)
    g_hash_table_insert (values, (gpointer) field, (gpointer) value);
  return tnk_record_take_step (record, tnk_form_lookup_step (tnk_record_get_form (record), step), actor, values, note, TODAY "T09:00:00+09:00", TODAY,
                               error);
}

/* Takes a step in the place of the record. */
static void
take (TnkRecord **record,
      const char *step,
      const TnkActor *actor,
      const char *field,
      const char *value,
      const char *note)
{
  g_autoptr (GError) error = NULL;
  TnkRecord *next = try (*record, step, actor, field, value, note, &error);

  g_assert_no_error (error);
  if (next == NULL)
    return;
  g_object_unref (*record);
  *record = next;
}

static void
refuse (TnkRecord *record,
        const char *step,
        const TnkActor *actor,
        const char *field,
        const char *value,
        const char *note,
        int code,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  guint before = tnk_record_get_n_entries (record);

  g_assert_null (try (record, step, actor, field, value, note, &error));
  g_assert_error (error, TNK_ERROR, code);
  if (error != NULL)
    tnk_test_assert_line (error->message, "", words);
  g_assert_cmpuint (tnk_record_get_n_entries (record), ==, before);
}

static void
assert_state (TnkRecord *record,
              const char *state)
{
  g_assert_cmpstr (tnk_form_state_get_id (tnk_record_get_state (record)), ==, state);
}

/* --- steps --- */

static void
test_whole_way (void)
{
  TnkRecord *record = begin (&m);

  take (&record, "submit", &m, NULL, NULL, NULL);
  assert_state (record, "submitted");
  take (&record, "approve", &c, "verdict", "よい", "確認した");
  assert_state (record, "approved");
  g_assert_cmpstr (tnk_record_get_value (record, "verdict"), ==, "よい");
  take (&record, "name-deputy", &s, "deputy", "d", NULL);
  take (&record, "name-deputy", &s, "deputy", "e", NULL);
  assert_state (record, "approved");
  take (&record, "end", &s, NULL, NULL, NULL);
  assert_state (record, "over");
  g_assert_cmpuint (tnk_record_get_n_entries (record), ==, 5);
  g_assert_cmpstr (tnk_record_entry_get_actor_name (tnk_record_get_entry (record, 1)), ==, "長");
  g_assert_cmpstr (tnk_record_entry_get_note (tnk_record_get_entry (record, 1)), ==, "確認した");
  g_assert_cmpstr (tnk_record_entry_get_day (tnk_record_get_entry (record, 1)), ==, TODAY);
  g_assert_finalize_object (record);
}

static void
test_who (void)
{
  TnkRecord *record = begin (&m);

  refuse (record, "submit", &c, NULL, NULL, NULL, TNK_ERROR_REFUSED, "the applicant");
  take (&record, "submit", &m, NULL, NULL, NULL);
  refuse (record, "approve", &s, NULL, NULL, NULL, TNK_ERROR_REFUSED, "“ciso” or a named deputy");
  refuse (record, "return", &e, NULL, NULL, "なぜ", TNK_ERROR_REFUSED, "“ciso”");
  take (&record, "approve", &e, NULL, NULL, NULL);
  refuse (record, "name-deputy", &m, "deputy", "s", NULL, TNK_ERROR_REFUSED, "whom the form names in “keeper”");
  /* whoever submitted may end it, by the form */
  take (&record, "end", &m, NULL, NULL, NULL);
  g_object_unref (record);
}

/* The same people, whatever else they are. */
static void
test_applicant_decides (void)
{
  TnkRecord *record = begin (&c);

  take (&record, "submit", &c, NULL, NULL, NULL);
  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_REFUSED, "two people");
  refuse (record, "refuse", &c, "verdict", "だめ", NULL, TNK_ERROR_REFUSED, "two people");
  g_object_unref (record);
  /* nor as a deputy */
  record = begin (&e);
  take (&record, "submit", &e, NULL, NULL, NULL);
  refuse (record, "approve", &e, NULL, NULL, NULL, TNK_ERROR_REFUSED, "two people");
  take (&record, "approve", &c, NULL, NULL, NULL);
  g_object_unref (record);
}

/* Whoever handed it in once stays an applicant, also after it came back. */
static void
test_submitter_decides (void)
{
  TnkRecord *record = begin (&m);

  tnk_record_add_entry (record, tnk_form_lookup_step (tnk_record_get_form (record), "submit"), TODAY, TODAY, "c", "長", NULL);
  take (&record, "submit", &m, NULL, NULL, NULL);
  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_REFUSED, "two people");
  g_object_unref (record);
}

static void
test_branch (void)
{
  static const char *const both_roles[] = {"ciso", "csirt", NULL};
  TnkActor both = {"b", "両方", both_roles, nothing, nothing, nothing};
  TnkRecord *record = begin (&m);

  take (&record, "submit", &m, NULL, NULL, NULL);
  refuse (record, "advise", &a, "advice", "よい", NULL, TNK_ERROR_STATE, "condition does not hold");
  g_object_unref (record);

  record = begin (&m);
  set (record, "secret", "yes");
  set (record, "rules", "seal=met");
  refuse (record, "submit", &m, NULL, NULL, NULL, TNK_ERROR_INVALID, "(rules)");
  set (record, "rules", "seal=met\nlabel=not_applicable");
  take (&record, "submit", &m, NULL, NULL, NULL);
  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_STATE, "“advise” must be taken");
  refuse (record, "advise", &a, NULL, NULL, NULL, TNK_ERROR_INVALID, "(advice)");
  refuse (record, "advise", &a, "verdict", "x", NULL, TNK_ERROR_REFUSED, "not filled at the step");
  refuse (record, "advise", &a, "nothing", "x", NULL, TNK_ERROR_NOT_FOUND, "no field “nothing”");
  take (&record, "advise", &both, "advice", "封印を", NULL);
  refuse (record, "advise", &a, "advice", "また", NULL, TNK_ERROR_STATE, "was taken already");
  refuse (record, "approve", &both, NULL, NULL, NULL, TNK_ERROR_REFUSED, "took the step “advise”");
  take (&record, "approve", &c, NULL, NULL, NULL);
  g_object_unref (record);
}

static void
test_sent_back (void)
{
  TnkRecord *record = begin (&m);
  g_autoptr (GError) error = NULL;

  set (record, "secret", "yes");
  set (record, "rules", "seal=met\nlabel=met");
  take (&record, "submit", &m, NULL, NULL, NULL);
  take (&record, "advise", &a, "advice", "封印を", NULL);
  g_assert_false (tnk_record_check_writer (record, &m, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STATE);
  g_clear_error (&error);
  refuse (record, "return", &c, NULL, NULL, " 　", TNK_ERROR_INVALID, "note that says why");
  take (&record, "return", &c, NULL, NULL, "台数が多い");
  assert_state (record, "draft");
  g_assert_true (tnk_record_check_writer (record, &m, &error));
  g_assert_false (tnk_record_check_writer (record, &c, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_REFUSED);
  take (&record, "submit", &m, NULL, NULL, NULL);
  /* what was advised before does not count for what is handed in now */
  g_assert_false (tnk_record_has_taken (record, "advise"));
  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_STATE, "“advise” must be taken");
  take (&record, "advise", &a, "advice", "今度はよい", NULL);
  take (&record, "approve", &c, NULL, NULL, NULL);
  g_object_unref (record);
}

static void
test_wrong_state (void)
{
  TnkRecord *record = begin (&m);

  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_STATE, "“draft”");
  take (&record, "submit", &m, NULL, NULL, NULL);
  refuse (record, "submit", &m, NULL, NULL, NULL, TNK_ERROR_STATE, "“submitted”");
  refuse (record, "refuse", &c, NULL, NULL, NULL, TNK_ERROR_INVALID, "(verdict)");
  take (&record, "refuse", &c, "verdict", "不要", NULL);
  refuse (record, "approve", &c, NULL, NULL, NULL, TNK_ERROR_STATE, "“refused”");
  refuse (record, "withdraw", &m, NULL, NULL, "やめる", TNK_ERROR_STATE, "“refused”");
  g_object_unref (record);
}

static void
test_start (void)
{
  g_autoptr (TnkForm) form = load ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_record_may_start (form, &m, &error));
  g_assert_true (tnk_record_may_start (form, &d, &error));
  g_assert_no_error (error);
  g_assert_false (tnk_record_may_start (form, &s, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_REFUSED);
}

/* --- values --- */

static char *
list_faults (TnkRecord *record)
{
  g_autoptr (GPtrArray) faults = tnk_record_list_faults (record, NULL, TODAY);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", tnk_form_field_get_id (tnk_record_fault_get_field (faults->pdata[i])),
                            tnk_record_fault_get_kind (faults->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
assert_faults (TnkRecord *record,
               const char *expected)
{
  g_autofree char *faults = list_faults (record);

  g_assert_cmpstr (faults, ==, expected);
}

static void
test_faults (void)
{
  g_autoptr (TnkRecord) record = begin (&m);

  assert_faults (record, "");
  set (record, "device", "other");
  assert_faults (record, "other:0");
  set (record, "other", "望遠鏡");
  assert_faults (record, "");
  set (record, "uses", "record\nprivate");
  assert_faults (record, "uses:2");
  set (record, "until", "2026-06-09");
  assert_faults (record, "uses:2 until:2");
  set (record, "uses", "");
  set (record, "until", "2026-06-10");
  assert_faults (record, "uses:0");
  set (record, "uses", "public");
  set (record, "secret", "yes");
  assert_faults (record, "rules:0");
  set (record, "rules", "seal=met");
  assert_faults (record, "rules:1");
}

static void
test_reason (void)
{
  g_autoptr (TnkRecord) record = begin (&m);
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *ja = NULL, *en = NULL;

  set (record, "uses", "private");
  faults = tnk_record_list_faults (record, NULL, TODAY);
  g_assert_cmpuint (faults->len, ==, 1);
  ja = tnk_record_fault_dup_message (faults->pdata[0], "ja");
  en = tnk_record_fault_dup_message (faults->pdata[0], "en");
  g_assert_cmpstr (ja, ==, "使い道：私用では持ち込めません。");
  g_assert_cmpstr (en, ==, "What for: a device cannot be brought in for private use");
}

/* What is not asked any more is gone with the next step. */
static void
test_unasked (void)
{
  TnkRecord *record = begin (&m);

  set (record, "device", "other");
  set (record, "other", "望遠鏡");
  set (record, "secret", "yes");
  set (record, "rules", "seal=met\nlabel=met");
  g_assert_true (tnk_record_asks (record, "other", TODAY) && tnk_record_asks (record, "rules", TODAY));
  set (record, "device", "camera");
  set (record, "secret", "no");
  g_assert_false (tnk_record_asks (record, "other", TODAY) || tnk_record_asks (record, "rules", TODAY));
  g_assert_cmpstr (tnk_record_get_value (record, "other"), ==, "望遠鏡");
  take (&record, "submit", &m, NULL, NULL, NULL);
  g_assert_cmpstr (tnk_record_get_value (record, "other"), ==, "");
  g_assert_cmpstr (tnk_record_get_value (record, "rules"), ==, "");
  g_object_unref (record);
}

static void
test_withdraw_whatever (void)
{
  TnkRecord *record = begin (&m);

  set (record, "uses", "private");
  refuse (record, "submit", &m, NULL, NULL, NULL, TNK_ERROR_INVALID, "私用では");
  take (&record, "withdraw", &m, NULL, NULL, "やめた");
  assert_state (record, "over");
  g_object_unref (record);
}

static void
test_copy (void)
{
  TnkRecord *record = begin (&m), *copy;

  tnk_record_set_display (record, tnk_form_lookup_field (tnk_record_get_form (record), "keeper"), "職員 花子");
  take (&record, "submit", &m, NULL, NULL, NULL);
  copy = tnk_record_copy (record);
  g_object_unref (record);
  g_assert_cmpstr (tnk_record_get_id (copy), ==, "example-2026-1");
  g_assert_cmpuint (tnk_record_get_revision (copy), ==, 1);
  g_assert_cmpstr (tnk_record_get_value (copy, "uses"), ==, "record\npublic");
  g_assert_cmpuint (tnk_record_get_n_entries (copy), ==, 1);
  assert_state (copy, "submitted");
  g_assert_true (tnk_record_names (copy, "s"));
  g_assert_false (tnk_record_names (copy, "m"));
  g_assert_finalize_object (copy);
}

/* --- as people read it --- */

static void
assert_display (TnkRecord *record,
                const char *field,
                const char *ja,
                const char *en)
{
  g_autofree char *japanese = tnk_record_dup_display (record, field, "ja"), *english = tnk_record_dup_display (record, field, "en");

  g_assert_cmpstr (japanese, ==, ja);
  g_assert_cmpstr (english, ==, en);
}

static void
test_display (void)
{
  g_autoptr (TnkRecord) record = begin (&m);

  tnk_record_set_display (record, tnk_form_lookup_field (tnk_record_get_form (record), "rooms"), "総務部\n総務課");
  set (record, "arrives", "2026-06-10T09:05");
  set (record, "rules", "seal=met\nlabel=not_applicable");
  assert_display (record, "device", "カメラ", "Camera");
  assert_display (record, "uses", "記録、広報", "Records, Publicity");
  assert_display (record, "secret", "いいえ", "no");
  assert_display (record, "from", "2026年6月10日", "2026-06-10");
  assert_display (record, "arrives", "2026年6月10日9時05分", "2026-06-10 09:05");
  assert_display (record, "rooms", "総務部、総務課", "総務部, 総務課");
  assert_display (record, "rules", "封印した：満たす\n名札を付けた：該当しない", "It is sealed: met\nIt is labelled: not applicable");
  assert_display (record, "desk", "00-0000-0001", "00-0000-0001");
  assert_display (record, "night", "00-0000-0002", "00-0000-0002");
  set (record, "place", "branch");
  assert_display (record, "desk", "00-0000-0003", "00-0000-0003");
  assert_display (record, "night", "", "");
  assert_display (record, "watch", "00-0000-0009", "00-0000-0009"); /* the same for every row */
  assert_display (record, "remarks", "", "");
}

static void
test_text (void)
{
  g_autoptr (TnkRecord) record = begin (&m);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tnk_record_compose_text (record, TODAY, &error), *other = NULL;

  g_assert_cmpstr (text, ==,
                   "持込 ① 写 ② 記録、広報用 2台 2026年6月10日から2026年6月20日まで 受付 00-0000-0001 夜間 00-0000-0002 課長 [example-2026-1]");
  set (record, "device", "other");
  set (record, "other", "望遠鏡");
  set (record, "secret", "yes");
  set (record, "place", "branch");
  set (record, "number", "");
  other = tnk_record_compose_text (record, TODAY, &error);
  g_assert_cmpstr (other, ==, "持込 ① その他（望遠鏡） ② 記録、広報用 区域 受付 00-0000-0003 課長 [example-2026-1]");
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Record/whole-way", test_whole_way);
  g_test_add_func ("/Tenken/Record/who", test_who);
  g_test_add_func ("/Tenken/Record/applicant-decides", test_applicant_decides);
  g_test_add_func ("/Tenken/Record/submitter-decides", test_submitter_decides);
  g_test_add_func ("/Tenken/Record/branch", test_branch);
  g_test_add_func ("/Tenken/Record/sent-back", test_sent_back);
  g_test_add_func ("/Tenken/Record/wrong-state", test_wrong_state);
  g_test_add_func ("/Tenken/Record/start", test_start);
  g_test_add_func ("/Tenken/Record/faults", test_faults);
  g_test_add_func ("/Tenken/Record/reason", test_reason);
  g_test_add_func ("/Tenken/Record/unasked", test_unasked);
  g_test_add_func ("/Tenken/Record/withdraw-whatever", test_withdraw_whatever);
  g_test_add_func ("/Tenken/Record/copy", test_copy);
  g_test_add_func ("/Tenken/Record/display", test_display);
  g_test_add_func ("/Tenken/Record/text", test_text);
  return g_test_run ();
}
