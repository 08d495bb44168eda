/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-gap.h"

#include "tnk-tally-private.h"

struct _TnkGap
{
  GObject parent_instance;

  TnkTally *tally;
  TnkTallyScope scope;
  TnkControl *control; /* borrowed from the catalog, which the tally keeps */
  TnkCounts counts;
};

G_DEFINE_FINAL_TYPE (TnkGap, tnk_gap, G_TYPE_OBJECT)

static void
tnk_gap_finalize (GObject *object)
{
  TnkGap *self = TNK_GAP (object);

  g_clear_object (&self->tally);
  G_OBJECT_CLASS (tnk_gap_parent_class)->finalize (object);
}

static void
tnk_gap_class_init (TnkGapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_gap_finalize;
}

static void
tnk_gap_init (TnkGap *self)
{
}

static guint
missing_half_points (const TnkCounts *counts)
{
  return 2 * counts->denominator - counts->half_points;
}

/* Weight × missing share × people comes to weight × missing half-points ÷ 2. Leaving out the division keeps it a whole
 * number, so that the order never hangs on a rounding. */
static guint64
burden_of (TnkGap *self)
{
  return (guint64) tnk_control_get_weight (self->control) * missing_half_points (&self->counts);
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  TnkGap *one = *(TnkGap *const *) a;
  TnkGap *other = *(TnkGap *const *) b;
  guint64 burden = burden_of (one), other_burden = burden_of (other);

  if (burden != other_burden)
    return burden > other_burden ? -1 : 1;
  return tnk_control_get_index (one->control) < tnk_control_get_index (other->control) ? -1 : 1;
}

static void
add_if_gap (GPtrArray *gaps,
            TnkTally *tally,
            const TnkTallyScope *scope,
            TnkControl *control)
{
  TnkCounts counts;
  TnkGap *gap;

  tnk_tally_count (tally, scope, control, &counts);
  if (missing_half_points (&counts) == 0)
    return;
  gap = g_object_new (TNK_TYPE_GAP, NULL);
  gap->tally = g_object_ref (tally);
  gap->scope = *scope;
  gap->control = control;
  gap->counts = counts;
  g_ptr_array_add (gaps, gap);
}

/**
 * tnk_gap_list:
 * @tally: the counted answers of a campaign
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 *
 * Finds the gaps, worst first: by weight × missing share × people, where the missing share is 1 − s and people are the
 * items that stay in the denominator; those that are equal stand in catalog order.
 *
 * Returns: (transfer container) (element-type TnkGap): the gaps
 *
 * Since: 0.1
 */
GPtrArray *
tnk_gap_list (TnkTally *tally,
              int department)
{
  GPtrArray *gaps;
  TnkTallyScope scope;

  g_return_val_if_fail (TNK_IS_TALLY (tally) && department >= -1, NULL);
  g_return_val_if_fail (department < (int) tnk_body_get_n_departments (tnk_tally_get_body (tally)), NULL);

  scope = tnk_tally_everything (tally);
  if (department >= 0)
    tnk_tally_restrict_to_department (tally, &scope, department);
  gaps = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint c = scope.first_control; c < scope.end_control; c++) {
    TnkControl *control = tnk_catalog_get_control (tally->catalog, c);

    if (tnk_campaign_requires (tally->campaign, control))
      add_if_gap (gaps, tally, &scope, control);
  }
  g_ptr_array_sort (gaps, compare_gaps);
  return gaps;
}

/**
 * tnk_gap_get_control:
 * @self: a gap
 *
 * Gets the control that is not fully kept.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_gap_get_control (TnkGap *self)
{
  g_return_val_if_fail (TNK_IS_GAP (self), NULL);
  return self->control;
}

/**
 * tnk_gap_get_counts:
 * @self: a gap
 * @counts: (out caller-allocates): where the counts go
 *
 * Gets the counts of the control in the scope for which the gaps were listed.
 *
 * Since: 0.1
 */
void
tnk_gap_get_counts (TnkGap *self,
                    TnkCounts *counts)
{
  g_return_if_fail (TNK_IS_GAP (self) && counts != NULL);
  *counts = self->counts;
}

