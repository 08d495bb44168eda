/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-people.h"
#include "tenken-desk-query.h"

G_BEGIN_DECLS

/* What the pages about audits read. */

typedef struct
{
  TenkenDeskQuery *query;
  char *audit_id; /* or NULL */
  char *thing; /* of it: what else is aimed at; or NULL */
} TenkenAuditRequest;

/* target: “A1/F3”; or NULL. */
TenkenAuditRequest *tenken_audit_request_new (TenkenDesk *desk, const char *target);
void tenken_audit_request_free (gpointer self);

typedef enum {
  TENKEN_AUDIT_READ_BOOK = 1 << 0, /* of the audit that is aimed at */
  TENKEN_AUDIT_READ_BOOKS = 1 << 1, /* of all */
  TENKEN_AUDIT_READ_AGREEMENT = 1 << 2, /* of the audit that is aimed at */
  TENKEN_AUDIT_READ_NEWEST = 1 << 3, /* where no audit is aimed at, the newest one is */
} TenkenAuditParts;

typedef struct
{
  char *audit_id; /* the one that is aimed at, or NULL */
  char *thing; /* of it, or NULL */
  GPtrArray *audits; /* (element-type TnkAudit): of the campaign, the oldest first */
  GPtrArray *books; /* (element-type TnkAuditBook): those that were asked for */
  TnkAuditBook *book; /* of the audit that is aimed at; borrowed; NULL: none */
  GPtrArray *agreement_whole; /* (element-type TnkAgreement), as the next two; NULL: not asked for, or not for this office */
  GPtrArray *agreement_departments;
  GPtrArray *agreement_chapters;
  TenkenAuditPeople *people;
  char *today;
} TenkenAuditData;

/* On the thread of the store. Where the audit that is aimed at is not there, book is NULL. */
TenkenAuditData *tenken_audit_data_read (TnkDesk *desk, TenkenAuditRequest *request, guint parts, GCancellable *cancellable, GError **error);
void tenken_audit_data_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenAuditData, tenken_audit_data_free)

G_END_DECLS
