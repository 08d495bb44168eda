/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-question-page.h"
#include "tenken-section-page.h"
#include "tenken-section-row.h"
#include "tnk-ui-answers.h"

static void
show_list (TnkUiAnswers *fixture,
           guint part)
{
  fixture->page = tenken_section_page_new (fixture->round, part);
  tnk_ui_show (tnk_ui_answers_get_ui (), fixture->page);
}

static void
show_question (TnkUiAnswers *fixture,
               guint step)
{
  tenken_round_set_position (fixture->round, step);
  fixture->page = tenken_question_page_new (fixture->round, tnk_ui_answers_get_ui ()->settings);
  tnk_ui_show (tnk_ui_answers_get_ui (), fixture->page);
}

static TenkenAnswerChoice *
get_choice (TnkUiAnswers *fixture)
{
  return TENKEN_ANSWER_CHOICE (tnk_ui_get (fixture->page, TENKEN_TYPE_ANSWER_CHOICE));
}

static TenkenSectionRow *
get_row (TnkUiAnswers *fixture,
         guint step)
{
  GtkWidget *row = tnk_ui_get (fixture->page, TENKEN_TYPE_SECTION_ROW);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (TENKEN_IS_SECTION_ROW (row) && tenken_section_row_get_step (TENKEN_SECTION_ROW (row)) == step)
      return TENKEN_SECTION_ROW (row);
  return NULL;
}

static guint
get_focus_step (void)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (tnk_ui_answers_get_ui ()->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TENKEN_TYPE_SECTION_ROW) : NULL;

  return row != NULL ? tenken_section_row_get_step (TENKEN_SECTION_ROW (row)) : G_MAXUINT;
}

static void
test_list_keys (TnkUiAnswers *fixture,
                gconstpointer data)
{
  g_autofree char *count = NULL;

  tnk_ui_set_previous (fixture, 2, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  tnk_ui_set_previous (fixture, 3, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, "words");
  show_list (fixture, 0);
  g_assert_cmpuint (get_focus_step (), ==, 0);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_Down);
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_press (GDK_KEY_f);
  tnk_ui_press (GDK_KEY_Down);
  tnk_ui_press (GDK_KEY_3);
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_press (GDK_KEY_Down);
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_PARTIAL, NULL);
  tnk_ui_assert_answer (fixture, 2, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, NULL);
  tnk_ui_assert_answer (fixture, 3, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, "words");
  g_assert_true (tnk_questionnaire_get_flagged (fixture->questionnaire, tenken_round_get_item (fixture->round, 1)));
  tnk_ui_press (GDK_KEY_Up);
  g_assert_cmpuint (get_focus_step (), ==, 2);
  tnk_ui_press (GDK_KEY_n);
  g_assert_cmpuint (get_focus_step (), ==, 4);
  count = g_strdup_printf ("4 of %u answered", tenken_round_count (fixture->round, 0));
  g_assert_nonnull (tnk_ui_find_text (fixture->page, count));
}

/* The reason is asked for where there is room. */
static void
test_list_reason (TnkUiAnswers *fixture,
                  gconstpointer data)
{
  tnk_ui_set_previous (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "担当ではない");
  show_list (fixture, 0);
  tnk_ui_press (GDK_KEY_4);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "担当ではない");
  tnk_ui_press (GDK_KEY_Down);
  tenken_question_page_want_reason (fixture->round, 1);
  show_question (fixture, 1);
  g_assert_cmpint (tenken_answer_choice_get_value (get_choice (fixture)), ==, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  show_question (fixture, 1);
  g_assert_cmpint (tenken_answer_choice_get_value (get_choice (fixture)), ==, TNK_ANSWER_VALUE_UNANSWERED);
}

static guint
count_rows (TnkUiAnswers *fixture)
{
  guint n = 0;

  for (guint step = 0; step < tenken_round_get_n_steps (fixture->round); step++) {
    TenkenSectionRow *row = get_row (fixture, step);
    n += row != NULL && gtk_widget_get_visible (GTK_WIDGET (row));
  }
  return n;
}

static gboolean
is_filled (gpointer user_data)
{
  TnkUiAnswers *fixture = user_data;

  return get_row (fixture, tenken_round_get_n_steps (fixture->round) - 1) != NULL;
}

static void
search (TnkUiAnswers *fixture,
        const char *text)
{
  GtkWidget *entry = tnk_ui_get (fixture->page, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_search (TnkUiAnswers *fixture,
             gconstpointer data)
{
  const char *nothing = "No question has these words. Try fewer, or others.";
  GtkWidget *entry;
  guint all;

  show_list (fixture, G_MAXUINT);
  entry = tnk_ui_get (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (tnk_ui_answers_get_ui ()->window)), entry));
  tnk_ui_wait (is_filled, fixture, "the rows");
  all = count_rows (fixture);
  g_assert_cmpuint (all, ==, tenken_round_get_n_steps (fixture->round));
  search (fixture, "5.4-1-1-a");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  search (fixture, "ＰＡＳＳＷＯＲＤ");
  g_assert_cmpuint (count_rows (fixture), >, 1);
  g_assert_cmpuint (count_rows (fixture), <, all);
  search (fixture, "%n <b>");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, nothing));
  g_signal_emit_by_name (entry, "stop-search");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_rows (fixture), ==, all);
  g_assert_null (tnk_ui_find_text (fixture->page, nothing));
}

/* Hundreds of questions are there at once, to the eye. */
static void
test_many (TnkUiAnswers *fixture,
           gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();

  show_list (fixture, G_MAXUINT);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 2);
  g_assert_cmpuint (tenken_round_get_n_steps (fixture->round), >, 300);
  g_assert_nonnull (get_row (fixture, 9));
  tnk_ui_wait (is_filled, fixture, "the rows");
  /* Gone before all are made. */
  show_list (fixture, G_MAXUINT);
  tnk_ui_show (tnk_ui_answers_get_ui (), adw_bin_new ());
  tnk_ui_wait_for (50);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tnk_ui_answers_add ("/Tenken/SectionPage/keys", TNK_UI_STAFF, test_list_keys);
  tnk_ui_answers_add ("/Tenken/SectionPage/reason", TNK_UI_STAFF, test_list_reason);
  tnk_ui_answers_add ("/Tenken/SectionPage/search", TNK_UI_STAFF, test_search);
  tnk_ui_answers_add ("/Tenken/SectionPage/many", TNK_UI_CHIEF, test_many);
  return tnk_ui_answers_run ();
}
