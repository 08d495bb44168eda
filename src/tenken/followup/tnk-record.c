/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-private.h"

#include "tnk-error.h"
#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkRecord, tnk_record, G_TYPE_OBJECT)

static void
free_texts (char **texts,
            guint n)
{
  for (guint i = 0; texts != NULL && i < n; i++)
    g_free (texts[i]);
  g_free (texts);
}

static void
tnk_record_finalize (GObject *object)
{
  TnkRecord *self = TNK_RECORD (object);

  free_texts (self->values, self->form->fields->len);
  free_texts (self->displays, self->form->fields->len);
  g_clear_object (&self->form);
  g_free (self->id);
  g_free (self->applicant);
  g_free (self->applicant_name);
  g_free (self->department_id);
  g_free (self->department_name);
  g_free (self->started);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (tnk_record_parent_class)->finalize (object);
}

static void
tnk_record_class_init (TnkRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_record_finalize;
}

static void
tnk_record_init (TnkRecord *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

TnkRecord *
tnk_record_new (TnkForm *form,
                const char *applicant,
                const char *applicant_name,
                const char *department_id,
                const char *department_name,
                const char *started)
{
  TnkRecord *self = g_object_new (TNK_TYPE_RECORD, NULL);

  self->form = g_object_ref (form);
  self->state = form->states->pdata[0];
  self->applicant = g_strdup (applicant);
  self->applicant_name = g_strdup (applicant_name);
  self->department_id = g_strdup (department_id);
  self->department_name = g_strdup (department_name);
  self->started = g_strdup (started);
  self->values = g_new0 (char *, form->fields->len);
  self->displays = g_new0 (char *, form->fields->len);
  return self;
}

void
tnk_record_set_identity (TnkRecord *self,
                         const char *id,
                         guint revision)
{
  tnk_set_string (&self->id, id);
  self->revision = revision;
}

/**
 * tnk_record_copy:
 * @self: a record
 *
 * Copies a record with its id, revision and history, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkRecord *
tnk_record_copy (TnkRecord *self)
{
  TnkRecord *copy;

  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);

  copy = tnk_record_new (self->form, self->applicant, self->applicant_name, self->department_id, self->department_name, self->started);
  tnk_record_set_identity (copy, self->id, self->revision);
  copy->state = self->state;
  for (guint i = 0; i < self->form->fields->len; i++) {
    copy->values[i] = g_strdup (self->values[i]);
    copy->displays[i] = g_strdup (self->displays[i]);
  }
  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (copy->entries, g_object_ref (self->entries->pdata[i]));
  return copy;
}

/**
 * tnk_record_get_form:
 * @self: a record
 *
 * Gets the form, as it was when the record was begun.
 *
 * Returns: (transfer none): the form
 *
 * Since: 0.1
 */
TnkForm *
tnk_record_get_form (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->form;
}

/**
 * tnk_record_get_id:
 * @self: a record
 *
 * Gets the id.
 *
 * Returns: (nullable): the id, or `NULL` until it is stored
 *
 * Since: 0.1
 */
const char *
tnk_record_get_id (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->id;
}

/**
 * tnk_record_get_revision:
 * @self: a record
 *
 * Gets how often the record was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_record_get_revision (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), 0);
  return self->revision;
}

/**
 * tnk_record_get_state:
 * @self: a record
 *
 * Gets how far it is.
 *
 * Returns: (transfer none): the state
 *
 * Since: 0.1
 */
TnkFormState *
tnk_record_get_state (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->state;
}

/**
 * tnk_record_get_applicant:
 * @self: a record
 *
 * Gets who began it.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_record_get_applicant (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->applicant;
}

/**
 * tnk_record_get_applicant_name:
 * @self: a record
 *
 * Gets what he or she was called then.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_record_get_applicant_name (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->applicant_name;
}

/**
 * tnk_record_get_department_id:
 * @self: a record
 *
 * Gets the department of who began it, as it was then.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_record_get_department_id (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->department_id;
}

/**
 * tnk_record_get_department_name:
 * @self: a record
 *
 * Gets what that department was called then.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_record_get_department_name (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->department_name;
}

/**
 * tnk_record_get_started:
 * @self: a record
 *
 * Gets the day on which it was begun.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_record_get_started (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), NULL);
  return self->started;
}

/* --- values --- */

/**
 * tnk_record_get_value:
 * @self: a record
 * @field_id: the id of a field
 *
 * Gets what stands in a field, in its text form.
 *
 * Returns: the text, empty where nothing stands there, and for notes and what is looked up
 *
 * Since: 0.1
 */
const char *
tnk_record_get_value (TnkRecord *self,
                      const char *field_id)
{
  TnkFormField *field;

  g_return_val_if_fail (TNK_IS_RECORD (self) && field_id != NULL, NULL);

  field = tnk_form_lookup_field (self->form, field_id);
  return field != NULL && self->values[field->index] != NULL ? self->values[field->index] : "";
}

/**
 * tnk_record_set_value:
 * @self: a record
 * @field_id: the id of a field
 * @value: its text form; empty for nothing
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `NOT_FOUND`
 *
 * Writes into a field. Whether the record can be handed in so is for [method@Record.list_faults] to say.
 *
 * Returns: `TRUE` if the value is of the right form and was set
 *
 * Since: 0.1
 */
gboolean
tnk_record_set_value (TnkRecord *self,
                      const char *field_id,
                      const char *value,
                      GError **error)
{
  g_autofree char *clean = NULL;
  TnkFormField *field;

  g_return_val_if_fail (TNK_IS_RECORD (self) && field_id != NULL && value != NULL, FALSE);

  field = tnk_form_lookup_field (self->form, field_id);
  if (field == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the form “%s” has no field “%s”; see “tenkenctl form show %s”",
                 tnk_form_get_id (self->form), field_id, tnk_form_get_id (self->form));
    return FALSE;
  }
  clean = tnk_form_field_clean (field, value, error);
  if (clean == NULL)
    return FALSE;
  if (g_strcmp0 (self->values[field->index], *clean != '\0' ? clean : NULL) == 0)
    return TRUE;
  tnk_set_string (&self->values[field->index], *clean != '\0' ? clean : NULL);
  g_clear_pointer (&self->displays[field->index], g_free);
  return TRUE;
}

