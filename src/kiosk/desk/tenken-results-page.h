/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 結果: how a department or the whole body keeps its controls, and compared with last time; every figure opens what it is made
 * of. Targets: "sections", "controls", "gaps", "comments", "chapter/5", "section/5.4", "control/5.4-3-1". */
#define TENKEN_TYPE_RESULTS_PAGE (tenken_results_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenResultsPage, tenken_results_page, TENKEN, RESULTS_PAGE, TenkenDeskPage)

GtkWidget *tenken_results_page_new (TenkenDesk *desk);

G_END_DECLS
