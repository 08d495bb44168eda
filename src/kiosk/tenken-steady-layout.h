/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The layout of a page that fills what it is given and scrolls what does not fit. Such a page need not be asked how wide it
 * would be for this height and how high for that width, which a window does many times for each change within it; the
 * answers cost most of a frame. */

#define TENKEN_TYPE_STEADY_LAYOUT (tenken_steady_layout_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSteadyLayout, tenken_steady_layout, TENKEN, STEADY_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tenken_steady_layout_new (void);

G_END_DECLS
