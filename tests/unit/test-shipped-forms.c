/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-error.h"
#include "tnk-record-private.h"
#include "tnk-test.h"

/* What the forms that ship say of their source documents. */

#define TODAY "2026-11-21"

typedef struct
{
  const char *field;
  const char *value;
} Value;

static TnkRecord *
begin (const char *form_id)
{
  g_autofree char *name = g_strdup_printf ("forms/%s.json", form_id);
  g_autofree char *filename = tnk_test_shipped (name);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) form = tnk_form_load_file (filename, &problems, &error);

  g_assert_no_error (error);
  return tnk_record_new (form, "2001", "課長 みどり", "d1", "総務課", TODAY);
}

static void
fill (TnkRecord *record,
      const Value *values,
      guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (tnk_record_set_value (record, values[i].field, values[i].value, &error));
    g_assert_no_error (error);
  }
}

static TnkRecordFault *
find_fault (GPtrArray *faults,
            const char *field)
{
  for (guint i = 0; i < faults->len; i++)
    if (g_str_equal (tnk_form_field_get_id (tnk_record_fault_get_field (faults->pdata[i])), field))
      return faults->pdata[i];
  return NULL;
}

/* --- the incident report --- */

/* The entries of the document's own example. */
static const Value example[] = {
  {"body", "atla"},
  {"learnt", "2026-11-21T09:05"},
  {"event", "server"},
  {"company", "○○(株) ○○事業所"},
  {"contact", "○○課 ○○"},
  {"phone", "03-○○○○-○○○○"},
  {"extension", "○○○○"},
  {"content", "a"},
  {"details", "○○に関するデータの流出の可能性あり"},
  {"measures", "a\nb\nc"},
  {"notified_to", "npa"},
  {"other_measure", "社内対策会議を緊急召集"},
  {"contracts", "a\nb"},
  {"contract_a", "○○式○○に関する契約"},
  {"office_a", "装備庁○○官"},
  {"contract_b", "○○の補用品"},
  {"office_b", "陸自○○補給処"},
};

/* As the document prints it, to the character: one blank between items, two after the heading. */
static const char notation[] =
  "情報セキュリティ特約条項第6条第2項の速報  ① ○○(株) ○○事業所 ② ○○課 ○○ ③ 03-○○○○-○○○○ (内線○○○○) "
  "④ 6-2-1 ア 悪意のあるコードへの感染 ⑤ ○○に関するデータの流出の可能性あり "
  "⑥ ア サーバ等をネットワークから物理的に切断 イ 警察庁サイバーインテリジェンス情報共有ネットワークに通報 ウ 社内対策会議を緊急召集 "
  "⑦ ア ○○式○○に関する契約 (装備庁○○官) イ ○○の補用品 (陸自○○補給処)";

