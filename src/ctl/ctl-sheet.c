/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-sheet.h"
#include "ctl-table.h"

/* Self-check sheets, blank and filled. */

static char *department, *output, *person;
static char **roles;

/* --- out --- */

typedef struct
{
  TnkStore *store;
  TnkCampaign *campaign;
  const char *language;
  char *now;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_object (&self->campaign);
  g_clear_object (&self->store);
  g_free (self->now);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
write_role (Writing *self,
            guint *n,
            GError **error)
{
  *n = 1;
  return ctl_check_output (self->store, output, error) &&
         tnk_check_sheet_write (self->campaign, (const char *const *) roles, NULL, NULL, tnk_store_get_body_name (self->store),
                                self->language, self->now, output, NULL, error);
}

static gboolean
write_person (Writing *self,
              guint *n,
              GError **error)
{
  const char *id = tnk_campaign_get_id (self->campaign);
  g_autoptr (TnkBody) people = tnk_store_load_asked (self->store, id, NULL, error);
  TnkPerson *found = people != NULL ? tnk_body_lookup_person (people, person) : NULL;

  *n = 1;
  if (people != NULL && found == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "“%s” is not asked in the campaign “%s”; see “tenkenctl campaign show”", person, id);
  return found != NULL && ctl_check_output (self->store, output, error) &&
         tnk_check_sheet_write (self->campaign, tnk_person_get_roles (found), person, tnk_person_get_name (found),
                                tnk_store_get_body_name (self->store), self->language, self->now, output, NULL, error);
}

static gboolean
write_department (Writing *self,
                  guint *n,
                  GError **error)
{
  g_autoptr (TnkBody) people = tnk_store_load_asked (self->store, tnk_campaign_get_id (self->campaign), department, error);

  return people != NULL && tnk_check_sheets_write (self->campaign, people, tnk_store_get_body_name (self->store), self->language, self->now,
                                                   output, n, ctl_progress, (gpointer) "writing sheets", NULL, error);
}

static int
run_write (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write; with --department the folder", "FILE.xlsx|DIR"},
    {"role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &roles, "Only the questions of this role; can be given several times", "ROLE"},
    {"person", 0, 0, G_OPTION_ARG_STRING, &person, "The sheet of this person, with the staff number filled in", "PERSON"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "A sheet for everybody of this department and of all below it", "ID"},
    {NULL}};
  g_auto (Writing) self = {.language = NULL};
  g_autoptr (GError) error = NULL;
  guint n;
  gboolean done;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o is needed");
  if ((roles != NULL) + (person != NULL) + (department != NULL) > 1)
    return ctl_usage (call, "--role, --person and --department do not go together");
  self.language = call->language;
  self.store = ctl_open_store (ctl_argument (call, 0), &error);
  self.campaign = self.store != NULL ? tnk_store_load_campaign (self.store, ctl_argument (call, 1), &error) : NULL;
  if (self.campaign == NULL)
    return ctl_fail (error);
  self.now = tnk_store_dup_now (self.store);
  done = person != NULL ? write_person (&self, &n, &error) : department != NULL ? write_department (&self, &n, &error)
                                                                                : write_role (&self, &n, &error);
  ctl_progress_end ();
  if (!done)
    return ctl_fail (error);
  g_print ("%s: %u sheets were written\n", output, n);
  return CTL_DONE;
}

/* --- back in --- */

static const char *
kind_of (TnkAnswerEdit *edit,
         guint row)
{
  static const char *const locks[] = {
    [TNK_ANSWER_LOCK_SUBMITTED] = "submitted",
    [TNK_ANSWER_LOCK_ACCEPTED] = "accepted",
    [TNK_ANSWER_LOCK_DEPARTMENT] = "closed",
  };

  if (tnk_answer_edit_get_lock (edit) != TNK_ANSWER_LOCK_NONE)
    return locks[tnk_answer_edit_get_lock (edit)];
  if (tnk_answer_edit_is_conflict (edit, row))
    return "conflict";
  return tnk_answer_edit_get_stored_value (edit, row) == TNK_ANSWER_VALUE_UNANSWERED ? "new" : "change";
}

static void
add_answer (CtlTable *table,
            TnkAnswerValue value,
            const char *comment,
            const char *evidence)
{
  gboolean given = value != TNK_ANSWER_VALUE_UNANSWERED;

  ctl_table_add_text (table, given ? tnk_answer_value_to_string (value) : NULL);
  ctl_table_add_text (table, given ? comment : NULL);
  ctl_table_add_text (table, given ? evidence : NULL);
}

static void
add_row (CtlTable *table,
         TnkAnswerEdit *edit,
         guint row)
{
  TnkDuty *duty = tnk_answer_edit_get_duty (edit, row);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_answer_edit_get_filename (edit));
  ctl_table_add_text (table, tnk_answer_edit_get_place (edit, row));
  ctl_table_add_text (table, tnk_answer_edit_get_person_id (edit));
  ctl_table_add_text (table, tnk_role_get_id (tnk_duty_get_role (duty)));
  ctl_table_add_text (table, tnk_control_get_id (tnk_duty_get_control (duty)));
  add_answer (table, tnk_answer_edit_get_stored_value (edit, row), tnk_answer_edit_get_stored_comment (edit, row),
              tnk_answer_edit_get_stored_evidence (edit, row));
  add_answer (table, tnk_answer_edit_get_value (edit, row), tnk_answer_edit_get_comment (edit, row), tnk_answer_edit_get_evidence (edit, row));
  ctl_table_add_text (table, kind_of (edit, row));
}

