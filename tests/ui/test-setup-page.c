/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tenken-compare-page.h"
#include "tenken-setup-page.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-setup.h"

/* The way of a campaign as the secretariat goes it: through the steps of the assistant, kept in preparation, opened, closed. */

static TnkUi ui;

static GtkWidget *
find_button (GtkWidget *below,
             const char *label)
{
  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, label);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* A label that begins so. */
static GtkWidget *
find_text (GtkWidget *below,
           const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (below) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (below)), text))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_text (child, text);
  return found;
}

static void
press (const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static TenkenSetupPage *
get_page (void)
{
  return TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (&ui));
}

static TnkCampaign *
find_campaign (const char *id)
{
  GPtrArray *campaigns = tenken_desk_get_campaigns (tnk_ui_desk_get (&ui));

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    if (g_str_equal (tnk_campaign_get_id (campaigns->pdata[i]), id))
      return campaigns->pdata[i];
  return NULL;
}

typedef struct
{
  const char *id;
  TnkCampaignState state;
} Wanted;

static gboolean
is_in_state (gpointer user_data)
{
  const Wanted *wanted = user_data;
  TnkCampaign *campaign = find_campaign (wanted->id);

  return campaign != NULL && tnk_campaign_get_state (campaign) == wanted->state;
}

static void
wait_for (const char *id,
          TnkCampaignState state)
{
  Wanted wanted = {id, state};

  tnk_ui_wait (is_in_state, &wanted, "the state of the campaign");
  tnk_ui_desk_settle (&ui);
}

static void
answer_dialog (void)
{
  GtkWindow *dialog = tnk_ui_find_dialog (&ui);

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "do");
}

/* Nothing is in the store before the last step, and what was chosen is still there after a look at another page. */
static void
test_way (void)
{
  TenkenSetup *setup;

  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, TNK_RIGHTS_SECRETARIAT, "setup");
  setup = tenken_setup_page_get_setup (get_page ());
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_ID, "2030");
  for (guint i = 0; i < TENKEN_SETUP_STEP_START; i++)
    press ("Next");
  g_assert_null (find_campaign ("2030"));
  tenken_desk_go (tnk_ui_desk_get (&ui), "campaign");
  tnk_ui_desk_settle (&ui);
  tenken_desk_go (tnk_ui_desk_get (&ui), "setup");
  tnk_ui_desk_settle (&ui);
  g_assert_true (tenken_setup_page_get_setup (get_page ()) == setup);
  g_assert_cmpstr (tenken_setup_get_text (setup, TENKEN_SETUP_TEXT_ID), ==, "2030");
  press ("Keep it in preparation");
  wait_for ("2030", TNK_CAMPAIGN_STATE_PREPARED);
  press ("Open the campaign…");
  answer_dialog ();
  wait_for ("2030", TNK_CAMPAIGN_STATE_OPEN);
  press ("Close…");
  answer_dialog ();
  wait_for ("2030", TNK_CAMPAIGN_STATE_CLOSED);
  tnk_ui_close (&ui);
}

/* What is to be mended keeps the person in the step, which can be gone back from. */
static void
test_problem (void)
{
  TenkenSetup *setup;
  GtkWidget *next;

  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, TNK_RIGHTS_SECRETARIAT, "setup");
  setup = tenken_setup_page_get_setup (get_page ());
  next = find_button (GTK_WIDGET (get_page ()), "Next");
  g_assert_true (gtk_widget_get_sensitive (next));
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_TITLE, "");
  g_assert_false (gtk_widget_get_sensitive (next));
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_TITLE, "x");
  press ("Next");
  press ("Back");
  g_assert_false (gtk_widget_get_sensitive (find_button (GTK_WIDGET (get_page ()), "Back")));
  tnk_ui_close (&ui);
}

#define CHANGES "What changed since the campaign before"

/* As find_button (), of what is on the screen. */
static GtkWidget *
find_mapped (GtkWidget *below,
             const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (below) || (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0))
    return gtk_widget_get_mapped (below) ? below : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_mapped (child, label);
  return found;
}

static GtkWidget *
find_changes (void)
{
  return find_mapped (GTK_WIDGET (get_page ()), CHANGES);
}

/* From two steps to what changed and back: at the same step, with all that was chosen. */
static void
test_changes (void)
{
  static const guint seen_in[] = {TENKEN_SETUP_STEP_CATALOG, TENKEN_SETUP_STEP_CHECK};
  TenkenSetupPage *page;
  TenkenSetup *setup;

  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, TNK_RIGHTS_SECRETARIAT, "setup");
  g_assert_null (find_changes ());
  tnk_ui_setup_choose_edition (&ui);
  page = get_page ();
  setup = tenken_setup_page_get_setup (page);
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_TITLE, "Kept");
  for (guint i = 0; i < G_N_ELEMENTS (seen_in); i++) {
    tenken_setup_page_go (page, seen_in[i]);
    g_assert_nonnull (find_changes ());
    g_signal_emit_by_name (find_changes (), "clicked");
    tnk_ui_desk_settle (&ui);
    g_assert_true (TENKEN_IS_COMPARE_PAGE (tnk_ui_desk_get_page (&ui)));
    g_assert_nonnull (find_text (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), "Old: "));
    gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), "desk.back", NULL);
    tnk_ui_desk_settle (&ui);
    g_assert_true (get_page () == page && tenken_setup_page_get_setup (page) == setup);
    g_assert_nonnull (find_changes ());
    g_assert_cmpstr (tenken_setup_get_text (setup, TENKEN_SETUP_TEXT_TITLE), ==, "Kept");
    g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (tenken_setup_get_campaign (setup))), ==, "fukushima-2023");
  }
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/SetupPage/way", test_way);
  g_test_add_func ("/Tenken/SetupPage/problem", test_problem);
  g_test_add_func ("/Tenken/SetupPage/changes", test_changes);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
