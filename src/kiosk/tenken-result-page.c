/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-result-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-grade.h"
#include "tenken-language.h"
#include "tenken-promise-card.h"
#include "tenken-radar.h"
#include "tenken-result-table.h"
#include "tenken-result.h"
#include "tenken-scroll-keys.h"
#include "tenken-wrap-box.h"

#define MOST_STRONG 3
#define MOST_WEAK 5
/* A radar of fewer axes is a line. */
#define LEAST_AXES 3

struct _TenkenResultPage
{
  AdwBin parent_instance;

  GtkWidget *figures;
  GtkLabel *points;
  GtkWidget *grade;
  GtkLabel *grade_letter;
  GtkLabel *grade_word;
  GtkLabel *comparison;
  GtkLabel *counted;
  GtkLabel *note;
  GtkWidget *by_chapter;
  TenkenWrapBox *chapters;
  GtkWidget *strong;
  GtkBox *strong_points;
  GtkLabel *weak_hint;
  GtkBox *weak_points;
  GtkLabel *weak_rest;
  GtkButton *back;
  GtkLabel *saved;
  GtkWidget *retry;
  GtkSpinner *spinner;
  GtkButton *submit;

  TenkenRound *round;
};

G_DEFINE_FINAL_TYPE (TenkenResultPage, tenken_result_page, ADW_TYPE_BIN)

