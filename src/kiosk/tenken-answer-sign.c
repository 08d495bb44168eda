/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-sign.h"

#include <glib/gi18n.h>
#include <math.h>

/* All is drawn on a square of this side and then scaled. */
#define SIDE 16.0

struct _TenkenAnswerSign
{
  GtkWidget parent_instance;

  TnkAnswerValue value;
};

G_DEFINE_FINAL_TYPE (TenkenAnswerSign, tenken_answer_sign, GTK_TYPE_WIDGET)

const char *
tenken_answer_get_word (TnkAnswerValue value)
{
  switch (value) {
  case TNK_ANSWER_VALUE_IMPLEMENTED:
    return _ ("Implemented");
  case TNK_ANSWER_VALUE_PARTIAL:
    return _ ("Partly implemented");
  case TNK_ANSWER_VALUE_NOT_IMPLEMENTED:
    return _ ("Not implemented");
  case TNK_ANSWER_VALUE_NOT_APPLICABLE:
    return _ ("Not applicable");
  case TNK_ANSWER_VALUE_EXCEPTED:
    return _ ("Excepted");
  default:
    return _ ("Not answered");
  }
}

const char *
tenken_answer_get_css_class (TnkAnswerValue value)
{
  static const char *const classes[TNK_N_ANSWER_VALUES] = {"answer-unanswered", "answer-implemented",
                                                           "answer-partial", "answer-not-implemented",
                                                           "answer-not-applicable", "answer-excepted"};

  g_return_val_if_fail ((guint) value < TNK_N_ANSWER_VALUES, NULL);
  return classes[value];
}

/* --- the pattern --- */

static void
add_lines (cairo_t *cr,
           double step,
           gboolean rising)
{
  for (double at = -SIDE; at < 2 * SIDE; at += step) {
    cairo_move_to (cr, at, rising ? SIDE : 0);
    cairo_line_to (cr, at + SIDE, rising ? 0 : SIDE);
  }
}

static void
add_dots (cairo_t *cr)
{
  for (int row = 0; row < 5; row++)
    for (int column = 0; column < 5; column++) {
      cairo_new_sub_path (cr);
      cairo_arc (cr, 1.6 + column * 3.2, 1.6 + row * 3.2, 0.6, 0, 2 * G_PI);
    }
}

static void
draw_pattern (cairo_t *cr,
              TnkAnswerValue value)
{
  cairo_set_line_width (cr, 0.9);
  switch (value) {
  case TNK_ANSWER_VALUE_PARTIAL:
    add_lines (cr, 3.2, TRUE);
    cairo_stroke (cr);
    break;
  case TNK_ANSWER_VALUE_NOT_IMPLEMENTED:
    add_lines (cr, 3.2, TRUE);
    add_lines (cr, 3.2, FALSE);
    cairo_stroke (cr);
    break;
  case TNK_ANSWER_VALUE_EXCEPTED:
    add_dots (cr);
    cairo_fill (cr);
    break;
  default:
    break;
  }
}

/* --- the sign --- */

