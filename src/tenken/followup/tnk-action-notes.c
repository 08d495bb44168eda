/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

#define MAX_NOTE 2000

void
tnk_action_note_clear (gpointer data)
{
  TnkActionNote *note = data;

  g_free (note->time);
  g_free (note->writer);
  g_free (note->text);
}

static const TnkActionNote *
note_at (TnkAction *self,
         guint note)
{
  return &g_array_index (self->notes, TnkActionNote, note);
}

/**
 * tnk_action_get_n_notes:
 * @self: an action
 *
 * Gets how many progress notes there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_action_get_n_notes (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), 0);
  return self->notes->len;
}

/**
 * tnk_action_get_note_time:
 * @self: an action
 * @note: which note, from 0, the oldest first
 *
 * Gets when a note was written.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_action_get_note_time (TnkAction *self,
                          guint note)
{
  g_return_val_if_fail (TNK_IS_ACTION (self) && note < self->notes->len, NULL);
  return note_at (self, note)->time;
}

/**
 * tnk_action_get_note_writer:
 * @self: an action
 * @note: which note, from 0, the oldest first
 *
 * Gets who wrote a note.
 *
 * Returns: (nullable): a staff number or another name, or `NULL` if whoever stores it is meant
 *
 * Since: 0.1
 */
const char *
tnk_action_get_note_writer (TnkAction *self,
                            guint note)
{
  g_return_val_if_fail (TNK_IS_ACTION (self) && note < self->notes->len, NULL);
  return note_at (self, note)->writer;
}

/**
 * tnk_action_get_note_text:
 * @self: an action
 * @note: which note, from 0, the oldest first
 *
 * Gets what a note says.
 *
 * Returns: the text as it was typed
 *
 * Since: 0.1
 */
const char *
tnk_action_get_note_text (TnkAction *self,
                          guint note)
{
  g_return_val_if_fail (TNK_IS_ACTION (self) && note < self->notes->len, NULL);
  return note_at (self, note)->text;
}

static gboolean
check_note (const char *text,
            GError **error)
{
  if (tnk_is_blank (text))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "a progress note says nothing; write something or leave it out");
  else if (!tnk_check_harmless ("progress note", text, TRUE, error))
    return FALSE;
  else if (g_utf8_strlen (text, -1) > MAX_NOTE)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "a progress note is longer than %d characters; shorten it", MAX_NOTE);
  else
    return TRUE;
  return FALSE;
}

/**
 * tnk_action_add_note:
 * @self: an action
 * @time: (nullable): when, ISO 8601; `NULL`: when it is stored
 * @writer: (nullable): who; `NULL`: whoever stores it
 * @text: what
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Adds a progress note after all others. None can be taken away.
 *
 * Returns: `TRUE` if the note can stand and was added
 *
 * Since: 0.1
 */
gboolean
tnk_action_add_note (TnkAction *self,
                     const char *time,
                     const char *writer,
                     const char *text,
                     GError **error)
{
  TnkActionNote note;

  g_return_val_if_fail (TNK_IS_ACTION (self) && text != NULL, FALSE);

  if (!check_note (text, error))
    return FALSE;
  note = (TnkActionNote){g_strdup (time), g_strdup (writer), g_strdup (text)};
  g_array_append_val (self->notes, note);
  return TRUE;
}
