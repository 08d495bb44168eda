/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-papers-import-page.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"
#include "tenken-file-field.h"
#include "tenken-language.h"
#include "tenken-table.h"

struct _TenkenPapersImportPage
{
  TenkenImportPage parent_instance;

  char *audit_id; /* NULL until the page is aimed at one */
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenPapersImportPage, tenken_papers_import_page, TENKEN_TYPE_IMPORT_PAGE)

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

/* --- on the thread of the store --- */

typedef struct
{
  char *audit_id;
  char *filename;
  GPtrArray *papers; /* (element-type TnkWorkPaper): what was read */
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

static gboolean
read_file (TnkDesk *desk,
           gpointer data,
           GPtrArray **problems,
           TnkProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  Order *self = data;

  self->papers = tnk_desk_preview_work_papers (desk, self->audit_id, self->filename, problems, error);
  return self->papers != NULL;
}

static char *
store (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  Order *self = data;

  if (!tnk_desk_save_work_papers (desk, self->audit_id, self->papers, error))
    return NULL;
  return g_strdup_printf (ngettext ("%u work paper was stored in your name.", "%u work papers were stored in your name.", self->papers->len), self->papers->len);
}

/* --- what is shown --- */

static void
show (TenkenImportPage *page,
      gpointer data)
{
  GPtrArray *papers = ((Order *) data)->papers;
  g_autoptr (GListStore) rows = g_list_store_new (TNK_TYPE_WORK_PAPER);
  g_autofree char *summary = NULL;
  guint n_new = 0;

  for (guint i = 0; i < papers->len; i++) {
    g_list_store_append (rows, papers->pdata[i]);
    n_new += is_new (papers->pdata[i]);
  }
  summary = g_strdup_printf (_ ("Work papers: %u new, %u in place of what is there. Nothing is stored yet."), n_new, papers->len - n_new);
  tenken_table_set_model (TENKEN_PAPERS_IMPORT_PAGE (page)->table, G_LIST_MODEL (rows));
  tenken_import_page_describe (page, summary, NULL, papers->len > 0);
}

static gpointer
make_order (TenkenImportPage *page)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (page);
  Order *order;

  if (self->audit_id == NULL)
    return NULL;
  order = g_new0 (Order, 1);
  order->audit_id = g_strdup (self->audit_id);
  order->filename = g_strdup (tenken_import_page_get_files (page, 0)[0]);
  return order;
}

/* What was read is about one audit: with another it begins anew. */
static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenPapersImportPage *self = TENKEN_PAPERS_IMPORT_PAGE (page);
  g_autofree char *place = NULL;

  if (target == NULL || g_strcmp0 (target, self->audit_id) == 0)
    return;
  g_free (self->audit_id);
  self->audit_id = g_strdup (target);
  place = g_strconcat ("papers/", target, NULL);
  tenken_import_page_set_place (TENKEN_IMPORT_PAGE (self), place);
  gtk_widget_activate_action (GTK_WIDGET (self), "import.again", NULL);
}

/* --- the class --- */

static void
tenken_papers_import_page_finalize (GObject *object)
{
  g_free (TENKEN_PAPERS_IMPORT_PAGE (object)->audit_id);
  G_OBJECT_CLASS (tenken_papers_import_page_parent_class)->finalize (object);
}

static void
tenken_papers_import_page_class_init (TenkenPapersImportPageClass *klass)
{
  static const TenkenImportWords words = {
    .faults = "papers-faults",
    .heading = N_ ("Which file has the work papers?"),
    .note = N_ ("CSV in UTF-8 or as Excel saves it. First you see what would be stored; nothing is before you say so."),
    .preview = N_ ("Preview"),
    .other = N_ ("Choose another file"),
    .back = N_ ("Back to the work papers"),
    .apply = N_ ("Store them"),
    .done = N_ ("The work papers are stored"),
    .next = N_ ("To the work papers"),
    .reading = N_ ("The work papers are being read"),
    .unread = N_ ("The work papers could not be read"),
    .applying = N_ ("The work papers are being stored"),
    .unapplied = N_ ("The work papers were not stored"),
  };
  static const TenkenImportVerbs verbs = {read_file, store, order_free};
  TenkenImportPageClass *page_class = TENKEN_IMPORT_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_papers_import_page_finalize;
  TENKEN_DESK_PAGE_CLASS (klass)->aim = aim;
  page_class->words = &words;
  page_class->verbs = &verbs;
  page_class->make_order = make_order;
  page_class->show = show;
}

static void
tenken_papers_import_page_init (TenkenPapersImportPage *self)
{
  TenkenImportPage *page = TENKEN_IMPORT_PAGE (self);

  self->table = TENKEN_TABLE (tenken_table_new ("papers-import", _ ("Work papers"), columns, G_N_ELEMENTS (columns)));
  tenken_table_set_user_data (self->table, self, NULL);
  tenken_import_page_add_field (page, tenken_file_field_new (_ ("Work papers"), _ ("Columns: department_id, control_id, verdict; if wanted seen, evidence, cause, day, revision"), "*.csv", FALSE));
  tenken_import_page_set_preview (page, GTK_WIDGET (self->table));
  tenken_import_page_set_place (page, "papers");
}

GtkWidget *
tenken_papers_import_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_PAPERS_IMPORT_PAGE, "desk", desk, NULL);
}
