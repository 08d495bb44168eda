/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-field.h"

G_BEGIN_DECLS

#define TNK_TYPE_FORM_SECTION (tnk_form_section_get_type ())

/**
 * TnkFormSection:
 *
 * A part of a form: fields that stand together under a title. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormSection, tnk_form_section, TNK, FORM_SECTION, GObject)

const char *tnk_form_section_get_id (TnkFormSection *self);
TnkText *tnk_form_section_get_title (TnkFormSection *self);
TnkText *tnk_form_section_get_note (TnkFormSection *self);
guint tnk_form_section_get_n_fields (TnkFormSection *self);
TnkFormField *tnk_form_section_get_field (TnkFormSection *self, guint position);

G_END_DECLS
