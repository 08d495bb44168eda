/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-error.h"
#include "tnk-finding-private.h"
#include "tnk-spread-private.h"

static TnkFinding *
sample (TnkFindingKind kind)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkFinding *finding = tnk_finding_new (kind, tnk_catalog_lookup_control (catalog, "2.1-1"), "d1");
  const char *values[] = {"題", "事実", "", "勧告", "2026-03-31"};

  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    g_assert_true (tnk_finding_set (finding, field, values[field], NULL));
  return finding;
}

static void
assert_refused (gboolean done,
                GError **error,
                int code,
                const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, TNK_ERROR, code);
  tnk_test_assert_line ((*error)->message, "", words);
  g_clear_error (error);
}

static void
test_issue (void)
{
  g_autoptr (TnkFinding) finding = sample (TNK_FINDING_KIND_FINDING);
  g_autoptr (TnkFinding) opinion = sample (TNK_FINDING_KIND_OPINION);
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, "", &error));
  assert_refused (tnk_finding_issue (finding, &error), &error, TNK_ERROR_INVALID, "day until which");
  g_assert_cmpint (tnk_finding_get_state (finding), ==, TNK_FINDING_STATE_DRAFT);
  g_assert_true (tnk_finding_set (opinion, TNK_FINDING_FIELD_DUE, "", &error));
  g_assert_true (tnk_finding_issue (opinion, &error));
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_DUE, "2026-03-31", &error));
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_FACT, "", &error));
  assert_refused (tnk_finding_issue (finding, &error), &error, TNK_ERROR_INVALID, "what was found");
  g_assert_true (tnk_finding_set (finding, TNK_FINDING_FIELD_FACT, "事実", &error));
  g_assert_true (tnk_finding_issue (finding, &error));
  assert_refused (tnk_finding_issue (finding, &error), &error, TNK_ERROR_STATE, "issued");
  g_assert_true (tnk_finding_is_overdue (finding, "2026-04-01"));
  g_assert_false (tnk_finding_is_overdue (finding, "2026-03-31"));
  g_assert_false (tnk_finding_is_overdue (opinion, "2999-01-01"));
  g_assert_true (tnk_finding_set (opinion, TNK_FINDING_FIELD_TITLE, "", &error));
  assert_refused (tnk_finding_check (opinion, &error), &error, TNK_ERROR_INVALID, "title");
}

static void
test_respond (void)
{
  g_autoptr (TnkFinding) finding = sample (TNK_FINDING_KIND_FINDING), opinion = sample (TNK_FINDING_KIND_OPINION);
  g_autoptr (GError) error = NULL;

  assert_refused (tnk_finding_respond (finding, "p2", "x", "y", "2026-03-01", &error), &error, TNK_ERROR_STATE, "draft");
  g_assert_true (tnk_finding_issue (finding, &error));
  g_assert_true (tnk_finding_issue (opinion, &error));
  assert_refused (tnk_finding_respond (finding, "p2", " ", "y", "2026-03-01", &error), &error, TNK_ERROR_INVALID, "text");
  assert_refused (tnk_finding_respond (finding, "p2", "x", "", "", &error), &error, TNK_ERROR_INVALID, "improvement action");
  assert_refused (tnk_finding_respond (finding, "p2", "x", "y", "", &error), &error, TNK_ERROR_INVALID, "day");
  assert_refused (tnk_finding_respond (finding, "p2", "x", "y", "soon", &error), &error, TNK_ERROR_INVALID, "no day");
  assert_refused (tnk_finding_respond (finding, " ", "x", "y", "2026-03-01", &error), &error, TNK_ERROR_INVALID, "staff number");
  assert_refused (tnk_finding_respond (opinion, "p2", "x", "y", "", &error), &error, TNK_ERROR_INVALID, "day");
  g_assert_cmpuint (tnk_finding_get_n_responses (finding), ==, 0);
  g_assert_true (tnk_finding_respond (opinion, "p2", "見送ります", "", "", &error));
  g_assert_true (tnk_finding_respond (finding, "p2", "そのとおりです", "直します", "2026-03-01", &error));
  g_assert_true (tnk_finding_respond (finding, "p3", "そのとおりです", "もっと早く直します", "2026-02-01", &error));
  g_assert_cmpint (tnk_finding_get_state (finding), ==, TNK_FINDING_STATE_ANSWERED);
  g_assert_cmpuint (tnk_finding_get_n_responses (finding), ==, 2);
  g_assert_cmpstr (tnk_finding_get_response_writer (finding, 0), ==, "p2");
  g_assert_cmpstr (tnk_finding_get_response_due (finding, 1), ==, "2026-02-01");
  g_assert_null (tnk_finding_get_response_time (finding, 1));
}

