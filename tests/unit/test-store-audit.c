/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include <glib/gstdio.h>

#include "tnk-right.h"
#include "tnk-store-audit.h"

/* p6 plans, p7 audits, p3 (CISO) and p8 are the committee; p2 answers for d2, p5 for d3. */
#define CROWD PEOPLE "p6,監査　六子,d0,contractor\np7,監査　七子,d0,contractor\np8,副市長,d0,contractor\n"
#define ID "2026-K1"

static void
assert_no_error (GError **error)
{
  g_assert_no_error (*error);
  g_clear_error (error);
}

static void
init (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (test);
  tnk_test_store_import_roster (test, DEPARTMENTS, CROWD);
  g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_AUDIT, "person:p6", NULL, &error));
  g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_COMMITTEE, "person:p8", NULL, &error));
  g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3", &error));
  assert_no_error (&error);
}

static TnkAudit *
make_plan (TnkTestStore *test,
           const char *auditor,
           const char *department)
{
  const char *const scope[] = {department, NULL}, *const controls[] = {"2.1-1", "1.1-2", NULL}, *const auditors[] = {auditor, NULL};
  const char *values[] = {"監査", "目的", "方法", "2026-01-05", "2026-01-30"};
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (test->store, "2026", NULL);
  TnkAudit *audit = tnk_audit_new (campaign);

  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    g_assert_true (tnk_audit_set (audit, field, values[field], NULL));
  g_assert_true (tnk_audit_set_departments (audit, scope, NULL) && tnk_audit_set_controls (audit, controls, NULL) &&
                 tnk_audit_set_auditors (audit, auditors, NULL));
  return audit;
}

static void
take (TnkTestStore *test,
      TnkAuditStep step,
      const char *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAudit) audit = tnk_store_move_audit (test->store, ID, 0, step, NULL, by, &error);

  assert_no_error (&error);
}

static void
init_under_way (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAudit) plan = NULL, stored = NULL;

  init (test);
  plan = make_plan (test, "p7", "d2");
  stored = tnk_store_save_audit (test->store, plan, "p6", &error);
  assert_no_error (&error);
  take (test, TNK_AUDIT_STEP_SUBMIT, "p6");
  take (test, TNK_AUDIT_STEP_APPROVE, "p3");
  take (test, TNK_AUDIT_STEP_START, "p7");
}

static TnkWorkPaper *
make_paper (TnkStore *store,
            const char *department,
            const char *control)
{
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (store, "2026", NULL);
  TnkWorkPaper *paper = tnk_work_paper_new (tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), control), department);

  tnk_work_paper_set_verdict (paper, TNK_VERDICT_MINOR);
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_SEEN, "見た", NULL));
  return paper;
}

static TnkFinding *
make_finding (TnkStore *store)
{
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (store, "2026", NULL);
  TnkFinding *finding = tnk_finding_new (TNK_FINDING_KIND_FINDING, tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), "2.1-1"), "d2");
  const char *values[] = {"題", "事実", "原因", "勧告", "2026-03-31"};

  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    g_assert_true (tnk_finding_set (finding, field, values[field], NULL));
  return finding;
}

