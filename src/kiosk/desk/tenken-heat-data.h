/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-heat-map.h"

G_BEGIN_DECLS

/* What a heat map shows, and its words. */
typedef struct
{
  GPtrArray *columns; /* (element-type utf8) */
  GPtrArray *rows; /* (element-type utf8) */
  GArray *depths; /* (element-type guint) */
  GArray *cells; /* (element-type TenkenHeatCell): row by row */
} TenkenHeatData;

TenkenHeatData *tenken_heat_data_new (void);
void tenken_heat_data_free (TenkenHeatData *self);
void tenken_heat_data_set_columns (TenkenHeatData *self, const char *const *labels);
void tenken_heat_data_clear_rows (TenkenHeatData *self);
void tenken_heat_data_add_row (TenkenHeatData *self, const char *label, guint depth, const TenkenHeatCell *cells);
const TenkenHeatCell *tenken_heat_data_get (const TenkenHeatData *self, guint row, guint column);
/* As it is read aloud; TENKEN_HEAT_MAP_WHOLE stands for a heading. */
char *tenken_heat_data_describe (const TenkenHeatData *self, guint row, guint column);

G_END_DECLS
