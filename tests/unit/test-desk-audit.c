/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-desk.h"

/* An audit at the desks: what each of the people sees of it, and how it goes on. Who is refused what stands in test-desk-rights.c. */

#define ID "2026-K1"

static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person_id)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (test->store, person_id, &error);

  g_assert_no_error (error);
  return desk;
}

static void
assert_done (gboolean done,
             GError **error)
{
  g_assert_no_error (*error);
  g_assert_true (done);
}

#define DONE(call) \
  do { \
    g_autoptr (GObject) given = (GObject *) (call); \
    assert_done (given != NULL, &error); \
  } while (0)

static void
test_views (void)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL, manager = NULL, other = NULL, secretariat = NULL;
  g_autoptr (TnkAuditBook) whole = NULL, own = NULL, asked = NULL;
  g_autoptr (GPtrArray) audits = NULL, own_audits = NULL;
  g_autoptr (GError) error = NULL;
  TnkCounts counts;

  tnk_test_aim_init (&aim, &test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3", &error));
  auditor = sit_down (&test, "p7");
  manager = sit_down (&test, "p2");
  other = sit_down (&test, "p5");
  secretariat = sit_down (&test, "p4");
  whole = tnk_desk_load_audit (auditor, ID, NULL, &error);
  g_assert_cmpuint (tnk_audit_book_get_n_findings (whole), ==, 2);
  g_assert_cmpuint (tnk_audit_book_get_n_attachments (whole), ==, 1);
  own = tnk_desk_load_audit (manager, ID, "d2", &error);
  assert_done (own != NULL, &error);
  g_assert_cmpuint (tnk_audit_book_get_n_findings (own), ==, 1);
  g_assert_cmpuint (tnk_audit_book_get_n_papers (own), ==, 0);
  g_assert_cmpuint (tnk_audit_book_get_n_attachments (own), ==, 0);
  asked = tnk_desk_load_audit (other, ID, "d3", &error);
  assert_done (asked != NULL, &error);
  g_assert_cmpuint (tnk_audit_book_get_n_findings (asked), ==, 1);
  g_assert_cmpstr (tnk_finding_get_department_id (tnk_audit_book_get_finding (asked, 0)), ==, "");
  g_assert_cmpstr (tnk_spread_get (tnk_finding_get_spread (tnk_audit_book_get_finding (asked, 0), 0), TNK_SPREAD_FIELD_QUESTION), ==, "鍵はありますか");
  audits = tnk_desk_list_audits (secretariat, "2026", NULL, &error);
  g_assert_cmpuint (audits->len, ==, 1);
  own_audits = tnk_desk_list_audits (manager, "2026", "d2", &error);
  g_assert_cmpuint (own_audits->len, ==, 1);
  g_assert_cmpuint (tnk_audit_get_n_steps (own_audits->pdata[0]), ==, 0);
  g_assert_true (tnk_desk_count_self_answers (auditor, ID, "2.1-1", "d2", &counts, &error));
  g_assert_cmpuint (counts.implemented, ==, 1);
  g_assert_cmpuint (counts.partial, ==, 1);
  g_assert_false (tnk_desk_count_self_answers (auditor, ID, "2.1-1", "d3", &counts, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
}

/* From the finding to the end, each in their own name, whatever number they might have given. */
static void
test_to_the_end (void)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL, manager = NULL, other = NULL;
  g_autoptr (TnkAudit) summary = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GPtrArray) agreement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  TnkAgreementCounts counts;
  TnkFinding *finding;

  tnk_test_aim_init (&aim, &test);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3", &error));
  auditor = sit_down (&test, "p7");
  manager = sit_down (&test, "p2");
  other = sit_down (&test, "p5");
  assert_done (tnk_desk_respond_finding (manager, ID, "F01", 0, "そのとおりです", "鍵を付ける", "2026-12-20", &error), &error);
  DONE (tnk_desk_attach_to_finding (manager, ID, "F01", aim.evidence_file, &error));
  DONE (tnk_desk_withdraw_finding (auditor, ID, "F02", 0, "重なっていた", &error));
  summary = tnk_audit_copy (aim.audit);
  assert_done (tnk_audit_set (summary, TNK_AUDIT_FIELD_SUMMARY, "総括", &error), &error);
  DONE (tnk_desk_save_audit (auditor, summary, &error));
  DONE (tnk_desk_move_audit (auditor, ID, 0, TNK_AUDIT_STEP_REPORT, NULL, &error));
  DONE (tnk_desk_follow_up_finding (auditor, ID, "F01", 0, TNK_FOLLOW_UP_IMPROVED, "鍵を見た", &error));
  tnk_test_store_refused (tnk_desk_move_audit (auditor, ID, 0, TNK_AUDIT_STEP_CLOSE, NULL, &error) != NULL, &error, TNK_ERROR_STATE, "1 departments");
  assert_done (tnk_desk_answer_spread (other, ID, "F01", "d3", 0, TNK_SPREAD_ANSWER_NONE, "鍵はあります", "", "", &error), &error);
  DONE (tnk_desk_move_audit (auditor, ID, 0, TNK_AUDIT_STEP_CLOSE, NULL, &error));
  assert_done (tnk_desk_export_attachment (manager, ID, "T02", aim.file, &error), &error);
  content = tnk_test_read (aim.file);
  g_assert_cmpstr (content, ==, "鍵のない棚\n");
  book = tnk_store_load_audit (test.store, ID, &error);
  finding = tnk_audit_book_lookup_finding (book, "F01");
  g_assert_cmpstr (tnk_finding_get_response_writer (finding, 0), ==, "p2");
  g_assert_cmpstr (tnk_finding_get_follow_up_writer (finding, 0), ==, "p7");
  g_assert_cmpstr (tnk_spread_get (tnk_finding_get_spread (finding, 0), TNK_SPREAD_FIELD_ANSWERED_BY), ==, "p5");
  agreement = tnk_desk_list_agreement (auditor, ID, TNK_SCOPE_KIND_ORGANISATION, "ja", NULL, &error);
  assert_done (agreement != NULL, &error);
  tnk_agreement_get_counts (agreement->pdata[0], &counts);
  g_assert_cmpuint (counts.answers, ==, 2);
  g_assert_cmpuint (counts.agreeing, ==, 1);
  tnk_test_store_verify (test.store);
}

