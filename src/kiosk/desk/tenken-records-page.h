/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Applications and reports, and the register of exceptions. Target: "waiting", "late", "mine" or "exceptions". */
#define TENKEN_TYPE_RECORDS_PAGE (tenken_records_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordsPage, tenken_records_page, TENKEN, RECORDS_PAGE, TenkenDeskPage)

GtkWidget *tenken_records_page_new (TenkenDesk *desk);

G_END_DECLS
