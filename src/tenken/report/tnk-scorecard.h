/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-plan.h"
#include "tnk-progress.h"
#include "tnk-rate.h"
#include "tnk-tally.h"
#include "tnk-trend.h"

G_BEGIN_DECLS

#define TNK_TYPE_SCORECARD (tnk_scorecard_get_type ())

/**
 * TnkScorecard:
 *
 * The committee’s workbook: what it is made from, and the writing of it.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkScorecard, tnk_scorecard, TNK, SCORECARD, GObject)

TnkScorecard *tnk_scorecard_new (TnkTally *tally);
void tnk_scorecard_set_previous (TnkScorecard *self, TnkTally *previous);
void tnk_scorecard_set_plan (TnkScorecard *self, TnkPlan *plan);
void tnk_scorecard_set_exceptions (TnkScorecard *self, GPtrArray *exceptions);
void tnk_scorecard_set_audits (TnkScorecard *self, GPtrArray *audits);
void tnk_scorecard_set_trend (TnkScorecard *self, TnkTrend *trend);
void tnk_scorecard_set_body_name (TnkScorecard *self, const char *name);
void tnk_scorecard_set_classification (TnkScorecard *self, const char *classification);
void tnk_scorecard_set_made_on (TnkScorecard *self, const char *date);
void tnk_scorecard_set_source (TnkScorecard *self, const char *source);
gboolean tnk_scorecard_write (TnkScorecard *self, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);

G_END_DECLS
