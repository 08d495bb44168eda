/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-progress-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-table.h"
#include "tenken-turnout-bar.h"

/* A row: a department with what is counted in it and all below it. */
typedef struct
{
  TnkTurnout *turnout;
  TnkDepartment *department;
  TnkTurnoutCounts counts;
  gboolean closed;
} Row;

struct _TenkenProgressTable
{
  GtkBox parent_instance;

  TenkenTable *table;
  GtkToggleButton *as_tree;
  TnkTurnout *turnout;
  GListStore *rows; /* (element-type TenkenTableItem) of Row */
};

enum {
  OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenProgressTable, tenken_progress_table, GTK_TYPE_BOX)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->turnout);
  g_free (row);
}

static const Row *
get_row (gpointer item)
{
  return tenken_table_item_get (item);
}

/* --- columns --- */

/* In the order of the tree how deep a department is, is seen by how far its name is set in. */
static char *
get_name (gpointer item,
          gpointer user_data)
{
  const Row *row = get_row (item);
  TenkenProgressTable *self = user_data;
  GString *name = g_string_new (NULL);

  if (gtk_toggle_button_get_active (self->as_tree))
    for (guint i = 0; i < tnk_department_get_depth (row->department); i++)
      g_string_append (name, "　");
  g_string_append (name, tnk_department_get_name (row->department));
  return g_string_free (name, FALSE);
}

static double
number_name (gpointer item,
             gpointer user_data)
{
  return tnk_department_get_index (get_row (item)->department);
}

static char *
format_count (guint n)
{
  return g_strdup_printf ("%u", n);
}

