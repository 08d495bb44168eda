/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-plan-edits.h"
#include "tnk-plan-view.h"
#include "tnk-progress.h"
#include "tnk-unfinished.h"

G_BEGIN_DECLS

TnkPlanView *tnk_desk_load_plan (TnkDesk *self, const char *campaign_id, const char *department_id, GError **error);
GPtrArray *tnk_desk_list_unfinished (TnkDesk *self, const char *campaign_id, const char *department_id, GError **error);

GPtrArray *tnk_desk_list_proposals (TnkDesk *self, const char *campaign_id, const char *department_id, const char *language, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_propose_actions (TnkDesk *self, const char *campaign_id, const char *department_id, const char *language, GCancellable *cancellable, GError **error);
TnkAction *tnk_desk_save_action (TnkDesk *self, const char *department_id, TnkAction *action, TnkAction **newer, GError **error);
TnkAction *tnk_desk_move_action (TnkDesk *self, const char *campaign_id, const char *department_id, const char *action_id, guint revision, TnkActionStatus status, const char *note, GError **error);
TnkAction *tnk_desk_note_action (TnkDesk *self, const char *campaign_id, const char *department_id, const char *action_id, const char *text, GError **error);
TnkAction *tnk_desk_merge_actions (TnkDesk *self, const char *campaign_id, const char *department_id, const char *action_id, const char *other_id, GError **error);

gboolean tnk_desk_write_plan_sheet (TnkDesk *self, const char *campaign_id, const char *department_id, const char *filename, GCancellable *cancellable, GError **error);
TnkPlanEdits *tnk_desk_read_plan_sheet (TnkDesk *self, const char *campaign_id, const char *department_id, const char *filename, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_apply_plan (TnkDesk *self, const char *department_id, TnkPlanEdits *edits, guint *n_stored, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
