/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "tnk-error.h"
#include "tnk-json-scan-private.h"

static gboolean
check (const char *text,
       gsize length,
       char **message)
{
  /* A copy of exactly that length, so that reading past the end is seen. */
  g_autofree char *copy = g_memdup2 (text, length);
  g_autoptr (GError) error = NULL;
  gboolean sound = tnk_json_scan_check ("a.json", copy != NULL ? copy : "", length, &error);

  if (sound)
    g_assert_no_error (error);
  else
    g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
  if (message != NULL)
    *message = error != NULL ? g_strdup (error->message) : NULL;
  return sound;
}

static void
assert_sound (const char *text)
{
  g_autofree char *message = NULL;

  if (check (text, strlen (text), &message))
    return;
  g_test_message ("“%s” was refused: %s", text, message);
  g_test_fail ();
}

/* The message must begin with a.json:LINE: and hold the words, which may begin with the path. */
static void
assert_refused (const char *text,
                guint line,
                const char *words)
{
  g_autofree char *prefix = g_strdup_printf ("a.json:%u: ", line);
  g_autofree char *message = NULL;

  if (check (text, strlen (text), &message)) {
    g_test_message ("“%s” was taken", text);
    g_test_fail ();
    return;
  }
  tnk_test_assert_line (message, prefix, words);
}