#define COUNT_COLUMN(name, expression) \
  static double number_##name (gpointer item, gpointer user_data) \
  { \
    const TnkTurnoutCounts *counts = &get_row (item)->counts; \
    return expression; \
  } \
  static char *get_##name (gpointer item, gpointer user_data) \
  { \
    return format_count (number_##name (item, user_data)); \
  }

COUNT_COLUMN (asked, counts->asked)
COUNT_COLUMN (missing, tnk_turnout_counts_get_missing (counts))
COUNT_COLUMN (not_begun, counts->not_begun)
COUNT_COLUMN (draft, counts->draft)
COUNT_COLUMN (returned, counts->returned)
COUNT_COLUMN (submitted, counts->submitted)
COUNT_COLUMN (accepted, counts->accepted)

static double
number_rate (gpointer item,
             gpointer user_data)
{
  const TnkTurnoutCounts *counts = &get_row (item)->counts;

  return counts->asked > 0 ? 100.0 * tnk_turnout_counts_get_handed_in (counts) / counts->asked : NAN;
}

static char *
get_rate (gpointer item,
          gpointer user_data)
{
  double rate = number_rate (item, user_data);
  g_autofree char *figure = isnan (rate) ? NULL : tenken_format_figure (rate);

  return figure != NULL ? g_strconcat (figure, "%", NULL) : g_strdup ("–");
}

static char *
get_bar (gpointer item,
         gpointer user_data)
{
  return tenken_turnout_describe (&get_row (item)->counts);
}

static GtkWidget *
make_bar (gpointer user_data)
{
  return tenken_turnout_bar_new ();
}

static void
bind_bar (GtkWidget *cell,
          gpointer item,
          gpointer user_data)
{
  tenken_turnout_bar_set_counts (TENKEN_TURNOUT_BAR (cell), &get_row (item)->counts);
}

static char *
get_closed (gpointer item,
            gpointer user_data)
{
  return g_strdup (get_row (item)->closed ? C_ ("department", "closed") : "");
}

static const TenkenTableColumn columns[] = {
  {"department", N_ ("Department"), get_name, number_name, FALSE, 14, NULL, NULL},
  {"missing", N_ ("Missing"), get_missing, number_missing, TRUE, 5, NULL, NULL},
  {"rate", N_ ("Handed in"), get_rate, number_rate, TRUE, 6, NULL, NULL},
  {"bar", N_ ("How far"), get_bar, number_rate, FALSE, 0, make_bar, bind_bar},
  {"asked", N_ ("Asked"), get_asked, number_asked, TRUE, 5, NULL, NULL},
  {"not-begun", N_ ("Not begun"), get_not_begun, number_not_begun, TRUE, 5, NULL, NULL},
  {"draft", N_ ("Answering"), get_draft, number_draft, TRUE, 5, NULL, NULL},
  {"returned", N_ ("Returned"), get_returned, number_returned, TRUE, 5, NULL, NULL},
  {"submitted", N_ ("To be accepted"), get_submitted, number_submitted, TRUE, 6, NULL, NULL},
  {"accepted", N_ ("Accepted"), get_accepted, number_accepted, TRUE, 5, NULL, NULL},
  {"closed", N_ ("Closed"), get_closed, NULL, FALSE, 5, NULL, NULL},
};

/* --- what is shown --- */

static gpointer
make_item (TnkTurnout *turnout,
           guint index)
{
  Row *row = g_new0 (Row, 1);

  row->turnout = g_object_ref (turnout);
  row->department = tnk_body_get_department (tnk_turnout_get_body (turnout), index);
  row->closed = tnk_turnout_is_closed (turnout, index);
  tnk_turnout_count (turnout, index, &row->counts);
  return tenken_table_item_new (row, row_free);
}

static gboolean
is_same (const Row *one,
         const Row *other)
{
  return g_str_equal (tnk_department_get_id (one->department), tnk_department_get_id (other->department)) &&
         one->closed == other->closed && one->counts.asked == other->counts.asked &&
         one->counts.not_begun == other->counts.not_begun && one->counts.draft == other->counts.draft &&
         one->counts.returned == other->counts.returned && one->counts.submitted == other->counts.submitted;
}

/* Only rows that are not what they were are replaced, so that place and selection stay. */
static void
settle_row (TenkenProgressTable *self,
            guint at,
            gpointer item)
{
  g_autoptr (TenkenTableItem) shown = g_list_model_get_item (G_LIST_MODEL (self->rows), at);

  if (shown == NULL || !is_same (get_row (shown), get_row (item)))
    g_list_store_splice (self->rows, at, shown != NULL, &item, 1);
}

void
tenken_progress_table_show (TenkenProgressTable *self,
                            TnkTurnout *turnout)
{
  TnkBody *body;
  guint first, end, n;

  g_return_if_fail (TENKEN_IS_PROGRESS_TABLE (self) && TNK_IS_TURNOUT (turnout));

  g_set_object (&self->turnout, turnout);
  body = tnk_turnout_get_body (turnout);
  first = MAX (tnk_turnout_get_department (turnout), 0);
  end = tnk_turnout_get_department (turnout) < 0 ? tnk_body_get_n_departments (body) : tnk_body_get_subtree_end (body, first);
  for (guint i = first; i < end; i++) {
    g_autoptr (TenkenTableItem) item = make_item (turnout, i);

    settle_row (self, i - first, item);
  }
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (n > end - first)
    g_list_store_splice (self->rows, end - first, n - (end - first), NULL, 0);
}

/* --- order --- */

static void
set_order (TenkenProgressTable *self)
{
  gboolean as_tree = gtk_toggle_button_get_active (self->as_tree);

  tenken_table_sort_by (self->table, as_tree ? "department" : "missing", as_tree ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
  /* The names are written otherwise. */
  g_list_store_remove_all (self->rows);
  if (self->turnout != NULL)
    tenken_progress_table_show (self, self->turnout);
}

static void
opened (TenkenProgressTable *self,
        gpointer item)
{
  g_signal_emit (self, signals[OPEN], 0, tnk_department_get_id (get_row (item)->department));
}

/* --- the class --- */

static void
tenken_progress_table_dispose (GObject *object)
{
  TenkenProgressTable *self = TENKEN_PROGRESS_TABLE (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->turnout);
  G_OBJECT_CLASS (tenken_progress_table_parent_class)->dispose (object);
}

static void
tenken_progress_table_class_init (TenkenProgressTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_progress_table_dispose;
  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_PROGRESS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tenken_progress_table_init (TenkenProgressTable *self)
{
  GtkWidget *table = tenken_table_new ("progress", _ ("How far the departments are"), columns, G_N_ELEMENTS (columns));
  GtkWidget *as_tree = gtk_toggle_button_new_with_label (_ ("As a tree"));

  self->rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);
  self->table = TENKEN_TABLE (table);
  self->as_tree = GTK_TOGGLE_BUTTON (as_tree);
  tenken_table_set_user_data (self->table, self, NULL);
  tenken_table_set_model (self->table, G_LIST_MODEL (self->rows));
  tenken_table_add_tool (self->table, as_tree);
  tenken_table_sort_by (self->table, "missing", GTK_SORT_DESCENDING);
  g_signal_connect_object (as_tree, "toggled", G_CALLBACK (set_order), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "open", G_CALLBACK (opened), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (table, TRUE);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (self), table);
}

GtkWidget *
tenken_progress_table_new (void)
{
  return g_object_new (TENKEN_TYPE_PROGRESS_TABLE, NULL);
}
