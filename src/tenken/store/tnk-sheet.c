/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-closing-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-lapses-private.h"
#include "tnk-round-private.h"

gboolean
tnk_sheet_find (TnkSheet *self,
                TnkStore *store,
                gint64 campaign_no,
                const char *campaign_id,
                const char *person_id,
                GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    store->connection, error,
    "SELECT q.no, q.person_no, q.role_bits, q.department, q.state, q.reference, q.remark "
    "FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 AND p.id = $2",
    "it", campaign_no, person_id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: “%s” is not asked in the campaign “%s”",
                 tnk_store_get_name (store), person_id, campaign_id);
    return FALSE;
  }
  self->no = tnk_statement_int (statement, 0);
  self->person_no = tnk_statement_int (statement, 1);
  self->role_bits = tnk_statement_int (statement, 2);
  self->department = tnk_statement_int (statement, 3);
  tnk_questionnaire_state_from_string (tnk_statement_text (statement, 4), &self->state);
  self->reference = g_strdup (tnk_statement_text (statement, 5));
  self->remark = g_strdup (tnk_statement_text (statement, 6));
  return TRUE;
}

void
tnk_sheet_clear (TnkSheet *self)
{
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->remark, g_free);
}

char **
tnk_round_list_roles (TnkCatalog *catalog,
                      guint64 role_bits)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++)
    if ((role_bits >> i) & 1)
      g_strv_builder_add (roles, tnk_role_get_id (tnk_catalog_get_role (catalog, i)));
  return g_strv_builder_end (roles);
}

/* One questionnaire on its way out of the store. */
typedef struct
{
  TnkStore *store;
  TnkRound *round;
  const TnkSheet *sheet;
  TnkQuestionnaire *questionnaire;
  const TnkLapses *lapses;
} Reading;

/* Takes one row in; the item is the one that the first column names by its duty. */
typedef gboolean (*RowFunc) (Reading *self, guint item, TnkStatement *row, GError **error);

