/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The audits of a campaign; aimed at the id of one, that one. */
#define TENKEN_TYPE_AUDIT_PAGE (tenken_audit_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAuditPage, tenken_audit_page, TENKEN, AUDIT_PAGE, TenkenDeskPage)

GtkWidget *tenken_audit_page_new (TenkenDesk *desk);

G_END_DECLS
