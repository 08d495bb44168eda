/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-desk.h"

#include <glib/gstdio.h>

#include "tnk-test-refill.h"

/* --- every verb, given what it needs --- */

#define CAMPAIGN "2026"
#define NO_PROGRESS NULL, NULL, NULL

/* What a verb gives is not looked at: it must give nothing. */
#define GIVES(verb, drop, ...) \
  static gboolean call_##verb (TnkTestAim *a, GError **error) \
  { \
    gpointer given = tnk_desk_##verb (a->desk, __VA_ARGS__); \
    if (given != NULL) \
      drop (given); \
    return given != NULL; \
  }
#define DOES(verb, ...) \
  static gboolean call_##verb (TnkTestAim *a, GError **error) \
  { \
    return tnk_desk_##verb (a->desk, __VA_ARGS__); \
  }

static guint n;
static gint64 mark, n_entries, n_questionnaires;
static char *head;
static gboolean has;
static TnkVisibility visibility;
static TnkRosterChange change;
static TnkCampaignCounts counts;
static TnkCounts answers;
static const char *const roles[] = {"staff", NULL};
static const char *const people[] = {"p1", NULL};

static void
drop_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static void
drop_strv (gpointer words)
{
  g_strfreev (words);
}

static void
drop_table (gpointer table)
{
  g_hash_table_unref (table);
}

#define AUDIT tnk_audit_get_id (a->audit)
#define ACTION CAMPAIGN, a->department, tnk_action_get_id (a->action)
#define FILES_OF(aim) ((const char *const[]){(aim)->answers_file, NULL})

/* clang-format off */
GIVES (list_campaigns, drop_array, error)
GIVES (load_tree, g_object_unref, CAMPAIGN, error)
DOES (read_mark, &mark, error)
GIVES (search, drop_array, CAMPAIGN, "山", "ja", 10, NULL, error)

GIVES (load_tally, g_object_unref, CAMPAIGN, a->department, NULL, error)
GIVES (load_previous_tally, g_object_unref, CAMPAIGN, a->department, NULL, error)
GIVES (load_trend, g_object_unref, CAMPAIGN, a->department, NULL, error)
GIVES (list_items, drop_array, CAMPAIGN, a->department, "2.1-1", "staff", NULL, error)
GIVES (list_comments, drop_array, CAMPAIGN, a->department, "2.1-1", NULL, error)
GIVES (load_turnout, g_object_unref, CAMPAIGN, a->department, FALSE, NULL, error)
GIVES (load_plan, g_object_unref, CAMPAIGN, a->department, error)
GIVES (list_unfinished, drop_array, CAMPAIGN, a->department, error)
DOES (export_scorecard, CAMPAIGN, a->file, NO_PROGRESS, error)
DOES (export_department, CAMPAIGN, a->department, a->file, NO_PROGRESS, error)

GIVES (list_proposals, drop_array, CAMPAIGN, a->department, "ja", NULL, error)
GIVES (propose_actions, drop_array, CAMPAIGN, a->department, "ja", NULL, error)
GIVES (save_action, g_object_unref, a->department, a->action, NULL, error)
GIVES (move_action, g_object_unref, ACTION, tnk_action_get_revision (a->action), TNK_ACTION_STATUS_PLANNED, NULL, error)
GIVES (note_action, g_object_unref, ACTION, "覚え書き", error)
GIVES (merge_actions, g_object_unref, ACTION, tnk_action_get_id (a->other), error)
DOES (export_plan, CAMPAIGN, a->department, a->file, NULL, error)
DOES (write_plan_sheet, CAMPAIGN, a->department, a->file, NULL, error)
GIVES (read_plan_sheet, g_object_unref, CAMPAIGN, a->department, a->plan_file, NULL, NO_PROGRESS, error)
DOES (apply_plan, a->department, a->plan, &n, NO_PROGRESS, error)

