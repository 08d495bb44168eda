/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-language.h"
#include "tenken-month-picker.h"

/* The texts below a widget, in their order, a space between them. */
static void
collect (GtkWidget *widget,
         GString *texts)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

static GtkWidget *
find_button (GtkWidget *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_str_equal (gtk_button_get_label (GTK_BUTTON (widget)), label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
assert_months (int year,
               int month,
               const char *expected)
{
  GtkWidget *picker = g_object_ref_sink (tenken_month_picker_new (year, month));
  g_autoptr (GString) texts = g_string_new (NULL);

  collect (picker, texts);
  g_assert_cmpstr (texts->str, ==, expected);
  g_assert_finalize_object (picker);
}

static void
test_months (void)
{
  assert_months (2026, 11, "FY2026 Nov Dec Jan Feb Mar FY2027 Apr May Jun Jul Aug Sep Oct");
  assert_months (2026, 4, "FY2026 Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar");
  assert_months (2027, 3, "FY2026 Mar FY2027 Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb");
  assert_months (2027, 1, "FY2026 Jan Feb Mar FY2027 Apr May Jun Jul Aug Sep Oct Nov Dec");
}

static void
test_japanese (void)
{
  g_autoptr (GString) texts = g_string_new (NULL);
  GtkWidget *picker;

  tenken_language_set ("ja");
  picker = g_object_ref_sink (tenken_month_picker_new (2026, 12));
  collect (picker, texts);
  g_assert_true (g_str_has_prefix (texts->str, "令和8年度"));
  g_assert_nonnull (strstr (texts->str, "令和9年度"));
  g_assert_finalize_object (picker);
  tenken_language_set ("en");
}

static void
take (GtkWidget *picker,
      const char *month,
      char **taken)
{
  g_assert_null (*taken);
  *taken = g_strdup (month);
}

static void
assert_picked (const char *label,
               const char *name,
               const char *expected)
{
  GtkWidget *picker = g_object_ref_sink (tenken_month_picker_new (2026, 11)), *button = find_button (picker, label);
  g_autofree char *taken = NULL;

  g_signal_connect (picker, "picked", G_CALLBACK (take), &taken);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (taken, ==, expected);
  g_assert_finalize_object (picker);
}

static void
test_picked (void)
{
  assert_picked ("Nov", "November 2026", "2026-11");
  assert_picked ("Dec", "December 2026", "2026-12");
  assert_picked ("Jan", "January 2027", "2027-01");
  assert_picked ("Oct", "October 2027", "2027-10");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/MonthPicker/months", test_months);
  g_test_add_func ("/Tenken/MonthPicker/japanese", test_japanese);
  g_test_add_func ("/Tenken/MonthPicker/picked", test_picked);
  return g_test_run ();
}
