/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-paint.h"

#include <math.h>

#define SIDE TENKEN_ANSWER_PAINT_SIDE
#define STEP 3.2 /* of the patterns */

/* --- the pattern --- */

static void
add_lines (cairo_t *cr,
           double width,
           gboolean rising)
{
  for (double at = -SIDE; at < width + SIDE; at += STEP) {
    cairo_move_to (cr, at, rising ? SIDE : 0);
    cairo_line_to (cr, at + SIDE, rising ? 0 : SIDE);
  }
}

static void
add_dots (cairo_t *cr,
          double width)
{
  for (double y = STEP / 2; y < SIDE; y += STEP)
    for (double x = STEP / 2; x < width; x += STEP) {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, 0.6, 0, 2 * G_PI);
    }
}

static void
draw_pattern (cairo_t *cr,
              TnkAnswerValue value,
              double width)
{
  cairo_set_line_width (cr, 0.9);
  switch (value) {
  case TNK_ANSWER_VALUE_PARTIAL:
    add_lines (cr, width, TRUE);
    cairo_stroke (cr);
    break;
  case TNK_ANSWER_VALUE_NOT_IMPLEMENTED:
    add_lines (cr, width, TRUE);
    add_lines (cr, width, FALSE);
    cairo_stroke (cr);
    break;
  case TNK_ANSWER_VALUE_EXCEPTED:
    add_dots (cr, width);
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

/* --- black or white --- */

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
tenken_answer_paint_luminance (const GdkRGBA *color)
{
  return 0.2126 * get_linear (color->red) + 0.7152 * get_linear (color->green) + 0.0722 * get_linear (color->blue);
}

/* Black or white, with some favour for white: a sign is large. */
static double
get_ink (const GdkRGBA *color)
{
  return tenken_answer_paint_luminance (color) > 0.2 ? 0 : 1;
}

/* --- the whole --- */

void
tenken_answer_paint_sign (cairo_t *cr,
                          TnkAnswerValue value,
                          const GdkRGBA *color)
{
  double ink = get_ink (color);

  cairo_set_source_rgb (cr, ink, ink, ink);
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

static void
outline (cairo_t *cr,
         const GdkRGBA *color)
{
  const double dashes[] = {2, 1.6};

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
tenken_answer_paint_path (cairo_t *cr,
                          TnkAnswerValue value,
                          const GdkRGBA *color,
                          double width)
{
  double ink = get_ink (color);

  if (value == TNK_ANSWER_VALUE_UNANSWERED) {
    outline (cr, color);
    return;
  }
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  /* The pattern is of the other ink, so that the sign stands out from it as well. */
  cairo_set_source_rgba (cr, 1 - ink, 1 - ink, 1 - ink, 0.3);
  draw_pattern (cr, value, width);
  cairo_restore (cr);
}

void
tenken_answer_paint_get_color (GtkWidget *widget,
                               TnkAnswerValue value,
                               GdkRGBA *color)
{
  static const char *const names[TNK_N_ANSWER_VALUES] = {"answer_not_applicable", "answer_implemented", "answer_partial",
                                                         "answer_not_implemented", "answer_not_applicable", "answer_excepted"};
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (style, names[value], color))
    gtk_style_context_get_color (style, color);
}
