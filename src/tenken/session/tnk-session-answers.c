/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-person-report.h"
#include "tnk-session-private.h"

/* --- the questionnaire --- */

static void
do_load (GTask *task,
         gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  TnkQuestionnaire *questionnaire = NULL;
  GError *error = NULL;
  TnkDraft *draft;

  tnk_seat_forget_draft (job->seat);
  draft = tnk_seat_get_draft (job->seat, station, &error);
  if (draft != NULL)
    questionnaire = tnk_round_read_questionnaire (draft->round, station->store, draft->person_id, &error);
  if (questionnaire != NULL)
    g_task_return_pointer (task, questionnaire, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tnk_session_load_async:
 * @self: a session
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Reads the questionnaire of the person in the open campaign. What is answered from now on belongs to that campaign.
 *
 * Since: 0.1
 */
void
tnk_session_load_async (TnkSession *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (TNK_IS_SESSION (self));
  tnk_session_start (self, tnk_session_load_async, tnk_session_job_new (NULL), do_load, cancellable, callback, user_data);
}

/**
 * tnk_session_load_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if no campaign is open or the person is not
 *   asked in it, `REFUSED`, `STATE` or `STORE`
 *
 * Ends the reading of the questionnaire.
 *
 * Returns: (transfer full): the questionnaire, which belongs to the caller
 *
 * Since: 0.1
 */
TnkQuestionnaire *
tnk_session_load_finish (TnkSession *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- changes of one item --- */

/* The duty that a job is about, in the catalog that the thread works with. */
static TnkDuty *
find_duty (TnkSessionJob *job,
           TnkStation *station,
           GError **error)
{
  TnkDraft *draft = tnk_seat_get_draft (job->seat, station, error);

  return draft != NULL ? tnk_draft_find_duty (draft, job->control_id, job->role_id, error) : NULL;
}

static void
do_save_answer (GTask *task,
                gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TnkDuty *duty = find_duty (job, station, &error);
  gboolean done = duty != NULL && tnk_draft_save_answer (job->seat->draft, station->store, duty, job->value, job->comment,
                                                         job->evidence, &error);

  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_save_answer_async:
 * @self: a session
 * @duty: what is answered
 * @value: the answer; unanswered takes it back
 * @comment: (nullable): the comment or reason
 * @evidence: (nullable): the note where the evidence can be seen
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Stores an answer.
 *
 * Since: 0.1
 */
void
tnk_session_save_answer_async (TnkSession *self,
                               TnkDuty *duty,
                               TnkAnswerValue value,
                               const char *comment,
                               const char *evidence,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  TnkSessionJob *job;

  g_return_if_fail (TNK_IS_SESSION (self) && TNK_IS_DUTY (duty));

  job = tnk_session_job_new (duty);
  job->value = value;
  job->comment = g_strdup (comment);
  job->evidence = g_strdup (evidence);
  tnk_session_start (self, tnk_session_save_answer_async, job, do_save_answer, cancellable, callback, user_data);
}

/**
 * tnk_session_save_answer_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: what [method@Store.save_answer] fails with, or `REFUSED`
 *
 * Ends the storing of an answer.
 *
 * Returns: `TRUE` if it is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_session_save_answer_finish (TnkSession *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
do_set_flag (GTask *task,
             gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TnkDuty *duty = find_duty (job, station, &error);
  gboolean done = duty != NULL && tnk_draft_set_flag (job->seat->draft, station->store, duty, job->flagged, &error);

  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_set_flag_async:
 * @self: a session
 * @duty: what is asked
 * @flagged: whether it is left for later
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Marks a question as left for later, or takes the mark away.
 *
 * Since: 0.1
 */
void
tnk_session_set_flag_async (TnkSession *self,
                            TnkDuty *duty,
                            gboolean flagged,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  TnkSessionJob *job;

  g_return_if_fail (TNK_IS_SESSION (self) && TNK_IS_DUTY (duty));

  job = tnk_session_job_new (duty);
  job->flagged = flagged;
  tnk_session_start (self, tnk_session_set_flag_async, job, do_set_flag, cancellable, callback, user_data);
}

/**
 * tnk_session_set_flag_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: what [method@Store.set_flag] fails with, or `REFUSED`
 *
 * Ends the marking of a question.
 *
 * Returns: `TRUE` if it is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_session_set_flag_finish (TnkSession *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
do_set_place (GTask *task,
              gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TnkDuty *duty = find_duty (job, station, &error);
  gboolean done = duty != NULL && tnk_draft_set_place (job->seat->draft, station->store, duty, &error);

  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_set_place_async:
 * @self: a session
 * @duty: what is asked at the moment
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Notes where the person is, so that the questionnaire opens there again.
 *
 * Since: 0.1
 */
void
tnk_session_set_place_async (TnkSession *self,
                             TnkDuty *duty,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (TNK_IS_SESSION (self) && TNK_IS_DUTY (duty));
  tnk_session_start (self, tnk_session_set_place_async, tnk_session_job_new (duty), do_set_place, cancellable, callback,
                     user_data);
}

/**
 * tnk_session_set_place_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: what [method@Store.set_place] fails with, or `REFUSED`
 *
 * Ends the noting of a place.
 *
 * Returns: `TRUE` if it is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_session_set_place_finish (TnkSession *self,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
do_promise (GTask *task,
            gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TnkDuty *duty = find_duty (job, station, &error);
  gboolean done = duty != NULL && tnk_draft_promise (job->seat->draft, station->store, duty, job->due, &error);

  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_promise_async:
 * @self: a session
 * @duty: what shall become better
 * @due: (nullable): the month by which it will, `YYYY-MM`; `NULL` withdraws the promise
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Notes that the person promises to do what is suggested, see [method@Store.promise].
 *
 * Since: 0.1
 */
void
tnk_session_promise_async (TnkSession *self,
                           TnkDuty *duty,
                           const char *due,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  TnkSessionJob *job;

  g_return_if_fail (TNK_IS_SESSION (self) && TNK_IS_DUTY (duty));

  job = tnk_session_job_new (duty);
  job->due = g_strdup (due);
  tnk_session_start (self, tnk_session_promise_async, job, do_promise, cancellable, callback, user_data);
}

/**
 * tnk_session_promise_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: what [method@Store.promise] fails with, or `REFUSED`
 *
 * Ends the noting of a promise.
 *
 * Returns: `TRUE` if it is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_session_promise_finish (TnkSession *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- the end --- */

/* Hands the questionnaire in; the reference code of the receipt, or NULL. */
static char *
submit (TnkDraft *draft,
        TnkStore *store,
        GError **error)
{
  const char *campaign_id = tnk_campaign_get_id (draft->round->campaign);
  g_auto (TnkSheet) sheet = {0};

  if (!tnk_store_move_questionnaire (store, campaign_id, draft->person_id, TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL,
                                     error) ||
      !tnk_sheet_find (&sheet, store, draft->round->no, campaign_id, draft->person_id, error))
    return NULL;
  return g_steal_pointer (&sheet.reference);
}

static void
do_submit (GTask *task,
           gpointer place)
{
  TnkStation *station = place;
  TnkSessionJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  TnkDraft *draft = tnk_seat_get_draft (job->seat, station, &error);
  char *reference = draft != NULL ? submit (draft, station->store, &error) : NULL;

  if (reference != NULL)
    g_task_return_pointer (task, reference, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * tnk_session_submit_async:
 * @self: a session
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Hands the questionnaire in, also with items that are still open.
 *
 * Since: 0.1
 */
void
tnk_session_submit_async (TnkSession *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (TNK_IS_SESSION (self));
  tnk_session_start (self, tnk_session_submit_async, tnk_session_job_new (NULL), do_submit, cancellable, callback,
                     user_data);
}

/**
 * tnk_session_submit_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `REFUSED` or `STORE`
 *
 * Ends the handing in.
 *
 * Returns: (transfer full): the reference code of the receipt
 *
 * Since: 0.1
 */
char *
tnk_session_submit_finish (TnkSession *self,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
write_receipt (TnkSessionJob *job,
               TnkStation *station,
               GError **error)
{
  TnkDraft *draft = tnk_seat_get_draft (job->seat, station, error);
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autofree char *today = NULL;

  if (draft == NULL)
    return FALSE;
  questionnaire = tnk_round_read_questionnaire (draft->round, station->store, draft->person_id, error);
  if (questionnaire == NULL)
    return FALSE;
  today = tnk_store_dup_today (station->store);
  return tnk_person_report_write (questionnaire, job->seat->person_name, job->seat->department_name,
                                  tnk_store_get_body_name (station->store), today, job->filename, NULL, error);
}

static void
do_write_receipt (GTask *task,
                  gpointer place)
{
  GError *error = NULL;
  gboolean done = write_receipt (g_task_get_task_data (task), place, &error);

  tnk_session_return_boolean (task, done, error);
}

/**
 * tnk_session_write_receipt_async:
 * @self: a session
 * @filename: the file to write, `.xlsx`
 * @language: (nullable): the language that the person reads; the receipt is in Japanese for all, since the body files it
 * @cancellable: (nullable): calls it off, unless it has begun
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Writes the receipt of the questionnaire as it stands in the store: the workbook of one person.
 *
 * Since: 0.1
 */
void
tnk_session_write_receipt_async (TnkSession *self,
                                 const char *filename,
                                 const char *language,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  TnkSessionJob *job;

  g_return_if_fail (TNK_IS_SESSION (self) && filename != NULL);

  job = tnk_session_job_new (NULL);
  job->filename = g_strdup (filename);
  tnk_session_start (self, tnk_session_write_receipt_async, job, do_write_receipt, cancellable, callback, user_data);
}

/**
 * tnk_session_write_receipt_finish:
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Ends the writing of the receipt.
 *
 * Returns: `TRUE` if the file is whole
 *
 * Since: 0.1
 */
gboolean
tnk_session_write_receipt_finish (TnkSession *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
