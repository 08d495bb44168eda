/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkFormDeadline, tnk_form_deadline, G_TYPE_OBJECT)

static void
tnk_form_deadline_finalize (GObject *object)
{
  TnkFormDeadline *self = TNK_FORM_DEADLINE (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->clause, tnk_text_unref);
  g_free (self->after_id);
  g_clear_pointer (&self->only_if, tnk_condition_free);
  G_OBJECT_CLASS (tnk_form_deadline_parent_class)->finalize (object);
}

static void
tnk_form_deadline_class_init (TnkFormDeadlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_deadline_finalize;
}

static void
tnk_form_deadline_init (TnkFormDeadline *self)
{
}

/**
 * tnk_form_deadline_get_id:
 * @self: a deadline
 *
 * Gets the id, unique in the form.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_deadline_get_id (TnkFormDeadline *self)
{
  g_return_val_if_fail (TNK_IS_FORM_DEADLINE (self), NULL);
  return self->id;
}

/**
 * tnk_form_deadline_get_title:
 * @self: a deadline
 *
 * Gets what has to be done.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_deadline_get_title (TnkFormDeadline *self)
{
  g_return_val_if_fail (TNK_IS_FORM_DEADLINE (self), NULL);
  return self->title;
}

/**
 * tnk_form_deadline_get_clause:
 * @self: a deadline
 *
 * Gets the clause that the deadline follows, as it is printed.
 *
 * Returns: (transfer none) (nullable): the clause, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_deadline_get_clause (TnkFormDeadline *self)
{
  g_return_val_if_fail (TNK_IS_FORM_DEADLINE (self), NULL);
  return self->clause;
}

/**
 * tnk_form_deadline_get_step:
 * @self: a deadline
 *
 * Gets the step that has to be taken.
 *
 * Returns: (transfer none): the step
 *
 * Since: 0.1
 */
TnkFormStep *
tnk_form_deadline_get_step (TnkFormDeadline *self)
{
  g_return_val_if_fail (TNK_IS_FORM_DEADLINE (self), NULL);
  return self->step;
}

/**
 * tnk_form_deadline_get_due:
 * @self: a deadline
 *
 * Gets by when.
 *
 * Returns: by when
 *
 * Since: 0.1
 */
TnkFormDue
tnk_form_deadline_get_due (TnkFormDeadline *self)
{
  g_return_val_if_fail (TNK_IS_FORM_DEADLINE (self), TNK_FORM_DUE_DAYS);
  return self->due;
}
