/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-book.h"

G_BEGIN_DECLS

/* tnk-audit-book.c holds the work papers, tnk-audit-book-findings.c the findings and attachments, tnk-audit-book-rules.c says what an audit needs to go on, tnk-audit-book-part.c what a
 * department may see. */

struct _TnkAuditBook
{
  GObject parent_instance;

  TnkAudit *audit;
  TnkBody *tree;
  GPtrArray *papers; /* (element-type TnkWorkPaper) */
  GHashTable *by_cell; /* key -> borrowed paper */
  GPtrArray *findings; /* (element-type TnkFinding) */
  GPtrArray *attachments; /* (element-type TnkAttachment) */
};

/* What somebody may see who answers for departments, by their place in the tree: the plan where it is about them and was approved,
 * the findings that they were told of, and what they are asked. NULL where nothing is left. */
TnkAuditBook *tnk_audit_book_make_part (TnkAuditBook *self, const gboolean *departments);
gboolean tnk_audit_book_is_own (TnkAuditBook *self, const char *department_id, const gboolean *departments);

G_END_DECLS
