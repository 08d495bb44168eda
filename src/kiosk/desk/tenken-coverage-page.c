/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-coverage-page.h"

#include <glib/gi18n.h>

#include "tenken-catalog-words.h"
#include "tenken-catalogs.h"
#include "tenken-committee-frame.h"
#include "tenken-coverage-rows.h"
#include "tenken-desk-chooser.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenCoveragePage
{
  TenkenDeskPage parent_instance;

  char *target; /* ID@EDITION; NULL: the first there is */
  TenkenDeskChooser *catalogs;
  GtkBox *sums;
  TenkenTable *table;
  TnkCatalog *catalog; /* that is reported against */
};

G_DEFINE_FINAL_TYPE (TenkenCoveragePage, tenken_coverage_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenDeskQuery *query;
  char *target;
} Request;

typedef struct
{
  GPtrArray *related; /* (element-type TnkCatalog): those that can be reported against */
  TnkCoverage *coverage; /* NULL: none of them */
  GListModel *rows;
} Result;

static gpointer
make_request (TenkenDeskPage *page)
{
  Request *request = g_new0 (Request, 1);

  request->query = tenken_desk_query_new (tenken_desk_page_get_desk (page));
  request->target = g_strdup (TENKEN_COVERAGE_PAGE (page)->target);
  return request;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  tenken_desk_query_free (self->query);
  g_free (self->target);
  g_free (self);
}

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_clear_object (&self->coverage);
  g_clear_object (&self->rows);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static TnkCatalog *
choose (GPtrArray *related,
        const char *target)
{
  for (guint i = 0; i < related->len; i++) {
    g_autofree char *name = tenken_catalogs_name (related->pdata[i]);

    if (g_strcmp0 (name, target) == 0)
      return related->pdata[i];
  }
  return related->len > 0 ? related->pdata[0] : NULL;
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const Request *request = data;
  g_autoptr (TnkTally) tally = tnk_desk_load_tally (desk, request->query->campaign_id, request->query->department_id, cancellable, error);
  g_autoptr (TenkenCatalogs) catalogs = NULL;
  g_autoptr (Result) result = g_new0 (Result, 1);
  g_autoptr (TnkCrossReferences) references = NULL;
  TnkCatalog *own, *catalog;

  if (tally == NULL)
    return NULL;
  catalogs = tenken_catalogs_load ();
  own = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  result->related = tenken_catalogs_list_related (catalogs, own);
  catalog = choose (result->related, request->target);
  if (catalog == NULL)
    return g_steal_pointer (&result);
  references = tenken_catalogs_find_references (catalogs, own, catalog);
  result->coverage = tnk_coverage_new (tally, catalog, references, -1, error);
  if (result->coverage == NULL)
    return NULL;
  result->rows = tenken_coverage_rows_new (result->coverage);
  return g_steal_pointer (&result);
}

/* --- what is shown --- */

static void
show_catalogs (TenkenCoveragePage *self,
               GPtrArray *related)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *chosen = tenken_catalogs_name (self->catalog);

  for (guint i = 0; i < related->len; i++) {
    g_autofree char *name = tenken_catalogs_name (related->pdata[i]);

    g_ptr_array_add (choices, tenken_desk_choice_new (name, tenken_text (tnk_catalog_get_title (related->pdata[i])), name, 0));
  }
  tenken_desk_chooser_set_choices (self->catalogs, choices);
  tenken_desk_chooser_set_chosen (self->catalogs, chosen);
}

static char *
describe_sums (TnkCoverage *coverage,
               TnkLevel level)
{
  GString *text = g_string_new (NULL);
  guint n[TNK_N_COVERAGE_KINDS], all = 0;

  for (guint kind = 0; kind < TNK_N_COVERAGE_KINDS; kind++)
    all += n[kind] = tnk_coverage_count (coverage, kind, level);
  g_string_append (text, tenken_catalog_words_level (level));
  for (guint kind = 0; kind < TNK_N_COVERAGE_KINDS; kind++)
    g_string_append_printf (text, "  %s %u/%u", tenken_coverage_describe_kind (kind), n[kind], all);
  return g_string_free (text, FALSE);
}

static void
show_sums (TenkenCoveragePage *self,
           TnkCoverage *coverage)
{
  static const TnkLevel levels[] = {TNK_LEVEL_REQUIRED, TNK_LEVEL_RECOMMENDED};

  tenken_committee_frame_clear (self->sums);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    g_autofree char *text = describe_sums (coverage, levels[i]);
    GtkWidget *line = tenken_committee_frame_make_line (text, FALSE);

    gtk_widget_add_css_class (line, "figures");
    gtk_box_append (self->sums, line);
  }
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCoveragePage *self = TENKEN_COVERAGE_PAGE (page);
  const Result *result = data;

  if (result->coverage == NULL) {
    tenken_desk_page_set_empty (page, "view-list-symbolic", _ ("There is nothing to report against"),
                                _ ("No cross-references lead from the catalog of this campaign to another."), _ ("To the catalogs"), "catalogs");
    return;
  }
  g_set_object (&self->catalog, tnk_coverage_get_catalog (result->coverage));
  show_catalogs (self, result->related);
  show_sums (self, result->coverage);
  tenken_table_set_model (self->table, result->rows);
}

/* --- where it leads --- */

static void
chose (TenkenCoveragePage *self,
       const char *name)
{
  g_autofree char *place = g_strconcat ("coverage/", name, NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
open_row (TenkenCoveragePage *self,
          TnkCoverageRow *row)
{
  g_autofree char *name = tenken_catalogs_name (self->catalog);
  g_autofree char *place = g_strdup_printf ("catalog-control/%s@%s", tnk_control_get_id (tnk_coverage_row_get_control (row)), name);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenCoveragePage *self = TENKEN_COVERAGE_PAGE (page);

  g_free (self->target);
  self->target = target != NULL && *target != '\0' ? g_strdup (target) : NULL;
}

/* --- the class --- */

static void
tenken_coverage_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_COVERAGE_PAGE (object)->catalog);
  G_OBJECT_CLASS (tenken_coverage_page_parent_class)->dispose (object);
}

static void
tenken_coverage_page_finalize (GObject *object)
{
  g_free (TENKEN_COVERAGE_PAGE (object)->target);
  G_OBJECT_CLASS (tenken_coverage_page_parent_class)->finalize (object);
}

static void
tenken_coverage_page_class_init (TenkenCoveragePageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_coverage_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_coverage_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tenken_coverage_page_init (TenkenCoveragePage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Report against another catalog"));
  GtkWidget *table = tenken_table_new ("coverage", _ ("Report against another catalog"), tenken_coverage_columns, tenken_coverage_n_columns);
  GtkWidget *line = tenken_wrap_box_new (0, 8);

  self->catalogs = g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);
  self->sums = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->table = TENKEN_TABLE (table);
  tenken_desk_chooser_set_name (self->catalogs, _ ("Catalog"));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), GTK_WIDGET (self->catalogs));
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (box, line);
  gtk_box_append (box, GTK_WIDGET (self->sums));
  gtk_box_append (box, tenken_committee_frame_make_line (_ ("A control is covered where a clause in force asks the same or more. The points are those of the own clauses; nobody was asked this catalog."), TRUE));
  gtk_box_append (box, table);
  g_signal_connect_object (self->catalogs, "chosen", G_CALLBACK (chose), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "open", G_CALLBACK (open_row), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_coverage_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COVERAGE_PAGE, "desk", desk, NULL);
}
