/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"

G_BEGIN_DECLS

char *tnk_desk_dup_body_name (TnkDesk *self, GError **error);
gboolean tnk_desk_get_default_visibility (TnkDesk *self, TnkVisibility *visibility, GError **error);
gboolean tnk_desk_set_default_visibility (TnkDesk *self, TnkVisibility visibility, GError **error);
gboolean tnk_desk_has_kiosk_pin (TnkDesk *self, gboolean *has, GError **error);
gboolean tnk_desk_set_kiosk_pin (TnkDesk *self, const char *pin, GError **error);
gboolean tnk_desk_verify (TnkDesk *self, gint64 *n_entries, gint64 *n_questionnaires, char **head, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_backup (TnkDesk *self, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
