/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-places.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_VIEW (tenken_desk_view_get_type ())

/* The frame of a desk: the places of an office at the side, above the page what is looked at. Its actions:
 *
 *   desk.place (u)        the place or group of this number in the sidebar
 *   desk.beside (i)       the place so many to the right in the group of the one that is shown
 *   desk.go (s)           a place and what it is to show there, "results/5.4"
 *   desk.back             where the person was before
 *   desk.search           opens the search, by Ctrl+F and Ctrl+K
 *   desk.sidebar          shows or hides the places, where they have no room of their own
 *   desk.turn             to the next of places, top and page by F6
 *
 * It asks the window for win.overview, the own self-check, and for win.sign-out. */
G_DECLARE_FINAL_TYPE (TenkenDeskView, tenken_desk_view, TENKEN, DESK_VIEW, AdwBin)

/* "places" is not copied. */
GtkWidget *tenken_desk_view_new (TenkenDesk *desk, const TenkenDeskPlace *places);
TenkenDesk *tenken_desk_view_get_desk (TenkenDeskView *self);
/* The page that is shown, as it was asked for: "results/5.4". */
const char *tenken_desk_view_get_place (TenkenDeskView *self);
GtkWidget *tenken_desk_view_get_page (TenkenDeskView *self);

G_END_DECLS
