/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <adwaita.h>
#include <string.h>

#include "tnk-ui-check.h"
#include "tnk-ui.h"

/* The checks of the screens find what they are there to find: a window with one fault gives that one, and one without
 * gives none. */

#define WIDTH 400
#define HEIGHT 300

typedef struct
{
  const char *name;
  GtkWidget *(*make) (void);
  const char *fault; /* words of the one that must be found; NULL: none */
} Case;

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static GtkWidget *
make_sound (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_button_new_with_label ("進む");

  gtk_widget_set_size_request (button, 80, 48);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), make_label ("設問"));
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
make_small (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "tiny");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_cut (void)
{
  GtkWidget *label = make_label ("この文は、この窓の幅にはとても入りきらないほど長いので、途中で切られてしまいます。");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_cut_with_tooltip (void)
{
  GtkWidget *label = make_cut ();

  gtk_widget_set_tooltip_text (label, gtk_label_get_text (GTK_LABEL (label)));
  return label;
}

static GtkWidget *
make_over (void)
{
  GtkWidget *fixed = gtk_fixed_new ();

  gtk_fixed_put (GTK_FIXED (fixed), make_label ("これは下にある文です"), 0, 0);
  gtk_fixed_put (GTK_FIXED (fixed), make_label ("これは上にある文です"), 20, 4);
  return fixed;
}

/* Moved by a transform, so that the window does not grow with it. */
static GtkWidget *
put_at (int x,
        int y)
{
  GtkWidget *fixed = gtk_fixed_new (), *label = make_label ("外に出る文");
  g_autoptr (GskTransform) transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));

  gtk_fixed_put (GTK_FIXED (fixed), label, 0, 0);
  gtk_fixed_set_child_transform (GTK_FIXED (fixed), label, transform);
  gtk_widget_set_overflow (fixed, GTK_OVERFLOW_HIDDEN);
  return fixed;
}

static GtkWidget *
make_left (void)
{
  return put_at (-20, 0);
}

static GtkWidget *
make_above (void)
{
  return put_at (0, -20);
}

static GtkWidget *
make_low (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();
  GtkWidget *rest = make_label ("残り");

  gtk_widget_set_vexpand (scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_label ("読めない文"));
  gtk_widget_set_vexpand (rest, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), rest);
  return box;
}

static GtkWidget *
make_pale (void)
{
  GtkWidget *label = make_label ("薄い文字");

  gtk_widget_set_opacity (label, 0.4);
  return label;
}

static const Case cases[] = {
  {"sound", make_sound, NULL},
  {"small", make_small, "too small to press"},
  {"cut", make_cut, "text cut"},
  {"cut-with-tooltip", make_cut_with_tooltip, NULL},
  {"over", make_over, "lies"},
  {"left", make_left, "in a window 400 wide"},
  {"above", make_above, "in a window 300 high"},
  {"low", make_low, "too low to read"},
  {"pale", make_pale, "contrast"},
};

static GPtrArray *
look (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GdkTexture) picture = NULL;

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  tnk_ui_settle (GTK_WINDOW (window), WIDTH, HEIGHT);
  tnk_ui_stop_painting (GTK_WINDOW (window));
  g_assert_cmpuint (tnk_ui_check_layout (window, faults), >, 0);
  picture = tnk_ui_picture (GTK_WINDOW (window));
  tnk_ui_check_contrast (window, picture, faults);
  gtk_window_destroy (GTK_WINDOW (window));
  return faults;
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GPtrArray) faults = look (one->make ());

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  if (one->fault == NULL) {
    g_assert_cmpuint (faults->len, ==, 0);
    return;
  }
  g_assert_cmpuint (faults->len, >, 0);
  for (guint i = 0; i < faults->len; i++)
    g_assert_nonnull (strstr (g_ptr_array_index (faults, i), one->fault));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GtkCssProvider) css = NULL;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (css, "button.tiny { min-width: 20px; min-height: 20px; padding: 0; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/ScreenChecks/", cases[i].name, NULL);
    g_test_add_data_func (path, &cases[i], test_case);
  }
  return g_test_run ();
}
