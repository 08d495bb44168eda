/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-plan-private.h"

/* What a person may do about an action. */
enum {
  MAY_CHANGE = 1 << TNK_N_ACTION_STATUSES, /* after a bit for each status that it may be taken to */
  IS_OWNER = MAY_CHANGE << 1,
};

struct _TnkPlanView
{
  GObject parent_instance;

  TnkPlan *plan;
  int department;
  char *today;
  gboolean *own; /* by the place of a department */
  gboolean may_add;
  GHashTable *rights; /* (element-type TnkAction guint) */
};

G_DEFINE_FINAL_TYPE (TnkPlanView, tnk_plan_view, G_TYPE_OBJECT)

static void
tnk_plan_view_finalize (GObject *object)
{
  TnkPlanView *self = TNK_PLAN_VIEW (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->rights, g_hash_table_unref);
  g_free (self->today);
  g_free (self->own);
  G_OBJECT_CLASS (tnk_plan_view_parent_class)->finalize (object);
}

static void
tnk_plan_view_class_init (TnkPlanViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_plan_view_finalize;
}

static void
tnk_plan_view_init (TnkPlanView *self)
{
  self->rights = g_hash_table_new (NULL, NULL);
}

static guint
find_rights (TnkDeskPlan *all,
             TnkAction *action)
{
  guint rights = 0;

  for (guint status = 0; status < TNK_N_ACTION_STATUSES; status++)
    if (tnk_desk_plan_may_move (all, action, status))
      rights |= 1 << status;
  if (tnk_desk_plan_covers (all, action))
    rights |= MAY_CHANGE;
  if (tnk_plan_is_owner (all->plan, action, all->person_id))
    rights |= IS_OWNER;
  return rights;
}

TnkPlanView *
tnk_plan_view_new (TnkDeskPlan *all,
                   TnkPlan *part,
                   const char *today)
{
  TnkPlanView *self = g_object_new (TNK_TYPE_PLAN_VIEW, NULL);

  self->plan = g_object_ref (part);
  self->department = all->scope.department;
  self->today = g_strdup (today);
  self->own = g_memdup2 (all->own, sizeof *all->own * tnk_body_get_n_departments (tnk_plan_get_body (part)));
  self->may_add = (all->scope.rights & (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_DEPARTMENT)) != 0;
  for (guint i = 0; i < tnk_plan_get_n_actions (part); i++) {
    TnkAction *action = tnk_plan_get_action (part, i);

    g_hash_table_insert (self->rights, action, GUINT_TO_POINTER (find_rights (all, action)));
  }
  return self;
}

static gboolean
has (TnkPlanView *self,
     TnkAction *action,
     guint right)
{
  return (GPOINTER_TO_UINT (g_hash_table_lookup (self->rights, action)) & right) != 0;
}

/**
 * tnk_plan_view_get_plan:
 * @self: a view
 *
 * Gets the plan with the actions that the person sees. Its roster holds the people whom the person may name.
 *
 * Returns: (transfer none): the plan, which must not be changed
 *
 * Since: 0.1
 */
TnkPlan *
tnk_plan_view_get_plan (TnkPlanView *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), NULL);
  return self->plan;
}

/**
 * tnk_plan_view_get_department:
 * @self: a view
 *
 * Gets the department that was asked for, with all below it.
 *
 * Returns: its index in the body of the plan, or -1 for the whole body
 *
 * Since: 0.1
 */
int
tnk_plan_view_get_department (TnkPlanView *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), -1);
  return self->department;
}

/**
 * tnk_plan_view_get_today:
 * @self: a view
 *
 * Gets the day by the clock of the store when the plan was read, by which actions are overdue.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_plan_view_get_today (TnkPlanView *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), NULL);
  return self->today;
}

/**
 * tnk_plan_view_get_n_overdue:
 * @self: a view
 *
 * Counts the actions about the department that are late.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_view_get_n_overdue (TnkPlanView *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), 0);
  return tnk_plan_count_overdue (self->plan, self->department, self->today);
}

/**
 * tnk_plan_view_may_add:
 * @self: a view
 *
 * Tells whether the person may add actions, at least about some departments.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_may_add (TnkPlanView *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), FALSE);
  return self->may_add;
}

/**
 * tnk_plan_view_may_change:
 * @self: a view
 * @action: one of the actions of its plan
 *
 * Tells whether the person may change what an action says. What is done, verified or withdrawn stays as it is all the same.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_may_change (TnkPlanView *self,
                          TnkAction *action)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self) && TNK_IS_ACTION (action), FALSE);
  return has (self, action, MAY_CHANGE);
}

/**
 * tnk_plan_view_may_note:
 * @self: a view
 * @action: one of the actions of its plan
 *
 * Tells whether the person may write a progress note: who may change the action, and its owner.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_may_note (TnkPlanView *self,
                        TnkAction *action)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self) && TNK_IS_ACTION (action), FALSE);
  return has (self, action, MAY_CHANGE | IS_OWNER);
}

/**
 * tnk_plan_view_may_move:
 * @self: a view
 * @action: one of the actions of its plan
 * @status: a status
 *
 * Tells whether the person may take an action to a status from where it is. Nobody verifies what he or she owns or
 * reported done.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_may_move (TnkPlanView *self,
                        TnkAction *action,
                        TnkActionStatus status)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self) && TNK_IS_ACTION (action), FALSE);
  g_return_val_if_fail ((guint) status < TNK_N_ACTION_STATUSES, FALSE);
  return has (self, action, 1 << status);
}

/**
 * tnk_plan_view_is_owner:
 * @self: a view
 * @action: one of the actions of its plan
 *
 * Tells whether the action is the person’s own, see [method@Plan.is_owner].
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_is_owner (TnkPlanView *self,
                        TnkAction *action)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self) && TNK_IS_ACTION (action), FALSE);
  return has (self, action, IS_OWNER);
}

/**
 * tnk_plan_view_may_concern:
 * @self: a view
 * @department: the index of a department of the plan’s body
 *
 * Tells whether the person may make an action about a department.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_view_may_concern (TnkPlanView *self,
                           guint department)
{
  g_return_val_if_fail (TNK_IS_PLAN_VIEW (self), FALSE);
  g_return_val_if_fail (department < tnk_body_get_n_departments (tnk_plan_get_body (self->plan)), FALSE);
  return self->own[department];
}
