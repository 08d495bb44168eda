/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-results.h"

G_BEGIN_DECLS

/* What the figures of one control are made of: what it asks, its counts by role and by department, and the single answers, or
 * where these are nobody's business the comments alone. Its buttons activate "results.back", and "results.open" with another
 * place, "/plan". */
#define TENKEN_TYPE_CONTROL_VIEW (tenken_control_view_get_type ())
G_DECLARE_FINAL_TYPE (TenkenControlView, tenken_control_view, TENKEN, CONTROL_VIEW, AdwBin)

GtkWidget *tenken_control_view_new (TenkenDesk *desk);
/* control: an index in the catalog. */
void tenken_control_view_show (TenkenControlView *self, TenkenResults *results, guint control);
void tenken_control_view_clear (TenkenControlView *self);

G_END_DECLS
