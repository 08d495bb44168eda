/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The answers to one question, to choose one of: whole cards below one another, or, compact, their signs side by side.
 *
 * Property "value" (int, a TnkAnswerValue). Signal "chosen" (int): somebody chose an answer, perhaps the one that stands
 * already; the owner sets the value, or does not. */

#define TENKEN_TYPE_ANSWER_CHOICE (tenken_answer_choice_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAnswerChoice, tenken_answer_choice, TENKEN, ANSWER_CHOICE, GtkWidget)

GtkWidget *tenken_answer_choice_new (gboolean compact);
/* question: NULL where no answer has words of its own. previous: last year's answer. */
void tenken_answer_choice_set_question (TenkenAnswerChoice *self, TnkQuestion *question, TnkAnswerValue previous);
/* Whether “excepted” is among the answers; it always is while it is the value. */
void tenken_answer_choice_set_may_except (TenkenAnswerChoice *self, gboolean may_except);
TnkAnswerValue tenken_answer_choice_get_value (TenkenAnswerChoice *self);
void tenken_answer_choice_set_value (TenkenAnswerChoice *self, TnkAnswerValue value);
/* Without, everything is to be seen and nothing is chosen. */
void tenken_answer_choice_set_editable (TenkenAnswerChoice *self, gboolean editable);
/* A widget below the card of an answer; UNANSWERED: nowhere. It stays with the choice. */
void tenken_answer_choice_set_detail (TenkenAnswerChoice *self, GtkWidget *detail);
void tenken_answer_choice_place_detail (TenkenAnswerChoice *self, TnkAnswerValue value);
gboolean tenken_answer_choice_offers (TenkenAnswerChoice *self, TnkAnswerValue value);

G_END_DECLS