static void
test_follow_up (void)
{
  static const struct
  {
    TnkFollowUp verdict;
    TnkFindingState finding;
    TnkFindingState opinion;
  } ways[] = {
    {TNK_FOLLOW_UP_IMPROVED, TNK_FINDING_STATE_CLOSED, TNK_FINDING_STATE_CLOSED},
    {TNK_FOLLOW_UP_PARTLY, TNK_FINDING_STATE_ISSUED, TNK_FINDING_STATE_ISSUED},
    {TNK_FOLLOW_UP_NOT_IMPROVED, TNK_FINDING_STATE_ISSUED, TNK_FINDING_STATE_ISSUED},
    {TNK_FOLLOW_UP_ACCEPTED, TNK_FINDING_STATE_ANSWERED, TNK_FINDING_STATE_CLOSED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autoptr (TnkFinding) finding = sample (TNK_FINDING_KIND_FINDING), opinion = sample (TNK_FINDING_KIND_OPINION);
    g_autoptr (GError) error = NULL;

    g_assert_true (tnk_finding_issue (finding, &error) && tnk_finding_issue (opinion, &error));
    assert_refused (tnk_finding_follow_up (finding, "p7", ways[i].verdict, "x", &error), &error, TNK_ERROR_STATE, "issued");
    g_assert_true (tnk_finding_respond (finding, "p2", "x", "y", "2026-03-01", &error));
    g_assert_true (tnk_finding_respond (opinion, "p2", "x", "", "", &error));
    assert_refused (tnk_finding_follow_up (opinion, "p7", ways[i].verdict, "", &error), &error, TNK_ERROR_INVALID, "what was seen");
    assert_refused (tnk_finding_follow_up (opinion, "p2", ways[i].verdict, "x", &error), &error, TNK_ERROR_REFUSED, "another auditor");
    g_assert_true (tnk_finding_follow_up (opinion, "p7", ways[i].verdict, "x", &error));
    g_assert_cmpint (tnk_finding_get_state (opinion), ==, ways[i].opinion);
    g_assert_cmpint (tnk_finding_follow_up (finding, "p7", ways[i].verdict, "x", NULL), ==, ways[i].verdict != TNK_FOLLOW_UP_ACCEPTED);
    g_assert_cmpint (tnk_finding_get_state (finding), ==, ways[i].finding);
    g_assert_cmpint (tnk_finding_is_open (opinion), ==, ways[i].opinion != TNK_FINDING_STATE_CLOSED);
    g_assert_cmpint (tnk_finding_get_follow_up_verdict (opinion, 0), ==, ways[i].verdict);
  }
}

static void
test_withdraw (void)
{
  g_autoptr (TnkFinding) finding = sample (TNK_FINDING_KIND_FINDING);
  g_autoptr (GError) error = NULL;

  assert_refused (tnk_finding_withdraw (finding, "　", &error), &error, TNK_ERROR_INVALID, "why");
  g_assert_true (tnk_finding_withdraw (finding, "対象外", &error));
  g_assert_cmpstr (tnk_finding_get (finding, TNK_FINDING_FIELD_REMARK), ==, "対象外");
  g_assert_false (tnk_finding_is_open (finding));
  assert_refused (tnk_finding_withdraw (finding, "もう一度", &error), &error, TNK_ERROR_STATE, "withdrawn");
  assert_refused (tnk_finding_respond (finding, "p2", "x", "y", "2026-03-01", &error), &error, TNK_ERROR_STATE, "withdrawn");
}

static void
test_copy (void)
{
  g_autoptr (TnkFinding) finding = sample (TNK_FINDING_KIND_FINDING), copy = NULL, changed = NULL;
  g_autoptr (TnkSpread) spread = tnk_spread_new ("d2");
  g_autoptr (GError) error = NULL;

  tnk_finding_set_identity (finding, "F01", 3, TNK_FINDING_STATE_ISSUED);
  tnk_finding_set_issued_at (finding, "2026-01-01T00:00:00Z");
  tnk_finding_add_spread (finding, spread);
  g_assert_true (tnk_finding_respond (finding, "p2", "x", "y", "2026-03-01", &error));
  g_assert_true (tnk_finding_follow_up (finding, "p7", TNK_FOLLOW_UP_PARTLY, "z", &error));
  copy = tnk_finding_copy (finding);
  g_assert_cmpstr (tnk_finding_get_id (copy), ==, "F01");
  g_assert_cmpuint (tnk_finding_get_revision (copy), ==, 3);
  g_assert_cmpstr (tnk_finding_get_issued_at (copy), ==, "2026-01-01T00:00:00Z");
  g_assert_cmpstr (tnk_finding_get_response_action (copy, 0), ==, "y");
  g_assert_cmpstr (tnk_finding_get_follow_up_seen (copy, 0), ==, "z");
  g_assert_nonnull (tnk_finding_lookup_spread (copy, "d2"));
  g_assert_true (tnk_finding_lookup_spread (copy, "d2") != spread);
  g_assert_null (tnk_finding_lookup_spread (copy, "d3"));
  g_assert_cmpuint (tnk_finding_count_spreads (copy, TNK_SPREAD_ANSWER_OPEN), ==, 1);
  g_assert_true (tnk_finding_check_change (copy, finding, &error));
  changed = tnk_finding_copy (finding);
  tnk_finding_set_kind (changed, TNK_FINDING_KIND_OPINION);
  assert_refused (tnk_finding_check_change (changed, finding, &error), &error, TNK_ERROR_STATE, "F01");
  g_assert_finalize_object (g_steal_pointer (&copy));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Finding/issue", test_issue);
  g_test_add_func ("/Tenken/Finding/respond", test_respond);
  g_test_add_func ("/Tenken/Finding/follow-up", test_follow_up);
  g_test_add_func ("/Tenken/Finding/withdraw", test_withdraw);
  g_test_add_func ("/Tenken/Finding/copy", test_copy);
  return g_test_run ();
}
