/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lines over campaigns: 0 to 100, an axis in years, the values at the points; each line with its own stroke and marker. Under it
 * the same as a table, which can be folded away. A value that does not exist (NAN) leaves a gap, for it is not a zero. */

#define TENKEN_TYPE_TREND (tenken_trend_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTrend, tenken_trend, TENKEN, TREND, GtkWidget)

/* title: what the lines are about. */
GtkWidget *tenken_trend_new (const char *title);
/* “FY2025” and so on, the oldest first. Forgets all lines. */
void tenken_trend_set_times (TenkenTrend *self, const char *const *labels);
/* values: one for each time. details: n/N of each, shown in the table; NULL: none. Up to six lines. */
void tenken_trend_add_line (TenkenTrend *self, const char *name, const double *values, const char *const *details);

G_END_DECLS
