/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-audit-words.h"
#include "tnk-finding-words.h"

/* Each word leads back to its value, and people read something in both languages that no other value says. */
#define TEST_WORDS(Type, prefix, n) \
  static void test_##prefix (void) \
  { \
    g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal); \
    Type value; \
    g_assert_false (tnk_##prefix##_from_string ("nothing", &value)); \
    g_assert_false (tnk_##prefix##_from_string ("", &value)); \
    for (guint i = 0; i < n; i++) { \
      g_assert_true (tnk_##prefix##_from_string (tnk_##prefix##_to_string (i), &value)); \
      g_assert_cmpuint (value, ==, i); \
      g_assert_true (g_hash_table_add (seen, (gpointer) tnk_##prefix##_get_label (i, "ja"))); \
      g_assert_true (g_hash_table_add (seen, (gpointer) tnk_##prefix##_get_label (i, "en"))); \
      g_assert_cmpstr (tnk_##prefix##_get_label (i, NULL), ==, tnk_##prefix##_get_label (i, "ja")); \
    } \
    tnk_test_expect_critical (); \
    g_assert_null (tnk_##prefix##_to_string (n)); \
    g_test_assert_expected_messages (); \
  }

/* clang-format off */
TEST_WORDS (TnkAuditState, audit_state, TNK_N_AUDIT_STATES)
TEST_WORDS (TnkAuditStep, audit_step, TNK_N_AUDIT_STEPS)
TEST_WORDS (TnkVerdict, verdict, TNK_N_VERDICTS)
TEST_WORDS (TnkFindingKind, finding_kind, TNK_N_FINDING_KINDS)
TEST_WORDS (TnkFindingState, finding_state, TNK_N_FINDING_STATES)
TEST_WORDS (TnkFollowUp, follow_up, TNK_N_FOLLOW_UPS)
TEST_WORDS (TnkSpreadAnswer, spread_answer, TNK_N_SPREAD_ANSWERS)
/* clang-format on */

static void
test_sides (void)
{
  guint committee = 0, failed = 0;

  for (guint step = 0; step < TNK_N_AUDIT_STEPS; step++)
    committee += tnk_audit_step_is_for_committee (step);
  g_assert_cmpuint (committee, ==, 4);
  g_assert_true (tnk_audit_step_is_for_committee (TNK_AUDIT_STEP_APPROVE));
  g_assert_false (tnk_audit_step_is_for_committee (TNK_AUDIT_STEP_SUBMIT));
  for (guint verdict = 0; verdict < TNK_N_VERDICTS; verdict++)
    failed += tnk_verdict_is_nonconformity (verdict);
  g_assert_cmpuint (failed, ==, 2);
  g_assert_false (tnk_verdict_is_nonconformity (TNK_VERDICT_OBSERVATION));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/AuditWords/audit-state", test_audit_state);
  g_test_add_func ("/Tenken/AuditWords/audit-step", test_audit_step);
  g_test_add_func ("/Tenken/AuditWords/verdict", test_verdict);
  g_test_add_func ("/Tenken/AuditWords/finding-kind", test_finding_kind);
  g_test_add_func ("/Tenken/AuditWords/finding-state", test_finding_state);
  g_test_add_func ("/Tenken/AuditWords/follow-up", test_follow_up);
  g_test_add_func ("/Tenken/AuditWords/spread-answer", test_spread_answer);
  g_test_add_func ("/Tenken/AuditWords/sides", test_sides);
  return g_test_run ();
}
