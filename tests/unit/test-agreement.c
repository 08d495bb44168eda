/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include <math.h>

#include "tnk-agreement.h"

/* d0 over d1 and d2, and d3 below d2. */
typedef struct
{
  TnkCampaign *campaign;
  TnkTally *tally;
  TnkAuditBook *book;
} Case;

static void
case_init (Case *self)
{
  g_autoptr (TnkAudit) audit = NULL;

  self->campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  self->tally = tnk_test_tally (self->campaign);
  audit = tnk_audit_new (self->campaign);
  self->book = tnk_audit_book_new (audit, tnk_tally_get_body (self->tally));
}

static void
case_clear (Case *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->tally);
  g_clear_object (&self->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static TnkWorkPaper *
add (Case *self,
     const char *department,
     const char *control,
     TnkVerdict verdict)
{
  g_autoptr (TnkWorkPaper) paper = tnk_work_paper_new (tnk_catalog_lookup_control (tnk_campaign_get_catalog (self->campaign), control), department);

  tnk_work_paper_set_verdict (paper, verdict);
  tnk_audit_book_add_paper (self->book, paper);
  return tnk_audit_book_lookup_paper (self->book, control, department);
}

static void
assert_counts (const TnkAgreementCounts *counts,
               guint papers,
               guint answers,
               guint agreeing,
               guint overstated,
               guint understated)
{
  g_assert_cmpuint (counts->papers, ==, papers);
  g_assert_cmpuint (counts->answers, ==, answers);
  g_assert_cmpuint (counts->agreeing, ==, agreeing);
  g_assert_cmpuint (counts->overstated, ==, overstated);
  g_assert_cmpuint (counts->understated, ==, understated);
  g_assert_cmpuint (counts->answers, ==, counts->agreeing + counts->overstated + counts->understated);
}

/* Seven say something; three say neither, and one says nothing. */
static void
fill (Case *self)
{
  tnk_test_add_people (self->tally, 1, "staff", 11, 10);
  tnk_test_add_answers (self->tally, 1, "2.1-1", "staff", IMPLEMENTED, 4);
  tnk_test_add_answers (self->tally, 1, "2.1-1", "staff", PARTIAL, 2);
  tnk_test_add_answers (self->tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (self->tally, 1, "2.1-1", "staff", NOT_APPLICABLE, 2);
  tnk_test_add_answers (self->tally, 1, "2.1-1", "staff", EXCEPTED, 1);
}

static void
test_paper (void)
{
  static const struct
  {
    TnkVerdict verdict;
    guint papers, answers, agreeing, overstated, understated;
  } rows[] = {
    {TNK_VERDICT_CONFORMS, 1, 7, 4, 0, 3},
    {TNK_VERDICT_OBSERVATION, 1, 7, 4, 0, 3},
    {TNK_VERDICT_MINOR, 1, 7, 3, 4, 0},
    {TNK_VERDICT_MAJOR, 1, 7, 3, 4, 0},
    {TNK_VERDICT_NOT_EXAMINED, 0, 0, 0, 0, 0},
  };
  g_auto (Case) self = {0};

  case_init (&self);
  fill (&self);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    TnkAgreementCounts counts;

    tnk_agreement_count_paper (self.book, self.tally, add (&self, "d1", "2.1-1", rows[i].verdict), &counts);
    assert_counts (&counts, rows[i].papers, rows[i].answers, rows[i].agreeing, rows[i].overstated, rows[i].understated);
  }
  g_assert_cmpuint (tnk_audit_book_get_n_papers (self.book), ==, 1);
}

/* An answer is compared once, with the verdict nearest above it; a paper without a verdict takes none away. */
static void
test_nested (void)
{
  g_auto (Case) self = {0};
  TnkAgreementCounts counts;
  TnkWorkPaper *all, *upper;

  case_init (&self);
  fill (&self);
  tnk_test_add_people (self.tally, 2, "staff", 2, 2);
  tnk_test_add_answers (self.tally, 2, "2.1-1", "staff", IMPLEMENTED, 2);
  tnk_test_add_people (self.tally, 3, "staff", 3, 3);
  tnk_test_add_answers (self.tally, 3, "2.1-1", "staff", NOT_IMPLEMENTED, 3);
  all = add (&self, "d0", "2.1-1", TNK_VERDICT_CONFORMS);
  upper = add (&self, "d2", "2.1-1", TNK_VERDICT_NOT_EXAMINED);
  tnk_agreement_count_paper (self.book, self.tally, all, &counts);
  assert_counts (&counts, 1, 12, 6, 0, 6);
  tnk_work_paper_set_verdict (upper, TNK_VERDICT_MINOR);
  tnk_agreement_count_paper (self.book, self.tally, all, &counts);
  assert_counts (&counts, 1, 7, 4, 0, 3);
  add (&self, "d3", "2.1-1", TNK_VERDICT_MAJOR);
  tnk_agreement_count_paper (self.book, self.tally, upper, &counts);
  assert_counts (&counts, 1, 2, 0, 2, 0);
  tnk_agreement_count_paper (self.book, self.tally, all, &counts);
  assert_counts (&counts, 1, 7, 4, 0, 3);
  /* another control is another matter */
  add (&self, "d1", "1.1-2", TNK_VERDICT_CONFORMS);
  tnk_agreement_count_paper (self.book, self.tally, all, &counts);
  assert_counts (&counts, 1, 7, 4, 0, 3);
}

static void
sum_up (GPtrArray *rows,
        TnkAgreementCounts *sum)
{
  *sum = (TnkAgreementCounts){0};
  for (guint i = 0; i < rows->len; i++) {
    TnkAgreementCounts counts;

    tnk_agreement_get_counts (rows->pdata[i], &counts);
    sum->papers += counts.papers;
    sum->answers += counts.answers;
    sum->agreeing += counts.agreeing;
    sum->overstated += counts.overstated;
    sum->understated += counts.understated;
  }
}

/* Departments, chapters and controls add up to the whole. */
static void
test_list (void)
{
  static const TnkScopeKind kinds[] = {TNK_SCOPE_KIND_ORGANISATION, TNK_SCOPE_KIND_DEPARTMENT, TNK_SCOPE_KIND_CHAPTER, TNK_SCOPE_KIND_CONTROL};
  static const guint n_rows[] = {1, 3, 2, 2};
  g_auto (Case) self = {0};

  case_init (&self);
  fill (&self);
  tnk_test_add_people (self.tally, 3, "staff", 2, 2);
  tnk_test_add_answers (self.tally, 3, "2.1-1", "staff", PARTIAL, 2);
  tnk_test_add_answers (self.tally, 3, "1.1-2", "staff", IMPLEMENTED, 2);
  add (&self, "d3", "1.1-2", TNK_VERDICT_MAJOR);
  add (&self, "d1", "2.1-1", TNK_VERDICT_CONFORMS);
  add (&self, "d0", "2.1-1", TNK_VERDICT_MINOR);
  add (&self, "d3", "2.1-1", TNK_VERDICT_NOT_EXAMINED);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GPtrArray) rows = tnk_agreement_list (self.book, self.tally, kinds[i], "ja");
    TnkAgreementCounts sum;

    g_assert_cmpuint (rows->len, ==, n_rows[i]);
    sum_up (rows, &sum);
    assert_counts (&sum, 3, 11, 6, 2, 3);
  }
}

