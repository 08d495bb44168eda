/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-manager-home.h"

#include <glib/gi18n.h>

#include "tenken-format.h"

/* --- reading --- */

void
tenken_manager_home_free (gpointer data)
{
  TenkenManagerHome *self = data;

  g_clear_object (&self->results);
  g_clear_object (&self->turnout);
  g_clear_pointer (&self->unfinished, g_ptr_array_unref);
  g_free (self->today);
  g_free (self);
}

gpointer
tenken_manager_home_load (TnkDesk *desk,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  TenkenDeskQuery *query = data;
  g_autoptr (TenkenManagerHome) self = g_new0 (TenkenManagerHome, 1);
  int department;

  self->results = tenken_results_load (desk, query, cancellable, error);
  if (self->results == NULL)
    return NULL;
  self->turnout = tnk_desk_load_turnout (desk, query->campaign_id, query->department_id, FALSE, cancellable, error);
  if (self->turnout == NULL)
    return NULL;
  self->unfinished = tnk_desk_list_unfinished (desk, query->campaign_id, query->department_id, error);
  if (self->unfinished == NULL || !tenken_records_due_read (desk, query->campaign_id, query->department_id, cancellable, &self->due, error))
    return NULL;
  department = tnk_turnout_get_department (self->turnout);
  tnk_turnout_count (self->turnout, department, &self->counts);
  self->closed = department >= 0 ? tnk_turnout_find_closed (self->turnout, department) : NULL;
  self->today = tnk_desk_dup_today (desk);
  return g_steal_pointer (&self);
}

/* --- what to do --- */

static void
step_clear (gpointer data)
{
  g_free (((TenkenManagerStep *) data)->text);
}

static void
add_step (GArray *steps,
          const char *icon_name,
          char *text,
          const char *hint,
          const char *place)
{
  const TenkenManagerStep step = {icon_name, text, hint, place};

  g_array_append_val (steps, step);
}

/* Of this campaign; earlier ones are lines of their own. */
static guint
count_overdue (const TenkenManagerHome *self)
{
  const char *id = tnk_campaign_get_id (tenken_results_get_campaign (self->results));

  for (guint i = 0; i < self->unfinished->len; i++)
    if (g_str_equal (tnk_unfinished_get_campaign_id (self->unfinished->pdata[i]), id))
      return tnk_unfinished_get_n_overdue (self->unfinished->pdata[i]);
  return 0;
}

static void
add_overdue (GArray *steps,
             guint n)
{
  if (n > 0)
    add_step (steps, "dialog-warning-symbolic",
              g_strdup_printf (ngettext ("%u action of the plan is overdue", "%u actions of the plan are overdue", n), n),
              _ ("See what is late"), "plan/overdue");
}

/* While the campaign is open, an answer can still be made to stand again. */
static void
add_due (const TenkenManagerHome *self,
         gboolean open,
         GArray *steps)
{
  if (open && self->due.n_lapsed > 0)
    add_step (steps, "dialog-warning-symbolic", tenken_records_due_word_lapsed (self->due.n_lapsed), _ ("See which, and what to do"),
              "records/lapsed");
  if (self->due.n_waiting > 0)
    add_step (steps, "document-edit-symbolic", tenken_records_due_word_waiting (self->due.n_waiting), _ ("Look at them and take the next step"),
              "records/waiting");
  if (self->due.n_soon > 0)
    add_step (steps, "appointment-soon-symbolic", tenken_records_due_word_soon (self->due.n_soon),
              _ ("Apply again in time, or keep the control from then on"), "records/exceptions-soon");
}

/* While answers are taken. */
static void
add_people (const TenkenManagerHome *self,
            GArray *steps)
{
  guint unfinished = self->counts.not_begun + self->counts.draft;

  if (unfinished > 0)
    add_step (steps, "appointment-soon-symbolic",
              g_strdup_printf (ngettext ("%u person has not handed in yet", "%u people have not handed in yet", unfinished), unfinished),
              _ ("See who, and remind them"), "turnout/missing");
  if (self->counts.returned > 0)
    add_step (steps, "edit-undo-symbolic",
              g_strdup_printf (ngettext ("%u questionnaire went back and has not returned", "%u questionnaires went back and have not returned", self->counts.returned), self->counts.returned),
              _ ("See which"), "turnout/returned");
  if (self->counts.submitted > 0)
    add_step (steps, "document-edit-symbolic",
              g_strdup_printf (ngettext ("%u questionnaire waits to be accepted", "%u questionnaires wait to be accepted", self->counts.submitted), self->counts.submitted),
              _ ("Look at them and accept them"), "turnout/submitted");
  else if (tnk_turnout_counts_get_missing (&self->counts) == 0 && self->counts.asked > 0)
    add_step (steps, "object-select-symbolic", g_strdup (_ ("Everybody has handed in, and all is accepted")),
              _ ("Close the department"), "turnout");
}

static void
add_gaps (const TenkenManagerHome *self,
          GArray *steps)
{
  g_autoptr (TnkScore) score = tenken_results_score (self->results);
  guint n = tnk_score_get_count (score, "controls_gap");

  if (n > 0)
    add_step (steps, "view-list-symbolic", g_strdup_printf (ngettext ("%u gap was found", "%u gaps were found", n), n),
              _ ("Plan what to do about it"), "plan");
}

GArray *
tenken_manager_home_list_steps (const TenkenManagerHome *self)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (TenkenManagerStep));
  gboolean open = tnk_campaign_get_state (tenken_results_get_campaign (self->results)) == TNK_CAMPAIGN_STATE_OPEN;

  g_array_set_clear_func (steps, step_clear);
  add_overdue (steps, count_overdue (self));
  add_due (self, open, steps);
  if (open && self->closed == NULL)
    add_people (self, steps);
  add_gaps (self, steps);
  return steps;
}

char *
tenken_manager_home_describe_closing (const TenkenManagerHome *self)
{
  TnkCampaign *campaign = tenken_results_get_campaign (self->results);
  const char *closes = tnk_campaign_get_closes (campaign);
  int days = closes != NULL ? tenken_days_between (self->today, closes) : G_MININT;
  g_autofree char *day = closes != NULL ? tenken_format_day (closes) : NULL;

  if (tnk_campaign_get_state (campaign) != TNK_CAMPAIGN_STATE_OPEN || days < 0)
    return NULL;
  if (days == 0)
    return g_strdup (_ ("It closes today."));
  /* Translators: days left, the day on which a campaign closes */
  return g_strdup_printf (ngettext ("%d day left, until %s", "%d days left, until %s", days), days, day);
}
