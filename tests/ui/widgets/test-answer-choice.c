/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-answer-card.h"
#include "tenken-answer-choice.h"
#include "tenken-answer-sign.h"
#include "tenken-language.h"

static const char *const words[TNK_N_ANSWER_VALUES] = {"Not answered", "Implemented", "Partly implemented",
                                                       "Not implemented", "Not applicable", "Excepted"};

static TnkCatalog *
load_catalog (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TENKEN_DATA_DIR"), "catalogs", "mic-2020.json", NULL);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_file (path, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static TenkenAnswerChoice *
make_choice (gboolean compact)
{
  return TENKEN_ANSWER_CHOICE (g_object_ref_sink (tenken_answer_choice_new (compact)));
}

static GtkWidget *
get_card (TenkenAnswerChoice *choice,
          TnkAnswerValue value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choice)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TENKEN_IS_ANSWER_CARD (child) && tenken_answer_card_get_value (TENKEN_ANSWER_CARD (child)) == value)
      return child;
  g_assert_not_reached ();
}

static GString *
collect_texts (GtkWidget *widget,
               GString *texts)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget))
    g_string_append_printf (texts, "%s|", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_texts (child, texts);
  return texts;
}

static void
assert_texts (GtkWidget *widget,
              const char *expected)
{
  GString *texts = collect_texts (widget, g_string_new (NULL));

  g_assert_cmpstr (texts->str, ==, expected);
  g_string_free (texts, TRUE);
}

/* What a screen reader meets, of both shapes. */
static void
assert_accessible (gboolean compact)
{
  TenkenAnswerChoice *choice = make_choice (compact);

  gtk_test_accessible_assert_role (choice, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_test_accessible_assert_property (choice, GTK_ACCESSIBLE_PROPERTY_LABEL, "Your answer");
  for (TnkAnswerValue value = TNK_ANSWER_VALUE_IMPLEMENTED; value <= TNK_ANSWER_VALUE_EXCEPTED; value++) {
    GtkWidget *card = get_card (choice, value);
    char key[2] = {'0' + value, '\0'};

    gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_RADIO);
    gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, words[value]);
    gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, key);
    gtk_test_accessible_assert_state (card, GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  }
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_PARTIAL);
  gtk_test_accessible_assert_state (get_card (choice, TNK_ANSWER_VALUE_PARTIAL), GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_finalize_object (choice);
}

static void
test_accessible (void)
{
  assert_accessible (FALSE);
  assert_accessible (TRUE);
}

static void
count (int *n)
{
  (*n)++;
}

static void
assert_value (TenkenAnswerChoice *choice,
              TnkAnswerValue expected)
{
  int value;

  g_object_get (choice, "value", &value, NULL);
  g_assert_cmpint (value, ==, expected);
  g_assert_cmpint (tenken_answer_choice_get_value (choice), ==, expected);
  for (value = TNK_ANSWER_VALUE_IMPLEMENTED; value <= TNK_ANSWER_VALUE_EXCEPTED; value++)
    g_assert_cmpint (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_card (choice, value))), ==,
                     (int) expected == value);
}

static void
test_value (void)
{
  TenkenAnswerChoice *choice = make_choice (FALSE);
  int n = 0;

  g_signal_connect_swapped (choice, "notify::value", G_CALLBACK (count), &n);
  assert_value (choice, TNK_ANSWER_VALUE_UNANSWERED);
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  assert_value (choice, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  g_object_set (choice, "value", TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  assert_value (choice, TNK_ANSWER_VALUE_IMPLEMENTED);
  g_assert_cmpint (n, ==, 2);
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_IMPLEMENTED);
  g_assert_cmpint (n, ==, 2);
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_UNANSWERED);
  assert_value (choice, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_finalize_object (choice);
}

static void
note_chosen (TenkenAnswerChoice *choice,
             int value,
             GArray *chosen)
{
  g_array_append_val (chosen, value);
}

/* The owner says what follows; the one that stands can be chosen once more. */
static void
test_choose (void)
{
  TenkenAnswerChoice *choice = make_choice (FALSE);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (int));
  GtkWidget *card = get_card (choice, TNK_ANSWER_VALUE_PARTIAL);

  g_signal_connect (choice, "chosen", G_CALLBACK (note_chosen), chosen);
  gtk_widget_activate_action (card, "answer.choose", NULL);
  gtk_widget_activate (card);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_cmpint (g_array_index (chosen, int, 1), ==, TNK_ANSWER_VALUE_PARTIAL);
  assert_value (choice, TNK_ANSWER_VALUE_UNANSWERED);
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_PARTIAL);
  gtk_widget_activate (card);
  g_assert_cmpuint (chosen->len, ==, 3);
  assert_value (choice, TNK_ANSWER_VALUE_PARTIAL);
  tenken_answer_choice_set_editable (choice, FALSE);
  gtk_widget_activate (card);
  gtk_widget_activate (get_card (choice, TNK_ANSWER_VALUE_IMPLEMENTED));
  g_assert_cmpuint (chosen->len, ==, 3);
  g_assert_finalize_object (choice);
}

