/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"
#include "tenken-record-field.h"

G_BEGIN_DECLS

/* A record on its form: sections with their fields, written or read. What is asked follows from what was answered, at once;
 * so does what may not be. It works on a copy of the record. Signal "changed": a person wrote. */
#define TENKEN_TYPE_RECORD_FORM (tenken_record_form_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordForm, tenken_record_form, TENKEN, RECORD_FORM, AdwBin)

GtkWidget *tenken_record_form_new (TenkenDesk *desk);
/* writes: the fields of the application can be written; else it shows what is filled. */
void tenken_record_form_show (TenkenRecordForm *self, TnkRecord *record, gboolean writes, const char *today);
/* Only the fields that are written with a step. */
void tenken_record_form_show_step (TenkenRecordForm *self, TnkRecord *record, TnkFormStep *step, const char *today);
/* The copy, with what was written into it; borrowed. */
TnkRecord *tenken_record_form_get_record (TenkenRecordForm *self);
/* The values of the fields that are written here: id to text (transfer full). */
GHashTable *tenken_record_form_dup_values (TenkenRecordForm *self);
/* The record was stored: goes on from there, with what was written since. */
void tenken_record_form_rebase (TenkenRecordForm *self, TnkRecord *record);
/* Whether something stands there that is no value, such as a word for a day. */
gboolean tenken_record_form_has_bad_value (TenkenRecordForm *self);
/* Says at each field what is still missing there, and goes to the first. Returns how many fields are to be mended. */
guint tenken_record_form_show_missing (TenkenRecordForm *self, TnkFormStep *step);

G_END_DECLS
