/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-exception.h"
#include "tnk-strings-private.h"

/* --- those that are live --- */

gboolean
tnk_exception_list_read (TnkExceptionList *self,
                         TnkStore *store,
                         const char *day,
                         GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  statement = tnk_connection_query (store->connection, error,
                                    "SELECT control_id, department_id FROM exception WHERE starts <= $1 AND ends >= $1",
                                    "t", day);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    g_hash_table_add (self->keys,
                      g_strdup_printf ("%s %s", tnk_statement_text (statement, 0), tnk_statement_text (statement, 1)));
  }
  return FALSE;
}

gboolean
tnk_exception_list_is_empty (TnkExceptionList *self)
{
  return g_hash_table_size (self->keys) == 0;
}

/* An exception of a department holds for all that is below it. */
gboolean
tnk_exception_list_covers (TnkExceptionList *self,
                           const char *control_id,
                           TnkDepartment *department)
{
  for (; department != NULL; department = tnk_department_get_parent (department)) {
    g_autofree char *key = g_strdup_printf ("%s %s", control_id, tnk_department_get_id (department));
    if (g_hash_table_contains (self->keys, key))
      return TRUE;
  }
  return FALSE;
}

void
tnk_exception_list_clear (TnkExceptionList *self)
{
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

/**
 * tnk_store_has_exception:
 * @self: an open store
 * @control_id: the id of a control
 * @department_id: the id of a department
 * @day: the day, ISO 8601
 * @live: (out): whether an exception of that department, or of one above it, is live on that day
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Looks for a live exception.
 *
 * Returns: `TRUE` if the store could be read
 *
 * Since: 0.1
 */
gboolean
tnk_store_has_exception (TnkStore *self,
                         const char *control_id,
                         const char *department_id,
                         const char *day,
                         gboolean *live,
                         GError **error)
{
  g_auto (TnkExceptionList) list = {0};
  g_autoptr (TnkBody) body = NULL;
  TnkDepartment *department;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (control_id != NULL && department_id != NULL && day != NULL && live != NULL, FALSE);

  body = tnk_store_load_body (self, error);
  if (body == NULL || !tnk_exception_list_read (&list, self, day, error))
    return FALSE;
  department = tnk_body_lookup_department (body, department_id);
  *live = department != NULL && tnk_exception_list_covers (&list, control_id, department);
  return TRUE;
}

/**
 * tnk_store_list_exceptions:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads the register of exceptions: those that hold, that will and that did.
 *
 * Returns: (transfer full) (element-type TnkException): the exceptions in the order in which they were entered
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_exceptions (TnkStore *self,
                           GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT control_id, department_id, reason, substitute, starts, ends, applicant, approver "
                                    "FROM exception ORDER BY no",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *fields[8];

    if (!row)
      return g_steal_pointer (&list);
    for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
      fields[i] = tnk_statement_text (statement, i);
    g_ptr_array_add (list, tnk_exception_new (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]));
  }
  return NULL;
}

/* --- adding one --- */

static gboolean
check_exception (const char *reason,
                 const char *substitute,
                 const char *starts,
                 const char *ends,
                 const char *applicant,
                 const char *approver,
                 GError **error)
{
  if (tnk_is_blank (reason) || tnk_is_blank (substitute))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "an exception needs a reason and a substitute measure; write both");
  else if (tnk_is_blank (applicant) || tnk_is_blank (approver))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "an exception needs the staff numbers of its applicant and its approver");
  else if (!tnk_is_day (starts) || !tnk_is_day (ends) || strcmp (starts, ends) > 0)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "an exception runs from one day to a later one, such as 2026-04-01 to 2027-03-31; not “%s” to “%s”",
                 starts, ends);
  else if (g_str_equal (applicant, approver))
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
                 "“%s” cannot approve an exception that “%s” applied for: applicant and approver must be two people",
                 approver, applicant);
  else
    return tnk_check_harmless ("reason", reason, TRUE, error) && tnk_check_harmless ("substitute measure", substitute, TRUE, error);
  return FALSE;
}

