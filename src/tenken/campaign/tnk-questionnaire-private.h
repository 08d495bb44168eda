/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-questionnaire.h"

G_BEGIN_DECLS

/* tnk-questionnaire.c holds what is asked and answered, tnk-questionnaire-notes.c what helps the person on the way. */

typedef struct
{
  TnkDuty *duty; /* borrowed from the catalog */
  TnkAnswerValue value;
  char *comment;
  char *evidence;
  TnkAnswerValue previous;
  TnkCarry carry;
  char *previous_comment;
  char *promise;
  GPtrArray *elsewhere; /* (element-type TnkElsewhere); NULL: none */
  gboolean flagged;
  gboolean may_except;
  gboolean lapsed;
} TnkQuestionnaireItem;

struct _TnkQuestionnaire
{
  GObject parent_instance;

  TnkCampaign *campaign;
  char *person_id;
  char *reference;
  char *remark;
  TnkQuestionnaireState state;
  guint64 role_bits;
  int place; /* an item, or -1 */
  gboolean department_closed;
  GArray *items; /* (element-type TnkQuestionnaireItem) */
};

static inline TnkQuestionnaireItem *
tnk_questionnaire_item_at (TnkQuestionnaire *self,
                           guint item)
{
  return &g_array_index (self->items, TnkQuestionnaireItem, item);
}

G_END_DECLS