/**
 * tnk_gap_get_missing_share:
 * @self: a gap
 *
 * Gets the share that is missing: 1 − s.
 *
 * Returns: more than 0, at most 1
 *
 * Since: 0.1
 */
double
tnk_gap_get_missing_share (TnkGap *self)
{
  g_return_val_if_fail (TNK_IS_GAP (self), 0);
  return missing_half_points (&self->counts) / (2.0 * self->counts.denominator);
}

/**
 * tnk_gap_get_burden:
 * @self: a gap
 *
 * Gets what the order goes by: weight × missing share × people.
 *
 * Returns: more than 0
 *
 * Since: 0.1
 */
double
tnk_gap_get_burden (TnkGap *self)
{
  g_return_val_if_fail (TNK_IS_GAP (self), 0);
  return burden_of (self) / 2.0;
}

/**
 * tnk_gap_get_duty:
 * @self: a gap
 *
 * Gets the duty whose role misses the most; the first one of those that miss the same.
 *
 * Returns: (transfer none): the duty
 *
 * Since: 0.1
 */
TnkDuty *
tnk_gap_get_duty (TnkGap *self)
{
  TnkDuty *worst = NULL;
  guint most = 0;

  g_return_val_if_fail (TNK_IS_GAP (self), NULL);

  for (guint i = 0; i < tnk_control_get_n_duties (self->control); i++) {
    TnkDuty *duty = tnk_control_get_duty (self->control, i);
    TnkTallyScope scope = self->scope;
    TnkCounts counts;

    scope.role = tnk_role_get_index (tnk_duty_get_role (duty));
    tnk_tally_count (self->tally, &scope, self->control, &counts);
    if (missing_half_points (&counts) <= most)
      continue;
    most = missing_half_points (&counts);
    worst = duty;
  }
  return worst;
}

/**
 * tnk_gap_get_improvement:
 * @self: a gap
 *
 * Gets the action that the catalog suggests: to the role that misses the most, or to another where it has nothing to say
 * to that one.
 *
 * Returns: (transfer none) (nullable): the wording
 *
 * Since: 0.1
 */
TnkText *
tnk_gap_get_improvement (TnkGap *self)
{
  TnkText *text;

  g_return_val_if_fail (TNK_IS_GAP (self), NULL);

  text = tnk_duty_get_improvement (tnk_gap_get_duty (self));
  for (guint i = 0; text == NULL && i < tnk_control_get_n_duties (self->control); i++)
    text = tnk_duty_get_improvement (tnk_control_get_duty (self->control, i));
  return text;
}

/**
 * tnk_gap_count_department:
 * @self: a gap
 * @department: the index of a department
 * @counts: (out caller-allocates): where the counts go
 *
 * Counts the control among the department’s own people, without those of the departments below it.
 *
 * Since: 0.1
 */
void
tnk_gap_count_department (TnkGap *self,
                          guint department,
                          TnkCounts *counts)
{
  TnkTallyScope scope;

  g_return_if_fail (TNK_IS_GAP (self) && counts != NULL && department < self->tally->n_departments);

  scope = self->scope;
  scope.first_department = department;
  scope.end_department = department + 1;
  tnk_tally_count (self->tally, &scope, self->control, counts);
}

/**
 * tnk_gap_list_departments:
 * @self: a gap
 *
 * Lists the departments concerned: those in which the department’s own people do not fully keep the control.
 *
 * Returns: (transfer container) (element-type TnkDepartment): the departments, in tree order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_gap_list_departments (TnkGap *self)
{
  GPtrArray *departments;

  g_return_val_if_fail (TNK_IS_GAP (self), NULL);

  departments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint d = self->scope.first_department; d < self->scope.end_department; d++) {
    TnkCounts counts;

    tnk_gap_count_department (self, d, &counts);
    if (missing_half_points (&counts) > 0)
      g_ptr_array_add (departments, g_object_ref (tnk_body_get_department (self->tally->body, d)));
  }
  return departments;
}
