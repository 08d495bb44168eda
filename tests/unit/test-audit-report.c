/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tnk-agreement.h"
#include "tnk-audit-private.h"
#include "tnk-audit-report.h"
#include "tnk-finding-private.h"
#include "tnk-spread-private.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

#define HOSTILE "=HYPERLINK(\"x\") <b>&amp;</b>\n+81"

static TnkTally *
make_tally (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  TnkTally *tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 1, "staff", 10, 10);
  tnk_test_add_people (tally, 2, "staff", 4, 4);
  tnk_test_add_people (tally, 3, "staff", 3, 3);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 7);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", PARTIAL, 3);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 6);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_APPLICABLE, 2);
  tnk_test_add_answers (tally, 2, "2.1-1", "staff", IMPLEMENTED, 4);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", NOT_IMPLEMENTED, 3);
  return tally;
}

static TnkAudit *
make_audit (TnkTally *tally)
{
  TnkAudit *audit = tnk_audit_new (tnk_tally_get_campaign (tally));
  static const char *const departments[] = {"d1", "d2", "d3", NULL};
  static const char *const controls[] = {"1.1-2", "2.1-1", NULL};
  static const char *const auditors[] = {"P1", NULL};
  g_autoptr (GError) error = NULL;

  tnk_audit_set_identity (audit, "A1", 1, TNK_AUDIT_STATE_UNDER_WAY);
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "=1+1", &error));
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_PURPOSE, HOSTILE, &error));
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_STARTS, "2026-10-01", &error));
  g_assert_true (tnk_audit_set_departments (audit, departments, &error));
  g_assert_true (tnk_audit_set_controls (audit, controls, &error));
  g_assert_true (tnk_audit_set_auditors (audit, auditors, &error));
  tnk_audit_add_exemption (audit, "P1", "d3", "ほかにいないため", "P9");
  tnk_audit_add_move (audit, TNK_AUDIT_STEP_DRAFT, "2026-09-01T10:00:00+09:00", "P2", "");
  tnk_audit_add_move (audit, TNK_AUDIT_STEP_APPROVE, "2026-09-10T10:00:00+09:00", "P9", "");
  g_assert_no_error (error);
  return audit;
}

static void
add_paper (TnkAuditBook *book,
           TnkTally *tally,
           const char *department,
           const char *control,
           TnkVerdict verdict)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  g_autoptr (TnkWorkPaper) paper = tnk_work_paper_new (tnk_catalog_lookup_control (catalog, control), department);

  tnk_work_paper_set_verdict (paper, verdict);
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_SEEN, HOSTILE, NULL));
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_AUDITOR, "P1", NULL));
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_DAY, "2026-10-02", NULL));
  tnk_audit_book_add_paper (book, paper);
}

static void
add_finding (TnkAuditBook *book,
             TnkTally *tally)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  g_autoptr (TnkFinding) finding = tnk_finding_new (TNK_FINDING_KIND_FINDING, tnk_catalog_lookup_control (catalog, "2.1-1"), "d1");
  g_autoptr (TnkSpread) spread = tnk_spread_new ("d2");

  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_TITLE, "画面を閉じない", NULL));
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_FACT, HOSTILE, NULL));
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, "2026-11-01", NULL));
  tnk_finding_set_identity (finding, "F1", 3, TNK_FINDING_STATE_ISSUED);
  tnk_finding_add_response (finding, "2026-10-20T09:00:00+09:00", "P3", "承知しました", "設定を配ります", "2026-10-31");
  tnk_finding_add_follow_up (finding, "2026-11-02T09:00:00+09:00", "P1", TNK_FOLLOW_UP_PARTLY, "半分の端末で確かめた");
  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_QUESTION, "同じ設定か", NULL));
  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_DUE, "2026-11-15", NULL));
  tnk_finding_add_spread (finding, spread);
  tnk_audit_book_add_finding (book, finding);
}

static TnkAuditBook *
make_book (TnkTally *tally)
{
  g_autoptr (TnkAudit) audit = make_audit (tally);
  TnkAuditBook *book = tnk_audit_book_new (audit, tnk_tally_get_body (tally));

  add_paper (book, tally, "d1", "1.1-2", TNK_VERDICT_CONFORMS);
  add_paper (book, tally, "d1", "2.1-1", TNK_VERDICT_MINOR);
  add_paper (book, tally, "d2", "2.1-1", TNK_VERDICT_OBSERVATION);
  add_paper (book, tally, "d3", "2.1-1", TNK_VERDICT_MAJOR);
  add_finding (book, tally);
  return book;
}

static char *
write_report (TnkAuditBook *book,
              TnkTally *tally)
{
  g_autoptr (TnkAuditReport) report = tnk_audit_report_new (book, tally);
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, "audit.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  tnk_audit_report_set_body_name (report, "点検市");
  tnk_audit_report_set_made_on (report, "2026-11-21");
  g_assert_true (tnk_audit_report_write (report, file, NULL, NULL, NULL, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 100);
  return file;
}

static void
assert_cell (const char *sheet,
             const char *place,
             double expected)
{
  g_autofree char *found = tnk_test_xlsx_cell (sheet, place);
  g_autofree char *formula = tnk_test_xlsx_formula (sheet, place);

  g_assert_nonnull (found);
  g_assert_nonnull (formula);
  if (found != NULL)
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), expected, 1e-9);
}

