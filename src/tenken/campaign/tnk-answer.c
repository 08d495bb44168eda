/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-private.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

/* A comment longer than this is a pasted document. */
#define MAX_COMMENT 4000

static gboolean
check_note (const char *what,
            const char *note,
            GError **error)
{
  if (!tnk_check_harmless (what, note, TRUE, error))
    return FALSE;
  if (note == NULL || strlen (note) <= MAX_COMMENT || g_utf8_strlen (note, -1) <= MAX_COMMENT)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the %s is longer than %d characters; shorten it", what,
               MAX_COMMENT);
  return FALSE;
}

gboolean
tnk_answer_check_evidence (const char *evidence,
                           GError **error)
{
  return check_note ("evidence note", evidence, error);
}

/**
 * tnk_answer_check:
 * @value: an answer
 * @comment: (nullable): the comment or reason that goes with it
 * @has_exception: whether a live approved exception covers the item
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `REFUSED`
 *
 * Checks an answer by itself: not applicable needs a reason, excepted needs a live exception.
 *
 * Returns: `TRUE` if the answer can stand
 *
 * Since: 0.1
 */
gboolean
tnk_answer_check (TnkAnswerValue value,
                  const char *comment,
                  gboolean has_exception,
                  GError **error)
{
  if ((guint) value >= TNK_N_ANSWER_VALUES)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%d is not an answer", value);
  else if (!check_note ("comment", comment, error))
    return FALSE;
  else if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE && tnk_is_blank (comment))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "“not applicable” needs a reason; write it as the comment");
  else if (value == TNK_ANSWER_VALUE_EXCEPTED && !has_exception)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED,
                         "“excepted” needs an approved exception that is live; there is none for this control");
  else
    return TRUE;
  return FALSE;
}
