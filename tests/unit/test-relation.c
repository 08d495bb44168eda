/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-relation.h"

#include "tnk-test.h"

#define SAME TNK_RELATION_SAME
#define PART TNK_RELATION_PART
#define WIDER TNK_RELATION_WIDER
#define RELATED TNK_RELATION_RELATED

static void
test_words (void)
{
  TnkRelation relation = PART;

  for (guint i = 0; i < TNK_N_RELATIONS; i++) {
    g_assert_true (tnk_relation_from_string (tnk_relation_to_string (i), &relation));
    g_assert_cmpint (relation, ==, i);
  }
  g_assert_false (tnk_relation_from_string ("none", &relation));
  g_assert_false (tnk_relation_from_string ("", &relation));
  tnk_test_expect_critical ();
  g_assert_null (tnk_relation_to_string (TNK_N_RELATIONS));
  g_test_assert_expected_messages ();
}

static void
test_invert (void)
{
  g_assert_cmpint (tnk_relation_invert (SAME), ==, SAME);
  g_assert_cmpint (tnk_relation_invert (PART), ==, WIDER);
  g_assert_cmpint (tnk_relation_invert (WIDER), ==, PART);
  g_assert_cmpint (tnk_relation_invert (RELATED), ==, RELATED);
}

static void
test_combine (void)
{
  static const TnkRelation expected[TNK_N_RELATIONS][TNK_N_RELATIONS] = {
    [SAME] = {[SAME] = SAME, [PART] = PART, [WIDER] = WIDER, [RELATED] = RELATED},
    [PART] = {[SAME] = PART, [PART] = PART, [WIDER] = RELATED, [RELATED] = RELATED},
    [WIDER] = {[SAME] = WIDER, [PART] = RELATED, [WIDER] = WIDER, [RELATED] = RELATED},
    [RELATED] = {[SAME] = RELATED, [PART] = RELATED, [WIDER] = RELATED, [RELATED] = RELATED},
  };

  for (guint i = 0; i < TNK_N_RELATIONS; i++)
    for (guint j = 0; j < TNK_N_RELATIONS; j++)
      g_assert_cmpint (tnk_relation_combine (i, j), ==, expected[i][j]);
}

/* To go two steps and turn round is to turn round each and go them backwards. */
static void
test_combine_and_invert (void)
{
  for (guint i = 0; i < TNK_N_RELATIONS; i++)
    for (guint j = 0; j < TNK_N_RELATIONS; j++)
      g_assert_cmpint (tnk_relation_invert (tnk_relation_combine (i, j)), ==,
                       tnk_relation_combine (tnk_relation_invert (j), tnk_relation_invert (i)));
}

static void
test_covers (void)
{
  g_assert_true (tnk_relation_covers (SAME));
  g_assert_true (tnk_relation_covers (WIDER));
  g_assert_false (tnk_relation_covers (PART));
  g_assert_false (tnk_relation_covers (RELATED));
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/Relation/words", test_words);
  g_test_add_func ("/Tenken/Relation/invert", test_invert);
  g_test_add_func ("/Tenken/Relation/combine", test_combine);
  g_test_add_func ("/Tenken/Relation/combine-and-invert", test_combine_and_invert);
  g_test_add_func ("/Tenken/Relation/covers", test_covers);

  return g_test_run ();
}
