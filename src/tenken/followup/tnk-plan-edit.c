/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-edits-private.h"
#include "tnk-strings-private.h"

typedef struct
{
  TnkActionField field;
  char *old;
  char *new;
  TnkPlanDecision decision;
  gboolean conflict;
} Change;

struct _TnkPlanEdit
{
  GObject parent_instance;

  TnkPlan *plan;
  TnkAction *action; /* NULL for a new one */
  TnkControl *control;
  char *where;
  char *note;
  char *refusal;
  GArray *changes; /* (element-type Change) */
};

G_DEFINE_FINAL_TYPE (TnkPlanEdit, tnk_plan_edit, G_TYPE_OBJECT)

static void
change_clear (gpointer data)
{
  Change *change = data;

  g_free (change->old);
  g_free (change->new);
}

static void
tnk_plan_edit_finalize (GObject *object)
{
  TnkPlanEdit *self = TNK_PLAN_EDIT (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->action);
  g_free (self->where);
  g_free (self->note);
  g_free (self->refusal);
  g_array_unref (self->changes);
  G_OBJECT_CLASS (tnk_plan_edit_parent_class)->finalize (object);
}

static void
tnk_plan_edit_class_init (TnkPlanEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_plan_edit_finalize;
}

static void
tnk_plan_edit_init (TnkPlanEdit *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
}

/* Where nothing is known of what the sheet said at first, all that differs from the plan is taken for a change, and for a
 * conflict. */
static void
add_change (TnkPlanEdit *self,
            const TnkPlanRow *row,
            TnkActionField field)
{
  const char *value = row->values[field], *base = row->bases[field];
  const char *stored = self->action != NULL ? tnk_action_get (self->action, field) : "";
  Change change;

  if (value == NULL || tnk_plan_says_the_same (field, value, stored) || (base != NULL && tnk_plan_says_the_same (field, value, base)))
    return;
  change = (Change){.field = field, .old = g_strdup (base != NULL ? base : stored), .new = g_strdup (value), .decision = TNK_PLAN_DECISION_SHEET};
  change.conflict = self->action != NULL && (base == NULL || !tnk_plan_says_the_same (field, base, stored));
  if (change.conflict)
    change.decision = TNK_PLAN_DECISION_NONE;
  g_array_append_val (self->changes, change);
}

/* A sheet that comes back twice must not say everything twice. */
static gboolean
has_note (TnkAction *action,
          const char *text)
{
  for (guint i = 0; action != NULL && i < tnk_action_get_n_notes (action); i++)
    if (g_str_equal (tnk_action_get_note_text (action, i), text))
      return TRUE;
  return FALSE;
}

TnkPlanEdit *
tnk_plan_edit_new (TnkPlan *plan,
                   const TnkPlanRow *row)
{
  TnkPlanEdit *self = g_object_new (TNK_TYPE_PLAN_EDIT, NULL);

  self->plan = g_object_ref (plan);
  self->action = row->action != NULL ? g_object_ref (row->action) : NULL;
  self->control = row->control;
  self->where = g_strdup (row->where);
  if (row->note != NULL && !has_note (row->action, row->note))
    self->note = g_strdup (row->note);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    add_change (self, row, field);
  return self;
}

/* Whether the plan went on since the sheet was written. */
static gboolean
is_stale (TnkPlanEdit *self,
          const TnkPlanRow *row)
{
  for (guint field = 0; self->action != NULL && field < TNK_N_ACTION_FIELDS; field++)
    if (row->bases[field] != NULL && !tnk_plan_says_the_same (field, row->bases[field], tnk_action_get (self->action, field)))
      return TRUE;
  return FALSE;
}

/* What came from the sheet alone, or from the plan alone, could stand; both together cannot. That is for somebody to decide
 * as well, and no fault of the sheet. */
gboolean
tnk_plan_edit_dispute (TnkPlanEdit *self,
                       const TnkPlanRow *row,
                       const char *refusal)
{
  if (self->changes->len == 0 || !is_stale (self, row))
    return FALSE;
  tnk_set_string (&self->refusal, refusal);
  for (guint i = 0; i < self->changes->len; i++) {
    Change *change = &g_array_index (self->changes, Change, i);

    change->conflict = TRUE;
    change->decision = TNK_PLAN_DECISION_NONE;
  }
  return TRUE;
}

gboolean
tnk_plan_edit_is_empty (TnkPlanEdit *self)
{
  return self->action != NULL && self->changes->len == 0 && self->note == NULL;
}

static Change *
change_at (TnkPlanEdit *self,
           guint position)
{
  return &g_array_index (self->changes, Change, position);
}

/**
 * tnk_plan_edit_get_action:
 * @self: an edit
 *
 * Gets the action as it stands in the plan.
 *
 * Returns: (transfer none) (nullable): the action, or `NULL` if the row is a new one
 *
 * Since: 0.1
 */
TnkAction *
tnk_plan_edit_get_action (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);
  return self->action;
}