GIVES (list_forms, drop_array, error)
GIVES (list_records, drop_array, TNK_DESK_RECORDS_ALL, error)
GIVES (start_record, g_object_unref, "exception", error)
GIVES (load_record, g_object_unref, tnk_record_get_id (a->record), error)
GIVES (fill_record, g_object_unref, a->record, NULL, error)
GIVES (take_record_step, g_object_unref, tnk_record_get_id (a->record), 0, "approve", NULL, NULL, error)
DOES (read_record_mark, &mark, error)
GIVES (list_exceptions, drop_array, error)
GIVES (list_lapsed, drop_array, CAMPAIGN, a->department, NULL, error)
DOES (export_record, tnk_record_get_id (a->record), a->file, error)
DOES (export_exceptions, a->file, error)
GIVES (list_deputies, drop_array, error)
GIVES (list_roles_to_lend, drop_strv, error)
DOES (name_deputy, "ciso", "p1", NULL, NULL, error)
DOES (drop_deputy, "ciso", "p1", error)

DOES (accept_all, CAMPAIGN, a->department, &n, &n, NO_PROGRESS, error)
GIVES (close_department, g_object_unref, CAMPAIGN, a->department, NULL, error)
DOES (reopen_department, CAMPAIGN, a->department, "まだ揃っていない", error)
GIVES (make_reminders, g_free, CAMPAIGN, a->department, "ja", NULL, error)
DOES (export_reminders, CAMPAIGN, a->department, a->file, NULL, error)
DOES (write_role_sheet, CAMPAIGN, a->department, roles, "ja", a->file, error)
GIVES (load_questionnaire, g_object_unref, CAMPAIGN, a->person, error)
DOES (return_questionnaire, CAMPAIGN, a->person, a->reference, "書き直してください", error)
DOES (accept_questionnaire, CAMPAIGN, a->person, a->reference, error)
DOES (export_person, CAMPAIGN, a->person, a->file, error)
DOES (write_person_sheet, CAMPAIGN, a->person, "ja", a->file, error)
DOES (write_sheets, CAMPAIGN, a->department, "ja", a->dir, &n, NO_PROGRESS, error)
GIVES (read_sheets, g_object_unref, CAMPAIGN, a->department, FILES_OF (a), FALSE, NULL, NO_PROGRESS, error)
DOES (apply_sheets, a->answers, a->department, &n, &n, NO_PROGRESS, error)

GIVES (list_pins, drop_table, error)
GIVES (preview_roster, g_object_unref, a->departments_file, a->people_file, NULL, NO_PROGRESS, error)
DOES (import_roster, a->roster, &change, NO_PROGRESS, error)
DOES (issue_pins, NULL, a->department, a->person, TRUE, a->file, &n, NO_PROGRESS, error)
GIVES (list_rights, drop_array, error)
DOES (grant_right, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL, error)
DOES (revoke_right, TNK_RIGHTS_COMMITTEE, "role:ciso", NULL, error)
GIVES (list_catalogs, drop_array, NULL, error)
GIVES (list_all_campaigns, drop_array, error)
GIVES (load_roster, g_object_unref, error)
DOES (count_campaign, CAMPAIGN, &counts, error)
GIVES (list_campaign_steps, drop_array, CAMPAIGN, error)
DOES (create_campaign, a->next, error)
DOES (change_campaign, a->campaign, error)
DOES (discard_campaign, CAMPAIGN, error)
DOES (open_campaign, CAMPAIGN, &n, NO_PROGRESS, error)
DOES (close_campaign, CAMPAIGN, TRUE, &n, &counts, NO_PROGRESS, error)
DOES (reopen_campaign, CAMPAIGN, "まだ揃っていない", NULL, error)
DOES (set_closing_day, CAMPAIGN, "2030-01-01", error)
GIVES (dup_body_name, g_free, error)
DOES (get_default_visibility, &visibility, error)
DOES (set_default_visibility, TNK_VISIBILITY_COUNTS, error)
DOES (has_kiosk_pin, &has, error)
DOES (set_kiosk_pin, "48205173", error)
DOES (verify, &n_entries, &n_questionnaires, &head, NO_PROGRESS, error)
DOES (backup, a->file, NO_PROGRESS, error)
DOES (set_visibility, CAMPAIGN, TNK_VISIBILITY_COUNTS, error)

