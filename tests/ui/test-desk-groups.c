/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-desk-finder.h"
#include "tenken-desk-group-bar.h"
#include "tenken-desk-place-list.h"
#include "tnk-ui-check.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-sample.h"

/* Places that share a name in the sidebar: which of them is shown, where the keys lead, and what is remembered. */

/* More than this nobody takes in at a glance. */
#define MOST_ENTRIES 7

static TnkUi ui;

static const TenkenDeskGroup figures = {"数字", "view-grid-symbolic"};

#define SECRETARIAT TNK_RIGHTS_SECRETARIAT
#define BOTH (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_DEPARTMENT)

static const TenkenDeskPlace places[] = {
  {BOTH, "home", "概要", "go-home-symbolic", tnk_ui_sample_new, NULL},
  {SECRETARIAT, "heat", "部署×章", NULL, tnk_ui_sample_new, &figures},
  {BOTH, "detail", NULL, NULL, tnk_ui_sample_new, NULL},
  {BOTH, "trend", "推移", NULL, tnk_ui_sample_new, &figures},
  {BOTH, "plan", "改善計画", "checkbox-checked-symbolic", tnk_ui_sample_new, NULL},
  {TNK_RIGHTS_DEPARTMENT, "heat", "章別", NULL, tnk_ui_sample_new, &figures},
  {0},
};

static TenkenDeskView *
open_desk (TnkRights office)
{
  TenkenDeskView *view;

  tnk_ui_sample_reset ();
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  view = tnk_ui_desk_show (&ui, office, places);
  tnk_ui_desk_settle (&ui);
  return view;
}

static GtkWidget *
get_bar (void)
{
  return tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), TENKEN_TYPE_DESK_GROUP_BAR);
}

static GtkWidget *
get_entries (void)
{
  return tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), TENKEN_TYPE_DESK_PLACE_LIST);
}

/* The button of this number in the bar or the sidebar. */
static GtkWidget *
get_button (GtkWidget *within,
            guint number)
{
  GtkWidget *button = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (within)));

  while (button != NULL && number-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button;
}

static guint
find_marked (GtkWidget *within)
{
  guint n = 0, marked = G_MAXUINT;

  for (GtkWidget *button; (button = get_button (within, n)) != NULL; n++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button))) {
      g_assert_cmpuint (marked, ==, G_MAXUINT);
      marked = n;
    }
  return marked;
}

static void
go (const char *place)
{
  tenken_desk_go (tnk_ui_desk_get (&ui), place);
  tnk_ui_desk_settle (&ui);
}

static void
act (const char *action,
     const char *format,
     int argument)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (tnk_ui_desk_get_view (&ui)), action, format, argument));
  tnk_ui_desk_settle (&ui);
}

#define assert_at(place) g_assert_cmpstr (tenken_desk_view_get_place (tnk_ui_desk_get_view (&ui)), ==, place)

/* --- the places of the program --- */

static void
check_office (TnkRights office)
{
  g_autoptr (GPtrArray) entries = tenken_desk_places_list_entries (tenken_desk_places, office);

  g_assert_cmpuint (entries->len, >, 0);
  g_assert_cmpuint (entries->len, <=, MOST_ENTRIES);
  for (guint i = 0; i < entries->len; i++) {
    const TenkenDeskPlace *entry = g_ptr_array_index (entries, i);

    g_assert_nonnull (entry->group != NULL ? entry->group->icon_name : entry->icon_name);
    if (entry->group != NULL) {
      g_autoptr (GPtrArray) members = tenken_desk_places_list_group (tenken_desk_places, office, entry->group);
      /* One by itself needs no name besides its own. */
      g_assert_cmpuint (members->len, >=, 2);
    }
  }
}

static void
check_ids (TnkRights office)
{
  for (const TenkenDeskPlace *place = tenken_desk_places; place->id != NULL; place++)
    if (place->offices & office)
      g_assert_true (tenken_desk_places_find (tenken_desk_places, office, place->id) == place);
}

