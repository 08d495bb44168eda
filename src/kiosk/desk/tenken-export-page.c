/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-export-page.h"

#include <glib/gi18n.h>

#include "tenken-export-file.h"
#include "tenken-export-kinds.h"
#include "tenken-export-row.h"
#include "tenken-export-ways.h"

struct _TenkenExportPage
{
  TenkenDeskPage parent_instance;

  GtkWidget *out; /* the rows of what can be written */
  GtkWidget *in; /* the rows of what comes back in */
  GtkWidget *in_heading;
  GPtrArray *rows; /* (element-type TenkenExportRow), borrowed: of what can be written */
  TnkRights office; /* for which the rows are */
  TenkenExportRow *writing; /* the row whose workbook is being written; NULL: none */
  char *filename; /* where */
};

G_DEFINE_FINAL_TYPE (TenkenExportPage, tenken_export_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenExportPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

static TenkenExportRow *
find_row (TenkenExportPage *self,
          const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (tenken_export_row_get_id (self->rows->pdata[i]), id))
      return self->rows->pdata[i];
  return NULL;
}

/* --- writing --- */

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  TenkenExportPage *self = TENKEN_EXPORT_PAGE (owner);
  g_autofree char *filename = g_steal_pointer (&self->filename);
  g_autofree char *name = g_filename_display_basename (filename);
  g_autofree char *said = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The workbook was not saved"), error);
    return;
  }
  if (self->writing != NULL)
    tenken_export_row_set_saved (self->writing, filename);
  said = g_strdup_printf (_ ("“%s” is saved"), name);
  tenken_desk_say (get_desk (self), said);
}

/* What stood there of an earlier one is forgotten: there is one file that was saved last. */
static void
forget_saved (TenkenExportPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    tenken_export_row_set_saved (self->rows->pdata[i], NULL);
}

/* What was written into it. */
static const char *
get_text (TenkenExportRow *row)
{
  return row != NULL ? tenken_export_row_get_text (row) : NULL;
}

void
tenken_export_page_write (TenkenExportPage *self,
                          const char *id,
                          const char *filename)
{
  const TenkenExportKind *kind;

  g_return_if_fail (TENKEN_IS_EXPORT_PAGE (self) && id != NULL && filename != NULL);

  kind = tenken_export_kinds_find (id);
  g_return_if_fail (kind != NULL);

  if (self->filename != NULL)
    return;
  forget_saved (self);
  self->writing = find_row (self, id);
  self->filename = g_strdup (filename);
  tenken_desk_task_run (GTK_WIDGET (self), get_desk (self), _ (kind->doing), tenken_export_order_run,
                        tenken_export_order_new (kind, get_desk (self), get_text (self->writing), filename), tenken_export_order_free, NULL,
                        written, NULL);
}

static void
target_chosen (GtkWidget *owner,
               const char *filename,
               gpointer user_data)
{
  tenken_export_page_write (TENKEN_EXPORT_PAGE (owner), ((const TenkenExportKind *) user_data)->id, filename);
}

static void
ask_target (TenkenExportPage *self,
            TenkenExportRow *row)
{
  const TenkenExportKind *kind = tenken_export_kinds_find (tenken_export_row_get_id (row));
  const char *text = tenken_export_row_get_text (row);
  g_autofree char *name = NULL;

  if ((kind->needs & TENKEN_EXPORT_NEEDS_PERSON) && *text == '\0') {
    tenken_desk_say (get_desk (self), _ ("Write the staff number first"));
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
    return;
  }
  name = tenken_export_kind_make_name (kind, get_desk (self), text);
  tenken_export_choose_target (GTK_WIDGET (self), _ (kind->title), name, target_chosen, (gpointer) kind);
}

/* --- the page --- */

static GtkWidget *
make_heading (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_row (TenkenExportPage *self,
         const TenkenExportKind *kind)
{
  GtkWidget *row = tenken_export_row_new (kind->id, _ (kind->title), _ (kind->text), _ ("Save…"));

  if (tenken_export_kind_get_entry (kind) != NULL)
    tenken_export_row_add_entry (TENKEN_EXPORT_ROW (row), tenken_export_kind_get_entry (kind));
  g_signal_connect_object (row, "activate", G_CALLBACK (ask_target), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->out), row);
  g_ptr_array_add (self->rows, row);
}

