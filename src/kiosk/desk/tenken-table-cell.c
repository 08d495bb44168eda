/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-cell.h"

struct _TenkenTableCell
{
  GtkWidget parent_instance;

  guint position;
  char *name;
};

G_DEFINE_FINAL_TYPE (TenkenTableCell, tenken_table_cell, GTK_TYPE_WIDGET)

/* --- the row around it --- */

/* The row is what has the focus, two above: the cell of the view and then the row. */
static void
name_row (TenkenTableCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self)), *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  if (row != NULL && self->name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

static void
open_row (GtkWidget *widget,
          const char *action_name,
          GVariant *parameter)
{
  gtk_widget_activate_action (widget, "list.activate-item", "u", TENKEN_TABLE_CELL (widget)->position);
}

/* --- the class --- */

static void
tenken_table_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenken_table_cell_parent_class)->root (widget);
  name_row (TENKEN_TABLE_CELL (widget));
}

static void
tenken_table_cell_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (tenken_table_cell_parent_class)->dispose (object);
}

static void
tenken_table_cell_finalize (GObject *object)
{
  g_free (TENKEN_TABLE_CELL (object)->name);
  G_OBJECT_CLASS (tenken_table_cell_parent_class)->finalize (object);
}

static void
tenken_table_cell_class_init (TenkenTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_table_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_table_cell_finalize;
  widget_class->root = tenken_table_cell_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_row);
}

static void
tenken_table_cell_init (TenkenTableCell *self)
{
}

GtkWidget *
tenken_table_cell_new (GtkWidget *content)
{
  GtkWidget *self = g_object_new (TENKEN_TYPE_TABLE_CELL, NULL);

  gtk_widget_set_parent (content, self);
  return self;
}

GtkWidget *
tenken_table_cell_get_content (TenkenTableCell *self)
{
  g_return_val_if_fail (TENKEN_IS_TABLE_CELL (self), NULL);

  return gtk_widget_get_first_child (GTK_WIDGET (self));
}

void
tenken_table_cell_bind (TenkenTableCell *self,
                        guint position,
                        const char *name)
{
  g_return_if_fail (TENKEN_IS_TABLE_CELL (self));

  self->position = position;
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  name_row (self);
}
