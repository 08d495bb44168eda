/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-private.h"

#define PURPOSE_SIZES 1
#define PURPOSE_NAMES 2
#define PURPOSE_NUMBERS 3

/* The years in which somebody who works here today can have come. */
#define FIRST_YEAR 1986
#define N_YEARS 40
#define MAX_NUMBERS_A_YEAR 9999

/* How many people a department has at most of its own; 0 for no limit. Above sections there are only heads. */
static guint
capacity (DemoBody *self,
          guint department)
{
  DemoDepartment *found = demo_body_department (self, department);

  if (found->leaf)
    return 0;
  if (found->kind == DEMO_KIND_ROOT)
    return 3;
  return (found->kind == DEMO_KIND_BUREAU ? 4 : 3) + department % 3;
}

/* No two departments of the same kind have quite the same size. */
static double *
draw_weights (DemoBody *self,
              guint32 seed)
{
  double *weights = g_new (double, self->departments->len);
  g_autoptr (GRand) rand = demo_rand_new (seed, PURPOSE_SIZES);

  for (guint i = 0; i < self->departments->len; i++)
    weights[i] = demo_body_department (self, i)->weight * g_rand_double_range (rand, 0.75, 1.3);
  return weights;
}

/* Gives the departments with a limit their share, and returns what is left for the others. */
static guint
fill_limited (DemoBody *self,
              const double *weights,
              guint rest)
{
  double total = 0;
  guint left = rest;

  for (guint i = 0; i < self->departments->len; i++)
    total += weights[i];
  for (guint i = 0; i < self->departments->len; i++) {
    guint limit = capacity (self, i);
    if (limit > 0) {
      guint extra = MIN ((guint) (rest * weights[i] / total), limit - 1);
      extra = MIN (extra, left);
      demo_body_department (self, i)->n_people += extra;
      left -= extra;
    }
  }
  return left;
}

/* Shares people out by weight. Rounding the running sum, not each share, makes the shares add up. */
static void
fill_unlimited (DemoBody *self,
                const double *weights,
                guint rest)
{
  double total = 0;
  double sum = 0;
  guint given = 0;

  for (guint i = 0; i < self->departments->len; i++)
    if (capacity (self, i) == 0)
      total += weights[i];
  for (guint i = 0; i < self->departments->len; i++)
    if (capacity (self, i) == 0) {
      sum += weights[i];
      guint until = MIN ((guint) (rest * (sum / total) + 0.5), rest);
      demo_body_department (self, i)->n_people += until - given;
      given = until;
    }
  g_assert (given == rest);
}

/* With fewer people than departments, those that a city needs most get somebody: the n_departments that exist are the
 * lowest ranks, so a rank is also a place in the queue. */
static void
share_out (DemoBody *self,
           guint n_people,
           guint32 seed)
{
  g_autofree double *weights = draw_weights (self, seed);
  guint n_departments = self->departments->len;
  guint first = 0;

  for (guint i = 0; i < n_departments; i++)
    demo_body_department (self, i)->n_people = demo_body_department (self, i)->rank < n_people ? 1 : 0;
  if (n_people > n_departments)
    fill_unlimited (self, weights, fill_limited (self, weights, n_people - n_departments));
  for (guint i = 0; i < n_departments; i++) {
    demo_body_department (self, i)->first_person = first;
    first += demo_body_department (self, i)->n_people;
  }
  g_assert (first == n_people);
}

typedef struct
{
  GRand *names;
  GRand *numbers;
  guint surname_weight;
  GHashTable *used_names;
  gboolean *used_numbers; /* a year’s numbers after the other’s */
  guint numbers_a_year;
} Registry;

static void
registry_open (Registry *self,
               guint n_people,
               guint32 seed)
{
  self->names = demo_rand_new (seed, PURPOSE_NAMES);
  self->numbers = demo_rand_new (seed, PURPOSE_NUMBERS);
  self->surname_weight = 0;
  for (guint i = 0; i < demo_n_surnames; i++)
    self->surname_weight += demo_surnames[i].weight;
  self->used_names = g_hash_table_new (g_str_hash, g_str_equal);
  self->used_numbers = g_new0 (gboolean, N_YEARS * MAX_NUMBERS_A_YEAR);
  self->numbers_a_year = CLAMP (n_people / 4, 200, MAX_NUMBERS_A_YEAR);
}

