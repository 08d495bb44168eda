/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-control-page.h"

#include <glib/gi18n.h>

#include "tenken-catalog-control-text.h"
#include "tenken-catalog-control-ways.h"
#include "tenken-catalogs.h"
#include "tenken-committee-frame.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenCatalogControlPage
{
  TenkenDeskPage parent_instance;

  char *target; /* CONTROL@ID@EDITION */
  GtkLabel *title;
  GtkWidget *catalog; /* leads to its matrix */
  GtkBox *text; /* what the catalog says */
  GtkBox *ways; /* where it leads */
};

G_DEFINE_FINAL_TYPE (TenkenCatalogControlPage, tenken_catalog_control_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenCatalogs *catalogs;
  TnkCatalog *catalog; /* borrowed; NULL: there is none of this name */
  TnkControl *control; /* borrowed; NULL: the catalog does not have it */
  GPtrArray *others; /* (element-type TnkCatalog) */
  GPtrArray *references; /* (element-type TnkCrossReferences): to each of them */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_object (&self->catalogs);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->references);
  g_free (self);
}

static gpointer
make_request (TenkenDeskPage *page)
{
  return g_strdup (TENKEN_CATALOG_CONTROL_PAGE (page)->target != NULL ? TENKEN_CATALOG_CONTROL_PAGE (page)->target : "");
}

static void
find_references (Result *result)
{
  TnkCatalogIndex *index = tenken_catalogs_get_index (result->catalogs);

  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (index); i++) {
    TnkCatalog *other = tnk_catalog_index_get_catalog (index, i);
    TnkCrossReferences *references = other != result->catalog ? tenken_catalogs_find_references (result->catalogs, result->catalog, other) : NULL;

    if (references == NULL)
      continue;
    g_ptr_array_add (result->others, g_object_ref (other));
    g_ptr_array_add (result->references, references);
  }
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  g_auto (GStrv) parts = g_strsplit (request, "@", 3);
  Result *result = g_new0 (Result, 1);

  result->catalogs = tenken_catalogs_load ();
  result->others = g_ptr_array_new_with_free_func (g_object_unref);
  result->references = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_strv_length (parts) > 1)
    result->catalog = tenken_catalogs_find (result->catalogs, parts[1], parts[2]);
  if (result->catalog != NULL)
    result->control = tnk_catalog_lookup_control (result->catalog, parts[0]);
  if (result->control != NULL)
    find_references (result);
  return result;
}

/* --- what is shown --- */

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCatalogControlPage *self = TENKEN_CATALOG_CONTROL_PAGE (page);
  TenkenDesk *desk = tenken_desk_page_get_desk (page);
  const Result *result = data;
  g_autofree char *name = NULL, *place = NULL;

  if (result->control == NULL) {
    tenken_desk_page_set_empty (page, "view-list-symbolic", _ ("There is no such control"), _ ("No catalog of this machine has it."),
                                _ ("To the catalogs"), "catalogs");
    return;
  }
  name = tenken_catalogs_name (result->catalog);
  place = g_strconcat ("catalogs/", name, NULL);
  gtk_label_set_text (self->title, tenken_text (tnk_control_get_title (result->control)));
  gtk_button_set_label (GTK_BUTTON (self->catalog), tenken_text (tnk_catalog_get_title (result->catalog)));
  tenken_committee_frame_set_way (self->catalog, place);
  tenken_committee_frame_clear (self->text);
  tenken_committee_frame_clear (self->ways);
  gtk_box_append (self->text, tenken_catalog_control_text_new (result->catalog, result->control));
  tenken_catalog_control_add_references (self->ways, result->control, result->others, result->references);
  tenken_catalog_control_add_editions (self->ways, desk, result->catalogs, result->catalog, result->control);
  tenken_catalog_control_add_campaigns (self->ways, desk, result->catalog, result->control);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenCatalogControlPage *self = TENKEN_CATALOG_CONTROL_PAGE (page);

  g_free (self->target);
  self->target = g_strdup (target);
}

/* --- the class --- */

static void
tenken_catalog_control_page_finalize (GObject *object)
{
  g_free (TENKEN_CATALOG_CONTROL_PAGE (object)->target);
  G_OBJECT_CLASS (tenken_catalog_control_page_parent_class)->finalize (object);
}

static void
tenken_catalog_control_page_class_init (TenkenCatalogControlPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_catalog_control_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = g_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
  page_class->without_campaign = TRUE;
}

static void
tenken_catalog_control_page_init (TenkenCatalogControlPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Control"));
  GtkWidget *title = tenken_committee_frame_make_line ("", FALSE), *columns = tenken_wrap_box_new (2, 24);

  self->title = GTK_LABEL (title);
  self->catalog = tenken_catalog_control_make_way (_ ("Catalogs"), "catalogs");
  self->text = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->ways = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_add_css_class (GTK_WIDGET (box), "catalog-control");
  gtk_box_append (box, title);
  gtk_box_append (box, self->catalog);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (columns), GTK_WIDGET (self->text));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (columns), GTK_WIDGET (self->ways));
  gtk_box_append (box, columns);
}

GtkWidget *
tenken_catalog_control_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_CATALOG_CONTROL_PAGE, "desk", desk, NULL);
}
