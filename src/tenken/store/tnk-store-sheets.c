/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-sheets.h"

#include "tnk-answer-writer-private.h"
#include "tnk-sheet-match-private.h"

/* Filled self-check sheets: what they change is found out, shown by others, and written once it is decided. */

/* --- comparing --- */

/* When the sheet was made, in seconds since 1970. One that does not say to the second is taken for older than anything. */
static gint64
find_made (TnkAnswerEdit *edit)
{
  const char *made = tnk_answer_edit_get_made (edit);
  g_autoptr (GDateTime) time = made != NULL ? g_date_time_new_from_iso8601 (made, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static gboolean
compare_one (TnkSheetMatch *self,
             TnkAnswerEdit *edit,
             GError **error)
{
  g_auto (TnkSheetPaper) paper = {0};
  gint64 made = find_made (edit);
  gboolean found;

  if (!tnk_sheet_match_read (self, edit, &paper, &found, error))
    return FALSE;
  for (guint i = 0; found && i < tnk_answer_edit_get_n_answers (edit); i++) {
    TnkGivenAnswer answer, stored;
    gint64 given;

    tnk_sheet_match_check (self, edit, &paper, i);
    tnk_answer_edit_get_answer (edit, i, &answer);
    tnk_sheet_paper_get (&paper, answer.duty, &stored, &given);
    tnk_answer_edit_set_stored (edit, i, &stored, given >= made);
  }
  if (found)
    tnk_answer_edit_settle (edit, paper.name, tnk_department_get_id (paper.department), paper.state, paper.lock,
                            tnk_answer_edits_get_draft (self->edits));
  return TRUE;
}

/**
 * tnk_store_compare_answers:
 * @self: an open store
 * @edits: what the sheets say, from [func@check_sheets_read]
 * @draft: whether the questionnaires are to stay drafts; else those that are taken in count as handed in
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every answer that cannot be taken in,
 *   with its file, sheet and cell
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` if the campaign is not open, `INVALID`, which
 *   names the first fault, `STORE`, or cancelled
 *
 * Finds out what sheets would change, and where somebody must decide. Nothing is changed.
 *
 * Returns: `TRUE` if @edits says now what changes
 *
 * Since: 0.1
 */
gboolean
tnk_store_compare_answers (TnkStore *self,
                           TnkAnswerEdits *edits,
                           gboolean draft,
                           GPtrArray **problems,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (TnkSheetMatch) matching = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_ANSWER_EDITS (edits), FALSE);

  if (problems != NULL)
    *problems = NULL;
  tnk_answer_edits_set_draft (edits, draft);
  if (!tnk_sheet_match_open (&matching, self, edits, error))
    return FALSE;
  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !compare_one (&matching, tnk_answer_edits_get_edit (edits, i), error))
      return FALSE;
  return tnk_problems_throw (&matching.problems, problems, TNK_ERROR_INVALID, error);
}

/* --- applying --- */

static gboolean
check_decided (TnkAnswerEdits *edits,
               GError **error)
{
  guint n = tnk_answer_edits_count_undecided (edits);

  if (n == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%u answers differ between a sheet and what was answered since; decide for each which one stays", n);
  return FALSE;
}

/* The edits were shown against the questionnaires as they were when the sheets were read. */
static gboolean
check_unchanged (TnkSheetMatch *self,
                 TnkAnswerEdit *edit,
                 const TnkSheetPaper *paper,
                 gboolean found,
                 GError **error)
{
  gboolean same = found && paper->state == tnk_answer_edit_get_state (edit) && paper->lock == tnk_answer_edit_get_lock (edit) &&
                  g_strcmp0 (tnk_department_get_id (paper->department), tnk_answer_edit_get_department_id (edit)) == 0;

  for (guint i = 0; same && i < tnk_answer_edit_get_n_answers (edit); i++) {
    TnkGivenAnswer answer, stored;
    gint64 given;

    tnk_answer_edit_get_answer (edit, i, &answer);
    tnk_sheet_paper_get (paper, answer.duty, &stored, &given);
    same = tnk_answer_edit_still_has (edit, i, &stored);
  }
  if (!same)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
                 "%s: the questionnaire of “%s” changed since the sheets were compared with it; nothing was taken in; read the sheets again",
                 tnk_store_get_name (self->store), tnk_answer_edit_get_person_id (edit));
  return same;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return (int) ((const TnkAnswerRow *) a)->duty - (int) ((const TnkAnswerRow *) b)->duty;
}

