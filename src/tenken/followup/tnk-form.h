/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-deadline.h"
#include "tnk-form-section.h"

G_BEGIN_DECLS

#define TNK_TYPE_FORM (tnk_form_get_type ())

/**
 * TnkForm:
 *
 * A form (様式): what is written into a record, which steps it takes, who may take them, until when. It is read from a data
 * file, so that a body can add its own. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkForm, tnk_form, TNK, FORM, GObject)

TnkForm *tnk_form_load_file (const char *filename, GPtrArray **problems, GError **error);
TnkForm *tnk_form_load_data (const char *name, const char *data, gssize length, GPtrArray **problems, GError **error);

const char *tnk_form_get_id (TnkForm *self);
const char *tnk_form_get_edition (TnkForm *self);
TnkText *tnk_form_get_title (TnkForm *self);
TnkText *tnk_form_get_clause (TnkForm *self);
TnkText *tnk_form_get_source (TnkForm *self);
const char *tnk_form_get_content (TnkForm *self);
const char *tnk_form_get_fingerprint (TnkForm *self);
gboolean tnk_form_permits (TnkForm *self);

guint tnk_form_get_n_sections (TnkForm *self);
TnkFormSection *tnk_form_get_section (TnkForm *self, guint index);
TnkFormSection *tnk_form_lookup_section (TnkForm *self, const char *id);
guint tnk_form_get_n_fields (TnkForm *self);
TnkFormField *tnk_form_get_field (TnkForm *self, guint index);
TnkFormField *tnk_form_lookup_field (TnkForm *self, const char *id);
guint tnk_form_get_n_states (TnkForm *self);
TnkFormState *tnk_form_get_state (TnkForm *self, guint index);
TnkFormState *tnk_form_lookup_state (TnkForm *self, const char *id);
guint tnk_form_get_n_steps (TnkForm *self);
TnkFormStep *tnk_form_get_step (TnkForm *self, guint index);
TnkFormStep *tnk_form_lookup_step (TnkForm *self, const char *id);
guint tnk_form_get_n_deadlines (TnkForm *self);
TnkFormDeadline *tnk_form_get_deadline (TnkForm *self, guint index);

TnkText *tnk_form_get_output_title (TnkForm *self);
guint tnk_form_get_n_output_sections (TnkForm *self);
TnkFormSection *tnk_form_get_output_section (TnkForm *self, guint position);
guint tnk_form_get_n_output_notes (TnkForm *self);
TnkText *tnk_form_get_output_note (TnkForm *self, guint position);
gboolean tnk_form_prints_history (TnkForm *self);
gboolean tnk_form_has_short_text (TnkForm *self);

G_END_DECLS
