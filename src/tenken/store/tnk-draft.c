/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-draft-private.h"

#include <string.h>

#include "tnk-answer-private.h"
#include "tnk-day-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-strings-private.h"

TnkDraft *
tnk_draft_new (TnkStore *store,
               TnkRound *round,
               const char *person_id,
               GError **error)
{
  g_auto (TnkSheet) sheet = {0};
  TnkDraft *self;

  if (!tnk_sheet_find (&sheet, store, round->no, tnk_campaign_get_id (round->campaign), person_id, error))
    return NULL;
  self = g_new0 (TnkDraft, 1);
  self->round = tnk_round_ref (round);
  self->person_no = sheet.person_no;
  self->person_id = g_strdup (person_id);
  return self;
}

void
tnk_draft_free (TnkDraft *self)
{
  tnk_round_unref (self->round);
  tnk_wipe_string (&self->person_id);
  g_free (self);
}

static gboolean
throw_not_asked (const char *person_id,
                 const char *control_id,
                 const char *role_id,
                 GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "“%s” is not asked about “%s” in the role “%s”", person_id,
               control_id, role_id);
  return FALSE;
}

TnkDuty *
tnk_draft_find_duty (TnkDraft *self,
                     const char *control_id,
                     const char *role_id,
                     GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->round->campaign);
  TnkDuty *duty = tnk_catalog_find_duty (catalog, control_id, role_id);

  if (duty == NULL)
    throw_not_asked (self->person_id, control_id, role_id, error);
  return duty;
}

/* One change of a draft: the transaction, and the row as it is within it. */
typedef struct
{
  TnkDraft *draft;
  TnkStore *store;
  TnkChange change;
  gint64 no; /* of the questionnaire */
  gint64 department;
} Edit;

static void
edit_clear (Edit *self)
{
  tnk_change_end (&self->change);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Edit, edit_clear)

static gboolean
check_asked (TnkDraft *draft,
             TnkDuty *duty,
             guint64 role_bits,
             GError **error)
{
  TnkRole *role = tnk_duty_get_role (duty);

  if (((role_bits >> tnk_role_get_index (role)) & 1) && tnk_campaign_asks (draft->round->campaign, duty))
    return TRUE;
  return throw_not_asked (draft->person_id, tnk_control_get_id (tnk_duty_get_control (duty)), tnk_role_get_id (role),
                          error);
}

static gboolean
check_states (Edit *self,
              const char *campaign_state,
              const char *state,
              GError **error)
{
  TnkCampaignState campaign = TNK_CAMPAIGN_STATE_CLOSED;

  tnk_campaign_state_from_string (campaign_state, &campaign);
  if (!tnk_store_check_open (self->store, tnk_campaign_get_id (self->draft->round->campaign), campaign, error))
    return FALSE;
  if (g_str_equal (state, "draft") || g_str_equal (state, "returned"))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the questionnaire of “%s” is %s; have it returned to change it", tnk_store_get_name (self->store),
               self->draft->person_id, state);
  return FALSE;
}

/* Begins a change, and looks whether the person may make it at this moment. */
static gboolean
edit_begin (Edit *self,
            TnkDraft *draft,
            TnkStore *store,
            TnkDuty *duty,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  *self = (Edit){.draft = draft, .store = store};
  if (!tnk_change_begin (&self->change, store, error))
    return FALSE;
  statement = tnk_connection_query (
    store->connection, error,
    "SELECT q.no, q.department, q.role_bits, q.state, c.state FROM questionnaire q "
    "JOIN campaign c ON c.no = q.campaign_no WHERE q.campaign_no = $1 AND q.person_no = $2",
    "ii", draft->round->no, draft->person_no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: “%s” is not asked any more in the campaign “%s”",
                 tnk_store_get_name (store), draft->person_id, tnk_campaign_get_id (draft->round->campaign));
    return FALSE;
  }
  self->no = tnk_statement_int (statement, 0);
  self->department = tnk_statement_int (statement, 1);
  return check_states (self, tnk_statement_text (statement, 4), tnk_statement_text (statement, 3), error) &&
         check_asked (draft, duty, tnk_statement_int (statement, 2), error);
}

static gboolean
edit_log (Edit *self,
          const char *kind,
          const char *detail,
          GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_campaign_get_id (self->draft->round->campaign),
                                              self->draft->person_id);

  return tnk_change_log (&self->change, kind, subject, detail, error);
}

