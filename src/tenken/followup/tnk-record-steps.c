/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-record-private.h"
#include "tnk-strings-private.h"

/* Who may take which step, and what becomes of the record. */

#define MAX_NOTE 2000

static gboolean G_GNUC_PRINTF (3, 4) throw (GError * *error, TnkError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, TNK_ERROR, code, message);
  return FALSE;
}

/* --- who --- */

static gboolean
has (const char *const *list,
     const char *text)
{
  return list != NULL && g_strv_contains (list, text);
}

static gboolean
is_named (TnkRecord *record,
          const char *field_id,
          const char *person_id)
{
  g_auto (GStrv) lines = g_strsplit (tnk_record_get_value (record, field_id), "\n", -1);

  return g_strv_contains ((const char *const *) lines, person_id);
}

static gboolean
took (TnkRecord *record,
      const char *step_id,
      const char *person_id)
{
  TnkRecordEntry *entry = tnk_record_find_entry (record, step_id);

  return entry != NULL && g_str_equal (entry->actor, person_id);
}

static gboolean
has_right (TnkRecord *record,
           const char *right,
           const TnkActor *actor)
{
  if (!g_str_equal (right, "department"))
    return has (actor->rights, right);
  return record != NULL ? has (actor->departments, record->department_id) : has (actor->rights, right);
}

/* record NULL: none was begun yet. */
static gboolean
is_meant (TnkRecord *record,
          const TnkWho *who,
          const TnkActor *actor)
{
  switch (who->kind) {
  case TNK_WHO_ROLE:
    return has (actor->roles, who->id) || (who->deputy && has (actor->stands_in_for, who->id));
  case TNK_WHO_RIGHT:
    return has_right (record, who->id, actor);
  case TNK_WHO_FIELD:
    return record != NULL && is_named (record, who->id, actor->id);
  case TNK_WHO_ACTOR:
    return record != NULL && took (record, who->id, actor->id);
  default:
    return record != NULL && g_str_equal (record->applicant, actor->id);
  }
}

static gboolean
is_among (TnkRecord *record,
          GPtrArray *list,
          const TnkActor *actor)
{
  for (guint i = 0; i < list->len; i++)
    if (is_meant (record, list->pdata[i], actor))
      return TRUE;
  return FALSE;
}

static char *
describe_who (GPtrArray *list)
{
  static const char *const kinds[] = {"the role", "the right", "whom the form names in", "the applicant", "who took the step"};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const TnkWho *who = list->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", kinds[who->kind]);
    if (who->id != NULL)
      g_string_append_printf (text, " “%s”%s", who->id, who->deputy ? " or a named deputy" : "");
  }
  return g_string_free (text, FALSE);
}

gboolean
tnk_record_may_start (TnkForm *form,
                      const TnkActor *actor,
                      GError **error)
{
  g_autofree char *who = NULL;

  if (is_among (NULL, form->start, actor))
    return TRUE;
  who = describe_who (form->start);
  return throw (error, TNK_ERROR_REFUSED, "“%s” cannot begin a record of the form “%s”: this is for %s", actor->id, form->id, who);
}

gboolean
tnk_record_check_writer (TnkRecord *self,
                         const TnkActor *actor,
                         GError **error)
{
  if (!g_str_equal (self->applicant, actor->id))
    return throw (error, TNK_ERROR_REFUSED, "“%s” did not begin the record “%s”; only who did writes in its draft", actor->id, self->id);
  return self->state->kind == TNK_FORM_STATE_KIND_DRAFT ||
         throw (error, TNK_ERROR_STATE, "the record “%s” is no draft any more (%s) and stays as it is; have it sent back first", self->id,
                tnk_form_state_get_id (self->state));
}

gboolean
tnk_form_is_for (TnkForm *form,
                 const TnkActor *actor)
{
  if (is_among (NULL, form->start, actor))
    return TRUE;
  for (guint i = 0; i < form->steps->len; i++) {
    TnkFormStep *step = form->steps->pdata[i];
    if (is_among (NULL, step->who, actor))
      return TRUE;
  }
  return FALSE;
}

