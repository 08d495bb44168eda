/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Keeps the lines within a clamp as long, counted in characters, at every text size. width: in pixels at 100 %. */
void tenken_text_width_follow (AdwClamp *clamp, int width);
/* The size of the letters of a widget, in pixels. */
double tenken_text_get_em (GtkWidget *widget);

G_END_DECLS
