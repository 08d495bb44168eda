/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-welcome-private.h"

G_DEFINE_FINAL_TYPE (TnkWelcome, tnk_welcome, G_TYPE_OBJECT)

static void
tnk_welcome_finalize (GObject *object)
{
  TnkWelcome *self = TNK_WELCOME (object);

  g_free (self->body_name);
  g_free (self->campaign_id);
  g_free (self->campaign_title);
  g_free (self->closes);
  g_free (self->today);
  G_OBJECT_CLASS (tnk_welcome_parent_class)->finalize (object);
}

static void
tnk_welcome_class_init (TnkWelcomeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_welcome_finalize;
}

static void
tnk_welcome_init (TnkWelcome *self)
{
}

/**
 * tnk_welcome_get_body_name:
 * @self: what the first screen says
 *
 * Gets whose terminal it is.
 *
 * Returns: the name of the public body
 *
 * Since: 0.1
 */
const char *
tnk_welcome_get_body_name (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), NULL);
  return self->body_name;
}

/**
 * tnk_welcome_get_campaign_id:
 * @self: what the first screen says
 *
 * Gets which campaign is open. Of several it is the one that was opened last.
 *
 * Returns: (nullable): the id, or `NULL` if none is open
 *
 * Since: 0.1
 */
const char *
tnk_welcome_get_campaign_id (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), NULL);
  return self->campaign_id;
}

/**
 * tnk_welcome_get_campaign_title:
 * @self: what the first screen says
 *
 * Gets what the open campaign is called.
 *
 * Returns: (nullable): the title
 *
 * Since: 0.1
 */
const char *
tnk_welcome_get_campaign_title (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), NULL);
  return self->campaign_title;
}

/**
 * tnk_welcome_get_closes:
 * @self: what the first screen says
 *
 * Gets the last day on which answers are taken.
 *
 * Returns: (nullable): ISO 8601, or `NULL` if no day was set
 *
 * Since: 0.1
 */
const char *
tnk_welcome_get_closes (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), NULL);
  return self->closes;
}

/**
 * tnk_welcome_get_today:
 * @self: what the first screen says
 *
 * Gets the day by the clock of the store.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_welcome_get_today (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), NULL);
  return self->today;
}

/**
 * tnk_welcome_get_n_questions:
 * @self: what the first screen says
 *
 * Gets how many questions a plain member of staff is asked, if [method@Terminal.count_questions_async] has counted them
 * for this campaign.
 *
 * Returns: the number; 0 if it is not known
 *
 * Since: 0.1
 */
guint
tnk_welcome_get_n_questions (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), 0);
  return self->n_questions;
}

/**
 * tnk_welcome_get_has_kiosk_pin:
 * @self: what the first screen says
 *
 * Tells whether there is a PIN that ends the kiosk mode.
 *
 * Returns: `TRUE` if one was set
 *
 * Since: 0.1
 */
gboolean
tnk_welcome_get_has_kiosk_pin (TnkWelcome *self)
{
  g_return_val_if_fail (TNK_IS_WELCOME (self), FALSE);
  return self->has_kiosk_pin;
}
