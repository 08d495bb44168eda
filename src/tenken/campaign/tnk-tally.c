/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-tally.h"

#include <math.h>

#include "tnk-score-private.h"

/* People of one department who hold the same set of roles. */
typedef struct
{
  guint64 role_bits;
  guint asked;
  guint submitted;
} People;

struct _TnkTally
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkBody *body;
  guint n_departments;
  guint n_duties;
  guint n_roles;
  GPtrArray *people; /* by department: (element-type GArray of People) */

  /* Sums over the departments before each one, so that a subtree, which is a run of departments, costs two look-ups.
   * While answers are added they hold the department’s own counts, one place to the right. */
  gboolean summed;
  guint *answers; /* [department + 1][duty][value] */
  guint *holders; /* [department + 1][role] */
};

/* The items that a figure is about. */
typedef struct
{
  guint first_department;
  guint end_department;
  guint first_control;
  guint end_control;
  int role; /* -1: every role */
} Scope;

G_DEFINE_FINAL_TYPE (TnkTally, tnk_tally, G_TYPE_OBJECT)

static void
tnk_tally_finalize (GObject *object)
{
  TnkTally *self = TNK_TALLY (object);

  g_free (self->answers);
  g_free (self->holders);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_object (&self->campaign);
  g_clear_object (&self->body);
  G_OBJECT_CLASS (tnk_tally_parent_class)->finalize (object);
}

static void
tnk_tally_class_init (TnkTallyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_tally_finalize;
}

static void
tnk_tally_init (TnkTally *self)
{
}

/**
 * tnk_tally_new:
 * @campaign: the campaign
 * @body: the body as it was in the campaign; its people are not looked at
 *
 * Creates a tally without any count.
 *
 * Returns: (transfer full): the new tally
 *
 * Since: 0.1
 */
TnkTally *
tnk_tally_new (TnkCampaign *campaign,
               TnkBody *body)
{
  TnkTally *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_BODY (body), NULL);

  self = g_object_new (TNK_TYPE_TALLY, NULL);
  self->campaign = g_object_ref (campaign);
  self->catalog = tnk_campaign_get_catalog (campaign);
  self->body = g_object_ref (body);
  self->n_departments = tnk_body_get_n_departments (body);
  self->n_duties = tnk_catalog_get_n_duties (self->catalog);
  self->n_roles = tnk_catalog_get_n_roles (self->catalog);
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->n_departments; i++)
    g_ptr_array_add (self->people, g_array_new (FALSE, FALSE, sizeof (People)));
  self->answers = g_new0 (guint, (gsize) (self->n_departments + 1) * self->n_duties * TNK_N_ANSWER_VALUES);
  self->holders = g_new0 (guint, (gsize) (self->n_departments + 1) * self->n_roles);
  return self;
}

/**
 * tnk_tally_get_campaign:
 * @self: a tally
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_tally_get_campaign (TnkTally *self)
{
  g_return_val_if_fail (TNK_IS_TALLY (self), NULL);
  return self->campaign;
}

/**
 * tnk_tally_get_body:
 * @self: a tally
 *
 * Gets the body.
 *
 * Returns: (transfer none): the body
 *
 * Since: 0.1
 */
TnkBody *
tnk_tally_get_body (TnkTally *self)
{
  g_return_val_if_fail (TNK_IS_TALLY (self), NULL);
  return self->body;
}

static inline guint *
answers_at (TnkTally *self,
            guint row,
            guint duty)
{
  return self->answers + ((gsize) row * self->n_duties + duty) * TNK_N_ANSWER_VALUES;
}

static inline guint *
holders_at (TnkTally *self,
            guint row)
{
  return self->holders + (gsize) row * self->n_roles;
}

/**
 * tnk_tally_role_bits:
 * @self: a tally
 * @role_ids: (array zero-terminated=1): ids of roles
 *
 * Packs a set of roles into bits: bit i for the role of column i. Ids that the catalog does not have are left out.
 *
 * Returns: the bits
 *
 * Since: 0.1
 */
guint64
tnk_tally_role_bits (TnkTally *self,
                     const char *const *role_ids)
{
  guint64 bits = 0;

  g_return_val_if_fail (TNK_IS_TALLY (self) && role_ids != NULL, 0);

  for (guint i = 0; role_ids[i] != NULL; i++) {
    TnkRole *role = tnk_catalog_lookup_role (self->catalog, role_ids[i]);
    if (role != NULL)
      bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);
  }
  return bits;
}

/**
 * tnk_tally_add_people:
 * @self: a tally
 * @department: the index of their department
 * @role_bits: the roles that each of them holds, see [method@Tally.role_bits]
 * @asked: how many people they are
 * @submitted: how many of them submitted
 *
 * Adds people of the campaign’s population. Every count must be added before the first score is asked for.
 *
 * Since: 0.1
 */
