/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-file-field.h"

#include <glib/gi18n.h>

struct _TenkenFileField
{
  AdwBin parent_instance;

  GtkLabel *chosen;
  GtkWidget *button;
  char *title;
  char *pattern;
  gboolean several;
  GStrv files;
};

G_DEFINE_FINAL_TYPE (TenkenFileField, tenken_file_field, ADW_TYPE_BIN)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What stands there once files are chosen. */
static char *
describe (TenkenFileField *self)
{
  guint n = g_strv_length (self->files);

  if (n == 0)
    return g_strdup (_ ("Nothing is chosen yet"));
  if (n == 1)
    return g_path_get_basename (self->files[0]);
  return g_strdup_printf (ngettext ("%u file", "%u files", n), n);
}

static void
update (TenkenFileField *self)
{
  g_autofree char *text = describe (self);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", self->title, text);

  gtk_label_set_text (self->chosen, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chosen), g_strv_length (self->files) == 1 ? self->files[0] : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose…"), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
}

static GStrv
list_names (GListModel *files)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);
    g_autofree char *name = g_file_get_path (file);

    if (name != NULL)
      g_strv_builder_add (names, name);
  }
  return g_strv_builder_end (names);
}

static void
answered (GtkNativeDialog *dialog,
          int response,
          TenkenFileField *self)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
    g_auto (GStrv) names = list_names (files);

    tenken_file_field_set_files (self, (const char *const *) names);
  }
  g_object_unref (dialog);
}

static void
choose (TenkenFileField *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (self->title, window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Choose"), _ ("Cancel"));
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_add_pattern (filter, self->pattern);
  gtk_file_filter_set_name (filter, self->pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_object_unref (filter);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), self->several);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
tenken_file_field_finalize (GObject *object)
{
  TenkenFileField *self = TENKEN_FILE_FIELD (object);

  g_strfreev (self->files);
  g_free (self->title);
  g_free (self->pattern);
  G_OBJECT_CLASS (tenken_file_field_parent_class)->finalize (object);
}

static void
tenken_file_field_class_init (TenkenFileFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_file_field_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_file_field_init (TenkenFileField *self)
{
  self->files = g_new0 (char *, 1);
}

static GtkWidget *
add_label (GtkWidget *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

GtkWidget *
tenken_file_field_new (const char *title,
                       const char *note,
                       const char *pattern,
                       gboolean several)
{
  TenkenFileField *self = g_object_new (TENKEN_TYPE_FILE_FIELD, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = g_strdup (title);
  self->pattern = g_strdup (pattern);
  self->several = several;
  add_label (words, title, "field-title");
  self->chosen = GTK_LABEL (add_label (words, NULL, "field-value"));
  add_label (words, note, "field-note");
  gtk_widget_set_hexpand (words, TRUE);
  self->button = gtk_button_new_with_label (_ ("Choose…"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (choose), self);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_widget_add_css_class (line, "file-field");
  adw_bin_set_child (ADW_BIN (self), line);
  update (self);
  return GTK_WIDGET (self);
}

gboolean
tenken_file_field_takes_several (TenkenFileField *self)
{
  g_return_val_if_fail (TENKEN_IS_FILE_FIELD (self), FALSE);
  return self->several;
}

const char *const *
tenken_file_field_get_files (TenkenFileField *self)
{
  g_return_val_if_fail (TENKEN_IS_FILE_FIELD (self), NULL);
  return (const char *const *) self->files;
}

void
tenken_file_field_set_files (TenkenFileField *self,
                             const char *const *files)
{
  GStrv copy = g_strdupv ((char **) files);

  g_return_if_fail (TENKEN_IS_FILE_FIELD (self));

  g_strfreev (self->files);
  self->files = copy;
  update (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}
