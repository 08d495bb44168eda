/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-rows.h"

#include <math.h>
#include <string.h>

#include "tenken-search.h"

#define LONGEST_SLICE 4000 /* microseconds */

/* A row of the source with what it is found and sorted by. */
typedef struct
{
  GObject *item;
  char *folded; /* all its texts; NULL before somebody searches */
  double number; /* the key, if the column is sorted by numbers */
  char *text; /* the key, if it is sorted by its text; NULL for an empty one */
} Row;

struct _TenkenTableRows
{
  GObject parent_instance;

  const TenkenTableColumn *columns;
  guint n_columns;
  gpointer user_data;
  GListModel *source;
  char **words; /* what was typed, folded; NULL: no filter */
  int column; /* -1: the order of the source */
  gboolean descending;

  GArray *rows; /* (element-type Row): all of the source */
  guint n_folded; /* of them, so many from the first on were made ready to be searched */
  guint folding; /* the source that does this while there is nothing else to do */
  GPtrArray *seen; /* (element-type GObject) */
};

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  return TENKEN_TABLE_ROWS (model)->seen->len;
}

static gpointer
get_item (GListModel *model,
          guint position)
{
  TenkenTableRows *self = TENKEN_TABLE_ROWS (model);

  return position < self->seen->len ? g_object_ref (g_ptr_array_index (self->seen, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TenkenTableRows, tenken_table_rows, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* --- finding --- */

static void
fold (TenkenTableRows *self,
      Row *row)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *text = self->columns[i].get_text (row->item, self->user_data);

    /* A space, so that no word is found over the border of two columns. */
    g_string_append_printf (all, "%s ", text != NULL ? text : "");
  }
  row->folded = tenken_search_fold (all->str);
}

/* A few milliseconds of it at a time. */
static gboolean
fold_some (gpointer user_data)
{
  TenkenTableRows *self = user_data;
  gint64 end = g_get_monotonic_time () + LONGEST_SLICE;

  while (self->n_folded < self->rows->len && g_get_monotonic_time () < end) {
    Row *row = &g_array_index (self->rows, Row, self->n_folded++);

    if (row->folded == NULL)
      fold (self, row);
  }
  if (self->n_folded < self->rows->len)
    return G_SOURCE_CONTINUE;
  self->folding = 0;
  return G_SOURCE_REMOVE;
}

static void
start_folding (TenkenTableRows *self)
{
  self->n_folded = 0;
  if (self->folding == 0 && self->rows->len > 0)
    self->folding = g_idle_add_full (G_PRIORITY_LOW, fold_some, self, NULL);
}

static gboolean
is_seen (TenkenTableRows *self,
         Row *row)
{
  if (self->words == NULL)
    return TRUE;
  if (row->folded == NULL)
    fold (self, row);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (row->folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* --- sorting --- */

static void
make_key (TenkenTableRows *self,
          Row *row)
{
  const TenkenTableColumn *column = &self->columns[self->column];
  g_autofree char *text = NULL;

  g_clear_pointer (&row->text, g_free);
  if (column->get_number != NULL) {
    row->number = column->get_number (row->item, self->user_data);
    return;
  }
  text = column->get_text (row->item, self->user_data);
  /* The key of file names has “9” before “10”. */
  if (text != NULL && *text != '\0')
    row->text = g_utf8_collate_key_for_filename (text, -1);
}

/* What has no key comes last, upwards and downwards. */
static int
compare_missing (gboolean a,
                 gboolean b)
{
  return a - b;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b,
                 gpointer user_data)
{
  TenkenTableRows *self = user_data;
  double x = (*(Row *const *) a)->number, y = (*(Row *const *) b)->number;
  int order = (x > y) - (x < y);

  if (isnan (x) || isnan (y))
    return compare_missing (isnan (x) != 0, isnan (y) != 0);
  return self->descending ? -order : order;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  TenkenTableRows *self = user_data;
  const char *x = (*(Row *const *) a)->text, *y = (*(Row *const *) b)->text;
  int order;

  if (x == NULL || y == NULL)
    return compare_missing (x == NULL, y == NULL);
  order = g_strcmp0 (x, y);
  return self->descending ? -order : order;
}

/* --- what is seen --- */

static GPtrArray *
choose (TenkenTableRows *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_sized_new (self->rows->len);
  GPtrArray *seen = g_ptr_array_new_full (self->rows->len, g_object_unref);

  for (guint i = 0; i < self->rows->len; i++)
    if (is_seen (self, &g_array_index (self->rows, Row, i)))
      g_ptr_array_add (chosen, &g_array_index (self->rows, Row, i));
  if (self->column >= 0)
    g_ptr_array_sort_with_data (chosen, self->columns[self->column].get_number != NULL ? compare_numbers : compare_texts, self);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (seen, g_object_ref (((Row *) g_ptr_array_index (chosen, i))->item));
  return seen;
}

/* Says only what changed between the rows that stay at the beginning and those that stay at the end: the view keeps its place. */
static void
show (TenkenTableRows *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->seen);
  guint head = 0, tail = 0, least;

  self->seen = choose (self);
  least = MIN (before->len, self->seen->len);
  while (head < least && before->pdata[head] == self->seen->pdata[head])
    head++;
  while (tail < least - head && before->pdata[before->len - 1 - tail] == self->seen->pdata[self->seen->len - 1 - tail])
    tail++;
  if (before->len != self->seen->len || head < least)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail, self->seen->len - head - tail);
}

static void
make_keys (TenkenTableRows *self)
{
  if (self->column < 0)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    make_key (self, &g_array_index (self->rows, Row, i));
}

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->item);
  g_free (row->folded);
  g_free (row->text);
}

