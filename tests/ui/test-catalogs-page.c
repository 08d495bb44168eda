/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>
#include <time.h>

#include "tenken-catalog-control-page.h"
#include "tenken-catalogs-page.h"
#include "tenken-desk-chooser.h"
#include "tenken-heat-field.h"
#include "tenken-heat-map.h"
#include "tenken-table.h"
#include "tnk-ui-desk.h"

/* What somebody at a desk finds in the catalogs. */

#define FRAME_US (1000 * 1000 / 60)

static TnkUi ui;

static void
open_place (TnkRights office,
            const char *place)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, office, place);
}

static GtkWidget *
get_page (void)
{
  return GTK_WIDGET (tnk_ui_desk_get_page (&ui));
}

static TenkenHeatMap *
get_map (void)
{
  return TENKEN_HEAT_MAP (tnk_ui_find (get_page (), TENKEN_TYPE_HEAT_MAP));
}

static GtkWidget *
get_search (void)
{
  return tnk_ui_find (get_page (), GTK_TYPE_SEARCH_ENTRY);
}

static void
type (const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search ()), words);
}

static const char *
get_place (void)
{
  return tenken_desk_view_get_place (tnk_ui_desk_get_view (&ui));
}

/* The first one of a type below a widget whose text begins so; NULL: none. Labels and buttons have texts. */
static GtkWidget *
find_text (GtkWidget *widget,
           GType type,
           const char *begin)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                                                                                              : NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && text != NULL && g_str_has_prefix (text, begin))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_text (child, type, begin);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (const char *begin)
{
  GtkWidget *button = find_text (get_page (), GTK_TYPE_BUTTON, begin);

  if (button == NULL)
    g_error ("there is no button “%s”", begin);
  g_signal_emit_by_name (button, "clicked");
  tnk_ui_desk_settle (&ui);
}

static void
assert_shows (const char *begin)
{
  if (find_text (get_page (), GTK_TYPE_LABEL, begin) == NULL)
    g_error ("“%s” is not shown", begin);
}

/* The clause, what stands there, and between them the title. */
static void
assert_row (guint row,
            guint column,
            const char *clause,
            const char *words)
{
  g_autofree char *says = tenken_heat_map_describe_cell (get_map (), row, column);

  g_test_message ("%s", says);
  g_assert_true (g_str_has_prefix (says, clause));
  g_assert_true (g_str_has_suffix (says, words));
}

/* --- the matrix --- */

static void
test_matrix (void)
{
  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 348);
  assert_row (0, 0, "1 (1) ①  ", ", Level, Required");
  assert_row (0, 2, "1 (1) ①  ", ", CISO, keeps it");
  assert_row (0, 1, "1 (1) ①  ", ", Information Security Committee, no part in it");
  assert_shows ("348 of 348");
  tnk_ui_close (&ui);
}

/* Everybody with a desk has the place, in whichever office. */
static void
test_offices (void)
{
  const TnkRights offices[] = {TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT};

  for (guint i = 0; i < G_N_ELEMENTS (offices); i++) {
    open_place (offices[i], "catalogs/osaka-2021@2021-11");
    g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 282);
    tnk_ui_close (&ui);
  }
}

static void
test_search (void)
{
  guint row, column;

  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  type ("5.4(3)①");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 1);
  assert_shows ("1 of 348");
  g_assert_null (find_text (get_page (), GTK_TYPE_BUTTON, "Osaka"));
  type ("ﾊﾟｽﾜｰﾄﾞ");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), >, 20);
  tenken_heat_map_get_current (get_map (), &row, &column);
  g_assert_cmpuint (column, ==, TENKEN_HEAT_MAP_WHOLE);
  g_assert_cmpuint (row, >, 0);
  press ("Osaka");
  g_assert_cmpstr (get_place (), ==, "catalogs/osaka-2021@2021-11");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_search ())), ==, "ﾊﾟｽﾜｰﾄﾞ");
  assert_shows ("29 of 282");
  type ("nothing of this name");
  type ("xyzzy");
  assert_shows ("0 of 282");
  assert_shows ("Nothing is found");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_map ())));
  type ("");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 282);
  tnk_ui_close (&ui);
}

/* Enter opens what was most likely meant. */
static void
test_best (void)
{
  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  type ("5.4-3-1");
  g_signal_emit_by_name (get_search (), "activate");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_place (), ==, "catalog-control/5.4-3-1@mic-2020@2020-12");
  tnk_ui_close (&ui);
}

