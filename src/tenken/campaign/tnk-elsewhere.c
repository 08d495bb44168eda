/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-elsewhere.h"

#include "tnk-strings-private.h"

struct _TnkElsewhere
{
  GObject parent_instance;

  TnkCampaign *campaign; /* keeps alive the duty */
  TnkDuty *duty;
  char *comment;
  TnkRelation relation;
  TnkAnswerValue value;
};

G_DEFINE_FINAL_TYPE (TnkElsewhere, tnk_elsewhere, G_TYPE_OBJECT)

static void
tnk_elsewhere_finalize (GObject *object)
{
  TnkElsewhere *self = TNK_ELSEWHERE (object);

  tnk_wipe_string (&self->comment);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (tnk_elsewhere_parent_class)->finalize (object);
}

static void
tnk_elsewhere_class_init (TnkElsewhereClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_elsewhere_finalize;
}

static void
tnk_elsewhere_init (TnkElsewhere *self)
{
}

/**
 * tnk_elsewhere_new:
 * @campaign: the other campaign
 * @duty: what was asked there, of its catalog
 * @relation: how that control stands to the one that is asked now
 * @value: what was answered
 * @comment: (nullable): what was written with it
 *
 * Makes a note of an answer.
 *
 * Returns: (transfer full): the new note
 *
 * Since: 0.1
 */
TnkElsewhere *
tnk_elsewhere_new (TnkCampaign *campaign,
                   TnkDuty *duty,
                   TnkRelation relation,
                   TnkAnswerValue value,
                   const char *comment)
{
  TnkElsewhere *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_DUTY (duty), NULL);
  g_return_val_if_fail ((guint) value < TNK_N_ANSWER_VALUES, NULL);

  self = g_object_new (TNK_TYPE_ELSEWHERE, NULL);
  self->campaign = g_object_ref (campaign);
  self->duty = duty;
  self->relation = relation;
  self->value = value;
  self->comment = comment != NULL && *comment != '\0' ? g_strdup (comment) : NULL;
  return self;
}

/**
 * tnk_elsewhere_get_campaign:
 * @self: a note
 *
 * Gets the campaign in which it was answered.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_elsewhere_get_campaign (TnkElsewhere *self)
{
  g_return_val_if_fail (TNK_IS_ELSEWHERE (self), NULL);
  return self->campaign;
}

/**
 * tnk_elsewhere_get_duty:
 * @self: a note
 *
 * Gets what was asked there.
 *
 * Returns: (transfer none): the duty, of the catalog of that campaign
 *
 * Since: 0.1
 */
TnkDuty *
tnk_elsewhere_get_duty (TnkElsewhere *self)
{
  g_return_val_if_fail (TNK_IS_ELSEWHERE (self), NULL);
  return self->duty;
}

/**
 * tnk_elsewhere_get_relation:
 * @self: a note
 *
 * Gets how that control stands to the one that is asked now.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
TnkRelation
tnk_elsewhere_get_relation (TnkElsewhere *self)
{
  g_return_val_if_fail (TNK_IS_ELSEWHERE (self), TNK_RELATION_RELATED);
  return self->relation;
}

/**
 * tnk_elsewhere_get_answer:
 * @self: a note
 *
 * Gets what was answered there.
 *
 * Returns: the answer
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_elsewhere_get_answer (TnkElsewhere *self)
{
  g_return_val_if_fail (TNK_IS_ELSEWHERE (self), TNK_ANSWER_VALUE_UNANSWERED);
  return self->value;
}

/**
 * tnk_elsewhere_get_comment:
 * @self: a note
 *
 * Gets what was written with the answer.
 *
 * Returns: (nullable): the comment
 *
 * Since: 0.1
 */
const char *
tnk_elsewhere_get_comment (TnkElsewhere *self)
{
  g_return_val_if_fail (TNK_IS_ELSEWHERE (self), NULL);
  return self->comment;
}
