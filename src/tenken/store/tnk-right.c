/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-right-private.h"

#include <string.h>

#include "tnk-strings-private.h"

struct _TnkRight
{
  GObject parent_instance;

  TnkRights kind;
  char *holder;
  char *department_id; /* NULL: the own one, or the whole body */
};

G_DEFINE_FINAL_TYPE (TnkRight, tnk_right, G_TYPE_OBJECT)

static const struct
{
  TnkRights right;
  const char *word;
} words[] = {
  {TNK_RIGHTS_DEPARTMENT, "department"},
  {TNK_RIGHTS_SECRETARIAT, "secretariat"},
  {TNK_RIGHTS_COMMITTEE, "committee"},
  {TNK_RIGHTS_AUDIT, "audit"},
};

static void
tnk_right_finalize (GObject *object)
{
  TnkRight *self = TNK_RIGHT (object);

  g_free (self->holder);
  g_free (self->department_id);
  G_OBJECT_CLASS (tnk_right_parent_class)->finalize (object);
}

static void
tnk_right_class_init (TnkRightClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_right_finalize;
}

static void
tnk_right_init (TnkRight *self)
{
}

/**
 * tnk_rights_to_string:
 * @right: exactly one right
 *
 * Gets the word that the command line and the store use for a right.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_rights_to_string (TnkRights right)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].right == right)
      return words[i].word;
  g_return_val_if_reached (NULL);
}

/**
 * tnk_rights_from_string:
 * @text: a word
 * @right: (out): the right
 *
 * Reads the word that the command line and the store use for a right.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_rights_from_string (const char *text,
                        TnkRights *right)
{
  g_return_val_if_fail (text != NULL && right != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, text)) {
      *right = words[i].right;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_right_get_kind:
 * @self: a right
 *
 * Gets what the right is.
 *
 * Returns: exactly one of [flags@Rights]
 *
 * Since: 0.1
 */
TnkRights
tnk_right_get_kind (TnkRight *self)
{
  g_return_val_if_fail (TNK_IS_RIGHT (self), TNK_RIGHTS_NONE);
  return self->kind;
}

/**
 * tnk_right_get_holder:
 * @self: a right
 *
 * Gets who holds the right.
 *
 * Returns: `role:ID` for everybody with that role, or `person:NUMBER`
 *
 * Since: 0.1
 */
const char *
tnk_right_get_holder (TnkRight *self)
{
  g_return_val_if_fail (TNK_IS_RIGHT (self), NULL);
  return self->holder;
}

/**
 * tnk_right_get_department_id:
 * @self: a right
 *
 * Gets the department that the right is about, with all below it.
 *
 * Returns: (nullable): the id, or `NULL` for the own department of whoever holds it, and for rights about the whole body
 *
 * Since: 0.1
 */
const char *
tnk_right_get_department_id (TnkRight *self)
{
  g_return_val_if_fail (TNK_IS_RIGHT (self), NULL);
  return self->department_id;
}

/* --- the store --- */

static TnkRight *
read_right (TnkStatement *row)
{
  TnkRight *self = g_object_new (TNK_TYPE_RIGHT, NULL);
  const char *department_id = tnk_statement_text (row, 2);

  tnk_rights_from_string (tnk_statement_text (row, 0), &self->kind);
  self->holder = g_strdup (tnk_statement_text (row, 1));
  self->department_id = *department_id != '\0' ? g_strdup (department_id) : NULL;
  return self;
}

/**
 * tnk_store_list_rights:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads who may do what. A new store has the offices that the guideline names: whoever answers for a department has the right
 * to it, the chief’s office is the secretariat, the CISO and the committee see the body.
 *
 * Returns: (transfer full) (element-type TnkRight): the rights that were granted, by kind and holder
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_rights (TnkStore *self,
                       GError **error)
{
  g_autoptr (GPtrArray) rights = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT kind, holder, department_id FROM right_grant ORDER BY kind, holder, department_id", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&rights);
    g_ptr_array_add (rights, read_right (statement));
  }
  return NULL;
}

static gboolean
check_there (TnkStore *self,
             const char *sql,
             const char *what,
             const char *id,
             GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (self->connection, &n, 0, error, sql, "t", id))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the roster has no %s “%s”", tnk_store_get_name (self), what, id);
  return FALSE;
}

/* What the plan of an audit says, or the forms, is nothing that could be granted. */
static gboolean
check_kind (TnkRights kind,
            GError **error)
{
  if (kind != TNK_RIGHTS_AUDITOR && kind != TNK_RIGHTS_OWN)
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                       kind == TNK_RIGHTS_AUDITOR ? "auditors are named in the plan of an audit; grant the right “audit” to who plans audits"
                                                  : "the own applications are open to whoever the forms name; give the person such a role in the roster");
  return FALSE;
}