static TenkenDeskChooser *
find_chooser (GtkWidget *widget,
              guint *skip)
{
  if (TENKEN_IS_DESK_CHOOSER (widget) && (*skip)-- == 0)
    return TENKEN_DESK_CHOOSER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    TenkenDeskChooser *found = find_chooser (child, skip);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* The catalog, the chapter, the role, the mark. */
static void
choose (guint which,
        const char *id)
{
  g_signal_emit_by_name (find_chooser (get_page (), &which), "chosen", id);
  tnk_ui_desk_settle (&ui);
}

static void
test_filters (void)
{
  guint n;

  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  choose (1, "3");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 6);
  choose (1, "");
  choose (2, "manager");
  n = tenken_heat_map_get_n_rows (get_map ());
  choose (3, "permits");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), <, n);
  assert_row (0, 5, "2 (2) ⑧ (イ)  ", ", Section security manager, permits it");
  /* What another catalog does not have lets nothing through, and is forgotten there. */
  choose (0, "mod-contractor-incident-2020@2020-03");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 0);
  choose (3, "");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 23);
  tnk_ui_close (&ui);
}

static void
test_open (void)
{
  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  g_signal_emit_by_name (get_map (), "open", TENKEN_HEAT_MAP_WHOLE, 8);
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), <, 348);
  g_signal_emit_by_name (get_map (), "open", TENKEN_HEAT_MAP_WHOLE, 8);
  g_assert_cmpuint (tenken_heat_map_get_n_rows (get_map ()), ==, 348);
  g_signal_emit_by_name (get_map (), "open", 0, 3);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_place (), ==, "catalog-control/1-1-1@mic-2020@2020-12");
  tnk_ui_close (&ui);
}

/* The microseconds that this thread has had the processor: what else the machine does is not in it. */
static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* From a letter to the rows that it leaves, over all catalogs that ship, is less than a frame. */
static void
test_speed (void)
{
  static const char *const words[] = {"p", "pa", "pas", "pass", "パ", "パス", "パスワ", "情", "情報", "a", ""};
  gint64 most = 0;

  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gint64 best = G_MAXINT64;

    for (guint round = 0; round < 3; round++) {
      gint64 start;

      type ("x");
      start = get_cpu_time ();
      type (words[i]);
      best = MIN (best, get_cpu_time () - start);
    }
    g_test_message ("“%s”: %.2f ms", words[i], best / 1000.0);
    most = MAX (most, best);
  }
  g_assert_cmpint (most, <, FRAME_US);
  tnk_ui_close (&ui);
}

/* What a frame takes: to put it together, and to paint it. */
static gint64
draw (GtkWidget *field,
      gint64 *painted)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (field));
  gint64 start = get_cpu_time (), made;
  GskRenderNode *node;
  GdkTexture *texture;

  GTK_WIDGET_GET_CLASS (field)->snapshot (field, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  made = get_cpu_time () - start;
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  *painted = get_cpu_time () - start;
  g_object_unref (texture);
  gsk_render_node_unref (node);
  return made;
}

/* Page by page through 348 rows of 13 columns, of which none was drawn before. */
static void
test_scrolling (void)
{
  gint64 most = 0, most_painted = 0, painted;
  GtkAdjustment *rows;
  GtkWidget *field;

  open_place (TNK_RIGHTS_COMMITTEE, "catalogs");
  field = tnk_ui_find (GTK_WIDGET (get_map ()), TENKEN_TYPE_HEAT_FIELD);
  gtk_test_widget_wait_for_draw (field);
  rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (field));
  g_assert_cmpfloat (gtk_adjustment_get_upper (rows), >, 10 * gtk_adjustment_get_page_size (rows));
  for (double place = 0; place < gtk_adjustment_get_upper (rows); place += gtk_adjustment_get_page_size (rows)) {
    gtk_adjustment_set_value (rows, place);
    most = MAX (most, draw (field, &painted));
    most_painted = MAX (most_painted, painted);
  }
  g_test_message ("at most %.2f ms to put a frame together, %.2f ms with painting it", most / 1000.0, most_painted / 1000.0);
  g_assert_cmpint (most, <, FRAME_US);
  tnk_ui_close (&ui);
}

/* --- a control --- */

