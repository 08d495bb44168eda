/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The round of the person who is signed in: the questionnaire in the order in which it is asked, where the person is, and
 * what has reached the disk. Pages show a round and act on it; they keep nothing of it themselves.
 *
 * The round is a row of steps 0 … n - 1, a question each. Steps that belong together are a part: the scored questions of
 * one section to one role, or, behind the last section of a role, those about what merely has to reach it (△). */

typedef enum {
  TENKEN_SAVE_NOTHING, /* nothing was changed yet */
  TENKEN_SAVE_RUNNING,
  TENKEN_SAVE_DONE, /* all is on the disk */
  TENKEN_SAVE_FAILED, /* something is not; tenken_round_retry () tries again */
} TenkenSaveState;

typedef struct
{
  TnkRole *role; /* borrowed, as all of these */
  TnkSection *section; /* NULL for a part of unscored questions */
  guint first;
  guint n;
} TenkenPart;

#define TENKEN_TYPE_ROUND (tenken_round_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRound, tenken_round, TENKEN, ROUND, GObject)

/* Takes the questionnaire for the main thread; the session is told of every change. */
TenkenRound *tenken_round_new (TnkSession *session, TnkQuestionnaire *questionnaire);
TnkSession *tenken_round_get_session (TenkenRound *self);
TnkQuestionnaire *tenken_round_get_questionnaire (TenkenRound *self);
TnkCampaign *tenken_round_get_campaign (TenkenRound *self);
/* Submitted or accepted: to be looked at only. */
gboolean tenken_round_is_closed (TenkenRound *self);

/* --- the order --- */
guint tenken_round_get_n_steps (TenkenRound *self);
guint tenken_round_get_n_parts (TenkenRound *self);
const TenkenPart *tenken_round_get_part (TenkenRound *self, guint part);
guint tenken_round_find_part (TenkenRound *self, guint step);
/* The item of the questionnaire that a step asks. */
guint tenken_round_get_item (TenkenRound *self, guint step);
TnkDuty *tenken_round_get_duty (TenkenRound *self, guint step);
TnkQuestion *tenken_round_get_question (TenkenRound *self, guint step); /* never NULL */
gboolean tenken_round_is_scored (TenkenRound *self, guint step);
int tenken_round_find_step (TenkenRound *self, guint item);

/* --- where the person is; property "position", kept in the store --- */
guint tenken_round_get_position (TenkenRound *self);
void tenken_round_set_position (TenkenRound *self, guint step);
/* The next step without an answer behind this one, around the end; -1 when all have one. */
int tenken_round_next_open (TenkenRound *self, guint step);

/* --- what is answered; part -1 is all --- */
TnkAnswerValue tenken_round_get_answer (TenkenRound *self, guint step);
guint tenken_round_count (TenkenRound *self, int part);
guint tenken_round_count_answered (TenkenRound *self, int part);
guint tenken_round_count_flagged (TenkenRound *self);
guint tenken_round_get_minutes_left (TenkenRound *self, int part);

/* --- changes: seen at once, stored off the main loop; signal "changed" (guint step) --- */
/* Of an answer that cannot stand (no reason, text too long, control characters) nothing is changed and the error says why. */
gboolean tenken_round_answer (TenkenRound *self, guint step, TnkAnswerValue value, const char *comment, GError **error);
gboolean tenken_round_set_evidence (TenkenRound *self, guint step, const char *evidence, GError **error);
void tenken_round_set_flagged (TenkenRound *self, guint step, gboolean flagged);
/* due: "YYYY-MM", or NULL to take the promise back. */
void tenken_round_promise (TenkenRound *self, guint step, const char *due);

/* --- the disk; property "save-state" --- */
TenkenSaveState tenken_round_get_save_state (TenkenRound *self);
const char *tenken_round_get_save_error (TenkenRound *self); /* NULL unless FAILED */
GDateTime *tenken_round_get_saved_at (TenkenRound *self); /* NULL before the first */
void tenken_round_retry (TenkenRound *self);

void tenken_round_submit_async (TenkenRound *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean tenken_round_submit_finish (TenkenRound *self, GAsyncResult *result, GError **error);

G_END_DECLS
