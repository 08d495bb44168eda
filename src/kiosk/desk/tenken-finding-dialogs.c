/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-finding-dialogs.h"

#include <glib/gi18n.h>

#include "tenken-audit-job.h"
#include "tenken-audit-words.h"
#include "tenken-day-entry.h"
#include "tenken-ids-pick.h"
#include "tenken-language.h"

/* What is done with a finding. The fields are those that the deed needs. */
typedef struct
{
  TenkenAuditDeed deed;
  char *audit_id;
  TnkFinding *finding;
  TnkSpread *spread; /* NULL but for its answer */
  guint *choices; /* what the entries of the list stand for; static */
  GtkWidget *choice;
  GtkWidget *text;
  GtkWidget *action;
  GtkWidget *due;
  GtkWidget *departments;
  GtkWidget *fields[TNK_N_FINDING_FIELDS]; /* NULL: not shown */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *self = data;

  g_free (self->audit_id);
  g_clear_object (&self->finding);
  g_clear_object (&self->spread);
  g_free (self);
}

static Deed *
deed_new (TenkenAuditDeed deed,
          const char *audit_id,
          TnkFinding *finding)
{
  Deed *self = g_new0 (Deed, 1);

  self->deed = deed;
  self->audit_id = g_strdup (audit_id);
  self->finding = g_object_ref (finding);
  return self;
}

static char *
dup_field (GtkWidget *field)
{
  if (field == NULL)
    return NULL;
  return TENKEN_IS_DAY_ENTRY (field) ? tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (field)) : tenken_edit_dup_text (field);
}

static gboolean
require (const char *text,
         const char *sentence,
         GError **error)
{
  if (text == NULL || *text != '\0')
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
check_job (Deed *self,
           TenkenAuditJob *job,
           GError **error)
{
  if (!require (job->text, _ ("Write something into the first field: it is what others go by."), error))
    return FALSE;
  if (self->departments == NULL)
    return TRUE;
  return require (job->ids[0] != NULL ? NULL : "", _ ("Choose the departments that are to be asked."), error) &&
         require (job->due, _ ("Say until when they are to answer."), error);
}

static gpointer
take (TenkenEditDialog *dialog,
      gpointer user_data,
      GError **error)
{
  Deed *self = user_data;
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (self->deed, self->audit_id);

  job->finding_id = g_strdup (tnk_finding_get_id (self->finding));
  job->revision = self->spread != NULL ? tnk_spread_get_revision (self->spread) : tnk_finding_get_revision (self->finding);
  job->text = dup_field (self->text);
  job->action = dup_field (self->action);
  job->due = dup_field (self->due);
  if (self->choice != NULL)
    job->choice = self->choices[gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice))];
  if (self->departments != NULL)
    job->ids = g_strdupv ((GStrv) tenken_ids_pick_get_ids (TENKEN_IDS_PICK (self->departments)));
  if (self->spread != NULL)
    job->department_id = g_strdup (tnk_spread_get_department_id (self->spread));
  return check_job (self, job, error) ? g_steal_pointer (&job) : NULL;
}

static const TenkenEditVerbs verbs = {take, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, NULL};

static TenkenEditDialog *
begin (GtkWidget *owner,
       TenkenDesk *desk,
       Deed *self,
       const char *title,
       const char *save)
{
  const TenkenEditWords words = {title, save, _ ("The finding is being stored"), _ ("The finding was stored")};
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &verbs, self, deed_free);

  if (*tnk_finding_get (self->finding, TNK_FINDING_FIELD_TITLE) != '\0')
    tenken_edit_dialog_add_heading (dialog, tnk_finding_get (self->finding, TNK_FINDING_FIELD_TITLE));
  return dialog;
}

static void
present (TenkenEditDialog *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- writing it --- */

static gpointer
take_finding (TenkenEditDialog *dialog,
              gpointer user_data,
              GError **error)
{
  Deed *self = user_data;
  g_autoptr (TnkFinding) finding = tnk_finding_copy (self->finding);
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (self->deed, self->audit_id);

  tnk_finding_set_kind (finding, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->choice)));
  for (guint field = 0; field < TNK_N_FINDING_FIELDS; field++) {
    g_autofree char *value = dup_field (self->fields[field]);

    if (value != NULL && !tnk_finding_set (finding, field, value, error))
      return NULL;
  }
  if (!require (tnk_finding_get (finding, TNK_FINDING_FIELD_TITLE), _ ("Give the finding a title."), error))
    return NULL;
  job->object = G_OBJECT (g_steal_pointer (&finding));
  return g_steal_pointer (&job);
}

/* A new one is shown. */
static void
stored_finding (TenkenDesk *desk,
                gpointer result,
                gpointer user_data)
{
  Deed *self = user_data;
  g_autofree char *place = g_strdup_printf ("finding/%s/%s", self->audit_id, tnk_finding_get_id (result));

  if (tnk_finding_get_id (self->finding) == NULL)
    tenken_desk_go (desk, place);
}

