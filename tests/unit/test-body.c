/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-body-private.h"

/* Rows in the order of a file: id, parent. */
typedef struct
{
  const char *id;
  const char *parent;
} Row;

static GArray *
rows_of (const Row *rows,
         guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (TnkDepartmentRow));

  g_array_set_clear_func (array, tnk_department_row_clear);
  for (guint i = 0; i < n; i++) {
    TnkDepartmentRow row = {
      .id = g_strdup (rows[i].id),
      .name = g_strconcat ("部", rows[i].id, NULL),
      .parent_id = g_strdup (rows[i].parent),
      .line = i + 2,
    };
    g_array_append_val (array, row);
  }
  return array;
}

static TnkBody *
body_of (const Row *rows,
         guint n)
{
  TnkBody *body = tnk_body_new_empty ();
  g_autoptr (GArray) array = rows_of (rows, n);
  g_auto (TnkProblems) problems = {0};

  tnk_problems_init (&problems);
  g_assert_true (tnk_body_set_departments (body, array, "d.csv", &problems));
  g_assert_cmpuint (problems.n, ==, 0);
  return body;
}

/* The tree as text: id, depth and end of the subtree of each, in tree order. */
static char *
tree_of (TnkBody *body)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *department = tnk_body_get_department (body, i);
    g_assert_cmpuint (tnk_department_get_index (department), ==, i);
    g_assert_true (tnk_body_lookup_department (body, tnk_department_get_id (department)) == department);
    g_string_append_printf (text, "%s%s/%u<%u", i > 0 ? " " : "", tnk_department_get_id (department),
                            tnk_department_get_depth (department), tnk_body_get_subtree_end (body, i));
  }
  return g_string_free (text, FALSE);
}

static void
test_tree_order (void)
{
  static const Row rows[] = {{"a", ""}, {"b", NULL}, {"a1", "a"}, {"b1", "b"}, {"a2", "a"}, {"a11", "a1"}, {"b2", "b"}};
  g_autoptr (TnkBody) body = body_of (rows, G_N_ELEMENTS (rows));
  g_autofree char *tree = tree_of (body);

  g_assert_cmpstr (tree, ==, "a/0<4 a1/1<3 a11/2<3 a2/1<4 b/0<7 b1/1<6 b2/1<7");
  g_assert_cmpstr (tnk_department_get_name (tnk_body_get_department (body, 2)), ==, "部a11");
  g_assert_null (tnk_department_get_parent (tnk_body_get_department (body, 0)));
  g_assert_true (tnk_department_get_parent (tnk_body_get_department (body, 2)) == tnk_body_get_department (body, 1));
  g_assert_null (tnk_body_lookup_department (body, "c"));
  g_assert_cmpuint (tnk_body_get_n_people (body), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&body));
}

/* A child may stand in the file before the one above it. */
static void
test_child_first (void)
{
  static const Row rows[] = {{"a11", "a1"}, {"a1", "a"}, {"b", ""}, {"a", ""}};
  g_autoptr (TnkBody) body = body_of (rows, G_N_ELEMENTS (rows));
  g_autofree char *tree = tree_of (body);

  g_assert_cmpstr (tree, ==, "b/0<1 a/0<4 a1/1<4 a11/2<4");
  g_assert_finalize_object (g_steal_pointer (&body));
}

static void
test_within (void)
{
  static const Row rows[] = {{"a", ""}, {"a1", "a"}, {"a11", "a1"}, {"a2", "a"}, {"b", ""}};
  g_autoptr (TnkBody) body = body_of (rows, G_N_ELEMENTS (rows));
  TnkDepartment *a = tnk_body_lookup_department (body, "a");
  TnkDepartment *a1 = tnk_body_lookup_department (body, "a1");
  TnkDepartment *a11 = tnk_body_lookup_department (body, "a11");
  TnkDepartment *a2 = tnk_body_lookup_department (body, "a2");
  TnkDepartment *b = tnk_body_lookup_department (body, "b");

  g_assert_true (tnk_department_is_within (a, a));
  g_assert_true (tnk_department_is_within (a11, a1));
  g_assert_true (tnk_department_is_within (a11, a));
  g_assert_false (tnk_department_is_within (a, a1));
  g_assert_false (tnk_department_is_within (a2, a1));
  g_assert_false (tnk_department_is_within (b, a));
  g_assert_false (tnk_department_is_within (a, b));
  g_assert_finalize_object (g_steal_pointer (&body));
}

