/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

TnkTurnout *tnk_store_load_turnout (TnkStore *self, const char *campaign_id, const char *department_id, gboolean people, GCancellable *cancellable, GError **error);
gboolean tnk_store_accept_all (TnkStore *self, const char *campaign_id, const char *department_id, const char *but, guint *n_accepted, guint *n_left, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
TnkTurnout *tnk_store_close_department (TnkStore *self, const char *campaign_id, const char *department_id, const char *by, gboolean people, GCancellable *cancellable, GError **error);
gboolean tnk_store_reopen_department (TnkStore *self, const char *campaign_id, const char *department_id, const char *by, const char *reason, GError **error);
gboolean tnk_store_read_mark (TnkStore *self, gint64 *mark, GError **error);

G_END_DECLS
