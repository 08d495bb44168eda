/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_OVERVIEW_PAGE (tenken_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenOverviewPage, tenken_overview_page, TENKEN, OVERVIEW_PAGE, AdwBin)

GtkWidget *tenken_overview_page_new (TenkenRound *round);

G_END_DECLS
