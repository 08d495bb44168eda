/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-problems-private.h"

static void
test_fields (void)
{
  g_autoptr (TnkProblem) problem = tnk_problem_new ("people.csv", 12, "roles", "the role is not known");

  g_assert_cmpstr (tnk_problem_get_file (problem), ==, "people.csv");
  g_assert_cmpuint (tnk_problem_get_line (problem), ==, 12);
  g_assert_cmpstr (tnk_problem_get_where (problem), ==, "roles");
  g_assert_cmpstr (tnk_problem_get_message (problem), ==, "the role is not known");
}

static void
assert_string (const char *file,
               guint line,
               const char *where,
               const char *message,
               const char *expected)
{
  g_autoptr (TnkProblem) problem = tnk_problem_new (file, line, where, message);
  g_autofree char *text = tnk_problem_to_string (problem);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_string (void)
{
  assert_string ("people.csv", 12, "roles", "unknown", "people.csv:12: roles: unknown");
  assert_string ("people.csv", 12, NULL, "unknown", "people.csv:12: unknown");
  assert_string ("people.csv", 12, "", "unknown", "people.csv:12: unknown");
  assert_string ("people.csv", 0, NULL, "empty", "people.csv: empty");
  assert_string ("名簿.csv", 0, "氏名", "100%s", "名簿.csv: 氏名: 100%s");
}

/* A cell or member name can hold a line end; the report of it is one line all the same. */
static void
test_string_is_one_line (void)
{
  g_autoptr (TnkProblem) problem = tnk_problem_new ("a.json", 3, "a\nb", "“x\r\ny” is not known");
  g_autofree char *text = tnk_problem_to_string (problem);

  tnk_test_assert_line (text, "a.json:3: ", "is not known");
}

static void
test_boxed (void)
{
  TnkProblem *problem = tnk_problem_new ("a", 1, NULL, "b");
  TnkProblem *copy = g_boxed_copy (TNK_TYPE_PROBLEM, problem);

  tnk_problem_unref (problem);
  g_assert_cmpstr (tnk_problem_get_message (copy), ==, "b");
  g_boxed_free (TNK_TYPE_PROBLEM, copy);
}

static void
test_guards (void)
{
  tnk_test_expect_critical ();
  g_assert_null (tnk_problem_new (NULL, 1, NULL, "b"));
  tnk_test_expect_critical ();
  g_assert_null (tnk_problem_new ("a", 1, NULL, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_problem_to_string (NULL));
  g_test_assert_expected_messages ();
}

static void
test_list_without_fault (void)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  tnk_problems_init (&found);
  g_assert_true (tnk_problems_throw (&found, &list, TNK_ERROR_INVALID, &error));
  g_assert_no_error (error);
  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_list_names_the_first (void)
{
  g_auto (TnkProblems) one = {0}, three = {0};
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  tnk_problems_init (&one);
  tnk_problems_add (&one, "a.csv", 2, "name", "the cell of %s is empty", "p1");
  g_assert_false (tnk_problems_throw (&one, NULL, TNK_ERROR_INVALID, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "a.csv:2: name: the cell of p1 is empty");
  g_clear_error (&error);

  tnk_problems_init (&three);
  for (guint i = 1; i <= 3; i++)
    tnk_problems_add (&three, "a.csv", i, NULL, "fault %u", i);
  g_assert_false (tnk_problems_throw (&three, &list, TNK_ERROR_SYNTAX, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.csv:1: fault 1 (and 2 more)");
  g_assert_cmpuint (list->len, ==, 3);
  tnk_test_assert_problem (list, 2, "a.csv", 3, NULL, "fault 3");
}

static void
test_list_has_an_end (void)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("a.csv:1: fault (and %u more)", TNK_PROBLEMS_MAX + 499);

  tnk_problems_init (&found);
  for (guint i = 0; i < TNK_PROBLEMS_MAX + 500; i++)
    tnk_problems_add (&found, "a.csv", i + 1, NULL, "fault");
  g_assert_cmpuint (found.n, ==, TNK_PROBLEMS_MAX + 500);
  g_assert_false (tnk_problems_throw (&found, &list, TNK_ERROR_INVALID, &error));
  g_assert_cmpuint (list->len, ==, TNK_PROBLEMS_MAX);
  g_assert_cmpstr (error->message, ==, expected);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Problem/fields", test_fields);
  g_test_add_func ("/Tenken/Problem/string", test_string);
  g_test_add_func ("/Tenken/Problem/string-is-one-line", test_string_is_one_line);
  g_test_add_func ("/Tenken/Problem/boxed", test_boxed);
  g_test_add_func ("/Tenken/Problem/guards", test_guards);
  g_test_add_func ("/Tenken/Problems/without-fault", test_list_without_fault);
  g_test_add_func ("/Tenken/Problems/names-the-first", test_list_names_the_first);
  g_test_add_func ("/Tenken/Problems/has-an-end", test_list_has_an_end);
  return g_test_run ();
}
