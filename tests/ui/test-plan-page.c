/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-action-dialog.h"
#include "tenken-action-form.h"
#include "tenken-conflict-dialog.h"
#include "tenken-day-entry.h"
#include "tenken-plan-changes.h"
#include "tenken-plan-import.h"
#include "tenken-plan-merge.h"
#include "tenken-table.h"
#include "tnk-ui-plan.h"

/* The improvement plan at the secretariat's desk: seen, changed, and read back from a workbook. */

static TnkUi ui;

/* What is stored under the numbers A0001 and so on. */
static const char *const actions[][4] = {
  {"5.4-3-1", "person:P0002", "2026-10-01", "under_way"},
  {"5.4-3-1", "role:manager", "2027-03-31", "planned"},
  {"6.1-2", "role:manager", "2026-09-30", "planned"},
};

static void
store_actions (void)
{
  TnkStore *store = tnk_ui_get_store (&ui, TNK_UI_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkPlan) plan = tnk_store_load_plan (store, "2026", &error);

  g_assert_no_error (error);
  for (guint i = tnk_plan_get_n_actions (plan); i < G_N_ELEMENTS (actions); i++) {
    TnkCampaign *campaign = tnk_plan_get_campaign (plan);
    TnkControl *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), actions[i][0]);
    g_autoptr (TnkAction) action = NULL, stored = NULL;

    g_assert_nonnull (control);
    action = tnk_action_new (campaign, control);
    tnk_action_set (action, TNK_ACTION_FIELD_DEPARTMENTS, "D2", &error);
    tnk_action_set (action, TNK_ACTION_FIELD_WHAT, "画面を閉じることを朝礼で確認する", &error);
    tnk_action_set (action, TNK_ACTION_FIELD_OWNER, actions[i][1], &error);
    tnk_action_set (action, TNK_ACTION_FIELD_DUE, actions[i][2], &error);
    tnk_action_set (action, TNK_ACTION_FIELD_STATUS, actions[i][3], &error);
    g_assert_no_error (error);
    stored = tnk_store_save_action (store, action, NULL, NULL, &error);
    g_assert_no_error (error);
  }
}

/* P0004 of the top department holds no role that owns an action. */
static void
open_page (void)
{
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  store_actions ();
  tnk_ui_sign_in (&ui, "P0002");
  tnk_ui_desk_settle (&ui);
  tenken_desk_set_office (tnk_ui_desk_get (&ui), TNK_RIGHTS_SECRETARIAT);
  tenken_desk_go (tnk_ui_desk_get (&ui), "plan");
  tnk_ui_desk_settle (&ui);
}

static void
close_page (void)
{
  tnk_ui_close_dialogs (&ui);
  tnk_ui_close (&ui);
}

static char *
read_field (const char *id,
            TnkActionField field)
{
  g_autoptr (TnkPlanView) view = tnk_ui_plan_load (&ui);

  return g_strdup (tnk_action_get (tnk_plan_lookup (tnk_plan_view_get_plan (view), id), field));
}

/* --- the list --- */

static char *
list_seen (void)
{
  GtkWidget *table = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), TENKEN_TYPE_TABLE);
  GListModel *seen = tenken_table_get_seen (TENKEN_TABLE (table));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (seen); i++) {
    g_autoptr (TnkAction) action = g_list_model_get_item (seen, i);

    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tnk_action_get_id (action));
  }
  return g_string_free (ids, FALSE);
}

static void
test_list (void)
{
  g_autofree char *all = NULL, *late = NULL, *mine = NULL;

  open_page ();
  all = list_seen ();
  g_assert_cmpstr (all, ==, "A0001 A0002 A0003");
  tenken_desk_go (tnk_ui_desk_get (&ui), "plan/overdue");
  tnk_ui_desk_settle (&ui);
  late = list_seen ();
  g_assert_cmpstr (late, ==, "A0001 A0003");
  close_page ();
}

/* --- changing --- */

