/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkDuty, tnk_duty, G_TYPE_OBJECT)

static void
tnk_duty_class_init (TnkDutyClass *klass)
{
}

static void
tnk_duty_init (TnkDuty *self)
{
}

/**
 * tnk_duty_get_control:
 * @self: a duty
 *
 * Gets the control.
 *
 * Returns: (transfer none) (nullable): the control, `NULL` once the catalog is gone
 *
 * Since: 0.1
 */
TnkControl *
tnk_duty_get_control (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);
  return self->control;
}

/**
 * tnk_duty_get_role:
 * @self: a duty
 *
 * Gets the role.
 *
 * Returns: (transfer none) (nullable): the role, `NULL` once the catalog is gone
 *
 * Since: 0.1
 */
TnkRole *
tnk_duty_get_role (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);
  return self->role;
}

/**
 * tnk_duty_get_mark:
 * @self: a duty
 *
 * Gets the mark.
 *
 * Returns: the mark
 *
 * Since: 0.1
 */
TnkMark
tnk_duty_get_mark (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), TNK_MARK_NONE);
  return self->mark;
}

/**
 * tnk_duty_get_question:
 * @self: a duty
 *
 * Gets the question that this role is asked about this control.
 *
 * Returns: (nullable) (transfer none): the question that this role is asked about this control
 *
 * Since: 0.1
 */
TnkQuestion *
tnk_duty_get_question (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);
  return self->question;
}

/**
 * tnk_duty_get_index:
 * @self: a duty
 *
 * Gets the place among the duties of the catalog, from 0: control by control, within it role by role.
 *
 * Returns: the place among the duties of the catalog, from 0: control by control, within it role by role
 *
 * Since: 0.1
 */
guint
tnk_duty_get_index (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), 0);
  return self->index;
}

/**
 * tnk_duty_is_scored:
 * @self: a duty
 *
 * Tells whether answers to the duty are scored: those marked ○, 許 and 承 are.
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
tnk_duty_is_scored (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), FALSE);
  return tnk_mark_is_scored (self->mark);
}

/**
 * tnk_duty_get_guidance:
 * @self: a duty
 *
 * Gets how this role keeps the control: the question’s text where it has one, else the control’s.
 *
 * Returns: (transfer none) (nullable): the wording, `NULL` once the catalog is gone
 *
 * Since: 0.1
 */
TnkText *
tnk_duty_get_guidance (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);

  if (self->question != NULL && self->question->guidance != NULL)
    return self->question->guidance;
  return self->control != NULL ? self->control->guidance : NULL;
}

/**
 * tnk_duty_get_evidence:
 * @self: a duty
 *
 * Gets what this role could show: the question’s text where it has one, else the control’s.
 *
 * Returns: (transfer none) (nullable): the wording, `NULL` once the catalog is gone
 *
 * Since: 0.1
 */
TnkText *
tnk_duty_get_evidence (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);

  if (self->question != NULL && self->question->evidence != NULL)
    return self->question->evidence;
  return self->control != NULL ? self->control->evidence : NULL;
}

/**
 * tnk_duty_get_improvement:
 * @self: a duty
 *
 * Gets the action suggested to this role: the question’s text where it has one, else the control’s.
 *
 * Returns: (transfer none) (nullable): the wording, `NULL` once the catalog is gone
 *
 * Since: 0.1
 */
TnkText *
tnk_duty_get_improvement (TnkDuty *self)
{
  g_return_val_if_fail (TNK_IS_DUTY (self), NULL);

  if (self->question != NULL && self->question->improvement != NULL)
    return self->question->improvement;
  return self->control != NULL ? self->control->improvement : NULL;
}
