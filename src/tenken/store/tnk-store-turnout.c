/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-closing-private.h"
#include "tnk-lapses-private.h"
#include "tnk-round-private.h"
#include "tnk-store-turnout-private.h"
#include "tnk-turnout-private.h"

/* Whether a draft was begun: it has an answer, a question left for later, or a place where the person was. */
#define BEGUN \
  "CASE WHEN q.place IS NOT NULL OR EXISTS (SELECT 1 FROM answer a WHERE a.questionnaire_no = q.no) " \
  "OR EXISTS (SELECT 1 FROM flag f WHERE f.questionnaire_no = q.no) THEN 1 ELSE 0 END"

static TnkTurnoutState
judge (const char *state,
       gboolean begun)
{
  TnkQuestionnaireState known = TNK_QUESTIONNAIRE_STATE_DRAFT;

  tnk_questionnaire_state_from_string (state, &known);
  return tnk_turnout_judge (known, begun);
}

static gboolean
check_place (TnkStore *self,
             TnkTurnout *turnout,
             gint64 department,
             GError **error)
{
  return (department >= 0 && department < tnk_body_get_n_departments (tnk_turnout_get_body (turnout))) ||
         tnk_store_throw_damaged (self, error);
}

typedef gboolean (*RowFunc) (TnkStore *self, TnkTurnout *turnout, TnkStatement *row, GError **error);

/* Every row about a department of the scope: those are a run of places in the tree. */
static gboolean
each_row (TnkStore *self,
          gint64 campaign_no,
          TnkTurnout *turnout,
          const char *sql,
          RowFunc func,
          GCancellable *cancellable,
          GError **error)
{
  int department = tnk_turnout_get_department (turnout);
  gint64 first = MAX (department, 0), end = department < 0 ? G_MAXINT : (gint64) tnk_body_get_subtree_end (tnk_turnout_get_body (turnout), department);
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, sql, "iii", campaign_no, first, end);
  gboolean row;
  guint n = 0;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!func (self, turnout, statement, error) ||
        (++n % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
      return FALSE;
  }
  return FALSE;
}

static gboolean
take_counts (TnkStore *self,
             TnkTurnout *turnout,
             TnkStatement *row,
             GError **error)
{
  if (!check_place (self, turnout, tnk_statement_int (row, 0), error))
    return FALSE;
  tnk_turnout_add (turnout, tnk_statement_int (row, 0), judge (tnk_statement_text (row, 1), tnk_statement_int (row, 2) != 0),
                   tnk_statement_int (row, 3));
  return TRUE;
}

static gboolean
take_person (TnkStore *self,
             TnkTurnout *turnout,
             TnkStatement *row,
             GError **error)
{
  TnkTurnoutRow person = {
    .id = tnk_statement_text (row, 3),
    .name = tnk_statement_text (row, 4),
    .department = tnk_statement_int (row, 0),
    .role_bits = tnk_statement_int (row, 5),
    .state = judge (tnk_statement_text (row, 1), tnk_statement_int (row, 2) != 0),
    .handed_in_at = tnk_statement_text (row, 6),
    .reference = tnk_statement_text (row, 7),
    .remark = tnk_statement_text (row, 8),
    .n_answered = tnk_statement_int (row, 9),
  };

  if (!check_place (self, turnout, tnk_statement_int (row, 0), error))
    return FALSE;
  tnk_turnout_add_person (turnout, &person);
  return TRUE;
}

static gboolean
read_people (TnkStore *self,
             gint64 campaign_no,
             TnkTurnout *turnout,
             GCancellable *cancellable,
             GError **error)
{
  if (tnk_turnout_has_people (turnout))
    return each_row (self, campaign_no, turnout,
                     "SELECT q.department, q.state, " BEGUN ", p.id, p.name, q.role_bits, q.submitted_at, q.reference, q.remark, "
                     "(SELECT count (*) FROM answer a WHERE a.questionnaire_no = q.no) "
                     "FROM questionnaire q JOIN person p ON p.no = q.person_no "
                     "WHERE q.campaign_no = $1 AND q.department >= $2 AND q.department < $3 ORDER BY q.department, p.id",
                     take_person, cancellable, error);
  return each_row (self, campaign_no, turnout,
                   "SELECT department, state, begun, count (*) FROM (SELECT q.department, q.state, "
                   "CASE WHEN q.state <> 'draft' THEN 1 ELSE " BEGUN " END AS begun FROM questionnaire q "
                   "WHERE q.campaign_no = $1 AND q.department >= $2 AND q.department < $3) AS one "
                   "GROUP BY department, state, begun",
                   take_counts, cancellable, error);
}

