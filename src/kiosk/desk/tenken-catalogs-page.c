/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalogs-page.h"

#include <glib/gi18n.h>

#include "tenken-catalog-matrix.h"
#include "tenken-catalog-others.h"
#include "tenken-catalog-words.h"
#include "tenken-catalogs.h"
#include "tenken-chapter-chooser.h"
#include "tenken-committee-frame.h"
#include "tenken-desk-places.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenCatalogsPage
{
  TenkenDeskPage parent_instance;

  GtkWidget *search;
  TenkenDeskChooser *choosers[4]; /* by CHOOSER_… */
  GtkLabel *count;
  GtkWidget *report; /* leads to what the campaign says about the catalog */
  GtkBox *others; /* what is found in other catalogs */
  GtkWidget *none; /* that nothing is found here */
  TenkenHeatMap *map;

  TenkenCatalogs *catalogs; /* NULL until they are read */
  TnkCatalog *catalog; /* borrowed: the one that is shown */
  char *wanted; /* ID@EDITION, NULL: the campaign's */
  char *filters[4]; /* by CHOOSER_…: ids, NULL where nothing is chosen; the first is not used */
  GPtrArray *controls; /* (element-type TnkControl): of the rows */
  TnkControl *best; /* borrowed: what was most likely meant; NULL: nothing was typed, or nothing found */
};

enum {
  CHOOSER_CATALOG,
  CHOOSER_CHAPTER,
  CHOOSER_ROLE,
  CHOOSER_MARK
};

G_DEFINE_FINAL_TYPE (TenkenCatalogsPage, tenken_catalogs_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenCatalogs *catalogs;
  GPtrArray *related; /* (element-type TnkCatalog): those that the campaign can report against */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_object (&self->catalogs);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_free (self);
}

/* The catalog of the campaign, boxed: there may be none. */
static gpointer
make_request (TenkenDeskPage *page)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (tenken_desk_page_get_desk (page));
  GPtrArray *request = g_ptr_array_new_with_free_func (g_object_unref);

  if (campaign != NULL)
    g_ptr_array_add (request, g_object_ref (tnk_campaign_get_catalog (campaign)));
  return request;
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  GPtrArray *request = data;
  Result *result = g_new0 (Result, 1);

  result->catalogs = tenken_catalogs_load ();
  result->related = request->len > 0 ? tenken_catalogs_list_related (result->catalogs, request->pdata[0]) : g_ptr_array_new ();
  return result;
}

/* --- what is found --- */

static TnkCatalogQuery *
make_query (TenkenCatalogsPage *self,
            gboolean here)
{
  TnkCatalogQuery *query = tnk_catalog_query_new (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  TnkMark mark = TNK_MARK_NONE;

  if (!here)
    return query;
  if (self->filters[CHOOSER_MARK] != NULL)
    tnk_mark_from_string (self->filters[CHOOSER_MARK], &mark);
  tnk_catalog_query_set_catalog (query, tnk_catalog_get_id (self->catalog), tnk_catalog_get_edition (self->catalog));
  tnk_catalog_query_set_chapter (query, self->filters[CHOOSER_CHAPTER]);
  tnk_catalog_query_set_role (query, self->filters[CHOOSER_ROLE]);
  tnk_catalog_query_set_mark (query, mark);
  return query;
}

static gboolean
is_typed (TenkenCatalogsPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
}

/* The rows stay in the order of the catalog, so that what is found is seen where it stands; the best hit gets the cursor. */
static void
find_controls (TenkenCatalogsPage *self)
{
  g_autoptr (TnkCatalogQuery) query = make_query (self, TRUE);
  g_autoptr (GPtrArray) hits = tnk_catalog_index_find (tenken_catalogs_get_index (self->catalogs), query, G_MAXUINT);
  g_autofree gboolean *found = g_new0 (gboolean, tnk_catalog_get_n_controls (self->catalog));

  for (guint i = 0; i < hits->len; i++)
    found[tnk_control_get_index (tnk_catalog_hit_get_control (hits->pdata[i]))] = TRUE;
  g_ptr_array_set_size (self->controls, 0);
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++)
    if (found[i])
      g_ptr_array_add (self->controls, tnk_catalog_get_control (self->catalog, i));
  self->best = is_typed (self) && hits->len > 0 ? tnk_catalog_hit_get_control (hits->pdata[0]) : NULL;
}

