/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-sign.h"

#include <glib/gi18n.h>

#include "tenken-answer-paint.h"

/* All is drawn on a square of this side and then scaled. */
#define SIDE TENKEN_ANSWER_PAINT_SIDE

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
  add_tile (cr, self->value == TNK_ANSWER_VALUE_UNANSWERED ? 0.7 : 0);
  tenken_answer_paint_path (cr, self->value, &color, SIDE);
  if (self->value != TNK_ANSWER_VALUE_UNANSWERED)
    tenken_answer_paint_sign (cr, self->value, &color);
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
