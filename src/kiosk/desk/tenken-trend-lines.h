/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-trend.h"

G_BEGIN_DECLS

/* Draws a TnkTrend. rates: (element-type TnkRate). */
void tenken_trend_lines_show_whole (TenkenTrend *chart, TnkTrend *trend, GPtrArray *rates);
void tenken_trend_lines_show_chapter (TenkenTrend *chart, TnkTrend *trend, GPtrArray *rates, guint chapter);
/* Where what the control asks changed, the line begins anew. */
void tenken_trend_lines_show_control (TenkenTrend *chart, TnkTrend *trend, guint control);

G_END_DECLS