/* What rests on an exception that has ended is open again. */
static gboolean
take_lapsed_back (TnkStore *self,
                  gint64 campaign_no,
                  TnkTurnout *turnout,
                  GError **error)
{
  g_auto (TnkLapses) lapses = {0};

  if (!tnk_turnout_has_people (turnout))
    return TRUE;
  if (!tnk_lapses_read (&lapses, self, campaign_no, 0, error))
    return FALSE;
  for (guint i = 0; i < lapses.list->len; i++)
    tnk_turnout_take_back (turnout, g_array_index (lapses.list, TnkLapsedAnswer, i).person_id);
  return TRUE;
}

static gboolean
read_closings (TnkStore *self,
               gint64 campaign_no,
               TnkTurnout *turnout,
               GError **error)
{
  TnkBody *body = tnk_turnout_get_body (turnout);
  g_auto (TnkClosings) closings = {0};

  if (!tnk_closings_read (&closings, self, campaign_no, error))
    return FALSE;
  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    const TnkClosing *closing = tnk_closings_lookup (&closings, tnk_body_get_department (body, i));

    if (closing != NULL)
      tnk_turnout_set_closed (turnout, i, closing->at, closing->by);
  }
  return TRUE;
}

TnkTurnout *
tnk_store_read_turnout (TnkStore *self,
                        gint64 campaign_no,
                        TnkCampaign *campaign,
                        TnkBody *tree,
                        int department,
                        gboolean people,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (TnkTurnout) turnout = tnk_turnout_new (campaign, tree, department, people);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !read_people (self, campaign_no, turnout, cancellable, error) || !take_lapsed_back (self, campaign_no, turnout, error) || !read_closings (self, campaign_no, turnout, error))
    return NULL;
  return g_steal_pointer (&turnout);
}

/* --- what a verb is about --- */

void
tnk_department_about_clear (TnkDepartmentAbout *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->tree);
}

gboolean
tnk_department_about_find (TnkDepartmentAbout *self,
                           TnkStore *store,
                           const char *campaign_id,
                           const char *department_id,
                           GError **error)
{
  TnkCampaignState state;

  self->store = store;
  if (!tnk_store_find_campaign (store, campaign_id, &self->no, &state, error))
    return FALSE;
  self->campaign = tnk_store_load_campaign (store, campaign_id, error);
  self->tree = self->campaign != NULL ? tnk_store_load_tree (store, campaign_id, error) : NULL;
  if (self->tree == NULL)
    return FALSE;
  self->department = department_id != NULL ? tnk_body_lookup_department (self->tree, department_id) : NULL;
  if (department_id == NULL || self->department != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the campaign “%s” has no department “%s”", tnk_store_get_name (store),
               campaign_id, department_id);
  return FALSE;
}

int
tnk_department_about_index (const TnkDepartmentAbout *self)
{
  return self->department != NULL ? (int) tnk_department_get_index (self->department) : -1;
}

/**
 * tnk_store_load_turnout:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @people: whether the people are wanted one by one; else they are counted
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Reads who has handed in.
 *
 * Returns: (transfer full): who has handed in
 *
 * Since: 0.1
 */
TnkTurnout *
tnk_store_load_turnout (TnkStore *self,
                        const char *campaign_id,
                        const char *department_id,
                        gboolean people,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDepartmentAbout) about = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self, error) || !tnk_department_about_find (&about, self, campaign_id, department_id, error))
    return NULL;
  return tnk_store_read_turnout (self, about.no, about.campaign, about.tree, tnk_department_about_index (&about), people, cancellable, error);
}

/* --- whether anything changed --- */

/**
 * tnk_store_read_mark:
 * @self: an open store
 * @mark: (out): a number
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads a number that grows whenever something is changed in the store, by whomever: as long as it stays the same, what was read
 * before holds. It means nothing to another object or another run.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_store_read_mark (TnkStore *self,
                     gint64 *mark,
                     GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && mark != NULL, FALSE);
  return self->connection->backend->get_mark (self->connection, mark, error);
}