static void
test_plan (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAudit) plan = NULL, stored = NULL, second = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  plan = make_plan (&test, "p7", "d2");
  stored = tnk_store_save_audit (test.store, plan, "p6", &error);
  assert_no_error (&error);
  g_assert_cmpstr (tnk_audit_get_id (stored), ==, ID);
  g_assert_cmpuint (tnk_audit_get_revision (stored), ==, 1);
  g_assert_cmpstr (tnk_audit_find_writer (stored, TNK_AUDIT_STEP_DRAFT), ==, "p6");
  g_assert_null (tnk_audit_get_id (plan));
  second = tnk_store_save_audit (test.store, plan, "p6", &error);
  g_assert_cmpstr (tnk_audit_get_id (second), ==, "2026-K2");
  all = tnk_store_list_audits (test.store, NULL, &error);
  g_assert_cmpuint (all->len, ==, 2);
  tnk_test_store_refused (tnk_store_list_audits (test.store, "2030", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "2030");
  tnk_test_store_refused (tnk_store_load_audit (test.store, "2026-K9", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "2026-K9");
  tnk_test_store_verify (test.store);
}

/* What somebody wrote into the object, and not into the plan, is worth nothing. */
static void
test_forged (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAudit) plan = NULL, stored = NULL, changed = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  plan = make_plan (&test, "p1", "d2");
  g_assert_true (tnk_audit_ask_exemption (plan, "p1", "d2", "理由", &error));
  g_assert_true (tnk_audit_take (plan, TNK_AUDIT_STEP_SUBMIT, "p6", NULL, &error));
  g_assert_true (tnk_audit_approve_exemption (plan, "p1", "d2", "p3", &error));
  g_assert_true (tnk_audit_take (plan, TNK_AUDIT_STEP_APPROVE, "p3", NULL, &error));
  stored = tnk_store_save_audit (test.store, plan, "p6", &error);
  assert_no_error (&error);
  g_assert_cmpint (tnk_audit_get_state (stored), ==, TNK_AUDIT_STATE_DRAFT);
  g_assert_cmpuint (tnk_audit_get_n_steps (stored), ==, 1);
  g_assert_null (tnk_audit_get_exemption_approver (stored, 0));
  g_assert_true (tnk_audit_take (stored, TNK_AUDIT_STEP_SUBMIT, "p6", NULL, &error));
  g_assert_true (tnk_audit_approve_exemption (stored, "p1", "d2", "p3", &error));
  changed = tnk_store_save_audit (test.store, stored, "p6", &error);
  assert_no_error (&error);
  g_assert_cmpint (tnk_audit_get_state (changed), ==, TNK_AUDIT_STATE_DRAFT);
  g_assert_null (tnk_audit_get_exemption_approver (changed, 0));
}

/* Somebody of the department, who answers for it, whose role does: by every verb of the store. */
static void
test_auditee (void)
{
  static const char *const auditees[] = {"p1", "p2"};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  init (&test);
  before = tnk_test_store_dump (test.path);
  for (guint i = 0; i < G_N_ELEMENTS (auditees); i++) {
    g_autoptr (TnkAudit) plan = make_plan (&test, auditees[i], "d2"), above = make_plan (&test, auditees[i], "d1");

    tnk_test_store_refused (tnk_store_save_audit (test.store, plan, "p6", &error) != NULL, &error, TNK_ERROR_REFUSED, auditees[i]);
    tnk_test_store_refused (tnk_store_save_audit (test.store, above, "p6", &error) != NULL, &error, TNK_ERROR_REFUSED, auditees[i]);
  }
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

/* One who became an auditee after the plan was approved. */
static void
test_auditee_later (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkWorkPaper) paper = NULL;
  g_autoptr (TnkFinding) finding = NULL;
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  init_under_way (&test);
  tnk_test_store_import_roster (&test, DEPARTMENTS, PEOPLE "p6,監査　六子,d0,contractor\np7,監査　七子,d2,contractor\np8,副市長,d0,contractor\n");
  paper = make_paper (test.store, "d2", "2.1-1");
  finding = make_finding (test.store);
  file = tnk_test_write (test.dir, "papers.csv", "department_id,control_id,verdict,seen\nd2,2.1-1,conforms,x\n", -1);
  tnk_test_store_refused (tnk_store_save_work_paper (test.store, ID, paper, "p7", &error) != NULL, &error, TNK_ERROR_REFUSED, "p7");
  tnk_test_store_refused (tnk_store_save_finding (test.store, ID, finding, "p7", &error) != NULL, &error, TNK_ERROR_REFUSED, "p7");
  tnk_test_store_refused (tnk_store_import_work_papers (test.store, ID, file, "p7", &n, NULL, &error), &error, TNK_ERROR_INVALID, "“p7” belongs to");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM work_paper UNION ALL SELECT count (*) FROM finding", "0\n0");
}