static char *
describe_exception (const char *department_id,
                    const char *reason,
                    const char *substitute,
                    const char *starts,
                    const char *ends,
                    const char *applicant,
                    const char *approver)
{
  const char *fields[] = {"department", department_id, "reason", reason, "substitute", substitute, "starts", starts,
                          "ends", ends, "applicant", applicant, "approver", approver};
  GString *json = g_string_new ("{");

  for (guint i = 0; i < G_N_ELEMENTS (fields); i += 2) {
    g_string_append_printf (json, "%s\"%s\":", i > 0 ? "," : "", fields[i]);
    tnk_append_json_string (json, fields[i + 1]);
  }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
check_there (TnkStore *self,
             const char *sql,
             const char *what,
             const char *id,
             GError **error)
{
  gint64 there;

  if (!tnk_connection_query_int (self->connection, &there, 0, error, sql, "t", id))
    return FALSE;
  if (there > 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no %s “%s”", tnk_store_get_name (self), what, id);
  return FALSE;
}

static gboolean
check_people_and_place (TnkStore *self,
                        const char *department_id,
                        const char *applicant,
                        const char *approver,
                        GError **error)
{
  static const char *const department = "SELECT count (*) FROM department WHERE id = $1";
  static const char *const person = "SELECT count (*) FROM person WHERE id = $1 AND active = 1";

  return check_there (self, department, "department", department_id, error) &&
         check_there (self, person, "staff number", applicant, error) &&
         check_there (self, person, "staff number", approver, error);
}

/* The control must be one that some campaign of this store asks about, once there is any. */
static gboolean
check_control (TnkStore *self,
               const char *control_id,
               GError **error)
{
  g_autoptr (GPtrArray) campaigns = tnk_store_list_campaigns (self, error);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++) {
    TnkCatalog *catalog = tnk_campaign_get_catalog (g_ptr_array_index (campaigns, i));
    if (tnk_catalog_lookup_control (catalog, control_id) != NULL)
      return TRUE;
  }
  if (campaigns != NULL && campaigns->len == 0)
    return TRUE;
  if (campaigns != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: no campaign asks about a control “%s”",
                 tnk_store_get_name (self), control_id);
  return FALSE;
}

/**
 * tnk_store_add_exception:
 * @self: an open store
 * @control_id: the id of the control that may be deviated from
 * @department_id: the department that may; all below it may too
 * @reason: why
 * @substitute: what is done instead
 * @starts: the first day, ISO 8601
 * @ends: the last day, ISO 8601
 * @applicant: the staff number of who applied
 * @approver: the staff number of who approved; must be somebody else
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Enters an approved exception (例外措置, clause 7.4).
 *
 * Returns: `TRUE` if it is there
 *
 * Since: 0.1
 */
gboolean
tnk_store_add_exception (TnkStore *self,
                         const char *control_id,
                         const char *department_id,
                         const char *reason,
                         const char *substitute,
                         const char *starts,
                         const char *ends,
                         const char *applicant,
                         const char *approver,
                         GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = NULL, *applied = NULL, *approved = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (control_id != NULL && department_id != NULL && reason != NULL && substitute != NULL, FALSE);
  g_return_val_if_fail (starts != NULL && ends != NULL && applicant != NULL && approver != NULL, FALSE);

  /* A space must not make two people of one. */
  applied = tnk_strip (applicant);
  approved = tnk_strip (approver);
  if (!check_exception (reason, substitute, starts, ends, applied, approved, error))
    return FALSE;
  detail = describe_exception (department_id, reason, substitute, starts, ends, applied, approved);
  return tnk_change_begin (&change, self, error) && check_people_and_place (self, department_id, applied, approved, error) &&
         check_control (self, control_id, error) &&
         tnk_connection_run (self->connection, error,
                             "INSERT INTO exception (no, control_id, department_id, reason, substitute, starts, ends, "
                             "applicant, approver) SELECT coalesce (max (no), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8 "
                             "FROM exception",
                             "tttttttt", control_id, department_id, reason, substitute, starts, ends, applied,
                             approved) &&
         tnk_change_log (&change, "exception.approved", control_id, detail, error) && tnk_change_commit (&change, error);
}
