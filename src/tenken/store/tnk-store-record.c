/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-record.h"

#include "tnk-record-writer-private.h"

/* --- beginning --- */

static TnkRecord *
make_record (TnkForm *form,
             const TnkHeldActor *held,
             const char *today)
{
  TnkRecord *record = tnk_record_new (form, held->id, held->name, held->department_id, held->department_name, today);
  const char *const prefills[] = {
    [TNK_FORM_PREFILL_APPLICANT] = held->id,
    [TNK_FORM_PREFILL_DEPARTMENT] = held->department_id,
    [TNK_FORM_PREFILL_TODAY] = today};

  for (guint i = 0; i < form->fields->len; i++) {
    TnkFormField *field = form->fields->pdata[i];

    if (field->prefill != TNK_FORM_PREFILL_NONE)
      tnk_record_set_value (record, field->id, prefills[field->prefill], NULL);
  }
  return record;
}

TnkRecord *
tnk_record_start (TnkChange *change,
                  TnkForm *form,
                  const char *by,
                  GError **error)
{
  g_auto (TnkHeldActor) held = {0};
  g_autofree char *today = tnk_store_dup_today (change->store);
  g_autoptr (TnkRecord) record = NULL;

  if (!tnk_held_actor_read (&held, change->store, by, error) || !tnk_record_may_start (form, &held.actor, error))
    return NULL;
  record = make_record (form, &held, today);
  return tnk_record_write (change, record, NULL, held.id, NULL, error);
}

/**
 * tnk_store_start_record:
 * @self: an open store
 * @form: a form
 * @by: the staff number of who begins it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the form is not for that person, `NOT_FOUND` or
 *   `STORE`
 *
 * Begins a record of a form, with what the form fills in by itself. The store keeps the form as it is now.
 *
 * Returns: (transfer full): the record, a draft
 *
 * Since: 0.1
 */
TnkRecord *
tnk_store_start_record (TnkStore *self,
                        TnkForm *form,
                        const char *by,
                        GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkRecord) record = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_FORM (form) && by != NULL, NULL);

  if (!tnk_change_begin (&change, self, error))
    return NULL;
  record = tnk_record_start (&change, form, by, error);
  return record != NULL && tnk_change_commit (&change, error) ? g_steal_pointer (&record) : NULL;
}

/* --- reading --- */

/**
 * tnk_store_load_record:
 * @self: an open store
 * @record_id: the id of a record
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads a record.
 *
 * Returns: (transfer full): the record
 *
 * Since: 0.1
 */
TnkRecord *
tnk_store_load_record (TnkStore *self,
                       const char *record_id,
                       GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && record_id != NULL, NULL);

  if (*record_id != '\0') {
    records = tnk_store_read_records (self, record_id, error);
    if (records == NULL)
      return NULL;
    if (records->len > 0)
      return g_object_ref (records->pdata[0]);
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no record “%s”; see “tenkenctl record list”",
               tnk_store_get_name (self), record_id);
  return NULL;
}

/**
 * tnk_store_list_records:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads all records.
 *
 * Returns: (transfer full) (element-type TnkRecord): the records, in the order in which they were begun
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_records (TnkStore *self,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);
  return tnk_store_read_records (self, NULL, error);
}

/**
 * tnk_store_read_record_mark:
 * @self: an open store
 * @mark: (out): a number
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads a number that grows whenever a record is begun, written or moved by a step, by whomever.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_store_read_record_mark (TnkStore *self,
                            gint64 *mark,
                            GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && mark != NULL, FALSE);
  return tnk_connection_query_int (self->connection, mark, 0, error, "SELECT coalesce (sum (revision), 0) FROM record", "");
}

/* --- writing --- */

static gboolean
check_revision (TnkStore *self,
                TnkRecord *there,
                guint revision,
                TnkRecord **newer,
                GError **error)
{
  if (revision == 0 || revision == there->revision)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: somebody changed the record “%s” in the meantime (revision %u, yours is %u)",
               tnk_store_get_name (self), there->id, there->revision, revision);
  if (newer != NULL)
    *newer = g_object_ref (there);
  return FALSE;
}

/* What a step fills is written there and nowhere else. */
static gboolean
check_fields (TnkRecord *record,
              TnkRecord *before,
              GError **error)
{
  for (guint i = 0; i < record->form->fields->len; i++) {
    TnkFormField *field = record->form->fields->pdata[i];

    if (field->of_step && g_strcmp0 (record->values[i], before->values[i]) != 0) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "%s (%s): this is filled at a step, not by who applies",
                   tnk_text_get (field->label, "ja"), field->id);
      return FALSE;
    }
  }
  return TRUE;
}

/* Only the values of what the caller gives are taken: everything else is as it is stored. */
static TnkRecord *
take_values (TnkRecord *before,
             TnkRecord *record)
{
  TnkRecord *next = tnk_record_copy (before);

  for (guint i = 0; i < before->form->fields->len; i++)
    if (g_strcmp0 (record->values[i], next->values[i]) != 0) {
      g_free (next->values[i]);
      next->values[i] = g_strdup (record->values[i]);
      g_clear_pointer (&next->displays[i], g_free);
    }
  return next;
}

static gboolean
is_same_form (TnkStore *self,
              TnkRecord *record,
              TnkRecord *before,
              GError **error)
{
  if (g_str_equal (record->form->fingerprint, before->form->fingerprint))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the record “%s” follows another edition of its form; read it anew",
               tnk_store_get_name (self), before->id);
  return FALSE;
}

