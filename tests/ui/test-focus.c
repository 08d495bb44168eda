/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-check.h"
#include "tnk-ui-pages.h"

/* By the Tab key alone a person comes to everything that can be pressed, once, in the order in which it is read. */

/* More than any page has. */
#define MOST_STOPS 1000
#define SLACK 3

static TnkUi ui;

/* --- where Tab leads --- */

/* The stops of a whole round, in their order. */
static GPtrArray *
walk (GtkWindow *window)
{
  GPtrArray *stops = g_ptr_array_new ();

  /* Only what has the focus gives it up wholly; without one GTK would go on where it last was, in the middle. */
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  gtk_window_set_focus (window, NULL);
  while (stops->len < MOST_STOPS) {
    GtkWidget *focus;
    gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    focus = gtk_root_get_focus (GTK_ROOT (window));
    if (focus == NULL || g_ptr_array_find (stops, focus, NULL))
      return stops;
    g_ptr_array_add (stops, focus);
  }
  return stops;
}

/* --- whether it leads everywhere --- */

static gboolean
is_stop (GPtrArray *stops,
         GtkWidget *widget)
{
  for (guint i = 0; i < stops->len; i++) {
    GtkWidget *stop = g_ptr_array_index (stops, i);
    if (stop == widget || gtk_widget_is_ancestor (stop, widget))
      return TRUE;
  }
  return FALSE;
}

/* Of a group of which one can be chosen, Tab stops at one; the arrow keys go on from there. */
static gboolean
is_in_group (GtkWidget *widget)
{
  return gtk_widget_class_get_accessible_role (GTK_WIDGET_GET_CLASS (widget)) == GTK_ACCESSIBLE_ROLE_RADIO;
}

static guint
find_missed (GPtrArray *stops,
             GtkWidget *widget,
             guint *n)
{
  guint n_missed = 0;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) || GTK_IS_WINDOW_CONTROLS (widget))
    return 0;
  if (tnk_ui_check_is_pressed (widget) && !is_in_group (widget)) {
    (*n)++;
    if (!is_stop (stops, widget)) {
      g_autofree char *who = tnk_ui_describe (widget);
      g_test_message ("Tab never comes to %s", who);
      n_missed++;
    }
    return n_missed;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_missed += find_missed (stops, child, n);
  return n_missed;
}

/* --- whether it leads there in order --- */

static graphene_rect_t
get_bounds (GtkWidget *widget,
            GtkWindow *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds));
  return bounds;
}

/* What scrolls in one part of the window has its place there, however far it is scrolled. */
static GtkWidget *
find_part (GtkWidget *widget,
           GtkWidget *other)
{
  GtkWidget *part = widget;

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_SCROLLED_WINDOW (parent) && !gtk_widget_is_ancestor (other, parent))
      part = parent;
  return part;
}

/* Down, or to the right in the same line, or to the top of another column on the right. */
static gboolean
reads_on (const graphene_rect_t *from,
          const graphene_rect_t *to)
{
  if (to->origin.y + SLACK >= from->origin.y + from->size.height)
    return TRUE;
  if (to->origin.x + SLACK >= from->origin.x + from->size.width)
    return TRUE;
  /* Within each other, as a row and a button in it. */
  return to->origin.y + SLACK >= from->origin.y && to->origin.x + SLACK >= from->origin.x;
}

static guint
find_disorder (GPtrArray *stops,
               GtkWindow *window)
{
  guint n_faults = 0;

  for (guint i = 0; i + 1 < stops->len; i++) {
    GtkWidget *from = g_ptr_array_index (stops, i), *to = g_ptr_array_index (stops, i + 1);
    graphene_rect_t here = get_bounds (find_part (from, to), window), there = get_bounds (find_part (to, from), window);
    if (!reads_on (&here, &there)) {
      g_autofree char *one = tnk_ui_describe (from), *other = tnk_ui_describe (to);
      g_test_message ("Tab leads from %s at %.0f, %.0f back to %s at %.0f, %.0f", one, here.origin.x, here.origin.y, other,
                      there.origin.x, there.origin.y);
      n_faults++;
    }
  }
  return n_faults;
}

static void
test_page (gconstpointer data)
{
  const TnkUiPage *page = data;
  g_autoptr (GPtrArray) stops = NULL;
  GtkWindow *window;
  guint n = 0, n_faults;

  tnk_ui_page_open (&ui, page, "ja");
  tnk_ui_settle (GTK_WINDOW (ui.window), 1280, 800);
  window = tnk_ui_page_renew (&ui, page);
  tnk_ui_settle (window, 0, 0);
  stops = walk (window);
  n_faults = find_missed (stops, GTK_WIDGET (window), &n) + find_disorder (stops, window);
  if (n_faults > 0)
    g_test_fail_printf ("%u faults on the page %s", n_faults, page->name);
  /* Where there is something to press, it must have been looked at. */
  if (!g_str_has_prefix (page->name, "welcome-"))
    g_assert_cmpuint (n, >, 0);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  for (guint i = 0; tnk_ui_page_get (i) != NULL; i++) {
    g_autofree char *path = g_strconcat ("/Tenken/Focus/", tnk_ui_page_get (i)->name, NULL);
    g_test_add_data_func (path, tnk_ui_page_get (i), test_page);
  }
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
