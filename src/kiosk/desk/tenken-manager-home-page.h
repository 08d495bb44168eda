/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* 概要: how far the department is, as one number and one bar, and what to do next. */
#define TENKEN_TYPE_MANAGER_HOME_PAGE (tenken_manager_home_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenManagerHomePage, tenken_manager_home_page, TENKEN, MANAGER_HOME_PAGE, TenkenDeskPage)

GtkWidget *tenken_manager_home_page_new (TenkenDesk *desk);

G_END_DECLS