static void
assert_text (TnkRecord *record,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tnk_record_compose_text (record, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_notation (void)
{
  g_autoptr (TnkRecord) record = begin ("incident-report");

  fill (record, example, G_N_ELEMENTS (example));
  assert_text (record, notation);
}

/* What is not filled in leaves no trace, and no bracket. */
static void
test_notation_of_parts (void)
{
  static const Value changes[] = {
    {"extension", ""},
    {"event", "network"},
    {"content", "c"},
    {"measures", "b"},
    {"notified_to", ""},
    {"notified_other", "○○県警察"},
    {"contracts", "b"},
    {"office_b", ""},
  };
  g_autoptr (TnkRecord) record = begin ("incident-report");

  fill (record, example, G_N_ELEMENTS (example));
  fill (record, changes, G_N_ELEMENTS (changes));
  assert_text (record, "情報セキュリティ特約条項第6条第2項の速報  ① ○○(株) ○○事業所 ② ○○課 ○○ ③ 03-○○○○-○○○○ ④ 6-2-2 ウ 悪意のあるコードへの感染 "
                       "⑤ ○○に関するデータの流出の可能性あり ⑥ イ ○○県警察に通報 ⑦ イ ○○の補用品");
  fill (record, (const Value[]){{"notified_to", "npa\njcsip"}, {"content", "a\nb"}, {"measures", ""}, {"contracts", ""}}, 4);
  assert_text (record, "情報セキュリティ特約条項第6条第2項の速報  ① ○○(株) ○○事業所 ② ○○課 ○○ ③ 03-○○○○-○○○○ "
                       "④ 6-2-1 ア 悪意のあるコードへの感染 イ 不正アクセス ⑤ ○○に関するデータの流出の可能性あり");
}

static void
assert_display (TnkRecord *record,
                const char *field,
                const char *expected)
{
  g_autofree char *display = tnk_record_dup_display (record, field, "ja");

  g_assert_cmpstr (display, ==, expected);
}

static void
test_contact_points (void)
{
  g_autoptr (TnkRecord) record = begin ("incident-report");

  fill (record, example, 1);
  assert_display (record, "phone_day", "03-3268-3111（内線21040、21043）");
  assert_display (record, "phone_night", "080-8420-0628");
  assert_display (record, "other_day", "03-3268-3111（内線35258、35242）");
  assert_display (record, "other_night", "080-8420-0628");
  fill (record, (const Value[]){{"body", "okinawa"}}, 1);
  assert_display (record, "phone_office", "総務部総務課企画係");
  assert_display (record, "phone_day", "098-921-8131（内線108）");
  assert_display (record, "phone_night", "");
  assert_display (record, "other_night", "080-8420-0628");
}

/* For each kind of report: the rule, what is due at once, and whether something is due promptly. */
static void
test_duties (void)
{
  static const struct
  {
    const char *event;
    const char *rule;
    const char *at_once;
    gboolean promptly;
  } duties[] = {
    {"secret", "ガイドライン第9(1)ア", "つかめる限りのすべて", TRUE},
    {"secret_warning", "ガイドライン第9(1)イ", "本当かどうか", FALSE},
    {"server", "情報セキュリティ基準第12(1)イ(ア)", "つかめる限りのすべて", TRUE},
    {"network", "情報セキュリティ基準第12(1)イ(イ)", "つかめる限りのすべて", TRUE},
    {"accident", "情報セキュリティ基準第12(1)ア", "つかめる限りのすべて", TRUE},
    {"suspicion", "情報セキュリティ基準第12(1)ウ", "つかめる限りのすべて", TRUE},
    {"warning", "情報セキュリティ基準第12(1)エ", "本当かどうか", FALSE},
  };
  g_autoptr (TnkRecord) record = begin ("incident-report");

  fill (record, example, G_N_ELEMENTS (example));
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++) {
    g_autoptr (GPtrArray) deadlines = NULL;
    g_autofree char *at_once = NULL;

    fill (record, (const Value[]){{"event", duties[i].event}}, 1);
    assert_display (record, "rule", duties[i].rule);
    assert_display (record, "promptly", duties[i].promptly ? "詳しい内容" : "なし");
    at_once = tnk_record_dup_display (record, "at_once", "ja");
    g_assert_true (g_str_has_prefix (at_once, duties[i].at_once));
    deadlines = tnk_record_list_deadlines (record, TODAY);
    g_assert_cmpuint (deadlines->len, ==, duties[i].promptly ? 2 : 1);
    g_assert_cmpstr (tnk_record_deadline_get_day (deadlines->pdata[0]), ==, TODAY);
  }
}

static TnkRecord *
take (TnkRecord *record,
      const char *step_id,
      const TnkActor *actor,
      const Value *values,
      guint n,
      const char *note,
      GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  TnkFormStep *step = tnk_form_lookup_step (tnk_record_get_form (record), step_id);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (table, (gpointer) values[i].field, (gpointer) values[i].value);
  return tnk_record_take_step (record, step, actor, table, note, TODAY "T10:00:00+09:00", TODAY, error);
}

static void
assert_refused (TnkRecord *record,
                const char *step_id,
                const TnkActor *actor,
                const Value *values,
                guint n,
                int code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecord) next = take (record, step_id, actor, values, n, NULL, &error);

  g_assert_null (next);
  g_assert_error (error, TNK_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static void
go_on (TnkRecord **record,
       const char *step_id,
       const TnkActor *actor,
       const Value *values,
       guint n,
       const char *note)
{
  g_autoptr (GError) error = NULL;
  TnkRecord *next = take (*record, step_id, actor, values, n, note, &error);

  g_assert_no_error (error);
  g_assert_nonnull (next);
  if (next == NULL)
    return;
  g_object_unref (*record);
  *record = next;
}

static const char *const no_words[] = {NULL};
static const char *const applicant_roles[] = {"manager", "contractor", NULL};
static const char *const chief_roles[] = {"chief", "csirt", NULL};
static const TnkActor applicant = {"2001", "課長 みどり", applicant_roles, no_words, no_words, no_words};
static const TnkActor chief = {"1001", "事務 はじめ", chief_roles, no_words, no_words, no_words};

/* The telephone comes first: it can be recorded before the form is whole, and without it nothing is sent. */
static void
test_telephone_first (void)
{
  static const Value called[] = {{"called", "装備保全管理官 ○○"}, {"called_at", TODAY "T09:10"}};
  static const Value sent[] = {{"sent_by", "fax"}};
  g_autoptr (TnkRecord) record = begin ("incident-report");
  g_autoptr (GPtrArray) deadlines = NULL;

  fill (record, example, 3);
  go_on (&record, "call", &applicant, called, G_N_ELEMENTS (called), NULL);
  g_assert_cmpstr (tnk_form_state_get_id (tnk_record_get_state (record)), ==, "draft");
  assert_refused (record, "send", &applicant, sent, 1, TNK_ERROR_INVALID, "company");
  g_object_unref (record);

  record = begin ("incident-report");
  fill (record, example, G_N_ELEMENTS (example));
  assert_refused (record, "send", &applicant, sent, 1, TNK_ERROR_STATE, "call");
  go_on (&record, "call", &applicant, called, G_N_ELEMENTS (called), NULL);
  go_on (&record, "send", &applicant, sent, 1, NULL);
  deadlines = tnk_record_list_deadlines (record, "2026-11-22");
  g_assert_cmpint (tnk_record_deadline_get_state (deadlines->pdata[0]), ==, TNK_RECORD_DEADLINE_DONE);
  g_assert_cmpint (tnk_record_deadline_get_state (deadlines->pdata[1]), ==, TNK_RECORD_DEADLINE_NEAR);
  assert_refused (record, "close", &chief, NULL, 0, TNK_ERROR_STATE, "details");
  assert_text (record, notation);
}

/* ④ must agree with the kind of report. */
static void
test_contradiction (void)
{
  g_autoptr (TnkRecord) record = begin ("incident-report");
  g_autoptr (GPtrArray) faults = NULL;

  fill (record, example, G_N_ELEMENTS (example));
  faults = tnk_record_list_faults (record, NULL, TODAY);
  g_assert_cmpuint (faults->len, ==, 0);
  g_ptr_array_unref (faults);
  fill (record, (const Value[]){{"content", "c"}}, 1);
  faults = tnk_record_list_faults (record, NULL, TODAY);
  g_assert_cmpint (tnk_record_fault_get_kind (find_fault (faults, "content")), ==, TNK_RECORD_FAULT_FORBIDDEN);
}

/* --- the external service --- */

static char *
answer_all (TnkForm *form,
            const char *field_id,
            const char *verdict)
{
  TnkFormField *field = tnk_form_lookup_field (form, field_id);
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < tnk_form_field_get_n_choices (field); i++)
    g_string_append_printf (value, "%s%s=%s", i > 0 ? "\n" : "", tnk_form_field_get_choice_id (field, i), verdict);
  return g_string_free (value, FALSE);
}

static void
fill_checklists (TnkRecord *record)
{
  static const char *const lists[] = {"criteria_purpose", "criteria_contract", "criteria_provider", "criteria_requirements", "measures"};

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autofree char *value = answer_all (tnk_record_get_form (record), lists[i], "met");

    fill (record, (const Value[]){{lists[i], value}}, 1);
  }
}

