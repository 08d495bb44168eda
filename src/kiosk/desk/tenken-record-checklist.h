/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* Points to check, each with what was found. */
#define TENKEN_TYPE_RECORD_CHECKLIST (tenken_record_checklist_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordChecklist, tenken_record_checklist, TENKEN, RECORD_CHECKLIST, TenkenRecordEditor)

GtkWidget *tenken_record_checklist_new (TnkFormField *field, const char *name);

G_END_DECLS