static void
go_way (TenkenExportPage *self,
        TenkenExportRow *row)
{
  tenken_export_way_go (tenken_export_ways_find (tenken_export_row_get_id (row)), GTK_WIDGET (self), get_desk (self));
}

static void
add_way (TenkenExportPage *self,
         const TenkenExportWay *way)
{
  GtkWidget *row = tenken_export_row_new (way->id, _ (way->title), _ (way->text), _ (way->button));

  g_signal_connect_object (row, "activate", G_CALLBACK (go_way), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->in), row);
}

static void
make_rows (TenkenExportPage *self)
{
  self->writing = NULL;
  g_ptr_array_set_size (self->rows, 0);
  clear_box (self->out);
  clear_box (self->in);
  for (const TenkenExportWay *way = tenken_export_ways; way->id != NULL; way++)
    if (tenken_export_way_is_offered (way, self->office))
      add_way (self, way);
  gtk_widget_set_visible (self->in, gtk_widget_get_first_child (self->in) != NULL);
  gtk_widget_set_visible (self->in_heading, gtk_widget_get_visible (self->in));
  for (const TenkenExportKind *kind = tenken_export_kinds; kind->id != NULL; kind++)
    if (kind->offices & self->office)
      add_row (self, kind);
}

/* Everything that hangs on where the desk stands. The rows stay as they are while the office is the same, so that the keys stay
 * where they are. */
static void
tenken_export_page_show (TenkenDeskPage *page,
                         gpointer result)
{
  TenkenExportPage *self = TENKEN_EXPORT_PAGE (page);
  TenkenDesk *desk = get_desk (self);

  if (self->office != tenken_desk_get_office (desk)) {
    self->office = tenken_desk_get_office (desk);
    make_rows (self);
  }
  for (guint i = 0; i < self->rows->len; i++) {
    const TenkenExportKind *kind = tenken_export_kinds_find (tenken_export_row_get_id (self->rows->pdata[i]));

    tenken_export_row_set_obstacle (self->rows->pdata[i], tenken_export_kind_find_obstacle (kind, desk));
  }
}

static void
tenken_export_page_finalize (GObject *object)
{
  TenkenExportPage *self = TENKEN_EXPORT_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->filename);
  G_OBJECT_CLASS (tenken_export_page_parent_class)->finalize (object);
}

static void
tenken_export_page_class_init (TenkenExportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_export_page_finalize;
  TENKEN_DESK_PAGE_CLASS (klass)->show = tenken_export_page_show;
}

static GtkWidget *
make_rows_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "export-rows");
  return box;
}

static GtkWidget *
make_content (TenkenExportPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *about = gtk_label_new (_ ("Workbooks for Excel and LibreOffice, ready to be printed. They bear the mark of class 2: keep them where only those whom they concern can read them."));

  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  self->out = make_rows_box ();
  gtk_box_append (GTK_BOX (box), make_heading (_ ("Export"), "title-2"));
  gtk_box_append (GTK_BOX (box), about);
  gtk_box_append (GTK_BOX (box), self->out);
  self->in = make_rows_box ();
  self->in_heading = make_heading (_ ("Edited and filled elsewhere"), "title-3");
  gtk_box_append (GTK_BOX (box), self->in_heading);
  gtk_box_append (GTK_BOX (box), self->in);
  gtk_widget_add_css_class (box, "export-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static void
tenken_export_page_init (TenkenExportPage *self)
{
  self->rows = g_ptr_array_new ();
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), make_content (self));
}

GtkWidget *
tenken_export_page_new (TenkenDesk *desk)
{
  g_return_val_if_fail (TENKEN_IS_DESK (desk), NULL);
  return g_object_new (TENKEN_TYPE_EXPORT_PAGE, "desk", desk, NULL);
}
