/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the colours of a heat map mean: a few scores in theirs. */
#define TENKEN_TYPE_HEAT_SCALE (tenken_heat_scale_get_type ())
G_DECLARE_FINAL_TYPE (TenkenHeatScale, tenken_heat_scale, TENKEN, HEAT_SCALE, GtkWidget)

GtkWidget *tenken_heat_scale_new (void);

G_END_DECLS
