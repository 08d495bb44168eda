/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-spread-private.h"
#include "tnk-strings-private.h"

struct _TnkSpread
{
  GObject parent_instance;

  char *department_id;
  guint revision; /* 0 until it is stored */
  char *asked_at; /* NULL until it is stored */
  char *answered_at; /* NULL until it is answered and stored */
  TnkSpreadAnswer answer;
  char *fields[TNK_N_SPREAD_FIELDS]; /* never NULL */
};

G_DEFINE_FINAL_TYPE (TnkSpread, tnk_spread, G_TYPE_OBJECT)

static const TnkFieldSpec specs[TNK_N_SPREAD_FIELDS] = {
  [TNK_SPREAD_FIELD_QUESTION] = {"question", TNK_FIELD_TEXT, "question"},
  [TNK_SPREAD_FIELD_DUE] = {"due", TNK_FIELD_DAY, "day until which to answer"},
  [TNK_SPREAD_FIELD_ASKED_BY] = {"asked_by", TNK_FIELD_PERSON, "staff number of who asks"},
  [TNK_SPREAD_FIELD_TEXT] = {"text", TNK_FIELD_TEXT, "text of the answer"},
  [TNK_SPREAD_FIELD_ACTION] = {"action", TNK_FIELD_TEXT, "improvement action"},
  [TNK_SPREAD_FIELD_ACTION_DUE] = {"action_due", TNK_FIELD_DAY, "day of the improvement action"},
  [TNK_SPREAD_FIELD_ANSWERED_BY] = {"answered_by", TNK_FIELD_PERSON, "staff number of who answers"},
};

/**
 * tnk_spread_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line uses for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_spread_field_to_string (TnkSpreadField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_SPREAD_FIELDS, NULL);
  return specs[field].word;
}

static void
tnk_spread_finalize (GObject *object)
{
  TnkSpread *self = TNK_SPREAD (object);

  g_free (self->department_id);
  g_free (self->asked_at);
  g_free (self->answered_at);
  tnk_fields_clear (self->fields, TNK_N_SPREAD_FIELDS);
  G_OBJECT_CLASS (tnk_spread_parent_class)->finalize (object);
}

static void
tnk_spread_class_init (TnkSpreadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_spread_finalize;
}

static void
tnk_spread_init (TnkSpread *self)
{
  tnk_fields_init (self->fields, TNK_N_SPREAD_FIELDS);
}

/**
 * tnk_spread_new:
 * @department_id: the id of the department that is asked
 *
 * Creates a spread that nobody answered yet.
 *
 * Returns: (transfer full): the new spread
 *
 * Since: 0.1
 */
TnkSpread *
tnk_spread_new (const char *department_id)
{
  TnkSpread *self;

  g_return_val_if_fail (department_id != NULL, NULL);

  self = g_object_new (TNK_TYPE_SPREAD, NULL);
  self->department_id = g_strdup (department_id);
  return self;
}

/**
 * tnk_spread_copy:
 * @self: a spread
 *
 * Copies a spread with its revision, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkSpread *
tnk_spread_copy (TnkSpread *self)
{
  TnkSpread *copy;

  g_return_val_if_fail (TNK_IS_SPREAD (self), NULL);

  copy = tnk_spread_new (self->department_id);
  tnk_spread_set_stored (copy, self->revision, self->asked_at, self->answered_at, self->answer);
  tnk_fields_copy (copy->fields, self->fields, TNK_N_SPREAD_FIELDS);
  return copy;
}

void
tnk_spread_set_stored (TnkSpread *self,
                       guint revision,
                       const char *asked_at,
                       const char *answered_at,
                       TnkSpreadAnswer answer)
{
  self->revision = revision;
  self->answer = answer;
  tnk_set_string (&self->asked_at, asked_at);
  tnk_set_string (&self->answered_at, answered_at);
}

/**
 * tnk_spread_get_department_id:
 * @self: a spread
 *
 * Gets the department that is asked.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_spread_get_department_id (TnkSpread *self)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), NULL);
  return self->department_id;
}

/**
 * tnk_spread_get_revision:
 * @self: a spread
 *
 * Gets how often the spread was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_spread_get_revision (TnkSpread *self)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), 0);
  return self->revision;
}

/**
 * tnk_spread_get_asked_at:
 * @self: a spread
 *
 * Gets when the department was asked.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` until it is stored
 *
 * Since: 0.1
 */
const char *
tnk_spread_get_asked_at (TnkSpread *self)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), NULL);
  return self->asked_at;
}

/**
 * tnk_spread_get_answered_at:
 * @self: a spread
 *
 * Gets when the department answered.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it has not, or this is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_spread_get_answered_at (TnkSpread *self)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), NULL);
  return self->answered_at;
}

/**
 * tnk_spread_get_answer:
 * @self: a spread
 *
 * Gets whether the department has the same problem.
 *
 * Returns: the answer
 *
 * Since: 0.1
 */
