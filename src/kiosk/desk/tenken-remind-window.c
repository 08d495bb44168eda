/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-remind-window.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-language.h"

struct _TenkenRemindWindow
{
  AdwWindow parent_instance;

  TenkenDesk *desk;
  char *department_id;
  GtkTextView *text;
  GtkLabel *said;
};

G_DEFINE_FINAL_TYPE (TenkenRemindWindow, tenken_remind_window, ADW_TYPE_WINDOW)

/* --- on the thread of the store --- */

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *language;
  char *filename;
} Request;

static Request *
request_new (TenkenDesk *desk,
             const char *department_id,
             const char *filename)
{
  Request *self = g_new0 (Request, 1);

  self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  self->department_id = g_strdup (department_id);
  self->language = g_strdup (tenken_language_get ());
  self->filename = g_strdup (filename);
  return self;
}

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->language);
  g_free (self->filename);
  g_free (self);
}

static gpointer
make_text (TnkDesk *desk,
           gpointer data,
           TnkProgressFunc progress,
           gpointer progress_data,
           GCancellable *cancellable,
           GError **error)
{
  Request *request = data;

  return tnk_desk_make_reminders (desk, request->campaign_id, request->department_id, request->language, cancellable, error);
}

static gpointer
write_workbook (TnkDesk *desk,
                gpointer data,
                TnkProgressFunc progress,
                gpointer progress_data,
                GCancellable *cancellable,
                GError **error)
{
  Request *request = data;

  return tnk_desk_export_reminders (desk, request->campaign_id, request->department_id, request->filename, cancellable, error)
           ? g_path_get_basename (request->filename)
           : NULL;
}

/* --- what it does --- */

static void
say (TenkenRemindWindow *self,
     const char *text)
{
  gtk_label_set_text (self->said, text);
}

static char *
dup_text (TenkenRemindWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
copy (TenkenRemindWindow *self)
{
  g_autofree char *text = dup_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (self, _ ("Copied. Paste it into a message."));
}

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The workbook was not written"), error);
    return;
  }
  text = g_strdup_printf (_ ("%s is written. It holds names: pass it on with care."), (const char *) result);
  say (TENKEN_REMIND_WINDOW (owner), text);
}

static void
chose_file (TenkenRemindWindow *self,
            int response,
            GtkFileChooser *dialog)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (dialog) : NULL;
  g_autofree char *filename = file != NULL ? g_file_get_path (file) : NULL;

  if (filename != NULL)
    tenken_desk_task_run (GTK_WIDGET (self), self->desk, _ ("The workbook is being written"), write_workbook,
                          request_new (self->desk, self->department_id, filename), request_free, g_free, written, NULL);
  g_object_unref (dialog);
}

static void
save (TenkenRemindWindow *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Save the workbook"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _ ("not-handed-in.xlsx"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chose_file), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- the class --- */

static void
tenken_remind_window_dispose (GObject *object)
{
  TenkenRemindWindow *self = TENKEN_REMIND_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->department_id, g_free);
  G_OBJECT_CLASS (tenken_remind_window_parent_class)->dispose (object);
}

static void
tenken_remind_window_class_init (TenkenRemindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_remind_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_text_view (TenkenRemindWindow *self)
{
  GtkWidget *window = gtk_scrolled_window_new (), *view = gtk_text_view_new ();

  self->text = GTK_TEXT_VIEW (view);
  gtk_text_view_set_editable (self->text, FALSE);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People to remind"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  gtk_widget_set_vexpand (window, TRUE);
  gtk_widget_add_css_class (window, "remind-text");
  return window;
}

static GtkWidget *
make_button (TenkenRemindWindow *self,
             const char *label,
             void (*func) (TenkenRemindWindow *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_foot (TenkenRemindWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (NULL);
  GtkWidget *button = make_button (self, _ ("Copy the text"), copy);

  self->said = GTK_LABEL (label);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_label_set_wrap_mode (self->said, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->said, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("Save as a workbook…"), save));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
tenken_remind_window_init (TenkenRemindWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_add_css_class (content, "remind");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), make_text_view (self));
  gtk_box_append (GTK_BOX (content), make_foot (self));
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
}

GtkWidget *
tenken_remind_window_new (GtkWindow *window,
                          TenkenDesk *desk,
                          const char *department_id,
                          const char *text)
{
  TenkenRemindWindow *self = g_object_new (TENKEN_TYPE_REMIND_WINDOW, "transient-for", window, "modal", TRUE, "title", _ ("People to remind"), NULL);

  self->desk = g_object_ref (desk);
  self->department_id = g_strdup (department_id);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  return GTK_WIDGET (self);
}

static void
take_text (GtkWidget *owner,
           gpointer result,
           const GError *error,
           gpointer user_data)
{
  const char *department_id = g_object_get_data (G_OBJECT (owner), "remind");

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The list was not made"), error);
  else
    gtk_window_present (GTK_WINDOW (tenken_remind_window_new (GTK_WINDOW (gtk_widget_get_root (owner)), user_data, department_id, result)));
}

void
tenken_remind_window_open (GtkWidget *owner,
                           TenkenDesk *desk,
                           const char *department_id)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk));

  g_object_set_data_full (G_OBJECT (owner), "remind", g_strdup (department_id), g_free);
  tenken_desk_task_run (owner, desk, _ ("The list is being made"), make_text, request_new (desk, department_id, NULL), request_free,
                        g_free, take_text, desk);
}
