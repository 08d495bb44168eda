/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-test.h"
#include "tnk-xlsx-parts-private.h"

static void
test_formats (void)
{
  static const char *const dates[] = {
    "yyyy-mm-dd", "yyyy/m/d;@", "m/d/yy", "[$-411]ge.m.d", "[$-411]ggge\"年\"m\"月\"d\"日\"", "h:mm AM/PM", "ss.0", "mmm-yy", "aaa", "e",
    "[Red]yyyy-mm-dd", "\\d\\a\\yd", "[DBNum1]m\"月\""};
  static const char *const numbers[] = {
    "General", "GENERAL", "0", "#,##0.00", "0.00E+00", "\"day\"0", "\\d0", "[Red]-0", "[h]:mm:ss", "[mm]:ss", "@", "_-* #,##0_-", "", "0;yyyy",
    "\"unclosed", "[unclosed", "\\", "# ?\?/?\?", "[$¥-411]#,##0"};

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (!tnk_xlsx_format_is_date (dates[i])) {
      g_test_message ("“%s” should be a date", dates[i]);
      g_test_fail ();
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (tnk_xlsx_format_is_date (numbers[i])) {
      g_test_message ("“%s” should be no date", numbers[i]);
      g_test_fail ();
    }
}

static void
test_dates (void)
{
  static const struct
  {
    double serial;
    gboolean from_1904;
    const char *date;
  } cases[] = {
    {1, FALSE, "1900-01-01"},
    {59, FALSE, "1900-02-28"},
    {60, FALSE, NULL}, /* there was no 29 February 1900 */
    {61, FALSE, "1900-03-01"},
    {46347, FALSE, "2026-11-21"},
    {46347.5, FALSE, "2026-11-21T12:00:00"},
    {46347.999999, FALSE, "2026-11-22"}, /* a rounding error below midnight */
    {0.25, FALSE, "06:00:00"},
    {0, FALSE, "00:00:00"},
    {2958465, FALSE, "9999-12-31"},
    {2958466, FALSE, NULL},
    {-1, FALSE, NULL},
    {1e300, FALSE, NULL},
    {0, TRUE, "1904-01-01"},
    {44885, TRUE, "2026-11-21"},
    {60, TRUE, "1904-03-01"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = tnk_xlsx_format_date (cases[i].serial, cases[i].from_1904);

    g_assert_cmpstr (date, ==, cases[i].date);
  }
}

static void
test_unescape (void)
{
  static const struct
  {
    const char *stored;
    const char *meant;
  } cases[] = {
    {"a_x000D_b", "a\rb"},
    {"_x005F_x000D_", "_x000D_"},
    {"_xD83D__xDE00_", "😀"},
    {"_xD83D_", "\xef\xbf\xbd"},
    {"_xDE00_x", "\xef\xbf\xbdx"},
    {"_x0000_", "\xef\xbf\xbd"},
    {"_x00", "_x00"},
    {"_x00G0_", "_x00G0_"},
    {"_x0041", "_x0041"},
    {"__x0041_", "_A"},
    {"無関係", "無関係"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) text = g_string_new ("_x0041_");

    g_string_append (text, cases[i].stored);
    tnk_xlsx_unescape (text, 7);
    g_assert_true (g_str_has_prefix (text->str, "_x0041_"));
    g_assert_cmpstr (text->str + 7, ==, cases[i].meant);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/XlsxStyles/formats", test_formats);
  g_test_add_func ("/Tenken/XlsxStyles/dates", test_dates);
  g_test_add_func ("/Tenken/XlsxStrings/unescape", test_unescape);
  return g_test_run ();
}
