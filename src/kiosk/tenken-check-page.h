/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_CHECK_PAGE (tenken_check_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCheckPage, tenken_check_page, TENKEN, CHECK_PAGE, AdwBin)

GtkWidget *tenken_check_page_new (TenkenRound *round);

G_END_DECLS
