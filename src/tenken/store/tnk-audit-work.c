/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-audit-work-private.h"

void
tnk_audit_work_clear (TnkAuditWork *self)
{
  tnk_change_end (&self->change);
  g_clear_object (&self->book);
  g_clear_object (&self->independence);
  tnk_held_rights_clear (&self->held);
  g_clear_pointer (&self->by, g_free);
}

/* Who changes an audit is somebody of the roster: what the rules ask for is about people. */
static gboolean
take_person (TnkAuditWork *self,
             const char *by,
             GError **error)
{
  gint64 n;

  if (by == NULL) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "an audit must know who does this; give a staff number");
    return FALSE;
  }
  if (!tnk_connection_query_int (self->store->connection, &n, 0, error, "SELECT count (*) FROM person WHERE id = $1 AND active = 1", "t", by))
    return FALSE;
  if (n == 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "nobody in the roster has the staff number “%s”", by);
    return FALSE;
  }
  self->by = g_strdup (by);
  return tnk_held_rights_read (&self->held, self->store, by, error);
}

static gboolean
make_book (TnkAuditWork *self,
           TnkAudit *audit,
           GError **error)
{
  g_autoptr (TnkBody) tree = tnk_store_load_tree (self->store, tnk_campaign_get_id (tnk_audit_get_campaign (audit)), error);

  if (tree == NULL)
    return FALSE;
  self->book = tnk_audit_book_new (audit, tree);
  self->audit = audit;
  return TRUE;
}

static gboolean
load_book (TnkAuditWork *self,
           const char *audit_id,
           GError **error)
{
  g_autofree char *campaign_id = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkAudit) audit = NULL;

  if (!tnk_store_find_audit (self->store, audit_id, &self->no, &self->campaign_no, &campaign_id, error))
    return FALSE;
  campaign = tnk_store_load_campaign (self->store, campaign_id, error);
  audit = campaign != NULL ? tnk_store_read_audit (self->store, self->no, campaign, error) : NULL;
  return audit != NULL && make_book (self, audit, error) && tnk_store_read_book (self->store, self->no, self->book, error);
}

gboolean
tnk_audit_work_begin (TnkAuditWork *self,
                      TnkStore *store,
                      const char *audit_id,
                      const char *by,
                      GError **error)
{
  self->store = store;
  return tnk_change_begin (&self->change, store, error) && take_person (self, by, error) && load_book (self, audit_id, error);
}

gboolean
tnk_audit_work_begin_new (TnkAuditWork *self,
                          TnkStore *store,
                          TnkAudit *audit,
                          const char *by,
                          GError **error)
{
  TnkCampaignState state;

  self->store = store;
  return tnk_change_begin (&self->change, store, error) && take_person (self, by, error) &&
         tnk_store_find_campaign (store, tnk_campaign_get_id (tnk_audit_get_campaign (audit)), &self->campaign_no, &state, error) &&
         make_book (self, audit, error);
}

gboolean
tnk_audit_work_commit (TnkAuditWork *self,
                       GError **error)
{
  return tnk_change_commit (&self->change, error);
}

/* --- who may --- */

static gboolean
throw_refused (TnkAuditWork *self,
               const char *who,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” may not do this: it is for %s", self->by, who);
  return FALSE;
}

gboolean
tnk_audit_work_check_right (TnkAuditWork *self,
                            TnkRights right,
                            GError **error)
{
  if (self->held.rights & right)
    return TRUE;
  return throw_refused (self, right == TNK_RIGHTS_AUDIT ? "whoever has the right to audit" : "the committee", error);
}

gboolean
tnk_audit_work_check_auditing (TnkAuditWork *self,
                               GError **error)
{
  if (self->held.rights & TNK_RIGHTS_AUDIT || tnk_audit_has_auditor (self->audit, self->by))
    return TRUE;
  return throw_refused (self, "whoever has the right to audit, and the auditors of this audit", error);
}

gboolean
tnk_audit_work_check_named (TnkAuditWork *self,
                            GError **error)
{
  return tnk_audit_has_auditor (self->audit, self->by) || throw_refused (self, "the auditors of this audit", error);
}

gboolean
tnk_audit_work_check_committee (TnkAuditWork *self,
                                GError **error)
{
  return tnk_audit_work_check_right (self, TNK_RIGHTS_COMMITTEE, error) && tnk_audit_check_decider (self->audit, self->by, error);
}

