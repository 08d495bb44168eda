/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-places.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_PLACE_LIST (tenken_desk_place_list_get_type ())

/* The places and groups of an office, as the sidebar has them. A group leads to the one of its places that was marked last,
 * at first to its first. Emits "chosen" (string) with the id of a place. */
G_DECLARE_FINAL_TYPE (TenkenDeskPlaceList, tenken_desk_place_list, TENKEN, DESK_PLACE_LIST, AdwBin)

/* Nothing is marked then, and nothing remembered. "places" is not copied. */
void tenken_desk_place_list_fill (TenkenDeskPlaceList *self, const TenkenDeskPlace *places, TnkRights office);
void tenken_desk_place_list_mark (TenkenDeskPlaceList *self, const TenkenDeskPlace *place);
/* To what is marked. */
void tenken_desk_place_list_take_focus (TenkenDeskPlaceList *self);
/* The id to which an entry leads; NULL where there are not so many. */
const char *tenken_desk_place_list_get_id (TenkenDeskPlaceList *self, guint entry);

G_END_DECLS
