/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-sheet-match-private.h"

#include "tnk-answer.h"

static void
stored_free (gpointer data)
{
  TnkStoredAnswer *stored = data;

  g_free (stored->comment);
  g_free (stored->evidence);
  g_free (stored);
}

void
tnk_sheet_paper_clear (TnkSheetPaper *paper)
{
  g_free (paper->name);
  g_clear_pointer (&paper->answers, g_hash_table_unref);
}

void
tnk_sheet_match_clear (TnkSheetMatch *self)
{
  g_clear_pointer (&self->find, tnk_statement_finish);
  g_clear_pointer (&self->read, tnk_statement_finish);
  tnk_closings_clear (&self->closings);
  g_clear_object (&self->campaign);
  g_clear_object (&self->tree);
  tnk_exception_list_clear (&self->exceptions);
  tnk_problems_clear (&self->problems);
}

/* --- getting ready --- */

static gboolean
prepare (TnkSheetMatch *self,
         GError **error)
{
  TnkConnection *connection = self->store->connection;

  self->find = tnk_connection_prepare (connection, error,
                                       "SELECT q.no, q.department, q.role_bits, q.state, p.name FROM questionnaire q "
                                       "JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 AND p.id = $2");
  if (self->find == NULL)
    return FALSE;
  self->read = tnk_connection_prepare (connection, error,
                                       "SELECT duty, value, comment, evidence, given FROM answer WHERE questionnaire_no = $1");
  return self->read != NULL;
}

gboolean
tnk_sheet_match_open (TnkSheetMatch *self,
                      TnkStore *store,
                      TnkAnswerEdits *edits,
                      GError **error)
{
  const char *id = tnk_campaign_get_id (tnk_answer_edits_get_campaign (edits));
  g_autofree char *today = tnk_store_dup_today (store);
  TnkCampaignState state;

  self->store = store;
  self->edits = edits;
  tnk_problems_init (&self->problems);
  if (!tnk_store_find_campaign (store, id, &self->campaign_no, &state, error) || !tnk_store_check_open (store, id, state, error))
    return FALSE;
  self->campaign = tnk_store_load_campaign (store, id, error);
  self->tree = self->campaign != NULL ? tnk_store_read_campaign_body (store, self->campaign_no, error) : NULL;
  return self->tree != NULL && tnk_closings_read (&self->closings, store, self->campaign_no, error) && tnk_exception_list_read (&self->exceptions, store, today, error) &&
         prepare (self, error);
}

/* --- one person --- */

static void
fault (TnkSheetMatch *self,
       TnkAnswerEdit *edit,
       const char *place,
       const char *format,
       ...) G_GNUC_PRINTF (4, 5);

static void
fault (TnkSheetMatch *self,
       TnkAnswerEdit *edit,
       const char *place,
       const char *format,
       ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  tnk_problems_add (&self->problems, tnk_answer_edit_get_filename (edit), 0, place, "%s", message);
}

/* A department is closed with all below it: nobody hands in there. A draft is not handed in. */
static TnkAnswerLock
find_lock (TnkSheetMatch *self,
           const TnkSheetPaper *paper)
{
  if (!tnk_answer_edits_get_draft (self->edits) && tnk_closings_find (&self->closings, paper->department) != NULL)
    return TNK_ANSWER_LOCK_DEPARTMENT;
  if (paper->state == TNK_QUESTIONNAIRE_STATE_ACCEPTED)
    return TNK_ANSWER_LOCK_ACCEPTED;
  if (paper->state == TNK_QUESTIONNAIRE_STATE_SUBMITTED && tnk_answer_edits_get_draft (self->edits))
    return TNK_ANSWER_LOCK_SUBMITTED;
  return TNK_ANSWER_LOCK_NONE;
}

