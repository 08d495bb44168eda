/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-audit-private.h"
#include "tnk-error.h"

static const char *const departments[] = {"d1", " d3 ", "d1", "", NULL};
static const char *const controls[] = {"2.1-1", "1.1-2", "2.1-1", NULL};
static const char *const auditors[] = {"p7", "p8", NULL};

static TnkAudit *
sample (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  TnkAudit *audit = tnk_audit_new (campaign);
  const char *values[] = {"監査", "目的", "方法", "2026-01-05", "2026-01-30"};

  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    g_assert_true (tnk_audit_set (audit, field, values[field], NULL));
  g_assert_true (tnk_audit_set_departments (audit, departments, NULL));
  g_assert_true (tnk_audit_set_controls (audit, controls, NULL));
  g_assert_true (tnk_audit_set_auditors (audit, auditors, NULL));
  return audit;
}

static TnkBody *
tree (void)
{
  static const int parents[] = {-1, 0, 0, 2};

  return tnk_test_body (parents, G_N_ELEMENTS (parents));
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
test_new (void)
{
  g_autoptr (TnkAudit) audit = sample ();
  g_autoptr (TnkBody) body = tree ();
  const char *const *list = tnk_audit_get_departments (audit);

  g_assert_null (tnk_audit_get_id (audit));
  g_assert_cmpuint (tnk_audit_get_revision (audit), ==, 0);
  g_assert_cmpint (tnk_audit_get_state (audit), ==, TNK_AUDIT_STATE_DRAFT);
  g_assert_cmpstr (list[0], ==, "d1");
  g_assert_cmpstr (list[1], ==, "d3");
  g_assert_null (list[2]);
  /* in the order of the catalog, each once */
  g_assert_cmpstr (tnk_audit_get_controls (audit)[0], ==, "1.1-2");
  g_assert_cmpstr (tnk_audit_get_controls (audit)[1], ==, "2.1-1");
  g_assert_null (tnk_audit_get_controls (audit)[2]);
  g_assert_true (tnk_audit_has_control (audit, "2.1-1"));
  g_assert_false (tnk_audit_has_control (audit, "2.1-2.1"));
  g_assert_true (tnk_audit_has_auditor (audit, "p8"));
  g_assert_false (tnk_audit_has_auditor (audit, "p"));
  g_assert_true (tnk_audit_covers (audit, tnk_body_lookup_department (body, "d3")));
  g_assert_false (tnk_audit_covers (audit, tnk_body_lookup_department (body, "d2")));
  g_assert_false (tnk_audit_covers (audit, tnk_body_lookup_department (body, "d0")));
  g_assert_finalize_object (g_steal_pointer (&audit));
}

static void
test_covers_below (void)
{
  static const char *const above[] = {"d2", NULL};
  g_autoptr (TnkAudit) audit = sample ();
  g_autoptr (TnkBody) body = tree ();

  g_assert_true (tnk_audit_set_departments (audit, above, NULL));
  g_assert_true (tnk_audit_covers (audit, tnk_body_lookup_department (body, "d3")));
  g_assert_false (tnk_audit_covers (audit, tnk_body_lookup_department (body, "d1")));
}

static void
test_values (void)
{
  static const char *const unknown[] = {"9.9", NULL}, *const hostile[] = {"p\x1b", NULL};
  g_autoptr (TnkAudit) audit = sample ();
  g_autofree char *long_title = g_strnfill (201, 'a'), *long_text = g_strnfill (4001, 'a');
  g_autoptr (GError) error = NULL;

  assert_refused (tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "a\nb", &error), &error, TNK_ERROR_INVALID, "title");
  assert_refused (tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, long_title, &error), &error, TNK_ERROR_INVALID, "200");
  assert_refused (tnk_audit_set (audit, TNK_AUDIT_FIELD_PURPOSE, long_text, &error), &error, TNK_ERROR_INVALID, "4000");
  assert_refused (tnk_audit_set (audit, TNK_AUDIT_FIELD_METHOD, "\xe2\x80\xae", &error), &error, TNK_ERROR_INVALID, "direction mark");
  assert_refused (tnk_audit_set (audit, TNK_AUDIT_FIELD_STARTS, "2026-02-30", &error), &error, TNK_ERROR_INVALID, "no day");
  assert_refused (tnk_audit_set_controls (audit, unknown, &error), &error, TNK_ERROR_NOT_FOUND, "9.9");
  assert_refused (tnk_audit_set_auditors (audit, hostile, &error), &error, TNK_ERROR_INVALID, "auditor");
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_PURPOSE, "　一行目\r\n二行目\r三行目 \n", &error));
  g_assert_cmpstr (tnk_audit_get (audit, TNK_AUDIT_FIELD_PURPOSE), ==, "一行目\n二行目\n三行目");
  g_assert_cmpstr (tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE), ==, "監査");
  g_assert_cmpstr (tnk_audit_get_auditors (audit)[0], ==, "p7");
}