static gboolean
read_rows (Reading *self,
           const char *sql,
           RowFunc func,
           GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->round->campaign);
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->store->connection, error, sql, "i", self->sheet->no);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkDuty *duty;
    int item;

    if (!row)
      return TRUE;
    duty = tnk_store_get_duty (self->store, catalog, tnk_statement_int (statement, 0), error);
    if (duty == NULL)
      return FALSE;
    item = tnk_questionnaire_find_item (self->questionnaire, duty);
    if (item >= 0 && !func (self, item, statement, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
take_answer (Reading *self,
             guint item,
             TnkStatement *row,
             GError **error)
{
  /* What rested on an exception that ended since is asked anew. */
  if (tnk_lapses_has (self->lapses, self->sheet->no, tnk_statement_int (row, 0))) {
    tnk_questionnaire_set_lapsed (self->questionnaire, item, TRUE);
    return TRUE;
  }
  return tnk_store_check_value (self->store, tnk_statement_int (row, 1), error) &&
         tnk_questionnaire_set_answer (self->questionnaire, item, tnk_statement_int (row, 1),
                                       tnk_statement_text (row, 2), TRUE, error) &&
         tnk_questionnaire_set_evidence (self->questionnaire, item, tnk_statement_text (row, 3), error);
}

static gboolean
take_flag (Reading *self,
           guint item,
           TnkStatement *row,
           GError **error)
{
  tnk_questionnaire_set_flagged (self->questionnaire, item, TRUE);
  return TRUE;
}

static gboolean
take_promise (Reading *self,
              guint item,
              TnkStatement *row,
              GError **error)
{
  tnk_questionnaire_set_promise (self->questionnaire, item, tnk_statement_text (row, 1));
  return TRUE;
}

static gboolean
take_place (Reading *self,
            guint item,
            TnkStatement *row,
            GError **error)
{
  tnk_questionnaire_set_place (self->questionnaire, item);
  return TRUE;
}

static gboolean
read_own (Reading *self,
          GError **error)
{
  return read_rows (self, "SELECT duty, value, comment, evidence FROM answer WHERE questionnaire_no = $1", take_answer,
                    error) &&
         read_rows (self, "SELECT duty FROM flag WHERE questionnaire_no = $1", take_flag, error) &&
         read_rows (self, "SELECT duty, due FROM promise WHERE questionnaire_no = $1", take_promise, error) &&
         read_rows (self, "SELECT place FROM questionnaire WHERE no = $1 AND place IS NOT NULL", take_place, error);
}

/* What the person handed in the time before, as far as the same is asked again. */
static gboolean
read_previous (Reading *self,
               GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  tnk_questionnaire_set_carry_over (self->questionnaire, self->round->carry_over);
  if (self->round->previous_no == 0)
    return TRUE;
  statement = tnk_connection_query (
    self->store->connection, error,
    "SELECT a.duty, a.value, a.comment FROM questionnaire q JOIN answer a ON a.questionnaire_no = q.no "
    "WHERE q.campaign_no = $1 AND q.person_no = $2 AND q.state IN ('submitted', 'accepted')",
    "ii", self->round->previous_no, self->sheet->person_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkDuty *duty;
    int item;

    if (!row)
      return TRUE;
    if (!tnk_store_check_value (self->store, tnk_statement_int (statement, 1), error))
      return FALSE;
    duty = tnk_round_find_same (self->round, tnk_statement_int (statement, 0));
    item = duty != NULL ? tnk_questionnaire_find_item (self->questionnaire, duty) : -1;
    if (item >= 0)
      tnk_questionnaire_set_previous (self->questionnaire, item, tnk_statement_int (statement, 1),
                                      tnk_statement_text (statement, 2));
  }
  return FALSE;
}

static gboolean
read_exceptions (Reading *self,
                 GError **error)
{
  g_auto (TnkExceptionList) list = {0};
  g_autofree char *today = tnk_store_dup_today (self->store);
  g_autoptr (TnkBody) body = NULL;
  TnkDepartment *department;

  if (!tnk_exception_list_read (&list, self->store, today, error))
    return FALSE;
  if (tnk_exception_list_is_empty (&list))
    return TRUE;
  body = tnk_store_read_campaign_body (self->store, self->round->no, error);
  if (body == NULL)
    return FALSE;
  if (self->sheet->department < 0 || self->sheet->department >= tnk_body_get_n_departments (body))
    return tnk_store_throw_damaged (self->store, error);
  department = tnk_body_get_department (body, self->sheet->department);
  for (guint i = 0; i < tnk_questionnaire_get_n_items (self->questionnaire); i++) {
    TnkControl *control = tnk_duty_get_control (tnk_questionnaire_get_duty (self->questionnaire, i));
    tnk_questionnaire_set_may_except (self->questionnaire, i,
                                      tnk_exception_list_covers (&list, tnk_control_get_id (control), department));
  }
  return TRUE;
}

/* What was returned before there was a place for the remark has it in the log alone. */
static gboolean
read_old_remark (Reading *self,
                 GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_campaign_get_id (self->round->campaign),
                                              tnk_questionnaire_get_person_id (self->questionnaire));
  g_autofree char *remark = NULL;
  g_autoptr (TnkStatement) statement = NULL;
  const char *at;
  gboolean row;

  statement = tnk_connection_query (self->store->connection, error,
                                    "SELECT detail FROM log WHERE kind = 'questionnaire.returned' AND subject = $1 "
                                    "ORDER BY seq DESC LIMIT 1",
                                    "t", subject);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  at = row ? strstr (tnk_statement_text (statement, 0), "\"remark\":") : NULL;
  if (at == NULL)
    return TRUE;
  remark = tnk_read_json_string (at + strlen ("\"remark\":"));
  tnk_questionnaire_set_remark (self->questionnaire, remark);
  return TRUE;
}

static gboolean
read_remark (Reading *self,
             GError **error)
{
  if (self->sheet->state != TNK_QUESTIONNAIRE_STATE_RETURNED)
    return TRUE;
  if (self->sheet->remark == NULL)
    return read_old_remark (self, error);
  tnk_questionnaire_set_remark (self->questionnaire, self->sheet->remark);
  return TRUE;
}

/* What is handed in is not concerned any more. */
static gboolean
read_closing (Reading *self,
              GError **error)
{
  gboolean closed;

  if (tnk_questionnaire_state_counts (self->sheet->state))
    return TRUE;
  if (!tnk_closings_cover (self->store, self->round->no, self->sheet->department, &closed, error))
    return FALSE;
  tnk_questionnaire_set_department_closed (self->questionnaire, closed);
  return TRUE;
}

TnkQuestionnaire *
tnk_round_read_questionnaire (TnkRound *self,
                              TnkStore *store,
                              const char *person_id,
                              GError **error)
{
  g_auto (TnkSheet) sheet = {0};
  g_auto (GStrv) roles = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  if (!tnk_sheet_find (&sheet, store, self->no, tnk_campaign_get_id (self->campaign), person_id, error))
    return NULL;
  roles = tnk_round_list_roles (tnk_campaign_get_catalog (self->campaign), sheet.role_bits);
  questionnaire = tnk_questionnaire_new (self->campaign, person_id, (const char *const *) roles);
  tnk_questionnaire_set_state (questionnaire, sheet.state);
  tnk_questionnaire_set_reference (questionnaire, sheet.reference);
  g_auto (TnkLapses) lapses = {0};
  if (!tnk_lapses_read (&lapses, store, self->no, sheet.no, error))
    return NULL;
  Reading reading = {store, self, &sheet, questionnaire, &lapses};
  if (!read_own (&reading, error) || !read_previous (&reading, error) || !read_exceptions (&reading, error) ||
      !tnk_round_read_elsewhere (self, store, sheet.person_no, questionnaire, error) ||
      !read_remark (&reading, error) || !read_closing (&reading, error))
    return NULL;
  return g_steal_pointer (&questionnaire);
}