/* The auditor who audits his own department, at the desk: in the plan, and later on. */
static void
test_own_department (void)
{
  static const char *const own[] = {"d0", NULL};
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL;
  g_autoptr (TnkAudit) plan = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_aim_init (&aim, &test);
  auditor = sit_down (&test, "p7");
  plan = tnk_audit_new (aim.campaign);
  g_assert_true (tnk_audit_set (plan, TNK_AUDIT_FIELD_TITLE, "自分の部署の監査", &error));
  g_assert_true (tnk_audit_set_departments (plan, own, &error));
  g_assert_true (tnk_audit_set_controls (plan, tnk_audit_get_controls (aim.audit), &error));
  g_assert_true (tnk_audit_set_auditors (plan, tnk_audit_get_auditors (aim.audit), &error));
  conflicts = tnk_desk_list_conflicts (auditor, plan, &error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  tnk_test_store_refused (tnk_desk_save_audit (auditor, plan, &error) != NULL, &error, TNK_ERROR_REFUSED, "“p7” belongs to");
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p7", "d2", &error));
  tnk_test_store_refused (tnk_desk_save_work_paper (auditor, ID, aim.paper, &error) != NULL, &error, TNK_ERROR_REFUSED, "“p7” answers for");
  tnk_test_store_refused (tnk_desk_issue_finding (auditor, ID, "F02", 0, &error) != NULL, &error, TNK_ERROR_REFUSED, "“p7” answers for");
  tnk_test_store_refused (tnk_desk_attach_to_finding (auditor, ID, "F01", aim.evidence_file, &error) != NULL, &error, TNK_ERROR_REFUSED, "“p7” answers for");
}

static void
assert_person (TnkBody *body,
               guint i,
               const char *id,
               const char *department,
               const char *roles)
{
  TnkPerson *person = tnk_body_get_person (body, i);
  g_autofree char *joined = g_strjoinv (";", (GStrv) tnk_person_get_roles (person));

  g_assert_cmpstr (tnk_person_get_id (person), ==, id);
  g_assert_cmpstr (tnk_department_get_id (tnk_person_get_department (person)), ==, department);
  g_assert_cmpstr (joined, ==, roles);
}

/* Names for those who plan, by a part of them. */
static void
test_people (void)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL;
  g_autoptr (TnkBody) found = NULL, by_number = NULL, some = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_aim_init (&aim, &test);
  auditor = sit_down (&test, "p7");
  found = tnk_desk_search_people (auditor, "鈴木", 10, NULL, &error);
  g_assert_cmpuint (tnk_body_get_n_people (found), ==, 1);
  assert_person (found, 0, "p2", "d2", "manager;staff");
  by_number = tnk_desk_search_people (auditor, "Ｐ5", 10, NULL, &error);
  g_assert_cmpuint (tnk_body_get_n_people (by_number), ==, 1);
  some = tnk_desk_search_people (auditor, "", 3, NULL, &error);
  g_assert_cmpuint (tnk_body_get_n_people (some), ==, 3);
}