/* A chain as deep as a stack would not stand, and a fan as wide. */
static void
test_deep_and_wide (void)
{
  enum { N = 20000 };
  g_autofree int *parents = g_new (int, N);
  g_autoptr (TnkBody) deep = NULL, wide = NULL;

  for (int i = 0; i < N; i++)
    parents[i] = i - 1;
  deep = tnk_test_body (parents, N);
  g_assert_cmpuint (tnk_department_get_depth (tnk_body_get_department (deep, N - 1)), ==, N - 1);
  g_assert_cmpuint (tnk_body_get_subtree_end (deep, 0), ==, N);
  g_assert_cmpuint (tnk_body_get_subtree_end (deep, N - 1), ==, N);
  for (int i = 0; i < N; i++)
    parents[i] = i == 0 ? -1 : 0;
  wide = tnk_test_body (parents, N);
  g_assert_cmpuint (tnk_body_get_subtree_end (wide, 0), ==, N);
  g_assert_cmpuint (tnk_body_get_subtree_end (wide, 1), ==, 2);
  g_assert_finalize_object (g_steal_pointer (&deep));
  g_assert_finalize_object (g_steal_pointer (&wide));
}

/* The subtree of every department of a random forest is a run, and holds just those that lead up to it. */
static void
test_random_forests (void)
{
  for (guint round = 0; round < (g_test_slow () ? 500 : 30); round++) {
    guint n = g_test_rand_int_range (1, 40);
    g_autofree int *parents = g_new (int, n);
    g_autoptr (TnkBody) body = NULL;

    for (guint i = 0; i < n; i++)
      parents[i] = g_test_rand_int_range (-1, i);
    body = tnk_test_body (parents, n);
    g_assert_cmpuint (tnk_body_get_n_departments (body), ==, n);
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++) {
        TnkDepartment *below = tnk_body_get_department (body, j);
        TnkDepartment *above = tnk_body_get_department (body, i);
        TnkDepartment *up = below;

        while (up != NULL && up != above)
          up = tnk_department_get_parent (up);
        g_assert_cmpint (tnk_department_is_within (below, above), ==, up != NULL);
        g_assert_cmpint (j >= i && j < tnk_body_get_subtree_end (body, i), ==, up != NULL);
      }
    g_assert_finalize_object (g_steal_pointer (&body));
  }
}

static void
refuse (const Row *rows,
        guint n,
        TnkProblems *problems)
{
  g_autoptr (TnkBody) body = tnk_body_new_empty ();
  g_autoptr (GArray) array = rows_of (rows, n);

  tnk_problems_init (problems);
  g_assert_false (tnk_body_set_departments (body, array, "d.csv", problems));
  g_assert_finalize_object (g_steal_pointer (&body));
}

static void
test_doubled (void)
{
  static const Row rows[] = {{"a", ""}, {"b", "a"}, {"b", "a"}, {"a", "b"}};
  g_auto (TnkProblems) problems = {0};

  refuse (rows, G_N_ELEMENTS (rows), &problems);
  g_assert_cmpuint (problems.n, ==, 2);
  tnk_test_assert_problem (problems.list, 0, "d.csv", 4, "department_id", "“b” stands on line 3 already");
  tnk_test_assert_problem (problems.list, 1, "d.csv", 5, "department_id", "“a” stands on line 2 already");
}

static void
test_missing_parents (void)
{
  static const Row rows[] = {{"a", ""}, {"b", "x"}, {"c", "b"}, {"d", "y"}};
  g_auto (TnkProblems) problems = {0};

  refuse (rows, G_N_ELEMENTS (rows), &problems);
  g_assert_cmpuint (problems.n, ==, 2);
  tnk_test_assert_problem (problems.list, 0, "d.csv", 3, "parent_id", "“x”");
  tnk_test_assert_problem (problems.list, 1, "d.csv", 5, "parent_id", "“y”");
}

