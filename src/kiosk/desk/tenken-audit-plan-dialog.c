/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-audit-conflicts.h"
#include "tenken-audit-dialogs.h"
#include "tenken-audit-job.h"
#include "tenken-audit-words.h"
#include "tenken-day-entry.h"
#include "tenken-ids-pick.h"

/* The plan of an audit: its fields, and who audits what. Whether the auditors are independent is said as they are chosen. */

typedef struct
{
  TnkAudit *audit; /* as it was read, or a new one */
  GtkWidget *fields[TNK_N_AUDIT_FIELDS]; /* NULL: not shown */
  GtkWidget *departments;
  GtkWidget *controls;
  GtkWidget *auditors;
  GtkWidget *conflicts;
} Plan;

static void
plan_free (gpointer data)
{
  Plan *self = data;

  g_object_unref (self->audit);
  g_free (self);
}

/* --- what is chosen --- */

static gboolean
take_scope (Plan *self,
            TnkAudit *audit,
            GError **error)
{
  return tnk_audit_set_departments (audit, tenken_ids_pick_get_ids (TENKEN_IDS_PICK (self->departments)), error) &&
         tnk_audit_set_controls (audit, tenken_ids_pick_get_ids (TENKEN_IDS_PICK (self->controls)), error) &&
         tnk_audit_set_auditors (audit, tenken_ids_pick_get_ids (TENKEN_IDS_PICK (self->auditors)), error);
}

static void
show_conflicts (Plan *self)
{
  g_autoptr (TnkAudit) audit = tnk_audit_copy (self->audit);

  if (take_scope (self, audit, NULL))
    tenken_audit_conflicts_show (TENKEN_AUDIT_CONFLICTS (self->conflicts), audit);
}

/* --- storing --- */

static char *
dup_field (GtkWidget *field)
{
  return TENKEN_IS_DAY_ENTRY (field) ? tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (field)) : tenken_edit_dup_text (field);
}

static gpointer
take (TenkenEditDialog *dialog,
      gpointer user_data,
      GError **error)
{
  Plan *self = user_data;
  g_autoptr (TnkAudit) audit = tnk_audit_copy (self->audit);
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (TENKEN_AUDIT_SAVE, NULL);

  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++) {
    g_autofree char *value = self->fields[field] != NULL ? dup_field (self->fields[field]) : NULL;

    if (value != NULL && !tnk_audit_set (audit, field, value, error))
      return NULL;
  }
  if (*tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE) == '\0') {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, _ ("Give the audit a title."));
    return NULL;
  }
  if (!take_scope (self, audit, error) || !tenken_audit_conflicts_take (TENKEN_AUDIT_CONFLICTS (self->conflicts), audit, error))
    return NULL;
  job->object = G_OBJECT (g_steal_pointer (&audit));
  return g_steal_pointer (&job);
}

/* A new one is shown. */
static void
stored (TenkenDesk *desk,
        gpointer result,
        gpointer user_data)
{
  g_autofree char *place = g_strconcat ("audit/", tnk_audit_get_id (result), NULL);

  tenken_desk_go (desk, place);
}

static const TenkenEditVerbs verbs = {take, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, stored};

/* --- the dialog --- */

static void
add_pick (TenkenEditDialog *dialog,
          const char *name,
          const char *note,
          GtkWidget *pick,
          Plan *self)
{
  tenken_edit_dialog_add (dialog, name, pick);
  tenken_edit_dialog_add_note (dialog, note, "dim-label");
  g_signal_connect_object (pick, "changed", G_CALLBACK (tenken_edit_dialog_touch), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (pick, "changed", G_CALLBACK (show_conflicts), self);
}

static void
add_scope (TenkenEditDialog *dialog,
           Plan *self,
           TenkenDesk *desk,
           TenkenAuditPeople *people)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (self->audit));

  self->departments = tenken_ids_pick_new_departments (_ ("Departments that are audited"), tenken_desk_get_tree (desk), tnk_audit_get_departments (self->audit));
  self->controls = tenken_ids_pick_new_controls (_ ("Controls that are audited"), catalog, tnk_audit_get_controls (self->audit));
  self->auditors = tenken_ids_pick_new_people (_ ("Auditors"), desk, people, tnk_audit_get_auditors (self->audit));
  self->conflicts = tenken_audit_conflicts_new (desk, people);
  add_pick (dialog, _ ("Departments that are audited"), _ ("Each with all below it."), self->departments, self);
  add_pick (dialog, _ ("Controls that are audited"), _ ("Search by a word or a clause, or choose a whole chapter."), self->controls, self);
  add_pick (dialog, _ ("Auditors"), _ ("They must not belong to the departments, nor answer for them. Type a part of a name."), self->auditors, self);
  g_signal_connect_object (self->conflicts, "changed", G_CALLBACK (tenken_edit_dialog_touch), dialog, G_CONNECT_SWAPPED);
  tenken_edit_dialog_add_widget (dialog, self->conflicts);
}

static void
add_text (TenkenEditDialog *dialog,
          Plan *self,
          TnkAuditField field)
{
  const char *name = tenken_audit_field_get_name (field), *value = tnk_audit_get (self->audit, field);

  self->fields[field] = field == TNK_AUDIT_FIELD_TITLE ? tenken_edit_dialog_add_entry (dialog, name, value) : tenken_edit_dialog_add_text (dialog, name, value);
}

void
tenken_audit_edit_plan (GtkWidget *owner,
                        TenkenDesk *desk,
                        TnkAudit *audit,
                        TenkenAuditPeople *people,
                        const char *today)
{
  const TenkenEditWords words = {audit != NULL ? _ ("Plan of the audit") : _ ("New audit"), _ ("Save the plan"), _ ("The plan is being stored"),
                                 _ ("The plan was stored")};
  Plan *self = g_new0 (Plan, 1);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, plan_free);

  self->audit = audit != NULL ? g_object_ref (audit) : tnk_audit_new (tenken_desk_get_campaign (desk));
  add_text (dialog, self, TNK_AUDIT_FIELD_TITLE);
  add_text (dialog, self, TNK_AUDIT_FIELD_PURPOSE);
  add_scope (dialog, self, desk, people);
  for (guint field = TNK_AUDIT_FIELD_STARTS; field <= TNK_AUDIT_FIELD_ENDS; field++)
    self->fields[field] = tenken_edit_dialog_add_day (dialog, tenken_audit_field_get_name (field), tnk_audit_get (self->audit, field), today);
  add_text (dialog, self, TNK_AUDIT_FIELD_METHOD);
  tenken_edit_dialog_add_note (dialog, _ ("How it is examined, and what is done so that work goes on meanwhile."), "dim-label");
  show_conflicts (self);
  gtk_window_present (GTK_WINDOW (dialog));
}
