/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-import-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-file-field.h"
#include "tenken-import-parts.h"
#include "tenken-roster-changes.h"

struct _TenkenRosterImportPage
{
  TenkenDeskPage parent_instance;

  GtkStack *steps;
  TenkenFileField *departments;
  TenkenFileField *people;
  GtkWidget *fault_count;
  TenkenTable *faults;
  GtkWidget *summary;
  GtkWidget *warning;
  GtkWidget *changes;
  AdwStatusPage *done;
  TnkRosterPreview *preview; /* what is shown; NULL: nothing */
};

G_DEFINE_FINAL_TYPE (TenkenRosterImportPage, tenken_roster_import_page, TENKEN_TYPE_DESK_PAGE)

/* --- reading --- */

typedef struct
{
  char *departments;
  char *people;
} Files;

static void
files_free (gpointer data)
{
  Files *self = data;

  g_free (self->departments);
  g_free (self->people);
  g_free (self);
}

/* Either a preview or the faults of the files. */
typedef struct
{
  TnkRosterPreview *preview;
  GPtrArray *problems;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_clear_object (&self->preview);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_files (TnkDesk *desk,
            gpointer data,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Files *files = data;
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  TnkRosterPreview *preview = tnk_desk_preview_roster (desk, files->departments, files->people, &problems, progress, progress_data, cancellable, &local);
  Read *read;

  if (preview == NULL && (problems == NULL || problems->len == 0)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  read = g_new (Read, 1);
  *read = (Read){preview, preview == NULL ? g_steal_pointer (&problems) : NULL};
  return read;
}

static void
show_faults (TenkenRosterImportPage *self,
             GPtrArray *problems)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u row must be mended. Nothing was changed; mend the file and preview it again.",
                                                     "%u rows must be mended. Nothing was changed; mend the files and preview them again.", problems->len),
                                           problems->len);

  tenken_import_set_text (self->fault_count, text);
  tenken_problem_table_set (self->faults, problems);
  gtk_stack_set_visible_child_name (self->steps, "faults");
}

/* --- the preview --- */

static guint
count (TenkenRosterImportPage *self,
       TnkRosterKind first,
       TnkRosterKind last)
{
  guint n = 0;

  for (guint kind = first; kind <= last; kind++)
    n += tnk_roster_preview_count (self->preview, kind);
  return n;
}

static char *
write_summary (TenkenRosterImportPage *self)
{
  guint added = tnk_roster_preview_count (self->preview, TNK_ROSTER_KIND_PERSON_ADDED);
  guint removed = tnk_roster_preview_count (self->preview, TNK_ROSTER_KIND_PERSON_REMOVED);
  guint changed = count (self, TNK_ROSTER_KIND_PERSON_RENAMED, TNK_ROSTER_KIND_PERSON_ROLES);
  guint departments = count (self, TNK_ROSTER_KIND_DEPARTMENT_ADDED, TNK_ROSTER_KIND_DEPARTMENT_REMOVED);
  guint asked = tnk_roster_preview_count (self->preview, TNK_ROSTER_KIND_ASKED);

  /* Translators: of people, then of departments, then people who are newly asked */
  return g_strdup_printf (_ ("People: %u new, %u leave, %u changes. Departments: %u changes. Newly asked: %u. Nothing is changed yet."), added, removed,
                          changed, departments, asked);
}

static char *
write_warning (TenkenRosterImportPage *self)
{
  guint lost = tnk_roster_preview_count_lost_answers (self->preview);

  if (tnk_roster_preview_count (self->preview, TNK_ROSTER_KIND_NO_SECRETARIAT) > 0)
    return g_strdup (_ ("With this roster nobody would be the secretariat any more. Grant the right to somebody who is in it, then preview again."));
  if (lost == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u answer of a draft would go, since its person or role does. It stays readable in the log.",
                                    "%u answers of drafts would go, since their people or roles do. They stay readable in the log.", lost),
                          lost);
}

