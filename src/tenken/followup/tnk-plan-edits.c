/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-plan-edits-private.h"

struct _TnkPlanEdits
{
  GObject parent_instance;

  TnkPlan *plan;
  GPtrArray *edits; /* (element-type TnkPlanEdit) */
  GHashTable *seen; /* ids */
  GPtrArray *expected; /* ids */
};

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_words);
  return g_strjoinv ("\n", lines);
}

/* Departments are a set: their order says nothing. */
gboolean
tnk_plan_says_the_same (TnkActionField field,
                        const char *one,
                        const char *other)
{
  g_autofree char *sorted = NULL, *other_sorted = NULL;

  if (field != TNK_ACTION_FIELD_DEPARTMENTS || g_str_equal (one, other))
    return g_str_equal (one, other);
  sorted = sort_lines (one);
  other_sorted = sort_lines (other);
  return g_str_equal (sorted, other_sorted);
}

G_DEFINE_FINAL_TYPE (TnkPlanEdits, tnk_plan_edits, G_TYPE_OBJECT)

static void
tnk_plan_edits_finalize (GObject *object)
{
  TnkPlanEdits *self = TNK_PLAN_EDITS (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->expected, g_ptr_array_unref);
  G_OBJECT_CLASS (tnk_plan_edits_parent_class)->finalize (object);
}

static void
tnk_plan_edits_class_init (TnkPlanEditsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_plan_edits_finalize;
}

static void
tnk_plan_edits_init (TnkPlanEdits *self)
{
  self->edits = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->expected = g_ptr_array_new_with_free_func (g_free);
}

TnkPlanEdits *
tnk_plan_edits_new (TnkPlan *plan)
{
  TnkPlanEdits *self = g_object_new (TNK_TYPE_PLAN_EDITS, NULL);

  self->plan = g_object_ref (plan);
  return self;
}

gboolean
tnk_plan_edits_add_row (TnkPlanEdits *self,
                        const TnkPlanRow *row,
                        GError **error)
{
  g_autoptr (TnkPlanEdit) edit = tnk_plan_edit_new (self->plan, row);
  g_autoptr (TnkAction) action = NULL;
  g_autoptr (GError) local = NULL;

  if (tnk_plan_edit_is_empty (edit))
    return TRUE;
  action = tnk_plan_edit_make_action (edit, &local);
  if (action == NULL && !tnk_plan_edit_dispute (edit, row, local->message)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  g_ptr_array_add (self->edits, g_steal_pointer (&edit));
  return TRUE;
}

void
tnk_plan_edits_add_seen (TnkPlanEdits *self,
                         TnkAction *action)
{
  g_hash_table_add (self->seen, g_strdup (tnk_action_get_id (action)));
}

void
tnk_plan_edits_add_expected (TnkPlanEdits *self,
                             const char *action_id)
{
  g_ptr_array_add (self->expected, g_strdup (action_id));
}

/**
 * tnk_plan_edits_get_plan:
 * @self: edits
 *
 * Gets the plan that the sheet was compared with.
 *
 * Returns: (transfer none): the plan
 *
 * Since: 0.1
 */
TnkPlan *
tnk_plan_edits_get_plan (TnkPlanEdits *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self), NULL);
  return self->plan;
}

/**
 * tnk_plan_edits_get_n_edits:
 * @self: edits
 *
 * Gets how many rows change something.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_edits_get_n_edits (TnkPlanEdits *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self), 0);
  return self->edits->len;
}

/**
 * tnk_plan_edits_get_edit:
 * @self: edits
 * @position: which one, from 0, in the order of the sheet
 *
 * Gets what a row changes.
 *
 * Returns: (transfer none): the edit
 *
 * Since: 0.1
 */
TnkPlanEdit *
tnk_plan_edits_get_edit (TnkPlanEdits *self,
                         guint position)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self) && position < self->edits->len, NULL);
  return g_ptr_array_index (self->edits, position);
}

static guint
count_fields (TnkPlanEdits *self,
              gboolean (*counts) (TnkPlanEdit *edit, guint position))
{
  guint n = 0;

  for (guint i = 0; i < self->edits->len; i++) {
    TnkPlanEdit *edit = g_ptr_array_index (self->edits, i);

    for (guint f = 0; f < tnk_plan_edit_get_n_fields (edit); f++)
      n += counts (edit, f);
  }
  return n;
}

static gboolean
is_undecided (TnkPlanEdit *edit,
              guint position)
{
  return tnk_plan_edit_get_decision (edit, position) == TNK_PLAN_DECISION_NONE;
}

/**
 * tnk_plan_edits_count_conflicts:
 * @self: edits
 *
 * Counts the fields that were changed in the sheet and in the plan, decided or not.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_edits_count_conflicts (TnkPlanEdits *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self), 0);
  return count_fields (self, tnk_plan_edit_is_conflict);
}

/**
 * tnk_plan_edits_count_undecided:
 * @self: edits
 *
 * Counts the conflicts that somebody must still decide.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_plan_edits_count_undecided (TnkPlanEdits *self)
{
  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self), 0);
  return count_fields (self, is_undecided);
}

/**
 * tnk_plan_edits_decide_all:
 * @self: edits
 * @decision: which side wins
 *
 * Decides all conflicts alike. Changes without a conflict stay as they are.
 *
 * Since: 0.1
 */
void
tnk_plan_edits_decide_all (TnkPlanEdits *self,
                           TnkPlanDecision decision)
{
  g_return_if_fail (TNK_IS_PLAN_EDITS (self));

  for (guint i = 0; i < self->edits->len; i++) {
    TnkPlanEdit *edit = g_ptr_array_index (self->edits, i);

    for (guint f = 0; f < tnk_plan_edit_get_n_fields (edit); f++)
      if (tnk_plan_edit_is_conflict (edit, f))
        tnk_plan_edit_decide (edit, f, decision);
  }
}

/**
 * tnk_plan_edits_list_missing:
 * @self: edits
 *
 * Lists the actions whose rows were taken out of the sheet. That changes nothing: to give an action up, withdraw it.
 *
 * Returns: (transfer container) (element-type utf8): ids of actions
 *
 * Since: 0.1
 */
GPtrArray *
tnk_plan_edits_list_missing (TnkPlanEdits *self)
{
  GPtrArray *missing;

  g_return_val_if_fail (TNK_IS_PLAN_EDITS (self), NULL);

  missing = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->expected->len; i++)
    if (!g_hash_table_contains (self->seen, g_ptr_array_index (self->expected, i)))
      g_ptr_array_add (missing, g_strdup (g_ptr_array_index (self->expected, i)));
  return missing;
}
