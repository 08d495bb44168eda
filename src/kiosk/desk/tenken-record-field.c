/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-field.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenRecordField
{
  AdwBin parent_instance;

  TnkFormField *field;
  GtkWidget *editor; /* NULL where it is only read */
  GtkWidget *text; /* NULL where it is written */
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (TenkenRecordField, tenken_record_field, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
emit_changed (TenkenRecordField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

TnkFormField *
tenken_record_field_get_field (TenkenRecordField *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FIELD (self), NULL);
  return self->field;
}

gboolean
tenken_record_field_writes (TenkenRecordField *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FIELD (self), FALSE);
  return self->editor != NULL;
}

void
tenken_record_field_set_value (TenkenRecordField *self,
                               const char *value,
                               const char *display)
{
  g_return_if_fail (TENKEN_IS_RECORD_FIELD (self) && value != NULL && display != NULL);

  if (self->editor != NULL)
    tenken_record_editor_set_value (TENKEN_RECORD_EDITOR (self->editor), value, display);
  else if (self->text != NULL)
    gtk_label_set_text (GTK_LABEL (self->text), *display != '\0' ? display : "–");
}

char *
tenken_record_field_dup_value (TenkenRecordField *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FIELD (self) && self->editor != NULL, NULL);
  return tenken_record_editor_dup_value (TENKEN_RECORD_EDITOR (self->editor));
}

void
tenken_record_field_set_fault (TenkenRecordField *self,
                               const char *text)
{
  g_autofree char *marked = text != NULL ? g_strconcat ("⚠ ", text, NULL) : NULL;

  g_return_if_fail (TENKEN_IS_RECORD_FIELD (self));

  gtk_label_set_text (GTK_LABEL (self->fault), marked != NULL ? marked : "");
  gtk_widget_set_visible (self->fault, text != NULL);
  if (self->editor != NULL)
    tenken_record_editor_set_invalid (TENKEN_RECORD_EDITOR (self->editor), text != NULL);
}

gboolean
tenken_record_field_has_fault (TenkenRecordField *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FIELD (self), FALSE);
  return gtk_widget_get_visible (self->fault);
}

/* --- laying it out --- */

static char *
make_name (TnkFormField *field)
{
  const char *number = tnk_form_field_get_number (field);

  return g_strdup_printf ("%s%s%s", number != NULL ? number : "", number != NULL ? " " : "", tenken_text (tnk_form_field_get_label (field)));
}

static GtkWidget *
make_head (TenkenRecordField *self,
           const char *name)
{
  TnkText *clause = tnk_form_field_get_clause (self->field);
  GtkWidget *box = tenken_wrap_box_new (0, 9);

  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), tenken_desk_text_new (name, "form-name"));
  if (self->editor != NULL && tnk_form_field_is_required (self->field))
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), tenken_desk_text_new (_ ("Required"), "record-required"));
  if (clause != NULL)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), tenken_desk_text_new (tenken_text (clause), "record-clause"));
  return box;
}

static GtkWidget *
make_text (TenkenRecordField *self)
{
  gboolean found = tnk_form_field_get_kind (self->field) == TNK_FORM_FIELD_KIND_LOOKED_UP;

  self->text = tenken_desk_text_new ("", found ? "record-found" : "record-value");
  gtk_label_set_selectable (GTK_LABEL (self->text), FALSE);
  return self->text;
}

static GtkWidget *
make_fault (TenkenRecordField *self)
{
  self->fault = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->fault, "fault");
  return self->fault;
}

static void
lay_out (TenkenRecordField *self,
         const char *name)
{
  TnkText *help = tnk_form_field_get_help (self->field);
  GtkWidget *box = tenken_desk_column_new (3);

  gtk_box_append (GTK_BOX (box), make_head (self, name));
  if (help != NULL && self->editor != NULL)
    gtk_box_append (GTK_BOX (box), tenken_desk_text_new (tenken_text (help), "record-help"));
  if (self->editor != NULL)
    gtk_box_append (GTK_BOX (box), self->editor);
  else if (tnk_form_field_get_kind (self->field) != TNK_FORM_FIELD_KIND_NOTE)
    gtk_box_append (GTK_BOX (box), make_text (self));
  gtk_box_append (GTK_BOX (box), make_fault (self));
  gtk_widget_add_css_class (box, "record-field");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
tenken_record_field_finalize (GObject *object)
{
  g_clear_object (&TENKEN_RECORD_FIELD (object)->field);
  G_OBJECT_CLASS (tenken_record_field_parent_class)->finalize (object);
}

static void
tenken_record_field_class_init (TenkenRecordFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_record_field_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_record_field_init (TenkenRecordField *self)
{
}

GtkWidget *
tenken_record_field_new (TenkenDesk *desk,
                         TnkFormField *field,
                         gboolean writes,
                         const char *today)
{
  TenkenRecordField *self = g_object_new (TENKEN_TYPE_RECORD_FIELD, NULL);
  g_autofree char *name = make_name (field);

  self->field = g_object_ref (field);
  if (writes)
    self->editor = tenken_record_editor_new (desk, field, name, today);
  if (self->editor != NULL)
    g_signal_connect_object (self->editor, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  lay_out (self, name);
  return GTK_WIDGET (self);
}
