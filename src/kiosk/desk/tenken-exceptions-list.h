/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"
#include "tenken-records-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The register of exceptions: which hold, which end soon, which are over. A row opens the application that it came from. */
#define TENKEN_TYPE_EXCEPTIONS_LIST (tenken_exceptions_list_get_type ())
G_DECLARE_FINAL_TYPE (TenkenExceptionsList, tenken_exceptions_list, TENKEN, EXCEPTIONS_LIST, AdwBin)

GtkWidget *tenken_exceptions_list_new (TenkenDesk *desk);
void tenken_exceptions_list_show (TenkenExceptionsList *self, TenkenRecordsData *data);
/* Of the rows those that end soon. */
void tenken_exceptions_list_choose_soon (TenkenExceptionsList *self);

G_END_DECLS
