/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-finding-private.h"

/* What the department answers, what the follow-up says, and whom else it concerns. */

static const TnkFieldSpec text_spec = {"text", TNK_FIELD_TEXT, "text"};
static const TnkFieldSpec action_spec = {"action", TNK_FIELD_TEXT, "improvement action"};
static const TnkFieldSpec due_spec = {"due", TNK_FIELD_DAY, "day of the improvement action"};
static const TnkFieldSpec seen_spec = {"seen", TNK_FIELD_TEXT, "text about what was seen"};

/* --- responses --- */

void
tnk_finding_response_clear (gpointer data)
{
  TnkFindingResponse *self = data;

  g_free (self->time);
  g_free (self->writer);
  g_free (self->text);
  g_free (self->action);
  g_free (self->due);
}

void
tnk_finding_add_response (TnkFinding *self,
                          const char *time,
                          const char *writer,
                          const char *text,
                          const char *action,
                          const char *due)
{
  TnkFindingResponse response = {g_strdup (time), g_strdup (writer), g_strdup (text), g_strdup (action), g_strdup (due)};

  g_array_append_val (self->responses, response);
}

static const TnkFindingResponse *
response_at (TnkFinding *self,
             guint response)
{
  return &g_array_index (self->responses, TnkFindingResponse, response);
}

/**
 * tnk_finding_get_n_responses:
 * @self: a finding
 *
 * Gets how often the department answered. The last answer is the one that holds.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_finding_get_n_responses (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), 0);
  return self->responses->len;
}

/**
 * tnk_finding_get_response_time:
 * @self: a finding
 * @response: which answer, from 0, the oldest first
 *
 * Gets when the department answered.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_response_time (TnkFinding *self,
                               guint response)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && response < self->responses->len, NULL);
  return response_at (self, response)->time;
}

/**
 * tnk_finding_get_response_writer:
 * @self: a finding
 * @response: which answer, from 0, the oldest first
 *
 * Gets who answered.
 *
 * Returns: a staff number
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_response_writer (TnkFinding *self,
                                 guint response)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && response < self->responses->len, NULL);
  return response_at (self, response)->writer;
}

/**
 * tnk_finding_get_response_text:
 * @self: a finding
 * @response: which answer, from 0, the oldest first
 *
 * Gets what the department says to the finding.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_response_text (TnkFinding *self,
                               guint response)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && response < self->responses->len, NULL);
  return response_at (self, response)->text;
}

/**
 * tnk_finding_get_response_action:
 * @self: a finding
 * @response: which answer, from 0, the oldest first
 *
 * Gets what the department does.
 *
 * Returns: the improvement action; empty where an opinion is not followed
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_response_action (TnkFinding *self,
                                 guint response)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && response < self->responses->len, NULL);
  return response_at (self, response)->action;
}

/**
 * tnk_finding_get_response_due:
 * @self: a finding
 * @response: which answer, from 0, the oldest first
 *
 * Gets until when the department does it.
 *
 * Returns: the day, ISO 8601, or empty
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_response_due (TnkFinding *self,
                              guint response)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && response < self->responses->len, NULL);
  return response_at (self, response)->due;
}

static gboolean
check_response (TnkFinding *self,
                const char *text,
                const char *action,
                const char *due,
                GError **error)
{
  const char *of = "the answer to the finding";

  if (!tnk_field_require (&text_spec, text, of, error))
    return FALSE;
  if (self->kind == TNK_FINDING_KIND_FINDING && !tnk_field_require (&action_spec, action, of, error))
    return FALSE;
  return *action == '\0' || tnk_field_require (&due_spec, due, of, error);
}

/**
 * tnk_finding_respond:
 * @self: a finding
 * @person_id: the staff number of who answers for the department
 * @text: what the department says to it
 * @action: what it does, which may be empty for an opinion alone
 * @due: until when, ISO 8601; empty where nothing is done
 * @error: return location for an error: [error@Tenken.Error] `STATE` or `INVALID`
 *
 * Answers a finding, or answers it anew before the follow-up.
 *
 * Returns: `TRUE` if it is answered
 *
 * Since: 0.1
 */