gboolean
tnk_form_takes_deputies (TnkForm *form,
                         const char *role)
{
  for (guint i = 0; i < form->steps->len; i++) {
    TnkFormStep *step = form->steps->pdata[i];

    for (guint w = 0; w < step->who->len; w++) {
      const TnkWho *who = step->who->pdata[w];
      if (who->kind == TNK_WHO_ROLE && who->deputy && g_str_equal (who->id, role))
        return TRUE;
    }
  }
  return FALSE;
}

/* --- whether it can be taken --- */

static gboolean
is_open (TnkRecordSight *sight,
         TnkFormStep *step)
{
  return tnk_record_sight_holds (sight, step->only_if);
}

static gboolean
check_needs (TnkRecordSight *sight,
             TnkFormStep *step,
             GError **error)
{
  for (guint i = 0; step->needs[i] != NULL; i++) {
    TnkFormStep *needed = tnk_form_lookup_step (sight->record->form, step->needs[i]);
    if (is_open (sight, needed) && tnk_record_find_entry (sight->record, needed->id) == NULL)
      return throw (error, TNK_ERROR_STATE, "before the step “%s”, the step “%s” must be taken", step->id, needed->id);
  }
  return TRUE;
}

static gboolean
check_place (TnkRecord *self,
             TnkFormStep *step,
             const char *today,
             GError **error)
{
  g_auto (TnkRecordSight) sight = {0};

  if (!tnk_form_step_begins_in (step, self->state))
    return throw (error, TNK_ERROR_STATE, "the step “%s” cannot be taken now: the record is in the state “%s”", step->id, self->state->id);
  if (step->to == NULL && !step->repeats && tnk_record_find_entry (self, step->id) != NULL)
    return throw (error, TNK_ERROR_STATE, "the step “%s” was taken already", step->id);
  tnk_record_sight_init (&sight, self, today);
  if (!is_open (&sight, step))
    return throw (error, TNK_ERROR_STATE, "the step “%s” is not for this record: its condition does not hold", step->id);
  return check_needs (&sight, step, error);
}