GIVES (list_audits, drop_array, CAMPAIGN, a->department, error)
GIVES (load_audit, g_object_unref, AUDIT, a->department, error)
DOES (count_self_answers, AUDIT, "2.1-1", "d2", &answers, error)
GIVES (list_agreement, drop_array, AUDIT, TNK_SCOPE_KIND_ORGANISATION, "ja", NULL, error)
GIVES (search_people, g_object_unref, "山", 10, NULL, error)
GIVES (look_up_people, g_object_unref, people, error)
DOES (export_audit, AUDIT, a->file, NO_PROGRESS, error)
GIVES (list_conflicts, drop_array, a->audit, error)
GIVES (save_audit, g_object_unref, a->audit, error)
GIVES (move_audit, g_object_unref, AUDIT, 0, TNK_AUDIT_STEP_REPORT, NULL, error)
GIVES (exempt_auditor, g_object_unref, AUDIT, 0, "p7", "d2", error)
GIVES (save_work_paper, g_object_unref, AUDIT, a->paper, error)
DOES (save_work_papers, AUDIT, a->papers, error)
GIVES (preview_work_papers, drop_array, AUDIT, a->papers_file, NULL, error)
DOES (import_work_papers, AUDIT, a->papers_file, &n, NULL, error)
GIVES (save_finding, g_object_unref, AUDIT, a->finding, error)
GIVES (issue_finding, g_object_unref, AUDIT, "F02", 0, error)
GIVES (withdraw_finding, g_object_unref, AUDIT, "F01", 0, "取り下げます", error)
DOES (respond_finding, AUDIT, "F01", 0, "そのとおりです", "鍵を付ける", "2026-12-31", error)
GIVES (follow_up_finding, g_object_unref, AUDIT, "F01", 0, TNK_FOLLOW_UP_IMPROVED, "鍵を見た", error)
GIVES (spread_finding, g_object_unref, AUDIT, "F01", 0, ((const char *const[]){"d1", NULL}), "鍵はありますか", "2026-12-31", error)
DOES (answer_spread, AUDIT, "F01", "d2", 0, TNK_SPREAD_ANSWER_NONE, "ありません", "", "", error)
GIVES (attach_to_paper, g_object_unref, AUDIT, "2.1-1", "d2", a->evidence_file, error)
GIVES (attach_to_finding, g_object_unref, AUDIT, "F01", a->evidence_file, error)
DOES (export_attachment, AUDIT, "T01", a->file, error)
/* clang-format on */

static gboolean
call_read_record_choices (TnkTestAim *a,
                          GError **error)
{
  g_autoptr (TnkBody) tree = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  gboolean done = tnk_desk_read_record_choices (a->desk, &tree, &catalog, error);

  return done || tree != NULL || catalog != NULL;
}

#define CALL(verb, need, aim) \
  { \
#verb, TNK_TEST_DESK_##need, aim, call_##verb \
  }
#define FREE(verb) \
  { \
#verb, TNK_TEST_DESK_FREE, '-', NULL \
  }

