/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report-private.h"

/* Has the sheets of an audit’s report written in their order. */

static void
add_sheets (TnkAuditWriter *self)
{
  TnkWorkbook *book = self->report.book;

  self->cover = tnk_workbook_add_sheet (book, TNK_SHEET_COVER);
  self->plan = tnk_workbook_add_sheet (book, TNK_AUDIT_SHEET_PLAN);
  self->summary = tnk_workbook_add_sheet (book, TNK_SHEET_SUMMARY);
  self->paper_sheet = tnk_workbook_add_sheet (book, TNK_AUDIT_SHEET_PAPERS);
  self->finding_sheet = tnk_workbook_add_sheet (book, TNK_AUDIT_SHEET_FINDINGS);
  self->follow_up_sheet = tnk_workbook_add_sheet (book, TNK_AUDIT_SHEET_FOLLOW_UPS);
  self->spread_sheet = tnk_workbook_add_sheet (book, TNK_AUDIT_SHEET_SPREADS);
  self->counts = tnk_workbook_add_sheet (book, TNK_SHEET_COUNTS);
}

void
tnk_audit_writer_clear (TnkAuditWriter *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  tnk_report_clear (&self->report);
}

/* Writes everything but the end. */
void
tnk_audit_writer_run (TnkAuditWriter *self)
{
  static void (*const writers[]) (TnkAuditWriter *) = {
    tnk_audit_write_cover, tnk_audit_write_plan, tnk_audit_write_summary, tnk_audit_write_papers,
    tnk_audit_write_findings, tnk_audit_write_follow_ups, tnk_audit_write_spreads, tnk_audit_write_counts};

  self->report.about = tnk_audit_get (self->audit, TNK_AUDIT_FIELD_TITLE);
  self->report.total = G_N_ELEMENTS (writers) + 1; /* packing is the last step */
  tnk_audit_list_rows (self);
  tnk_report_set_texts (&self->report, "監査報告書");
  add_sheets (self);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++) {
    writers[i](self);
    if (!tnk_report_step (&self->report))
      return;
  }
}
