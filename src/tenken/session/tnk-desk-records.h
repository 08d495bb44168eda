/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-lapse.h"
#include "tnk-record-view.h"

G_BEGIN_DECLS

/**
 * TnkDeskRecords:
 * @TNK_DESK_RECORDS_MINE: those that the person began
 * @TNK_DESK_RECORDS_WAITING: those that wait for the person: there is a step that he or she may take, which is not one's own draft
 * @TNK_DESK_RECORDS_ALL: all that the person may see
 *
 * Which records.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_DESK_RECORDS_MINE,
  TNK_DESK_RECORDS_WAITING,
  TNK_DESK_RECORDS_ALL,
} TnkDeskRecords;

GPtrArray *tnk_desk_list_forms (TnkDesk *self, GError **error);
TnkRecordView *tnk_desk_start_record (TnkDesk *self, const char *form_id, GError **error);
TnkRecordView *tnk_desk_load_record (TnkDesk *self, const char *record_id, GError **error);
TnkRecordView *tnk_desk_fill_record (TnkDesk *self, TnkRecord *record, TnkRecord **newer, GError **error);
TnkRecordView *tnk_desk_take_record_step (TnkDesk *self, const char *record_id, guint revision, const char *step_id, GHashTable *values, const char *note, GError **error);
GPtrArray *tnk_desk_list_records (TnkDesk *self, TnkDeskRecords which, GError **error);

gboolean tnk_desk_read_record_choices (TnkDesk *self, TnkBody **departments, TnkCatalog **catalog, GError **error);
gboolean tnk_desk_read_record_mark (TnkDesk *self, gint64 *mark, GError **error);

GPtrArray *tnk_desk_list_exceptions (TnkDesk *self, GError **error);
GPtrArray *tnk_desk_list_lapsed (TnkDesk *self, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_deputies (TnkDesk *self, GError **error);
GStrv tnk_desk_list_roles_to_lend (TnkDesk *self, GError **error);
gboolean tnk_desk_name_deputy (TnkDesk *self, const char *role, const char *person_id, const char *starts, const char *ends, GError **error);
gboolean tnk_desk_drop_deputy (TnkDesk *self, const char *role, const char *person_id, GError **error);

G_END_DECLS
