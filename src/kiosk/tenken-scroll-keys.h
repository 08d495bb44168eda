/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets Page Up and Page Down scroll a page of this class, wherever on it the focus is: what cannot have the focus, such as
 * a chart, must be in reach of the keyboard too. */
void tenken_scroll_keys_install (GtkWidgetClass *page_class);

G_END_DECLS