static void
test_few (void)
{
  for (guint office = TNK_RIGHTS_DEPARTMENT; office <= TNK_RIGHTS_OWN; office <<= 1) {
    check_office (office);
    check_ids (office);
  }
}

static void
test_entries (void)
{
  g_autoptr (GPtrArray) entries = tenken_desk_places_list_entries (places, SECRETARIAT);
  g_autoptr (GPtrArray) members = tenken_desk_places_list_group (places, TNK_RIGHTS_DEPARTMENT, &figures);

  g_assert_cmpuint (entries->len, ==, 3);
  g_assert_true (g_ptr_array_index (entries, 0) == &places[0]);
  g_assert_true (g_ptr_array_index (entries, 1) == &places[1]);
  g_assert_true (g_ptr_array_index (entries, 2) == &places[4]);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_true (g_ptr_array_index (members, 0) == &places[3]);
  g_assert_true (g_ptr_array_index (members, 1) == &places[5]);
  g_assert_true (tenken_desk_places_are_together (&places[1], &places[3]));
  g_assert_true (tenken_desk_places_are_together (&places[0], &places[0]));
  /* What is in no group is not in one with all others. */
  g_assert_false (tenken_desk_places_are_together (&places[0], &places[4]));
}

/* --- at the desk --- */

static void
test_bar (void)
{
  open_desk (SECRETARIAT);
  g_assert_false (gtk_widget_get_visible (get_bar ()));
  g_assert_cmpuint (find_marked (get_entries ()), ==, 0);
  go ("trend/5.4");
  g_assert_true (gtk_widget_get_visible (get_bar ()));
  g_assert_cmpuint (find_marked (get_entries ()), ==, 1);
  g_assert_cmpuint (find_marked (get_bar ()), ==, 1);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (get_bar (), 0))), ==, "部署×章");
  g_assert_null (get_button (get_bar (), 2));
  g_signal_emit_by_name (get_button (get_bar (), 0), "clicked");
  tnk_ui_desk_settle (&ui);
  assert_at ("heat");
  g_assert_cmpuint (find_marked (get_bar ()), ==, 0);
  go ("plan");
  g_assert_false (gtk_widget_get_visible (get_bar ()));
  g_assert_cmpuint (find_marked (get_entries ()), ==, 2);
  tnk_ui_close (&ui);
}

/* A group leads to what was looked at last in it. */
static void
test_last (void)
{
  open_desk (SECRETARIAT);
  act ("desk.place", "u", 1);
  assert_at ("heat");
  go ("trend");
  go ("plan");
  act ("desk.place", "u", 1);
  assert_at ("trend");
  act ("desk.place", "u", 0);
  g_signal_emit_by_name (get_button (get_entries (), 1), "clicked");
  assert_at ("trend");
  tnk_ui_close (&ui);
}

/* Neither another office nor another person begins where this one was. */
static void
test_forgotten (void)
{
  TenkenDesk *desk;

  open_desk (SECRETARIAT);
  desk = tnk_ui_desk_get (&ui);
  go ("trend");
  tenken_desk_set_office (desk, TNK_RIGHTS_DEPARTMENT);
  tnk_ui_desk_settle (&ui);
  assert_at ("home");
  go ("heat");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (get_bar (), 1))), ==, "章別");
  tenken_desk_set_office (desk, SECRETARIAT);
  tnk_ui_desk_settle (&ui);
  act ("desk.place", "u", 1);
  assert_at ("heat");
  tnk_ui_close (&ui);
  open_desk (SECRETARIAT);
  act ("desk.place", "u", 1);
  assert_at ("heat");
  tnk_ui_close (&ui);
}

