/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-condition-private.h"
#include "tnk-day-private.h"
#include "tnk-test.h"

/* Fields a … e with values, steps s and t of which s was taken. */
typedef struct
{
  const char *values[5];
} Values;

static const char *
get_value (gpointer data,
           const char *field)
{
  return ((Values *) data)->values[*field - 'a'];
}

static gboolean
is_taken (gpointer data,
          const char *step)
{
  return *step == 's';
}

static TnkConditionScope
scope_of (Values *values)
{
  return (TnkConditionScope){get_value, is_taken, values, "2026-06-01"};
}

static TnkCondition *
make (TnkConditionKind kind,
      const char *name,
      const char *values,
      gboolean wanted)
{
  TnkCondition *condition = tnk_condition_new (kind);

  condition->name = g_strdup (name);
  condition->values = values != NULL ? g_strsplit (values, "|", -1) : NULL;
  condition->wanted = wanted;
  return condition;
}

static void
assert_holds (TnkCondition *condition,
              Values values,
              gboolean expected)
{
  TnkConditionScope scope = scope_of (&values);

  g_assert_cmpint (tnk_condition_holds (condition, &scope), ==, expected);
}

static void
test_values (void)
{
  g_autoptr (TnkCondition) is = make (TNK_CONDITION_IS, "a", "x|y", FALSE);
  g_autoptr (TnkCondition) has = make (TNK_CONDITION_HAS, "a", "x|y", FALSE);
  g_autoptr (TnkCondition) filled = make (TNK_CONDITION_FILLED, "a", NULL, TRUE);
  g_autoptr (TnkCondition) empty = make (TNK_CONDITION_FILLED, "a", NULL, FALSE);

  assert_holds (is, (Values){{"y"}}, TRUE);
  assert_holds (is, (Values){{"x\ny"}}, FALSE);
  assert_holds (is, (Values){{""}}, FALSE);
  assert_holds (has, (Values){{"w\nx"}}, TRUE);
  assert_holds (has, (Values){{"wx\nxy"}}, FALSE);
  assert_holds (has, (Values){{""}}, FALSE);
  assert_holds (filled, (Values){{"0"}}, TRUE);
  assert_holds (filled, (Values){{""}}, FALSE);
  assert_holds (empty, (Values){{""}}, TRUE);
  assert_holds (empty, (Values){{"0"}}, FALSE);
}

static void
test_taken (void)
{
  g_autoptr (TnkCondition) taken = make (TNK_CONDITION_TAKEN, "s", NULL, TRUE);
  g_autoptr (TnkCondition) not_taken = make (TNK_CONDITION_TAKEN, "s", NULL, FALSE);
  g_autoptr (TnkCondition) other = make (TNK_CONDITION_TAKEN, "t", NULL, TRUE);

  assert_holds (taken, (Values){{""}}, TRUE);
  assert_holds (not_taken, (Values){{""}}, FALSE);
  assert_holds (other, (Values){{""}}, FALSE);
}

typedef struct
{
  const char *value;
  TnkBound least;
  TnkBound most;
  const char *other;
  gboolean expected;
} Between;

#define NUMBER(n) \
  { \
    TNK_BOUND_NUMBER, NULL, n \
  }
#define DAY(day) \
  { \
    TNK_BOUND_DAY, (char *) day, 0 \
  }
#define FIELD(n) \
  { \
    TNK_BOUND_FIELD, (char *) "b", n \
  }
#define TODAY(n) \
  { \
    TNK_BOUND_TODAY, NULL, n \
  }
#define NONE \
  { \
    TNK_BOUND_NONE, NULL, 0 \
  }

static const Between betweens[] = {
  {"5", NUMBER (5), NONE, "", TRUE},
  {"4", NUMBER (5), NONE, "", FALSE},
  {"10", NUMBER (9), NONE, "", TRUE},
  {"-3", NUMBER (-5), NUMBER (-3), "", TRUE},
  {"-2", NUMBER (-5), NUMBER (-3), "", FALSE},
  {"", NUMBER (-5), NONE, "", FALSE},
  {"7", FIELD (0), NONE, "7", TRUE},
  {"7", FIELD (0), NONE, "8", FALSE},
  {"7", FIELD (0), NONE, "", FALSE},
  {"2026-04-01", DAY ("2026-04-01"), NONE, "", TRUE},
  {"2026-03-31", DAY ("2026-04-01"), NONE, "", FALSE},
  {"2026-06-02", TODAY (1), NONE, "", TRUE},
  {"2026-06-01", TODAY (1), NONE, "", FALSE},
  {"2026-06-01", NONE, TODAY (0), "", TRUE},
  {"2026-03-01", FIELD (1), NONE, "2026-02-28", TRUE},
  {"2024-02-29", NONE, FIELD (1), "2024-02-28", TRUE},
  {"2024-03-01", NONE, FIELD (1), "2024-02-28", FALSE},
  /* a time is compared with a time; with a day, the day alone counts */
  {"2026-04-01T09:00", FIELD (0), NONE, "2026-04-01T10:00", FALSE},
  {"2026-04-01T09:00", FIELD (0), NONE, "2026-04-01", TRUE},
  {"2026-04-01T09:00", FIELD (1), NONE, "2026-03-31T10:00", TRUE},
};

