/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-chapters.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-committee-frame.h"
#include "tenken-committee-target.h"
#include "tenken-format.h"
#include "tenken-language.h"

static GtkWidget *
make_figure (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "figures");
  return label;
}

/* The columns stand under one another over all buttons. */
typedef struct
{
  GtkSizeGroup *points;
  GtkSizeGroup *change;
  GtkSizeGroup *counted;
} Columns;

static void
add_figure (GtkWidget *box,
            GtkSizeGroup *column,
            const char *text)
{
  GtkWidget *label = make_figure (text);

  gtk_size_group_add_widget (column, label);
  gtk_box_append (GTK_BOX (box), label);
}

static void
name_button (GtkWidget *button,
             const char *title,
             double points,
             double change,
             const char *counted)
{
  g_autofree char *figure = isnan (points) ? g_strdup (_ ("no figure")) : tenken_format_figure (points);
  g_autofree char *said = tenken_change_say (change);
  /* Translators: a chapter, its points, how they changed, how many of its controls are fully kept of how many */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s points, %s, %s controls fully kept"), title, figure, said, counted);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, name);
}

static GtkWidget *
make_chapter (const TenkenStanding *standing,
              TnkChapter *chapter,
              const Columns *columns)
{
  g_autoptr (TnkScore) now = tenken_standing_score_chapter (standing, chapter, FALSE);
  g_autoptr (TnkScore) before = tenken_standing_score_chapter (standing, chapter, TRUE);
  double points = tenken_score_get_figure (now), change = tenken_change_between (points, tenken_score_get_figure (before));
  TenkenCommitteeTarget target = {.chapter = (char *) tnk_chapter_get_id (chapter)};
  g_autofree char *way = tenken_committee_target_write (&target, "controls"), *figure = tenken_format_figure (points);
  g_autofree char *title = g_strdup_printf ("%s %s", tnk_chapter_get_id (chapter), tenken_text (tnk_chapter_get_title (chapter)));
  g_autofree char *counted = g_strdup_printf ("%d/%d", (int) tnk_score_get_count (now, "controls_full"), (int) tnk_score_get_count (now, "controls"));
  g_autofree char *changed = tenken_change_write (change);
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = tenken_committee_frame_make_line (title, FALSE);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  add_figure (box, columns->points, figure);
  add_figure (box, columns->change, changed);
  add_figure (box, columns->counted, counted);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chapter-row");
  name_button (button, title, points, change, counted);
  tenken_committee_frame_set_way (button, way);
  return button;
}

static GtkWidget *
make_head (const Columns *columns)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *name = tenken_committee_frame_make_line (_ ("Chapter"), FALSE);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  add_figure (box, columns->points, _ ("Points"));
  add_figure (box, columns->change, _ ("Change"));
  add_figure (box, columns->counted, _ ("Kept"));
  gtk_widget_add_css_class (box, "chapter-head");
  return box;
}

GtkWidget *
tenken_committee_chapters_new (const TenkenStanding *standing)
{
  g_autoptr (GtkSizeGroup) points = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) change = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) counted = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  const Columns columns = {points, change, counted};
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (list), make_head (&columns));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++)
    gtk_box_append (GTK_BOX (list), make_chapter (standing, tnk_catalog_get_chapter (catalog, i), &columns));
  gtk_widget_set_valign (list, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (list, "chapter-list");
  return list;
}
