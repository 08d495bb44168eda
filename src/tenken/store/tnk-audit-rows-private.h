/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-book.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* tnk-audit-rows.c reads plans, tnk-audit-book-rows.c everything else about an audit. */

/* Finds an audit; the error names it where there is none. */
gboolean tnk_store_find_audit (TnkStore *self, const char *audit_id, gint64 *no, gint64 *campaign_no, char **campaign_id, GError **error);
TnkAudit *tnk_store_read_audit (TnkStore *self, gint64 no, TnkCampaign *campaign, GError **error);
/* Puts work papers, findings and attachments into the book. */
gboolean tnk_store_read_book (TnkStore *self, gint64 no, TnkAuditBook *book, GError **error);

G_END_DECLS