static const TenkenEditVerbs finding_verbs = {take_finding, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, stored_finding};

static void
add_fields (TenkenEditDialog *dialog,
            Deed *self,
            const char *today)
{
  for (guint field = 0; field <= TNK_FINDING_FIELD_DUE; field++) {
    const char *name = tenken_finding_field_get_name (field), *value = tnk_finding_get (self->finding, field);

    if (field == TNK_FINDING_FIELD_TITLE)
      self->fields[field] = tenken_edit_dialog_add_entry (dialog, name, value);
    else if (field == TNK_FINDING_FIELD_DUE)
      self->fields[field] = tenken_edit_dialog_add_day (dialog, name, value, today);
    else
      self->fields[field] = tenken_edit_dialog_add_text (dialog, name, value);
  }
}

static TnkFinding *
begin_finding (TnkControl *control,
               const char *department_id,
               TnkWorkPaper *paper)
{
  TnkFinding *finding = tnk_finding_new (TNK_FINDING_KIND_FINDING, control, department_id);

  if (paper == NULL)
    return finding;
  tnk_finding_set (finding, TNK_FINDING_FIELD_FACT, tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_SEEN), NULL);
  tnk_finding_set (finding, TNK_FINDING_FIELD_CAUSE, tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_CAUSE), NULL);
  return finding;
}

void
tenken_finding_edit (GtkWidget *owner,
                     TenkenDesk *desk,
                     const char *audit_id,
                     TnkFinding *finding,
                     TnkControl *control,
                     const char *department_id,
                     TnkWorkPaper *paper,
                     const char *today)
{
  const TenkenEditWords words = {finding != NULL ? _ ("Finding") : _ ("New finding"), _ ("Save"), _ ("The finding is being stored"),
                                 _ ("The finding was stored")};
  g_autoptr (TnkFinding) begun = finding != NULL ? g_object_ref (finding) : begin_finding (control, department_id, paper);
  Deed *self = deed_new (TENKEN_AUDIT_SAVE_FINDING, audit_id, begun);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &finding_verbs, self, deed_free);
  const char *names[TNK_N_FINDING_KINDS + 1] = {NULL};

  for (guint kind = 0; kind < TNK_N_FINDING_KINDS; kind++)
    names[kind] = tenken_finding_kind_get_name (kind);
  tenken_edit_dialog_add_heading (dialog, tenken_text (tnk_control_get_title (tnk_finding_get_control (begun))));
  self->choice = tenken_edit_dialog_add_choice (dialog, _ ("Kind of finding"), names, tnk_finding_get_kind (begun));
  tenken_edit_dialog_add_note (dialog, _ ("A finding must be put right by its day; an opinion is to be thought about."), "dim-label");
  add_fields (dialog, self, today);
  present (dialog);
}

/* --- what the auditor does with it --- */

void
tenken_finding_issue (GtkWidget *owner,
                      TenkenDesk *desk,
                      const char *audit_id,
                      TnkFinding *finding)
{
  TenkenEditDialog *dialog = begin (owner, desk, deed_new (TENKEN_AUDIT_ISSUE, audit_id, finding), _ ("Tell the department"), _ ("Tell the department"));

  tenken_edit_dialog_add_note (dialog, _ ("From now on the department sees the finding and answers it. What is written stays as it is."), NULL);
  present (dialog);
}

void
tenken_finding_withdraw (GtkWidget *owner,
                         TenkenDesk *desk,
                         const char *audit_id,
                         TnkFinding *finding)
{
  Deed *self = deed_new (TENKEN_AUDIT_WITHDRAW, audit_id, finding);
  TenkenEditDialog *dialog = begin (owner, desk, self, _ ("Withdraw the finding"), _ ("Withdraw"));

  self->text = tenken_edit_dialog_add_text (dialog, _ ("Why"), NULL);
  present (dialog);
}