static gboolean
applied (TnkRecord *self,
         const char *person_id)
{
  if (g_str_equal (self->applicant, person_id))
    return TRUE;
  for (guint i = 0; i < self->entries->len; i++) {
    TnkRecordEntry *entry = self->entries->pdata[i];
    if (entry->step->kind == TNK_FORM_STEP_KIND_SUBMIT && g_str_equal (entry->actor, person_id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
was_actor (TnkRecord *self,
           const char *step_id,
           const char *person_id)
{
  for (guint i = 0; i < self->entries->len; i++) {
    TnkRecordEntry *entry = self->entries->pdata[i];
    if (g_str_equal (entry->step->id, step_id) && g_str_equal (entry->actor, person_id))
      return TRUE;
  }
  return FALSE;
}

/* Whatever a form says, who applied for something does not decide about it. */
static gboolean
check_apart (TnkRecord *self,
             TnkFormStep *step,
             const TnkActor *actor,
             GError **error)
{
  if ((step->kind == TNK_FORM_STEP_KIND_APPROVE || step->kind == TNK_FORM_STEP_KIND_REFUSE) && applied (self, actor->id))
    return throw (error, TNK_ERROR_REFUSED, "“%s” applied for this and cannot decide about it: applicant and approver must be two people",
                  actor->id);
  for (guint i = 0; step->apart_from[i] != NULL; i++)
    if (was_actor (self, step->apart_from[i], actor->id))
      return throw (error, TNK_ERROR_REFUSED, "“%s” took the step “%s” and cannot take the step “%s” too; somebody else must", actor->id,
                    step->apart_from[i], step->id);
  return TRUE;
}

gboolean
tnk_record_check_step (TnkRecord *self,
                       TnkFormStep *step,
                       const TnkActor *actor,
                       const char *today,
                       GError **error)
{
  g_autofree char *who = NULL;

  if (!check_apart (self, step, actor, error))
    return FALSE;
  if (is_among (self, step->who, actor))
    return check_place (self, step, today, error);
  who = describe_who (step->who);
  return throw (error, TNK_ERROR_REFUSED, "“%s” cannot take the step “%s”: this is for %s", actor->id, step->id, who);
}

GPtrArray *
tnk_record_list_steps (TnkRecord *self,
                       const TnkActor *actor,
                       const char *today)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->form->steps->len; i++)
    if (tnk_record_check_step (self, self->form->steps->pdata[i], actor, today, NULL))
      g_ptr_array_add (steps, g_object_ref (self->form->steps->pdata[i]));
  return steps;
}

static gboolean
took_a_step (TnkRecord *self,
             const char *person_id)
{
  for (guint i = 0; i < self->entries->len; i++) {
    TnkRecordEntry *entry = self->entries->pdata[i];
    if (g_str_equal (entry->actor, person_id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
may_take_a_step (TnkRecord *self,
                 const TnkActor *actor,
                 const char *today)
{
  for (guint i = 0; i < self->form->steps->len; i++)
    if (tnk_record_check_step (self, self->form->steps->pdata[i], actor, today, NULL))
      return TRUE;
  return FALSE;
}

/* What was never handed in is nobody’s business but the writer’s. */
gboolean
tnk_record_is_own (TnkRecord *self,
                   const TnkActor *actor,
                   const char *today)
{
  if (g_str_equal (self->applicant, actor->id))
    return TRUE;
  return self->entries->len > 0 && (took_a_step (self, actor->id) || may_take_a_step (self, actor, today));
}

/* --- taking it --- */

static gboolean
set_values (TnkRecord *self,
            TnkFormStep *step,
            GHashTable *values,
            GError **error)
{
  GHashTableIter iter;
  gpointer id, value;

  if (values == NULL)
    return TRUE;
  for (g_hash_table_iter_init (&iter, values); g_hash_table_iter_next (&iter, &id, &value);) {
    TnkFormField *field = tnk_form_lookup_field (self->form, id);

    if (field != NULL && !g_ptr_array_find (step->fields, field, NULL))
      return throw (error, TNK_ERROR_REFUSED, "the field “%s” is not filled at the step “%s”", field->id, step->id);
    if (!tnk_record_set_value (self, id, value, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_note (TnkFormStep *step,
            const char *note,
            GError **error)
{
  if (tnk_is_blank (note))
    return step->note != TNK_FORM_STEP_NOTE_REQUIRED ||
           throw (error, TNK_ERROR_INVALID, "the step “%s” needs a note that says why", step->id);
  if (step->note == TNK_FORM_STEP_NOTE_NONE)
    return throw (error, TNK_ERROR_INVALID, "no note is written with the step “%s”", step->id);
  return tnk_check_harmless ("note", note, TRUE, error) &&
         (g_utf8_strlen (note, -1) <= MAX_NOTE ||
          throw (error, TNK_ERROR_INVALID, "the note is longer than %d characters; shorten it", MAX_NOTE));
}

static gboolean
check_faults (TnkRecord *self,
              TnkFormStep *step,
              const char *today,
              GError **error)
{
  g_autoptr (GPtrArray) faults = tnk_record_list_faults (self, step, today);
  g_autofree char *message = NULL;

  if (faults->len == 0)
    return TRUE;
  message = tnk_record_fault_dup_message (faults->pdata[0], "ja");
  return throw (error, TNK_ERROR_INVALID, "the step “%s” cannot be taken yet: %s (%s)", step->id, message,
                tnk_form_field_get_id (tnk_record_fault_get_field (faults->pdata[0])));
}

static void
drop_unasked (TnkRecord *self,
              const char *today)
{
  g_auto (TnkRecordSight) sight = {0};

  tnk_record_sight_init (&sight, self, today);
  for (guint i = 0; i < self->form->fields->len; i++)
    if (!sight.asked[i]) {
      g_clear_pointer (&self->values[i], g_free);
      g_clear_pointer (&self->displays[i], g_free);
    }
}

TnkRecord *
tnk_record_take_step (TnkRecord *self,
                      TnkFormStep *step,
                      const TnkActor *actor,
                      GHashTable *values,
                      const char *note,
                      const char *time,
                      const char *today,
                      GError **error)
{
  g_autoptr (TnkRecord) next = tnk_record_copy (self);

  if (!tnk_record_check_step (self, step, actor, today, error) || !set_values (next, step, values, error) ||
      !check_note (step, note, error) || !check_faults (next, step, today, error))
    return NULL;
  drop_unasked (next, today);
  tnk_record_add_entry (next, step, time, today, actor->id, actor->name, note);
  if (step->to != NULL)
    next->state = step->to;
  return g_steal_pointer (&next);
}
