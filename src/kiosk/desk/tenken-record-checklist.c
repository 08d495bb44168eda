/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-checklist.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-radio.h"
#include "tenken-wrap-box.h"

/* What can be found at a point, with its sign, as in the text form of the value. */
static const struct
{
  const char *id;
  const char *word;
} verdicts[] = {{"met", N_ ("✓ Met")}, {"not_met", N_ ("✕ Not met")}, {"not_applicable", N_ ("– Not applicable")}};

#define N_VERDICTS G_N_ELEMENTS (verdicts)

typedef struct
{
  const char *id; /* of the item */
  TenkenRadio *radios[N_VERDICTS];
} Item;

struct _TenkenRecordChecklist
{
  TenkenRecordEditor parent_instance;

  TnkFormField *field;
  GArray *items; /* (element-type Item) */
};

G_DEFINE_FINAL_TYPE (TenkenRecordChecklist, tenken_record_checklist, TENKEN_TYPE_RECORD_EDITOR)

static void
choose (Item *item,
        int verdict)
{
  for (guint i = 0; i < N_VERDICTS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (item->radios[i]), (int) i == verdict);
}

static int
find_verdict (char *const *lines,
              const char *id)
{
  for (; *lines != NULL; lines++)
    for (guint i = 0; i < N_VERDICTS; i++) {
      g_autofree char *line = g_strdup_printf ("%s=%s", id, verdicts[i].id);

      if (g_str_equal (*lines, line))
        return i;
    }
  return -1;
}

static void
set_value (TenkenRecordEditor *editor,
           const char *value,
           const char *display)
{
  TenkenRecordChecklist *self = TENKEN_RECORD_CHECKLIST (editor);
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  for (guint i = 0; i < self->items->len; i++) {
    Item *item = &g_array_index (self->items, Item, i);

    choose (item, find_verdict (lines, item->id));
  }
}

static char *
dup_value (TenkenRecordEditor *editor)
{
  TenkenRecordChecklist *self = TENKEN_RECORD_CHECKLIST (editor);
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint i = 0; i < self->items->len; i++) {
    Item *item = &g_array_index (self->items, Item, i);

    for (guint v = 0; v < N_VERDICTS; v++)
      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (item->radios[v])))
        g_string_append_printf (value, "%s%s=%s", value->len > 0 ? "\n" : "", item->id, verdicts[v].id);
  }
  return g_string_free (g_steal_pointer (&value), FALSE);
}

static void
chosen (TenkenRadio *radio,
        TenkenRecordChecklist *self)
{
  Item *item = &g_array_index (self->items, Item, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (radio), "item")));

  for (guint i = 0; i < N_VERDICTS; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (item->radios[i]), item->radios[i] == radio);
  tenken_record_editor_changed (TENKEN_RECORD_EDITOR (self));
}

static void
tenken_record_checklist_finalize (GObject *object)
{
  TenkenRecordChecklist *self = TENKEN_RECORD_CHECKLIST (object);

  g_clear_object (&self->field);
  g_clear_pointer (&self->items, g_array_unref);
  G_OBJECT_CLASS (tenken_record_checklist_parent_class)->finalize (object);
}

static void
tenken_record_checklist_class_init (TenkenRecordChecklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_record_checklist_finalize;
  TENKEN_RECORD_EDITOR_CLASS (klass)->set_value = set_value;
  TENKEN_RECORD_EDITOR_CLASS (klass)->dup_value = dup_value;
}

static void
tenken_record_checklist_init (TenkenRecordChecklist *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
}

static GtkWidget *
make_words (TenkenRecordChecklist *self,
            guint position)
{
  TnkText *clause = tnk_form_field_get_choice_clause (self->field, position);
  GtkWidget *box = tenken_desk_column_new (0);
  GtkWidget *text = tenken_desk_text_new (tenken_text (tnk_form_field_get_choice (self->field, position)), NULL);

  gtk_label_set_width_chars (GTK_LABEL (text), 24);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  if (clause != NULL)
    gtk_box_append (GTK_BOX (box), tenken_desk_text_new (tenken_text (clause), "record-clause"));
  return box;
}

/* A radio is read with the point that it is about. */
static GtkWidget *
make_radio (TenkenRecordChecklist *self,
            guint position,
            guint verdict)
{
  GtkWidget *radio = tenken_radio_new ();
  g_autofree char *full = g_strdup_printf ("%s: %s", tenken_text (tnk_form_field_get_choice (self->field, position)), _ (verdicts[verdict].word));

  tenken_radio_set_text (TENKEN_RADIO (radio), _ (verdicts[verdict].word));
  gtk_accessible_update_property (GTK_ACCESSIBLE (radio), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data (G_OBJECT (radio), "item", GUINT_TO_POINTER (position));
  g_signal_connect_object (radio, "chosen", G_CALLBACK (chosen), self, 0);
  return radio;
}

static GtkWidget *
make_item (TenkenRecordChecklist *self,
           guint position)
{
  GtkWidget *box = tenken_wrap_box_new (0, 9), *radios = tenken_wrap_box_new (0, 6);
  Item item = {.id = tnk_form_field_get_choice_id (self->field, position)};

  for (guint i = 0; i < N_VERDICTS; i++) {
    item.radios[i] = TENKEN_RADIO (make_radio (self, position, i));
    tenken_wrap_box_append (TENKEN_WRAP_BOX (radios), GTK_WIDGET (item.radios[i]));
  }
  g_array_append_val (self->items, item);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_words (self, position));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), radios);
  gtk_widget_add_css_class (box, "record-point");
  return box;
}

GtkWidget *
tenken_record_checklist_new (TnkFormField *field,
                             const char *name)
{
  TenkenRecordChecklist *self = g_object_new (TENKEN_TYPE_RECORD_CHECKLIST, NULL);
  GtkWidget *box = tenken_desk_column_new (0);

  self->field = g_object_ref (field);
  for (guint i = 0; i < tnk_form_field_get_n_choices (field); i++)
    gtk_box_append (GTK_BOX (box), make_item (self, i));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
