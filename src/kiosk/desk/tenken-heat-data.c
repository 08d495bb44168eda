/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-data.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"

TenkenHeatData *
tenken_heat_data_new (void)
{
  TenkenHeatData *self = g_new0 (TenkenHeatData, 1);

  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->depths = g_array_new (FALSE, FALSE, sizeof (guint));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TenkenHeatCell));
  return self;
}

void
tenken_heat_data_free (TenkenHeatData *self)
{
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->depths);
  g_array_unref (self->cells);
  g_free (self);
}

void
tenken_heat_data_clear_rows (TenkenHeatData *self)
{
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->depths, 0);
  g_array_set_size (self->cells, 0);
}

void
tenken_heat_data_set_columns (TenkenHeatData *self,
                              const char *const *labels)
{
  g_ptr_array_set_size (self->columns, 0);
  tenken_heat_data_clear_rows (self);
  for (guint i = 0; labels[i] != NULL; i++)
    g_ptr_array_add (self->columns, g_strdup (labels[i]));
}

void
tenken_heat_data_add_row (TenkenHeatData *self,
                          const char *label,
                          guint depth,
                          const TenkenHeatCell *cells)
{
  g_ptr_array_add (self->rows, g_strdup (label));
  g_array_append_val (self->depths, depth);
  g_array_append_vals (self->cells, cells, self->columns->len);
}

const TenkenHeatCell *
tenken_heat_data_get (const TenkenHeatData *self,
                      guint row,
                      guint column)
{
  return &g_array_index (self->cells, TenkenHeatCell, row * self->columns->len + column);
}

static char *
describe_cell (const TenkenHeatData *self,
               guint row,
               guint column)
{
  const TenkenHeatCell *cell = tenken_heat_data_get (self, row, column);
  g_autofree char *figure = tenken_format_figure (cell->score);
  const char *of_row = g_ptr_array_index (self->rows, row), *of_column = g_ptr_array_index (self->columns, column);

  if (cell->words != NULL)
    /* Translators: a cell of a table: its row, its column, what it says */
    return g_strdup_printf (_ ("%s, %s, %s"), of_row, of_column, cell->words);
  if (isnan (cell->score))
    /* Translators: a cell of a table of points that has none: its row, its column */
    return g_strdup_printf (_ ("%s, %s, no figure"), of_row, of_column);
  /* Translators: a cell of a table of points: its row, its column, points, how many controls are fully kept, of how many */
  return g_strdup_printf (_ ("%s, %s, %s points, %u of %u controls"), of_row, of_column, figure, cell->n, cell->of);
}

char *
tenken_heat_data_describe (const TenkenHeatData *self,
                           guint row,
                           guint column)
{
  if (column == TENKEN_HEAT_MAP_WHOLE && row == TENKEN_HEAT_MAP_WHOLE)
    return g_strdup ("");
  if (column == TENKEN_HEAT_MAP_WHOLE)
    return g_strdup_printf (_ ("%s, whole row"), (const char *) g_ptr_array_index (self->rows, row));
  if (row == TENKEN_HEAT_MAP_WHOLE)
    return g_strdup_printf (_ ("%s, whole column"), (const char *) g_ptr_array_index (self->columns, column));
  return describe_cell (self, row, column);
}
