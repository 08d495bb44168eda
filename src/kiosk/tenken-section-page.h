/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_SECTION_PAGE (tenken_section_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSectionPage, tenken_section_page, TENKEN, SECTION_PAGE, AdwBin)

GtkWidget *tenken_section_page_new (TenkenRound *round, guint part);

G_END_DECLS
