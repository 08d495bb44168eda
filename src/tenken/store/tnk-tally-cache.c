/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-tally-cache-private.h"

#include "tnk-strings-private.h"
#include "tnk-tally-private.h"

/* So many tallies are kept; each takes a few megabytes in a large body. */
#define MOST_TALLIES 12

/* Entries of the log that change nothing of what counts: work on drafts, people who come and go, the plan. Any other makes the
 * counts be made anew, so that a kind that is forgotten here costs time and not the truth. */
#define QUIET_KINDS \
  "'answer.changed', 'promise.made', 'promise.withdrawn', 'person.signed-in', 'person.refused', 'pin.changed', 'pins.issued', " \
  "'kiosk.left', 'kiosk.refused', 'action.added', 'action.changed', 'record.started', 'record.changed', 'record.step', " \
  "'deputy.named', 'deputy.dropped'"

struct _TnkTallyCache
{
  TnkStore *store;
  gint64 head; /* the last entry of the log that the tallies take in */
  char *day; /* on which they were made: an exception ends without anybody doing anything */
  GHashTable *tallies; /* (element-type utf8 TnkTally): by campaign and department */
};

TnkTallyCache *
tnk_tally_cache_new (TnkStore *store)
{
  TnkTallyCache *self = g_new0 (TnkTallyCache, 1);

  self->store = store;
  self->tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
tnk_tally_cache_free (TnkTallyCache *self)
{
  g_hash_table_unref (self->tallies);
  g_free (self->day);
  g_free (self);
}

/* Throws away what no longer holds. */
static gboolean
refresh (TnkTallyCache *self,
         GError **error)
{
  TnkConnection *connection = self->store->connection;
  g_autofree char *today = tnk_store_dup_today (self->store);
  gint64 head, loud;

  if (!tnk_connection_query_int (connection, &head, 0, error, "SELECT coalesce (max (seq), 0) FROM log", "") ||
      !tnk_connection_query_int (connection, &loud, 0, error,
                                 "SELECT 1 FROM log WHERE seq > $1 AND kind NOT IN (" QUIET_KINDS ") LIMIT 1", "i", self->head))
    return FALSE;
  if (loud != 0 || head < self->head || g_strcmp0 (today, self->day) != 0)
    g_hash_table_remove_all (self->tallies);
  tnk_set_string (&self->day, today);
  self->head = head;
  return TRUE;
}

static void
keep (TnkTallyCache *self,
      char *key,
      TnkTally *tally)
{
  if (g_hash_table_size (self->tallies) >= MOST_TALLIES)
    g_hash_table_remove_all (self->tallies);
  g_hash_table_insert (self->tallies, key, g_object_ref (tally));
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
  TnkTally *tally;

  if (!refresh (self, error))
    return NULL;
  tally = g_hash_table_lookup (self->tallies, key);
  if (tally != NULL)
    return g_object_ref (tally);
  tally = tnk_store_count (self->store, campaign_no, campaign, tree, department, cancellable, error);
  if (tally == NULL)
    return NULL;
  if (few_withheld)
    tnk_tally_withhold (tally, department);
  tnk_tally_sum_up (tally);
  keep (self, g_steal_pointer (&key), tally);
  return tally;
}
