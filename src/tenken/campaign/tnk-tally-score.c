/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "tnk-score-private.h"
#include "tnk-tally-private.h"

/* The sums of Score(S) = 100 · Σ w·s / Σ w. */
typedef struct
{
  long double weighted;
  guint64 weights;
  gboolean critical_gap;
} Sum;

static void
add_control (TnkTally *self,
             TnkControl *control,
             const TnkCounts *counts,
             TnkFigures *figures,
             Sum *sum)
{
  guint rated = counts->implemented + counts->partial + counts->not_implemented;

  figures->items += counts->items;
  figures->implemented += counts->implemented;
  figures->partial += counts->partial;
  figures->not_implemented += counts->not_implemented;
  figures->not_applicable += counts->not_applicable;
  figures->excepted += counts->excepted;
  figures->answered += rated + counts->not_applicable + counts->excepted;
  if (rated > 0) {
    figures->controls_rated++;
    figures->controls_attained +=
      counts->implemented * 100.0 >= tnk_campaign_get_attainment_line (self->campaign) * rated;
  }
  if (counts->denominator == 0)
    return;
  figures->controls++;
  if (counts->half_points == 2 * counts->denominator)
    figures->controls_full++;
  else
    sum->critical_gap |= tnk_control_is_critical (control);
  sum->weighted += (long double) tnk_control_get_weight (control) * counts->half_points / (2 * counts->denominator);
  sum->weights += tnk_control_get_weight (control);
}

/* The roles that have an item in the scope. */
static guint64
asked_roles (TnkTally *self,
             const TnkTallyScope *scope)
{
  guint64 bits = 0;

  for (guint c = scope->first_control; c < scope->end_control; c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);

    if (!tnk_campaign_requires (self->campaign, control))
      continue;
    for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
      TnkDuty *duty = tnk_control_get_duty (control, i);
      if (tnk_tally_is_in_scope (scope, duty))
        bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (tnk_duty_get_role (duty));
    }
  }
  return bits;
}

/* Grades are given on the unrounded score. A score that should be exactly on a line can come out a hair below it, since
 * a third has no binary form: within 1e-9 the line counts as reached. */
static char
grade_of (TnkTally *self,
          double score,
          gboolean critical_gap)
{
  char grade = 'D';

  for (char letter = 'A'; letter <= 'C'; letter++)
    if (score >= tnk_campaign_get_grade_line (self->campaign, letter) - 1e-9) {
      grade = letter;
      break;
    }
  return critical_gap && grade < 'C' ? 'C' : grade;
}

static TnkScore *
score_scope (TnkTally *self,
             const TnkTallyScope *scope,
             TnkScopeKind kind,
             const char *id,
             const char *name)
{
  TnkFigures figures = {0};
  Sum sum = {0};
  double score = NAN;
  char grade = 0;

  for (guint c = scope->first_control; c < scope->end_control; c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);
    TnkCounts counts;

    if (!tnk_campaign_requires (self->campaign, control))
      continue;
    tnk_tally_count (self, scope, control, &counts);
    add_control (self, control, &counts, &figures, &sum);
  }
  figures.controls_gap = figures.controls - figures.controls_full;
  tnk_tally_count_scope_people (self, scope, asked_roles (self, scope),
                                &figures.people_asked, &figures.people_submitted);
  if (sum.weights > 0) {
    score = (double) (100 * sum.weighted / sum.weights);
    grade = grade_of (self, score, sum.critical_gap);
  }
  return tnk_score_new (kind, id, name, &figures, score, grade);
}

static void
restrict_to_chapter (TnkTally *self,
                     TnkTallyScope *scope,
                     guint chapter)
{
  TnkChapter *entry = tnk_catalog_get_chapter (self->catalog, chapter);

  scope->first_control = tnk_chapter_get_first_control (entry);
  scope->end_control = scope->first_control + tnk_chapter_get_n_controls (entry);
}

