/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-audit.h"

#include "tnk-audit-private.h"
#include "tnk-audit-work-private.h"

/* Plans of audits: who writes them, who lets them pass, and how they go on. */

/* --- reading --- */

static gboolean
list_numbers (TnkStore *self,
              const char *campaign_id,
              GArray *numbers,
              GPtrArray *campaigns,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT a.no, c.id FROM audit a JOIN campaign c ON c.no = a.campaign_no WHERE $1 = '' OR c.id = $1 ORDER BY a.no", "t",
                                    campaign_id != NULL ? campaign_id : "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    gint64 no;

    if (!row)
      return TRUE;
    no = tnk_statement_int (statement, 0);
    g_array_append_val (numbers, no);
    g_ptr_array_add (campaigns, g_strdup (tnk_statement_text (statement, 1)));
  }
  return FALSE;
}

static gboolean
check_campaign (TnkStore *self,
                const char *campaign_id,
                GError **error)
{
  TnkCampaignState state;
  gint64 no;

  return campaign_id == NULL || tnk_store_find_campaign (self, campaign_id, &no, &state, error);
}

/**
 * tnk_store_list_audits:
 * @self: an open store
 * @campaign_id: (nullable): the id of a campaign; `NULL` for all
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads the audits, the oldest first.
 *
 * Returns: (transfer full) (element-type TnkAudit): the audits
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_audits (TnkStore *self,
                       const char *campaign_id,
                       GError **error)
{
  g_autoptr (GPtrArray) audits = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (TnkReading) reading = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  if (!tnk_reading_begin (&reading, self, error) || !check_campaign (self, campaign_id, error) || !list_numbers (self, campaign_id, numbers, campaigns, error))
    return NULL;
  for (guint i = 0; i < numbers->len; i++) {
    g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (self, g_ptr_array_index (campaigns, i), error);
    TnkAudit *audit = campaign != NULL ? tnk_store_read_audit (self, g_array_index (numbers, gint64, i), campaign, error) : NULL;

    if (audit == NULL)
      return NULL;
    g_ptr_array_add (audits, audit);
  }
  return g_steal_pointer (&audits);
}

static TnkAuditBook *
read_book (TnkStore *self,
           const char *audit_id,
           GError **error)
{
  g_autofree char *campaign_id = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkAudit) audit = NULL;
  g_autoptr (TnkBody) tree = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  gint64 no, campaign_no;

  if (!tnk_store_find_audit (self, audit_id, &no, &campaign_no, &campaign_id, error))
    return NULL;
  campaign = tnk_store_load_campaign (self, campaign_id, error);
  audit = campaign != NULL ? tnk_store_read_audit (self, no, campaign, error) : NULL;
  tree = audit != NULL ? tnk_store_load_tree (self, campaign_id, error) : NULL;
  if (tree == NULL)
    return NULL;
  book = tnk_audit_book_new (audit, tree);
  return tnk_store_read_book (self, no, book, error) ? g_steal_pointer (&book) : NULL;
}

/**
 * tnk_store_load_audit:
 * @self: an open store
 * @audit_id: the id of an audit
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads everything about an audit.
 *
 * Returns: (transfer full): the book of the audit
 *
 * Since: 0.1
 */
TnkAuditBook *
tnk_store_load_audit (TnkStore *self,
                      const char *audit_id,
                      GError **error)
{
  g_auto (TnkReading) reading = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL, NULL);
  return tnk_reading_begin (&reading, self, error) ? read_book (self, audit_id, error) : NULL;
}

