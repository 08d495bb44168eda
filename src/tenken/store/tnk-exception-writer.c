/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-exception-writer-private.h"

#include <string.h>

/* What the log says of one, in the order of the columns. */
static const char *const names[] = {"department", "reason", "substitute", "starts", "ends", "applicant", "approver", "record"};

typedef struct
{
  const char *control_id;
  const char *fields[G_N_ELEMENTS (names)]; /* record: NULL for those from before there were records */
} Entry;

static char *
describe (const Entry *entry)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (entry->fields[i] == NULL)
      continue;
    g_string_append_printf (json, "%s\"%s\":", i > 0 ? "," : "", names[i]);
    tnk_append_json_string (json, entry->fields[i]);
  }
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
enter (TnkChange *change,
       const Entry *entry,
       GError **error)
{
  g_autofree char *detail = describe (entry);

  return tnk_connection_run (change->connection, error,
                             "INSERT INTO exception (no, control_id, department_id, reason, substitute, starts, ends, applicant, approver, "
                             "record_id) SELECT coalesce (max (no), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM exception",
                             "ttttttttt", entry->control_id, entry->fields[0], entry->fields[1], entry->fields[2], entry->fields[3],
                             entry->fields[4], entry->fields[5], entry->fields[6], entry->fields[7]) &&
         tnk_change_log (change, "exception.approved", entry->control_id, detail, error);
}

static const char *
get_permit (TnkRecord *record,
            TnkFormPermit permit)
{
  return record->values[record->form->permits[permit]->index];
}

/* One for each control and each department. */
static gboolean
enter_all (TnkChange *change,
           TnkRecord *record,
           const char *by,
           GError **error)
{
  g_auto (GStrv) controls = g_strsplit (get_permit (record, TNK_FORM_PERMIT_CONTROLS), "\n", -1);
  g_auto (GStrv) departments = g_strsplit (get_permit (record, TNK_FORM_PERMIT_DEPARTMENTS), "\n", -1);

  for (guint c = 0; controls[c] != NULL; c++)
    for (guint d = 0; departments[d] != NULL; d++) {
      const Entry entry = {controls[c],
                           {departments[d], get_permit (record, TNK_FORM_PERMIT_REASON), get_permit (record, TNK_FORM_PERMIT_SUBSTITUTE),
                            get_permit (record, TNK_FORM_PERMIT_STARTS), get_permit (record, TNK_FORM_PERMIT_ENDS), record->applicant, by,
                            record->id}};

      if (!enter (change, &entry, error))
        return FALSE;
    }
  return TRUE;
}

/* What ended by itself needs no revoking. */
static gboolean
revoke_all (TnkChange *change,
            TnkRecord *record,
            const char *by,
            GError **error)
{
  g_autofree char *today = tnk_store_dup_today (change->store);
  g_autofree char *detail = g_strdup_printf ("{\"from\":\"%s\"}", today);

  return tnk_connection_run (change->connection, error,
                             "UPDATE exception SET revoked = $2 WHERE record_id = $1 AND revoked IS NULL AND ends >= $2", "tt", record->id,
                             today) &&
         tnk_change_log (change, "exception.revoked", record->id, detail, error);
}

static gboolean
is_permitted (TnkRecord *record)
{
  return record != NULL && tnk_form_permits (record->form) && record->state->kind == TNK_FORM_STATE_KIND_APPROVED;
}

gboolean
tnk_exceptions_follow (TnkChange *change,
                       TnkRecord *record,
                       TnkRecord *before,
                       const char *by,
                       GError **error)
{
  if (is_permitted (record) == is_permitted (before))
    return TRUE;
  return is_permitted (record) ? enter_all (change, record, by, error) : revoke_all (change, record, by, error);
}

/* --- verifying --- */

static gboolean
throw_changed (TnkStore *self,
               const char *control_id,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: an exception from “%s” was added, changed or removed behind the log",
               tnk_store_get_name (self), control_id);
  return FALSE;
}

/* What the log says of one exception. */
typedef struct
{
  char *control_id;
  char *detail;
  char *record_id; /* NULL: none */
  char *ends;
  char *revoked; /* NULL: it was not */
} Logged;

static void
logged_free (gpointer data)
{
  Logged *self = data;

  g_free (self->control_id);
  g_free (self->detail);
  g_free (self->record_id);
  g_free (self->ends);
  g_free (self->revoked);
  g_free (self);
}

static char *
find_in (const char *detail,
         const char *name)
{
  g_autofree char *key = g_strdup_printf ("\"%s\":\"", name);
  const char *at = strstr (detail, key);

  return at != NULL ? tnk_read_json_string (at + strlen (key) - 1) : NULL;
}

static void
add_logged (GPtrArray *list,
            const char *control_id,
            const char *detail)
{
  Logged *logged = g_new0 (Logged, 1);

  logged->control_id = g_strdup (control_id);
  logged->detail = g_strdup (detail);
  logged->record_id = find_in (detail, "record");
  logged->ends = find_in (detail, "ends");
  g_ptr_array_add (list, logged);
}

static void
revoke_logged (GPtrArray *list,
               const char *record_id,
               const char *detail)
{
  g_autofree char *from = find_in (detail, "from");

  for (guint i = 0; from != NULL && i < list->len; i++) {
    Logged *logged = list->pdata[i];
    if (g_strcmp0 (logged->record_id, record_id) == 0 && logged->revoked == NULL && g_strcmp0 (logged->ends, from) >= 0)
      logged->revoked = g_strdup (from);
  }
}

static GPtrArray *
read_logged (TnkStore *self,
             GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (logged_free);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT kind, subject, detail FROM log WHERE kind IN ('exception.approved', 'exception.revoked') "
                                    "ORDER BY seq",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&list);
    if (g_str_equal (tnk_statement_text (statement, 0), "exception.approved"))
      add_logged (list, tnk_statement_text (statement, 1), tnk_statement_text (statement, 2));
    else
      revoke_logged (list, tnk_statement_text (statement, 1), tnk_statement_text (statement, 2));
  }
  return NULL;
}

static gboolean
is_same (TnkStatement *row,
         const Logged *logged)
{
  Entry there = {.control_id = tnk_statement_text (row, 0)};
  g_autofree char *detail = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    there.fields[i] = tnk_statement_text (row, i + 1);
  detail = describe (&there);
  return g_str_equal (there.control_id, logged->control_id) && g_str_equal (detail, logged->detail) &&
         g_strcmp0 (tnk_statement_text (row, 9), logged->revoked) == 0;
}

/* They were entered in the order in which the log tells of them. */
gboolean
tnk_store_verify_exceptions (TnkStore *self,
                             GError **error)
{
  g_autoptr (GPtrArray) list = read_logged (self, error);
  g_autoptr (TnkStatement) rows = NULL;
  guint n = 0;
  gboolean row;

  if (list == NULL)
    return FALSE;
  rows = tnk_connection_query (self->connection, error,
                               "SELECT control_id, department_id, reason, substitute, starts, ends, applicant, approver, record_id, "
                               "revoked FROM exception ORDER BY no",
                               "");
  while (rows != NULL && tnk_statement_step (rows, &row, error)) {
    if (!row)
      return n == list->len || throw_changed (self, ((Logged *) list->pdata[n])->control_id, error);
    if (n == list->len || !is_same (rows, list->pdata[n++]))
      return throw_changed (self, tnk_statement_text (rows, 0), error);
  }
  return FALSE;
}
