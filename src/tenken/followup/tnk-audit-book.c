/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-book-private.h"

G_DEFINE_FINAL_TYPE (TnkAuditBook, tnk_audit_book, G_TYPE_OBJECT)

static void
tnk_audit_book_finalize (GObject *object)
{
  TnkAuditBook *self = TNK_AUDIT_BOOK (object);

  g_clear_object (&self->audit);
  g_clear_object (&self->tree);
  g_hash_table_unref (self->by_cell);
  g_ptr_array_unref (self->papers);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->attachments);
  G_OBJECT_CLASS (tnk_audit_book_parent_class)->finalize (object);
}

static void
tnk_audit_book_class_init (TnkAuditBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_audit_book_finalize;
}

static void
tnk_audit_book_init (TnkAuditBook *self)
{
  self->papers = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_cell = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->attachments = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tnk_audit_book_new:
 * @audit: the audit
 * @tree: the departments of the campaign
 *
 * Creates a book with the plan alone.
 *
 * Returns: (transfer full): the new book
 *
 * Since: 0.1
 */
TnkAuditBook *
tnk_audit_book_new (TnkAudit *audit,
                    TnkBody *tree)
{
  TnkAuditBook *self;

  g_return_val_if_fail (TNK_IS_AUDIT (audit) && TNK_IS_BODY (tree), NULL);

  self = g_object_new (TNK_TYPE_AUDIT_BOOK, NULL);
  self->audit = g_object_ref (audit);
  self->tree = g_object_ref (tree);
  return self;
}

/**
 * tnk_audit_book_get_audit:
 * @self: a book
 *
 * Gets the plan and how far it is.
 *
 * Returns: (transfer none): the audit
 *
 * Since: 0.1
 */
TnkAudit *
tnk_audit_book_get_audit (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), NULL);
  return self->audit;
}

/**
 * tnk_audit_book_get_tree:
 * @self: a book
 *
 * Gets the departments of the campaign.
 *
 * Returns: (transfer none): the departments, without people
 *
 * Since: 0.1
 */
TnkBody *
tnk_audit_book_get_tree (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), NULL);
  return self->tree;
}

/* --- work papers --- */

static char *
make_key (const char *control_id,
          const char *department_id)
{
  return g_strjoin ("\n", control_id, department_id, NULL);
}

/**
 * tnk_audit_book_add_paper:
 * @self: a book
 * @paper: a work paper
 *
 * Adds a work paper, or puts it in the place of the one about the same control and department.
 *
 * Since: 0.1
 */
void
tnk_audit_book_add_paper (TnkAuditBook *self,
                          TnkWorkPaper *paper)
{
  const char *control_id, *department_id;
  TnkWorkPaper *old;

  g_return_if_fail (TNK_IS_AUDIT_BOOK (self) && TNK_IS_WORK_PAPER (paper));

  control_id = tnk_control_get_id (tnk_work_paper_get_control (paper));
  department_id = tnk_work_paper_get_department_id (paper);
  old = tnk_audit_book_lookup_paper (self, control_id, department_id);
  g_hash_table_replace (self->by_cell, make_key (control_id, department_id), paper);
  g_ptr_array_add (self->papers, g_object_ref (paper));
  if (old != NULL)
    g_ptr_array_remove (self->papers, old);
}

/**
 * tnk_audit_book_get_n_papers:
 * @self: a book
 *
 * Gets how many work papers there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_get_n_papers (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);
  return self->papers->len;
}

/**
 * tnk_audit_book_get_paper:
 * @self: a book
 * @position: which work paper, from 0
 *
 * Gets a work paper.
 *
 * Returns: (transfer none): the work paper
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_audit_book_get_paper (TnkAuditBook *self,
                          guint position)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && position < self->papers->len, NULL);
  return g_ptr_array_index (self->papers, position);
}

/**
 * tnk_audit_book_lookup_paper:
 * @self: a book
 * @control_id: the id of a control
 * @department_id: the id of a department
 *
 * Looks for the work paper about a control in a department.
 *
 * Returns: (transfer none) (nullable): the work paper, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_audit_book_lookup_paper (TnkAuditBook *self,
                             const char *control_id,
                             const char *department_id)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && control_id != NULL && department_id != NULL, NULL);

  key = make_key (control_id, department_id);
  return g_hash_table_lookup (self->by_cell, key);
}

/**
 * tnk_audit_book_count_papers:
 * @self: a book
 * @verdict: a verdict
 *
 * Counts the work papers with a verdict.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_papers (TnkAuditBook *self,
                             TnkVerdict verdict)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);

  for (guint i = 0; i < self->papers->len; i++)
    n += tnk_work_paper_get_verdict (g_ptr_array_index (self->papers, i)) == verdict;
  return n;
}

/**
 * tnk_audit_book_count_cells:
 * @self: a book
 *
 * Counts what the plan wants looked at: each of its controls in each of its departments.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_cells (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);
  return g_strv_length ((GStrv) tnk_audit_get_departments (self->audit)) * g_strv_length ((GStrv) tnk_audit_get_controls (self->audit));
}
