/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-import-page.h"

G_BEGIN_DECLS

/* Self-check sheets: blank ones out, filled ones back in, with what was answered in the sheets and here to be decided. For the
 * campaign and the department of the desk; the place is "sheets". */
#define TENKEN_TYPE_SHEETS_PAGE (tenken_sheets_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSheetsPage, tenken_sheets_page, TENKEN, SHEETS_PAGE, TenkenImportPage)

GtkWidget *tenken_sheets_page_new (TenkenDesk *desk);

G_END_DECLS
