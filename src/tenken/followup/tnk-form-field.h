/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-text.h"

G_BEGIN_DECLS

/**
 * TnkFormFieldKind:
 * @TNK_FORM_FIELD_KIND_YES_NO: `yes` or `no`
 * @TNK_FORM_FIELD_KIND_SINGLE: the id of one choice
 * @TNK_FORM_FIELD_KIND_MULTIPLE: the ids of choices, one a line
 * @TNK_FORM_FIELD_KIND_CHECKLIST: `ITEM=met`, `ITEM=not_met` or `ITEM=not_applicable`, one a line
 * @TNK_FORM_FIELD_KIND_NUMBER: a whole number
 * @TNK_FORM_FIELD_KIND_DATE: a day, ISO 8601
 * @TNK_FORM_FIELD_KIND_DATE_TIME: a day and a time, `2026-04-01T14:05`
 * @TNK_FORM_FIELD_KIND_SHORT_TEXT: one line
 * @TNK_FORM_FIELD_KIND_LONG_TEXT: lines
 * @TNK_FORM_FIELD_KIND_PERSON: a staff number, or several, one a line
 * @TNK_FORM_FIELD_KIND_DEPARTMENT: the id of a department, or several, one a line
 * @TNK_FORM_FIELD_KIND_CONTROL: the id of a control, or several, one a line
 * @TNK_FORM_FIELD_KIND_LOOKED_UP: found in a table of the form, never written
 * @TNK_FORM_FIELD_KIND_NOTE: a sentence for the reader, never written
 *
 * What stands in a field. Every value has a text form, which is what stands in the store and the log; an empty text is no
 * value.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FORM_FIELD_KIND_YES_NO,
  TNK_FORM_FIELD_KIND_SINGLE,
  TNK_FORM_FIELD_KIND_MULTIPLE,
  TNK_FORM_FIELD_KIND_CHECKLIST,
  TNK_FORM_FIELD_KIND_NUMBER,
  TNK_FORM_FIELD_KIND_DATE,
  TNK_FORM_FIELD_KIND_DATE_TIME,
  TNK_FORM_FIELD_KIND_SHORT_TEXT,
  TNK_FORM_FIELD_KIND_LONG_TEXT,
  TNK_FORM_FIELD_KIND_PERSON,
  TNK_FORM_FIELD_KIND_DEPARTMENT,
  TNK_FORM_FIELD_KIND_CONTROL,
  TNK_FORM_FIELD_KIND_LOOKED_UP,
  TNK_FORM_FIELD_KIND_NOTE,
} TnkFormFieldKind;

/**
 * TNK_N_FORM_FIELD_KINDS:
 *
 * How many kinds there are.
 *
 * Since: 0.1
 */
#define TNK_N_FORM_FIELD_KINDS 14

const char *tnk_form_field_kind_to_string (TnkFormFieldKind kind);
gboolean tnk_form_field_kind_from_string (const char *text, TnkFormFieldKind *kind);

#define TNK_TYPE_FORM_FIELD (tnk_form_field_get_type ())

/**
 * TnkFormField:
 *
 * A field of a form. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormField, tnk_form_field, TNK, FORM_FIELD, GObject)

const char *tnk_form_field_get_id (TnkFormField *self);
TnkFormFieldKind tnk_form_field_get_kind (TnkFormField *self);
const char *tnk_form_field_get_number (TnkFormField *self);
TnkText *tnk_form_field_get_label (TnkFormField *self);
TnkText *tnk_form_field_get_clause (TnkFormField *self);
TnkText *tnk_form_field_get_help (TnkFormField *self);
TnkText *tnk_form_field_get_unit (TnkFormField *self);
gboolean tnk_form_field_is_required (TnkFormField *self);
gboolean tnk_form_field_is_many (TnkFormField *self);
gboolean tnk_form_field_is_written (TnkFormField *self);
gboolean tnk_form_field_is_of_step (TnkFormField *self);
gint64 tnk_form_field_get_least (TnkFormField *self);
gint64 tnk_form_field_get_most (TnkFormField *self);
guint tnk_form_field_get_n_choices (TnkFormField *self);
const char *tnk_form_field_get_choice_id (TnkFormField *self, guint position);
TnkText *tnk_form_field_get_choice (TnkFormField *self, guint position);
const char *tnk_form_field_get_choice_brief (TnkFormField *self, guint position);
TnkText *tnk_form_field_get_choice_help (TnkFormField *self, guint position);
TnkText *tnk_form_field_get_choice_clause (TnkFormField *self, guint position);
gboolean tnk_form_field_find_choice (TnkFormField *self, const char *id, guint *position);
char *tnk_form_field_clean (TnkFormField *self, const char *value, GError **error);

G_END_DECLS