const TnkTestDeskCall tnk_test_desk_calls[] = {
  FREE (dup_today),
  FREE (get_person_id),
  FREE (get_type),
  FREE (new),
  FREE (read_rights),
  CALL (list_campaigns, ANY, '-'),
  CALL (load_tree, ANY, '-'),
  CALL (read_mark, ANY, '-'),
  CALL (search, ANY, '-'),
  CALL (list_forms, OWN, '-'),
  CALL (list_records, OWN, '-'),
  CALL (read_record_choices, OWN, '-'),
  CALL (read_record_mark, OWN, '-'),
  CALL (start_record, PART, '-'),
  CALL (load_record, RECORD, '-'),
  CALL (fill_record, PART, '-'),
  CALL (take_record_step, PART, '-'),
  CALL (list_exceptions, ANY, '-'),
  CALL (export_record, RECORD, '-'),
  CALL (export_exceptions, ANY, '-'),
  CALL (list_deputies, ANY, '-'),
  CALL (list_roles_to_lend, ANY, '-'),
  CALL (name_deputy, PART, '-'),
  CALL (drop_deputy, PART, '-'),
  CALL (load_tally, FIGURES, 'd'),
  CALL (load_previous_tally, FIGURES, 'd'),
  CALL (load_trend, FIGURES, 'd'),
  CALL (list_comments, FIGURES, 'd'),
  CALL (list_lapsed, FIGURES, 'd'),
  CALL (load_turnout, FIGURES, 'd'),
  CALL (load_plan, FIGURES, 'd'),
  CALL (list_unfinished, FIGURES, 'd'),
  CALL (export_scorecard, FIGURES, '-'),
  CALL (export_department, FIGURES, 'D'),
  CALL (list_proposals, PLAN, 'd'),
  CALL (propose_actions, PLAN, 'd'),
  CALL (save_action, PLAN, 'd'),
  CALL (move_action, PLAN, 'd'),
  CALL (note_action, PLAN, 'd'),
  CALL (merge_actions, PLAN, 'd'),
  CALL (export_plan, PLAN, 'd'),
  CALL (write_plan_sheet, FIGURES, 'd'),
  CALL (read_plan_sheet, PLAN, 'd'),
  CALL (apply_plan, PLAN, 'd'),
  CALL (accept_all, PAPERS, 'd'),
  CALL (close_department, PAPERS, 'D'),
  CALL (reopen_department, PAPERS, 'D'),
  CALL (write_role_sheet, PAPERS, 'd'),
  CALL (make_reminders, PAPERS, 'd'),
  CALL (export_reminders, PAPERS, 'd'),
  CALL (list_items, NAMES, 'd'),
  CALL (load_questionnaire, NAMES, 'p'),
  CALL (return_questionnaire, NAMES, 'p'),
  CALL (accept_questionnaire, NAMES, 'p'),
  CALL (export_person, NAMES, 'p'),
  CALL (write_person_sheet, NAMES, 'p'),
  CALL (write_sheets, NAMES, 'd'),
  CALL (read_sheets, NAMES, 'd'),
  CALL (apply_sheets, NAMES, 'd'),
  CALL (list_pins, OFFICE, '-'),
  CALL (preview_roster, OFFICE, '-'),
  CALL (import_roster, OFFICE, '-'),
  CALL (issue_pins, OFFICE, 'd'),
  CALL (list_rights, OFFICE, '-'),
  CALL (grant_right, OFFICE, '-'),
  CALL (revoke_right, OFFICE, '-'),
  CALL (list_catalogs, OFFICE, '-'),
  CALL (list_all_campaigns, OFFICE, '-'),
  CALL (load_roster, OFFICE, '-'),
  CALL (count_campaign, OFFICE, '-'),
  CALL (list_campaign_steps, OFFICE, '-'),
  CALL (create_campaign, OFFICE, '-'),
  CALL (change_campaign, OFFICE, '-'),
  CALL (discard_campaign, OFFICE, '-'),
  CALL (open_campaign, OFFICE, '-'),
  CALL (close_campaign, OFFICE, '-'),
  CALL (reopen_campaign, OFFICE, '-'),
  CALL (set_closing_day, OFFICE, '-'),
  CALL (set_visibility, OFFICE, '-'),
  CALL (dup_body_name, OFFICE, '-'),
  CALL (get_default_visibility, OFFICE, '-'),
  CALL (set_default_visibility, OFFICE, '-'),
  CALL (has_kiosk_pin, OFFICE, '-'),
  CALL (set_kiosk_pin, OFFICE, '-'),
  CALL (verify, OFFICE, '-'),
  CALL (backup, OFFICE, '-'),
  CALL (list_audits, AUDIT_SCOPE, 'd'),
  CALL (load_audit, AUDIT_SCOPE, 'd'),
  CALL (count_self_answers, AUDIT_READ, '-'),
  CALL (list_agreement, AUDIT_READ, '-'),
  CALL (export_attachment, AUDIT_READ, '-'),
  CALL (export_audit, AUDIT_READ, '-'),
  CALL (search_people, AUDIT_PEOPLE, '-'),
  CALL (look_up_people, AUDIT_PEOPLE, '-'),
  CALL (list_conflicts, AUDIT_PLAN, '-'),
  CALL (save_audit, AUDIT_PLAN, '-'),
  CALL (move_audit, AUDIT_PLAN, '-'),
  CALL (save_work_paper, AUDIT_JUDGE, '-'),
  CALL (save_work_papers, AUDIT_JUDGE, '-'),
  CALL (preview_work_papers, AUDIT_JUDGE, '-'),
  CALL (import_work_papers, AUDIT_JUDGE, '-'),
  CALL (save_finding, AUDIT_JUDGE, '-'),
  CALL (issue_finding, AUDIT_JUDGE, '-'),
  CALL (withdraw_finding, AUDIT_JUDGE, '-'),
  CALL (attach_to_paper, AUDIT_JUDGE, '-'),
  CALL (follow_up_finding, AUDIT_PLAN, '-'),
  CALL (spread_finding, AUDIT_SPREAD, '-'),
  CALL (exempt_auditor, AUDIT_DECIDE, '-'),
  CALL (respond_finding, AUDIT_ANSWER, '-'),
  CALL (answer_spread, AUDIT_ANSWER, '-'),
  CALL (attach_to_finding, AUDIT_SIDES, '-'),
};
const guint tnk_test_desk_n_calls = G_N_ELEMENTS (tnk_test_desk_calls);

