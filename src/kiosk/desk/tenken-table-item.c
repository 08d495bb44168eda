/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table.h"

struct _TenkenTableItem
{
  GObject parent_instance;

  gpointer data;
  GDestroyNotify destroy;
};

G_DEFINE_FINAL_TYPE (TenkenTableItem, tenken_table_item, G_TYPE_OBJECT)

static void
tenken_table_item_finalize (GObject *object)
{
  TenkenTableItem *self = TENKEN_TABLE_ITEM (object);

  if (self->destroy != NULL)
    self->destroy (self->data);
  G_OBJECT_CLASS (tenken_table_item_parent_class)->finalize (object);
}

static void
tenken_table_item_class_init (TenkenTableItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_table_item_finalize;
}

static void
tenken_table_item_init (TenkenTableItem *self)
{
}

TenkenTableItem *
tenken_table_item_new (gpointer data,
                       GDestroyNotify destroy)
{
  TenkenTableItem *self = g_object_new (TENKEN_TYPE_TABLE_ITEM, NULL);

  self->data = data;
  self->destroy = destroy;
  return self;
}

gpointer
tenken_table_item_get (TenkenTableItem *self)
{
  g_return_val_if_fail (TENKEN_IS_TABLE_ITEM (self), NULL);

  return self->data;
}