/**
 * tnk_store_list_conflicts:
 * @self: an open store
 * @audit: a plan, stored or not
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Lists which auditors of a plan are not independent of what it audits.
 *
 * Returns: (transfer full) (element-type TnkConflict): the conflicts
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_conflicts (TnkStore *self,
                          TnkAudit *audit,
                          GError **error)
{
  g_autoptr (TnkBody) tree = NULL;
  g_autoptr (TnkIndependence) independence = NULL;
  const char *campaign_id;
  TnkCampaignState state;
  gint64 campaign_no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_AUDIT (audit), NULL);

  campaign_id = tnk_campaign_get_id (tnk_audit_get_campaign (audit));
  if (!tnk_store_find_campaign (self, campaign_id, &campaign_no, &state, error))
    return NULL;
  tree = tnk_store_load_tree (self, campaign_id, error);
  independence = tree != NULL ? tnk_store_load_independence (self, campaign_no, tree, audit, error) : NULL;
  return independence != NULL ? tnk_independence_list_conflicts (independence, audit) : NULL;
}

/**
 * tnk_store_list_agreement:
 * @self: an open store
 * @audit_id: the id of an audit
 * @by: %TNK_SCOPE_KIND_ORGANISATION, %TNK_SCOPE_KIND_DEPARTMENT, %TNK_SCOPE_KIND_CHAPTER or %TNK_SCOPE_KIND_CONTROL
 * @language: (nullable): the language of names, `ja` or `en`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Compares the verdicts of an audit with the answers that people gave themselves, see [class@Agreement].
 *
 * Returns: (transfer full) (element-type TnkAgreement): one for each department, chapter or control that has a work paper
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_agreement (TnkStore *self,
                          const char *audit_id,
                          TnkScopeKind by,
                          const char *language,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkTally) tally = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL, NULL);

  book = tnk_store_load_audit (self, audit_id, error);
  if (book != NULL)
    tally = tnk_store_tally (self, tnk_campaign_get_id (tnk_audit_get_campaign (tnk_audit_book_get_audit (book))), cancellable, error);
  return tally != NULL ? tnk_agreement_list (book, tally, by, language) : NULL;
}

/* --- writing the plan --- */

static gboolean
check_plan (TnkAuditWork *self,
            TnkAudit *audit,
            GError **error)
{
  TnkBody *tree = tnk_audit_book_get_tree (self->book);
  g_autoptr (TnkIndependence) independence = NULL;

  if (!tnk_audit_check (audit, tree, error))
    return FALSE;
  independence = tnk_store_load_independence (self->store, self->campaign_no, tree, audit, error);
  return independence != NULL && tnk_independence_check_audit (independence, audit, error);
}

static gboolean
give_identity (TnkAuditWork *self,
               TnkAudit *audit,
               GError **error)
{
  TnkConnection *connection = self->change.connection;
  g_autofree char *id = NULL;
  gint64 n;

  if (!tnk_connection_query_int (connection, &self->no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM audit", "") ||
      !tnk_connection_query_int (connection, &n, 0, error, "SELECT count (*) + 1 FROM audit WHERE campaign_no = $1", "i", self->campaign_no))
    return FALSE;
  id = g_strdup_printf ("%s-K%" G_GINT64_FORMAT, tnk_campaign_get_id (tnk_audit_get_campaign (audit)), n);
  tnk_audit_set_identity (audit, id, 0, TNK_AUDIT_STATE_DRAFT);
  return TRUE;
}

/* What the caller wrote there is not taken for a step, nor for an approval. */
static TnkAudit *
make_draft (TnkAudit *audit)
{
  TnkAudit *draft = tnk_audit_copy (audit);

  g_array_set_size (draft->moves, 0);
  tnk_audit_set_identity (draft, NULL, 0, TNK_AUDIT_STATE_DRAFT);
  return draft;
}

static TnkAudit *
add_audit (TnkStore *self,
           TnkAudit *audit,
           const char *by,
           GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (TnkAudit) draft = make_draft (audit);

  if (!tnk_audit_work_begin_new (&work, self, draft, by, error) || !tnk_audit_work_check_right (&work, TNK_RIGHTS_AUDIT, error) ||
      !tnk_audit_take (draft, TNK_AUDIT_STEP_DRAFT, by, NULL, error) || !check_plan (&work, draft, error) || !give_identity (&work, draft, error) ||
      !tnk_audit_work_write_plan (&work, draft, "draft", error) || !tnk_audit_work_commit (&work, error))
    return NULL;
  return g_steal_pointer (&draft);
}

/* Takes over what the caller may write, and nothing else. */
static gboolean
take_over (TnkAudit *stored,
           TnkAudit *audit,
           GError **error)
{
  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++)
    if (!tnk_audit_set (stored, field, tnk_audit_get (audit, field), error))
      return FALSE;
  if (!tnk_audit_set_departments (stored, tnk_audit_get_departments (audit), error) ||
      !tnk_audit_set_controls (stored, tnk_audit_get_controls (audit), error) || !tnk_audit_set_auditors (stored, tnk_audit_get_auditors (audit), error))
    return FALSE;
  g_array_set_size (stored->exemptions, 0);
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++)
    if (!tnk_audit_ask_exemption (stored, tnk_audit_get_exemption_auditor (audit, i), tnk_audit_get_exemption_department (audit, i),
                                  tnk_audit_get_exemption_reason (audit, i), error))
      return FALSE;
  return TRUE;
}

