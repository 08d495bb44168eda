/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-exception-private.h"
#include "tnk-form-library.h"
#include "tnk-record-writer-private.h"
#include "tnk-strings-private.h"

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

static TnkException *
read_exception (TnkStatement *row)
{
  const char *fields[10];
  TnkException *exception;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    fields[i] = tnk_statement_text (row, i);
  exception = tnk_exception_new (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]);
  tnk_exception_set_origin (exception, fields[8], fields[9]);
  return exception;
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
                                    "SELECT control_id, department_id, reason, substitute, starts, ends, applicant, approver, record_id, "
                                    "revoked FROM exception ORDER BY no",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&list);
    g_ptr_array_add (list, read_exception (statement));
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

/* The way that every exception goes, in one go: applied for by the one, permitted by the other. */
static gboolean
apply_and_permit (TnkChange *change,
                  TnkForm *form,
                  GHashTable *values,
                  const char *applicant,
                  const char *approver,
                  GError **error)
{
  g_autoptr (TnkRecord) begun = tnk_record_start (change, form, applicant, error);
  g_autoptr (TnkRecord) written = NULL, submitted = NULL, approved = NULL;
  GHashTableIter iter;
  gpointer field, value;

  if (begun == NULL)
    return FALSE;
  for (g_hash_table_iter_init (&iter, values); g_hash_table_iter_next (&iter, &field, &value);)
    if (!tnk_record_set_value (begun, field, value, error))
      return FALSE;
  written = tnk_record_save (change, begun, applicant, NULL, error);
  submitted = written != NULL ? tnk_record_step (change, written, "submit", applicant, NULL, NULL, error) : NULL;
  approved = submitted != NULL ? tnk_record_step (change, submitted, "approve", approver, NULL, NULL, error) : NULL;
  return approved != NULL;
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
 * Enters an exception (例外措置, clause 7.4) that was applied for and permitted on paper: as a record of the form
 * “exception” that went its whole way at once, so that the same rules hold as for one at a desk.
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
  g_autofree char *applied = NULL, *approved = NULL;
  g_autoptr (TnkFormLibrary) library = NULL;
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (GHashTable) values = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (control_id != NULL && department_id != NULL && reason != NULL && substitute != NULL, FALSE);
  g_return_val_if_fail (starts != NULL && ends != NULL && applicant != NULL && approver != NULL, FALSE);

  /* A space must not make two people of one. */
  applied = tnk_strip (applicant);
  approved = tnk_strip (approver);
  if (!check_exception (reason, substitute, starts, ends, applied, approved, error))
    return FALSE;
  library = tnk_form_library_new ();
  form = tnk_form_library_find (library, "exception", NULL, error);
  if (form == NULL)
    return FALSE;
  values = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const pairs[][2] = {{"controls", control_id}, {"departments", department_id}, {"reason", reason}, {"substitute", substitute}, {"starts", starts}, {"ends", ends}, {"urgent", "no"}};
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_hash_table_insert (values, (gpointer) pairs[i][0], (gpointer) pairs[i][1]);
  return tnk_change_begin (&change, self, error) && apply_and_permit (&change, form, values, applied, approved, error) &&
         tnk_change_commit (&change, error);
}