static gboolean
read_answers (TnkSheetMatch *self,
              TnkSheetPaper *paper,
              GError **error)
{
  gboolean row;

  paper->answers = g_hash_table_new_full (NULL, NULL, NULL, stored_free);
  if (!tnk_statement_bind (self->read, error, "i", paper->no))
    return FALSE;
  while (tnk_statement_step (self->read, &row, error)) {
    TnkStoredAnswer *stored;

    if (!row)
      return TRUE;
    stored = g_new (TnkStoredAnswer, 1);
    *stored = (TnkStoredAnswer){
      .value = tnk_statement_int (self->read, 1),
      .comment = g_strdup (tnk_statement_text (self->read, 2)),
      .evidence = g_strdup (tnk_statement_text (self->read, 3)),
      .given = tnk_statement_int (self->read, 4),
    };
    g_hash_table_insert (paper->answers, GUINT_TO_POINTER (tnk_statement_int (self->read, 0)), stored);
  }
  return FALSE;
}

gboolean
tnk_sheet_match_read (TnkSheetMatch *self,
                      TnkAnswerEdit *edit,
                      TnkSheetPaper *paper,
                      gboolean *found,
                      GError **error)
{
  gint64 department;

  if (!tnk_statement_bind (self->find, error, "it", self->campaign_no, tnk_answer_edit_get_person_id (edit)) ||
      !tnk_statement_step (self->find, found, error))
    return FALSE;
  if (!*found) {
    fault (self, edit, NULL, "“%s” is not asked in this campaign; mend the staff number or import the roster",
           tnk_answer_edit_get_person_id (edit));
    return TRUE;
  }
  department = tnk_statement_int (self->find, 1);
  if (department < 0 || department >= tnk_body_get_n_departments (self->tree))
    return tnk_store_throw_damaged (self->store, error);
  paper->no = tnk_statement_int (self->find, 0);
  paper->department = tnk_body_get_department (self->tree, department);
  paper->role_bits = tnk_statement_int (self->find, 2);
  tnk_questionnaire_state_from_string (tnk_statement_text (self->find, 3), &paper->state);
  paper->name = g_strdup (tnk_statement_text (self->find, 4));
  paper->lock = find_lock (self, paper);
  return read_answers (self, paper, error);
}

/* What a person may answer is known to the store alone: the roles for which the person is asked, and the exceptions. */
void
tnk_sheet_match_check (TnkSheetMatch *self,
                       TnkAnswerEdit *edit,
                       const TnkSheetPaper *paper,
                       guint position)
{
  const char *place = tnk_answer_edit_get_answer_place (edit, position);
  g_autoptr (GError) error = NULL;
  TnkGivenAnswer answer;
  TnkRole *role;

  tnk_answer_edit_get_answer (edit, position, &answer);
  role = tnk_duty_get_role (answer.duty);
  if (!((paper->role_bits >> tnk_role_get_index (role)) & 1) || !tnk_campaign_asks (self->campaign, answer.duty))
    fault (self, edit, place, "“%s” is not asked about “%s” in the role “%s”; empty the row", tnk_answer_edit_get_person_id (edit),
           tnk_control_get_id (tnk_duty_get_control (answer.duty)), tnk_role_get_id (role));
  else if (!tnk_answer_check (answer.value, answer.comment,
                              tnk_exception_list_covers (&self->exceptions, tnk_control_get_id (tnk_duty_get_control (answer.duty)), paper->department),
                              &error))
    fault (self, edit, place, "%s", error->message);
}

void
tnk_sheet_paper_get (const TnkSheetPaper *paper,
                     TnkDuty *duty,
                     TnkGivenAnswer *answer,
                     gint64 *given)
{
  const TnkStoredAnswer *stored = g_hash_table_lookup (paper->answers, GUINT_TO_POINTER (tnk_duty_get_index (duty)));

  *answer = (TnkGivenAnswer){.duty = duty};
  *given = 0;
  if (stored == NULL)
    return;
  answer->value = stored->value;
  answer->comment = stored->comment;
  answer->evidence = stored->evidence;
  *given = stored->given;
}
