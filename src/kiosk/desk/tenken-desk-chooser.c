/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-chooser.h"

#include <glib/gi18n.h>

/* What is longer than this can be searched. */
#define SHORT_LIST 8
#define INDENT 16

struct _TenkenDeskChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkWidget *arrow;
  GtkPopover *popover;
  GtkWidget *search;
  GtkListView *list;
  GtkWidget *nothing;

  char *name;
  GListStore *choices; /* (element-type TenkenDeskChoice) */
  GtkFilterListModel *found;
  GtkSingleSelection *selection;
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDeskChooser, tenken_desk_chooser, ADW_TYPE_BIN)

/* --- rows --- */

static void
set_up_row (GtkSignalListItemFactory *factory,
            GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *text = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  TenkenDeskChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *text = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *detail = tenken_desk_choice_get_detail (choice);

  gtk_label_set_text (GTK_LABEL (text), tenken_desk_choice_get_text (choice));
  gtk_widget_set_margin_start (text, INDENT * tenken_desk_choice_get_depth (choice));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (text)), detail != NULL ? detail : "");
}

GtkListItemFactory *
tenken_desk_chooser_make_rows (void)
{
  GtkListItemFactory *rows = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "setup", G_CALLBACK (set_up_row), NULL);
  g_signal_connect (rows, "bind", G_CALLBACK (bind_row), NULL);
  return rows;
}

/* --- what is chosen --- */

static TenkenDeskChoice *
get_found (TenkenDeskChooser *self,
           guint position)
{
  TenkenDeskChoice *choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  /* The list keeps it. */
  if (choice != NULL)
    g_object_unref (choice);
  return choice;
}

static void
choose (TenkenDeskChooser *self,
        guint position)
{
  TenkenDeskChoice *choice = get_found (self, position);
  g_autofree char *id = choice != NULL ? g_strdup (tenken_desk_choice_get_id (choice)) : NULL;

  if (id == NULL)
    return;
  gtk_popover_popdown (self->popover);
  tenken_desk_chooser_set_chosen (self, id);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, id);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  TenkenDeskChooser *self = user_data;

  return tenken_desk_choice_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search (TenkenDeskChooser *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0);
}

/* The entry tells of what is typed a moment later; Enter does not wait for that. */
static void
choose_first (TenkenDeskChooser *self)
{
  search (self);
  choose (self, 0);
}

static void
begin (TenkenDeskChooser *self)
{
  guint chosen = gtk_single_selection_get_selected (self->selection);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (gtk_widget_get_visible (self->search))
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (chosen != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", chosen);
}

/* --- the class --- */

static void
tenken_desk_chooser_dispose (GObject *object)
{
  TenkenDeskChooser *self = TENKEN_DESK_CHOOSER (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->found);
  g_clear_object (&self->choices);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (tenken_desk_chooser_parent_class)->dispose (object);
}

static void
tenken_desk_chooser_class_init (TenkenDeskChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_desk_chooser_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TENKEN_TYPE_DESK_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-desk-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, label);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, arrow);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, search);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TenkenDeskChooser, nothing);
  gtk_widget_class_bind_template_callback (widget_class, choose);
  gtk_widget_class_bind_template_callback (widget_class, choose_first);
  gtk_widget_class_bind_template_callback (widget_class, search);
  gtk_widget_class_bind_template_callback (widget_class, begin);
}

static void
tenken_desk_chooser_init (TenkenDeskChooser *self)
{
  g_autoptr (GtkListItemFactory) rows = tenken_desk_chooser_make_rows ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_list_store_new (TENKEN_TYPE_DESK_CHOICE);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->choices)),
                                           GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, rows);
}

void
tenken_desk_chooser_set_name (TenkenDeskChooser *self,
                              const char *name)
{
  g_return_if_fail (TENKEN_IS_DESK_CHOOSER (self));

  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Until there is something to choose. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
tenken_desk_chooser_set_choices (TenkenDeskChooser *self,
                                 GPtrArray *choices)
{
  g_return_if_fail (TENKEN_IS_DESK_CHOOSER (self) && choices != NULL);

  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), choices->pdata, choices->len);
  gtk_widget_set_visible (self->search, choices->len > SHORT_LIST);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), choices->len > 1);
  gtk_widget_set_visible (self->arrow, choices->len > 1);
}

/* By its place among those that are found, which are all while nobody searches. */
void
tenken_desk_chooser_set_chosen (TenkenDeskChooser *self,
                                const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection)), chosen = GTK_INVALID_LIST_POSITION;
  const char *text = "";
  g_autofree char *name = NULL;

  g_return_if_fail (TENKEN_IS_DESK_CHOOSER (self));

  for (guint i = 0; i < n && chosen == GTK_INVALID_LIST_POSITION; i++)
    if (g_strcmp0 (tenken_desk_choice_get_id (get_found (self, i)), id != NULL ? id : "") == 0)
      chosen = i;
  if (chosen != GTK_INVALID_LIST_POSITION)
    text = tenken_desk_choice_get_text (get_found (self, chosen));
  gtk_single_selection_set_selected (self->selection, chosen);
  gtk_label_set_text (self->label, text);
  name = g_strdup_printf ("%s: %s", self->name != NULL ? self->name : "", text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
