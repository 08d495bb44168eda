/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-radio.h"

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (TenkenRadio, tenken_radio, GTK_TYPE_CHECK_BUTTON)

static void
tenken_radio_activate (GtkCheckButton *button)
{
  g_signal_emit (button, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
tenken_radio_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
}

static void
choose (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
tenken_radio_class_init (TenkenRadioClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = tenken_radio_focus;
  GTK_CHECK_BUTTON_CLASS (klass)->activate = tenken_radio_activate;
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", TENKEN_TYPE_RADIO, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "answer.choose", NULL, choose);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_widget_class_set_css_name (widget_class, "radiochoice");
}

static void
tenken_radio_init (TenkenRadio *self)
{
}

GtkWidget *
tenken_radio_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *self = g_object_new (TENKEN_TYPE_RADIO, "child", label, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return self;
}

void
tenken_radio_set_text (TenkenRadio *self,
                       const char *text)
{
  gtk_label_set_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (self))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const char *
tenken_radio_get_text (TenkenRadio *self)
{
  return gtk_label_get_text (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (self))));
}