static const Value application[] = {
  {"name", "文章づくりの助け"},
  {"provider", "○○株式会社"},
  {"services", "translation\ngenerative_ai"},
  {"ways", "use"},
  {"procured", "no"},
  {"purpose", "お知らせの下書きを早く作る。"},
  {"scope", "公開する文書の下書き"},
  {"business_data", "no"},
  {"contents", "公開済みの文章"},
  {"users", "5"},
  {"contractors", "no"},
  {"departments", "d1"},
  {"since", "new"},
  {"begins", "2026-12-15"},
  {"ai_part", "文章の案を作らせる。"},
  {"ai_inputs", "公開済みの文章を入れ、案を職員が直して使う。"},
};

static TnkRecord *
apply (void)
{
  TnkRecord *record = begin ("external-service");

  fill (record, application, G_N_ELEMENTS (application));
  fill_checklists (record);
  go_on (&record, "apply", &applicant, NULL, 0, NULL);
  return record;
}

static const Value decision[] = {{"decision_reason", "規約と置き場所を確かめた。"}};

/* Advice and, with generative AI, the report to the AI strategy team come before the decision, and the result is told before a
 * manager is named. Who applied decides nothing. */
static void
test_service (void)
{
  static const Value advice[] = {{"advice_date", TODAY}, {"advice_text", "設定を絞ること。"}};
  g_autoptr (TnkRecord) record = apply ();
  TnkActor both = applicant;

  both.roles = chief_roles;
  assert_refused (record, "approve", &chief, decision, 1, TNK_ERROR_STATE, "advise");
  go_on (&record, "ask_advice", &chief, (const Value[]){{"advice_asked", TODAY}}, 1, NULL);
  go_on (&record, "advise", &chief, advice, G_N_ELEMENTS (advice), NULL);
  assert_refused (record, "approve", &chief, decision, 1, TNK_ERROR_STATE, "report_ai");
  go_on (&record, "report_ai", &chief, (const Value[]){{"ai_reported", TODAY}}, 1, NULL);
  assert_refused (record, "approve", &both, decision, 1, TNK_ERROR_REFUSED, "two people");
  assert_refused (record, "refuse", &both, decision, 1, TNK_ERROR_REFUSED, "two people");
  go_on (&record, "approve", &chief, decision, 1, NULL);
  assert_refused (record, "name_manager", &applicant, (const Value[]){{"service_manager", "2002"}}, 1, TNK_ERROR_STATE, "notify");
  go_on (&record, "notify", &chief, (const Value[]){{"notified", TODAY}}, 1, NULL);
  assert_refused (record, "name_manager", &applicant, NULL, 0, TNK_ERROR_INVALID, "service_manager");
  go_on (&record, "name_manager", &applicant, (const Value[]){{"service_manager", "2002"}}, 1, NULL);
  g_assert_cmpstr (tnk_form_state_get_id (tnk_record_get_state (record)), ==, "in_use");
}

