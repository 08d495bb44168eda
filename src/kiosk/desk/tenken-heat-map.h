/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Scores of rows × columns as a field of colours with the number in each, or signs, headings that stay, for hundreds of rows.
 * Arrow keys, Home, End and the page keys go from cell to cell, Enter opens one. It scrolls by itself: put it where it may take the room
 * that is left. */

#define TENKEN_TYPE_HEAT_MAP (tenken_heat_map_get_type ())
/* Signal "open" (guint row, guint column): a cell was opened. TENKEN_HEAT_MAP_WHOLE as column: the name of the row was, as row:
 * the heading of the column. */
G_DECLARE_FINAL_TYPE (TenkenHeatMap, tenken_heat_map, TENKEN, HEAT_MAP, GtkWidget)

#define TENKEN_HEAT_MAP_WHOLE G_MAXUINT

typedef struct
{
  double score; /* 0 to 100; NAN: there is none */
  guint n; /* controls that are fully kept, of so many that have a score */
  guint of;
  /* In place of a score: what stands in the cell, and how it is read aloud; both must live as long as the map. NULL: a score. */
  const char *sign;
  const char *words;
  gboolean stands_out;
} TenkenHeatCell;

/* title: what the map is of. */
GtkWidget *tenken_heat_map_new (const char *title);
/* Forgets all rows. */
void tenken_heat_map_set_columns (TenkenHeatMap *self, const char *const *labels);
/* depth: how far the name is set in, 0 for the body itself. cells: one for each column. Returns the place of the row. */
guint tenken_heat_map_add_row (TenkenHeatMap *self, const char *label, guint depth, const TenkenHeatCell *cells);
/* All rows at once, in place of those that are there; the columns stay. The cells row by row. */
void tenken_heat_map_set_rows (TenkenHeatMap *self, const char *const *labels, const TenkenHeatCell *cells);
guint tenken_heat_map_get_n_rows (TenkenHeatMap *self);
/* The cell that gets the focus next; without taking it. */
void tenken_heat_map_set_current (TenkenHeatMap *self, guint row, guint column);
/* Puts the focus there and brings it into view. */
void tenken_heat_map_go_to (TenkenHeatMap *self, guint row, guint column);
void tenken_heat_map_get_current (TenkenHeatMap *self, guint *row, guint *column);
/* As a cell is read aloud: 「総務部、技術的セキュリティ、72.5点、24管理策中18」. Newly allocated. */
char *tenken_heat_map_describe_cell (TenkenHeatMap *self, guint row, guint column);

G_END_DECLS
