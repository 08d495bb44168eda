/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-application.h"

#include <glib/gi18n.h>

#include "tenken-language.h"
#include "tenken-looks.h"
#include "tenken-settings.h"
#include "tenken-window.h"

struct _TenkenApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* of this run: on a kiosk a copy of the machine's */
  GSettings *machine;
  TnkTerminal *terminal;
  char *store;
  char *name;
  gboolean kiosk;
};

G_DEFINE_FINAL_TYPE (TenkenApplication, tenken_application, ADW_TYPE_APPLICATION)

/* What the command line does not say, the settings do. */
static char *
choose (const char *option,
        GSettings *settings,
        const char *key)
{
  return option != NULL && *option != '\0' ? g_strdup (option) : g_settings_get_string (settings, key);
}

static char *
choose_terminal_name (TenkenApplication *self)
{
  g_autofree char *name = choose (self->name, self->settings, "terminal-name");

  return g_strdup_printf ("%s:%s", self->kiosk ? "kiosk" : "desk", *name != '\0' ? name : g_get_host_name ());
}

static void
apply_language (TenkenApplication *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "language");
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  tenken_language_set (language);
  if (window != NULL)
    tenken_window_refresh (TENKEN_WINDOW (window));
}

static void
tenken_application_startup (GApplication *application)
{
  TenkenApplication *self = TENKEN_APPLICATION (application);

  G_APPLICATION_CLASS (tenken_application_parent_class)->startup (application);
  if (self->kiosk) {
    g_object_unref (self->settings);
    self->settings = tenken_settings_new_copy (self->machine);
  }
  tenken_looks_follow (self->settings);
  g_signal_connect_object (self->settings, "changed::language", G_CALLBACK (apply_language), self, G_CONNECT_SWAPPED);
}

/* What one person chose for the eyes is not the next one's choice. */
static void
restore_looks (TenkenApplication *self)
{
  const char *const keys[] = {"language", "text-scale", "contrast", NULL};

  if (self->kiosk)
    tenken_settings_restore (self->settings, self->machine, keys);
}

static void
present_kiosk (GtkWindow *window)
{
  /* Some compositors paint only what the first frame covers, so the window asks for the whole output from the start. */
  GListModel *monitors = gdk_display_get_monitors (gdk_display_get_default ());
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area = {.width = 1280, .height = 800};

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (window, area.width, area.height);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_fullscreen (window);
  gtk_window_present (window);
}

static void
present_desk (GtkWindow *window,
              GSettings *settings)
{
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  gtk_window_present (window);
}

static void
tenken_application_activate (GApplication *application)
{
  TenkenApplication *self = TENKEN_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *store = NULL, *name = NULL;

  if (window != NULL) {
    gtk_window_present (window);
    return;
  }
  store = choose (self->store, self->settings, "store");
  name = choose_terminal_name (self);
  self->terminal = tnk_terminal_new (store, name);
  window = GTK_WINDOW (tenken_window_new (ADW_APPLICATION (self), self->settings, self->terminal, self->kiosk));
  g_signal_connect_object (window, "signed-out", G_CALLBACK (restore_looks), self, G_CONNECT_SWAPPED);
  if (self->kiosk)
    present_kiosk (window);
  else
    present_desk (window, self->settings);
  tenken_window_open (TENKEN_WINDOW (window));
}

static void
tenken_application_shutdown (GApplication *application)
{
  TenkenApplication *self = TENKEN_APPLICATION (application);

  /* What is on its way to the disk gets there before the process ends. */
  if (self->terminal != NULL)
    tnk_terminal_close (self->terminal);
  G_APPLICATION_CLASS (tenken_application_parent_class)->shutdown (application);
}

/* Wrong usage is 2, as in tenkenctl; -1 goes on. */
static int
tenken_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  TenkenApplication *self = TENKEN_APPLICATION (application);
  g_autofree char *store = NULL;
  g_autofree const char **rest = NULL; /* the strings belong to the options */

  if (g_variant_dict_contains (options, "version")) {
    g_print ("tenken %s\n", TENKEN_VERSION);
    return 0;
  }
  g_variant_dict_lookup (options, "name", "s", &self->name);
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&s", &rest);
  self->kiosk = g_variant_dict_contains (options, "kiosk") || g_settings_get_boolean (self->settings, "kiosk");
  if (rest != NULL && rest[0] != NULL)
    self->store = g_strdup (rest[0]);
  store = choose (self->store, self->settings, "store");
  if (rest != NULL && rest[0] != NULL && rest[1] != NULL)
    g_printerr (_ ("tenken: one store is enough, “%s” is one too many\n"), rest[1]);
  else if (*store == '\0')
    g_printerr (_ ("tenken: name the store, as in “tenken demo/tenken.db”\n"));
  else
    return -1;
  return 2;
}

static void
tenken_application_finalize (GObject *object)
{
  TenkenApplication *self = TENKEN_APPLICATION (object);

  g_clear_object (&self->terminal);
  g_clear_object (&self->settings);
  g_clear_object (&self->machine);
  g_free (self->store);
  g_free (self->name);
  G_OBJECT_CLASS (tenken_application_parent_class)->finalize (object);
}

static void
tenken_application_class_init (TenkenApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_application_finalize;
  application_class->startup = tenken_application_startup;
  application_class->activate = tenken_application_activate;
  application_class->shutdown = tenken_application_shutdown;
  application_class->handle_local_options = tenken_application_handle_local_options;
}

static void
tenken_application_init (TenkenApplication *self)
{
  const GOptionEntry entries[] = {
    {"kiosk", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Fill the screen, and end only for the PIN of the secretariat"), NULL},
    {"name", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("What the log calls this terminal, such as hall-2"), N_ ("NAME")},
    {"version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, N_ ("[STORE]")},
    {NULL}};
  g_autofree char *language = NULL;

  self->machine = tenken_settings_new ();
  self->settings = g_object_ref (self->machine);
  language = g_settings_get_string (self->settings, "language");
  tenken_language_set (language);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("The yearly information-security self-check."));
}

TenkenApplication *
tenken_application_new (void)
{
  /* Each kiosk is a process of its own, and so is each desk: two people at one machine must not share a window. */
  return g_object_new (TENKEN_TYPE_APPLICATION, "application-id", "io.github.tenken.Tenken", "flags",
                       G_APPLICATION_NON_UNIQUE, "resource-base-path", "/io/github/tenken/Tenken", NULL);
}
