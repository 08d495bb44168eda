/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* An audit of two departments beside a campaign that is over: work papers, findings in several states, one that is spread, and what
 * the departments answered. Nothing where the body is too small for it. The same store gives the same audit. */
gboolean demo_audit_play (TnkStore *store, const char *campaign_id, const char *chief, const char *decider, const char *directory, GError **error);
/* The plan for the campaign that is open, which waits for the committee. */
gboolean demo_audit_plan_next (TnkStore *store, const char *campaign_id, const char *chief, GError **error);

G_END_DECLS
