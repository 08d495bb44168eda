/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-finding-private.h"
#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkFinding, tnk_finding, G_TYPE_OBJECT)

static const TnkFieldSpec specs[TNK_N_FINDING_FIELDS] = {
  [TNK_FINDING_FIELD_TITLE] = {"title", TNK_FIELD_LINE, "title"},
  [TNK_FINDING_FIELD_FACT] = {"fact", TNK_FIELD_TEXT, "text about what was found"},
  [TNK_FINDING_FIELD_CAUSE] = {"cause", TNK_FIELD_TEXT, "text about the cause"},
  [TNK_FINDING_FIELD_RECOMMENDATION] = {"recommendation", TNK_FIELD_TEXT, "recommendation"},
  [TNK_FINDING_FIELD_DUE] = {"due", TNK_FIELD_DAY, "day until which it is put right"},
  [TNK_FINDING_FIELD_REMARK] = {"remark", TNK_FIELD_TEXT, "remark"},
};

/**
 * tnk_finding_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line and the log use for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_finding_field_to_string (TnkFindingField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_FINDING_FIELDS, NULL);
  return specs[field].word;
}

static void
tnk_finding_finalize (GObject *object)
{
  TnkFinding *self = TNK_FINDING (object);

  g_free (self->id);
  g_clear_object (&self->control);
  g_free (self->department_id);
  g_free (self->issued_at);
  tnk_fields_clear (self->fields, TNK_N_FINDING_FIELDS);
  g_array_unref (self->responses);
  g_array_unref (self->follow_ups);
  g_ptr_array_unref (self->spreads);
  G_OBJECT_CLASS (tnk_finding_parent_class)->finalize (object);
}

static void
tnk_finding_class_init (TnkFindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_finding_finalize;
}

static void
tnk_finding_init (TnkFinding *self)
{
  tnk_fields_init (self->fields, TNK_N_FINDING_FIELDS);
  self->responses = g_array_new (FALSE, FALSE, sizeof (TnkFindingResponse));
  g_array_set_clear_func (self->responses, tnk_finding_response_clear);
  self->follow_ups = g_array_new (FALSE, FALSE, sizeof (TnkFindingFollowUp));
  g_array_set_clear_func (self->follow_ups, tnk_finding_follow_up_clear);
  self->spreads = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tnk_finding_new:
 * @kind: how binding it is
 * @control: the control that it is about
 * @department_id: the id of the department that must answer
 *
 * Creates a finding that is a draft.
 *
 * Returns: (transfer full): the new finding
 *
 * Since: 0.1
 */
TnkFinding *
tnk_finding_new (TnkFindingKind kind,
                 TnkControl *control,
                 const char *department_id)
{
  TnkFinding *self;

  g_return_val_if_fail ((guint) kind < TNK_N_FINDING_KINDS && TNK_IS_CONTROL (control) && department_id != NULL, NULL);

  self = g_object_new (TNK_TYPE_FINDING, NULL);
  self->kind = kind;
  self->control = g_object_ref (control);
  self->department_id = g_strdup (department_id);
  return self;
}

static void
copy_answers (TnkFinding *copy,
              TnkFinding *self)
{
  for (guint i = 0; i < self->responses->len; i++) {
    const TnkFindingResponse *r = &g_array_index (self->responses, TnkFindingResponse, i);
    tnk_finding_add_response (copy, r->time, r->writer, r->text, r->action, r->due);
  }
  for (guint i = 0; i < self->follow_ups->len; i++) {
    const TnkFindingFollowUp *f = &g_array_index (self->follow_ups, TnkFindingFollowUp, i);
    tnk_finding_add_follow_up (copy, f->time, f->writer, f->verdict, f->seen);
  }
  for (guint i = 0; i < self->spreads->len; i++) {
    g_autoptr (TnkSpread) spread = tnk_spread_copy (g_ptr_array_index (self->spreads, i));
    tnk_finding_add_spread (copy, spread);
  }
}

