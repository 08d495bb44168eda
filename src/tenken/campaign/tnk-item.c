/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-item-private.h"

struct _TnkItem
{
  GObject parent_instance;

  TnkCatalog *catalog;
  TnkBody *body;
  TnkControl *control; /* borrowed from the catalog, as the role is */
  TnkRole *role;
  TnkDepartment *department; /* borrowed from the body */
  TnkAnswerValue answer;
  char *comment;
  char *evidence;
  char *person_id;
  char *person_name;
};

G_DEFINE_FINAL_TYPE (TnkItem, tnk_item, G_TYPE_OBJECT)

static void
tnk_item_finalize (GObject *object)
{
  TnkItem *self = TNK_ITEM (object);

  g_clear_object (&self->catalog);
  g_clear_object (&self->body);
  g_free (self->comment);
  g_free (self->evidence);
  g_free (self->person_id);
  g_free (self->person_name);
  G_OBJECT_CLASS (tnk_item_parent_class)->finalize (object);
}

static void
tnk_item_class_init (TnkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_item_finalize;
}

static void
tnk_item_init (TnkItem *self)
{
}

TnkItem *
tnk_item_new (TnkCatalog *catalog,
              TnkBody *body,
              TnkControl *control,
              TnkRole *role,
              const TnkItemOwner *owner,
              const TnkItemAnswer *answer)
{
  TnkItem *self = g_object_new (TNK_TYPE_ITEM, NULL);

  self->catalog = g_object_ref (catalog);
  self->body = g_object_ref (body);
  self->control = control;
  self->role = role;
  self->department = owner->department;
  self->person_id = g_strdup (owner->person_id);
  self->person_name = g_strdup (owner->person_name);
  self->answer = answer->value;
  self->comment = g_strdup (answer->comment);
  self->evidence = g_strdup (answer->evidence);
  return self;
}

/**
 * tnk_item_get_control:
 * @self: an item
 *
 * Gets the control that it is about.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_item_get_control (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->control;
}

/**
 * tnk_item_get_role:
 * @self: an item
 *
 * Gets the role in which the person was asked.
 *
 * Returns: (transfer none) (nullable): the role, or `NULL` where it is not said whose the item is
 *
 * Since: 0.1
 */
TnkRole *
tnk_item_get_role (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->role;
}

/**
 * tnk_item_get_department:
 * @self: an item
 *
 * Gets the department in which the person was asked.
 *
 * Returns: (transfer none) (nullable): the department, or `NULL` where it is not said whose the item is
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_item_get_department (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->department;
}

/**
 * tnk_item_get_answer:
 * @self: an item
 *
 * Gets the answer.
 *
 * Returns: the answer; unanswered if none that counts was given, and where it is not said whose the item is
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_item_get_answer (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), TNK_ANSWER_VALUE_UNANSWERED);
  return self->answer;
}

/**
 * tnk_item_get_comment:
 * @self: an item
 *
 * Gets the comment or reason.
 *
 * Returns: (nullable): the comment as it was written
 *
 * Since: 0.1
 */
const char *
tnk_item_get_comment (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->comment;
}

/**
 * tnk_item_get_evidence:
 * @self: an item
 *
 * Gets the note where the evidence can be seen.
 *
 * Returns: (nullable): the note as it was written
 *
 * Since: 0.1
 */
const char *
tnk_item_get_evidence (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->evidence;
}

/**
 * tnk_item_get_person_id:
 * @self: an item
 *
 * Gets whose it is.
 *
 * Returns: (nullable): the staff number, or `NULL` where it is not said
 *
 * Since: 0.1
 */
const char *
tnk_item_get_person_id (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->person_id;
}

/**
 * tnk_item_get_person_name:
 * @self: an item
 *
 * Gets the name of whose it is.
 *
 * Returns: (nullable): the name, or `NULL` where it is not said
 *
 * Since: 0.1
 */
const char *
tnk_item_get_person_name (TnkItem *self)
{
  g_return_val_if_fail (TNK_IS_ITEM (self), NULL);
  return self->person_name;
}