void
tnk_tally_add_people (TnkTally *self,
                      guint department,
                      guint64 role_bits,
                      guint asked,
                      guint submitted)
{
  GArray *list;
  guint *holders;

  g_return_if_fail (TNK_IS_TALLY (self) && department < self->n_departments && submitted <= asked && !self->summed);

  list = g_ptr_array_index (self->people, department);
  holders = holders_at (self, department + 1);
  for (guint r = 0; r < self->n_roles; r++)
    if ((role_bits >> r) & 1)
      holders[r] += asked;
  for (guint i = 0; i < list->len; i++) {
    People *people = &g_array_index (list, People, i);
    if (people->role_bits != role_bits)
      continue;
    people->asked += asked;
    people->submitted += submitted;
    return;
  }
  People people = {role_bits, asked, submitted};
  g_array_append_val (list, people);
}

/**
 * tnk_tally_add_answers:
 * @self: a tally
 * @department: the index of the department of those who answered
 * @duty: the index of the duty
 * @value: the answer
 * @n: how often it was given
 *
 * Adds answers of questionnaires that count. Every count must be added before the first score is asked for.
 *
 * Since: 0.1
 */
void
tnk_tally_add_answers (TnkTally *self,
                       guint department,
                       guint duty,
                       TnkAnswerValue value,
                       guint n)
{
  g_return_if_fail (TNK_IS_TALLY (self) && department < self->n_departments && duty < self->n_duties && !self->summed);
  g_return_if_fail ((guint) value < TNK_N_ANSWER_VALUES);

  answers_at (self, department + 1, duty)[value] += n;
}

static void
sum_up (TnkTally *self)
{
  gsize width = (gsize) self->n_duties * TNK_N_ANSWER_VALUES;

  if (self->summed)
    return;
  for (guint row = 1; row <= self->n_departments; row++) {
    for (gsize i = 0; i < width; i++)
      self->answers[row * width + i] += self->answers[(row - 1) * width + i];
    for (guint r = 0; r < self->n_roles; r++)
      holders_at (self, row)[r] += holders_at (self, row - 1)[r];
  }
  self->summed = TRUE;
}

static gboolean
in_scope (TnkTally *self,
          const Scope *scope,
          TnkDuty *duty)
{
  if (!tnk_duty_is_scored (duty))
    return FALSE;
  return scope->role < 0 || tnk_role_get_index (tnk_duty_get_role (duty)) == (guint) scope->role;
}

static void
count_duty (TnkTally *self,
            const Scope *scope,
            TnkDuty *duty,
            TnkCounts *counts)
{
  guint index = tnk_duty_get_index (duty);
  guint role = tnk_role_get_index (tnk_duty_get_role (duty));
  const guint *from = answers_at (self, scope->first_department, index);
  const guint *to = answers_at (self, scope->end_department, index);

  counts->items += holders_at (self, scope->end_department)[role] - holders_at (self, scope->first_department)[role];
  counts->implemented += to[TNK_ANSWER_VALUE_IMPLEMENTED] - from[TNK_ANSWER_VALUE_IMPLEMENTED];
  counts->partial += to[TNK_ANSWER_VALUE_PARTIAL] - from[TNK_ANSWER_VALUE_PARTIAL];
  counts->not_implemented += to[TNK_ANSWER_VALUE_NOT_IMPLEMENTED] - from[TNK_ANSWER_VALUE_NOT_IMPLEMENTED];
  counts->not_applicable += to[TNK_ANSWER_VALUE_NOT_APPLICABLE] - from[TNK_ANSWER_VALUE_NOT_APPLICABLE];
  counts->excepted += to[TNK_ANSWER_VALUE_EXCEPTED] - from[TNK_ANSWER_VALUE_EXCEPTED];
}

/* Counts the items of one control within a scope. An unanswered item leaves the denominator while the campaign is open
 * and counts 0 once it is closed. */
static void
count_control (TnkTally *self,
               const Scope *scope,
               TnkControl *control,
               TnkCounts *counts)
{
  *counts = (TnkCounts){0};
  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);
    if (in_scope (self, scope, duty))
      count_duty (self, scope, duty, counts);
  }
  counts->half_points = 2 * counts->implemented + counts->partial;
  if (tnk_campaign_get_state (self->campaign) == TNK_CAMPAIGN_STATE_CLOSED)
    counts->denominator = counts->items - counts->not_applicable - counts->excepted;
  else
    counts->denominator = counts->implemented + counts->partial + counts->not_implemented;
}

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

