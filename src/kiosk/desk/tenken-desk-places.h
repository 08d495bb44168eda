/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* A place of a desk: a page, and for which offices it is there. */
typedef struct
{
  TnkRights offices;
  const char *id; /* the part before the slash of tenken_desk_go () */
  const char *label; /* N_ (); NULL: not in the sidebar, another place leads there */
  const char *icon_name;
  GtkWidget *(*make) (TenkenDesk *desk); /* a TenkenDeskPage */
} TenkenDeskPlace;

/* Ended by a place without an id. The sidebar has the places of an office in this order, at most seven of them. */
extern const TenkenDeskPlace tenken_desk_places[];

/* The place of an office by its id; NULL where it has none. */
const TenkenDeskPlace *tenken_desk_places_find (const TenkenDeskPlace *places, TnkRights office, const char *id);
/* Those of some rights that have a place at all. */
TnkRights tenken_desk_places_filter (const TenkenDeskPlace *places, TnkRights rights);
const char *tenken_desk_office_get_name (TnkRights office);

G_END_DECLS