static void
read_source (TenkenTableRows *self)
{
  guint n = self->source != NULL ? g_list_model_get_n_items (self->source) : 0;

  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < n; i++) {
    Row row = {.item = g_list_model_get_item (self->source, i)};

    g_array_append_val (self->rows, row);
  }
  make_keys (self);
  start_folding (self);
  show (self);
}

/* --- the class --- */

static void
tenken_table_rows_dispose (GObject *object)
{
  TenkenTableRows *self = TENKEN_TABLE_ROWS (object);

  g_clear_handle_id (&self->folding, g_source_remove);
  g_clear_object (&self->source);
  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->seen, 0);
  G_OBJECT_CLASS (tenken_table_rows_parent_class)->dispose (object);
}

static void
tenken_table_rows_finalize (GObject *object)
{
  TenkenTableRows *self = TENKEN_TABLE_ROWS (object);

  g_array_unref (self->rows);
  g_ptr_array_unref (self->seen);
  g_strfreev (self->words);
  G_OBJECT_CLASS (tenken_table_rows_parent_class)->finalize (object);
}

static void
tenken_table_rows_class_init (TenkenTableRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_table_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_table_rows_finalize;
}

static void
tenken_table_rows_init (TenkenTableRows *self)
{
  self->column = -1;
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->seen = g_ptr_array_new_with_free_func (g_object_unref);
}

TenkenTableRows *
tenken_table_rows_new (const TenkenTableColumn *columns,
                       guint n_columns)
{
  TenkenTableRows *self = g_object_new (TENKEN_TYPE_TABLE_ROWS, NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  return self;
}

void
tenken_table_rows_set_user_data (TenkenTableRows *self,
                                 gpointer user_data)
{
  self->user_data = user_data;
}

void
tenken_table_rows_set_source (TenkenTableRows *self,
                              GListModel *source)
{
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_object (source, "items-changed", G_CALLBACK (read_source), self, G_CONNECT_SWAPPED);
  read_source (self);
}

void
tenken_table_rows_set_filter (TenkenTableRows *self,
                              const char *typed)
{
  g_autofree char *folded = tenken_search_fold (typed != NULL ? typed : "");

  g_clear_pointer (&self->words, g_strfreev);
  if (*folded != '\0')
    self->words = g_strsplit_set (folded, " \t\n", -1);
  show (self);
}

void
tenken_table_rows_set_order (TenkenTableRows *self,
                             int column,
                             gboolean descending)
{
  g_return_if_fail (column < (int) self->n_columns);

  if (column == self->column && descending == self->descending)
    return;
  self->descending = descending;
  if (column != self->column) {
    self->column = column;
    make_keys (self);
  }
  show (self);
}

guint
tenken_table_rows_get_n_all (TenkenTableRows *self)
{
  return self->rows->len;
}

void
tenken_table_rows_select (TenkenTableRows *self,
                          GtkSelectionModel *selection,
                          GPtrArray *items)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GtkBitset) places = gtk_bitset_new_empty (), all = gtk_bitset_new_range (0, self->seen->len);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (wanted, items->pdata[i]);
  for (guint i = 0; i < self->seen->len && items->len > 0; i++)
    if (g_hash_table_contains (wanted, self->seen->pdata[i]))
      gtk_bitset_add (places, i);
  gtk_selection_model_set_selection (selection, places, all);
}
