/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-form.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-language.h"

/* A section as it stands on the page. */
typedef struct
{
  GtkWidget *card;
  guint first; /* of its fields, among all that are shown */
  guint end;
} Card;

struct _TenkenRecordForm
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TnkRecord *record; /* the copy that is worked on */
  char *today;
  gboolean writes;
  TnkFormStep *step; /* whose fields these are; NULL: the whole form */
  TnkFormStep *tried; /* what is missing for it is said; NULL: nobody tried yet */
  gboolean strict;
  GtkWidget *box;
  GPtrArray *fields; /* (element-type TenkenRecordField), borrowed */
  GArray *cards; /* (element-type Card) */
  GHashTable *bad; /* (element-type TnkFormField utf8): what stands there is no value, and why */
};

G_DEFINE_FINAL_TYPE (TenkenRecordForm, tenken_record_form, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* --- what is asked, and what is to be mended --- */

static gboolean
is_seen (TenkenRecordForm *self,
         TenkenRecordField *widget)
{
  TnkFormField *field = tenken_record_field_get_field (widget);
  const char *id = tnk_form_field_get_id (field);
  g_autofree char *display = NULL;

  if (!tnk_record_asks (self->record, id, self->today))
    return FALSE;
  if (tenken_record_field_writes (widget) || tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_NOTE)
    return TRUE;
  display = tnk_record_dup_display (self->record, id, tenken_language_get ());
  return *display != '\0';
}

static void
show_seen (TenkenRecordForm *self)
{
  for (guint i = 0; i < self->cards->len; i++) {
    const Card *card = &g_array_index (self->cards, Card, i);
    gboolean any = FALSE;

    for (guint f = card->first; f < card->end; f++) {
      gboolean seen = is_seen (self, self->fields->pdata[f]);

      gtk_widget_set_visible (self->fields->pdata[f], seen);
      any |= seen;
    }
    gtk_widget_set_visible (card->card, any);
  }
}

/* What is found in a table, and what is read. */
static void
show_displays (TenkenRecordForm *self)
{
  for (guint i = 0; i < self->fields->len; i++) {
    TenkenRecordField *widget = self->fields->pdata[i];
    const char *id = tnk_form_field_get_id (tenken_record_field_get_field (widget));
    g_autofree char *display = NULL;

    if (tenken_record_field_writes (widget))
      continue;
    display = tnk_record_dup_display (self->record, id, tenken_language_get ());
    tenken_record_field_set_value (widget, "", display);
  }
}

static TnkRecordFault *
find_fault (TenkenRecordForm *self,
            GPtrArray *faults,
            TnkFormField *field)
{
  for (guint i = 0; i < faults->len; i++) {
    TnkRecordFault *fault = faults->pdata[i];

    if (tnk_record_fault_get_field (fault) == field &&
        (self->strict || tnk_record_fault_get_kind (fault) == TNK_RECORD_FAULT_FORBIDDEN))
      return fault;
  }
  return NULL;
}

static const char *
word_fault (TnkRecordFault *fault)
{
  TnkText *reason = tnk_record_fault_get_reason (fault);

  if (reason != NULL)
    return tenken_text (reason);
  return tnk_record_fault_get_kind (fault) == TNK_RECORD_FAULT_UNFINISHED ? _ ("Some points are not answered yet.") : _ ("This is still to be filled in.");
}

/* What is forbidden is said at once; what is missing only when somebody wanted to go on. */
static void
show_faults (TenkenRecordForm *self)
{
  g_autoptr (GPtrArray) faults = tnk_record_list_faults (self->record, self->step != NULL ? self->step : self->tried, self->today);

  for (guint i = 0; i < self->fields->len; i++) {
    TnkFormField *field = tenken_record_field_get_field (self->fields->pdata[i]);
    const char *bad = g_hash_table_lookup (self->bad, field);
    TnkRecordFault *fault = bad == NULL ? find_fault (self, faults, field) : NULL;

    tenken_record_field_set_fault (self->fields->pdata[i], fault != NULL ? word_fault (fault) : bad);
  }
}

static void
update (TenkenRecordForm *self)
{
  show_seen (self);
  show_displays (self);
  if (self->writes || self->step != NULL)
    show_faults (self);
}

guint
tenken_record_form_show_missing (TenkenRecordForm *self,
                                 TnkFormStep *step)
{
  GtkWidget *first = NULL;
  guint n = 0;

  g_return_val_if_fail (TENKEN_IS_RECORD_FORM (self) && TNK_IS_FORM_STEP (step), 0);

  self->strict = TRUE;
  g_set_object (&self->tried, step);
  update (self);
  for (guint i = 0; i < self->fields->len; i++)
    if (gtk_widget_get_visible (self->fields->pdata[i]) && tenken_record_field_has_fault (self->fields->pdata[i])) {
      first = first != NULL ? first : self->fields->pdata[i];
      n++;
    }
  if (first != NULL)
    gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
  return n;
}

/* --- writing --- */

/* Why something is no value of the field, in the language of the screen; the library says it in English. */
static const char *
word_bad (TnkFormField *field)
{
  switch (tnk_form_field_get_kind (field)) {
  case TNK_FORM_FIELD_KIND_DATE:
    return _ ("This is no day. Type one such as 2027-03-31.");
  case TNK_FORM_FIELD_KIND_DATE_TIME:
    return _ ("This is no day with a time. Type a day such as 2027-03-31 and a time such as 14:05.");
  case TNK_FORM_FIELD_KIND_NUMBER:
    return _ ("This is no number that can stand here. Type a whole number.");
  case TNK_FORM_FIELD_KIND_PERSON:
    return _ ("Choose somebody from the list, or type a staff number.");
  default:
    return _ ("This is too long, or holds signs that cannot be printed. Shorten it or type it anew.");
  }
}

static void
take_value (TenkenRecordForm *self,
            TenkenRecordField *widget)
{
  TnkFormField *field = tenken_record_field_get_field (widget);
  g_autofree char *value = tenken_record_field_dup_value (widget);

  if (tnk_record_set_value (self->record, tnk_form_field_get_id (field), value, NULL))
    g_hash_table_remove (self->bad, field);
  else
    g_hash_table_insert (self->bad, field, (gpointer) word_bad (field));
}

static void
field_changed (TenkenRecordForm *self,
               TenkenRecordField *widget)
{
  take_value (self, widget);
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

TnkRecord *
tenken_record_form_get_record (TenkenRecordForm *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FORM (self), NULL);
  return self->record;
}

GHashTable *
tenken_record_form_dup_values (TenkenRecordForm *self)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_return_val_if_fail (TENKEN_IS_RECORD_FORM (self), values);

  for (guint i = 0; i < self->fields->len; i++)
    if (tenken_record_field_writes (self->fields->pdata[i]) && gtk_widget_get_visible (self->fields->pdata[i]))
      g_hash_table_insert (values, g_strdup (tnk_form_field_get_id (tenken_record_field_get_field (self->fields->pdata[i]))),
                           tenken_record_field_dup_value (self->fields->pdata[i]));
  return values;
}

