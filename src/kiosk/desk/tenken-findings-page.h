/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The findings of the audits of a campaign, or of the one that it is aimed at; for a department, those about it and those about
 * which it is asked. */
#define TENKEN_TYPE_FINDINGS_PAGE (tenken_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenFindingsPage, tenken_findings_page, TENKEN, FINDINGS_PAGE, TenkenDeskPage)

GtkWidget *tenken_findings_page_new (TenkenDesk *desk);
/* The same, at first with what waits for a follow-up. */
GtkWidget *tenken_follow_up_page_new (TenkenDesk *desk);

G_END_DECLS
