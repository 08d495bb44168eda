/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* Two editions of a catalog side by side (新旧対照表). Target: OLD..NEW, each ID or ID@EDITION; none: the latest two. */

#define TENKEN_TYPE_COMPARE_PAGE (tenken_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenComparePage, tenken_compare_page, TENKEN, COMPARE_PAGE, TenkenDeskPage)

GtkWidget *tenken_compare_page_new (TenkenDesk *desk);

G_END_DECLS
