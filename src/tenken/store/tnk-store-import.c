/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-answer-writer-private.h"
#include "tnk-closing-private.h"
#include "tnk-csv-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-problems-private.h"

/* Reads answers from a CSV file into an open campaign. The rows are gathered in a buffer of bounded size, sorted by
 * person and duty, and written person by person, so that a file in any order costs no more memory than one in the best. */

#define BUFFER_ROWS (128 * 1024)

/* Who can hand in a questionnaire. */
typedef struct
{
  char *id;
  gint64 no; /* of the questionnaire */
  guint department;
  guint64 role_bits;
  TnkQuestionnaireState state;
  gboolean has_answers;
  gboolean touched;
  guint8 *seen; /* a bit a duty: the file has a row for it; NULL until the first */
} Person;

enum {
  COLUMN_PERSON,
  COLUMN_ROLE,
  COLUMN_CONTROL,
  COLUMN_ANSWER,
  COLUMN_COMMENT,
  N_COLUMNS
};

typedef struct
{
  TnkStore *store;
  TnkChange change;
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkBody *body;
  TnkExceptionList exceptions;
  TnkClosings closings;
  gboolean draft;

  const char *filename;
  TnkCsvReader *csv;
  guint columns[N_COLUMNS];
  TnkProblems *problems;

  GArray *people; /* (element-type Person) */
  GHashTable *by_id; /* (element-type utf8 uint): place in people, plus 1 */
  GHashTable *duties; /* (element-type utf8 TnkDuty): "role control" */
  GArray *rows; /* (element-type TnkAnswerRow): the buffer */
  GString *key;
  guint last_person; /* rows of a person usually stand together */
  guint64 n_rows;
  guint n_people;

  TnkAnswerWriter writer;
} Import;

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->id);
  g_free (person->seen);
}

static void
row_clear (gpointer data)
{
  g_free (((TnkAnswerRow *) data)->comment);
}

