/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-parts.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-record-words.h"
#include "tenken-wrap-box.h"

static GtkWidget *
make_card (const char *title)
{
  GtkWidget *card = tenken_desk_column_new (6);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "record-section");
  gtk_box_append (GTK_BOX (card), tenken_desk_heading_new (title, "heading"));
  return card;
}

/* --- what it is --- */

static GtkWidget *
make_state (TnkRecord *record)
{
  GtkWidget *label = gtk_label_new (tenken_record_word_state (record));
  g_autofree char *full = g_strdup_printf (_ ("State: %s"), tenken_record_word_state (record));

  gtk_widget_add_css_class (label, "record-state");
  gtk_widget_add_css_class (label, tenken_record_get_state_css (record));
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  return label;
}

GtkWidget *
tenken_record_head_new (TnkRecord *record)
{
  GtkWidget *box, *line, *title, *clause;
  g_autofree char *applicant = NULL, *day = NULL, *facts = NULL;
  TnkForm *form;

  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  form = tnk_record_get_form (record);
  box = tenken_desk_column_new (3);
  line = tenken_wrap_box_new (0, 12);
  title = tenken_desk_heading_new (tenken_text (tnk_form_get_title (form)), "title-2");
  applicant = tenken_record_word_applicant (record);
  day = tenken_format_day (tnk_record_get_started (record));
  facts = g_strdup_printf ("%s　%s　%s　%s", tnk_record_get_id (record), applicant, tnk_record_get_department_name (record), day);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_state (record));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (facts, NULL));
  clause = tenken_desk_text_new (tenken_text (tnk_form_get_clause (form)), "record-clause");
  gtk_widget_set_halign (clause, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), clause);
  return box;
}

/* --- deadlines --- */

GtkWidget *
tenken_record_deadlines_new (TnkRecord *record,
                             const char *today)
{
  g_autoptr (GPtrArray) deadlines = NULL;
  GtkWidget *card;

  g_return_val_if_fail (TNK_IS_RECORD (record) && today != NULL, NULL);

  deadlines = tnk_record_list_deadlines (record, today);
  if (deadlines->len == 0)
    return NULL;
  card = make_card (_ ("Deadlines"));
  for (guint i = 0; i < deadlines->len; i++) {
    g_autofree char *text = tenken_record_word_deadline (deadlines->pdata[i]);
    gboolean late = tnk_record_deadline_get_state (deadlines->pdata[i]) == TNK_RECORD_DEADLINE_OVERDUE;

    gtk_box_append (GTK_BOX (card), tenken_desk_text_new (text, late ? "overdue" : NULL));
  }
  return card;
}

/* --- the steps taken --- */

static GtkWidget *
make_step (TnkRecordEntry *entry)
{
  GtkWidget *box = tenken_desk_column_new (0);
  const char *note = tnk_record_entry_get_note (entry);
  g_autofree char *moment = tenken_format_moment (tnk_record_entry_get_time (entry));
  g_autofree char *who = g_strdup_printf (_ ("%s  %s (%s)"), moment, tnk_record_entry_get_actor_name (entry), tnk_record_entry_get_actor (entry));
  TnkFormStep *step = tnk_record_entry_get_step (entry);
  g_autofree char *what = g_strdup_printf ("● %s", tenken_text (tnk_form_step_get_title (step)));

  gtk_widget_add_css_class (box, "record-step");
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (what, "form-name"));
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (who, "record-who"));
  if (note != NULL && *note != '\0')
    gtk_box_append (GTK_BOX (box), tenken_desk_text_new (note, "note-text"));
  return box;
}

GtkWidget *
tenken_record_history_new (TnkRecord *record)
{
  GtkWidget *card;

  g_return_val_if_fail (TNK_IS_RECORD (record), NULL);

  if (tnk_record_get_n_entries (record) == 0)
    return NULL;
  card = make_card (_ ("Steps taken"));
  for (guint i = tnk_record_get_n_entries (record); i > 0; i--)
    gtk_box_append (GTK_BOX (card), make_step (tnk_record_get_entry (record, i - 1)));
  return card;
}

/* --- the short text --- */

static void
copy (GtkButton *button,
      GtkLabel *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), gtk_label_get_text (text));
}

GtkWidget *
tenken_record_short_text_new (TnkRecord *record,
                              const char *today)
{
  g_autofree char *text = NULL;
  GtkWidget *card, *label, *button;

  g_return_val_if_fail (TNK_IS_RECORD (record) && today != NULL, NULL);

  if (tnk_form_has_short_text (tnk_record_get_form (record)))
    text = tnk_record_compose_text (record, today, NULL);
  if (text == NULL || *text == '\0')
    return NULL;
  card = make_card (_ ("As text, to be sent as it stands"));
  label = tenken_desk_text_new (text, "record-short-text");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  button = gtk_button_new_with_label (_ ("Copy the text"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (copy), label, 0);
  gtk_box_append (GTK_BOX (card), label);
  gtk_box_append (GTK_BOX (card), button);
  return card;
}
