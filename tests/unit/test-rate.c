/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-rate.h"
#include "tnk-score-private.h"

#define NAME "\"name\":{\"ja\":\"率\"},\"definition\":{\"ja\":\"÷\"}"
#define RATE "{\"id\":\"r\"," NAME ",\"numerator\":[\"items\"],\"denominator\":[\"items\"]}"

static GPtrArray *
load_text (const char *text,
           char **filename,
           GPtrArray **problems,
           GError **error)
{
  g_autofree char *dir = tnk_test_dir ();

  *filename = tnk_test_write (dir, "rates.json", text, -1);
  return tnk_rate_load_file (*filename, problems, error);
}

static TnkRate *
find (GPtrArray *rates,
      const char *id)
{
  for (guint i = 0; i < rates->len; i++)
    if (g_str_equal (tnk_rate_get_id (g_ptr_array_index (rates, i)), id))
      return g_ptr_array_index (rates, i);
  g_error ("there is no rate “%s”", id);
}

static void
finalize_all (GPtrArray *rates)
{
  g_ptr_array_set_free_func (rates, NULL);
  for (guint i = 0; i < rates->len; i++)
    g_assert_finalize_object (G_OBJECT (g_ptr_array_index (rates, i)));
}

/* The four rates of the design, from the file that ships. */
static void
test_shipped (void)
{
  static const struct
  {
    const char *id;
    const char *name;
    gint64 above;
    gint64 below;
  } expected[] = {
    {"submission", "提出率", 30, 40},
    {"answer", "回答率", 160, 200},
    {"implementation", "実施率", 90, 140},
    {"attainment", "到達率", 6, 8},
  };
  TnkFigures figures = {
    .people_asked = 40, .people_submitted = 30, .items = 200, .answered = 160, .implemented = 90, .partial = 30, .not_implemented = 20, .not_applicable = 15, .excepted = 5, .controls = 9, .controls_full = 3, .controls_gap = 6, .controls_rated = 8, .controls_attained = 6};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体", &figures, 80, 'B');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rates = tnk_rate_load_default (&error);

  g_assert_no_error (error);
  g_assert_cmpuint (rates->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    TnkRate *rate = g_ptr_array_index (rates, i);
    gint64 above = -1, below = -1;
    double percent = -1;

    g_assert_cmpstr (tnk_rate_get_id (rate), ==, expected[i].id);
    g_assert_cmpstr (tnk_text_get (tnk_rate_get_name (rate), "ja"), ==, expected[i].name);
    g_assert_true (tnk_text_has (tnk_rate_get_name (rate), "en"));
    g_assert_true (tnk_text_has (tnk_rate_get_definition (rate), "en"));
    g_assert_true (tnk_rate_of (rate, score, &percent, &above, &below));
    g_assert_cmpint (above, ==, expected[i].above);
    g_assert_cmpint (below, ==, expected[i].below);
    g_assert_cmpfloat_with_epsilon (percent, 100.0 * above / below, 1e-12);
  }
  finalize_all (rates);
  g_assert_finalize_object (g_steal_pointer (&score));
}

static void
test_undefined (void)
{
  TnkFigures figures = {0};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体", &figures, 0, 'D');
  g_autoptr (GPtrArray) rates = tnk_rate_load_default (NULL);
  gint64 above = -1, below = -1;
  double percent = -1;

  for (guint i = 0; i < rates->len; i++) {
    g_assert_false (tnk_rate_of (g_ptr_array_index (rates, i), score, &percent, &above, &below));
    g_assert_cmpint (above, ==, 0);
    g_assert_cmpint (below, ==, 0);
    g_assert_cmpfloat (percent, ==, -1);
    g_assert_false (tnk_rate_of (g_ptr_array_index (rates, i), score, NULL, NULL, NULL));
  }
  finalize_all (rates);
}

/* Nothing above the line is 0 per cent, not undefined. */
static void
test_zero (void)
{
  TnkFigures figures = {.people_asked = 4, .items = 3, .not_implemented = 2, .controls_rated = 1};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体", &figures, 0, 'D');
  g_autoptr (GPtrArray) rates = tnk_rate_load_default (NULL);

  for (guint i = 0; i < rates->len; i++) {
    double percent = -1;

    g_assert_true (tnk_rate_of (g_ptr_array_index (rates, i), score, &percent, NULL, NULL));
    g_assert_cmpfloat (percent, ==, 0);
  }
}

