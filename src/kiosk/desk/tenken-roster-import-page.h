/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-import-page.h"

G_BEGIN_DECLS

/* A new roster: the departments and the people are its two files. */
#define TENKEN_TYPE_ROSTER_IMPORT_PAGE (tenken_roster_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRosterImportPage, tenken_roster_import_page, TENKEN, ROSTER_IMPORT_PAGE, TenkenImportPage)

GtkWidget *tenken_roster_import_page_new (TenkenDesk *desk);

G_END_DECLS
