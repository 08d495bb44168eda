/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-pane.h"

#include <glib/gi18n.h>

#include "tenken-answer-choice.h"
#include "tenken-answer-sign.h"
#include "tenken-note.h"
#include "tenken-reasons.h"
#include "tenken-reveal.h"

struct _TenkenAnswerPane
{
  GtkWidget parent_instance;

  GtkWidget *as_last_year; /* owned: it stands elsewhere */
  GtkLabel *last_year;
  TenkenAnswerChoice *choice;
  TenkenNote *note;
  TenkenReasons *reasons;
  GtkWidget *evidence_box;
  GtkToggleButton *evidence_toggle;
  TenkenNote *evidence;

  TenkenRound *round;
  TnkQuestionnaire *questionnaire; /* of the round */
  guint step;
  guint item; /* of the questionnaire */
  gboolean asking; /* “not applicable” is chosen, but no reason stands yet */
};

enum {
  SIGNAL_COMPLETE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenAnswerPane, tenken_answer_pane, GTK_TYPE_WIDGET)

static gboolean
takes_note (TnkAnswerValue value)
{
  return value == TNK_ANSWER_VALUE_PARTIAL || value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED ||
         value == TNK_ANSWER_VALUE_EXCEPTED;
}

static TnkAnswerValue
get_value (TenkenAnswerPane *self)
{
  return tenken_round_get_answer (self->round, self->step);
}

static TnkAnswerValue
get_previous (TenkenAnswerPane *self)
{
  return tnk_questionnaire_get_previous (self->questionnaire, self->item);
}

/* --- what follows from the answer --- */

static void
show_detail (TenkenAnswerPane *self,
             TnkAnswerValue value)
{
  gboolean reasons = value == TNK_ANSWER_VALUE_NOT_APPLICABLE;

  gtk_widget_set_visible (GTK_WIDGET (self->note), takes_note (value));
  gtk_widget_set_visible (GTK_WIDGET (self->reasons), reasons);
  tenken_note_set_title (self->note, value == TNK_ANSWER_VALUE_EXCEPTED ? _ ("Remark (optional)")
                                                                        : _ ("What is missing? (optional)"));
  tenken_answer_choice_place_detail (self->choice,
                                     takes_note (value) || reasons ? value : TNK_ANSWER_VALUE_UNANSWERED);
}

static void
show_as_last_year (TenkenAnswerPane *self,
                   TnkAnswerValue value)
{
  TnkAnswerValue previous = get_previous (self);
  const char *comment = tnk_questionnaire_get_previous_comment (self->questionnaire, self->item);
  gboolean offered = value == TNK_ANSWER_VALUE_UNANSWERED && !tenken_round_is_closed (self->round) &&
                     tenken_answer_choice_offers (self->choice, previous);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->as_last_year, offered);
  if (!offered)
    return;
  text = comment != NULL
           /* Translators: the first %s is an answer, the second what was written with it */
           ? g_strdup_printf (_ ("Same as last year: %s “%s”"), tenken_answer_get_word (previous), comment)
           : g_strdup_printf (_ ("Same as last year: %s"), tenken_answer_get_word (previous));
  gtk_label_set_text (self->last_year, text);
  gtk_widget_set_tooltip_text (self->as_last_year, comment != NULL ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_last_year), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_evidence (TenkenAnswerPane *self,
               TnkAnswerValue value)
{
  gboolean filled = tnk_questionnaire_get_evidence (self->questionnaire, self->item) != NULL;
  gboolean open = gtk_toggle_button_get_active (self->evidence_toggle);

  gtk_widget_set_visible (self->evidence_box, value != TNK_ANSWER_VALUE_UNANSWERED && !self->asking);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), open);
  gtk_button_set_label (GTK_BUTTON (self->evidence_toggle), filled ? _ ("Note on evidence (filled in)")
                                                                   : _ ("Note on evidence (optional)"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->evidence_toggle), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

static void
update (TenkenAnswerPane *self)
{
  TnkAnswerValue value = self->asking ? TNK_ANSWER_VALUE_NOT_APPLICABLE : get_value (self);

  tenken_answer_choice_set_value (self->choice, value);
  show_detail (self, value);
  show_as_last_year (self, value);
  show_evidence (self, value);
}

/* --- the words of a step --- */

static void
show_reasons (TenkenAnswerPane *self,
              const char *reason)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tenken_round_get_campaign (self->round));

  tenken_reasons_show (self->reasons, catalog, tenken_round_get_question (self->round, self->step), reason);
}

static void
show_words (TenkenAnswerPane *self)
{
  TnkAnswerValue value = get_value (self);
  const char *comment = tnk_questionnaire_get_comment (self->questionnaire, self->item);

  tenken_note_set_text (self->note, takes_note (value) ? comment : NULL);
  tenken_note_set_text (self->evidence, tnk_questionnaire_get_evidence (self->questionnaire, self->item));
  gtk_toggle_button_set_active (self->evidence_toggle, FALSE);
  if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE)
    show_reasons (self, comment);
}