TnkRecord *
tnk_record_save (TnkChange *change,
                 TnkRecord *record,
                 const char *by,
                 TnkRecord **newer,
                 GError **error)
{
  TnkStore *self = change->store;
  g_auto (TnkHeldActor) held = {0};
  g_autoptr (TnkRecord) before = tnk_store_load_record (self, record->id, error);
  g_autoptr (TnkRecord) next = NULL;

  if (before == NULL || !tnk_held_actor_read (&held, self, by, error) || !tnk_record_check_writer (before, &held.actor, error) ||
      !check_revision (self, before, record->revision, newer, error) || !is_same_form (self, record, before, error) ||
      !check_fields (record, before, error))
    return NULL;
  next = take_values (before, record);
  return tnk_record_write (change, next, before, held.id, NULL, error);
}

/**
 * tnk_store_save_record:
 * @self: an open store
 * @record: a record, changed since it was read
 * @by: the staff number of who changes it: who began it, while it is a draft
 * @newer: (out) (optional) (nullable) (transfer full): the record as it is in the store, if somebody else was faster
 * @error: return location for an error: [error@Tenken.Error] `STATE` if the store holds a newer revision than the one that the
 *   writer saw or the record is no draft, `REFUSED` for anybody else, `NOT_FOUND` for somebody or something that a field
 *   names, or `STORE`
 *
 * Stores what was written into a draft. It need not be complete. What stood there before stays readable in the log.
 *
 * Returns: (transfer full): the record as it is stored
 *
 * Since: 0.1
 */
TnkRecord *
tnk_store_save_record (TnkStore *self,
                       TnkRecord *record,
                       const char *by,
                       TnkRecord **newer,
                       GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkRecord) stored = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_RECORD (record) && by != NULL, NULL);
  g_return_val_if_fail (tnk_record_get_id (record) != NULL, NULL);

  if (newer != NULL)
    *newer = NULL;
  if (!tnk_change_begin (&change, self, error))
    return NULL;
  stored = tnk_record_save (&change, record, by, newer, error);
  return stored != NULL && tnk_change_commit (&change, error) ? g_steal_pointer (&stored) : NULL;
}

/* --- steps --- */

/**
 * tnk_store_list_record_steps:
 * @self: an open store
 * @record: a record
 * @by: a staff number
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Lists the steps that somebody may take with a record now. Whether what stands in it suffices is another matter, see
 * [method@Record.list_faults].
 *
 * Returns: (transfer full) (element-type TnkFormStep): the steps, in the order of the form
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_record_steps (TnkStore *self,
                             TnkRecord *record,
                             const char *by,
                             GError **error)
{
  g_auto (TnkHeldActor) held = {0};
  g_autofree char *today = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_RECORD (record) && by != NULL, NULL);

  if (!tnk_held_actor_read (&held, self, by, error))
    return NULL;
  today = tnk_store_dup_today (self);
  return tnk_record_list_steps (record, &held.actor, today);
}

TnkRecord *
tnk_record_step (TnkChange *change,
                 TnkRecord *before,
                 const char *step_id,
                 const char *by,
                 GHashTable *values,
                 const char *note,
                 GError **error)
{
  g_auto (TnkHeldActor) held = {0};
  g_autofree char *today = tnk_store_dup_today (change->store);
  g_autoptr (TnkRecord) next = NULL;
  TnkFormStep *step = tnk_form_lookup_step (before->form, step_id);

  if (step == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the form “%s” has no step “%s”; see “tenkenctl form show %s”", before->form->id,
                 step_id, before->form->id);
    return NULL;
  }
  if (!tnk_held_actor_read (&held, change->store, by, error))
    return NULL;
  next = tnk_record_take_step (before, step, &held.actor, values, note, change->now, today, error);
  return next != NULL ? tnk_record_write (change, next, before, held.id, step, error) : NULL;
}

/**
 * tnk_store_take_record_step:
 * @self: an open store
 * @record_id: the id of a record
 * @revision: the revision that the person saw; 0 for whatever is there
 * @step_id: the id of a step of its form
 * @by: the staff number of who takes it
 * @values: (nullable) (element-type utf8 utf8): what is filled at the step, by the ids of the fields
 * @note: (nullable): a note
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the step is not for that person, above all where an
 *   applicant would decide; `STATE` if it cannot be taken now, `INVALID` if something is missing or forbidden, `NOT_FOUND`
 *   or `STORE`
 *
 * Takes a step with a record. Where the record is an exception and is approved by it, the exception holds from now on; where it
 * leaves that state, it does not any more.
 *
 * Returns: (transfer full): the record as it is stored
 *
 * Since: 0.1
 */
TnkRecord *
tnk_store_take_record_step (TnkStore *self,
                            const char *record_id,
                            guint revision,
                            const char *step_id,
                            const char *by,
                            GHashTable *values,
                            const char *note,
                            GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkRecord) before = NULL, stored = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && record_id != NULL && step_id != NULL && by != NULL, NULL);

  if (!tnk_change_begin (&change, self, error))
    return NULL;
  before = tnk_store_load_record (self, record_id, error);
  if (before == NULL || !check_revision (self, before, revision, NULL, error))
    return NULL;
  stored = tnk_record_step (&change, before, step_id, by, values, note, error);
  return stored != NULL && tnk_change_commit (&change, error) ? g_steal_pointer (&stored) : NULL;
}