static TenkenActionDialog *
open_dialog (const char *id)
{
  g_autoptr (TnkPlanView) view = tnk_ui_plan_load (&ui);
  TnkAction *action = id != NULL ? tnk_plan_lookup (tnk_plan_view_get_plan (view), id) : NULL;
  GtkWidget *dialog = tenken_action_dialog_new (GTK_WINDOW (ui.window), tnk_ui_desk_get (&ui), view, action);

  gtk_window_present (GTK_WINDOW (dialog));
  return TENKEN_ACTION_DIALOG (dialog);
}

static TenkenActionForm *
get_form (TenkenActionDialog *dialog)
{
  return TENKEN_ACTION_FORM (tnk_ui_find (GTK_WIDGET (dialog), TENKEN_TYPE_ACTION_FORM));
}

static void
type_text (TenkenActionDialog *dialog,
           TnkActionField field,
           const char *text)
{
  GtkWidget *widget = tenken_action_form_get_widget (get_form (dialog), field);

  if (TENKEN_IS_DAY_ENTRY (widget))
    tenken_day_entry_set_day (TENKEN_DAY_ENTRY (widget), text, "2026-11-21");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)), text, -1);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
save_and_wait (TenkenActionDialog *dialog)
{
  gpointer watched = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  tnk_ui_wait (is_gone, &watched, "the dialog to close");
  tnk_ui_desk_settle (&ui);
}

static void
test_save (void)
{
  TenkenActionDialog *dialog;
  g_autofree char *what = NULL, *due = NULL;

  open_page ();
  dialog = open_dialog ("A0001");
  type_text (dialog, TNK_ACTION_FIELD_WHAT, "毎週月曜に確認する");
  type_text (dialog, TNK_ACTION_FIELD_DUE, "２０２７／１／５");
  tenken_action_form_set_note (get_form (dialog), "課で決めました");
  save_and_wait (dialog);
  what = read_field ("A0001", TNK_ACTION_FIELD_WHAT);
  due = read_field ("A0001", TNK_ACTION_FIELD_DUE);
  g_assert_cmpstr (what, ==, "毎週月曜に確認する");
  g_assert_cmpstr (due, ==, "2027-01-05");
  close_page ();
}

/* What cannot stand is said in the dialog, which stays with what was typed. */
static void
test_fault (void)
{
  TenkenActionDialog *dialog;
  g_autofree char *due = NULL;

  open_page ();
  dialog = open_dialog ("A0002");
  type_text (dialog, TNK_ACTION_FIELD_DUE, "いつか");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  due = read_field ("A0002", TNK_ACTION_FIELD_DUE);
  g_assert_cmpstr (due, ==, "2027-03-31");
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_page ();
}

/* What was typed is not lost by a key. */
static void
test_leave (void)
{
  TenkenActionDialog *dialog;
  gpointer watched;

  open_page ();
  watched = dialog = open_dialog ("A0002");
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_null (watched);
  watched = dialog = open_dialog ("A0002");
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  type_text (dialog, TNK_ACTION_FIELD_WHAT, "書きかけ");
  gtk_window_close (GTK_WINDOW (dialog));
  g_assert_nonnull (watched);
  gtk_window_destroy (GTK_WINDOW (dialog));
  close_page ();
}

static gboolean
asks (gpointer user_data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (TENKEN_IS_CONFLICT_DIALOG (window->data)) {
      *(gpointer *) user_data = window->data;
      return TRUE;
    }
  return FALSE;
}

/* Says “take these”, as its button does. */
static void
decide (TenkenConflictDialog *conflict)
{
  g_assert_true (tenken_conflict_dialog_is_decided (conflict));
  g_signal_emit_by_name (conflict, "decided");
  gtk_window_destroy (GTK_WINDOW (conflict));
}

