/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-round-private.h"

#include "tnk-revision.h"

static void
round_clear (gpointer data)
{
  TnkRound *self = data;

  g_clear_object (&self->campaign);
  g_clear_object (&self->previous_catalog);
  g_clear_object (&self->carry_over);
}

TnkRound *
tnk_round_ref (TnkRound *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
tnk_round_unref (TnkRound *self)
{
  g_atomic_rc_box_release_full (self, round_clear);
}

static gboolean
read_previous (TnkRound *self,
               TnkStore *store,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *id = tnk_store_find_previous_campaign (store, tnk_campaign_get_id (self->campaign), &local);
  g_autoptr (TnkCampaign) previous = NULL;
  TnkCampaignState state;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (id == NULL)
    return TRUE;
  if (id == NULL || !tnk_store_find_campaign (store, id, &self->previous_no, &state, error))
    return FALSE;
  previous = tnk_store_load_campaign (store, id, error);
  if (previous == NULL)
    return FALSE;
  self->previous_catalog = g_object_ref (tnk_campaign_get_catalog (previous));
  self->carry_over = tnk_carry_over_new (self->campaign, previous);
  return TRUE;
}

TnkRound *
tnk_round_load (TnkStore *store,
                const char *campaign_id,
                GError **error)
{
  g_autoptr (TnkRound) self = g_atomic_rc_box_new0 (TnkRound);
  TnkCampaignState state;

  if (!tnk_store_find_campaign (store, campaign_id, &self->no, &state, error))
    return NULL;
  self->campaign = tnk_store_load_campaign (store, campaign_id, error);
  if (self->campaign == NULL || !read_previous (self, store, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
asks_the_same (TnkDuty *one,
               TnkDuty *other)
{
  TnkQuestion *question = tnk_duty_get_question (one);
  TnkQuestion *asked = tnk_duty_get_question (other);

  if (question == NULL || asked == NULL)
    return question == asked;
  return g_str_equal (tnk_text_get (tnk_question_get_text (question), "ja"),
                      tnk_text_get (tnk_question_get_text (asked), "ja"));
}

TnkDuty *
tnk_round_find_same (TnkRound *self,
                     gint64 previous_duty)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  TnkControl *control;
  TnkDuty *old, *duty;

  if (previous_duty < 0 || previous_duty >= tnk_catalog_get_n_duties (self->previous_catalog))
    return NULL;
  old = tnk_catalog_get_duty (self->previous_catalog, previous_duty);
  control = tnk_catalog_find_successor (catalog, tnk_duty_get_control (old), self->previous_catalog);
  if (control == NULL || tnk_carry_over_get (self->carry_over, control) != TNK_CARRY_KEPT)
    return NULL;
  duty = tnk_catalog_find_duty (catalog, tnk_control_get_id (control), tnk_role_get_id (tnk_duty_get_role (old)));
  return duty != NULL && asks_the_same (old, duty) ? duty : NULL;
}
