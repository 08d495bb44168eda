/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkScopeKind:
 * @TNK_SCOPE_KIND_ORGANISATION: the whole body
 * @TNK_SCOPE_KIND_DEPARTMENT: a department with all that is below it
 * @TNK_SCOPE_KIND_CHAPTER: the controls of a chapter
 * @TNK_SCOPE_KIND_SECTION: the controls of a section
 * @TNK_SCOPE_KIND_ROLE: the items of a role
 * @TNK_SCOPE_KIND_CONTROL: one control
 *
 * What a score is about.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_SCOPE_KIND_ORGANISATION,
  TNK_SCOPE_KIND_DEPARTMENT,
  TNK_SCOPE_KIND_CHAPTER,
  TNK_SCOPE_KIND_SECTION,
  TNK_SCOPE_KIND_ROLE,
  TNK_SCOPE_KIND_CONTROL,
} TnkScopeKind;

const char *tnk_scope_kind_to_string (TnkScopeKind kind);
gboolean tnk_scope_kind_from_string (const char *text, TnkScopeKind *kind);

/**
 * TnkCounts:
 * @items: items, answered or not
 * @implemented: items answered 実施済み
 * @partial: items answered 一部実施
 * @not_implemented: items answered 未実施
 * @not_applicable: items answered 対象外
 * @excepted: items answered 例外措置
 * @half_points: Σh
 * @denominator: n, the items that stay in the denominator
 * @withheld: answers that are in none of these, since they come from too few people, see %TNK_TALLY_FEWEST_SHOWN; 0 for whoever
 *   may see all
 *
 * The counts of one control in one scope; s = @half_points / (2 · @denominator).
 *
 * Since: 0.1
 */
typedef struct
{
  guint items;
  guint implemented;
  guint partial;
  guint not_implemented;
  guint not_applicable;
  guint excepted;
  guint half_points;
  guint denominator;
  guint withheld;
} TnkCounts;

#define TNK_TYPE_SCORE (tnk_score_get_type ())

/**
 * TnkScore:
 *
 * The figures of one scope. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkScore, tnk_score, TNK, SCORE, GObject)

TnkScopeKind tnk_score_get_scope (TnkScore *self);
const char *tnk_score_get_id (TnkScore *self);
const char *tnk_score_get_name (TnkScore *self);
gboolean tnk_score_is_defined (TnkScore *self);
double tnk_score_get_score (TnkScore *self);
char tnk_score_get_grade (TnkScore *self);
gboolean tnk_score_is_withheld (TnkScore *self);
gint64 tnk_score_get_n_withheld (TnkScore *self);
gint64 tnk_score_get_count (TnkScore *self, const char *name);
gboolean tnk_score_has_count (const char *name);

double tnk_round_figure (double figure);
char *tnk_format_figure (double figure);

G_END_DECLS
