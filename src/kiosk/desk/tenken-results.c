/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-language.h"

/* The department was not there last time. */
#define NOWHERE -2

struct _TenkenResults
{
  GObject parent_instance;

  TnkTally *tally;
  TnkCatalog *catalog; /* borrowed from the tally */
  int department;
  TnkTally *previous; /* NULL if there is none */
  int department_before;
  GPtrArray *rates;
};

G_DEFINE_FINAL_TYPE (TenkenResults, tenken_results, G_TYPE_OBJECT)

static void
tenken_results_finalize (GObject *object)
{
  TenkenResults *self = TENKEN_RESULTS (object);

  g_clear_object (&self->tally);
  g_clear_object (&self->previous);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  G_OBJECT_CLASS (tenken_results_parent_class)->finalize (object);
}

static void
tenken_results_class_init (TenkenResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_results_finalize;
}

static void
tenken_results_init (TenkenResults *self)
{
  self->department_before = NOWHERE;
}

static int
find_department (TnkTally *tally,
                 const char *id)
{
  TnkDepartment *department = id != NULL ? tnk_body_lookup_department (tnk_tally_get_body (tally), id) : NULL;

  if (id == NULL)
    return -1;
  return department != NULL ? (int) tnk_department_get_index (department) : NOWHERE;
}

gpointer
tenken_results_load (TnkDesk *desk,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  TenkenDeskQuery *query = data;
  g_autoptr (GPtrArray) rates = tnk_rate_load_default (error);
  g_autoptr (TnkTally) tally = NULL;
  TenkenResults *self;

  if (rates != NULL)
    tally = tnk_desk_load_tally (desk, query->campaign_id, query->department_id, cancellable, error);
  if (tally == NULL)
    return NULL;
  self = g_object_new (TENKEN_TYPE_RESULTS, NULL);
  self->department = find_department (tally, query->department_id);
  self->tally = g_steal_pointer (&tally);
  self->catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (self->tally));
  self->rates = g_steal_pointer (&rates);
  return self;
}

gpointer
tenken_results_load_previous (TnkDesk *desk,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error)
{
  TenkenDeskQuery *query = data;

  return tnk_desk_load_previous_tally (desk, query->campaign_id, query->department_id, cancellable, error);
}

void
tenken_results_set_previous (TenkenResults *self,
                             TnkTally *previous)
{
  TnkBody *body;

  g_return_if_fail (TENKEN_IS_RESULTS (self));

  body = tnk_tally_get_body (self->tally);
  g_set_object (&self->previous, previous);
  if (previous != NULL)
    self->department_before = find_department (previous, self->department < 0 ? NULL : tnk_department_get_id (tnk_body_get_department (body, self->department)));
}

TnkTally *
tenken_results_get_tally (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return self->tally;
}

TnkCampaign *
tenken_results_get_campaign (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return tnk_tally_get_campaign (self->tally);
}

TnkCatalog *
tenken_results_get_catalog (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return self->catalog;
}

TnkCampaign *
tenken_results_get_previous_campaign (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return self->previous != NULL && self->department_before != NOWHERE ? tnk_tally_get_campaign (self->previous) : NULL;
}

int
tenken_results_get_department (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), -1);
  return self->department;
}

GPtrArray *
tenken_results_get_rates (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return self->rates;
}

/* --- scores --- */

static TnkScore *
score_whole (TnkTally *tally,
             int department)
{
  return department < 0 ? tnk_tally_score_organisation (tally) : tnk_tally_score_department (tally, department);
}

TnkScore *
tenken_results_score (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  return score_whole (self->tally, self->department);
}

TnkScore *
tenken_results_score_before (TenkenResults *self)
{
  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);
  if (self->previous == NULL || self->department_before == NOWHERE)
    return NULL;
  return score_whole (self->previous, self->department_before);
}

char *
tenken_results_dup_withheld (TenkenResults *self)
{
  g_autoptr (TnkScore) score = NULL;
  guint n;

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);

  score = tenken_results_score (self);
  n = tnk_score_get_n_withheld (score);
  if (n == 0)
    return NULL;
  /* Translators: answers, people */
  return g_strdup_printf (ngettext ("%u answer is in no figure: fewer than %u people in the role handed in.",
                                    "%u answers are in no figure: fewer than %u people in the role handed in.", n),
                          n, TNK_TALLY_FEWEST_SHOWN);
}

/* The place of a control in the catalog of the last campaign; -1 if it was not there or not required, or asked something else. */
static int
trace_control (TenkenResults *self,
               const char *id)
{
  TnkCampaign *campaign = tnk_tally_get_campaign (self->previous);
  TnkControl *control = tnk_catalog_lookup_control (self->catalog, id);
  TnkRevisionKind kind;
  TnkControl *before = tnk_catalog_trace_control (self->catalog, control, tnk_campaign_get_catalog (campaign), &kind);

  if (before == NULL || !tnk_revision_kind_goes_on (kind) || !tnk_campaign_requires (campaign, before))
    return -1;
  return tnk_control_get_index (before);
}