/* Answers below a department that have a paper of their own are counted there alone: of d2’s seven, three are d3’s. */
static void
test_papers (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAuditBook) book = make_book (tally);
  g_autofree char *file = write_report (book, tally);
  g_autofree char *papers = tnk_test_xlsx_sheet (file, "監査調書");

  assert_cell (papers, "L4", 10); /* d1, 1.1-2: conforms */
  assert_cell (papers, "M4", 7);
  assert_cell (papers, "L5", 8); /* d1, 2.1-1: minor; two are not applicable */
  assert_cell (papers, "M5", 2);
  assert_cell (papers, "L7", 4); /* d2, 2.1-1: an observation */
  assert_cell (papers, "M7", 4);
  assert_cell (papers, "L9", 3); /* d3, 2.1-1: major */
  assert_cell (papers, "M9", 3);
  assert_cell (papers, "L6", 0); /* nobody looked */
  g_assert_nonnull (strstr (papers, "未確認"));
}

/* The sums of the workbook are those of the library. */
static void
test_figures (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAuditBook) book = make_book (tally);
  g_autofree char *file = write_report (book, tally);
  g_autofree char *summary = tnk_test_xlsx_sheet (file, "総括");
  g_autoptr (GPtrArray) whole = tnk_agreement_list (book, tally, TNK_SCOPE_KIND_ORGANISATION, "ja");

  assert_cell (summary, "C6", 6); /* cells of the plan */
  assert_cell (summary, "D6", 1); /* conforms */
  assert_cell (summary, "H6", 2); /* not examined */
  assert_cell (summary, "I6", 25);
  assert_cell (summary, "J6", 16);
  assert_cell (summary, "K6", tnk_agreement_get_rate (whole->pdata[0]));
  assert_cell (summary, "C10", 1); /* findings, of which one is late */
  assert_cell (summary, "I10", 1);
  assert_cell (summary, "C11", 0);
}

/* What somebody typed is a text, and no formula. */
static void
test_texts (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAuditBook) book = make_book (tally);
  g_autofree char *file = write_report (book, tally);
  g_autofree char *papers = tnk_test_xlsx_sheet (file, "監査調書");
  g_autofree char *formula = tnk_test_xlsx_formula (papers, "N4");
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);

  g_assert_null (formula);
  g_assert_null (strstr (papers, "<f>HYPERLINK"));
  g_assert_cmpstr (sheets, ==, "表紙 監査計画 総括 監査調書 指摘・意見 フォローアップ 横展開 集計");
}

/* The plan of an audit that nobody has begun is a report, too. */
static void
test_empty (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAudit) audit = tnk_audit_new (tnk_tally_get_campaign (tally));
  g_autoptr (TnkAuditBook) book = tnk_audit_book_new (audit, tnk_tally_get_body (tally));
  g_autofree char *file = NULL, *summary = NULL, *found = NULL;

  tnk_audit_set_identity (audit, "A1", 1, TNK_AUDIT_STATE_DRAFT);
  file = write_report (book, tally);
  summary = tnk_test_xlsx_sheet (file, "総括");
  assert_cell (summary, "C6", 0);
  found = tnk_test_xlsx_cell (summary, "K6");
  g_assert_cmpstr (found, ==, "–");
}

/* What was late is late by the day that the workbook bears. */
static void
test_late (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAuditBook) book = make_book (tally);
  g_autofree char *file = write_report (book, tally);
  g_autofree char *findings = tnk_test_xlsx_sheet (file, "指摘・意見");
  g_autofree char *spreads = tnk_test_xlsx_sheet (file, "横展開");
  g_autofree char *follow_ups = tnk_test_xlsx_sheet (file, "フォローアップ");

  g_assert_nonnull (strstr (findings, "期限超過"));
  g_assert_nonnull (strstr (spreads, "期限超過"));
  g_assert_nonnull (strstr (follow_ups, "一部改善"));
}

static void
test_cancelled (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkAuditBook) book = make_book (tally);
  g_autoptr (TnkAuditReport) report = tnk_audit_report_new (book, tally);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "audit.xlsx", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_audit_report_write (report, file, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/AuditReport/papers", test_papers);
  g_test_add_func ("/Tenken/AuditReport/figures", test_figures);
  g_test_add_func ("/Tenken/AuditReport/texts", test_texts);
  g_test_add_func ("/Tenken/AuditReport/empty", test_empty);
  g_test_add_func ("/Tenken/AuditReport/late", test_late);
  g_test_add_func ("/Tenken/AuditReport/cancelled", test_cancelled);
  return g_test_run ();
}
