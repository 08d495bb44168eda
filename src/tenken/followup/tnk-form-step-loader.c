/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-loader-private.h"

#include <string.h>

#include "tnk-day-private.h"

typedef TnkFormLoader Loader;

#define MAX_DAYS 36500

TnkFormField *
tnk_form_loader_find_field (Loader *self,
                            const char *id)
{
  TnkFormField *field = tnk_form_lookup_field (self->form, id);

  if (field == NULL)
    tnk_json_reader_fault (&self->reader, "the form has no field “%s”", id);
  return field;
}

/* --- who --- */

static const char *const who_members[] = {"role", "right", "field", "applicant", "actor_of", "deputy", NULL};

static gboolean
check_who (Loader *self,
           const TnkWho *who)
{
  static const char *const rights[] = {"department", "secretariat", "committee", "audit", NULL};
  TnkFormField *field;

  switch (who->kind) {
  case TNK_WHO_RIGHT:
    if (!g_strv_contains (rights, who->id))
      tnk_json_reader_fault (&self->reader, "“%s” is not a right; use department, secretariat, committee or audit", who->id);
    return TRUE;
  case TNK_WHO_FIELD:
    field = tnk_form_loader_find_field (self, who->id);
    if (field != NULL && field->kind != TNK_FORM_FIELD_KIND_PERSON)
      tnk_json_reader_fault (&self->reader, "the field “%s” names no person", who->id);
    return field != NULL;
  case TNK_WHO_ACTOR:
    if (tnk_form_lookup_step (self->form, who->id) == NULL)
      tnk_json_reader_fault (&self->reader, "the form has no step “%s”", who->id);
    return TRUE;
  default:
    return TRUE;
  }
}

static void
load_one (Loader *self,
          JsonObject *object,
          guint index,
          gpointer data)
{
  g_autofree TnkWho *who = g_new0 (TnkWho, 1);
  guint n = 0;

  tnk_json_reader_check_members (&self->reader, object, who_members);
  for (guint i = 0; i <= TNK_WHO_ACTOR; i++)
    if (json_object_has_member (object, who_members[i])) {
      who->kind = i;
      n++;
    }
  who->deputy = tnk_json_reader_boolean (&self->reader, object, "deputy");
  if (n != 1 || (json_object_has_member (object, "deputy") && who->kind != TNK_WHO_ROLE)) {
    tnk_json_reader_fault (&self->reader, "name exactly one of role, right, field, applicant and actor_of; “deputy” goes with a role");
    return;
  }
  if (who->kind == TNK_WHO_APPLICANT) {
    if (!tnk_json_reader_boolean (&self->reader, object, "applicant"))
      tnk_json_reader_fault_at (&self->reader, "applicant", "write true, or name somebody else");
  } else
    who->id = tnk_json_reader_string (&self->reader, object, who_members[who->kind], TRUE);
  if (who->kind != TNK_WHO_APPLICANT && (who->id == NULL || !check_who (self, who)))
    g_clear_pointer (&who->id, g_free);
  g_ptr_array_add (data, g_steal_pointer (&who));
}

void
tnk_form_loader_read_who (Loader *self,
                          JsonObject *object,
                          const char *name,
                          GPtrArray *who)
{
  tnk_form_loader_each (self, object, name, TRUE, TRUE, load_one, who);
}

/* --- steps --- */

static const char *const step_members[] = {"id", "title", "clause", "kind", "from", "to", "who", "not", "only_if", "needs", "fills",
                                           "requires", "note", "repeat", NULL};

static void
load_step_kind (Loader *self,
                JsonObject *object,
                TnkFormStep *step)
{
  g_autofree char *kind = tnk_json_reader_string (&self->reader, object, "kind", TRUE);

  step->kind = TNK_FORM_STEP_KIND_OTHER;
  if (kind != NULL && !tnk_form_step_kind_from_string (kind, &step->kind))
    tnk_json_reader_fault_at (&self->reader, "kind", "the kind “%s” is not known; known are submit, advise, report, approve, refuse, "
                                                     "return, notify, name, use, end, withdraw and other",
                              kind);
}

