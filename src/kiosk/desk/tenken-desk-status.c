/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-status.h"

#include <glib/gi18n.h>

struct _TenkenDeskStatus
{
  AdwBin parent_instance;

  AdwStatusPage *page;
  GtkButton *way;
};

enum {
  SIGNAL_WAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDeskStatus, tenken_desk_status, ADW_TYPE_BIN)

static void
follow_way (TenkenDeskStatus *self)
{
  g_signal_emit (self, signals[SIGNAL_WAY], 0);
}

static void
tenken_desk_status_class_init (TenkenDeskStatusClass *klass)
{
  signals[SIGNAL_WAY] =
    g_signal_new ("way", TENKEN_TYPE_DESK_STATUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_desk_status_init (TenkenDeskStatus *self)
{
  GtkWidget *page = adw_status_page_new (), *way = gtk_button_new_with_label (_ ("Try again"));

  self->page = ADW_STATUS_PAGE (page);
  self->way = GTK_BUTTON (way);
  gtk_widget_add_css_class (way, "pill");
  gtk_widget_set_halign (way, GTK_ALIGN_CENTER);
  g_signal_connect_object (way, "clicked", G_CALLBACK (follow_way), self, G_CONNECT_SWAPPED);
  adw_status_page_set_child (self->page, way);
  gtk_widget_add_css_class (page, "compact");
  adw_bin_set_child (ADW_BIN (self), page);
}

GtkWidget *
tenken_desk_status_new (void)
{
  return g_object_new (TENKEN_TYPE_DESK_STATUS, NULL);
}

void
tenken_desk_status_show (TenkenDeskStatus *self,
                         const char *icon_name,
                         const char *title,
                         const char *text,
                         const char *button)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  g_return_if_fail (TENKEN_IS_DESK_STATUS (self) && title != NULL);

  adw_status_page_set_icon_name (self->page, icon_name);
  adw_status_page_set_title (self->page, title);
  /* It can be scrolled by keys, so it must say what it is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->page))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_status_page_set_description (self->page, escaped);
  if (button != NULL)
    gtk_button_set_label (self->way, button);
  gtk_widget_set_visible (GTK_WIDGET (self->way), button != NULL);
}
