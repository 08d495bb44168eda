/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-progress.h"

G_BEGIN_DECLS

gboolean tnk_desk_export_scorecard (TnkDesk *self, const char *campaign_id, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_export_department (TnkDesk *self, const char *campaign_id, const char *department_id, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_export_person (TnkDesk *self, const char *campaign_id, const char *person_id, const char *filename, GError **error);
gboolean tnk_desk_export_audit (TnkDesk *self, const char *audit_id, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_export_plan (TnkDesk *self, const char *campaign_id, const char *department_id, const char *filename, GCancellable *cancellable, GError **error);
gboolean tnk_desk_export_reminders (TnkDesk *self, const char *campaign_id, const char *department_id, const char *filename, GCancellable *cancellable, GError **error);
gboolean tnk_desk_export_record (TnkDesk *self, const char *record_id, const char *filename, GError **error);
gboolean tnk_desk_export_exceptions (TnkDesk *self, const char *filename, GError **error);

G_END_DECLS
