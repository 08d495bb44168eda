/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table of any number of rows: sorted by a click on a heading, filtered by what is typed above it, its rows copied with
 * Ctrl+C and all that is seen exported as CSV. Column widths that a person sets hold for the run of the program. */

/* A column. Its functions get an item of the model and the table's user data. */
typedef struct
{
  const char *id; /* the name of its width and its sort; unique in the table */
  const char *title; /* marked with N_ (); the table translates it */
  char *(*get_text) (gpointer item, gpointer user_data); /* what is shown, read aloud, searched, copied and exported; newly allocated */
  double (*get_number) (gpointer item, gpointer user_data); /* what is sorted by; NAN comes last. NULL: the text */
  gboolean numeric; /* to the right, in figures of one width */
  guint width; /* in em; 0: what is left over */
  /* In place of the text, which is still read aloud, copied and exported; NULL: a label. */
  GtkWidget *(*make_cell) (gpointer user_data);
  void (*bind_cell) (GtkWidget *cell, gpointer item, gpointer user_data);
} TenkenTableColumn;

#define TENKEN_TYPE_TABLE (tenken_table_get_type ())
/* Signal "open" (GObject *item): a row was activated, by Enter, a double click or its accessible action. */
G_DECLARE_FINAL_TYPE (TenkenTable, tenken_table, TENKEN, TABLE, GtkWidget)

/* name: of the table in the whole program, "controls", under which widths are kept and after which exports are named; title:
 * what it is a table of, in the language of the screen. The columns must live as long as the table. */
GtkWidget *tenken_table_new (const char *name, const char *title, const TenkenTableColumn *columns, guint n_columns);
/* Before the model. */
void tenken_table_set_user_data (TenkenTable *self, gpointer user_data, GDestroyNotify destroy);
/* Of GObjects (see TenkenTableItem for others); NULL: none. The filter and the order stay. */
void tenken_table_set_model (TenkenTable *self, GListModel *model);
/* What stands there when the model is empty; else “There is nothing here.” Where the filter lets nothing through: 該当なし. */
void tenken_table_set_empty_text (TenkenTable *self, const char *text);
/* A widget at the end of the line above the table, a button or a drop-down that filters the model. */
void tenken_table_add_tool (TenkenTable *self, GtkWidget *widget);
void tenken_table_set_filter_text (TenkenTable *self, const char *text);
void tenken_table_sort_by (TenkenTable *self, const char *column_id, GtkSortType order);
/* Rows that are seen, in their order. */
GListModel *tenken_table_get_seen (TenkenTable *self);
/* The one selected row, or the first of several; NULL if none. Borrowed. */
gpointer tenken_table_get_selected (TenkenTable *self);
/* All selected rows: (element-type GObject) (transfer full). */
GPtrArray *tenken_table_list_selected (TenkenTable *self);
/* What Ctrl+C copies, and what the button exports. Newly allocated. */
char *tenken_table_dup_selected_text (TenkenTable *self);
char *tenken_table_dup_csv (TenkenTable *self);

/* A row for what is not a GObject. */
#define TENKEN_TYPE_TABLE_ITEM (tenken_table_item_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTableItem, tenken_table_item, TENKEN, TABLE_ITEM, GObject)

TenkenTableItem *tenken_table_item_new (gpointer data, GDestroyNotify destroy);
gpointer tenken_table_item_get (TenkenTableItem *self);

G_END_DECLS