void
tenken_record_form_rebase (TenkenRecordForm *self,
                           TnkRecord *record)
{
  g_return_if_fail (TENKEN_IS_RECORD_FORM (self) && TNK_IS_RECORD (record));

  g_clear_object (&self->record);
  self->record = tnk_record_copy (record);
  for (guint i = 0; i < self->fields->len; i++)
    if (tenken_record_field_writes (self->fields->pdata[i]))
      take_value (self, self->fields->pdata[i]);
}

gboolean
tenken_record_form_has_bad_value (TenkenRecordForm *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_FORM (self), FALSE);
  return g_hash_table_size (self->bad) > 0;
}

/* --- laying it out --- */

static GtkWidget *
make_field (TenkenRecordForm *self,
            TnkFormField *field,
            gboolean writes)
{
  const char *id = tnk_form_field_get_id (field);
  GtkWidget *widget = tenken_record_field_new (self->desk, field, writes, self->today);
  g_autofree char *display = tnk_record_dup_display (self->record, id, tenken_language_get ());

  tenken_record_field_set_value (TENKEN_RECORD_FIELD (widget), tnk_record_get_value (self->record, id), display);
  g_signal_connect_object (widget, "changed", G_CALLBACK (field_changed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, widget);
  return widget;
}

static GtkWidget *
make_card (TnkText *title,
           TnkText *note)
{
  GtkWidget *card = tenken_desk_column_new (9);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "record-section");
  if (title != NULL)
    gtk_box_append (GTK_BOX (card), tenken_desk_heading_new (tenken_text (title), "heading"));
  if (note != NULL)
    gtk_box_append (GTK_BOX (card), tenken_desk_text_new (tenken_text (note), "record-help"));
  return card;
}

