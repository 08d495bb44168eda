/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-audit-job.h"
#include "tenken-audit-words.h"
#include "tenken-day-entry.h"
#include "tenken-export-file.h"
#include "tenken-finding-dialogs.h"
#include "tenken-language.h"
#include "tenken-path-entry.h"

/* What an auditor writes about a control in a department, and the files that go with it. */

/* --- the work paper --- */

typedef struct
{
  char *audit_id;
  TnkWorkPaper *paper;
  GtkWidget *verdict;
  GtkWidget *fields[TNK_N_WORK_PAPER_FIELDS]; /* NULL: not shown */
} Paper;

static void
paper_free (gpointer data)
{
  Paper *self = data;

  g_free (self->audit_id);
  g_object_unref (self->paper);
  g_free (self);
}

static gpointer
take_paper (TenkenEditDialog *dialog,
            gpointer user_data,
            GError **error)
{
  Paper *self = user_data;
  g_autoptr (TnkWorkPaper) paper = tnk_work_paper_copy (self->paper);
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (TENKEN_AUDIT_SAVE_PAPER, self->audit_id);

  tnk_work_paper_set_verdict (paper, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->verdict)));
  for (guint field = 0; field < TNK_N_WORK_PAPER_FIELDS; field++) {
    GtkWidget *widget = self->fields[field];
    g_autofree char *value = NULL;

    if (widget == NULL)
      continue;
    value = TENKEN_IS_DAY_ENTRY (widget) ? tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (widget)) : tenken_edit_dup_text (widget);
    if (!tnk_work_paper_set (paper, field, value, error))
      return NULL;
  }
  job->object = G_OBJECT (g_steal_pointer (&paper));
  return g_steal_pointer (&job);
}

static const TenkenEditVerbs paper_verbs = {take_paper, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, NULL};

static void
add_text (TenkenEditDialog *dialog,
          Paper *self,
          TnkWorkPaperField field,
          const char *note)
{
  self->fields[field] = tenken_edit_dialog_add_text (dialog, tenken_work_paper_field_get_name (field), tnk_work_paper_get (self->paper, field));
  tenken_edit_dialog_add_note (dialog, note, "dim-label");
}

void
tenken_work_paper_edit (GtkWidget *owner,
                        TenkenDesk *desk,
                        TnkAudit *audit,
                        TnkControl *control,
                        const char *department_id,
                        TnkWorkPaper *paper,
                        const char *today)
{
  const TenkenEditWords words = {_ ("Work paper"), _ ("Save"), _ ("The work paper is being stored"), _ ("The work paper was stored")};
  Paper *self = g_new0 (Paper, 1);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &paper_verbs, self, paper_free);
  const char *names[TNK_N_VERDICTS + 1] = {NULL}, *day;

  self->audit_id = g_strdup (tnk_audit_get_id (audit));
  self->paper = paper != NULL ? g_object_ref (paper) : tnk_work_paper_new (control, department_id);
  for (guint verdict = 0; verdict < TNK_N_VERDICTS; verdict++)
    names[verdict] = tenken_verdict_get_name (verdict);
  tenken_edit_dialog_add_heading (dialog, tenken_text (tnk_control_get_title (control)));
  self->verdict = tenken_edit_dialog_add_choice (dialog, _ ("Verdict"), names, tnk_work_paper_get_verdict (self->paper));
  add_text (dialog, self, TNK_WORK_PAPER_FIELD_SEEN, _ ("Facts, so that somebody else comes to the same verdict. Where nobody looked, why not."));
  add_text (dialog, self, TNK_WORK_PAPER_FIELD_EVIDENCE, _ ("Which records, screens or rooms, and where they are kept. Files can be attached afterwards."));
  add_text (dialog, self, TNK_WORK_PAPER_FIELD_CAUSE, _ ("Where it is not kept: why it came to that."));
  day = tnk_work_paper_get (self->paper, TNK_WORK_PAPER_FIELD_DAY);
  self->fields[TNK_WORK_PAPER_FIELD_DAY] = tenken_edit_dialog_add_day (dialog, tenken_work_paper_field_get_name (TNK_WORK_PAPER_FIELD_DAY),
                                                                       *day != '\0' || paper != NULL ? day : today, today);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- files --- */

typedef struct
{
  char *audit_id;
  char *finding_id;
  char *control_id;
  char *department_id;
  GtkWidget *path;
} File;

