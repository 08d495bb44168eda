/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Self-check sheets: blank ones out, filled ones back in. The files are chosen and read, what they change is shown with the
 * conflicts side by side, and all of it is taken in at once. For the campaign and the department of the desk; the place is
 * "sheets". */
#define TENKEN_TYPE_SHEETS_PAGE (tenken_sheets_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSheetsPage, tenken_sheets_page, TENKEN, SHEETS_PAGE, TenkenDeskPage)

GtkWidget *tenken_sheets_page_new (TenkenDesk *desk);
/* As if a person had chosen these files. */
void tenken_sheets_page_set_files (TenkenSheetsPage *self, const char *const *files);
/* Actions: "sheets.read", "sheets.without" (without the files at fault), "sheets.apply", "sheets.again". */

G_END_DECLS
