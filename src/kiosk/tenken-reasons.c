/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-reasons.h"

#include <glib/gi18n.h>

#include "tenken-language.h"
#include "tenken-radio.h"

/* The reason of the catalog that asks for own words. */
#define OWN_WORDS "other"

struct _TenkenReasons
{
  GtkWidget parent_instance;

  GPtrArray *radios; /* (element-type TenkenRadio): made as needed, used again for each question */
  GPtrArray *texts; /* (element-type TnkText): the reason of each radio that is shown */
  TenkenRadio *own;
  TenkenNote *note;
  GtkWidget *missing;
  TenkenNoteStore store;
  gpointer user_data;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (TenkenReasons, tenken_reasons, GTK_TYPE_WIDGET)

/* --- which one is chosen --- */

static void
select_radio (TenkenReasons *self,
              TenkenRadio *chosen)
{
  for (guint i = 0; i < self->radios->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->radios, i), g_ptr_array_index (self->radios, i) == chosen);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->own), chosen == self->own);
  gtk_widget_set_visible (GTK_WIDGET (self->note), chosen == self->own);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
set_standing (TenkenReasons *self,
              gboolean standing)
{
  gtk_widget_set_visible (self->missing, !standing);
}

static gboolean
store_words (const char *text,
             gpointer user_data,
             GError **error)
{
  TenkenReasons *self = user_data;
  gboolean stored;

  /* No words yet are no mistake; the line above says that they are needed. */
  if (is_blank (text)) {
    set_standing (self, FALSE);
    return TRUE;
  }
  stored = self->store (text, self->user_data, error);
  set_standing (self, stored);
  return stored;
}

static void
reason_chosen (TenkenReasons *self,
               TenkenRadio *radio)
{
  if (!self->editable)
    return;
  select_radio (self, radio);
  set_standing (self, self->store (tenken_radio_get_text (radio), self->user_data, NULL));
}

static void
own_chosen (TenkenReasons *self)
{
  if (!self->editable)
    return;
  select_radio (self, self->own);
  tenken_note_store (self->note);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* --- the reasons of a question --- */

static TenkenRadio *
get_radio (TenkenReasons *self,
           guint place)
{
  while (self->radios->len <= place) {
    GtkWidget *radio = tenken_radio_new ();

    g_signal_connect_object (radio, "chosen", G_CALLBACK (reason_chosen), self, G_CONNECT_SWAPPED);
    gtk_widget_insert_before (radio, GTK_WIDGET (self), GTK_WIDGET (self->own));
    g_ptr_array_add (self->radios, radio);
  }
  return g_ptr_array_index (self->radios, place);
}

static void
list_reasons (TenkenReasons *self,
              TnkCatalog *catalog,
              TnkQuestion *question)
{
  TnkText *own = NULL;

  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; i < tnk_question_get_n_reasons (question); i++)
    g_ptr_array_add (self->texts, tnk_question_get_reason (question, i));
  for (guint i = 0; i < tnk_catalog_get_n_reasons (catalog); i++)
    if (g_str_equal (tnk_catalog_get_reason_id (catalog, i), OWN_WORDS))
      own = tnk_catalog_get_reason (catalog, i);
    else if (tnk_question_get_n_reasons (question) == 0)
      g_ptr_array_add (self->texts, tnk_catalog_get_reason (catalog, i));
  tenken_radio_set_text (self->own, own != NULL ? tenken_text (own) : _ ("Another reason, in your own words"));
}

static void
show_radios (TenkenReasons *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    tenken_radio_set_text (get_radio (self, i), tenken_text (g_ptr_array_index (self->texts, i)));
  for (guint i = 0; i < self->radios->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->radios, i), i < self->texts->len);
}

/* A reason may have been given in the other language. */
static TenkenRadio *
find_radio (TenkenReasons *self,
            const char *reason)
{
  for (guint i = 0; i < self->texts->len; i++) {
    TnkText *text = g_ptr_array_index (self->texts, i);

    if (g_strcmp0 (tnk_text_get (text, "ja"), reason) == 0 || g_strcmp0 (tnk_text_get (text, "en"), reason) == 0)
      return g_ptr_array_index (self->radios, i);
  }
  return NULL;
}

void
tenken_reasons_show (TenkenReasons *self,
                     TnkCatalog *catalog,
                     TnkQuestion *question,
                     const char *reason)
{
  TenkenRadio *radio;

  g_return_if_fail (TENKEN_IS_REASONS (self));

  list_reasons (self, catalog, question);
  show_radios (self);
  radio = reason != NULL ? find_radio (self, reason) : NULL;
  tenken_note_set_text (self->note, radio == NULL ? reason : NULL);
  select_radio (self, radio != NULL || reason == NULL ? radio : self->own);
  set_standing (self, reason != NULL);
}

void
tenken_reasons_set_editable (TenkenReasons *self,
                             gboolean editable)
{
  g_return_if_fail (TENKEN_IS_REASONS (self));

  self->editable = editable;
  tenken_note_set_editable (self->note, editable);
}

gboolean
tenken_reasons_flush (TenkenReasons *self)
{
  g_return_val_if_fail (TENKEN_IS_REASONS (self), FALSE);

  if (tenken_note_flush (self->note))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
  return FALSE;
}

/* --- the widget --- */

static gboolean
tenken_reasons_grab_focus (GtkWidget *widget)
{
  TenkenReasons *self = TENKEN_REASONS (widget);

  for (guint i = 0; i < self->texts->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->radios, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->radios, i));
  if (self->texts->len > 0 && !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->own)))
    return gtk_widget_grab_focus (g_ptr_array_index (self->radios, 0));
  return gtk_widget_grab_focus (GTK_WIDGET (self->own));
}

static void
tenken_reasons_dispose (GObject *object)
{
  TenkenReasons *self = TENKEN_REASONS (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->radios, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_reasons_parent_class)->dispose (object);
}

static void
tenken_reasons_finalize (GObject *object)
{
  TenkenReasons *self = TENKEN_REASONS (object);

  g_ptr_array_unref (self->radios);
  g_ptr_array_unref (self->texts);
  G_OBJECT_CLASS (tenken_reasons_parent_class)->finalize (object);
}

static void
tenken_reasons_class_init (TenkenReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_reasons_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_reasons_finalize;
  widget_class->grab_focus = tenken_reasons_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "reasons");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static GtkWidget *
add_label (TenkenReasons *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_insert_before (label, GTK_WIDGET (self), NULL);
  return label;
}

static void
tenken_reasons_init (TenkenReasons *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  const char *title = _ ("Why does it not apply to you?");

  self->radios = g_ptr_array_new ();
  self->texts = g_ptr_array_new ();
  self->editable = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 2);
  add_label (self, title, "note-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->missing = add_label (self, _ ("This answer is saved as soon as you give a reason."), "needed");
  self->own = TENKEN_RADIO (tenken_radio_new ());
  g_signal_connect_object (self->own, "chosen", G_CALLBACK (own_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (GTK_WIDGET (self->own), GTK_WIDGET (self), NULL);
  self->note = TENKEN_NOTE (tenken_note_new (store_words, self));
  tenken_note_set_title (self->note, _ ("Your reason"));
  gtk_widget_insert_before (GTK_WIDGET (self->note), GTK_WIDGET (self), NULL);
}

GtkWidget *
tenken_reasons_new (TenkenNoteStore store,
                    gpointer user_data)
{
  TenkenReasons *self = g_object_new (TENKEN_TYPE_REASONS, NULL);

  self->store = store;
  self->user_data = user_data;
  return GTK_WIDGET (self);
}
