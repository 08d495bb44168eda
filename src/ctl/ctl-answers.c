/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-sheet.h"
#include "ctl-table.h"

static gboolean draft = FALSE;
static char *person = NULL;
static char *remark = NULL;
static char *prefer = NULL;
static gboolean dry_run = FALSE;

/* Whether all of the files are workbooks; a mixture is neither the one nor the other. */
static gboolean
are_sheets (CtlCall *call,
            guint *n_sheets)
{
  guint n = 0, i;

  for (i = 2; ctl_argument (call, i) != NULL; i++) {
    g_autofree char *name = g_ascii_strdown (ctl_argument (call, i), -1);

    n += g_str_has_suffix (name, ".xlsx");
  }
  *n_sheets = n;
  return n == i - 2;
}

static int
import_csv (TnkStore *store,
            CtlCall *call)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  guint n_people;

  if (!tnk_store_import_answers (store, ctl_argument (call, 1), ctl_argument (call, 2), draft, &n_rows, &n_people,
                                 &problems, ctl_progress, (gpointer) "importing answers", NULL, &error))
    return ctl_fail_with_problems (problems, error);
  ctl_progress_end ();
  g_print ("%" G_GUINT64_FORMAT " answers of %u people were %s\n", n_rows, n_people,
           draft ? "taken in as drafts" : "handed in");
  return CTL_DONE;
}

static int
import_sheets (TnkStore *store,
               CtlCall *call)
{
  const CtlSheetWay way = {draft, dry_run, prefer};
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) filenames = NULL;

  for (guint i = 2; ctl_argument (call, i) != NULL; i++)
    g_strv_builder_add (builder, ctl_argument (call, i));
  filenames = g_strv_builder_end (builder);
  return ctl_sheet_import (call, store, ctl_argument (call, 1), (const char *const *) filenames, &way);
}

static int
run_import (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"draft", 0, 0, G_OPTION_ARG_NONE, &draft, "Leave the questionnaires drafts; else they are handed in", NULL},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Show what filled sheets would change, and change nothing", NULL},
    {"prefer", 0, 0, G_OPTION_ARG_STRING, &prefer, "Which side wins where it was answered since a sheet was made: sheet or store", "SIDE"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean sheets;
  guint n_sheets;
  int result = ctl_parse (call, entries, 3, G_MAXINT);

  if (result != CTL_DONE)
    return result;
  sheets = are_sheets (call, &n_sheets);
  if (!sheets && (n_sheets > 0 || ctl_argument (call, 3) != NULL))
    return ctl_usage (call, "give one CSV file, or any number of .xlsx sheets");
  if (!sheets && (dry_run || prefer != NULL))
    return ctl_usage (call, "--dry-run and --prefer go with .xlsx sheets");
  if (prefer != NULL && !g_str_equal (prefer, "sheet") && !g_str_equal (prefer, "store"))
    return ctl_usage (call, "--prefer=%s is not known; use sheet or store", prefer);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL)
    return ctl_fail (error);
  return sheets ? import_sheets (store, call) : import_csv (store, call);
}

static int
run_export (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"draft", 0, 0, G_OPTION_ARG_NONE, &draft, "Write the answers of drafts; else of those handed in", NULL},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_rows;
  int result = ctl_parse (call, entries, 3, 3);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !ctl_check_output (store, ctl_argument (call, 2), &error) ||
      !tnk_store_export_answers (store, ctl_argument (call, 1), ctl_argument (call, 2), draft, &n_rows,
                                 NULL, &error))
    return ctl_fail (error);
  g_print ("%s: %" G_GUINT64_FORMAT " answers were written\n", ctl_argument (call, 2), n_rows);
  return CTL_DONE;
}

