/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-lapses-private.h"
#include "tnk-store-private.h"
#include "tnk-tally-cache-private.h"
#include "tnk-tally-private.h"

/* The part of the body that is counted: departments of the tree that stand one after the other. */
typedef struct
{
  gint64 campaign_no;
  gint64 first;
  gint64 end;
} Range;

static Range
range_of (TnkTally *tally,
          gint64 campaign_no,
          int department)
{
  TnkBody *body = tnk_tally_get_body (tally);

  /* Of the whole body nothing is left out, so that a row that belongs nowhere is seen. */
  if (department < 0)
    return (Range){campaign_no, G_MININT64, G_MAXINT64};
  return (Range){campaign_no, department, tnk_body_get_subtree_end (body, department)};
}

/* Counts the population. The roles a person was asked in are those kept with the questionnaire. */
static gboolean
tally_people (TnkStore *self,
              TnkTally *tally,
              const Range *range,
              GError **error)
{
  guint n_departments = tnk_body_get_n_departments (tnk_tally_get_body (tally));
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT department, role_bits, count (*), sum (CASE WHEN state IN ('submitted', 'accepted') THEN 1 ELSE 0 END) "
    "FROM questionnaire WHERE campaign_no = $1 AND department >= $2 AND department < $3 GROUP BY department, role_bits",
    "iii", range->campaign_no, range->first, range->end);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (tnk_statement_int (statement, 0) < 0 || tnk_statement_int (statement, 0) >= n_departments)
      return tnk_store_throw_damaged (self, error);
    tnk_tally_add_people (tally, tnk_statement_int (statement, 0), tnk_statement_int (statement, 1),
                          tnk_statement_int (statement, 2), tnk_statement_int (statement, 3));
  }
  return FALSE;
}

/* How often each answer was given, by department, duty and value: what a million rows are added to. */
typedef struct
{
  guint *counts;
  guint first; /* the first department */
  guint n_departments;
  guint n_duties;
} Sums;

static void
sums_init (Sums *self,
           TnkTally *tally,
           const Range *range)
{
  guint n = tnk_body_get_n_departments (tnk_tally_get_body (tally));

  self->first = (guint) CLAMP (range->first, 0, (gint64) n);
  self->n_departments = (guint) CLAMP (range->end, 0, (gint64) n) - self->first;
  self->n_duties = tnk_catalog_get_n_duties (tnk_campaign_get_catalog (tnk_tally_get_campaign (tally)));
  self->counts = g_new0 (guint, (gsize) self->n_departments * self->n_duties * TNK_N_ANSWER_VALUES);
}

static void
sums_clear (Sums *self)
{
  g_clear_pointer (&self->counts, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sums, sums_clear)

/* FALSE: there is no such department, duty or answer. */
static inline gboolean
sums_add (Sums *self,
          gint64 department,
          gint64 duty,
          gint64 value)
{
  department -= self->first;
  if (department < 0 || department >= self->n_departments || duty < 0 || duty >= self->n_duties || value < 1 ||
      value >= TNK_N_ANSWER_VALUES)
    return FALSE;
  self->counts[((gsize) department * self->n_duties + (gsize) duty) * TNK_N_ANSWER_VALUES + (gsize) value]++;
  return TRUE;
}

static void
sums_give (const Sums *self,
           TnkTally *tally)
{
  const guint *count = self->counts;

  for (guint department = 0; department < self->n_departments; department++)
    for (guint duty = 0; duty < self->n_duties; duty++)
      for (guint value = 0; value < TNK_N_ANSWER_VALUES; value++, count++)
        if (*count > 0)
          tnk_tally_add_answers (tally, self->first + department, duty, value, *count);
}

/* Streams the answers that count. Grouping them in the database first would sort a million rows to save nothing: the
 * counts are kept in an array anyway. */
static gboolean
tally_answers (TnkStore *self,
               TnkTally *tally,
               const Range *range,
               GCancellable *cancellable,
               GError **error)
{
  g_auto (TnkLapses) lapses = {0};
  g_auto (Sums) sums = {0};
  g_autoptr (TnkStatement) statement = NULL;
  guint n = 0;
  gboolean row;

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !tnk_lapses_read (&lapses, self, range->campaign_no, 0, error))
    return FALSE;

  sums_init (&sums, tally, range);
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT q.department, a.duty, a.value, q.no FROM questionnaire q "
                                    "JOIN answer a ON a.questionnaire_no = q.no "
                                    "WHERE q.campaign_no = $1 AND q.department >= $2 AND q.department < $3 "
                                    "AND q.state IN ('submitted', 'accepted')",
                                    "iii", range->campaign_no, range->first, range->end);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    gint64 duty, value;

    if (!row) {
      sums_give (&sums, tally);
      return TRUE;
    }
    duty = tnk_statement_int (statement, 1);
    value = tnk_statement_int (statement, 2);
    if (value == TNK_ANSWER_VALUE_EXCEPTED && tnk_lapses_has (&lapses, tnk_statement_int (statement, 3), duty))
      continue;
    if (!sums_add (&sums, tnk_statement_int (statement, 0), duty, value))
      return tnk_store_throw_damaged (self, error);
    if (++n % 65536 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  }
  return FALSE;
}

