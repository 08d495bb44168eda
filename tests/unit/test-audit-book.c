/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-attachment-private.h"
#include "tnk-audit-book-private.h"
#include "tnk-audit-private.h"
#include "tnk-error.h"
#include "tnk-finding-private.h"
#include "tnk-spread-private.h"

static const char *const scope[] = {"d1", "d3", NULL};
static const char *const controls[] = {"2.1-1", "1.1-2", NULL};
static const char *const auditors[] = {"p7", NULL};

static TnkControl *
control (TnkAuditBook *book)
{
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_audit_get_campaign (tnk_audit_book_get_audit (book))), "2.1-1");
}

static TnkFinding *
add_finding (TnkAuditBook *book,
             const char *id,
             const char *department,
             TnkFindingState state)
{
  g_autoptr (TnkFinding) finding = tnk_finding_new (TNK_FINDING_KIND_FINDING, control (book), department);

  tnk_finding_set_identity (finding, id, 1, state);
  if (state != TNK_FINDING_STATE_DRAFT)
    tnk_finding_set_issued_at (finding, "2026-01-30T00:00:00Z");
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_TITLE, "秘密の題", NULL));
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, "2026-03-31", NULL));
  tnk_audit_book_add_finding (book, finding);
  return tnk_audit_book_lookup_finding (book, id);
}

static void
add_spread (TnkFinding *finding,
            const char *department)
{
  g_autoptr (TnkSpread) spread = tnk_spread_new (department);

  tnk_finding_add_spread (finding, spread);
}

static void
add_attachment (TnkAuditBook *book,
                const char *id,
                const char *finding,
                const char *department)
{
  g_autoptr (TnkAttachment) attachment = g_object_new (TNK_TYPE_ATTACHMENT, NULL);

  attachment->id = g_strdup (id);
  attachment->finding_id = g_strdup (finding);
  attachment->control_id = finding == NULL ? g_strdup ("2.1-1") : NULL;
  attachment->department_id = g_strdup (department);
  tnk_audit_book_add_attachment (book, attachment);
}

/* F01 of d1 asks d2 and d3; F02 of d1 is a draft; F03 of d3 was withdrawn after it was told; F04 of d0 asks d1. */
static TnkAuditBook *
sample (TnkAuditState state)
{
  static const int parents[] = {-1, 0, 0, 2};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkBody) tree = tnk_test_body (parents, G_N_ELEMENTS (parents));
  g_autoptr (TnkAudit) audit = tnk_audit_new (campaign);
  g_autoptr (TnkWorkPaper) paper = NULL;
  TnkAuditBook *book;
  TnkFinding *finding;

  tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "監査", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_PURPOSE, "目的", NULL);
  tnk_audit_set (audit, TNK_AUDIT_FIELD_SUMMARY, "総括", NULL);
  tnk_audit_set_departments (audit, scope, NULL);
  tnk_audit_set_controls (audit, controls, NULL);
  tnk_audit_set_auditors (audit, auditors, NULL);
  tnk_audit_add_move (audit, TNK_AUDIT_STEP_DRAFT, "2026-01-01T00:00:00Z", "p6", "");
  tnk_audit_set_identity (audit, "K1", 1, state);
  book = tnk_audit_book_new (audit, tree);
  paper = tnk_work_paper_new (control (book), "d1");
  tnk_work_paper_set_verdict (paper, TNK_VERDICT_MINOR);
  tnk_audit_book_add_paper (book, paper);
  finding = add_finding (book, "F01", "d1", TNK_FINDING_STATE_ISSUED);
  add_spread (finding, "d2");
  add_spread (finding, "d3");
  add_finding (book, "F02", "d1", TNK_FINDING_STATE_DRAFT);
  add_finding (book, "F03", "d3", TNK_FINDING_STATE_WITHDRAWN);
  add_spread (add_finding (book, "F04", "d0", TNK_FINDING_STATE_CLOSED), "d1");
  add_attachment (book, "T01", NULL, "d1");
  add_attachment (book, "T02", "F01", "d1");
  add_attachment (book, "T03", "F04", "d0");
  return book;
}

