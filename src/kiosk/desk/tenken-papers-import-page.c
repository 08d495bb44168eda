/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-papers-import-page.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"
#include "tenken-desk-task.h"
#include "tenken-file-field.h"
#include "tenken-import-parts.h"
#include "tenken-language.h"

struct _TenkenPapersImportPage
{
  TenkenDeskPage parent_instance;

  char *audit_id; /* NULL until the page is aimed at one */
  GtkStack *steps;
  TenkenFileField *file;
  GtkWidget *fault_count;
  TenkenTable *faults;
  GtkWidget *summary;
  TenkenTable *table;
  AdwStatusPage *done;
  GPtrArray *papers; /* (element-type TnkWorkPaper): what is shown; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (TenkenPapersImportPage, tenken_papers_import_page, TENKEN_TYPE_DESK_PAGE)

/* --- the columns --- */

/* The name of a department that the roster of the campaign has; else its id. */
static char *
get_department (gpointer item,
                gpointer user_data)
{
  TnkBody *tree = tenken_desk_get_tree (tenken_desk_page_get_desk (user_data));
  const char *id = tnk_work_paper_get_department_id (item);
  TnkDepartment *department = tree != NULL ? tnk_body_lookup_department (tree, id) : NULL;

  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

static char *
get_control (gpointer item,
             gpointer user_data)
{
  TnkControl *control = tnk_work_paper_get_control (item);

  return g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static char *
get_verdict (gpointer item,
             gpointer user_data)
{
  return tenken_verdict_describe (tnk_work_paper_get_verdict (item));
}

static gboolean
is_new (gpointer paper)
{
  return tnk_work_paper_get_revision (paper) == 0;
}

static char *
get_change (gpointer item,
            gpointer user_data)
{
  return g_strdup (is_new (item) ? _ ("New") : _ ("Replaces the one there"));
}

static char *
get_seen (gpointer item,
          gpointer user_data)
{
  return tenken_audit_in_line (tnk_work_paper_get (item, TNK_WORK_PAPER_FIELD_SEEN));
}

static const TenkenTableColumn columns[] = {
  {"department", N_ ("Department"), get_department, NULL, FALSE, 9, NULL, NULL},
  {"control", N_ ("Control"), get_control, NULL, FALSE, 17, NULL, NULL},
  {"verdict", N_ ("Verdict"), get_verdict, NULL, FALSE, 9, NULL, NULL},
  {"change", N_ ("When stored"), get_change, NULL, FALSE, 12, NULL, NULL},
  {"seen", N_ ("What was seen"), get_seen, NULL, FALSE, 0, NULL, NULL},
};

/* --- reading --- */

/* What is asked of the thread of the store. */
typedef struct
{
  char *audit_id;
  char *filename; /* to be read */
  GPtrArray *papers; /* to be stored */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->audit_id);
  g_free (self->filename);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_free (self);
}

/* Either papers or the faults of the file. */
typedef struct
{
  GPtrArray *papers;
  GPtrArray *problems;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_file (TnkDesk *desk,
           gpointer data,
           TnkProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  Order *order = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  GPtrArray *papers = tnk_desk_preview_work_papers (desk, order->audit_id, order->filename, &problems, &local);
  Read *read;

  if (papers == NULL && (problems == NULL || problems->len == 0)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  read = g_new (Read, 1);
  *read = (Read){papers, papers == NULL ? g_steal_pointer (&problems) : NULL};
  return read;
}

static void
show_faults (TenkenPapersImportPage *self,
             GPtrArray *problems)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u row must be mended. Nothing was stored; mend the file and preview it again.",
                                                     "%u rows must be mended. Nothing was stored; mend the file and preview it again.", problems->len),
                                           problems->len);

  tenken_import_set_text (self->fault_count, text);
  tenken_problem_table_set (self->faults, problems);
  gtk_stack_set_visible_child_name (self->steps, "faults");
}

static void
show_preview (TenkenPapersImportPage *self)
{
  g_autoptr (GListStore) rows = g_list_store_new (TNK_TYPE_WORK_PAPER);
  g_autofree char *summary = NULL;
  guint n_new = 0;

  for (guint i = 0; i < self->papers->len; i++) {
    g_list_store_append (rows, self->papers->pdata[i]);
    n_new += is_new (self->papers->pdata[i]);
  }
  summary = g_strdup_printf (_ ("Work papers: %u new, %u in place of what is there. Nothing is stored yet."), n_new, self->papers->len - n_new);
  tenken_import_set_text (self->summary, summary);
  tenken_table_set_model (self->table, G_LIST_MODEL (rows));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.apply", self->papers->len > 0);
  gtk_stack_set_visible_child_name (self->steps, "preview");
}

static void
was_read (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer user_data)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (owner);
  Read *read = result;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The work papers could not be read"), error);
  else if (read->papers == NULL)
    show_faults (self, read->problems);
  else {
    g_clear_pointer (&self->papers, g_ptr_array_unref);
    self->papers = g_steal_pointer (&read->papers);
    show_preview (self);
  }
}

static void
preview_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (widget);
  const char *const *files = tenken_file_field_get_files (self->file);
  Order *order;

  if (files[0] == NULL || self->audit_id == NULL)
    return;
  order = g_new0 (Order, 1);
  order->audit_id = g_strdup (self->audit_id);
  order->filename = g_strdup (files[0]);
  tenken_desk_task_run (widget, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), _ ("The work papers are being read"), read_file, order, order_free,
                        read_free, was_read, NULL);
}

/* --- storing --- */