gboolean
tnk_finding_respond (TnkFinding *self,
                     const char *person_id,
                     const char *text,
                     const char *action,
                     const char *due,
                     GError **error)
{
  g_autofree char *clean_text = NULL, *clean_action = NULL, *clean_due = NULL;

  g_return_val_if_fail (TNK_IS_FINDING (self) && person_id != NULL && text != NULL && action != NULL && due != NULL, FALSE);

  if (self->state != TNK_FINDING_STATE_ISSUED && self->state != TNK_FINDING_STATE_ANSWERED)
    return tnk_finding_throw_state (self, "answered", error);
  clean_text = tnk_field_clean (&text_spec, text, error);
  clean_action = clean_text != NULL ? tnk_field_clean (&action_spec, action, error) : NULL;
  clean_due = clean_action != NULL ? tnk_field_clean (&due_spec, due, error) : NULL;
  if (clean_due == NULL || !tnk_check_person (person_id, error) || !check_response (self, clean_text, clean_action, clean_due, error))
    return FALSE;
  tnk_finding_add_response (self, NULL, person_id, clean_text, clean_action, clean_due);
  self->state = TNK_FINDING_STATE_ANSWERED;
  return TRUE;
}

/* --- follow-ups --- */

void
tnk_finding_follow_up_clear (gpointer data)
{
  TnkFindingFollowUp *self = data;

  g_free (self->time);
  g_free (self->writer);
  g_free (self->seen);
}

void
tnk_finding_add_follow_up (TnkFinding *self,
                           const char *time,
                           const char *writer,
                           TnkFollowUp verdict,
                           const char *seen)
{
  TnkFindingFollowUp follow_up = {g_strdup (time), g_strdup (writer), verdict, g_strdup (seen)};

  g_array_append_val (self->follow_ups, follow_up);
}

static const TnkFindingFollowUp *
follow_up_at (TnkFinding *self,
              guint follow_up)
{
  return &g_array_index (self->follow_ups, TnkFindingFollowUp, follow_up);
}

/**
 * tnk_finding_get_n_follow_ups:
 * @self: a finding
 *
 * Gets how often it was followed up.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_finding_get_n_follow_ups (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), 0);
  return self->follow_ups->len;
}

/**
 * tnk_finding_get_follow_up_time:
 * @self: a finding
 * @follow_up: which follow-up, from 0, the oldest first
 *
 * Gets when it was followed up.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_follow_up_time (TnkFinding *self,
                                guint follow_up)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && follow_up < self->follow_ups->len, NULL);
  return follow_up_at (self, follow_up)->time;
}

/**
 * tnk_finding_get_follow_up_writer:
 * @self: a finding
 * @follow_up: which follow-up, from 0, the oldest first
 *
 * Gets who followed it up.
 *
 * Returns: the staff number of an auditor
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_follow_up_writer (TnkFinding *self,
                                  guint follow_up)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && follow_up < self->follow_ups->len, NULL);
  return follow_up_at (self, follow_up)->writer;
}

/**
 * tnk_finding_get_follow_up_verdict:
 * @self: a finding
 * @follow_up: which follow-up, from 0, the oldest first
 *
 * Gets what the follow-up says.
 *
 * Returns: the verdict
 *
 * Since: 0.1
 */
TnkFollowUp
tnk_finding_get_follow_up_verdict (TnkFinding *self,
                                   guint follow_up)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && follow_up < self->follow_ups->len, TNK_FOLLOW_UP_NOT_IMPROVED);
  return follow_up_at (self, follow_up)->verdict;
}

/**
 * tnk_finding_get_follow_up_seen:
 * @self: a finding
 * @follow_up: which follow-up, from 0, the oldest first
 *
 * Gets what was seen.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
tnk_finding_get_follow_up_seen (TnkFinding *self,
                                guint follow_up)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && follow_up < self->follow_ups->len, NULL);
  return follow_up_at (self, follow_up)->seen;
}

/* Who said for the department what it does cannot say for the audit that it did. */
static gboolean
check_hand (TnkFinding *self,
            const char *person_id,
            GError **error)
{
  for (guint i = 0; i < self->responses->len; i++)
    if (g_str_equal (response_at (self, i)->writer, person_id)) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” answered the finding “%s” and cannot follow it up; another auditor must", person_id,
                   self->id != NULL ? self->id : "?");
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_follow_up (TnkFinding *self,
                 const char *person_id,
                 TnkFollowUp verdict,
                 GError **error)
{
  if (self->state != TNK_FINDING_STATE_ANSWERED)
    return tnk_finding_throw_state (self, "followed up", error);
  if (verdict == TNK_FOLLOW_UP_ACCEPTED && self->kind == TNK_FINDING_KIND_FINDING) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED,
                         "a finding of the kind “finding” is closed by what was put right; “accepted” is for opinions");
    return FALSE;
  }
  return tnk_check_person (person_id, error) && check_hand (self, person_id, error);
}

