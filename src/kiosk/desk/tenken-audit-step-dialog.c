/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-audit-dialogs.h"
#include "tenken-audit-job.h"
#include "tenken-audit-words.h"

/* Takes an audit a step further, after it was said what that means. */

static const struct
{
  const char *title; /* NULL: nobody takes it here */
  const char *note;
  const char *save;
  gboolean says_why;
} steps[TNK_N_AUDIT_STEPS] = {
  [TNK_AUDIT_STEP_SUBMIT] = {N_ ("Submit the plan"), N_ ("The committee decides about the plan. Until it does, the plan stays as it is."), N_ ("Submit"), FALSE},
  [TNK_AUDIT_STEP_RETURN] = {N_ ("Send the plan back"), N_ ("The audit chief changes the plan and submits it again."), N_ ("Send back"), TRUE},
  [TNK_AUDIT_STEP_APPROVE] = {N_ ("Approve the plan"), N_ ("The audit can start as it is planned."), N_ ("Approve"), FALSE},
  [TNK_AUDIT_STEP_REVISE] = {N_ ("Change the approved plan"), N_ ("The plan becomes a draft again and needs a new approval, as do its exemptions."), N_ ("Change the plan"), TRUE},
  [TNK_AUDIT_STEP_START] = {N_ ("Start the audit"), N_ ("From now on the auditors write work papers and findings."), N_ ("Start"), FALSE},
  [TNK_AUDIT_STEP_REPORT] = {N_ ("Report to the committee"), N_ ("The work papers stay as they are from now on. Findings are followed up after that, too."), N_ ("Report"), FALSE},
  [TNK_AUDIT_STEP_RESUME] = {N_ ("Have it examined again"), N_ ("The auditors go on with work papers and findings, and report again."), N_ ("Resume the audit"), TRUE},
  [TNK_AUDIT_STEP_CLOSE] = {N_ ("Close the audit"), N_ ("Nothing of it changes any more. All findings have to be closed or withdrawn before."), N_ ("Close the audit"), FALSE},
};

typedef struct
{
  TnkAudit *audit;
  TnkAuditStep step;
  char *auditor; /* whom the committee lets pass, and where */
  char *department_id;
  GtkWidget *text; /* NULL: nothing is said with it */
} Step;

static void
step_free (gpointer data)
{
  Step *self = data;

  g_object_unref (self->audit);
  g_free (self->auditor);
  g_free (self->department_id);
  g_free (self);
}

static Step *
step_new (TnkAudit *audit,
          TnkAuditStep step)
{
  Step *self = g_new0 (Step, 1);

  self->audit = g_object_ref (audit);
  self->step = step;
  return self;
}

static gpointer
take (TenkenEditDialog *dialog,
      gpointer user_data,
      GError **error)
{
  Step *self = user_data;
  gboolean exempts = self->step == TNK_AUDIT_STEP_EXEMPT;
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (exempts ? TENKEN_AUDIT_EXEMPT : TENKEN_AUDIT_MOVE, tnk_audit_get_id (self->audit));

  job->revision = tnk_audit_get_revision (self->audit);
  job->choice = self->step;
  job->person_id = g_strdup (self->auditor);
  job->department_id = g_strdup (self->department_id);
  job->text = self->text != NULL ? tenken_edit_dup_text (self->text) : NULL;
  if (steps[self->step].says_why && *job->text == '\0') {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, _ ("Say why, so that it can be understood later."));
    return NULL;
  }
  return g_steal_pointer (&job);
}

static const TenkenEditVerbs verbs = {take, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, NULL};

void
tenken_audit_take_step (GtkWidget *owner,
                        TenkenDesk *desk,
                        TnkAudit *audit,
                        TnkAuditStep step)
{
  const TenkenEditWords words = {_ (steps[step].title), _ (steps[step].save), _ ("The audit is being changed"), _ ("The audit was changed")};
  Step *self = step_new (audit, step);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, step_free);

  tenken_edit_dialog_add_heading (dialog, tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE));
  tenken_edit_dialog_add_note (dialog, _ (steps[step].note), NULL);
  self->text = tenken_edit_dialog_add_text (dialog, steps[step].says_why ? _ ("Why") : _ ("Remark (optional)"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tenken_audit_let_pass (GtkWidget *owner,
                       TenkenDesk *desk,
                       TnkAudit *audit,
                       guint exemption,
                       const char *who,
                       const char *where)
{
  const TenkenEditWords words = {_ ("Let an exemption pass"), _ ("Let it pass"), _ ("The exemption is being stored"), _ ("The exemption was let pass")};
  Step *self = step_new (audit, TNK_AUDIT_STEP_EXEMPT);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, step_free);
  g_autofree char *text = g_strdup_printf (_ ("%s would audit “%s” without being independent of it. The reason given:"), who, where);

  self->auditor = g_strdup (tnk_audit_get_exemption_auditor (audit, exemption));
  self->department_id = g_strdup (tnk_audit_get_exemption_department (audit, exemption));
  tenken_edit_dialog_add_note (dialog, text, NULL);
  tenken_edit_dialog_add_note (dialog, tnk_audit_get_exemption_reason (audit, exemption), "quote");
  tenken_edit_dialog_add_note (dialog, _ ("It is recorded who let it pass, and stands in the report of the audit."), "dim-label");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the result as a whole --- */

typedef struct
{
  TnkAudit *audit;
  GtkWidget *text;
} Summary;

static void
summary_free (gpointer data)
{
  g_object_unref (((Summary *) data)->audit);
  g_free (data);
}

static gpointer
take_summary (TenkenEditDialog *dialog,
              gpointer user_data,
              GError **error)
{
  Summary *self = user_data;
  g_autoptr (TnkAudit) audit = tnk_audit_copy (self->audit);
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (TENKEN_AUDIT_SAVE, NULL);
  g_autofree char *text = tenken_edit_dup_text (self->text);

  if (!tnk_audit_set (audit, TNK_AUDIT_FIELD_SUMMARY, text, error))
    return NULL;
  job->object = G_OBJECT (g_steal_pointer (&audit));
  return g_steal_pointer (&job);
}

static const TenkenEditVerbs summary_verbs = {take_summary, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, NULL};

void
tenken_audit_edit_summary (GtkWidget *owner,
                           TenkenDesk *desk,
                           TnkAudit *audit)
{
  const TenkenEditWords words = {_ ("Result as a whole"), _ ("Save"), _ ("The result is being stored"), _ ("The result was stored")};
  Summary *self = g_new0 (Summary, 1);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &summary_verbs, self, summary_free);

  self->audit = g_object_ref (audit);
  tenken_edit_dialog_add_note (dialog, _ ("What the committee should know first. It stands on the cover of the report."), NULL);
  self->text = tenken_edit_dialog_add_text (dialog, _ ("Result as a whole"), tnk_audit_get (audit, TNK_AUDIT_FIELD_SUMMARY));
  gtk_window_present (GTK_WINDOW (dialog));
}
