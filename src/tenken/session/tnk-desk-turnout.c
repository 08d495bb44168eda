/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-turnout.h"

#include "tnk-desk-private.h"
#include "tnk-reminders.h"
#include "tnk-store-turnout-private.h"

/**
 * tnk_desk_load_turnout:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @people: whether the people are wanted one by one; they are only in it where names may be shown, see
 *   [method@Turnout.has_people]
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Reads who has handed in: for whoever answers for the department, and for those who see every figure.
 *
 * Returns: (transfer full): who has handed in
 *
 * Since: 0.1
 */
TnkTurnout *
tnk_desk_load_turnout (TnkDesk *self,
                       const char *campaign_id,
                       const char *department_id,
                       gboolean people,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error))
    return NULL;
  return tnk_store_read_turnout (self->store, scope.round->no, scope.campaign, scope.tree, scope.department,
                                 people && scope.names, cancellable, error);
}

/* --- one questionnaire --- */

/* What was answered the time before may have been answered in another department; what is left for later, and where the person
 * was, is nobody else's business. */
static void
keep_to_what_was_handed_in (TnkQuestionnaire *questionnaire)
{
  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    tnk_questionnaire_set_previous (questionnaire, i, TNK_ANSWER_VALUE_UNANSWERED, NULL);
    tnk_questionnaire_set_flagged (questionnaire, i, FALSE);
  }
  tnk_questionnaire_set_place (questionnaire, -1);
}

static gboolean
check_handed_in (TnkQuestionnaire *questionnaire,
                 GError **error)
{
  TnkQuestionnaireState state = tnk_questionnaire_get_state (questionnaire);
  const char *person_id = tnk_questionnaire_get_person_id (questionnaire);

  if (tnk_questionnaire_state_counts (state))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               state == TNK_QUESTIONNAIRE_STATE_RETURNED
                 ? "“%s” has the questionnaire back and may be changing it; the answers can be seen once it is handed in again"
                 : "“%s” has not handed in yet; until then nobody but the writer sees a draft",
               person_id);
  return FALSE;
}

/**
 * tnk_desk_load_questionnaire:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @person_id: the staff number of somebody who is asked
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE` if it is not handed in, or `STORE`
 *
 * Reads what somebody handed in: for whoever answers for the department where names may be shown, and for the secretariat. A
 * draft is its writer’s alone.
 *
 * Returns: (transfer full): the questionnaire, without what its writer answered the time before
 *
 * Since: 0.1
 */
TnkQuestionnaire *
tnk_desk_load_questionnaire (TnkDesk *self,
                             const char *campaign_id,
                             const char *person_id,
                             GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && person_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter_person (self, campaign_id, person_id, &scope, error))
    return NULL;
  questionnaire = tnk_round_read_questionnaire (scope.round, self->store, person_id, error);
  if (questionnaire == NULL || !check_handed_in (questionnaire, error))
    return NULL;
  keep_to_what_was_handed_in (questionnaire);
  return g_steal_pointer (&questionnaire);
}

/* Nobody judges the own questionnaire. */
static gboolean
move (TnkDesk *self,
      const char *campaign_id,
      const char *person_id,
      const char *reference,
      TnkQuestionnaireState state,
      const char *remark,
      GError **error)
{
  g_auto (TnkDeskScope) scope = {0};

  if (!tnk_desk_enter_person (self, campaign_id, person_id, &scope, error))
    return FALSE;
  if (!g_str_equal (self->person_id, person_id))
    return tnk_store_move_seen (self->store, campaign_id, person_id, reference, state, remark, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               "“%s”: nobody accepts or returns the own questionnaire; ask whoever answers for a department above, or the "
               "secretariat",
               person_id);
  return FALSE;
}

/**
 * tnk_desk_return_questionnaire:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number of somebody who handed in
 * @reference: (nullable): the reference code of what was looked at; `NULL`: whatever is there now
 * @remark: what is to be mended; the person reads it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, also for the own one, `NOT_FOUND`, `INVALID`, `STATE`, also
 *   if another one was handed in since it was looked at or the department is closed, or `STORE`
 *
 * Sends a questionnaire back.
 *
 * Returns: `TRUE` if the person has it back
 *
 * Since: 0.1
 */
gboolean
tnk_desk_return_questionnaire (TnkDesk *self,
                               const char *campaign_id,
                               const char *person_id,
                               const char *reference,
                               const char *remark,
                               GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && person_id != NULL && remark != NULL, FALSE);
  return move (self, campaign_id, person_id, reference, TNK_QUESTIONNAIRE_STATE_RETURNED, remark, error);
}

