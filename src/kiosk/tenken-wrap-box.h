/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children side by side, and below one another where the width ends: large letters need more room than small ones. With
 * "columns" the children are of one width, as many beside one another as their natural width allows, at most so many.
 * Without it each is as wide as it likes, and those that expand share what a line leaves over.
 *
 * Unlike GtkFlowBox it puts nothing around a child, so that keys and screen readers go from child to child. */

#define TENKEN_TYPE_WRAP_BOX (tenken_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (TenkenWrapBox, tenken_wrap_box, TENKEN, WRAP_BOX, GtkWidget)

GtkWidget *tenken_wrap_box_new (guint columns, guint spacing);
void tenken_wrap_box_append (TenkenWrapBox *self, GtkWidget *child);

G_END_DECLS
