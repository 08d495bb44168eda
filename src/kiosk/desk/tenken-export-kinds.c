/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-export-kinds.h"

#include <glib/gi18n.h>

#define MANAGER TNK_RIGHTS_DEPARTMENT
#define OFFICE TNK_RIGHTS_SECRETARIAT
#define COMMITTEE TNK_RIGHTS_COMMITTEE
#define AUDIT TNK_RIGHTS_AUDIT

const TenkenExportKind tenken_export_kinds[] = {
  {AUDIT | OFFICE | COMMITTEE, "audit", TENKEN_EXPORT_NEEDS_AUDIT, N_ ("Audit report"),
   N_ ("An audit from its plan to the follow-up: summary, work papers, findings with their responses, and how the verdicts agree with the self-check. Without a number, the newest audit."),
   N_ ("The report of the audit is being written"), N_ ("Audit report %s.xlsx")},
  {AUDIT | OFFICE | COMMITTEE, "exceptions", TENKEN_EXPORT_NEEDS_NOTHING, N_ ("Register of exceptions"),
   N_ ("Every exception with its reason, what is done instead and its last day, those that end first before the others."),
   N_ ("The register is being written"), N_ ("Register of exceptions %s.xlsx")},
  {OFFICE | COMMITTEE | AUDIT, "scorecard", TENKEN_EXPORT_NEEDS_NOTHING, N_ ("Scorecard"),
   N_ ("Everything the committee decides by: scores and rates beside last year’s, departments, chapters, roles, every control, gaps, the plan, exceptions and the trend. Counts only, no names."),
   N_ ("The scorecard is being written"), N_ ("Scorecard %s.xlsx")},
  {MANAGER | OFFICE | COMMITTEE, "department", TENKEN_EXPORT_NEEDS_DEPARTMENT, N_ ("Department’s workbook"),
   N_ ("The department that you are looking at, with all below it: who has handed in, results by chapter, section and control, gaps, comments and its part of the plan."),
   N_ ("The department’s workbook is being written"), N_ ("Result of %s.xlsx")},
  {MANAGER | OFFICE | COMMITTEE, "plan", TENKEN_EXPORT_NEEDS_NOTHING, N_ ("Improvement plan"),
   N_ ("The plan as a workbook that can be edited, by several people one after the other, and read back here."),
   N_ ("The plan is being written"), N_ ("Improvement plan %s.xlsx")},
  {MANAGER | OFFICE, "reminders", TENKEN_EXPORT_NEEDS_NOTHING, N_ ("People to remind"),
   N_ ("Who has still to hand in and how far each department is. Where the campaign shows counts only, a manager’s copy holds no names."),
   N_ ("The list is being written"), N_ ("To remind %s.xlsx")},
  {MANAGER | OFFICE, "person", TENKEN_EXPORT_NEEDS_PERSON | TENKEN_EXPORT_NEEDS_NAMES, N_ ("One person’s receipt"),
   N_ ("What one person handed in and what could be done next, as the person has it. Write the staff number."),
   N_ ("The receipt is being written"), N_ ("Receipt %s.xlsx")},
  {0},
};

const TenkenExportKind *
tenken_export_kinds_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const TenkenExportKind *kind = tenken_export_kinds; kind->id != NULL; kind++)
    if (g_str_equal (kind->id, id))
      return kind;
  return NULL;
}

static gboolean
hides_names (TenkenDesk *desk)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (desk);

  return tenken_desk_get_office (desk) != TNK_RIGHTS_SECRETARIAT && campaign != NULL &&
         tnk_campaign_get_visibility (campaign) == TNK_VISIBILITY_COUNTS;
}

const char *
tenken_export_kind_find_obstacle (const TenkenExportKind *kind,
                                  TenkenDesk *desk)
{
  g_return_val_if_fail (kind != NULL && TENKEN_IS_DESK (desk), NULL);

  if ((kind->needs & TENKEN_EXPORT_NEEDS_DEPARTMENT) && tenken_desk_get_department_id (desk) == NULL)
    return _ ("Choose a department at the top of the window first.");
  if ((kind->needs & TENKEN_EXPORT_NEEDS_NAMES) && hides_names (desk))
    return _ ("This campaign shows counts only; single answers are for the secretariat.");
  return NULL;
}