static void
test_question (void)
{
  g_autoptr (TnkCatalog) catalog = load_catalog ();
  TnkDuty *duty = tnk_catalog_find_duty (catalog, "5.4-1-1-a", "staff");
  TenkenAnswerChoice *choice = make_choice (FALSE);
  GtkWidget *first = get_card (choice, TNK_ANSWER_VALUE_IMPLEMENTED);

  tenken_answer_choice_set_question (choice, tnk_duty_get_question (duty), TNK_ANSWER_VALUE_NOT_APPLICABLE);
  assert_texts (first, "1|Implemented|Only I use my card, and I do not use anybody else's.|");
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Only I use my card, and I do not use anybody else's.");
  assert_texts (get_card (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE), "4|Not applicable|Last year|");
  gtk_test_accessible_assert_property (get_card (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Last year's answer");
  tenken_answer_choice_set_question (choice, NULL, TNK_ANSWER_VALUE_UNANSWERED);
  assert_texts (first, "1|Implemented|");
  assert_texts (get_card (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE), "4|Not applicable|");
  g_assert_finalize_object (choice);
}

static void
test_excepted (void)
{
  TenkenAnswerChoice *choice = make_choice (TRUE);

  g_assert_true (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE));
  g_assert_false (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_EXCEPTED));
  g_assert_false (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_UNANSWERED));
  tenken_answer_choice_set_may_except (choice, TRUE);
  g_assert_true (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_EXCEPTED));
  tenken_answer_choice_set_may_except (choice, FALSE);
  g_assert_false (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_EXCEPTED));
  tenken_answer_choice_set_value (choice, TNK_ANSWER_VALUE_EXCEPTED);
  g_assert_true (tenken_answer_choice_offers (choice, TNK_ANSWER_VALUE_EXCEPTED));
  g_assert_finalize_object (choice);
}

/* In the order of the keys, a detail comes right after the card that it belongs to. */
static void
test_detail (void)
{
  TenkenAnswerChoice *choice = make_choice (FALSE);
  GtkWidget *detail = gtk_label_new ("detail");

  tenken_answer_choice_set_detail (choice, detail);
  g_assert_null (gtk_widget_get_parent (detail));
  tenken_answer_choice_place_detail (choice, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_true (gtk_widget_get_prev_sibling (detail) == get_card (choice, TNK_ANSWER_VALUE_PARTIAL));
  tenken_answer_choice_place_detail (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  g_assert_true (gtk_widget_get_prev_sibling (detail) == get_card (choice, TNK_ANSWER_VALUE_NOT_APPLICABLE));
  tenken_answer_choice_place_detail (choice, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_null (gtk_widget_get_parent (detail));
  tenken_answer_choice_place_detail (choice, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_finalize_object (choice);
}

/* --- the sign --- */

static void
test_sign (void)
{
  TenkenAnswerSign *sign = TENKEN_ANSWER_SIGN (g_object_ref_sink (tenken_answer_sign_new (TNK_ANSWER_VALUE_PARTIAL)));

  gtk_test_accessible_assert_role (sign, GTK_ACCESSIBLE_ROLE_IMG);
  for (TnkAnswerValue value = TNK_ANSWER_VALUE_UNANSWERED; value < TNK_N_ANSWER_VALUES; value++) {
    tenken_answer_sign_set_value (sign, value);
    g_assert_cmpint (tenken_answer_sign_get_value (sign), ==, value);
    gtk_test_accessible_assert_property (sign, GTK_ACCESSIBLE_PROPERTY_LABEL, words[value]);
    for (TnkAnswerValue other = TNK_ANSWER_VALUE_UNANSWERED; other < TNK_N_ANSWER_VALUES; other++)
      g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (sign), tenken_answer_get_css_class (other)), ==,
                       other == value);
  }
  g_assert_finalize_object (sign);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/AnswerChoice/accessible", test_accessible);
  g_test_add_func ("/Tenken/AnswerChoice/value", test_value);
  g_test_add_func ("/Tenken/AnswerChoice/choose", test_choose);
  g_test_add_func ("/Tenken/AnswerChoice/question", test_question);
  g_test_add_func ("/Tenken/AnswerChoice/excepted", test_excepted);
  g_test_add_func ("/Tenken/AnswerChoice/detail", test_detail);
  g_test_add_func ("/Tenken/AnswerSign/values", test_sign);
  return g_test_run ();
}