/* The place of a part of the catalog in that of the last campaign, by its id; -1 if it has none. */
static int
find_before (TenkenResults *self,
             TnkScopeKind kind,
             const char *id)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (self->previous));
  TnkChapter *chapter = kind == TNK_SCOPE_KIND_CHAPTER ? tnk_catalog_lookup_chapter (catalog, id) : NULL;
  TnkRole *role = kind == TNK_SCOPE_KIND_ROLE ? tnk_catalog_lookup_role (catalog, id) : NULL;

  if (kind == TNK_SCOPE_KIND_CONTROL)
    return trace_control (self, id);
  if (chapter != NULL)
    return tnk_chapter_get_index (chapter);
  if (role != NULL)
    return tnk_role_get_index (role);
  for (guint i = 0; kind == TNK_SCOPE_KIND_SECTION && i < tnk_catalog_get_n_sections (catalog); i++)
    if (g_str_equal (tnk_section_get_id (tnk_catalog_get_section (catalog, i)), id))
      return i;
  return -1;
}

static TnkScore *
score_before (TenkenResults *self,
              TnkScopeKind kind,
              const char *id)
{
  int index = self->previous != NULL && self->department_before != NOWHERE ? find_before (self, kind, id) : -1;

  return index < 0 ? NULL : tnk_tally_score_part (self->previous, self->department_before, kind, index, NULL);
}

/* --- rows --- */

/* The controls of a part of the catalog. */
static void
find_controls (TenkenResults *self,
               TnkScopeKind kind,
               guint index,
               guint *first,
               guint *n)
{
  *first = kind == TNK_SCOPE_KIND_CONTROL ? index : 0;
  *n = kind == TNK_SCOPE_KIND_CONTROL ? 1 : tnk_catalog_get_n_controls (self->catalog);
  if (kind == TNK_SCOPE_KIND_CHAPTER) {
    *first = tnk_chapter_get_first_control (tnk_catalog_get_chapter (self->catalog, index));
    *n = tnk_chapter_get_n_controls (tnk_catalog_get_chapter (self->catalog, index));
  } else if (kind == TNK_SCOPE_KIND_SECTION) {
    *first = tnk_section_get_first_control (tnk_catalog_get_section (self->catalog, index));
    *n = tnk_section_get_n_controls (tnk_catalog_get_section (self->catalog, index));
  }
}

static void
add_counts (TnkCounts *sum,
            const TnkCounts *counts)
{
  sum->items += counts->items;
  sum->implemented += counts->implemented;
  sum->partial += counts->partial;
  sum->not_implemented += counts->not_implemented;
  sum->not_applicable += counts->not_applicable;
  sum->excepted += counts->excepted;
  sum->half_points += counts->half_points;
  sum->denominator += counts->denominator;
  sum->withheld += counts->withheld;
}

/* Who is asked nothing about a part has no line for it. What is not shown has one, which says so. */
static gboolean
is_listed (const TnkCounts *counts)
{
  return counts->items > 0 || counts->withheld > 0;
}

static void
count_part (TenkenResults *self,
            TnkScopeKind kind,
            guint index,
            TnkCounts *sum)
{
  TnkCampaign *campaign = tnk_tally_get_campaign (self->tally);
  int role = kind == TNK_SCOPE_KIND_ROLE ? (int) index : -1;
  guint first, n;

  *sum = (TnkCounts){0};
  find_controls (self, kind, index, &first, &n);
  for (guint i = first; i < first + n; i++) {
    TnkCounts counts;

    if (!tnk_campaign_requires (campaign, tnk_catalog_get_control (self->catalog, i)))
      continue;
    tnk_tally_count_control (self->tally, self->department, role, i, &counts);
    add_counts (sum, &counts);
  }
}

static const char *
get_clause (TenkenResults *self,
            TnkScopeKind kind,
            guint index)
{
  if (kind == TNK_SCOPE_KIND_CONTROL)
    return tnk_control_get_clause (tnk_catalog_get_control (self->catalog, index));
  if (kind == TNK_SCOPE_KIND_SECTION)
    return tnk_section_get_id (tnk_catalog_get_section (self->catalog, index));
  if (kind == TNK_SCOPE_KIND_CHAPTER)
    return tnk_chapter_get_id (tnk_catalog_get_chapter (self->catalog, index));
  return NULL;
}

TenkenResultsRow *
tenken_results_make_row (TenkenResults *self,
                         TnkScopeKind kind,
                         guint index)
{
  g_autoptr (TnkScore) score = NULL, before = NULL;
  TenkenResultsRow *row;

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);

  score = tnk_tally_score_part (self->tally, self->department, kind, index, tenken_language_get ());
  before = score_before (self, kind, tnk_score_get_id (score));
  row = tenken_results_row_new (kind, index, tnk_score_get_id (score), get_clause (self, kind, index), tnk_score_get_name (score));
  tenken_results_row_set_scores (row, score, before);
  count_part (self, kind, index, &row->counts);
  return row;
}