static TnkAuditBook *
part (TnkAuditBook *book,
      const char *department)
{
  TnkBody *tree = tnk_audit_book_get_tree (book);
  gboolean departments[4] = {FALSE};

  for (guint i = 0; i < 4; i++)
    departments[i] = tnk_department_is_within (tnk_body_get_department (tree, i), tnk_body_lookup_department (tree, department));
  return tnk_audit_book_make_part (book, departments);
}

static void
test_counts (void)
{
  g_autoptr (TnkAuditBook) book = sample (TNK_AUDIT_STATE_UNDER_WAY);
  g_autoptr (GPtrArray) of_paper = NULL, of_finding = NULL;

  g_assert_cmpuint (tnk_audit_book_count_cells (book), ==, 4);
  g_assert_cmpuint (tnk_audit_book_count_papers (book, TNK_VERDICT_MINOR), ==, 1);
  g_assert_cmpuint (tnk_audit_book_count_papers (book, TNK_VERDICT_MAJOR), ==, 0);
  g_assert_cmpuint (tnk_audit_book_count_open_findings (book), ==, 2);
  g_assert_cmpuint (tnk_audit_book_count_findings (book, TNK_FINDING_KIND_FINDING, TNK_FINDING_STATE_CLOSED), ==, 1);
  g_assert_cmpuint (tnk_audit_book_count_findings (book, TNK_FINDING_KIND_OPINION, TNK_FINDING_STATE_CLOSED), ==, 0);
  g_assert_cmpuint (tnk_audit_book_count_open_spreads (book), ==, 3);
  g_assert_cmpuint (tnk_audit_book_count_overdue (book, "2026-04-01"), ==, 2);
  g_assert_null (tnk_audit_book_lookup_finding (book, "F05"));
  of_paper = tnk_audit_book_list_paper_attachments (book, tnk_audit_book_get_paper (book, 0));
  of_finding = tnk_audit_book_list_finding_attachments (book, tnk_audit_book_lookup_finding (book, "F01"));
  g_assert_cmpuint (of_paper->len, ==, 1);
  g_assert_cmpstr (tnk_attachment_get_id (of_paper->pdata[0]), ==, "T01");
  g_assert_cmpuint (of_finding->len, ==, 1);
  g_assert_cmpstr (tnk_attachment_get_id (of_finding->pdata[0]), ==, "T02");
  g_assert_finalize_object (g_steal_pointer (&book));
}

static void
assert_state (gboolean done,
              GError **error,
              const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, TNK_ERROR, TNK_ERROR_STATE);
  tnk_test_assert_line ((*error)->message, "", words);
  g_clear_error (error);
}

static void
test_rules (void)
{
  g_autoptr (TnkAuditBook) book = sample (TNK_AUDIT_STATE_UNDER_WAY);
  g_autoptr (GError) error = NULL;

  assert_state (tnk_audit_book_check_report (book, &error), &error, "F02");
  tnk_finding_set_identity (tnk_audit_book_lookup_finding (book, "F02"), "F02", 1, TNK_FINDING_STATE_WITHDRAWN);
  g_assert_true (tnk_audit_book_check_report (book, &error));
  g_assert_true (tnk_audit_set (tnk_audit_book_get_audit (book), TNK_AUDIT_FIELD_SUMMARY, "", &error));
  assert_state (tnk_audit_book_check_report (book, &error), &error, "summary");
  tnk_work_paper_set_verdict (tnk_audit_book_get_paper (book, 0), TNK_VERDICT_NOT_EXAMINED);
  assert_state (tnk_audit_book_check_report (book, &error), &error, "nothing was examined");
  assert_state (tnk_audit_book_check_close (book, &error), &error, "1 findings are open and 3 departments");
  tnk_finding_set_identity (tnk_audit_book_lookup_finding (book, "F01"), "F01", 1, TNK_FINDING_STATE_WITHDRAWN);
  assert_state (tnk_audit_book_check_close (book, &error), &error, "0 findings are open and 1 departments");
  tnk_spread_set_stored (tnk_finding_get_spread (tnk_audit_book_lookup_finding (book, "F04"), 0), 2, "x", "y", TNK_SPREAD_ANSWER_NONE);
  g_assert_true (tnk_audit_book_check_close (book, &error));
}

