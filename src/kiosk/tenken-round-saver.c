/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-round-saver.h"

typedef enum {
  ANSWER,
  FLAG,
  PROMISE,
  N_KINDS
} Kind;

struct _TenkenRoundSaver
{
  gatomicrefcount refs; /* one for the round, one for each job under way */
  TnkSession *session;
  TnkQuestionnaire *questionnaire;
  TenkenRoundSaverFunc changed; /* NULL once dropped */
  gpointer user_data;
  guint n_running;
  GHashTable *failed[N_KINDS]; /* (element-type guint): the items whose last save failed */
  char *error;
  GDateTime *saved_at;
};

/* One change on its way to the disk. */
typedef struct
{
  TenkenRoundSaver *saver;
  Kind kind;
  guint item;
} Job;

TenkenRoundSaver *
tenken_round_saver_new (TnkSession *session,
                        TnkQuestionnaire *questionnaire,
                        TenkenRoundSaverFunc changed,
                        gpointer user_data)
{
  TenkenRoundSaver *self = g_new0 (TenkenRoundSaver, 1);

  g_atomic_ref_count_init (&self->refs);
  self->session = g_object_ref (session);
  self->questionnaire = g_object_ref (questionnaire);
  self->changed = changed;
  self->user_data = user_data;
  for (guint kind = 0; kind < N_KINDS; kind++)
    self->failed[kind] = g_hash_table_new (NULL, NULL);
  return self;
}

static void
unref (TenkenRoundSaver *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_object_unref (self->session);
  g_object_unref (self->questionnaire);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_hash_table_unref (self->failed[kind]);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_free (self->error);
  g_free (self);
}

void
tenken_round_saver_drop (TenkenRoundSaver *self)
{
  self->changed = NULL;
  unref (self);
}

static void
tell (TenkenRoundSaver *self)
{
  if (self->changed != NULL)
    self->changed (self->user_data);
}

static guint
count_failed (TenkenRoundSaver *self)
{
  guint n = 0;

  for (guint kind = 0; kind < N_KINDS; kind++)
    n += g_hash_table_size (self->failed[kind]);
  return n;
}

static gboolean
finish (Job *job,
        GAsyncResult *result,
        GError **error)
{
  switch (job->kind) {
  case ANSWER:
    return tnk_session_save_answer_finish (job->saver->session, result, error);
  case FLAG:
    return tnk_session_set_flag_finish (job->saver->session, result, error);
  case PROMISE:
    return tnk_session_promise_finish (job->saver->session, result, error);
  default:
    g_assert_not_reached ();
  }
}

static void
note_failure (Job *job,
              GError *error)
{
  TenkenRoundSaver *self = job->saver;

  g_hash_table_add (self->failed[job->kind], GUINT_TO_POINTER (job->item));
  g_free (self->error);
  self->error = g_strdup (error->message);
}

static void
note_success (Job *job)
{
  TenkenRoundSaver *self = job->saver;

  g_hash_table_remove (self->failed[job->kind], GUINT_TO_POINTER (job->item));
  if (count_failed (self) == 0)
    g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  self->saved_at = g_date_time_new_now_local ();
}

static void
saved (GObject *source,
       GAsyncResult *result,
       gpointer user_data)
{
  g_autofree Job *job = user_data;
  TenkenRoundSaver *self = job->saver;
  g_autoptr (GError) error = NULL;

  self->n_running--;
  if (finish (job, result, &error))
    note_success (job);
  else
    note_failure (job, error);
  tell (self);
  unref (self);
}

static Job *
begin (TenkenRoundSaver *self,
       Kind kind,
       guint item)
{
  Job *job = g_new0 (Job, 1);

  g_atomic_ref_count_inc (&self->refs);
  job->saver = self;
  job->kind = kind;
  job->item = item;
  self->n_running++;
  return job;
}

void
tenken_round_saver_save_answer (TenkenRoundSaver *self,
                                guint item)
{
  TnkQuestionnaire *questionnaire = self->questionnaire;

  tnk_session_save_answer_async (self->session, tnk_questionnaire_get_duty (questionnaire, item),
                                 tnk_questionnaire_get_answer (questionnaire, item),
                                 tnk_questionnaire_get_comment (questionnaire, item),
                                 tnk_questionnaire_get_evidence (questionnaire, item), NULL, saved,
                                 begin (self, ANSWER, item));
  tell (self);
}

void
tenken_round_saver_save_flag (TenkenRoundSaver *self,
                              guint item)
{
  tnk_session_set_flag_async (self->session, tnk_questionnaire_get_duty (self->questionnaire, item),
                              tnk_questionnaire_get_flagged (self->questionnaire, item), NULL, saved,
                              begin (self, FLAG, item));
  tell (self);
}

void
tenken_round_saver_save_promise (TenkenRoundSaver *self,
                                 guint item)
{
  tnk_session_promise_async (self->session, tnk_questionnaire_get_duty (self->questionnaire, item),
                             tnk_questionnaire_get_promise (self->questionnaire, item), NULL, saved,
                             begin (self, PROMISE, item));
  tell (self);
}

void
tenken_round_saver_save_place (TenkenRoundSaver *self,
                               TnkDuty *duty)
{
  tnk_session_set_place_async (self->session, duty, NULL, NULL, NULL);
}

TenkenSaveState
tenken_round_saver_get_state (TenkenRoundSaver *self)
{
  if (count_failed (self) > 0)
    return TENKEN_SAVE_FAILED;
  if (self->n_running > 0)
    return TENKEN_SAVE_RUNNING;
  return self->saved_at != NULL ? TENKEN_SAVE_DONE : TENKEN_SAVE_NOTHING;
}

const char *
tenken_round_saver_get_error (TenkenRoundSaver *self)
{
  return count_failed (self) > 0 ? self->error : NULL;
}

GDateTime *
tenken_round_saver_get_saved_at (TenkenRoundSaver *self)
{
  return self->saved_at;
}

static void
save_again (TenkenRoundSaver *self,
            Kind kind,
            guint item)
{
  switch (kind) {
  case ANSWER:
    tenken_round_saver_save_answer (self, item);
    break;
  case FLAG:
    tenken_round_saver_save_flag (self, item);
    break;
  default:
    tenken_round_saver_save_promise (self, item);
    break;
  }
}

void
tenken_round_saver_retry (TenkenRoundSaver *self)
{
  for (guint kind = 0; kind < N_KINDS; kind++) {
    g_autoptr (GList) items = g_hash_table_get_keys (self->failed[kind]);

    for (GList *item = items; item != NULL; item = item->next)
      save_again (self, kind, GPOINTER_TO_UINT (item->data));
  }
}
