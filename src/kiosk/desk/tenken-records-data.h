/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* What the page of applications and reports reads. Immutable. */
#define TENKEN_TYPE_RECORDS_DATA (tenken_records_data_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordsData, tenken_records_data, TENKEN, RECORDS_DATA, GObject)

/* Which of them are seen. */
typedef enum {
  TENKEN_RECORDS_WAITING, /* the person can take a step that is not only taking it back */
  TENKEN_RECORDS_LATE,
  TENKEN_RECORDS_MINE,
  TENKEN_RECORDS_ALL,
} TenkenRecordsChoice;
#define TENKEN_N_RECORDS_CHOICES 4

/* For tenken_desk_page's fetch, with a TenkenDeskQuery. */
gpointer tenken_records_data_load (TnkDesk *desk, gpointer request, GCancellable *cancellable, GError **error);

/* For tenken_desk_watch. */
gint64 tenken_records_data_get_mark (TenkenRecordsData *self);
const char *tenken_records_data_get_today (TenkenRecordsData *self);
/* (element-type TnkForm): those that the person may begin. */
GPtrArray *tenken_records_data_get_forms (TenkenRecordsData *self);
/* (element-type TnkException); empty for who may not see the register. */
GPtrArray *tenken_records_data_get_exceptions (TenkenRecordsData *self);
/* (element-type TnkLapse): of the campaign and the department that are looked at; empty for the same. */
GPtrArray *tenken_records_data_get_lapses (TenkenRecordsData *self);
/* (element-type TnkDeputy); empty for the same. */
GPtrArray *tenken_records_data_get_deputies (TenkenRecordsData *self);
/* The roles for which the person may name one. */
const char *const *tenken_records_data_get_roles_to_lend (TenkenRecordsData *self);
/* (element-type TnkRecordView) (transfer container) */
GPtrArray *tenken_records_data_list (TenkenRecordsData *self, TenkenRecordsChoice choice);
/* Whether the person can take a step; taking something back is possible for long, and nobody waits for it. */
gboolean tenken_records_waits (TnkRecordView *view);
guint tenken_records_data_count (TenkenRecordsData *self, TenkenRecordsChoice choice);

G_END_DECLS
