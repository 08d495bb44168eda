/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-tally.h"

G_BEGIN_DECLS

#define TNK_TYPE_TREND (tnk_trend_get_type ())

/**
 * TnkTrend:
 *
 * The figures of several campaigns on editions of one catalog, the oldest first. Chapters and controls are those of the last
 * campaign, and are followed back by their ids; where what a control asks changed, its figures are not to be joined by a line.
 * Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTrend, tnk_trend, TNK, TREND, GObject)

TnkTrend *tnk_trend_new (GPtrArray *tallies, const char *department_id);
guint tnk_trend_get_n_points (TnkTrend *self);
TnkCampaign *tnk_trend_get_campaign (TnkTrend *self, guint point);
TnkScore *tnk_trend_get_score (TnkTrend *self, guint point);
TnkScore *tnk_trend_get_chapter_score (TnkTrend *self, guint point, guint chapter);
TnkScore *tnk_trend_get_control_score (TnkTrend *self, guint point, guint control);
gboolean tnk_trend_is_broken (TnkTrend *self, guint point, guint control);

G_END_DECLS
