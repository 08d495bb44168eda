/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-field.h"
#include "tnk-form-state.h"

G_BEGIN_DECLS

/**
 * TnkFormStepKind:
 * @TNK_FORM_STEP_KIND_SUBMIT: 申請・提出
 * @TNK_FORM_STEP_KIND_ADVISE: 助言
 * @TNK_FORM_STEP_KIND_REPORT: 報告
 * @TNK_FORM_STEP_KIND_APPROVE: 許可・承認; never by the applicant
 * @TNK_FORM_STEP_KIND_REFUSE: 不許可; never by the applicant
 * @TNK_FORM_STEP_KIND_RETURN: 差戻し, with a note
 * @TNK_FORM_STEP_KIND_NOTIFY: 通知
 * @TNK_FORM_STEP_KIND_NAME: 指定: somebody is named
 * @TNK_FORM_STEP_KIND_USE: what was applied for is used
 * @TNK_FORM_STEP_KIND_END: 終了, after it was permitted
 * @TNK_FORM_STEP_KIND_WITHDRAW: 取下げ, before it is
 * @TNK_FORM_STEP_KIND_OTHER: anything else
 *
 * What a step does, whatever a form calls it.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FORM_STEP_KIND_SUBMIT,
  TNK_FORM_STEP_KIND_ADVISE,
  TNK_FORM_STEP_KIND_REPORT,
  TNK_FORM_STEP_KIND_APPROVE,
  TNK_FORM_STEP_KIND_REFUSE,
  TNK_FORM_STEP_KIND_RETURN,
  TNK_FORM_STEP_KIND_NOTIFY,
  TNK_FORM_STEP_KIND_NAME,
  TNK_FORM_STEP_KIND_USE,
  TNK_FORM_STEP_KIND_END,
  TNK_FORM_STEP_KIND_WITHDRAW,
  TNK_FORM_STEP_KIND_OTHER,
} TnkFormStepKind;

/**
 * TNK_N_FORM_STEP_KINDS:
 *
 * How many kinds there are.
 *
 * Since: 0.1
 */
#define TNK_N_FORM_STEP_KINDS 12

const char *tnk_form_step_kind_to_string (TnkFormStepKind kind);
gboolean tnk_form_step_kind_from_string (const char *text, TnkFormStepKind *kind);

/**
 * TnkFormStepNote:
 * @TNK_FORM_STEP_NOTE_OPTIONAL: a note may be written
 * @TNK_FORM_STEP_NOTE_NONE: none is asked for
 * @TNK_FORM_STEP_NOTE_REQUIRED: a note must say why
 *
 * Whether a note is written with a step.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FORM_STEP_NOTE_OPTIONAL,
  TNK_FORM_STEP_NOTE_NONE,
  TNK_FORM_STEP_NOTE_REQUIRED,
} TnkFormStepNote;

#define TNK_TYPE_FORM_STEP (tnk_form_step_get_type ())

/**
 * TnkFormStep:
 *
 * A step that somebody can take with a record of a form. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormStep, tnk_form_step, TNK, FORM_STEP, GObject)

const char *tnk_form_step_get_id (TnkFormStep *self);
TnkText *tnk_form_step_get_title (TnkFormStep *self);
TnkText *tnk_form_step_get_clause (TnkFormStep *self);
TnkFormStepKind tnk_form_step_get_kind (TnkFormStep *self);
TnkFormStepNote tnk_form_step_get_note (TnkFormStep *self);
TnkFormState *tnk_form_step_get_to (TnkFormStep *self);
gboolean tnk_form_step_begins_in (TnkFormStep *self, TnkFormState *state);
guint tnk_form_step_get_n_fields (TnkFormStep *self);
TnkFormField *tnk_form_step_get_field (TnkFormStep *self, guint position);
gboolean tnk_form_step_requires (TnkFormStep *self, TnkFormField *field);

G_END_DECLS
