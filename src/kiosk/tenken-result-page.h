/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_RESULT_PAGE (tenken_result_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenResultPage, tenken_result_page, TENKEN, RESULT_PAGE, AdwBin)

GtkWidget *tenken_result_page_new (TenkenRound *round);

G_END_DECLS
