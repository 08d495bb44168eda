/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits-private.h"

G_BEGIN_DECLS

/* tnk-answer-edit.c compares, tnk-answer-edit-rows.c holds what differs. */

typedef struct
{
  TnkAnswerValue value;
  char *comment; /* "" for none */
  char *evidence;
} TnkAnswerSaid;

typedef struct
{
  TnkDuty *duty; /* borrowed from the catalog */
  char *place;
  TnkAnswerSaid sheet;
  TnkAnswerSaid store;
  gboolean newer; /* the store’s was given after the sheet was made */
  gboolean conflict;
  TnkAnswerDecision decision;
} TnkEditedAnswer;

struct _TnkAnswerEdit
{
  GObject parent_instance;

  char *person_id;
  char *person_name;
  char *department_id;
  char *filename;
  char *made;
  TnkQuestionnaireState state;
  TnkAnswerLock lock;
  gboolean draft;
  GArray *answers; /* (element-type TnkEditedAnswer): all that the sheet says */
  GArray *rows; /* (element-type guint): those that differ */
};

static inline TnkEditedAnswer *
tnk_answer_edit_at (TnkAnswerEdit *self,
                    guint position)
{
  return &g_array_index (self->answers, TnkEditedAnswer, position);
}

static inline TnkEditedAnswer *
tnk_answer_edit_row (TnkAnswerEdit *self,
                     guint row)
{
  return tnk_answer_edit_at (self, g_array_index (self->rows, guint, row));
}

G_END_DECLS