/**
 * tnk_finding_follow_up:
 * @self: a finding that was answered
 * @person_id: the staff number of an auditor
 * @verdict: what the follow-up says
 * @seen: what was seen
 * @error: return location for an error: [error@Tenken.Error] `STATE`, `INVALID` or `REFUSED`
 *
 * Follows a finding up. What is put right is closed; else the department must answer again.
 *
 * Returns: `TRUE` if it is followed up
 *
 * Since: 0.1
 */
gboolean
tnk_finding_follow_up (TnkFinding *self,
                       const char *person_id,
                       TnkFollowUp verdict,
                       const char *seen,
                       GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (TNK_IS_FINDING (self) && person_id != NULL && (guint) verdict < TNK_N_FOLLOW_UPS && seen != NULL, FALSE);

  if (!check_follow_up (self, person_id, verdict, error))
    return FALSE;
  clean = tnk_field_clean (&seen_spec, seen, error);
  if (clean == NULL || !tnk_field_require (&seen_spec, clean, "the follow-up", error))
    return FALSE;
  tnk_finding_add_follow_up (self, NULL, person_id, verdict, clean);
  self->state = verdict == TNK_FOLLOW_UP_IMPROVED || verdict == TNK_FOLLOW_UP_ACCEPTED ? TNK_FINDING_STATE_CLOSED : TNK_FINDING_STATE_ISSUED;
  return TRUE;
}

/* --- spreads --- */

void
tnk_finding_add_spread (TnkFinding *self,
                        TnkSpread *spread)
{
  g_ptr_array_add (self->spreads, g_object_ref (spread));
}

/**
 * tnk_finding_get_n_spreads:
 * @self: a finding
 *
 * Gets how many other departments are asked.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_finding_get_n_spreads (TnkFinding *self)
{
  g_return_val_if_fail (TNK_IS_FINDING (self), 0);
  return self->spreads->len;
}

/**
 * tnk_finding_get_spread:
 * @self: a finding
 * @spread: which spread, from 0
 *
 * Gets what another department is asked.
 *
 * Returns: (transfer none): the spread
 *
 * Since: 0.1
 */
TnkSpread *
tnk_finding_get_spread (TnkFinding *self,
                        guint spread)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && spread < self->spreads->len, NULL);
  return g_ptr_array_index (self->spreads, spread);
}

/**
 * tnk_finding_lookup_spread:
 * @self: a finding
 * @department_id: the id of a department
 *
 * Looks for what a department is asked.
 *
 * Returns: (transfer none) (nullable): the spread, or `NULL` if that department is not asked
 *
 * Since: 0.1
 */
TnkSpread *
tnk_finding_lookup_spread (TnkFinding *self,
                           const char *department_id)
{
  g_return_val_if_fail (TNK_IS_FINDING (self) && department_id != NULL, NULL);

  for (guint i = 0; i < self->spreads->len; i++)
    if (g_str_equal (tnk_spread_get_department_id (g_ptr_array_index (self->spreads, i)), department_id))
      return g_ptr_array_index (self->spreads, i);
  return NULL;
}

/**
 * tnk_finding_count_spreads:
 * @self: a finding
 * @answer: an answer
 *
 * Counts the departments that answered so.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_finding_count_spreads (TnkFinding *self,
                           TnkSpreadAnswer answer)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_FINDING (self), 0);

  for (guint i = 0; i < self->spreads->len; i++)
    n += tnk_spread_get_answer (g_ptr_array_index (self->spreads, i)) == answer;
  return n;
}
