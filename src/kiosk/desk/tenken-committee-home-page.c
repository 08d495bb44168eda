/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-home-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-committee-chapters.h"
#include "tenken-committee-frame.h"
#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-gap-row.h"
#include "tenken-grade.h"
#include "tenken-language.h"
#include "tenken-radar.h"
#include "tenken-records-due.h"
#include "tenken-standing.h"
#include "tenken-step.h"
#include "tenken-wrap-box.h"

#define MOST_RATES 4
#define MOST_GAPS 5
/* A radar of fewer axes is a line. */
#define LEAST_AXES 3

struct _TenkenCommitteeHomePage
{
  TenkenDeskPage parent_instance;

  GtkWidget *due; /* ways to what asks for something to be done */
  GtkWidget *state;
  TenkenFigure *score;
  TenkenFigure *rates[MOST_RATES];
  TenkenFigure *gaps;
  GtkWidget *note; /* why the grade is worse than the points */
  GtkBox *chapters;
  GtkBox *worst;
  TenkenFigure *actions;
  TenkenFigure *done;
  TenkenFigure *overdue;
  AdwBin *earlier; /* what is left of the plans before */
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeHomePage, tenken_committee_home_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenStanding standing;
  GPtrArray *rates; /* (element-type TnkRate) */
  GPtrArray *gaps; /* (element-type TnkGap) */
  GPtrArray *gaps_before; /* NULL: there is nothing to compare with */
  TnkPlanView *plan;
  GPtrArray *unfinished; /* (element-type TnkUnfinished): plans */
  TenkenRecordsDue due;
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  tenken_standing_clear (&self->standing);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->gaps_before, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->unfinished, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenDeskQuery *query = request;
  g_autoptr (Result) result = g_new0 (Result, 1);

  if (!tenken_standing_load (&result->standing, desk, query, cancellable, error))
    return NULL;
  result->rates = tnk_rate_load_default (error);
  if (result->rates == NULL)
    return NULL;
  result->plan = tnk_desk_load_plan (desk, query->campaign_id, query->department_id, error);
  if (result->plan == NULL ||
      !tenken_records_due_read (desk, query->campaign_id, query->department_id, cancellable, &result->due, error))
    return NULL;
  result->unfinished = tnk_desk_list_unfinished (desk, query->campaign_id, query->department_id, error);
  if (result->unfinished == NULL)
    return NULL;
  result->gaps = tnk_gap_list (result->standing.now, -1);
  if (result->standing.before != NULL)
    result->gaps_before = tnk_gap_list (result->standing.before, -1);
  return g_steal_pointer (&result);
}

/* --- how it is --- */

static const char *
get_state (TnkCampaign *campaign)
{
  switch (tnk_campaign_get_state (campaign)) {
  case TNK_CAMPAIGN_STATE_OPEN:
    return _ ("The campaign is open: only what has been handed in counts, and what is not answered yet counts nowhere.");
  case TNK_CAMPAIGN_STATE_CLOSED:
    return _ ("The campaign is closed: what was not answered counts as not implemented.");
  default:
    return _ ("The campaign has not begun.");
  }
}

static void
show_score (TenkenCommitteeHomePage *self,
            const TenkenStanding *standing)
{
  double now = tenken_score_get_figure (standing->score), before = tenken_score_get_figure (standing->score_before);
  char grade = tnk_score_get_grade (standing->score);
  g_autofree char *word = g_strdup_printf ("%c %s", grade, tenken_grade_get_word (grade));
  gint64 full = tnk_score_get_count (standing->score, "controls_full"), n = tnk_score_get_count (standing->score, "controls");
  /* Translators: how many controls are fully kept, of how many */
  g_autofree char *detail = g_strdup_printf (_ ("%d/%d controls fully kept"), (int) full, (int) n);
  gboolean is_capped = grade == 'C' && now >= tnk_campaign_get_grade_line (tenken_standing_get_campaign (standing), 'B');

  tenken_figure_set_number (self->score, now, _ ("points"));
  tenken_figure_set_word (self->score, isnan (now) ? NULL : word);
  tenken_figure_set_detail (self->score, detail);
  tenken_figure_set_change (self->score, now, before, 1, FALSE);
  gtk_widget_set_visible (self->note, is_capped);
}

static void
show_rate (TenkenFigure *figure,
           TnkRate *rate,
           const TenkenStanding *standing)
{
  gint64 n = 0, of = 0, n_before, of_before;
  double now = NAN, before = NAN;

  if (!tnk_rate_of (rate, standing->score, &now, &n, &of))
    now = NAN;
  if (standing->score_before == NULL || !tnk_rate_of (rate, standing->score_before, &before, &n_before, &of_before))
    before = NAN;
  tenken_figure_set_rate (figure, n, of);
  tenken_figure_set_change (figure, now, before, 1, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (figure), tenken_text (tnk_rate_get_definition (rate)));
}