void
tenken_finding_follow_up (GtkWidget *owner,
                          TenkenDesk *desk,
                          const char *audit_id,
                          TnkFinding *finding)
{
  static guint of_finding[] = {TNK_FOLLOW_UP_IMPROVED, TNK_FOLLOW_UP_PARTLY, TNK_FOLLOW_UP_NOT_IMPROVED};
  static guint of_opinion[] = {TNK_FOLLOW_UP_IMPROVED, TNK_FOLLOW_UP_PARTLY, TNK_FOLLOW_UP_NOT_IMPROVED, TNK_FOLLOW_UP_ACCEPTED};
  gboolean opinion = tnk_finding_get_kind (finding) == TNK_FINDING_KIND_OPINION;
  Deed *self = deed_new (TENKEN_AUDIT_FOLLOW_UP, audit_id, finding);
  TenkenEditDialog *dialog = begin (owner, desk, self, _ ("Follow-up audit"), _ ("Save"));
  const char *names[TNK_N_FOLLOW_UPS + 1] = {NULL};

  self->choices = opinion ? of_opinion : of_finding;
  for (guint i = 0; i < (opinion ? G_N_ELEMENTS (of_opinion) : G_N_ELEMENTS (of_finding)); i++)
    names[i] = tnk_follow_up_get_label (self->choices[i], tenken_language_get ());
  self->choice = tenken_edit_dialog_add_choice (dialog, _ ("What the follow-up found"), names, 0);
  tenken_edit_dialog_add_note (dialog, _ ("“Improved” closes the finding. With anything less the department answers again."), "dim-label");
  self->text = tenken_edit_dialog_add_text (dialog, _ ("What was seen"), NULL);
  present (dialog);
}

void
tenken_finding_spread (GtkWidget *owner,
                       TenkenDesk *desk,
                       const char *audit_id,
                       TnkFinding *finding,
                       const char *today)
{
  static const char *const nothing[] = {NULL};
  Deed *self = deed_new (TENKEN_AUDIT_SPREAD, audit_id, finding);
  TenkenEditDialog *dialog = begin (owner, desk, self, _ ("Ask other departments"), _ ("Ask them"));

  tenken_edit_dialog_add_note (dialog, _ ("Each department is asked whether the same problem exists with it. It reads the question, and not whose problem it was."), NULL);
  self->text = tenken_edit_dialog_add_text (dialog, _ ("What they are to look for"), NULL);
  self->departments = tenken_ids_pick_new_departments (_ ("Departments to be asked"), tenken_desk_get_tree (desk), nothing);
  g_signal_connect_object (self->departments, "changed", G_CALLBACK (tenken_edit_dialog_touch), dialog, G_CONNECT_SWAPPED);
  tenken_edit_dialog_add (dialog, _ ("Departments to be asked"), self->departments);
  self->due = tenken_edit_dialog_add_day (dialog, _ ("To be answered by"), "", today);
  present (dialog);
}

/* --- what a department does with it --- */

void
tenken_finding_respond (GtkWidget *owner,
                        TenkenDesk *desk,
                        const char *audit_id,
                        TnkFinding *finding,
                        const char *today)
{
  Deed *self = deed_new (TENKEN_AUDIT_RESPOND, audit_id, finding);
  TenkenEditDialog *dialog = begin (owner, desk, self, _ ("Answer of the department"), _ ("Send the answer"));

  tenken_edit_dialog_add_note (dialog, tnk_finding_get (finding, TNK_FINDING_FIELD_RECOMMENDATION), "quote");
  self->text = tenken_edit_dialog_add_text (dialog, _ ("What the department says to it"), NULL);
  self->action = tenken_edit_dialog_add_text (dialog, _ ("What will be done"), NULL);
  self->due = tenken_edit_dialog_add_day (dialog, _ ("Until when"), "", today);
  tenken_edit_dialog_add_note (dialog, _ ("Where nothing can be done, say so in the first field, and leave the others empty."), "dim-label");
  present (dialog);
}

void
tenken_spread_answer (GtkWidget *owner,
                      TenkenDesk *desk,
                      const char *audit_id,
                      TnkFinding *finding,
                      TnkSpread *spread,
                      const char *where,
                      const char *today)
{
  static guint answers[] = {TNK_SPREAD_ANSWER_NONE, TNK_SPREAD_ANSWER_SAME, TNK_SPREAD_ANSWER_NOT_APPLICABLE};
  Deed *self = deed_new (TENKEN_AUDIT_ANSWER_SPREAD, audit_id, finding);
  TenkenEditDialog *dialog = begin (owner, desk, self, _ ("Does the same problem exist here?"), _ ("Send the answer"));
  const char *names[G_N_ELEMENTS (answers) + 1] = {NULL};

  self->spread = g_object_ref (spread);
  self->choices = answers;
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    names[i] = tnk_spread_answer_get_label (answers[i], tenken_language_get ());
  tenken_edit_dialog_add_note (dialog, where, "setup-name");
  tenken_edit_dialog_add_note (dialog, tnk_spread_get (spread, TNK_SPREAD_FIELD_QUESTION), "quote");
  self->choice = tenken_edit_dialog_add_choice (dialog, _ ("Answer"), names, 0);
  self->text = tenken_edit_dialog_add_text (dialog, _ ("What was looked at, and what was found"), NULL);
  self->action = tenken_edit_dialog_add_text (dialog, _ ("Where the problem exists: what will be done"), NULL);
  self->due = tenken_edit_dialog_add_day (dialog, _ ("Until when"), "", today);
  present (dialog);
}
