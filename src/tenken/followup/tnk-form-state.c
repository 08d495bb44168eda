/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkFormState, tnk_form_state, G_TYPE_OBJECT)

static const char *const kinds[TNK_N_FORM_STATE_KINDS] = {"draft", "open", "approved", "refused", "ended"};

/**
 * tnk_form_state_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that form files use for what a state means.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_form_state_kind_to_string (TnkFormStateKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_FORM_STATE_KINDS, NULL);
  return kinds[kind];
}

/**
 * tnk_form_state_kind_from_string:
 * @text: a word
 * @kind: (out): the kind
 *
 * Reads the word that form files use for what a state means.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_form_state_kind_from_string (const char *text,
                                 TnkFormStateKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < TNK_N_FORM_STATE_KINDS; i++)
    if (g_str_equal (kinds[i], text)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

static void
tnk_form_state_finalize (GObject *object)
{
  TnkFormState *self = TNK_FORM_STATE (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  G_OBJECT_CLASS (tnk_form_state_parent_class)->finalize (object);
}

static void
tnk_form_state_class_init (TnkFormStateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_state_finalize;
}

static void
tnk_form_state_init (TnkFormState *self)
{
}

/**
 * tnk_form_state_get_id:
 * @self: a state
 *
 * Gets the id, unique in the form.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_state_get_id (TnkFormState *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STATE (self), NULL);
  return self->id;
}

/**
 * tnk_form_state_get_title:
 * @self: a state
 *
 * Gets what the form calls the state.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_state_get_title (TnkFormState *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STATE (self), NULL);
  return self->title;
}

/**
 * tnk_form_state_get_kind:
 * @self: a state
 *
 * Gets what the state means.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkFormStateKind
tnk_form_state_get_kind (TnkFormState *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STATE (self), TNK_FORM_STATE_KIND_ENDED);
  return self->kind;
}
