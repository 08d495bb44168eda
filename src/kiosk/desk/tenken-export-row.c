/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-export-row.h"

#include <glib/gi18n.h>

#include "tenken-export-file.h"
#include "tenken-wrap-box.h"

struct _TenkenExportRow
{
  GtkBox parent_instance;

  char *id;
  char *text;
  GtkWidget *sentence;
  GtkWidget *entry; /* NULL: the row needs none */
  GtkWidget *end; /* the entry and the button */
  GtkWidget *button;
  GtkWidget *saved;
  GtkWidget *saved_label;
  char *filename;
};

G_DEFINE_FINAL_TYPE (TenkenExportRow, tenken_export_row, GTK_TYPE_BOX)

static guint activate_signal;

static void
emit_activate (TenkenExportRow *self)
{
  if (gtk_widget_get_sensitive (self->button))
    g_signal_emit (self, activate_signal, 0);
}

static void
open_file (TenkenExportRow *self)
{
  tenken_export_open_file (GTK_WIDGET (self), self->filename);
}

static void
open_folder (TenkenExportRow *self)
{
  tenken_export_open_folder (GTK_WIDGET (self), self->filename);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_button (TenkenExportRow *self,
             const char *label,
             void (*pressed) (TenkenExportRow *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (pressed), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_saved (TenkenExportRow *self)
{
  GtkWidget *box = g_object_new (TENKEN_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  self->saved_label = make_label ("", "export-saved-label");
  gtk_label_set_selectable (GTK_LABEL (self->saved_label), TRUE);
  gtk_widget_set_hexpand (self->saved_label, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), self->saved_label);
  if (tenken_export_can_open_file ())
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Open"), open_file));
  if (tenken_export_can_open_folder ())
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Open the folder"), open_folder));
  gtk_widget_add_css_class (box, "export-saved");
  gtk_widget_set_visible (box, FALSE);
  return box;
}

/* Before the first layout all widgets stand in one place, so that the keys would go to any of them. They are not to go to the entry
 * of a page that was just opened. */
static gboolean
laid_out (GtkWidget *entry,
          GdkFrameClock *clock,
          gpointer user_data)
{
  gtk_widget_set_can_focus (entry, TRUE);
  return G_SOURCE_REMOVE;
}

/* An entry that goes away with the keys would not hear that it lost them. */
static void
tenken_export_row_unmap (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    gtk_root_set_focus (root, NULL);
  GTK_WIDGET_CLASS (tenken_export_row_parent_class)->unmap (widget);
}

static void
tenken_export_row_finalize (GObject *object)
{
  TenkenExportRow *self = TENKEN_EXPORT_ROW (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->filename);
  G_OBJECT_CLASS (tenken_export_row_parent_class)->finalize (object);
}

static void
tenken_export_row_class_init (TenkenExportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_export_row_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = tenken_export_row_unmap;
  activate_signal = g_signal_new ("activate", TENKEN_TYPE_EXPORT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_export_row_init (TenkenExportRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "export-row");
}

static void
add_line (TenkenExportRow *self,
          const char *title,
          const char *text,
          const char *button)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = make_label (title, "heading");
  g_autofree char *name = g_strdup_printf ("%s %s", title, button);

  self->sentence = make_label (text, "dim-label");
  gtk_box_append (GTK_BOX (words), heading);
  gtk_box_append (GTK_BOX (words), self->sentence);
  gtk_widget_set_hexpand (words, TRUE);
  self->end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_valign (self->end, GTK_ALIGN_CENTER);
  self->button = make_button (self, button, emit_activate);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (self->end), self->button);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), self->end);
  gtk_box_append (GTK_BOX (self), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

GtkWidget *
tenken_export_row_new (const char *id,
                       const char *title,
                       const char *text,
                       const char *button)
{
  TenkenExportRow *self;

  g_return_val_if_fail (id != NULL && title != NULL && text != NULL && button != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_EXPORT_ROW, NULL);
  self->id = g_strdup (id);
  self->text = g_strdup (text);
  add_line (self, title, text, button);
  self->saved = make_saved (self);
  gtk_box_append (GTK_BOX (self), self->saved);
  return GTK_WIDGET (self);
}

const char *
tenken_export_row_get_id (TenkenExportRow *self)
{
  g_return_val_if_fail (TENKEN_IS_EXPORT_ROW (self), NULL);
  return self->id;
}

void
tenken_export_row_add_entry (TenkenExportRow *self,
                             const char *label)
{
  g_return_if_fail (TENKEN_IS_EXPORT_ROW (self) && self->entry == NULL);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 13);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 13);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (emit_activate), self, G_CONNECT_SWAPPED);
  gtk_widget_set_can_focus (self->entry, FALSE);
  gtk_widget_add_tick_callback (self->entry, laid_out, NULL, NULL);
  gtk_box_prepend (GTK_BOX (self->end), self->entry);
}

const char *
tenken_export_row_get_text (TenkenExportRow *self)
{
  g_return_val_if_fail (TENKEN_IS_EXPORT_ROW (self), NULL);
  return self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : NULL;
}

void
tenken_export_row_set_obstacle (TenkenExportRow *self,
                                const char *obstacle)
{
  g_return_if_fail (TENKEN_IS_EXPORT_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->sentence), obstacle != NULL ? obstacle : self->text);
  gtk_widget_set_sensitive (self->end, obstacle == NULL);
}

void
tenken_export_row_set_saved (TenkenExportRow *self,
                             const char *filename)
{
  g_autofree char *shown = filename != NULL ? g_filename_display_name (filename) : NULL;
  g_autofree char *text = NULL;
  char *copy;

  g_return_if_fail (TENKEN_IS_EXPORT_ROW (self));

  copy = g_strdup (filename);
  g_free (self->filename);
  self->filename = copy;
  if (shown != NULL)
    text = g_strdup_printf (_ ("Saved: %s"), shown);
  gtk_label_set_text (GTK_LABEL (self->saved_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->saved, filename != NULL);
}
