/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-conflict-dialog.h"

#include <glib/gi18n.h>

#include "tenken-radio.h"
#include "tenken-wrap-box.h"

/* One value: a choice for each side. */
typedef struct
{
  GtkCheckButton *sides[2];
  TenkenSide side;
} Row;

struct _TenkenConflictDialog
{
  AdwWindow parent_instance;

  char *new_name;
  GArray *rows; /* (element-type Row) */
  GtkWidget *text;
  GtkWidget *list;
  GtkWidget *left;
  GtkWidget *done;
};

G_DEFINE_FINAL_TYPE (TenkenConflictDialog, tenken_conflict_dialog, ADW_TYPE_WINDOW)

enum {
  DECIDED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static guint
count_open (TenkenConflictDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += g_array_index (self->rows, Row, i).side == TENKEN_SIDE_NONE;
  return n;
}

static void
update (TenkenConflictDialog *self)
{
  guint n = count_open (self);
  g_autofree char *left = n > 0 ? g_strdup_printf (ngettext ("%u value is to be decided", "%u values are to be decided", n), n)
                                : g_strdup (_ ("All is decided"));

  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = &g_array_index (self->rows, Row, i);

    gtk_check_button_set_active (row->sides[0], row->side == TENKEN_SIDE_NEW);
    gtk_check_button_set_active (row->sides[1], row->side == TENKEN_SIDE_STORED);
  }
  gtk_label_set_text (GTK_LABEL (self->left), left);
  gtk_widget_set_sensitive (self->done, n == 0);
}

gboolean
tenken_conflict_dialog_is_decided (TenkenConflictDialog *self)
{
  g_return_val_if_fail (TENKEN_IS_CONFLICT_DIALOG (self), FALSE);
  return count_open (self) == 0;
}

TenkenSide
tenken_conflict_dialog_get_side (TenkenConflictDialog *self,
                                 guint position)
{
  g_return_val_if_fail (TENKEN_IS_CONFLICT_DIALOG (self) && position < self->rows->len, TENKEN_SIDE_NONE);
  return g_array_index (self->rows, Row, position).side;
}

void
tenken_conflict_dialog_choose (TenkenConflictDialog *self,
                               guint position,
                               TenkenSide side)
{
  g_return_if_fail (TENKEN_IS_CONFLICT_DIALOG (self) && position < self->rows->len);
  g_array_index (self->rows, Row, position).side = side;
  update (self);
}

void
tenken_conflict_dialog_choose_all (TenkenConflictDialog *self,
                                   TenkenSide side)
{
  g_return_if_fail (TENKEN_IS_CONFLICT_DIALOG (self));

  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->rows, Row, i).side = side;
  update (self);
}

/* --- a value --- */

static void
chosen (TenkenConflictDialog *self,
        GtkWidget *radio)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "position"));

  tenken_conflict_dialog_choose (self, position, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "side")));
}

static GtkWidget *
add_side (TenkenConflictDialog *self,
          const char *name,
          const char *side_name,
          const char *text,
          TenkenSide side)
{
  GtkWidget *radio = tenken_radio_new ();
  g_autofree char *shown = g_strdup_printf ("%s\n%s", side_name, *text != '\0' ? text : "–");
  g_autofree char *read = g_strdup_printf ("%s: %s", name, shown);

  tenken_radio_set_text (TENKEN_RADIO (radio), shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, read, -1);
  gtk_widget_add_css_class (radio, "conflict-side");
  gtk_widget_set_hexpand (radio, TRUE);
  g_object_set_data (G_OBJECT (radio), "position", GUINT_TO_POINTER (self->rows->len));
  g_object_set_data (G_OBJECT (radio), "side", GUINT_TO_POINTER (side));
  g_signal_connect_object (radio, "chosen", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  return radio;
}

void
tenken_conflict_dialog_add (TenkenConflictDialog *self,
                            const char *name,
                            const char *new_text,
                            const char *stored_text,
                            TenkenSide side)
{
  GtkWidget *title, *sides;
  Row row = {.side = side};

  g_return_if_fail (TENKEN_IS_CONFLICT_DIALOG (self) && name != NULL && new_text != NULL && stored_text != NULL);

  title = gtk_label_new (name);
  sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  row.sides[0] = GTK_CHECK_BUTTON (add_side (self, name, self->new_name, new_text, TENKEN_SIDE_NEW));
  row.sides[1] = GTK_CHECK_BUTTON (add_side (self, name, _ ("What is stored"), stored_text, TENKEN_SIDE_STORED));
  gtk_box_append (GTK_BOX (sides), GTK_WIDGET (row.sides[0]));
  gtk_box_append (GTK_BOX (sides), GTK_WIDGET (row.sides[1]));
  gtk_box_append (GTK_BOX (self->list), title);
  gtk_box_append (GTK_BOX (self->list), sides);
  g_array_append_val (self->rows, row);
  update (self);
}

/* --- the dialog --- */

static void
finish (TenkenConflictDialog *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[DECIDED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
choose_all_action (GtkWidget *widget,
                   const char *name,
                   GVariant *side)
{
  tenken_conflict_dialog_choose_all (TENKEN_CONFLICT_DIALOG (widget), g_variant_get_int32 (side));
}

static void
tenken_conflict_dialog_finalize (GObject *object)
{
  TenkenConflictDialog *self = TENKEN_CONFLICT_DIALOG (object);

  g_free (self->new_name);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (tenken_conflict_dialog_parent_class)->finalize (object);
}

static void
tenken_conflict_dialog_class_init (TenkenConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_conflict_dialog_finalize;
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "conflict.all", "i", choose_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_all_button (const char *label,
                 TenkenSide side)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "conflict.all");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", side);
  return button;
}

static GtkWidget *
make_foot (TenkenConflictDialog *self)
{
  GtkWidget *foot = tenken_wrap_box_new (0, 6);

  self->left = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->left), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->left), 0);
  gtk_widget_set_hexpand (self->left, TRUE);
  self->done = gtk_button_new_with_label (_ ("Take these"));
  gtk_widget_add_css_class (self->done, "suggested-action");
  g_signal_connect_object (self->done, "clicked", G_CALLBACK (finish), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), self->left);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), make_all_button (_ ("All as stored"), TENKEN_SIDE_STORED));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), make_all_button (_ ("All as typed"), TENKEN_SIDE_NEW));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), self->done);
  gtk_widget_add_css_class (foot, "dialog-foot");
  return foot;
}

static void
tenken_conflict_dialog_init (TenkenConflictDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_widget_add_css_class (self->list, "dialog-body");
  gtk_box_append (GTK_BOX (self->list), self->text);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 520);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
}

GtkWidget *
tenken_conflict_dialog_new (GtkWindow *parent,
                            const char *title,
                            const char *text,
                            const char *new_name)
{
  TenkenConflictDialog *self = g_object_new (TENKEN_TYPE_CONFLICT_DIALOG, "transient-for", parent, "title", title, NULL);

  self->new_name = g_strdup (new_name);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  return GTK_WIDGET (self);
}