static gboolean
is_excepted (Edit *self,
             TnkDuty *duty,
             gboolean *excepted,
             GError **error)
{
  g_auto (TnkExceptionList) list = {0};
  g_autofree char *today = tnk_store_dup_today (self->store);
  g_autoptr (TnkBody) body = NULL;

  if (!tnk_exception_list_read (&list, self->store, today, error))
    return FALSE;
  body = tnk_store_read_campaign_body (self->store, self->draft->round->no, error);
  if (body == NULL)
    return FALSE;
  if (self->department < 0 || self->department >= tnk_body_get_n_departments (body))
    return tnk_store_throw_damaged (self->store, error);
  *excepted = tnk_exception_list_covers (&list, tnk_control_get_id (tnk_duty_get_control (duty)),
                                         tnk_body_get_department (body, self->department));
  return TRUE;
}

static gboolean
check_answer (Edit *self,
              TnkDuty *duty,
              TnkAnswerValue value,
              const char *comment,
              const char *evidence,
              GError **error)
{
  gboolean excepted = FALSE;

  if (value == TNK_ANSWER_VALUE_EXCEPTED && !is_excepted (self, duty, &excepted, error))
    return FALSE;
  return tnk_answer_check (value, comment, excepted, error) && tnk_answer_check_evidence (evidence, error);
}

/* Keeps the answer that is there already in the log. Nothing is to be done where it is the same. */
static gboolean
keep_old_answer (Edit *self,
                 gint64 duty,
                 TnkAnswerValue value,
                 const char *comment,
                 const char *evidence,
                 gboolean *same,
                 GError **error)
{
  g_autoptr (TnkStatement) old = NULL;
  g_autoptr (GString) detail = NULL;
  gboolean row;

  old = tnk_connection_query (self->store->connection, error,
                              "SELECT value, comment, evidence FROM answer WHERE questionnaire_no = $1 AND duty = $2",
                              "ii", self->no, duty);
  if (old == NULL || !tnk_statement_step (old, &row, error))
    return FALSE;
  *same = row ? tnk_statement_int (old, 0) == value && g_strcmp0 (tnk_statement_text (old, 1), comment) == 0 &&
                  g_strcmp0 (tnk_statement_text (old, 2), evidence) == 0
              : value == TNK_ANSWER_VALUE_UNANSWERED;
  if (!row || *same)
    return TRUE;
  detail = g_string_new ("{\"replaced\":[");
  tnk_append_answer_json (detail, duty, tnk_statement_int (old, 0), tnk_statement_text (old, 1),
                          tnk_statement_text (old, 2));
  g_string_append (detail, "]}");
  return edit_log (self, "answer.changed", detail->str, error);
}

static gboolean
write_answer (Edit *self,
              gint64 duty,
              TnkAnswerValue value,
              const char *comment,
              const char *evidence,
              GError **error)
{
  TnkConnection *connection = self->store->connection;

  if (value == TNK_ANSWER_VALUE_UNANSWERED)
    return tnk_connection_run (connection, error, "DELETE FROM answer WHERE questionnaire_no = $1 AND duty = $2", "ii",
                               self->no, duty);
  return tnk_connection_run (
    connection, error,
    "INSERT INTO answer (questionnaire_no, duty, value, comment, evidence, given) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (questionnaire_no, duty) DO UPDATE SET value = excluded.value, comment = excluded.comment, "
    "evidence = excluded.evidence, given = excluded.given",
    "iiitti", self->no, duty, (gint64) value, comment, evidence, tnk_store_get_unix_time (self->store));
}

