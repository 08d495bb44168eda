/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* One control of a catalog: what it says, how it stands to controls of other catalogs, what it was in other editions, and in
 * which campaigns it was asked. The target is CONTROL@ID@EDITION. */
#define TENKEN_TYPE_CATALOG_CONTROL_PAGE (tenken_catalog_control_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCatalogControlPage, tenken_catalog_control_page, TENKEN, CATALOG_CONTROL_PAGE, TenkenDeskPage)

GtkWidget *tenken_catalog_control_page_new (TenkenDesk *desk);

G_END_DECLS