/* --- what they are given --- */

TnkDesk *
tnk_test_desk_forge (TnkStore *store,
                     const char *person_id)
{
  TnkDesk *desk = g_object_new (TNK_TYPE_DESK, NULL);

  desk->store = g_object_ref (store);
  desk->person_id = g_strdup (person_id);
  desk->tallies = tnk_tally_cache_new (store);
  return desk;
}

static void
must (gboolean done,
      GError **error)
{
  if (!done)
    g_error ("the secretariat cannot prepare the test: %s", *error != NULL ? (*error)->message : "?");
}

static char *
make_path (TnkTestStore *test,
           const char *name)
{
  return g_build_filename (test->dir, name, NULL);
}

/* Two actions about d2, by the way that the secretariat goes. */
static void
make_plan (TnkTestAim *self,
           TnkDesk *chief)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) proposed = tnk_desk_propose_actions (chief, CAMPAIGN, "d2", "ja", NULL, &error);

  must (proposed != NULL && proposed->len >= 2, &error);
  self->action = tnk_desk_save_action (chief, "d2", g_ptr_array_index (proposed, 0), NULL, &error);
  must (self->action != NULL, &error);
  self->other = tnk_desk_save_action (chief, "d2", g_ptr_array_index (proposed, 1), NULL, &error);
  must (self->other != NULL, &error);
  must (tnk_desk_export_plan (chief, CAMPAIGN, NULL, self->plan_file, NULL, &error), &error);
  self->plan = tnk_desk_read_plan_sheet (chief, CAMPAIGN, NULL, self->plan_file, NULL, NO_PROGRESS, &error);
  must (self->plan != NULL, &error);
}

static void
make_answers (TnkTestAim *self,
              TnkDesk *chief)
{
  const TnkTestEdit answer = {"1 職員", "F6", "実施済み"};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_desk_load_questionnaire (chief, CAMPAIGN, "p1", &error);

  must (questionnaire != NULL, &error);
  self->reference = g_strdup (tnk_questionnaire_get_reference (questionnaire));
  must (tnk_desk_write_person_sheet (chief, CAMPAIGN, "p5", "ja", self->answers_file, &error), &error);
  tnk_test_refill (self->answers_file, self->answers_file, &answer, 1);
  self->answers = tnk_desk_read_sheets (chief, CAMPAIGN, NULL, FILES_OF (self), TRUE, NULL, NO_PROGRESS, &error);
  must (self->answers != NULL, &error);
}

