/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-ui-check.h"
#include "tnk-ui-pages.h"

/* How many faults of a page are told one by one. */
#define MOST_FAULTS 12

static const struct
{
  int width;
  int height;
} sizes[] = {{1024, 600}, {1280, 800}, {1920, 1080}};
static const char *const languages[] = {"ja", "en"};
static const char *const contrasts[] = {"light", "dark", "high"};
static const int scales[] = {100, 200};

/* One of the settings in which each page is looked at. */
typedef struct
{
  const TnkUiPage *page;
  const char *language;
  const char *contrast;
  int scale;
  int width;
  int height;
} Setting;

static TnkUi ui;

static char *
name_setting (const Setting *setting)
{
  return g_strdup_printf ("%s-%dx%d-%s-%s-%d", setting->page->name, setting->width, setting->height, setting->language,
                          setting->contrast, setting->scale);
}

static void
tell (const Setting *setting,
      GPtrArray *faults,
      guint *n_faults)
{
  g_autofree char *name = name_setting (setting);

  for (guint i = 0; i < faults->len; i++)
    if ((*n_faults)++ < MOST_FAULTS)
      g_test_message ("%s: %s", name, (const char *) g_ptr_array_index (faults, i));
}

static gboolean
saves_pictures (void)
{
  return g_getenv ("TENKEN_SCREENS_DIR") != NULL;
}

static void
save_picture (const Setting *setting,
              GdkTexture *picture)
{
  g_autofree char *name = name_setting (setting);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("TENKEN_SCREENS_DIR"), file, NULL);

  if (!gdk_texture_save_to_png (picture, path))
    g_error ("%s: cannot be written", path);
}

/* Colours are the same at every size and in every language, so one picture of each is enough to look at them. */
static gboolean
tells_colours (const Setting *setting)
{
  return setting->width == 1280 && setting->scale == 100 && strcmp (setting->language, "ja") == 0;
}

/* Where something would be cut first: the small screen, the large letters. The dark colours move nothing; high contrast has
 * thicker lines, which matter where room is short; English is as wide as Japanese is high. Pictures are made of everything. */
static gboolean
tells_layout (const Setting *setting)
{
  gboolean japanese = strcmp (setting->language, "ja") == 0;

  if (strcmp (setting->contrast, "high") == 0)
    return japanese && setting->width == 1024 && setting->scale == 200;
  if (strcmp (setting->contrast, "light") != 0)
    return FALSE;
  switch (setting->width) {
  case 1024:
    return TRUE;
  case 1280:
    return japanese || setting->scale == 200;
  default:
    return setting->scale == 100;
  }
}

static void
look_at_picture (const Setting *setting,
                 GtkWindow *window,
                 GPtrArray *faults)
{
  g_autoptr (GdkTexture) picture = tnk_ui_picture (window);

  if (tells_colours (setting))
    g_assert_cmpuint (tnk_ui_check_contrast (GTK_WIDGET (window), picture, faults), >, 0);
  if (saves_pictures ())
    save_picture (setting, picture);
}

static void
look_at_size (const Setting *setting,
              GtkWidget *window,
              GPtrArray *faults)
{
  int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);

  if (width > setting->width || height > setting->height)
    g_ptr_array_add (faults, g_strdup_printf ("the window is %d×%d", width, height));
}

static void
look (const Setting *setting,
      guint *n_faults)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  GtkWindow *window;

  g_settings_set_string (ui.settings, "contrast", setting->contrast);
  g_settings_set_int (ui.settings, "text-scale", setting->scale);
  tnk_ui_settle (GTK_WINDOW (ui.window), setting->width, setting->height);
  window = tnk_ui_page_renew (&ui, setting->page);
  if (window != GTK_WINDOW (ui.window)) {
    tnk_ui_stop_painting (window);
    tnk_ui_settle (window, 0, 0);
  }
  g_assert_cmpuint (tnk_ui_check_layout (GTK_WIDGET (window), faults), >, 0);
  look_at_size (setting, GTK_WIDGET (window), faults);
  if (saves_pictures () || tells_colours (setting))
    look_at_picture (setting, window, faults);
  tell (setting, faults, n_faults);
}

static void
look_at_all_colours (Setting *setting,
                     gboolean shrinks,
                     guint *n_faults)
{
  for (guint scale = 0; scale < G_N_ELEMENTS (scales); scale++)
    for (guint contrast = 0; contrast < G_N_ELEMENTS (contrasts); contrast++) {
      setting->scale = scales[shrinks ? G_N_ELEMENTS (scales) - 1 - scale : scale];
      setting->contrast = contrasts[contrast];
      if (saves_pictures () || tells_layout (setting) || tells_colours (setting))
        look (setting, n_faults);
    }
}

static void
test_page (gconstpointer data)
{
  Setting setting = {.page = data};
  guint n_faults = 0;

  for (guint language = 0; language < G_N_ELEMENTS (languages); language++) {
    setting.language = languages[language];
    tnk_ui_page_open (&ui, setting.page, setting.language);
    tnk_ui_stop_painting (GTK_WINDOW (ui.window));
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++) {
      setting.width = sizes[size].width;
      setting.height = sizes[size].height;
      /* From one size to the next the letters stay as they are: all are laid out anew once instead of twice. */
      look_at_all_colours (&setting, size % 2 == 1, &n_faults);
    }
    tnk_ui_close (&ui);
  }
  if (n_faults > 0)
    g_test_fail_printf ("%u faults on the page %s", n_faults, setting.page->name);
}

int
main (int argc,
      char **argv)
{
  const char *some = g_getenv ("TENKEN_SCREENS_PAGES");
  g_auto (GStrv) names = g_strsplit (some != NULL ? some : "", " ", -1);
  const TnkUiPage *page;
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  for (guint i = 0; (page = tnk_ui_page_get (i)) != NULL; i++) {
    g_autofree char *path =
      g_strconcat (page->office != TNK_RIGHTS_NONE ? "/Tenken/Desks/" : "/Tenken/Screens/", page->name, NULL);
    if (some == NULL || *some == '\0' || g_strv_contains ((const char *const *) names, page->name))
      g_test_add_data_func (path, page, test_page);
  }
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