static void
draw_half_circle (cairo_t *cr)
{
  cairo_set_line_width (cr, 1.4);
  cairo_arc (cr, SIDE / 2, SIDE / 2, 4.3, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_arc (cr, SIDE / 2, SIDE / 2, 4.3, G_PI / 2, 3 * G_PI / 2);
  cairo_fill (cr);
}

static void
draw_flag (cairo_t *cr)
{
  cairo_move_to (cr, 5.2, 12.4);
  cairo_line_to (cr, 5.2, 3.8);
  cairo_stroke (cr);
  cairo_move_to (cr, 5.2, 3.6);
  cairo_line_to (cr, 11.8, 6.2);
  cairo_line_to (cr, 5.2, 8.8);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_strokes (cairo_t *cr,
              TnkAnswerValue value)
{
  if (value == TNK_ANSWER_VALUE_IMPLEMENTED) {
    cairo_move_to (cr, 4, 8.4);
    cairo_line_to (cr, 7, 11.4);
    cairo_line_to (cr, 12.2, 5);
  } else if (value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED) {
    cairo_move_to (cr, 4.8, 4.8);
    cairo_line_to (cr, 11.2, 11.2);
    cairo_move_to (cr, 11.2, 4.8);
    cairo_line_to (cr, 4.8, 11.2);
  } else if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE) {
    cairo_move_to (cr, 4.4, 8);
    cairo_line_to (cr, 11.6, 8);
  }
  cairo_stroke (cr);
}

static void
draw_sign (cairo_t *cr,
           TnkAnswerValue value)
{
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (value == TNK_ANSWER_VALUE_PARTIAL)
    draw_half_circle (cr);
  else if (value == TNK_ANSWER_VALUE_EXCEPTED)
    draw_flag (cr);
  else
    draw_strokes (cr, value);
}

/* --- the tile --- */

static void
add_tile (cairo_t *cr,
          double inset)
{
  double radius = 3.5, near = inset + radius, far = SIDE - inset - radius;

  cairo_new_path (cr);
  cairo_arc (cr, near, near, radius, G_PI, 3 * G_PI / 2);
  cairo_arc (cr, far, near, radius, -G_PI / 2, 0);
  cairo_arc (cr, far, far, radius, 0, G_PI / 2);
  cairo_arc (cr, near, far, radius, G_PI / 2, G_PI);
  cairo_close_path (cr);
}

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Whether black stands out better than white, as WCAG measures it: with some favour for white. */
static gboolean
wants_black (const GdkRGBA *color)
{
  double luminance =
    0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) + 0.0722 * get_linear (color->blue);

  return luminance > 0.2;
}

static void
draw_answered (cairo_t *cr,
               TnkAnswerValue value,
               const GdkRGBA *color)
{
  gboolean black = wants_black (color);
  double ink = black ? 0 : 1;

  add_tile (cr, 0);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  /* The pattern is of the other ink, so that the sign stands out from it as well. */
  cairo_set_source_rgba (cr, 1 - ink, 1 - ink, 1 - ink, 0.3);
  draw_pattern (cr, value);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, ink, ink, ink);
  draw_sign (cr, value);
}

static void
draw_unanswered (cairo_t *cr,
                 const GdkRGBA *color)
{
  const double dashes[] = {2, 1.6};

  add_tile (cr, 0.7);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
tenken_answer_sign_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  TenkenAnswerSign *self = TENKEN_ANSWER_SIGN (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), side = MIN (width, height);
  graphene_rect_t area = GRAPHENE_RECT_INIT ((width - side) / 2, (height - side) / 2, side, side);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_translate (cr, area.origin.x, area.origin.y);
  cairo_scale (cr, side / SIDE, side / SIDE);
  if (self->value == TNK_ANSWER_VALUE_UNANSWERED)
    draw_unanswered (cr, &color);
  else
    draw_answered (cr, self->value, &color);
  cairo_destroy (cr);
}

static void
tenken_answer_sign_class_init (TenkenAnswerSignClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tenken_answer_sign_snapshot;
  gtk_widget_class_set_css_name (widget_class, "answersign");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
show_value (TenkenAnswerSign *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tenken_answer_get_word (self->value), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tenken_answer_sign_init (TenkenAnswerSign *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), tenken_answer_get_css_class (self->value));
  show_value (self);
}

GtkWidget *
tenken_answer_sign_new (TnkAnswerValue value)
{
  TenkenAnswerSign *self = g_object_new (TENKEN_TYPE_ANSWER_SIGN, NULL);

  tenken_answer_sign_set_value (self, value);
  return GTK_WIDGET (self);
}

TnkAnswerValue
tenken_answer_sign_get_value (TenkenAnswerSign *self)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_SIGN (self), TNK_ANSWER_VALUE_UNANSWERED);
  return self->value;
}

void
tenken_answer_sign_set_value (TenkenAnswerSign *self,
                              TnkAnswerValue value)
{
  g_return_if_fail (TENKEN_IS_ANSWER_SIGN (self));
  g_return_if_fail ((guint) value < TNK_N_ANSWER_VALUES);

  if (value == self->value)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), tenken_answer_get_css_class (self->value));
  self->value = value;
  gtk_widget_add_css_class (GTK_WIDGET (self), tenken_answer_get_css_class (value));
  show_value (self);
}