/* --- papers from a file, first seen and then stored --- */

#define PAPERS "department_id,control_id,verdict,seen\n"

static void
test_preview (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) papers = NULL, problems = NULL;
  g_autoptr (TnkWorkPaper) other = NULL;
  g_autofree char *file = NULL, *bad = NULL;
  g_autoptr (GError) error = NULL;

  init_under_way (&test);
  bad = tnk_test_write (test.dir, "bad.csv", PAPERS "d2,2.1-1,conforms,鍵がある\nd2,no-such,conforms,x\nd3,2.1-1,perhaps,x\n", -1);
  tnk_test_store_refused (tnk_store_preview_work_papers (test.store, ID, bad, "p7", &problems, &error) != NULL, &error, TNK_ERROR_INVALID, "no such control");
  g_assert_cmpuint (problems->len, ==, 2);
  file = tnk_test_write (test.dir, "papers.csv", PAPERS "d2,2.1-1,conforms,鍵がある\n", -1);
  papers = tnk_store_preview_work_papers (test.store, ID, file, "p7", NULL, &error);
  assert_no_error (&error);
  g_assert_cmpuint (papers->len, ==, 1);
  g_assert_cmpuint (tnk_work_paper_get_revision (papers->pdata[0]), ==, 0);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM work_paper", "0");
  /* What is stored is what was seen, whatever became of the file. */
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_true (tnk_store_save_work_papers (test.store, ID, papers, "p7", &error));
  assert_no_error (&error);
  tnk_test_store_assert_rows (test.path, "SELECT seen FROM work_paper", "鍵がある");
  /* The same once more is older than what is there now; and of several none is stored. */
  other = make_paper (test.store, "d2", "1.1-2");
  g_ptr_array_insert (papers, 0, g_object_ref (other));
  tnk_test_store_refused (tnk_store_save_work_papers (test.store, ID, papers, "p7", &error), &error, TNK_ERROR_STATE, "revision 1, yours is 0");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM work_paper", "1");
  tnk_test_store_verify (test.store);
}

static void
test_paper (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkWorkPaper) paper = NULL, stored = NULL, again = NULL, outside = NULL, below = NULL;
  g_autoptr (GError) error = NULL;

  init_under_way (&test);
  paper = make_paper (test.store, "d2", "2.1-1");
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_AUDITOR, "p1", &error));
  stored = tnk_store_save_work_paper (test.store, ID, paper, "p7", &error);
  assert_no_error (&error);
  g_assert_cmpstr (tnk_work_paper_get (stored, TNK_WORK_PAPER_FIELD_AUDITOR), ==, "p7");
  g_assert_cmpuint (tnk_work_paper_get_revision (stored), ==, 1);
  tnk_test_store_refused (tnk_store_save_work_paper (test.store, ID, paper, "p7", &error) != NULL, &error, TNK_ERROR_STATE, "revision 1, yours is 0");
  again = tnk_store_save_work_paper (test.store, ID, stored, "p7", &error);
  g_assert_cmpuint (tnk_work_paper_get_revision (again), ==, 2);
  outside = make_paper (test.store, "d3", "2.1-1");
  tnk_test_store_refused (tnk_store_save_work_paper (test.store, ID, outside, "p7", &error) != NULL, &error, TNK_ERROR_INVALID, "does not cover");
  below = make_paper (test.store, "d2", "2.1-2.1");
  tnk_test_store_refused (tnk_store_save_work_paper (test.store, ID, below, "p7", &error) != NULL, &error, TNK_ERROR_INVALID, "does not cover");
  tnk_test_store_refused (tnk_store_save_work_paper (test.store, ID, again, NULL, &error) != NULL, &error, TNK_ERROR_INVALID, "staff number");
  tnk_test_store_verify (test.store);
}

