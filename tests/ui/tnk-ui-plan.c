/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-plan.h"

#include "tenken-action-dialog.h"
#include "tenken-conflict-dialog.h"
#include "tenken-plan-import.h"
#include "tenken-plan-proposals.h"

static GtkWindow *
get_window (TnkUi *ui)
{
  return GTK_WINDOW (ui->window);
}

static TnkDesk *
sit_down (TnkUi *ui)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (tnk_ui_get_store (ui, ui->body), tnk_person_get_id (tnk_session_get_person (ui->session)), &error);

  if (desk == NULL)
    g_error ("%s", error->message);
  return desk;
}

TnkPlanView *
tnk_ui_plan_load (TnkUi *ui)
{
  g_autoptr (TnkDesk) desk = sit_down (ui);
  g_autoptr (GError) error = NULL;
  TnkPlanView *view = tnk_desk_load_plan (desk, tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)),
                                          tenken_desk_get_department_id (tnk_ui_desk_get (ui)), &error);

  if (view == NULL)
    g_error ("%s", error->message);
  return view;
}

char *
tnk_ui_plan_edit (TnkUi *ui,
                  const char *const *edits)
{
  g_autoptr (TnkDesk) desk = sit_down (ui);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  char *filename = g_build_filename (ui->dir, "plan.xlsx", NULL);
  int status;

  if (!tnk_desk_write_plan_sheet (desk, tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)),
                                  tenken_desk_get_department_id (tnk_ui_desk_get (ui)), filename, NULL, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (arguments, g_strdup ("/usr/bin/python3"));
  g_ptr_array_add (arguments, g_test_build_filename (G_TEST_DIST, "edit_plan.py", NULL));
  g_ptr_array_add (arguments, g_strdup (filename));
  for (guint i = 0; edits[i] != NULL; i++)
    g_ptr_array_add (arguments, g_strdup (edits[i]));
  g_ptr_array_add (arguments, NULL);
  if (!g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
  return filename;
}

void
tnk_ui_plan_meddle (TnkUi *ui,
                    const char *id,
                    TnkActionField field,
                    const char *value)
{
  TnkStore *store = tnk_ui_get_store (ui, ui->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkPlan) plan = tnk_store_load_plan (store, tenken_desk_get_campaign_id (tnk_ui_desk_get (ui)), &error);
  TnkAction *stored = plan != NULL ? tnk_plan_lookup (plan, id) : NULL;
  g_autoptr (TnkAction) action = stored != NULL ? tnk_action_copy (stored) : NULL, saved = NULL;

  if (action != NULL && tnk_action_set (action, field, value, &error))
    saved = tnk_store_save_action (store, action, NULL, NULL, &error);
  if (saved == NULL)
    g_error ("%s: %s", id, error != NULL ? error->message : "there is none");
}

/* --- the list of pages --- */

/* An action about all departments, with as much to say as there may be. */
static void
add_one (TnkUi *ui)
{
  TnkStore *store = tnk_ui_get_store (ui, ui->body);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkPlan) plan = tnk_store_load_plan (store, "2026", &error);
  TnkCampaign *campaign = plan != NULL ? tnk_plan_get_campaign (plan) : NULL;
  g_autoptr (TnkAction) action = NULL, stored = NULL;

  if (plan == NULL)
    g_error ("%s", error->message);
  if (tnk_plan_get_n_actions (plan) > 0)
    return;
  action = tnk_action_new (campaign, tnk_catalog_get_control (tnk_campaign_get_catalog (campaign), 0));
  if (tnk_action_set (action, TNK_ACTION_FIELD_DEPARTMENTS, "D2\nD1", &error) &&
      tnk_action_set (action, TNK_ACTION_FIELD_WHAT, "<b>毎朝</b> &%s 情報セキュリティインシデント対応体制を確認し、結果を課ごとに記録する。", &error) &&
      tnk_action_set (action, TNK_ACTION_FIELD_OWNER, "person:P0002", &error) &&
      tnk_action_set (action, TNK_ACTION_FIELD_DUE, "2026-10-31", &error) &&
      tnk_action_set (action, TNK_ACTION_FIELD_STATUS, "under_way", &error) &&
      tnk_action_add_note (action, NULL, NULL, "<i>着手</i>しました %n", &error))
    stored = tnk_store_save_action (store, action, "P0002", NULL, &error);
  if (stored == NULL)
    g_error ("%s", error->message);
}

