/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-form-private.h"
#include "tnk-test.h"

static char *
find (const char *name,
      gpointer user_data)
{
  return g_strdup (g_str_equal (name, "empty") ? "" : g_str_equal (name, "signs") ? "{}[]"
                                                                                  : name);
}

static const struct
{
  const char *text;
  const char *expected; /* NULL: the fault holds these words */
  const char *words;
} cases[] = {
  {"① {a}", "① a", NULL},
  {"{a}{b}", "ab", NULL},
  {"x{empty}y", "xy", NULL},
  {"③ {a}[ (内線{b})]", "③ a (内線b)", NULL},
  {"③ {a}[ (内線{empty})]", "③ a", NULL},
  {"[{a}{empty}]z[{b}]", "zb", NULL},
  {"[always]", "always", NULL},
  {"{{a}} [[b]]", "{a} [b]", NULL},
  {"{signs}", "{}[]", NULL},
  {"", "", NULL},
  {"{a", NULL, "no “}”"},
  {"{}", NULL, "no “}”"},
  {"{a{b}", NULL, "no “}”"},
  {"a}", NULL, "closes nothing"},
  {"a]", NULL, "closes nothing"},
  {"[a", NULL, "never closed"},
  {"[a[b]]", NULL, "within another"},
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *fault = NULL;
  g_auto (GStrv) names = tnk_template_list_names (cases[i].text, &fault);

  if (cases[i].expected == NULL) {
    g_assert_null (names);
    g_assert_nonnull (fault);
    g_assert_nonnull (strstr (fault, cases[i].words));
    return;
  }
  g_assert_nonnull (names);
  g_assert_null (fault);
  g_autofree char *text = tnk_template_fill (cases[i].text, find, NULL);
  g_assert_cmpstr (text, ==, cases[i].expected);
}

static void
test_names (void)
{
  const char *fault = NULL;
  g_auto (GStrv) names = tnk_template_list_names ("{a}[{b}]{a}{{c}}", &fault);
  g_autofree char *joined = g_strjoinv (" ", names);

  g_assert_cmpstr (joined, ==, "a b a");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Template/fill/%u", i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/Tenken/Template/names", test_names);
  return g_test_run ();
}
