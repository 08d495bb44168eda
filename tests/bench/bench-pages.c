/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The stop-watch beside the desk: from the press until figures are painted, and each frame of a page that is scrolled.
 *
 *   bench-pages STORE NUMBER PIN NEW-PIN OFFICE ROUNDS < PLACES
 *
 * OFFICE is the number of one right. NEW-PIN is chosen if PIN is a first one, and is "-" otherwise. Each line of PLACES is a
 * name, a campaign (or nothing: the one that the desk opens with), a place as the program names it, and the bare query that
 * its figures rest on, with tabs between them. */
#include "config.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <tenken.h>

#include "bench-scroll.h"
#include "bench-window.h"
#include "tenken-application.h"
#include "tenken-desk-view.h"
#include "tenken-language.h"
#include "tenken-sign-in-page.h"
#include "tenken-window.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)
/* What else is read after a sign-in has come by then. */
#define REST_MS 80
#define EMPTY_HEIGHT 20000

typedef struct
{
  BenchWindow window; /* the first, so that who has the one has the other */
  const char *number;
  const char *pin;
  const char *new_pin;
  TnkRights office;
  guint rounds;
  GPtrArray *places; /* (element-type GStrv) */
  BenchTime signed_in; /* when the last one was let in */
  gboolean started; /* the first frame was painted */
  gboolean waits; /* for figures */
  BenchTime figures; /* when they were painted */
  sqlite3 *database;
  TnkStore *others; /* where somebody else hands in */
} Bench;

/* --- what is shown --- */

static TenkenDeskView *
get_view (Bench *bench)
{
  return TENKEN_DESK_VIEW (bench_window_find (&bench->window, "TenkenDeskView"));
}

static TenkenDeskPage *
get_page (Bench *bench)
{
  TenkenDeskView *view = get_view (bench);

  return view != NULL ? TENKEN_DESK_PAGE (tenken_desk_view_get_page (view)) : NULL;
}

static const char *
get_part (TenkenDeskPage *page)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (page))));
}

/* What opens over the page when a place is a dialog; NULL where it is the page itself. */
static GtkWindow *
find_dialog (Bench *bench)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == bench->window.window)
      return window->data;
  return NULL;
}

static void
note_figures (Bench *bench)
{
  if (!bench->waits)
    return;
  bench->waits = FALSE;
  bench->figures = bench_time_now ();
}

static gboolean walk (gpointer user_data);

static void
painted (BenchWindow *window)
{
  Bench *bench = (Bench *) window;
  TenkenDeskPage *page = bench->waits ? get_page (bench) : NULL;

  if (!bench->started)
    g_idle_add (walk, bench);
  bench->started = TRUE;
  if (page != NULL && !g_str_equal (get_part (page), "waiting") && find_dialog (bench) == NULL)
    note_figures (bench);
}

/* A dialog has frames of its own. */
static void
watch_dialog (Bench *bench)
{
  GtkWindow *dialog = find_dialog (bench);
  GdkFrameClock *clock = dialog != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (dialog)) : NULL;

  if (clock != NULL && g_object_get_data (G_OBJECT (dialog), "watched") == NULL) {
    g_object_set_data (G_OBJECT (dialog), "watched", bench);
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (note_figures), bench);
  }
}

static void
check_patience (gint64 start,
                const char *what)
{
  if (g_get_monotonic_time () > start + PATIENCE_US)
    g_error ("waited for %s in vain", what);
}

static void
settle (Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  do {
    bench_window_rest (REST_MS);
    check_patience (start, "the page to come to rest");
  } while (get_page (bench) == NULL || tenken_desk_page_is_busy (get_page (bench)));
}

/* Until figures are painted, and until all that the page reads is. */
static void
wait_for_figures (Bench *bench,
                  const char *place,
                  const char *name,
                  BenchTime start)
{
  g_autofree char *all = g_strconcat (name, ".all", NULL);

  while (bench->waits) {
    g_main_context_iteration (NULL, TRUE);
    watch_dialog (bench);
    check_patience (start.wall, place);
  }
  bench_time_print (place, name, start, bench->figures);
  while (tenken_desk_page_is_busy (get_page (bench))) {
    g_main_context_iteration (NULL, TRUE);
    check_patience (start.wall, place);
  }
  bench_window_wait_for_frame (&bench->window);
  bench_time_print (place, all, start, bench_time_now ());
  if (!g_str_equal (get_part (get_page (bench)), "content"))
    g_error ("“%s” has nothing to show, so nothing was measured", place);
}

/* --- somebody else, meanwhile --- */

