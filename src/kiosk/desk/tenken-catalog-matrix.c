/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-matrix.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "tenken-catalog-words.h"
#include "tenken-language.h"

/* A heading has little room: what stands in brackets behind the name of a role is left to the control's own page. */
static char *
shorten (const char *name)
{
  const char *bracket = strstr (name, "（");

  if (bracket == NULL)
    bracket = strstr (name, " (");
  return bracket != NULL && bracket > name ? g_strndup (name, bracket - name) : g_strdup (name);
}

void
tenken_catalog_matrix_set_columns (TenkenHeatMap *map,
                                   TnkCatalog *catalog)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_strv_builder_add (labels, _ ("Level"));
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    g_autofree char *name = shorten (tenken_text (tnk_role_get_name (tnk_catalog_get_role (catalog, i))));

    g_strv_builder_add (labels, name);
  }
  list = g_strv_builder_end (labels);
  tenken_heat_map_set_columns (map, (const char *const *) list);
}

static void
add_cell (GArray *cells,
          const char *sign,
          const char *words,
          gboolean stands_out)
{
  const TenkenHeatCell cell = {.score = NAN, .sign = sign, .words = words, .stands_out = stands_out};

  g_array_append_val (cells, cell);
}

static void
add_cells (GArray *cells,
           TnkCatalog *catalog,
           TnkControl *control)
{
  const char *level = tenken_catalog_words_level (tnk_control_get_level (control));

  add_cell (cells, level, level, FALSE);
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkMark mark = tnk_control_get_mark (control, tnk_catalog_get_role (catalog, i));

    add_cell (cells, tnk_mark_to_symbol (mark), tenken_catalog_words_mark (mark), tnk_mark_is_scored (mark));
  }
}

void
tenken_catalog_matrix_set_rows (TenkenHeatMap *map,
                                TnkCatalog *catalog,
                                GPtrArray *controls)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TenkenHeatCell));
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < controls->len; i++) {
    TnkControl *control = g_ptr_array_index (controls, i);
    g_autofree char *label = g_strdup_printf ("%s  %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));

    g_strv_builder_add (labels, label);
    add_cells (cells, catalog, control);
  }
  list = g_strv_builder_end (labels);
  tenken_heat_map_set_rows (map, (const char *const *) list, (const TenkenHeatCell *) cells->data);
}