static void
file_free (gpointer data)
{
  File *self = data;

  g_free (self->audit_id);
  g_free (self->finding_id);
  g_free (self->control_id);
  g_free (self->department_id);
  g_free (self);
}

static gpointer
take_file (TenkenEditDialog *dialog,
           gpointer user_data,
           GError **error)
{
  File *self = user_data;
  TenkenAuditDeed deed = self->finding_id != NULL ? TENKEN_AUDIT_ATTACH_TO_FINDING : TENKEN_AUDIT_ATTACH_TO_PAPER;
  g_autoptr (TenkenAuditJob) job = tenken_audit_job_new (deed, self->audit_id);
  g_autofree char *path = tenken_path_entry_dup_path (TENKEN_PATH_ENTRY (self->path));

  if (*path == '\0') {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, _ ("Choose a file, or type its name with the folder."));
    return NULL;
  }
  job->filename = g_filename_from_utf8 (path, -1, NULL, NULL, error);
  if (job->filename == NULL)
    return NULL;
  job->finding_id = g_strdup (self->finding_id);
  job->control_id = g_strdup (self->control_id);
  job->department_id = g_strdup (self->department_id);
  return g_steal_pointer (&job);
}

static const TenkenEditVerbs file_verbs = {take_file, tenken_audit_job_run, tenken_audit_job_free, g_object_unref, NULL};

void
tenken_attachment_add (GtkWidget *owner,
                       TenkenDesk *desk,
                       const char *audit_id,
                       const char *finding_id,
                       const char *control_id,
                       const char *department_id)
{
  const TenkenEditWords words = {_ ("Attach a file"), _ ("Attach"), _ ("The file is being attached"), _ ("The file was attached")};
  File *self = g_new0 (File, 1);
  TenkenEditDialog *dialog = tenken_edit_dialog_new (owner, desk, &words, &file_verbs, self, file_free);
  g_autofree char *endings = g_strjoinv (" ", (GStrv) tnk_attachment_list_endings ());
  g_autofree char *note = g_strdup_printf (_ ("At most %d MB, of the kinds %s. A copy is kept with the data, with a hash that shows if it is changed."),
                                           TNK_ATTACHMENT_MAX_SIZE / 1024 / 1024, endings);

  self->audit_id = g_strdup (audit_id);
  self->finding_id = g_strdup (finding_id);
  self->control_id = g_strdup (control_id);
  self->department_id = g_strdup (department_id);
  self->path = tenken_path_entry_new (_ ("File"), _ ("Attach a file"));
  g_signal_connect_object (self->path, "changed", G_CALLBACK (tenken_edit_dialog_touch), dialog, G_CONNECT_SWAPPED);
  tenken_edit_dialog_add (dialog, _ ("File"), self->path);
  tenken_edit_dialog_add_note (dialog, note, "dim-label");
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  TenkenDesk *desk;
  char *audit_id;
  char *attachment_id;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *self = data;

  g_object_unref (self->desk);
  g_free (self->audit_id);
  g_free (self->attachment_id);
  g_free (self);
}

static void
copied (GtkWidget *owner,
        gpointer result,
        const GError *error,
        gpointer user_data)
{
  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The file could not be written"), error);
  else
    tenken_desk_say (user_data, _ ("The file was written"));
}

static void
write_copy (GtkWidget *owner,
            const char *filename,
            gpointer user_data)
{
  Copy *self = user_data;
  TenkenAuditJob *job = tenken_audit_job_new (TENKEN_AUDIT_EXPORT_ATTACHMENT, self->audit_id);

  job->text = g_strdup (self->attachment_id);
  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, self->desk, _ ("The file is being written"), tenken_audit_job_run, job, tenken_audit_job_free, NULL, copied, self->desk);
}

void
tenken_attachment_save (GtkWidget *owner,
                        TenkenDesk *desk,
                        const char *audit_id,
                        TnkAttachment *attachment)
{
  Copy *self = g_new0 (Copy, 1);

  self->desk = g_object_ref (desk);
  self->audit_id = g_strdup (audit_id);
  self->attachment_id = g_strdup (tnk_attachment_get_id (attachment));
  /* It must live as long as the owner. */
  g_object_set_data_full (G_OBJECT (owner), "copy", self, copy_free);
  tenken_export_choose_target (owner, _ ("Save a copy"), tnk_attachment_get_name (attachment), write_copy, self);
}
