/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-lapsed.h"

#include "tenken-lapsed-list.h"
#include "tenken-paper-view.h"
#include "tnk-ui-records.h"

/* How many rest on it. */
#define ENOUGH 3

static TnkStore *
get_store (TnkUi *ui)
{
  return tnk_ui_get_store (ui, ui->body);
}

static char *
find_department (TnkUi *ui,
                 const char *person_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) body = tnk_store_load_body (get_store (ui), &error);

  g_assert_no_error (error);
  return g_strdup (tnk_department_get_id (tnk_person_get_department (tnk_body_lookup_person (body, person_id))));
}

/* Those of a department that have not begun. */
static GPtrArray *
list_people (TnkUi *ui,
             const char *campaign_id,
             const char *department_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTurnout) turnout = tnk_store_load_turnout (get_store (ui), campaign_id, department_id, TRUE, NULL, &error);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_turnout_get_n_people (turnout) && people->len < ENOUGH; i++)
    if (tnk_turnout_person_get_state (tnk_turnout_get_person (turnout, i)) == TNK_TURNOUT_STATE_NOT_BEGUN)
      g_ptr_array_add (people, g_strdup (tnk_turnout_person_get_id (tnk_turnout_get_person (turnout, i))));
  g_assert_cmpuint (people->len, >, 0);
  return people;
}

static void
answer (TnkUi *ui,
        const char *campaign_id,
        GPtrArray *people)
{
  g_autoptr (GString) text = g_string_new ("person_id,role,control_id,answer,comment\n");
  g_autofree char *path = g_build_filename (ui->dir, "excepted.csv", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  guint n_people;

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s,staff," TNK_UI_LAPSED_CONTROL ",excepted,\n", (char *) people->pdata[i]);
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  if (!tnk_store_import_answers (get_store (ui), campaign_id, path, FALSE, &n_rows, &n_people, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

void
tnk_ui_lapsed_make (TnkUi *ui)
{
  g_autofree char *campaign_id = g_strdup (tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)));
  g_autofree char *manager = tnk_ui_desk_find_person (ui, TNK_RIGHTS_DEPARTMENT), *ciso = tnk_ui_records_find_holder (ui, "ciso");
  g_autofree char *department_id = find_department (ui, manager), *record_id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) there = tnk_store_list_lapsed (get_store (ui), campaign_id, &error), people = NULL;
  g_autoptr (TnkRecord) ended = NULL;

  g_assert_no_error (error);
  if (there->len > 0)
    return;
  record_id = tnk_ui_records_make_exception (ui, manager, TNK_UI_LAPSED_CONTROL, 90);
  people = list_people (ui, campaign_id, department_id);
  answer (ui, campaign_id, people);
  ended = tnk_store_take_record_step (get_store (ui), record_id, 0, "end", ciso, NULL, "装置を入れ替えたため", &error);
  g_assert_no_error (error);
}

/* --- pages --- */

void
tnk_ui_lapsed_show_notice (TnkUi *ui,
                           TenkenRound *round)
{
  tnk_ui_records_fill (ui);
  tnk_ui_lapsed_make (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  tnk_ui_desk_settle (ui);
}

void
tnk_ui_lapsed_show (TnkUi *ui,
                    TenkenRound *round)
{
  tnk_ui_lapsed_show_notice (ui, round);
  tenken_desk_go (tnk_ui_desk_get (ui), "records/lapsed");
  tnk_ui_desk_settle (ui);
}

/* The body is others’ too, and is put back. */
void
tnk_ui_lapsed_show_counts (TnkUi *ui,
                           TenkenRound *round)
{
  g_autofree char *id = g_strdup (tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)));

  g_assert_true (tnk_store_set_visibility (get_store (ui), id, TNK_VISIBILITY_COUNTS, NULL));
  tnk_ui_lapsed_show (ui, round);
  g_assert_true (tnk_store_set_visibility (get_store (ui), id, TNK_VISIBILITY_NAMES, NULL));
}

static gboolean
shows_paper (gpointer user_data)
{
  GtkWidget *view = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (user_data)), TENKEN_TYPE_PAPER_VIEW);

  return view != NULL && tenken_paper_view_get_person (TENKEN_PAPER_VIEW (view)) != NULL;
}

/* The questionnaire of the first of them. */
void
tnk_ui_lapsed_show_paper (TnkUi *ui,
                          TenkenRound *round)
{
  GtkWidget *list, *view;

  tnk_ui_lapsed_show (ui, round);
  list = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), TENKEN_TYPE_LAPSED_LIST);
  view = tnk_ui_find (list, GTK_TYPE_COLUMN_VIEW);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), 0, TRUE);
  gtk_widget_activate_action (list, "lapsed.paper", NULL);
  tnk_ui_wait (shows_paper, ui, "the questionnaire");
  tnk_ui_desk_settle (ui);
}