static void
show_count (TenkenCatalogsPage *self)
{
  guint all = tnk_catalog_get_n_controls (self->catalog);
  /* Translators: how many controls are shown, of how many */
  g_autofree char *text = g_strdup_printf (_ ("%u of %u controls"), self->controls->len, all);

  gtk_label_set_text (self->count, text);
}

static void
show_others (TenkenCatalogsPage *self)
{
  g_autoptr (TnkCatalogQuery) query = is_typed (self) ? make_query (self, FALSE) : NULL;

  tenken_catalog_others_show (self->others, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), tenken_catalogs_get_index (self->catalogs), query, self->catalog);
}

static void
find (TenkenCatalogsPage *self)
{
  guint row = 0;

  if (self->catalog == NULL)
    return;
  find_controls (self);
  show_count (self);
  show_others (self);
  tenken_catalog_matrix_set_rows (self->map, self->catalog, self->controls);
  gtk_widget_set_visible (self->none, self->controls->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->map), self->controls->len > 0);
  if (self->best != NULL && g_ptr_array_find (self->controls, self->best, &row))
    tenken_heat_map_set_current (self->map, row, TENKEN_HEAT_MAP_WHOLE);
}

/* --- what is chosen --- */

static void
set_choices (TenkenCatalogsPage *self,
             guint chooser,
             GPtrArray *choices,
             const char *chosen)
{
  tenken_desk_chooser_set_choices (self->choosers[chooser], choices);
  tenken_desk_chooser_set_chosen (self->choosers[chooser], chosen != NULL ? chosen : "");
}

static void
show_catalogs (TenkenCatalogsPage *self)
{
  TnkCatalogIndex *index = tenken_catalogs_get_index (self->catalogs);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *chosen = tenken_catalogs_name (self->catalog);

  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (index); i++) {
    TnkCatalog *catalog = tnk_catalog_index_get_catalog (index, i);
    g_autofree char *name = tenken_catalogs_name (catalog);

    g_ptr_array_add (choices, tenken_desk_choice_new (name, tenken_text (tnk_catalog_get_title (catalog)), name, 0));
  }
  set_choices (self, CHOOSER_CATALOG, choices, chosen);
}

static void
show_roles (TenkenCatalogsPage *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new ("", _ ("All roles"), NULL, 0));
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (self->catalog, i);

    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_role_get_id (role), tenken_text (tnk_role_get_name (role)), NULL, 0));
  }
  set_choices (self, CHOOSER_ROLE, choices, self->filters[CHOOSER_ROLE]);
}

static void
show_marks (TenkenCatalogsPage *self)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (choices, tenken_desk_choice_new ("", _ ("All marks"), NULL, 0));
  for (guint mark = TNK_MARK_RESPONSIBLE; mark <= TNK_MARK_APPROVES; mark++) {
    /* Translators: a mark of the matrix, and what it means */
    g_autofree char *text = g_strdup_printf (_ ("%s %s"), tnk_mark_to_symbol (mark), tenken_catalog_words_mark (mark));

    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_mark_to_string (mark), text, NULL, 0));
  }
  set_choices (self, CHOOSER_MARK, choices, self->filters[CHOOSER_MARK]);
}

/* A chapter or a role that the catalog does not have would let nothing through. */
static void
forget_strange_filters (TenkenCatalogsPage *self)
{
  if (self->filters[CHOOSER_CHAPTER] != NULL && tnk_catalog_lookup_chapter (self->catalog, self->filters[CHOOSER_CHAPTER]) == NULL)
    g_clear_pointer (&self->filters[CHOOSER_CHAPTER], g_free);
  if (self->filters[CHOOSER_ROLE] != NULL && tnk_catalog_lookup_role (self->catalog, self->filters[CHOOSER_ROLE]) == NULL)
    g_clear_pointer (&self->filters[CHOOSER_ROLE], g_free);
}