gboolean
tnk_audit_work_answers_for (TnkAuditWork *self,
                            const char *department_id)
{
  TnkBody *tree = tnk_audit_book_get_tree (self->book);
  TnkDepartment *department = tnk_body_lookup_department (tree, department_id);

  for (guint i = 0; department != NULL && i < self->held.departments->len; i++) {
    TnkDepartment *own = tnk_body_lookup_department (tree, self->held.departments->pdata[i]);

    if (own != NULL && tnk_department_is_within (department, own))
      return TRUE;
  }
  return FALSE;
}

gboolean
tnk_audit_work_check_answerer (TnkAuditWork *self,
                               const char *department_id,
                               GError **error)
{
  return tnk_audit_work_answers_for (self, department_id) || throw_refused (self, "whoever answers for the department", error);
}

/* --- independence --- */

static gboolean
add_answerer (TnkStore *self,
              TnkIndependence *independence,
              const char *person_id,
              GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  if (!tnk_held_rights_read (&held, self, person_id, error))
    return FALSE;
  for (guint i = 0; i < held.departments->len; i++)
    tnk_independence_add_answerer (independence, person_id, held.departments->pdata[i]);
  return TRUE;
}

/* In which department of the campaign the person was asked. */
static gboolean
add_member (TnkStore *self,
            gint64 campaign_no,
            TnkIndependence *independence,
            TnkBody *tree,
            const char *person_id,
            GError **error)
{
  gint64 place;

  if (!tnk_connection_query_int (self->connection, &place, -1, error,
                                 "SELECT q.department FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 AND p.id = $2", "it",
                                 campaign_no, person_id))
    return FALSE;
  if (place >= tnk_body_get_n_departments (tree))
    return tnk_store_throw_damaged (self, error);
  if (place >= 0)
    tnk_independence_add_member (independence, person_id, tnk_department_get_id (tnk_body_get_department (tree, place)));
  return TRUE;
}

TnkIndependence *
tnk_store_load_independence (TnkStore *self,
                             gint64 campaign_no,
                             TnkBody *tree,
                             TnkAudit *audit,
                             GError **error)
{
  g_autoptr (TnkBody) roster = tnk_store_load_body (self, error);
  g_autoptr (TnkIndependence) independence = NULL;
  const char *const *auditors = tnk_audit_get_auditors (audit);

  if (roster == NULL)
    return NULL;
  independence = tnk_independence_new (tree, roster);
  for (guint i = 0; auditors[i] != NULL; i++)
    if (!add_answerer (self, independence, auditors[i], error) || !add_member (self, campaign_no, independence, tree, auditors[i], error))
      return NULL;
  return g_steal_pointer (&independence);
}

gboolean
tnk_audit_work_check_judge (TnkAuditWork *self,
                            const char *department_id,
                            TnkControl *control,
                            GError **error)
{
  TnkBody *tree = tnk_audit_book_get_tree (self->book);
  TnkDepartment *department = tnk_body_lookup_department (tree, department_id);

  if (department == NULL || !tnk_audit_covers (self->audit, department) || !tnk_audit_has_control (self->audit, tnk_control_get_id (control))) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the plan of the audit “%s” does not cover the control “%s” in the department “%s”",
                 tnk_audit_get_id (self->audit), tnk_control_get_id (control), department_id);
    return FALSE;
  }
  if (self->independence == NULL)
    self->independence = tnk_store_load_independence (self->store, self->campaign_no, tree, self->audit, error);
  return self->independence != NULL && tnk_independence_check_auditor (self->independence, self->audit, self->by, department_id, control, error);
}

/* --- how far it is --- */

gboolean
tnk_audit_work_check_state (TnkAuditWork *self,
                            guint states,
                            const char *what,
                            GError **error)
{
  TnkAuditState state = tnk_audit_get_state (self->audit);

  if ((states >> state) & 1)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the audit “%s” is %s; %s then", tnk_audit_get_id (self->audit), tnk_audit_state_to_string (state), what);
  return FALSE;
}

gboolean
tnk_audit_work_check_revision (TnkAuditWork *self,
                               const char *what,
                               guint there,
                               guint seen,
                               GError **error)
{
  if (seen == 0 || seen == there)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: somebody changed the %s in the meantime (revision %u, yours is %u); read it again",
               tnk_store_get_name (self->store), what, there, seen);
  return FALSE;
}
