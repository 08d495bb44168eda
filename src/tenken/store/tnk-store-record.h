/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-record.h"
#include "tnk-store.h"

G_BEGIN_DECLS

TnkRecord *tnk_store_start_record (TnkStore *self, TnkForm *form, const char *by, GError **error);
TnkRecord *tnk_store_load_record (TnkStore *self, const char *record_id, GError **error);
GPtrArray *tnk_store_list_records (TnkStore *self, GError **error);
gboolean tnk_store_read_record_mark (TnkStore *self, gint64 *mark, GError **error);
TnkRecord *tnk_store_save_record (TnkStore *self, TnkRecord *record, const char *by, TnkRecord **newer, GError **error);
GPtrArray *tnk_store_list_record_steps (TnkStore *self, TnkRecord *record, const char *by, GError **error);
TnkRecord *tnk_store_take_record_step (TnkStore *self, const char *record_id, guint revision, const char *step_id, const char *by, GHashTable *values, const char *note, GError **error);
GPtrArray *tnk_store_list_lapsed (TnkStore *self, const char *campaign_id, GError **error);

G_END_DECLS
