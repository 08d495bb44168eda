/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-plan-private.h"

/* The part of a plan that concerns some departments. */

#define PERSON "person:"

gboolean
tnk_plan_touches (TnkPlan *self,
                  TnkAction *action,
                  const gboolean *departments,
                  gboolean wholly)
{
  const char *const *ids = tnk_action_get_departments (action);

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkDepartment *department = tnk_body_lookup_department (self->body, ids[i]);
    gboolean inside = department != NULL && departments[tnk_department_get_index (department)];

    if (inside != wholly)
      return inside;
  }
  return wholly && ids[0] != NULL;
}

/* Whoever an action names must be shown by name, wherever they work. */
static void
add_named (GHashTable *people,
           TnkAction *action)
{
  const char *owner = tnk_action_get (action, TNK_ACTION_FIELD_OWNER);

  if (g_str_has_prefix (owner, PERSON))
    g_hash_table_add (people, g_strdup (owner + strlen (PERSON)));
  g_hash_table_add (people, g_strdup (tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY)));
  g_hash_table_add (people, g_strdup (tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY)));
  for (guint i = 0; i < tnk_action_get_n_notes (action); i++)
    if (tnk_action_get_note_writer (action, i) != NULL)
      g_hash_table_add (people, g_strdup (tnk_action_get_note_writer (action, i)));
}

static void
copy_promises (TnkPlan *self,
               TnkPlan *part,
               const gboolean *departments)
{
  GHashTableIter iter;
  gpointer key, n;

  g_hash_table_iter_init (&iter, self->promises);
  while (g_hash_table_iter_next (&iter, &key, &n))
    if (departments[*(gint64 *) key >> 32])
      g_hash_table_insert (part->promises, g_memdup2 (key, sizeof (gint64)), n);
}

TnkPlan *
tnk_plan_make_part (TnkPlan *self,
                    const gboolean *departments,
                    const gboolean *figures,
                    const char *person_id,
                    GHashTable *people)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autoptr (TnkBody) roster = NULL;
  TnkPlan *part;

  for (guint i = 0; i < self->actions->len; i++) {
    TnkAction *action = g_ptr_array_index (self->actions, i);

    if (!tnk_plan_touches (self, action, departments, FALSE) && !tnk_plan_is_owner (self, action, person_id))
      continue;
    g_ptr_array_add (actions, action);
    if (people != NULL)
      add_named (people, action);
  }
  roster = people != NULL ? tnk_body_make_part (self->roster, people) : g_object_ref (self->roster);
  part = tnk_plan_new (self->campaign, self->body, roster);
  for (guint i = 0; i < actions->len; i++)
    tnk_plan_add (part, g_ptr_array_index (actions, i));
  copy_promises (self, part, figures);
  return part;
}
