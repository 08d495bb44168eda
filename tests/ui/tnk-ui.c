/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui.h"

#include <glib/gstdio.h>

#include "tenken-application.h"
#include "tenken-desk-view.h"
#include "tenken-done-page.h"
#include "tenken-language.h"
#include "tenken-overview-page.h"
#include "tenken-settings.h"
#include "tnk-ui-body.h"

#define LONGEST_WAIT (10 * G_USEC_PER_SEC)

/* --- waiting --- */

static gboolean
wake (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
tnk_ui_wait (TnkUiCondition condition,
             gpointer user_data,
             const char *what)
{
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;
  guint source = g_timeout_add (5, wake, NULL);

  while (!condition (user_data)) {
    if (g_get_monotonic_time () > end)
      g_error ("gave up waiting for %s", what);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (source);
}

static void
take_result (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_come (gpointer user_data)
{
  return *(GAsyncResult **) user_data != NULL;
}

/* --- the whole --- */

static void
open_terminal (TnkUi *self,
               TnkUiBody body)
{
  g_autofree char *path = tnk_ui_body_make (self->dir, body, &self->stores[body], &self->newcomer_pins[body]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  self->terminals[body] = tnk_terminal_new (path, "kiosk:test");
  tnk_terminal_open_async (self->terminals[body], NULL, take_result, &result);
  tnk_ui_wait (has_come, &result, "the store");
  if (!tnk_terminal_open_finish (self->terminals[body], result, &error))
    g_error ("%s: %s", path, error->message);
}

void
tnk_ui_init (TnkUi *self)
{
  g_autoptr (GError) error = NULL;

  *self = (TnkUi){0};
  tenken_language_init ();
  self->dir = g_dir_make_tmp ("tenken-ui-XXXXXX", &error);
  g_assert_no_error (error);
  self->application = ADW_APPLICATION (tenken_application_new ());
  self->settings = tenken_settings_new ();
  self->with_pin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  /* What moves is neither here nor there when it is looked at. GTK 4.8 also warns when a cursor blinks in a field whose window lost
   * the focus just then, which on a busy machine happens now and then. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  for (guint body = 0; body < TNK_UI_DEMO; body++)
    open_terminal (self, body);
}

static void
remove_dir (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    if (g_file_test (file, G_FILE_TEST_IS_DIR))
      remove_dir (file);
    else
      g_remove (file);
  }
  g_rmdir (path);
}

void
tnk_ui_clear (TnkUi *self)
{
  tnk_ui_close (self);
  for (guint body = 0; body < TNK_UI_N_BODIES && self->terminals[body] != NULL; body++) {
    tnk_terminal_close (self->terminals[body]);
    g_clear_object (&self->terminals[body]);
    tnk_store_close (self->stores[body]);
    g_clear_object (&self->stores[body]);
    g_clear_pointer (&self->newcomer_pins[body], g_free);
  }
  g_clear_object (&self->settings);
  g_clear_object (&self->application);
  g_clear_pointer (&self->with_pin, g_hash_table_unref);
  remove_dir (self->dir);
  g_clear_pointer (&self->dir, g_free);
}

/* --- the window --- */

GtkWindow *
tnk_ui_find_dialog (TnkUi *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == GTK_WINDOW (self->window))
      return window->data;
  return NULL;
}

void
tnk_ui_close_dialogs (TnkUi *self)
{
  GtkWindow *dialog;

  /* Its dialog is its own to close. */
  g_clear_object (&self->idle);
  while (self->window != NULL && (dialog = tnk_ui_find_dialog (self)) != NULL)
    gtk_window_destroy (dialog);
}

void
tnk_ui_close (TnkUi *self)
{
  tnk_ui_close_dialogs (self);
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  self->window = NULL;
  g_clear_object (&self->session);
}

/* All that the store says is there, and nothing more will come. */
static gboolean
is_filled (gpointer user_data)
{
  GtkWidget *start = GTK_WIDGET (gtk_widget_get_template_child (user_data, G_OBJECT_TYPE (user_data), "start"));
  GtkWidget *length = GTK_WIDGET (gtk_widget_get_template_child (user_data, G_OBJECT_TYPE (user_data), "length"));

  return gtk_widget_get_visible (start) && gtk_widget_is_sensitive (start) && gtk_widget_get_visible (length);
}

void
tnk_ui_open (TnkUi *self,
             TnkUiBody body,
             const char *language,
             gboolean kiosk)
{
  tnk_ui_close (self);
  tnk_ui_get_store (self, body);
  g_settings_set_string (self->settings, "language", language);
  tenken_language_set (language);
  self->body = body;
  self->window = tenken_window_new (self->application, self->settings, self->terminals[body], kiosk);
  gtk_window_set_decorated (GTK_WINDOW (self->window), !kiosk);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (self->window));
  tenken_window_open (self->window);
  tnk_ui_wait (is_filled, tnk_ui_get_page (self), "the welcome");
}

TnkStore *
tnk_ui_get_store (TnkUi *self,
                  TnkUiBody body)
{
  if (self->stores[body] == NULL)
    open_terminal (self, body);
  return self->stores[body];
}

static gboolean
is_signed_in (gpointer user_data)
{
  GtkWidget *page = tnk_ui_get_page (user_data);

  return TENKEN_IS_OVERVIEW_PAGE (page) || TENKEN_IS_DESK_VIEW (page);
}

void
tnk_ui_start_session (TnkUi *self,
                      const char *person_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint wait;

  /* Of the made-up city nobody has a PIN. */
  if (self->body == TNK_UI_DEMO && g_hash_table_add (self->with_pin, g_strdup (person_id)))
    tnk_ui_body_give_pin (self->stores[self->body], self->terminals[self->body], person_id);
  tnk_terminal_sign_in_async (self->terminals[self->body], person_id, TNK_UI_BODY_PIN, NULL, take_result, &result);
  tnk_ui_wait (has_come, &result, "the sign-in");
  g_clear_object (&self->session);
  self->session = tnk_terminal_sign_in_finish (self->terminals[self->body], result, &wait, &error);
  if (self->session == NULL)
    g_error ("%s: %s", person_id, error->message);
}

void
tnk_ui_sign_in (TnkUi *self,
                const char *person_id)
{
  tnk_ui_start_session (self, person_id);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.start", NULL);
  g_signal_emit_by_name (tnk_ui_get_page (self), "signed-in", self->session);
  tnk_ui_wait (is_signed_in, self, "the first page");
}

TenkenRound *
tnk_ui_make_round (TnkUi *self,
                   TnkUiState state)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  tnk_session_load_async (self->session, NULL, take_result, &result);
  tnk_ui_wait (has_come, &result, "the questionnaire");
  questionnaire = tnk_session_load_finish (self->session, result, &error);
  if (questionnaire == NULL)
    g_error ("%s", error->message);
  tnk_ui_body_fill (questionnaire, self->body, state);
  return tenken_round_new (self->session, questionnaire);
}

static GtkWidget *
get_part (TnkUi *self,
          const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->window), TENKEN_TYPE_WINDOW, name));
}

