/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* One line about results: a chapter, a section, a control, a role or a department, with its figures now and last time. */
#define TENKEN_TYPE_RESULTS_ROW (tenken_results_row_get_type ())
G_DECLARE_FINAL_TYPE (TenkenResultsRow, tenken_results_row, TENKEN, RESULTS_ROW, GObject)

struct _TenkenResultsRow
{
  GObject parent_instance;

  TnkScopeKind kind;
  guint index; /* in the catalog or the tree */
  guint place; /* of a gap, 1 for the worst; else 0 */
  char *id;
  char *clause; /* of a control; else NULL */
  char *title;
  double score; /* NAN: none */
  double before; /* last time; NAN: none */
  TnkCounts counts; /* over its required controls */
  guint n_controls; /* with a score */
  guint n_gaps; /* of these, not fully kept */
  double burden; /* of a gap */
  char *hint; /* of a gap: what the catalog suggests; NULL: nothing */
};

TenkenResultsRow *tenken_results_row_new (TnkScopeKind kind, guint index, const char *id, const char *clause, const char *title);
/* Its figures; before may be NULL. */
void tenken_results_row_set_scores (TenkenResultsRow *self, TnkScore *score, TnkScore *before);

/* “5.4 (3) ① 画面を閉じる”: the clause, where it has one, and the title. Newly allocated, as all below are. */
char *tenken_results_row_dup_name (TenkenResultsRow *self);
/* “72.5”, or a dash. */
char *tenken_results_row_dup_score (TenkenResultsRow *self);
/* “▲ 2.3”, “▼ 2.3”, “± 0”, or a dash where there is nothing to compare with. */
char *tenken_results_row_dup_change (TenkenResultsRow *self);
/* “12/20”: of the items that were judged, so many are implemented. */
char *tenken_results_row_dup_implemented (TenkenResultsRow *self);
double tenken_results_row_get_change (TenkenResultsRow *self);
/* The items that were judged: implemented, partial, not implemented. */
guint tenken_results_row_get_n_rated (TenkenResultsRow *self);

G_END_DECLS
