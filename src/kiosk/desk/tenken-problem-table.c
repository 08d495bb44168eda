/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-problem-table.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "tenken-import-parts.h"

static TnkProblem *
problem_of (gpointer item)
{
  return tenken_table_item_get (item);
}

static char *
get_file (gpointer item,
          gpointer user_data)
{
  const char *file = tnk_problem_get_file (problem_of (item));

  return file != NULL ? g_path_get_basename (file) : g_strdup ("");
}

static char *
get_line (gpointer item,
          gpointer user_data)
{
  guint line = tnk_problem_get_line (problem_of (item));

  return line > 0 ? g_strdup_printf ("%u", line) : g_strdup ("");
}

static double
get_line_number (gpointer item,
                 gpointer user_data)
{
  guint line = tnk_problem_get_line (problem_of (item));

  return line > 0 ? line : NAN;
}

/* Where there is no column of files, the file is the place of what is wrong with all of it. */
static char *
get_where (gpointer item,
           gpointer user_data)
{
  const char *where = tnk_problem_get_where (problem_of (item));

  if (where != NULL && *where != '\0')
    return g_strdup (where);
  return GPOINTER_TO_INT (user_data) ? get_file (item, NULL) : g_strdup ("");
}

static char *
get_message (gpointer item,
             gpointer user_data)
{
  return g_strdup (tnk_problem_get_message (problem_of (item)));
}

static void
bind_message (GtkWidget *cell,
              gpointer item,
              gpointer user_data)
{
  tenken_import_cell_set (cell, tnk_problem_get_message (problem_of (item)));
}

/* The first ones say which file and which line of it. */
#define N_FILE_COLUMNS 2

static const TenkenTableColumn columns[] = {
  {"file", N_ ("File"), get_file, NULL, FALSE, 14, NULL, NULL},
  {"line", N_ ("Line"), get_line, get_line_number, TRUE, 5, NULL, NULL},
  {"where", N_ ("Column or cell"), get_where, NULL, FALSE, 12, NULL, NULL},
  {"what", N_ ("What to mend"), get_message, NULL, FALSE, 0, tenken_import_cell_new, bind_message},
};

/* A line has no room for all of it. */
static void
open_problem (GtkWidget *table,
              TenkenTableItem *item)
{
  g_autofree char *file = get_file (item, NULL), *line = get_line (item, NULL), *where = get_where (item, NULL);
  g_autofree char *place = g_strdup_printf ("%s%s%s %s", file, *line != '\0' ? ":" : "", line, where);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (table)), g_strchomp (place), tnk_problem_get_message (problem_of (item)));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_widget_add_css_class (dialog, "desk");
  gtk_window_present (GTK_WINDOW (dialog));
}

GtkWidget *
tenken_problem_table_new (const char *name,
                          gboolean one)
{
  guint skipped = one ? N_FILE_COLUMNS : 0;
  GtkWidget *table = tenken_table_new (name, _ ("What must be mended"), columns + skipped, G_N_ELEMENTS (columns) - skipped);

  tenken_table_set_user_data (TENKEN_TABLE (table), GINT_TO_POINTER (one), NULL);
  g_signal_connect (table, "open", G_CALLBACK (open_problem), NULL);
  return table;
}

void
tenken_problem_table_set (TenkenTable *self,
                          GPtrArray *problems)
{
  g_autoptr (GListStore) model = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);

  for (guint i = 0; problems != NULL && i < problems->len; i++) {
    g_autoptr (TenkenTableItem) item = tenken_table_item_new (tnk_problem_ref (problems->pdata[i]), (GDestroyNotify) tnk_problem_unref);

    g_list_store_append (model, item);
  }
  tenken_table_set_model (self, G_LIST_MODEL (model));
}
