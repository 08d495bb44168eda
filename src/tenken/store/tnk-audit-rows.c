/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-private.h"
#include "tnk-audit-rows-private.h"

gboolean
tnk_store_find_audit (TnkStore *self,
                      const char *audit_id,
                      gint64 *no,
                      gint64 *campaign_no,
                      char **campaign_id,
                      GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT a.no, a.campaign_no, c.id FROM audit a JOIN campaign c ON c.no = a.campaign_no WHERE a.id = $1", "t",
                                    audit_id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no audit “%s”; see “tenkenctl audit list”", tnk_store_get_name (self),
                 audit_id);
    return FALSE;
  }
  *no = tnk_statement_int (statement, 0);
  *campaign_no = tnk_statement_int (statement, 1);
  *campaign_id = g_strdup (tnk_statement_text (statement, 2));
  return TRUE;
}

static gboolean
read_plan (TnkStore *self,
           gint64 no,
           TnkAudit *audit,
           GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  TnkAuditState state;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT id, revision, state, title, purpose, method, starts, ends, summary FROM audit WHERE no = $1", "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row || !tnk_audit_state_from_string (tnk_statement_text (statement, 2), &state))
    return tnk_store_throw_damaged (self, error);
  tnk_audit_set_identity (audit, tnk_statement_text (statement, 0), tnk_statement_int (statement, 1), state);
  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++)
    if (!tnk_audit_set (audit, field, tnk_statement_text (statement, 3 + field), NULL))
      return tnk_store_throw_damaged (self, error);
  return TRUE;
}

static GStrv
read_list (TnkStore *self,
           const char *sql,
           gint64 no,
           GError **error)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, sql, "i", no);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (list);
    g_strv_builder_add (list, tnk_statement_text (statement, 0));
  }
  return NULL;
}

static gboolean
read_scope (TnkStore *self,
            gint64 no,
            TnkAudit *audit,
            GError **error)
{
  static const struct
  {
    const char *sql;
    gboolean (*set) (TnkAudit *audit, const char *const *list, GError **error);
  } lists[] = {
    {"SELECT department_id FROM audit_department WHERE audit_no = $1 ORDER BY position", tnk_audit_set_departments},
    {"SELECT control_id FROM audit_control WHERE audit_no = $1 ORDER BY position", tnk_audit_set_controls},
    {"SELECT person_id FROM audit_auditor WHERE audit_no = $1 ORDER BY position", tnk_audit_set_auditors},
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_auto (GStrv) list = read_list (self, lists[i].sql, no, error);

    if (list == NULL)
      return FALSE;
    if (!lists[i].set (audit, (const char *const *) list, NULL))
      return tnk_store_throw_damaged (self, error);
  }
  return TRUE;
}

static gboolean
read_exemptions (TnkStore *self,
                 gint64 no,
                 TnkAudit *audit,
                 GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT person_id, department_id, reason, approver FROM audit_exemption WHERE audit_no = $1 ORDER BY position", "i",
                                    no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    tnk_audit_add_exemption (audit, tnk_statement_text (statement, 0), tnk_statement_text (statement, 1), tnk_statement_text (statement, 2),
                             tnk_statement_text (statement, 3));
  }
  return FALSE;
}

static gboolean
read_steps (TnkStore *self,
            gint64 no,
            TnkAudit *audit,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT step, at, writer, remark FROM audit_step WHERE audit_no = $1 ORDER BY position", "i",
                                    no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkAuditStep step;

    if (!row)
      return TRUE;
    if (!tnk_audit_step_from_string (tnk_statement_text (statement, 0), &step))
      return tnk_store_throw_damaged (self, error);
    tnk_audit_add_move (audit, step, tnk_statement_text (statement, 1), tnk_statement_text (statement, 2), tnk_statement_text (statement, 3));
  }
  return FALSE;
}

TnkAudit *
tnk_store_read_audit (TnkStore *self,
                      gint64 no,
                      TnkCampaign *campaign,
                      GError **error)
{
  g_autoptr (TnkAudit) audit = tnk_audit_new (campaign);

  if (!read_plan (self, no, audit, error) || !read_scope (self, no, audit, error) || !read_exemptions (self, no, audit, error) ||
      !read_steps (self, no, audit, error))
    return NULL;
  return g_steal_pointer (&audit);
}
