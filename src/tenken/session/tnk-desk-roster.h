/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-store-roster.h"

G_BEGIN_DECLS

GHashTable *tnk_desk_list_pins (TnkDesk *self, GError **error);
TnkRosterPreview *tnk_desk_preview_roster (TnkDesk *self, const char *departments_file, const char *people_file, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_import_roster (TnkDesk *self, TnkRosterPreview *preview, TnkRosterChange *change, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_issue_pins (TnkDesk *self, const char *campaign_id, const char *department_id, const char *person_id, gboolean replace, const char *filename, guint *n_slips, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_rights (TnkDesk *self, GError **error);
gboolean tnk_desk_grant_right (TnkDesk *self, TnkRights kind, const char *holder, const char *department_id, GError **error);
gboolean tnk_desk_revoke_right (TnkDesk *self, TnkRights kind, const char *holder, const char *department_id, GError **error);

G_END_DECLS
