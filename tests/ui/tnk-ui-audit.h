/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui-desk.h"

G_BEGIN_DECLS

/* An audit of the body that is shown, with work papers, findings, answers and a spread; made once, and its id. */
const char *tnk_ui_audit_make (TnkUi *ui);

/* States of the pages, for the list of pages. */
void tnk_ui_audit_show_list (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_one (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_draft (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_plan (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_conflicts (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_step (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_let_pass (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_papers (TnkUi *ui, TenkenRound *round);
/* Chooses a file of work papers, of which one has this verdict. */
void tnk_ui_audit_choose_papers (TnkUi *ui, const char *verdict);
void tnk_ui_audit_show_import (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_import_preview (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_import_faults (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_paper (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_paper_form (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_attach (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_findings (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_finding (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_finding_form (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_respond (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_spread (TnkUi *ui, TenkenRound *round);
void tnk_ui_audit_show_question (TnkUi *ui, TenkenRound *round);

G_END_DECLS
