/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-distribution.h"
#include "tenken-format.h"

#define DASH "–"

G_DEFINE_FINAL_TYPE (TenkenResultsRow, tenken_results_row, G_TYPE_OBJECT)

static void
tenken_results_row_finalize (GObject *object)
{
  TenkenResultsRow *self = TENKEN_RESULTS_ROW (object);

  g_free (self->id);
  g_free (self->clause);
  g_free (self->title);
  g_free (self->hint);
  G_OBJECT_CLASS (tenken_results_row_parent_class)->finalize (object);
}

static void
tenken_results_row_class_init (TenkenResultsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_results_row_finalize;
}

static void
tenken_results_row_init (TenkenResultsRow *self)
{
  self->score = NAN;
  self->before = NAN;
}

TenkenResultsRow *
tenken_results_row_new (TnkScopeKind kind,
                        guint index,
                        const char *id,
                        const char *clause,
                        const char *title)
{
  TenkenResultsRow *self = g_object_new (TENKEN_TYPE_RESULTS_ROW, NULL);

  self->kind = kind;
  self->index = index;
  self->id = g_strdup (id);
  self->clause = g_strdup (clause);
  self->title = g_strdup (title);
  return self;
}

void
tenken_results_row_set_scores (TenkenResultsRow *self,
                               TnkScore *score,
                               TnkScore *before)
{
  g_return_if_fail (TENKEN_IS_RESULTS_ROW (self) && TNK_IS_SCORE (score));

  self->score = tnk_score_get_score (score);
  self->before = before != NULL ? tnk_score_get_score (before) : NAN;
  self->n_controls = tnk_score_get_count (score, "controls");
  self->n_gaps = tnk_score_get_count (score, "controls_gap");
}

char *
tenken_results_row_dup_name (TenkenResultsRow *self)
{
  if (self->clause == NULL)
    return g_strdup (self->title);
  /* Translators: a control: its clause and its title */
  return g_strdup_printf (_ ("%s %s"), self->clause, self->title);
}

char *
tenken_results_row_dup_score (TenkenResultsRow *self)
{
  return isnan (self->score) ? g_strdup (DASH) : tenken_format_figure (self->score);
}

/* What is seen is what is compared: both rounded first. */
double
tenken_results_row_get_change (TenkenResultsRow *self)
{
  if (isnan (self->score) || isnan (self->before))
    return NAN;
  return tnk_round_figure (tnk_round_figure (self->score) - tnk_round_figure (self->before));
}

char *
tenken_results_row_dup_change (TenkenResultsRow *self)
{
  double change = tenken_results_row_get_change (self);
  g_autofree char *amount = isnan (change) ? NULL : tenken_format_figure (fabs (change));

  if (amount == NULL)
    return g_strdup (DASH);
  if (change == 0)
    return g_strdup ("± 0");
  return g_strconcat (change > 0 ? "▲ " : "▼ ", amount, NULL);
}

guint
tenken_results_row_get_n_rated (TenkenResultsRow *self)
{
  return self->counts.implemented + self->counts.partial + self->counts.not_implemented;
}

char *
tenken_results_row_dup_implemented (TenkenResultsRow *self)
{
  if (tenken_distribution_is_withheld (&self->counts))
    return g_strdup (DASH);
  return g_strdup_printf ("%u/%u", self->counts.implemented, tenken_results_row_get_n_rated (self));
}
