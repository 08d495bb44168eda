/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The catalogs of this machine, one at a time as its responsibility matrix, narrowed down by what is typed, by chapter, role and
 * mark; beside it how much is found in the others. The target is ID@EDITION; without one it is the catalog of the campaign. */
#define TENKEN_TYPE_CATALOGS_PAGE (tenken_catalogs_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCatalogsPage, tenken_catalogs_page, TENKEN, CATALOGS_PAGE, TenkenDeskPage)

GtkWidget *tenken_catalogs_page_new (TenkenDesk *desk);

G_END_DECLS