/* Who has left, and whose department is gone, is not found and has no name. */
static void
test_people_gone (void)
{
  static const char *const named[] = {"p2", "p5", "p2", "p9", "p3", NULL};
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL;
  g_autoptr (TnkBody) known = NULL, all = NULL, none = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_aim_init (&aim, &test);
  auditor = sit_down (&test, "p7");
  tnk_test_store_meddle (test.path, "UPDATE person SET active = 0 WHERE id = 'p3'; UPDATE person SET department_id = 'd9' WHERE id = 'p5'");
  known = tnk_desk_look_up_people (auditor, named, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_body_get_n_people (known), ==, 1);
  assert_person (known, 0, "p2", "d2", "manager;staff");
  all = tnk_desk_search_people (auditor, "", G_MAXUINT, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tnk_body_lookup_person (all, "p3"));
  g_assert_null (tnk_body_lookup_person (all, "p5"));
  g_assert_nonnull (tnk_body_lookup_person (all, "p1"));
  g_cancellable_cancel (cancellable);
  none = tnk_desk_search_people (auditor, "", 10, cancellable, &error);
  tnk_test_store_cancelled (none != NULL, &error);
}

/* Who is named as an auditor, and holds no office that sees the body, looks for things at home as before. */
static void
test_search (void)
{
  g_auto (TnkTestStore) test = {0};
  g_auto (TnkTestAim) aim = {0};
  g_autoptr (TnkDesk) auditor = NULL;
  g_autoptr (GPtrArray) nothing = NULL, home = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_aim_init (&aim, &test);
  g_assert_true (tnk_store_revoke_right (test.store, TNK_RIGHTS_AUDIT, "person:p7", NULL, &error));
  auditor = sit_down (&test, "p7");
  nothing = tnk_desk_search (auditor, "2026", "課", "ja", 10, NULL, &error);
  assert_done (nothing != NULL, &error);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p7", "d3", &error));
  home = tnk_desk_search (auditor, "2026", "税務課", "ja", 10, NULL, &error);
  assert_done (home != NULL, &error);
  g_assert_cmpuint (home->len, ==, 1);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskAudit/views", test_views);
  g_test_add_func ("/Tenken/DeskAudit/to-the-end", test_to_the_end);
  g_test_add_func ("/Tenken/DeskAudit/own-department", test_own_department);
  g_test_add_func ("/Tenken/DeskAudit/people", test_people);
  g_test_add_func ("/Tenken/DeskAudit/people-gone", test_people_gone);
  g_test_add_func ("/Tenken/DeskAudit/search", test_search);
  return g_test_run ();
}