static void
set_line (GtkLabel *label,
          const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* --- the score --- */

static void
show_grade (TenkenResultPage *self,
            TnkScore *score)
{
  char letter[2] = {tnk_score_get_grade (score), '\0'};
  const char *word = tenken_grade_get_word (letter[0]);
  g_autofree char *figure = tenken_format_figure (tnk_score_get_score (score));
  /* Translators: a score, 0.0 to 100.0 */
  g_autofree char *points = g_strdup_printf (_ ("%s points"), figure);
  /* Translators: a grade, A to D, and its word */
  g_autofree char *name = g_strdup_printf (_ ("Grade %s, %s"), letter, word);

  gtk_label_set_text (self->points, points);
  gtk_label_set_text (self->grade_letter, letter);
  gtk_label_set_text (self->grade_word, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grade), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static char *
compare (TnkScore *score,
         TnkScore *previous)
{
  double now = tnk_round_figure (tnk_score_get_score (score)), before = tnk_round_figure (tnk_score_get_score (previous));
  g_autofree char *figure = tenken_format_figure (before), *difference = tenken_format_figure (fabs (now - before));

  if (!tnk_score_is_defined (previous))
    return g_strdup (_ ("There is no result of last time to compare with."));
  if (now > before)
    return g_strdup_printf (_ ("%s points more than last time (%s)"), difference, figure);
  if (now < before)
    return g_strdup_printf (_ ("%s points less than last time (%s)"), difference, figure);
  return g_strdup_printf (_ ("The same as last time (%s)"), figure);
}

static char *
describe_counted (TnkScore *score)
{
  guint n = tnk_score_get_count (score, "items"), n_counted = tenken_result_count (score);
  guint n_open = n - tnk_score_get_count (score, "answered");
  g_autofree char *counted =
    g_strdup_printf (ngettext ("%u of %u question counts.", "%u of %u questions count.", n), n_counted, n);
  g_autofree char *open = g_strdup_printf (
    ngettext ("%u question is not answered; when the round closes it counts as not implemented.",
              "%u questions are not answered; when the round closes they count as not implemented.", n_open),
    n_open);

  return g_strconcat (n_counted > 0 ? counted : "", n_counted > 0 && n_open > 0 ? " " : "", n_open > 0 ? open : "", NULL);
}

/* Why the grade is worse than the points. */
static const char *
get_note (TenkenResultPage *self,
          TnkScore *score)
{
  TnkCampaign *campaign = tenken_round_get_campaign (self->round);

  if (tnk_score_get_grade (score) == 'C' && tnk_score_get_score (score) >= tnk_campaign_get_grade_line (campaign, 'B'))
    return _ ("One of the most important questions is not fully implemented, so the grade is C at best.");
  return "";
}

static const char *
explain_nothing (TnkScore *score)
{
  if (tnk_score_get_count (score, "items") == 0)
    return _ ("None of your questions has points, so there is no score.");
  if (tnk_score_get_count (score, "answered") == 0)
    return _ ("Nothing is answered yet, so there is no score.");
  return _ ("Nothing of what you answered applies to you, so there is no score.");
}

static void
show_score (TenkenResultPage *self)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (self->round);
  g_autoptr (TnkScore) score = tnk_questionnaire_score (questionnaire, -1);
  g_autoptr (TnkScore) previous = tnk_questionnaire_score_previous (questionnaire, -1);
  gboolean defined = tnk_score_is_defined (score);
  g_autofree char *comparison = defined ? compare (score, previous) : NULL, *counted = describe_counted (score);

  gtk_widget_set_visible (self->figures, defined);
  if (defined)
    show_grade (self, score);
  set_line (self->comparison, defined ? comparison : explain_nothing (score));
  set_line (self->counted, counted);
  set_line (self->note, defined ? get_note (self, score) : "");
}

/* --- chapters --- */

static GtkWidget *
make_radar (GArray *chapters)
{
  GtkWidget *radar = tenken_radar_new (_ ("Points by chapter"), _ ("This time"), _ ("Last time"));

  for (guint i = 0; i < chapters->len; i++) {
    const TenkenChapterResult *chapter = &g_array_index (chapters, TenkenChapterResult, i);
    const char *id = tnk_chapter_get_id (chapter->chapter);
    g_autofree char *label = g_strdup_printf ("%s\u00a0%s", id, tenken_text (tnk_chapter_get_title (chapter->chapter)));

    tenken_radar_add_axis (TENKEN_RADAR (radar), label, id, chapter->now, chapter->before);
  }
  return radar;
}

static void
show_chapters (TenkenResultPage *self)
{
  g_autoptr (GArray) chapters = tenken_result_list_chapters (self->round);

  gtk_widget_set_visible (self->by_chapter, chapters->len > 0);
  if (chapters->len >= LEAST_AXES)
    tenken_wrap_box_append (self->chapters, make_radar (chapters));
  tenken_wrap_box_append (self->chapters, tenken_result_table_new (chapters));
}

/* --- strong and weak --- */

static char *
describe_strong (const TenkenStrongPoint *point)
{
  const char *title = tenken_text (tnk_section_get_title (point->section));
  /* Translators: a section, and how many of its questions are implemented */
  g_autofree char *line =
    g_strdup_printf (_ ("%s: %u of %u implemented"), title, point->n_implemented, point->n_counted);
  g_autofree char *better =
    g_strdup_printf (ngettext (", %u more than last time", ", %u more than last time", point->n_better), point->n_better);

  return g_strconcat (line, point->n_better > 0 ? better : NULL, NULL);
}

static void
add_strong (TenkenResultPage *self,
            const TenkenStrongPoint *point)
{
  g_autofree char *text = describe_strong (point);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (text);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  "tnk-implemented-symbolic", "valign", GTK_ALIGN_START, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (row, "strong-point");
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->strong_points, row);
}

static void
show_strong (TenkenResultPage *self)
{
  g_autoptr (GArray) points = tenken_result_list_strong (self->round, MOST_STRONG);

  gtk_widget_set_visible (self->strong, points->len > 0);
  for (guint i = 0; i < points->len; i++)
    add_strong (self, &g_array_index (points, TenkenStrongPoint, i));
}

static const char *
get_weak_hint (TenkenResultPage *self,
               guint n_weak)
{
  g_autoptr (TnkScore) score = tnk_questionnaire_score (tenken_round_get_questionnaire (self->round), -1);

  if (n_weak > 0 && tenken_round_is_closed (self->round))
    return _ ("This is not fully implemented yet, the most important first.");
  if (n_weak > 0)
    return _ ("This is not fully implemented yet, the most important first. If you like, promise what you will do, and by "
              "when.");
  return tnk_score_is_defined (score) ? _ ("Everything that counts is fully implemented.")
                                      : _ ("There is nothing here that could be better.");
}

