/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-work-paper-private.h"

static TnkWorkPaper *
sample (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_work_paper_new (tnk_catalog_lookup_control (catalog, "2.1-1"), "d1");
}

static void
test_new (void)
{
  g_autoptr (TnkWorkPaper) paper = sample (), copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tnk_work_paper_get_verdict (paper), ==, TNK_VERDICT_NOT_EXAMINED);
  g_assert_false (tnk_work_paper_is_examined (paper));
  g_assert_cmpstr (tnk_work_paper_get_department_id (paper), ==, "d1");
  g_assert_false (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_DAY, "昨日", &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_CAUSE, " 忙しさ ", NULL));
  tnk_work_paper_set_verdict (paper, TNK_VERDICT_MINOR);
  tnk_work_paper_set_revision (paper, 4);
  copy = tnk_work_paper_copy (paper);
  g_assert_cmpstr (tnk_work_paper_get (copy, TNK_WORK_PAPER_FIELD_CAUSE), ==, "忙しさ");
  g_assert_cmpuint (tnk_work_paper_get_revision (copy), ==, 4);
  g_assert_cmpint (tnk_work_paper_get_verdict (copy), ==, TNK_VERDICT_MINOR);
  g_assert_finalize_object (g_steal_pointer (&copy));
}

/* Which verdict stands on what: neither, what was seen, where the evidence is. */
static void
test_check (void)
{
  static const gboolean stands[TNK_N_VERDICTS][3] = {
    [TNK_VERDICT_NOT_EXAMINED] = {TRUE, TRUE, TRUE},
    [TNK_VERDICT_CONFORMS] = {FALSE, TRUE, TRUE},
    [TNK_VERDICT_OBSERVATION] = {FALSE, TRUE, FALSE},
    [TNK_VERDICT_MINOR] = {FALSE, TRUE, FALSE},
    [TNK_VERDICT_MAJOR] = {FALSE, TRUE, FALSE},
  };

  for (guint verdict = 0; verdict < TNK_N_VERDICTS; verdict++)
    for (guint basis = 0; basis < 3; basis++) {
      g_autoptr (TnkWorkPaper) paper = sample ();
      g_autoptr (GError) error = NULL;

      tnk_work_paper_set_verdict (paper, verdict);
      if (basis == 1)
        g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_SEEN, "見た", NULL));
      if (basis == 2)
        g_assert_true (tnk_work_paper_set (paper, TNK_WORK_PAPER_FIELD_EVIDENCE, "写真", NULL));
      g_assert_cmpint (tnk_work_paper_check (paper, &error), ==, stands[verdict][basis]);
      g_assert_cmpint (error == NULL, ==, stands[verdict][basis]);
      if (error != NULL)
        tnk_test_assert_line (error->message, "the work paper about “2.1-1” in “d1”", "write");
    }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/WorkPaper/new", test_new);
  g_test_add_func ("/Tenken/WorkPaper/check", test_check);
  return g_test_run ();
}
