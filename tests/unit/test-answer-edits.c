/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-answer-edits-private.h"

#include "tnk-test-tally.h"

/* A sheet with one answer beside what is stored. */
typedef struct
{
  const char *name;
  TnkGivenAnswer sheet;
  TnkGivenAnswer store;
  gboolean newer;
  TnkQuestionnaireState state;
  TnkAnswerLock lock;
  gboolean draft;
  int differs; /* rows */
  gboolean conflict;
  TnkAnswerDecision decision;
  gboolean hands_in;
} Case;

#define FULL TNK_ANSWER_VALUE_IMPLEMENTED
#define PART TNK_ANSWER_VALUE_PARTIAL
#define DRAFT TNK_QUESTIONNAIRE_STATE_DRAFT
#define SUBMITTED TNK_QUESTIONNAIRE_STATE_SUBMITTED
#define SHEET TNK_ANSWER_DECISION_SHEET
#define STORE TNK_ANSWER_DECISION_STORE
#define NONE TNK_ANSWER_DECISION_NONE

static const Case cases[] = {
  {"new", {NULL, FULL, NULL, NULL}, {NULL, 0, NULL, NULL}, TRUE, DRAFT, 0, FALSE, 1, FALSE, SHEET, TRUE},
  {"same", {NULL, FULL, "x", NULL}, {NULL, FULL, "x", ""}, TRUE, DRAFT, 0, FALSE, 0, FALSE, NONE, TRUE},
  {"blanks", {NULL, FULL, " x\r\ny ", NULL}, {NULL, FULL, "x\ny", NULL}, TRUE, SUBMITTED, 0, FALSE, 0, FALSE, NONE, FALSE},
  {"older", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, FALSE, DRAFT, 0, FALSE, 1, FALSE, SHEET, TRUE},
  {"newer", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, TRUE, DRAFT, 0, FALSE, 1, TRUE, NONE, TRUE},
  {"comment", {NULL, FULL, "x", NULL}, {NULL, FULL, "y", NULL}, TRUE, DRAFT, 0, FALSE, 1, TRUE, NONE, TRUE},
  {"evidence", {NULL, FULL, NULL, "x"}, {NULL, FULL, NULL, NULL}, TRUE, DRAFT, 0, FALSE, 1, TRUE, NONE, TRUE},
  {"returned", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, FALSE, TNK_QUESTIONNAIRE_STATE_RETURNED, 0, FALSE, 1, FALSE, SHEET, TRUE},
  {"submitted", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, FALSE, SUBMITTED, 0, FALSE, 1, TRUE, NONE, FALSE},
  {"submitted-open", {NULL, FULL, NULL, NULL}, {NULL, 0, NULL, NULL}, FALSE, SUBMITTED, 0, FALSE, 1, TRUE, NONE, FALSE},
  {"draft", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, FALSE, DRAFT, 0, TRUE, 1, FALSE, SHEET, FALSE},
  {"accepted", {NULL, FULL, NULL, NULL}, {NULL, PART, NULL, NULL}, FALSE, TNK_QUESTIONNAIRE_STATE_ACCEPTED, TNK_ANSWER_LOCK_ACCEPTED, FALSE, 1, TRUE, STORE, FALSE},
  {"closed", {NULL, FULL, NULL, NULL}, {NULL, 0, NULL, NULL}, FALSE, DRAFT, TNK_ANSWER_LOCK_DEPARTMENT, FALSE, 1, TRUE, STORE, FALSE},
};

static void
test_settle (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  TnkDuty *duty = tnk_catalog_get_duty (tnk_campaign_get_catalog (campaign), 0);
  TnkGivenAnswer sheet = c->sheet, store = c->store;
  TnkAnswerEdits *edits = tnk_answer_edits_new (campaign);
  TnkAnswerEdit *edit = tnk_answer_edits_add (edits, "p1", "p1.xlsx", "2026-11-21T00:00:00Z");

  sheet.duty = store.duty = duty;
  tnk_answer_edit_add_answer (edit, &sheet, "職員!F6");
  tnk_answer_edit_set_stored (edit, 0, &store, c->newer);
  tnk_answer_edit_settle (edit, "山田", "d1", c->state, c->lock, c->draft);
  g_assert_cmpint (tnk_answer_edit_get_n_rows (edit), ==, c->differs);
  g_assert_cmpint (tnk_answer_edit_hands_in (edit), ==, c->hands_in);
  if (c->differs > 0) {
    g_assert_cmpint (tnk_answer_edit_is_conflict (edit, 0), ==, c->conflict);
    g_assert_cmpint (tnk_answer_edit_get_decision (edit, 0), ==, c->decision);
    g_assert_true (tnk_answer_edit_get_duty (edit, 0) == duty);
    g_assert_cmpstr (tnk_answer_edit_get_place (edit, 0), ==, "職員!F6");
    g_assert_cmpint (tnk_answer_edit_get_value (edit, 0), ==, sheet.value);
    g_assert_cmpint (tnk_answer_edit_get_stored_value (edit, 0), ==, store.value);
  }
  g_assert_cmpuint (tnk_answer_edits_count_rows (edits), ==, c->lock == 0 ? c->differs : 0);
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, c->conflict && c->lock == 0);
  g_assert_cmpuint (tnk_answer_edits_count_undecided (edits), ==, c->differs > 0 && c->decision == NONE);
  g_assert_finalize_object (edits);
}

