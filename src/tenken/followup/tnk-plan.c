/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-private.h"

G_DEFINE_FINAL_TYPE (TnkPlan, tnk_plan, G_TYPE_OBJECT)

static void
tnk_plan_finalize (GObject *object)
{
  TnkPlan *self = TNK_PLAN (object);

  g_clear_pointer (&self->promises, g_hash_table_unref);
  g_clear_pointer (&self->holders, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_object (&self->campaign);
  g_clear_object (&self->body);
  g_clear_object (&self->roster);
  G_OBJECT_CLASS (tnk_plan_parent_class)->finalize (object);
}

static void
tnk_plan_class_init (TnkPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_plan_finalize;
}

static void
tnk_plan_init (TnkPlan *self)
{
  self->actions = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->promises = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * tnk_plan_new:
 * @campaign: the campaign
 * @body: the body as it was in the campaign; its people are not looked at
 * @roster: the body as it is today, with its people, among whom are owners and those who verify
 *
 * Creates a plan without any action.
 *
 * Returns: (transfer full): the new plan
 *
 * Since: 0.1
 */
TnkPlan *
tnk_plan_new (TnkCampaign *campaign,
              TnkBody *body,
              TnkBody *roster)
{
  TnkPlan *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_BODY (body) && TNK_IS_BODY (roster), NULL);

  self = g_object_new (TNK_TYPE_PLAN, NULL);
  self->campaign = g_object_ref (campaign);
  self->body = g_object_ref (body);
  self->roster = g_object_ref (roster);
  self->holders = tnk_plan_index_holders (roster);
  return self;
}

/**
 * tnk_plan_get_campaign:
 * @self: a plan
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_plan_get_campaign (TnkPlan *self)
{
  g_return_val_if_fail (TNK_IS_PLAN (self), NULL);
  return self->campaign;
}

/**
 * tnk_plan_get_body:
 * @self: a plan
 *
 * Gets the body as it was in the campaign.
 *
 * Returns: (transfer none): the body
 *
 * Since: 0.1
 */
TnkBody *
tnk_plan_get_body (TnkPlan *self)
{
  g_return_val_if_fail (TNK_IS_PLAN (self), NULL);
  return self->body;
}

/**
 * tnk_plan_get_roster:
 * @self: a plan
 *
 * Gets the body as it is today.
 *
 * Returns: (transfer none): the body with its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_plan_get_roster (TnkPlan *self)
{
  g_return_val_if_fail (TNK_IS_PLAN (self), NULL);
  return self->roster;
}

/**
 * tnk_plan_add:
 * @self: a plan
 * @action: an action of the same campaign, with an id that the plan does not have yet or none
 *
 * Adds an action after all others.
 *
 * Since: 0.1
 */
void
tnk_plan_add (TnkPlan *self,
              TnkAction *action)
{
  const char *id;

  g_return_if_fail (TNK_IS_PLAN (self) && TNK_IS_ACTION (action));

  id = tnk_action_get_id (action);
  g_return_if_fail (id == NULL || !g_hash_table_contains (self->by_id, id));
  g_ptr_array_add (self->actions, g_object_ref (action));
  if (id != NULL)
    g_hash_table_insert (self->by_id, (gpointer) id, action);
}

/**
 * tnk_plan_get_n_actions:
 * @self: a plan
 *
 * Gets how many actions there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_get_n_actions (TnkPlan *self)
{
  g_return_val_if_fail (TNK_IS_PLAN (self), 0);
  return self->actions->len;
}

/**
 * tnk_plan_get_action:
 * @self: a plan
 * @position: which action, from 0
 *
 * Gets an action.
 *
 * Returns: (transfer none): the action
 *
 * Since: 0.1
 */
TnkAction *
tnk_plan_get_action (TnkPlan *self,
                     guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN (self) && position < self->actions->len, NULL);
  return g_ptr_array_index (self->actions, position);
}

