/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-columns.h"

#include <glib/gi18n.h>

#include "tenken-table-cell.h"
#include "tenken-text-width.h"

/* In characters: a column without a width of its own has at least so many. */
#define LEAST_CHARS 12

typedef struct
{
  TenkenTableColumns *columns;
  const TenkenTableColumn *column;
  GtkColumnViewColumn *view_column; /* borrowed from the view */
} Part;

struct _TenkenTableColumns
{
  GtkColumnView *view; /* NULL once it is closed */
  char *table;
  Part *parts;
  guint n_parts;
  gpointer user_data;
  double em; /* 0: no width was set yet */
  gboolean is_setting; /* a width, so that the change is not taken for a person's */
  const Part *asked; /* the column that was asked for an order */
};

/* (element-type utf8 double): in em, by "table/column", for as long as the program runs. */
static GHashTable *kept_widths = NULL;

/* --- cells --- */

/* In full, where the column is too narrow. */
static gboolean
show_tooltip (GtkWidget *label,
              int x,
              int y,
              gboolean by_keys,
              GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static GtkWidget *
make_label (const Part *part)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), part->column->numeric ? 1 : 0);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (show_tooltip), NULL);
  if (part->column->numeric)
    gtk_widget_add_css_class (label, "figures");
  if (part->column->width == 0) {
    gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
    gtk_label_set_max_width_chars (GTK_LABEL (label), LEAST_CHARS);
  }
  return label;
}

static void
setup (GtkSignalListItemFactory *factory,
       GtkListItem *list_item,
       const Part *part)
{
  GtkWidget *content = part->column->make_cell != NULL ? part->column->make_cell (part->columns->user_data) : make_label (part);

  gtk_list_item_set_child (list_item, part == part->columns->parts ? tenken_table_cell_new (content) : content);
}

/* A whole row as it is read aloud. */
static char *
name_row (TenkenTableColumns *self,
          gpointer item)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < self->n_parts; i++) {
    const TenkenTableColumn *column = self->parts[i].column;
    g_autofree char *text = column->get_text (item, self->user_data);

    if (text == NULL || *text == '\0')
      continue;
    if (name->len > 0)
      /* Translators: between what is read aloud of one column and of the next */
      g_string_append (name, _ (", "));
    if (i == 0)
      g_string_append (name, text);
    else
      /* Translators: a column and what it holds, as it is read aloud */
      g_string_append_printf (name, _ ("%s %s"), _ (column->title), text);
  }
  return g_string_free (name, FALSE);
}

static void
bind (GtkSignalListItemFactory *factory,
      GtkListItem *list_item,
      const Part *part)
{
  TenkenTableColumns *self = part->columns;
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *content = gtk_list_item_get_child (list_item);

  if (TENKEN_IS_TABLE_CELL (content)) {
    g_autofree char *name = name_row (self, item);

    tenken_table_cell_bind (TENKEN_TABLE_CELL (content), gtk_list_item_get_position (list_item), name);
    content = tenken_table_cell_get_content (TENKEN_TABLE_CELL (content));
  }
  if (part->column->bind_cell != NULL)
    part->column->bind_cell (content, item, self->user_data);
  else {
    g_autofree char *text = part->column->get_text (item, self->user_data);

    gtk_label_set_text (GTK_LABEL (content), text != NULL ? text : "");
  }
}

static GtkListItemFactory *
make_factory (Part *part)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup), part);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), part);
  return factory;
}

/* --- the order --- */

/* The rows sort themselves; the view only has to be asked which column comes first, and it tells no other way than by asking
 * the column's sorter. */
static int
note_column (gconstpointer a,
             gconstpointer b,
             gpointer user_data)
{
  const Part *part = user_data;

  if (part->columns->asked == NULL)
    part->columns->asked = part;
  return GTK_ORDERING_SMALLER;
}

int
tenken_table_columns_get_order (TenkenTableColumns *self,
                                gboolean *descending)
{
  GtkOrdering ordering;

  *descending = FALSE;
  if (self->view == NULL)
    return -1;
  self->asked = NULL;
  /* Of any two things that are not one and the same. */
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self->view, self->parts[0].view_column);
  if (self->asked == NULL)
    return -1;
  *descending = ordering == GTK_ORDERING_LARGER;
  return self->asked - self->parts;
}