/* Two changed it: nothing is stored before it is decided, value by value, and nothing of the other's is lost unseen. */
static void
test_conflict (void)
{
  TenkenActionDialog *dialog;
  TenkenConflictDialog *conflict = NULL;
  g_autofree char *due = NULL, *what = NULL, *resources = NULL;

  open_page ();
  dialog = open_dialog ("A0003");
  type_text (dialog, TNK_ACTION_FIELD_DUE, "2027-02-01");
  type_text (dialog, TNK_ACTION_FIELD_WHAT, "わたしの案");
  tnk_ui_plan_meddle (&ui, "A0003", TNK_ACTION_FIELD_DUE, "2027-05-31");
  tnk_ui_plan_meddle (&ui, "A0003", TNK_ACTION_FIELD_RESOURCES, "30万円");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  tnk_ui_wait (asks, &conflict, "the two sides");
  /* what, which only this side changed; due, which both did; resources, which only the other did */
  g_assert_cmpint (tenken_conflict_dialog_get_side (conflict, 0), ==, TENKEN_SIDE_NEW);
  g_assert_cmpint (tenken_conflict_dialog_get_side (conflict, 1), ==, TENKEN_SIDE_NONE);
  g_assert_cmpint (tenken_conflict_dialog_get_side (conflict, 2), ==, TENKEN_SIDE_STORED);
  g_assert_false (tenken_conflict_dialog_is_decided (conflict));
  tenken_conflict_dialog_choose (conflict, 1, TENKEN_SIDE_STORED);
  decide (conflict);
  save_and_wait (dialog);
  what = read_field ("A0003", TNK_ACTION_FIELD_WHAT);
  due = read_field ("A0003", TNK_ACTION_FIELD_DUE);
  resources = read_field ("A0003", TNK_ACTION_FIELD_RESOURCES);
  g_assert_cmpstr (what, ==, "わたしの案");
  g_assert_cmpstr (due, ==, "2027-05-31");
  g_assert_cmpstr (resources, ==, "30万円");
  close_page ();
}

static void
test_new (void)
{
  TenkenActionDialog *dialog;
  g_autoptr (TnkPlanView) view = NULL;
  guint n;

  open_page ();
  view = tnk_ui_plan_load (&ui);
  n = tnk_plan_get_n_actions (tnk_plan_view_get_plan (view));
  dialog = open_dialog (NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "action.save", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (dialog)));
  tenken_action_form_pick_control (get_form (dialog), "6.1-2");
  tenken_action_form_pick_department (get_form (dialog), "D1");
  type_text (dialog, TNK_ACTION_FIELD_WHAT, "新しい項目");
  save_and_wait (dialog);
  g_clear_object (&view);
  view = tnk_ui_plan_load (&ui);
  g_assert_cmpuint (tnk_plan_get_n_actions (tnk_plan_view_get_plan (view)), ==, n + 1);
  close_page ();
}

static void
test_merge (void)
{
  g_autoptr (TnkPlanView) view = NULL;
  g_autoptr (GPtrArray) pair = g_ptr_array_new ();
  TnkPlan *plan;

  open_page ();
  view = tnk_ui_plan_load (&ui);
  plan = tnk_plan_view_get_plan (view);
  g_ptr_array_add (pair, tnk_plan_lookup (plan, "A0001"));
  g_assert_nonnull (tenken_plan_merge_hindrance (view, pair));
  g_ptr_array_add (pair, tnk_plan_lookup (plan, "A0003"));
  g_assert_nonnull (tenken_plan_merge_hindrance (view, pair));
  pair->pdata[1] = tnk_plan_lookup (plan, "A0002");
  g_assert_null (tenken_plan_merge_hindrance (view, pair));
  close_page ();
}

/* --- the workbook that comes back --- */

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (user_data) != NULL;
}

static GtkWindow *
read_back (const char *filename)
{
  tenken_plan_import_file (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), tnk_ui_desk_get (&ui), filename);
  tnk_ui_wait (has_dialog, &ui, "what the workbook says");
  return tnk_ui_find_dialog (&ui);
}

