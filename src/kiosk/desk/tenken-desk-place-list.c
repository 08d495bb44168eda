/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-place-list.h"

#include <glib/gi18n.h>

#include "tenken-button.h"

/* Those that have a key. */
#define N_KEYS 9

struct _TenkenDeskPlaceList
{
  AdwBin parent_instance;

  GtkBox *buttons;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDeskPlaceList, tenken_desk_place_list, ADW_TYPE_BIN)

static const TenkenDeskPlace *
get_place (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "place");
}

static void
set_place (GtkWidget *button,
           const TenkenDeskPlace *place)
{
  g_object_set_data (G_OBJECT (button), "place", (gpointer) place);
}

static GtkWidget *
get_first (TenkenDeskPlaceList *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->buttons));
}

static void
clicked (TenkenDeskPlaceList *self,
         GtkWidget *button)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_place (button)->id);
}

static GtkWidget *
make_content (const char *text,
              const char *icon_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_button (TenkenDeskPlaceList *self,
             const TenkenDeskPlace *place,
             guint number)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *text = _ (place->group != NULL ? place->group->label : place->label);
  g_autofree char *with_key = number < N_KEYS ? g_strdup_printf ("%s (Ctrl+%u)", text, number + 1) : NULL;

  tenken_button_set_content (button, make_content (text, place->group != NULL ? place->group->icon_name : place->icon_name), text);
  gtk_widget_set_tooltip_text (button, with_key != NULL ? with_key : text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "desk-place");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (get_first (self)));
  set_place (button, place);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked), self, G_CONNECT_SWAPPED);
  return button;
}

static void
tenken_desk_place_list_class_init (TenkenDeskPlaceListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", TENKEN_TYPE_DESK_PLACE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
tenken_desk_place_list_init (TenkenDeskPlaceList *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (buttons, "places");
  self->buttons = GTK_BOX (buttons);
  adw_bin_set_child (ADW_BIN (self), buttons);
}

void
tenken_desk_place_list_fill (TenkenDeskPlaceList *self,
                             const TenkenDeskPlace *places,
                             TnkRights office)
{
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget *child;

  g_return_if_fail (TENKEN_IS_DESK_PLACE_LIST (self) && places != NULL);

  while ((child = get_first (self)) != NULL)
    gtk_box_remove (self->buttons, child);
  entries = tenken_desk_places_list_entries (places, office);
  for (guint i = 0; i < entries->len; i++)
    gtk_box_append (self->buttons, make_button (self, g_ptr_array_index (entries, i), i));
}

void
tenken_desk_place_list_mark (TenkenDeskPlaceList *self,
                             const TenkenDeskPlace *place)
{
  g_return_if_fail (TENKEN_IS_DESK_PLACE_LIST (self) && place != NULL);

  for (GtkWidget *button = get_first (self); button != NULL; button = gtk_widget_get_next_sibling (button)) {
    gboolean marked = tenken_desk_places_are_together (get_place (button), place);

    if (marked)
      set_place (button, place);
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), marked);
  }
}

void
tenken_desk_place_list_take_focus (TenkenDeskPlaceList *self)
{
  GtkWidget *button;

  g_return_if_fail (TENKEN_IS_DESK_PLACE_LIST (self));

  button = get_first (self);
  while (button != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    button = gtk_widget_get_next_sibling (button);
  if (button != NULL)
    gtk_widget_grab_focus (button);
}

const char *
tenken_desk_place_list_get_id (TenkenDeskPlaceList *self,
                               guint entry)
{
  GtkWidget *button;

  g_return_val_if_fail (TENKEN_IS_DESK_PLACE_LIST (self), NULL);

  button = get_first (self);
  while (button != NULL && entry-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button != NULL ? get_place (button)->id : NULL;
}
