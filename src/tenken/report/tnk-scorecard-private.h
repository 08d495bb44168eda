/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-agreement.h"
#include "tnk-exception.h"
#include "tnk-plan.h"
#include "tnk-report-private.h"
#include "tnk-trend.h"

G_BEGIN_DECLS

/* A scorecard while it is written: every scope scored once, and the sheets in their order. */
typedef struct
{
  TnkReport report;
  TnkPlan *plan; /* or NULL */
  GPtrArray *exceptions; /* (element-type TnkException) or NULL */
  TnkTrend *trend; /* or NULL */
  GPtrArray *audits; /* (element-type TnkAuditBook) or NULL */
  TnkScopeLine *organisation;
  GPtrArray *departments; /* (element-type TnkScopeLine): the whole body, then every department */
  GPtrArray *chapters; /* (element-type TnkScopeLine): those about which somebody is asked first */
  GPtrArray *roles; /* (element-type TnkScopeLine): likewise */
  guint n_asked_chapters;
  guint n_asked_roles;
  GPtrArray *gaps; /* (element-type TnkGap) */

  TnkSheet *cover;
  TnkSheet *summary;
  TnkSheet *department_sheet;
  TnkSheet *chapter_sheet;
  TnkSheet *heat;
  TnkSheet *role_sheet;
  TnkSheet *control_sheet;
  TnkSheet *gap_sheet;
  TnkSheet *plan_sheet; /* or NULL */
  TnkSheet *exception_sheet; /* or NULL */
  TnkSheet *trend_sheet; /* or NULL */
  TnkSheet *audit_sheet; /* or NULL */
  TnkSheet *counts;
  TnkSheet *role_counts;
  TnkSheet *people;
} TnkScorecardWriter;

/* Where the tables of scopes begin, below title and note. */
#define TNK_SCOPE_TABLE_ROW 2
#define TNK_SCOPE_FIRST_ROW (TNK_SCOPE_TABLE_ROW + TNK_SCOPE_TABLE_HEADER_ROWS)

void tnk_scorecard_writer_run (TnkScorecardWriter *self);
void tnk_scorecard_writer_clear (TnkScorecardWriter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkScorecardWriter, tnk_scorecard_writer_clear)

void tnk_scorecard_write_cover (TnkScorecardWriter *self);
void tnk_scorecard_write_summary (TnkScorecardWriter *self);
void tnk_scorecard_write_departments (TnkScorecardWriter *self);
void tnk_scorecard_write_chapters (TnkScorecardWriter *self);
void tnk_scorecard_write_heat (TnkScorecardWriter *self);
void tnk_scorecard_write_roles (TnkScorecardWriter *self);
void tnk_scorecard_write_exceptions (TnkScorecardWriter *self);
void tnk_scorecard_write_trend (TnkScorecardWriter *self);
void tnk_scorecard_write_audits (TnkScorecardWriter *self);
void tnk_scorecard_write_people (TnkScorecardWriter *self);

G_END_DECLS
