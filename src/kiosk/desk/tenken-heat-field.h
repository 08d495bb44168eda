/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-heat-data.h"

G_BEGIN_DECLS

/* The drawn part of a heat map: scrolls under its own headings, and has one cell with the focus. Signal "open" (row, column). */

#define TENKEN_TYPE_HEAT_FIELD (tenken_heat_field_get_type ())
G_DECLARE_FINAL_TYPE (TenkenHeatField, tenken_heat_field, TENKEN, HEAT_FIELD, GtkWidget)

/* data must live as long; tenken_heat_field_changed () after every change. */
GtkWidget *tenken_heat_field_new (const TenkenHeatData *data);
void tenken_heat_field_changed (TenkenHeatField *self);
void tenken_heat_field_go_to (TenkenHeatField *self, guint row, guint column);
void tenken_heat_field_get_current (TenkenHeatField *self, guint *row, guint *column);

G_END_DECLS
