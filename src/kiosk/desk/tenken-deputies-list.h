/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"
#include "tenken-records-data.h"

G_BEGIN_DECLS

/* Who stands in for those who decide. Whoever holds the role names deputies and ends that. */
#define TENKEN_TYPE_DEPUTIES_LIST (tenken_deputies_list_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDeputiesList, tenken_deputies_list, TENKEN, DEPUTIES_LIST, AdwBin)

GtkWidget *tenken_deputies_list_new (TenkenDesk *desk);
void tenken_deputies_list_show (TenkenDeputiesList *self, TenkenRecordsData *data);

G_END_DECLS
