/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store.h"

G_BEGIN_DECLS

/* The workbooks of a store, for whoever holds it. At a desk, within the rights of a person: TnkDesk. */

gboolean tnk_export_scorecard (TnkStore *store, const char *campaign_id, const char *classification, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);
gboolean tnk_export_department (TnkStore *store, const char *campaign_id, const char *department_id, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);
gboolean tnk_export_person (TnkStore *store, const char *campaign_id, const char *person_id, const char *filename, guint64 *n_cells, GError **error);
gboolean tnk_export_audit (TnkStore *store, const char *campaign_id, const char *audit_id, const char *classification, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);
gboolean tnk_export_plan (TnkStore *store, const char *campaign_id, const char *department_id, const char *filename, GCancellable *cancellable, guint64 *n_cells, GError **error);
gboolean tnk_export_record (TnkStore *store, const char *record_id, const char *classification, const char *filename, guint64 *n_cells, GError **error);
gboolean tnk_export_exceptions (TnkStore *store, const char *filename, guint64 *n_cells, GError **error);

G_END_DECLS