static char *
find_draft (Bench *bench)
{
  sqlite3_stmt *statement;
  char *person;

  if (sqlite3_prepare_v2 (bench->database,
                          "SELECT p.id, c.id FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN campaign c ON c.no = q.campaign_no "
                          "WHERE c.state = 'open' AND q.state = 'draft' ORDER BY q.no DESC LIMIT 1",
                          -1, &statement, NULL) != SQLITE_OK ||
      sqlite3_step (statement) != SQLITE_ROW)
    g_error ("nobody is left who could hand in: %s", sqlite3_errmsg (bench->database));
  person = g_strdup_printf ("%s/%s", sqlite3_column_text (statement, 1), sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return person;
}

/* On the last days somebody hands in every few seconds. What was counted before does not hold any more then. */
static void
hand_in (Bench *bench)
{
  g_autofree char *person = find_draft (bench);
  g_auto (GStrv) parts = g_strsplit (person, "/", 2);
  g_autoptr (GError) error = NULL;

  if (!tnk_store_move_questionnaire (bench->others, parts[0], parts[1], TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL, &error))
    g_error ("%s", error->message);
}

/* --- the floor --- */

static void
run_query (Bench *bench,
           const char *place,
           const char *sql)
{
  sqlite3_stmt *statement;
  BenchTime start = bench_time_now ();

  if (sqlite3_prepare_v2 (bench->database, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", place, sqlite3_errmsg (bench->database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    continue;
  sqlite3_finalize (statement);
  bench_time_print (place, "floor", start, bench_time_now ());
}

/* --- scrolling --- */

static double
get_way (GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

/* What has the longest way to scroll; NULL if nothing has any. */
static GtkWidget *
find_scroller (GtkWidget *below)
{
  GtkWidget *best = GTK_IS_SCROLLED_WINDOW (below) && get_way (below) > 1 ? below : NULL;

  if (!gtk_widget_get_mapped (below))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *other = find_scroller (child);

    if (other != NULL && (best == NULL || get_way (other) > get_way (best)))
      best = other;
  }
  return best;
}

static void
scroll_page (Bench *bench,
             const char *place)
{
  GtkWidget *scroller = find_scroller (GTK_WIDGET (get_page (bench)));

  if (scroller != NULL && find_dialog (bench) == NULL)
    bench_scroll (&bench->window, place, scroller);
}

/* --- the way --- */

static gboolean
let_in (GSignalInvocationHint *hint,
        guint n_values,
        const GValue *values,
        gpointer user_data)
{
  Bench *bench = user_data;

  bench->signed_in = bench_time_now ();
  bench->waits = TRUE;
  return TRUE;
}

static void
sign_in (Bench *bench)
{
  bench_window_sign_in (&bench->window, bench->number, bench->pin, bench->new_pin, "TenkenDeskView");
  if (bench->new_pin != NULL)
    bench->pin = g_steal_pointer (&bench->new_pin);
}

static void
sign_out (Bench *bench)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (bench)) != NULL)
    gtk_window_destroy (dialog);
  gtk_widget_activate_action (GTK_WIDGET (bench->window.window), "win.sign-out", NULL);
  bench_window_wait_for (&bench->window, "TenkenWelcomePage");
}

static TenkenDesk *
get_desk (Bench *bench)
{
  return tenken_desk_view_get_desk (get_view (bench));
}

static void
take_seat (Bench *bench,
           const char *campaign)
{
  sign_in (bench);
  settle (bench);
  if (tenken_desk_get_office (get_desk (bench)) != bench->office)
    tenken_desk_set_office (get_desk (bench), bench->office);
  if (*campaign != '\0')
    tenken_desk_set_campaign_id (get_desk (bench), campaign);
  settle (bench);
  if (tenken_desk_get_office (get_desk (bench)) != bench->office)
    g_error ("“%s” does not hold the office", bench->number);
}

static void
go (Bench *bench,
    const char *place)
{
  bench->waits = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (get_view (bench)), "desk.go", "s", place);
}

/* Where the person was before; not the place itself. */
static const char *
get_first_place (Bench *bench,
                 const char *place)
{
  g_autofree char *id = g_strndup (place, strcspn (place, "/"));

  for (const TenkenDeskPlace *line = tenken_desk_places; line->id != NULL; line++)
    if ((line->offices & bench->office) && line->label != NULL && !g_str_equal (line->id, id))
      return line->id;
  g_error ("the office has one place only");
}

static gboolean
is_first_place (Bench *bench,
                const char *place)
{
  for (const TenkenDeskPlace *line = tenken_desk_places; line->id != NULL; line++)
    if ((line->offices & bench->office) && line->label != NULL)
      return g_str_equal (line->id, place);
  return FALSE;
}

