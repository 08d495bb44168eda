/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-gap-row.h"

#include <glib/gi18n.h>

#include "tenken-committee-frame.h"
#include "tenken-committee-target.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"

static char *
write_details (TnkGap *gap,
               const TnkCounts *counts)
{
  g_autoptr (GPtrArray) departments = tnk_gap_list_departments (gap);
  g_autofree char *figure = tenken_format_figure (50.0 * counts->half_points / MAX (counts->denominator, 1));
  g_autofree char *where = g_strdup_printf (ngettext ("in %u department", "in %u departments", departments->len), departments->len);

  /* Translators: points, items that are implemented, items that count, in how many departments something is missing */
  return g_strdup_printf (_ ("%s points, %u/%u implemented, %s"), figure, counts->implemented, counts->denominator, where);
}

/* As a button has only one name, it says all of it. */
static void
name_button (GtkWidget *button,
             const char *title,
             const char *details,
             const TnkCounts *counts)
{
  g_autofree char *answers = tenken_distribution_describe (counts);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, details, answers);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
tenken_gap_row_new (TnkGap *gap,
                    guint place)
{
  TnkControl *control = tnk_gap_get_control (gap);
  TenkenCommitteeTarget target = {.id = (char *) tnk_control_get_id (control)};
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *bar = tenken_distribution_new ();
  g_autofree char *way = tenken_committee_target_write (&target, "control");
  g_autofree char *title = g_strdup_printf ("%u. %s %s", place, tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
  g_autofree char *details = NULL;
  GtkWidget *heading = tenken_committee_frame_make_line (title, FALSE);
  TnkCounts counts;

  tnk_gap_get_counts (gap, &counts);
  details = write_details (gap, &counts);
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), &counts);
  gtk_widget_add_css_class (heading, "gap-title");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), tenken_committee_frame_make_line (details, FALSE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "gap-row");
  name_button (button, title, details, &counts);
  tenken_committee_frame_set_way (button, way);
  return button;
}