/**
 * tnk_plan_lookup:
 * @self: a plan
 * @id: an id
 *
 * Finds an action by its id.
 *
 * Returns: (transfer none) (nullable): the action, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkAction *
tnk_plan_lookup (TnkPlan *self,
                 const char *id)
{
  g_return_val_if_fail (TNK_IS_PLAN (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->by_id, id);
}

static gboolean
is_within (TnkPlan *self,
           TnkAction *action,
           int department)
{
  const char *const *ids = tnk_action_get_departments (action);
  guint end = department < 0 ? 0 : tnk_body_get_subtree_end (self->body, department);

  for (guint i = 0; department >= 0 && ids[i] != NULL; i++) {
    TnkDepartment *entry = tnk_body_lookup_department (self->body, ids[i]);

    if (entry != NULL && tnk_department_get_index (entry) >= (guint) department && tnk_department_get_index (entry) < end)
      return TRUE;
  }
  return department < 0;
}

/**
 * tnk_plan_list:
 * @self: a plan
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @statuses: the statuses asked for: 1 shifted by each; or `TNK_PLAN_ANY_STATUS`
 * @owner: (nullable): the owner in its text form, or `NULL` for any
 * @overdue_on: (nullable): only what is overdue on this day, ISO 8601
 *
 * Lists the actions that fit.
 *
 * Returns: (transfer container) (element-type TnkAction): the actions, in the order of the plan
 *
 * Since: 0.1
 */
GPtrArray *
tnk_plan_list (TnkPlan *self,
               int department,
               guint statuses,
               const char *owner,
               const char *overdue_on)
{
  GPtrArray *list;

  g_return_val_if_fail (TNK_IS_PLAN (self) && department >= -1, NULL);
  g_return_val_if_fail (department < (int) tnk_body_get_n_departments (self->body), NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->actions->len; i++) {
    TnkAction *action = g_ptr_array_index (self->actions, i);

    if (((statuses >> tnk_action_get_status (action)) & 1) && is_within (self, action, department) &&
        (owner == NULL || g_str_equal (owner, tnk_action_get (action, TNK_ACTION_FIELD_OWNER))) &&
        (overdue_on == NULL || tnk_action_is_overdue (action, overdue_on)))
      g_ptr_array_add (list, g_object_ref (action));
  }
  return list;
}

/**
 * tnk_plan_count_overdue:
 * @self: a plan
 * @department: the index of a department, which stands for its subtree; or -1 for the whole body
 * @today: the day, ISO 8601
 *
 * Counts the actions that are late.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_count_overdue (TnkPlan *self,
                        int department,
                        const char *today)
{
  g_autoptr (GPtrArray) late = NULL;

  g_return_val_if_fail (TNK_IS_PLAN (self) && today != NULL, 0);

  late = tnk_plan_list (self, department, TNK_PLAN_ANY_STATUS, NULL, today);
  return late->len;
}

static gint64
promise_key (guint department,
             TnkControl *control)
{
  return (gint64) department << 32 | tnk_control_get_index (control);
}

/**
 * tnk_plan_add_promises:
 * @self: a plan
 * @department: the index of a department
 * @control: a control
 * @n: how many promises
 *
 * Adds promises that the department’s own people made about a control when they answered.
 *
 * Since: 0.1
 */
void
tnk_plan_add_promises (TnkPlan *self,
                       guint department,
                       TnkControl *control,
                       guint n)
{
  gint64 key;
  guint before;

  g_return_if_fail (TNK_IS_PLAN (self) && TNK_IS_CONTROL (control));
  g_return_if_fail (department < tnk_body_get_n_departments (self->body));

  key = promise_key (department, control);
  before = GPOINTER_TO_UINT (g_hash_table_lookup (self->promises, &key));
  g_hash_table_insert (self->promises, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (before + n));
}

/**
 * tnk_plan_count_promises:
 * @self: a plan
 * @action: an action
 *
 * Counts what people of the action’s departments promised about its control.
 *
 * Returns: the number of promises
 *
 * Since: 0.1
 */
guint
tnk_plan_count_promises (TnkPlan *self,
                         TnkAction *action)
{
  const char *const *ids;
  guint n = 0;

  g_return_val_if_fail (TNK_IS_PLAN (self) && TNK_IS_ACTION (action), 0);

  ids = tnk_action_get_departments (action);
  for (guint i = 0; ids[i] != NULL; i++) {
    TnkDepartment *department = tnk_body_lookup_department (self->body, ids[i]);
    gint64 key = department != NULL ? promise_key (tnk_department_get_index (department), tnk_action_get_control (action)) : -1;

    n += GPOINTER_TO_UINT (g_hash_table_lookup (self->promises, &key));
  }
  return n;
}
