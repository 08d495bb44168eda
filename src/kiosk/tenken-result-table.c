/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-result-table.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-result.h"

/* In characters: the names of chapters wrap, so that the table has room beside the radar. */
#define NARROWEST 8

/* A figure is read together with what it is a figure of. */
static void
add_cell (GtkGrid *grid,
          const char *text,
          const char *column,
          guint place,
          guint row)
{
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *name = g_strdup_printf ("%s: %s", column, text);

  gtk_label_set_wrap (GTK_LABEL (label), place == 0 || row == 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), place == 0 ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), place == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_label_set_yalign (GTK_LABEL (label), row == 0 ? 1 : 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), place == 0 ? NARROWEST : -1);
  gtk_widget_set_hexpand (label, place == 0);
  gtk_widget_add_css_class (label, "figures");
  if (row == 0)
    gtk_widget_add_css_class (label, "table-head");
  else if (place > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (grid, label, place, row, 1, 1);
}

static void
add_row (GtkGrid *grid,
         const char *const *columns,
         const TenkenChapterResult *chapter,
         guint row)
{
  const char *title = tenken_text (tnk_chapter_get_title (chapter->chapter));
  g_autofree char *name = g_strdup_printf ("%s\u00a0%s", tnk_chapter_get_id (chapter->chapter), title);
  g_autofree char *now = tenken_format_figure (chapter->now), *before = tenken_format_figure (chapter->before);
  g_autofree char *counted = g_strdup_printf ("%u/%u", chapter->n_counted, chapter->n_asked);

  add_cell (grid, name, columns[0], 0, row);
  add_cell (grid, now, columns[1], 1, row);
  add_cell (grid, before, columns[2], 2, row);
  add_cell (grid, counted, columns[3], 3, row);
}

GtkWidget *
tenken_result_table_new (GArray *chapters)
{
  const char *columns[] = {_ ("Chapter"), _ ("This time"), _ ("Last time"), _ ("Counted")};
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_valign (grid, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (grid, "result-table");
  for (guint place = 0; place < G_N_ELEMENTS (columns); place++)
    add_cell (GTK_GRID (grid), columns[place], columns[place], place, 0);
  for (guint i = 0; i < chapters->len; i++)
    add_row (GTK_GRID (grid), columns, &g_array_index (chapters, TenkenChapterResult, i), i + 1);
  return grid;
}
