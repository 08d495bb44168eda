/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-sheets-page.h"

#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-desk-task.h"
#include "tenken-file-field.h"
#include "tenken-import-parts.h"
#include "tenken-sheets-blank.h"
#include "tenken-sheets-edits.h"

struct _TenkenSheetsPage
{
  TenkenDeskPage parent_instance;

  GtkStack *steps;
  TenkenFileField *files;
  GtkCheckButton *draft;
  GtkWidget *fault_count;
  TenkenTable *faults;
  GPtrArray *problems; /* (element-type TnkProblem): those that are shown */
  GtkWidget *summary;
  GtkWidget *undecided;
  TenkenSheetsEdits *rows;
  AdwStatusPage *done;
  TnkAnswerEdits *edits; /* what is shown; NULL: nothing */
  char *department_id; /* for which they were read */
};

G_DEFINE_FINAL_TYPE (TenkenSheetsPage, tenken_sheets_page, TENKEN_TYPE_DESK_PAGE)

/* --- reading --- */

typedef struct
{
  char *campaign_id;
  char *department_id;
  GStrv files;
  gboolean draft;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_strfreev (self->files);
  g_free (self);
}

/* Either what the sheets change or the faults of the files. */
typedef struct
{
  TnkAnswerEdits *edits;
  GPtrArray *problems;
} Read;

static void
read_free (gpointer data)
{
  Read *self = data;

  g_clear_object (&self->edits);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_sheets (TnkDesk *desk,
             gpointer data,
             TnkProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  Request *request = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) local = NULL;
  TnkAnswerEdits *edits = tnk_desk_read_sheets (desk, request->campaign_id, request->department_id, (const char *const *) request->files, request->draft,
                                                &problems, progress, progress_data, cancellable, &local);
  Read *read;

  if (edits == NULL && (problems == NULL || problems->len == 0)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  read = g_new (Read, 1);
  *read = (Read){edits, edits == NULL ? g_steal_pointer (&problems) : NULL};
  return read;
}

static gboolean
is_at_fault (TenkenSheetsPage *self,
             const char *file)
{
  for (guint i = 0; i < self->problems->len; i++)
    if (g_strcmp0 (tnk_problem_get_file (self->problems->pdata[i]), file) == 0)
      return TRUE;
  return FALSE;
}

/* The files that have no fault. */
static GStrv
list_sound (TenkenSheetsPage *self)
{
  const char *const *files = tenken_file_field_get_files (self->files);
  g_autoptr (GStrvBuilder) sound = g_strv_builder_new ();

  for (guint i = 0; files[i] != NULL; i++)
    if (!is_at_fault (self, files[i]))
      g_strv_builder_add (sound, files[i]);
  return g_strv_builder_end (sound);
}

static void
show_faults (TenkenSheetsPage *self,
             GPtrArray *problems)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u place must be mended. Nothing was taken in.", "%u places must be mended. Nothing was taken in.", problems->len),
                                           problems->len);
  g_auto (GStrv) sound = NULL;

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  self->problems = g_ptr_array_ref (problems);
  sound = list_sound (self);
  tenken_import_set_text (self->fault_count, text);
  tenken_problem_table_set (self->faults, problems);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.without", sound[0] != NULL);
  gtk_stack_set_visible_child_name (self->steps, "faults");
}

/* --- the preview --- */

static char *
write_summary (TenkenSheetsPage *self)
{
  guint n = tnk_answer_edits_get_n_edits (self->edits), hands_in = 0, locked = 0;

  for (guint i = 0; i < n; i++) {
    TnkAnswerEdit *edit = tnk_answer_edits_get_edit (self->edits, i);

    hands_in += tnk_answer_edit_hands_in (edit);
    locked += tnk_answer_edit_get_lock (edit) != TNK_ANSWER_LOCK_NONE;
  }
  /* Translators: sheets, answers that change, people who hand in, sheets that are not taken in */
  return g_strdup_printf (_ ("%u sheets: %u answers change, %u people hand in by it, %u sheets cannot be taken in. Nothing is changed yet."), n,
                          tnk_answer_edits_count_rows (self->edits), hands_in, locked);
}

