/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-problems-private.h"

/* One change to the small catalog, and the one problem that it must give. */
typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *where; /* the path in the problem */
  const char *at; /* what stands on the line that the problem must name; after each ^ the line below that one */
  const char *words; /* NULL: several problems arise, it is enough that the catalog is refused */
} Fault;

#define POLICY "chapters[0].sections[0].controls[0]"
#define TAKE_OUT "chapters[0].sections[0].controls[1]"
#define TRAINING "chapters[0].sections[1].controls[0]"
#define SCREEN "chapters[1].sections[0].controls[0]"
#define MEDIA "chapters[1].sections[0].controls[2]"

static const Fault faults[] = {
  /* the head */
  {"format-newer", "\"format\": 1", "\"format\": 2", "format", "\"format\"", "from 1 to 1"},
  {"format-text", "\"format\": 1", "\"format\": \"1\"", "format", "\"format\"", "whole number"},
  {"format-fraction", "\"format\": 1", "\"format\": 1.0", "format", "\"format\"", "whole number"},
  {"format-missing", "\"format\": 1,", "", "", "{", "“format” is missing"},
  {"id-missing", "\"id\": \"small\",", "", "", "{", "“id” is missing"},
  {"id-bad", "\"id\": \"small\"", "\"id\": \"小さい\"", "id", "小さい", "cannot be an id"},
  {"id-path", "\"id\": \"small\"", "\"id\": \"../small\"", "id", "../small", "cannot be an id"},
  {"id-number", "\"id\": \"small\"", "\"id\": 5", "id", "\"id\": 5", "a text in quotation marks"},
  {"edition-empty", "\"2026-1\"", "\"\"", "edition", "\"edition\"", "empty"},
  {"unknown-member", "\"edition\"", "\"color\": 1, \"edition\"", "color", "\"color\"", "not known here"},
  {"title-text", "{\"ja\": \"試験用の小さな基準\", \"en\": \"Small catalog for tests\"}", "\"基準\"", "title", "\"title\"",
   "an object"},
  {"title-without-ja", "\"ja\": \"試験用の小さな基準\", ", "", "title", "\"title\"", "“ja” is missing"},
  {"title-without-en", ", \"en\": \"Small catalog for tests\"", "", "title", "\"title\"", "“en” is missing"},
  {"title-in-french", "\"en\": \"Small catalog for tests\"", "\"en\": \"Small\", \"fr\": \"Petit\"", "title.fr", "\"title\"",
   "not known here"},
  {"effective-not-a-day", "\"2026-04-01\"", "\"2026-02-30\"", "effective", "\"effective\"", "not a day"},
  {"effective-words", "\"2026-04-01\"", "\"令和8年\"", "effective", "\"effective\"", "not a day"},
  {"effective-short", "\"2026-04-01\"", "\"2026-04\"", "effective", "\"effective\"", "not a day"},
  {"effective-week", "\"2026-04-01\"", "\"2026-W14-3\"", "effective", "\"effective\"", "not a day"},
  {"effective-number", "\"2026-04-01\"", "20260401", "effective", "\"effective\"", "a text in quotation marks"},
  {"language-unknown", "[\"ja\", \"en\"]", "[\"ja\", \"en\", \"fr\"]", "languages[2]", "\"languages\"", "“fr” is not known"},
  {"language-without-ja", "[\"ja\", \"en\"]", "[\"en\"]", "languages", "\"languages\"", "“ja” must be"},
  {"languages-text", "[\"ja\", \"en\"]", "\"ja\"", "languages", "\"languages\"", "a list"},
  {"language-number", "[\"ja\", \"en\"]", "[\"ja\", \"en\", 1]", "languages[2]", "\"languages\"", "a text in quotation marks"},
  /* roles and reasons */
  {"role-without-name", "\"name\": {\"ja\": \"課長\", \"en\": \"Manager\"},", "", "roles[1]", "^\"id\": \"manager\"", "“name” is missing"},
  {"reason-twice", "\"id\": \"no-work\"", "\"id\": \"no-system\"", "not_applicable_reasons[1]", "その仕事がない", "twice"},
  {"reason-text", "{\"id\": \"no-work\", \"text\": {\"ja\": \"その仕事がない\", \"en\": \"There is no such work\"}}", "\"x\"",
   "not_applicable_reasons[1]", "\"x\"", "an object"},
  /* chapters and sections */
  {"chapter-twice", "\"id\": \"2\",", "\"id\": \"1\",", "chapters[1]", "^^\"ja\": \"利用\"", "another chapter"},
  {"section-twice", "\"id\": \"1.2\",", "\"id\": \"1.1\",", "chapters[0].sections[1]", "^^\"ja\": \"教育\"", "another section"},
  {"section-member", "\"id\": \"1.2\",", "\"id\": \"1.2\", \"include\": \"a.json\",", "chapters[0].sections[1]", "", NULL},
  /* controls */
  {"control-twice", "\"id\": \"1.2-1\"", "\"id\": \"1.1-2\"", TRAINING, "^^\"clause\": \"1.2 (1)\"", "another control"},
  {"clause-twice", "\"clause\": \"1.2 (1)\"", "\"clause\": \"1.1 (2)\"", TRAINING, "^\"id\": \"1.2-1\"", "the clause “1.1 (2)”"},
  {"clause-empty", "\"clause\": \"1.2 (1)\"", "\"clause\": \"\"", TRAINING ".clause", "\"clause\": \"\"", "empty"},
  {"level-unknown", "\"recommended\"", "\"optional\"", TRAINING ".level", "\"optional\"", "“optional” is not known"},
  {"level-number", "\"recommended\"", "2", TRAINING ".level", "\"level\": 2", "a text in quotation marks"},
  {"weight-zero", "\"weight\": 3", "\"weight\": 0", POLICY ".weight", "\"weight\": 0", "from 1 to 100"},
  {"weight-high", "\"weight\": 3", "\"weight\": 101", POLICY ".weight", "\"weight\": 101", "from 1 to 100"},
  {"weight-fraction", "\"weight\": 3", "\"weight\": 2.5", POLICY ".weight", "\"weight\": 2.5", "whole number"},
  {"weight-huge", "\"weight\": 3", "\"weight\": 18446744073709551617", POLICY ".weight", "\"weight\": 1844", "whole number"},
  {"weight-null", "\"weight\": 3", "\"weight\": null", POLICY ".weight", "\"weight\": null", "whole number"},
  {"critical-text", "\"weight\": 3,\n              \"critical\": true", "\"critical\": \"yes\"", POLICY ".critical", "\"critical\"", "true or false"},
  {"guidance-missing", "\"guidance\": {\"ja\": \"年に一度、訓練します。\", \"en\": \"Hold an exercise once a year.\"},", "", TRAINING,
   "^\"id\": \"1.2-1\"", "“guidance” is missing"},
  {"tag-number", "\"tags\": [\"policy\", \"organisation\"]", "\"tags\": [\"policy\", 1]", POLICY ".tags[1]", "\"tags\"", "a text in quotation marks"},
  {"text-empty", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"\"", TRAINING ".guidance.ja", "\"ja\": \"\"", "empty"},
  {"text-blank", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"　\"", TRAINING ".guidance.ja", "\"ja\": \"　\"", "white space"},
  {"text-padded", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度、訓練します。 \"", TRAINING ".guidance.ja", "訓練します。", "white space"},
  {"text-line-end", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度、\\n訓練します。\"", TRAINING ".guidance.ja", "訓練します。", "control character"},
  {"text-bell", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度、\\u0007訓練します。\"", TRAINING ".guidance.ja", "訓練します。", "control character"},
  {"text-c1", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度、\\u0085訓練します。\"", TRAINING ".guidance.ja", "訓練します。", "control character"},
  {"text-array", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": [\"年\"]", TRAINING ".guidance.ja", "\"年\"", "a text in quotation marks"},
  {"text-nul", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度\\u0000、訓練します。\"", TRAINING ".guidance.ja", "訓練します。", ""},
  {"text-half-a-pair", "\"ja\": \"年に一度、訓練します。\"", "\"ja\": \"年に一度\\ud800、訓練します。\"", TRAINING ".guidance.ja", "訓練します。", ""},
  /* duties */
  {"mark-unknown", "\"permits\"", "\"allows\"", TRAINING ".duties.manager", "\"allows\"", "“allows” is not a mark"},
  {"mark-none", "\"permits\"", "\"none\"", TRAINING ".duties.manager", "\"none\"", "“none” is not a mark"},
  {"mark-symbol", "\"permits\"", "\"許\"", TRAINING ".duties.manager", "\"許\"", "“許” is not a mark"},
  {"duty-unknown-role", "\"contractor\": \"informed\"", "\"mayor\": \"informed\"", TRAINING ".duties.mayor", "\"mayor\"", "not known here"},
  {"duties-list", "\"duties\": {}", "\"duties\": []", "chapters[1].sections[0].controls[3].duties", "\"duties\": []", "an object"},
  {"duties-missing", "\"duties\": {},", "", "chapters[1].sections[0].controls[3]", "^\"id\": \"2.1-3\"", "“duties” is missing"},
  {"duty-without-question", "\"duties\": {}", "\"duties\": {\"staff\": \"responsible\"}", "chapters[1].sections[0].controls[3].duties",
   "\"duties\": {\"staff\": \"responsible\"},\n              \"questions\": []", "no question"},
  /* questions */
  {"questions-missing", ",\n              \"questions\": []", "", "chapters[1].sections[0].controls[3]", "^\"id\": \"2.1-3\"", "“questions” is missing"},
  {"question-unknown-role", "[\"staff\", \"manager\"]", "[\"staff\", \"manager\", \"mayor\"]", TAKE_OUT ".questions[0].roles[2]", "\"mayor\"",
   "“mayor” is not among the roles"},
  {"question-role-twice", "[\"staff\", \"manager\"]", "[\"staff\", \"manager\", \"staff\"]", TAKE_OUT ".questions[0].roles[2]", "\"manager\", \"staff\"", "twice"},
  {"question-role-without-duty", "[\"staff\", \"manager\"]", "[\"staff\", \"manager\", \"contractor\"]", TAKE_OUT, "^\"id\": \"1.1-2\"",
   "“contractor” is asked a question but has no duty"},
  {"question-two-for-a-role", "\"kind\": \"single\",", "", SCREEN, "", NULL},
  {"question-id-twice", "\"id\": \"lock\"", "\"id\": \"device\"", SCREEN ".questions[1]", "", NULL},
  {"question-without-text", ",\n                  \"text\": {\"ja\": \"月に一度、媒体の数を確かめていますか。\", \"en\": \"Do you count the media every month?\"}", "",
   MEDIA ".questions[0]", "^\"roles\": [\"manager\"]\n", "“text” is missing"},
  {"kind-unknown", "\"id\": \"take-out\",", "\"id\": \"take-out\", \"kind\": \"slider\",", TAKE_OUT ".questions[0].kind", "\"slider\"", "“slider” is not known"},
  {"choices-for-a-scale", "\"id\": \"take-out\",", "\"id\": \"take-out\", \"choices\": [{\"id\": \"a\", \"text\": {\"ja\": \"甲\", \"en\": \"A\"}}],", TAKE_OUT ".questions[0]", "^\"take-out\"", "only with the kinds"},
  {"choices-empty",
   "[\n                    {\"id\": \"desk\", \"text\": {\"ja\": \"机の端末\", \"en\": \"A desktop computer\"}},\n"
   "                    {\"id\": \"tablet\", \"text\": {\"ja\": \"タブレット\", \"en\": \"A tablet\"}},\n"
   "                    {\"id\": \"phone\", \"text\": {\"ja\": \"電話\", \"en\": \"A telephone\"}}\n                  ]",
   "[]", SCREEN, "", NULL},
  {"choice-twice", "\"id\": \"phone\"", "\"id\": \"desk\"", SCREEN ".questions[0].choices[2]", "電話", "twice"},
  {"anchor-missing", "\"partial\": {\"ja\": \"見直しの途中である。\", \"en\": \"The review is under way.\"},", "", POLICY ".questions[0].anchors",
   "\"anchors\"", "“partial” is missing"},
  {"anchor-unknown", "\"partial\": {", "\"excepted\": {\"ja\": \"例外\", \"en\": \"x\"}, \"partial\": {", POLICY ".questions[0].anchors.excepted", "\"excepted\"",
   "not known here"},
  {"condition-later", "\"question\": \"device\"", "\"question\": \"2.1-2.2/manager\"", SCREEN ".questions[1].ask_if", "\"ask_if\"", "no question “2.1-2.2/manager”"},
  {"condition-itself", "\"question\": \"device\"", "\"question\": \"lock\"", SCREEN ".questions[1].ask_if", "\"ask_if\"", "no question “lock”"},
  {"condition-answer-unknown", "[\"desk\", \"tablet\"]", "[\"desk\", \"table\"]", SCREEN ".questions[1].ask_if.answers", "\"ask_if\"", "“table” cannot be answered"},
  {"condition-answer-number", "[\"desk\", \"tablet\"]", "[\"desk\", 1]", SCREEN ".questions[1].ask_if.answers[1]", "\"ask_if\"", "a text in quotation marks"},
  /* what JSON itself refuses: the path stands in where here too */
  {"json-member-twice", "\"edition\": \"2026-1\",", "\"edition\": \"2026-1\",\n  \"edition\": \"2026-1\",", "edition", "^\"title\"", "twice"},
  {"json-comma", "\"weight\": 3,", "\"weight\": 3", POLICY, "\"critical\"", "a comma or a closing brace"},
};

