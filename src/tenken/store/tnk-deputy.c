/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-deputy.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-store-private.h"
#include "tnk-strings-private.h"

struct _TnkDeputy
{
  GObject parent_instance;

  char *role;
  char *person_id;
  char *person_name;
  char *starts;
  char *ends; /* NULL: no end */
};

G_DEFINE_FINAL_TYPE (TnkDeputy, tnk_deputy, G_TYPE_OBJECT)

static void
tnk_deputy_finalize (GObject *object)
{
  TnkDeputy *self = TNK_DEPUTY (object);

  g_free (self->role);
  g_free (self->person_id);
  g_free (self->person_name);
  g_free (self->starts);
  g_free (self->ends);
  G_OBJECT_CLASS (tnk_deputy_parent_class)->finalize (object);
}

static void
tnk_deputy_class_init (TnkDeputyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_deputy_finalize;
}

static void
tnk_deputy_init (TnkDeputy *self)
{
}

/**
 * tnk_deputy_get_role:
 * @self: a deputy
 *
 * Gets the role that he or she stands in for.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_deputy_get_role (TnkDeputy *self)
{
  g_return_val_if_fail (TNK_IS_DEPUTY (self), NULL);
  return self->role;
}

/**
 * tnk_deputy_get_person_id:
 * @self: a deputy
 *
 * Gets who it is.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_deputy_get_person_id (TnkDeputy *self)
{
  g_return_val_if_fail (TNK_IS_DEPUTY (self), NULL);
  return self->person_id;
}

/**
 * tnk_deputy_get_person_name:
 * @self: a deputy
 *
 * Gets what he or she is called in the roster.
 *
 * Returns: the name, empty for somebody who has left
 *
 * Since: 0.1
 */
const char *
tnk_deputy_get_person_name (TnkDeputy *self)
{
  g_return_val_if_fail (TNK_IS_DEPUTY (self), NULL);
  return self->person_name;
}

/**
 * tnk_deputy_get_starts:
 * @self: a deputy
 *
 * Gets the first day.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_deputy_get_starts (TnkDeputy *self)
{
  g_return_val_if_fail (TNK_IS_DEPUTY (self), NULL);
  return self->starts;
}

/**
 * tnk_deputy_get_ends:
 * @self: a deputy
 *
 * Gets the last day.
 *
 * Returns: (nullable): ISO 8601, or `NULL` if there is no end
 *
 * Since: 0.1
 */
const char *
tnk_deputy_get_ends (TnkDeputy *self)
{
  g_return_val_if_fail (TNK_IS_DEPUTY (self), NULL);
  return self->ends;
}

/* --- the store --- */

static TnkDeputy *
read_deputy (TnkStatement *row)
{
  TnkDeputy *self = g_object_new (TNK_TYPE_DEPUTY, NULL);
  const char *ends = tnk_statement_text (row, 3);

  self->role = g_strdup (tnk_statement_text (row, 0));
  self->person_id = g_strdup (tnk_statement_text (row, 1));
  self->starts = g_strdup (tnk_statement_text (row, 2));
  self->ends = *ends != '\0' ? g_strdup (ends) : NULL;
  self->person_name = g_strdup (tnk_statement_text (row, 4));
  return self;
}

/**
 * tnk_store_list_deputies:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Lists who stands in for whom: those of today, those to come and those who did.
 *
 * Returns: (transfer full) (element-type TnkDeputy): the deputies, by role and staff number
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_deputies (TnkStore *self,
                         GError **error)
{
  g_autoptr (GPtrArray) deputies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT d.role, d.person_id, d.starts, d.ends, coalesce (p.name, '') FROM deputy d "
                                    "LEFT JOIN person p ON p.id = d.person_id AND p.active = 1 ORDER BY d.role, d.person_id",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&deputies);
    g_ptr_array_add (deputies, read_deputy (statement));
  }
  return NULL;
}

static gboolean
check_days (const char *starts,
            const char *ends,
            GError **error)
{
  if (tnk_is_day (starts) && (ends == NULL || (tnk_is_day (ends) && strcmp (starts, ends) <= 0)))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
               "a deputy stands in from one day to a later one, such as 2026-04-01 to 2027-03-31; not “%s” to “%s”", starts,
               ends != NULL ? ends : "");
  return FALSE;
}

static gboolean
check_person (TnkStore *self,
              const char *person_id,
              GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (self->connection, &n, 0, error, "SELECT count (*) FROM person WHERE id = $1 AND active = 1", "t",
                                 person_id))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no staff number “%s”", tnk_store_get_name (self), person_id);
  return FALSE;
}

static char *
describe (const char *person_id,
          const char *starts,
          const char *ends)
{
  GString *json = g_string_new ("{\"person\":");

  tnk_append_json_string (json, person_id);
  g_string_append (json, ",\"starts\":");
  tnk_append_json_string (json, starts);
  g_string_append (json, ",\"ends\":");
  tnk_append_json_string (json, ends != NULL ? ends : "");
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/**
 * tnk_store_name_deputy:
 * @self: an open store
 * @role: the id of a role
 * @person_id: the staff number of who stands in for its holders
 * @starts: (nullable): the first day, ISO 8601; `NULL` for today
 * @ends: (nullable): the last day, ISO 8601; `NULL` for no end
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND` or `STORE`
 *
 * Names somebody who may take the steps of a role where a form lets a deputy take them. Naming the same person again changes the
 * days.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_store_name_deputy (TnkStore *self,
                       const char *role,
                       const char *person_id,
                       const char *starts,
                       const char *ends,
                       GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *today = NULL, *detail = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && role != NULL && person_id != NULL, FALSE);

  today = tnk_store_dup_today (self);
  if (starts == NULL)
    starts = today;
  if (!tnk_check_harmless ("role", role, FALSE, error) || !check_days (starts, ends, error))
    return FALSE;
  detail = describe (person_id, starts, ends);
  return tnk_change_begin (&change, self, error) && check_person (self, person_id, error) &&
         tnk_connection_run (self->connection, error,
                             "INSERT INTO deputy (role, person_id, starts, ends) VALUES ($1, $2, $3, $4) "
                             "ON CONFLICT (role, person_id) DO UPDATE SET starts = excluded.starts, ends = excluded.ends",
                             "tttt", role, person_id, starts, ends != NULL ? ends : "") &&
         tnk_change_log (&change, "deputy.named", role, detail, error) && tnk_change_commit (&change, error);
}

static gboolean
check_named (TnkStore *self,
             const char *role,
             const char *person_id,
             GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (self->connection, &n, 0, error, "SELECT count (*) FROM deputy WHERE role = $1 AND person_id = $2", "tt",
                                 role, person_id))
    return FALSE;
  if (n > 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: “%s” is no deputy of the role “%s”; see “tenkenctl deputy list”",
               tnk_store_get_name (self), person_id, role);
  return FALSE;
}

/**
 * tnk_store_drop_deputy:
 * @self: an open store
 * @role: the id of a role
 * @person_id: a staff number
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Ends that somebody stands in for the holders of a role. What he or she did stays.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_store_drop_deputy (TnkStore *self,
                       const char *role,
                       const char *person_id,
                       GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && role != NULL && person_id != NULL, FALSE);

  detail = describe (person_id, "", NULL);
  return tnk_change_begin (&change, self, error) && check_named (self, role, person_id, error) &&
         tnk_connection_run (self->connection, error, "DELETE FROM deputy WHERE role = $1 AND person_id = $2", "tt", role,
                             person_id) &&
         tnk_change_log (&change, "deputy.dropped", role, detail, error) && tnk_change_commit (&change, error);
}
