/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-round.h"

G_BEGIN_DECLS

/* Carries the changes of a round to the disk, and knows which of them are not there yet: what could not be stored stays
 * with it until a retry stores it. */

typedef struct _TenkenRoundSaver TenkenRoundSaver;
typedef void (*TenkenRoundSaverFunc) (gpointer user_data);

TenkenRoundSaver *tenken_round_saver_new (TnkSession *session,
                                          TnkQuestionnaire *questionnaire,
                                          TenkenRoundSaverFunc changed,
                                          gpointer user_data);
/* Answers that are under way still reach the disk; nobody is told of them any more. */
void tenken_round_saver_drop (TenkenRoundSaver *self);

void tenken_round_saver_save_answer (TenkenRoundSaver *self, guint item);
void tenken_round_saver_save_flag (TenkenRoundSaver *self, guint item);
void tenken_round_saver_save_promise (TenkenRoundSaver *self, guint item);
/* Where the person is: worth a try, not worth an alarm. */
void tenken_round_saver_save_place (TenkenRoundSaver *self, TnkDuty *duty);

TenkenSaveState tenken_round_saver_get_state (TenkenRoundSaver *self);
const char *tenken_round_saver_get_error (TenkenRoundSaver *self);
GDateTime *tenken_round_saver_get_saved_at (TenkenRoundSaver *self);
void tenken_round_saver_retry (TenkenRoundSaver *self);

G_END_DECLS
