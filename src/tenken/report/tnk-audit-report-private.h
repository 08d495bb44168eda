/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-agreement.h"
#include "tnk-audit-report.h"
#include "tnk-report-private.h"

G_BEGIN_DECLS

/* The report of an audit while it is written. The work papers stand in the order of departments and controls, so that those of
 * one chapter in one department are a run of rows; the sheet of counts has a row for each run, and every figure of the summary
 * is a sum over such rows. */

#define TNK_AUDIT_SHEET_PLAN "監査計画"
#define TNK_AUDIT_SHEET_PAPERS "監査調書"
#define TNK_AUDIT_SHEET_FINDINGS "指摘・意見"
#define TNK_AUDIT_SHEET_FOLLOW_UPS "フォローアップ"
#define TNK_AUDIT_SHEET_SPREADS "横展開"

#define TNK_AUDIT_AGREEMENT_MEANING \
  "適合・観察事項と判定した管理策では「実施済み」、不適合では「一部実施」「未実施」の回答を、監査人と一致したものとして数えます。" \
  "対象外・例外措置・未回答と、未確認の管理策は比べません。監査人の判定は、自己点検の回答を書き換えません。"

#define TNK_AUDIT_LATE "期限超過"
#define TNK_AUDIT_HEADER_ROW 2
#define TNK_AUDIT_FIRST_ROW 3
#define TNK_AUDIT_MAX_LINES 24 /* a row cannot be much higher */

/* A control in a department: indices in the catalog and the body. */
typedef struct
{
  guint department;
  guint control;
} TnkAuditCell;

/* The cells of one chapter in one department. */
typedef struct
{
  guint department;
  guint chapter;
  guint first;
  guint n;
} TnkAuditRun;

/* What is counted of a run: each verdict, and then these. */
enum {
  TNK_AUDIT_COUNT_CELLS = TNK_N_VERDICTS,
  TNK_AUDIT_COUNT_ANSWERS,
  TNK_AUDIT_COUNT_AGREEING,
  TNK_AUDIT_N_COUNTS,
};

/* The columns before them hold ids and names of department and chapter. */
#define TNK_AUDIT_COUNT_FIRST_COL 4
#define TNK_AUDIT_COUNT_CHAPTER_COL 2

typedef struct
{
  TnkReport report;
  TnkAuditBook *audit_book;
  TnkAudit *audit; /* of it */
  TnkBody *roster; /* or NULL: people are called by their numbers */
  GArray *cells; /* (element-type TnkAuditCell): by department, in these by control */
  GArray *runs; /* (element-type TnkAuditRun): of these */

  TnkSheet *cover;
  TnkSheet *plan;
  TnkSheet *summary;
  TnkSheet *paper_sheet;
  TnkSheet *finding_sheet;
  TnkSheet *follow_up_sheet;
  TnkSheet *spread_sheet;
  TnkSheet *counts;
} TnkAuditWriter;

/* A table whose cells are mostly words. */
typedef struct
{
  const char *header;
  double width;
} TnkAuditColumn;

typedef struct
{
  TnkSheet *sheet;
  const char *title;
  const char *note;
  const char *nothing; /* what stands there where there are no rows */
  const TnkAuditColumn *columns;
  guint n_columns;
  guint n_frozen;
} TnkAuditTable;

void tnk_audit_table_begin (TnkAuditWriter *self, const TnkAuditTable *table, guint n_rows);
/* texts: of the cells that may need several lines; NULL for the others. */
void tnk_audit_table_begin_row (const TnkAuditTable *table, guint row, const char *const *texts);
void tnk_audit_table_write_day (const TnkAuditTable *table, guint row, guint col, const char *moment);

typedef enum {
  TNK_AUDIT_FINDING_NUMBER,
  TNK_AUDIT_FINDING_KIND,
  TNK_AUDIT_FINDING_DEPARTMENT,
  TNK_AUDIT_FINDING_CLAUSE,
  TNK_AUDIT_FINDING_TITLE,
  TNK_AUDIT_FINDING_FACT,
  TNK_AUDIT_FINDING_CAUSE,
  TNK_AUDIT_FINDING_RECOMMENDATION,
  TNK_AUDIT_FINDING_DUE,
  TNK_AUDIT_FINDING_STATE,
  TNK_AUDIT_FINDING_LATE,
  TNK_AUDIT_FINDING_ANSWER,
  TNK_AUDIT_FINDING_ACTION,
  TNK_AUDIT_FINDING_ACTION_DUE,
  TNK_AUDIT_FINDING_FOLLOW_UP,
  TNK_AUDIT_FINDING_SPREAD,
  TNK_AUDIT_N_FINDING_COLS,
} TnkAuditFindingCol;

/* Newly allocated; what is no longer there is called by its id. */
char *tnk_audit_name_department (TnkAuditWriter *self, const char *id);
char *tnk_audit_name_person (TnkAuditWriter *self, const char *id);

void tnk_audit_list_rows (TnkAuditWriter *self);
void tnk_audit_writer_run (TnkAuditWriter *self);
void tnk_audit_writer_clear (TnkAuditWriter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkAuditWriter, tnk_audit_writer_clear)

void tnk_audit_write_cover (TnkAuditWriter *self);
void tnk_audit_write_plan (TnkAuditWriter *self);
void tnk_audit_write_summary (TnkAuditWriter *self);
void tnk_audit_write_papers (TnkAuditWriter *self);
void tnk_audit_write_findings (TnkAuditWriter *self);
void tnk_audit_write_follow_ups (TnkAuditWriter *self);
void tnk_audit_write_spreads (TnkAuditWriter *self);
void tnk_audit_write_counts (TnkAuditWriter *self);

G_END_DECLS
