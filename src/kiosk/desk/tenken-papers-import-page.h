/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-import-page.h"

G_BEGIN_DECLS

/* Work papers that were written elsewhere, from one file. Its target is the number of the audit. */
#define TENKEN_TYPE_PAPERS_IMPORT_PAGE (tenken_papers_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPapersImportPage, tenken_papers_import_page, TENKEN, PAPERS_IMPORT_PAGE, TenkenImportPage)

GtkWidget *tenken_papers_import_page_new (TenkenDesk *desk);

G_END_DECLS
