/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-unfinished.h"

struct _TnkUnfinished
{
  GObject parent_instance;

  char *campaign_id;
  guint n_actions;
  guint n_overdue;
};

G_DEFINE_FINAL_TYPE (TnkUnfinished, tnk_unfinished, G_TYPE_OBJECT)

static void
tnk_unfinished_finalize (GObject *object)
{
  g_free (TNK_UNFINISHED (object)->campaign_id);
  G_OBJECT_CLASS (tnk_unfinished_parent_class)->finalize (object);
}

static void
tnk_unfinished_class_init (TnkUnfinishedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_unfinished_finalize;
}

static void
tnk_unfinished_init (TnkUnfinished *self)
{
}

/**
 * tnk_unfinished_new:
 * @campaign_id: the id of the campaign
 * @n_actions: how many actions are proposed, planned or under way
 * @n_overdue: how many of them are late
 *
 * Makes a note of what is left of a plan.
 *
 * Returns: (transfer full): the new note
 *
 * Since: 0.1
 */
TnkUnfinished *
tnk_unfinished_new (const char *campaign_id,
                    guint n_actions,
                    guint n_overdue)
{
  TnkUnfinished *self;

  g_return_val_if_fail (campaign_id != NULL && n_overdue <= n_actions, NULL);

  self = g_object_new (TNK_TYPE_UNFINISHED, NULL);
  self->campaign_id = g_strdup (campaign_id);
  self->n_actions = n_actions;
  self->n_overdue = n_overdue;
  return self;
}

/**
 * tnk_unfinished_get_campaign_id:
 * @self: a note
 *
 * Gets whose plan it is.
 *
 * Returns: the id of the campaign
 *
 * Since: 0.1
 */
const char *
tnk_unfinished_get_campaign_id (TnkUnfinished *self)
{
  g_return_val_if_fail (TNK_IS_UNFINISHED (self), NULL);
  return self->campaign_id;
}

/**
 * tnk_unfinished_get_n_actions:
 * @self: a note
 *
 * Gets how many actions are proposed, planned or under way.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_unfinished_get_n_actions (TnkUnfinished *self)
{
  g_return_val_if_fail (TNK_IS_UNFINISHED (self), 0);
  return self->n_actions;
}

/**
 * tnk_unfinished_get_n_overdue:
 * @self: a note
 *
 * Gets how many of these actions are past their day.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_unfinished_get_n_overdue (TnkUnfinished *self)
{
  g_return_val_if_fail (TNK_IS_UNFINISHED (self), 0);
  return self->n_overdue;
}
