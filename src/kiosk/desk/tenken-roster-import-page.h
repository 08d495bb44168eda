/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* A new roster: two files, what they would change, and only then the import. */
#define TENKEN_TYPE_ROSTER_IMPORT_PAGE (tenken_roster_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRosterImportPage, tenken_roster_import_page, TENKEN, ROSTER_IMPORT_PAGE, TenkenDeskPage)

GtkWidget *tenken_roster_import_page_new (TenkenDesk *desk);
/* As if a person had chosen these files. */
void tenken_roster_import_page_set_files (TenkenRosterImportPage *self, const char *departments, const char *people);
/* Actions: "import.preview", "import.apply", "import.again". */

G_END_DECLS
