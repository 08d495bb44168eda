/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk-places.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK_FINDER (tenken_desk_finder_get_type ())

/* A button that opens a field to search in: departments, controls, and people where their names may be seen. Goes to what
 * is chosen. */
G_DECLARE_FINAL_TYPE (TenkenDeskFinder, tenken_desk_finder, TENKEN, DESK_FINDER, AdwBin)

/* Once. "places" is not copied. */
void tenken_desk_finder_set_desk (TenkenDeskFinder *self, TenkenDesk *desk, const TenkenDeskPlace *places);
void tenken_desk_finder_open (TenkenDeskFinder *self);

G_END_DECLS
