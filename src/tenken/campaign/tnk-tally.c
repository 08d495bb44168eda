/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-tally-private.h"

#include "tnk-campaign-private.h"

G_DEFINE_FINAL_TYPE (TnkTally, tnk_tally, G_TYPE_OBJECT)

static void
tnk_tally_finalize (GObject *object)
{
  TnkTally *self = TNK_TALLY (object);

  g_free (self->withheld);
  g_free (self->lost);
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
    g_ptr_array_add (self->people, g_array_new (FALSE, FALSE, sizeof (TnkTallyPeople)));
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

/**
 * tnk_tally_role_bits:
 * @self: a tally
 * @role_ids: (array zero-terminated=1): ids of roles
 *
 * Packs a set of roles into bits: bit i for the role of column i. Roles that the catalog does not have are left out, and
 * those that the campaign leaves out of its population.
 *
 * Returns: the bits
 *
 * Since: 0.1
 */
guint64
tnk_tally_role_bits (TnkTally *self,
                     const char *const *role_ids)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && role_ids != NULL, 0);
  return tnk_campaign_pack_roles (self->campaign, role_ids);
}

/**
 * tnk_tally_add_people:
 * @self: a tally
 * @department: the index of their department
 * @role_bits: the roles that each of them holds, see [method@Tally.role_bits]
 * @asked: how many people they are
 * @submitted: how many of them submitted
 *
 * Adds people of the campaign’s population. Every count must be added before the first score is asked for. Roles that the
 * campaign leaves out do not count.
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

  role_bits &= ~self->campaign->outside_roles;
  list = g_ptr_array_index (self->people, department);
  holders = tnk_tally_holders_at (self, department + 1);
  for (guint r = 0; r < self->n_roles; r++)
    if ((role_bits >> r) & 1)
      holders[r] += asked;
  for (guint i = 0; i < list->len; i++) {
    TnkTallyPeople *people = &g_array_index (list, TnkTallyPeople, i);
    if (people->role_bits != role_bits)
      continue;
    people->asked += asked;
    people->submitted += submitted;
    return;
  }
  TnkTallyPeople people = {role_bits, asked, submitted};
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
 * Adds answers of questionnaires that count. Every count must be added before the first score is asked for. Answers in
 * roles that the campaign leaves out do not count.
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

  if (!tnk_campaign_is_role_outside (self->campaign, tnk_duty_get_role (tnk_catalog_get_duty (self->catalog, duty))))
    tnk_tally_answers_at (self, department + 1, duty)[value] += n;
}

void
tnk_tally_sum_up (TnkTally *self)
{
  gsize width = (gsize) self->n_duties * TNK_N_ANSWER_VALUES;

  if (self->summed)
    return;
  for (guint row = 1; row <= self->n_departments; row++) {
    for (gsize i = 0; i < width; i++)
      self->answers[row * width + i] += self->answers[(row - 1) * width + i];
    for (guint r = 0; r < self->n_roles; r++)
      tnk_tally_holders_at (self, row)[r] += tnk_tally_holders_at (self, row - 1)[r];
  }
  self->summed = TRUE;
}

static void
take_over_department (TnkTally *self,
                      TnkTally *before,
                      guint department)
{
  gsize width = (gsize) self->n_duties * TNK_N_ANSWER_VALUES;
  guint *answers = self->answers + (department + 1) * width, *holders = tnk_tally_holders_at (self, department + 1);
  const guint *sums = before->answers + (department + 1) * width;
  GArray *people = g_ptr_array_index (before->people, department);

  for (gsize i = 0; i < width; i++)
    answers[i] = sums[i] - sums[i - width];
  for (guint r = 0; r < self->n_roles; r++)
    holders[r] = tnk_tally_holders_at (before, department + 1)[r] - tnk_tally_holders_at (before, department)[r];
  g_array_append_vals (g_ptr_array_index (self->people, department), people->data, people->len);
}

void
tnk_tally_take_over (TnkTally *self,
                     TnkTally *before,
                     const gboolean *but)
{
  g_return_if_fail (!self->summed && before->withheld == NULL && self->n_departments == before->n_departments && self->n_duties == before->n_duties &&
                    self->n_roles == before->n_roles);

  tnk_tally_sum_up (before);
  for (guint i = 0; i < self->n_departments; i++)
    if (!but[i])
      take_over_department (self, before, i);
}

gboolean
tnk_tally_is_in_scope (const TnkTallyScope *scope,
                       TnkDuty *duty)
{
  if (!tnk_duty_is_scored (duty))
    return FALSE;
  return scope->role < 0 || tnk_role_get_index (tnk_duty_get_role (duty)) == (guint) scope->role;
}

static void
count_duty (TnkTally *self,
            const TnkTallyScope *scope,
            TnkDuty *duty,
            TnkCounts *counts)
{
  guint index = tnk_duty_get_index (duty);
  guint role = tnk_role_get_index (tnk_duty_get_role (duty));
  const guint *from = tnk_tally_answers_at (self, scope->first_department, index);
  const guint *to = tnk_tally_answers_at (self, scope->end_department, index);

  counts->items += tnk_tally_holders_at (self, scope->end_department)[role] - tnk_tally_holders_at (self, scope->first_department)[role];
  counts->implemented += to[TNK_ANSWER_VALUE_IMPLEMENTED] - from[TNK_ANSWER_VALUE_IMPLEMENTED];
  counts->partial += to[TNK_ANSWER_VALUE_PARTIAL] - from[TNK_ANSWER_VALUE_PARTIAL];
  counts->not_implemented += to[TNK_ANSWER_VALUE_NOT_IMPLEMENTED] - from[TNK_ANSWER_VALUE_NOT_IMPLEMENTED];
  counts->not_applicable += to[TNK_ANSWER_VALUE_NOT_APPLICABLE] - from[TNK_ANSWER_VALUE_NOT_APPLICABLE];
  counts->excepted += to[TNK_ANSWER_VALUE_EXCEPTED] - from[TNK_ANSWER_VALUE_EXCEPTED];
  counts->withheld += tnk_tally_count_withheld (self, scope, role);
}

/* Counts the items of one control within a scope. An unanswered item leaves the denominator while the campaign is open
 * and counts 0 once it is closed. */