void
tnk_record_set_display (TnkRecord *self,
                        TnkFormField *field,
                        const char *display)
{
  tnk_set_string (&self->displays[field->index], display);
}

gboolean
tnk_record_names (TnkRecord *self,
                  const char *person_id)
{
  for (guint i = 0; i < self->form->fields->len; i++) {
    TnkFormField *field = self->form->fields->pdata[i];
    g_auto (GStrv) lines = NULL;

    if (field->kind != TNK_FORM_FIELD_KIND_PERSON || self->values[i] == NULL)
      continue;
    lines = g_strsplit (self->values[i], "\n", -1);
    if (g_strv_contains ((const char *const *) lines, person_id))
      return TRUE;
  }
  return FALSE;
}

/* --- history --- */

/**
 * tnk_record_get_n_entries:
 * @self: a record
 *
 * Counts the steps that were taken.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_record_get_n_entries (TnkRecord *self)
{
  g_return_val_if_fail (TNK_IS_RECORD (self), 0);
  return self->entries->len;
}

/**
 * tnk_record_get_entry:
 * @self: a record
 * @index: which of them, the first first
 *
 * Gets a step that was taken.
 *
 * Returns: (transfer none): the entry
 *
 * Since: 0.1
 */
TnkRecordEntry *
tnk_record_get_entry (TnkRecord *self,
                      guint index)
{
  g_return_val_if_fail (TNK_IS_RECORD (self) && index < self->entries->len, NULL);
  return self->entries->pdata[index];
}

TnkRecordEntry *
tnk_record_add_entry (TnkRecord *self,
                      TnkFormStep *step,
                      const char *time,
                      const char *day,
                      const char *actor,
                      const char *actor_name,
                      const char *note)
{
  TnkRecordEntry *entry = g_object_new (TNK_TYPE_RECORD_ENTRY, NULL);

  entry->form = g_object_ref (self->form);
  entry->step = step;
  entry->time = g_strdup (time);
  entry->day = g_strdup (day);
  entry->actor = g_strdup (actor);
  entry->actor_name = g_strdup (actor_name);
  entry->note = g_strdup (note != NULL ? note : "");
  g_ptr_array_add (self->entries, entry);
  return entry;
}

guint
tnk_record_find_window (TnkRecord *self)
{
  for (guint i = self->entries->len; i > 0; i--)
    if (((TnkRecordEntry *) self->entries->pdata[i - 1])->step->kind == TNK_FORM_STEP_KIND_RETURN)
      return i;
  return 0;
}

TnkRecordEntry *
tnk_record_find_entry (TnkRecord *self,
                       const char *step_id)
{
  for (guint i = self->entries->len; i > tnk_record_find_window (self); i--) {
    TnkRecordEntry *entry = self->entries->pdata[i - 1];
    if (g_str_equal (tnk_form_step_get_id (entry->step), step_id))
      return entry;
  }
  return NULL;
}

/**
 * tnk_record_has_taken:
 * @self: a record
 * @step_id: the id of a step
 *
 * Tells whether a step was taken since the record was last sent back.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_record_has_taken (TnkRecord *self,
                      const char *step_id)
{
  g_return_val_if_fail (TNK_IS_RECORD (self) && step_id != NULL, FALSE);
  return tnk_record_find_entry (self, step_id) != NULL;
}