static void
import_clear (Import *self)
{
  tnk_answer_writer_close (&self->writer);
  tnk_change_end (&self->change);
  tnk_exception_list_clear (&self->exceptions);
  tnk_closings_clear (&self->closings);
  g_clear_pointer (&self->csv, tnk_csv_reader_free);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->duties, g_hash_table_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_object (&self->campaign);
  g_clear_object (&self->body);
  if (self->key != NULL)
    g_string_free (self->key, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

/* --- getting ready --- */

static gboolean
read_people (Import *self,
             gint64 campaign_no,
             GError **error)
{
  guint n_departments = tnk_body_get_n_departments (self->body);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->store->connection, error,
    "SELECT p.id, q.no, q.department, q.role_bits, q.state, "
    "EXISTS (SELECT 1 FROM answer a WHERE a.questionnaire_no = q.no) "
    "FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 ORDER BY q.no",
    "i", campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    Person person = {0};

    if (!row)
      return TRUE;
    if (tnk_statement_int (statement, 2) < 0 || tnk_statement_int (statement, 2) >= n_departments)
      return tnk_store_throw_damaged (self->store, error);
    person.id = g_strdup (tnk_statement_text (statement, 0));
    person.no = tnk_statement_int (statement, 1);
    person.department = tnk_statement_int (statement, 2);
    person.role_bits = tnk_statement_int (statement, 3);
    tnk_questionnaire_state_from_string (tnk_statement_text (statement, 4), &person.state);
    person.has_answers = tnk_statement_int (statement, 5) != 0;
    g_array_append_val (self->people, person);
    g_hash_table_insert (self->by_id, person.id, GUINT_TO_POINTER (self->people->len));
  }
  return FALSE;
}

static void
index_duties (Import *self)
{
  for (guint i = 0; i < tnk_catalog_get_n_duties (self->catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (self->catalog, i);
    g_hash_table_insert (self->duties,
                         g_strdup_printf ("%s %s", tnk_role_get_id (tnk_duty_get_role (duty)),
                                          tnk_control_get_id (tnk_duty_get_control (duty))),
                         duty);
  }
}

static gboolean
begin (Import *self,
       const char *campaign_id,
       GError **error)
{
  TnkCampaignState state;
  g_autofree char *today = tnk_store_dup_today (self->store);
  gint64 no;

  if (!tnk_change_begin (&self->change, self->store, error) ||
      !tnk_store_find_campaign (self->store, campaign_id, &no, &state, error) ||
      !tnk_store_check_open (self->store, campaign_id, state, error))
    return FALSE;
  self->campaign = tnk_store_load_campaign (self->store, campaign_id, error);
  if (self->campaign == NULL)
    return FALSE;
  self->catalog = tnk_campaign_get_catalog (self->campaign);
  self->body = tnk_store_read_campaign_body (self->store, no, error);
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (self->people, person_clear);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->duties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (TnkAnswerRow));
  g_array_set_clear_func (self->rows, row_clear);
  self->key = g_string_new (NULL);
  self->last_person = G_MAXUINT;
  index_duties (self);
  return self->body != NULL && read_people (self, no, error) &&
         tnk_exception_list_read (&self->exceptions, self->store, today, error) &&
         tnk_closings_read (&self->closings, self->store, no, error) &&
         tnk_answer_writer_open (&self->writer, &self->change, tnk_campaign_get_id (self->campaign), self->draft, FALSE, error);
}

/* --- reading rows --- */

static void
fault (Import *self,
       const char *column,
       const char *format,
       ...) G_GNUC_PRINTF (3, 4);

static void
fault (Import *self,
       const char *column,
       const char *format,
       ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  tnk_problems_add (self->problems, self->filename, tnk_csv_reader_get_line (self->csv), column, "%s", message);
}

static const char *
cell (Import *self,
      int column)
{
  return tnk_csv_reader_field (self->csv, self->columns[column]);
}

static Person *
find_person (Import *self,
             guint *place)
{
  const char *id = cell (self, COLUMN_PERSON);
  Person *person = self->last_person != G_MAXUINT ? &g_array_index (self->people, Person, self->last_person) : NULL;

  if (person == NULL || !g_str_equal (person->id, id)) {
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
    if (found == 0) {
      fault (self, "person_id", "“%s” is not asked in this campaign; mend the staff number or import the roster", id);
      return NULL;
    }
    self->last_person = found - 1;
    person = &g_array_index (self->people, Person, self->last_person);
  }
  *place = self->last_person;
  return person;
}

static TnkDuty *
find_duty (Import *self,
           Person *person)
{
  const char *role = cell (self, COLUMN_ROLE);
  const char *control = cell (self, COLUMN_CONTROL);
  TnkDuty *duty;

  g_string_truncate (self->key, 0);
  g_string_append (self->key, role);
  g_string_append_c (self->key, ' ');
  g_string_append (self->key, control);
  duty = g_hash_table_lookup (self->duties, self->key->str);
  if (duty == NULL)
    fault (self, "control_id", "the role “%s” has no duty in a control “%s” of this catalog", role, control);
  else if (!((person->role_bits >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1))
    fault (self, "role", "“%s” does not hold the role “%s”", person->id, role);
  else if (!tnk_campaign_asks (self->campaign, duty))
    fault (self, "control_id", "the control “%s” is not asked of the role “%s” in this campaign", control, role);
  else
    return duty;
  return NULL;
}

static gboolean
note_row (Import *self,
          Person *person,
          TnkDuty *duty)
{
  guint index = tnk_duty_get_index (duty);

  if (person->seen == NULL)
    person->seen = g_new0 (guint8, tnk_catalog_get_n_duties (self->catalog) / 8 + 1);
  if (person->seen[index / 8] & (1 << index % 8)) {
    fault (self, "control_id", "“%s” has a row for the role “%s” and the control “%s” already; remove one of the two",
           person->id, cell (self, COLUMN_ROLE), cell (self, COLUMN_CONTROL));
    return FALSE;
  }
  person->seen[index / 8] |= 1 << index % 8;
  return TRUE;
}

static gboolean
check_value (Import *self,
             Person *person,
             TnkDuty *duty,
             TnkAnswerValue *value)
{
  const char *control = tnk_control_get_id (tnk_duty_get_control (duty));
  g_autoptr (GError) error = NULL;
  gboolean excepted;

  if (!tnk_answer_value_from_string (cell (self, COLUMN_ANSWER), value) || *value == TNK_ANSWER_VALUE_UNANSWERED) {
    fault (self, "answer", "“%s” is not an answer; use implemented, partial, not_implemented, not_applicable or excepted",
           cell (self, COLUMN_ANSWER));
    return FALSE;
  }
  excepted = *value == TNK_ANSWER_VALUE_EXCEPTED &&
             tnk_exception_list_covers (&self->exceptions, control,
                                        tnk_body_get_department (self->body, person->department));
  if (tnk_answer_check (*value, cell (self, COLUMN_COMMENT), excepted, &error))
    return TRUE;
  fault (self, *value == TNK_ANSWER_VALUE_EXCEPTED ? "answer" : "comment", "%s", error->message);
  return FALSE;
}

/* Nobody hands in in a closed department; a draft is not handed in. */
static gboolean
check_department (Import *self,
                  Person *person)
{
  TnkDepartment *closed =
    self->draft ? NULL : tnk_closings_find (&self->closings, tnk_body_get_department (self->body, person->department));

  if (closed == NULL)
    return TRUE;
  fault (self, "person_id", "the department “%s” of “%s” is closed; have it reopened first", tnk_department_get_id (closed),
         person->id);
  return FALSE;
}

static gboolean
check_state (Import *self,
             Person *person)
{
  if (person->state != TNK_QUESTIONNAIRE_STATE_ACCEPTED && !(self->draft && tnk_questionnaire_state_counts (person->state)))
    return TRUE;
  fault (self, "person_id", "the questionnaire of “%s” is %s; have it returned first", person->id,
         tnk_questionnaire_state_to_string (person->state));
  return FALSE;
}

static void
read_row (Import *self)
{
  TnkAnswerRow row = {0};
  Person *person = find_person (self, &row.person);
  TnkDuty *duty = person != NULL ? find_duty (self, person) : NULL;
  TnkAnswerValue value;
  const char *comment = cell (self, COLUMN_COMMENT);

  self->n_rows++;
  if (tnk_csv_reader_has_surplus (self->csv))
    fault (self, NULL, "the line has more cells than the first line has columns; is a comma left out of quotation marks?");
  if (duty == NULL || !note_row (self, person, duty) || !check_value (self, person, duty, &value) ||
      !check_state (self, person) || !check_department (self, person))
    return;
  row.duty = tnk_duty_get_index (duty);
  row.value = value;
  row.comment = *comment != '\0' ? g_strdup (comment) : NULL;
  g_array_append_val (self->rows, row);
}

/* --- writing what was gathered --- */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TnkAnswerRow *left = a, *right = b;

  if (left->person != right->person)
    return left->person < right->person ? -1 : 1;
  return (int) left->duty - (int) right->duty;
}

static gboolean
write_person (Import *self,
              Person *person,
              const TnkAnswerRow *rows,
              guint n_rows,
              GError **error)
{
  if (!tnk_answer_writer_write (&self->writer, person->no, person->id, person->has_answers, rows, n_rows, error))
    return FALSE;
  self->n_people += !person->touched;
  person->touched = person->has_answers = TRUE;
  return TRUE;
}

static gboolean
flush (Import *self,
       GError **error)
{
  const TnkAnswerRow *rows = (const TnkAnswerRow *) self->rows->data;
  guint n = self->rows->len;

  g_array_sort (self->rows, compare_rows);
  /* A file with a fault is read to its end for the other faults, but nothing more of it is written. */
  for (guint from = 0, to; from < n && self->problems->n == 0; from = to) {
    for (to = from + 1; to < n && rows[to].person == rows[from].person; to++)
      continue;
    if (!write_person (self, &g_array_index (self->people, Person, rows[from].person), rows + from, to - from, error))
      return FALSE;
  }
  g_array_set_size (self->rows, 0);
  return TRUE;
}

static gboolean
read_file (Import *self,
           TnkProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  static const char *names[] = {"person_id", "role", "control_id", "answer", "comment"};
  g_autoptr (GError) local = NULL;

  self->csv = tnk_csv_reader_open (self->filename, error);
  if (self->csv == NULL || !tnk_csv_reader_header (self->csv, names, self->columns, N_COLUMNS, N_COLUMNS, error))
    return FALSE;
  while (tnk_csv_reader_next (self->csv, &local)) {
    read_row (self);
    if (self->rows->len >= BUFFER_ROWS && !flush (self, error))
      return FALSE;
    if (self->n_rows % 8192 != 0)
      continue;
    if (progress != NULL)
      progress (tnk_csv_reader_tell (self->csv), tnk_csv_reader_get_size (self->csv), user_data);
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  }
  if (local == NULL)
    return flush (self, error) && !g_cancellable_set_error_if_cancelled (cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * tnk_store_import_answers:
 * @self: an open store
 * @campaign_id: the id of an open campaign
 * @filename: a CSV file with the columns `person_id`, `role`, `control_id`, `answer`, `comment`
 * @draft: whether the questionnaires stay drafts; else each person’s rows are a questionnaire handed in
 * @n_rows: (out): how many rows the file has
 * @n_people: (out): how many people they are of
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line
 *   and reason, at most the first 100,000
 * @progress: (nullable) (scope call) (closure user_data): hears how far the import is, in bytes of the file
 * @user_data: for @progress
 * @cancellable: (nullable): stops the import
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE`, `SYNTAX`, `INVALID` (which names the
 *   first bad row) or `STORE`, or cancelled
 *
 * Takes in answers that were given elsewhere. Answers that were there already and are not in the file stay; those that
 * are replaced stay readable in the log.
 *
 * Returns: `TRUE` if every row was taken in; else none was
 *
 * Since: 0.1
 */
gboolean
tnk_store_import_answers (TnkStore *self,
                          const char *campaign_id,
                          const char *filename,
                          gboolean draft,
                          guint64 *n_rows,
                          guint *n_people,
                          GPtrArray **problems,
                          TnkProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_auto (Import) import = {.store = self, .filename = filename, .draft = draft, .problems = &found};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (campaign_id != NULL && filename != NULL && n_rows != NULL && n_people != NULL, FALSE);

  if (problems != NULL)
    *problems = NULL;
  tnk_problems_init (&found);
  if (!begin (&import, campaign_id, error) || !read_file (&import, progress, user_data, cancellable, error) ||
      !tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return FALSE;
  *n_rows = import.n_rows;
  *n_people = import.n_people;
  return tnk_change_commit (&import.change, error);
}