/* What an office opens with is measured from the moment at which the person is let in. */
static void
open_first (Bench *bench,
            GStrv line)
{
  BenchTime start;

  if (!is_first_place (bench, line[2])) {
    take_seat (bench, line[1]);
    hand_in (bench);
    start = bench_time_now ();
    go (bench, line[2]);
  } else {
    hand_in (bench);
    sign_in (bench);
    start = bench->signed_in;
    if (tenken_desk_get_office (get_desk (bench)) != bench->office) {
      settle (bench);
      hand_in (bench);
      start = bench_time_now ();
      bench->waits = TRUE;
      tenken_desk_set_office (get_desk (bench), bench->office);
    }
  }
  wait_for_figures (bench, line[0], "first", start);
}

static void
open_again (Bench *bench,
            GStrv line)
{
  BenchTime start;
  GtkWindow *dialog;

  while ((dialog = find_dialog (bench)) != NULL)
    gtk_window_destroy (dialog);
  go (bench, get_first_place (bench, line[2]));
  settle (bench);
  start = bench_time_now ();
  go (bench, line[2]);
  wait_for_figures (bench, line[0], "again", start);
}

static void
visit (Bench *bench,
       GStrv line,
       gboolean scroll)
{
  open_first (bench, line);
  run_query (bench, line[0], line[3]);
  settle (bench);
  if (scroll)
    scroll_page (bench, line[0]);
  open_again (bench, line);
  sign_out (bench);
}

/* A page of nothing in the same window: the least that opening a page and scrolling it can cost. */
static void
visit_nothing (Bench *bench)
{
  GtkWidget *stack, *scroller = gtk_scrolled_window_new (), *nothing = adw_bin_new ();
  BenchTime start;

  take_seat (bench, "");
  stack = gtk_widget_get_parent (GTK_WIDGET (get_page (bench)));
  gtk_widget_set_size_request (nothing, -1, EMPTY_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), nothing);
  start = bench_time_now ();
  gtk_stack_add_named (GTK_STACK (stack), scroller, "nothing");
  gtk_stack_set_visible_child (GTK_STACK (stack), scroller);
  bench_window_wait_for_frame (&bench->window);
  bench_time_print ("nothing", "first", start, bench_time_now ());
  bench_scroll (&bench->window, "nothing", scroller);
  gtk_stack_set_visible_child (GTK_STACK (stack), gtk_widget_get_first_child (stack));
  gtk_stack_remove (GTK_STACK (stack), scroller);
  sign_out (bench);
}

static gboolean
walk (gpointer user_data)
{
  Bench *bench = user_data;

  /* Its signals are there once the class is. */
  g_type_class_unref (g_type_class_ref (TENKEN_TYPE_SIGN_IN_PAGE));
  g_signal_add_emission_hook (g_signal_lookup ("signed-in", TENKEN_TYPE_SIGN_IN_PAGE), 0, let_in, bench, NULL);
  for (guint round = 0; round < bench->rounds; round++) {
    visit_nothing (bench);
    for (guint i = 0; i < bench->places->len; i++) {
      printf ("round=%u\n", round);
      visit (bench, bench->places->pdata[i], round == 0);
      fflush (stdout);
    }
  }
  gtk_window_close (bench->window.window);
  return G_SOURCE_REMOVE;
}

static void
read_places (Bench *bench)
{
  char *text = NULL;
  size_t size = 0;

  while (getline (&text, &size, stdin) > 0) {
    GStrv line = g_strsplit (g_strchomp (text), "\t", 4);

    if (g_strv_length (line) != 4)
      g_error ("a line of places is a name, a campaign, a place and a query");
    g_ptr_array_add (bench->places, line);
  }
  free (text);
}

int
main (int argc,
      char **argv)
{
  Bench bench = {0};
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (argc != 7) {
    g_printerr ("usage: bench-pages STORE NUMBER PIN NEW-PIN OFFICE ROUNDS < PLACES\n");
    return 2;
  }
  tenken_language_init ();
  mallopt (M_PERTURB, 0x5a); /* as the program itself does */
  bench.number = argv[2];
  bench.pin = argv[3];
  bench.new_pin = g_str_equal (argv[4], "-") ? NULL : argv[4];
  bench.office = (TnkRights) g_ascii_strtoull (argv[5], NULL, 10);
  bench.rounds = (guint) g_ascii_strtoull (argv[6], NULL, 10);
  bench.places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  read_places (&bench);
  bench.others = tnk_store_open (argv[1], "bench", &error);
  if (bench.others == NULL || sqlite3_open_v2 (argv[1], &bench.database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s: %s", argv[1], error != NULL ? error->message : sqlite3_errmsg (bench.database));
  application = GTK_APPLICATION (tenken_application_new ());
  bench_window_watch (&bench.window, application, painted);
  status = g_application_run (G_APPLICATION (application), 2, argv);
  sqlite3_close (bench.database);
  tnk_store_close (bench.others);
  g_object_unref (bench.others);
  g_ptr_array_unref (bench.places);
  return status;
}
