/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-places.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_GROUP_BAR (tenken_desk_group_bar_get_type ())

/* Above a page: the places that share a name in the sidebar, a button for each. For a page that stands by itself, and for a
 * detail, it is not there. Emits "chosen" (string) with the id of a place. */
G_DECLARE_FINAL_TYPE (TenkenDeskGroupBar, tenken_desk_group_bar, TENKEN, DESK_GROUP_BAR, AdwBin)

/* Shows those of the group of a place, which is marked. */
void tenken_desk_group_bar_show (TenkenDeskGroupBar *self, const TenkenDeskPlace *places, TnkRights office, const TenkenDeskPlace *place);
/* The id of the place beside the marked one, so many to the right; NULL where there is none. */
const char *tenken_desk_group_bar_get_beside (TenkenDeskGroupBar *self, int step);

G_END_DECLS
