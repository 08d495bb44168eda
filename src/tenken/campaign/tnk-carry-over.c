/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-carry-over.h"

#include "tnk-campaign-private.h"
#include "tnk-revision.h"

struct _TnkCarryOver
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkCampaign *previous;
  guint8 *carries; /* by index of the control */
  TnkControl **before; /* by index of the control, borrowed from the catalog of the campaign before; NULL: it was not there */
  GPtrArray *gone; /* (element-type TnkControl) */
};

G_DEFINE_FINAL_TYPE (TnkCarryOver, tnk_carry_over, G_TYPE_OBJECT)

static const char *const words[TNK_N_CARRIES] = {"none", "carried", "anew", "new", "gone"};

/**
 * tnk_carry_to_string:
 * @carry: what happens with answers
 *
 * Gets the word that the command line uses for it.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_carry_to_string (TnkCarry carry)
{
  g_return_val_if_fail ((guint) carry < TNK_N_CARRIES, NULL);
  return words[carry];
}

static void
tnk_carry_over_finalize (GObject *object)
{
  TnkCarryOver *self = TNK_CARRY_OVER (object);

  g_clear_object (&self->campaign);
  g_clear_object (&self->previous);
  g_free (self->carries);
  g_free (self->before);
  g_ptr_array_unref (self->gone);
  G_OBJECT_CLASS (tnk_carry_over_parent_class)->finalize (object);
}

static void
tnk_carry_over_class_init (TnkCarryOverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_carry_over_finalize;
}

static void
tnk_carry_over_init (TnkCarryOver *self)
{
  self->gone = g_ptr_array_new_with_free_func (g_object_unref);
}

static TnkCarry
judge (TnkCarryOver *self,
       TnkControl *control,
       TnkControl *before,
       TnkRevisionKind kind)
{
  gboolean is_asked = tnk_campaign_requires (self->campaign, control);
  gboolean was_asked = before != NULL && tnk_campaign_requires (self->previous, before);

  if (!is_asked)
    return was_asked ? TNK_CARRY_GONE : TNK_CARRY_NONE;
  if (!was_asked)
    return TNK_CARRY_NEW;
  return tnk_revision_kind_goes_on (kind) ? TNK_CARRY_KEPT : TNK_CARRY_ANEW;
}

static void
trace_all (TnkCarryOver *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign), *old = tnk_campaign_get_catalog (self->previous);
  guint n = tnk_catalog_get_n_controls (catalog);

  self->carries = g_new0 (guint8, n);
  self->before = g_new0 (TnkControl *, n);
  for (guint i = 0; i < n; i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    TnkRevisionKind kind;

    self->before[i] = tnk_catalog_trace_control (catalog, control, old, &kind);
    self->carries[i] = judge (self, control, self->before[i], kind);
  }
}

/* What was asked and is not any more, whether the catalog has lost it or the campaign leaves it out. */
static void
list_gone (TnkCarryOver *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign), *old = tnk_campaign_get_catalog (self->previous);

  for (guint i = 0; i < tnk_catalog_get_n_controls (old); i++) {
    TnkControl *control = tnk_catalog_get_control (old, i);
    TnkControl *now = tnk_catalog_find_successor (catalog, control, old);

    if (tnk_campaign_requires (self->previous, control) && (now == NULL || !tnk_campaign_requires (self->campaign, now)))
      g_ptr_array_add (self->gone, g_object_ref (control));
  }
}

/**
 * tnk_carry_over_find_previous:
 * @campaign: a campaign
 * @campaigns: (element-type TnkCampaign): campaigns in the order in which they were made; @campaign may be one of them
 *
 * Finds the campaign to compare with: the last one before it that is closed and asks the same catalog, or an edition that its
 * catalog follows.
 *
 * Returns: (transfer none) (nullable): one of @campaigns, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_carry_over_find_previous (TnkCampaign *campaign,
                              GPtrArray *campaigns)
{
  TnkCampaign *found = NULL;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && campaigns != NULL, NULL);

  for (guint i = 0; i < campaigns->len; i++) {
    TnkCampaign *earlier = campaigns->pdata[i];

    if (g_str_equal (tnk_campaign_get_id (earlier), tnk_campaign_get_id (campaign)))
      break;
    if (tnk_campaign_get_state (earlier) == TNK_CAMPAIGN_STATE_CLOSED &&
        tnk_catalog_follows (tnk_campaign_get_catalog (campaign), tnk_campaign_get_catalog (earlier)))
      found = earlier;
  }
  return found;
}

/**
 * tnk_carry_over_new:
 * @campaign: a campaign
 * @previous: one before it, whose catalog is the same or one that it follows, see [method@Catalog.follows]
 *
 * Finds out what becomes of the answers of a campaign in the next one.
 *
 * Returns: (transfer full): what becomes of them
 *
 * Since: 0.1
 */
