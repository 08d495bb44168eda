/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 管理策: every required control with its answers, its points and n/N; of the whole, of a chapter, a department, a role, or
 * only what is not fully kept. Target: see TenkenCommitteeTarget. */

#define TENKEN_TYPE_COMMITTEE_CONTROLS_PAGE (tenken_committee_controls_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeControlsPage, tenken_committee_controls_page, TENKEN, COMMITTEE_CONTROLS_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_controls_page_new (TenkenDesk *desk);

G_END_DECLS
