/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK (tenken_desk_get_type ())

/* What all pages of a desk share: who sits there and in which office, which campaign and which department are looked at.
 *
 * Signals: "changed" when something else is to be shown, or the same read anew; "listed" when the campaigns and the
 * departments are there; "go" (string) and "say" (string), see below. */
G_DECLARE_FINAL_TYPE (TenkenDesk, tenken_desk, TENKEN, DESK, GObject)

TenkenDesk *tenken_desk_new (TnkSession *session);
/* NULL once the person has signed out. */
TnkSession *tenken_desk_get_session (TenkenDesk *self);

/* Reads the campaigns and the departments. Nothing is known before, and no page reads. */
void tenken_desk_refresh (TenkenDesk *self);
gboolean tenken_desk_is_ready (TenkenDesk *self);
/* Why they could not be read; NULL if they could. */
const GError *tenken_desk_get_trouble (TenkenDesk *self);
/* (element-type TnkCampaign), in the order in which they were made; NULL until they are there. */
GPtrArray *tenken_desk_get_campaigns (TenkenDesk *self);
/* The departments of the campaign that is looked at, without people; NULL until they are there. */
TnkBody *tenken_desk_get_tree (TenkenDesk *self);

/* The controls that a form can name: those of the campaign that is looked at; at the desk of the own records, those of the campaign
 * that is open. NULL where there are none yet. */
TnkCatalog *tenken_desk_get_catalog (TenkenDesk *self);

/* The office (立場) in which the person works now: exactly one right of those the person holds. */
TnkRights tenken_desk_get_office (TenkenDesk *self);
void tenken_desk_set_office (TenkenDesk *self, TnkRights office);
/* The one of several that has most to do. */
TnkRights tenken_desk_choose_office (TnkRights rights);

/* The campaign that is looked at; NULL where the store has none yet. At first the open one, else the newest. */
const char *tenken_desk_get_campaign_id (TenkenDesk *self);
void tenken_desk_set_campaign_id (TenkenDesk *self, const char *campaign_id);
TnkCampaign *tenken_desk_get_campaign (TenkenDesk *self);

/* The department that is looked at, with all below it; NULL: the whole body, which a manager's office never is. */
const char *tenken_desk_get_department_id (TenkenDesk *self);
void tenken_desk_set_department_id (TenkenDesk *self, const char *department_id);
/* Whether the office lets the person look at this department; NULL: at the whole body. */
gboolean tenken_desk_offers_department (TenkenDesk *self, TnkDepartment *department);

/* A page changed something in the store: all pages that are shown read anew. Emits "changed", as the setters above do;
 * where another campaign is chosen, once its departments are there. */
void tenken_desk_changed (TenkenDesk *self);

/* Goes to another page, "results" or "people/1001": the place, and what it is to show there. Emits "go" (string). */
void tenken_desk_go (TenkenDesk *self, const char *place);

/* A short message at the foot of the window. Emits "say" (string). */
void tenken_desk_say (TenkenDesk *self, const char *text);

/* The person has signed out: nothing is kept, what is being read is called off. */
void tenken_desk_close (TenkenDesk *self);

G_END_DECLS