static gpointer
store (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  Order *order = data;

  return tnk_desk_save_work_papers (desk, order->audit_id, order->papers, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
was_stored (GtkWidget *owner,
            gpointer result,
            const GError *error,
            gpointer user_data)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (owner);
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The work papers were not stored"), error);
    return;
  }
  text = g_strdup_printf (ngettext ("%u work paper was stored in your name.", "%u work papers were stored in your name.", self->papers->len), self->papers->len);
  adw_status_page_set_description (self->done, text);
  g_clear_pointer (&self->papers, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->steps, "done");
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (widget);
  Order *order;

  if (self->papers == NULL)
    return;
  order = g_new0 (Order, 1);
  order->audit_id = g_strdup (self->audit_id);
  order->papers = g_ptr_array_ref (self->papers);
  tenken_desk_task_run (widget, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), _ ("The work papers are being stored"), store, order, order_free, NULL,
                        was_stored, NULL);
}

static void
again_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (widget);

  g_clear_pointer (&self->papers, g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->steps, "files");
}

static void
leave_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (widget);
  g_autofree char *place = self->audit_id != NULL ? g_strconcat ("papers/", self->audit_id, NULL) : g_strdup ("papers");

  again_action (widget, name, parameter);
  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

/* --- the steps --- */

static void
chose (TenkenPapersImportPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.preview", self->audit_id != NULL && tenken_file_field_get_files (self->file)[0] != NULL);
}

void
tenken_papers_import_page_set_file (TenkenPapersImportPage *self,
                                    const char *filename)
{
  const char *const files[] = {filename, NULL};

  g_return_if_fail (TENKEN_IS_PAPERS_IMPORT_PAGE (self) && filename != NULL);

  tenken_file_field_set_files (self->file, files);
  chose (self);
}

static GtkWidget *
make_files (TenkenPapersImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *buttons = tenken_import_buttons_new ();

  self->file = TENKEN_FILE_FIELD (tenken_file_field_new (_ ("Work papers"), _ ("Columns: department_id, control_id, verdict; if wanted seen, evidence, cause, day, revision"), "*.csv", FALSE));
  g_signal_connect_swapped (self->file, "chosen", G_CALLBACK (chose), self);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->file));
  gtk_box_append (GTK_BOX (box), tenken_import_heading_new (_ ("Which file has the work papers?")));
  gtk_box_append (GTK_BOX (box), tenken_import_label_new (_ ("CSV in UTF-8 or as Excel saves it. First you see what would be stored; nothing is before you say so."), NULL));
  gtk_box_append (GTK_BOX (box), card);
  tenken_import_add_button (buttons, _ ("Preview"), "papers.preview", "suggested-action");
  tenken_import_add_button (buttons, _ ("Back to the work papers"), "papers.leave", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_scroll_new (box);
}

static GtkWidget *
make_faults (TenkenPapersImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new (), *table = tenken_problem_table_new ("papers-faults");

  self->faults = TENKEN_TABLE (table);
  self->fault_count = tenken_import_label_new (NULL, "import-warning");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), self->fault_count);
  gtk_box_append (GTK_BOX (box), table);
  tenken_import_add_button (buttons, _ ("Preview again"), "papers.preview", "suggested-action");
  tenken_import_add_button (buttons, _ ("Choose another file"), "papers.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_preview (TenkenPapersImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new ();

  self->summary = tenken_import_label_new (NULL, "import-summary");
  self->table = TENKEN_TABLE (tenken_table_new ("papers-import", _ ("Work papers"), columns, G_N_ELEMENTS (columns)));
  tenken_table_set_user_data (self->table, self, NULL);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  tenken_import_add_button (buttons, _ ("Store them"), "papers.apply", "suggested-action");
  tenken_import_add_button (buttons, _ ("Choose another file"), "papers.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_done (TenkenPapersImportPage *self)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_label (_ ("To the work papers"));

  self->done = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->done, "object-select-symbolic");
  adw_status_page_set_title (self->done, _ ("The work papers are stored"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "papers.leave");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (self->done, button);
  return page;
}

/* What was read is about one audit: with another it begins anew. */
static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (page);

  if (target == NULL || g_strcmp0 (target, self->audit_id) == 0)
    return;
  g_free (self->audit_id);
  self->audit_id = g_strdup (target);
  again_action (GTK_WIDGET (self), NULL, NULL);
  chose (self);
}

/* --- the class --- */

static void
tenken_papers_import_page_dispose (GObject *object)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (object);

  g_clear_pointer (&self->papers, g_ptr_array_unref);
  g_clear_pointer (&self->audit_id, g_free);
  G_OBJECT_CLASS (tenken_papers_import_page_parent_class)->dispose (object);
}

static void
tenken_papers_import_page_class_init (TenkenPapersImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_papers_import_page_dispose;
  TENKEN_DESK_PAGE_CLASS (klass)->aim = aim;
  gtk_widget_class_install_action (widget_class, "papers.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "papers.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "papers.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "papers.leave", NULL, leave_action);
}

static void
tenken_papers_import_page_init (TenkenPapersImportPage *self)
{
  self->steps = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->steps, FALSE);
  gtk_stack_add_named (self->steps, make_files (self), "files");
  gtk_stack_add_named (self->steps, make_faults (self), "faults");
  gtk_stack_add_named (self->steps, make_preview (self), "preview");
  gtk_stack_add_named (self->steps, make_done (self), "done");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "papers.preview", FALSE);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), GTK_WIDGET (self->steps));
}

GtkWidget *
tenken_papers_import_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_PAPERS_IMPORT_PAGE, "desk", desk, NULL);
}
