/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-record-rows-private.h"

/* How a record stands in the log: as a digest, so that nobody can change it behind the log. */

static int
compare_fields (gconstpointer a,
                gconstpointer b)
{
  return strcmp ((*(TnkFormField *const *) a)->id, (*(TnkFormField *const *) b)->id);
}

static void
add_values (TnkActionDigest *digest,
            TnkRecord *record)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_copy (record->form->fields, NULL, NULL);

  g_ptr_array_sort (fields, compare_fields);
  for (guint i = 0; i < fields->len; i++) {
    TnkFormField *field = fields->pdata[i];

    if (record->values[field->index] == NULL)
      continue;
    tnk_action_digest_add (digest, field->id);
    tnk_action_digest_add (digest, record->values[field->index]);
    tnk_action_digest_add (digest, record->displays[field->index] != NULL ? record->displays[field->index] : "");
  }
  tnk_action_digest_add (digest, "");
}

static void
add_entries (TnkActionDigest *digest,
             TnkRecord *record)
{
  for (guint i = 0; i < record->entries->len; i++) {
    TnkRecordEntry *entry = record->entries->pdata[i];

    tnk_action_digest_add (digest, entry->step->id);
    tnk_action_digest_add (digest, entry->time);
    tnk_action_digest_add (digest, entry->day);
    tnk_action_digest_add (digest, entry->actor);
    tnk_action_digest_add (digest, entry->actor_name);
    tnk_action_digest_add (digest, entry->note);
  }
}

char *
tnk_record_make_digest (TnkRecord *record)
{
  g_auto (TnkActionDigest) digest = {0};
  g_autofree char *revision = g_strdup_printf ("%u", record->revision);
  const char *const texts[] = {record->id, record->form->fingerprint, record->state->id, record->applicant, record->applicant_name,
                               record->department_id, record->department_name, record->started, revision};

  tnk_action_digest_init (&digest);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_action_digest_add (&digest, texts[i]);
  add_values (&digest, record);
  add_entries (&digest, record);
  return g_strdup (g_checksum_get_string (digest.checksum));
}

/* --- verifying --- */

/* The digest that the log keeps of every record: that of the last entry about it. */
static GHashTable *
read_logged (TnkStore *self,
             GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT subject, detail FROM log WHERE kind IN ('record.started', 'record.changed', 'record.step') "
                                    "ORDER BY seq",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *at;

    if (!row)
      return g_steal_pointer (&digests);
    at = strstr (tnk_statement_text (statement, 1), "\"digest\":\"");
    g_hash_table_insert (digests, g_strdup (tnk_statement_text (statement, 0)),
                         at != NULL ? tnk_read_json_string (at + strlen ("\"digest\":")) : g_strdup (""));
  }
  return NULL;
}

static gboolean
check_forms (TnkStore *self,
             GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, "SELECT id, fingerprint, content FROM form", "");
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    g_autofree char *fingerprint = NULL;

    if (!row)
      return TRUE;
    fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tnk_statement_text (statement, 2), -1);
    if (!g_str_equal (fingerprint, tnk_statement_text (statement, 1))) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the form “%s” was changed after it was kept", tnk_store_get_name (self),
                   tnk_statement_text (statement, 0));
      return FALSE;
    }
  }
  return FALSE;
}

static gboolean
check_record (TnkStore *self,
              GHashTable *logged,
              TnkRecord *record,
              GError **error)
{
  g_autofree char *digest = tnk_record_make_digest (record);
  gboolean same = g_strcmp0 (g_hash_table_lookup (logged, record->id), digest) == 0;

  g_hash_table_remove (logged, record->id);
  if (!same)
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the record “%s” was changed behind the log", tnk_store_get_name (self),
                 record->id);
  return same;
}

/* Compares every record with the last entry of the log about it. */
gboolean
tnk_store_verify_records (TnkStore *self,
                          GError **error)
{
  g_autoptr (GHashTable) logged = read_logged (self, error);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GList) left = NULL;

  if (logged == NULL || !check_forms (self, error))
    return FALSE;
  /* What was read before somebody meddled must not hide it. */
  g_hash_table_remove_all (self->forms);
  records = tnk_store_read_records (self, NULL, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!check_record (self, logged, records->pdata[i], error))
      return FALSE;
  left = g_list_sort (g_hash_table_get_keys (logged), (GCompareFunc) strcmp);
  if (records != NULL && left != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the log knows of the record “%s”, but it is not there",
                 tnk_store_get_name (self), (const char *) left->data);
  return records != NULL && left == NULL;
}
