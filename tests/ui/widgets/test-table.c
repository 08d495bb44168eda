/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "tenken-language.h"
#include "tenken-table-cell.h"
#include "tenken-table-growth.h"
#include "tenken-table.h"

#define MANY 80000
/* Of all that a person waits for; far below what is felt as a wait even where tests are slow. */
#define LONGEST_WAIT (2 * G_USEC_PER_SEC)

typedef struct
{
  const char *name;
  double score;
} Entry;

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (((Entry *) tenken_table_item_get (item))->name);
}

static char *
get_score (gpointer item,
           gpointer user_data)
{
  double score = ((Entry *) tenken_table_item_get (item))->score;

  return isnan (score) ? g_strdup ("–") : g_strdup_printf ("%.1f%s", score, user_data != NULL ? (const char *) user_data : "");
}

static double
get_number (gpointer item,
            gpointer user_data)
{
  return ((Entry *) tenken_table_item_get (item))->score;
}

static const TenkenTableColumn columns[] = {
  {"name", "Name", get_name, NULL, FALSE, 0, NULL, NULL},
  {"score", "Score", get_score, get_number, TRUE, 6, NULL, NULL},
};

static Entry entries[] = {{"第10課", 72.5}, {"第2課", NAN}, {"=1+1", -3}, {"ソウム “課”, A", 100}, {"総務\t課", 0}};

static TenkenTable *
table_of (Entry *rows,
          guint n)
{
  TenkenTable *table = TENKEN_TABLE (tenken_table_new ("test", "Tests", columns, G_N_ELEMENTS (columns)));
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, tenken_table_item_new (&rows[i], NULL));
  g_list_store_splice (store, 0, 0, items->pdata, n);
  tenken_table_set_model (table, G_LIST_MODEL (store));
  return table;
}

static GtkWidget *
open_window (TenkenTable *table)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *css_class)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, css_class);
  return found;
}

/* The names of the rows that are seen. */
static void
assert_seen (TenkenTable *table,
             const char *expected)
{
  g_autoptr (GString) seen = g_string_new (NULL);
  GListModel *rows = tenken_table_get_seen (table);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++) {
    g_autoptr (TenkenTableItem) item = g_list_model_get_item (rows, i);

    g_string_append_printf (seen, "%s%s", i > 0 ? "|" : "", ((Entry *) tenken_table_item_get (item))->name);
  }
  g_assert_cmpstr (seen->str, ==, expected);
}

static void
test_sort (void)
{
  TenkenTable *table = g_object_ref_sink (table_of (entries, 4));

  assert_seen (table, "第10課|第2課|=1+1|ソウム “課”, A");
  tenken_table_sort_by (table, "score", GTK_SORT_ASCENDING);
  assert_seen (table, "=1+1|第10課|ソウム “課”, A|第2課");
  /* What has no figure is last upwards and downwards. */
  tenken_table_sort_by (table, "score", GTK_SORT_DESCENDING);
  assert_seen (table, "ソウム “課”, A|第10課|=1+1|第2課");
  tenken_table_sort_by (table, "name", GTK_SORT_DESCENDING);
  assert_seen (table, "第10課|第2課|ソウム “課”, A|=1+1");
  g_assert_finalize_object (table);
}

static void
test_filter (void)
{
  TenkenTable *table = g_object_ref_sink (table_of (entries, 5));
  GtkWidget *count = find (GTK_WIDGET (table), GTK_TYPE_LABEL, "figures");
  GtkWidget *empty = find (GTK_WIDGET (table), GTK_TYPE_LABEL, "table-empty");

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "5 rows");
  tenken_table_set_filter_text (table, "そうむ ａ");
  assert_seen (table, "ソウム “課”, A");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "1 / 5 rows");
  tenken_table_set_filter_text (table, "72");
  assert_seen (table, "第10課");
  tenken_table_set_filter_text (table, "nobody");
  assert_seen (table, "");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "Nothing matches");
  tenken_table_set_filter_text (table, " ");
  g_assert_cmpuint (g_list_model_get_n_items (tenken_table_get_seen (table)), ==, 5);
  tenken_table_set_empty_text (table, "No departments");
  tenken_table_set_model (table, NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (empty)), ==, "No departments");
  g_assert_finalize_object (table);
}

/* The view gets rows when it is shown: a screenful first, and then the rest; when others come in their place they are there at once. */
static void
test_growth (void)
{
  g_autofree Entry *many = g_new (Entry, 1000);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  TenkenTable *table;
  GListModel *shown;
  guint n;

  for (guint i = 0; i < 1000; i++)
    many[i] = (Entry){"課", i};
  table = table_of (many, 1000);
  shown = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL))));
  gtk_window_set_default_size (window, 800, 600);
  gtk_window_set_child (window, GTK_WIDGET (table));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  gtk_window_present (window);
  while ((n = g_list_model_get_n_items (shown)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, <, 200);
  while (g_list_model_get_n_items (shown) < 1000)
    g_main_context_iteration (NULL, TRUE);
  tenken_table_sort_by (table, "score", GTK_SORT_DESCENDING);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 1000);
  tenken_table_set_model (table, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 0);
  gtk_window_destroy (window);
}

