/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-exception-writer-private.h"
#include "tnk-record-rows-private.h"

gboolean
tnk_record_keep_form (TnkChange *change,
                      TnkForm *form,
                      gint64 *no,
                      GError **error)
{
  return tnk_connection_run (change->connection, error,
                             "INSERT INTO form (no, id, edition, fingerprint, content) SELECT coalesce (max (no), 0) + 1, $1, $2, $3, $4 "
                             "FROM form WHERE true ON CONFLICT (fingerprint) DO NOTHING",
                             "tttt", form->id, form->edition, form->fingerprint, form->content) &&
         tnk_connection_query_int (change->connection, no, 0, error, "SELECT no FROM form WHERE fingerprint = $1", "t", form->fingerprint);
}

/* The number of the record in its form and its year. */
static char *
make_id (TnkChange *change,
         TnkRecord *record,
         GError **error)
{
  gint64 n;

  if (!tnk_connection_query_int (change->connection, &n, 0, error,
                                 "SELECT count (*) FROM record r JOIN form f ON f.no = r.form_no WHERE f.id = $1 "
                                 "AND substr (r.started, 1, 4) = substr ($2, 1, 4)",
                                 "tt", record->form->id, record->started))
    return NULL;
  return g_strdup_printf ("%s-%.4s-%03" G_GINT64_FORMAT, record->form->id, record->started, n + 1);
}

static gboolean
insert_record (TnkChange *change,
               TnkRecord *record,
               GError **error)
{
  gint64 form_no;

  return tnk_record_keep_form (change, record->form, &form_no, error) &&
         tnk_connection_run (change->connection, error,
                             "INSERT INTO record (no, form_no, id, state, applicant, applicant_name, department_id, department_name, "
                             "started, revision) SELECT coalesce (max (no), 0) + 1, $1, $2, $3, $4, $5, $6, $7, $8, 1 FROM record",
                             "itttttttt", form_no, record->id, record->state->id, record->applicant, record->applicant_name,
                             record->department_id, record->department_name, record->started);
}

static gboolean
write_values (TnkChange *change,
              TnkRecord *record,
              gint64 no,
              GError **error)
{
  if (!tnk_connection_run (change->connection, error, "DELETE FROM record_value WHERE record_no = $1", "i", no))
    return FALSE;
  for (guint i = 0; i < record->form->fields->len; i++) {
    TnkFormField *field = record->form->fields->pdata[i];

    if (record->values[i] != NULL &&
        !tnk_connection_run (change->connection, error, "INSERT INTO record_value (record_no, field, value, display) VALUES ($1, $2, $3, $4)",
                             "ittt", no, field->id, record->values[i], record->displays[i] != NULL ? record->displays[i] : ""))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_steps (TnkChange *change,
             TnkRecord *record,
             guint first,
             gint64 no,
             GError **error)
{
  for (guint i = first; i < record->entries->len; i++) {
    TnkRecordEntry *entry = record->entries->pdata[i];

    if (!tnk_connection_run (change->connection, error,
                             "INSERT INTO record_step (record_no, position, step, at, day, actor, actor_name, note) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                             "iitttttt", no, (gint64) i, entry->step->id, entry->time, entry->day, entry->actor, entry->actor_name,
                             entry->note))
      return FALSE;
  }
  return TRUE;
}

/* --- the log --- */

static void
append (GString *json,
        const char *name,
        const char *text)
{
  g_string_append_printf (json, "%s\"%s\":", json->str[json->len - 1] != '{' ? "," : "", name);
  tnk_append_json_string (json, text);
}

/* What stood there before, so that nothing that anybody wrote is lost. */
static void
append_replaced (GString *json,
                 TnkRecord *record,
                 TnkRecord *before)
{
  g_string_append (json, ",\"replaced\":{");
  for (guint i = 0; i < record->form->fields->len; i++)
    if (g_strcmp0 (record->values[i], before->values[i]) != 0)
      append (json, ((TnkFormField *) record->form->fields->pdata[i])->id, before->values[i] != NULL ? before->values[i] : "");
  g_string_append_c (json, '}');
}

static char *
describe (TnkRecord *record,
          TnkRecord *before,
          const char *by,
          TnkFormStep *step)
{
  GString *json = g_string_new ("{");
  g_autofree char *digest = tnk_record_make_digest (record);

  append (json, "by", by);
  append (json, "digest", digest);
  g_string_append_printf (json, ",\"revision\":%u", record->revision);
  if (step != NULL)
    append (json, "step", step->id);
  append (json, "state", record->state->id);
  if (before == NULL)
    append (json, "form", record->form->fingerprint);
  else
    append_replaced (json, record, before);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
log_record (TnkChange *change,
            TnkRecord *record,
            TnkRecord *before,
            const char *by,
            TnkFormStep *step,
            GError **error)
{
  g_autofree char *detail = describe (record, before, by, step);

  return tnk_change_log (change, before == NULL ? "record.started" : step != NULL ? "record.step"
                                                                                  : "record.changed",
                         record->id, detail, error);
}

/* --- writing --- */

static gboolean
write_rows (TnkChange *change,
            TnkRecord *record,
            TnkRecord *before,
            GError **error)
{
  TnkConnection *connection = change->connection;
  gint64 no;

  if (before == NULL && !insert_record (change, record, error))
    return FALSE;
  return tnk_connection_query_int (connection, &no, 0, error, "SELECT no FROM record WHERE id = $1", "t", record->id) &&
         tnk_connection_run (connection, error, "UPDATE record SET state = $2, revision = $3 WHERE no = $1", "iti", no, record->state->id,
                             (gint64) record->revision) &&
         write_values (change, record, no, error) &&
         write_steps (change, record, before != NULL ? before->entries->len : 0, no, error);
}

TnkRecord *
tnk_record_write (TnkChange *change,
                  TnkRecord *record,
                  TnkRecord *before,
                  const char *by,
                  TnkFormStep *step,
                  GError **error)
{
  g_autoptr (TnkRecord) stored = tnk_record_copy (record);
  g_autofree char *id = before != NULL ? g_strdup (before->id) : make_id (change, record, error);

  if (id == NULL)
    return NULL;
  tnk_record_set_identity (stored, id, before != NULL ? before->revision + 1 : 1);
  if (!tnk_record_find_names (change->store, stored, before, error) || !write_rows (change, stored, before, error) ||
      !log_record (change, stored, before, by, step, error) || !tnk_exceptions_follow (change, stored, before, by, error))
    return NULL;
  return g_steal_pointer (&stored);
}
