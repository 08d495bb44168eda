/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"
#include "tenken-records-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Answers “excepted” whose exception has ended: what that means, whose they are where that may be said, and the ways to mend it. */
#define TENKEN_TYPE_LAPSED_LIST (tenken_lapsed_list_get_type ())
G_DECLARE_FINAL_TYPE (TenkenLapsedList, tenken_lapsed_list, TENKEN, LAPSED_LIST, AdwBin)

GtkWidget *tenken_lapsed_list_new (TenkenDesk *desk);
void tenken_lapsed_list_show (TenkenLapsedList *self, TenkenRecordsData *data);

G_END_DECLS