/* What is selected stays so through another order and a filter. */
static void
test_selection (void)
{
  TenkenTable *table = g_object_ref_sink (table_of (entries, 5));
  GtkColumnView *view = GTK_COLUMN_VIEW (find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autofree char *text = NULL;

  g_assert_null (tenken_table_dup_selected_text (table));
  tenken_table_growth_finish (GTK_SLICE_LIST_MODEL (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (gtk_column_view_get_model (view)))));
  gtk_selection_model_select_item (gtk_column_view_get_model (view), 0, TRUE);
  gtk_selection_model_select_item (gtk_column_view_get_model (view), 4, FALSE);
  tenken_table_sort_by (table, "score", GTK_SORT_ASCENDING);
  text = tenken_table_dup_selected_text (table);
  g_assert_cmpstr (text, ==, "Name\tScore\n総務 課\t0.0\n第10課\t72.5\n");
  tenken_table_set_filter_text (table, "10");
  g_assert_cmpstr (((Entry *) tenken_table_item_get (tenken_table_get_selected (table)))->name, ==, "第10課");
  g_assert_finalize_object (table);
}

/* What is seen and no more; nothing that a spreadsheet would compute. */
static void
test_csv (void)
{
  TenkenTable *table = g_object_ref_sink (table_of (entries, 4));
  g_autofree char *csv = NULL, *filtered = NULL;

  csv = tenken_table_dup_csv (table);
  g_assert_cmpstr (csv, ==, "Name,Score\r\n第10課,72.5\r\n第2課,–\r\n'=1+1,-3.0\r\n\"ソウム “課”, A\",100.0\r\n");
  tenken_table_set_user_data (table, g_strdup (" \"p\""), g_free);
  tenken_table_set_filter_text (table, "第10");
  filtered = tenken_table_dup_csv (table);
  g_assert_cmpstr (filtered, ==, "Name,Score\r\n第10課,\"72.5 \"\"p\"\"\"\r\n");
  g_assert_finalize_object (table);
}

static void
take (TenkenTable *table,
      GObject *item,
      GObject **opened)
{
  *opened = item;
}

/* Every row has its whole text as its name, and an action to open it. */
static void
test_accessible (void)
{
  TenkenTable *table = table_of (entries, 2);
  GtkWidget *window = open_window (table), *cell, *row;
  GObject *opened = NULL;

  cell = find (GTK_WIDGET (table), TENKEN_TYPE_TABLE_CELL, NULL);
  row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, "第10課, Score 72.5");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "第10課, Score 72.5");
  g_assert_true (gtk_widget_get_focusable (row));
  g_signal_connect (table, "open", G_CALLBACK (take), &opened);
  g_assert_true (gtk_widget_activate_action (cell, "row.open", NULL));
  g_assert_nonnull (opened);
  g_assert_cmpstr (((Entry *) tenken_table_item_get (TENKEN_TABLE_ITEM (opened)))->name, ==, "第10課");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tab comes to the rows once, and then goes on. */
static void
test_tab (void)
{
  TenkenTable *table = table_of (entries, 5);
  GtkWidget *window = open_window (table);
  GtkWidget *view = find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL);
  guint n_in_rows = 0;

  for (guint i = 0; i < 12 && gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_FORWARD); i++)
    n_in_rows += gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), view);
  g_assert_cmpuint (n_in_rows, ==, 1);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (table), GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), view));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkColumnViewColumn *
get_column (TenkenTable *table,
            guint place)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), place);

  return column;
}

/* A width that somebody sets is there again in the next table of the same name. */
static void
test_widths (void)
{
  TenkenTable *table = table_of (entries, 2);
  GtkWidget *window = open_window (table);
  int width = gtk_column_view_column_get_fixed_width (get_column (table, 1));

  g_assert_cmpint (width, >, 0);
  gtk_column_view_column_set_fixed_width (get_column (table, 1), width + 40);
  gtk_window_destroy (GTK_WINDOW (window));
  table = table_of (entries, 2);
  window = open_window (table);
  g_assert_cmpint (ABS (gtk_column_view_column_get_fixed_width (get_column (table, 1)) - width - 40), <=, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_quick (gint64 *start,
              const char *what)
{
  gint64 now = g_get_monotonic_time ();

  g_test_message ("%s: %.1f ms", what, (now - *start) / 1000.0);
  g_assert_cmpint (now - *start, <, LONGEST_WAIT);
  *start = g_get_monotonic_time ();
}

/* Eighty thousand rows: only those that are seen are there as widgets, and nobody waits. */
static void
test_many (void)
{
  g_autofree Entry *rows = g_new (Entry, MANY);
  TenkenTable *table;
  GtkWidget *window;
  gint64 start;

  for (guint i = 0; i < MANY; i++)
    rows[i] = (Entry){entries[i % 4].name, (i * 7919) % MANY};
  start = g_get_monotonic_time ();
  table = table_of (rows, MANY);
  assert_quick (&start, "filled");
  window = open_window (table);
  assert_quick (&start, "shown");
  tenken_table_sort_by (table, "score", GTK_SORT_DESCENDING);
  assert_quick (&start, "sorted by figures");
  tenken_table_sort_by (table, "name", GTK_SORT_ASCENDING);
  assert_quick (&start, "sorted by text");
  tenken_table_set_filter_text (table, "第10");
  assert_quick (&start, "filtered");
  g_assert_cmpuint (g_list_model_get_n_items (tenken_table_get_seen (table)), ==, MANY / 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/Table/sort", test_sort);
  g_test_add_func ("/Tenken/Table/filter", test_filter);
  g_test_add_func ("/Tenken/Table/selection", test_selection);
  g_test_add_func ("/Tenken/Table/growth", test_growth);
  g_test_add_func ("/Tenken/Table/csv", test_csv);
  g_test_add_func ("/Tenken/Table/accessible", test_accessible);
  g_test_add_func ("/Tenken/Table/tab", test_tab);
  g_test_add_func ("/Tenken/Table/widths", test_widths);
  g_test_add_func ("/Tenken/Table/many", test_many);
  return g_test_run ();
}
