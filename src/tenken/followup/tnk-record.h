/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form.h"
#include "tnk-record-deadline.h"
#include "tnk-record-entry.h"
#include "tnk-record-fault.h"

G_BEGIN_DECLS

#define TNK_TYPE_RECORD (tnk_record_get_type ())

/**
 * TnkRecord:
 *
 * A record (申請・報告書): a form that somebody fills, with the steps that were taken. Which steps can be taken and by whom is for the
 * form to say; that nobody decides about what he or she applied for holds for every form.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRecord, tnk_record, TNK, RECORD, GObject)

TnkRecord *tnk_record_copy (TnkRecord *self);
TnkForm *tnk_record_get_form (TnkRecord *self);
const char *tnk_record_get_id (TnkRecord *self);
guint tnk_record_get_revision (TnkRecord *self);
TnkFormState *tnk_record_get_state (TnkRecord *self);
const char *tnk_record_get_applicant (TnkRecord *self);
const char *tnk_record_get_applicant_name (TnkRecord *self);
const char *tnk_record_get_department_id (TnkRecord *self);
const char *tnk_record_get_department_name (TnkRecord *self);
const char *tnk_record_get_started (TnkRecord *self);

const char *tnk_record_get_value (TnkRecord *self, const char *field_id);
gboolean tnk_record_set_value (TnkRecord *self, const char *field_id, const char *value, GError **error);
char *tnk_record_dup_display (TnkRecord *self, const char *field_id, const char *language);
gboolean tnk_record_asks (TnkRecord *self, const char *field_id, const char *today);
GPtrArray *tnk_record_list_faults (TnkRecord *self, TnkFormStep *step, const char *today);

guint tnk_record_get_n_entries (TnkRecord *self);
TnkRecordEntry *tnk_record_get_entry (TnkRecord *self, guint index);
gboolean tnk_record_has_taken (TnkRecord *self, const char *step_id);
GPtrArray *tnk_record_list_deadlines (TnkRecord *self, const char *today);
char *tnk_record_compose_text (TnkRecord *self, const char *today, GError **error);

G_END_DECLS
