/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-sheet-private.h"

G_DEFINE_FINAL_TYPE (TnkCheckSheet, tnk_check_sheet, G_TYPE_OBJECT)

static void
check_row_clear (gpointer data)
{
  TnkCheckRow *row = data;

  g_free (row->comment);
  g_free (row->evidence);
  g_free (row->place);
}

static void
tnk_check_sheet_finalize (GObject *object)
{
  TnkCheckSheet *self = TNK_CHECK_SHEET (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->campaign);
  g_free (self->person_id);
  g_free (self->person_name);
  g_free (self->made);
  G_OBJECT_CLASS (tnk_check_sheet_parent_class)->finalize (object);
}

static void
tnk_check_sheet_class_init (TnkCheckSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_check_sheet_finalize;
}

static void
tnk_check_sheet_init (TnkCheckSheet *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (TnkCheckRow));
  g_array_set_clear_func (self->rows, check_row_clear);
}

TnkCheckSheet *
tnk_check_sheet_new (TnkCampaign *campaign)
{
  TnkCheckSheet *self = g_object_new (TNK_TYPE_CHECK_SHEET, NULL);

  self->campaign = g_object_ref (campaign);
  self->person_name = g_strdup ("");
  return self;
}

static TnkCheckRow *
row_at (TnkCheckSheet *self,
        guint row)
{
  return &g_array_index (self->rows, TnkCheckRow, row);
}

/**
 * tnk_check_sheet_get_campaign:
 * @self: a filled sheet
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_check_sheet_get_campaign (TnkCheckSheet *self)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self), NULL);
  return self->campaign;
}

/**
 * tnk_check_sheet_get_person_id:
 * @self: a filled sheet
 *
 * Gets who answered.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_person_id (TnkCheckSheet *self)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self), NULL);
  return self->person_id;
}

/**
 * tnk_check_sheet_get_person_name:
 * @self: a filled sheet
 *
 * Gets the name as it stands on the sheet, for people to compare; nothing depends on it.
 *
 * Returns: the name, which may be empty
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_person_name (TnkCheckSheet *self)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self), NULL);
  return self->person_name;
}

/**
 * tnk_check_sheet_get_made:
 * @self: a filled sheet
 *
 * Gets when the blank sheet was made.
 *
 * Returns: (nullable): ISO 8601, or `NULL` if the sheet does not say
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_made (TnkCheckSheet *self)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self), NULL);
  return self->made;
}

/**
 * tnk_check_sheet_get_n_rows:
 * @self: a filled sheet
 *
 * Counts the questions that were answered.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_check_sheet_get_n_rows (TnkCheckSheet *self)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self), 0);
  return self->rows->len;
}

/**
 * tnk_check_sheet_get_duty:
 * @self: a filled sheet
 * @row: which answer, from 0
 *
 * Gets what an answer is about.
 *
 * Returns: (transfer none): the duty, which leads to role, control and question
 *
 * Since: 0.1
 */
TnkDuty *
tnk_check_sheet_get_duty (TnkCheckSheet *self,
                          guint row)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self) && row < self->rows->len, NULL);
  return row_at (self, row)->duty;
}

/**
 * tnk_check_sheet_get_answer:
 * @self: a filled sheet
 * @row: which answer, from 0
 *
 * Gets an answer.
 *
 * Returns: the answer
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_check_sheet_get_answer (TnkCheckSheet *self,
                            guint row)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self) && row < self->rows->len, TNK_ANSWER_VALUE_UNANSWERED);
  return row_at (self, row)->value;
}

/**
 * tnk_check_sheet_get_comment:
 * @self: a filled sheet
 * @row: which answer, from 0
 *
 * Gets the comment or reason that goes with an answer.
 *
 * Returns: (nullable): the comment
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_comment (TnkCheckSheet *self,
                             guint row)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self) && row < self->rows->len, NULL);
  return row_at (self, row)->comment;
}

/**
 * tnk_check_sheet_get_evidence:
 * @self: a filled sheet
 * @row: which answer, from 0
 *
 * Gets the note on evidence that goes with an answer.
 *
 * Returns: (nullable): the note
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_evidence (TnkCheckSheet *self,
                              guint row)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self) && row < self->rows->len, NULL);
  return row_at (self, row)->evidence;
}

/**
 * tnk_check_sheet_get_place:
 * @self: a filled sheet
 * @row: which answer, from 0
 *
 * Gets where an answer stands, for messages about it.
 *
 * Returns: sheet and cell, as in `職員等!F12`
 *
 * Since: 0.1
 */
const char *
tnk_check_sheet_get_place (TnkCheckSheet *self,
                           guint row)
{
  g_return_val_if_fail (TNK_IS_CHECK_SHEET (self) && row < self->rows->len, NULL);
  return row_at (self, row)->place;
}