/**
 * tnk_tally_score_organisation:
 * @self: a tally
 *
 * Scores the whole body.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_organisation (TnkTally *self)
{
  g_return_val_if_fail (TNK_IS_TALLY (self), NULL);

  TnkTallyScope scope = tnk_tally_everything (self);
  return score_scope (self, &scope, TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体");
}

/**
 * tnk_tally_score_department:
 * @self: a tally
 * @department: the index of a department
 *
 * Scores a department with all that is below it.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_department (TnkTally *self,
                            guint department)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && department < self->n_departments, NULL);

  TnkDepartment *entry = tnk_body_get_department (self->body, department);
  TnkTallyScope scope = tnk_tally_everything (self);
  tnk_tally_restrict_to_department (self, &scope, department);
  return score_scope (self, &scope, TNK_SCOPE_KIND_DEPARTMENT, tnk_department_get_id (entry),
                      tnk_department_get_name (entry));
}

static TnkScore *
score_chapter (TnkTally *self,
               guint chapter,
               const char *language)
{
  TnkChapter *entry = tnk_catalog_get_chapter (self->catalog, chapter);
  TnkTallyScope scope = tnk_tally_everything (self);

  restrict_to_chapter (self, &scope, chapter);
  return score_scope (self, &scope, TNK_SCOPE_KIND_CHAPTER, tnk_chapter_get_id (entry),
                      tnk_text_get (tnk_chapter_get_title (entry), language));
}

/**
 * tnk_tally_score_chapter:
 * @self: a tally
 * @chapter: the index of a chapter
 *
 * Scores the controls of a chapter over the whole body.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_chapter (TnkTally *self,
                         guint chapter)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && chapter < tnk_catalog_get_n_chapters (self->catalog), NULL);
  return score_chapter (self, chapter, "ja");
}

static TnkScore *
score_role (TnkTally *self,
            guint role,
            const char *language)
{
  TnkRole *entry = tnk_catalog_get_role (self->catalog, role);
  TnkTallyScope scope = tnk_tally_everything (self);

  scope.role = role;
  return score_scope (self, &scope, TNK_SCOPE_KIND_ROLE, tnk_role_get_id (entry),
                      tnk_text_get (tnk_role_get_name (entry), language));
}

/**
 * tnk_tally_score_role:
 * @self: a tally
 * @role: the index of a role
 *
 * Scores the items of a role over the whole body.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_role (TnkTally *self,
                      guint role)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && role < self->n_roles, NULL);
  return score_role (self, role, "ja");
}

static TnkScore *
score_control (TnkTally *self,
               guint control,
               const char *language)
{
  TnkControl *entry = tnk_catalog_get_control (self->catalog, control);
  TnkTallyScope scope = tnk_tally_everything (self);

  scope.first_control = control;
  scope.end_control = control + 1;
  return score_scope (self, &scope, TNK_SCOPE_KIND_CONTROL, tnk_control_get_id (entry),
                      tnk_text_get (tnk_control_get_title (entry), language));
}

/**
 * tnk_tally_score_control:
 * @self: a tally
 * @control: the index of a control
 *
 * Scores one control over the whole body. A control that the campaign does not require has no score.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_control (TnkTally *self,
                         guint control)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && control < tnk_catalog_get_n_controls (self->catalog), NULL);
  return score_control (self, control, "ja");
}

/**
 * tnk_tally_score_department_chapter:
 * @self: a tally
 * @department: the index of a department
 * @chapter: the index of a chapter
 *
 * Scores the controls of a chapter within a department and all that is below it: a cell of the heat map.
 *
 * Returns: (transfer full): the score, named after the chapter
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_department_chapter (TnkTally *self,
                                    guint department,
                                    guint chapter)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && department < self->n_departments, NULL);
  g_return_val_if_fail (chapter < tnk_catalog_get_n_chapters (self->catalog), NULL);

  TnkChapter *entry = tnk_catalog_get_chapter (self->catalog, chapter);
  TnkTallyScope scope = tnk_tally_everything (self);
  tnk_tally_restrict_to_department (self, &scope, department);
  restrict_to_chapter (self, &scope, chapter);
  return score_scope (self, &scope, TNK_SCOPE_KIND_CHAPTER, tnk_chapter_get_id (entry),
                      tnk_text_get (tnk_chapter_get_title (entry), "ja"));
}

/**
 * tnk_tally_score_all:
 * @self: a tally
 * @by: a kind of scope
 * @language: (nullable): the language of the names, `ja` or `en`
 *
 * Scores every scope of a kind: every department, also those without anybody; every chapter and every role of the
 * catalog; every control that the campaign requires.
 *
 * Returns: (transfer container) (element-type TnkScore): the scores, in catalog or tree order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_tally_score_all (TnkTally *self,
                     TnkScopeKind by,
                     const char *language)
{
  GPtrArray *scores;

  g_return_val_if_fail (TNK_IS_TALLY (self), NULL);

  scores = g_ptr_array_new_with_free_func (g_object_unref);
  switch (by) {
  case TNK_SCOPE_KIND_ORGANISATION:
    g_ptr_array_add (scores, tnk_tally_score_organisation (self));
    break;
  case TNK_SCOPE_KIND_DEPARTMENT:
    for (guint i = 0; i < self->n_departments; i++)
      g_ptr_array_add (scores, tnk_tally_score_department (self, i));
    break;
  case TNK_SCOPE_KIND_CHAPTER:
    for (guint i = 0; i < tnk_catalog_get_n_chapters (self->catalog); i++)
      g_ptr_array_add (scores, score_chapter (self, i, language));
    break;
  case TNK_SCOPE_KIND_ROLE:
    for (guint i = 0; i < self->n_roles; i++)
      g_ptr_array_add (scores, score_role (self, i, language));
    break;
  case TNK_SCOPE_KIND_CONTROL:
    for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++)
      if (tnk_campaign_requires (self->campaign, tnk_catalog_get_control (self->catalog, i)))
        g_ptr_array_add (scores, score_control (self, i, language));
    break;
  default:
    g_assert_not_reached ();
  }
  return scores;
}
