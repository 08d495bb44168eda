/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-round.h"

#include "tenken-round-order.h"
#include "tenken-round-saver.h"

/* How long a person needs for a question, on average: a clerk's 77 are done in ten minutes. */
#define SECONDS_PER_STEP 8

struct _TenkenRound
{
  GObject parent_instance;

  TnkSession *session;
  TnkQuestionnaire *questionnaire;
  TenkenRoundSaver *saver;
  GArray *items; /* (element-type guint): the item of each step */
  GArray *parts; /* (element-type TenkenPart) */
  guint position;
};

enum {
  PROP_0,
  PROP_POSITION,
  PROP_SAVE_STATE,
  N_PROPS
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenRound, tenken_round, G_TYPE_OBJECT)

static void
tenken_round_get_property (GObject *object,
                           guint id,
                           GValue *value,
                           GParamSpec *pspec)
{
  TenkenRound *self = TENKEN_ROUND (object);

  switch (id) {
  case PROP_POSITION:
    g_value_set_uint (value, self->position);
    break;
  case PROP_SAVE_STATE:
    g_value_set_int (value, tenken_round_get_save_state (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tenken_round_dispose (GObject *object)
{
  TenkenRound *self = TENKEN_ROUND (object);

  g_clear_pointer (&self->saver, tenken_round_saver_drop);
  g_clear_object (&self->questionnaire);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (tenken_round_parent_class)->dispose (object);
}

static void
tenken_round_finalize (GObject *object)
{
  TenkenRound *self = TENKEN_ROUND (object);

  g_array_unref (self->items);
  g_array_unref (self->parts);
  G_OBJECT_CLASS (tenken_round_parent_class)->finalize (object);
}

static void
tenken_round_class_init (TenkenRoundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tenken_round_get_property;
  object_class->dispose = tenken_round_dispose;
  object_class->finalize = tenken_round_finalize;

  props[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SAVE_STATE] =
    g_param_spec_int ("save-state", NULL, NULL, TENKEN_SAVE_NOTHING, TENKEN_SAVE_FAILED, TENKEN_SAVE_NOTHING,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TENKEN_TYPE_ROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
tenken_round_init (TenkenRound *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TenkenPart));
}

/* --- the order --- */

static void
saver_changed (gpointer user_data)
{
  g_object_notify_by_pspec (G_OBJECT (user_data), props[PROP_SAVE_STATE]);
}

TenkenRound *
tenken_round_new (TnkSession *session,
                  TnkQuestionnaire *questionnaire)
{
  TenkenRound *self = g_object_new (TENKEN_TYPE_ROUND, NULL);
  int place = tnk_questionnaire_get_place (questionnaire), step;

  self->session = g_object_ref (session);
  self->questionnaire = g_object_ref (questionnaire);
  self->saver = tenken_round_saver_new (session, questionnaire, saver_changed, self);
  tenken_round_order_build (questionnaire, self->items, self->parts);
  step = place >= 0 ? tenken_round_find_step (self, place) : -1;
  self->position = MAX (step, 0);
  return self;
}

TnkSession *
tenken_round_get_session (TenkenRound *self)
{
  return self->session;
}

TnkQuestionnaire *
tenken_round_get_questionnaire (TenkenRound *self)
{
  return self->questionnaire;
}

TnkCampaign *
tenken_round_get_campaign (TenkenRound *self)
{
  return tnk_questionnaire_get_campaign (self->questionnaire);
}

gboolean
tenken_round_is_closed (TenkenRound *self)
{
  return tnk_questionnaire_state_counts (tnk_questionnaire_get_state (self->questionnaire));
}

guint
tenken_round_get_n_steps (TenkenRound *self)
{
  return self->items->len;
}

guint
tenken_round_get_n_parts (TenkenRound *self)
{
  return self->parts->len;
}

const TenkenPart *
tenken_round_get_part (TenkenRound *self,
                       guint part)
{
  g_return_val_if_fail (part < self->parts->len, NULL);
  return &g_array_index (self->parts, TenkenPart, part);
}

guint
tenken_round_find_part (TenkenRound *self,
                        guint step)
{
  guint part = 0;

  while (part + 1 < self->parts->len && tenken_round_get_part (self, part + 1)->first <= step)
    part++;
  return part;
}

guint
tenken_round_get_item (TenkenRound *self,
                       guint step)
{
  g_return_val_if_fail (step < self->items->len, 0);
  return g_array_index (self->items, guint, step);
}

TnkDuty *
tenken_round_get_duty (TenkenRound *self,
                       guint step)
{
  return tnk_questionnaire_get_duty (self->questionnaire, tenken_round_get_item (self, step));
}

TnkQuestion *
tenken_round_get_question (TenkenRound *self,
                           guint step)
{
  return tnk_questionnaire_get_question (self->questionnaire, tenken_round_get_item (self, step));
}

gboolean
tenken_round_is_scored (TenkenRound *self,
                        guint step)
{
  return tnk_mark_is_scored (tnk_duty_get_mark (tenken_round_get_duty (self, step)));
}

int
tenken_round_find_step (TenkenRound *self,
                        guint item)
{
  for (guint step = 0; step < self->items->len; step++)
    if (tenken_round_get_item (self, step) == item)
      return step;
  return -1;
}

/* --- where the person is --- */

guint
tenken_round_get_position (TenkenRound *self)
{
  return self->position;
}

void
tenken_round_set_position (TenkenRound *self,
                           guint step)
{
  g_return_if_fail (step < self->items->len);

  if (step == self->position)
    return;
  self->position = step;
  tnk_questionnaire_set_place (self->questionnaire, tenken_round_get_item (self, step));
  if (!tenken_round_is_closed (self))
    tenken_round_saver_save_place (self->saver, tenken_round_get_duty (self, step));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_POSITION]);
}

int
tenken_round_next_open (TenkenRound *self,
                        guint step)
{
  for (guint i = 1; i <= self->items->len; i++) {
    guint next = (step + i) % self->items->len;
    if (tenken_round_get_answer (self, next) == TNK_ANSWER_VALUE_UNANSWERED)
      return next;
  }
  return -1;
}

/* --- what is answered --- */

TnkAnswerValue
tenken_round_get_answer (TenkenRound *self,
                         guint step)
{
  return tnk_questionnaire_get_answer (self->questionnaire, tenken_round_get_item (self, step));
}

static void
get_range (TenkenRound *self,
           int part,
           guint *first,
           guint *end)
{
  *first = part < 0 ? 0 : tenken_round_get_part (self, part)->first;
  *end = part < 0 ? self->items->len : *first + tenken_round_get_part (self, part)->n;
}

guint
tenken_round_count (TenkenRound *self,
                    int part)
{
  guint first, end;

  get_range (self, part, &first, &end);
  return end - first;
}

guint
tenken_round_count_answered (TenkenRound *self,
                             int part)
{
  guint first, end, n = 0;

  get_range (self, part, &first, &end);
  for (guint step = first; step < end; step++)
    n += tenken_round_get_answer (self, step) != TNK_ANSWER_VALUE_UNANSWERED;
  return n;
}

guint
tenken_round_count_flagged (TenkenRound *self)
{
  guint n = 0;

  for (guint step = 0; step < self->items->len; step++)
    n += tnk_questionnaire_get_flagged (self->questionnaire, tenken_round_get_item (self, step));
  return n;
}

guint
tenken_round_get_minutes_left (TenkenRound *self,
                               int part)
{
  guint open = tenken_round_count (self, part) - tenken_round_count_answered (self, part);

  return (open * SECONDS_PER_STEP + 59) / 60;
}

/* --- changes --- */

gboolean
tenken_round_answer (TenkenRound *self,
                     guint step,
                     TnkAnswerValue value,
                     const char *comment,
                     GError **error)
{
  guint item = tenken_round_get_item (self, step);

  g_return_val_if_fail (!tenken_round_is_closed (self), FALSE);

  if (!tnk_questionnaire_set_answer (self->questionnaire, item, value, comment,
                                     tnk_questionnaire_may_except (self->questionnaire, item), error))
    return FALSE;
  tenken_round_saver_save_answer (self->saver, item);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step);
  return TRUE;
}

gboolean
tenken_round_set_evidence (TenkenRound *self,
                           guint step,
                           const char *evidence,
                           GError **error)
{
  guint item = tenken_round_get_item (self, step);

  g_return_val_if_fail (!tenken_round_is_closed (self), FALSE);

  if (!tnk_questionnaire_set_evidence (self->questionnaire, item, evidence, error))
    return FALSE;
  tenken_round_saver_save_answer (self->saver, item);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step);
  return TRUE;
}