/* Advice that is there already is not asked for again. */
static void
test_earlier_advice (void)
{
  g_autoptr (TnkRecord) record = apply ();

  go_on (&record, "reuse_advice", &chief, (const Value[]){{"earlier_advice", "令和8年5月1日の回答"}}, 1, NULL);
  assert_refused (record, "ask_advice", &chief, (const Value[]){{"advice_asked", TODAY}}, 1, TNK_ERROR_STATE, "condition");
  go_on (&record, "report_ai", &chief, (const Value[]){{"ai_reported", TODAY}}, 1, NULL);
  go_on (&record, "approve", &chief, decision, 1, NULL);
}

/* Without generative AI there is nothing to report, and nothing more is asked. */
static void
test_without_ai (void)
{
  g_autoptr (TnkRecord) record = begin ("external-service");

  fill (record, application, G_N_ELEMENTS (application));
  fill_checklists (record);
  fill (record, (const Value[]){{"services", "translation"}}, 1);
  g_assert_false (tnk_record_asks (record, "ai_part", TODAY));
  go_on (&record, "apply", &applicant, NULL, 0, NULL);
  g_assert_cmpstr (tnk_record_get_value (record, "ai_part"), ==, "");
  assert_refused (record, "report_ai", &chief, (const Value[]){{"ai_reported", TODAY}}, 1, TNK_ERROR_STATE, "condition");
  go_on (&record, "reuse_advice", &chief, (const Value[]){{"earlier_advice", "令和8年5月1日の回答"}}, 1, NULL);
  go_on (&record, "approve", &chief, decision, 1, NULL);
}

