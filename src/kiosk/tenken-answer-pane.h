/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-round.h"

G_BEGIN_DECLS

/* The answer to one step of a round, and all that goes with it: last year's to take over, the answers to choose from, the
 * note or the reason that belongs to one, the note on evidence. What is chosen or written goes to the round at once.
 *
 * Signal "complete": an answer was given that asks for nothing more, so that the next question may come. */

#define TENKEN_TYPE_ANSWER_PANE (tenken_answer_pane_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAnswerPane, tenken_answer_pane, TENKEN, ANSWER_PANE, GtkWidget)

/* The button that takes last year's answer over; to be put where there is room. */
GtkWidget *tenken_answer_pane_get_last_year (TenkenAnswerPane *self);
void tenken_answer_pane_set_round (TenkenAnswerPane *self, TenkenRound *round);
/* What was written about the step before is stored first. */
void tenken_answer_pane_show (TenkenAnswerPane *self, guint step);
/* Stores what was written; FALSE, with the focus on it, where that cannot stand. */
gboolean tenken_answer_pane_flush (TenkenAnswerPane *self);

/* What keys do. */
void tenken_answer_pane_choose (TenkenAnswerPane *self, TnkAnswerValue value);
void tenken_answer_pane_take_last_year (TenkenAnswerPane *self);

G_END_DECLS
