/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-group-bar.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-wrap-box.h"

#define SPACING 4

struct _TenkenDeskGroupBar
{
  AdwBin parent_instance;

  TnkRights office;
  GPtrArray *places; /* (element-type TenkenDeskPlace): those that have a button; NULL: none */
  guint marked;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDeskGroupBar, tenken_desk_group_bar, ADW_TYPE_BIN)

static void
clicked (TenkenDeskGroupBar *self,
         GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (button));
}

static GtkWidget *
make_button (TenkenDeskGroupBar *self,
             const TenkenDeskPlace *place,
             GtkWidget *first)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ (place->label));

  tenken_button_wrap (button);
  gtk_widget_set_name (button, place->id);
  gtk_widget_add_css_class (button, "flat");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill (TenkenDeskGroupBar *self,
      const TenkenDeskPlace *places,
      const TenkenDeskGroup *group)
{
  GtkWidget *buttons = tenken_wrap_box_new (0, SPACING);

  self->places = tenken_desk_places_list_group (places, self->office, group);
  for (guint i = 0; i < self->places->len; i++)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (buttons),
                            make_button (self, g_ptr_array_index (self->places, i), gtk_widget_get_first_child (buttons)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (buttons), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (group->label), -1);
  adw_bin_set_child (ADW_BIN (self), buttons);
}

static void
mark (TenkenDeskGroupBar *self,
      const TenkenDeskPlace *place)
{
  GtkWidget *button = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self)));

  g_ptr_array_find (self->places, place, &self->marked);
  for (guint i = 0; button != NULL; i++, button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->marked);
}

static void
clear (TenkenDeskGroupBar *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
}

static void
tenken_desk_group_bar_finalize (GObject *object)
{
  g_clear_pointer (&TENKEN_DESK_GROUP_BAR (object)->places, g_ptr_array_unref);
  G_OBJECT_CLASS (tenken_desk_group_bar_parent_class)->finalize (object);
}

static void
tenken_desk_group_bar_class_init (TenkenDeskGroupBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_desk_group_bar_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", TENKEN_TYPE_DESK_GROUP_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
tenken_desk_group_bar_init (TenkenDeskGroupBar *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk-group");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The buttons stay where the next place is among them, and the keys with them. */
void
tenken_desk_group_bar_show (TenkenDeskGroupBar *self,
                            const TenkenDeskPlace *places,
                            TnkRights office,
                            const TenkenDeskPlace *place)
{
  g_return_if_fail (TENKEN_IS_DESK_GROUP_BAR (self) && places != NULL && place != NULL);

  if (office != self->office || self->places == NULL || !g_ptr_array_find (self->places, place, NULL))
    clear (self);
  self->office = office;
  if (self->places == NULL && place->group != NULL)
    fill (self, places, place->group);
  gtk_widget_set_visible (GTK_WIDGET (self), self->places != NULL);
  if (self->places != NULL)
    mark (self, place);
}

const char *
tenken_desk_group_bar_get_beside (TenkenDeskGroupBar *self,
                                  int step)
{
  gint64 index;

  g_return_val_if_fail (TENKEN_IS_DESK_GROUP_BAR (self), NULL);

  index = (gint64) self->marked + step;
  if (self->places == NULL || index < 0 || index >= self->places->len)
    return NULL;
  return ((const TenkenDeskPlace *) g_ptr_array_index (self->places, index))->id;
}
