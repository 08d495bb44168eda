/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* What the log keeps of an audit: all that stands in the store about a plan, a work paper, a finding or an attachment, whenever it
 * is stored. So nothing that anybody wrote is lost, and nobody can change it behind the log. */
typedef enum {
  TNK_AUDIT_THING_PLAN,
  TNK_AUDIT_THING_PAPER,
  TNK_AUDIT_THING_FINDING,
  TNK_AUDIT_THING_ATTACHMENT,
} TnkAuditThing;

/* Called once the thing is written. id: NULL for a plan, the key of the others within the audit. */
gboolean tnk_audit_log (TnkChange *change, TnkAuditThing thing, gint64 audit_no, const char *audit_id, const char *id, const char *by, const char *what, GError **error);
gboolean tnk_store_verify_audits (TnkStore *self, GError **error);

G_END_DECLS
