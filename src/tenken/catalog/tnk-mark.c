/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-mark.h"

static const char *const marks[] = {"none", "responsible", "informed", "permits", "approves"};
static const char *const symbols[] = {"", "○", "△", "許", "承"};
static const char *const levels[] = {"required", "recommended"};
static const char *const kinds[] = {"scale", "single", "multiple", "number", "date", "short-text", "long-text"};
static const char *const values[] = {
  "unanswered", "implemented", "partial", "not_implemented", "not_applicable", "excepted"};

static int
find_word (const char *const *words,
           guint n_words,
           const char *text)
{
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], text))
      return i;
  return -1;
}

/**
 * tnk_mark_to_string:
 * @mark: a mark
 *
 * Gets the word that files use for a mark.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_mark_to_string (TnkMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (marks), NULL);
  return marks[mark];
}

/**
 * tnk_mark_from_string:
 * @text: a word
 * @mark: (out): the mark
 *
 * Reads the word that files use for a mark.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_mark_from_string (const char *text,
                      TnkMark *mark)
{
  g_return_val_if_fail (text != NULL && mark != NULL, FALSE);

  int found = find_word (marks, G_N_ELEMENTS (marks), text);
  if (found < 0)
    return FALSE;
  *mark = found;
  return TRUE;
}

/**
 * tnk_mark_to_symbol:
 * @mark: a mark
 *
 * Gets the sign that the printed matrix uses: ○ △ 許 承, or nothing.
 *
 * Returns: the sign
 *
 * Since: 0.1
 */
const char *
tnk_mark_to_symbol (TnkMark mark)
{
  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (symbols), NULL);
  return symbols[mark];
}

/**
 * tnk_mark_is_scored:
 * @mark: a mark
 *
 * Tells whether a duty with this mark gives a scored question: ○, 許 and 承 do.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
tnk_mark_is_scored (TnkMark mark)
{
  return mark == TNK_MARK_RESPONSIBLE || mark == TNK_MARK_PERMITS || mark == TNK_MARK_APPROVES;
}

/**
 * tnk_level_to_string:
 * @level: a level
 *
 * Gets the word that files use for a level.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_level_to_string (TnkLevel level)
{
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (levels), NULL);
  return levels[level];
}

/**
 * tnk_level_from_string:
 * @text: a word
 * @level: (out): the level
 *
 * Reads the word that files use for a level.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_level_from_string (const char *text,
                       TnkLevel *level)
{
  g_return_val_if_fail (text != NULL && level != NULL, FALSE);

  int found = find_word (levels, G_N_ELEMENTS (levels), text);
  if (found < 0)
    return FALSE;
  *level = found;
  return TRUE;
}

/**
 * tnk_question_kind_to_string:
 * @kind: a question kind
 *
 * Gets the word that files use for a question kind.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_question_kind_to_string (TnkQuestionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

/**
 * tnk_question_kind_from_string:
 * @text: a word
 * @kind: (out): the question kind
 *
 * Reads the word that files use for a question kind.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_question_kind_from_string (const char *text,
                               TnkQuestionKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  int found = find_word (kinds, G_N_ELEMENTS (kinds), text);
  if (found < 0)
    return FALSE;
  *kind = found;
  return TRUE;
}

/**
 * tnk_answer_value_to_string:
 * @value: a answer
 *
 * Gets the word that files use for a answer.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_answer_value_to_string (TnkAnswerValue value)
{
  g_return_val_if_fail ((guint) value < G_N_ELEMENTS (values), NULL);
  return values[value];
}

/**
 * tnk_answer_value_from_string:
 * @text: a word
 * @value: (out): the answer
 *
 * Reads the word that files use for a answer.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_answer_value_from_string (const char *text,
                              TnkAnswerValue *value)
{
  g_return_val_if_fail (text != NULL && value != NULL, FALSE);

  int found = find_word (values, G_N_ELEMENTS (values), text);
  if (found < 0)
    return FALSE;
  *value = found;
  return TRUE;
}