GtkWidget *
tnk_ui_get_page (TnkUi *self)
{
  GtkWidget *desk = get_part (self, "desk_place");

  return adw_bin_get_child (ADW_BIN (gtk_widget_get_visible (desk) ? desk : get_part (self, "pages")));
}

void
tnk_ui_show (TnkUi *self,
             GtkWidget *page)
{
  adw_bin_set_child (ADW_BIN (get_part (self, "desk_place")), NULL);
  gtk_widget_set_visible (get_part (self, "desk_place"), FALSE);
  gtk_widget_set_visible (get_part (self, "pages"), TRUE);
  adw_bin_set_child (ADW_BIN (get_part (self, "pages")), page);
  /* As the window itself has it. */
  if (TENKEN_IS_DESK_VIEW (page))
    gtk_widget_set_visible (get_part (self, "header"), FALSE);
  gtk_widget_set_visible (get_part (self, "overview"),
                          self->session != NULL && !TENKEN_IS_OVERVIEW_PAGE (page) && !TENKEN_IS_DONE_PAGE (page));
}

GtkWidget *
tnk_ui_find (GtkWidget *below,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (below, type))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = tnk_ui_find (child, type);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- how it looks --- */

/* Without a window manager a window draws a border around what it shows. */
static void
ask_for_size (GtkWindow *window,
              int width,
              int height)
{
  graphene_rect_t bounds;
  GtkWidget *widget = GTK_WIDGET (window);

  if (!gtk_widget_compute_bounds (widget, widget, &bounds))
    g_error ("the window has no size");
  gtk_window_set_default_size (window, width + (int) bounds.size.width - gtk_widget_get_width (widget),
                               height + (int) bounds.size.height - gtk_widget_get_height (widget));
}

static gboolean
is_as_large (GtkWidget *window,
             int width,
             int height)
{
  return gtk_widget_get_width (window) == width && gtk_widget_get_height (window) == height;
}

static gboolean
needs_more (GtkWidget *window,
            int width,
            int height)
{
  int least_width, least_height;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  return least_width > width || least_height > height;
}

void
tnk_ui_settle (GtkWindow *window,
               int width,
               int height)
{
  GtkWidget *widget = GTK_WIDGET (window);
  gint64 end = g_get_monotonic_time () + LONGEST_WAIT;

  gtk_test_widget_wait_for_draw (widget);
  if (width == 0 || is_as_large (widget, width, height))
    return;
  ask_for_size (window, width, height);
  do {
    if (g_get_monotonic_time () > end)
      g_error ("the window stays %d×%d", gtk_widget_get_width (widget), gtk_widget_get_height (widget));
    gtk_test_widget_wait_for_draw (widget);
  } while (!is_as_large (widget, width, height) && !needs_more (widget, width, height));
}

/* Whether each frame is painted, which takes longer than all the rest. */
static void
set_painting (GtkWidget *window,
              gboolean paints)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  guint signal = g_signal_lookup ("render", GDK_TYPE_SURFACE);

  if (paints)
    g_signal_handlers_unblock_matched (surface, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL);
  else
    g_signal_handlers_block_matched (surface, G_SIGNAL_MATCH_ID, signal, 0, NULL, NULL, NULL);
}

void
tnk_ui_stop_painting (GtkWindow *window)
{
  set_painting (GTK_WIDGET (window), FALSE);
}

GdkTexture *
tnk_ui_picture (GtkWindow *window)
{
  GtkWidget *widget = GTK_WIDGET (window);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  set_painting (widget, TRUE);
  gtk_widget_queue_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
  gtk_test_widget_wait_for_draw (widget);
  set_painting (widget, FALSE);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0, width, height));
}
