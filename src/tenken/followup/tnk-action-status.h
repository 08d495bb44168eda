/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkActionStatus:
 * @TNK_ACTION_STATUS_PROPOSED: 提案, nobody has agreed yet
 * @TNK_ACTION_STATUS_PLANNED: 計画, with an owner and a day
 * @TNK_ACTION_STATUS_UNDER_WAY: 実施中
 * @TNK_ACTION_STATUS_DONE: 完了, says whoever did it
 * @TNK_ACTION_STATUS_VERIFIED: 確認済み, says somebody else
 * @TNK_ACTION_STATUS_WITHDRAWN: 取下げ
 *
 * How far an action is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ACTION_STATUS_PROPOSED,
  TNK_ACTION_STATUS_PLANNED,
  TNK_ACTION_STATUS_UNDER_WAY,
  TNK_ACTION_STATUS_DONE,
  TNK_ACTION_STATUS_VERIFIED,
  TNK_ACTION_STATUS_WITHDRAWN,
} TnkActionStatus;

/**
 * TNK_N_ACTION_STATUSES:
 *
 * How many statuses there are.
 *
 * Since: 0.1
 */
#define TNK_N_ACTION_STATUSES 6

const char *tnk_action_status_to_string (TnkActionStatus status);
gboolean tnk_action_status_from_string (const char *text, TnkActionStatus *status);
const char *tnk_action_status_get_label (TnkActionStatus status, const char *language);
gboolean tnk_action_status_can_become (TnkActionStatus from, TnkActionStatus to);
gboolean tnk_action_status_is_open (TnkActionStatus status);
gboolean tnk_action_status_is_agreed (TnkActionStatus status);

G_END_DECLS