static void
print_edits (CtlCall *call,
             TnkAnswerEdits *edits)
{
  static const char *const columns[] = {"file", "where", "person", "role", "control", "old", "old_comment", "old_evidence",
                                        "new", "new_comment", "new_evidence", "kind", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++) {
    TnkAnswerEdit *edit = tnk_answer_edits_get_edit (edits, i);

    for (guint row = 0; row < tnk_answer_edit_get_n_rows (edit); row++)
      add_row (table, edit, row);
  }
  ctl_table_print (table, call->format);
}

static int
fail_undecided (TnkAnswerEdits *edits)
{
  g_autoptr (GError) error = NULL;

  g_set_error (&error, TNK_ERROR, TNK_ERROR_STATE,
               "%u answers differ between a sheet and what was answered since, and nothing was taken in; see the list, then use --prefer=sheet or --prefer=store",
               tnk_answer_edits_count_undecided (edits));
  return ctl_fail (error);
}

/* What would be done, as it is decided: the same numbers as the store gives afterwards. */
static void
count (TnkAnswerEdits *edits,
       guint *n_people,
       guint *n_answers)
{
  *n_people = *n_answers = 0;
  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++) {
    TnkAnswerEdit *edit = tnk_answer_edits_get_edit (edits, i);
    guint n = 0;

    for (guint row = 0; row < tnk_answer_edit_get_n_rows (edit); row++)
      n += tnk_answer_edit_get_decision (edit, row) == TNK_ANSWER_DECISION_SHEET;
    *n_people += n > 0 || tnk_answer_edit_hands_in (edit);
    *n_answers += n;
  }
}

static guint
count_locked (TnkAnswerEdits *edits)
{
  guint n = 0;

  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++)
    n += tnk_answer_edit_get_lock (tnk_answer_edits_get_edit (edits, i)) != TNK_ANSWER_LOCK_NONE;
  return n;
}

/* Rows are for scripts; the sentence is for people. */
static void
print_sum (CtlCall *call,
           TnkAnswerEdits *edits,
           gboolean dry_run,
           guint n_people,
           guint n_answers)
{
  guint n_locked = count_locked (edits);

  if (call->format != CTL_FORMAT_TABLE)
    return;
  g_print ("%u answers of %u people %s %s\n", n_answers, n_people, dry_run ? "would be" : "were",
           tnk_answer_edits_get_draft (edits) ? "taken in as drafts" : "handed in");
  if (n_locked > 0)
    g_print ("%u sheets %s left out: their questionnaires are handed in or accepted, or the department is closed\n", n_locked,
             dry_run ? "would be" : "were");
}

static int
apply (CtlCall *call,
       TnkStore *store,
       TnkAnswerEdits *edits,
       const CtlSheetWay *way)
{
  g_autoptr (GError) error = NULL;
  guint n_people, n_answers;

  if (way->prefer != NULL)
    tnk_answer_edits_decide_all (edits, g_str_equal (way->prefer, "sheet") ? TNK_ANSWER_DECISION_SHEET : TNK_ANSWER_DECISION_STORE);
  print_edits (call, edits);
  if (tnk_answer_edits_count_undecided (edits) > 0)
    return fail_undecided (edits);
  count (edits, &n_people, &n_answers);
  if (!way->dry_run && !tnk_store_apply_answers (store, edits, &n_people, &n_answers, ctl_progress, (gpointer) "taking sheets in", NULL, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  print_sum (call, edits, way->dry_run, n_people, n_answers);
  return CTL_DONE;
}

int
ctl_sheet_import (CtlCall *call,
                  TnkStore *store,
                  const char *campaign_id,
                  const char *const *filenames,
                  const CtlSheetWay *way)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkBody) people = NULL;
  g_autoptr (TnkAnswerEdits) edits = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  campaign = tnk_store_load_campaign (store, campaign_id, &error);
  people = campaign != NULL ? tnk_store_load_asked (store, campaign_id, NULL, &error) : NULL;
  if (people == NULL)
    return ctl_fail (error);
  edits = tnk_check_sheets_read (filenames, campaign, people, &problems, ctl_progress, (gpointer) "reading sheets", NULL, &error);
  ctl_progress_end ();
  if (edits == NULL)
    return ctl_fail_with_problems (problems, error);
  g_clear_pointer (&problems, g_ptr_array_unref);
  if (!tnk_store_compare_answers (store, edits, way->draft, &problems, NULL, &error))
    return ctl_fail_with_problems (problems, error);
  return apply (call, store, edits, way);
}

const CtlCommand ctl_sheet_commands[] = {
  {"sheet write", "STORE ID -o FILE.xlsx|DIR [--role=R|--person=P|--department=D]", "Write blank self-check sheets to hand out", run_write},
  {NULL}};
