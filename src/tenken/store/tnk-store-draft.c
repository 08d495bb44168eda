/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-draft-private.h"

/* Finds the draft, and the duty in the catalog that it was loaded with. */
static TnkDraft *
open_draft (TnkStore *self,
            const char *campaign_id,
            const char *person_id,
            TnkDuty **duty,
            GError **error)
{
  g_autoptr (TnkRound) round = tnk_round_load (self, campaign_id, error);
  g_autoptr (TnkDraft) draft = round != NULL ? tnk_draft_new (self, round, person_id, error) : NULL;

  if (draft == NULL)
    return NULL;
  *duty = tnk_draft_find_duty (draft, tnk_control_get_id (tnk_duty_get_control (*duty)),
                               tnk_role_get_id (tnk_duty_get_role (*duty)), error);
  return *duty != NULL ? g_steal_pointer (&draft) : NULL;
}

/**
 * tnk_store_save_answer:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number
 * @duty: the duty that is answered for
 * @value: the answer; unanswered takes it back
 * @comment: (nullable): the comment or reason
 * @evidence: (nullable): the note where the evidence can be seen
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if the person is not asked this, `STATE` if
 *   the campaign is not open or the questionnaire is handed in, `INVALID`, `REFUSED` or `STORE`
 *
 * Puts one answer into a questionnaire that is a draft or was returned. An answer that was there already stays readable
 * in the log.
 *
 * Returns: `TRUE` if the answer is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_store_save_answer (TnkStore *self,
                       const char *campaign_id,
                       const char *person_id,
                       TnkDuty *duty,
                       TnkAnswerValue value,
                       const char *comment,
                       const char *evidence,
                       GError **error)
{
  g_autoptr (TnkDraft) draft = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL && TNK_IS_DUTY (duty), FALSE);

  draft = open_draft (self, campaign_id, person_id, &duty, error);
  return draft != NULL && tnk_draft_save_answer (draft, self, duty, value, comment, evidence, error);
}

/**
 * tnk_store_set_flag:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number
 * @duty: the duty that is asked about
 * @flagged: whether it is left for later
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Marks a question as left for later, or takes the mark away.
 *
 * Returns: `TRUE` if that is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_flag (TnkStore *self,
                    const char *campaign_id,
                    const char *person_id,
                    TnkDuty *duty,
                    gboolean flagged,
                    GError **error)
{
  g_autoptr (TnkDraft) draft = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL && TNK_IS_DUTY (duty), FALSE);

  draft = open_draft (self, campaign_id, person_id, &duty, error);
  return draft != NULL && tnk_draft_set_flag (draft, self, duty, flagged, error);
}

/**
 * tnk_store_set_place:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number
 * @duty: the duty that the person is asked about at the moment
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Notes where the person is, so that the questionnaire opens there again.
 *
 * Returns: `TRUE` if that is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_place (TnkStore *self,
                     const char *campaign_id,
                     const char *person_id,
                     TnkDuty *duty,
                     GError **error)
{
  g_autoptr (TnkDraft) draft = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL && TNK_IS_DUTY (duty), FALSE);

  draft = open_draft (self, campaign_id, person_id, &duty, error);
  return draft != NULL && tnk_draft_set_place (draft, self, duty, error);
}

/**
 * tnk_store_promise:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number
 * @duty: the duty; its answer must be “partial” or “not implemented”, and an improvement must be suggested for it
 * @due: (nullable): the month by which it will be done, `YYYY-MM`; `NULL` withdraws the promise
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `INVALID` or `STORE`
 *
 * Notes that a person promises to do what is suggested.
 *
 * Returns: `TRUE` if that is on the disk
 *
 * Since: 0.1
 */
gboolean
tnk_store_promise (TnkStore *self,
                   const char *campaign_id,
                   const char *person_id,
                   TnkDuty *duty,
                   const char *due,
                   GError **error)
{
  g_autoptr (TnkDraft) draft = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL && TNK_IS_DUTY (duty), FALSE);

  draft = open_draft (self, campaign_id, person_id, &duty, error);
  return draft != NULL && tnk_draft_promise (draft, self, duty, due, error);
}