/* The first round: which steps there are. */
void
tnk_form_loader_read_step (Loader *self,
                           JsonObject *object,
                           guint index,
                           gpointer data)
{
  static const char *const notes[] = {"optional", "none", "required", NULL};
  TnkFormStep *step = g_object_new (TNK_TYPE_FORM_STEP, NULL);

  tnk_json_reader_check_members (&self->reader, object, step_members);
  step->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (step->id == NULL)
    step->id = g_strdup_printf ("#%u", index);
  else if (tnk_form_lookup_step (self->form, step->id) != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "another step has the id “%s”; ids must differ", step->id);
  step->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  step->clause = tnk_json_reader_text (&self->reader, object, "clause", FALSE, self->english);
  load_step_kind (self, object, step);
  step->repeats = tnk_json_reader_boolean (&self->reader, object, "repeat");
  step->note = MAX (tnk_form_loader_word (self, object, "note", notes, 0), 0);
  /* Whoever gets a paper back must learn why. */
  if (step->kind == TNK_FORM_STEP_KIND_RETURN)
    step->note = TNK_FORM_STEP_NOTE_REQUIRED;
  g_ptr_array_add (self->form->steps, step);
}

static TnkFormState *
find_state (Loader *self,
            const char *id)
{
  TnkFormState *state = tnk_form_lookup_state (self->form, id);

  if (state == NULL)
    tnk_json_reader_fault (&self->reader, "the form has no state “%s”", id);
  return state;
}

static void
load_states (Loader *self,
             JsonObject *object,
             TnkFormStep *step)
{
  g_auto (GStrv) from = tnk_json_reader_strings (&self->reader, object, "from", TRUE);
  g_autofree char *to = tnk_json_reader_string (&self->reader, object, "to", FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, "from");

  for (guint i = 0; from[i] != NULL; i++) {
    TnkFormState *state = find_state (self, from[i]);
    if (state != NULL)
      g_ptr_array_add (step->from, state);
  }
  if (from[0] == NULL && json_object_has_member (object, "from"))
    tnk_json_reader_fault (&self->reader, "name at least one state");
  tnk_json_reader_leave (&self->reader, mark);
  mark = tnk_json_reader_enter (&self->reader, "to");
  step->to = to != NULL ? find_state (self, to) : NULL;
  tnk_json_reader_leave (&self->reader, mark);
}

