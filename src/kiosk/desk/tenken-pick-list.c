/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-pick-list.h"

#include <glib/gi18n.h>

#include "tenken-check-button.h"

/* More than these nobody reads through. */
#define MAX_SHOWN 100

struct _TenkenPickList
{
  AdwBin parent_instance;

  char *name;
  gboolean several;
  TenkenPickListFill fill;
  gpointer user_data;

  GtkMenuButton *button;
  GtkLabel *text;
  GtkLabel *whole; /* where several can be chosen: all that are */
  GtkWidget *popover;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *hint;
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (TenkenPickList, tenken_pick_list, ADW_TYPE_BIN)

enum {
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
fill_list (TenkenPickList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  self->n_shown = 0;
  self->fill (self, gtk_editable_get_text (GTK_EDITABLE (self->search)), self->user_data);
  gtk_widget_set_visible (self->hint, self->n_shown == 0 || self->n_shown >= MAX_SHOWN);
  gtk_label_set_text (GTK_LABEL (self->hint), self->n_shown == 0 ? _ ("Nothing matches") : _ ("There are more. Type a part of the name."));
}

static void
picked (GtkWidget *choice,
        TenkenPickList *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (choice), "id"));

  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[PICKED], 0, id);
}

static GtkWidget *
make_choice (TenkenPickList *self,
             const char *text,
             gboolean chosen)
{
  GtkWidget *choice, *label;

  if (self->several) {
    choice = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
    tenken_check_button_set_text (TENKEN_CHECK_BUTTON (choice), text);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (choice), chosen);
    g_signal_connect_object (choice, "toggled", G_CALLBACK (picked), self, 0);
    return choice;
  }
  choice = gtk_button_new_with_label (text);
  label = gtk_button_get_child (GTK_BUTTON (choice));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (choice, "flat");
  if (chosen)
    gtk_widget_add_css_class (choice, "chosen");
  g_signal_connect_object (choice, "clicked", G_CALLBACK (picked), self, 0);
  return choice;
}

gboolean
tenken_pick_list_add (TenkenPickList *self,
                      const char *id,
                      const char *text,
                      gboolean chosen)
{
  GtkWidget *choice;

  g_return_val_if_fail (TENKEN_IS_PICK_LIST (self) && id != NULL && text != NULL, FALSE);

  if (self->n_shown >= MAX_SHOWN)
    return FALSE;
  choice = make_choice (self, text, chosen);
  g_object_set_data_full (G_OBJECT (choice), "id", g_strdup (id), g_free);
  gtk_box_append (GTK_BOX (self->list), choice);
  self->n_shown += 1;
  return TRUE;
}

void
tenken_pick_list_refill (TenkenPickList *self)
{
  g_return_if_fail (TENKEN_IS_PICK_LIST (self));
  if (gtk_widget_get_mapped (self->popover))
    fill_list (self);
}

void
tenken_pick_list_set_text (TenkenPickList *self,
                           const char *text)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TENKEN_IS_PICK_LIST (self) && text != NULL);

  gtk_label_set_text (self->text, self->several ? _ ("Choose…") : text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), text);
  gtk_label_set_text (self->whole, text);
  name = g_strdup_printf ("%s: %s", self->name, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
tenken_pick_list_open (TenkenPickList *self)
{
  g_return_if_fail (TENKEN_IS_PICK_LIST (self));
  gtk_menu_button_popup (self->button);
}

/* Enter takes the only one that is left, or the first. */
static void
take_first (TenkenPickList *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->list);

  if (first != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_widget_activate (first);
}

static void
open_list (TenkenPickList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill_list (self);
  gtk_widget_grab_focus (self->search);
}

static void
tenken_pick_list_finalize (GObject *object)
{
  g_free (TENKEN_PICK_LIST (object)->name);
  G_OBJECT_CLASS (tenken_pick_list_parent_class)->finalize (object);
}

static void
tenken_pick_list_class_init (TenkenPickListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_pick_list_finalize;
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_popover (TenkenPickList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->hint = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 300);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_widget_add_css_class (box, "pick-list");
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (take_first), self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  /* Else Escape would go no further than the field. */
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_popover_popdown), self->popover, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (open_list), self, G_CONNECT_SWAPPED);
  return self->popover;
}

static void
tenken_pick_list_init (TenkenPickList *self)
{
  GtkWidget *label = gtk_label_new (NULL), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->text = GTK_LABEL (label);
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  self->whole = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->whole, 0);
  gtk_label_set_wrap (self->whole, TRUE);
  gtk_label_set_wrap_mode (self->whole, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->whole), "pick-list-whole");
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, label);
  gtk_menu_button_set_popover (self->button, make_popover (self));
  gtk_menu_button_set_always_show_arrow (self->button, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->button));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->whole));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
tenken_pick_list_new (const char *name,
                      gboolean several,
                      TenkenPickListFill fill,
                      gpointer user_data)
{
  TenkenPickList *self = g_object_new (TENKEN_TYPE_PICK_LIST, NULL);

  self->name = g_strdup (name);
  self->several = several;
  gtk_widget_set_visible (GTK_WIDGET (self->whole), several);
  self->fill = fill;
  self->user_data = user_data;
  tenken_pick_list_set_text (self, several ? "" : _ ("Choose…"));
  return GTK_WIDGET (self);
}