static void
make_roster (TnkTestAim *self,
             TnkDesk *chief)
{
  g_autoptr (GError) error = NULL;

  self->roster = tnk_desk_preview_roster (chief, self->departments_file, self->people_file, NULL, NO_PROGRESS, &error);
  must (self->roster != NULL, &error);
}

/* An audit of d2 by p7, with a paper, a finding that d2 was told of and about which d3 is asked, a draft, and a file. */
static void
make_audit (TnkTestAim *self,
            TnkTestStore *test)
{
  static const char *const scope[] = {"d2", NULL}, *const controls[] = {"2.1-1", NULL}, *const auditors[] = {"p7", NULL}, *const asked[] = {"d3", NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkDesk) auditor = NULL, committee = NULL;
  g_autoptr (TnkAudit) draft = tnk_audit_new (self->campaign), drafted = NULL, submitted = NULL, approved = NULL;
  g_autoptr (TnkWorkPaper) paper = NULL;
  g_autoptr (TnkFinding) finding = NULL, stored = NULL, issued = NULL, other = NULL;
  g_autoptr (TnkAttachment) attachment = NULL;
  TnkControl *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (self->campaign), "2.1-1");

  must (tnk_store_grant_right (test->store, TNK_RIGHTS_AUDIT, "person:p7", NULL, &error), &error);
  auditor = tnk_desk_new (test->store, "p7", &error);
  committee = tnk_desk_new (test->store, "p3", &error);
  must (auditor != NULL && committee != NULL, &error);
  for (guint field = TNK_AUDIT_FIELD_TITLE; field <= TNK_AUDIT_FIELD_METHOD; field++)
    must (tnk_audit_set (draft, field, "総務課の監査", &error), &error);
  must (tnk_audit_set (draft, TNK_AUDIT_FIELD_STARTS, "2026-11-01", &error) && tnk_audit_set (draft, TNK_AUDIT_FIELD_ENDS, "2026-11-30", &error) &&
          tnk_audit_set_departments (draft, scope, &error) && tnk_audit_set_controls (draft, controls, &error) &&
          tnk_audit_set_auditors (draft, auditors, &error),
        &error);
  drafted = tnk_desk_save_audit (auditor, draft, &error);
  must (drafted != NULL, &error);
  submitted = tnk_desk_move_audit (auditor, tnk_audit_get_id (drafted), 0, TNK_AUDIT_STEP_SUBMIT, NULL, &error);
  must (submitted != NULL, &error);
  approved = tnk_desk_move_audit (committee, tnk_audit_get_id (drafted), 0, TNK_AUDIT_STEP_APPROVE, NULL, &error);
  must (approved != NULL, &error);
  self->audit = tnk_desk_move_audit (auditor, tnk_audit_get_id (drafted), 0, TNK_AUDIT_STEP_START, NULL, &error);
  must (self->audit != NULL, &error);
  paper = tnk_work_paper_new (control, "d2");
  tnk_work_paper_set_verdict (paper, TNK_VERDICT_MINOR);
  must (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_SEEN, "鍵がない", &error), &error);
  self->paper = tnk_desk_save_work_paper (auditor, tnk_audit_get_id (self->audit), paper, &error);
  must (self->paper != NULL, &error);
  finding = tnk_finding_new (TNK_FINDING_KIND_FINDING, control, "d2");
  for (guint field = TNK_FINDING_FIELD_TITLE; field <= TNK_FINDING_FIELD_RECOMMENDATION; field++)
    must (tnk_finding_set (finding, field, "鍵がない", &error), &error);
  must (tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, "2026-12-31", &error), &error);
  stored = tnk_desk_save_finding (auditor, tnk_audit_get_id (self->audit), finding, &error);
  must (stored != NULL, &error);
  issued = tnk_desk_issue_finding (auditor, tnk_audit_get_id (self->audit), "F01", 0, &error);
  must (issued != NULL, &error);
  self->finding = tnk_desk_spread_finding (auditor, tnk_audit_get_id (self->audit), "F01", 0, asked, "鍵はありますか", "2026-12-31", &error);
  must (self->finding != NULL, &error);
  other = tnk_desk_save_finding (auditor, tnk_audit_get_id (self->audit), finding, &error);
  must (other != NULL, &error);
  attachment = tnk_desk_attach_to_paper (auditor, tnk_audit_get_id (self->audit), "2.1-1", "d2", self->evidence_file, &error);
  must (attachment != NULL, &error);
}