/* The buttons of a group are those of the office, also where both begin with the same place of it. */
static void
test_office (void)
{
  static const TenkenDeskPlace shared[] = {
    {BOTH, "trend", "推移", NULL, tnk_ui_sample_new, &figures},
    {SECRETARIAT, "heat", "部署×章", NULL, tnk_ui_sample_new, &figures},
    {TNK_RIGHTS_DEPARTMENT, "heat", "章別", NULL, tnk_ui_sample_new, &figures},
    {0},
  };

  tnk_ui_sample_reset ();
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  tnk_ui_desk_show (&ui, SECRETARIAT, shared);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (get_bar (), 1))), ==, "部署×章");
  tenken_desk_set_office (tnk_ui_desk_get (&ui), TNK_RIGHTS_DEPARTMENT);
  tnk_ui_desk_settle (&ui);
  assert_at ("trend");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_button (get_bar (), 1))), ==, "章別");
  tnk_ui_close (&ui);
}

/* A detail stands under the place from which it was reached, also on the way back, and needs no bar. */
static void
test_detail (void)
{
  open_desk (SECRETARIAT);
  go ("trend");
  go ("detail/1");
  g_assert_false (gtk_widget_get_visible (get_bar ()));
  g_assert_cmpuint (find_marked (get_entries ()), ==, 1);
  go ("detail/2");
  go ("plan");
  g_assert_cmpuint (find_marked (get_entries ()), ==, 2);
  act ("desk.back", NULL, 0);
  assert_at ("detail/2");
  g_assert_cmpuint (find_marked (get_entries ()), ==, 1);
  g_assert_false (gtk_widget_get_visible (get_bar ()));
  /* What is marked leads out of it. */
  g_signal_emit_by_name (get_button (get_entries (), 1), "clicked");
  assert_at ("trend");
  g_assert_true (gtk_widget_get_visible (get_bar ()));
  tnk_ui_close (&ui);
}

/* --- keys --- */

static GtkWidget *
get_focus (void)
{
  return gtk_root_get_focus (GTK_ROOT (ui.window));
}

static gboolean
has_focus (GtkWidget *within)
{
  return get_focus () != NULL && gtk_widget_is_ancestor (get_focus (), within);
}

static void
test_beside (void)
{
  open_desk (SECRETARIAT);
  act ("desk.beside", "i", 1);
  assert_at ("home");
  go ("heat");
  act ("desk.beside", "i", -1);
  assert_at ("heat");
  act ("desk.beside", "i", 1);
  assert_at ("trend");
  act ("desk.beside", "i", 1);
  assert_at ("trend");
  act ("desk.beside", "i", -1);
  assert_at ("heat");
  g_assert_true (has_focus (GTK_WIDGET (tnk_ui_desk_get_page (&ui))));
  tnk_ui_close (&ui);
}

/* The keys stay in the bar while its places are walked through, and go to the page with any other place. */
static void
test_focus (void)
{
  GtkWidget *first;

  open_desk (SECRETARIAT);
  go ("heat");
  first = get_button (get_bar (), 0);
  tnk_ui_settle (GTK_WINDOW (ui.window), 1280, 800);
  gtk_widget_grab_focus (first);
  gtk_widget_child_focus (GTK_WIDGET (ui.window), GTK_DIR_RIGHT);
  g_assert_true (get_focus () == get_button (get_bar (), 1));
  g_signal_emit_by_name (get_focus (), "clicked");
  tnk_ui_desk_settle (&ui);
  assert_at ("trend");
  g_assert_true (get_focus () == get_button (get_bar (), 1));
  gtk_widget_child_focus (GTK_WIDGET (ui.window), GTK_DIR_LEFT);
  g_assert_true (get_focus () == first);
  go ("plan");
  g_assert_true (has_focus (GTK_WIDGET (tnk_ui_desk_get_page (&ui))));
  tnk_ui_close (&ui);
}