/* The summary is for the auditors, while the audit is under way; what the committee let pass stays as it is. */
static gboolean
change_summary (TnkAuditWork *work,
                TnkAudit *stored,
                TnkAudit *audit,
                GError **error)
{
  g_autoptr (TnkAudit) wanted = tnk_audit_copy (stored);

  return take_over (wanted, audit, error) && tnk_audit_check_change (wanted, stored, error) && tnk_audit_work_check_auditing (work, error) &&
         tnk_audit_set (stored, TNK_AUDIT_FIELD_SUMMARY, tnk_audit_get (audit, TNK_AUDIT_FIELD_SUMMARY), error);
}

static gboolean
change_draft (TnkAuditWork *work,
              TnkAudit *stored,
              TnkAudit *audit,
              GError **error)
{
  return tnk_audit_work_check_right (work, TNK_RIGHTS_AUDIT, error) && take_over (stored, audit, error) &&
         tnk_audit_check_change (stored, work->audit, error) && tnk_audit_take (stored, TNK_AUDIT_STEP_CHANGE, work->by, NULL, error) &&
         check_plan (work, stored, error);
}

static TnkAudit *
change_audit (TnkStore *self,
              TnkAudit *audit,
              const char *by,
              GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (TnkAudit) stored = NULL;
  gboolean draft;

  if (!tnk_audit_work_begin (&work, self, tnk_audit_get_id (audit), by, error) ||
      !tnk_audit_work_check_revision (&work, "plan of the audit", tnk_audit_get_revision (work.audit), tnk_audit_get_revision (audit), error))
    return NULL;
  draft = tnk_audit_get_state (work.audit) == TNK_AUDIT_STATE_DRAFT;
  stored = tnk_audit_copy (work.audit);
  if (!(draft ? change_draft (&work, stored, audit, error) : change_summary (&work, stored, audit, error)) ||
      !tnk_audit_work_write_plan (&work, stored, draft ? "change" : "summary", error) || !tnk_audit_work_commit (&work, error))
    return NULL;
  return g_steal_pointer (&stored);
}

/**
 * tnk_store_save_audit:
 * @self: an open store
 * @audit: a new plan, or a copy of one, changed since it was read
 * @by: the staff number of who does it, who has the right to audit; the summary is for the auditors too
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `NOT_FOUND` if the plan cannot stand, `REFUSED` if
 *   @by may not or an auditor is not independent, `STATE` if the plan may not change any more or somebody changed it in the meantime,
 *   or `STORE`
 *
 * Stores the plan of an audit: all of it while it is a draft, its summary while the audit is under way.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_store_save_audit (TnkStore *self,
                      TnkAudit *audit,
                      const char *by,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_AUDIT (audit), NULL);
  return tnk_audit_get_id (audit) != NULL ? change_audit (self, audit, by, error) : add_audit (self, audit, by, error);
}

/* --- taking steps --- */

static gboolean
check_who (TnkAuditWork *work,
           TnkAuditStep step,
           GError **error)
{
  if (tnk_audit_step_is_for_committee (step))
    return tnk_audit_work_check_committee (work, error);
  if (step == TNK_AUDIT_STEP_START || step == TNK_AUDIT_STEP_REPORT)
    return tnk_audit_work_check_auditing (work, error);
  return tnk_audit_work_check_right (work, TNK_RIGHTS_AUDIT, error);
}

