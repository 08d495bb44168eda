/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What the parts of an audit are called on the screen. All that is returned as char * is newly allocated. */

const char *tenken_audit_field_get_name (TnkAuditField field);
const char *tenken_work_paper_field_get_name (TnkWorkPaperField field);
const char *tenken_finding_field_get_name (TnkFindingField field);
const char *tenken_finding_kind_get_name (TnkFindingKind kind);
const char *tenken_finding_state_get_name (TnkFindingState state);
const char *tenken_audit_state_get_name (TnkAuditState state);
const char *tenken_verdict_get_name (TnkVerdict verdict);
/* The sign and the name: a colour alone says nothing. */
char *tenken_verdict_describe (TnkVerdict verdict);
/* The class of the style sheet that colours it. */
const char *tenken_verdict_get_css (TnkVerdict verdict);

/* What is no longer there is named by its id. */
char *tenken_audit_word_department (TnkBody *tree, const char *id);
char *tenken_audit_word_control (TnkCatalog *catalog, const char *id);
/* A text in one line, as in a cell of a table. */
char *tenken_audit_in_line (const char *text);
/* 2026-05-31 as 20260531; NAN where there is no day. */
double tenken_audit_rank_day (const char *day);

G_END_DECLS
