/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-book-private.h"
#include "tnk-audit-private.h"
#include "tnk-finding-private.h"

/* What those see who answer for a department: nothing of the work papers, and nothing of other departments. */

gboolean
tnk_audit_book_is_own (TnkAuditBook *self,
                       const char *department_id,
                       const gboolean *departments)
{
  TnkDepartment *department = tnk_body_lookup_department (tnk_audit_book_get_tree (self), department_id);

  return department != NULL && departments[tnk_department_get_index (department)];
}

/* Whether the plan is about one of them: about it, about what is above it, or about what is below it. */
static gboolean
touches (TnkAuditBook *self,
         const gboolean *departments)
{
  TnkBody *tree = tnk_audit_book_get_tree (self);
  TnkAudit *audit = tnk_audit_book_get_audit (self);

  for (guint i = 0; i < tnk_body_get_n_departments (tree); i++)
    if (departments[i] && tnk_audit_covers (audit, tnk_body_get_department (tree, i)))
      return TRUE;
  return FALSE;
}

static void
add_own_finding (TnkAuditBook *part,
                 TnkFinding *finding)
{
  g_autoptr (TnkFinding) shown = tnk_finding_copy (finding);

  g_ptr_array_set_size (shown->spreads, 0);
  tnk_audit_book_add_finding (part, shown);
}

/* The question says what to look for; whose problem it was is nobody else's business. */
static void
add_asked (TnkAuditBook *self,
           TnkAuditBook *part,
           TnkFinding *finding,
           const gboolean *departments)
{
  g_autoptr (TnkFinding) shown = tnk_finding_new (tnk_finding_get_kind (finding), tnk_finding_get_control (finding), "");

  tnk_finding_set_identity (shown, tnk_finding_get_id (finding), tnk_finding_get_revision (finding), TNK_FINDING_STATE_ISSUED);
  for (guint i = 0; i < tnk_finding_get_n_spreads (finding); i++)
    if (tnk_audit_book_is_own (self, tnk_spread_get_department_id (tnk_finding_get_spread (finding, i)), departments))
      tnk_finding_add_spread (shown, tnk_finding_get_spread (finding, i));
  if (tnk_finding_get_n_spreads (shown) > 0)
    tnk_audit_book_add_finding (part, shown);
}

static void
add_findings (TnkAuditBook *self,
              TnkAuditBook *part,
              const gboolean *departments)
{
  for (guint i = 0; i < tnk_audit_book_get_n_findings (self); i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (self, i);

    if (tnk_audit_book_is_own (self, tnk_finding_get_department_id (finding), departments)) {
      if (tnk_finding_get_issued_at (finding) != NULL)
        add_own_finding (part, finding);
    } else if (tnk_finding_get_state (finding) != TNK_FINDING_STATE_WITHDRAWN)
      add_asked (self, part, finding, departments);
  }
}

static void
add_attachments (TnkAuditBook *self,
                 TnkAuditBook *part)
{
  for (guint i = 0; i < tnk_audit_book_get_n_attachments (self); i++) {
    TnkAttachment *attachment = tnk_audit_book_get_attachment (self, i);
    const char *finding_id = tnk_attachment_get_finding_id (attachment);
    TnkFinding *finding = finding_id != NULL ? tnk_audit_book_lookup_finding (part, finding_id) : NULL;

    if (finding != NULL && *tnk_finding_get_department_id (finding) != '\0')
      tnk_audit_book_add_attachment (part, attachment);
  }
}

/* Who audits, and what was said to the committee, is known to those who are audited; which other departments are, is not. */
static TnkAudit *
make_plan_part (TnkAuditBook *self,
                gboolean audited,
                const gboolean *departments)
{
  TnkAudit *audit = tnk_audit_book_get_audit (self);
  g_autoptr (TnkAudit) part = tnk_audit_new (tnk_audit_get_campaign (audit));
  g_autoptr (GStrvBuilder) own = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  tnk_audit_set_identity (part, tnk_audit_get_id (audit), tnk_audit_get_revision (audit), tnk_audit_get_state (audit));
  tnk_audit_set (part, TNK_AUDIT_FIELD_TITLE, tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE), NULL);
  if (!audited)
    return g_steal_pointer (&part);
  for (guint field = TNK_AUDIT_FIELD_PURPOSE; field <= TNK_AUDIT_FIELD_ENDS; field++)
    tnk_audit_set (part, field, tnk_audit_get (audit, field), NULL);
  for (guint i = 0; i < tnk_body_get_n_departments (tnk_audit_book_get_tree (self)); i++) {
    TnkDepartment *department = tnk_body_get_department (tnk_audit_book_get_tree (self), i);
    TnkDepartment *parent = tnk_department_get_parent (department);

    if (departments[i] && tnk_audit_covers (audit, department) && !(parent != NULL && departments[tnk_department_get_index (parent)] && tnk_audit_covers (audit, parent)))
      g_strv_builder_add (own, tnk_department_get_id (department));
  }
  ids = g_strv_builder_end (own);
  tnk_audit_set_departments (part, (const char *const *) ids, NULL);
  tnk_audit_set_controls (part, tnk_audit_get_controls (audit), NULL);
  tnk_audit_set_auditors (part, tnk_audit_get_auditors (audit), NULL);
  return g_steal_pointer (&part);
}

TnkAuditBook *
tnk_audit_book_make_part (TnkAuditBook *self,
                          const gboolean *departments)
{
  gboolean audited = tnk_audit_get_state (tnk_audit_book_get_audit (self)) >= TNK_AUDIT_STATE_APPROVED && touches (self, departments);
  g_autoptr (TnkAudit) plan = make_plan_part (self, audited, departments);
  g_autoptr (TnkAuditBook) part = tnk_audit_book_new (plan, tnk_audit_book_get_tree (self));

  add_findings (self, part, departments);
  add_attachments (self, part);
  return audited || tnk_audit_book_get_n_findings (part) > 0 ? g_steal_pointer (&part) : NULL;
}
