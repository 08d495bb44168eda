/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-import-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-wrap-box.h"

#define WIDEST 900

GtkWidget *
tenken_import_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "import");
  return box;
}

GtkWidget *
tenken_import_label_new (const char *text,
                         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
tenken_import_heading_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "title-4");
  return label;
}

GtkWidget *
tenken_import_scroll_new (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

GtkWidget *
tenken_import_fill_new (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

GtkWidget *
tenken_import_buttons_new (void)
{
  return tenken_wrap_box_new (0, 8);
}

GtkWidget *
tenken_import_add_button (GtkWidget *buttons,
                          const char *label,
                          const char *action,
                          const char *css_class)
{
  GtkWidget *button = gtk_button_new (), *text = gtk_label_new (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (buttons), button);
  return button;
}

void
tenken_import_set_text (GtkWidget *label,
                        const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

GtkWidget *
tenken_import_cell_new (gpointer user_data)
{
  GtkWidget *label = tenken_import_label_new (NULL, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

void
tenken_import_cell_set (GtkWidget *cell,
                        const char *text)
{
  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
}

/* --- faults --- */

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

static char *
get_where (gpointer item,
           gpointer user_data)
{
  const char *where = tnk_problem_get_where (problem_of (item));

  return g_strdup (where != NULL ? where : "");
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

static const TenkenTableColumn problem_columns[] = {
  {"file", N_ ("File"), get_file, NULL, FALSE, 14, NULL, NULL},
  {"line", N_ ("Line"), get_line, get_line_number, TRUE, 5, NULL, NULL},
  {"where", N_ ("Column or cell"), get_where, NULL, FALSE, 12, NULL, NULL},
  {"what", N_ ("What to mend"), get_message, NULL, FALSE, 0, tenken_import_cell_new, bind_message},
};

GtkWidget *
tenken_problem_table_new (const char *name)
{
  return tenken_table_new (name, _ ("What must be mended"), problem_columns, G_N_ELEMENTS (problem_columns));
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