void
tenken_answer_pane_show (TenkenAnswerPane *self,
                         guint step)
{
  g_return_if_fail (TENKEN_IS_ANSWER_PANE (self) && self->round != NULL);

  tenken_answer_pane_flush (self);
  self->step = step;
  self->item = tenken_round_get_item (self->round, step);
  self->asking = FALSE;
  tenken_answer_choice_set_question (self->choice, tenken_round_get_question (self->round, step), get_previous (self));
  tenken_answer_choice_set_may_except (self->choice, tnk_questionnaire_may_except (self->questionnaire, self->item));
  show_words (self);
  update (self);
}

static gboolean
flush_note (TenkenNote *note)
{
  if (tenken_note_flush (note))
    return TRUE;
  gtk_widget_grab_focus (GTK_WIDGET (note));
  return FALSE;
}

gboolean
tenken_answer_pane_flush (TenkenAnswerPane *self)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_PANE (self), FALSE);

  return tenken_reasons_flush (self->reasons) && flush_note (self->note) && flush_note (self->evidence);
}

/* --- storing --- */

static gboolean
is_same (const char *text,
         const char *before)
{
  return g_str_equal (text, before != NULL ? before : "");
}

static gboolean
store_note (const char *text,
            gpointer user_data,
            GError **error)
{
  TenkenAnswerPane *self = user_data;

  if (!takes_note (get_value (self)) || tenken_round_is_closed (self->round) ||
      is_same (text, tnk_questionnaire_get_comment (self->questionnaire, self->item)))
    return TRUE;
  return tenken_round_answer (self->round, self->step, get_value (self), text, error);
}

static gboolean
store_reason (const char *text,
              gpointer user_data,
              GError **error)
{
  TenkenAnswerPane *self = user_data;

  if (tenken_round_is_closed (self->round))
    return TRUE;
  if (!tenken_round_answer (self->round, self->step, TNK_ANSWER_VALUE_NOT_APPLICABLE, text, error))
    return FALSE;
  self->asking = FALSE;
  update (self);
  return TRUE;
}

static gboolean
store_evidence (const char *text,
                gpointer user_data,
                GError **error)
{
  TenkenAnswerPane *self = user_data;

  if (tenken_round_is_closed (self->round) ||
      is_same (text, tnk_questionnaire_get_evidence (self->questionnaire, self->item)))
    return TRUE;
  return tenken_round_set_evidence (self->round, self->step, text, error);
}

/* --- answering --- */

static void
ask_reason (TenkenAnswerPane *self)
{
  gboolean again = get_previous (self) == TNK_ANSWER_VALUE_NOT_APPLICABLE;
  const char *last = again ? tnk_questionnaire_get_previous_comment (self->questionnaire, self->item) : NULL;

  self->asking = TRUE;
  /* Last year's reason most likely still holds; it is shown, and can be changed. */
  show_reasons (self, last != NULL && store_reason (last, self, NULL) ? last : NULL);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reasons));
  tenken_reveal (GTK_WIDGET (self->reasons));
}

/* The words that belong to an answer; such as cannot stand are kept in their field, and not stored. */
static char *
dup_comment (TenkenAnswerPane *self,
             TnkAnswerValue value)
{
  g_autofree char *text = takes_note (value) ? tenken_note_dup_text (self->note) : NULL;

  if (text == NULL || !tnk_answer_check (TNK_ANSWER_VALUE_PARTIAL, text, FALSE, NULL))
    return NULL;
  return g_steal_pointer (&text);
}

static void
set_answer (TenkenAnswerPane *self,
            TnkAnswerValue value)
{
  g_autofree char *comment = dup_comment (self, value);

  self->asking = FALSE;
  if (value != get_value (self))
    tenken_round_answer (self->round, self->step, value, comment, NULL);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  if (takes_note (value))
    tenken_reveal (GTK_WIDGET (self->note));
}

static void
choose (TenkenAnswerPane *self,
        TnkAnswerValue value)
{
  if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE && get_value (self) != value)
    ask_reason (self);
  else
    set_answer (self, value);
}

static void
complete (TenkenAnswerPane *self)
{
  g_signal_emit (self, signals[SIGNAL_COMPLETE], 0);
}

/* With the pointer on a question that was answered already, somebody corrects an answer rather than goes on. */
static void
answer_chosen (TenkenAnswerPane *self,
               TnkAnswerValue value)
{
  gboolean first = get_value (self) == TNK_ANSWER_VALUE_UNANSWERED;

  choose (self, value);
  if (first && value == TNK_ANSWER_VALUE_IMPLEMENTED)
    complete (self);
}

void
tenken_answer_pane_choose (TenkenAnswerPane *self,
                           TnkAnswerValue value)
{
  g_return_if_fail (TENKEN_IS_ANSWER_PANE (self) && self->round != NULL);

  if (tenken_round_is_closed (self->round) || !tenken_answer_choice_offers (self->choice, value))
    return;
  choose (self, value);
  if (value == TNK_ANSWER_VALUE_IMPLEMENTED)
    complete (self);
}

