/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard.h"

#include "tnk-scorecard-private.h"

struct _TnkScorecard
{
  GObject parent_instance;

  TnkTally *tally;
  TnkTally *previous;
  TnkPlan *plan;
  GPtrArray *exceptions; /* (element-type TnkException) or NULL */
  TnkTrend *trend;
  GPtrArray *audits; /* (element-type TnkAuditBook) or NULL */
  char *body_name;
  char *classification;
  char *made_on;
  char *source;
};

G_DEFINE_FINAL_TYPE (TnkScorecard, tnk_scorecard, G_TYPE_OBJECT)

static void
tnk_scorecard_finalize (GObject *object)
{
  TnkScorecard *self = TNK_SCORECARD (object);

  g_clear_object (&self->tally);
  g_clear_object (&self->previous);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->exceptions, g_ptr_array_unref);
  g_clear_object (&self->trend);
  g_clear_pointer (&self->audits, g_ptr_array_unref);
  g_free (self->body_name);
  g_free (self->classification);
  g_free (self->made_on);
  g_free (self->source);
  G_OBJECT_CLASS (tnk_scorecard_parent_class)->finalize (object);
}

static void
tnk_scorecard_class_init (TnkScorecardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_scorecard_finalize;
}

static void
tnk_scorecard_init (TnkScorecard *self)
{
}

/**
 * tnk_scorecard_new:
 * @tally: the counted answers of a campaign
 *
 * Creates a scorecard of a campaign.
 *
 * Returns: (transfer full): the new scorecard
 *
 * Since: 0.1
 */
TnkScorecard *
tnk_scorecard_new (TnkTally *tally)
{
  TnkScorecard *self;

  g_return_val_if_fail (TNK_IS_TALLY (tally), NULL);

  self = g_object_new (TNK_TYPE_SCORECARD, NULL);
  self->tally = g_object_ref (tally);
  return self;
}

/**
 * tnk_scorecard_set_previous:
 * @self: a scorecard
 * @previous: (nullable): the counted answers of the campaign to compare with
 *
 * Sets last year’s campaign. Departments are found again by their id; chapters, roles and controls too, if both
 * campaigns are about editions of the same catalog.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_previous (TnkScorecard *self,
                            TnkTally *previous)
{
  g_return_if_fail (TNK_IS_SCORECARD (self) && (previous == NULL || TNK_IS_TALLY (previous)));
  g_set_object (&self->previous, previous);
}

/**
 * tnk_scorecard_set_plan:
 * @self: a scorecard
 * @plan: (nullable): the improvement plan of the same campaign
 *
 * Sets the improvement plan, which gets a sheet of its own. What is late is judged by the day that the workbook bears.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_plan (TnkScorecard *self,
                        TnkPlan *plan)
{
  g_return_if_fail (TNK_IS_SCORECARD (self) && (plan == NULL || TNK_IS_PLAN (plan)));
  g_set_object (&self->plan, plan);
}

/**
 * tnk_scorecard_set_exceptions:
 * @self: a scorecard
 * @exceptions: (nullable) (element-type TnkException): the register of exceptions
 *
 * Sets the exceptions, which get a sheet of their own. Whether one is live is judged by the day that the workbook bears.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_exceptions (TnkScorecard *self,
                              GPtrArray *exceptions)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  g_clear_pointer (&self->exceptions, g_ptr_array_unref);
  self->exceptions = exceptions != NULL ? g_ptr_array_ref (exceptions) : NULL;
}

/**
 * tnk_scorecard_set_trend:
 * @self: a scorecard
 * @trend: (nullable): how the figures of the whole body went, up to the same campaign
 *
 * Sets the trend, which gets a sheet of its own.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_trend (TnkScorecard *self,
                         TnkTrend *trend)
{
  g_return_if_fail (TNK_IS_SCORECARD (self) && (trend == NULL || TNK_IS_TREND (trend)));
  g_set_object (&self->trend, trend);
}

/**
 * tnk_scorecard_set_audits:
 * @self: a scorecard
 * @audits: (nullable) (element-type TnkAuditBook): the audits of the same campaign, the oldest first
 *
 * Sets the audits, whose verdicts get a sheet beside the answers that people gave themselves. Where the list is empty there is
 * none.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_audits (TnkScorecard *self,
                          GPtrArray *audits)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  g_clear_pointer (&self->audits, g_ptr_array_unref);
  self->audits = audits != NULL && audits->len > 0 ? g_ptr_array_ref (audits) : NULL;
}

static void
set_text (char **field,
          const char *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

/**
 * tnk_scorecard_set_body_name:
 * @self: a scorecard
 * @name: (nullable): the name of the public body
 *
 * Sets whose scorecard it is.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_body_name (TnkScorecard *self,
                             const char *name)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->body_name, name);
}

/**
 * tnk_scorecard_set_classification:
 * @self: a scorecard
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 *
 * Sets how secret the workbook is.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_classification (TnkScorecard *self,
                                  const char *classification)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->classification, classification);
}

/**
 * tnk_scorecard_set_made_on:
 * @self: a scorecard
 * @date: (nullable): a day, ISO 8601
 *
 * Sets the day that the workbook bears. The library asks no clock; with the same day, the same figures make the same
 * file.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_made_on (TnkScorecard *self,
                           const char *date)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->made_on, date);
}

/**
 * tnk_scorecard_set_source:
 * @self: a scorecard
 * @source: (nullable): where the figures come from, such as the store and a fingerprint of its log
 *
 * Sets what the cover says about the origin of the figures.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_source (TnkScorecard *self,
                          const char *source)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->source, source);
}

/**
 * tnk_scorecard_write:
 * @self: a scorecard
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the scorecard, whole or not at all: if this fails or is cancelled, what stood under @filename before is still
 * there.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_scorecard_write (TnkScorecard *self,
                     const char *filename,
                     TnkProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     guint64 *n_cells,
                     GError **error)
{
  g_auto (TnkScorecardWriter) writer = {0};
  TnkReport *report = &writer.report;

  g_return_val_if_fail (TNK_IS_SCORECARD (self) && filename != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (!tnk_report_init (report, self->tally, filename, error))
    return FALSE;
  report->previous = self->previous;
  writer.plan = self->plan;
  writer.exceptions = self->exceptions;
  writer.trend = self->trend;
  writer.audits = self->audits;
  if (self->body_name != NULL)
    report->body_name = self->body_name;
  if (self->classification != NULL)
    report->classification = self->classification;
  if (self->source != NULL)
    report->source = self->source;
  report->made_on = self->made_on;
  report->progress = progress;
  report->progress_data = user_data;
  report->cancellable = cancellable;
  tnk_scorecard_writer_run (&writer);
  if (!tnk_workbook_close (report->book, cancellable, n_cells, error))
    return FALSE;
  tnk_report_step (report); /* packing was the last step */
  return TRUE;
}
