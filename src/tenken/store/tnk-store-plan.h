/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan-edits.h"
#include "tnk-store.h"
#include "tnk-unfinished.h"

G_BEGIN_DECLS

TnkPlan *tnk_store_load_plan (TnkStore *self, const char *campaign_id, GError **error);
TnkUnfinished *tnk_store_count_unfinished (TnkStore *self, const char *campaign_id, const char *department_id, GError **error);
GStrv tnk_store_list_unfinished (TnkStore *self, const char *campaign_id, GError **error);
GPtrArray *tnk_store_list_proposals (TnkStore *self, const char *campaign_id, const char *department_id, const char *language, GCancellable *cancellable, GError **error);
GPtrArray *tnk_store_propose_actions (TnkStore *self, const char *campaign_id, const char *department_id, const char *language, const char *by, GCancellable *cancellable, GError **error);
TnkAction *tnk_store_save_action (TnkStore *self, TnkAction *action, const char *by, TnkAction **newer, GError **error);
TnkAction *tnk_store_move_action (TnkStore *self, const char *campaign_id, const char *action_id, guint revision, TnkActionStatus status, const char *by, const char *note, GError **error);
TnkAction *tnk_store_merge_actions (TnkStore *self, const char *campaign_id, const char *action_id, const char *other_id, const char *by, GError **error);
gboolean tnk_store_apply_plan (TnkStore *self, TnkPlanEdits *edits, const char *by, guint *n_stored, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