/**
 * tnk_plan_edit_get_control:
 * @self: an edit
 *
 * Gets the control that the action is about.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_plan_edit_get_control (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);
  return self->control;
}

/**
 * tnk_plan_edit_get_where:
 * @self: an edit
 *
 * Gets where in the file the row stands.
 *
 * Returns: the sheet and the row
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_where (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);
  return self->where;
}

/**
 * tnk_plan_edit_get_note:
 * @self: an edit
 *
 * Gets the progress note that the row adds.
 *
 * Returns: (nullable): the note, or `NULL` if it adds none
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_note (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);
  return self->note;
}

/**
 * tnk_plan_edit_get_refusal:
 * @self: an edit
 *
 * Gets why the values of the sheet cannot go in as they are, now that the plan has gone on. Each of them is a conflict then,
 * and where the plan stays nothing stands in the way.
 *
 * Returns: (nullable): the reason, or `NULL` if they can
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_refusal (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);
  return self->refusal;
}

/**
 * tnk_plan_edit_get_n_fields:
 * @self: an edit
 *
 * Gets how many fields the row changes.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_edit_get_n_fields (TnkPlanEdit *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), 0);
  return self->changes->len;
}

/**
 * tnk_plan_edit_get_field:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Gets which field is changed.
 *
 * Returns: the field
 *
 * Since: 0.1
 */
TnkActionField
tnk_plan_edit_get_field (TnkPlanEdit *self,
                         guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, TNK_ACTION_FIELD_WHAT);
  return change_at (self, position)->field;
}

/**
 * tnk_plan_edit_get_old:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Gets what the sheet said when it was written.
 *
 * Returns: the text form, empty for a new action
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_old (TnkPlanEdit *self,
                       guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, NULL);
  return change_at (self, position)->old;
}

/**
 * tnk_plan_edit_get_new:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Gets what the sheet says now.
 *
 * Returns: the text form
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_new (TnkPlanEdit *self,
                       guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, NULL);
  return change_at (self, position)->new;
}

/**
 * tnk_plan_edit_get_stored:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Gets what the plan says.
 *
 * Returns: the text form, empty for a new action
 *
 * Since: 0.1
 */
const char *
tnk_plan_edit_get_stored (TnkPlanEdit *self,
                          guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, NULL);
  return self->action != NULL ? tnk_action_get (self->action, change_at (self, position)->field) : "";
}

/**
 * tnk_plan_edit_is_conflict:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Tells whether the field was also changed in the plan since the sheet was written.
 *
 * Returns: `TRUE` if so, and not to the same
 *
 * Since: 0.1
 */
gboolean
tnk_plan_edit_is_conflict (TnkPlanEdit *self,
                           guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, FALSE);
  return change_at (self, position)->conflict;
}

/**
 * tnk_plan_edit_get_decision:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 *
 * Gets which side wins. Where there is no conflict that is the sheet, unless it was decided otherwise.
 *
 * Returns: the decision
 *
 * Since: 0.1
 */
TnkPlanDecision
tnk_plan_edit_get_decision (TnkPlanEdit *self,
                            guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len, TNK_PLAN_DECISION_NONE);
  return change_at (self, position)->decision;
}

/**
 * tnk_plan_edit_decide:
 * @self: an edit
 * @position: which of the fields that it changes, from 0
 * @decision: which side wins
 *
 * Decides a conflict, or leaves a change out.
 *
 * Since: 0.1
 */
void
tnk_plan_edit_decide (TnkPlanEdit *self,
                      guint position,
                      TnkPlanDecision decision)
{
  g_return_if_fail (TNK_IS_PLAN_EDIT (self) && position < self->changes->len);
  change_at (self, position)->decision = decision;
}

/* --- what comes out --- */

static const char *
find_new (TnkPlanEdit *self,
          TnkActionField field)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (change_at (self, i)->field == field && change_at (self, i)->decision != TNK_PLAN_DECISION_STORE)
      return change_at (self, i)->new;
  return NULL;
}

static gboolean
is_step (TnkActionField field)
{
  return field >= TNK_ACTION_FIELD_STATUS;
}

static gboolean
set_fields (TnkPlanEdit *self,
            TnkAction *action,
            GError **error)
{
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++) {
    const char *value = find_new (self, field);

    if (value != NULL && (self->action == NULL || !is_step (field)) && !tnk_action_set (action, field, value, error))
      return FALSE;
  }
  return TRUE;
}

/* The status comes with who verified it: the sheet has a column for each. */
static gboolean
take_step (TnkPlanEdit *self,
           TnkAction *action,
           GError **error)
{
  const char *word = find_new (self, TNK_ACTION_FIELD_STATUS);
  const char *verifier = find_new (self, TNK_ACTION_FIELD_VERIFIED_BY);
  TnkActionStatus status;

  if (word != NULL && tnk_action_status_from_string (word, &status))
    return tnk_action_move (action, status, verifier, error);
  return verifier == NULL || tnk_action_set (action, TNK_ACTION_FIELD_VERIFIED_BY, verifier, error);
}

/**
 * tnk_plan_edit_make_action:
 * @self: an edit
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `STATE` or `REFUSED`, see
 *   [method@Plan.check]
 *
 * Makes the action as it would be. What is not decided yet is taken from the sheet.
 *
 * Returns: (transfer full): the action, which can stand in the plan
 *
 * Since: 0.1
 */
TnkAction *
tnk_plan_edit_make_action (TnkPlanEdit *self,
                           GError **error)
{
  g_autoptr (TnkAction) action = NULL;

  g_return_val_if_fail (TNK_IS_PLAN_EDIT (self), NULL);

  if (self->action != NULL)
    action = tnk_action_copy (self->action);
  else
    action = tnk_action_new (tnk_plan_get_campaign (self->plan), self->control);
  if (!set_fields (self, action, error) || (self->action != NULL && !take_step (self, action, error)) ||
      (self->note != NULL && !tnk_action_add_note (action, NULL, NULL, self->note, error)) ||
      !tnk_plan_check (self->plan, action, self->action, error))
    return NULL;
  return g_steal_pointer (&action);
}
