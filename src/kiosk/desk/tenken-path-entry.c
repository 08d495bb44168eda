/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-path-entry.h"

#include <glib/gi18n.h>

struct _TenkenPathEntry
{
  AdwBin parent_instance;

  GtkWidget *entry;
  char *title;
};

G_DEFINE_FINAL_TYPE (TenkenPathEntry, tenken_path_entry, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
changed (TenkenPathEntry *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
answered (GtkNativeDialog *dialog,
          int response,
          TenkenPathEntry *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *text = path != NULL ? g_filename_to_utf8 (path, -1, NULL, NULL, NULL) : NULL;

  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_object_unref (dialog);
}

static void
choose (TenkenPathEntry *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (self->title, window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Choose"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
tenken_path_entry_finalize (GObject *object)
{
  g_free (TENKEN_PATH_ENTRY (object)->title);
  G_OBJECT_CLASS (tenken_path_entry_parent_class)->finalize (object);
}

static void
tenken_path_entry_class_init (TenkenPathEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_path_entry_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_path_entry_init (TenkenPathEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_button_new_with_label (_ ("Choose…"));

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), button);
  adw_bin_set_child (ADW_BIN (self), line);
}

GtkWidget *
tenken_path_entry_new (const char *name,
                       const char *title)
{
  TenkenPathEntry *self = g_object_new (TENKEN_TYPE_PATH_ENTRY, NULL);

  self->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

char *
tenken_path_entry_dup_path (TenkenPathEntry *self)
{
  g_return_val_if_fail (TENKEN_IS_PATH_ENTRY (self), NULL);
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}