static guint
count_parts (TnkCatalog *catalog,
             TnkScopeKind kind)
{
  switch (kind) {
  case TNK_SCOPE_KIND_CHAPTER:
    return tnk_catalog_get_n_chapters (catalog);
  case TNK_SCOPE_KIND_SECTION:
    return tnk_catalog_get_n_sections (catalog);
  case TNK_SCOPE_KIND_ROLE:
    return tnk_catalog_get_n_roles (catalog);
  default:
    return tnk_catalog_get_n_controls (catalog);
  }
}

GListModel *
tenken_results_list (TenkenResults *self,
                     TnkScopeKind kind,
                     TnkScopeKind within,
                     guint index)
{
  g_autoptr (GListStore) rows = g_list_store_new (TENKEN_TYPE_RESULTS_ROW);
  guint first, n;

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);

  find_controls (self, within, index, &first, &n);
  for (guint i = 0; i < count_parts (self->catalog, kind); i++) {
    guint first_control, n_controls;

    find_controls (self, kind, i, &first_control, &n_controls);
    if (first_control >= first && first_control + n_controls <= first + n) {
      g_autoptr (TenkenResultsRow) row = tenken_results_make_row (self, kind, i);

      if (is_listed (&row->counts))
        g_list_store_append (rows, row);
    }
  }
  return G_LIST_MODEL (g_steal_pointer (&rows));
}

GListModel *
tenken_results_list_gaps (TenkenResults *self)
{
  g_autoptr (GListStore) rows = g_list_store_new (TENKEN_TYPE_RESULTS_ROW);
  g_autoptr (GPtrArray) gaps = NULL;

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), NULL);

  gaps = tnk_gap_list (self->tally, self->department);
  for (guint i = 0; i < gaps->len; i++) {
    TnkGap *gap = g_ptr_array_index (gaps, i);
    TnkText *hint = tnk_gap_get_improvement (gap);
    g_autoptr (TenkenResultsRow) row = tenken_results_make_row (self, TNK_SCOPE_KIND_CONTROL, tnk_control_get_index (tnk_gap_get_control (gap)));

    row->place = i + 1;
    row->burden = tnk_gap_get_burden (gap);
    row->hint = hint != NULL ? g_strdup (tenken_text (hint)) : NULL;
    g_list_store_append (rows, row);
  }
  return G_LIST_MODEL (g_steal_pointer (&rows));
}

/* --- one control --- */

static double
score_of (const TnkCounts *counts)
{
  return counts->denominator > 0 ? 100.0 * counts->half_points / (2.0 * counts->denominator) : NAN;
}

static void
add_part (GListStore *rows,
          TnkScopeKind kind,
          guint index,
          const char *id,
          const char *title,
          const TnkCounts *counts)
{
  g_autoptr (TenkenResultsRow) row = tenken_results_row_new (kind, index, id, NULL, title);

  row->counts = *counts;
  row->score = score_of (counts);
  g_list_store_append (rows, row);
}

GListModel *
tenken_results_list_roles_of (TenkenResults *self,
                              guint control)
{
  GListStore *rows = g_list_store_new (TENKEN_TYPE_RESULTS_ROW);

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), G_LIST_MODEL (rows));

  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (self->catalog, i);
    TnkCounts counts;

    tnk_tally_count_control (self->tally, self->department, i, control, &counts);
    if (is_listed (&counts))
      add_part (rows, TNK_SCOPE_KIND_ROLE, i, tnk_role_get_id (role), tenken_text (tnk_role_get_name (role)), &counts);
  }
  return G_LIST_MODEL (rows);
}

GListModel *
tenken_results_list_departments_of (TenkenResults *self,
                                    guint control)
{
  GListStore *rows = g_list_store_new (TENKEN_TYPE_RESULTS_ROW);
  TnkBody *body;
  guint first, end;

  g_return_val_if_fail (TENKEN_IS_RESULTS (self), G_LIST_MODEL (rows));

  body = tnk_tally_get_body (self->tally);
  first = MAX (self->department, 0);
  end = self->department < 0 ? tnk_body_get_n_departments (body) : tnk_body_get_subtree_end (body, self->department);
  for (guint i = first; i < end; i++) {
    TnkDepartment *department = tnk_body_get_department (body, i);
    TnkCounts counts;

    tnk_tally_count_control (self->tally, i, -1, control, &counts);
    if (is_listed (&counts))
      add_part (rows, TNK_SCOPE_KIND_DEPARTMENT, i, tnk_department_get_id (department), tnk_department_get_name (department), &counts);
  }
  return G_LIST_MODEL (rows);
}
