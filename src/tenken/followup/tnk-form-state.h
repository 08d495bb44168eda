/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-text.h"

G_BEGIN_DECLS

/**
 * TnkFormStateKind:
 * @TNK_FORM_STATE_KIND_DRAFT: the applicant writes
 * @TNK_FORM_STATE_KIND_OPEN: under way
 * @TNK_FORM_STATE_KIND_APPROVED: what was applied for is permitted
 * @TNK_FORM_STATE_KIND_REFUSED: it is not
 * @TNK_FORM_STATE_KIND_ENDED: it is over: withdrawn, expired, closed
 *
 * What the state of a record means, whatever a form calls it.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FORM_STATE_KIND_DRAFT,
  TNK_FORM_STATE_KIND_OPEN,
  TNK_FORM_STATE_KIND_APPROVED,
  TNK_FORM_STATE_KIND_REFUSED,
  TNK_FORM_STATE_KIND_ENDED,
} TnkFormStateKind;

/**
 * TNK_N_FORM_STATE_KINDS:
 *
 * How many kinds there are.
 *
 * Since: 0.1
 */
#define TNK_N_FORM_STATE_KINDS 5

const char *tnk_form_state_kind_to_string (TnkFormStateKind kind);
gboolean tnk_form_state_kind_from_string (const char *text, TnkFormStateKind *kind);

#define TNK_TYPE_FORM_STATE (tnk_form_state_get_type ())

/**
 * TnkFormState:
 *
 * A state in which a record of a form can be. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormState, tnk_form_state, TNK, FORM_STATE, GObject)

const char *tnk_form_state_get_id (TnkFormState *self);
TnkText *tnk_form_state_get_title (TnkFormState *self);
TnkFormStateKind tnk_form_state_get_kind (TnkFormState *self);

G_END_DECLS
