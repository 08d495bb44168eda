/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-table-cell.h"
#include "tenken-table-columns.h"
#include "tenken-table-export.h"
#include "tenken-table-growth.h"
#include "tenken-table-order.h"
#include "tenken-table-rows.h"
#include "tenken-table-save.h"
#include "tenken-wrap-box.h"

struct _TenkenTable
{
  GtkWidget parent_instance;

  char *name;
  const TenkenTableColumn *columns;
  guint n_columns;
  gpointer user_data;
  GDestroyNotify destroy;

  TenkenTableRows *rows;
  GtkSliceListModel *growth; /* of them those that the view has */
  TenkenTableColumns *view_columns;
  GtkColumnView *view;
  GtkSelectionModel *selection;
  GtkWidget *line; /* above the rows */
  GtkWidget *search;
  GtkWidget *count;
  GtkWidget *stack; /* "rows" or "empty" */
  GtkWidget *empty;
  char *empty_text;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (TenkenTable, tenken_table, GTK_TYPE_WIDGET)

enum {
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what is shown --- */

static char *
write_count (guint n_seen,
             guint n_all)
{
  if (n_seen == n_all)
    return g_strdup_printf (ngettext ("%u row", "%u rows", n_all), n_all);
  /* Translators: how many rows are seen of how many there are */
  return g_strdup_printf (ngettext ("%u / %u row", "%u / %u rows", n_all), n_seen, n_all);
}

static void
update (TenkenTable *self)
{
  guint n_seen = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), n_all = tenken_table_rows_get_n_all (self->rows);
  g_autofree char *count = write_count (n_seen, n_all);
  const char *nothing = self->empty_text != NULL ? self->empty_text : _ ("There is nothing here.");

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->empty), n_all > 0 ? _ ("Nothing matches") : nothing);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_seen > 0 ? "rows" : "empty");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "export")), n_seen > 0);
}

/* --- what is typed and pressed --- */

/* The same rows as before, wherever they are now. */
static void
select_again (TenkenTable *self,
              GPtrArray *items)
{
  if (items->len > 0)
    tenken_table_growth_finish (self->growth);
  tenken_table_rows_select (self->rows, self->selection, items);
}

static void
set_order (TenkenTable *self)
{
  g_autoptr (GPtrArray) selected = tenken_table_list_selected (self);
  gboolean descending;
  int column = tenken_table_columns_get_order (self->view_columns, &descending);
  GAction *sort = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort");
  GAction *down = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending");

  tenken_table_rows_set_order (self->rows, column, descending);
  select_again (self, selected);
  g_simple_action_set_state (G_SIMPLE_ACTION (sort), g_variant_new_string (column >= 0 ? self->columns[column].id : ""));
  g_simple_action_set_state (G_SIMPLE_ACTION (down), g_variant_new_boolean (descending));
}

static void
set_filter (TenkenTable *self)
{
  g_autoptr (GPtrArray) selected = tenken_table_list_selected (self);

  tenken_table_rows_set_filter (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  select_again (self, selected);
}

/* From the text above into the rows. */
static void
enter_rows (TenkenTable *self)
{
  gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)), GTK_DIR_TAB_FORWARD);
}

static void
open_row (TenkenTable *self,
          guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (item != NULL)
    g_signal_emit (self, signals[OPEN], 0, item);
}

/* --- actions --- */

static void
sort_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  TenkenTable *self = user_data;
  gboolean descending;

  tenken_table_columns_get_order (self->view_columns, &descending);
  tenken_table_sort_by (self, g_variant_get_string (parameter, NULL), descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
descending_action (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  TenkenTable *self = user_data;
  gboolean descending;
  int column = tenken_table_columns_get_order (self->view_columns, &descending);

  tenken_table_sort_by (self, self->columns[MAX (column, 0)].id, descending ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
}

static void
copy_action (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  g_autofree char *text = tenken_table_dup_selected_text (user_data);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (user_data), text);
}

static void
export_action (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  TenkenTable *self = user_data;
  g_autofree char *name = g_strconcat (self->name, ".csv", NULL), *csv = tenken_table_dup_csv (self);

  tenken_table_save (GTK_WIDGET (self), name, csv);
}

static void
add_actions (TenkenTable *self)
{
  const GActionEntry entries[] = {
    {.name = "sort", .activate = sort_action, .parameter_type = "s", .state = "''"},
    {.name = "descending", .activate = descending_action, .state = "false"},
    {.name = "copy", .activate = copy_action},
    {.name = "export", .activate = export_action},
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
}

/* --- the line above --- */

static void
make_line (TenkenTable *self)
{
  GtkWidget *export = gtk_button_new_with_label (_ ("Export as CSV"));

  self->line = tenken_wrap_box_new (0, 8);
  self->search = gtk_search_entry_new ();
  self->count = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _ ("Filter"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show only rows with this text"), -1);
  gtk_widget_add_css_class (self->count, "figures");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (export), "table.export");
  gtk_widget_set_tooltip_text (export, _ ("Saves the rows that are seen, in this order"));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->line), self->search);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->line), self->count);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->line), tenken_table_order_new (self->columns, self->n_columns));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->line), export);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (set_filter), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (enter_rows), self);
}

/* --- the rows --- */