static const char *
get_department_name (TenkenDesk *desk)
{
  const char *id = tenken_desk_get_department_id (desk);
  TnkBody *tree = tenken_desk_get_tree (desk);
  TnkDepartment *department = id != NULL && tree != NULL ? tnk_body_lookup_department (tree, id) : NULL;

  return department != NULL ? tnk_department_get_name (department) : id;
}

const char *
tenken_export_kind_get_entry (const TenkenExportKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  if (kind->needs & TENKEN_EXPORT_NEEDS_PERSON)
    return _ ("Staff number");
  return kind->needs & TENKEN_EXPORT_NEEDS_AUDIT ? _ ("Audit number") : NULL;
}

char *
tenken_export_kind_make_name (const TenkenExportKind *kind,
                              TenkenDesk *desk,
                              const char *text)
{
  const char *about = tenken_desk_get_campaign_id (desk);
  g_autoptr (GString) name = g_string_new (NULL);

  if (kind->needs & TENKEN_EXPORT_NEEDS_DEPARTMENT)
    about = get_department_name (desk);
  else if (tenken_export_kind_get_entry (kind) != NULL && *text != '\0')
    about = text;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_printf (name, _ (kind->file_name), about != NULL ? about : "");
#pragma GCC diagnostic pop
  /* What no system takes in the name of a file. */
  return g_strdelimit (g_string_free (g_steal_pointer (&name), FALSE), "/\\:*?\"<>|\n\t", '_');
}

/* --- the work --- */

struct _TenkenExportOrder
{
  const TenkenExportKind *kind;
  char *campaign_id;
  char *department_id;
  char *text; /* a staff number, or that of an audit; empty: none */
  char *filename;
};

TenkenExportOrder *
tenken_export_order_new (const TenkenExportKind *kind,
                         TenkenDesk *desk,
                         const char *text,
                         const char *filename)
{
  TenkenExportOrder *self = g_new0 (TenkenExportOrder, 1);

  self->kind = kind;
  self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  self->department_id = g_strdup (tenken_desk_get_department_id (desk));
  self->text = g_strdup (text != NULL ? text : "");
  self->filename = g_strdup (filename);
  return self;
}

void
tenken_export_order_free (gpointer order)
{
  TenkenExportOrder *self = order;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->text);
  g_free (self->filename);
  g_free (self);
}

static gboolean
find_newest_audit (TnkDesk *desk,
                   TenkenExportOrder *self,
                   GError **error)
{
  g_autoptr (GPtrArray) audits = NULL;

  if (*self->text != '\0')
    return TRUE;
  audits = tnk_desk_list_audits (desk, self->campaign_id, NULL, error);
  if (audits == NULL)
    return FALSE;
  if (audits->len == 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, _ ("There is no audit in this campaign yet."));
    return FALSE;
  }
  g_free (self->text);
  self->text = g_strdup (tnk_audit_get_id (audits->pdata[audits->len - 1]));
  return TRUE;
}

static void
write_audit (TnkDesk *desk,
             TenkenExportOrder *self,
             TnkProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  if (find_newest_audit (desk, self, error))
    tnk_desk_export_audit (desk, self->text, self->filename, progress, progress_data, cancellable, error);
}

gpointer
tenken_export_order_run (TnkDesk *desk,
                         gpointer order,
                         TnkProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  TenkenExportOrder *self = order;
  const char *id = self->kind->id;

  if (g_str_equal (id, "scorecard"))
    tnk_desk_export_scorecard (desk, self->campaign_id, self->filename, progress, progress_data, cancellable, error);
  else if (g_str_equal (id, "audit"))
    write_audit (desk, self, progress, progress_data, cancellable, error);
  else if (g_str_equal (id, "exceptions"))
    tnk_desk_export_exceptions (desk, self->filename, error);
  else if (g_str_equal (id, "department"))
    tnk_desk_export_department (desk, self->campaign_id, self->department_id, self->filename, progress, progress_data, cancellable, error);
  else if (g_str_equal (id, "plan"))
    tnk_desk_export_plan (desk, self->campaign_id, self->department_id, self->filename, cancellable, error);
  else if (g_str_equal (id, "reminders"))
    tnk_desk_export_reminders (desk, self->campaign_id, self->department_id, self->filename, cancellable, error);
  else
    tnk_desk_export_person (desk, self->campaign_id, self->text, self->filename, error);
  return NULL;
}
