/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-compare-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

const char *
tenken_compare_describe_kind (TnkRevisionKind kind)
{
  switch (kind) {
  case TNK_REVISION_KIND_RENUMBERED:
    return _ ("Renumbered");
  case TNK_REVISION_KIND_REWORDED:
    return _ ("Reworded");
  case TNK_REVISION_KIND_ADDED:
    return _ ("Added");
  case TNK_REVISION_KIND_REMOVED:
    return _ ("Removed");
  case TNK_REVISION_KIND_KEPT:
  default:
    return _ ("Unchanged");
  }
}

static const char *
describe_answers (TnkComparisonRow *row)
{
  if (tnk_comparison_row_get_new (row) == NULL)
    return _ ("No longer asked");
  if (tnk_comparison_row_get_old (row) == NULL)
    return _ ("Asked for the first time");
  return tnk_comparison_row_is_asked_anew (row) ? _ ("Asked anew") : _ ("Last year’s answers are offered");
}

char *
tenken_compare_row_fold (TnkComparisonRow *row)
{
  g_autoptr (GPtrArray) fields = tnk_comparison_row_list_fields (row);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++) {
    TnkText *const texts[] = {tnk_comparison_field_get_new (fields->pdata[i]), tnk_comparison_field_get_old (fields->pdata[i])};

    for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
      if (texts[k] != NULL)
        g_string_append_printf (text, "%s\n%s\n", tnk_text_get (texts[k], "ja"), tnk_text_get (texts[k], "en"));
  }
  return tnk_fold_text (text->str);
}

/* --- a text with its marks --- */

static void
mark (PangoAttrList *marks,
      PangoAttribute *attribute,
      gsize begin,
      gsize end)
{
  attribute->start_index = begin;
  attribute->end_index = end;
  pango_attr_list_insert (marks, attribute);
}

/* Underlined, as in print; what is new also stands out by its weight. */
static GtkWidget *
make_side (GPtrArray *parts,
           TnkTextPartKind own)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (PangoAttrList) marks = pango_attr_list_new ();
  GtkWidget *label;

  for (guint i = 0; i < parts->len; i++) {
    TnkTextPartKind kind = tnk_text_part_get_kind (parts->pdata[i]);
    gsize begin = text->len;

    if (kind != own && kind != TNK_TEXT_PART_KIND_SAME)
      continue;
    g_string_append (text, tnk_text_part_get_text (parts->pdata[i]));
    if (kind == TNK_TEXT_PART_KIND_SAME)
      continue;
    mark (marks, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), begin, text->len);
    if (own == TNK_TEXT_PART_KIND_ADDED)
      mark (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), begin, text->len);
  }
  label = tenken_desk_text_new (text->len > 0 ? text->str : _ ("(nothing)"), text->len > 0 ? NULL : "dim-label");
  gtk_label_set_attributes (GTK_LABEL (label), marks);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* --- a control --- */

static void
add_field (GtkGrid *grid,
           int *at,
           TnkComparisonField *field)
{
  g_autoptr (GPtrArray) parts = tnk_comparison_field_compare (field, tenken_language_get ());
  TnkText *old = tnk_comparison_field_get_old (field), *new = tnk_comparison_field_get_new (field);

  gtk_grid_attach (grid, tenken_desk_text_new (tenken_text (tnk_comparison_field_get_label (field)), "compare-field"), 0, (*at)++, 2, 1);
  if (!tnk_comparison_field_is_changed (field)) {
    gtk_grid_attach (grid, tenken_desk_text_new (tenken_text (new), NULL), 0, (*at)++, 2, 1);
    return;
  }
  if (new != NULL || old == NULL)
    gtk_grid_attach (grid, make_side (parts, TNK_TEXT_PART_KIND_ADDED), 0, *at, 1, 1);
  if (old != NULL)
    gtk_grid_attach (grid, make_side (parts, TNK_TEXT_PART_KIND_REMOVED), 1, *at, 1, 1);
  ++*at;
}

static GtkWidget *
make_fields (TnkComparisonRow *row)
{
  g_autoptr (GPtrArray) fields = tnk_comparison_row_list_fields (row);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "column-spacing", 18, "row-spacing", 2, NULL);
  int at = 0;

  /* Clauses say where a control stands; ids are for machines. */
  for (guint i = 0; i < fields->len; i++)
    if (!g_str_equal (tnk_comparison_field_get_member (fields->pdata[i]), "id"))
      add_field (GTK_GRID (grid), &at, fields->pdata[i]);
  return grid;
}

static GtkWidget *
make_chip (const char *text)
{
  GtkWidget *chip = tenken_desk_text_new (text, "compare-chip");

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  return chip;
}

static char *
make_title (TnkComparisonRow *row)
{
  TnkControl *new = tnk_comparison_row_get_new (row), *control = new != NULL ? new : tnk_comparison_row_get_old (row);

  return g_strdup_printf ("%s  %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

GtkWidget *
tenken_compare_row_new (TnkComparisonRow *row)
{
  GtkWidget *box = tenken_desk_column_new (6), *head = tenken_wrap_box_new (0, 9), *heading;
  g_autofree char *title = make_title (row);

  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (row), NULL);

  heading = tenken_desk_heading_new (title, "compare-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), heading);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), make_chip (tenken_compare_describe_kind (tnk_comparison_row_get_kind (row))));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), make_chip (describe_answers (row)));
  gtk_widget_add_css_class (box, "compare-row");
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_fields (row));
  return box;
}
