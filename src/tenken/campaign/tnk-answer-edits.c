/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-edits-private.h"

struct _TnkAnswerEdits
{
  GObject parent_instance;

  TnkCampaign *campaign;
  gboolean draft;
  GPtrArray *edits; /* (element-type TnkAnswerEdit) */
  GHashTable *by_id; /* (element-type utf8 TnkAnswerEdit) */
};

G_DEFINE_FINAL_TYPE (TnkAnswerEdits, tnk_answer_edits, G_TYPE_OBJECT)

static void
tnk_answer_edits_finalize (GObject *object)
{
  TnkAnswerEdits *self = TNK_ANSWER_EDITS (object);

  g_clear_object (&self->campaign);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->edits);
  G_OBJECT_CLASS (tnk_answer_edits_parent_class)->finalize (object);
}

static void
tnk_answer_edits_class_init (TnkAnswerEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_answer_edits_finalize;
}

static void
tnk_answer_edits_init (TnkAnswerEdits *self)
{
  self->edits = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

TnkAnswerEdits *
tnk_answer_edits_new (TnkCampaign *campaign)
{
  TnkAnswerEdits *self = g_object_new (TNK_TYPE_ANSWER_EDITS, NULL);

  self->campaign = g_object_ref (campaign);
  return self;
}

TnkAnswerEdit *
tnk_answer_edits_add (TnkAnswerEdits *self,
                      const char *person_id,
                      const char *filename,
                      const char *made)
{
  TnkAnswerEdit *edit = tnk_answer_edit_new (person_id, filename, made);

  g_ptr_array_add (self->edits, edit);
  g_hash_table_insert (self->by_id, (gpointer) tnk_answer_edit_get_person_id (edit), edit);
  return edit;
}

TnkAnswerEdit *
tnk_answer_edits_lookup (TnkAnswerEdits *self,
                         const char *person_id)
{
  return g_hash_table_lookup (self->by_id, person_id);
}

void
tnk_answer_edits_set_draft (TnkAnswerEdits *self,
                            gboolean draft)
{
  self->draft = draft;
}

/**
 * tnk_answer_edits_get_campaign:
 * @self: edits
 *
 * Gets the campaign for which the sheets are read.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_answer_edits_get_campaign (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), NULL);
  return self->campaign;
}

/**
 * tnk_answer_edits_get_draft:
 * @self: edits
 *
 * Tells whether the questionnaires stay drafts. Else those that are taken in count as handed in.
 *
 * Returns: `TRUE` if they stay drafts
 *
 * Since: 0.1
 */
gboolean
tnk_answer_edits_get_draft (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), FALSE);
  return self->draft;
}

/**
 * tnk_answer_edits_get_n_edits:
 * @self: edits
 *
 * Counts the sheets.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edits_get_n_edits (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), 0);
  return self->edits->len;
}

/**
 * tnk_answer_edits_get_edit:
 * @self: edits
 * @position: which one, from 0, in the order of the files
 *
 * Gets what the sheet of one person changes. There is one for each sheet, also where it changes nothing.
 *
 * Returns: (transfer none): the edit
 *
 * Since: 0.1
 */
TnkAnswerEdit *
tnk_answer_edits_get_edit (TnkAnswerEdits *self,
                           guint position)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self) && position < self->edits->len, NULL);
  return g_ptr_array_index (self->edits, position);
}

typedef gboolean (*Counts) (TnkAnswerEdit *edit, guint row);

static guint
count_if (TnkAnswerEdits *self,
          Counts counts)
{
  guint n = 0;

  for (guint i = 0; i < self->edits->len; i++) {
    TnkAnswerEdit *edit = g_ptr_array_index (self->edits, i);

    for (guint row = 0; row < tnk_answer_edit_get_n_rows (edit); row++)
      n += counts (edit, row);
  }
  return n;
}

static gboolean
is_row (TnkAnswerEdit *edit,
        guint row)
{
  return tnk_answer_edit_get_lock (edit) == TNK_ANSWER_LOCK_NONE;
}

static gboolean
is_open_conflict (TnkAnswerEdit *edit,
                  guint row)
{
  return is_row (edit, row) && tnk_answer_edit_is_conflict (edit, row);
}

static gboolean
is_undecided (TnkAnswerEdit *edit,
              guint row)
{
  return tnk_answer_edit_get_decision (edit, row) == TNK_ANSWER_DECISION_NONE;
}

/**
 * tnk_answer_edits_count_rows:
 * @self: edits
 *
 * Counts the answers in which the sheets and the store differ, without those of sheets that cannot be taken in.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edits_count_rows (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), 0);
  return count_if (self, is_row);
}

/**
 * tnk_answer_edits_count_conflicts:
 * @self: edits
 *
 * Counts the conflicts, decided or not.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edits_count_conflicts (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), 0);
  return count_if (self, is_open_conflict);
}

/**
 * tnk_answer_edits_count_undecided:
 * @self: edits
 *
 * Counts the conflicts that somebody must still decide.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edits_count_undecided (TnkAnswerEdits *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDITS (self), 0);
  return count_if (self, is_undecided);
}

/**
 * tnk_answer_edits_decide_all:
 * @self: edits
 * @decision: which side wins
 *
 * Decides all conflicts alike. Changes without a conflict stay as they are.
 *
 * Since: 0.1
 */
void
tnk_answer_edits_decide_all (TnkAnswerEdits *self,
                             TnkAnswerDecision decision)
{
  g_return_if_fail (TNK_IS_ANSWER_EDITS (self));

  for (guint i = 0; i < self->edits->len; i++) {
    TnkAnswerEdit *edit = g_ptr_array_index (self->edits, i);

    for (guint row = 0; row < tnk_answer_edit_get_n_rows (edit); row++)
      tnk_answer_edit_decide (edit, row, decision);
  }
}
