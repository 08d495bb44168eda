/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-conflict-private.h"

struct _TnkConflict
{
  GObject parent_instance;

  TnkConflictKind kind;
  char *person_id;
  char *department_id;
  TnkDuty *duty; /* NULL but for a duty */
};

G_DEFINE_FINAL_TYPE (TnkConflict, tnk_conflict, G_TYPE_OBJECT)

static const char *const kinds[] = {"member", "answers", "duty"};

/**
 * tnk_conflict_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that the command line uses for a kind of conflict.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_conflict_kind_to_string (TnkConflictKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

static void
tnk_conflict_finalize (GObject *object)
{
  TnkConflict *self = TNK_CONFLICT (object);

  g_free (self->person_id);
  g_free (self->department_id);
  g_clear_object (&self->duty);
  G_OBJECT_CLASS (tnk_conflict_parent_class)->finalize (object);
}

static void
tnk_conflict_class_init (TnkConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_conflict_finalize;
}

static void
tnk_conflict_init (TnkConflict *self)
{
}

TnkConflict *
tnk_conflict_new (TnkConflictKind kind,
                  const char *person_id,
                  const char *department_id,
                  TnkDuty *duty)
{
  TnkConflict *self = g_object_new (TNK_TYPE_CONFLICT, NULL);

  self->kind = kind;
  self->person_id = g_strdup (person_id);
  self->department_id = g_strdup (department_id);
  self->duty = duty != NULL ? g_object_ref (duty) : NULL;
  return self;
}

/**
 * tnk_conflict_get_kind:
 * @self: a conflict
 *
 * Gets why the auditor is not independent.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkConflictKind
tnk_conflict_get_kind (TnkConflict *self)
{
  g_return_val_if_fail (TNK_IS_CONFLICT (self), TNK_CONFLICT_KIND_MEMBER);
  return self->kind;
}

/**
 * tnk_conflict_get_person_id:
 * @self: a conflict
 *
 * Gets who is not independent.
 *
 * Returns: a staff number
 *
 * Since: 0.1
 */
const char *
tnk_conflict_get_person_id (TnkConflict *self)
{
  g_return_val_if_fail (TNK_IS_CONFLICT (self), NULL);
  return self->person_id;
}

/**
 * tnk_conflict_get_department_id:
 * @self: a conflict
 *
 * Gets which department the auditor is not independent of.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_conflict_get_department_id (TnkConflict *self)
{
  g_return_val_if_fail (TNK_IS_CONFLICT (self), NULL);
  return self->department_id;
}

/**
 * tnk_conflict_get_duty:
 * @self: a conflict
 *
 * Gets the duty of the auditor’s own role, the first where there are several.
 *
 * Returns: (transfer none) (nullable): the duty, or `NULL` where the conflict is of another kind
 *
 * Since: 0.1
 */
TnkDuty *
tnk_conflict_get_duty (TnkConflict *self)
{
  g_return_val_if_fail (TNK_IS_CONFLICT (self), NULL);
  return self->duty;
}

/**
 * tnk_conflict_to_string:
 * @self: a conflict
 *
 * Says in a sentence why the auditor is not independent.
 *
 * Returns: (transfer full): the sentence, without a full stop
 *
 * Since: 0.1
 */
char *
tnk_conflict_to_string (TnkConflict *self)
{
  g_return_val_if_fail (TNK_IS_CONFLICT (self), NULL);

  switch (self->kind) {
  case TNK_CONFLICT_KIND_MEMBER:
    return g_strdup_printf ("“%s” belongs to the department “%s” or was asked there, and cannot audit it", self->person_id, self->department_id);
  case TNK_CONFLICT_KIND_ANSWERS:
    return g_strdup_printf ("“%s” answers for the department “%s” or for a part of it, and cannot audit it", self->person_id, self->department_id);
  default:
    return g_strdup_printf ("“%s” holds the role “%s”, which answers for the control “%s” in the department “%s”, and cannot audit it", self->person_id,
                            tnk_role_get_id (tnk_duty_get_role (self->duty)), tnk_control_get_id (tnk_duty_get_control (self->duty)), self->department_id);
  }
}
