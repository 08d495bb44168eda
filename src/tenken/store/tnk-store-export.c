/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gstdio.h>

#include "tnk-csv-private.h"
#include "tnk-store-private.h"

/* A CSV file that is written beside its name and takes it only when it is whole. */
typedef struct
{
  char *filename;
  char *unfinished;
  FILE *file;
} Output;

static void
output_clear (Output *self)
{
  if (self->file != NULL) {
    fclose (self->file);
    g_unlink (self->unfinished);
  }
  g_free (self->unfinished);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Output, output_clear)

static gboolean
output_fail (Output *self,
             GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: cannot be written: %s", self->filename, g_strerror (errno));
  return FALSE;
}

static gboolean
output_open (Output *self,
             const char *filename,
             GError **error)
{
  self->filename = (char *) filename;
  self->unfinished = g_strconcat (filename, ".unfinished", NULL);
  self->file = g_fopen (self->unfinished, "wb");
  return self->file != NULL || output_fail (self, error);
}

static gboolean
output_close (Output *self,
              GError **error)
{
  FILE *file = self->file;
  gboolean sound = fflush (file) == 0 && !ferror (file);

  self->file = NULL;
  sound = fclose (file) == 0 && sound;
  if (sound && g_rename (self->unfinished, self->filename) == 0)
    return TRUE;
  output_fail (self, error);
  g_unlink (self->unfinished);
  return FALSE;
}

/* Writes one answer as a record with the line end of RFC 4180. */
static void
format_row (GString *record,
            TnkDuty *duty,
            TnkStatement *row)
{
  const char *comment = tnk_statement_text (row, 3);

  g_string_truncate (record, 0);
  tnk_csv_append_field (record, tnk_statement_text (row, 0));
  g_string_append_printf (record, ",%s,%s,%s,", tnk_role_get_id (tnk_duty_get_role (duty)),
                          tnk_control_get_id (tnk_duty_get_control (duty)),
                          tnk_answer_value_to_string (tnk_statement_int (row, 2)));
  tnk_csv_append_field (record, comment != NULL ? comment : "");
  g_string_append (record, "\r\n");
}

static gboolean
write_rows (TnkStore *self,
            TnkStatement *statement,
            TnkCatalog *catalog,
            Output *output,
            guint64 *n_rows,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GString) record = g_string_new ("person_id,role,control_id,answer,comment\r\n");
  TnkDuty *duty;
  gboolean row;

  for (*n_rows = 0;; (*n_rows)++) {
    if (fwrite (record->str, 1, record->len, output->file) != record->len)
      return output_fail (output, error);
    if (!tnk_statement_step (statement, &row, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!row)
      return TRUE;
    duty = tnk_store_get_duty (self, catalog, tnk_statement_int (statement, 1), error);
    if (duty == NULL || !tnk_store_check_value (self, tnk_statement_int (statement, 2), error))
      return FALSE;
    format_row (record, duty, statement);
  }
}

/**
 * tnk_store_export_answers:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @filename: the file to write
 * @drafts: whether the answers of drafts and returned questionnaires are written; else those of submitted and accepted
 *   ones
 * @n_rows: (out): how many answers were written
 * @cancellable: (nullable): stops the export
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `EXPORT` or `STORE`, or cancelled
 *
 * Writes the answers of a campaign as the CSV file that [method@Store.import_answers] reads: RFC 4180, UTF-8, with a
 * header row, person by person, in catalog order.
 *
 * Returns: `TRUE` if the file is whole; else there is none
 *
 * Since: 0.1
 */
gboolean
tnk_store_export_answers (TnkStore *self,
                          const char *campaign_id,
                          const char *filename,
                          gboolean drafts,
                          guint64 *n_rows,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkStatement) statement = NULL;
  g_auto (Output) output = {0};
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && filename != NULL && n_rows != NULL, FALSE);

  campaign = tnk_store_load_campaign (self, campaign_id, error);
  if (campaign == NULL || !tnk_store_find_campaign (self, campaign_id, &no, &state, error))
    return FALSE;
  statement = tnk_connection_query (
    self->connection, error,
    drafts ? "SELECT p.id, a.duty, a.value, a.comment FROM questionnaire q JOIN person p ON p.no = q.person_no "
             "JOIN answer a ON a.questionnaire_no = q.no WHERE q.campaign_no = $1 "
             "AND q.state IN ('draft', 'returned') ORDER BY q.no, a.duty"
           : "SELECT p.id, a.duty, a.value, a.comment FROM questionnaire q JOIN person p ON p.no = q.person_no "
             "JOIN answer a ON a.questionnaire_no = q.no WHERE q.campaign_no = $1 "
             "AND q.state IN ('submitted', 'accepted') ORDER BY q.no, a.duty",
    "i", no);
  return statement != NULL && output_open (&output, filename, error) &&
         write_rows (self, statement, tnk_campaign_get_catalog (campaign), &output, n_rows, cancellable, error) &&
         output_close (&output, error);
}