void
tenken_answer_pane_take_last_year (TenkenAnswerPane *self)
{
  TnkAnswerValue previous;
  const char *comment;

  g_return_if_fail (TENKEN_IS_ANSWER_PANE (self) && self->round != NULL);

  if (!gtk_widget_get_visible (self->as_last_year))
    return;
  previous = get_previous (self);
  comment = tnk_questionnaire_get_previous_comment (self->questionnaire, self->item);
  if (!tenken_round_answer (self->round, self->step, previous, comment, NULL)) {
    choose (self, previous);
    return;
  }
  show_words (self);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->choice));
  complete (self);
}

static void
evidence_toggled (TenkenAnswerPane *self)
{
  update (self);
  if (!gtk_toggle_button_get_active (self->evidence_toggle))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
  tenken_reveal (GTK_WIDGET (self->evidence));
}

static void
round_changed (TenkenAnswerPane *self,
               guint step)
{
  if (step == self->step)
    update (self);
}

/* --- the widget --- */

static gboolean
tenken_answer_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TENKEN_ANSWER_PANE (widget)->choice));
}

static void
tenken_answer_pane_dispose (GObject *object)
{
  TenkenAnswerPane *self = TENKEN_ANSWER_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->as_last_year);
  g_clear_object (&self->questionnaire);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_answer_pane_parent_class)->dispose (object);
}

static void
tenken_answer_pane_class_init (TenkenAnswerPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_answer_pane_dispose;
  widget_class->grab_focus = tenken_answer_pane_grab_focus;
  signals[SIGNAL_COMPLETE] =
    g_signal_new ("complete", TENKEN_TYPE_ANSWER_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "answerpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_as_last_year (TenkenAnswerPane *self)
{
  GtkWidget *grid = gtk_grid_new (), *key = gtk_label_new ("0");

  self->last_year = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                  "ellipsize", PANGO_ELLIPSIZE_END, "lines", 2, "vexpand", TRUE, NULL);
  gtk_widget_add_css_class (key, "key-cap");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_attach (GTK_GRID (grid), key, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->last_year), 1, 0, 1, 1);
  self->as_last_year = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->as_last_year), grid);
  gtk_widget_add_css_class (self->as_last_year, "as-last-year");
  g_signal_connect_object (self->as_last_year, "clicked", G_CALLBACK (tenken_answer_pane_take_last_year), self,
                           G_CONNECT_SWAPPED);
  g_object_ref_sink (self->as_last_year);
}

static void
add_choice (TenkenAnswerPane *self)
{
  GtkWidget *detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->note = TENKEN_NOTE (tenken_note_new (store_note, self));
  self->reasons = TENKEN_REASONS (tenken_reasons_new (store_reason, self));
  gtk_box_append (GTK_BOX (detail), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (detail), GTK_WIDGET (self->reasons));
  gtk_widget_add_css_class (detail, "answer-detail");
  self->choice = TENKEN_ANSWER_CHOICE (tenken_answer_choice_new (FALSE));
  tenken_answer_choice_set_detail (self->choice, detail);
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (answer_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (GTK_WIDGET (self->choice), GTK_WIDGET (self), NULL);
}

static void
add_evidence (TenkenAnswerPane *self)
{
  self->evidence_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->evidence_toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (""));
  self->evidence = TENKEN_NOTE (tenken_note_new (store_evidence, self));
  tenken_note_set_title (self->evidence, _ ("What could you show? For example where a record is kept."));
  gtk_widget_add_css_class (GTK_WIDGET (self->evidence_toggle), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->evidence_toggle), "fold");
  gtk_widget_set_halign (GTK_WIDGET (self->evidence_toggle), GTK_ALIGN_START);
  g_signal_connect_object (self->evidence_toggle, "toggled", G_CALLBACK (evidence_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->evidence_box), GTK_WIDGET (self->evidence_toggle));
  gtk_box_append (GTK_BOX (self->evidence_box), GTK_WIDGET (self->evidence));
  gtk_widget_insert_before (self->evidence_box, GTK_WIDGET (self), NULL);
}

static void
tenken_answer_pane_init (TenkenAnswerPane *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  make_as_last_year (self);
  add_choice (self);
  add_evidence (self);
}

GtkWidget *
tenken_answer_pane_get_last_year (TenkenAnswerPane *self)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_PANE (self), NULL);
  return self->as_last_year;
}

void
tenken_answer_pane_set_round (TenkenAnswerPane *self,
                              TenkenRound *round)
{
  gboolean editable;

  g_return_if_fail (TENKEN_IS_ANSWER_PANE (self) && self->round == NULL);

  self->round = g_object_ref (round);
  self->questionnaire = g_object_ref (tenken_round_get_questionnaire (round));
  editable = !tenken_round_is_closed (round);
  tenken_answer_choice_set_editable (self->choice, editable);
  tenken_note_set_editable (self->note, editable);
  tenken_note_set_editable (self->evidence, editable);
  tenken_reasons_set_editable (self->reasons, editable);
  g_signal_connect_object (round, "changed", G_CALLBACK (round_changed), self, G_CONNECT_SWAPPED);
}
