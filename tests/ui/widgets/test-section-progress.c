/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-language.h"
#include "tenken-section-progress.h"

static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *css_class)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, css_class);
  return found;
}

static void
assert_shown (guint n_answered,
              guint n,
              guint n_flagged,
              guint minutes,
              const char *expected,
              gboolean done,
              gboolean later)
{
  GtkWidget *progress = g_object_ref_sink (tenken_section_progress_new ("Passwords")), *bar;

  tenken_section_progress_set (TENKEN_SECTION_PROGRESS (progress), n_answered, n, n_flagged, minutes);
  g_assert_cmpstr (tenken_section_progress_describe (TENKEN_SECTION_PROGRESS (progress)), ==, expected);
  bar = find (progress, GTK_TYPE_PROGRESS_BAR, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)),
                                  n > 0 ? (double) n_answered / n : 0, 1e-6);
  g_assert_cmpint (gtk_widget_get_visible (find (progress, GTK_TYPE_IMAGE, "progress-done")), ==, done);
  g_assert_cmpint (gtk_widget_get_visible (find (progress, GTK_TYPE_IMAGE, "progress-later")), ==, later);
  g_assert_finalize_object (progress);
}

static void
test_shown (void)
{
  assert_shown (0, 12, 0, 2, "Passwords: 0 of 12 answered. 12 questions left, about 2 minutes", FALSE, FALSE);
  assert_shown (11, 12, 1, 1, "Passwords: 11 of 12 answered. 1 question left, about 1 minute, 1 left for later", FALSE,
                TRUE);
  assert_shown (12, 12, 0, 0, "Passwords: 12 of 12 answered. All answered", TRUE, FALSE);
  assert_shown (12, 12, 2, 0, "Passwords: 12 of 12 answered. All answered, 2 left for later", FALSE, TRUE);
  assert_shown (0, 0, 0, 0, "Passwords: 0 of 0 answered. All answered", FALSE, FALSE);
}

/* What is typed by people is text, whatever it looks like. */
static void
test_markup (void)
{
  GtkWidget *progress = g_object_ref_sink (tenken_section_progress_new ("<b>&%n"));

  tenken_section_progress_set (TENKEN_SECTION_PROGRESS (progress), 1, 2, 0, 1);
  g_assert_cmpstr (tenken_section_progress_describe (TENKEN_SECTION_PROGRESS (progress)), ==,
                   "<b>&%n: 1 of 2 answered. 1 question left, about 1 minute");
  g_assert_finalize_object (progress);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/SectionProgress/shown", test_shown);
  g_test_add_func ("/Tenken/SectionProgress/markup", test_markup);
  return g_test_run ();
}
