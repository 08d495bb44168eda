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
  figures->withheld += counts->withheld;
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
               TnkTallyScope *scope,
               guint chapter,
               const char *language)
{
  TnkChapter *entry = tnk_catalog_get_chapter (self->catalog, chapter);

  restrict_to_chapter (self, scope, chapter);
  return score_scope (self, scope, TNK_SCOPE_KIND_CHAPTER, tnk_chapter_get_id (entry),
                      tnk_text_get (tnk_chapter_get_title (entry), language));
}

static TnkScore *
score_section (TnkTally *self,
               TnkTallyScope *scope,
               guint section,
               const char *language)
{
  TnkSection *entry = tnk_catalog_get_section (self->catalog, section);

  scope->first_control = tnk_section_get_first_control (entry);
  scope->end_control = scope->first_control + tnk_section_get_n_controls (entry);
  return score_scope (self, scope, TNK_SCOPE_KIND_SECTION, tnk_section_get_id (entry),
                      tnk_text_get (tnk_section_get_title (entry), language));
}

static TnkScore *
score_role (TnkTally *self,
            TnkTallyScope *scope,
            guint role,
            const char *language)
{
  TnkRole *entry = tnk_catalog_get_role (self->catalog, role);

  scope->role = role;
  return score_scope (self, scope, TNK_SCOPE_KIND_ROLE, tnk_role_get_id (entry),
                      tnk_text_get (tnk_role_get_name (entry), language));
}

static TnkScore *
score_control (TnkTally *self,
               TnkTallyScope *scope,
               guint control,
               const char *language)
{
  TnkControl *entry = tnk_catalog_get_control (self->catalog, control);

  scope->first_control = control;
  scope->end_control = control + 1;
  return score_scope (self, scope, TNK_SCOPE_KIND_CONTROL, tnk_control_get_id (entry),
                      tnk_text_get (tnk_control_get_title (entry), language));
}

static const struct
{
  guint (*count) (TnkCatalog *catalog);
  TnkScore *(*score) (TnkTally *self, TnkTallyScope *scope, guint index, const char *language);
} parts[] = {
  [TNK_SCOPE_KIND_CHAPTER] = {tnk_catalog_get_n_chapters, score_chapter},
  [TNK_SCOPE_KIND_SECTION] = {tnk_catalog_get_n_sections, score_section},
  [TNK_SCOPE_KIND_ROLE] = {tnk_catalog_get_n_roles, score_role},
  [TNK_SCOPE_KIND_CONTROL] = {tnk_catalog_get_n_controls, score_control},
};

/**
 * tnk_tally_score_part:
 * @self: a tally
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @kind: chapter, section, role or control
 * @index: the index of the chapter, section, role or control in the catalog
 * @language: (nullable): the language of the name, `ja` or `en`
 *
 * Scores a part of the catalog, or the items of a role, within a part of the body. A control that the campaign does not
 * require has no score.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_tally_score_part (TnkTally *self,
                      int department,
                      TnkScopeKind kind,
                      guint index,
                      const char *language)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && department < (int) self->n_departments, NULL);
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (parts) && parts[kind].score != NULL, NULL);
  g_return_val_if_fail (index < parts[kind].count (self->catalog), NULL);

  TnkTallyScope scope = tnk_tally_everything (self);
  if (department >= 0)
    tnk_tally_restrict_to_department (self, &scope, department);
  return parts[kind].score (self, &scope, index, language);
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
  return tnk_tally_score_part (self, -1, TNK_SCOPE_KIND_CHAPTER, chapter, "ja");
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
  return tnk_tally_score_part (self, -1, TNK_SCOPE_KIND_ROLE, role, "ja");
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
  return tnk_tally_score_part (self, -1, TNK_SCOPE_KIND_CONTROL, control, "ja");
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
  g_return_val_if_fail (department < G_MAXINT, NULL);
  return tnk_tally_score_part (self, department, TNK_SCOPE_KIND_CHAPTER, chapter, "ja");
}

/**
 * tnk_tally_score_all:
 * @self: a tally
 * @by: a kind of scope
 * @language: (nullable): the language of the names, `ja` or `en`
 *
 * Scores every scope of a kind: every department, also those without anybody; every chapter, section and role of the
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

  g_return_val_if_fail (TNK_IS_TALLY (self) && (guint) by < G_N_ELEMENTS (parts), NULL);

  scores = g_ptr_array_new_with_free_func (g_object_unref);
  if (by == TNK_SCOPE_KIND_ORGANISATION)
    g_ptr_array_add (scores, tnk_tally_score_organisation (self));
  else if (by == TNK_SCOPE_KIND_DEPARTMENT)
    for (guint i = 0; i < self->n_departments; i++)
      g_ptr_array_add (scores, tnk_tally_score_department (self, i));
  else
    for (guint i = 0; i < parts[by].count (self->catalog); i++)
      if (by != TNK_SCOPE_KIND_CONTROL || tnk_campaign_requires (self->campaign, tnk_catalog_get_control (self->catalog, i)))
        g_ptr_array_add (scores, tnk_tally_score_part (self, -1, by, i, language));
  return scores;
}
