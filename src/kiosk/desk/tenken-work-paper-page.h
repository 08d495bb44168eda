/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* One control in one department as an auditor sees it. Aimed at “AUDIT/CONTROL@DEPARTMENT”. */
#define TENKEN_TYPE_WORK_PAPER_PAGE (tenken_work_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenWorkPaperPage, tenken_work_paper_page, TENKEN, WORK_PAPER_PAGE, TenkenDeskPage)

GtkWidget *tenken_work_paper_page_new (TenkenDesk *desk);

G_END_DECLS
