/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-keypad.h"

#include <glib/gi18n.h>

#define N_COLUMNS 3
#define N_LETTER_COLUMNS 6

struct _TenkenKeypad
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *to_letters; /* shows the alphabet */
  GtkEditable *target;
};

G_DEFINE_FINAL_TYPE (TenkenKeypad, tenken_keypad, GTK_TYPE_WIDGET)

static void
type_key (GtkButton *button,
          TenkenKeypad *self)
{
  const char *text = gtk_button_get_label (button);
  int position;

  if (self->target == NULL)
    return;
  gtk_editable_delete_selection (self->target);
  position = gtk_editable_get_position (self->target);
  gtk_editable_insert_text (self->target, text, -1, &position);
  gtk_editable_set_position (self->target, position);
}

static void
delete_one (GtkButton *button,
            TenkenKeypad *self)
{
  int position;

  if (self->target == NULL)
    return;
  position = gtk_editable_get_position (self->target);
  if (position > 0)
    gtk_editable_delete_text (self->target, position - 1, position);
}

static void
delete_all (GtkButton *button,
            TenkenKeypad *self)
{
  if (self->target != NULL)
    gtk_editable_delete_text (self->target, 0, -1);
}

static void
show_letters (GtkButton *button,
              TenkenKeypad *self)
{
  gtk_stack_set_visible_child_name (self->stack, "letters");
}

static void
show_digits (GtkButton *button,
             TenkenKeypad *self)
{
  gtk_stack_set_visible_child_name (self->stack, "digits");
}

static GtkWidget *
make_key (TenkenKeypad *self,
          const char *label,
          const char *name,
          void (*clicked) (GtkButton *, TenkenKeypad *))
{
  GtkWidget *key = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_focus_on_click (key, FALSE);
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (key), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (key, "clicked", G_CALLBACK (clicked), self);
  return key;
}

/* An icon, since few fonts have the letter ⌫. */
static GtkWidget *
make_delete_key (TenkenKeypad *self)
{
  GtkWidget *key = make_key (self, "", _ ("Delete the last character"), delete_one);

  gtk_button_set_icon_name (GTK_BUTTON (key), "edit-clear-symbolic");
  return key;
}

static GtkGrid *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  return GTK_GRID (grid);
}

static GtkWidget *
make_digits (TenkenKeypad *self)
{
  GtkGrid *grid = make_grid ();

  for (int digit = 1; digit <= 9; digit++) {
    char label[2] = {'0' + digit, '\0'};
    gtk_grid_attach (grid, make_key (self, label, NULL, type_key), (digit - 1) % N_COLUMNS, (digit - 1) / N_COLUMNS, 1, 1);
  }
  gtk_grid_attach (grid, make_key (self, "C", _ ("Clear"), delete_all), 0, 3, 1, 1);
  gtk_grid_attach (grid, make_key (self, "0", NULL, type_key), 1, 3, 1, 1);
  gtk_grid_attach (grid, make_delete_key (self), 2, 3, 1, 1);
  /* Few bodies have letters in their staff numbers, so the way to them is no key among the keys. */
  self->to_letters = gtk_button_new_with_label (_ ("Letters"));
  gtk_widget_add_css_class (self->to_letters, "flat");
  gtk_widget_set_focus_on_click (self->to_letters, FALSE);
  gtk_widget_set_visible (self->to_letters, FALSE);
  g_signal_connect (self->to_letters, "clicked", G_CALLBACK (show_letters), self);
  gtk_grid_attach (grid, self->to_letters, 0, 4, 3, 1);
  return GTK_WIDGET (grid);
}

static GtkWidget *
make_letters (TenkenKeypad *self)
{
  const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-";
  GtkGrid *grid = make_grid ();
  int place = 0;

  /* Twice as many in a row, beside the same entry. */
  gtk_widget_add_css_class (GTK_WIDGET (grid), "letters");
  for (; letters[place] != '\0'; place++) {
    char label[2] = {letters[place], '\0'};
    gtk_grid_attach (grid, make_key (self, label, NULL, type_key), place % N_LETTER_COLUMNS, place / N_LETTER_COLUMNS, 1, 1);
  }
  gtk_grid_attach (grid, make_key (self, "123", _ ("Digits"), show_digits), 3, 4, 2, 1);
  gtk_grid_attach (grid, make_delete_key (self), 5, 4, 1, 1);
  return GTK_WIDGET (grid);
}

static void
tenken_keypad_dispose (GObject *object)
{
  TenkenKeypad *self = TENKEN_KEYPAD (object);

  if (self->stack != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->stack)));
  tenken_keypad_set_target (self, NULL);
  G_OBJECT_CLASS (tenken_keypad_parent_class)->dispose (object);
}

static void
tenken_keypad_class_init (TenkenKeypadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_keypad_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keypad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_keypad_init (TenkenKeypad *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_digits (self), "digits");
  gtk_stack_add_named (self->stack, make_letters (self), "letters");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Keypad"), -1);
}

GtkWidget *
tenken_keypad_new (void)
{
  return g_object_new (TENKEN_TYPE_KEYPAD, NULL);
}

void
tenken_keypad_set_target (TenkenKeypad *self,
                          GtkEditable *target)
{
  g_return_if_fail (TENKEN_IS_KEYPAD (self));
  g_set_object (&self->target, target);
}

void
tenken_keypad_set_letters (TenkenKeypad *self,
                           gboolean allowed)
{
  g_return_if_fail (TENKEN_IS_KEYPAD (self));

  gtk_widget_set_visible (self->to_letters, allowed);
  if (!allowed)
    gtk_stack_set_visible_child_name (self->stack, "digits");
}
