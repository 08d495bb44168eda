/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-book-private.h"
#include "tnk-desk-audit-private.h"

#define BODY (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)

static const struct
{
  TnkRights rights;
  gboolean auditors; /* whether the auditors of the audit may too */
  const char *who;
} needs[] = {
  [TNK_DESK_AUDIT_READ] = {BODY, TRUE, "the secretariat, the committee, whoever has the right to audit, and the auditors of the audit"},
  [TNK_DESK_AUDIT_JUDGE] = {TNK_RIGHTS_AUDIT, TRUE, "whoever has the right to audit, and the auditors of the audit"},
  [TNK_DESK_AUDIT_DECIDE] = {TNK_RIGHTS_COMMITTEE, FALSE, "the committee"},
  [TNK_DESK_AUDIT_SPREAD] = {TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT, TRUE, "the committee, whoever has the right to audit, and the auditors of the audit"},
};

static gboolean
throw_refused (const char *audit_id,
               const char *who,
               GError **error)
{
  if (audit_id != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "audit “%s”: this is for %s", audit_id, who);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "this is for %s", who);
  return FALSE;
}

/* NULL without an error where there is no such audit. */
static TnkAuditBook *
find_book (TnkDesk *self,
           const char *audit_id,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  TnkAuditBook *book = tnk_store_load_audit (self->store, audit_id, &local);

  if (local != NULL && !g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  return book;
}

TnkAuditBook *
tnk_desk_enter_audit (TnkDesk *self,
                      TnkDeskAuditNeed need,
                      const char *audit_id,
                      GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GError) local = NULL;

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error))
    return NULL;
  if (held.rights & needs[need].rights)
    return tnk_store_load_audit (self->store, audit_id, error);
  if (needs[need].auditors && held.rights & TNK_RIGHTS_AUDITOR)
    book = find_book (self, audit_id, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (book != NULL && tnk_audit_has_auditor (tnk_audit_book_get_audit (book), self->person_id))
    return g_steal_pointer (&book);
  else
    throw_refused (audit_id, needs[need].who, error);
  return NULL;
}

static gboolean
answers_for (const TnkHeldRights *held,
             TnkBody *tree,
             TnkDepartment *department)
{
  for (guint i = 0; i < held->departments->len; i++) {
    TnkDepartment *own = tnk_body_lookup_department (tree, held->departments->pdata[i]);

    if (own != NULL && tnk_department_is_within (department, own))
      return TRUE;
  }
  return FALSE;
}

/* Which departments are meant, by their place in the tree: the one that is named with all below it, or all of the person; nothing
 * where that is not the person’s to see. */
static gboolean *
mark_departments (const TnkHeldRights *held,
                  TnkBody *tree,
                  const char *department_id)
{
  TnkDepartment *within = department_id != NULL ? tnk_body_lookup_department (tree, department_id) : NULL;
  gboolean everywhere = (held->rights & BODY) != 0;
  gboolean *marks = g_new0 (gboolean, tnk_body_get_n_departments (tree) + 1);

  if (department_id != NULL && (within == NULL || (!everywhere && !answers_for (held, tree, within))))
    return marks;
  for (guint i = 0; i < tnk_body_get_n_departments (tree); i++) {
    TnkDepartment *department = tnk_body_get_department (tree, i);

    marks[i] = (within == NULL || tnk_department_is_within (department, within)) && (everywhere || answers_for (held, tree, department));
  }
  return marks;
}

TnkAuditBook *
tnk_desk_enter_audit_department (TnkDesk *self,
                                 const char *audit_id,
                                 const char *department_id,
                                 GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_autoptr (TnkAuditBook) book = NULL, part = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree gboolean *marks = NULL;

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error))
    return NULL;
  if (held.rights & (BODY | TNK_RIGHTS_DEPARTMENT))
    book = find_book (self, audit_id, &local);
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  if (book != NULL) {
    marks = mark_departments (&held, tnk_audit_book_get_tree (book), department_id);
    part = tnk_audit_book_make_part (book, marks);
  }
  if (part == NULL)
    throw_refused (audit_id, "whoever answers for a department that it concerns", error);
  return g_steal_pointer (&part);
}

static gboolean
check_rights (TnkDesk *self,
              TnkRights rights,
              const char *who,
              GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error))
    return FALSE;
  return (held.rights & rights) != 0 || throw_refused (NULL, who, error);
}

gboolean
tnk_desk_enter_audit_planning (TnkDesk *self,
                               GError **error)
{
  return check_rights (self, TNK_RIGHTS_AUDIT, "whoever has the right to audit", error);
}

gboolean
tnk_desk_enter_audit_people (TnkDesk *self,
                             GError **error)
{
  return check_rights (self, BODY, "the secretariat, the committee and whoever has the right to audit", error);
}
