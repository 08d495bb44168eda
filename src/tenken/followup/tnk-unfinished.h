/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TNK_TYPE_UNFINISHED (tnk_unfinished_get_type ())

/**
 * TnkUnfinished:
 *
 * How much of the improvement plan of a campaign is neither done nor withdrawn. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkUnfinished, tnk_unfinished, TNK, UNFINISHED, GObject)

TnkUnfinished *tnk_unfinished_new (const char *campaign_id, guint n_actions, guint n_overdue);
const char *tnk_unfinished_get_campaign_id (TnkUnfinished *self);
guint tnk_unfinished_get_n_actions (TnkUnfinished *self);
guint tnk_unfinished_get_n_overdue (TnkUnfinished *self);

G_END_DECLS