static gboolean
can_apply (GtkWidget *below)
{
  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (below)), "preview.apply") == 0)
    return gtk_widget_is_sensitive (below);
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (can_apply (child))
      return TRUE;
  return FALSE;
}

/* Every change with its place; what was changed on both sides is shown side by side, and nothing goes in undecided. */
static void
test_preview (void)
{
  static const char *const edits[] = {"A0001 期限 2027-06-30", "A0002 優先度 1　高", "A0002 進捗メモ（追記） 着手した", "A0003 -", NULL};
  g_autofree char *filename = NULL, *due = NULL, *priority = NULL;
  g_autoptr (GListModel) seen = NULL;
  TenkenConflictDialog *conflict;
  TenkenPlanChange *change;
  GtkWindow *preview;
  gpointer watched;
  GtkWidget *table;

  open_page ();
  filename = tnk_ui_plan_edit (&ui, edits);
  tnk_ui_plan_meddle (&ui, "A0001", TNK_ACTION_FIELD_DUE, "2027-12-31");
  preview = read_back (filename);
  g_assert_true (TENKEN_IS_PLAN_PREVIEW (preview));
  table = tnk_ui_find (GTK_WIDGET (preview), TENKEN_TYPE_TABLE);
  seen = g_object_ref (tenken_table_get_seen (TENKEN_TABLE (table)));
  g_assert_cmpuint (g_list_model_get_n_items (seen), ==, 4);
  change = g_list_model_get_item (seen, 0);
  g_assert_true (tenken_plan_change_is_undecided (change));
  g_assert_false (can_apply (GTK_WIDGET (preview)));
  conflict = TENKEN_CONFLICT_DIALOG (tenken_plan_preview_open (TENKEN_PLAN_PREVIEW (preview), tenken_plan_change_get_edit (change)));
  g_object_unref (change);
  tenken_conflict_dialog_choose (conflict, 0, TENKEN_SIDE_NEW);
  decide (conflict);
  g_assert_true (can_apply (GTK_WIDGET (preview)));
  watched = preview;
  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  g_clear_object (&seen);
  gtk_widget_activate_action (GTK_WIDGET (preview), "preview.apply", NULL);
  tnk_ui_wait (is_gone, &watched, "the preview to close");
  due = read_field ("A0001", TNK_ACTION_FIELD_DUE);
  priority = read_field ("A0002", TNK_ACTION_FIELD_PRIORITY);
  g_assert_cmpstr (due, ==, "2027-06-30");
  g_assert_cmpstr (priority, ==, "1");
  close_page ();
}

/* What is wrong is listed with its place, and nothing can be taken in. */
static void
test_problems (void)
{
  static const char *const edits[] = {"A0001 期限 いつか", "A0002 担当 だれか", NULL};
  g_autofree char *filename = NULL;
  GtkWindow *window;
  GtkWidget *table;

  open_page ();
  filename = tnk_ui_plan_edit (&ui, edits);
  window = read_back (filename);
  g_assert_false (TENKEN_IS_PLAN_PREVIEW (window));
  table = tnk_ui_find (GTK_WIDGET (window), TENKEN_TYPE_TABLE);
  g_assert_cmpuint (g_list_model_get_n_items (tenken_table_get_seen (TENKEN_TABLE (table))), ==, 2);
  close_page ();
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/Plan/list", test_list);
  g_test_add_func ("/Tenken/Plan/save", test_save);
  g_test_add_func ("/Tenken/Plan/fault", test_fault);
  g_test_add_func ("/Tenken/Plan/leave", test_leave);
  g_test_add_func ("/Tenken/Plan/conflict", test_conflict);
  g_test_add_func ("/Tenken/Plan/new", test_new);
  g_test_add_func ("/Tenken/Plan/merge", test_merge);
  g_test_add_func ("/Tenken/Plan/preview", test_preview);
  g_test_add_func ("/Tenken/Plan/problems", test_problems);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