/* What is of others is not in it, in whatever form. */
static void
test_part (void)
{
  g_autoptr (TnkAuditBook) book = sample (TNK_AUDIT_STATE_UNDER_WAY);
  g_autoptr (TnkAuditBook) own = part (book, "d1");
  TnkAudit *plan = tnk_audit_book_get_audit (own);
  TnkFinding *told = tnk_audit_book_lookup_finding (own, "F01"), *asked = tnk_audit_book_lookup_finding (own, "F04");

  g_assert_cmpuint (tnk_audit_book_get_n_papers (own), ==, 0);
  g_assert_cmpuint (tnk_audit_book_get_n_findings (own), ==, 2);
  g_assert_cmpstr (tnk_finding_get (told, TNK_FINDING_FIELD_TITLE), ==, "秘密の題");
  g_assert_cmpuint (tnk_finding_get_n_spreads (told), ==, 0);
  g_assert_cmpstr (tnk_finding_get_department_id (asked), ==, "");
  g_assert_cmpstr (tnk_finding_get (asked, TNK_FINDING_FIELD_TITLE), ==, "");
  g_assert_cmpuint (tnk_finding_get_n_spreads (asked), ==, 1);
  g_assert_cmpuint (tnk_audit_book_get_n_attachments (own), ==, 1);
  g_assert_cmpstr (tnk_attachment_get_id (tnk_audit_book_get_attachment (own, 0)), ==, "T02");
  g_assert_cmpstr (tnk_audit_get (plan, TNK_AUDIT_FIELD_PURPOSE), ==, "目的");
  g_assert_cmpstr (tnk_audit_get (plan, TNK_AUDIT_FIELD_SUMMARY), ==, "");
  g_assert_cmpstr (tnk_audit_get_departments (plan)[0], ==, "d1");
  g_assert_null (tnk_audit_get_departments (plan)[1]);
  g_assert_cmpuint (tnk_audit_get_n_steps (plan), ==, 0);
  /* the whole is as it was */
  g_assert_cmpuint (tnk_finding_get_n_spreads (tnk_audit_book_lookup_finding (book, "F01")), ==, 2);
}

static void
test_part_asked (void)
{
  g_autoptr (TnkAuditBook) book = sample (TNK_AUDIT_STATE_UNDER_WAY);
  g_autoptr (TnkAuditBook) own = NULL;
  TnkFinding *told;

  /* d2 with d3 below it: what both are asked, and that F03 was withdrawn */
  own = part (book, "d2");
  g_assert_cmpuint (tnk_audit_book_get_n_findings (own), ==, 2);
  g_assert_cmpuint (tnk_finding_get_n_spreads (tnk_audit_book_lookup_finding (own, "F01")), ==, 2);
  told = tnk_audit_book_lookup_finding (own, "F03");
  g_assert_cmpint (tnk_finding_get_state (told), ==, TNK_FINDING_STATE_WITHDRAWN);
  g_assert_cmpstr (tnk_audit_get_departments (tnk_audit_book_get_audit (own))[0], ==, "d3");
}

/* Before the committee approved it nobody hears of it; who is only asked hears what he is asked. */
static void
test_part_of_draft (void)
{
  g_autoptr (TnkAuditBook) draft = sample (TNK_AUDIT_STATE_SUBMITTED);
  g_autoptr (TnkAuditBook) own = NULL;
  gboolean nobody[4] = {FALSE};

  g_ptr_array_set_size (tnk_audit_book_lookup_finding (draft, "F01")->spreads, 0);
  g_assert_null (tnk_audit_book_make_part (draft, nobody));
  own = part (draft, "d1");
  g_assert_nonnull (own);
  g_assert_cmpstr (tnk_audit_get (tnk_audit_book_get_audit (own), TNK_AUDIT_FIELD_PURPOSE), ==, "");
  g_assert_null (tnk_audit_get_auditors (tnk_audit_book_get_audit (own))[0]);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/AuditBook/counts", test_counts);
  g_test_add_func ("/Tenken/AuditBook/rules", test_rules);
  g_test_add_func ("/Tenken/AuditBook/part", test_part);
  g_test_add_func ("/Tenken/AuditBook/part-asked", test_part_asked);
  g_test_add_func ("/Tenken/AuditBook/part-of-draft", test_part_of_draft);
  return g_test_run ();
}
