/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-answer-choice.h"
#include "tenken-note.h"
#include "tnk-ui.h"

G_BEGIN_DECLS

/* For tests of the pages on which answers are given: an empty round of somebody, on a store, and its pages worked by keys
 * as the window hears them. */

typedef struct
{
  TenkenRound *round;
  TnkQuestionnaire *questionnaire; /* of the round */
  GtkWidget *page; /* of the window; the test sets it */
} TnkUiAnswers;

void tnk_ui_answers_add (const char *path, const char *person_id, void (*test) (TnkUiAnswers *, gconstpointer));
/* Runs what was added; returns the status of the program. */
int tnk_ui_answers_run (void);
TnkUi *tnk_ui_answers_get_ui (void);

/* Presses and releases a key; returns whether it did something. */
gboolean tnk_ui_press (guint keyval);
/* As tnk_ui_find (), of what must be there. */
GtkWidget *tnk_ui_get (GtkWidget *below, GType type);
GtkWidget *tnk_ui_get_card (TenkenAnswerChoice *choice, TnkAnswerValue value);
/* The label that shows a text; NULL: none. */
GtkWidget *tnk_ui_find_text (GtkWidget *below, const char *text);
/* Presses the button that shows a text. */
void tnk_ui_click (TnkUiAnswers *fixture, const char *text);
void tnk_ui_type (TenkenNote *note, const char *text);
void tnk_ui_wait_for (guint milliseconds);

void tnk_ui_assert_answer (TnkUiAnswers *fixture, guint step, TnkAnswerValue value, const char *comment);
void tnk_ui_set_previous (TnkUiAnswers *fixture, guint step, TnkAnswerValue value, const char *comment);

G_END_DECLS