/* Two programs at the same store: who was slower is told so, and nothing of the other is lost. */
static void
test_two_writers (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) other = NULL;
  g_autoptr (TnkWorkPaper) paper = NULL, first = NULL, second = NULL;
  g_autoptr (TnkFinding) draft = NULL, finding = NULL, issued = NULL, answered = NULL;
  g_autoptr (TnkAuditBook) mine = NULL, theirs = NULL;
  g_autoptr (TnkAudit) summary = NULL, stored = NULL, stale = NULL;

  init_under_way (&test);
  other = tnk_store_open (test.path, "another", &error);
  assert_no_error (&error);
  mine = tnk_store_load_audit (test.store, ID, &error);
  theirs = tnk_store_load_audit (other, ID, &error);
  paper = make_paper (test.store, "d2", "2.1-1");
  first = tnk_store_save_work_paper (test.store, ID, paper, "p7", &error);
  assert_no_error (&error);
  tnk_test_store_refused (tnk_store_save_work_paper (other, ID, paper, "p7", &error) != NULL, &error, TNK_ERROR_STATE, "in the meantime");
  draft = make_finding (test.store);
  finding = tnk_store_save_finding (test.store, ID, draft, "p7", &error);
  issued = tnk_store_issue_finding (other, ID, "F01", tnk_finding_get_revision (finding), "p7", &error);
  assert_no_error (&error);
  tnk_test_store_refused (tnk_store_save_finding (test.store, ID, finding, "p7", &error) != NULL, &error, TNK_ERROR_STATE, "in the meantime");
  answered = tnk_store_respond_finding (test.store, ID, "F01", tnk_finding_get_revision (issued), "x", "y", "2026-03-01", "p2", &error);
  assert_no_error (&error);
  tnk_test_store_refused (tnk_store_respond_finding (other, ID, "F01", tnk_finding_get_revision (issued), "z", "y", "2026-03-01", "p2", &error) != NULL, &error,
                          TNK_ERROR_STATE, "in the meantime");
  summary = tnk_audit_copy (tnk_audit_book_get_audit (mine));
  stale = tnk_audit_copy (tnk_audit_book_get_audit (theirs));
  g_assert_true (tnk_audit_set (summary, TNK_AUDIT_FIELD_SUMMARY, "総括", &error));
  g_assert_true (tnk_audit_set (stale, TNK_AUDIT_FIELD_SUMMARY, "別の総括", &error));
  stored = tnk_store_save_audit (test.store, summary, "p7", &error);
  assert_no_error (&error);
  tnk_test_store_refused (tnk_store_save_audit (other, stale, "p7", &error) != NULL, &error, TNK_ERROR_STATE, "in the meantime");
  tnk_test_store_verify (other);
}

/* The answer of a department keeps its time and its writer; that of another spread is not touched by it. */
static void
test_spreads (void)
{
  static const char *const asked[] = {"d3", "d1", NULL};
  static const char *const far[] = {"d3", NULL};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) draft = NULL, finding = NULL, issued = NULL, spread = NULL, answered = NULL;

  init_under_way (&test);
  draft = make_finding (test.store);
  finding = tnk_store_save_finding (test.store, ID, draft, "p7", &error);
  issued = tnk_store_issue_finding (test.store, ID, "F01", 0, "p7", &error);
  assert_no_error (&error);
  g_assert_nonnull (tnk_finding_get_issued_at (issued));
  /* d1 is above d2: all or none */
  tnk_test_store_refused (tnk_store_spread_finding (test.store, ID, "F01", 0, asked, "q", "2026-12-31", "p7", &error) != NULL, &error, TNK_ERROR_INVALID, "d1");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM finding_spread", "0");
  spread = tnk_store_spread_finding (test.store, ID, "F01", 0, far, "q", "2026-12-31", "p8", &error);
  assert_no_error (&error);
  tnk_test_store_refused (tnk_store_answer_spread (test.store, ID, "F01", "d3", 0, TNK_SPREAD_ANSWER_NONE, "x", "", "", "p2", &error) != NULL, &error,
                          TNK_ERROR_REFUSED, "p2");
  answered = tnk_store_answer_spread (test.store, ID, "F01", "d3", 1, TNK_SPREAD_ANSWER_NONE, "x", "", "", "p5", &error);
  assert_no_error (&error);
  g_assert_cmpuint (tnk_spread_get_revision (tnk_finding_get_spread (answered, 0)), ==, 2);
  g_assert_nonnull (tnk_spread_get_answered_at (tnk_finding_get_spread (answered, 0)));
  tnk_test_store_refused (tnk_store_answer_spread (test.store, ID, "F01", "d3", 1, TNK_SPREAD_ANSWER_NONE, "y", "", "", "p5", &error) != NULL, &error,
                          TNK_ERROR_STATE, "revision 2, yours is 1");
  tnk_test_store_verify (test.store);
}

