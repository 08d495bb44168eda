/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What an answer looks like everywhere: one colour, one pattern, one sign, as large as CSS says (css name "answersign",
 * 1.6 em unless told otherwise), and one word. */

#define TENKEN_TYPE_ANSWER_SIGN (tenken_answer_sign_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAnswerSign, tenken_answer_sign, TENKEN, ANSWER_SIGN, GtkWidget)

GtkWidget *tenken_answer_sign_new (TnkAnswerValue value);
TnkAnswerValue tenken_answer_sign_get_value (TenkenAnswerSign *self);
void tenken_answer_sign_set_value (TenkenAnswerSign *self, TnkAnswerValue value);

/* 実施済み, Implemented and so on, in the language of the screen. */
const char *tenken_answer_get_word (TnkAnswerValue value);
/* The CSS class that gives "color" the colour of the answer: "answer-implemented" and so on. */
const char *tenken_answer_get_css_class (TnkAnswerValue value);

G_END_DECLS
