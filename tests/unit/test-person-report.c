/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-person-report.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

static TnkQuestionnaire *
make_questionnaire (TnkAnswerValue first,
                    const char *comment)
{
  static const char *const roles[] = {"staff", "manager", NULL};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  TnkQuestionnaire *questionnaire = tnk_questionnaire_new (campaign, "0042", roles);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    g_assert_true (tnk_questionnaire_set_answer (questionnaire, i, i == 0 ? first : IMPLEMENTED, i == 0 ? comment : NULL, FALSE, &error));
    g_assert_no_error (error);
  }
  tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
  tnk_questionnaire_set_reference (questionnaire, "7f3a-91c2");
  return questionnaire;
}

static char *
write_person (TnkQuestionnaire *questionnaire,
              const char *name)
{
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, "person.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_person_report_write (questionnaire, name, "総務課", "点検市", "2026-11-21", file, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 30);
  return file;
}

static void
test_contents (void)
{
  g_autoptr (TnkQuestionnaire) questionnaire = make_questionnaire (NOT_IMPLEMENTED, "=1+1");
  g_autofree char *file = write_person (questionnaire, "+山田");
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);
  g_autofree char *receipt = tnk_test_xlsx_sheet (file, "受領票");
  g_autofree char *answers = tnk_test_xlsx_sheet (file, "回答");
  g_autofree char *reference = tnk_test_xlsx_cell (receipt, "B4");
  g_autofree char *number = tnk_test_xlsx_cell (receipt, "B6");
  g_autofree char *score = tnk_test_xlsx_cell (receipt, "B16");
  g_autoptr (TnkScore) own = tnk_questionnaire_score (questionnaire, -1);

  g_assert_cmpstr (sheets, ==, "受領票 回答");
  g_assert_cmpstr (reference, ==, "7f3a-91c2");
  g_assert_cmpstr (number, ==, "0042"); /* a text: as a number it would lose its zeros */
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (score, NULL), tnk_score_get_score (own), 1e-9);
  g_assert_nonnull (strstr (receipt, "<t>+山田</t>"));
  g_assert_nonnull (strstr (answers, "<t>=1+1</t>"));
  g_assert_nonnull (strstr (answers, "✕ 未実施"));
}

static void
test_unanswered (void)
{
  static const char *const roles[] = {"staff", NULL};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_questionnaire_new (campaign, "0042", roles);
  g_autofree char *file = write_person (questionnaire, NULL);
  g_autofree char *receipt = tnk_test_xlsx_sheet (file, "受領票");
  g_autofree char *score = tnk_test_xlsx_cell (receipt, "B16");

  g_assert_cmpstr (score, ==, "–");
  g_assert_nonnull (strstr (receipt, "一部実施・未実施の回答はありません。"));
}

/* Somebody without a role that is asked anything gets a receipt that says so, not an empty sheet. */
static void
test_no_items (void)
{
  static const char *const roles[] = {NULL};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_questionnaire_new (campaign, "0042", roles);
  g_autofree char *file = write_person (questionnaire, "山田");
  g_autofree char *answers = tnk_test_xlsx_sheet (file, "回答");

  g_assert_nonnull (strstr (answers, "設問はありません。"));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/PersonReport/contents", test_contents);
  g_test_add_func ("/Tenken/PersonReport/unanswered", test_unanswered);
  g_test_add_func ("/Tenken/PersonReport/no-items", test_no_items);
  return g_test_run ();
}
