/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

/* Tables, in which looked-up fields look. */

void
tnk_form_table_free (gpointer data)
{
  TnkFormTable *table = data;

  g_free (table->id);
  g_ptr_array_unref (table->columns);
  g_hash_table_unref (table->rows);
  g_hash_table_unref (table->rest);
  g_free (table);
}

TnkFormTable *
tnk_form_lookup_table (TnkForm *self,
                       const char *id)
{
  for (guint i = 0; i < self->tables->len; i++) {
    TnkFormTable *table = self->tables->pdata[i];
    if (g_strcmp0 (table->id, id) == 0)
      return table;
  }
  return NULL;
}

TnkText *
tnk_form_look_up (TnkForm *self,
                  TnkFormField *field,
                  const char *key)
{
  TnkFormTable *table = tnk_form_lookup_table (self, field->table);
  GHashTable *row = table != NULL ? g_hash_table_lookup (table->rows, key) : NULL;

  TnkText *cell = row != NULL ? g_hash_table_lookup (row, field->column) : NULL;

  return cell != NULL || row == NULL ? cell : g_hash_table_lookup (table->rest, field->column);
}
