/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* What can be taken away as a workbook, and what comes back in. */
#define TENKEN_TYPE_EXPORT_PAGE (tenken_export_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenExportPage, tenken_export_page, TENKEN, EXPORT_PAGE, TenkenDeskPage)

GtkWidget *tenken_export_page_new (TenkenDesk *desk);

/* Writes a kind of workbook to a file, as if it had been chosen in the dialog. */
void tenken_export_page_write (TenkenExportPage *self, const char *kind, const char *filename);

G_END_DECLS
