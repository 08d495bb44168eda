/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Hears of one who was found: all is borrowed. FALSE: that is enough. */
typedef gboolean (*TnkFoundPerson) (const char *person_id, const char *name, gint64 department, gpointer user_data);

/* People who are asked in a campaign, in the departments of its tree from first to before end, whose number or name holds
 * all the words. */
gboolean tnk_store_find_people (TnkStore *self, gint64 campaign_no, gint64 first, gint64 end, const char *words, TnkFoundPerson found, gpointer user_data, GCancellable *cancellable, GError **error);

/* The departments of today with those people of the roster whose number or name holds all the words, at most so many. */
TnkBody *tnk_store_find_in_roster (TnkStore *self, const char *words, guint most, GCancellable *cancellable, GError **error);
/* The same with the people who have these numbers; who is not in the roster is left out. */
TnkBody *tnk_store_look_up_in_roster (TnkStore *self, const char *const *person_ids, GError **error);

G_END_DECLS