static void
update (TenkenSheetsPage *self)
{
  guint n = tnk_answer_edits_count_undecided (self->edits);
  g_autofree char *summary = write_summary (self);
  g_autofree char *undecided = n > 0 ? g_strdup_printf (ngettext ("%u answer was given in the sheet and here: decide which one stays.", "%u answers were given in the sheets and here: decide which ones stay.", n), n)
                                     : NULL;

  tenken_import_set_text (self->summary, summary);
  tenken_import_set_text (self->undecided, undecided);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.apply", n == 0);
}

static void
was_read (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer user_data)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (owner);
  Read *read = result;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The sheets could not be read"), error);
  else if (read->edits == NULL)
    show_faults (self, read->problems);
  else {
    g_set_object (&self->edits, read->edits);
    tenken_sheets_edits_set (self->rows, self->edits);
    update (self);
    gtk_stack_set_visible_child_name (self->steps, "preview");
  }
}

static void
read_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (widget);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
  const char *const *files = tenken_file_field_get_files (self->files);
  Request *request;

  if (files[0] == NULL)
    return;
  g_free (self->department_id);
  self->department_id = g_strdup (tenken_desk_get_department_id (desk));
  request = g_new (Request, 1);
  *request = (Request){g_strdup (tenken_desk_get_campaign_id (desk)), g_strdup (self->department_id), g_strdupv ((char **) files), gtk_check_button_get_active (self->draft)};
  tenken_desk_task_run (widget, desk, _ ("Sheets are being read"), read_sheets, request, request_free, read_free, was_read, NULL);
}

static void
without_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (widget);
  g_auto (GStrv) sound = self->problems != NULL ? list_sound (self) : NULL;

  if (sound == NULL || sound[0] == NULL)
    return;
  tenken_file_field_set_files (self->files, (const char *const *) sound);
  read_action (widget, name, parameter);
}

/* --- taking in --- */

typedef struct
{
  TnkAnswerEdits *edits;
  char *department_id;
} Apply;

static void
apply_free (gpointer data)
{
  Apply *self = data;

  g_object_unref (self->edits);
  g_free (self->department_id);
  g_free (self);
}

static gpointer
apply (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  Apply *self = data;
  guint people, answers;

  if (!tnk_desk_apply_sheets (desk, self->edits, self->department_id, &people, &answers, progress, progress_data, cancellable, error))
    return NULL;
  if (tnk_answer_edits_get_draft (self->edits))
    /* Translators: answers, then people */
    return g_strdup_printf (_ ("%u answers of %u people are in their drafts now."), answers, people);
  return g_strdup_printf (_ ("%u answers of %u people are handed in now."), answers, people);
}

static void
was_applied (GtkWidget *owner,
             gpointer result,
             const GError *error,
             gpointer user_data)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (owner);

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The sheets were not taken in"), error);
    return;
  }
  adw_status_page_set_description (self->done, result);
  g_clear_object (&self->edits);
  gtk_stack_set_visible_child_name (self->steps, "done");
  tenken_desk_changed (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (widget);
  Apply *applying;

  if (self->edits == NULL)
    return;
  applying = g_new (Apply, 1);
  *applying = (Apply){g_object_ref (self->edits), g_strdup (self->department_id)};
  tenken_desk_task_run (widget, tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), _ ("Sheets are being taken in"), apply, applying, apply_free, g_free, was_applied, NULL);
}

static void
again_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (widget);

  g_clear_object (&self->edits);
  gtk_stack_set_visible_child_name (self->steps, "files");
}

static void
blank_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (widget));

  if (g_str_equal (name, "sheets.blank"))
    tenken_sheets_blank_write_role (widget, desk);
  else
    tenken_sheets_blank_write_all (widget, desk);
}

/* --- the steps --- */

static void
chose (TenkenSheetsPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.read", tenken_file_field_get_files (self->files)[0] != NULL);
}

void
tenken_sheets_page_set_files (TenkenSheetsPage *self,
                              const char *const *files)
{
  g_return_if_fail (TENKEN_IS_SHEETS_PAGE (self));

  tenken_file_field_set_files (self->files, files);
  chose (self);
}

