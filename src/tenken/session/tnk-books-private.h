/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-book.h"
#include "tnk-plan.h"
#include "tnk-progress.h"
#include "tnk-record.h"
#include "tnk-store.h"
#include "tnk-trend.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

/* What a workbook is made from. Whoever fills this in has asked before whether it may be shown. */
typedef struct
{
  TnkTally *tally;
  TnkTally *previous; /* or NULL */
  TnkPlan *plan; /* or NULL */
  TnkTrend *trend; /* or NULL */
  GPtrArray *exceptions; /* (element-type TnkException) or NULL */
  TnkTurnout *turnout; /* or NULL */
  GPtrArray *comments; /* (element-type TnkItem) or NULL */
  GPtrArray *audits; /* (element-type TnkAuditBook) or NULL */
} TnkBookSources;

void tnk_book_sources_clear (TnkBookSources *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkBookSources, tnk_book_sources_clear)

/* Where it goes, and who hears of it. */
typedef struct
{
  TnkStore *store;
  const char *filename;
  const char *classification; /* or NULL */
  TnkProgressFunc progress; /* or NULL */
  gpointer progress_data;
  GCancellable *cancellable; /* or NULL */
  guint64 *n_cells; /* or NULL */
} TnkBookTarget;

/* A workbook must not take the place of the store that it comes from. */
gboolean tnk_book_target_check (const TnkBookTarget *self, GError **error);
gboolean tnk_book_write_scorecard (const TnkBookSources *sources, const TnkBookTarget *target, GError **error);
gboolean tnk_book_write_department (const TnkBookSources *sources, const char *department_id, const TnkBookTarget *target, GError **error);
gboolean tnk_book_write_person (TnkQuestionnaire *questionnaire, const TnkBookTarget *target, GError **error);
gboolean tnk_book_write_record (TnkRecord *record, const TnkBookTarget *target, GError **error);
/* (element-type TnkException) */
gboolean tnk_book_write_exceptions (GPtrArray *exceptions, const TnkBookTarget *target, GError **error);
/* The audits whose verdicts stand beside the self-check: those that have begun. */
GPtrArray *tnk_book_list_audits (TnkStore *store, const char *campaign_id, GError **error);
gboolean tnk_book_write_audit (TnkAuditBook *book, const TnkBookTarget *target, GError **error);
gboolean tnk_book_write_plan (TnkPlan *plan, const char *department_id, const TnkBookTarget *target, GError **error);

G_END_DECLS
