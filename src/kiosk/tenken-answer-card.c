/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-card.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"

struct _TenkenAnswerCard
{
  TenkenRadio parent_instance;

  TnkAnswerValue value;
  GtkLabel *word; /* NULL when compact */
  GtkLabel *anchor; /* NULL when compact */
  GtkWidget *previous;
};

G_DEFINE_FINAL_TYPE (TenkenAnswerCard, tenken_answer_card, TENKEN_TYPE_RADIO)

static void
tenken_answer_card_class_init (TenkenAnswerCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "answercard");
  /* The small circle is hidden, so that nothing stands side by side here, either. */
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tenken_answer_card_init (TenkenAnswerCard *self)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_words (TenkenAnswerCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->word = GTK_LABEL (make_label (tenken_answer_get_word (self->value), "answer-word"));
  self->anchor = GTK_LABEL (make_label (NULL, "answer-anchor"));
  gtk_label_set_yalign (self->anchor, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->word));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->anchor));
  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL; label = gtk_widget_get_next_sibling (label))
    gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_key (TenkenAnswerCard *self)
{
  char text[2] = {'0' + self->value, '\0'};
  GtkWidget *key = gtk_label_new (text);

  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  return key;
}

/* In a grid, and with labels that are in the middle by themselves: a box, or what is to be aligned, tries every label at
 * many widths to find out which one suits its height, and takes most of a frame for it. */
static GtkWidget *
make_whole (TenkenAnswerCard *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->previous = gtk_label_new (_ ("Last year"));
  gtk_widget_add_css_class (self->previous, "last-year");
  gtk_widget_set_valign (self->previous, GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_grid_attach (GTK_GRID (grid), make_key (self), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), tenken_answer_sign_new (self->value), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_words (self), 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->previous, 3, 0, 1, 1);
  return grid;
}

static GtkWidget *
make_compact (TenkenAnswerCard *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->previous = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->previous, "last-year-dot");
  gtk_widget_set_halign (self->previous, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->previous, GTK_ALIGN_END);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), tenken_answer_sign_new (self->value));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->previous);
  return overlay;
}

GtkWidget *
tenken_answer_card_new (TnkAnswerValue value,
                        gboolean compact)
{
  TenkenAnswerCard *self = g_object_new (TENKEN_TYPE_ANSWER_CARD, NULL);
  char key[2] = {'0' + value, '\0'};

  self->value = value;
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), compact ? make_compact (self) : make_whole (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), compact ? "compact" : "whole");
  gtk_widget_add_css_class (GTK_WIDGET (self), tenken_answer_get_css_class (value));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, tenken_answer_get_word (value),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key, -1);
  tenken_answer_card_show (self, NULL, FALSE);
  return GTK_WIDGET (self);
}

TnkAnswerValue
tenken_answer_card_get_value (TenkenAnswerCard *self)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_CARD (self), TNK_ANSWER_VALUE_UNANSWERED);
  return self->value;
}

/* What a screen reader says after the word, and the tooltip of a compact card. */
static char *
describe (const char *anchor,
          gboolean previous)
{
  GString *text = g_string_new (anchor);

  if (previous) {
    if (text->len > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, _ ("Last year's answer"));
  }
  return g_string_free (text, FALSE);
}

static void
show_tooltip (TenkenAnswerCard *self,
              const char *description)
{
  const char *word = tenken_answer_get_word (self->value);
  g_autofree char *text = *description != '\0' ? g_strdup_printf ("%s\n%s", word, description) : g_strdup (word);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
}

void
tenken_answer_card_show (TenkenAnswerCard *self,
                         const char *anchor,
                         gboolean previous)
{
  g_autofree char *description = NULL;

  g_return_if_fail (TENKEN_IS_ANSWER_CARD (self));

  anchor = anchor != NULL ? anchor : "";
  description = describe (anchor, previous);
  gtk_widget_set_visible (self->previous, previous);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (self->anchor == NULL) {
    show_tooltip (self, description);
    return;
  }
  gtk_label_set_yalign (self->word, *anchor != '\0' ? 1 : 0.5);
  gtk_label_set_text (self->anchor, anchor);
  gtk_widget_set_visible (GTK_WIDGET (self->anchor), *anchor != '\0');
}