static void
add_keys (TenkenTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("table.copy")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* The view has two parts: the headings, which the focus never comes to, and the rows. */
static void
name_parts (TenkenTable *self,
            const char *title)
{
  GtkWidget *headings = gtk_widget_get_first_child (GTK_WIDGET (self->view)), *rows = gtk_widget_get_last_child (GTK_WIDGET (self->view));

  gtk_widget_set_focusable (headings, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (headings), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headings"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
make_view (TenkenTable *self,
           const char *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->growth = tenken_table_growth_new (G_LIST_MODEL (self->rows));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->growth))));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (self->selection)));
  tenken_table_growth_watch (self->growth, GTK_WIDGET (self->view));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  name_parts (self, title);
  self->view_columns = tenken_table_columns_new (self->view, self->name, self->columns, self->n_columns);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (open_row), self);
  g_signal_connect_swapped (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (set_order), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "card");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "rows");
  add_keys (self);
}

static void
make_empty (TenkenTable *self)
{
  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "table-empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
}

/* The view would go from row to row with Tab, through all eighty thousand. Here the arrow keys do, and Tab goes on. */
static gboolean
tenken_table_focus (GtkWidget *widget,
                    GtkDirectionType direction)
{
  TenkenTable *self = TENKEN_TABLE (widget);

  if (gtk_widget_get_focus_child (widget) != self->stack)
    return GTK_WIDGET_CLASS (tenken_table_parent_class)->focus (widget, direction);
  if (direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  return gtk_widget_child_focus (direction == GTK_DIR_TAB_BACKWARD ? self->line : self->stack, direction);
}

/* --- the class --- */

static void
tenken_table_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  TenkenTable *self = TENKEN_TABLE (widget);

  GTK_WIDGET_CLASS (tenken_table_parent_class)->css_changed (widget, change);
  if (self->view_columns != NULL)
    tenken_table_columns_set_widths (self->view_columns);
}

static void
tenken_table_dispose (GObject *object)
{
  TenkenTable *self = TENKEN_TABLE (object);

  if (self->view != NULL) {
    g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
    g_signal_handlers_disconnect_by_data (self->rows, self);
    tenken_table_columns_close (self->view_columns);
    self->view = NULL;
  }
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->growth);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (tenken_table_parent_class)->dispose (object);
}

static void
tenken_table_finalize (GObject *object)
{
  TenkenTable *self = TENKEN_TABLE (object);

  g_clear_pointer (&self->view_columns, tenken_table_columns_free);
  g_clear_object (&self->rows);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self->name);
  g_free (self->empty_text);
  G_OBJECT_CLASS (tenken_table_parent_class)->finalize (object);
}

static void
tenken_table_class_init (TenkenTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_table_finalize;
  widget_class->css_changed = tenken_table_css_changed;
  widget_class->focus = tenken_table_focus;
  gtk_widget_class_set_css_name (widget_class, "datatable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
tenken_table_init (TenkenTable *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

GtkWidget *
tenken_table_new (const char *name,
                  const char *title,
                  const TenkenTableColumn *columns,
                  guint n_columns)
{
  TenkenTable *self = g_object_new (TENKEN_TYPE_TABLE, NULL);

  g_return_val_if_fail (name != NULL && title != NULL && n_columns > 0, NULL);

  self->name = g_strdup (name);
  self->columns = columns;
  self->n_columns = n_columns;
  self->rows = tenken_table_rows_new (columns, n_columns);
  self->stack = gtk_stack_new ();
  add_actions (self);
  make_line (self);
  make_view (self, title);
  make_empty (self);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

void
tenken_table_set_user_data (TenkenTable *self,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->user_data = user_data;
  self->destroy = destroy;
  tenken_table_rows_set_user_data (self->rows, user_data);
  tenken_table_columns_set_user_data (self->view_columns, user_data);
}

void
tenken_table_set_model (TenkenTable *self,
                        GListModel *model)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  tenken_table_rows_set_source (self->rows, model);
  update (self);
}

void
tenken_table_set_empty_text (TenkenTable *self,
                             const char *text)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  g_free (self->empty_text);
  self->empty_text = g_strdup (text);
  update (self);
}

void
tenken_table_add_tool (TenkenTable *self,
                       GtkWidget *widget)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->line), widget);
}

void
tenken_table_set_filter_text (TenkenTable *self,
                              const char *text)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  set_filter (self);
}

void
tenken_table_sort_by (TenkenTable *self,
                      const char *column_id,
                      GtkSortType order)
{
  g_return_if_fail (TENKEN_IS_TABLE (self));

  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].id, column_id))
      tenken_table_columns_set_order (self->view_columns, i, order);
}

GListModel *
tenken_table_get_seen (TenkenTable *self)
{
  g_return_val_if_fail (TENKEN_IS_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

GPtrArray *
tenken_table_list_selected (TenkenTable *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TENKEN_IS_TABLE (self), items);

  selected = gtk_selection_model_get_selection (self->selection);
  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->rows), gtk_bitset_get_nth (selected, i)));
  return items;
}

gpointer
tenken_table_get_selected (TenkenTable *self)
{
  g_autoptr (GPtrArray) items = tenken_table_list_selected (self);

  return items->len > 0 ? items->pdata[0] : NULL;
}

char *
tenken_table_dup_selected_text (TenkenTable *self)
{
  g_autoptr (GPtrArray) items = tenken_table_list_selected (self);
  g_autoptr (GListStore) rows = g_list_store_new (G_TYPE_OBJECT);

  g_return_val_if_fail (TENKEN_IS_TABLE (self), NULL);

  if (items->len == 0)
    return NULL;
  g_list_store_splice (rows, 0, 0, items->pdata, items->len);
  return tenken_table_write_text (self->columns, self->n_columns, G_LIST_MODEL (rows), self->user_data);
}

char *
tenken_table_dup_csv (TenkenTable *self)
{
  g_return_val_if_fail (TENKEN_IS_TABLE (self), NULL);

  return tenken_table_write_csv (self->columns, self->n_columns, G_LIST_MODEL (self->rows), self->user_data);
}
