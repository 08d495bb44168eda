/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-private.h"
#include "tnk-record.h"

G_BEGIN_DECLS

struct _TnkRecordEntry
{
  GObject parent_instance;

  TnkForm *form;
  TnkFormStep *step; /* of the form */
  char *time;
  char *day;
  char *actor;
  char *actor_name;
  char *note;
};

struct _TnkRecordFault
{
  GObject parent_instance;

  TnkForm *form;
  TnkFormField *field; /* of the form */
  TnkRecordFaultKind kind;
  TnkText *reason; /* NULL: the kind says it */
};

struct _TnkRecordDeadline
{
  GObject parent_instance;

  TnkForm *form;
  TnkFormDeadline *deadline; /* of the form */
  char *day; /* NULL: none is fixed */
  char *done; /* the day; NULL: not yet */
  int days_left;
  TnkRecordDeadlineState state;
};

struct _TnkRecord
{
  GObject parent_instance;

  TnkForm *form;
  char *id; /* NULL until it is stored */
  guint revision; /* 0 until it is stored */
  TnkFormState *state; /* of the form */
  char *applicant;
  char *applicant_name;
  char *department_id;
  char *department_name;
  char *started;
  char **values; /* by the index of the field; NULL: empty */
  char **displays; /* what people, departments and controls were called then, one a line; NULL: nothing known */
  GPtrArray *entries; /* (element-type TnkRecordEntry) */
};

TnkRecord *tnk_record_new (TnkForm *form, const char *applicant, const char *applicant_name, const char *department_id, const char *department_name, const char *started);
void tnk_record_set_identity (TnkRecord *self, const char *id, guint revision);
void tnk_record_set_display (TnkRecord *self, TnkFormField *field, const char *display);
TnkRecordEntry *tnk_record_add_entry (TnkRecord *self, TnkFormStep *step, const char *time, const char *day, const char *actor, const char *actor_name, const char *note);
/* The index of the first entry that counts: what was done before the record was sent back is to be done anew. */
guint tnk_record_find_window (TnkRecord *self);
/* The last time a step was taken since then; NULL: never. */
TnkRecordEntry *tnk_record_find_entry (TnkRecord *self, const char *step_id);

/* What a record looks like on a day: which fields are asked. */
typedef struct
{
  TnkRecord *record;
  gboolean *asked; /* by the index of the field */
  TnkConditionScope scope;
} TnkRecordSight;

void tnk_record_sight_init (TnkRecordSight *self, TnkRecord *record, const char *today);
const char *tnk_record_sight_get_value (TnkRecordSight *self, TnkFormField *field);
gboolean tnk_record_sight_holds (TnkRecordSight *self, const TnkCondition *condition); /* NULL holds */
void tnk_record_sight_clear (TnkRecordSight *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkRecordSight, tnk_record_sight_clear)

/* Who somebody is, as far as the forms ask. */
typedef struct
{
  const char *id;
  const char *name;
  const char *const *roles;
  const char *const *stands_in_for; /* roles of which he or she is a named deputy today */
  const char *const *rights; /* words, as in the form */
  const char *const *departments; /* that he or she answers for, those below included */
} TnkActor;

gboolean tnk_record_may_start (TnkForm *form, const TnkActor *actor, GError **error);
/* Whether the actor may write what the applicant writes, now. */
gboolean tnk_record_check_writer (TnkRecord *self, const TnkActor *actor, GError **error);
gboolean tnk_record_check_step (TnkRecord *self, TnkFormStep *step, const TnkActor *actor, const char *today, GError **error);
/* Those that the actor may take now. (element-type TnkFormStep) */
GPtrArray *tnk_record_list_steps (TnkRecord *self, const TnkActor *actor, const char *today);
/* The record after the step, or NULL. values: field id → text, or NULL. */
TnkRecord *tnk_record_take_step (TnkRecord *self, TnkFormStep *step, const TnkActor *actor, GHashTable *values, const char *note, const char *time, const char *today, GError **error);
/* Whether the form is there for the actor, by a role or a right: to begin a record, or to take some step. */
gboolean tnk_form_is_for (TnkForm *form, const TnkActor *actor);
/* Whether some step of the form may be taken by a named deputy of the role. */
gboolean tnk_form_takes_deputies (TnkForm *form, const char *role);
/* Whether the record is the actor’s own: begun by the actor, or handed in with a step that the actor took or may take now. */
gboolean tnk_record_is_own (TnkRecord *self, const TnkActor *actor, const char *today);
/* Whether somebody is named in a person field. */
gboolean tnk_record_names (TnkRecord *self, const char *person_id);

G_END_DECLS
