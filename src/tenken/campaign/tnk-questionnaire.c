/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-questionnaire-private.h"

#include "tnk-body-private.h"
#include "tnk-campaign-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"
#include "tnk-tally-private.h"

G_DEFINE_FINAL_TYPE (TnkQuestionnaire, tnk_questionnaire, G_TYPE_OBJECT)

/* What a person wrote does not stay in memory after the person has left. */
static void
item_clear (gpointer data)
{
  TnkQuestionnaireItem *item = data;

  tnk_wipe_string (&item->comment);
  tnk_wipe_string (&item->evidence);
  tnk_wipe_string (&item->previous_comment);
  g_free (item->promise);
  g_clear_pointer (&item->elsewhere, g_ptr_array_unref);
}

static void
tnk_questionnaire_finalize (GObject *object)
{
  TnkQuestionnaire *self = TNK_QUESTIONNAIRE (object);

  g_clear_pointer (&self->items, g_array_unref);
  g_clear_object (&self->campaign);
  tnk_wipe_string (&self->person_id);
  tnk_wipe_string (&self->reference);
  tnk_wipe_string (&self->remark);
  G_OBJECT_CLASS (tnk_questionnaire_parent_class)->finalize (object);
}

static void
tnk_questionnaire_class_init (TnkQuestionnaireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_questionnaire_finalize;
}

static void
tnk_questionnaire_init (TnkQuestionnaire *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (TnkQuestionnaireItem));
  g_array_set_clear_func (self->items, item_clear);
  self->place = -1;
}

/**
 * tnk_questionnaire_new:
 * @campaign: the campaign
 * @person_id: who answers
 * @role_ids: (array zero-terminated=1): the roles that the person holds
 *
 * Creates the empty questionnaire of a person: every duty of every role held that the campaign asks about, once, in
 * catalog order.
 *
 * Returns: (transfer full): the new questionnaire, a draft
 *
 * Since: 0.1
 */
TnkQuestionnaire *
tnk_questionnaire_new (TnkCampaign *campaign,
                       const char *person_id,
                       const char *const *role_ids)
{
  TnkQuestionnaire *self;
  TnkCatalog *catalog;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && person_id != NULL && role_ids != NULL, NULL);

  self = g_object_new (TNK_TYPE_QUESTIONNAIRE, NULL);
  self->campaign = g_object_ref (campaign);
  self->person_id = g_strdup (person_id);
  catalog = tnk_campaign_get_catalog (campaign);
  self->role_bits = tnk_campaign_pack_roles (campaign, role_ids);
  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkQuestionnaireItem item = {.duty = tnk_catalog_get_duty (catalog, i)};
    guint role = tnk_role_get_index (tnk_duty_get_role (item.duty));

    if (((self->role_bits >> role) & 1) && tnk_campaign_asks (campaign, item.duty))
      g_array_append_val (self->items, item);
  }
  return self;
}

/**
 * tnk_questionnaire_get_campaign:
 * @self: a questionnaire
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_questionnaire_get_campaign (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return self->campaign;
}

/**
 * tnk_questionnaire_get_person_id:
 * @self: a questionnaire
 *
 * Gets who answers.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_person_id (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return self->person_id;
}

/**
 * tnk_questionnaire_get_state:
 * @self: a questionnaire
 *
 * Gets how far the questionnaire is.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkQuestionnaireState
tnk_questionnaire_get_state (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), TNK_QUESTIONNAIRE_STATE_DRAFT);
  return self->state;
}

/**
 * tnk_questionnaire_set_state:
 * @self: a questionnaire
 * @state: the state
 *
 * Sets how far the questionnaire is. A store moves its questionnaires itself, and logs it.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_state (TnkQuestionnaire *self,
                             TnkQuestionnaireState state)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self));
  self->state = state;
}

/**
 * tnk_questionnaire_get_reference:
 * @self: a questionnaire
 *
 * Gets the reference code of the receipt: the beginning of the hash of the log entry by which it was submitted.
 *
 * Returns: (nullable): the code
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_reference (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return self->reference;
}

/**
 * tnk_questionnaire_set_reference:
 * @self: a questionnaire
 * @reference: (nullable): the code
 *
 * Sets the reference code of the receipt.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_reference (TnkQuestionnaire *self,
                                 const char *reference)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self));

  tnk_set_string (&self->reference, reference);
}

/**
 * tnk_questionnaire_get_n_items:
 * @self: a questionnaire
 *
 * Counts the items.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_questionnaire_get_n_items (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), 0);
  return self->items->len;
}

/**
 * tnk_questionnaire_get_duty:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets what an item is about.
 *
 * Returns: (transfer none): the duty, which leads to role, control and question
 *
 * Since: 0.1
 */