/* A body names a rate of its own, and what stands above and below the line. */
static void
test_own_rate (void)
{
  TnkFigures figures = {.items = 8, .implemented = 1, .partial = 2, .excepted = 3};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体", &figures, 0, 'D');
  g_autofree char *filename = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rates = load_text (
    "{\"format\":1,\"rates\":[{\"id\":\"begun\"," NAME ",\"numerator\":[\"implemented\",\"partial\",\"excepted\"],"
    "\"denominator\":[\"items\"]},{\"id\":\"second\"," NAME ",\"numerator\":[\"items\"],\"denominator\":[\"items\"]}]}",
    &filename, &problems, &error);
  TnkRate *rate;
  double percent;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (rates->len, ==, 2);
  rate = find (rates, "begun");
  g_assert_cmpstr (tnk_rate_get_numerator (rate)[2], ==, "excepted");
  g_assert_cmpuint (g_strv_length ((char **) tnk_rate_get_denominator (rate)), ==, 1);
  g_assert_true (tnk_rate_of (rate, score, &percent, NULL, NULL));
  g_assert_cmpfloat (percent, ==, 75);
  finalize_all (rates);
}

/* The user's own rates.json stands before the one that ships, unless TENKEN_DATA_DIR names another. */
static void
test_default_order (void)
{
  g_autofree char *user = tnk_test_user_dir ();
  g_autofree char *filename = tnk_test_write (user, "rates.json", "{\"format\":1,\"rates\":[" RATE "]}", -1);
  g_autofree char *data = g_strdup (g_getenv ("TENKEN_DATA_DIR"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shipped = NULL, own = NULL;

  if (data == NULL) {
    g_test_skip ("TENKEN_DATA_DIR is not set");
    return;
  }
  shipped = tnk_rate_load_default (&error);
  g_assert_no_error (error);
  g_assert_cmpuint (shipped->len, ==, 4);
  g_unsetenv ("TENKEN_DATA_DIR");
  own = tnk_rate_load_default (&error);
  g_setenv ("TENKEN_DATA_DIR", data, TRUE);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *where;
    const char *words;
  } faults[] = {
    {"{\"format\":2,\n\"rates\":[" RATE "]}", 1, "format", "from 1 to 1"},
    {"{\n\"rates\":[" RATE "]}", 1, "", "“format” is missing"},
    {"{\"format\":1}", 1, "", "“rates” is missing"},
    {"{\"format\":1,\n\"rates\":{}}", 2, "rates", "a list"},
    {"{\"format\":1,\n\"rates\":[\n1]}", 3, "rates[0]", "an object"},
    {"{\"format\":1,\n\"rates\":[" RATE ",\n" RATE "]}", 3, "rates[1]", "another rate has the id “r”"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r\"," NAME ",\n\"numerator\":[\"item\"],\"denominator\":[\"items\"]}]}", 3, "rates[0].numerator[0]", "no count “item”"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r\"," NAME ",\n\"numerator\":[],\"denominator\":[\"items\"]}]}", 3, "rates[0].numerator", "at least one"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r\"," NAME ",\n\"numerator\":[\"items\"]}]}", 2, "rates[0]", "“denominator” is missing"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r\"," NAME ",\n\"numerator\":[1],\"denominator\":[\"items\"]}]}", 3, "rates[0].numerator[0]", "a text in quotation marks"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r r\"," NAME ",\"numerator\":[\"items\"],\"denominator\":[\"items\"]}]}", 2, "rates[0].id", "cannot be an id"},
    {"{\"format\":1,\n\"rates\":[{\"id\":\"r\",\"definition\":{\"ja\":\"÷\"},\"numerator\":[\"items\"],\"denominator\":[\"items\"]}]}", 2, "rates[0]", "“name” is missing"},
    {"{\"format\":1,\n\"rate\":[],\n\"rates\":[" RATE "]}", 2, "rate", "not known here"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_autofree char *filename = NULL;
    g_autoptr (GPtrArray) problems = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rates = load_text (faults[i].text, &filename, &problems, &error);

    if (rates != NULL)
      g_test_message ("taken: %s", faults[i].text);
    g_assert_null (rates);
    g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
    g_assert_cmpuint (problems->len, <=, 1);
    tnk_test_assert_problem (problems, 0, filename, faults[i].line, faults[i].where, faults[i].words);
  }
}

static void
test_not_json (void)
{
  static const char *const texts[] = {"", "{", "{\"format\":1,\"format\":1}", "\xff"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *filename = NULL, *prefix = NULL;
    g_autoptr (GPtrArray) problems = NULL;
    g_autoptr (GError) error = NULL;

    g_assert_null (load_text (texts[i], &filename, &problems, &error));
    g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
    prefix = g_strconcat (filename, ":1: ", NULL);
    tnk_test_assert_line (error->message, prefix, "");
  }
}

static void
test_no_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = g_build_filename (dir, "none.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_rate_load_file (filename, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, "", filename);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Rate/shipped", test_shipped);
  g_test_add_func ("/Tenken/Rate/undefined", test_undefined);
  g_test_add_func ("/Tenken/Rate/zero", test_zero);
  g_test_add_func ("/Tenken/Rate/own-rate", test_own_rate);
  g_test_add_func ("/Tenken/Rate/default-order", test_default_order);
  g_test_add_func ("/Tenken/Rate/faults", test_faults);
  g_test_add_func ("/Tenken/Rate/not-json", test_not_json);
  g_test_add_func ("/Tenken/Rate/no-file", test_no_file);
  return g_test_run ();
}
