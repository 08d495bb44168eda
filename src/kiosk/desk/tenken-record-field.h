/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* A field of a form as it stands on the page: what it is, the clause, help, what is written or read, and what is to be mended
 * there. Signal "changed": a person wrote. */
#define TENKEN_TYPE_RECORD_FIELD (tenken_record_field_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordField, tenken_record_field, TENKEN, RECORD_FIELD, AdwBin)

/* writes: whether it is written, or only read. */
GtkWidget *tenken_record_field_new (TenkenDesk *desk, TnkFormField *field, gboolean writes, const char *today);
TnkFormField *tenken_record_field_get_field (TenkenRecordField *self);
gboolean tenken_record_field_writes (TenkenRecordField *self);
void tenken_record_field_set_value (TenkenRecordField *self, const char *value, const char *display);
char *tenken_record_field_dup_value (TenkenRecordField *self);
/* NULL: nothing is to be mended. */
void tenken_record_field_set_fault (TenkenRecordField *self, const char *text);
gboolean tenken_record_field_has_fault (TenkenRecordField *self);

G_END_DECLS
