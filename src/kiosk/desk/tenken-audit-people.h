/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* What people are called, by their staff numbers: a desk that is about an audit has no roster. Looked up on the thread of the
 * store, and not changed after that. */
typedef GHashTable TenkenAuditPeople;

TenkenAuditPeople *tenken_audit_people_new (void);
/* Everybody who is named in an audit: its auditors, and who wrote what. */
void tenken_audit_people_need_plan (TenkenAuditPeople *self, TnkAudit *audit);
void tenken_audit_people_need_book (TenkenAuditPeople *self, TnkAuditBook *book);
/* On the thread of the store: looks up all who are needed. Who is not found, or may not be known there, goes without a name. */
void tenken_audit_people_look_up (TenkenAuditPeople *self, TnkDesk *desk);
void tenken_audit_people_add (TenkenAuditPeople *self, TnkPerson *person);
/* The name with the number, or the number. Borrowed. */
const char *tenken_audit_people_get (TenkenAuditPeople *self, const char *person_id);

G_END_DECLS