/* Business data stops everything but taking the application back; so does what is procured. */
static void
test_forbidden (void)
{
  static const Value forbidden[] = {{"business_data", "yes"}, {"procured", "yes"}};

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++) {
    g_autoptr (TnkRecord) record = begin ("external-service");
    g_autoptr (GPtrArray) faults = NULL;

    fill (record, application, G_N_ELEMENTS (application));
    fill_checklists (record);
    fill (record, forbidden + i, 1);
    faults = tnk_record_list_faults (record, NULL, TODAY);
    g_assert_cmpuint (faults->len, ==, 1);
    g_assert_cmpint (tnk_record_fault_get_kind (find_fault (faults, forbidden[i].field)), ==, TNK_RECORD_FAULT_FORBIDDEN);
    assert_refused (record, "apply", &applicant, NULL, 0, TNK_ERROR_INVALID, forbidden[i].field);
    go_on (&record, "withdraw", &applicant, NULL, 0, NULL);
  }
}

/* A point that is not met needs words about what is done instead. */
static void
test_unmet_point (void)
{
  g_autoptr (TnkRecord) record = begin ("external-service");
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *value = NULL;

  fill (record, application, G_N_ELEMENTS (application));
  fill_checklists (record);
  g_assert_false (tnk_record_asks (record, "criteria_note", TODAY));
  value = answer_all (tnk_record_get_form (record), "criteria_contract", "not_met");
  fill (record, (const Value[]){{"criteria_contract", value}}, 1);
  faults = tnk_record_list_faults (record, NULL, TODAY);
  g_assert_nonnull (find_fault (faults, "criteria_note"));
}

/* Use from before the notice could go on until the last day of August 2023. */
static void
test_transition (void)
{
  g_autoptr (TnkRecord) record = begin ("external-service");
  g_autoptr (GPtrArray) deadlines = NULL;

  fill (record, (const Value[]){{"since", "before"}}, 1);
  deadlines = tnk_record_list_deadlines (record, "2023-08-31");
  g_assert_cmpuint (deadlines->len, ==, 1);
  g_assert_cmpstr (tnk_record_deadline_get_day (deadlines->pdata[0]), ==, "2023-08-31");
  g_assert_cmpint (tnk_record_deadline_get_state (deadlines->pdata[0]), ==, TNK_RECORD_DEADLINE_NEAR);
  g_ptr_array_unref (deadlines);
  deadlines = tnk_record_list_deadlines (record, "2023-09-01");
  g_assert_cmpint (tnk_record_deadline_get_state (deadlines->pdata[0]), ==, TNK_RECORD_DEADLINE_OVERDUE);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/ShippedForms/notation", test_notation);
  g_test_add_func ("/Tenken/ShippedForms/notation-of-parts", test_notation_of_parts);
  g_test_add_func ("/Tenken/ShippedForms/contact-points", test_contact_points);
  g_test_add_func ("/Tenken/ShippedForms/duties", test_duties);
  g_test_add_func ("/Tenken/ShippedForms/telephone-first", test_telephone_first);
  g_test_add_func ("/Tenken/ShippedForms/contradiction", test_contradiction);
  g_test_add_func ("/Tenken/ShippedForms/service", test_service);
  g_test_add_func ("/Tenken/ShippedForms/earlier-advice", test_earlier_advice);
  g_test_add_func ("/Tenken/ShippedForms/without-ai", test_without_ai);
  g_test_add_func ("/Tenken/ShippedForms/forbidden", test_forbidden);
  g_test_add_func ("/Tenken/ShippedForms/unmet-point", test_unmet_point);
  g_test_add_func ("/Tenken/ShippedForms/transition", test_transition);
  return g_test_run ();
}