/* What the audit needs to be where it will be. */
static gboolean
check_arrival (TnkAuditWork *work,
               TnkAudit *audit,
               TnkAuditStep step,
               GError **error)
{
  if (step == TNK_AUDIT_STEP_SUBMIT || step == TNK_AUDIT_STEP_APPROVE || step == TNK_AUDIT_STEP_START)
    return check_plan (work, audit, error);
  if (step == TNK_AUDIT_STEP_REPORT)
    return tnk_audit_book_check_report (work->book, error);
  return step != TNK_AUDIT_STEP_CLOSE || tnk_audit_book_check_close (work->book, error);
}

/* Those that are taken by themselves when a plan is stored or an exemption approved. */
static gboolean
check_step (TnkAuditStep step,
            GError **error)
{
  if (step != TNK_AUDIT_STEP_DRAFT && step != TNK_AUDIT_STEP_CHANGE && step != TNK_AUDIT_STEP_EXEMPT)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the step “%s” is not taken by itself; use submit, return, approve, revise, start, report, resume or close",
               tnk_audit_step_to_string (step));
  return FALSE;
}

/**
 * tnk_store_move_audit:
 * @self: an open store
 * @audit_id: the id of an audit
 * @revision: the revision of the plan that the caller saw; 0 for whatever is there
 * @step: the step to take; not one that is taken when a plan is stored or an exemption approved
 * @remark: (nullable): what is said with it; needed to return, revise or resume an audit
 * @by: the staff number of who takes it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `INVALID`, `STATE`, `REFUSED` or `STORE`
 *
 * Takes an audit a step further. Plans are approved, returned and reports sent back by somebody with the right of the committee who
 * neither wrote the plan nor audits; the other steps are for whoever has the right to audit, and the beginning and the report for the
 * auditors too.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_store_move_audit (TnkStore *self,
                      const char *audit_id,
                      guint revision,
                      TnkAuditStep step,
                      const char *remark,
                      const char *by,
                      GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (TnkAudit) stored = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && (guint) step < TNK_N_AUDIT_STEPS, NULL);

  if (!check_step (step, error) || !tnk_audit_work_begin (&work, self, audit_id, by, error) || !check_who (&work, step, error) ||
      !tnk_audit_work_check_revision (&work, "plan of the audit", tnk_audit_get_revision (work.audit), revision, error))
    return NULL;
  stored = tnk_audit_copy (work.audit);
  if (!tnk_audit_take (stored, step, by, remark, error) || !check_arrival (&work, stored, step, error) ||
      !tnk_audit_work_write_plan (&work, stored, tnk_audit_step_to_string (step), error) || !tnk_audit_work_commit (&work, error))
    return NULL;
  return g_steal_pointer (&stored);
}

/**
 * tnk_store_exempt_auditor:
 * @self: an open store
 * @audit_id: the id of an audit that was submitted
 * @revision: the revision of the plan that the caller saw; 0 for whatever is there
 * @auditor: the staff number of an auditor who is not independent
 * @department_id: the audited department, as the plan names it
 * @by: the staff number of somebody with the right of the committee, who neither wrote the plan nor audits
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `REFUSED` or `STORE`
 *
 * Approves what the plan asks for: that somebody audits a department that he is not independent of, since it cannot be avoided.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_store_exempt_auditor (TnkStore *self,
                          const char *audit_id,
                          guint revision,
                          const char *auditor,
                          const char *department_id,
                          const char *by,
                          GError **error)
{
  g_auto (TnkAuditWork) work = {0};
  g_autoptr (TnkAudit) stored = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && auditor != NULL && department_id != NULL, NULL);

  if (!tnk_audit_work_begin (&work, self, audit_id, by, error) || !tnk_audit_work_check_committee (&work, error) ||
      !tnk_audit_work_check_revision (&work, "plan of the audit", tnk_audit_get_revision (work.audit), revision, error))
    return NULL;
  stored = tnk_audit_copy (work.audit);
  if (!tnk_audit_approve_exemption (stored, auditor, department_id, by, error) || !tnk_audit_work_write_plan (&work, stored, "exempt", error) ||
      !tnk_audit_work_commit (&work, error))
    return NULL;
  return g_steal_pointer (&stored);
}