static void
test_row (void)
{
  g_auto (Case) self = {0};
  g_autoptr (GPtrArray) rows = NULL;
  TnkAgreement *first, *second;

  case_init (&self);
  fill (&self);
  add (&self, "d2", "2.1-1", TNK_VERDICT_MINOR);
  add (&self, "d1", "2.1-1", TNK_VERDICT_MAJOR);
  rows = tnk_agreement_list (self.book, self.tally, TNK_SCOPE_KIND_DEPARTMENT, "ja");
  g_assert_cmpuint (rows->len, ==, 2);
  first = rows->pdata[0];
  second = rows->pdata[1];
  g_assert_cmpstr (tnk_agreement_get_id (first), ==, "d1");
  g_assert_cmpint (tnk_agreement_get_scope (first), ==, TNK_SCOPE_KIND_DEPARTMENT);
  g_assert_cmpuint (tnk_agreement_count_verdict (first, TNK_VERDICT_MAJOR), ==, 1);
  g_assert_true (tnk_agreement_is_defined (first));
  g_assert_cmpfloat_with_epsilon (tnk_agreement_get_rate (first), 100.0 * 3 / 7, 1e-9);
  g_assert_cmpstr (tnk_agreement_get_id (second), ==, "d2");
  g_assert_false (tnk_agreement_is_defined (second));
  g_assert_true (isnan (tnk_agreement_get_rate (second)));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Agreement/paper", test_paper);
  g_test_add_func ("/Tenken/Agreement/nested", test_nested);
  g_test_add_func ("/Tenken/Agreement/list", test_list);
  g_test_add_func ("/Tenken/Agreement/row", test_row);
  return g_test_run ();
}