static char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? (char *) text : NULL;
}

/* The texts are borrowed from the edit. */
static GArray *
gather_rows (TnkAnswerEdit *edit)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (TnkAnswerRow));

  for (guint i = 0; i < tnk_answer_edit_get_n_answers (edit); i++) {
    TnkGivenAnswer answer;
    TnkAnswerRow row = {0};

    if (!tnk_answer_edit_takes (edit, i))
      continue;
    tnk_answer_edit_get_answer (edit, i, &answer);
    row.duty = tnk_duty_get_index (answer.duty);
    row.value = answer.value;
    row.comment = or_null (answer.comment);
    row.evidence = or_null (answer.evidence);
    g_array_append_val (rows, row);
  }
  g_array_sort (rows, compare_rows);
  return rows;
}

static gboolean
apply_one (TnkSheetMatch *self,
           TnkAnswerWriter *writer,
           TnkAnswerEdit *edit,
           guint *n_people,
           guint *n_answers,
           GError **error)
{
  g_auto (TnkSheetPaper) paper = {0};
  g_autoptr (GArray) rows = gather_rows (edit);
  gboolean found;

  if (!tnk_sheet_match_read (self, edit, &paper, &found, error) || !check_unchanged (self, edit, &paper, found, error))
    return FALSE;
  for (guint i = 0; i < tnk_answer_edit_get_n_answers (edit); i++)
    tnk_sheet_match_check (self, edit, &paper, i);
  if (self->problems.n > 0)
    return tnk_problems_throw (&self->problems, NULL, TNK_ERROR_INVALID, error);
  if (rows->len == 0 && !tnk_answer_edit_hands_in (edit))
    return TRUE;
  *n_people += 1;
  *n_answers += rows->len;
  return tnk_answer_writer_write (writer, paper.no, tnk_answer_edit_get_person_id (edit), g_hash_table_size (paper.answers) > 0,
                                  (const TnkAnswerRow *) rows->data, rows->len, error);
}

static gboolean
apply_all (TnkSheetMatch *self,
           TnkAnswerWriter *writer,
           guint *n_people,
           guint *n_answers,
           TnkProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  guint n = tnk_answer_edits_get_n_edits (self->edits);

  for (guint i = 0; i < n; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !apply_one (self, writer, tnk_answer_edits_get_edit (self->edits, i), n_people, n_answers, error))
      return FALSE;
    if (progress != NULL)
      progress (i + 1, n, user_data);
  }
  return TRUE;
}

/**
 * tnk_store_apply_answers:
 * @self: an open store
 * @edits: what sheets change, compared by [method@Store.compare_answers], with every conflict decided
 * @n_people: (out): how many questionnaires were changed or handed in
 * @n_answers: (out): how many answers were added or changed
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in sheets
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `STATE` if a conflict is not decided, the campaign is not open, or a
 *   questionnaire was changed since the sheets were compared with it; `INVALID`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Takes sheets in: all of them or, if anything fails, none. Answers that are replaced stay readable in the log.
 *
 * Returns: `TRUE` if the questionnaires are as decided
 *
 * Since: 0.1
 */
gboolean
tnk_store_apply_answers (TnkStore *self,
                         TnkAnswerEdits *edits,
                         guint *n_people,
                         guint *n_answers,
                         TnkProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkSheetMatch) matching = {0};
  g_auto (TnkAnswerWriter) writer = {0};
  guint people = 0, answers = 0;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_ANSWER_EDITS (edits), FALSE);
  g_return_val_if_fail (n_people != NULL && n_answers != NULL, FALSE);

  if (!check_decided (edits, error) || !tnk_change_begin (&change, self, error) || !tnk_sheet_match_open (&matching, self, edits, error) ||
      !tnk_answer_writer_open (&writer, &change, tnk_campaign_get_id (matching.campaign), tnk_answer_edits_get_draft (edits), TRUE, error) ||
      !apply_all (&matching, &writer, &people, &answers, progress, user_data, cancellable, error))
    return FALSE;
  if (people > 0 && !tnk_change_commit (&change, error))
    return FALSE;
  *n_people = people;
  *n_answers = answers;
  return TRUE;
}
