/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-campaign-private.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkCampaign, tnk_campaign, G_TYPE_OBJECT)

static const char *const states[] = {"prepared", "open", "closed"};

/**
 * tnk_campaign_state_to_string:
 * @state: a state
 *
 * Gets the word that files and the command line use for a state.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_campaign_state_to_string (TnkCampaignState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state];
}

/**
 * tnk_campaign_state_from_string:
 * @text: a word
 * @state: (out): the state
 *
 * Reads the word that files and the command line use for a state.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_state_from_string (const char *text,
                                TnkCampaignState *state)
{
  g_return_val_if_fail (text != NULL && state != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], text)) {
      *state = i;
      return TRUE;
    }
  return FALSE;
}

static void
tnk_campaign_finalize (GObject *object)
{
  TnkCampaign *self = TNK_CAMPAIGN (object);

  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++)
    g_free (self->left_out[i]);
  g_free (self->left_out);
  g_free (self->adopted);
  g_ptr_array_unref (self->outside_departments);
  g_free (self->id);
  g_free (self->title);
  g_free (self->opens);
  g_free (self->closes);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (tnk_campaign_parent_class)->finalize (object);
}

static void
tnk_campaign_class_init (TnkCampaignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_campaign_finalize;
}

static void
tnk_campaign_init (TnkCampaign *self)
{
  self->grade_lines[0] = 95;
  self->grade_lines[1] = 80;
  self->grade_lines[2] = 60;
  self->attainment_line = 95;
  self->outside_departments = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->outside_departments, NULL);
}

/**
 * tnk_campaign_new:
 * @id: the id, such as `2026`
 * @catalog: the catalog, in the edition that is asked
 *
 * Creates a campaign in preparation, which adopts no recommended control and leaves none out.
 *
 * Returns: (transfer full): the new campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_campaign_new (const char *id,
                  TnkCatalog *catalog)
{
  TnkCampaign *self;

  g_return_val_if_fail (id != NULL && TNK_IS_CATALOG (catalog), NULL);

  self = g_object_new (TNK_TYPE_CAMPAIGN, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (id);
  self->catalog = g_object_ref (catalog);
  self->adopted = g_new0 (gboolean, tnk_catalog_get_n_controls (catalog));
  self->left_out = g_new0 (char *, tnk_catalog_get_n_controls (catalog));
  return self;
}

/**
 * tnk_campaign_get_id:
 * @self: a campaign
 *
 * Gets the id.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_campaign_get_id (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return self->id;
}

/**
 * tnk_campaign_get_catalog:
 * @self: a campaign
 *
 * Gets the catalog that is asked.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_campaign_get_catalog (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return self->catalog;
}

/**
 * tnk_campaign_get_title:
 * @self: a campaign
 *
 * Gets the title that people see.
 *
 * Returns: the title; the id until one is set
 *
 * Since: 0.1
 */
const char *
tnk_campaign_get_title (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return self->title;
}