static void
test_sound (void)
{
  static const char *const texts[] = {
    "{}", "[]", "0", "-0", "-1.5e+10", "1E9", "0.25", "\"\"", "true", "false", "null", " \t\r\n{ } \n",
    "[1,\"a\",true,false,null,{},[]]", "{\"a\":{\"a\":[{\"a\":1}]},\"b\":1}", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u3042\"",
    "\"\\ud83d\\ude00 😀 表\"", "{\"\":0}", "\"\x7f\""};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_sound (texts[i]);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *words;
  } faults[] = {
    {"", 1, "cut off"},
    {"\n\n", 3, "cut off"},
    {"{\n\"a\": 1,\n}", 3, "comma too many"},
    {"[\n1,\n]", 3, "[1]: a value is expected"},
    {"[1\n2]", 2, "a comma or a closing bracket"},
    {"{\"a\":1\n\"b\":2}", 2, "a comma or a closing brace"},
    {"{\n\"a\" 1}", 2, "a: a colon is expected"},
    {"{\n'a': 1}", 2, "quotation marks"},
    {"{a: 1}", 1, "quotation marks"},
    {"{1: 1}", 1, "quotation marks"},
    {"{} {}", 1, "something follows"},
    {"{}\n// x", 2, "something follows"},
    {"/* x */ {}", 1, "a value is expected"},
    {"[01]", 1, "leading zeros"},
    {"[-]", 1, "digits"},
    {"[+1]", 1, "a value is expected"},
    {"[.5]", 1, "a value is expected"},
    {"[1.]", 1, "after the decimal point"},
    {"[1e]", 1, "exponent"},
    {"[1e+]", 1, "exponent"},
    {"[NaN]", 1, "a value is expected"},
    {"[Infinity]", 1, "a value is expected"},
    {"[tru]", 1, "a value is expected"},
    {"[True]", 1, "a value is expected"},
    {"truex", 1, "something follows"},
    {"[\n\"a\nb\"]", 2, "[0]: a string must end on its line"},
    {"[\"a\tb\"]", 1, "control character"},
    {"[\"a\x1f\"]", 1, "control character"},
    {"[\"\\x\"]", 1, "a backslash must be followed"},
    {"[\"\\u12g4\"]", 1, "four hexadecimal digits"},
    {"[\"\\u12\"]", 1, "four hexadecimal digits"},
    {"]", 1, "a value is expected"},
    {"{\"a\": [1, {\"b\": }]}", 1, "a[1].b: a value is expected"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (faults[i].text, faults[i].line, faults[i].words);
}

static void
test_duplicates (void)
{
  assert_refused ("{\"a\":1,\n\"b\":2,\n\"a\":3}", 3, "a: the member stands here twice");
  assert_refused ("{\"x\":[{},\n{\"id\":1,\n\"id\":1}]}", 3, "x[1].id: the member stands here twice");
  assert_sound ("{\"a\":{\"a\":1},\"b\":{\"a\":1}}");
}

/* \u0064 is d: for the parser behind the scanner both members are “id”, and the last one wins. */
static void
test_duplicates_by_escape (void)
{
  assert_refused ("{\"id\":1,\n\"i\\u0064\":2}", 2, "twice");
}

/* Half of a surrogate pair is no character. The parser behind the scanner makes text that is not UTF-8 of it, or gives
 * up without naming the file. */
static void
test_lone_surrogates (void)
{
  assert_refused ("[\n\"\\ud800\"]", 2, "[0]: ");
  assert_refused ("[\n\"\\ud800 \"]", 2, "[0]: ");
  assert_refused ("[\n\"\\udc00\"]", 2, "[0]: ");
  assert_refused ("[\n\"\\ud800\\u0041\"]", 2, "[0]: ");
  assert_refused ("[\n\"\\ud800\\ud800\"]", 2, "[0]: ");
  assert_refused ("{\"\\ud800x\":1}", 1, "");
}

/* A text that ends at \u0000 would lose the rest unseen. */
static void
test_nul_escape (void)
{
  assert_refused ("[\n\"a\\u0000b\"]", 2, "[0]: ");
}

static void
test_bytes (void)
{
  g_autofree char *message = NULL, *nul = NULL;

  assert_refused ("{\"a\":\n\"\x8e\x52\"}", 2, "not UTF-8");
  assert_refused ("{\n\n\"\xff\":1}", 3, "not UTF-8");
  assert_refused ("[\"\xed\xa0\x80\"]", 1, "not UTF-8");
  g_assert_false (check ("{\"a\":\n\"b\0c\"}", 12, &message));
  tnk_test_assert_line (message, "a.json:2: ", "");
  g_assert_false (check ("\0", 1, &nul));
}

static const char small[] =
  "{\n  \"format\": 1,\n  \"title\": {\"ja\": \"表\\u8868\", \"en\": \"a\"},\n  \"list\": [true, -1.5e3, null, [\"x\"]]\n}";

static void
test_truncated (void)
{
  g_assert_true (check (small, strlen (small), NULL));
  for (gsize length = 0; length < strlen (small); length++) {
    g_autofree char *message = NULL;

    g_assert_false (check (small, length, &message));
    tnk_test_assert_line (message, "a.json:", "");
  }
}

/* One byte changed, everywhere, to everything that means something: whatever the scanner takes, the parser takes too. */
static void
test_changed_bytes (void)
{
  static const char bytes[] = "\0\"\\{}[]:,0-.eEutf /\n\x1f\x80\xff";

  for (gsize at = 0; at < strlen (small); at++)
    for (gsize b = 0; b < sizeof bytes; b++) {
      g_autofree char *text = g_strdup (small);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      text[at] = bytes[b];
      if (!check (text, strlen (small), NULL))
        continue;
      json_parser_load_from_data (parser, text, strlen (small), &error);
      g_assert_no_error (error);
    }
}

static char *
nested (guint depth,
        const char *open,
        const char *middle,
        const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, middle);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_deep_nesting (void)
{
  g_autofree char *fits = nested (64, "[", "1", "]");
  g_autofree char *mixed = nested (32, "{\"a\":[", "1", "]}");
  g_autofree char *deeper = nested (65, "[", "1", "]");
  g_autofree char *abyss = nested (2000000, "[", "", "");
  g_autofree char *objects = nested (500000, "{\"a\":", "", "");

  assert_sound (fits);
  assert_sound (mixed);
  assert_refused (deeper, 1, "nested too deeply");
  assert_refused (abyss, 1, "nested too deeply");
  assert_refused (objects, 1, "nested too deeply");
  /* Depth is what is open at once, not what was ever open. */
  g_autofree char *wide = nested (1, "[", "[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],"
                                          "[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],"
                                          "[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[],[]",
                                  "]");
  assert_sound (wide);
}

static void
test_find_line (void)
{
  static const char text[] = "{\n"
                             "  \"id\": \"x\",\n"
                             "  \"roles\": [\n"
                             "    {\"id\": \"a\"},\n"
                             "    {\n"
                             "      \"id\": \"b\",\n"
                             "      \"name\":\n"
                             "        {\"ja\": \"い\"}\n"
                             "    }\n"
                             "  ],\n"
                             "  \"last\": [[1,\n"
                             "2], 3]\n"
                             "}\n";
  static const struct
  {
    const char *path;
    guint line;
  } places[] = {
    {"", 1},
    {"id", 2},
    {"roles", 3},
    {"roles[0]", 4},
    {"roles[0].id", 4},
    {"roles[1]", 5},
    {"roles[1].id", 6},
    {"roles[1].name", 7},
    {"roles[1].name.ja", 8},
    {"last[0][1]", 12},
    {"last[1]", 12},
    /* what is not there is reported where it should be added */
    {"roles[1].description", 5},
    {"roles[1].name.en", 7},
    {"roles[0].name.en", 4},
    {"roles[2]", 3},
    {"roles[2].id", 3},
    {"edition", 1},
    {"a.b.c", 1},
    {"[0]", 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (GHashTable) lines = tnk_json_scan_index_lines (text, strlen (text));
    guint line = tnk_json_scan_get_line (lines, places[i].path);
    if (line != places[i].line)
      g_test_message ("path “%s”", places[i].path);
    g_assert_cmpuint (line, ==, places[i].line);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/JsonScan/sound", test_sound);
  g_test_add_func ("/Tenken/JsonScan/faults", test_faults);
  g_test_add_func ("/Tenken/JsonScan/duplicates", test_duplicates);
  g_test_add_func ("/Tenken/JsonScan/duplicates-by-escape", test_duplicates_by_escape);
  g_test_add_func ("/Tenken/JsonScan/lone-surrogates", test_lone_surrogates);
  g_test_add_func ("/Tenken/JsonScan/nul-escape", test_nul_escape);
  g_test_add_func ("/Tenken/JsonScan/bytes", test_bytes);
  g_test_add_func ("/Tenken/JsonScan/truncated", test_truncated);
  g_test_add_func ("/Tenken/JsonScan/changed-bytes", test_changed_bytes);
  g_test_add_func ("/Tenken/JsonScan/deep-nesting", test_deep_nesting);
  g_test_add_func ("/Tenken/JsonScan/find-line", test_find_line);
  return g_test_run ();
}
