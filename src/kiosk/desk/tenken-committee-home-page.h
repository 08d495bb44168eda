/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 概況: how the campaign stands and compared with last time, where it is worst, and what is planned. Every figure opens what it
 * is made of. */

#define TENKEN_TYPE_COMMITTEE_HOME_PAGE (tenken_committee_home_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCommitteeHomePage, tenken_committee_home_page, TENKEN, COMMITTEE_HOME_PAGE, TenkenDeskPage)

GtkWidget *tenken_committee_home_page_new (TenkenDesk *desk);

G_END_DECLS
