/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-entry.h"

#include "tenken-language.h"

struct _TenkenRecordEntry
{
  TenkenRecordEditor parent_instance;

  GtkWidget *entry; /* a line; NULL where there are several */
  GtkWidget *view;
};

G_DEFINE_FINAL_TYPE (TenkenRecordEntry, tenken_record_entry, TENKEN_TYPE_RECORD_EDITOR)

static GtkTextBuffer *
get_buffer (TenkenRecordEntry *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
set_value (TenkenRecordEditor *editor,
           const char *value,
           const char *display)
{
  TenkenRecordEntry *self = TENKEN_RECORD_ENTRY (editor);

  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value);
  else
    gtk_text_buffer_set_text (get_buffer (self), value, -1);
}

static char *
dup_value (TenkenRecordEditor *editor)
{
  TenkenRecordEntry *self = TENKEN_RECORD_ENTRY (editor);
  GtkTextIter start, end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static void
set_invalid (TenkenRecordEditor *editor,
             gboolean invalid)
{
  TenkenRecordEntry *self = TENKEN_RECORD_ENTRY (editor);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry != NULL ? self->entry : self->view), GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
tenken_record_entry_class_init (TenkenRecordEntryClass *klass)
{
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_value = set_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->dup_value = dup_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_invalid = set_invalid;
}

static void
tenken_record_entry_init (TenkenRecordEntry *self)
{
}

static void
make_view (TenkenRecordEntry *self,
           const char *name)
{
  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  gtk_widget_add_css_class (self->view, "form-text");
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (tenken_record_editor_changed), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->view);
}

static void
make_line (TenkenRecordEntry *self,
           TnkFormField *field,
           const char *name)
{
  gboolean is_number = tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_NUMBER;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  TnkText *unit = tnk_form_field_get_unit (field);

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, !is_number);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), is_number ? 10 : -1);
  if (is_number)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (tenken_record_editor_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->entry);
  if (unit != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (tenken_text (unit)));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
tenken_record_entry_new (TnkFormField *field,
                         const char *name)
{
  TenkenRecordEntry *self = g_object_new (TENKEN_TYPE_RECORD_ENTRY, NULL);

  if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_LONG_TEXT)
    make_view (self, name);
  else
    make_line (self, field, name);
  return GTK_WIDGET (self);
}
