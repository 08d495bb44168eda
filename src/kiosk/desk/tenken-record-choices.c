/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-choices.h"

#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-pick-list.h"
#include "tenken-radio.h"
#include "tenken-search.h"
#include "tenken-wrap-box.h"

/* More of which only one can be chosen stand in a list with a search. */
#define MAX_RADIOS 9

struct _TenkenRecordChoices
{
  TenkenRecordEditor parent_instance;

  TnkFormField *field;
  GPtrArray *buttons; /* (element-type GtkCheckButton), each with its "id"; empty where there is a list */
  GtkWidget *list;
  char *picked; /* in the list */
};

G_DEFINE_FINAL_TYPE (TenkenRecordChoices, tenken_record_choices, TENKEN_TYPE_RECORD_EDITOR)

static const char *
get_id (gpointer button)
{
  return g_object_get_data (button, "id");
}

/* --- the list --- */

static char *
word_choice (TenkenRecordChoices *self,
             guint position)
{
  const char *text = tenken_text (tnk_form_field_get_choice (self->field, position));
  TnkText *help = tnk_form_field_get_choice_help (self->field, position);

  return help != NULL ? g_strdup_printf (_ ("%s (%s)"), text, tenken_text (help)) : g_strdup (text);
}

static void
show_picked (TenkenRecordChoices *self)
{
  guint position;
  gboolean found = *self->picked != '\0' && tnk_form_field_find_choice (self->field, self->picked, &position);

  tenken_pick_list_set_text (TENKEN_PICK_LIST (self->list),
                             found ? tenken_text (tnk_form_field_get_choice (self->field, position)) : _ ("Choose…"));
}

static void
fill_list (TenkenPickList *list,
           const char *typed,
           gpointer user_data)
{
  TenkenRecordChoices *self = user_data;

  for (guint i = 0; i < tnk_form_field_get_n_choices (self->field); i++) {
    const char *id = tnk_form_field_get_choice_id (self->field, i);
    g_autofree char *text = word_choice (self, i);
    g_autofree char *folded = tenken_search_fold (text);

    if (tenken_search_matches (folded, typed) && !tenken_pick_list_add (list, id, text, g_str_equal (id, self->picked)))
      return;
  }
}

static void
pick (TenkenRecordChoices *self,
      const char *id)
{
  g_free (self->picked);
  self->picked = g_strdup (id);
  show_picked (self);
  tenken_record_editor_changed (TENKEN_RECORD_EDITOR (self));
}

static void
make_list (TenkenRecordChoices *self,
           const char *name)
{
  self->list = tenken_pick_list_new (name, FALSE, fill_list, self);
  show_picked (self);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/* --- the value --- */

static void
set_value (TenkenRecordEditor *editor,
           const char *value,
           const char *display)
{
  TenkenRecordChoices *self = TENKEN_RECORD_CHOICES (editor);
  g_auto (GStrv) ids = g_strsplit (value, "\n", -1);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (self->buttons->pdata[i], g_strv_contains ((const char *const *) ids, get_id (self->buttons->pdata[i])));
  if (self->list == NULL)
    return;
  g_free (self->picked);
  self->picked = g_strdup (value);
  show_picked (self);
}

static char *
dup_value (TenkenRecordEditor *editor)
{
  TenkenRecordChoices *self = TENKEN_RECORD_CHOICES (editor);
  g_autoptr (GString) value = g_string_new (self->list != NULL ? self->picked : NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_check_button_get_active (self->buttons->pdata[i]))
      g_string_append_printf (value, "%s%s", value->len > 0 ? "\n" : "", get_id (self->buttons->pdata[i]));
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
chosen (TenkenRecordChoices *self,
        GtkCheckButton *radio)
{
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_check_button_set_active (self->buttons->pdata[i], self->buttons->pdata[i] == radio);
  tenken_record_editor_changed (TENKEN_RECORD_EDITOR (self));
}

/* --- the class --- */

static void
tenken_record_choices_finalize (GObject *object)
{
  TenkenRecordChoices *self = TENKEN_RECORD_CHOICES (object);

  g_clear_object (&self->field);
  g_clear_pointer (&self->buttons, g_ptr_array_unref);
  g_free (self->picked);
  G_OBJECT_CLASS (tenken_record_choices_parent_class)->finalize (object);
}

static void
tenken_record_choices_class_init (TenkenRecordChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_record_choices_finalize;
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_value = set_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->dup_value = dup_value;
}

static void
tenken_record_choices_init (TenkenRecordChoices *self)
{
  self->buttons = g_ptr_array_new ();
  self->picked = g_strdup ("");
}

/* Read aloud, a choice says of which field it is. */
static GtkWidget *
make_button (TenkenRecordChoices *self,
             const char *id,
             const char *text,
             const char *name)
{
  gboolean several = tnk_form_field_get_kind (self->field) == TNK_FORM_FIELD_KIND_MULTIPLE;
  GtkWidget *button = several ? g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL) : tenken_radio_new ();
  g_autofree char *full = g_strdup_printf ("%s: %s", name, text);

  if (several)
    tenken_check_button_set_text (TENKEN_CHECK_BUTTON (button), text);
  else
    tenken_radio_set_text (TENKEN_RADIO (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  if (several)
    g_signal_connect_object (button, "toggled", G_CALLBACK (tenken_record_editor_changed), self, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (button, "chosen", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->buttons, button);
  return button;
}

static void
add_remark (GtkWidget *box,
            TnkText *text)
{
  GtkWidget *label = text != NULL ? tenken_desk_text_new (tenken_text (text), "record-choice-remark") : NULL;

  if (label != NULL)
    gtk_box_append (GTK_BOX (box), label);
}

static void
make_buttons (TenkenRecordChoices *self,
              const char *name)
{
  GtkWidget *box = tenken_desk_column_new (0);

  for (guint i = 0; i < tnk_form_field_get_n_choices (self->field); i++) {
    gtk_box_append (GTK_BOX (box), make_button (self, tnk_form_field_get_choice_id (self->field, i),
                                                tenken_text (tnk_form_field_get_choice (self->field, i)), name));
    add_remark (box, tnk_form_field_get_choice_clause (self->field, i));
    add_remark (box, tnk_form_field_get_choice_help (self->field, i));
  }
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
make_yes_no (TenkenRecordChoices *self,
             const char *name)
{
  GtkWidget *box = tenken_wrap_box_new (0, 12);

  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, "yes", _ ("Yes"), name));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, "no", _ ("No"), name));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
tenken_record_choices_new (TnkFormField *field,
                           const char *name)
{
  TenkenRecordChoices *self = g_object_new (TENKEN_TYPE_RECORD_CHOICES, NULL);

  self->field = g_object_ref (field);
  if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_YES_NO)
    make_yes_no (self, name);
  else if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_SINGLE && tnk_form_field_get_n_choices (field) > MAX_RADIOS)
    make_list (self, name);
  else
    make_buttons (self, name);
  return GTK_WIDGET (self);
}
