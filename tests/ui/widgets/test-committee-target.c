/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-target.h"

static void
assert_round (const TenkenCommitteeTarget *target,
              const char *expected)
{
  g_autofree char *place = tenken_committee_target_write (target, "controls"), *again = NULL;
  const char *slash = strchr (place, '/');
  TenkenCommitteeTarget read = {0};

  g_assert_cmpstr (place, ==, expected);
  tenken_committee_target_read (&read, slash != NULL ? slash + 1 : NULL);
  again = tenken_committee_target_write (&read, "controls");
  g_assert_cmpstr (again, ==, expected);
  g_assert_cmpstr (read.department, ==, target->department);
  tenken_committee_target_clear (&read);
}

/* What is written is read as it was, whatever an id looks like. */
static void
test_round (void)
{
  assert_round (&(TenkenCommitteeTarget){0}, "controls");
  assert_round (&(TenkenCommitteeTarget){.gaps = TRUE}, "controls/gaps=1");
  assert_round (&(TenkenCommitteeTarget){.chapter = "6", .department = "D12", .gaps = TRUE}, "controls/chapter=6&department=D12&gaps=1");
  assert_round (&(TenkenCommitteeTarget){.id = "5.4-3-1", .department = "a&b=c/d%"}, "controls/id=5.4-3-1&department=a%26b%3Dc%2Fd%25");
}

/* Anybody may write a place; what it does not know it leaves. */
static void
test_foreign (void)
{
  static const char *const targets[] = {"", "x", "gaps=2", "=", "&&", "colour=red&chapter"};

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++) {
    TenkenCommitteeTarget read = {0};
    g_autofree char *place = NULL;

    tenken_committee_target_read (&read, targets[i]);
    place = tenken_committee_target_write (&read, "controls");
    g_assert_cmpstr (place, ==, "controls");
    tenken_committee_target_clear (&read);
  }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/CommitteeTarget/round", test_round);
  g_test_add_func ("/Tenken/CommitteeTarget/foreign", test_foreign);
  return g_test_run ();
}
