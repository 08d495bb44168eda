/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-tally.h"

G_BEGIN_DECLS

#define TNK_TYPE_GAP (tnk_gap_get_type ())

/**
 * TnkGap:
 *
 * A gap (不備): a required control that some part of the population does not fully keep. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkGap, tnk_gap, TNK, GAP, GObject)

GPtrArray *tnk_gap_list (TnkTally *tally, int department);
TnkControl *tnk_gap_get_control (TnkGap *self);
void tnk_gap_get_counts (TnkGap *self, TnkCounts *counts);
double tnk_gap_get_missing_share (TnkGap *self);
double tnk_gap_get_burden (TnkGap *self);
TnkDuty *tnk_gap_get_duty (TnkGap *self);
TnkText *tnk_gap_get_improvement (TnkGap *self);
void tnk_gap_count_department (TnkGap *self, guint department, TnkCounts *counts);
GPtrArray *tnk_gap_list_departments (TnkGap *self);

G_END_DECLS