void
tenken_round_set_flagged (TenkenRound *self,
                          guint step,
                          gboolean flagged)
{
  guint item = tenken_round_get_item (self, step);

  g_return_if_fail (!tenken_round_is_closed (self));

  if (tnk_questionnaire_get_flagged (self->questionnaire, item) == flagged)
    return;
  tnk_questionnaire_set_flagged (self->questionnaire, item, flagged);
  tenken_round_saver_save_flag (self->saver, item);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step);
}

void
tenken_round_promise (TenkenRound *self,
                      guint step,
                      const char *due)
{
  guint item = tenken_round_get_item (self, step);

  g_return_if_fail (!tenken_round_is_closed (self));

  tnk_questionnaire_set_promise (self->questionnaire, item, due);
  tenken_round_saver_save_promise (self->saver, item);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, step);
}

/* --- the disk --- */

TenkenSaveState
tenken_round_get_save_state (TenkenRound *self)
{
  return tenken_round_saver_get_state (self->saver);
}

const char *
tenken_round_get_save_error (TenkenRound *self)
{
  return tenken_round_saver_get_error (self->saver);
}

GDateTime *
tenken_round_get_saved_at (TenkenRound *self)
{
  return tenken_round_saver_get_saved_at (self->saver);
}

void
tenken_round_retry (TenkenRound *self)
{
  tenken_round_saver_retry (self->saver);
}

static void
submitted (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  TenkenRound *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *reference = tnk_session_submit_finish (TNK_SESSION (source), result, &error);

  if (reference == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  /* The round may have been dropped by a sign-out meanwhile; what is on the disk is there all the same. */
  if (self->questionnaire != NULL) {
    tnk_questionnaire_set_state (self->questionnaire, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
    tnk_questionnaire_set_reference (self->questionnaire, reference);
  }
  g_task_return_boolean (task, TRUE);
}

void
tenken_round_submit_async (TenkenRound *self,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, tenken_round_submit_async);
  tnk_session_submit_async (self->session, NULL, submitted, task);
}

gboolean
tenken_round_submit_finish (TenkenRound *self,
                            GAsyncResult *result,
                            GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
