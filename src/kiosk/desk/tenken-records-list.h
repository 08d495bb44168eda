/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"
#include "tenken-records-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The applications and reports: how many wait, how many are late, and a table of those that are chosen. A row opens its
 * record. */
#define TENKEN_TYPE_RECORDS_LIST (tenken_records_list_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordsList, tenken_records_list, TENKEN, RECORDS_LIST, AdwBin)

GtkWidget *tenken_records_list_new (TenkenDesk *desk);
void tenken_records_list_show (TenkenRecordsList *self, TenkenRecordsData *data);
void tenken_records_list_choose (TenkenRecordsList *self, TenkenRecordsChoice choice);

G_END_DECLS