static void
count_people (TnkTally *self,
              guint first_department,
              guint end_department,
              guint64 role_bits,
              gint64 *asked,
              gint64 *submitted)
{
  for (guint d = first_department; d < end_department; d++) {
    GArray *list = g_ptr_array_index (self->people, d);

    for (guint i = 0; i < list->len; i++) {
      People *people = &g_array_index (list, People, i);
      if ((people->role_bits & role_bits) == 0)
        continue;
      *asked += people->asked;
      *submitted += people->submitted;
    }
  }
}

/* The roles that have an item in the scope. */
static guint64
asked_roles (TnkTally *self,
             const Scope *scope)
{
  guint64 bits = 0;

  for (guint c = scope->first_control; c < scope->end_control; c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);

    if (!tnk_campaign_requires (self->campaign, control))
      continue;
    for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
      TnkDuty *duty = tnk_control_get_duty (control, i);
      if (in_scope (self, scope, duty))
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
             const Scope *scope,
             TnkScopeKind kind,
             const char *id,
             const char *name)
{
  TnkFigures figures = {0};
  Sum sum = {0};
  double score = NAN;
  char grade = 0;

  sum_up (self);
  for (guint c = scope->first_control; c < scope->end_control; c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);
    TnkCounts counts;

    if (!tnk_campaign_requires (self->campaign, control))
      continue;
    count_control (self, scope, control, &counts);
    add_control (self, control, &counts, &figures, &sum);
  }
  figures.controls_gap = figures.controls - figures.controls_full;
  count_people (self, scope->first_department, scope->end_department, asked_roles (self, scope),
                &figures.people_asked, &figures.people_submitted);
  if (sum.weights > 0) {
    score = (double) (100 * sum.weighted / sum.weights);
    grade = grade_of (self, score, sum.critical_gap);
  }
  return tnk_score_new (kind, id, name, &figures, score, grade);
}

static Scope
everything (TnkTally *self)
{
  return (Scope){0, self->n_departments, 0, tnk_catalog_get_n_controls (self->catalog), -1};
}

static void
restrict_to_department (TnkTally *self,
                        Scope *scope,
                        guint department)
{
  scope->first_department = department;
  scope->end_department = tnk_body_get_subtree_end (self->body, department);
}

static void
restrict_to_chapter (TnkTally *self,
                     Scope *scope,
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

  Scope scope = everything (self);
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
  Scope scope = everything (self);
  restrict_to_department (self, &scope, department);
  return score_scope (self, &scope, TNK_SCOPE_KIND_DEPARTMENT, tnk_department_get_id (entry),
                      tnk_department_get_name (entry));
}

static TnkScore *
score_chapter (TnkTally *self,
               guint chapter,
               const char *language)
{
  TnkChapter *entry = tnk_catalog_get_chapter (self->catalog, chapter);
  Scope scope = everything (self);

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
  Scope scope = everything (self);

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
  Scope scope = everything (self);

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
  Scope scope = everything (self);
  restrict_to_department (self, &scope, department);
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
 * Returns: (transfer full) (element-type TnkScore): the scores, in catalog or tree order
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

/**
 * tnk_tally_count_control:
 * @self: a tally
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @role: the index of a role, or -1 for every role
 * @control: the index of a control
 * @counts: (out caller-allocates): where the counts go
 *
 * Counts the items of one control, whether or not the campaign requires it.
 *
 * Since: 0.1
 */
void
tnk_tally_count_control (TnkTally *self,
                         int department,
                         int role,
                         guint control,
                         TnkCounts *counts)
{
  g_return_if_fail (TNK_IS_TALLY (self) && counts != NULL);
  g_return_if_fail (department < (int) self->n_departments && role < (int) self->n_roles);
  g_return_if_fail (control < tnk_catalog_get_n_controls (self->catalog));

  Scope scope = everything (self);
  if (department >= 0)
    restrict_to_department (self, &scope, department);
  scope.role = role;
  sum_up (self);
  count_control (self, &scope, tnk_catalog_get_control (self->catalog, control), counts);
}

/**
 * tnk_tally_count_people:
 * @self: a tally
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @role_bits: people who hold any of these roles, see [method@Tally.role_bits]
 * @asked: (out): how many they are
 * @submitted: (out): how many of them submitted
 *
 * Counts people of the campaign’s population.
 *
 * Since: 0.1
 */
void
tnk_tally_count_people (TnkTally *self,
                        int department,
                        guint64 role_bits,
                        guint *asked,
                        guint *submitted)
{
  gint64 n_asked = 0, n_submitted = 0;

  g_return_if_fail (TNK_IS_TALLY (self) && department < (int) self->n_departments);

  Scope scope = everything (self);
  if (department >= 0)
    restrict_to_department (self, &scope, department);
  count_people (self, scope.first_department, scope.end_department, role_bits, &n_asked, &n_submitted);
  *asked = n_asked;
  *submitted = n_submitted;
}
