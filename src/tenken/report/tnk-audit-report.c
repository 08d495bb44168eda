/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report.h"

#include "tnk-audit-report-private.h"

struct _TnkAuditReport
{
  GObject parent_instance;

  TnkAuditBook *book;
  TnkTally *tally;
  TnkBody *roster;
  char *body_name;
  char *classification;
  char *made_on;
  char *source;
};

G_DEFINE_FINAL_TYPE (TnkAuditReport, tnk_audit_report, G_TYPE_OBJECT)

static void
tnk_audit_report_finalize (GObject *object)
{
  TnkAuditReport *self = TNK_AUDIT_REPORT (object);

  g_clear_object (&self->book);
  g_clear_object (&self->tally);
  g_clear_object (&self->roster);
  g_free (self->body_name);
  g_free (self->classification);
  g_free (self->made_on);
  g_free (self->source);
  G_OBJECT_CLASS (tnk_audit_report_parent_class)->finalize (object);
}

static void
tnk_audit_report_class_init (TnkAuditReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_audit_report_finalize;
}

static void
tnk_audit_report_init (TnkAuditReport *self)
{
}

/**
 * tnk_audit_report_new:
 * @book: an audit with its work papers and findings
 * @tally: the counted answers of the same campaign, with which the verdicts are compared
 *
 * Creates the report of an audit.
 *
 * Returns: (transfer full): the new report, still to be written
 *
 * Since: 0.1
 */
TnkAuditReport *
tnk_audit_report_new (TnkAuditBook *book,
                      TnkTally *tally)
{
  TnkAuditReport *self;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (book) && TNK_IS_TALLY (tally), NULL);

  self = g_object_new (TNK_TYPE_AUDIT_REPORT, NULL);
  self->book = g_object_ref (book);
  self->tally = g_object_ref (tally);
  return self;
}

/**
 * tnk_audit_report_set_roster:
 * @self: the report of an audit
 * @roster: (nullable): the people
 *
 * Sets where the names of people are found; who is not there is called by the staff number.
 *
 * Since: 0.1
 */
void
tnk_audit_report_set_roster (TnkAuditReport *self,
                             TnkBody *roster)
{
  g_return_if_fail (TNK_IS_AUDIT_REPORT (self) && (roster == NULL || TNK_IS_BODY (roster)));
  g_set_object (&self->roster, roster);
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
 * tnk_audit_report_set_body_name:
 * @self: the report of an audit
 * @name: (nullable): the name of the public body
 *
 * Sets whose audit it is.
 *
 * Since: 0.1
 */
void
tnk_audit_report_set_body_name (TnkAuditReport *self,
                                const char *name)
{
  g_return_if_fail (TNK_IS_AUDIT_REPORT (self));
  set_text (&self->body_name, name);
}

/**
 * tnk_audit_report_set_classification:
 * @self: the report of an audit
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 *
 * Sets how secret the workbook is.
 *
 * Since: 0.1
 */
void
tnk_audit_report_set_classification (TnkAuditReport *self,
                                     const char *classification)
{
  g_return_if_fail (TNK_IS_AUDIT_REPORT (self));
  set_text (&self->classification, classification);
}

/**
 * tnk_audit_report_set_made_on:
 * @self: the report of an audit
 * @date: (nullable): a day, ISO 8601
 *
 * Sets the day that the workbook bears. What is late is judged by it.
 *
 * Since: 0.1
 */
void
tnk_audit_report_set_made_on (TnkAuditReport *self,
                              const char *date)
{
  g_return_if_fail (TNK_IS_AUDIT_REPORT (self));
  set_text (&self->made_on, date);
}

/**
 * tnk_audit_report_set_source:
 * @self: the report of an audit
 * @source: (nullable): where the data comes from, such as the store
 *
 * Sets what the cover says about the origin of the data.
 *
 * Since: 0.1
 */
void
tnk_audit_report_set_source (TnkAuditReport *self,
                             const char *source)
{
  g_return_if_fail (TNK_IS_AUDIT_REPORT (self));
  set_text (&self->source, source);
}

/**
 * tnk_audit_report_write:
 * @self: the report of an audit
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the workbook, whole or not at all: if this fails or is cancelled, what stood under @filename before is still there.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_audit_report_write (TnkAuditReport *self,
                        const char *filename,
                        TnkProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        guint64 *n_cells,
                        GError **error)
{
  g_auto (TnkAuditWriter) writer = {0};
  TnkReport *report = &writer.report;

  g_return_val_if_fail (TNK_IS_AUDIT_REPORT (self) && filename != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (!tnk_report_init (report, self->tally, filename, error))
    return FALSE;
  writer.audit_book = self->book;
  writer.audit = tnk_audit_book_get_audit (self->book);
  writer.roster = self->roster;
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
  tnk_audit_writer_run (&writer);
  if (!tnk_workbook_close (report->book, cancellable, n_cells, error))
    return FALSE;
  tnk_report_step (report); /* packing was the last step */
  return TRUE;
}
