/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 提出状況: who has handed in, for whoever answers for a department. The target is a staff number, or
 * "missing", "returned" or "submitted": who is so far. */

#define TENKEN_TYPE_TURNOUT_PAGE (tenken_turnout_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTurnoutPage, tenken_turnout_page, TENKEN, TURNOUT_PAGE, TenkenDeskPage)

GtkWidget *tenken_turnout_page_new (TenkenDesk *desk);

G_END_DECLS
