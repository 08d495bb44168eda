/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* One control: its clause and text, its points, by department, by role, and the answers as far as the office and the campaign
 * allow. Target: see TenkenCommitteeTarget, with the id. */

#define TENKEN_TYPE_COMMITTEE_CONTROL_PAGE (tenken_committee_control_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeControlPage, tenken_committee_control_page, TENKEN, COMMITTEE_CONTROL_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_control_page_new (TenkenDesk *desk);

G_END_DECLS
