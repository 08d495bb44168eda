/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-record-private.h"

/* What of a record is asked, and what stands in the way of a step. */

static const char *
get_value (gpointer data,
           const char *field_id)
{
  TnkRecordSight *self = data;

  return tnk_record_sight_get_value (self, tnk_form_lookup_field (self->record->form, field_id));
}

static gboolean
is_taken (gpointer data,
          const char *step_id)
{
  TnkRecordSight *self = data;

  return tnk_record_find_entry (self->record, step_id) != NULL;
}

/* What is not asked counts as empty. */
const char *
tnk_record_sight_get_value (TnkRecordSight *self,
                            TnkFormField *field)
{
  const char *value = self->record->values[field->index];

  return self->asked[field->index] && value != NULL ? value : "";
}

gboolean
tnk_record_sight_holds (TnkRecordSight *self,
                        const TnkCondition *condition)
{
  return condition == NULL || tnk_condition_holds (condition, &self->scope);
}

/* Conditions of fields look back only, so that one walk over the fields in their order settles all of them. */
void
tnk_record_sight_init (TnkRecordSight *self,
                       TnkRecord *record,
                       const char *today)
{
  GPtrArray *fields = record->form->fields;
  int section_index = -1;
  gboolean section_asked = FALSE;

  self->record = record;
  self->asked = g_new0 (gboolean, fields->len);
  self->scope = (TnkConditionScope){get_value, is_taken, self, today};
  for (guint i = 0; i < fields->len; i++) {
    TnkFormField *field = fields->pdata[i];

    if ((int) field->section_index != section_index) {
      section_index = field->section_index;
      section_asked = tnk_record_sight_holds (self, ((TnkFormSection *) record->form->sections->pdata[section_index])->only_if);
    }
    self->asked[i] = section_asked && tnk_record_sight_holds (self, field->only_if);
  }
}

void
tnk_record_sight_clear (TnkRecordSight *self)
{
  g_clear_pointer (&self->asked, g_free);
}

/**
 * tnk_record_asks:
 * @self: a record
 * @field_id: the id of a field
 * @today: the day, ISO 8601
 *
 * Tells whether a field is asked, given what stands in the others. One that is not counts as empty, and what stands in it is
 * dropped at the next step.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_record_asks (TnkRecord *self,
                 const char *field_id,
                 const char *today)
{
  g_auto (TnkRecordSight) sight = {0};
  TnkFormField *field;

  g_return_val_if_fail (TNK_IS_RECORD (self) && field_id != NULL && today != NULL, FALSE);

  field = tnk_form_lookup_field (self->form, field_id);
  if (field == NULL)
    return FALSE;
  tnk_record_sight_init (&sight, self, today);
  return sight.asked[field->index];
}

/* --- faults --- */

static void
add_fault (GPtrArray *faults,
           TnkRecordSight *sight,
           TnkFormField *field,
           TnkRecordFaultKind kind,
           TnkText *reason)
{
  TnkRecordFault *fault = g_object_new (TNK_TYPE_RECORD_FAULT, NULL);

  fault->form = g_object_ref (sight->record->form);
  fault->field = field;
  fault->kind = kind;
  fault->reason = reason != NULL ? tnk_text_ref (reason) : NULL;
  g_ptr_array_add (faults, fault);
}

static guint
count_lines (const char *value)
{
  guint n = *value != '\0';

  for (; *value != '\0'; value++)
    n += *value == '\n';
  return n;
}

static void
check_field (GPtrArray *faults,
             TnkRecordSight *sight,
             TnkFormField *field,
             gboolean required)
{
  const char *value = tnk_record_sight_get_value (sight, field);

  if (!sight->asked[field->index])
    return;
  if (required && *value == '\0')
    add_fault (faults, sight, field, TNK_RECORD_FAULT_MISSING, NULL);
  else if (required && field->kind == TNK_FORM_FIELD_KIND_CHECKLIST && count_lines (value) < field->choices->len)
    add_fault (faults, sight, field, TNK_RECORD_FAULT_UNFINISHED, NULL);
  for (guint i = 0; i < field->forbidden->len; i++) {
    TnkFormForbidden *forbidden = field->forbidden->pdata[i];
    if (tnk_condition_holds (forbidden->condition, &sight->scope))
      add_fault (faults, sight, field, TNK_RECORD_FAULT_FORBIDDEN, forbidden->reason);
  }
}

/* What takes a record back, or refuses or ends it, must be possible whatever stands in it. */
static gboolean
minds_application (TnkFormStep *step)
{
  return step == NULL || (step->kind != TNK_FORM_STEP_KIND_WITHDRAW && step->kind != TNK_FORM_STEP_KIND_RETURN &&
                          step->kind != TNK_FORM_STEP_KIND_REFUSE && step->kind != TNK_FORM_STEP_KIND_END);
}

/* In a draft things can be noted before the form is whole; what is forbidden stops them all the same. */
static gboolean
leaves (TnkFormStep *step)
{
  return step == NULL || step->to != NULL;
}

/**
 * tnk_record_list_faults:
 * @self: a record
 * @step: (nullable): the step that shall be taken, or `NULL` for what the applicant writes
 * @today: the day, ISO 8601
 *
 * Lists what stands in the way of a step: fields of the application and of the step that are empty, and values that are
 * forbidden.
 *
 * Returns: (transfer full) (element-type TnkRecordFault): the faults, in the order of the form
 *
 * Since: 0.1
 */
GPtrArray *
tnk_record_list_faults (TnkRecord *self,
                        TnkFormStep *step,
                        const char *today)
{
  g_auto (TnkRecordSight) sight = {0};
  GPtrArray *faults;

  g_return_val_if_fail (TNK_IS_RECORD (self) && (step == NULL || TNK_IS_FORM_STEP (step)) && today != NULL, NULL);

  faults = g_ptr_array_new_with_free_func (g_object_unref);
  tnk_record_sight_init (&sight, self, today);
  for (guint i = 0; i < self->form->fields->len; i++) {
    TnkFormField *field = self->form->fields->pdata[i];

    if (!field->of_step && minds_application (step))
      check_field (faults, &sight, field, field->required && leaves (step));
    else if (step != NULL && g_ptr_array_find (step->fields, field, NULL))
      check_field (faults, &sight, field, tnk_form_step_requires (step, field));
  }
  return faults;
}