static void
make_record (TnkTestAim *self,
             TnkTestStore *test)
{
  static const char *const values[][2] = {{"controls", "2.1-1"}, {"departments", "d1"}, {"reason", "古い"}, {"substitute", "施錠"}, {"ends", "2027-03-31"}, {"urgent", "no"}};
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkForm) form = tnk_form_library_find (library, "exception", NULL, &error);
  g_autoptr (TnkRecord) begun = NULL, filled = NULL;

  must (form != NULL, &error);
  begun = tnk_store_start_record (test->store, form, "p2", &error);
  must (begun != NULL, &error);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    must (tnk_record_set_value (begun, values[i][0], values[i][1], &error), &error);
  filled = tnk_store_save_record (test->store, begun, "p2", NULL, &error);
  must (filled != NULL, &error);
  self->record = tnk_store_take_record_step (test->store, tnk_record_get_id (filled), 0, "submit", "p2", NULL, NULL, &error);
  must (self->record != NULL, &error);
}

void
tnk_test_aim_init (TnkTestAim *self,
                   TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkDesk) chief = NULL;

  tnk_test_store_init_answers (test);
  tnk_test_store_import_roster (test, DEPARTMENTS, PEOPLE "p7,渡辺　五郎,d0,contractor\np8,中村　六子,d2,related-rules\n");
  must (tnk_store_grant_right (test->store, TNK_RIGHTS_SECRETARIAT, "person:p4", NULL, &error), &error);
  chief = tnk_desk_new (test->store, "p4", &error);
  must (chief != NULL, &error);
  self->dir = make_path (test, "out");
  g_assert_cmpint (g_mkdir (self->dir, 0700), ==, 0);
  self->file = g_build_filename (self->dir, "out.xlsx", NULL);
  self->plan_file = make_path (test, "plan.xlsx");
  self->answers_file = make_path (test, "sheet.xlsx");
  self->departments_file = tnk_test_write (test->dir, "new-departments.csv", DEPARTMENTS, -1);
  self->people_file = tnk_test_write (test->dir, "new-people.csv", PEOPLE "p6,伊藤　四郎,d3,staff\n", -1);
  self->campaign = tnk_store_load_campaign (test->store, CAMPAIGN, &error);
  must (self->campaign != NULL, &error);
  self->next = tnk_test_store_campaign ("2027");
  self->evidence_file = tnk_test_write (test->dir, "evidence.txt", "鍵のない棚\n", -1);
  self->papers_file = tnk_test_write (test->dir, "papers.csv", "department_id,control_id,verdict,seen\nd2,2.1-1,conforms,鍵がある\n", -1);
  make_audit (self, test);
  self->papers = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->papers, g_object_ref (self->paper));
  make_plan (self, chief);
  make_answers (self, chief);
  make_roster (self, chief);
  make_record (self, test);
}

void
tnk_test_aim_clear (TnkTestAim *self)
{
  g_clear_object (&self->desk);
  g_clear_object (&self->action);
  g_clear_object (&self->record);
  g_clear_object (&self->other);
  g_clear_object (&self->plan);
  g_clear_object (&self->answers);
  g_clear_object (&self->roster);
  g_clear_object (&self->audit);
  g_clear_object (&self->paper);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->evidence_file, g_free);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->papers_file, g_free);
  g_clear_object (&self->campaign);
  g_clear_object (&self->next);
  g_clear_pointer (&head, g_free);
  g_clear_pointer (&self->dir, g_free);
  g_clear_pointer (&self->file, g_free);
  g_clear_pointer (&self->plan_file, g_free);
  g_clear_pointer (&self->answers_file, g_free);
  g_clear_pointer (&self->departments_file, g_free);
  g_clear_pointer (&self->people_file, g_free);
  g_clear_pointer (&self->reference, g_free);
}
