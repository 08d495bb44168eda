/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* A name that several places share in the sidebar. Which of them is looked at is chosen above the page. */
typedef struct
{
  const char *label; /* N_ () */
  const char *icon_name;
} TenkenDeskGroup;

/* A place of a desk: a page, and for which offices it is there. */
typedef struct
{
  TnkRights offices;
  const char *id; /* the part before the slash of tenken_desk_go () */
  const char *label; /* N_ (); NULL: a detail, another place leads there */
  const char *icon_name; /* NULL in a group, which has one of its own */
  GtkWidget *(*make) (TenkenDesk *desk); /* a TenkenDeskPage */
  const TenkenDeskGroup *group; /* NULL: stands in the sidebar by itself */
} TenkenDeskPlace;

/* Ended by a place without an id. The sidebar of an office has its places and groups in this order, at most seven of them. */
extern const TenkenDeskPlace tenken_desk_places[];

/* The place of an office by its id; NULL where it has none. */
const TenkenDeskPlace *tenken_desk_places_find (const TenkenDeskPlace *places, TnkRights office, const char *id);
/* What the sidebar of an office has: each place that stands by itself, and the first one of each group.
 * (transfer container) (element-type TenkenDeskPlace) */
GPtrArray *tenken_desk_places_list_entries (const TenkenDeskPlace *places, TnkRights office);
/* The places of a group, in an office. (transfer container) (element-type TenkenDeskPlace) */
GPtrArray *tenken_desk_places_list_group (const TenkenDeskPlace *places, TnkRights office, const TenkenDeskGroup *group);
/* Whether the sidebar has both under one name. */
gboolean tenken_desk_places_are_together (const TenkenDeskPlace *one, const TenkenDeskPlace *other);
/* Those of some rights that have a place at all. */
TnkRights tenken_desk_places_filter (const TenkenDeskPlace *places, TnkRights rights);
const char *tenken_desk_office_get_name (TnkRights office);

G_END_DECLS
