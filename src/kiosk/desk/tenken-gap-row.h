/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* A gap as a button that opens its control: place, clause, title, how the answers are, points with n/N, in how many
 * departments. */
GtkWidget *tenken_gap_row_new (TnkGap *gap, guint place);

G_END_DECLS
