/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-cells.h"

G_DEFINE_FINAL_TYPE (TenkenAuditCell, tenken_audit_cell, G_TYPE_OBJECT)

static void
tenken_audit_cell_finalize (GObject *object)
{
  TenkenAuditCell *self = TENKEN_AUDIT_CELL (object);

  g_clear_object (&self->control);
  g_clear_object (&self->department);
  g_clear_object (&self->paper);
  g_free (self->auditor);
  G_OBJECT_CLASS (tenken_audit_cell_parent_class)->finalize (object);
}

static void
tenken_audit_cell_class_init (TenkenAuditCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_audit_cell_finalize;
}

static void
tenken_audit_cell_init (TenkenAuditCell *self)
{
}

TnkVerdict
tenken_audit_cell_get_verdict (TenkenAuditCell *self)
{
  g_return_val_if_fail (TENKEN_IS_AUDIT_CELL (self), TNK_VERDICT_NOT_EXAMINED);
  return self->paper != NULL ? tnk_work_paper_get_verdict (self->paper) : TNK_VERDICT_NOT_EXAMINED;
}

char *
tenken_audit_cell_make_target (TenkenAuditCell *self,
                               TnkAudit *audit)
{
  g_return_val_if_fail (TENKEN_IS_AUDIT_CELL (self) && TNK_IS_AUDIT (audit), NULL);
  return g_strdup_printf ("%s/%s@%s", tnk_audit_get_id (audit), tnk_control_get_id (self->control), tnk_department_get_id (self->department));
}

static TenkenAuditCell *
make_cell (TnkAuditBook *book,
           TnkTally *tally,
           TenkenAuditPeople *people,
           TnkControl *control,
           TnkDepartment *department)
{
  TenkenAuditCell *self = g_object_new (TENKEN_TYPE_AUDIT_CELL, NULL);
  TnkWorkPaper *paper = tnk_audit_book_lookup_paper (book, tnk_control_get_id (control), tnk_department_get_id (department));

  self->control = g_object_ref (control);
  self->department = g_object_ref (department);
  self->auditor = g_strdup (paper != NULL ? tenken_audit_people_get (people, tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_AUDITOR)) : "");
  self->paper = paper != NULL ? g_object_ref (paper) : NULL;
  self->counted = tally != NULL;
  if (tally != NULL)
    tnk_tally_count_control (tally, tnk_department_get_index (department), -1, tnk_control_get_index (control), &self->counts);
  if (tally != NULL && paper != NULL)
    tnk_agreement_count_paper (book, tally, paper, &self->agreement);
  return self;
}

static void
add_department (GPtrArray *cells,
                TnkAuditBook *book,
                TnkTally *tally,
                TenkenAuditPeople *people,
                TnkDepartment *department)
{
  TnkAudit *audit = tnk_audit_book_get_audit (book);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (audit));
  const char *const *controls = tnk_audit_get_controls (audit);

  for (guint c = 0; controls[c] != NULL; c++) {
    TnkControl *control = tnk_catalog_lookup_control (catalog, controls[c]);

    if (control != NULL)
      g_ptr_array_add (cells, make_cell (book, tally, people, control, department));
  }
}

GListModel *
tenken_audit_cells_new (TnkAuditBook *book,
                        TnkTally *tally,
                        TenkenAuditPeople *people)
{
  GListStore *model = g_list_store_new (TENKEN_TYPE_AUDIT_CELL);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *departments;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (book) && (tally == NULL || TNK_IS_TALLY (tally)), G_LIST_MODEL (model));

  departments = tnk_audit_get_departments (tnk_audit_book_get_audit (book));
  for (guint d = 0; departments[d] != NULL; d++) {
    TnkDepartment *department = tnk_body_lookup_department (tnk_audit_book_get_tree (book), departments[d]);

    if (department != NULL)
      add_department (cells, book, tally, people, department);
  }
  g_list_store_splice (model, 0, 0, cells->pdata, cells->len);
  return G_LIST_MODEL (model);
}
