/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-status.h"

#define BIT(status) (1u << TNK_ACTION_STATUS_##status)

static const struct
{
  const char *word;
  const char *ja;
  const char *en;
  guint next; /* what it can become */
} statuses[TNK_N_ACTION_STATUSES] = {
  [TNK_ACTION_STATUS_PROPOSED] = {"proposed", "提案", "Proposed", BIT (PLANNED) | BIT (UNDER_WAY) | BIT (WITHDRAWN)},
  [TNK_ACTION_STATUS_PLANNED] = {"planned", "計画", "Planned", BIT (PROPOSED) | BIT (UNDER_WAY) | BIT (DONE) | BIT (WITHDRAWN)},
  [TNK_ACTION_STATUS_UNDER_WAY] = {"under_way", "実施中", "Under way", BIT (PLANNED) | BIT (DONE) | BIT (WITHDRAWN)},
  [TNK_ACTION_STATUS_DONE] = {"done", "完了", "Done", BIT (VERIFIED) | BIT (UNDER_WAY)},
  [TNK_ACTION_STATUS_VERIFIED] = {"verified", "確認済み", "Verified", BIT (UNDER_WAY)},
  [TNK_ACTION_STATUS_WITHDRAWN] = {"withdrawn", "取下げ", "Withdrawn", BIT (PROPOSED)},
};

/**
 * tnk_action_status_to_string:
 * @status: a status
 *
 * Gets the word that the command line and the store use for a status.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_action_status_to_string (TnkActionStatus status)
{
  g_return_val_if_fail ((guint) status < TNK_N_ACTION_STATUSES, NULL);
  return statuses[status].word;
}

/**
 * tnk_action_status_from_string:
 * @text: a word
 * @status: (out): the status
 *
 * Reads the word that the command line and the store use for a status.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_action_status_from_string (const char *text,
                               TnkActionStatus *status)
{
  g_return_val_if_fail (text != NULL && status != NULL, FALSE);

  for (guint i = 0; i < TNK_N_ACTION_STATUSES; i++)
    if (g_str_equal (statuses[i].word, text)) {
      *status = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_action_status_get_label:
 * @status: a status
 * @language: (nullable): `ja`, `en`, or a locale; `NULL` means `ja`
 *
 * Gets what people call a status.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_action_status_get_label (TnkActionStatus status,
                             const char *language)
{
  g_return_val_if_fail ((guint) status < TNK_N_ACTION_STATUSES, NULL);
  return language != NULL && g_str_has_prefix (language, "en") ? statuses[status].en : statuses[status].ja;
}

/**
 * tnk_action_status_can_become:
 * @from: the present status
 * @to: another
 *
 * Tells whether an action can go from one status to another. Done is not verified: only what is done can be verified,
 * and what turns out not to be done goes back under way.
 *
 * Returns: `TRUE` if it can
 *
 * Since: 0.1
 */
gboolean
tnk_action_status_can_become (TnkActionStatus from,
                              TnkActionStatus to)
{
  g_return_val_if_fail ((guint) from < TNK_N_ACTION_STATUSES && (guint) to < TNK_N_ACTION_STATUSES, FALSE);
  return (statuses[from].next >> to) & 1;
}

/**
 * tnk_action_status_is_open:
 * @status: a status
 *
 * Tells whether there is still something to be done: proposed, planned or under way.
 *
 * Returns: `TRUE` if there is
 *
 * Since: 0.1
 */
gboolean
tnk_action_status_is_open (TnkActionStatus status)
{
  return status <= TNK_ACTION_STATUS_UNDER_WAY;
}

/**
 * tnk_action_status_is_agreed:
 * @status: a status
 *
 * Tells whether somebody stands for the action, so that it must have an owner and a day: planned, under way, done or
 * verified.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_action_status_is_agreed (TnkActionStatus status)
{
  return status >= TNK_ACTION_STATUS_PLANNED && status <= TNK_ACTION_STATUS_VERIFIED;
}