/* F6 goes round, however often, and comes to what is marked. */
static void
test_turn (void)
{
  TenkenDeskView *view = open_desk (SECRETARIAT);
  GtkWidget *top = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), TENKEN_TYPE_DESK_VIEW, "top"));

  go ("heat");
  for (guint i = 0; i < 2; i++) {
    g_assert_true (has_focus (GTK_WIDGET (tnk_ui_desk_get_page (&ui))));
    act ("desk.turn", NULL, 0);
    g_assert_true (get_focus () == get_button (get_entries (), 1));
    act ("desk.turn", NULL, 0);
    g_assert_true (has_focus (top));
    act ("desk.turn", NULL, 0);
  }
  gtk_widget_grab_focus (get_button (get_bar (), 0));
  act ("desk.turn", NULL, 0);
  g_assert_true (has_focus (GTK_WIDGET (tnk_ui_desk_get_page (&ui))));
  tnk_ui_close (&ui);
}

/* Where the sidebar has no room of its own, the bar is there all the same. */
static void
test_folded (void)
{
  TenkenDeskView *view = open_desk (SECRETARIAT);
  AdwFlap *flap = ADW_FLAP (gtk_widget_get_template_child (GTK_WIDGET (view), TENKEN_TYPE_DESK_VIEW, "flap"));

  g_settings_set_int (ui.settings, "text-scale", 200);
  tnk_ui_settle (GTK_WINDOW (ui.window), 1024, 600);
  g_assert_true (adw_flap_get_folded (flap));
  go ("heat");
  act ("desk.sidebar", NULL, 0);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  g_assert_true (get_focus () == get_button (get_entries (), 1));
  g_signal_emit_by_name (get_focus (), "clicked");
  tnk_ui_desk_settle (&ui);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  g_assert_true (has_focus (GTK_WIDGET (tnk_ui_desk_get_page (&ui))));
  g_assert_true (gtk_widget_get_mapped (get_button (get_bar (), 1)));
  g_settings_reset (ui.settings, "text-scale");
  tnk_ui_close (&ui);
}

/* --- searching --- */

static void
wait_a_little (void)
{
  gint64 end = g_get_monotonic_time () + 300000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* Types and presses Enter at once. */
static void
find (const char *words)
{
  GtkWidget *view = GTK_WIDGET (tnk_ui_desk_get_view (&ui)), *finder = tnk_ui_find (view, TENKEN_TYPE_DESK_FINDER);
  GtkWidget *search = GTK_WIDGET (gtk_widget_get_template_child (finder, TENKEN_TYPE_DESK_FINDER, "search"));

  gtk_widget_activate_action (view, "desk.search", NULL);
  wait_a_little ();
  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "activate");
  wait_a_little ();
}

/* Each place by its own name, in this office only; by that of its group where no other has it. */
static void
test_found (void)
{
  open_desk (SECRETARIAT);
  find ("推移");
  assert_at ("trend");
  find ("ｶｲｾﾞﾝ計画");
  assert_at ("trend");
  find ("計画");
  assert_at ("plan");
  find ("章別");
  assert_at ("plan");
  find ("数字");
  assert_at ("heat");
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/DeskPlaces/few", test_few);
  g_test_add_func ("/Tenken/DeskPlaces/entries", test_entries);
  g_test_add_func ("/Tenken/DeskGroups/bar", test_bar);
  g_test_add_func ("/Tenken/DeskGroups/last", test_last);
  g_test_add_func ("/Tenken/DeskGroups/forgotten", test_forgotten);
  g_test_add_func ("/Tenken/DeskGroups/office", test_office);
  g_test_add_func ("/Tenken/DeskGroups/detail", test_detail);
  g_test_add_func ("/Tenken/DeskGroups/beside", test_beside);
  g_test_add_func ("/Tenken/DeskGroups/focus", test_focus);
  g_test_add_func ("/Tenken/DeskGroups/turn", test_turn);
  g_test_add_func ("/Tenken/DeskGroups/folded", test_folded);
  g_test_add_func ("/Tenken/DeskGroups/found", test_found);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
