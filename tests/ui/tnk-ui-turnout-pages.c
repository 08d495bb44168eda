/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <glib/gi18n.h>

#include "tenken-paper-view.h"
#include "tenken-table.h"
#include "tenken-turnout-view.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-turnout-pages.h"

static GtkWidget *
find_button (GtkWidget *below,
             const char *label)
{
  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = gtk_widget_get_mapped (child) ? find_button (child, label) : NULL;

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (TnkUi *ui,
       const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (tnk_ui_desk_get_page (ui)), label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (user_data) != NULL;
}

static void
ask (TnkUi *ui,
     const char *label)
{
  press (ui, label);
  tnk_ui_wait (has_dialog, ui, "the dialog");
}

/* --- one department --- */

static gboolean
shows_paper (gpointer user_data)
{
  return gtk_widget_get_mapped (tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (user_data)), TENKEN_TYPE_PAPER_VIEW));
}

/* What the first of those handed in who did. */
static void
open_paper (TnkUi *ui)
{
  GtkWidget *view = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), TENKEN_TYPE_TURNOUT_VIEW);
  GListModel *seen = tenken_table_get_seen (TENKEN_TABLE (tnk_ui_find (view, TENKEN_TYPE_TABLE)));

  for (guint i = 0; i < g_list_model_get_n_items (seen); i++) {
    g_autoptr (TnkTurnoutPerson) person = g_list_model_get_item (seen, i);

    if (tnk_turnout_person_get_state (person) == TNK_TURNOUT_STATE_SUBMITTED) {
      tenken_turnout_view_open (TENKEN_TURNOUT_VIEW (view), tnk_turnout_person_get_id (person));
      tnk_ui_wait (shows_paper, ui, "what was handed in");
      return;
    }
  }
}

void
tnk_ui_turnout_show_paper (TnkUi *ui,
                           TenkenRound *round)
{
  open_paper (ui);
}

void
tnk_ui_turnout_show_return (TnkUi *ui,
                            TenkenRound *round)
{
  open_paper (ui);
  ask (ui, _ ("Send back…"));
}

void
tnk_ui_turnout_show_close (TnkUi *ui,
                           TenkenRound *round)
{
  ask (ui, _ ("Close the department…"));
}

void
tnk_ui_turnout_show_remind (TnkUi *ui,
                            TenkenRound *round)
{
  ask (ui, _ ("Remind…"));
}

/* What there is to see where the campaign shows counts only. */
void
tnk_ui_turnout_show_counts (TnkUi *ui,
                            TenkenRound *round)
{
  TenkenDesk *desk = tnk_ui_desk_get (ui);
  GtkWidget *view = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), TENKEN_TYPE_TURNOUT_VIEW);
  g_autofree char *today = tnk_store_dup_today (ui->stores[ui->body]);
  g_autoptr (TnkTurnout) turnout = tnk_store_load_turnout (ui->stores[ui->body], tenken_desk_get_campaign_id (desk),
                                                           tenken_desk_get_department_id (desk), FALSE, NULL, NULL);

  tenken_turnout_view_show (TENKEN_TURNOUT_VIEW (view), turnout, today);
}

/* The page read anew where the campaign shows counts only: what comes from too few people is not in it. The body is others’ too, and
 * is put back. */
void
tnk_ui_turnout_show_few (TnkUi *ui,
                         TenkenRound *round)
{
  TenkenDesk *desk = tnk_ui_desk_get (ui);
  TnkStore *store = ui->stores[ui->body];
  g_autofree char *id = g_strdup (tenken_desk_get_campaign_id (desk));

  g_assert_true (tnk_store_set_visibility (store, id, TNK_VISIBILITY_COUNTS, NULL));
  tenken_desk_changed (desk);
  tnk_ui_desk_settle (ui);
  g_assert_true (tnk_store_set_visibility (store, id, TNK_VISIBILITY_NAMES, NULL));
}

/* --- all departments --- */

void
tnk_ui_turnout_show_tree (TnkUi *ui,
                          TenkenRound *round)
{
  GtkWidget *button = find_button (GTK_WIDGET (tnk_ui_desk_get_page (ui)), _ ("As a tree"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

void
tnk_ui_turnout_show_part (TnkUi *ui,
                          TenkenRound *round)
{
  GtkWidget *table = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (ui)), TENKEN_TYPE_TABLE);
  g_autoptr (GObject) first = g_list_model_get_item (tenken_table_get_seen (TENKEN_TABLE (table)), 0);

  g_signal_emit_by_name (table, "open", first);
  tnk_ui_desk_settle (ui);
}