static void
test_circles (void)
{
  static const Row itself[] = {{"a", ""}, {"b", "b"}};
  static const Row three[] = {{"a", "c"}, {"b", "a"}, {"c", "b"}, {"d", "a"}, {"e", ""}};
  g_auto (TnkProblems) one = {0}, many = {0};

  refuse (itself, G_N_ELEMENTS (itself), &one);
  g_assert_cmpuint (one.n, ==, 1);
  tnk_test_assert_problem (one.list, 0, "d.csv", 3, "parent_id", "“b” stands in a circle");
  refuse (three, G_N_ELEMENTS (three), &many);
  g_assert_cmpuint (many.n, ==, 4);
  for (guint i = 0; i < 4; i++)
    tnk_test_assert_problem (many.list, i, "d.csv", i + 2, "parent_id", "circle");
}

/* A circle is reported beside the other faults, so that one dry run lists every bad row. */
static void
test_circle_beside_other_faults (void)
{
  static const Row rows[] = {{"a", ""}, {"b", "c"}, {"c", "b"}, {"d", "x"}, {"e", "d"}};
  g_auto (TnkProblems) problems = {0};

  refuse (rows, G_N_ELEMENTS (rows), &problems);
  /* e hangs below d, whose fault is reported: that is no circle */
  g_assert_cmpuint (problems.n, ==, 3);
}

static void
test_people (void)
{
  static const Row rows[] = {{"a", ""}, {"a1", "a"}};
  static const char *const roles[] = {"staff", "manager", NULL};
  static const char *const none[] = {NULL};
  g_autoptr (TnkBody) body = body_of (rows, G_N_ELEMENTS (rows));
  TnkDepartment *department = tnk_body_get_department (body, 1);
  TnkPerson *person;

  g_assert_true (tnk_body_add_person (body, "p2", "鈴木", department, roles));
  g_assert_true (tnk_body_add_person (body, "p1", "山田", department, none));
  g_assert_false (tnk_body_add_person (body, "p2", "佐藤", department, none));
  g_assert_cmpuint (tnk_body_get_n_people (body), ==, 2);
  person = tnk_body_get_person (body, 0);
  g_assert_true (tnk_body_lookup_person (body, "p2") == person);
  g_assert_cmpstr (tnk_person_get_id (person), ==, "p2");
  g_assert_cmpstr (tnk_person_get_name (person), ==, "鈴木");
  g_assert_true (tnk_person_get_department (person) == department);
  g_assert_true (tnk_person_has_role (person, "manager"));
  g_assert_false (tnk_person_has_role (person, "ciso"));
  g_assert_cmpuint (g_strv_length ((char **) tnk_person_get_roles (person)), ==, 2);
  g_assert_cmpuint (g_strv_length ((char **) tnk_person_get_roles (tnk_body_get_person (body, 1))), ==, 0);
  g_assert_null (tnk_body_lookup_person (body, "p3"));
  g_assert_finalize_object (g_steal_pointer (&body));
}

static void
test_guards (void)
{
  static const Row rows[] = {{"a", ""}};
  g_autoptr (TnkBody) body = body_of (rows, G_N_ELEMENTS (rows));

  tnk_test_expect_critical ();
  g_assert_null (tnk_body_get_department (body, 1));
  tnk_test_expect_critical ();
  g_assert_cmpuint (tnk_body_get_subtree_end (body, 1), ==, 0);
  tnk_test_expect_critical ();
  g_assert_null (tnk_body_get_person (body, 0));
  tnk_test_expect_critical ();
  g_assert_null (tnk_body_lookup_person (body, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_body_read_roster (NULL, "p.csv", NULL, NULL, NULL));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&body));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Body/tree-order", test_tree_order);
  g_test_add_func ("/Tenken/Body/child-first", test_child_first);
  g_test_add_func ("/Tenken/Body/deep-and-wide", test_deep_and_wide);
  g_test_add_func ("/Tenken/Body/random-forests", test_random_forests);
  g_test_add_func ("/Tenken/Body/doubled", test_doubled);
  g_test_add_func ("/Tenken/Body/missing-parents", test_missing_parents);
  g_test_add_func ("/Tenken/Body/circles", test_circles);
  g_test_add_func ("/Tenken/Body/circle-beside-other-faults", test_circle_beside_other_faults);
  g_test_add_func ("/Tenken/Body/guards", test_guards);
  g_test_add_func ("/Tenken/Department/within", test_within);
  g_test_add_func ("/Tenken/Person/fields", test_people);
  return g_test_run ();
}