static void
show_weak (TenkenResultPage *self)
{
  g_autoptr (GArray) steps = tenken_result_list_weak (self->round);
  guint shown = MIN (steps->len, MOST_WEAK), rest = steps->len - shown;
  g_autofree char *more = g_strdup_printf (ngettext ("%u more question is not fully implemented.",
                                                     "%u more questions are not fully implemented.", rest),
                                           rest);

  gtk_label_set_text (self->weak_hint, get_weak_hint (self, steps->len));
  for (guint i = 0; i < shown; i++)
    gtk_box_append (self->weak_points, tenken_promise_card_new (self->round, g_array_index (steps, guint, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->weak_points), shown > 0);
  set_line (self->weak_rest, rest > 0 ? more : "");
}

/* --- the foot --- */

static char *
describe_saving (TenkenRound *round)
{
  g_autofree char *time = NULL;

  switch (tenken_round_get_save_state (round)) {
  case TENKEN_SAVE_RUNNING:
    return g_strdup (_ ("Saving…"));
  case TENKEN_SAVE_DONE:
    time = tenken_format_time (tenken_round_get_saved_at (round));
    return g_strdup_printf (_ ("Saved %s"), time);
  case TENKEN_SAVE_FAILED:
    return g_strdup_printf (_ ("Not saved yet: %s"), tenken_round_get_save_error (round));
  default:
    return g_strdup ("");
  }
}

/* The action of the window is off while the questionnaire is on its way, and when it has arrived. */
static void
update (TenkenResultPage *self)
{
  gboolean closed = tenken_round_is_closed (self->round);
  gboolean failed = tenken_round_get_save_state (self->round) == TENKEN_SAVE_FAILED;
  gboolean on_its_way = !closed && !gtk_widget_get_sensitive (GTK_WIDGET (self->submit));
  g_autofree char *saving = describe_saving (self->round);

  gtk_button_set_label (self->back, closed ? _ ("Back to the overview") : _ ("Back to the check"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), closed ? "win.overview" : "win.check");
  gtk_label_set_text (self->saved, closed ? "" : saving);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved), "trouble");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "trouble");
  gtk_widget_set_visible (self->retry, failed && !closed);
  gtk_widget_set_visible (GTK_WIDGET (self->submit), !closed);
  gtk_button_set_label (self->submit, on_its_way ? _ ("Handing in…") : _ ("Hand in"));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), on_its_way);
  gtk_spinner_set_spinning (self->spinner, on_its_way);
}

static void
submit_changed (TenkenResultPage *self)
{
  /* A page that goes away takes the button out of reach of the action, too. */
  if (self->round != NULL)
    update (self);
}

static void
retry (TenkenResultPage *self)
{
  tenken_round_retry (self->round);
}

/* --- the class --- */

/* Not on the button that hands in: the Enter that led here must not do that too. */
static void
tenken_result_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenken_result_page_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TENKEN_RESULT_PAGE (widget)->back));
}

static void
tenken_result_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_RESULT_PAGE (object)->round);
  G_OBJECT_CLASS (tenken_result_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, figures);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, points);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, grade);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, grade_letter);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, grade_word);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, comparison);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, counted);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, note);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, by_chapter);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, chapters);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, strong);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, strong_points);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, weak_hint);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, weak_points);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, weak_rest);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, back);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, saved);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, retry);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, TenkenResultPage, submit);
}

static void
tenken_result_page_class_init (TenkenResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_result_page_dispose;
  widget_class->map = tenken_result_page_map;
  tenken_scroll_keys_install (widget_class);
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-result-page.ui");
  bind_children (widget_class);
}

static void
tenken_result_page_init (TenkenResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tenken_result_page_new (TenkenRound *round)
{
  TenkenResultPage *self = g_object_new (TENKEN_TYPE_RESULT_PAGE, NULL);

  self->round = g_object_ref (round);
  show_score (self);
  show_chapters (self);
  show_strong (self);
  show_weak (self);
  g_signal_connect_object (round, "notify::save-state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->submit, "notify::sensitive", G_CALLBACK (submit_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->retry, "clicked", G_CALLBACK (retry), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