gboolean
tnk_draft_save_answer (TnkDraft *self,
                       TnkStore *store,
                       TnkDuty *duty,
                       TnkAnswerValue value,
                       const char *comment,
                       const char *evidence,
                       GError **error)
{
  g_auto (Edit) edit = {0};
  gint64 index = tnk_duty_get_index (duty);
  gboolean same;

  comment = comment != NULL && *comment != '\0' ? comment : NULL;
  evidence = evidence != NULL && *evidence != '\0' ? evidence : NULL;
  if (!edit_begin (&edit, self, store, duty, error) || !check_answer (&edit, duty, value, comment, evidence, error) ||
      !keep_old_answer (&edit, index, value, comment, evidence, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  return write_answer (&edit, index, value, comment, evidence, error) &&
         tnk_connection_run (store->connection, error, TNK_RELEASE_PROMISES, "i", edit.no) &&
         tnk_change_commit (&edit.change, error);
}

gboolean
tnk_draft_set_flag (TnkDraft *self,
                    TnkStore *store,
                    TnkDuty *duty,
                    gboolean flagged,
                    GError **error)
{
  g_auto (Edit) edit = {0};

  return edit_begin (&edit, self, store, duty, error) &&
         tnk_connection_run (store->connection, error,
                             flagged ? "INSERT INTO flag (questionnaire_no, duty) VALUES ($1, $2) ON CONFLICT DO NOTHING"
                                     : "DELETE FROM flag WHERE questionnaire_no = $1 AND duty = $2",
                             "ii", edit.no, (gint64) tnk_duty_get_index (duty)) &&
         tnk_change_commit (&edit.change, error);
}

gboolean
tnk_draft_set_place (TnkDraft *self,
                     TnkStore *store,
                     TnkDuty *duty,
                     GError **error)
{
  g_auto (Edit) edit = {0};

  return edit_begin (&edit, self, store, duty, error) &&
         tnk_connection_run (store->connection, error, "UPDATE questionnaire SET place = $2 WHERE no = $1", "ii",
                             edit.no, (gint64) tnk_duty_get_index (duty)) &&
         tnk_change_commit (&edit.change, error);
}

/* A month from the present one on: YYYY-MM. */
static gboolean
check_due (TnkStore *store,
           const char *due,
           GError **error)
{
  g_autofree char *today = tnk_store_dup_today (store);
  g_autofree char *first = g_strconcat (due, "-01", NULL);

  if (strlen (due) != 7 || !tnk_is_day (first))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "the month of a promise must be one such as 2026-12; choose a month");
  else if (strncmp (due, today, 7) < 0)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the month %s is over; choose the present one or a later one", due);
  else
    return TRUE;
  return FALSE;
}

/* Only an answer that leaves something to be done can be promised to become better. */
static gboolean
check_promise (Edit *self,
               TnkDuty *duty,
               GError **error)
{
  gint64 value;

  if (!tnk_connection_query_int (self->store->connection, &value, TNK_ANSWER_VALUE_UNANSWERED, error,
                                 "SELECT value FROM answer WHERE questionnaire_no = $1 AND duty = $2", "ii", self->no,
                                 (gint64) tnk_duty_get_index (duty)))
    return FALSE;
  if ((value == TNK_ANSWER_VALUE_PARTIAL || value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED) && tnk_duty_is_scored (duty) &&
      tnk_duty_get_improvement (duty) != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
               "there is nothing to promise for “%s”: a promise goes with an answer “partial” or “not implemented” for "
               "which an improvement is suggested",
               tnk_control_get_id (tnk_duty_get_control (duty)));
  return FALSE;
}

static gboolean
write_promise (Edit *self,
               TnkDuty *duty,
               const char *due,
               GError **error)
{
  gint64 index = tnk_duty_get_index (duty);

  if (due == NULL)
    return tnk_connection_run (self->store->connection, error,
                               "DELETE FROM promise WHERE questionnaire_no = $1 AND duty = $2", "ii", self->no, index);
  return tnk_connection_run (self->store->connection, error,
                             "INSERT INTO promise (questionnaire_no, duty, due, made_at) VALUES ($1, $2, $3, $4) "
                             "ON CONFLICT (questionnaire_no, duty) DO UPDATE SET due = excluded.due, "
                             "made_at = excluded.made_at",
                             "iitt", self->no, index, due, self->change.now);
}

gboolean
tnk_draft_promise (TnkDraft *self,
                   TnkStore *store,
                   TnkDuty *duty,
                   const char *due,
                   GError **error)
{
  g_auto (Edit) edit = {0};
  g_autofree char *detail = NULL;

  if ((due != NULL && !check_due (store, due, error)) || !edit_begin (&edit, self, store, duty, error) ||
      (due != NULL && !check_promise (&edit, duty, error)))
    return FALSE;
  detail = g_strdup_printf ("{\"duty\":%u,\"due\":\"%s\"}", tnk_duty_get_index (duty), due != NULL ? due : "");
  return write_promise (&edit, duty, due, error) &&
         edit_log (&edit, due != NULL ? "promise.made" : "promise.withdrawn", detail, error) &&
         tnk_change_commit (&edit.change, error);
}