static void
chose (TenkenCatalogsPage *self,
       const char *id,
       TenkenDeskChooser *chooser)
{
  for (guint i = CHOOSER_CHAPTER; i < G_N_ELEMENTS (self->choosers); i++)
    if (chooser == self->choosers[i]) {
      g_free (self->filters[i]);
      self->filters[i] = *id != '\0' ? g_strdup (id) : NULL;
      find (self);
    }
}

static void
chose_catalog (TenkenCatalogsPage *self,
               const char *name)
{
  g_autofree char *place = g_strconcat ("catalogs/", name, NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

/* --- what is shown --- */

static TnkCatalog *
choose_catalog (TenkenCatalogsPage *self)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));
  TnkCatalogIndex *index = tenken_catalogs_get_index (self->catalogs);
  g_auto (GStrv) parts = self->wanted != NULL ? g_strsplit (self->wanted, "@", 2) : NULL;
  TnkCatalog *catalog = parts != NULL && parts[0] != NULL ? tenken_catalogs_find (self->catalogs, parts[0], parts[1]) : NULL;

  if (catalog == NULL && campaign != NULL) {
    TnkCatalog *asked = tnk_campaign_get_catalog (campaign);

    catalog = tenken_catalogs_find (self->catalogs, tnk_catalog_get_id (asked), tnk_catalog_get_edition (asked));
  }
  return catalog == NULL && tnk_catalog_index_get_n_catalogs (index) > 0 ? tnk_catalog_index_get_catalog (index, 0) : catalog;
}

/* A department, too, can see what its answers say about the guideline; an auditor looks at no results here. */
static void
show_report (TenkenCatalogsPage *self,
             GPtrArray *related)
{
  TnkRights office = tenken_desk_get_office (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));
  g_autofree char *name = tenken_catalogs_name (self->catalog), *place = g_strconcat ("coverage/", name, NULL);

  tenken_committee_frame_set_way (self->report, place);
  gtk_widget_set_visible (self->report, g_ptr_array_find (related, self->catalog, NULL) &&
                                          tenken_desk_places_find (tenken_desk_places, office, "coverage") != NULL);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCatalogsPage *self = TENKEN_CATALOGS_PAGE (page);
  const Result *result = data;

  g_set_object (&self->catalogs, result->catalogs);
  self->catalog = choose_catalog (self);
  if (self->catalog == NULL) {
    tenken_desk_page_set_empty (page, "view-list-symbolic", _ ("There is no catalog"),
                                _ ("None of the folders for catalogs holds one that can be read."), NULL, NULL);
    return;
  }
  forget_strange_filters (self);
  show_catalogs (self);
  tenken_chapter_chooser_show (self->choosers[CHOOSER_CHAPTER], self->catalog, self->filters[CHOOSER_CHAPTER]);
  show_roles (self);
  show_marks (self);
  show_report (self, result->related);
  tenken_catalog_matrix_set_columns (self->map, self->catalog);
  find (self);
}

static void
open_control (TenkenCatalogsPage *self,
              TnkControl *control)
{
  g_autofree char *name = tenken_catalogs_name (self->catalog);
  g_autofree char *place = g_strdup_printf ("catalog-control/%s@%s", tnk_control_get_id (control), name);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

/* A heading of a column is a role: its controls are shown, or all again. */
static void
open_column (TenkenCatalogsPage *self,
             guint column)
{
  const char *role = column > 0 && column <= tnk_catalog_get_n_roles (self->catalog)
                       ? tnk_role_get_id (tnk_catalog_get_role (self->catalog, column - 1))
                       : NULL;
  gboolean again = g_strcmp0 (role, self->filters[CHOOSER_ROLE]) == 0;

  g_free (self->filters[CHOOSER_ROLE]);
  self->filters[CHOOSER_ROLE] = again ? NULL : g_strdup (role);
  show_roles (self);
  find (self);
}

static void
open_cell (TenkenCatalogsPage *self,
           guint row,
           guint column)
{
  if (row < self->controls->len)
    open_control (self, self->controls->pdata[row]);
  else if (row == TENKEN_HEAT_MAP_WHOLE)
    open_column (self, column);
}

static void
open_best (TenkenCatalogsPage *self)
{
  if (self->best != NULL)
    open_control (self, self->best);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenCatalogsPage *self = TENKEN_CATALOGS_PAGE (page);

  g_free (self->wanted);
  self->wanted = target != NULL && *target != '\0' ? g_strdup (target) : NULL;
}

/* --- the class --- */

static void
tenken_catalogs_page_dispose (GObject *object)
{
  TenkenCatalogsPage *self = TENKEN_CATALOGS_PAGE (object);

  self->catalog = NULL;
  self->best = NULL;
  g_ptr_array_set_size (self->controls, 0);
  g_clear_object (&self->catalogs);
  G_OBJECT_CLASS (tenken_catalogs_page_parent_class)->dispose (object);
}

static void
tenken_catalogs_page_finalize (GObject *object)
{
  TenkenCatalogsPage *self = TENKEN_CATALOGS_PAGE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->filters); i++)
    g_free (self->filters[i]);
  g_ptr_array_unref (self->controls);
  g_free (self->wanted);
  G_OBJECT_CLASS (tenken_catalogs_page_parent_class)->finalize (object);
}