static void
show_gaps (TenkenCommitteeHomePage *self,
           const Result *result)
{
  g_autofree char *value = g_strdup_printf ("%u", result->gaps->len);
  g_autofree char *detail =
    g_strdup_printf ("%u/%d", result->gaps->len, (int) tnk_score_get_count (result->standing.score, "controls"));

  tenken_figure_set_value (self->gaps, value, NULL);
  tenken_figure_set_detail (self->gaps, detail);
  tenken_figure_set_change (self->gaps, result->gaps->len, result->gaps_before != NULL ? result->gaps_before->len : NAN, 0, TRUE);
}

/* --- where it is worst --- */

static GtkWidget *
make_radar (const TenkenStanding *standing)
{
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  GtkWidget *radar = tenken_radar_new (_ ("Points by chapter"), _ ("This time"), _ ("Last time"));

  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (catalog, i);
    g_autoptr (TnkScore) now = tenken_standing_score_chapter (standing, chapter, FALSE);
    g_autoptr (TnkScore) before = tenken_standing_score_chapter (standing, chapter, TRUE);
    g_autofree char *label = g_strdup_printf ("%s %s", tnk_chapter_get_id (chapter), tenken_text (tnk_chapter_get_title (chapter)));

    tenken_radar_add_axis (TENKEN_RADAR (radar), label, tnk_chapter_get_id (chapter), tenken_score_get_figure (now),
                           tenken_score_get_figure (before));
  }
  return radar;
}

static void
show_chapters (TenkenCommitteeHomePage *self,
               const TenkenStanding *standing)
{
  GtkWidget *line = tenken_wrap_box_new (0, 16), *chapters = tenken_committee_chapters_new (standing);

  tenken_committee_frame_clear (self->chapters);
  if (tnk_catalog_get_n_chapters (tenken_standing_get_catalog (standing)) >= LEAST_AXES) {
    GtkWidget *radar = make_radar (standing);

    gtk_widget_set_hexpand (radar, TRUE);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), radar);
  }
  gtk_widget_set_hexpand (chapters, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), chapters);
  gtk_box_append (self->chapters, line);
}

static void
show_worst (TenkenCommitteeHomePage *self,
            const Result *result)
{
  g_autofree char *rest = g_strdup_printf (ngettext ("All controls that are not fully kept (%u)", "All controls that are not fully kept (%u)", result->gaps->len), result->gaps->len);

  tenken_committee_frame_clear (self->worst);
  if (result->gaps->len == 0)
    gtk_box_append (self->worst, tenken_committee_frame_make_line (isnan (tenken_score_get_figure (result->standing.score))
                                                                     ? _ ("Nothing that counts has been handed in yet.")
                                                                     : _ ("Every required control is fully kept."),
                                                                   FALSE));
  for (guint i = 0; i < MIN (result->gaps->len, MOST_GAPS); i++)
    gtk_box_append (self->worst, tenken_gap_row_new (result->gaps->pdata[i], i + 1));
  if (result->gaps->len > MOST_GAPS)
    gtk_box_append (self->worst, tenken_committee_frame_make_way (rest, "controls/gaps=1"));
}

/* --- who does what --- */

static guint
count_status (TnkPlan *plan,
              TnkActionStatus status)
{
  guint n = 0;

  for (guint i = 0; i < tnk_plan_get_n_actions (plan); i++)
    n += tnk_action_get_status (tnk_plan_get_action (plan, i)) == status;
  return n;
}

static void
show_plan (TenkenCommitteeHomePage *self,
           TnkPlanView *view)
{
  TnkPlan *plan = tnk_plan_view_get_plan (view);
  guint n = tnk_plan_get_n_actions (plan) - count_status (plan, TNK_ACTION_STATUS_WITHDRAWN);
  guint verified = count_status (plan, TNK_ACTION_STATUS_VERIFIED), done = count_status (plan, TNK_ACTION_STATUS_DONE);
  guint n_overdue = tnk_plan_view_get_n_overdue (view);
  g_autofree char *actions = g_strdup_printf ("%u", n), *overdue = g_strdup_printf ("%u", n_overdue);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u more is done and waits to be verified", "%u more are done and wait to be verified", done), done);
  g_autofree char *late = g_strdup_printf ("%u/%u", n_overdue, n);

  tenken_figure_set_value (self->actions, actions, NULL);
  tenken_figure_set_rate (self->done, verified, n);
  tenken_figure_set_alarm (self->done, NULL);
  if (done > 0) {
    g_autofree char *detail = g_strdup_printf ("%u/%u\n%s", verified, n, waiting);

    tenken_figure_set_detail (self->done, detail);
  }
  tenken_figure_set_value (self->overdue, overdue, NULL);
  tenken_figure_set_detail (self->overdue, late);
  tenken_figure_set_alarm (self->overdue, n_overdue > 0 ? _ ("The due date has passed") : NULL);
}