static void
test_check (void)
{
  static const char *const none[] = {NULL}, *const elsewhere[] = {"d9", NULL};
  g_autoptr (TnkAudit) audit = sample ();
  g_autoptr (TnkBody) body = tree ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_audit_check (audit, body, &error));
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_ENDS, "2026-01-04", &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "before it starts");
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_ENDS, "", &error));
  g_assert_true (tnk_audit_check (audit, body, &error));
  tnk_audit_set_identity (audit, "K1", 1, TNK_AUDIT_STATE_SUBMITTED);
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "last day");
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_ENDS, "2026-01-30", &error));
  g_assert_true (tnk_audit_check (audit, body, &error));
  g_assert_true (tnk_audit_set_auditors (audit, none, &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "auditor");
  g_assert_true (tnk_audit_set_auditors (audit, auditors, &error));
  g_assert_true (tnk_audit_set_controls (audit, none, &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "control");
  g_assert_true (tnk_audit_set_controls (audit, controls, &error));
  g_assert_true (tnk_audit_set_departments (audit, none, &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "department");
  g_assert_true (tnk_audit_set_departments (audit, elsewhere, &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_NOT_FOUND, "d9");
  g_assert_true (tnk_audit_set (audit, TNK_AUDIT_FIELD_TITLE, "", &error));
  assert_refused (tnk_audit_check (audit, body, &error), &error, TNK_ERROR_INVALID, "title");
}

/* Every step from every state: those that are not written here are refused. */
static void
test_steps (void)
{
  static const struct
  {
    TnkAuditState from;
    TnkAuditStep step;
    TnkAuditState to;
  } ways[] = {
    {TNK_AUDIT_STATE_DRAFT, TNK_AUDIT_STEP_CHANGE, TNK_AUDIT_STATE_DRAFT},
    {TNK_AUDIT_STATE_DRAFT, TNK_AUDIT_STEP_SUBMIT, TNK_AUDIT_STATE_SUBMITTED},
    {TNK_AUDIT_STATE_SUBMITTED, TNK_AUDIT_STEP_RETURN, TNK_AUDIT_STATE_DRAFT},
    {TNK_AUDIT_STATE_SUBMITTED, TNK_AUDIT_STEP_EXEMPT, TNK_AUDIT_STATE_SUBMITTED},
    {TNK_AUDIT_STATE_SUBMITTED, TNK_AUDIT_STEP_APPROVE, TNK_AUDIT_STATE_APPROVED},
    {TNK_AUDIT_STATE_APPROVED, TNK_AUDIT_STEP_REVISE, TNK_AUDIT_STATE_DRAFT},
    {TNK_AUDIT_STATE_APPROVED, TNK_AUDIT_STEP_START, TNK_AUDIT_STATE_UNDER_WAY},
    {TNK_AUDIT_STATE_UNDER_WAY, TNK_AUDIT_STEP_REPORT, TNK_AUDIT_STATE_REPORTED},
    {TNK_AUDIT_STATE_REPORTED, TNK_AUDIT_STEP_RESUME, TNK_AUDIT_STATE_UNDER_WAY},
    {TNK_AUDIT_STATE_REPORTED, TNK_AUDIT_STEP_CLOSE, TNK_AUDIT_STATE_CLOSED},
  };
  guint n_taken = 0;

  for (guint from = 0; from < TNK_N_AUDIT_STATES; from++)
    for (guint step = TNK_AUDIT_STEP_CHANGE; step < TNK_N_AUDIT_STEPS; step++) {
      g_autoptr (TnkAudit) audit = sample ();
      g_autoptr (GError) error = NULL;
      guint way = 0;

      tnk_audit_set_identity (audit, "K1", 1, from);
      while (way < G_N_ELEMENTS (ways) && (ways[way].from != from || ways[way].step != step))
        way++;
      g_assert_cmpint (tnk_audit_can_take (audit, step), ==, way < G_N_ELEMENTS (ways));
      if (way == G_N_ELEMENTS (ways)) {
        assert_refused (tnk_audit_take (audit, step, "p1", "理由", &error), &error, TNK_ERROR_STATE, "K1");
        g_assert_cmpuint (tnk_audit_get_n_steps (audit), ==, 0);
        continue;
      }
      g_assert_true (tnk_audit_take (audit, step, "p1", "理由", &error));
      g_assert_cmpint (tnk_audit_get_state (audit), ==, ways[way].to);
      g_assert_cmpstr (tnk_audit_find_writer (audit, step), ==, "p1");
      n_taken++;
    }
  g_assert_cmpuint (n_taken, ==, G_N_ELEMENTS (ways));
}

static void
test_remarks (void)
{
  static const struct
  {
    TnkAuditState from;
    TnkAuditStep step;
  } ways[] = {{TNK_AUDIT_STATE_SUBMITTED, TNK_AUDIT_STEP_RETURN}, {TNK_AUDIT_STATE_APPROVED, TNK_AUDIT_STEP_REVISE}, {TNK_AUDIT_STATE_REPORTED, TNK_AUDIT_STEP_RESUME}};

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autoptr (TnkAudit) audit = sample ();
    g_autoptr (GError) error = NULL;

    tnk_audit_set_identity (audit, "K1", 1, ways[i].from);
    assert_refused (tnk_audit_take (audit, ways[i].step, "p1", NULL, &error), &error, TNK_ERROR_INVALID, "remark");
    assert_refused (tnk_audit_take (audit, ways[i].step, "p1", " 　", &error), &error, TNK_ERROR_INVALID, "remark");
    assert_refused (tnk_audit_take (audit, ways[i].step, "p1", "\x1b", &error), &error, TNK_ERROR_INVALID, "remark");
    g_assert_cmpint (tnk_audit_get_state (audit), ==, ways[i].from);
  }
}

static void
test_exemptions (void)
{
  g_autoptr (TnkAudit) audit = sample ();
  g_autoptr (TnkAudit) copy = NULL;
  g_autoptr (GError) error = NULL;
  guint found;

  assert_refused (tnk_audit_ask_exemption (audit, "p7", "d1", "\x07", &error), &error, TNK_ERROR_INVALID, "reason");
  g_assert_true (tnk_audit_ask_exemption (audit, "p7", "d1", "ほかにいない", &error));
  g_assert_true (tnk_audit_ask_exemption (audit, "p7", "d1", "ほかに誰もいない", &error));
  g_assert_cmpuint (tnk_audit_get_n_exemptions (audit), ==, 1);
  g_assert_true (tnk_audit_ask_exemption (audit, "p8", "d1", "x", &error));
  g_assert_true (tnk_audit_ask_exemption (audit, "p8", "d1", " ", &error));
  g_assert_cmpuint (tnk_audit_get_n_exemptions (audit), ==, 1);
  g_assert_true (tnk_audit_find_exemption (audit, "p7", "d1", &found));
  g_assert_false (tnk_audit_find_exemption (audit, "p7", "d3", &found));
  g_assert_null (tnk_audit_get_exemption_approver (audit, 0));
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_DRAFT, "p6", NULL, &error));
  assert_refused (tnk_audit_approve_exemption (audit, "p7", "d1", "p1", &error), &error, TNK_ERROR_STATE, "draft");
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_SUBMIT, "p6", NULL, &error));
  assert_refused (tnk_audit_approve_exemption (audit, "p8", "d1", "p1", &error), &error, TNK_ERROR_NOT_FOUND, "p8");
  assert_refused (tnk_audit_approve_exemption (audit, "p7", "d1", "p7", &error), &error, TNK_ERROR_REFUSED, "auditor");
  assert_refused (tnk_audit_approve_exemption (audit, "p7", "d1", "p6", &error), &error, TNK_ERROR_REFUSED, "wrote");
  g_assert_true (tnk_audit_approve_exemption (audit, "p7", "d1", "p1", &error));
  g_assert_cmpstr (tnk_audit_get_exemption_approver (audit, 0), ==, "p1");
  copy = tnk_audit_copy (audit);
  g_assert_cmpstr (tnk_audit_get_exemption_approver (copy, 0), ==, "p1");
  g_assert_cmpuint (tnk_audit_get_n_steps (copy), ==, 3);
  /* another plan needs another approval */
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_RETURN, "p1", "書き直してください", &error));
  g_assert_null (tnk_audit_get_exemption_approver (audit, 0));
  g_assert_cmpstr (tnk_audit_get_exemption_reason (audit, 0), ==, "ほかに誰もいない");
}