/* A role needs no holder yet: the grant may come before the roster. */
static gboolean
check_holder (TnkStore *self,
              const char *holder,
              GError **error)
{
  if (g_str_has_prefix (holder, "person:"))
    return check_there (self, "SELECT count (*) FROM person WHERE id = $1 AND active = 1", "person", holder + strlen ("person:"),
                        error);
  if (g_str_has_prefix (holder, "role:") && holder[strlen ("role:")] != '\0')
    return tnk_check_harmless ("holder", holder, FALSE, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%s” is neither role:ID nor person:NUMBER", holder);
  return FALSE;
}

static gboolean
check_department (TnkStore *self,
                  TnkRights kind,
                  const char *department_id,
                  GError **error)
{
  if (department_id == NULL)
    return TRUE;
  if (kind == TNK_RIGHTS_DEPARTMENT)
    return check_there (self, "SELECT count (*) FROM department WHERE id = $1", "department", department_id, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the right “%s” is about the whole body, not about a department",
               tnk_rights_to_string (kind));
  return FALSE;
}

static char *
describe (TnkRights kind,
          const char *department_id)
{
  GString *json = g_string_new ("{\"right\":");

  tnk_append_json_string (json, tnk_rights_to_string (kind));
  g_string_append (json, ",\"department\":");
  tnk_append_json_string (json, department_id != NULL ? department_id : "");
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
change_right (TnkStore *self,
              const char *log_kind,
              const char *sql,
              TnkRights kind,
              const char *holder,
              const char *department_id,
              GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = describe (kind, department_id);

  return tnk_change_begin (&change, self, error) && check_holder (self, holder, error) &&
         check_department (self, kind, department_id, error) &&
         tnk_connection_run (self->connection, error, sql, "ttt", tnk_rights_to_string (kind), holder,
                             department_id != NULL ? department_id : "") &&
         tnk_change_log (&change, log_kind, holder, detail, error) && tnk_change_commit (&change, error);
}

/**
 * tnk_store_grant_right:
 * @self: an open store
 * @kind: exactly one right
 * @holder: `role:ID` or `person:NUMBER`
 * @department_id: (nullable): for %TNK_RIGHTS_DEPARTMENT the department, or `NULL` for the holder’s own
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND` or `STORE`
 *
 * Grants a right. Granting what was granted changes nothing.
 *
 * Returns: `TRUE` if it is granted
 *
 * Since: 0.1
 */
gboolean
tnk_store_grant_right (TnkStore *self,
                       TnkRights kind,
                       const char *holder,
                       const char *department_id,
                       GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && holder != NULL, FALSE);
  if (!check_kind (kind, error))
    return FALSE;
  return change_right (self, "right.granted",
                       "INSERT INTO right_grant (kind, holder, department_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", kind,
                       holder, department_id, error);
}

static gboolean
check_granted (TnkStore *self,
               TnkRights kind,
               const char *holder,
               const char *department_id,
               GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (self->connection, &n, 0, error,
                                 "SELECT count (*) FROM right_grant WHERE kind = $1 AND holder = $2 AND department_id = $3", "ttt",
                                 tnk_rights_to_string (kind), holder, department_id != NULL ? department_id : ""))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: “%s” does not hold this right; see “tenkenctl right list”",
               tnk_store_get_name (self), holder);
  return FALSE;
}

gboolean
tnk_store_count_holders (TnkStore *self,
                         TnkRights kind,
                         gint64 *n,
                         GError **error)
{
  return tnk_connection_query_int (self->connection, n, 0, error,
                                   "SELECT count (*) FROM person p WHERE p.active = 1 AND EXISTS "
                                   "(SELECT 1 FROM right_grant g WHERE g.kind = $1 AND (g.holder = 'person:' || p.id OR g.holder IN "
                                   "(SELECT 'role:' || r.role FROM person_role r WHERE r.person_no = p.no)))",
                                   "t", tnk_rights_to_string (kind));
}

