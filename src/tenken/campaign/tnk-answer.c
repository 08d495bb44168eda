/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

/* A comment longer than this is a pasted document. */
#define MAX_COMMENT 4000

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
  else if (comment != NULL && !tnk_is_harmless (comment, TRUE))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "the comment holds a control character or a direction mark, or is not UTF-8; remove it");
  else if (comment != NULL && strlen (comment) > MAX_COMMENT && g_utf8_strlen (comment, -1) > MAX_COMMENT)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the comment is longer than %d characters; shorten it",
                 MAX_COMMENT);
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
