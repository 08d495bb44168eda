/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What a catalog says about a control: its clause and level, how to keep it, who has which part in it, and what each role is
 * asked, in both languages. */
GtkWidget *tenken_catalog_control_text_new (TnkCatalog *catalog, TnkControl *control);

/* A line that wraps, in quieter letters if dim. */
GtkWidget *tenken_catalog_control_make_line (const char *text, gboolean dim);

G_END_DECLS
