/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-round.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_QUESTION_PAGE (tenken_question_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenQuestionPage, tenken_question_page, TENKEN, QUESTION_PAGE, AdwBin)

GtkWidget *tenken_question_page_new (TenkenRound *round, GSettings *settings);

G_END_DECLS
