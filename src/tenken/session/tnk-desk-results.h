/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-item.h"
#include "tnk-tally.h"
#include "tnk-trend.h"

G_BEGIN_DECLS

TnkTally *tnk_desk_load_tally (TnkDesk *self, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
TnkTally *tnk_desk_load_previous_tally (TnkDesk *self, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
TnkTrend *tnk_desk_load_trend (TnkDesk *self, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_items (TnkDesk *self, const char *campaign_id, const char *department_id, const char *control_id, const char *role_id, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_comments (TnkDesk *self, const char *campaign_id, const char *department_id, const char *control_id, GCancellable *cancellable, GError **error);

G_END_DECLS
