/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-strings-private.h"
#include "tnk-turnout-private.h"

G_DEFINE_FINAL_TYPE (TnkTurnoutPerson, tnk_turnout_person, G_TYPE_OBJECT)

static void
tnk_turnout_person_finalize (GObject *object)
{
  TnkTurnoutPerson *self = TNK_TURNOUT_PERSON (object);

  tnk_wipe_string (&self->id);
  tnk_wipe_string (&self->name);
  tnk_wipe_string (&self->remark);
  g_free (self->handed_in_at);
  g_free (self->reference);
  g_clear_object (&self->body);
  G_OBJECT_CLASS (tnk_turnout_person_parent_class)->finalize (object);
}

static void
tnk_turnout_person_class_init (TnkTurnoutPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_turnout_person_finalize;
}

static void
tnk_turnout_person_init (TnkTurnoutPerson *self)
{
}

/**
 * tnk_turnout_person_get_id:
 * @self: somebody who is asked
 *
 * Gets who it is.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_turnout_person_get_id (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->id;
}

/**
 * tnk_turnout_person_get_name:
 * @self: somebody who is asked
 *
 * Gets the name.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_turnout_person_get_name (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->name;
}

/**
 * tnk_turnout_person_get_department:
 * @self: somebody who is asked
 *
 * Gets the department in which the person is asked.
 *
 * Returns: (transfer none): the department
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_turnout_person_get_department (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->department;
}

/**
 * tnk_turnout_person_get_state:
 * @self: somebody who is asked
 *
 * Gets how far the person is.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkTurnoutState
tnk_turnout_person_get_state (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), TNK_TURNOUT_STATE_NOT_BEGUN);
  return self->state;
}

/**
 * tnk_turnout_person_is_missing:
 * @self: somebody who is asked
 *
 * Tells whether the person has still to hand in, or to hand in again.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_turnout_person_is_missing (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), FALSE);
  return self->state < TNK_TURNOUT_STATE_SUBMITTED;
}

/**
 * tnk_turnout_person_get_handed_in_at:
 * @self: somebody who is asked
 *
 * Gets when the person handed in last.
 *
 * Returns: (nullable): the moment, ISO 8601; `NULL` if it never was
 *
 * Since: 0.1
 */
const char *
tnk_turnout_person_get_handed_in_at (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->handed_in_at;
}

/**
 * tnk_turnout_person_get_reference:
 * @self: somebody who is asked
 *
 * Gets the reference code of what was handed in last. It changes each time.
 *
 * Returns: (nullable): the code, or `NULL`
 *
 * Since: 0.1
 */
const char *
tnk_turnout_person_get_reference (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->reference;
}

/**
 * tnk_turnout_person_get_remark:
 * @self: somebody who is asked
 *
 * Gets the remark with which the questionnaire came back.
 *
 * Returns: (nullable): the remark, or `NULL` if it does not stand returned
 *
 * Since: 0.1
 */
const char *
tnk_turnout_person_get_remark (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), NULL);
  return self->remark;
}

/**
 * tnk_turnout_person_get_n_items:
 * @self: somebody who is asked
 *
 * Gets how many items the questionnaire has.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_person_get_n_items (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), 0);
  return self->n_items;
}

/**
 * tnk_turnout_person_get_n_answered:
 * @self: somebody who is asked
 *
 * Gets how many items are answered.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_person_get_n_answered (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), 0);
  return self->n_answered;
}

/**
 * tnk_turnout_person_get_n_open:
 * @self: somebody who is asked
 *
 * Gets how many items are not answered yet.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_person_get_n_open (TnkTurnoutPerson *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT_PERSON (self), 0);
  return self->n_items - MIN (self->n_items, self->n_answered);
}
