/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-hit-private.h"

struct _TnkHit
{
  GObject parent_instance;

  TnkHitKind kind;
  char *id;
  char *text;
  char *detail;
  char *department_id;
};

G_DEFINE_FINAL_TYPE (TnkHit, tnk_hit, G_TYPE_OBJECT)

static void
tnk_hit_finalize (GObject *object)
{
  TnkHit *self = TNK_HIT (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->detail);
  g_free (self->department_id);
  G_OBJECT_CLASS (tnk_hit_parent_class)->finalize (object);
}

static void
tnk_hit_class_init (TnkHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_hit_finalize;
}

static void
tnk_hit_init (TnkHit *self)
{
}

TnkHit *
tnk_hit_new (TnkHitKind kind,
             const char *id,
             const char *text,
             const char *detail,
             const char *department_id)
{
  TnkHit *self = g_object_new (TNK_TYPE_HIT, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->detail = g_strdup (detail);
  self->department_id = g_strdup (department_id);
  return self;
}

/**
 * tnk_hit_get_kind:
 * @self: what was found
 *
 * Gets what it is.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkHitKind
tnk_hit_get_kind (TnkHit *self)
{
  g_return_val_if_fail (TNK_IS_HIT (self), TNK_HIT_KIND_DEPARTMENT);
  return self->kind;
}

/**
 * tnk_hit_get_id:
 * @self: what was found
 *
 * Gets its id.
 *
 * Returns: the id of the department or the control, or the staff number
 *
 * Since: 0.1
 */
const char *
tnk_hit_get_id (TnkHit *self)
{
  g_return_val_if_fail (TNK_IS_HIT (self), NULL);
  return self->id;
}

/**
 * tnk_hit_get_text:
 * @self: what was found
 *
 * Gets what it is called.
 *
 * Returns: the name or the title
 *
 * Since: 0.1
 */
const char *
tnk_hit_get_text (TnkHit *self)
{
  g_return_val_if_fail (TNK_IS_HIT (self), NULL);
  return self->text;
}

/**
 * tnk_hit_get_detail:
 * @self: what was found
 *
 * Gets what tells it from others of the same name: the department above or that of a person, the clause of a control.
 *
 * Returns: (nullable): the detail
 *
 * Since: 0.1
 */
const char *
tnk_hit_get_detail (TnkHit *self)
{
  g_return_val_if_fail (TNK_IS_HIT (self), NULL);
  return self->detail;
}

/**
 * tnk_hit_get_department_id:
 * @self: what was found
 *
 * Gets the department where a person is asked, or that was found.
 *
 * Returns: (nullable): the id, or `NULL` for a control
 *
 * Since: 0.1
 */
const char *
tnk_hit_get_department_id (TnkHit *self)
{
  g_return_val_if_fail (TNK_IS_HIT (self), NULL);
  return self->department_id;
}
