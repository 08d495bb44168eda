/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A list of a few words of which one is chosen, with what GTK's own leaves out for a screen reader: the button that has the
 * focus says what is chosen here, and which word is.
 * words: (transfer full) (nullable): a GtkStringList. name: what is chosen here, "Status", for those who do not see it. */
GtkWidget *tenken_drop_down_new (GtkStringList *words, const char *name);

G_END_DECLS