/**
 * tnk_campaign_set_title:
 * @self: a campaign
 * @title: the title
 *
 * Sets the title that people see.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_title (TnkCampaign *self,
                        const char *title)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self) && title != NULL);

  tnk_set_string (&self->title, title);
}

/**
 * tnk_campaign_get_state:
 * @self: a campaign
 *
 * Gets how far the campaign is.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkCampaignState
tnk_campaign_get_state (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), TNK_CAMPAIGN_STATE_PREPARED);
  return self->state;
}

/**
 * tnk_campaign_set_state:
 * @self: a campaign
 * @state: the state
 *
 * Sets how far the campaign is. A store moves its campaigns itself, and logs it.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_state (TnkCampaign *self,
                        TnkCampaignState state)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self));
  self->state = state;
}

/**
 * tnk_campaign_get_opens:
 * @self: a campaign
 *
 * Gets the first day.
 *
 * Returns: (nullable): ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_campaign_get_opens (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return self->opens;
}

/**
 * tnk_campaign_get_closes:
 * @self: a campaign
 *
 * Gets the last day.
 *
 * Returns: (nullable): ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_campaign_get_closes (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return self->closes;
}

static gboolean
check_day (const char *day,
           GError **error)
{
  if (day == NULL || tnk_is_day (day))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%s” is not a day; write it as 2026-11-21", day);
  return FALSE;
}

/**
 * tnk_campaign_set_period:
 * @self: a campaign
 * @opens: (nullable): the first day, ISO 8601
 * @closes: (nullable): the last day, ISO 8601
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the days between which people answer.
 *
 * Returns: `TRUE` if both are days, in that order
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_set_period (TnkCampaign *self,
                         const char *opens,
                         const char *closes,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), FALSE);

  if (!check_day (opens, error) || !check_day (closes, error))
    return FALSE;
  if (opens != NULL && closes != NULL && strcmp (opens, closes) > 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the last day, %s, is before the first, %s", closes, opens);
    return FALSE;
  }
  tnk_set_string (&self->opens, opens);
  tnk_set_string (&self->closes, closes);
  return TRUE;
}

/**
 * tnk_campaign_get_asks_informed:
 * @self: a campaign
 *
 * Tells whether the unscored questions of duties marked △ are asked too.
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_get_asks_informed (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), FALSE);
  return self->asks_informed;
}

/**
 * tnk_campaign_set_asks_informed:
 * @self: a campaign
 * @asks: whether they are asked
 *
 * Sets whether the unscored questions of duties marked △ are asked too.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_asks_informed (TnkCampaign *self,
                                gboolean asks)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self));
  self->asks_informed = asks;
}

/**
 * tnk_campaign_get_grade_line:
 * @self: a campaign
 * @grade: `A`, `B` or `C`
 *
 * Gets the score from which a grade is given.
 *
 * Returns: the line, 0 to 100; 0 for `D`
 *
 * Since: 0.1
 */
double
tnk_campaign_get_grade_line (TnkCampaign *self,
                             char grade)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), 0);
  return grade >= 'A' && grade <= 'C' ? self->grade_lines[grade - 'A'] : 0;
}

/**
 * tnk_campaign_set_grade_lines:
 * @self: a campaign
 * @a: the least score for A
 * @b: the least score for B
 * @c: the least score for C
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the lines of the grades.
 *
 * Returns: `TRUE` if they fall from at most 100 to at least 0
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_set_grade_lines (TnkCampaign *self,
                              double a,
                              double b,
                              double c,
                              GError **error)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), FALSE);

  if (!(a <= 100 && a > b && b > c && c >= 0)) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "the lines of the grades must fall from A to C, between 100 and 0");
    return FALSE;
  }
  self->grade_lines[0] = a;
  self->grade_lines[1] = b;
  self->grade_lines[2] = c;
  return TRUE;
}

/**
 * tnk_campaign_get_attainment_line:
 * @self: a campaign
 *
 * Gets the implementation rate from which a control counts as attained.
 *
 * Returns: the line in per cent
 *
 * Since: 0.1
 */
double
tnk_campaign_get_attainment_line (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), 0);
  return self->attainment_line;
}

/**
 * tnk_campaign_set_attainment_line:
 * @self: a campaign
 * @percent: the line in per cent, over 0 up to 100
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the implementation rate from which a control counts as attained.
 *
 * Returns: `TRUE` if the line is a percentage
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_set_attainment_line (TnkCampaign *self,
                                  double percent,
                                  GError **error)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), FALSE);

  if (!(percent > 0 && percent <= 100)) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "the attainment line must be over 0 and at most 100 per cent");
    return FALSE;
  }
  self->attainment_line = percent;
  return TRUE;
}

/**
 * tnk_campaign_get_visibility:
 * @self: a campaign
 *
 * Gets what those who answer for a department see of its people.
 *
 * Returns: the visibility
 *
 * Since: 0.1
 */
TnkVisibility
tnk_campaign_get_visibility (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), TNK_VISIBILITY_COUNTS);
  return self->visibility;
}

/**
 * tnk_campaign_set_visibility:
 * @self: a campaign
 * @visibility: a visibility
 *
 * Sets what those who answer for a department see of its people: names, unless this says otherwise.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_visibility (TnkCampaign *self,
                             TnkVisibility visibility)
{
  g_return_if_fail (TNK_IS_CAMPAIGN (self));
  self->visibility = visibility;
}
