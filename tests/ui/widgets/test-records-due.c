/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-records-due.h"

static void
add (GPtrArray *exceptions,
     const char *control,
     const char *department,
     const char *starts,
     const char *ends)
{
  g_ptr_array_add (exceptions, tnk_exception_new (control, department, "old", "locked", starts, ends, "p2", "p3"));
}

static void
assert_soon (GPtrArray *exceptions,
             gboolean soon)
{
  g_assert_cmpint (tenken_exception_ends_soon (exceptions->pdata[0], exceptions, "2026-06-01"), ==, soon);
}

/* From thirty days before its end on, as long as it holds. */
static void
test_days (void)
{
  static const struct
  {
    const char *starts;
    const char *ends;
    gboolean soon;
  } cases[] = {{"2026-01-01", "2026-07-01", TRUE}, {"2026-01-01", "2026-07-02", FALSE}, {"2026-01-01", "2026-06-01", TRUE}, {"2026-01-01", "2026-05-31", FALSE}, {"2026-06-02", "2026-06-10", FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);

    add (exceptions, "2.1-1", "d2", cases[i].starts, cases[i].ends);
    assert_soon (exceptions, cases[i].soon);
  }
}

/* Another one that goes on where it ends answers the question; a gap, another department or another control does not. */
static void
test_renewed (void)
{
  static const struct
  {
    const char *control;
    const char *department;
    const char *starts;
    const char *ends;
    gboolean soon;
  } cases[] = {{"2.1-1", "d2", "2026-06-11", "2026-12-31", FALSE}, {"2.1-1", "d2", "2026-06-12", "2026-12-31", TRUE}, {"2.1-1", "d3", "2026-06-11", "2026-12-31", TRUE}, {"1.1-2", "d2", "2026-06-11", "2026-12-31", TRUE}, {"2.1-1", "d2", "2026-01-01", "2026-06-10", TRUE}, {"2.1-1", "d2", "2026-01-01", "2026-06-20", FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);

    add (exceptions, "2.1-1", "d2", "2026-01-01", "2026-06-10");
    add (exceptions, cases[i].control, cases[i].department, cases[i].starts, cases[i].ends);
    assert_soon (exceptions, cases[i].soon);
  }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/RecordsDue/days", test_days);
  g_test_add_func ("/Tenken/RecordsDue/renewed", test_renewed);
  return g_test_run ();
}