static void
registry_close (Registry *self)
{
  g_rand_free (self->names);
  g_rand_free (self->numbers);
  g_hash_table_unref (self->used_names);
  g_free (self->used_numbers);
}

static const char *
draw_surname (Registry *self)
{
  guint drawn = g_rand_int_range (self->names, 0, self->surname_weight);

  for (guint i = 0; i < demo_n_surnames; i++) {
    if (drawn < demo_surnames[i].weight)
      return demo_surnames[i].text;
    drawn -= demo_surnames[i].weight;
  }
  g_assert_not_reached ();
}

/* Given names go with the age: somebody who has been here since 1986 is not called 湊. */
static const char *
draw_given_name (Registry *self,
                 guint year)
{
  gboolean female = g_rand_boolean (self->names);
  const char *const *names = female ? demo_female_names : demo_male_names;
  guint n_names = female ? demo_n_female_names : demo_n_male_names;
  double youth = (double) (year - FIRST_YEAR) / N_YEARS;
  double place = youth * 0.6 + g_rand_double (self->names) * 0.4;

  return names[MIN ((guint) (place * n_names), n_names - 1)];
}

/* Tries for a name that nobody has yet. It gives up soon: a large city has namesakes, and the number tells them apart. */
static char *
draw_name (Registry *self,
           guint year)
{
  char *name = NULL;

  for (guint i = 0; i < 3; i++) {
    const char *surname = draw_surname (self);
    g_free (name);
    name = g_strconcat (surname, " ", draw_given_name (self, year), NULL);
    if (!g_hash_table_contains (self->used_names, name))
      break;
  }
  return name;
}

/* The year in which somebody came: heads first. */
static guint
draw_year (Registry *self,
           DemoKind kind,
           gboolean head)
{
  if (!head)
    return FIRST_YEAR + g_rand_int_range (self->numbers, 0, N_YEARS);
  if (kind == DEMO_KIND_ROOT || kind == DEMO_KIND_BUREAU)
    return FIRST_YEAR + g_rand_int_range (self->numbers, 0, 8);
  return FIRST_YEAR + g_rand_int_range (self->numbers, 3, kind == DEMO_KIND_UNIT ? 24 : 16);
}

/* A staff number as cities make them: a digit for the kind of employment, the year, a serial number with holes where
 * people have left. */
static char *
draw_number (Registry *self,
             guint year)
{
  gboolean *used = &self->used_numbers[(year - FIRST_YEAR) * MAX_NUMBERS_A_YEAR];
  guint number = g_rand_int_range (self->numbers, 0, self->numbers_a_year);

  while (used[number])
    number = (number + 1) % self->numbers_a_year;
  used[number] = TRUE;
  return g_strdup_printf ("1%02u%04u", year % 100, number + 1);
}

static void
hire (DemoBody *self,
      Registry *registry,
      guint department,
      gboolean head)
{
  guint year = draw_year (registry, demo_body_department (self, department)->kind, head);
  DemoPerson person = {
    .id = draw_number (registry, year),
    .name = draw_name (registry, year),
    .department = department,
  };

  g_hash_table_add (registry->used_names, person.name);
  g_array_append_val (self->people, person);
}

/* Spreads the rare names over the body. */
static void
rename_some (DemoBody *self)
{
  guint n_people = self->people->len;
  guint n = MIN (demo_n_rare_names, n_people / 100);

  for (guint i = 0; i < n; i++) {
    DemoPerson *person = demo_body_person (self, (guint) ((gsize) n_people * (2 * i + 1) / (2 * n)));
    g_free (person->name);
    person->name = g_strdup (demo_rare_names[i]);
  }
}

/* Hires exactly as many people as wanted, in the order of their departments, heads first. */
void
demo_people_fill (DemoBody *self,
                  guint n_people,
                  guint32 seed)
{
  Registry registry;

  share_out (self, n_people, seed);
  registry_open (&registry, n_people, seed);
  for (guint i = 0; i < self->departments->len; i++)
    for (guint j = 0; j < demo_body_department (self, i)->n_people; j++)
      hire (self, &registry, i, j == 0);
  registry_close (&registry);
  rename_some (self);
}