TnkDuty *
tnk_questionnaire_get_duty (TnkQuestionnaire *self,
                            guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_questionnaire_item_at (self, item)->duty;
}

/**
 * tnk_questionnaire_find_item:
 * @self: a questionnaire
 * @duty: a duty of the catalog
 *
 * Finds the item that is about a duty.
 *
 * Returns: the item, or -1 if the person is not asked about it
 *
 * Since: 0.1
 */
int
tnk_questionnaire_find_item (TnkQuestionnaire *self,
                             TnkDuty *duty)
{
  guint low = 0, high;

  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && TNK_IS_DUTY (duty), -1);

  high = self->items->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    guint index = tnk_duty_get_index (tnk_questionnaire_item_at (self, middle)->duty);

    if (index == tnk_duty_get_index (duty))
      return middle;
    if (index < tnk_duty_get_index (duty))
      low = middle + 1;
    else
      high = middle;
  }
  return -1;
}

/**
 * tnk_questionnaire_get_answer:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the answer to an item.
 *
 * Returns: the answer
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_questionnaire_get_answer (TnkQuestionnaire *self,
                              guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, TNK_ANSWER_VALUE_UNANSWERED);
  return tnk_questionnaire_item_at (self, item)->value;
}

/**
 * tnk_questionnaire_get_comment:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the comment or reason that goes with an answer.
 *
 * Returns: (nullable): the comment as it was typed
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_comment (TnkQuestionnaire *self,
                               guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_questionnaire_item_at (self, item)->comment;
}

/**
 * tnk_questionnaire_set_answer:
 * @self: a questionnaire
 * @item: which item, from 0
 * @value: the answer
 * @comment: (nullable): the comment or reason
 * @has_exception: whether a live approved exception covers the item
 * @error: return location for an error: see [func@answer_check]
 *
 * Sets the answer to an item.
 *
 * Returns: `TRUE` if the answer can stand and was set
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_set_answer (TnkQuestionnaire *self,
                              guint item,
                              TnkAnswerValue value,
                              const char *comment,
                              gboolean has_exception,
                              GError **error)
{
  TnkQuestionnaireItem *place;

  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, FALSE);

  if (!tnk_answer_check (value, comment, has_exception, error))
    return FALSE;
  place = tnk_questionnaire_item_at (self, item);
  place->value = value;
  tnk_set_string (&place->comment, comment != NULL && *comment != '\0' ? comment : NULL);
  return TRUE;
}

/* A body with one department: this questionnaire alone. */
static TnkBody *
body_of_one (void)
{
  TnkBody *body = tnk_body_new_empty ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));
  TnkDepartmentRow row = {.id = g_strdup ("self"), .name = g_strdup ("")};
  g_auto (TnkProblems) problems = {0};

  tnk_problems_init (&problems);
  g_array_set_clear_func (rows, tnk_department_row_clear);
  g_array_append_val (rows, row);
  tnk_body_set_departments (body, rows, "", &problems);
  return body;
}

static TnkScore *
score (TnkQuestionnaire *self,
       gboolean previous,
       int chapter)
{
  g_autoptr (TnkBody) body = body_of_one ();
  g_autoptr (TnkTally) tally = tnk_tally_new (self->campaign, body);

  tally->spares_unanswered = previous;
  tnk_tally_add_people (tally, 0, self->role_bits, 1, previous || tnk_questionnaire_state_counts (self->state));
  for (guint i = 0; i < self->items->len; i++) {
    TnkQuestionnaireItem *item = tnk_questionnaire_item_at (self, i);
    TnkAnswerValue value = previous ? item->previous : item->value;

    if (value != TNK_ANSWER_VALUE_UNANSWERED)
      tnk_tally_add_answers (tally, 0, tnk_duty_get_index (item->duty), value, 1);
  }
  return chapter < 0 ? tnk_tally_score_organisation (tally) : tnk_tally_score_chapter (tally, chapter);
}

/**
 * tnk_questionnaire_score:
 * @self: a questionnaire
 * @chapter: the index of a chapter, or -1 for all
 *
 * Scores the questionnaire by itself, as its writer sees it: a draft counts here, and nowhere else.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_questionnaire_score (TnkQuestionnaire *self,
                         int chapter)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return score (self, FALSE, chapter);
}

/**
 * tnk_questionnaire_score_previous:
 * @self: a questionnaire
 * @chapter: the index of a chapter, or -1 for all
 *
 * Scores what the person answered the time before to the items of this questionnaire. What was not asked or not answered
 * then is left out; where nothing is left the score is undefined.
 *
 * Returns: (transfer full): the score
 *
 * Since: 0.1
 */
TnkScore *
tnk_questionnaire_score_previous (TnkQuestionnaire *self,
                                  int chapter)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return score (self, TRUE, chapter);
}
