/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* One answer on its way into the store. */
typedef struct
{
  guint person; /* whose it is: a place in the list of whoever gathers the rows */
  guint16 duty;
  guint8 value;
  char *comment; /* NULL if none */
  char *evidence; /* NULL if none */
} TnkAnswerRow;

/* Writes the answers of one person after the other within a change: merges them with what was answered before, keeps
 * what is replaced in the log, and hands the questionnaire in unless it shall stay a draft. */
typedef struct
{
  TnkChange *change;
  const char *campaign_id;
  gboolean draft;
  gboolean evidence; /* whether notes on evidence come in too; else those that are there stay */
  TnkStatement *insert;
  TnkStatement *read;
  TnkStatement *submit;
  TnkStatement *release;
} TnkAnswerWriter;

gboolean tnk_answer_writer_open (TnkAnswerWriter *self, TnkChange *change, const char *campaign_id, gboolean draft, gboolean evidence, GError **error);
void tnk_answer_writer_close (TnkAnswerWriter *self);
/* The rows are those of one person, sorted by duty. */
gboolean tnk_answer_writer_write (TnkAnswerWriter *self, gint64 questionnaire_no, const char *person_id, gboolean has_answers, const TnkAnswerRow *rows, guint n_rows, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkAnswerWriter, tnk_answer_writer_close)

G_END_DECLS