static gboolean
remove_right (TnkChange *change,
              TnkRights kind,
              const char *holder,
              const char *department_id,
              GError **error)
{
  g_autofree char *detail = describe (kind, department_id);

  return check_granted (change->store, kind, holder, department_id, error) &&
         tnk_connection_run (change->connection, error,
                             "DELETE FROM right_grant WHERE kind = $1 AND holder = $2 AND department_id = $3", "ttt",
                             tnk_rights_to_string (kind), holder, department_id != NULL ? department_id : "") &&
         tnk_change_log (change, "right.revoked", holder, detail, error);
}

/**
 * tnk_store_revoke_right:
 * @self: an open store
 * @kind: exactly one right
 * @holder: `role:ID` or `person:NUMBER`
 * @department_id: (nullable): the department that the grant names, or `NULL` if it names none
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if it was not granted so, or `STORE`
 *
 * Takes a right away. It ends at once, also for whoever is signed in.
 *
 * Returns: `TRUE` if it is taken away
 *
 * Since: 0.1
 */
gboolean
tnk_store_revoke_right (TnkStore *self,
                        TnkRights kind,
                        const char *holder,
                        const char *department_id,
                        GError **error)
{
  g_auto (TnkChange) change = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && holder != NULL, FALSE);

  return check_kind (kind, error) && tnk_change_begin (&change, self, error) && remove_right (&change, kind, holder, department_id, error) &&
         tnk_change_commit (&change, error);
}

gboolean
tnk_store_revoke_but_last (TnkStore *self,
                           TnkRights kind,
                           const char *holder,
                           const char *department_id,
                           GError **error)
{
  g_auto (TnkChange) change = {0};
  gint64 n;

  if (!tnk_change_begin (&change, self, error) || !remove_right (&change, kind, holder, department_id, error) ||
      !tnk_store_count_holders (self, kind, &n, error))
    return FALSE;
  if (n > 0)
    return tnk_change_commit (&change, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               "nobody would hold the right “%s” any more, and nobody could grant it; grant it to somebody else first",
               tnk_rights_to_string (kind));
  return FALSE;
}

/* --- what a person holds --- */

/* Who is named by the plan of an audit comes to it, whatever was granted. */
static gboolean
read_named (TnkHeldRights *self,
            TnkStore *store,
            const char *person_id,
            GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (store->connection, &n, 0, error,
                                 "SELECT count (*) FROM audit_auditor u JOIN audit a ON a.no = u.audit_no JOIN person p ON p.id = u.person_id "
                                 "WHERE u.person_id = $1 AND p.active = 1 AND a.state <> 'closed'",
                                 "t", person_id))
    return FALSE;
  if (n > 0)
    self->rights |= TNK_RIGHTS_AUDITOR;
  return TRUE;
}

gboolean
tnk_held_rights_read (TnkHeldRights *self,
                      TnkStore *store,
                      const char *person_id,
                      GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->departments = g_ptr_array_new_with_free_func (g_free);
  statement = tnk_connection_query (store->connection, error,
                                    "SELECT g.kind, CASE g.department_id WHEN '' THEN p.department_id ELSE g.department_id END "
                                    "FROM person p JOIN right_grant g ON g.holder = 'person:' || p.id OR g.holder IN "
                                    "(SELECT 'role:' || r.role FROM person_role r WHERE r.person_no = p.no) "
                                    "WHERE p.id = $1 AND p.active = 1",
                                    "t", person_id);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkRights right = TNK_RIGHTS_NONE;

    if (!row)
      return read_named (self, store, person_id, error);
    tnk_rights_from_string (tnk_statement_text (statement, 0), &right);
    self->rights |= right;
    if (right == TNK_RIGHTS_DEPARTMENT)
      g_ptr_array_add (self->departments, g_strdup (tnk_statement_text (statement, 1)));
  }
  return FALSE;
}

GStrv
tnk_held_rights_dup_departments (const TnkHeldRights *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < self->departments->len; i++)
    g_strv_builder_add (ids, self->departments->pdata[i]);
  return g_strv_builder_end (ids);
}

void
tnk_held_rights_clear (TnkHeldRights *self)
{
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  self->rights = TNK_RIGHTS_NONE;
}