TnkCarryOver *
tnk_carry_over_new (TnkCampaign *campaign,
                    TnkCampaign *previous)
{
  TnkCarryOver *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_CAMPAIGN (previous), NULL);

  self = g_object_new (TNK_TYPE_CARRY_OVER, NULL);
  /* A campaign in preparation changes; this is about what it is now. */
  self->campaign = tnk_campaign_copy (campaign);
  self->previous = tnk_campaign_copy (previous);
  trace_all (self);
  list_gone (self);
  return self;
}

/**
 * tnk_carry_over_get_campaign:
 * @self: what becomes of answers
 *
 * Gets the later campaign as it was when it was compared. It is not to be changed.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_carry_over_get_campaign (TnkCarryOver *self)
{
  g_return_val_if_fail (TNK_IS_CARRY_OVER (self), NULL);
  return self->campaign;
}

/**
 * tnk_carry_over_get_previous:
 * @self: what becomes of answers
 *
 * Gets the campaign whose answers they are. It is not to be changed.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_carry_over_get_previous (TnkCarryOver *self)
{
  g_return_val_if_fail (TNK_IS_CARRY_OVER (self), NULL);
  return self->previous;
}

/**
 * tnk_carry_over_get:
 * @self: what becomes of answers
 * @control: a control of the later campaign’s catalog
 *
 * Gets what happens with the answers about a control.
 *
 * Returns: what happens
 *
 * Since: 0.1
 */
TnkCarry
tnk_carry_over_get (TnkCarryOver *self,
                    TnkControl *control)
{
  g_return_val_if_fail (TNK_IS_CARRY_OVER (self) && TNK_IS_CONTROL (control), TNK_CARRY_NONE);
  g_return_val_if_fail (tnk_control_get_index (control) < tnk_catalog_get_n_controls (tnk_campaign_get_catalog (self->campaign)), TNK_CARRY_NONE);
  return self->carries[tnk_control_get_index (control)];
}

/**
 * tnk_carry_over_trace:
 * @self: what becomes of answers
 * @control: a control of the later campaign’s catalog
 *
 * Gets what the control was in the catalog of the campaign before.
 *
 * Returns: (transfer none) (nullable): the control, or `NULL` if it was not there
 *
 * Since: 0.1
 */
TnkControl *
tnk_carry_over_trace (TnkCarryOver *self,
                      TnkControl *control)
{
  g_return_val_if_fail (TNK_IS_CARRY_OVER (self) && TNK_IS_CONTROL (control), NULL);
  g_return_val_if_fail (tnk_control_get_index (control) < tnk_catalog_get_n_controls (tnk_campaign_get_catalog (self->campaign)), NULL);
  return self->before[tnk_control_get_index (control)];
}

/**
 * tnk_carry_over_count:
 * @self: what becomes of answers
 * @carry: what happens with them
 *
 * Counts the controls with whose answers that happens: those of the later campaign; those that are gone in the earlier one.
 *
 * Returns: how many controls
 *
 * Since: 0.1
 */
guint
tnk_carry_over_count (TnkCarryOver *self,
                      TnkCarry carry)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_CARRY_OVER (self), 0);

  if (carry == TNK_CARRY_GONE)
    return self->gone->len;
  for (guint i = 0; i < tnk_catalog_get_n_controls (tnk_campaign_get_catalog (self->campaign)); i++)
    n += self->carries[i] == carry;
  return n;
}

/**
 * tnk_carry_over_list_gone:
 * @self: what becomes of answers
 *
 * Lists what was asked the time before and is not any more.
 *
 * Returns: (transfer container) (element-type TnkControl): controls of the earlier campaign’s catalog, in its order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_carry_over_list_gone (TnkCarryOver *self)
{
  g_return_val_if_fail (TNK_IS_CARRY_OVER (self), NULL);
  return g_ptr_array_ref (self->gone);
}