void
tnk_tally_count (TnkTally *self,
                 const TnkTallyScope *scope,
                 TnkControl *control,
                 TnkCounts *counts)
{
  tnk_tally_sum_up (self);
  *counts = (TnkCounts){0};
  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);
    if (tnk_tally_is_in_scope (scope, duty))
      count_duty (self, scope, duty, counts);
  }
  counts->half_points = 2 * counts->implemented + counts->partial;
  if (tnk_campaign_get_state (self->campaign) == TNK_CAMPAIGN_STATE_CLOSED && !self->spares_unanswered)
    counts->denominator = counts->items - counts->not_applicable - counts->excepted;
  else
    counts->denominator = counts->implemented + counts->partial + counts->not_implemented;
}

void
tnk_tally_count_scope_people (TnkTally *self,
                              const TnkTallyScope *scope,
                              guint64 role_bits,
                              gint64 *asked,
                              gint64 *submitted)
{
  for (guint d = scope->first_department; d < scope->end_department; d++) {
    GArray *list = g_ptr_array_index (self->people, d);

    for (guint i = 0; i < list->len; i++) {
      TnkTallyPeople *people = &g_array_index (list, TnkTallyPeople, i);
      if ((people->role_bits & role_bits) == 0)
        continue;
      *asked += people->asked;
      *submitted += people->submitted;
    }
  }
}

TnkTallyScope
tnk_tally_everything (TnkTally *self)
{
  return (TnkTallyScope){0, self->n_departments, 0, tnk_catalog_get_n_controls (self->catalog), -1};
}

void
tnk_tally_restrict_to_department (TnkTally *self,
                                  TnkTallyScope *scope,
                                  guint department)
{
  scope->first_department = department;
  scope->end_department = tnk_body_get_subtree_end (self->body, department);
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

  TnkTallyScope scope = tnk_tally_everything (self);
  if (department >= 0)
    tnk_tally_restrict_to_department (self, &scope, department);
  scope.role = role;
  tnk_tally_count (self, &scope, tnk_catalog_get_control (self->catalog, control), counts);
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

  TnkTallyScope scope = tnk_tally_everything (self);
  if (department >= 0)
    tnk_tally_restrict_to_department (self, &scope, department);
  tnk_tally_count_scope_people (self, &scope, role_bits, &n_asked, &n_submitted);
  *asked = n_asked;
  *submitted = n_submitted;
}
