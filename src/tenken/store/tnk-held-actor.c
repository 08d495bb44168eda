/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-held-actor-private.h"

#include "tnk-right-private.h"

static GStrv
read_words (TnkStore *store,
            GError **error,
            const char *sql,
            const char *person_id,
            const char *day)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement = tnk_connection_query (store->connection, error, sql, day != NULL ? "tt" : "t", person_id, day);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (words);
    g_strv_builder_add (words, tnk_statement_text (statement, 0));
  }
  return NULL;
}

static gboolean
read_person (TnkHeldActor *self,
             TnkStore *store,
             const char *person_id,
             GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT p.id, p.name, p.department_id, d.name FROM person p "
                                    "JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND p.active = 1",
                                    "t", person_id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no staff number “%s”", tnk_store_get_name (store), person_id);
    return FALSE;
  }
  self->id = g_strdup (tnk_statement_text (statement, 0));
  self->name = g_strdup (tnk_statement_text (statement, 1));
  self->department_id = g_strdup (tnk_statement_text (statement, 2));
  self->department_name = g_strdup (tnk_statement_text (statement, 3));
  return TRUE;
}

static GStrv
list_rights (TnkRights rights)
{
  static const TnkRights all[] = {TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT};
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (rights & all[i])
      g_strv_builder_add (words, tnk_rights_to_string (all[i]));
  return g_strv_builder_end (words);
}

/* Those that the person answers for, with all below them. */
static GStrv
list_departments (const TnkHeldRights *held,
                  TnkBody *tree)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < held->departments->len; i++) {
    TnkDepartment *own = tnk_body_lookup_department (tree, held->departments->pdata[i]);
    guint first = own != NULL ? tnk_department_get_index (own) : 0;

    for (guint d = first; own != NULL && d < tnk_body_get_subtree_end (tree, first); d++)
      g_strv_builder_add (ids, tnk_department_get_id (tnk_body_get_department (tree, d)));
  }
  return g_strv_builder_end (ids);
}

static gboolean
read_rights (TnkHeldActor *self,
             TnkStore *store,
             const char *person_id,
             GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_autoptr (TnkBody) tree = NULL;

  if (!tnk_held_rights_read (&held, store, person_id, error))
    return FALSE;
  tree = tnk_store_load_tree (store, NULL, error);
  if (tree == NULL)
    return FALSE;
  self->rights = list_rights (held.rights);
  self->departments = list_departments (&held, tree);
  return TRUE;
}

static gboolean
read_roles (TnkHeldActor *self,
            TnkStore *store,
            const char *person_id,
            GError **error)
{
  g_autofree char *today = tnk_store_dup_today (store);

  self->roles = read_words (store, error,
                            "SELECT r.role FROM person_role r JOIN person p ON p.no = r.person_no WHERE p.id = $1 ORDER BY r.position",
                            person_id, NULL);
  if (self->roles == NULL)
    return FALSE;
  self->stands_in_for = read_words (store, error,
                                    "SELECT role FROM deputy WHERE person_id = $1 AND starts <= $2 AND (ends = '' OR ends >= $2) "
                                    "ORDER BY role",
                                    person_id, today);
  return self->stands_in_for != NULL;
}

gboolean
tnk_held_actor_read (TnkHeldActor *self,
                     TnkStore *store,
                     const char *person_id,
                     GError **error)
{
  if (!read_person (self, store, person_id, error) || !read_roles (self, store, person_id, error) ||
      !read_rights (self, store, person_id, error))
    return FALSE;
  self->actor = (TnkActor){self->id, self->name, (const char *const *) self->roles, (const char *const *) self->stands_in_for,
                           (const char *const *) self->rights, (const char *const *) self->departments};
  return TRUE;
}

void
tnk_held_actor_clear (TnkHeldActor *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->department_id);
  g_free (self->department_name);
  g_strfreev (self->roles);
  g_strfreev (self->stands_in_for);
  g_strfreev (self->rights);
  g_strfreev (self->departments);
  *self = (TnkHeldActor){0};
}
