/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-closing-private.h"
#include "tnk-round-private.h"
#include "tnk-store-turnout-private.h"
#include "tnk-strings-private.h"

/* What is done with a whole department: accepting what is handed in there, closing it, reopening it. */

/* Nothing is accepted, closed or reopened in a campaign that is not open. */
static gboolean
about_check_open (const TnkDepartmentAbout *self,
                  GError **error)
{
  TnkCampaignState state = tnk_campaign_get_state (self->campaign);

  if (state == TNK_CAMPAIGN_STATE_OPEN)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the campaign “%s” is %s; departments are dealt with while it is open", tnk_store_get_name (self->store),
               tnk_campaign_get_id (self->campaign), tnk_campaign_state_to_string (state));
  return FALSE;
}

/* --- accepting --- */

typedef struct
{
  gint64 no;
  char *person_id;
} Paper;

static void
paper_clear (gpointer data)
{
  g_free (((Paper *) data)->person_id);
}

static GArray *
list_submitted (const TnkDepartmentAbout *about,
                GError **error)
{
  g_autoptr (GArray) papers = g_array_new (FALSE, FALSE, sizeof (Paper));
  int department = tnk_department_about_index (about);
  gint64 end = department < 0 ? G_MAXINT : (gint64) tnk_body_get_subtree_end (about->tree, department);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_array_set_clear_func (papers, paper_clear);
  statement = tnk_connection_query (about->store->connection, error,
                                    "SELECT q.no, p.id FROM questionnaire q JOIN person p ON p.no = q.person_no "
                                    "WHERE q.campaign_no = $1 AND q.state = 'submitted' AND q.department >= $2 "
                                    "AND q.department < $3 ORDER BY q.no",
                                    "iii", about->no, (gint64) MAX (department, 0), end);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    Paper paper;

    if (!row)
      return g_steal_pointer (&papers);
    paper.no = tnk_statement_int (statement, 0);
    paper.person_id = g_strdup (tnk_statement_text (statement, 1));
    g_array_append_val (papers, paper);
  }
  return NULL;
}

/**
 * tnk_store_accept_all:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @but: (nullable): the staff number of somebody whose questionnaire is left, because that is who accepts
 * @n_accepted: (out): how many were accepted
 * @n_left: (out): how many were left, 0 or 1
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then none is accepted
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`, or cancelled
 *
 * Accepts every questionnaire that is handed in.
 *
 * Returns: `TRUE` if they are accepted
 *
 * Since: 0.1
 */
gboolean
tnk_store_accept_all (TnkStore *self,
                      const char *campaign_id,
                      const char *department_id,
                      const char *but,
                      guint *n_accepted,
                      guint *n_left,
                      TnkProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkDepartmentAbout) about = {0};
  g_autoptr (GArray) papers = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, FALSE);
  g_return_val_if_fail (n_accepted != NULL && n_left != NULL, FALSE);

  *n_accepted = *n_left = 0;
  if (!tnk_change_begin (&change, self, error) || !tnk_department_about_find (&about, self, campaign_id, department_id, error) ||
      !about_check_open (&about, error))
    return FALSE;
  papers = list_submitted (&about, error);
  for (guint i = 0; papers != NULL && i < papers->len; i++) {
    const Paper *paper = &g_array_index (papers, Paper, i);

    if (progress != NULL && i % 64 == 0)
      progress (i, papers->len, user_data);
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (g_strcmp0 (paper->person_id, but) == 0)
      (*n_left)++;
    else if (!tnk_sheet_write_move (&change, paper->no, campaign_id, paper->person_id, TNK_QUESTIONNAIRE_STATE_ACCEPTED, NULL, error))
      return FALSE;
    else
      (*n_accepted)++;
  }
  return papers != NULL && tnk_change_commit (&change, error);
}

/* --- closing and reopening --- */

static gboolean
throw_closed (const TnkDepartmentAbout *about,
              TnkDepartment *closed,
              const TnkClosing *closing,
              GError **error)
{
  g_autofree char *with = about->department == closed ? g_strdup ("")
                                                      : g_strdup_printf (" with “%s” above it", tnk_department_get_id (closed));

  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the department “%s” is closed already%s, since %s by %s",
               tnk_store_get_name (about->store), tnk_department_get_id (about->department), with, closing->at, closing->by);
  return FALSE;
}

static gboolean
check_not_closed (const TnkDepartmentAbout *about,
                  GError **error)
{
  g_auto (TnkClosings) closings = {0};
  TnkDepartment *closed;

  if (!tnk_closings_read (&closings, about->store, about->no, error))
    return FALSE;
  closed = tnk_closings_find (&closings, about->department);
  return closed == NULL || throw_closed (about, closed, tnk_closings_lookup (&closings, closed), error);
}

static gboolean
log_department (TnkChange *change,
                const TnkDepartmentAbout *about,
                const char *kind,
                GString *detail,
                GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_campaign_get_id (about->campaign), tnk_department_get_id (about->department));

  return tnk_change_log (change, kind, subject, detail->str, error);
}

