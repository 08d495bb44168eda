/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* A text of one line or of several, or a number. */
#define TENKEN_TYPE_RECORD_ENTRY (tenken_record_entry_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordEntry, tenken_record_entry, TENKEN, RECORD_ENTRY, TenkenRecordEditor)

GtkWidget *tenken_record_entry_new (TnkFormField *field, const char *name);

G_END_DECLS
