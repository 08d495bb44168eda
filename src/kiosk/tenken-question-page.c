/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-question-page.h"

struct _TenkenQuestionPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenQuestionPage, tenken_question_page, ADW_TYPE_BIN)

static void
tenken_question_page_class_init (TenkenQuestionPageClass *klass)
{
}

static void
tenken_question_page_init (TenkenQuestionPage *self)
{
}

GtkWidget *
tenken_question_page_new (TenkenRound *round, GSettings *settings)
{
  return g_object_new (TENKEN_TYPE_QUESTION_PAGE, NULL);
}
