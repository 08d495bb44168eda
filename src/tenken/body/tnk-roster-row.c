/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-roster-row-private.h"

G_DEFINE_FINAL_TYPE (TnkRosterRow, tnk_roster_row, G_TYPE_OBJECT)

static const char *const kinds[TNK_N_ROSTER_KINDS] = {
  [TNK_ROSTER_KIND_DEPARTMENT_ADDED] = "department_added",
  [TNK_ROSTER_KIND_DEPARTMENT_RENAMED] = "department_renamed",
  [TNK_ROSTER_KIND_DEPARTMENT_MOVED] = "department_moved",
  [TNK_ROSTER_KIND_DEPARTMENT_REMOVED] = "department_removed",
  [TNK_ROSTER_KIND_PERSON_ADDED] = "person_added",
  [TNK_ROSTER_KIND_PERSON_RENAMED] = "person_renamed",
  [TNK_ROSTER_KIND_PERSON_MOVED] = "person_moved",
  [TNK_ROSTER_KIND_PERSON_ROLES] = "person_roles",
  [TNK_ROSTER_KIND_PERSON_REMOVED] = "person_removed",
  [TNK_ROSTER_KIND_ASKED] = "asked",
  [TNK_ROSTER_KIND_NOT_ASKED] = "not_asked",
  [TNK_ROSTER_KIND_ANSWERS_LOST] = "answers_lost",
  [TNK_ROSTER_KIND_KEPT] = "kept",
  [TNK_ROSTER_KIND_NO_SECRETARIAT] = "no_secretariat",
};

/**
 * tnk_roster_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that the command line uses for a kind.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_roster_kind_to_string (TnkRosterKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_ROSTER_KINDS, NULL);
  return kinds[kind];
}

static void
tnk_roster_row_finalize (GObject *object)
{
  TnkRosterRow *self = TNK_ROSTER_ROW (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->old);
  g_free (self->new);
  g_free (self->campaign_id);
  G_OBJECT_CLASS (tnk_roster_row_parent_class)->finalize (object);
}

static void
tnk_roster_row_class_init (TnkRosterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_roster_row_finalize;
}

static void
tnk_roster_row_init (TnkRosterRow *self)
{
}

/**
 * tnk_roster_row_get_kind:
 * @self: a row
 *
 * Gets what the row says.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkRosterKind
tnk_roster_row_get_kind (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), TNK_ROSTER_KIND_DEPARTMENT_ADDED);
  return self->kind;
}

/**
 * tnk_roster_row_get_id:
 * @self: a row
 *
 * Gets whom or what the row is about.
 *
 * Returns: (nullable): the id of a department or a staff number, or `NULL` if it is about nobody in particular
 *
 * Since: 0.1
 */
const char *
tnk_roster_row_get_id (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), NULL);
  return self->id;
}

/**
 * tnk_roster_row_get_name:
 * @self: a row
 *
 * Gets the name of whom or what the row is about, the new one where it changes.
 *
 * Returns: (nullable): the name
 *
 * Since: 0.1
 */
const char *
tnk_roster_row_get_name (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), NULL);
  return self->name;
}

/**
 * tnk_roster_row_get_old:
 * @self: a row
 *
 * Gets what was: a name, the id of a department (the one above, for a department; empty for none), or roles joined by `;`.
 *
 * Returns: (nullable): what was, or `NULL` for what is new
 *
 * Since: 0.1
 */
const char *
tnk_roster_row_get_old (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), NULL);
  return self->old;
}

/**
 * tnk_roster_row_get_new:
 * @self: a row
 *
 * Gets what would be, see [method@RosterRow.get_old].
 *
 * Returns: (nullable): what would be, or `NULL` for what goes
 *
 * Since: 0.1
 */
const char *
tnk_roster_row_get_new (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), NULL);
  return self->new;
}

/**
 * tnk_roster_row_get_campaign_id:
 * @self: a row
 *
 * Gets the campaign in which this follows.
 *
 * Returns: (nullable): the id, or `NULL` for a change of the roster itself
 *
 * Since: 0.1
 */
const char *
tnk_roster_row_get_campaign_id (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), NULL);
  return self->campaign_id;
}

/**
 * tnk_roster_row_get_n_answers:
 * @self: a row
 *
 * Gets how many answers go, or, for what is kept, stay.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_roster_row_get_n_answers (TnkRosterRow *self)
{
  g_return_val_if_fail (TNK_IS_ROSTER_ROW (self), 0);
  return self->n_answers;
}
