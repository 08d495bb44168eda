/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-figure.h"

#include <glib/gi18n.h>
#include <math.h>
#include <tenken.h>

#include "tenken-format.h"
#include "tenken-wrap-box.h"

typedef enum {
  CAPTION,
  VALUE,
  UNIT,
  WORD,
  DETAIL,
  CHANGE,
  ALARM,
  N_PARTS
} Part;

struct _TenkenFigure
{
  GtkButton parent_instance;

  GtkWidget *parts[N_PARTS];
  GtkWidget *alarm_box;
  char *spoken_change; /* the change in words; NULL: none */
  char *description;
};

G_DEFINE_FINAL_TYPE (TenkenFigure, tenken_figure, GTK_TYPE_BUTTON)

/* --- what is read aloud --- */

static const char *
get_part (TenkenFigure *self,
          Part part)
{
  const char *text = gtk_label_get_text (GTK_LABEL (self->parts[part]));

  return *text != '\0' ? text : NULL;
}

static char *
say_value (TenkenFigure *self)
{
  const char *value = get_part (self, VALUE), *unit = get_part (self, UNIT);

  if (value == NULL || g_str_equal (value, "–"))
    return g_strdup (_ ("no figure"));
  return g_strconcat (value, unit != NULL && !g_str_equal (unit, "%") ? " " : "", unit, NULL);
}

static void
describe (TenkenFigure *self)
{
  g_autofree char *value = say_value (self);
  const char *const said[] = {get_part (self, WORD), get_part (self, DETAIL), self->spoken_change, get_part (self, ALARM)};
  /* Translators: a figure as it is read aloud: its caption and its value */
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, _ ("%s: %s"), gtk_label_get_text (GTK_LABEL (self->parts[CAPTION])), value);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (said[i] != NULL)
      /* Translators: another part of what is read aloud of a figure */
      g_string_append_printf (text, _ (", %s"), said[i]);
  g_free (self->description);
  self->description = g_string_free (text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->description, -1);
}

static void
set_part (TenkenFigure *self,
          Part part,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->parts[part]), text != NULL ? text : "");
  gtk_widget_set_visible (self->parts[part], text != NULL && *text != '\0');
  describe (self);
}

/* --- the class --- */

static void
tenken_figure_finalize (GObject *object)
{
  TenkenFigure *self = TENKEN_FIGURE (object);

  g_free (self->spoken_change);
  g_free (self->description);
  G_OBJECT_CLASS (tenken_figure_parent_class)->finalize (object);
}

static void
tenken_figure_class_init (TenkenFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_figure_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "button");
}

static GtkWidget *
make_label (TenkenFigure *self,
            Part part,
            const char *css_class,
            gboolean wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->parts[part] = label;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* Value, unit and word on one line, as they are read; where that has no room, the word below. */
static GtkWidget *
make_value_line (TenkenFigure *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 8), *value = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (value, "figure-line");
  gtk_box_append (GTK_BOX (value), make_label (self, VALUE, "figure-value", FALSE));
  gtk_box_append (GTK_BOX (value), make_label (self, UNIT, "figure-unit", FALSE));
  for (Part part = VALUE; part <= UNIT; part++)
    gtk_widget_set_valign (self->parts[part], GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (self->parts[VALUE], "figures");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), value);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_label (self, WORD, "figure-word", FALSE));
  return line;
}

static GtkWidget *
make_alarm (TenkenFigure *self)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->alarm_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->alarm_box), image);
  gtk_box_append (GTK_BOX (self->alarm_box), make_label (self, ALARM, "figure-alarm-text", TRUE));
  gtk_widget_add_css_class (self->alarm_box, "figure-alarm");
  gtk_widget_set_visible (self->alarm_box, FALSE);
  return self->alarm_box;
}

static void
tenken_figure_init (TenkenFigure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (self, CAPTION, "figure-caption", TRUE));
  gtk_box_append (GTK_BOX (box), make_value_line (self));
  gtk_box_append (GTK_BOX (box), make_label (self, DETAIL, "figure-detail", TRUE));
  gtk_box_append (GTK_BOX (box), make_label (self, CHANGE, "figure-change", TRUE));
  gtk_box_append (GTK_BOX (box), make_alarm (self));
  gtk_widget_add_css_class (self->parts[DETAIL], "figures");
  gtk_widget_add_css_class (self->parts[CHANGE], "figures");
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
tenken_figure_new (const char *caption)
{
  TenkenFigure *self = g_object_new (TENKEN_TYPE_FIGURE, NULL);

  set_part (self, CAPTION, caption);
  tenken_figure_set_value (self, NULL, NULL);
  return GTK_WIDGET (self);
}

