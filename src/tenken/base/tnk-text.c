/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-text.h"

struct _TnkText
{
  char *ja;
  char *en;
};

G_DEFINE_BOXED_TYPE (TnkText, tnk_text, tnk_text_ref, tnk_text_unref)

/**
 * tnk_text_new:
 * @ja: the Japanese wording
 * @en: (nullable): the English wording
 *
 * Creates a text.
 *
 * Returns: (transfer full): the new text
 *
 * Since: 0.1
 */
TnkText *
tnk_text_new (const char *ja,
              const char *en)
{
  g_return_val_if_fail (ja != NULL, NULL);

  TnkText *self = g_atomic_rc_box_new0 (TnkText);
  self->ja = g_strdup (ja);
  self->en = g_strdup (en);
  return self;
}

/**
 * tnk_text_ref:
 * @self: a text
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
TnkText *
tnk_text_ref (TnkText *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
tnk_text_clear (gpointer data)
{
  TnkText *self = data;

  g_free (self->ja);
  g_free (self->en);
}

/**
 * tnk_text_unref:
 * @self: (transfer full): a text
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
tnk_text_unref (TnkText *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, tnk_text_clear);
}

/**
 * tnk_text_get:
 * @self: a text
 * @language: (nullable): `ja`, `en`, or a locale such as `en_GB.UTF-8`; `NULL` means `ja`
 *
 * Gets the wording in a language, or the Japanese one where that language is missing.
 *
 * Returns: the wording, never `NULL`
 *
 * Since: 0.1
 */
const char *
tnk_text_get (TnkText *self,
              const char *language)
{
  g_return_val_if_fail (self != NULL, "");

  if (self->en != NULL && language != NULL && g_str_has_prefix (language, "en"))
    return self->en;
  return self->ja;
}

/**
 * tnk_text_has:
 * @self: a text
 * @language: `ja` or `en`
 *
 * Tells whether the text was given in a language.
 *
 * Returns: `TRUE` if the wording is there
 *
 * Since: 0.1
 */
gboolean
tnk_text_has (TnkText *self,
              const char *language)
{
  g_return_val_if_fail (self != NULL && language != NULL, FALSE);

  return g_str_equal (language, "ja") || (g_str_equal (language, "en") && self->en != NULL);
}

/**
 * tnk_text_equal:
 * @self: (nullable): a text
 * @other: (nullable): another
 *
 * Compares two texts in all languages.
 *
 * Returns: `TRUE` if both are alike, or both `NULL`
 *
 * Since: 0.1
 */
gboolean
tnk_text_equal (TnkText *self,
                TnkText *other)
{
  if (self == other)
    return TRUE;
  if (self == NULL || other == NULL)
    return FALSE;
  return g_str_equal (self->ja, other->ja) && g_strcmp0 (self->en, other->en) == 0;
}