static gboolean
log_closing (TnkChange *change,
             const TnkDepartmentAbout *about,
             const char *by,
             TnkTurnout *turnout,
             GError **error)
{
  g_autoptr (GString) detail = g_string_new ("{\"by\":");
  TnkTurnoutCounts counts;

  tnk_turnout_count (turnout, -1, &counts);
  tnk_append_json_string (detail, by);
  g_string_append_printf (detail, ",\"asked\":%u,\"not_begun\":%u,\"draft\":%u,\"returned\":%u}", counts.asked, counts.not_begun,
                          counts.draft, counts.returned);
  return log_department (change, about, "department.closed", detail, error);
}

/**
 * tnk_store_close_department:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @department_id: a department of the campaign
 * @by: (nullable): the staff number of who closes it; `NULL`: who works with the store
 * @people: whether the people are wanted one by one in the result
 * @cancellable: (nullable): stops it; then it is not closed
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`, or cancelled
 *
 * Closes a department with all below it: until it is reopened, nobody there hands in, and nothing that was handed in is
 * returned. What was not handed in stays as it is.
 *
 * Returns: (transfer full): who has handed in and who has not, as it is from now on
 *
 * Since: 0.1
 */
TnkTurnout *
tnk_store_close_department (TnkStore *self,
                            const char *campaign_id,
                            const char *department_id,
                            const char *by,
                            gboolean people,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkDepartmentAbout) about = {0};
  g_autoptr (TnkTurnout) turnout = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);
  g_return_val_if_fail (campaign_id != NULL && department_id != NULL, NULL);

  by = by != NULL ? by : self->actor;
  if (!tnk_change_begin (&change, self, error) || !tnk_department_about_find (&about, self, campaign_id, department_id, error) ||
      !about_check_open (&about, error) || !check_not_closed (&about, error) ||
      !tnk_connection_run (self->connection, error,
                           "INSERT INTO department_closing (campaign_no, department_id, at, closed_by) VALUES ($1, $2, $3, $4)",
                           "ittt", about.no, department_id, change.now, by))
    return NULL;
  turnout = tnk_store_read_turnout (self, about.no, about.campaign, about.tree, tnk_department_about_index (&about), people, cancellable, error);
  if (turnout == NULL || !log_closing (&change, &about, by, turnout, error) || !tnk_change_commit (&change, error))
    return NULL;
  return g_steal_pointer (&turnout);
}

/* It must be closed by itself, and nothing above it may be: else it would still be closed. */
static gboolean
check_reopens (const TnkDepartmentAbout *about,
               GError **error)
{
  g_auto (TnkClosings) closings = {0};
  TnkDepartment *parent = tnk_department_get_parent (about->department), *above;

  if (!tnk_closings_read (&closings, about->store, about->no, error))
    return FALSE;
  above = parent != NULL ? tnk_closings_find (&closings, parent) : NULL;
  if (above != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the department “%s” is closed with “%s” above it; reopen that one",
                 tnk_store_get_name (about->store), tnk_department_get_id (about->department), tnk_department_get_id (above));
  else if (tnk_closings_lookup (&closings, about->department) == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the department “%s” is not closed", tnk_store_get_name (about->store),
                 tnk_department_get_id (about->department));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_reason (const char *reason,
              GError **error)
{
  if (!tnk_is_blank (reason))
    return tnk_check_harmless ("reason", reason, TRUE, error);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "say why the department is reopened; the log keeps the reason");
  return FALSE;
}

/**
 * tnk_store_reopen_department:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @department_id: a department that was closed
 * @by: (nullable): the staff number of who reopens it; `NULL`: who works with the store
 * @reason: why
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `INVALID` or `STORE`
 *
 * Reopens a department that was closed. Departments below it that were closed by themselves stay closed.
 *
 * Returns: `TRUE` if people can hand in again
 *
 * Since: 0.1
 */
gboolean
tnk_store_reopen_department (TnkStore *self,
                             const char *campaign_id,
                             const char *department_id,
                             const char *by,
                             const char *reason,
                             GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkDepartmentAbout) about = {0};
  g_autoptr (GString) detail = g_string_new ("{\"by\":");

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && department_id != NULL, FALSE);

  if (!check_reason (reason, error) || !tnk_change_begin (&change, self, error) ||
      !tnk_department_about_find (&about, self, campaign_id, department_id, error) || !about_check_open (&about, error) ||
      !check_reopens (&about, error) ||
      !tnk_connection_run (self->connection, error, "DELETE FROM department_closing WHERE campaign_no = $1 AND department_id = $2",
                           "it", about.no, department_id))
    return FALSE;
  tnk_append_json_string (detail, by != NULL ? by : self->actor);
  g_string_append (detail, ",\"reason\":");
  tnk_append_json_string (detail, reason);
  g_string_append_c (detail, '}');
  return log_department (&change, &about, "department.reopened", detail, error) && tnk_change_commit (&change, error);
}
