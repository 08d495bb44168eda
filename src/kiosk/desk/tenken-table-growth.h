/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of a table as far as the view has them. A view makes two hundred rows of widgets at once, of which thirty are seen: so it
 * gets none before it is on the screen, then those that are seen, and once they are painted the rest, some in each frame. */

GtkSliceListModel *tenken_table_growth_new (GListModel *rows);
/* The view whose model it is. */
void tenken_table_growth_watch (GtkSliceListModel *self, GtkWidget *view);
/* All of them now: somebody wants a row far down. */
void tenken_table_growth_finish (GtkSliceListModel *self);

G_END_DECLS
