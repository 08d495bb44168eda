/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-distribution.h"

#include <glib/gi18n.h>

#include "tenken-answer-paint.h"
#include "tenken-answer-sign.h"
#include "tenken-share-bar.h"
#include "tenken-wrap-box.h"

#define SIDE TENKEN_ANSWER_PAINT_SIDE

struct _TenkenDistribution
{
  GtkWidget parent_instance;

  TnkCounts counts;
};

G_DEFINE_FINAL_TYPE (TenkenDistribution, tenken_distribution, GTK_TYPE_WIDGET)

/* From what is kept to what is not, and last what nobody knows. */
static const TnkAnswerValue order[TNK_N_ANSWER_VALUES] = {
  TNK_ANSWER_VALUE_IMPLEMENTED,
  TNK_ANSWER_VALUE_PARTIAL,
  TNK_ANSWER_VALUE_NOT_IMPLEMENTED,
  TNK_ANSWER_VALUE_EXCEPTED,
  TNK_ANSWER_VALUE_NOT_APPLICABLE,
  TNK_ANSWER_VALUE_UNANSWERED};

guint
tenken_distribution_get_count (const TnkCounts *counts,
                               TnkAnswerValue value)
{
  switch (value) {
  case TNK_ANSWER_VALUE_IMPLEMENTED:
    return counts->implemented;
  case TNK_ANSWER_VALUE_PARTIAL:
    return counts->partial;
  case TNK_ANSWER_VALUE_NOT_IMPLEMENTED:
    return counts->not_implemented;
  case TNK_ANSWER_VALUE_NOT_APPLICABLE:
    return counts->not_applicable;
  case TNK_ANSWER_VALUE_EXCEPTED:
    return counts->excepted;
  default:
    return counts->items - MIN (counts->items, counts->implemented + counts->partial + counts->not_implemented + counts->not_applicable + counts->excepted);
  }
}

gboolean
tenken_distribution_is_withheld (const TnkCounts *counts)
{
  return counts->items == 0 && counts->withheld > 0;
}

char *
tenken_distribution_describe (const TnkCounts *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    guint n = tenken_distribution_get_count (counts, order[i]);

    if (n > 0)
      /* Translators: how many gave one kind of answer, in a list of kinds: the answer, the number */
      g_string_append_printf (text, text->len > 0 ? _ (", %s %u") : _ ("%s %u"), tenken_answer_get_word (order[i]), n);
  }
  if (tenken_distribution_is_withheld (counts))
    g_string_append (text, _ ("too few people to show"));
  else if (text->len == 0)
    g_string_append (text, _ ("asked of nobody"));
  return g_string_free (text, FALSE);
}

/* --- drawing --- */

static void
draw_part (GtkWidget *widget,
           cairo_t *cr,
           guint part,
           double width)
{
  TnkAnswerValue value = order[part];
  double inset = value == TNK_ANSWER_VALUE_UNANSWERED ? 0.7 : 0;
  GdkRGBA color;

  if (width <= 2 * inset)
    return;
  tenken_answer_paint_get_color (widget, value, &color);
  cairo_rectangle (cr, inset, inset, width - 2 * inset, SIDE - 2 * inset);
  tenken_answer_paint_path (cr, value, &color, width);
  if (width < SIDE * 1.2 || value == TNK_ANSWER_VALUE_UNANSWERED)
    return;
  cairo_save (cr);
  cairo_translate (cr, (width - SIDE) / 2, 0);
  tenken_answer_paint_sign (cr, value, &color);
  cairo_restore (cr);
}

/* Words where there is no bar: an empty place would look as if nobody had been asked. */
static void
draw_words (GtkWidget *widget,
            GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _ ("too few to show"));
  int height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, (gtk_widget_get_height (widget) - height) / 2.0, layout);
}

static void
tenken_distribution_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  TenkenDistribution *self = TENKEN_DISTRIBUTION (widget);
  guint counts[TNK_N_ANSWER_VALUES];

  if (tenken_distribution_is_withheld (&self->counts))
    draw_words (widget, snapshot);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    counts[i] = tenken_distribution_get_count (&self->counts, order[i]);
  tenken_share_bar_snapshot (widget, snapshot, counts, G_N_ELEMENTS (order), self->counts.items, draw_part);
}

/* --- the class --- */

static void
tenken_distribution_class_init (TenkenDistributionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tenken_distribution_snapshot;
  gtk_widget_class_set_css_name (widget_class, "distribution");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tenken_distribution_init (TenkenDistribution *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
tenken_distribution_new (void)
{
  const TnkCounts none = {0};
  GtkWidget *self = g_object_new (TENKEN_TYPE_DISTRIBUTION, NULL);

  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (self), &none);
  return self;
}

void
tenken_distribution_set_counts (TenkenDistribution *self,
                                const TnkCounts *counts)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TENKEN_IS_DISTRIBUTION (self));

  self->counts = *counts;
  text = tenken_distribution_describe (counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
tenken_distribution_legend_new (void)
{
  GtkWidget *legend = tenken_wrap_box_new (0, 12);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *sign = tenken_answer_sign_new (order[i]);

    /* The word beside it says the same. */
    gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    gtk_box_append (GTK_BOX (entry), sign);
    gtk_box_append (GTK_BOX (entry), gtk_label_new (tenken_answer_get_word (order[i])));
    gtk_widget_add_css_class (entry, "legend");
    tenken_wrap_box_append (TENKEN_WRAP_BOX (legend), entry);
  }
  return legend;
}