static int
print_questionnaire (CtlCall *call,
                     TnkQuestionnaire *questionnaire)
{
  static const char *const columns[] = {"no", "role", "control", "clause", "level", "scored", "question", "answer",
                                        "comment", "carry", "previous", "previous_comment", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, i);
    TnkControl *control = tnk_duty_get_control (duty);
    TnkAnswerValue answer = tnk_questionnaire_get_answer (questionnaire, i), previous = tnk_questionnaire_get_previous (questionnaire, i);
    TnkCarry carry = tnk_questionnaire_get_carry (questionnaire, i);

    ctl_table_begin_row (table);
    ctl_table_add_int (table, i + 1);
    ctl_table_add_text (table, tnk_role_get_id (tnk_duty_get_role (duty)));
    ctl_table_add_text (table, tnk_control_get_id (control));
    ctl_table_add_text (table, tnk_control_get_clause (control));
    ctl_table_add_text (table, tnk_level_to_string (tnk_control_get_level (control)));
    ctl_table_add_text (table, tnk_duty_is_scored (duty) ? "yes" : "no");
    ctl_table_add_text (table, ctl_text (call, tnk_question_get_text (tnk_duty_get_question (duty))));
    ctl_table_add_text (table, answer != TNK_ANSWER_VALUE_UNANSWERED ? tnk_answer_value_to_string (answer) : "");
    ctl_table_add_text (table, tnk_questionnaire_get_comment (questionnaire, i));
    ctl_table_add_text (table, carry != TNK_CARRY_NONE ? tnk_carry_to_string (carry) : "");
    ctl_table_add_text (table, previous != TNK_ANSWER_VALUE_UNANSWERED ? tnk_answer_value_to_string (previous) : "");
    ctl_table_add_text (table, tnk_questionnaire_get_previous_comment (questionnaire, i));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_questionnaire (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"person", 0, 0, G_OPTION_ARG_STRING, &person, "The staff number", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (person == NULL)
    return ctl_usage (call, "--person is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  questionnaire = store != NULL ? tnk_store_load_questionnaire (store, ctl_argument (call, 1), person, &error) : NULL;
  if (questionnaire == NULL)
    return ctl_fail (error);
  return print_questionnaire (call, questionnaire);
}

static int
move (CtlCall *call,
      TnkQuestionnaireState state)
{
  const GOptionEntry entries[] = {
    {"person", 0, 0, G_OPTION_ARG_STRING, &person, "The staff number", "PERSON"},
    {"remark", 0, 0, G_OPTION_ARG_STRING, &remark, "A remark; needed to return a questionnaire", "TEXT"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (person == NULL)
    return ctl_usage (call, "--person is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_move_questionnaire (store, ctl_argument (call, 1), person, state, remark, &error))
    return ctl_fail (error);
  g_print ("the questionnaire of “%s” is %s\n", person, tnk_questionnaire_state_to_string (state));
  return CTL_DONE;
}

static int
run_submit (CtlCall *call)
{
  return move (call, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
}

static int
run_return (CtlCall *call)
{
  return move (call, TNK_QUESTIONNAIRE_STATE_RETURNED);
}

static int
run_accept (CtlCall *call)
{
  return move (call, TNK_QUESTIONNAIRE_STATE_ACCEPTED);
}

const CtlCommand ctl_answers_commands[] = {
  {"answers import", "[--draft] [--dry-run] [--prefer=sheet|store] STORE ID FILE.csv|FILE.xlsx…",
   "Take in answers, each person’s as a questionnaire handed in", run_import},
  {"answers export", "[--draft] STORE ID FILE.csv", "Write the answers that were handed in", run_export},
  {"questionnaire", "STORE ID --person=P [OPTION…]", "Print the questions that a person gets, in order",
   run_questionnaire},
  {"questionnaire submit", "STORE ID --person=P", "Hand in a person’s questionnaire", run_submit},
  {"questionnaire return", "STORE ID --person=P --remark=TEXT", "Send a questionnaire back to be mended", run_return},
  {"questionnaire accept", "STORE ID --person=P", "Accept a questionnaire that was handed in", run_accept},
  {NULL}};