static void
add_section (TenkenRecordForm *self,
             TnkFormSection *section)
{
  Card card = {make_card (tnk_form_section_get_title (section), tnk_form_section_get_note (section)), self->fields->len, 0};

  for (guint i = 0; i < tnk_form_section_get_n_fields (section); i++) {
    TnkFormField *field = tnk_form_section_get_field (section, i);
    gboolean writes = self->writes && tnk_form_field_is_written (field) && !tnk_form_field_is_of_step (field);

    gtk_box_append (GTK_BOX (card.card), make_field (self, field, writes));
  }
  card.end = self->fields->len;
  g_array_append_val (self->cards, card);
  gtk_box_append (GTK_BOX (self->box), card.card);
}

static void
begin (TenkenRecordForm *self,
       TnkRecord *record,
       const char *today)
{
  g_hash_table_remove_all (self->bad);
  g_ptr_array_set_size (self->fields, 0);
  g_array_set_size (self->cards, 0);
  tenken_desk_empty_box (self->box);
  g_clear_object (&self->record);
  g_clear_object (&self->tried);
  self->strict = FALSE;
  self->record = tnk_record_copy (record);
  g_free (self->today);
  self->today = g_strdup (today);
}

void
tenken_record_form_show (TenkenRecordForm *self,
                         TnkRecord *record,
                         gboolean writes,
                         const char *today)
{
  TnkForm *form;

  g_return_if_fail (TENKEN_IS_RECORD_FORM (self) && TNK_IS_RECORD (record) && today != NULL);

  begin (self, record, today);
  self->writes = writes;
  g_clear_object (&self->step);
  form = tnk_record_get_form (self->record);
  for (guint i = 0; i < tnk_form_get_n_sections (form); i++)
    add_section (self, tnk_form_get_section (form, i));
  update (self);
}

/* What is recorded with a step was mostly done today. */
static void
suggest_days (TenkenRecordForm *self)
{
  for (guint i = 0; i < tnk_form_step_get_n_fields (self->step); i++) {
    TnkFormField *field = tnk_form_step_get_field (self->step, i);
    const char *id = tnk_form_field_get_id (field);

    if (tnk_form_field_get_kind (field) == TNK_FORM_FIELD_KIND_DATE && *tnk_record_get_value (self->record, id) == '\0')
      tnk_record_set_value (self->record, id, self->today, NULL);
  }
}

void
tenken_record_form_show_step (TenkenRecordForm *self,
                              TnkRecord *record,
                              TnkFormStep *step,
                              const char *today)
{
  Card card = {0};

  g_return_if_fail (TENKEN_IS_RECORD_FORM (self) && TNK_IS_RECORD (record) && TNK_IS_FORM_STEP (step) && today != NULL);

  begin (self, record, today);
  self->writes = FALSE;
  g_set_object (&self->step, step);
  suggest_days (self);
  card.card = tenken_desk_column_new (9);
  for (guint i = 0; i < tnk_form_step_get_n_fields (step); i++)
    gtk_box_append (GTK_BOX (card.card), make_field (self, tnk_form_step_get_field (step, i), TRUE));
  card.end = self->fields->len;
  g_array_append_val (self->cards, card);
  gtk_box_append (GTK_BOX (self->box), card.card);
  update (self);
}

static void
tenken_record_form_dispose (GObject *object)
{
  TenkenRecordForm *self = TENKEN_RECORD_FORM (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->record);
  g_clear_object (&self->step);
  g_clear_object (&self->tried);
  G_OBJECT_CLASS (tenken_record_form_parent_class)->dispose (object);
}

static void
tenken_record_form_finalize (GObject *object)
{
  TenkenRecordForm *self = TENKEN_RECORD_FORM (object);

  g_free (self->today);
  g_ptr_array_unref (self->fields);
  g_array_unref (self->cards);
  g_hash_table_unref (self->bad);
  G_OBJECT_CLASS (tenken_record_form_parent_class)->finalize (object);
}

static void
tenken_record_form_class_init (TenkenRecordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_record_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_record_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_record_form_init (TenkenRecordForm *self)
{
  self->fields = g_ptr_array_new ();
  self->cards = g_array_new (FALSE, TRUE, sizeof (Card));
  self->bad = g_hash_table_new (NULL, NULL);
  self->box = tenken_desk_column_new (12);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
tenken_record_form_new (TenkenDesk *desk)
{
  TenkenRecordForm *self = g_object_new (TENKEN_TYPE_RECORD_FORM, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}