static void
tenken_catalogs_page_class_init (TenkenCatalogsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_catalogs_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_catalogs_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = (GDestroyNotify) g_ptr_array_unref;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
  page_class->without_campaign = TRUE;
}

static GtkWidget *
make_search (TenkenCatalogsPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 8), *chooser = GTK_WIDGET (self->choosers[CHOOSER_CATALOG]);

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Clause, title, question, guidance"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search all catalogs"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_widget_add_css_class (self->search, "catalog-search");
  /* “search-changed” would come a moment later; the index is quicker than that. */
  g_signal_connect_object (self->search, "changed", G_CALLBACK (find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (open_best), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->search);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), chooser);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), tenken_committee_frame_make_way (_ ("Old and new wording"), "compare"));
  return line;
}

static GtkWidget *
make_filters (TenkenCatalogsPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 8), *count = tenken_committee_frame_make_line ("", TRUE);

  self->count = GTK_LABEL (count);
  gtk_widget_add_css_class (count, "figures");
  for (guint i = CHOOSER_CHAPTER; i < G_N_ELEMENTS (self->choosers); i++)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), GTK_WIDGET (self->choosers[i]));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), count);
  self->report = tenken_committee_frame_make_way (_ ("What our answers say about it"), "coverage");
  gtk_widget_add_css_class (self->report, "flat");
  gtk_widget_add_css_class (self->report, "catalog-way");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->report);
  return line;
}

static void
make_choosers (TenkenCatalogsPage *self)
{
  const char *names[] = {_ ("Catalog"), _ ("Chapter"), _ ("Role"), _ ("Mark")};

  for (guint i = 0; i < G_N_ELEMENTS (self->choosers); i++) {
    self->choosers[i] = i == CHOOSER_CHAPTER ? tenken_chapter_chooser_new () : g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);
    tenken_desk_chooser_set_name (self->choosers[i], names[i]);
    g_signal_connect_object (self->choosers[i], "chosen", i == CHOOSER_CATALOG ? G_CALLBACK (chose_catalog) : G_CALLBACK (chose), self,
                             G_CONNECT_SWAPPED);
  }
}

static void
tenken_catalogs_page_init (TenkenCatalogsPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Catalogs"));
  GtkWidget *map = tenken_heat_map_new (_ ("Responsibility matrix"));

  self->controls = g_ptr_array_new ();
  self->others = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  self->none = tenken_committee_frame_make_line (_ ("Nothing is found in this catalog."), FALSE);
  self->map = TENKEN_HEAT_MAP (map);
  gtk_widget_set_visible (self->none, FALSE);
  gtk_widget_set_vexpand (map, TRUE);
  make_choosers (self);
  gtk_box_append (box, make_search (self));
  gtk_box_append (box, make_filters (self));
  gtk_box_append (box, GTK_WIDGET (self->others));
  gtk_box_append (box, self->none);
  gtk_box_append (box, map);
  g_signal_connect_object (map, "open", G_CALLBACK (open_cell), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_catalogs_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_CATALOGS_PAGE, "desk", desk, NULL);
}