static void
show_due (TenkenCommitteeHomePage *self,
          const TenkenRecordsDue *due)
{
  g_autofree char *lapsed = tenken_records_due_word_lapsed (due->n_lapsed);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->due)) != NULL)
    gtk_widget_unparent (child);
  if (due->n_lapsed > 0)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (self->due), tenken_records_due_make_way (lapsed, "records/lapsed"));
  tenken_records_due_add_ways (self->due, due);
  gtk_widget_set_visible (self->due, gtk_widget_get_first_child (self->due) != NULL);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCommitteeHomePage *self = TENKEN_COMMITTEE_HOME_PAGE (page);
  const Result *result = data;

  gtk_label_set_text (GTK_LABEL (self->state), get_state (tenken_standing_get_campaign (&result->standing)));
  show_score (self, &result->standing);
  for (guint i = 0; i < MIN (result->rates->len, MOST_RATES); i++)
    show_rate (self->rates[i], result->rates->pdata[i], &result->standing);
  show_gaps (self, result);
  show_chapters (self, &result->standing);
  show_worst (self, result);
  show_plan (self, result->plan);
  adw_bin_set_child (self->earlier, tenken_step_list_unfinished (tenken_desk_page_get_desk (page), result->unfinished));
  show_due (self, &result->due);
}

/* --- the class --- */

static void
tenken_committee_home_page_class_init (TenkenCommitteeHomePageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
}

static TenkenFigure *
add_figure (GtkWidget *line,
            const char *caption,
            const char *place)
{
  GtkWidget *figure = tenken_figure_new (caption);

  tenken_committee_frame_set_way (figure, place);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  return TENKEN_FIGURE (figure);
}

/* In the order of the library's rates. */
static void
add_rates (TenkenCommitteeHomePage *self,
           GtkWidget *line)
{
  static const char *const places[MOST_RATES] = {"heat/list", "heat/list", "controls", "controls"};
  const char *const captions[MOST_RATES] = {_ ("Submission rate"), _ ("Answer rate"), _ ("Implementation rate"), _ ("Attainment rate")};

  for (guint i = 0; i < MOST_RATES; i++)
    self->rates[i] = add_figure (line, captions[i], places[i]);
}

static void
tenken_committee_home_page_init (TenkenCommitteeHomePage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Standing")), *part;
  GtkWidget *figures = tenken_wrap_box_new (3, 12), *plan = tenken_wrap_box_new (3, 12);

  self->due = tenken_wrap_box_new (0, 6);
  gtk_box_append (box, self->due);
  self->state = tenken_committee_frame_make_line ("", FALSE);
  self->note = tenken_committee_frame_make_line (_ ("One of the most important controls is not fully kept, so the grade is C at best."), FALSE);
  part = tenken_committee_frame_add_part (box, _ ("How it is, and compared with last time"));
  self->score = add_figure (figures, _ ("Score"), "controls");
  self->gaps = add_figure (figures, _ ("Required controls not fully kept"), "controls/gaps=1");
  add_rates (self, figures);
  gtk_box_append (part, self->state);
  gtk_box_append (part, figures);
  gtk_box_append (part, self->note);
  part = tenken_committee_frame_add_part (box, _ ("Where it is worst"));
  self->worst = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->chapters = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (part, GTK_WIDGET (self->worst));
  gtk_box_append (part, GTK_WIDGET (self->chapters));
  part = tenken_committee_frame_add_part (box, _ ("Who does what by when"));
  self->actions = add_figure (plan, _ ("Improvement actions"), "plan");
  self->done = add_figure (plan, _ ("Verified"), "plan");
  self->overdue = add_figure (plan, _ ("Overdue"), "plan/overdue");
  self->earlier = ADW_BIN (adw_bin_new ());
  gtk_box_append (part, plan);
  gtk_box_append (part, GTK_WIDGET (self->earlier));
}

GtkWidget *
tenken_committee_home_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_HOME_PAGE, "desk", desk, NULL);
}
