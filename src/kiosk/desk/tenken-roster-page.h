/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The roster of the secretariat: people, departments, PINs, rights. Asked for with "people", "departments", "rights", or
 * "people/ID" for those of a department. */
#define TENKEN_TYPE_ROSTER_PAGE (tenken_roster_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRosterPage, tenken_roster_page, TENKEN, ROSTER_PAGE, TenkenDeskPage)

GtkWidget *tenken_roster_page_new (TenkenDesk *desk);

G_END_DECLS