static void
test_control (void)
{
  open_place (TNK_RIGHTS_COMMITTEE, "catalog-control/5.4-3-1@mic-2020@2020-12");
  assert_shows ("5.4 (3) ①");
  assert_shows ("○ Staff: keeps it");
  assert_shows ("Are you the only person who knows your password?");
  assert_shows ("あなたのパスワードを知っているのは");
  press ("Asks the same: 第46条第2項第1号");
  g_assert_cmpstr (get_place (), ==, "catalog-control/46-2-1@osaka-2021@2021-11");
  press ("Asks the same: 5.4 (3) ①");
  g_assert_cmpstr (get_place (), ==, "catalog-control/5.4-3-1@mic-2020@2020-12");
  press ("Guideline on Information Security");
  g_assert_cmpstr (get_place (), ==, "catalogs/mic-2020@2020-12");
  tnk_ui_close (&ui);
}

static void
test_campaigns (void)
{
  open_place (TNK_RIGHTS_COMMITTEE, "catalog-control/5.4-3-1@mic-2020@2020-12");
  press ("令和7年度");
  g_assert_cmpstr (get_place (), ==, "control/5.4-3-1");
  g_assert_cmpstr (tenken_desk_get_campaign_id (tnk_ui_desk_get (&ui)), ==, "2025");
  tnk_ui_close (&ui);
}

static void
test_editions (void)
{
  open_place (TNK_RIGHTS_DEPARTMENT, "catalog-control/7-6-4-h@fukushima-2023@2023-06");
  assert_shows ("Since Fukushima Prefecture");
  press ("第7 5 (4) ク");
  g_assert_cmpstr (get_place (), ==, "catalog-control/7-5-4-h@fukushima-2021@2021-04");
  assert_shows ("In Fukushima Prefecture");
  tnk_ui_close (&ui);
}

static void
test_none (void)
{
  open_place (TNK_RIGHTS_DEPARTMENT, "catalog-control/26_5-3.1@osaka-2021@2021-11");
  assert_shows ("The guideline says it in its model text");
  tenken_desk_go (tnk_ui_desk_get (&ui), "catalog-control/no-such@mic-2020@2020-12");
  tnk_ui_desk_settle (&ui);
  assert_shows ("There is no such control");
  tnk_ui_close (&ui);
}

/* --- what the campaign says about another catalog --- */

static void
test_coverage (void)
{
  g_autoptr (GListModel) seen = NULL;
  g_autoptr (TnkCoverageRow) first = NULL;
  GtkWidget *table;

  open_place (TNK_RIGHTS_COMMITTEE, "catalogs/osaka-2021@2021-11");
  press ("What our answers say about it");
  g_assert_cmpstr (get_place (), ==, "coverage/osaka-2021@2021-11");
  assert_shows ("Required  Covered");
  table = tnk_ui_find (get_page (), TENKEN_TYPE_TABLE);
  seen = g_object_ref (tenken_table_get_seen (TENKEN_TABLE (table)));
  g_assert_cmpuint (g_list_model_get_n_items (seen), ==, 282);
  first = g_list_model_get_item (seen, 0);
  g_signal_emit_by_name (table, "open", first);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (get_place (), ==, "catalog-control/11-1@osaka-2021@2021-11");
  tenken_desk_go (tnk_ui_desk_get (&ui), "catalogs/mic-2020@2020-12");
  tnk_ui_desk_settle (&ui);
  g_assert_false (gtk_widget_get_visible (find_text (get_page (), GTK_TYPE_BUTTON, "What our answers say")));
  tnk_ui_close (&ui);
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/CatalogsPage/matrix", test_matrix);
  g_test_add_func ("/Tenken/CatalogsPage/offices", test_offices);
  g_test_add_func ("/Tenken/CatalogsPage/search", test_search);
  g_test_add_func ("/Tenken/CatalogsPage/best", test_best);
  g_test_add_func ("/Tenken/CatalogsPage/filters", test_filters);
  g_test_add_func ("/Tenken/CatalogsPage/open", test_open);
  g_test_add_func ("/Tenken/CatalogsPage/speed", test_speed);
  g_test_add_func ("/Tenken/CatalogsPage/scrolling", test_scrolling);
  g_test_add_func ("/Tenken/CatalogControlPage/control", test_control);
  g_test_add_func ("/Tenken/CatalogControlPage/campaigns", test_campaigns);
  g_test_add_func ("/Tenken/CatalogControlPage/editions", test_editions);
  g_test_add_func ("/Tenken/CatalogControlPage/none", test_none);
  g_test_add_func ("/Tenken/CoveragePage/coverage", test_coverage);

  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
