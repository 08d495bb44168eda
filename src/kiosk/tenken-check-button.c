/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-check-button.h"

struct _TenkenCheckButton
{
  GtkCheckButton parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (TenkenCheckButton, tenken_check_button, GTK_TYPE_CHECK_BUTTON)

static void
toggle (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  gtk_widget_activate (widget);
}

static void
tenken_check_button_class_init (TenkenCheckButtonClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "check.toggle", NULL, toggle);
}

static void
tenken_check_button_init (TenkenCheckButton *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), GTK_WIDGET (self->label));
}

void
tenken_check_button_set_text (TenkenCheckButton *self,
                              const char *text)
{
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