static void
add_blank (GtkWidget *box)
{
  GtkWidget *buttons = tenken_import_buttons_new ();

  gtk_box_append (GTK_BOX (box), tenken_import_heading_new (_ ("Blank sheets to hand out")));
  gtk_box_append (GTK_BOX (box), tenken_import_label_new (_ ("For places without a kiosk. In a sheet only the answers can be filled in."), NULL));
  tenken_import_add_button (buttons, _ ("One for each person of the department…"), "sheets.blank-all", NULL);
  tenken_import_add_button (buttons, _ ("One without a name, for all roles…"), "sheets.blank", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
}

static GtkWidget *
make_files (TenkenSheetsPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *buttons = tenken_import_buttons_new ();

  self->files = TENKEN_FILE_FIELD (tenken_file_field_new (_ ("Filled sheets"), _ ("Workbooks (.xlsx), one a person; any number at once"), "*.xlsx", TRUE));
  self->draft = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
  tenken_check_button_set_text (TENKEN_CHECK_BUTTON (self->draft), _ ("Leave them drafts; do not hand them in"));
  g_signal_connect_swapped (self->files, "chosen", G_CALLBACK (chose), self);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->files));
  gtk_box_append (GTK_BOX (box), tenken_import_heading_new (_ ("Which sheets came back?")));
  gtk_box_append (GTK_BOX (box), tenken_import_label_new (_ ("First you see what would change; nothing is taken in before you say so."), NULL));
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->draft));
  tenken_import_add_button (buttons, _ ("Read the sheets"), "sheets.read", "suggested-action");
  gtk_box_append (GTK_BOX (box), buttons);
  add_blank (box);
  return tenken_import_scroll_new (box);
}

static GtkWidget *
make_faults (TenkenSheetsPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new (), *table = tenken_problem_table_new ("sheet-faults");

  self->faults = TENKEN_TABLE (table);
  self->fault_count = tenken_import_label_new (NULL, "import-warning");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), self->fault_count);
  gtk_box_append (GTK_BOX (box), table);
  tenken_import_add_button (buttons, _ ("Read again"), "sheets.read", "suggested-action");
  tenken_import_add_button (buttons, _ ("Read the others without these files"), "sheets.without", NULL);
  tenken_import_add_button (buttons, _ ("Choose other files"), "sheets.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_preview (TenkenSheetsPage *self)
{
  GtkWidget *box = tenken_import_box_new (), *buttons = tenken_import_buttons_new ();

  self->summary = tenken_import_label_new (NULL, "import-summary");
  self->undecided = tenken_import_label_new (NULL, "import-warning");
  self->rows = TENKEN_SHEETS_EDITS (tenken_sheets_edits_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->rows), TRUE);
  g_signal_connect_object (self->rows, "decided", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->undecided);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  tenken_import_add_button (buttons, _ ("Take the sheets in"), "sheets.apply", "suggested-action");
  tenken_import_add_button (buttons, _ ("Choose other files"), "sheets.again", NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  return tenken_import_fill_new (box);
}

static GtkWidget *
make_done (TenkenSheetsPage *self)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_label (_ ("More sheets"));

  self->done = ADW_STATUS_PAGE (page);
  adw_status_page_set_icon_name (self->done, "object-select-symbolic");
  adw_status_page_set_title (self->done, _ ("The sheets are taken in"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sheets.again");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (self->done, button);
  return page;
}

/* --- the class --- */

static void
tenken_sheets_page_dispose (GObject *object)
{
  TenkenSheetsPage *self = TENKEN_SHEETS_PAGE (object);

  g_clear_object (&self->edits);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->department_id, g_free);
  G_OBJECT_CLASS (tenken_sheets_page_parent_class)->dispose (object);
}

static void
tenken_sheets_page_class_init (TenkenSheetsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_sheets_page_dispose;
  gtk_widget_class_install_action (widget_class, "sheets.read", NULL, read_action);
  gtk_widget_class_install_action (widget_class, "sheets.without", NULL, without_action);
  gtk_widget_class_install_action (widget_class, "sheets.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "sheets.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "sheets.blank", NULL, blank_action);
  gtk_widget_class_install_action (widget_class, "sheets.blank-all", NULL, blank_action);
}

static void
tenken_sheets_page_init (TenkenSheetsPage *self)
{
  self->steps = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->steps, FALSE);
  gtk_stack_add_named (self->steps, make_files (self), "files");
  gtk_stack_add_named (self->steps, make_faults (self), "faults");
  gtk_stack_add_named (self->steps, make_preview (self), "preview");
  gtk_stack_add_named (self->steps, make_done (self), "done");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheets.read", FALSE);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), GTK_WIDGET (self->steps));
}

GtkWidget *
tenken_sheets_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_SHEETS_PAGE, "desk", desk, NULL);
}
