/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* One finding: what was found, what was answered and followed up, whom else it was asked of. Aimed at “AUDIT/FINDING”. */
#define TENKEN_TYPE_FINDING_PAGE (tenken_finding_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenFindingPage, tenken_finding_page, TENKEN, FINDING_PAGE, TenkenDeskPage)

GtkWidget *tenken_finding_page_new (TenkenDesk *desk);

G_END_DECLS