static char *
small_text (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");

  return tnk_test_read (filename);
}

/* Loads a text that must be refused, with an error that repeats the first problem. */
static GPtrArray *
refuse (const char *text,
        gssize length)
{
  GPtrArray *problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_data ("a.json", text, length, &problems, &error);

  g_assert_null (catalog);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (problems);
  if (error != NULL && problems != NULL && problems->len > 0) {
    g_autofree char *first = tnk_problem_to_string (g_ptr_array_index (problems, 0));
    tnk_test_assert_line (error->message, first, "");
  }
  return problems;
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  g_autofree char *text = small_text ();
  g_autofree char *changed = tnk_test_replace (text, fault->from, fault->to);
  g_autoptr (GPtrArray) problems = refuse (changed, -1);
  guint line;

  if (fault->words == NULL || problems == NULL)
    return;
  line = tnk_test_line_of (changed, fault->at + strspn (fault->at, "^")) - strspn (fault->at, "^");
  g_assert_cmpuint (problems->len, ==, 1);
  tnk_test_assert_problem (problems, 0, "a.json", line, fault->where, fault->words);
}

/* Every fault of a file is reported, not the first alone. */
static void
test_all_faults (void)
{
  g_autofree char *text = small_text ();
  g_autofree char *one = tnk_test_replace (text, "\"weight\": 3", "\"weight\": 0");
  g_autofree char *two = tnk_test_replace (one, "\"weight\": 2", "\"weight\": \"2\"");
  g_autofree char *three = tnk_test_replace (two, "\"clause\": \"2.1 (3)\"", "\"clause\": 1");
  g_autoptr (GPtrArray) problems = refuse (three, -1);

  g_assert_cmpuint (problems->len, ==, 3);
  tnk_test_assert_problem (problems, 0, "a.json", tnk_test_line_of (three, "\"weight\": 0"), POLICY ".weight", "");
  tnk_test_assert_problem (problems, 1, "a.json", tnk_test_line_of (three, "\"weight\": \"2\""), TRAINING ".weight", "");
  tnk_test_assert_problem (problems, 2, "a.json", tnk_test_line_of (three, "\"clause\": 1"),
                           "chapters[1].sections[0].controls[3].clause", "");
}