static void
test_between (gconstpointer data)
{
  const Between *between = data;
  TnkCondition condition = {.kind = TNK_CONDITION_BETWEEN, .name = (char *) "a", .least = between->least, .most = between->most};

  assert_holds (&condition, (Values){{between->value, between->other}}, between->expected);
}

/* --- laws --- */

#define N_TRIES 2000

static TnkCondition *
make_random (GRand *random,
             guint depth)
{
  TnkConditionKind kind = g_rand_int_range (random, depth > 0 ? 0 : TNK_CONDITION_ALL, TNK_CONDITION_NOT + 1);
  char name[2] = {'a' + g_rand_int_range (random, 0, 5), 0};
  TnkCondition *condition;

  if (depth == 0 || kind < TNK_CONDITION_ALL) {
    kind = g_rand_int_range (random, 0, TNK_CONDITION_ALL);
    condition = make (kind, name, "1|2", g_rand_boolean (random));
    condition->least = (TnkBound){TNK_BOUND_NUMBER, NULL, g_rand_int_range (random, 0, 4)};
    if (kind == TNK_CONDITION_TAKEN)
      *condition->name = g_rand_boolean (random) ? 's' : 't';
    return condition;
  }
  condition = tnk_condition_new (kind);
  for (int i = kind == TNK_CONDITION_NOT ? 1 : g_rand_int_range (random, 1, 4); i > 0; i--)
    g_ptr_array_add (condition->parts, make_random (random, depth - 1));
  return condition;
}

/* Judges by the definition, part by part, stopping early where the other does not. */
static gboolean
judge (const TnkCondition *condition,
       const TnkConditionScope *scope)
{
  gboolean all = condition->kind == TNK_CONDITION_ALL;

  if (condition->kind < TNK_CONDITION_ALL)
    return tnk_condition_holds (condition, scope);
  if (condition->kind == TNK_CONDITION_NOT)
    return !judge (condition->parts->pdata[0], scope);
  for (guint i = 0; i < condition->parts->len; i++)
    if (judge (condition->parts->pdata[i], scope) != all)
      return !all;
  return all;
}

/* The same with all and any exchanged and every leaf denied, which is the opposite by De Morgan. */
static gboolean
judge_opposite (const TnkCondition *condition,
                const TnkConditionScope *scope)
{
  gboolean any = condition->kind == TNK_CONDITION_ALL;

  if (condition->kind < TNK_CONDITION_ALL)
    return !tnk_condition_holds (condition, scope);
  if (condition->kind == TNK_CONDITION_NOT)
    return !judge_opposite (condition->parts->pdata[0], scope);
  for (guint i = 0; i < condition->parts->len; i++)
    if (judge_opposite (condition->parts->pdata[i], scope) == any)
      return any;
  return !any;
}

static void
test_laws (void)
{
  static const char *const texts[] = {"", "1", "2", "3", "1\n3"};
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  guint n_true = 0;

  for (guint i = 0; i < N_TRIES; i++) {
    g_autoptr (TnkCondition) condition = make_random (random, 4);
    Values values;
    TnkConditionScope scope = scope_of (&values);

    for (guint v = 0; v < G_N_ELEMENTS (values.values); v++)
      values.values[v] = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
    g_assert_cmpint (tnk_condition_holds (condition, &scope), ==, judge (condition, &scope));
    g_assert_cmpint (tnk_condition_holds (condition, &scope), !=, judge_opposite (condition, &scope));
    n_true += tnk_condition_holds (condition, &scope);
  }
  /* a test of one outcome only would say nothing */
  g_assert_cmpuint (n_true, >, N_TRIES / 10);
  g_assert_cmpuint (n_true, <, N_TRIES - N_TRIES / 10);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Condition/values", test_values);
  g_test_add_func ("/Tenken/Condition/taken", test_taken);
  for (guint i = 0; i < G_N_ELEMENTS (betweens); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Condition/between/%u", i);
    g_test_add_data_func (path, &betweens[i], test_between);
  }
  g_test_add_func ("/Tenken/Condition/laws", test_laws);
  return g_test_run ();
}
