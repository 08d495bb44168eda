/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What is asked: the question, its clause, how binding it is, and, on demand, why it is asked and what could be shown. */

#define TENKEN_TYPE_QUESTION_TEXT (tenken_question_text_get_type ())
G_DECLARE_FINAL_TYPE (TenkenQuestionText, tenken_question_text, TENKEN, QUESTION_TEXT, GtkWidget)

/* carried: what is said of it beyond the question itself, or NULL. */
void tenken_question_text_show (TenkenQuestionText *self, TnkDuty *duty, const char *carried);
/* “Changed since last year …”, or that an exception has ended; NULL where there is nothing to be said. */
const char *tenken_carry_describe (TnkQuestionnaire *questionnaire, guint item);
/* What the same person answered in campaigns on other catalogs. */
void tenken_question_text_show_elsewhere (TenkenQuestionText *self, TnkQuestionnaire *questionnaire, guint item);
/* Behind the clause and the level. */
void tenken_question_text_add (TenkenQuestionText *self, GtkWidget *widget);

G_END_DECLS