static GStrv
load_step_ids (Loader *self,
               JsonObject *object,
               const char *name)
{
  GStrv ids = tnk_json_reader_strings (&self->reader, object, name, FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  for (guint i = 0; ids[i] != NULL; i++)
    if (tnk_form_lookup_step (self->form, ids[i]) == NULL)
      tnk_json_reader_fault (&self->reader, "the form has no step “%s”", ids[i]);
  tnk_json_reader_leave (&self->reader, mark);
  return ids;
}

static void
load_fields (Loader *self,
             JsonObject *object,
             const char *name,
             GPtrArray *fields)
{
  g_auto (GStrv) ids = tnk_json_reader_strings (&self->reader, object, name, FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkFormField *field = tnk_form_loader_find_field (self, ids[i]);
    if (field != NULL && !tnk_form_field_is_written (field))
      tnk_json_reader_fault (&self->reader, "nobody writes the field “%s”", ids[i]);
    else if (field != NULL && g_ptr_array_find (fields, field, NULL))
      tnk_json_reader_fault (&self->reader, "the field “%s” stands here twice", ids[i]);
    else if (field != NULL)
      g_ptr_array_add (fields, field);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

/* The second round: from where to where, and who. */
void
tnk_form_loader_read_step_rules (Loader *self,
                                 JsonObject *object,
                                 guint index,
                                 gpointer data)
{
  TnkFormStep *step = self->form->steps->pdata[index];

  load_states (self, object, step);
  tnk_form_loader_read_who (self, object, "who", step->who);
  step->apart_from = load_step_ids (self, object, "not");
  step->needs = load_step_ids (self, object, "needs");
  step->only_if = tnk_form_loader_read_condition (self, object, "only_if", G_MAXUINT);
  load_fields (self, object, "fills", step->fields);
  load_fields (self, object, "requires", step->required);
  for (guint i = 0; i < step->fields->len; i++)
    ((TnkFormField *) step->fields->pdata[i])->of_step = TRUE;
  for (guint i = 0; i < step->required->len; i++)
    if (!g_ptr_array_find (step->fields, step->required->pdata[i], NULL))
      tnk_json_reader_fault_at (&self->reader, "requires", "the field “%s” is not filled at this step; name it in “fills”",
                                ((TnkFormField *) step->required->pdata[i])->id);
}

/* --- what must hold of a step, whatever the form wants --- */

static gboolean
comes_from (TnkFormStep *step,
            TnkFormStateKind kind)
{
  for (guint i = 0; i < step->from->len; i++)
    if (tnk_form_state_get_kind (step->from->pdata[i]) == kind)
      return TRUE;
  return FALSE;
}

static gboolean
leads_to (TnkFormStep *step,
          TnkFormStateKind kind)
{
  return step->to != NULL && step->to->kind == kind;
}

/* The one who decides must be somebody else, and nobody whom the applicant chose. */
static void
check_deciders (Loader *self,
                TnkFormStep *step)
{
  gboolean others = FALSE;

  for (guint i = 0; i < step->who->len; i++) {
    TnkWho *who = step->who->pdata[i];
    TnkFormField *field = who->kind == TNK_WHO_FIELD && who->id != NULL ? tnk_form_lookup_field (self->form, who->id) : NULL;

    others |= who->kind != TNK_WHO_APPLICANT;
    if (field != NULL && !field->of_step)
      tnk_json_reader_fault_at (&self->reader, "who", "the applicant writes the field “%s” and would choose who decides; name a role or a right",
                                field->id);
  }
  if (step->who->len > 0 && !others)
    tnk_json_reader_fault_at (&self->reader, "who", "nobody could take this step: the applicant never decides");
}

static void
check_way (Loader *self,
           TnkFormStep *step)
{
  if (leads_to (step, TNK_FORM_STATE_KIND_APPROVED) && step->kind != TNK_FORM_STEP_KIND_APPROVE &&
      (comes_from (step, TNK_FORM_STATE_KIND_DRAFT) || comes_from (step, TNK_FORM_STATE_KIND_OPEN) ||
       comes_from (step, TNK_FORM_STATE_KIND_REFUSED) || comes_from (step, TNK_FORM_STATE_KIND_ENDED)))
    tnk_json_reader_fault_at (&self->reader, "to", "only a step of the kind “approve” can lead to an approved state");
  if (leads_to (step, TNK_FORM_STATE_KIND_REFUSED) && step->kind != TNK_FORM_STEP_KIND_REFUSE)
    tnk_json_reader_fault_at (&self->reader, "to", "only a step of the kind “refuse” can lead to a refused state");
  if (step->kind == TNK_FORM_STEP_KIND_APPROVE && comes_from (step, TNK_FORM_STATE_KIND_DRAFT))
    tnk_json_reader_fault_at (&self->reader, "from", "what is still a draft cannot be approved");
  if (step->kind == TNK_FORM_STEP_KIND_SUBMIT && (step->to == NULL || !comes_from (step, TNK_FORM_STATE_KIND_DRAFT)))
    tnk_json_reader_fault_at (&self->reader, "kind", "a step of the kind “submit” leads out of a draft");
  if ((step->kind == TNK_FORM_STEP_KIND_RETURN) != leads_to (step, TNK_FORM_STATE_KIND_DRAFT))
    tnk_json_reader_fault_at (&self->reader, "kind", "a step of the kind “return” leads to a draft, and no other does");
}

/* The third round. */
void
tnk_form_loader_check_step (Loader *self,
                            JsonObject *object,
                            guint index,
                            gpointer data)
{
  TnkFormStep *step = self->form->steps->pdata[index];

  check_way (self, step);
  if (step->kind == TNK_FORM_STEP_KIND_APPROVE || step->kind == TNK_FORM_STEP_KIND_REFUSE)
    check_deciders (self, step);
}

/* --- deadlines --- */

static void
load_after_id (Loader *self,
               JsonObject *object,
               TnkFormDeadline *deadline,
               const char *name)
{
  TnkFormField *field;

  deadline->after_id = tnk_json_reader_string (&self->reader, object, name, TRUE);
  if (deadline->after_id == NULL)
    return;
  if (deadline->after == TNK_FORM_AFTER_DAY && !tnk_is_day (deadline->after_id))
    tnk_json_reader_fault (&self->reader, "“%s” is no day; write it as 2026-04-01", deadline->after_id);
  if (deadline->after == TNK_FORM_AFTER_STEP && tnk_form_lookup_step (self->form, deadline->after_id) == NULL)
    tnk_json_reader_fault (&self->reader, "the form has no step “%s”", deadline->after_id);
  field = deadline->after == TNK_FORM_AFTER_FIELD ? tnk_form_loader_find_field (self, deadline->after_id) : NULL;
  if (field != NULL && field->kind != TNK_FORM_FIELD_KIND_DATE && field->kind != TNK_FORM_FIELD_KIND_DATE_TIME)
    tnk_json_reader_fault (&self->reader, "the field “%s” holds no day", field->id);
}

static void
load_after (Loader *self,
            JsonObject *object,
            TnkFormDeadline *deadline)
{
  static const char *const members[] = {"start", "step", "field", "day", NULL};
  guint n = 0;

  tnk_json_reader_check_members (&self->reader, object, members);
  for (guint i = 0; i <= TNK_FORM_AFTER_DAY; i++)
    if (json_object_has_member (object, members[i])) {
      deadline->after = i;
      n++;
    }
  if (n != 1)
    tnk_json_reader_fault (&self->reader, "name exactly one of start, step, field and day");
  else if (deadline->after != TNK_FORM_AFTER_START)
    load_after_id (self, object, deadline, members[deadline->after]);
  else if (!tnk_json_reader_boolean (&self->reader, object, "start"))
    tnk_json_reader_fault_at (&self->reader, "start", "write true, or name something else");
}

static void
load_deadline_step (Loader *self,
                    JsonObject *object,
                    TnkFormDeadline *deadline)
{
  g_autofree char *id = tnk_json_reader_string (&self->reader, object, "step", TRUE);

  if (id == NULL)
    return;
  deadline->step = tnk_form_lookup_step (self->form, id);
  if (deadline->step == NULL)
    tnk_json_reader_fault_at (&self->reader, "step", "the form has no step “%s”", id);
}

static void
load_due (Loader *self,
          JsonObject *object,
          TnkFormDeadline *deadline)
{
  static const char *const words[] = {"at-once", "promptly", "days", NULL};
  int word;

  tnk_json_reader_member (&self->reader, object, "due", TRUE);
  word = tnk_form_loader_word (self, object, "due", words, TNK_FORM_DUE_PROMPTLY);
  deadline->due = MAX (word, 0);
  deadline->has_days = json_object_has_member (object, "days");
  deadline->days = tnk_json_reader_integer (&self->reader, object, "days", -MAX_DAYS, MAX_DAYS, 0);
  deadline->ahead = tnk_json_reader_integer (&self->reader, object, "ahead", 0, MAX_DAYS, 0);
  if (word == TNK_FORM_DUE_DAYS && !deadline->has_days)
    tnk_json_reader_fault_at (&self->reader, "due", "say how many days, in the member “days”");
  if (word == TNK_FORM_DUE_AT_ONCE && deadline->has_days)
    tnk_json_reader_fault_at (&self->reader, "days", "what is due at once has no days; remove them");
}

void
tnk_form_loader_read_deadline (Loader *self,
                               JsonObject *object,
                               guint index,
                               gpointer data)
{
  static const char *const members[] = {"id", "title", "clause", "step", "due", "days", "after", "only_if", "ahead", NULL};
  TnkFormDeadline *deadline = g_object_new (TNK_TYPE_FORM_DEADLINE, NULL);
  JsonNode *after;
  gsize mark;

  tnk_json_reader_check_members (&self->reader, object, members);
  deadline->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  deadline->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  deadline->clause = tnk_json_reader_text (&self->reader, object, "clause", FALSE, self->english);
  load_deadline_step (self, object, deadline);
  load_due (self, object, deadline);
  deadline->only_if = tnk_form_loader_read_condition (self, object, "only_if", G_MAXUINT);
  g_ptr_array_add (self->form->deadlines, deadline);
  after = tnk_json_reader_member (&self->reader, object, "after", TRUE);
  if (after == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "after");
  if (tnk_json_reader_object (&self->reader, after) != NULL)
    load_after (self, json_node_get_object (after), deadline);
  tnk_json_reader_leave (&self->reader, mark);
}