/**
 * tnk_finding_copy:
 * @self: a finding
 *
 * Copies a finding with its id, revision and answers, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkFinding *
tnk_finding_copy (TnkFinding *self)
{
  TnkFinding *copy;

  g_return_val_if_fail (TNK_IS_FINDING (self), NULL);

  copy = tnk_finding_new (self->kind, self->control, self->department_id);
  tnk_finding_set_identity (copy, self->id, self->revision, self->state);
  tnk_finding_set_issued_at (copy, self->issued_at);
  tnk_fields_copy (copy->fields, self->fields, TNK_N_FINDING_FIELDS);
  copy_answers (copy, self);
  return copy;
}

void
tnk_finding_set_identity (TnkFinding *self,
                          const char *id,
                          guint revision,
                          TnkFindingState state)
{
  tnk_set_string (&self->id, id);
  self->revision = revision;
  self->state = state;
}

/**
 * tnk_finding_get_id:
 * @self: a finding
 *
 * Gets the id, which is unique within the audit.
 *
 * Returns: (nullable): the id, or `NULL` until it is stored
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_id (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), NULL);
  return self->id;
}

/**
 * tnk_finding_get_revision:
 * @self: a finding
 *
 * Gets how often the finding was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_finding_get_revision (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), 0);
  return self->revision;
}

/**
 * tnk_finding_get_kind:
 * @self: a finding
 *
 * Gets how binding it is.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkFindingKind
tnk_finding_get_kind (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), TNK_FINDING_KIND_FINDING);
  return self->kind;
}

/**
 * tnk_finding_set_kind:
 * @self: a finding
 * @kind: how binding it is
 *
 * Makes a finding binding, or an opinion.
 *
 * Since: 0.1
 */
void
tnk_finding_set_kind (TnkFinding *self,
                      TnkFindingKind kind)
{
  g_return_if_fail (TNK_IS_FINDING (self) && (guint) kind < TNK_N_FINDING_KINDS);
  self->kind = kind;
}

/**
 * tnk_finding_get_control:
 * @self: a finding
 *
 * Gets the control that it is about.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_finding_get_control (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), NULL);
  return self->control;
}

/**
 * tnk_finding_get_department_id:
 * @self: a finding
 *
 * Gets the department that must answer.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_department_id (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), NULL);
  return self->department_id;
}

/**
 * tnk_finding_get_state:
 * @self: a finding
 *
 * Gets how far it is.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkFindingState
tnk_finding_get_state (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), TNK_FINDING_STATE_DRAFT);
  return self->state;
}

/**
 * tnk_finding_get_issued_at:
 * @self: a finding
 *
 * Gets when the department was told.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it was not told yet, or this is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_issued_at (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), NULL);
  return self->issued_at;
}

void
tnk_finding_set_issued_at (TnkFinding *self,
                           const char *time)
{
  tnk_set_string (&self->issued_at, time);
}

/**
 * tnk_finding_is_open:
 * @self: a finding
 *
 * Says whether something is still to be done about it.
 *
 * Returns: `TRUE` until it is closed or withdrawn
 *
 * Since: 0.1
 */
gboolean
tnk_finding_is_open (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), FALSE);
  return self->state != TNK_FINDING_STATE_CLOSED && self->state != TNK_FINDING_STATE_WITHDRAWN;
}

/**
 * tnk_finding_is_overdue:
 * @self: a finding
 * @today: the day, ISO 8601
 *
 * Says whether it should have been put right by now and is still open.
 *
 * Returns: `TRUE` if it is late
 *
 * Since: 0.1
 */
gboolean
tnk_finding_is_overdue (TnkFinding *self,
                        const char *today)
{
  const char *due;

  g_return_val_if_fail (TNK_IS_FINDING (self) && today != NULL, FALSE);

  due = self->fields[TNK_FINDING_FIELD_DUE];
  return tnk_finding_is_open (self) && *due != '\0' && strcmp (due, today) < 0;
}

/**
 * tnk_finding_get:
 * @self: a finding
 * @field: a field
 *
 * Gets what is written in a field.
 *
 * Returns: the text, empty where nothing is written
 *
 * Since: 0.1
 */
const char *
tnk_finding_get (TnkFinding *self,
                 TnkFindingField field)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && (guint) field < TNK_N_FINDING_FIELDS, NULL);
  return self->fields[field];
}

