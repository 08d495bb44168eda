/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_QUESTION_PAGE (tenken_question_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenQuestionPage, tenken_question_page, TENKEN, QUESTION_PAGE, AdwBin)

/* One question at a time: the one at the position of the round, wherever that goes. */
GtkWidget *tenken_question_page_new (TenkenRound *round, GSettings *settings);
/* Somebody chose “not applicable” elsewhere: the next page that shows this step asks for the reason at once. */
void tenken_question_page_want_reason (TenkenRound *round, guint step);

G_END_DECLS
