/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-seat-private.h"
#include "tnk-session.h"
#include "tnk-terminal.h"
#include "tnk-worker-private.h"

G_BEGIN_DECLS

/* tnk-session.c holds who is signed in, tnk-session-answers.c what is done to the questionnaire. */

/* Called on the thread of the terminal. Takes what the sign-in holds. */
TnkSession *tnk_session_new (TnkTerminal *terminal, TnkSignIn *sign_in);

/* What a verb takes to the thread. */
typedef struct
{
  TnkSeat *seat;
  char *pin;
  char *control_id; /* the duty, by its names: the thread works with a catalog of its own */
  char *role_id;
  TnkAnswerValue value;
  gboolean flagged;
  char *comment;
  char *evidence;
  char *due;
  char *filename;
  gpointer call; /* work at a desk */
  GDestroyNotify call_free;
} TnkSessionJob;

TnkSessionJob *tnk_session_job_new (TnkDuty *duty);
/* Takes the job to the thread. After the sign-out the verb fails. */
void tnk_session_start (TnkSession *self, gpointer tag, TnkSessionJob *job, TnkWorkerFunc func, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void tnk_session_return_boolean (GTask *task, gboolean done, GError *error);

G_END_DECLS
