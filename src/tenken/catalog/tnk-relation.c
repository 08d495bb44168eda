/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-relation.h"

static const char *const words[TNK_N_RELATIONS] = {"same", "part", "wider", "related"};

/**
 * tnk_relation_to_string:
 * @relation: a relation
 *
 * Gets the word that files and the command line use for a relation.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_relation_to_string (TnkRelation relation)
{
  g_return_val_if_fail ((guint) relation < TNK_N_RELATIONS, NULL);
  return words[relation];
}

/**
 * tnk_relation_from_string:
 * @text: a word
 * @relation: (out): the relation
 *
 * Reads the word that files and the command line use for a relation.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_relation_from_string (const char *text,
                          TnkRelation *relation)
{
  g_return_val_if_fail (text != NULL && relation != NULL, FALSE);

  for (guint i = 0; i < TNK_N_RELATIONS; i++)
    if (g_str_equal (words[i], text)) {
      *relation = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_relation_invert:
 * @relation: how one control stands to another
 *
 * Turns a relation round.
 *
 * Returns: how the other stands to the one
 *
 * Since: 0.1
 */
TnkRelation
tnk_relation_invert (TnkRelation relation)
{
  switch (relation) {
  case TNK_RELATION_PART:
    return TNK_RELATION_WIDER;
  case TNK_RELATION_WIDER:
    return TNK_RELATION_PART;
  case TNK_RELATION_SAME:
  case TNK_RELATION_RELATED:
  default:
    return relation;
  }
}

/**
 * tnk_relation_combine:
 * @first: how a control stands to a second
 * @second: how that one stands to a third
 *
 * Follows two relations one after the other. What is a part of something wider need not be in the third at all, so that only
 * the matter is left in common.
 *
 * Returns: how the first control stands to the third
 *
 * Since: 0.1
 */
TnkRelation
tnk_relation_combine (TnkRelation first,
                      TnkRelation second)
{
  if (first == TNK_RELATION_SAME || first == second)
    return second;
  return second == TNK_RELATION_SAME ? first : TNK_RELATION_RELATED;
}

/**
 * tnk_relation_covers:
 * @relation: how a control stands to another
 *
 * Tells whether who keeps the one keeps the other, too.
 *
 * Returns: `TRUE` if it asks the same or more
 *
 * Since: 0.1
 */
gboolean
tnk_relation_covers (TnkRelation relation)
{
  return relation == TNK_RELATION_SAME || relation == TNK_RELATION_WIDER;
}
