/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* What became of the gaps of a campaign in the year after it: actions planned, done, verified by somebody else, and some
 * that are late. The same store gives the same plan. */
gboolean demo_plan_play (TnkStore *store, const char *campaign_id, const char *secretary, const char *auditor, GError **error);

G_END_DECLS
