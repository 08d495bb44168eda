/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* How many gave which of the six kinds of answers, as a bar: each with its colour, its pattern and, where there is room, its
 * sign. For a screen reader it is an image whose label says every count. */

#define TENKEN_TYPE_DISTRIBUTION (tenken_distribution_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDistribution, tenken_distribution, TENKEN, DISTRIBUTION, GtkWidget)

GtkWidget *tenken_distribution_new (void);
void tenken_distribution_set_counts (TenkenDistribution *self, const TnkCounts *counts);
/* 「実施済み 12、一部実施 3、未回答 1」; kinds that nobody gave are left out. Newly allocated. */
/* Whether there are answers, but of too few people for this person to see figures of them. */
gboolean tenken_distribution_is_withheld (const TnkCounts *counts);
char *tenken_distribution_describe (const TnkCounts *counts);
/* How many of the items gave an answer of this kind, or none. */
guint tenken_distribution_get_count (const TnkCounts *counts, TnkAnswerValue value);
/* The six signs with their words, to stand once above a table of bars. */
GtkWidget *tenken_distribution_legend_new (void);

G_END_DECLS