/* Changes and locked rows stay as they are, whatever is decided. */
static void
test_decide (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAnswerEdits) edits = tnk_answer_edits_new (campaign);
  TnkAnswerEdit *conflict = tnk_answer_edits_add (edits, "p1", "1.xlsx", NULL);
  TnkAnswerEdit *change = tnk_answer_edits_add (edits, "p2", "2.xlsx", NULL);
  TnkAnswerEdit *locked = tnk_answer_edits_add (edits, "p3", "3.xlsx", NULL);
  TnkDuty *duty = tnk_catalog_get_duty (tnk_campaign_get_catalog (campaign), 0);
  const TnkGivenAnswer sheet = {duty, FULL, NULL, NULL}, store = {duty, PART, NULL, NULL};

  for (guint i = 0; i < 3; i++) {
    TnkAnswerEdit *edit = tnk_answer_edits_get_edit (edits, i);

    tnk_answer_edit_add_answer (edit, &sheet, "x");
    tnk_answer_edit_set_stored (edit, 0, &store, i == 0);
    tnk_answer_edit_settle (edit, "山田", "d1", DRAFT, i == 2 ? TNK_ANSWER_LOCK_DEPARTMENT : TNK_ANSWER_LOCK_NONE, FALSE);
  }
  g_assert_true (tnk_answer_edits_lookup (edits, "p2") == change);
  g_assert_null (tnk_answer_edits_lookup (edits, "p9"));
  g_assert_cmpuint (tnk_answer_edits_count_undecided (edits), ==, 1);
  tnk_answer_edits_decide_all (edits, TNK_ANSWER_DECISION_STORE);
  g_assert_cmpuint (tnk_answer_edits_count_undecided (edits), ==, 0);
  g_assert_cmpint (tnk_answer_edit_get_decision (conflict, 0), ==, STORE);
  g_assert_cmpint (tnk_answer_edit_get_decision (change, 0), ==, SHEET);
  tnk_answer_edits_decide_all (edits, TNK_ANSWER_DECISION_SHEET);
  g_assert_cmpint (tnk_answer_edit_get_decision (conflict, 0), ==, SHEET);
  g_assert_cmpint (tnk_answer_edit_get_decision (locked, 0), ==, STORE);
  g_assert_true (tnk_answer_edit_takes (conflict, 0));
  g_assert_false (tnk_answer_edit_takes (locked, 0));
  g_assert_cmpuint (tnk_answer_edits_count_conflicts (edits), ==, 1);
}

/* A paper that is handed in is handed in anew only where something of it changes. */
static void
test_hands_in (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkAnswerEdits) edits = tnk_answer_edits_new (campaign);
  TnkAnswerEdit *edit = tnk_answer_edits_add (edits, "p1", "1.xlsx", NULL);
  const TnkGivenAnswer sheet = {tnk_catalog_get_duty (tnk_campaign_get_catalog (campaign), 0), FULL, NULL, NULL};

  tnk_answer_edit_add_answer (edit, &sheet, "x");
  tnk_answer_edit_settle (edit, "山田", "d1", SUBMITTED, TNK_ANSWER_LOCK_NONE, FALSE);
  tnk_answer_edit_decide (edit, 0, STORE);
  g_assert_false (tnk_answer_edit_hands_in (edit));
  tnk_answer_edit_decide (edit, 0, SHEET);
  g_assert_true (tnk_answer_edit_hands_in (edit));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/AnswerEdits/settle/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_settle);
  }
  g_test_add_func ("/Tenken/AnswerEdits/decide", test_decide);
  g_test_add_func ("/Tenken/AnswerEdits/hands-in", test_hands_in);
  return g_test_run ();
}