/* The store cannot take the row: the file that was kept for it goes again, and one that was there already stays. */
static void
test_attachment_rolled_back (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) draft = NULL, finding = NULL;
  g_autoptr (TnkAttachment) kept = NULL;
  g_autofree char *file = NULL, *new_file = NULL, *folder = NULL, *files = NULL;

  init_under_way (&test);
  draft = make_finding (test.store);
  finding = tnk_store_save_finding (test.store, ID, draft, "p7", &error);
  file = tnk_test_write (test.dir, "a.txt", "一つ目\n", -1);
  new_file = tnk_test_write (test.dir, "b.txt", "二つ目\n", -1);
  kept = tnk_store_attach_to_finding (test.store, ID, "F01", file, "p7", &error);
  assert_no_error (&error);
  folder = g_strconcat (test.path, ".files", NULL);
  tnk_test_store_meddle (test.path, "CREATE TRIGGER no_more BEFORE INSERT ON attachment BEGIN SELECT RAISE (ABORT, 'no room'); END");
  tnk_test_store_refused (tnk_store_attach_to_finding (test.store, ID, "F01", new_file, "p7", &error) != NULL, &error, TNK_ERROR_STORE, "no room");
  tnk_test_store_refused (tnk_store_attach_to_finding (test.store, ID, "F01", file, "p7", &error) != NULL, &error, TNK_ERROR_STORE, "no room");
  files = tnk_test_store_list_dir (folder);
  g_assert_cmpstr (files, ==, tnk_attachment_get_hash (kept));
}

/* What is attached goes along. */
static void
test_backup (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkFinding) draft = NULL, finding = NULL;
  g_autoptr (TnkAttachment) kept = NULL;
  g_autoptr (TnkStore) copy = NULL;
  g_autofree char *file = NULL, *target = NULL;

  init_under_way (&test);
  draft = make_finding (test.store);
  finding = tnk_store_save_finding (test.store, ID, draft, "p7", &error);
  file = tnk_test_write (test.dir, "a.txt", "記録\n", -1);
  kept = tnk_store_attach_to_finding (test.store, ID, "F01", file, "p7", &error);
  target = g_build_filename (test.dir, "copy.db", NULL);
  g_assert_true (tnk_store_backup (test.store, target, &error));
  copy = tnk_store_open (target, "tester", &error);
  assert_no_error (&error);
  tnk_test_store_verify (copy);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreAudit/plan", test_plan);
  g_test_add_func ("/Tenken/StoreAudit/forged", test_forged);
  g_test_add_func ("/Tenken/StoreAudit/auditee", test_auditee);
  g_test_add_func ("/Tenken/StoreAudit/auditee-later", test_auditee_later);
  g_test_add_func ("/Tenken/StoreAudit/paper", test_paper);
  g_test_add_func ("/Tenken/StoreAudit/preview", test_preview);
  g_test_add_func ("/Tenken/StoreAudit/two-writers", test_two_writers);
  g_test_add_func ("/Tenken/StoreAudit/spreads", test_spreads);
  g_test_add_func ("/Tenken/StoreAudit/attachment-rolled-back", test_attachment_rolled_back);
  g_test_add_func ("/Tenken/StoreAudit/backup", test_backup);
  return g_test_run ();
}
