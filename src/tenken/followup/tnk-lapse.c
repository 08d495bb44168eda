/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-lapse-private.h"

struct _TnkLapse
{
  GObject parent_instance;

  TnkCatalog *catalog;
  TnkBody *body;
  TnkControl *control; /* borrowed from the catalog, as the role is */
  TnkRole *role;
  TnkDepartment *department; /* borrowed from the body */
  char *person_id;
  char *person_name;
  guint n_answers;
  TnkException *exception;
};

G_DEFINE_FINAL_TYPE (TnkLapse, tnk_lapse, G_TYPE_OBJECT)

static void
tnk_lapse_finalize (GObject *object)
{
  TnkLapse *self = TNK_LAPSE (object);

  g_clear_object (&self->exception);
  g_clear_object (&self->catalog);
  g_clear_object (&self->body);
  g_free (self->person_id);
  g_free (self->person_name);
  G_OBJECT_CLASS (tnk_lapse_parent_class)->finalize (object);
}

static void
tnk_lapse_class_init (TnkLapseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_lapse_finalize;
}

static void
tnk_lapse_init (TnkLapse *self)
{
}

TnkLapse *
tnk_lapse_new (TnkCatalog *catalog,
               TnkBody *body,
               TnkControl *control,
               const TnkLapseOwner *owner,
               TnkException *exception)
{
  TnkLapse *self = g_object_new (TNK_TYPE_LAPSE, NULL);

  self->catalog = g_object_ref (catalog);
  self->body = g_object_ref (body);
  self->control = control;
  self->role = owner->role;
  self->department = owner->department;
  self->person_id = g_strdup (owner->person_id);
  self->person_name = g_strdup (owner->person_name);
  self->n_answers = 1;
  g_set_object (&self->exception, exception);
  return self;
}

gboolean
tnk_lapse_is_of (TnkLapse *self,
                 TnkControl *control,
                 const TnkLapseOwner *owner,
                 TnkException *exception)
{
  return self->control == control && self->department == owner->department && self->role == owner->role && self->exception == exception &&
         g_strcmp0 (self->person_id, owner->person_id) == 0;
}

void
tnk_lapse_add (TnkLapse *self)
{
  self->n_answers++;
}

/* An exception of a department holds for all that is below it. */
static gboolean
held_in (TnkException *exception,
         TnkDepartment *department)
{
  for (; department != NULL; department = tnk_department_get_parent (department))
    if (g_str_equal (tnk_exception_get_department_id (exception), tnk_department_get_id (department)))
      return TRUE;
  return FALSE;
}

TnkException *
tnk_lapse_find_exception (GPtrArray *exceptions,
                          TnkControl *control,
                          TnkDepartment *department,
                          const char *day)
{
  TnkException *last = NULL;

  for (guint i = 0; i < exceptions->len; i++) {
    TnkException *exception = exceptions->pdata[i];

    if (g_str_equal (tnk_exception_get_control_id (exception), tnk_control_get_id (control)) && held_in (exception, department) &&
        tnk_exception_get_state (exception, day) == TNK_EXCEPTION_STATE_EXPIRED &&
        (last == NULL || tnk_exception_get_days_left (exception, day) > tnk_exception_get_days_left (last, day)))
      last = exception;
  }
  return last;
}

/**
 * tnk_lapse_get_control:
 * @self: a lapse
 *
 * Gets the control that was answered.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_lapse_get_control (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->control;
}

/**
 * tnk_lapse_get_department:
 * @self: a lapse
 *
 * Gets the department in which was answered.
 *
 * Returns: (transfer none) (nullable): the department, or `NULL` where it is not said, since it could give a person away
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_lapse_get_department (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->department;
}

/**
 * tnk_lapse_get_role:
 * @self: a lapse
 *
 * Gets the role in which the person was asked.
 *
 * Returns: (transfer none) (nullable): the role, or `NULL` where it is not said whose the answer is
 *
 * Since: 0.1
 */
TnkRole *
tnk_lapse_get_role (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->role;
}

/**
 * tnk_lapse_get_person_id:
 * @self: a lapse
 *
 * Gets who answered.
 *
 * Returns: (nullable): the staff number, or `NULL` where it is not said
 *
 * Since: 0.1
 */
const char *
tnk_lapse_get_person_id (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->person_id;
}

/**
 * tnk_lapse_get_person_name:
 * @self: a lapse
 *
 * Gets the name of who answered.
 *
 * Returns: (nullable): the name, or `NULL` where it is not said
 *
 * Since: 0.1
 */
const char *
tnk_lapse_get_person_name (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->person_name;
}

/**
 * tnk_lapse_get_n_answers:
 * @self: a lapse
 *
 * Gets how many answers these are.
 *
 * Returns: the number: 1 where it is said whose the answer is
 *
 * Since: 0.1
 */
guint
tnk_lapse_get_n_answers (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), 0);
  return self->n_answers;
}

/**
 * tnk_lapse_get_exception:
 * @self: a lapse
 *
 * Gets the exception on which the answers rest: of several that ended the one that did last.
 *
 * Returns: (transfer none) (nullable): the exception, or `NULL` if there is none in the register
 *
 * Since: 0.1
 */
TnkException *
tnk_lapse_get_exception (TnkLapse *self)
{
  g_return_val_if_fail (TNK_IS_LAPSE (self), NULL);
  return self->exception;
}
