/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-result.h"

/* A section counts as strong from this share on, in percent. */
#define STRONG_SHARE 80

guint
tenken_result_count (TnkScore *score)
{
  return tnk_score_get_count (score, "implemented") + tnk_score_get_count (score, "partial") +
         tnk_score_get_count (score, "not_implemented");
}

/* --- chapters --- */

GArray *
tenken_result_list_chapters (TenkenRound *round)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (round);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tenken_round_get_campaign (round));
  GArray *chapters = g_array_new (FALSE, FALSE, sizeof (TenkenChapterResult));

  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    g_autoptr (TnkScore) now = tnk_questionnaire_score (questionnaire, i);
    g_autoptr (TnkScore) before = tnk_questionnaire_score_previous (questionnaire, i);
    TenkenChapterResult chapter = {.chapter = tnk_catalog_get_chapter (catalog, i),
                                   .now = tnk_score_get_score (now),
                                   .before = tnk_score_get_score (before),
                                   .n_counted = tenken_result_count (now),
                                   .n_asked = tnk_score_get_count (now, "items")};

    if (chapter.n_asked > 0)
      g_array_append_val (chapters, chapter);
  }
  return chapters;
}

/* --- what is strong --- */

static TenkenStrongPoint *
get_point (GArray *points,
           TnkSection *section)
{
  TenkenStrongPoint point = {.section = section};

  /* A section may be asked in several roles. */
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, TenkenStrongPoint, i).section == section)
      return &g_array_index (points, TenkenStrongPoint, i);
  g_array_append_val (points, point);
  return &g_array_index (points, TenkenStrongPoint, points->len - 1);
}

static gboolean
is_lacking (TnkAnswerValue answer)
{
  return answer == TNK_ANSWER_VALUE_PARTIAL || answer == TNK_ANSWER_VALUE_NOT_IMPLEMENTED;
}

static void
count_step (TenkenRound *round,
            guint step,
            TenkenStrongPoint *point)
{
  TnkAnswerValue now = tenken_round_get_answer (round, step);
  TnkAnswerValue before =
    tnk_questionnaire_get_previous (tenken_round_get_questionnaire (round), tenken_round_get_item (round, step));

  point->n_counted += now == TNK_ANSWER_VALUE_IMPLEMENTED || is_lacking (now);
  point->n_implemented += now == TNK_ANSWER_VALUE_IMPLEMENTED;
  point->n_better += now == TNK_ANSWER_VALUE_IMPLEMENTED && is_lacking (before);
}

static gboolean
is_full (const TenkenStrongPoint *point)
{
  return point->n_implemented == point->n_counted;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const TenkenStrongPoint *first = a, *second = b;

  if (is_full (first) != is_full (second))
    return is_full (second) - is_full (first);
  if (first->n_better != second->n_better)
    return (int) second->n_better - (int) first->n_better;
  if (first->n_counted != second->n_counted)
    return (int) second->n_counted - (int) first->n_counted;
  return (int) tnk_section_get_index (first->section) - (int) tnk_section_get_index (second->section);
}

GArray *
tenken_result_list_strong (TenkenRound *round,
                           guint most)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TenkenStrongPoint));

  for (guint i = 0; i < tenken_round_get_n_parts (round); i++) {
    const TenkenPart *part = tenken_round_get_part (round, i);

    for (guint step = part->first; part->section != NULL && step < part->first + part->n; step++)
      count_step (round, step, get_point (points, part->section));
  }
  for (guint i = points->len; i > 0; i--) {
    TenkenStrongPoint *point = &g_array_index (points, TenkenStrongPoint, i - 1);

    if (point->n_counted == 0 || point->n_implemented * 100 < point->n_counted * STRONG_SHARE)
      g_array_remove_index (points, i - 1);
  }
  g_array_sort (points, compare_points);
  g_array_set_size (points, MIN (points->len, most));
  return points;
}

/* --- what is weak --- */

static int
compare_steps (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  TenkenRound *round = user_data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  TnkControl *one = tnk_duty_get_control (tenken_round_get_duty (round, first));
  TnkControl *other = tnk_duty_get_control (tenken_round_get_duty (round, second));
  int by_answer = (int) tenken_round_get_answer (round, second) - (int) tenken_round_get_answer (round, first);
  int by_level = (int) tnk_control_get_level (one) - (int) tnk_control_get_level (other);
  int by_weight = (int) tnk_control_get_weight (other) - (int) tnk_control_get_weight (one);

  if (by_answer != 0)
    return by_answer;
  if (by_level != 0)
    return by_level;
  return by_weight != 0 ? by_weight : (int) first - (int) second;
}

GArray *
tenken_result_list_weak (TenkenRound *round)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint step = 0; step < tenken_round_get_n_steps (round); step++)
    if (tenken_round_is_scored (round, step) && is_lacking (tenken_round_get_answer (round, step)))
      g_array_append_val (steps, step);
  g_array_sort_with_data (steps, compare_steps, round);
  return steps;
}