static void
show_preview (TenkenRosterImportPage *self)
{
  TnkCampaign *campaign = tenken_desk_get_campaign (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));
  g_autofree char *summary = write_summary (self), *warning = write_warning (self);

  tenken_import_set_text (self->summary, summary);
  tenken_import_set_text (self->warning, warning);
  tenken_roster_changes_set (self->changes, self->preview, campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 tnk_roster_preview_get_n_rows (self->preview) > 0 &&
                                   tnk_roster_preview_count (self->preview, TNK_ROSTER_KIND_NO_SECRETARIAT) == 0);
  gtk_stack_set_visible_child_name (self->steps, "preview");
}

static void
was_read (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer user_data)
{
  TenkenRosterImportPage *self = TENKEN_ROSTER_IMPORT_PAGE (owner);
  Read *read = result;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The roster could not be read"), error);
  else if (read->preview == NULL)
    show_faults (self, read->problems);
  else {
    g_set_object (&self->preview, read->preview);
    show_preview (self);
  }
}

static void
preview_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenRosterImportPage *self = TENKEN_ROSTER_IMPORT_PAGE (widget);
  const char *const *departments = tenken_file_field_get_files (self->departments);
  const char *const *people = tenken_file_field_get_files (self->people);
  Files *files;

  if (departments[0] == NULL || people[0] == NULL)
    return;
  files = g_new (Files, 1);
  *files = (Files){g_strdup (departments[0]), g_strdup (people[0])};
  tenken_desk_task_run (widget, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), _ ("The roster is being read"), read_files, files, files_free, read_free,
                        was_read, NULL);
}

/* --- importing --- */

static gpointer
import (TnkDesk *desk,
        gpointer data,
        TnkProgressFunc progress,
        gpointer progress_data,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree TnkRosterChange *change = g_new0 (TnkRosterChange, 1);

  if (!tnk_desk_import_roster (desk, data, change, progress, progress_data, cancellable, error))
    return NULL;
  return g_steal_pointer (&change);
}

static void
was_imported (GtkWidget *owner,
              gpointer result,
              const GError *error,
              gpointer user_data)
{
  TenkenRosterImportPage *self = TENKEN_ROSTER_IMPORT_PAGE (owner);
  const TnkRosterChange *change = result;
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The roster was not imported"), error);
    return;
  }
  text = g_strdup_printf (_ ("%u departments and %u people: %u new, %u changed, %u left. New people need a PIN to sign in."), change->departments,
                          change->people, change->added, change->changed, change->removed);
  adw_status_page_set_description (self->done, text);
  g_clear_object (&self->preview);
  gtk_stack_set_visible_child_name (self->steps, "done");
  tenken_desk_refresh (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));
}

static void
start_import (TenkenRosterImportPage *self)
{
  tenken_desk_task_run (GTK_WIDGET (self), tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), _ ("The roster is being imported"), import,
                        g_object_ref (self->preview), g_object_unref, g_free, was_imported, NULL);
}

static void
confirmed (AdwMessageDialog *dialog,
           const char *response,
           TenkenRosterImportPage *self)
{
  if (g_str_equal (response, "import") && self->preview != NULL)
    start_import (self);
}

/* Answers go only after that was said and heard. */
static void
confirm_loss (TenkenRosterImportPage *self,
              const char *warning)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Import although answers go?"), warning);

  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "import", _ ("Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (confirmed), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenRosterImportPage *self = TENKEN_ROSTER_IMPORT_PAGE (widget);
  g_autofree char *warning = self->preview != NULL ? write_warning (self) : NULL;

  if (self->preview == NULL)
    return;
  if (warning != NULL)
    confirm_loss (self, warning);
  else
    start_import (self);
}

static void
again_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenRosterImportPage *self = TENKEN_ROSTER_IMPORT_PAGE (widget);

  g_clear_object (&self->preview);
  gtk_stack_set_visible_child_name (self->steps, "files");
}

static void
leave_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  again_action (widget, name, parameter);
  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (widget)), "roster");
}

/* --- the steps --- */

static void
chose (TenkenRosterImportPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.preview",
                                 tenken_file_field_get_files (self->departments)[0] != NULL && tenken_file_field_get_files (self->people)[0] != NULL);
}

