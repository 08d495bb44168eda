/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-private.h"

/* Which gaps the plan deals with already: “control department”, whatever became of the action. Who withdrew a proposal does
 * not want it back the next time. */
static GHashTable *
gather_known (TnkPlan *self)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->actions->len; i++) {
    TnkAction *action = g_ptr_array_index (self->actions, i);
    const char *const *ids = tnk_action_get_departments (action);

    for (guint d = 0; ids[d] != NULL; d++)
      g_hash_table_add (known, g_strdup_printf ("%s %s", tnk_control_get_id (tnk_action_get_control (action)), ids[d]));
  }
  return known;
}

/* The departments concerned about which the plan says nothing yet. */
static GPtrArray *
list_new_departments (TnkGap *gap,
                      GHashTable *known)
{
  g_autoptr (GPtrArray) concerned = tnk_gap_list_departments (gap);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < concerned->len; i++) {
    const char *id = tnk_department_get_id (g_ptr_array_index (concerned, i));
    g_autofree char *key = g_strdup_printf ("%s %s", tnk_control_get_id (tnk_gap_get_control (gap)), id);

    if (!g_hash_table_contains (known, key))
      g_ptr_array_add (ids, (gpointer) id);
  }
  g_ptr_array_add (ids, NULL);
  return ids;
}

/* A critical control, and one that half of it or more is missing of, cannot wait. */
static const char *
rank_gap (TnkGap *gap)
{
  TnkCounts counts;
  guint missing;

  tnk_gap_get_counts (gap, &counts);
  missing = 2 * counts.denominator - counts.half_points;
  if (tnk_control_is_critical (tnk_gap_get_control (gap)) || missing >= counts.denominator)
    return "1";
  return missing * 5 >= 2 * counts.denominator ? "2" : "3";
}

/* What the catalog suggests, else the control itself: an action without words cannot be discussed. */
static const char *
word_gap (TnkGap *gap,
          const char *language)
{
  TnkText *text = tnk_gap_get_improvement (gap);

  return tnk_text_get (text != NULL ? text : tnk_control_get_title (tnk_gap_get_control (gap)), language);
}

static TnkAction *
make_proposal (TnkPlan *self,
               TnkGap *gap,
               GPtrArray *departments,
               const char *language)
{
  TnkAction *action = tnk_action_new (self->campaign, tnk_gap_get_control (gap));
  TnkRole *role = tnk_duty_get_role (tnk_gap_get_duty (gap));
  g_autofree char *owner = g_strconcat ("role:", tnk_role_get_id (role), NULL);

  tnk_action_set_departments (action, (const char *const *) departments->pdata, NULL);
  tnk_action_set (action, TNK_ACTION_FIELD_WHAT, word_gap (gap, language), NULL);
  tnk_action_set (action, TNK_ACTION_FIELD_OWNER, owner, NULL);
  tnk_action_set (action, TNK_ACTION_FIELD_PRIORITY, rank_gap (gap), NULL);
  return action;
}

/**
 * tnk_plan_propose:
 * @self: a plan
 * @tally: the counted answers of its campaign
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @language: (nullable): the language of the proposals, `ja` or `en`
 *
 * Makes proposals from the gaps, worst first: one action for each control, about all departments concerned for which the
 * plan holds no action about that control, in the words of the catalog for the role that misses the most, which becomes
 * the owner. Nothing is added to the plan.
 *
 * Returns: (transfer container) (element-type TnkAction): the proposals
 *
 * Since: 0.1
 */
GPtrArray *
tnk_plan_propose (TnkPlan *self,
                  TnkTally *tally,
                  int department,
                  const char *language)
{
  g_autoptr (GPtrArray) gaps = NULL;
  g_autoptr (GHashTable) known = NULL;
  GPtrArray *proposals;

  g_return_val_if_fail (TNK_IS_PLAN (self) && TNK_IS_TALLY (tally), NULL);

  gaps = tnk_gap_list (tally, department);
  known = gather_known (self);
  proposals = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < gaps->len; i++) {
    TnkGap *gap = g_ptr_array_index (gaps, i);
    g_autoptr (GPtrArray) departments = list_new_departments (gap, known);

    if (departments->len > 1)
      g_ptr_array_add (proposals, make_proposal (self, gap, departments, language));
  }
  return proposals;
}
