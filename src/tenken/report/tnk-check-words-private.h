/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-mark.h"

G_BEGIN_DECLS

/* What stands on a self-check sheet, in one language. */
typedef struct
{
  const char *cover; /* names of sheets and of things */
  const char *title;
  const char *self_check;
  const char *campaign;
  const char *period;
  const char *person_id;
  const char *person_name;
  const char *how;
  const char *const *steps;
  const char *meanings;
  const char *const *meaning; /* of each of the five answers */
  const char *classification;
  const char *made;
  const char *role; /* above the questions of a role */
  const char *const *headers;
  const char *required;
  const char *recommended;
  const char *informed;
  const char *evidence;
  const char *stop_title;
  const char *stop;
} TnkCheckWords;

#define TNK_N_CHECK_HEADERS 7

/* How a returned workbook knows itself; see tnk-return-private.h. */
#define TNK_CHECK_KIND "check-sheet"
#define TNK_CHECK_PERSON_ID "person_id"
#define TNK_CHECK_PERSON_NAME "person_name"
#define TNK_CHECK_QUESTION "question"
#define TNK_CHECK_ANSWER "answer"
#define TNK_CHECK_COMMENT "comment"
#define TNK_CHECK_EVIDENCE "evidence"

const TnkCheckWords *tnk_check_words (const char *language);
const char *const *tnk_check_answer_words (const char *language);
gboolean tnk_check_answer_parse (const char *text, TnkAnswerValue *value);

G_END_DECLS