void
tenken_roster_import_page_set_files (TenkenRosterImportPage *self,
                                     const char *departments,
                                     const char *people)
{
  const char *const first[] = {departments, NULL}, *const second[] = {people, NULL};

  g_return_if_fail (TENKEN_IS_ROSTER_IMPORT_PAGE (self));

  tenken_file_field_set_files (self->departments, first);
  tenken_file_field_set_files (self->people, second);
  chose (self);
}

static GtkWidget *
make_files (TenkenRosterImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *buttons = tenken_import_buttons_new ();

  self->departments = TENKEN_FILE_FIELD (tenken_file_field_new (_ ("Departments"), _ ("Columns: department_id, name, parent_id"), "*.csv", FALSE));
  self->people = TENKEN_FILE_FIELD (tenken_file_field_new (_ ("People"), _ ("Columns: person_id, name, department_id, roles (joined by ;)"), "*.csv", FALSE));
  g_signal_connect_swapped (self->departments, "chosen", G_CALLBACK (chose), self);
  g_signal_connect_swapped (self->people, "chosen", G_CALLBACK (chose), self);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->departments));
  gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (box), tenken_import_heading_new (_ ("Which files have the new roster?")));
  gtk_box_append (GTK_BOX (box), tenken_import_label_new (_ ("CSV in UTF-8 or as Excel saves it. First you see what would change; nothing is imported before you say so."), NULL));
  gtk_box_append (GTK_BOX (box), card);
  tenken_import_add_button (buttons, _ ("Preview"), "import.preview", "suggested-action");
  tenken_import_add_button (buttons, _ ("Back to the roster"), "import.leave", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_scroll_new (box);
}

static GtkWidget *
make_faults (TenkenRosterImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new (), *table = tenken_problem_table_new ("roster-faults");

  self->faults = TENKEN_TABLE (table);
  self->fault_count = tenken_import_label_new (NULL, "import-warning");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), self->fault_count);
  gtk_box_append (GTK_BOX (box), table);
  tenken_import_add_button (buttons, _ ("Preview again"), "import.preview", "suggested-action");
  tenken_import_add_button (buttons, _ ("Choose other files"), "import.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_preview (TenkenRosterImportPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new ();

  self->summary = tenken_import_label_new (NULL, "import-summary");
  self->warning = tenken_import_label_new (NULL, "import-warning");
  self->changes = tenken_roster_changes_new ();
  gtk_widget_set_vexpand (self->changes, TRUE);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->warning);
  gtk_box_append (GTK_BOX (box), self->changes);
  tenken_import_add_button (buttons, _ ("Import"), "import.apply", "suggested-action");
  tenken_import_add_button (buttons, _ ("Choose other files"), "import.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_done (TenkenRosterImportPage *self)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_label (_ ("To the roster"));

  self->done = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->done, "object-select-symbolic");
  adw_status_page_set_title (self->done, _ ("The roster is imported"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.leave");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (self->done, button);
  return page;
}

/* --- the class --- */

static void
tenken_roster_import_page_dispose (GObject *object)
{
  g_clear_object (&TENKEN_ROSTER_IMPORT_PAGE (object)->preview);
  G_OBJECT_CLASS (tenken_roster_import_page_parent_class)->dispose (object);
}

static void
tenken_roster_import_page_class_init (TenkenRosterImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_roster_import_page_dispose;
  TENKEN_DESK_PAGE_CLASS (klass)->without_campaign = TRUE;
  gtk_widget_class_install_action (widget_class, "import.preview", NULL, preview_action);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "import.leave", NULL, leave_action);
}

static void
tenken_roster_import_page_init (TenkenRosterImportPage *self)
{
  self->steps = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->steps, FALSE);
  gtk_stack_add_named (self->steps, make_files (self), "files");
  gtk_stack_add_named (self->steps, make_faults (self), "faults");
  gtk_stack_add_named (self->steps, make_preview (self), "preview");
  gtk_stack_add_named (self->steps, make_done (self), "done");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.preview", FALSE);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), GTK_WIDGET (self->steps));
}

GtkWidget *
tenken_roster_import_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_ROSTER_IMPORT_PAGE, "desk", desk, NULL);
}
