/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 役割: how each role keeps its duties; opens the controls of a role. */

#define TENKEN_TYPE_COMMITTEE_ROLES_PAGE (tenken_committee_roles_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeRolesPage, tenken_committee_roles_page, TENKEN, COMMITTEE_ROLES_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_roles_page_new (TenkenDesk *desk);

G_END_DECLS
