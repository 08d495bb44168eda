/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DONE_PAGE (tenken_done_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenDonePage, tenken_done_page, TENKEN, DONE_PAGE, AdwBin)

GtkWidget *tenken_done_page_new (TenkenRound *round, guint seconds);

G_END_DECLS
