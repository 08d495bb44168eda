/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-closing-private.h"
#include "tnk-round-private.h"
#include "tnk-strings-private.h"

static TnkQuestionnaire *
preview (TnkStore *self,
         TnkCampaign *campaign,
         const char *person_id,
         GError **error)
{
  g_autoptr (TnkBody) body = tnk_store_load_body (self, error);
  TnkPerson *person = body != NULL ? tnk_body_lookup_person (body, person_id) : NULL;

  if (person != NULL)
    return tnk_questionnaire_new (campaign, person_id, tnk_person_get_roles (person));
  if (body != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is nobody with the staff number “%s”",
                 tnk_store_get_name (self), person_id);
  return NULL;
}

/**
 * tnk_store_load_questionnaire:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @person_id: the staff number
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads a person’s questionnaire with what was answered so far, what was answered the time before, what is left for later
 * and what was promised. Of a campaign in preparation it is what the person would
 * get by the roster of today.
 *
 * Returns: (transfer full): the questionnaire
 *
 * Since: 0.1
 */
TnkQuestionnaire *
tnk_store_load_questionnaire (TnkStore *self,
                              const char *campaign_id,
                              const char *person_id,
                              GError **error)
{
  g_autoptr (TnkRound) round = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL, NULL);

  round = tnk_round_load (self, campaign_id, error);
  if (round == NULL)
    return NULL;
  if (tnk_campaign_get_state (round->campaign) == TNK_CAMPAIGN_STATE_PREPARED)
    return preview (self, round->campaign, person_id, error);
  return tnk_round_read_questionnaire (round, self, person_id, error);
}

static char *
describe_answers (TnkStore *self,
                  gint64 no,
                  const char *remark,
                  GError **error)
{
  g_auto (TnkAnswerDigest) digest = {0};
  g_autoptr (TnkStatement) statement = NULL;
  GString *json;
  gboolean row;

  tnk_answer_digest_init (&digest);
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT duty, value, comment, evidence FROM answer WHERE questionnaire_no = $1 ORDER BY duty",
                                    "i", no);
  if (statement == NULL)
    return NULL;
  for (;;) {
    if (!tnk_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    tnk_answer_digest_add (&digest, tnk_statement_int (statement, 0), tnk_statement_int (statement, 1),
                           tnk_statement_text (statement, 2), tnk_statement_text (statement, 3));
  }
  json = g_string_new (NULL);
  g_string_printf (json, "{\"answers\":%u,\"digest\":\"%s\",\"remark\":", digest.n, tnk_answer_digest_get (&digest));
  tnk_append_json_string (json, remark != NULL ? remark : "");
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

static gboolean
check_move (TnkStore *self,
            const char *person_id,
            TnkQuestionnaireState from,
            TnkQuestionnaireState to,
            const char *remark,
            GError **error)
{
  if (!tnk_questionnaire_state_can_become (from, to))
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the questionnaire of “%s” is %s and cannot become %s",
                 tnk_store_get_name (self), person_id, tnk_questionnaire_state_to_string (from),
                 tnk_questionnaire_state_to_string (to));
  else if (to == TNK_QUESTIONNAIRE_STATE_RETURNED && tnk_is_blank (remark))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "say in a remark what is to be mended, so that “%s” knows why the questionnaire comes back", person_id);
  else
    return tnk_check_harmless ("remark", remark, TRUE, error);
  return FALSE;
}

/* The remark stays until the questionnaire is handed in again. */
static gboolean
write_state (TnkChange *change,
             gint64 no,
             TnkQuestionnaireState state,
             const char *remark,
             GError **error)
{
  g_autofree char *reference = tnk_change_dup_reference (change);
  const char *kept = state == TNK_QUESTIONNAIRE_STATE_RETURNED ? remark : NULL;

  if (!tnk_connection_run (change->connection, error, "UPDATE questionnaire SET state = $2, remark = $3 WHERE no = $1", "itt", no,
                           tnk_questionnaire_state_to_string (state), kept))
    return FALSE;
  return state != TNK_QUESTIONNAIRE_STATE_SUBMITTED ||
         tnk_connection_run (change->connection, error,
                             "UPDATE questionnaire SET submitted_at = $2, reference = $3 WHERE no = $1", "itt", no, change->now,
                             reference);
}

gboolean
tnk_sheet_write_move (TnkChange *change,
                      gint64 no,
                      const char *campaign_id,
                      const char *person_id,
                      TnkQuestionnaireState state,
                      const char *remark,
                      GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", campaign_id, person_id);
  g_autofree char *kind = g_strdup_printf ("questionnaire.%s", tnk_questionnaire_state_to_string (state));
  g_autofree char *detail = describe_answers (change->store, no, remark, error);

  return detail != NULL && tnk_change_log (change, kind, subject, detail, error) &&
         write_state (change, no, state, remark, error);
}

static gboolean
check_campaign (TnkStore *self,
                const char *id,
                TnkCampaignState state,
                GError **error)
{
  if (state == TNK_CAMPAIGN_STATE_OPEN)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the campaign “%s” is %s; questionnaires move while it is open", tnk_store_get_name (self), id,
               tnk_campaign_state_to_string (state));
  return FALSE;
}

/* Every handing in has a reference code of its own. */
static gboolean
check_seen (TnkStore *self,
            const TnkSheet *sheet,
            const char *person_id,
            const char *seen,
            GError **error)
{
  if (seen == NULL || g_strcmp0 (seen, sheet->reference) == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: “%s” handed in anew since you looked at it; look at the answers again",
               tnk_store_get_name (self), person_id);
  return FALSE;
}

/* What is accepted stays handed in, so that it can also be accepted in a department that is closed. */
static gboolean
check_department (TnkStore *self,
                  gint64 campaign_no,
                  const TnkSheet *sheet,
                  TnkQuestionnaireState to,
                  GError **error)
{
  return to == TNK_QUESTIONNAIRE_STATE_ACCEPTED || tnk_closings_check (self, campaign_no, sheet->department, error);
}

gboolean
tnk_store_move_seen (TnkStore *self,
                     const char *campaign_id,
                     const char *person_id,
                     const char *seen,
                     TnkQuestionnaireState state,
                     const char *remark,
                     GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkSheet) sheet = {0};
  TnkCampaignState campaign_state;
  gint64 no;

  return tnk_change_begin (&change, self, error) &&
         tnk_store_find_campaign (self, campaign_id, &no, &campaign_state, error) &&
         check_campaign (self, campaign_id, campaign_state, error) &&
         tnk_sheet_find (&sheet, self, no, campaign_id, person_id, error) &&
         check_move (self, person_id, sheet.state, state, remark, error) &&
         check_seen (self, &sheet, person_id, seen, error) && check_department (self, no, &sheet, state, error) &&
         tnk_sheet_write_move (&change, sheet.no, campaign_id, person_id, state, remark, error) &&
         tnk_change_commit (&change, error);
}

/**
 * tnk_store_move_questionnaire:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @person_id: the staff number
 * @state: the new state: submitted, returned or accepted
 * @remark: (nullable): a remark; needed to return one
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `INVALID` or `STORE`
 *
 * Submits, returns or accepts a questionnaire. In a department that is closed it can only be accepted.
 *
 * Returns: `TRUE` if it has the new state
 *
 * Since: 0.1
 */
gboolean
tnk_store_move_questionnaire (TnkStore *self,
                              const char *campaign_id,
                              const char *person_id,
                              TnkQuestionnaireState state,
                              const char *remark,
                              GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && person_id != NULL, FALSE);

  return tnk_store_move_seen (self, campaign_id, person_id, NULL, state, remark, error);
}
