/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-reminders.h"

G_BEGIN_DECLS

/* Whom to remind: people who have still to hand in, in departments that are open. */
GPtrArray *tnk_reminders_list (TnkTurnout *turnout, int department);
/* How many are missing in a department alone, if it is open. */
guint tnk_reminders_count (TnkTurnout *turnout, guint department);
/* How many days are left until the campaign closes; less than 0 afterwards. FALSE if it has no closing day. */
gboolean tnk_reminders_count_days (TnkTurnout *turnout, const char *today, int *days);
/* The departments that a list is about: from the first up to the end. */
void tnk_reminders_find_scope (TnkTurnout *turnout, int department, guint *first, guint *end);

G_END_DECLS
