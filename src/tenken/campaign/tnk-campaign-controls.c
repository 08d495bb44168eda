/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-campaign-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

/* Which controls a campaign requires, and which duties it asks about. */

static TnkControl *
find_control (TnkCampaign *self,
              const char *control_id,
              GError **error)
{
  TnkControl *control = tnk_catalog_lookup_control (self->catalog, control_id);

  if (control == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog “%s” has no control “%s”",
                 tnk_catalog_get_id (self->catalog), control_id);
  return control;
}

/**
 * tnk_campaign_adopt:
 * @self: a campaign
 * @control_id: the id of a recommended control
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `INVALID`
 *
 * Adopts a recommended control, which makes it required in this campaign.
 *
 * Returns: `TRUE` if it is adopted now
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_adopt (TnkCampaign *self,
                    const char *control_id,
                    GError **error)
{
  TnkControl *control;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && control_id != NULL, FALSE);

  control = find_control (self, control_id, error);
  if (control == NULL)
    return FALSE;
  if (tnk_control_get_level (control) == TNK_LEVEL_REQUIRED) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "the control “%s” is required anyway; only recommended ones can be adopted", control_id);
    return FALSE;
  }
  self->adopted[tnk_control_get_index (control)] = TRUE;
  return TRUE;
}

/**
 * tnk_campaign_adopt_all:
 * @self: a campaign
 *
 * Adopts every recommended control of the catalog.
 *
 * Since: 0.1
 */
void
tnk_campaign_adopt_all (TnkCampaign *self)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self));

  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++)
    self->adopted[i] = tnk_control_get_level (tnk_catalog_get_control (self->catalog, i)) == TNK_LEVEL_RECOMMENDED;
}

/**
 * tnk_campaign_set_adopted:
 * @self: a campaign
 * @control: a recommended control of its catalog
 * @adopted: whether it is adopted
 *
 * Sets whether a recommended control is required in this campaign.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_adopted (TnkCampaign *self,
                          TnkControl *control,
                          gboolean adopted)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_CONTROL (control));
  g_return_if_fail (!adopted || tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED);

  self->adopted[tnk_control_get_index (control)] = adopted;
}

/**
 * tnk_campaign_is_adopted:
 * @self: a campaign
 * @control: a control of its catalog
 *
 * Tells whether the campaign adopts a recommended control.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_is_adopted (TnkCampaign *self,
                         TnkControl *control)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_CONTROL (control), FALSE);
  return self->adopted[tnk_control_get_index (control)];
}

/**
 * tnk_campaign_leave_out:
 * @self: a campaign
 * @control_id: the id of a control
 * @reason: why it is left out
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `INVALID`
 *
 * Leaves a control out of the campaign.
 *
 * Returns: `TRUE` if it is left out now
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_leave_out (TnkCampaign *self,
                        const char *control_id,
                        const char *reason,
                        GError **error)
{
  TnkControl *control;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && control_id != NULL && reason != NULL, FALSE);

  control = find_control (self, control_id, error);
  if (control == NULL)
    return FALSE;
  if (tnk_is_blank (reason)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the control “%s” is left out without a reason; give one",
                 control_id);
    return FALSE;
  }
  tnk_set_string (&self->left_out[tnk_control_get_index (control)], reason);
  return TRUE;
}

/**
 * tnk_campaign_set_left_out_reason:
 * @self: a campaign
 * @control: a control of its catalog
 * @reason: (nullable): why it is left out, or `NULL` if it is not
 *
 * Sets whether a control is left out, and why. An empty reason stands for one that is still to be written: a store takes
 * no campaign with such a reason.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_left_out_reason (TnkCampaign *self,
                                  TnkControl *control,
                                  const char *reason)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_CONTROL (control));

  tnk_set_string (&self->left_out[tnk_control_get_index (control)], reason);
}

/**
 * tnk_campaign_get_left_out_reason:
 * @self: a campaign
 * @control: a control of its catalog
 *
 * Gets why a control is left out.
 *
 * Returns: (nullable): the reason, or `NULL` if it is not left out
 *
 * Since: 0.1
 */
const char *
tnk_campaign_get_left_out_reason (TnkCampaign *self,
                                  TnkControl *control)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_CONTROL (control), NULL);
  return self->left_out[tnk_control_get_index (control)];
}

/**
 * tnk_campaign_requires:
 * @self: a campaign
 * @control: a control of its catalog
 *
 * Tells whether a control is required here: the required controls of the catalog, plus the recommended ones that the
 * campaign adopts, minus those that it leaves out.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_requires (TnkCampaign *self,
                       TnkControl *control)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_CONTROL (control), FALSE);

  if (self->left_out[tnk_control_get_index (control)] != NULL)
    return FALSE;
  return tnk_control_get_level (control) == TNK_LEVEL_REQUIRED || self->adopted[tnk_control_get_index (control)];
}

/**
 * tnk_campaign_asks:
 * @self: a campaign
 * @duty: a duty of its catalog
 *
 * Tells whether whoever holds the role is asked about this duty.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_asks (TnkCampaign *self,
                   TnkDuty *duty)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_DUTY (duty), FALSE);

  if (tnk_campaign_is_role_outside (self, tnk_duty_get_role (duty)))
    return FALSE;
  if (tnk_duty_get_question (duty) == NULL || !tnk_campaign_requires (self, tnk_duty_get_control (duty)))
    return FALSE;
  return self->asks_informed || tnk_duty_is_scored (duty);
}
