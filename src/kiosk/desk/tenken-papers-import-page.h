/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Work papers that were written elsewhere: a file, what it would store, and only then the import. Its target is the number of the audit. */
#define TENKEN_TYPE_PAPERS_IMPORT_PAGE (tenken_papers_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPapersImportPage, tenken_papers_import_page, TENKEN, PAPERS_IMPORT_PAGE, TenkenDeskPage)

GtkWidget *tenken_papers_import_page_new (TenkenDesk *desk);
/* As if a person had chosen this file. */
void tenken_papers_import_page_set_file (TenkenPapersImportPage *self, const char *filename);
/* Actions: "papers.preview", "papers.apply", "papers.again". */

G_END_DECLS
