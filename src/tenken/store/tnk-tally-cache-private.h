/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Counts that were made once, as long as nothing was changed that could change them. */
typedef struct _TnkTallyCache TnkTallyCache;

/* The store must outlive it. */
TnkTallyCache *tnk_tally_cache_new (TnkStore *store);
void tnk_tally_cache_free (TnkTallyCache *self);
/* The counted answers of a department with all below it, or with -1 of the whole body, as tnk_store_count () counts them. What
 * it gives is not changed any more. Within a TnkReading that began before the campaign and the tree were read. With @few_withheld, as
 * tnk_tally_withhold () leaves them; that goes for a department only. */
TnkTally *tnk_tally_cache_count (TnkTallyCache *self, gint64 campaign_no, TnkCampaign *campaign, TnkBody *tree, int department, gboolean few_withheld, GCancellable *cancellable, GError **error);

/* The tree is that of the campaign; nothing from outside of the department is counted. */
TnkTally *tnk_store_count (TnkStore *self, gint64 campaign_no, TnkCampaign *campaign, TnkBody *tree, int department, GCancellable *cancellable, GError **error);
/* The same from an earlier count: only the departments that are marked are counted again. */
TnkTally *tnk_store_count_again (TnkStore *self, gint64 campaign_no, TnkTally *before, TnkCampaign *campaign, TnkBody *tree, const gboolean *marks, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkTallyCache, tnk_tally_cache_free)

G_END_DECLS