TnkTally *
tnk_store_count (TnkStore *self,
                 gint64 campaign_no,
                 TnkCampaign *campaign,
                 TnkBody *tree,
                 int department,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TnkTally) tally = tnk_tally_new (campaign, tree);
  const Range range = range_of (tally, campaign_no, department);

  if (!tally_people (self, tally, &range, error) || !tally_answers (self, tally, &range, cancellable, error))
    return NULL;
  return g_steal_pointer (&tally);
}

TnkTally *
tnk_store_count_again (TnkStore *self,
                       gint64 campaign_no,
                       TnkTally *before,
                       TnkCampaign *campaign,
                       TnkBody *tree,
                       const gboolean *marks,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TnkTally) tally = tnk_tally_new (campaign, tree);

  tnk_tally_take_over (tally, before, marks);
  for (guint i = 0; i < tnk_body_get_n_departments (tree); i++) {
    const Range range = {campaign_no, i, (gint64) i + 1};

    if (marks[i] && (!tally_people (self, tally, &range, error) || !tally_answers (self, tally, &range, cancellable, error)))
      return NULL;
  }
  return g_steal_pointer (&tally);
}

/**
 * tnk_store_tally:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @cancellable: (nullable): stops the counting
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Counts the answers of a campaign that count: those of submitted and accepted questionnaires. An answer “excepted” counts
 * as long as an approved exception covers it; from the day after its last one it is unanswered.
 *
 * Returns: (transfer full): the counts, from which every score is made
 *
 * Since: 0.1
 */
TnkTally *
tnk_store_tally (TnkStore *self,
                 const char *campaign_id,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkBody) body = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  campaign = tnk_store_load_campaign (self, campaign_id, error);
  if (campaign == NULL || !tnk_store_find_campaign (self, campaign_id, &no, &state, error))
    return NULL;
  body = tnk_store_load_campaign_body (self, campaign_id, error);
  return body != NULL ? tnk_store_count (self, no, campaign, body, -1, cancellable, error) : NULL;
}

/**
 * tnk_store_list_tallies:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @cancellable: (nullable): stops the counting
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Counts a campaign and those before it that it can be compared with, see [method@Store.find_previous_campaign]: what a
 * [class@Trend] is made of.
 *
 * Returns: (transfer container) (element-type TnkTally): the counts, the oldest first; the campaign itself is the last
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_tallies (TnkStore *self,
                        const char *campaign_id,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *id = g_strdup (campaign_id);
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  while (id != NULL && local == NULL) {
    TnkTally *tally = tnk_store_tally (self, id, cancellable, &local);
    char *previous = tally != NULL ? tnk_store_find_previous_campaign (self, id, &local) : NULL;

    if (tally != NULL)
      g_ptr_array_insert (tallies, 0, tally);
    g_free (id);
    id = previous;
  }
  if (local == NULL)
    return g_steal_pointer (&tallies);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}