/**
 * tnk_finding_set:
 * @self: a finding
 * @field: a field
 * @value: what to write
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Writes a field, without blanks around it.
 *
 * Returns: `TRUE` if the value is of the right form and was set
 *
 * Since: 0.1
 */
gboolean
tnk_finding_set (TnkFinding *self,
                 TnkFindingField field,
                 const char *value,
                 GError **error)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && (guint) field < TNK_N_FINDING_FIELDS && value != NULL, FALSE);
  return tnk_field_set (&specs[field], &self->fields[field], value, error);
}

/* --- what can stand --- */

static gboolean
require (TnkFinding *self,
         TnkFindingField field,
         GError **error)
{
  return tnk_field_require (&specs[field], self->fields[field], "the finding", error);
}

/**
 * tnk_finding_check:
 * @self: a finding
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Checks whether the finding can stand as it is: a draft has a title; what a department is told has what was found, and a
 * recommendation, and a 指摘 a day.
 *
 * Returns: `TRUE` if it can stand
 *
 * Since: 0.1
 */
gboolean
tnk_finding_check (TnkFinding *self,
                   GError **error)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), FALSE);

  if (!require (self, TNK_FINDING_FIELD_TITLE, error))
    return FALSE;
  if (self->state == TNK_FINDING_STATE_DRAFT || self->state == TNK_FINDING_STATE_WITHDRAWN)
    return TRUE;
  return require (self, TNK_FINDING_FIELD_FACT, error) && require (self, TNK_FINDING_FIELD_RECOMMENDATION, error) &&
         (self->kind == TNK_FINDING_KIND_OPINION || require (self, TNK_FINDING_FIELD_DUE, error));
}

gboolean
tnk_finding_throw_state (TnkFinding *self,
                         const char *what,
                         GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the finding “%s” is %s and cannot be %s", self->id != NULL ? self->id : "?",
               tnk_finding_state_to_string (self->state), what);
  return FALSE;
}

gboolean
tnk_finding_check_change (TnkFinding *self,
                          TnkFinding *before,
                          GError **error)
{
  gboolean same = self->kind == before->kind && g_str_equal (self->department_id, before->department_id) &&
                  g_str_equal (tnk_control_get_id (self->control), tnk_control_get_id (before->control));

  for (guint i = 0; i < TNK_N_FINDING_FIELDS; i++)
    same = same && g_str_equal (self->fields[i], before->fields[i]);
  return same || before->state == TNK_FINDING_STATE_DRAFT || tnk_finding_throw_state (before, "changed", error);
}

/**
 * tnk_finding_issue:
 * @self: a finding
 * @error: return location for an error: [error@Tenken.Error] `STATE` or `INVALID`
 *
 * Tells the department. What was found does not change any more after that.
 *
 * Returns: `TRUE` if it is issued
 *
 * Since: 0.1
 */
gboolean
tnk_finding_issue (TnkFinding *self,
                   GError **error)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), FALSE);

  if (self->state != TNK_FINDING_STATE_DRAFT)
    return tnk_finding_throw_state (self, "issued", error);
  self->state = TNK_FINDING_STATE_ISSUED;
  if (tnk_finding_check (self, error))
    return TRUE;
  self->state = TNK_FINDING_STATE_DRAFT;
  return FALSE;
}

/**
 * tnk_finding_withdraw:
 * @self: a finding
 * @remark: why
 * @error: return location for an error: [error@Tenken.Error] `STATE` or `INVALID`
 *
 * Takes a finding back; it stays on record.
 *
 * Returns: `TRUE` if it is withdrawn
 *
 * Since: 0.1
 */
gboolean
tnk_finding_withdraw (TnkFinding *self,
                      const char *remark,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && remark != NULL, FALSE);

  if (!tnk_finding_is_open (self))
    return tnk_finding_throw_state (self, "withdrawn", error);
  if (tnk_is_blank (remark)) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "to withdraw a finding needs a remark that says why");
    return FALSE;
  }
  if (!tnk_finding_set (self, TNK_FINDING_FIELD_REMARK, remark, error))
    return FALSE;
  self->state = TNK_FINDING_STATE_WITHDRAWN;
  return TRUE;
}
