/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

/* What a print-out of a record looks like. */

/**
 * tnk_form_get_output_title:
 * @self: a form
 *
 * Gets the title of the print-out.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_get_output_title (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->output_title;
}

/**
 * tnk_form_get_n_output_sections:
 * @self: a form
 *
 * Counts the sections of the print-out.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_output_sections (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->output_sections->len;
}

/**
 * tnk_form_get_output_section:
 * @self: a form
 * @position: which of them, in the order of the print-out
 *
 * Gets a section of the print-out.
 *
 * Returns: (transfer none): the section
 *
 * Since: 0.1
 */
TnkFormSection *
tnk_form_get_output_section (TnkForm *self,
                             guint position)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && position < self->output_sections->len, NULL);
  return self->output_sections->pdata[position];
}

/**
 * tnk_form_get_n_output_notes:
 * @self: a form
 *
 * Counts the notes at the foot of the print-out.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_output_notes (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->output_notes->len;
}

/**
 * tnk_form_get_output_note:
 * @self: a form
 * @position: which of them
 *
 * Gets a note at the foot of the print-out.
 *
 * Returns: (transfer none): the note
 *
 * Since: 0.1
 */
TnkText *
tnk_form_get_output_note (TnkForm *self,
                          guint position)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && position < self->output_notes->len, NULL);
  return self->output_notes->pdata[position];
}

/**
 * tnk_form_prints_history:
 * @self: a form
 *
 * Tells whether the print-out lists the steps that were taken.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_prints_history (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), FALSE);
  return self->output_history;
}

/**
 * tnk_form_has_short_text:
 * @self: a form
 *
 * Tells whether a record can be put as a short text.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_has_short_text (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), FALSE);
  return self->short_text != NULL;
}