/**
 * tnk_desk_accept_questionnaire:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number of somebody who handed in
 * @reference: (nullable): the reference code of what was looked at; `NULL`: whatever is there now
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, also for the own one, `NOT_FOUND`, `STATE`, also if another
 *   one was handed in since it was looked at, or `STORE`
 *
 * Accepts a questionnaire.
 *
 * Returns: `TRUE` if it is accepted
 *
 * Since: 0.1
 */
gboolean
tnk_desk_accept_questionnaire (TnkDesk *self,
                               const char *campaign_id,
                               const char *person_id,
                               const char *reference,
                               GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && person_id != NULL, FALSE);
  return move (self, campaign_id, person_id, reference, TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL, error);
}

/* --- a whole department --- */

/**
 * tnk_desk_accept_all:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @n_accepted: (out): how many were accepted
 * @n_left: (out): how many were left because they are the own one: 0 or 1
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then none is accepted
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE` or `STORE`, or cancelled
 *
 * Accepts every questionnaire that is handed in, but for the own one. It names nobody, and so can be done where counts only are
 * shown.
 *
 * Returns: `TRUE` if they are accepted
 *
 * Since: 0.1
 */
gboolean
tnk_desk_accept_all (TnkDesk *self,
                     const char *campaign_id,
                     const char *department_id,
                     guint *n_accepted,
                     guint *n_left,
                     TnkProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (TnkDeskScope) scope = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && n_accepted != NULL && n_left != NULL, FALSE);

  return tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error) &&
         tnk_store_accept_all (self->store, campaign_id, department_id, self->person_id, n_accepted, n_left, progress, user_data,
                               cancellable, error);
}

/**
 * tnk_desk_close_department:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @department_id: a department of the campaign
 * @cancellable: (nullable): stops it; then it is not closed
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE` if it is closed already or the
 *   campaign is not open, or `STORE`, or cancelled
 *
 * Closes a department with all below it: until it is reopened, nobody there hands in, and nothing that was handed in is
 * returned. What is handed in can still be accepted.
 *
 * Returns: (transfer full): who has handed in and who has not; the people are in it where names may be shown
 *
 * Since: 0.1
 */
TnkTurnout *
tnk_desk_close_department (TnkDesk *self,
                           const char *campaign_id,
                           const char *department_id,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (TnkDeskScope) scope = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && department_id != NULL, NULL);

  if (!tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error))
    return NULL;
  return tnk_store_close_department (self->store, campaign_id, department_id, self->person_id, scope.names, cancellable, error);
}

/**
 * tnk_desk_reopen_department:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @department_id: a department that was closed
 * @reason: why; the log keeps it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `INVALID`, `STATE` if it is not closed by
 *   itself or the campaign is not open, or `STORE`
 *
 * Reopens a department.
 *
 * Returns: `TRUE` if people can hand in again
 *
 * Since: 0.1
 */
gboolean
tnk_desk_reopen_department (TnkDesk *self,
                            const char *campaign_id,
                            const char *department_id,
                            const char *reason,
                            GError **error)
{
  g_auto (TnkDeskScope) scope = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && department_id != NULL && reason != NULL, FALSE);

  return tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error) &&
         tnk_store_reopen_department (self->store, campaign_id, department_id, self->person_id, reason, error);
}

/* --- reminders --- */

/* Reminding is for those who deal with single questionnaires. */
static TnkTurnout *
load_to_remind (TnkDesk *self,
                const char *campaign_id,
                const char *department_id,
                GCancellable *cancellable,
                GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error))
    return NULL;
  return tnk_store_read_turnout (self->store, scope.round->no, scope.campaign, scope.tree, scope.department, scope.names,
                                 cancellable, error);
}

/**
 * tnk_desk_make_reminders:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @language: (nullable): `ja`, `en`, or a locale; `NULL` means `ja`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Makes the text to be pasted that [func@reminders_make_text] tells of; with names where they may be shown.
 *
 * Returns: (transfer full): the text
 *
 * Since: 0.1
 */
char *
tnk_desk_make_reminders (TnkDesk *self,
                         const char *campaign_id,
                         const char *department_id,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  turnout = load_to_remind (self, campaign_id, department_id, cancellable, error);
  if (turnout == NULL)
    return NULL;
  today = tnk_store_dup_today (self->store);
  return tnk_reminders_make_text (turnout, -1, tnk_store_get_body_name (self->store), today, language);
}

/* --- whether anything changed --- */

/**
 * tnk_desk_read_mark:
 * @self: a desk
 * @mark: (out): a number
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the person has no right at any desk, or `STORE`
 *
 * Reads a number that grows whenever something is changed in the store, whatever it is: as long as it stays the same, what was
 * read before holds. It takes no time.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_read_mark (TnkDesk *self,
                    gint64 *mark,
                    GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && mark != NULL, FALSE);
  return tnk_desk_enter_any (self, error) && tnk_store_read_mark (self->store, mark, error);
}
