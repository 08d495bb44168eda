/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-tally-cache-private.h"

#include <string.h>

#include "tnk-tally-private.h"

/* So many tallies are kept; each takes a few megabytes in a large body. */
#define MOST_TALLIES 12

/* Entries of the log that change nothing of what counts: work on drafts, people who come and go, the plan, audits. Any other makes the
 * counts be made anew, so that a kind that is forgotten here costs time and not the truth. */
#define QUIET_KINDS \
  "'answer.changed', 'promise.made', 'promise.withdrawn', 'person.signed-in', 'person.refused', 'pin.changed', 'pins.issued', " \
  "'kiosk.left', 'kiosk.refused', 'action.added', 'action.changed', 'record.started', 'record.changed', 'record.step', " \
  "'deputy.named', 'deputy.dropped', 'audit.plan', 'audit.paper', 'audit.finding', 'audit.attachment'"

/* Entries about one questionnaire, whose subject is “campaign/person”: they change what counts in the department of that person, in
 * that campaign, and nowhere else. */
#define PAPER_KINDS "'questionnaire.submitted', 'questionnaire.accepted', 'questionnaire.returned'"

/* What happened meanwhile is read up to here; after more than that everything is counted again. */
#define MOST_ENTRIES 4096

struct _TnkTallyCache
{
  TnkStore *store;
  GHashTable *counts; /* (element-type utf8 Count): by campaign and department */
};

typedef struct
{
  TnkTally *tally;
  gint64 head; /* the last entry of the log that it takes in */
  char *day; /* on which it was made: an exception ends without anybody doing anything */
} Count;

static void
count_free (gpointer data)
{
  Count *self = data;

  g_object_unref (self->tally);
  g_free (self->day);
  g_free (self);
}

TnkTallyCache *
tnk_tally_cache_new (TnkStore *store)
{
  TnkTallyCache *self = g_new0 (TnkTallyCache, 1);

  self->store = store;
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, count_free);
  return self;
}

void
tnk_tally_cache_free (TnkTallyCache *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

/* What is asked for, and what happened since it was counted. */
typedef struct
{
  TnkStore *store;
  gint64 campaign_no;
  TnkCampaign *campaign;
  TnkBody *tree;
  gint64 head; /* of the log now */
  gboolean few_withheld;
  const char *today;
  gboolean *marks; /* departments of the tree in which something changed */
  gboolean any; /* whether there is one */
  gboolean all; /* anything may have changed */
} Change;

static gboolean
mark_department_of (Change *self,
                    const char *person_id,
                    GError **error)
{
  gint64 department;

  if (!tnk_connection_query_int (self->store->connection, &department, -1, error,
                                 "SELECT q.department FROM questionnaire q JOIN person p ON p.no = q.person_no "
                                 "WHERE q.campaign_no = $1 AND p.id = $2",
                                 "it", self->campaign_no, person_id))
    return FALSE;
  if (department < 0 || department >= tnk_body_get_n_departments (self->tree))
    self->all = TRUE;
  else
    self->any = self->marks[department] = TRUE;
  return TRUE;
}

static gboolean
take_entry (Change *self,
            TnkStatement *row,
            GError **error)
{
  const char *id = tnk_campaign_get_id (self->campaign), *subject = tnk_statement_text (row, 0);
  gsize length = strlen (id);

  if (tnk_statement_int (row, 1) == 0)
    self->all = TRUE;
  else if (g_str_has_prefix (subject, id) && subject[length] == '/')
    return mark_department_of (self, subject + length + 1, error);
  return TRUE;
}

/* Finds out what does not hold any more of what was counted. */
static gboolean
read_change (Change *self,
             const Count *count,
             GError **error)
{
  g_autoptr (TnkStatement) entries = NULL;
  gboolean row;

  self->all = self->head < count->head || self->head - count->head > MOST_ENTRIES || g_strcmp0 (self->today, count->day) != 0;
  entries = tnk_connection_query (self->store->connection, error,
                                  "SELECT subject, CASE WHEN kind IN (" PAPER_KINDS ") THEN 1 ELSE 0 END FROM log "
                                  "WHERE seq > $1 AND kind NOT IN (" QUIET_KINDS ") ORDER BY seq",
                                  "i", count->head);
  while (!self->all && entries != NULL && tnk_statement_step (entries, &row, error)) {
    if (!row)
      return TRUE;
    if (!take_entry (self, entries, error))
      return FALSE;
  }
  return self->all && entries != NULL;
}

/* Outside of the department that was counted nothing is. */
static void
keep_to (Change *self,
         int department)
{
  guint first = MAX (department, 0);
  guint end = department < 0 ? tnk_body_get_n_departments (self->tree) : tnk_body_get_subtree_end (self->tree, first);

  self->any = FALSE;
  for (guint i = 0; i < tnk_body_get_n_departments (self->tree); i++) {
    self->marks[i] = self->marks[i] && i >= first && i < end;
    self->any = self->any || self->marks[i];
  }
}

static TnkTally *
count_all (Change *self,
           int department,
           GCancellable *cancellable,
           GError **error)
{
  TnkTally *tally = tnk_store_count (self->store, self->campaign_no, self->campaign, self->tree, department, cancellable, error);

  if (tally != NULL && self->few_withheld)
    tnk_tally_withhold (tally, department);
  return tally;
}

/* A count that holds now, made as cheaply as can be. NULL: failed. */
static TnkTally *
count_now (Change *self,
           const Count *before,
           int department,
           GCancellable *cancellable,
           GError **error)
{
  if (before != NULL && !read_change (self, before, error))
    return NULL;
  if (before == NULL || self->all)
    return count_all (self, department, cancellable, error);
  keep_to (self, department);
  if (!self->any)
    return g_object_ref (before->tally);
  /* What was withheld in one department may stand in another, so there is none that could be counted by itself. */
  if (self->few_withheld)
    return count_all (self, department, cancellable, error);
  return tnk_store_count_again (self->store, self->campaign_no, before->tally, self->campaign, self->tree, self->marks, cancellable, error);
}

static void
keep (TnkTallyCache *self,
      char *key,
      TnkTally *tally,
      const Change *change)
{
  Count *count = g_new0 (Count, 1);

  *count = (Count){g_object_ref (tally), change->head, g_strdup (change->today)};
  if (g_hash_table_size (self->counts) >= MOST_TALLIES && !g_hash_table_contains (self->counts, key))
    g_hash_table_remove_all (self->counts);
  g_hash_table_replace (self->counts, key, count);
}

TnkTally *
tnk_tally_cache_count (TnkTallyCache *self,
                       gint64 campaign_no,
                       TnkCampaign *campaign,
                       TnkBody *tree,
                       int department,
                       gboolean few_withheld,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%d%s", campaign_no, department, few_withheld ? "/few" : "");
  g_autofree char *today = tnk_store_dup_today (self->store);
  g_autofree gboolean *marks = g_new0 (gboolean, tnk_body_get_n_departments (tree));
  Change change = {.store = self->store, .campaign_no = campaign_no, .campaign = campaign, .tree = tree, .few_withheld = few_withheld, .today = today, .marks = marks};
  TnkTally *tally;

  if (!tnk_connection_query_int (self->store->connection, &change.head, 0, error, "SELECT coalesce (max (seq), 0) FROM log", ""))
    return NULL;
  tally = count_now (&change, g_hash_table_lookup (self->counts, key), department, cancellable, error);
  if (tally == NULL)
    return NULL;
  tnk_tally_sum_up (tally);
  keep (self, g_steal_pointer (&key), tally, &change);
  return tally;
}
