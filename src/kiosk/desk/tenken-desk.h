/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_DESK (tenken_desk_get_type ())

/* What all pages of a desk share: who sits there and in which office, which campaign and which department are looked at. */
G_DECLARE_FINAL_TYPE (TenkenDesk, tenken_desk, TENKEN, DESK, GObject)

TenkenDesk *tenken_desk_new (TnkSession *session);
TnkSession *tenken_desk_get_session (TenkenDesk *self);

/* The office (立場) in which the person works now: exactly one right of those the person holds. */
TnkRights tenken_desk_get_office (TenkenDesk *self);
void tenken_desk_set_office (TenkenDesk *self, TnkRights office);

/* The campaign that is looked at; NULL where the store has none yet. */
const char *tenken_desk_get_campaign_id (TenkenDesk *self);
void tenken_desk_set_campaign_id (TenkenDesk *self, const char *campaign_id);

/* The department that is looked at, with all below it; NULL: the whole body, which a manager's office never is. */
const char *tenken_desk_get_department_id (TenkenDesk *self);
void tenken_desk_set_department_id (TenkenDesk *self, const char *department_id);

/* A page changed something in the store: all pages that are shown read anew. Emits "changed", as the setters above do. */
void tenken_desk_changed (TenkenDesk *self);

/* Goes to another page, "results" or "people/1001": the place, and what it is to show there. Emits "go" (string). */
void tenken_desk_go (TenkenDesk *self, const char *place);

/* A short message at the foot of the window. Emits "say" (string). */
void tenken_desk_say (TenkenDesk *self, const char *text);

G_END_DECLS