static void
test_decider (void)
{
  g_autoptr (TnkAudit) audit = sample ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_DRAFT, "p4", NULL, &error));
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_CHANGE, "p5", NULL, &error));
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_SUBMIT, "p6", NULL, &error));
  g_assert_true (tnk_audit_take (audit, TNK_AUDIT_STEP_RETURN, "p1", "理由", &error));
  for (guint i = 4; i <= 8; i++) {
    char id[] = {'p', '0' + i, '\0'};
    assert_refused (tnk_audit_check_decider (audit, id, &error), &error, TNK_ERROR_REFUSED, id);
  }
  g_assert_true (tnk_audit_check_decider (audit, "p1", &error));
  g_assert_true (tnk_audit_check_decider (audit, "p2", &error));
}

/* What may change in which state. */
static void
test_change (void)
{
  for (guint state = 0; state < TNK_N_AUDIT_STATES; state++) {
    g_autoptr (TnkAudit) before = sample (), title = NULL, summary = NULL, scope = NULL, exemption = NULL;
    g_autoptr (GError) error = NULL;

    tnk_audit_set_identity (before, "K1", 1, state);
    title = tnk_audit_copy (before);
    summary = tnk_audit_copy (before);
    scope = tnk_audit_copy (before);
    exemption = tnk_audit_copy (before);
    g_assert_true (tnk_audit_check_change (title, before, &error));
    g_assert_true (tnk_audit_set (title, TNK_AUDIT_FIELD_TITLE, "別", &error));
    g_assert_true (tnk_audit_set (summary, TNK_AUDIT_FIELD_SUMMARY, "総括", &error));
    g_assert_true (tnk_audit_set_auditors (scope, auditors + 1, &error));
    g_assert_true (tnk_audit_ask_exemption (exemption, "p7", "d1", "理由", &error));
    g_assert_cmpint (tnk_audit_check_change (title, before, NULL), ==, state == TNK_AUDIT_STATE_DRAFT);
    g_assert_cmpint (tnk_audit_check_change (scope, before, NULL), ==, state == TNK_AUDIT_STATE_DRAFT);
    g_assert_cmpint (tnk_audit_check_change (exemption, before, NULL), ==, state == TNK_AUDIT_STATE_DRAFT);
    g_assert_cmpint (tnk_audit_check_change (summary, before, NULL), ==, state == TNK_AUDIT_STATE_UNDER_WAY);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Audit/new", test_new);
  g_test_add_func ("/Tenken/Audit/covers-below", test_covers_below);
  g_test_add_func ("/Tenken/Audit/values", test_values);
  g_test_add_func ("/Tenken/Audit/check", test_check);
  g_test_add_func ("/Tenken/Audit/steps", test_steps);
  g_test_add_func ("/Tenken/Audit/remarks", test_remarks);
  g_test_add_func ("/Tenken/Audit/exemptions", test_exemptions);
  g_test_add_func ("/Tenken/Audit/decider", test_decider);
  g_test_add_func ("/Tenken/Audit/change", test_change);
  return g_test_run ();
}
