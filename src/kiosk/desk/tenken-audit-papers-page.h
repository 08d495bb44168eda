/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The work papers of an audit beside the self-check: a row for each control in each department of the plan. Aimed at the id of an
 * audit; else it shows the newest. */
#define TENKEN_TYPE_AUDIT_PAPERS_PAGE (tenken_audit_papers_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAuditPapersPage, tenken_audit_papers_page, TENKEN, AUDIT_PAPERS_PAGE, TenkenDeskPage)

GtkWidget *tenken_audit_papers_page_new (TenkenDesk *desk);

G_END_DECLS