/* The city has a plan since last year; the other bodies get an action. */
void
tnk_ui_plan_fill (TnkUi *ui,
                  TenkenRound *round)
{
  if (ui->body == TNK_UI_DEMO)
    tenken_desk_set_campaign_id (tnk_ui_desk_get (ui), "2025");
  else
    add_one (ui);
  tenken_desk_changed (tnk_ui_desk_get (ui));
  tnk_ui_desk_settle (ui);
}

static TnkAction *
find_open_action (TnkPlan *plan)
{
  for (guint i = 0; i < tnk_plan_get_n_actions (plan); i++)
    if (tnk_action_status_is_open (tnk_action_get_status (tnk_plan_get_action (plan, i))))
      return tnk_plan_get_action (plan, i);
  g_error ("the plan has no open action");
}

void
tnk_ui_plan_open_action (TnkUi *ui,
                         TenkenRound *round)
{
  g_autoptr (TnkPlanView) view = NULL;

  tnk_ui_plan_fill (ui, round);
  view = tnk_ui_plan_load (ui);
  gtk_window_present (GTK_WINDOW (tenken_action_dialog_new (get_window (ui), tnk_ui_desk_get (ui), view, find_open_action (tnk_plan_view_get_plan (view)))));
}

void
tnk_ui_plan_open_new (TnkUi *ui,
                      TenkenRound *round)
{
  g_autoptr (TnkPlanView) view = NULL;

  tnk_ui_plan_fill (ui, round);
  view = tnk_ui_plan_load (ui);
  gtk_window_present (GTK_WINDOW (tenken_action_dialog_new (get_window (ui), tnk_ui_desk_get (ui), view, NULL)));
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (user_data) != NULL;
}

void
tnk_ui_plan_open_proposals (TnkUi *ui,
                            TenkenRound *round)
{
  g_autoptr (TnkPlanView) view = tnk_ui_plan_load (ui);

  tenken_plan_propose (GTK_WIDGET (tnk_ui_desk_get_page (ui)), tnk_ui_desk_get (ui), view);
  tnk_ui_wait (has_dialog, ui, "the proposals");
}

void
tnk_ui_plan_open_conflict (TnkUi *ui,
                           TenkenRound *round)
{
  GtkWidget *dialog = tenken_conflict_dialog_new (get_window (ui), "Somebody else changed this action", "Nothing was stored yet. Choose for each value which one stays.", "What you typed");

  tenken_conflict_dialog_add (TENKEN_CONFLICT_DIALOG (dialog), "期限", "2026-12-31", "2027-03-31", TENKEN_SIDE_NONE);
  tenken_conflict_dialog_add (TENKEN_CONFLICT_DIALOG (dialog), "実施すること", "離席するときは必ず画面を閉じるよう、朝礼で月に一度確認し、課ごとに結果を記録する。",
                              "離席時の画面ロックを、端末の設定で5分に統一する。", TENKEN_SIDE_NEW);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
read_file (TnkUi *ui,
           const char *const *edits)
{
  g_autofree char *filename = tnk_ui_plan_edit (ui, edits);

  tenken_plan_import_file (GTK_WIDGET (tnk_ui_desk_get_page (ui)), tnk_ui_desk_get (ui), filename);
  tnk_ui_wait (has_dialog, ui, "what the workbook says");
}

void
tnk_ui_plan_open_preview (TnkUi *ui,
                          TenkenRound *round)
{
  g_autoptr (TnkPlanView) view = NULL;
  const char *id;
  g_autofree char *what = NULL, *note = NULL;

  tnk_ui_plan_fill (ui, round);
  view = tnk_ui_plan_load (ui);
  id = tnk_action_get_id (find_open_action (tnk_plan_view_get_plan (view)));
  what = g_strdup_printf ("%s 実施すること 朝礼で月に一度確認し、課ごとに結果を記録する。", id);
  note = g_strdup_printf ("%s 進捗メモ（追記） 課長会議で説明した", id);
  read_file (ui, (const char *const[]){what, note, NULL});
}

void
tnk_ui_plan_open_problems (TnkUi *ui,
                           TenkenRound *round)
{
  g_autoptr (TnkPlanView) view = NULL;
  const char *id;
  g_autofree char *due = NULL, *owner = NULL;

  tnk_ui_plan_fill (ui, round);
  view = tnk_ui_plan_load (ui);
  id = tnk_action_get_id (find_open_action (tnk_plan_view_get_plan (view)));
  due = g_strdup_printf ("%s 期限 いつか", id);
  owner = g_strdup_printf ("%s 担当 だれか", id);
  read_file (ui, (const char *const[]){due, owner, NULL});
}