static void
test_role_twice (void)
{
  g_autofree char *text = small_text ();
  g_autofree char *changed = tnk_test_replace (text, "\"id\": \"contractor\"", "\"id\": \"staff\"");
  g_autoptr (GPtrArray) problems = refuse (changed, -1);

  tnk_test_assert_problem (problems, 0, "a.json", tnk_test_line_of (changed, "\"ja\": \"委託先") - 2, "roles[3]",
                           "another role");
}

/* The small catalog with so many roles before its own four. */
static char *
text_with_roles (guint n)
{
  g_autofree char *text = small_text ();
  g_autoptr (GString) roles = g_string_new ("\"roles\": [\n");

  for (guint i = 0; i < n - 4; i++)
    g_string_append_printf (roles,
                            "{\"id\": \"r%u\", \"name\": {\"ja\": \"役\", \"en\": \"r\"}, "
                            "\"description\": {\"ja\": \"役\", \"en\": \"r\"}},\n",
                            i);
  return tnk_test_replace (text, "\"roles\": [\n", roles->str);
}

static void
test_too_many_roles (void)
{
  g_autofree char *fits = text_with_roles (TNK_CATALOG_MAX_ROLES);
  g_autofree char *too_many = text_with_roles (TNK_CATALOG_MAX_ROLES + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_data ("a.json", fits, -1, NULL, &error);
  g_autoptr (GPtrArray) problems = refuse (too_many, -1);

  g_assert_no_error (error);
  g_assert_cmpuint (tnk_catalog_get_n_roles (catalog), ==, TNK_CATALOG_MAX_ROLES);
  /* the last column has its bit too */
  g_assert_nonnull (tnk_catalog_lookup_role (catalog, "contractor"));
  g_assert_cmpuint (tnk_control_get_n_duties (tnk_catalog_get_control (catalog, 2)), ==, 3);
  tnk_test_assert_problem (problems, 0, "a.json", tnk_test_line_of (too_many, "\"roles\""), "roles", "from 1 to 64");
}

static void
test_longest (void)
{
  for (guint extra = 0; extra <= 1; extra++) {
    g_autofree char *text = small_text ();
    g_autofree char *id = g_strnfill (64 + extra, 'a');
    /* characters are counted, not bytes */
    g_autofree char *narrow = g_strnfill (4000 + extra, 'x');
    g_auto (GStrv) parts = g_strsplit (narrow, "x", -1);
    g_autofree char *words = g_strjoinv ("長", parts);
    g_autofree char *with_id = tnk_test_replace (text, "take-out", id);
    g_autofree char *with_text = tnk_test_replace (with_id, "Fix a day for the review.", words);
    g_autoptr (GPtrArray) problems = NULL;
    g_autoptr (TnkCatalog) catalog = tnk_catalog_load_data ("a.json", with_text, -1, &problems, NULL);

    g_assert_cmpuint (problems->len, ==, extra * 2);
    g_assert_true ((catalog == NULL) == (extra == 1));
  }
}

/* A catalog that was cut off anywhere is refused, with a line of the file. */
static void
test_truncated (void)
{
  g_autofree char *text = small_text ();

  for (gsize length = 0; length + 2 < strlen (text); length += length < 300 || g_test_slow () ? 1 : 41) {
    g_autofree char *cut = g_strndup (text, length);
    g_autoptr (GPtrArray) problems = refuse (cut, -1);
    TnkProblem *problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

    g_assert_cmpuint (problems->len, ==, 1);
    if (problem == NULL)
      return;
    g_assert_cmpstr (tnk_problem_get_file (problem), ==, "a.json");
    g_assert_cmpuint (tnk_problem_get_line (problem), >=, 1);
    g_assert_cmpuint (tnk_problem_get_line (problem), <=, tnk_test_line_of (text, "\n      ]\n    }\n  ]\n}") + 5);
  }
}

/* A few bytes changed at random: whatever is still a catalog can be written and read again. */
static void
test_changed_bytes (void)
{
  static const char bytes[] = "\"\\{}[]:,0123 \nabcu.-/\x80\xe3";
  g_autofree char *text = small_text ();
  gsize length = strlen (text);

  for (guint round = 0; round < (g_test_slow () ? 5000 : 300); round++) {
    g_autofree char *changed = g_strdup (text);
    g_autofree char *written = NULL;
    g_autoptr (GPtrArray) problems = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkCatalog) catalog = NULL, again = NULL;

    for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
      changed[g_test_rand_int_range (0, length)] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
    catalog = tnk_catalog_load_data ("a.json", changed, -1, &problems, NULL);
    g_assert_true ((catalog == NULL) == (problems->len > 0));
    if (catalog == NULL)
      continue;
    written = tnk_catalog_to_data (catalog);
    again = tnk_catalog_load_data ("b.json", written, -1, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (again != NULL && tnk_catalog_equal (catalog, again));
  }
}

/* --- files --- */

#define SECTION "{\"id\": \"1.2\", \"title\": {\"ja\": \"教育\", \"en\": \"Training\"}, \"controls\": []}"

/* The small catalog with its section 1.2 replaced by an entry that includes a file; returns the catalog's file. */
static char *
write_including (const char *dir,
                 const char *name)
{
  g_autofree char *text = small_text ();
  const char *from = strstr (text, "        {\n          \"id\": \"1.2\"");
  const char *to = strstr (from, "        }\n      ]\n    },");
  g_autofree char *head = g_strndup (text, from - text);
  g_autofree char *changed = g_strconcat (head, "{\"include\": \"", name, "\"", to + strlen ("        "), NULL);

  return tnk_test_write (dir, "main.json", changed, -1);
}

static void
test_include (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *text = small_text ();
  const char *from = strstr (text, "        {\n          \"id\": \"1.2\"");
  g_autofree char *section = g_strndup (from, strstr (from, "\n      ]\n    },") - from);
  g_autofree char *included = tnk_test_write (dir, "parts/1.2.json", section, -1);
  g_autofree char *filename = write_including (dir, "parts/1.2.json");
  g_autoptr (TnkCatalog) whole = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (catalog != NULL && tnk_catalog_equal (catalog, whole));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static GPtrArray *
refuse_file (const char *filename)
{
  GPtrArray *problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, &problems, &error);

  g_assert_null (catalog);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  return problems;
}

static void
test_include_path (gconstpointer data)
{
  g_autofree char *outer = tnk_test_dir ();
  g_autofree char *dir = g_build_filename (outer, "catalogs", NULL);
  g_autofree char *beside = tnk_test_write (outer, "x.json", SECTION, -1);
  g_autofree char *below = tnk_test_write (dir, "sub/x.json", SECTION, -1);
  g_autofree char *filename = write_including (dir, data);
  g_autofree char *text = tnk_test_read (filename);
  g_autoptr (GPtrArray) problems = refuse_file (filename);

  g_assert_cmpuint (problems->len, ==, 1);
  tnk_test_assert_problem (problems, 0, filename, tnk_test_line_of (text, "include"), "chapters[0].sections[1]", "");
}

static void
test_include_faults (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = write_including (dir, "a.json");
  g_autofree char *included = g_build_filename (dir, "a.json", NULL);
  static const struct
  {
    const char *text;
    guint line;
    const char *where;
    const char *words;
  } cases[] = {
    {"{\n\"id\": \"1.2\",\n\"title\": {\"ja\": \"教育\", \"en\": \"\"},\n\"controls\": []}", 3, "title.en", "empty"},
    {"{\n\"id\": \"1.2\",\n\"title\": {\"ja\": \"教育\", \"en\": \"x\"}\n}", 1, "", "“controls” is missing"},
    {"\n[]", 2, "", "an object"},
    {"\n{\"id\": \"1.2\",\n", 3, "", "cut off"},
    {"{\n\"id\": \"1.2\",\n\"title\": {\"ja\": \"\x8b\xb3\"}}", 3, NULL, "not UTF-8"},
    {"{\"id\": \"1.1\", \"title\": {\"ja\": \"教育\", \"en\": \"x\"}, \"controls\": []}", 1, "", "another section"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *written = tnk_test_write (dir, "a.json", cases[i].text, -1);
    g_autoptr (GPtrArray) problems = refuse_file (filename);
    TnkProblem *problem = g_ptr_array_index (problems, 0);

    g_assert_cmpuint (problems->len, ==, 1);
    tnk_test_assert_problem (problems, 0, included, cases[i].line,
                             cases[i].where != NULL && *cases[i].where != '\0' ? cases[i].where : tnk_problem_get_where (problem),
                             cases[i].words);
  }
}

static void
test_include_from_data (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = write_including (dir, "a.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autoptr (GPtrArray) problems = refuse (text, -1);

  tnk_test_assert_problem (problems, 0, "a.json", tnk_test_line_of (text, "include"), "chapters[0].sections[1]",
                           "cannot be included");
}

static void
test_no_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = g_build_filename (dir, "none.json", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_catalog_load_file (filename, &problems, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, filename, "");
  g_assert_null (problems);
  g_clear_error (&error);
  g_assert_null (tnk_catalog_load_file (dir, &problems, &error));
  g_assert_nonnull (error);
}

/* A folder's name may hold a colon and a digit, as the time of a copy does. */
static void
test_colon_in_filename (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = tnk_test_write (dir, "12:30/a.json", "{\n\n", -1);
  g_autoptr (GPtrArray) problems = refuse_file (filename);
  TnkProblem *problem = g_ptr_array_index (problems, 0);

  g_assert_cmpstr (tnk_problem_get_file (problem), ==, filename);
  g_assert_cmpuint (tnk_problem_get_line (problem), ==, 3);
}

int
main (int argc,
      char **argv)
{
  static const char *const bad_includes[] = {
    "../x.json", "sub/../../x.json", "sub/../sub/x.json", "/etc/hostname", "./sub/x.json", "sub//x.json", "sub\\\\x.json",
    "none.json", "sub", "sub/", "..", "."};

  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/CatalogLoader/fault/", faults[i].name, NULL);
    g_test_add_data_func (path, &faults[i], test_fault);
  }
  g_test_add_func ("/Tenken/CatalogLoader/all-faults", test_all_faults);
  g_test_add_func ("/Tenken/CatalogLoader/role-twice", test_role_twice);
  g_test_add_func ("/Tenken/CatalogLoader/too-many-roles", test_too_many_roles);
  g_test_add_func ("/Tenken/CatalogLoader/longest", test_longest);
  g_test_add_func ("/Tenken/CatalogLoader/truncated", test_truncated);
  g_test_add_func ("/Tenken/CatalogLoader/changed-bytes", test_changed_bytes);
  g_test_add_func ("/Tenken/CatalogLoader/include", test_include);
  for (guint i = 0; i < G_N_ELEMENTS (bad_includes); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/CatalogLoader/include-path/%u", i);
    g_test_add_data_func (path, bad_includes[i], test_include_path);
  }
  g_test_add_func ("/Tenken/CatalogLoader/include-faults", test_include_faults);
  g_test_add_func ("/Tenken/CatalogLoader/include-from-data", test_include_from_data);
  g_test_add_func ("/Tenken/CatalogLoader/no-file", test_no_file);
  g_test_add_func ("/Tenken/CatalogLoader/colon-in-filename", test_colon_in_filename);
  return g_test_run ();
}
