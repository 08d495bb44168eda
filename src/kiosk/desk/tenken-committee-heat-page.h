/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 部署×章: the points of every department in every chapter as a map, and the departments as a list with who handed in. Target:
 * "list" for the list. */

#define TENKEN_TYPE_COMMITTEE_HEAT_PAGE (tenken_committee_heat_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeHeatPage, tenken_committee_heat_page, TENKEN, COMMITTEE_HEAT_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_heat_page_new (TenkenDesk *desk);

G_END_DECLS
