/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* People, departments or controls, one or several, looked for by name. */
#define TENKEN_TYPE_RECORD_PICKS (tenken_record_picks_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordPicks, tenken_record_picks, TENKEN, RECORD_PICKS, TenkenRecordEditor)

GtkWidget *tenken_record_picks_new (TenkenDesk *desk, TnkFormField *field, const char *name);

G_END_DECLS
