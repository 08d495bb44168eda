/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-private.h"

#define PURPOSE_DEPARTMENTS 11
#define PURPOSE_WEAK 12
#define PURPOSE_DILIGENCE 13
#define PURPOSE_ROUND 0x2000

/* A department of fewer people is no story: one bad day shows. */
#define MIN_WEAK_PEOPLE 5

/* Whether a department can play a weak one: not the one that teaches the others, nor the one that audits them. */
static gboolean
may_be_weak (DemoBody *body,
             guint department)
{
  return demo_body_is_section (body, department) &&
         demo_body_department (body, department)->kind != DEMO_KIND_OFFICE &&
         !demo_body_is_within (body, department, demo_body_information_section (body)) &&
         demo_body_people_below (body, department).n >= MIN_WEAK_PEOPLE;
}

/* Chooses two weak departments; a small body may have only one, or none (-1). */
static void
choose_weak (DemoBody *body,
             guint32 seed,
             int weak[2])
{
  g_autoptr (GRand) rand = demo_rand_new (seed, PURPOSE_WEAK);
  g_autoptr (GArray) eligible = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < demo_body_get_n_departments (body); i++)
    if (may_be_weak (body, i))
      g_array_append_val (eligible, i);
  for (guint i = 0; i < 2; i++) {
    weak[i] = -1;
    if (eligible->len > 0) {
      guint place = g_rand_int_range (rand, 0, eligible->len);
      weak[i] = g_array_index (eligible, guint, place);
      g_array_remove_index (eligible, place);
    }
  }
}

static double
spread (DemoKind kind)
{
  return kind == DEMO_KIND_UNIT ? 0.08 : 0.22;
}

/* Makes the standing of each department. Departments take after the one above them. One section is strong, one is weak
 * and stays so, one is weak and gets worse. */
DemoStanding *
demo_standings_new (DemoBody *body,
                    guint32 seed)
{
  guint n = demo_body_get_n_departments (body);
  DemoStanding *standings = g_new0 (DemoStanding, n);
  g_autoptr (GRand) rand = demo_rand_new (seed, PURPOSE_DEPARTMENTS);
  int information = demo_body_information_section (body);
  int weak[2];

  choose_weak (body, seed, weak);
  for (guint i = 0; i < n; i++) {
    DemoDepartment *department = demo_body_department (body, i);
    if (department->parent > 0)
      standings[i] = standings[department->parent];
    standings[i].ease += spread (department->kind) * demo_rand_normal (rand);
    standings[i].progress += spread (department->kind) / 2 * demo_rand_normal (rand);
    if ((int) i == information)
      standings[i].ease += 0.8;
    else if ((int) i == weak[0])
      standings[i] = (DemoStanding){.ease = -0.95, .progress = -0.1};
    else if ((int) i == weak[1])
      standings[i] = (DemoStanding){.ease = -0.6, .progress = -0.75};
  }
  return standings;
}

typedef struct
{
  double readiness;
  guint person;
} Readiness;

static int
compare_readiness (gconstpointer a,
                   gconstpointer b)
{
  const Readiness *left = a;
  const Readiness *right = b;

  if (left->readiness != right->readiness)
    return left->readiness > right->readiness ? -1 : 1;
  return left->person < right->person ? -1 : left->person > right->person;
}

/* How early in the round each department gets to it. */
static double *
draw_haste (DemoBody *body,
            const DemoStanding *standings,
            DemoRound round,
            GRand *rand)
{
  guint n = demo_body_get_n_departments (body);
  double *haste = g_new (double, n);

  for (guint i = 0; i < n; i++)
    haste[i] = 0.6 * (standings[i].ease + round.maturity * standings[i].progress) + 0.5 * demo_rand_normal (rand);
  return haste;
}

/* Ranks everybody by readiness to hand in. Those with a duty beyond staff are reminded in person. */
static Readiness *
rank_people (DemoBody *body,
             const DemoStanding *standings,
             guint32 seed,
             DemoRound round)
{
  guint n = demo_body_get_n_people (body);
  Readiness *ranked = g_new (Readiness, n);
  g_autoptr (GRand) lasting = demo_rand_new (seed, PURPOSE_DILIGENCE);
  g_autoptr (GRand) passing = demo_rand_new (seed, PURPOSE_ROUND + round.number);
  g_autofree double *haste = draw_haste (body, standings, round, passing);

  for (guint i = 0; i < n; i++) {
    DemoPerson *person = demo_body_person (body, i);
    gboolean reminded = (person->roles & ~(DEMO_ROLE_STAFF | DEMO_ROLE_CONTRACTOR)) != 0;
    ranked[i].person = i;
    ranked[i].readiness = haste[person->department] + 0.7 * demo_rand_normal (lasting) +
                          0.7 * demo_rand_normal (passing) + (reminded ? 1.5 : 0);
  }
  qsort (ranked, n, sizeof (Readiness), compare_readiness);
  return ranked;
}

/* Decides who has handed in: exactly the wanted share, and in both rounds mostly the same people. */
gboolean *
demo_submissions_new (DemoBody *body,
                      const DemoStanding *standings,
                      guint32 seed,
                      DemoRound round)
{
  guint n = demo_body_get_n_people (body);
  guint n_submitted = (guint) (CLAMP (round.submitted, 0.0, 1.0) * n + 0.5);
  gboolean *submitted = g_new0 (gboolean, n);
  g_autofree Readiness *ranked = rank_people (body, standings, seed, round);

  for (guint i = 0; i < n_submitted; i++)
    submitted[ranked[i].person] = TRUE;
  return submitted;
}