void
tenken_figure_set_value (TenkenFigure *self,
                         const char *value,
                         const char *unit)
{
  g_return_if_fail (TENKEN_IS_FIGURE (self));

  set_part (self, VALUE, value != NULL ? value : "–");
  set_part (self, UNIT, value != NULL ? unit : NULL);
}

void
tenken_figure_set_number (TenkenFigure *self,
                          double number,
                          const char *unit)
{
  g_autofree char *value = isnan (number) ? NULL : tenken_format_figure (number);

  tenken_figure_set_value (self, value, unit);
}

void
tenken_figure_set_rate (TenkenFigure *self,
                        gint64 n,
                        gint64 of)
{
  g_autofree char *detail = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, n, of);

  tenken_figure_set_number (self, of > 0 ? 100.0 * n / of : NAN, "%");
  tenken_figure_set_detail (self, detail);
}

void
tenken_figure_set_detail (TenkenFigure *self,
                          const char *detail)
{
  g_return_if_fail (TENKEN_IS_FIGURE (self));

  set_part (self, DETAIL, detail);
}

/* --- against last time --- */

static char *
write_number (double number,
              guint decimals)
{
  return decimals == 0 ? g_strdup_printf ("%.0f", number) : tenken_format_figure (number);
}

/* As it is shown, so that the difference of two shown figures is the one that is shown. */
static double
round_to (double number,
          guint decimals)
{
  return decimals == 0 ? round (number) : tnk_round_figure (number);
}

static void
show_change (TenkenFigure *self,
             double change,
             const char *amount,
             const char *was)
{
  g_autofree char *text = NULL;

  if (change > 0) {
    /* Translators: a figure that rose, by how much, and what it was last time */
    text = g_strdup_printf (_ ("▲ +%s (last time %s)"), amount, was);
    self->spoken_change = g_strdup_printf (_ ("%s more than last time, which was %s"), amount, was);
  } else if (change < 0) {
    /* Translators: a figure that fell, by how much, and what it was last time */
    text = g_strdup_printf (_ ("▼ −%s (last time %s)"), amount, was);
    self->spoken_change = g_strdup_printf (_ ("%s less than last time, which was %s"), amount, was);
  } else {
    text = g_strdup_printf (_ ("± 0 (last time %s)"), was);
    self->spoken_change = g_strdup (_ ("as last time"));
  }
  set_part (self, CHANGE, text);
}

void
tenken_figure_set_change (TenkenFigure *self,
                          double now,
                          double before,
                          guint decimals,
                          gboolean less_is_better)
{
  double change = round_to (round_to (now, decimals) - round_to (before, decimals), decimals);
  g_autofree char *amount = NULL, *was = NULL;

  g_return_if_fail (TENKEN_IS_FIGURE (self));

  g_clear_pointer (&self->spoken_change, g_free);
  gtk_widget_remove_css_class (self->parts[CHANGE], "better");
  gtk_widget_remove_css_class (self->parts[CHANGE], "worse");
  if (isnan (change)) {
    set_part (self, CHANGE, NULL);
    return;
  }
  amount = write_number (fabs (change), decimals);
  was = write_number (before, decimals);
  if (change != 0)
    gtk_widget_add_css_class (self->parts[CHANGE], (change > 0) != less_is_better ? "better" : "worse");
  show_change (self, change, amount, was);
}

void
tenken_figure_set_word (TenkenFigure *self,
                        const char *word)
{
  g_return_if_fail (TENKEN_IS_FIGURE (self));

  set_part (self, WORD, word);
}

void
tenken_figure_set_alarm (TenkenFigure *self,
                         const char *reason)
{
  g_return_if_fail (TENKEN_IS_FIGURE (self));

  set_part (self, ALARM, reason);
  gtk_widget_set_visible (self->alarm_box, reason != NULL);
}

void
tenken_figure_set_plain (TenkenFigure *self,
                         gboolean plain)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (TENKEN_IS_FIGURE (self));

  gtk_widget_set_can_target (widget, !plain);
  gtk_widget_set_focusable (widget, !plain);
  if (plain) {
    gtk_widget_add_css_class (widget, "plain");
    /* What is shown already cannot become something else for a screen reader. */
    if (gtk_widget_get_root (widget) == NULL)
      g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  } else
    gtk_widget_remove_css_class (widget, "plain");
}

const char *
tenken_figure_describe (TenkenFigure *self)
{
  g_return_val_if_fail (TENKEN_IS_FIGURE (self), NULL);

  return self->description;
}