void
tenken_table_columns_set_order (TenkenTableColumns *self,
                                guint column,
                                GtkSortType order)
{
  gtk_column_view_sort_by_column (self->view, self->parts[column].view_column, order);
}

/* --- widths --- */

static char *
name_width (const Part *part)
{
  return g_strdup_printf ("%s/%s", part->columns->table, part->column->id);
}

static double
get_width (const Part *part)
{
  g_autofree char *name = name_width (part);
  const double *kept = kept_widths != NULL ? g_hash_table_lookup (kept_widths, name) : NULL;

  return kept != NULL ? *kept : part->column->width;
}

static void
keep_width (GtkColumnViewColumn *view_column,
            GParamSpec *pspec,
            const Part *part)
{
  TenkenTableColumns *self = part->columns;
  int width = gtk_column_view_column_get_fixed_width (view_column);
  double in_em;

  if (self->is_setting || self->em == 0 || width <= 0)
    return;
  if (kept_widths == NULL)
    kept_widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  in_em = width / self->em;
  g_hash_table_replace (kept_widths, name_width (part), g_memdup2 (&in_em, sizeof in_em));
}

void
tenken_table_columns_set_widths (TenkenTableColumns *self)
{
  double em = self->view != NULL ? tenken_text_get_em (GTK_WIDGET (self->view)) : self->em;

  if (em == self->em)
    return;
  self->em = em;
  self->is_setting = TRUE;
  for (guint i = 0; i < self->n_parts; i++) {
    double width = get_width (&self->parts[i]);

    gtk_column_view_column_set_fixed_width (self->parts[i].view_column, width > 0 ? (int) (width * em + 0.5) : -1);
  }
  self->is_setting = FALSE;
}

/* --- the whole --- */

/* The heading of figures stands over them, to the right; the view has no word for that. */
static void
align_heading (GtkColumnView *view,
               guint place)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (; place > 0 && title != NULL; place--)
    title = gtk_widget_get_next_sibling (title);
  if (title == NULL)
    return;
  title = gtk_widget_get_first_child (gtk_widget_get_first_child (title));
  if (GTK_IS_LABEL (title)) {
    gtk_widget_set_hexpand (title, TRUE);
    gtk_widget_set_halign (title, GTK_ALIGN_END);
  }
}

static void
add_column (TenkenTableColumns *self,
            Part *part)
{
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (_ (part->column->title), make_factory (part));
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (note_column, part, NULL));

  part->view_column = view_column;
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, part->column->width == 0);
  g_signal_connect (view_column, "notify::fixed-width", G_CALLBACK (keep_width), part);
  gtk_column_view_append_column (self->view, view_column);
  if (part->column->numeric)
    align_heading (self->view, part - self->parts);
  g_object_unref (view_column);
}

TenkenTableColumns *
tenken_table_columns_new (GtkColumnView *view,
                          const char *table,
                          const TenkenTableColumn *columns,
                          guint n_columns)
{
  TenkenTableColumns *self = g_new0 (TenkenTableColumns, 1);

  self->view = view;
  self->table = g_strdup (table);
  self->n_parts = n_columns;
  self->parts = g_new0 (Part, n_columns);
  for (guint i = 0; i < n_columns; i++) {
    self->parts[i] = (Part){.columns = self, .column = &columns[i]};
    add_column (self, &self->parts[i]);
  }
  return self;
}

void
tenken_table_columns_close (TenkenTableColumns *self)
{
  if (self->view == NULL)
    return;
  for (guint i = 0; i < self->n_parts; i++)
    g_signal_handlers_disconnect_by_data (self->parts[i].view_column, &self->parts[i]);
  self->view = NULL;
}

void
tenken_table_columns_free (TenkenTableColumns *self)
{
  g_free (self->table);
  g_free (self->parts);
  g_free (self);
}

void
tenken_table_columns_set_user_data (TenkenTableColumns *self,
                                    gpointer user_data)
{
  self->user_data = user_data;
}
