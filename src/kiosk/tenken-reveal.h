/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scrolls a widget that was just shown into sight, once it has its place; of a large one the beginning. The focus alone
 * does so only for what has its place already. */
void tenken_reveal (GtkWidget *widget);

G_END_DECLS