TnkSpreadAnswer
tnk_spread_get_answer (TnkSpread *self)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), TNK_SPREAD_ANSWER_OPEN);
  return self->answer;
}

/**
 * tnk_spread_is_overdue:
 * @self: a spread
 * @today: the day, ISO 8601
 *
 * Says whether the department should have answered by now and has not.
 *
 * Returns: `TRUE` if it is late
 *
 * Since: 0.1
 */
gboolean
tnk_spread_is_overdue (TnkSpread *self,
                       const char *today)
{
  const char *due;

  g_return_val_if_fail (TNK_IS_SPREAD (self) && today != NULL, FALSE);

  due = self->fields[TNK_SPREAD_FIELD_DUE];
  return self->answer == TNK_SPREAD_ANSWER_OPEN && *due != '\0' && strcmp (due, today) < 0;
}

/**
 * tnk_spread_get:
 * @self: a spread
 * @field: a field
 *
 * Gets what is written in a field.
 *
 * Returns: the text, empty where nothing is written
 *
 * Since: 0.1
 */
const char *
tnk_spread_get (TnkSpread *self,
                TnkSpreadField field)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self) && (guint) field < TNK_N_SPREAD_FIELDS, NULL);
  return self->fields[field];
}

/**
 * tnk_spread_set:
 * @self: a spread
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
tnk_spread_set (TnkSpread *self,
                TnkSpreadField field,
                const char *value,
                GError **error)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self) && (guint) field < TNK_N_SPREAD_FIELDS && value != NULL, FALSE);
  return tnk_field_set (&specs[field], &self->fields[field], value, error);
}

/**
 * tnk_spread_answer:
 * @self: a spread
 * @answer: whether the department has the same problem
 * @text: what it found
 * @action: what it does about the same problem, or empty
 * @action_due: until when, ISO 8601, or empty
 * @person_id: the staff number of who answers
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Answers. An answer can be given anew: its predecessor stays in the log.
 *
 * Returns: `TRUE` if it is answered
 *
 * Since: 0.1
 */
gboolean
tnk_spread_answer (TnkSpread *self,
                   TnkSpreadAnswer answer,
                   const char *text,
                   const char *action,
                   const char *action_due,
                   const char *person_id,
                   GError **error)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self) && (guint) answer < TNK_N_SPREAD_ANSWERS, FALSE);
  g_return_val_if_fail (text != NULL && action != NULL && action_due != NULL && person_id != NULL, FALSE);

  if (answer == TNK_SPREAD_ANSWER_OPEN) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "an answer says same, none or not_applicable; choose one");
    return FALSE;
  }
  if (!tnk_spread_set (self, TNK_SPREAD_FIELD_TEXT, text, error) || !tnk_spread_set (self, TNK_SPREAD_FIELD_ACTION, action, error) ||
      !tnk_spread_set (self, TNK_SPREAD_FIELD_ACTION_DUE, action_due, error) ||
      !tnk_spread_set (self, TNK_SPREAD_FIELD_ANSWERED_BY, person_id, error))
    return FALSE;
  self->answer = answer;
  g_clear_pointer (&self->answered_at, g_free);
  return tnk_spread_check (self, error);
}

/* What was found must be told; who has the same problem must say what becomes of it, and by when. */
static gboolean
check_answer (TnkSpread *self,
              GError **error)
{
  if (!tnk_field_require (&specs[TNK_SPREAD_FIELD_TEXT], self->fields[TNK_SPREAD_FIELD_TEXT], "the answer", error))
    return FALSE;
  if (self->answer != TNK_SPREAD_ANSWER_SAME)
    return TRUE;
  return tnk_field_require (&specs[TNK_SPREAD_FIELD_ACTION], self->fields[TNK_SPREAD_FIELD_ACTION], "an answer that says “same”", error) &&
         tnk_field_require (&specs[TNK_SPREAD_FIELD_ACTION_DUE], self->fields[TNK_SPREAD_FIELD_ACTION_DUE], "an answer that says “same”", error);
}

/**
 * tnk_spread_check:
 * @self: a spread
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Checks that what is asked and what is answered are whole.
 *
 * Returns: `TRUE` if it can stand
 *
 * Since: 0.1
 */
gboolean
tnk_spread_check (TnkSpread *self,
                  GError **error)
{
  g_return_val_if_fail (TNK_IS_SPREAD (self), FALSE);

  if (!tnk_field_require (&specs[TNK_SPREAD_FIELD_QUESTION], self->fields[TNK_SPREAD_FIELD_QUESTION], "the spread", error) ||
      !tnk_field_require (&specs[TNK_SPREAD_FIELD_DUE], self->fields[TNK_SPREAD_FIELD_DUE], "the spread", error))
    return FALSE;
  return self->answer == TNK_SPREAD_ANSWER_OPEN || check_answer (self, error);
}
