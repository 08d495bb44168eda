/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkControl, tnk_control, G_TYPE_OBJECT)

static void
tnk_control_finalize (GObject *object)
{
  TnkControl *self = TNK_CONTROL (object);

  g_free (self->id);
  g_free (self->clause);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->guidance, tnk_text_unref);
  g_clear_pointer (&self->evidence, tnk_text_unref);
  g_clear_pointer (&self->improvement, tnk_text_unref);
  g_clear_pointer (&self->note, tnk_text_unref);
  g_strfreev (self->tags);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  G_OBJECT_CLASS (tnk_control_parent_class)->finalize (object);
}

static void
tnk_control_class_init (TnkControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_control_finalize;
}

static void
tnk_control_init (TnkControl *self)
{
}

/**
 * tnk_control_get_id:
 * @self: a control
 *
 * Gets the stable id, such as `5.4-3-1`.
 *
 * Returns: the stable id, such as `5.4-3-1`
 *
 * Since: 0.1
 */
const char *
tnk_control_get_id (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->id;
}

/**
 * tnk_control_get_clause:
 * @self: a control
 *
 * Gets the clause as printed, such as `5.4 (3) ①`.
 *
 * Returns: the clause as printed, such as `5.4 (3) ①`
 *
 * Since: 0.1
 */
const char *
tnk_control_get_clause (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->clause;
}

/**
 * tnk_control_get_level:
 * @self: a control
 *
 * Gets how binding it is.
 *
 * Returns: how binding it is
 *
 * Since: 0.1
 */
TnkLevel
tnk_control_get_level (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), TNK_LEVEL_REQUIRED);
  return self->level;
}

/**
 * tnk_control_get_weight:
 * @self: a control
 *
 * Gets the weight in scores, 1 to 100.
 *
 * Returns: the weight in scores, 1 to 100
 *
 * Since: 0.1
 */
guint
tnk_control_get_weight (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->weight;
}

/**
 * tnk_control_is_critical:
 * @self: a control
 *
 * Tells whether a gap in it caps the grade at C.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_control_is_critical (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), FALSE);
  return self->critical;
}

/**
 * tnk_control_get_title:
 * @self: a control
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_control_get_title (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->title;
}

/**
 * tnk_control_get_guidance:
 * @self: a control
 *
 * Gets how to keep it.
 *
 * Returns: (transfer none): how to keep it
 *
 * Since: 0.1
 */
TnkText *
tnk_control_get_guidance (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->guidance;
}

/**
 * tnk_control_get_evidence:
 * @self: a control
 *
 * Gets what an auditor could be shown.
 *
 * Returns: (transfer none): what an auditor could be shown
 *
 * Since: 0.1
 */
TnkText *
tnk_control_get_evidence (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->evidence;
}

/**
 * tnk_control_get_improvement:
 * @self: a control
 *
 * Gets the suggested improvement.
 *
 * Returns: (transfer none): the suggested improvement
 *
 * Since: 0.1
 */
TnkText *
tnk_control_get_improvement (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->improvement;
}

/**
 * tnk_control_get_note:
 * @self: a control
 *
 * Gets a remark of the editors, such as an uncertain column.
 *
 * Returns: (nullable) (transfer none): a remark of the editors, such as an uncertain column
 *
 * Since: 0.1
 */
TnkText *
tnk_control_get_note (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return self->note;
}

/**
 * tnk_control_get_index:
 * @self: a control
 *
 * Gets the place among the controls, from 0.
 *
 * Returns: the place among the controls, from 0
 *
 * Since: 0.1
 */
guint
tnk_control_get_index (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->index;
}

/**
 * tnk_control_get_section_index:
 * @self: a control
 *
 * Gets the index of the section.
 *
 * Returns: the index of the section
 *
 * Since: 0.1
 */
guint
tnk_control_get_section_index (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->section_index;
}

/**
 * tnk_control_get_chapter_index:
 * @self: a control
 *
 * Gets the index of the chapter.
 *
 * Returns: the index of the chapter
 *
 * Since: 0.1
 */
guint
tnk_control_get_chapter_index (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->chapter_index;
}

/**
 * tnk_control_get_first_duty:
 * @self: a control
 *
 * Gets the index of the first duty.
 *
 * Returns: the index of the first duty
 *
 * Since: 0.1
 */
guint
tnk_control_get_first_duty (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->first_duty;
}

/**
 * tnk_control_get_n_duties:
 * @self: a control
 *
 * Gets how many roles have a mark.
 *
 * Returns: how many roles have a mark
 *
 * Since: 0.1
 */
guint
tnk_control_get_n_duties (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->n_duties;
}

/**
 * tnk_control_get_n_questions:
 * @self: a control
 *
 * Gets how many questions the control has.
 *
 * Returns: how many questions the control has
 *
 * Since: 0.1
 */
guint
tnk_control_get_n_questions (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), 0);
  return self->n_questions;
}

/**
 * tnk_control_get_tags:
 * @self: a control
 *
 * Gets the tags, for search and filters.
 *
 * Returns: (transfer none) (array zero-terminated=1): the tags
 *
 * Since: 0.1
 */
const char *const *
tnk_control_get_tags (TnkControl *self)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self), NULL);
  return (const char *const *) self->tags;
}

/**
 * tnk_control_get_duty:
 * @self: a control
 * @position: which of them, in column order, less than [method@Control.get_n_duties]
 *
 * Gets one of the duties of a control.
 *
 * Returns: (transfer none): the duty
 *
 * Since: 0.1
 */
TnkDuty *
tnk_control_get_duty (TnkControl *self,
                      guint position)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self) && position < self->n_duties, NULL);
  return self->duties[position];
}

/**
 * tnk_control_find_duty:
 * @self: a control
 * @role: a role of the same catalog
 *
 * Finds the part that a role has in a control.
 *
 * Returns: (transfer none) (nullable): the duty, or `NULL` if the role has no mark
 *
 * Since: 0.1
 */
TnkDuty *
tnk_control_find_duty (TnkControl *self,
                       TnkRole *role)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self) && TNK_IS_ROLE (role), NULL);

  for (guint i = 0; i < self->n_duties; i++)
    if (self->duties[i]->role == role)
      return self->duties[i];
  return NULL;
}

/**
 * tnk_control_get_mark:
 * @self: a control
 * @role: a role of the same catalog
 *
 * Gets a cell of the responsibility matrix.
 *
 * Returns: the mark
 *
 * Since: 0.1
 */
TnkMark
tnk_control_get_mark (TnkControl *self,
                      TnkRole *role)
{
  TnkDuty *duty = tnk_control_find_duty (self, role);

  return duty != NULL ? duty->mark : TNK_MARK_NONE;
}

/**
 * tnk_control_get_question:
 * @self: a control
 * @position: which of them, less than [method@Control.get_n_questions]
 *
 * Gets one of the questions of a control.
 *
 * Returns: (transfer none): the question
 *
 * Since: 0.1
 */
TnkQuestion *
tnk_control_get_question (TnkControl *self,
                          guint position)
{
  g_return_val_if_fail (TNK_IS_CONTROL (self) && position < self->questions->len, NULL);
  return g_ptr_array_index (self->questions, position);
}
