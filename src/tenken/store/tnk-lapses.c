/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-lapses-private.h"

#include "tnk-closing-private.h"
#include "tnk-exception-list-private.h"

/* More duties than any catalog has. */
#define DUTY_BITS 24

static gint64
make_key (gint64 questionnaire_no,
          gint64 duty)
{
  return questionnaire_no << DUTY_BITS | duty;
}

static void
lapsed_answer_clear (gpointer data)
{
  TnkLapsedAnswer *answer = data;

  g_free (answer->person_id);
  g_free (answer->person_name);
}

void
tnk_lapses_clear (TnkLapses *self)
{
  g_clear_pointer (&self->list, g_array_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
}

gboolean
tnk_lapses_has (const TnkLapses *self,
                gint64 questionnaire_no,
                gint64 duty)
{
  gint64 key = make_key (questionnaire_no, duty);

  return g_hash_table_contains (self->keys, &key);
}

static gboolean
is_handed_in (const char *state)
{
  TnkQuestionnaireState parsed;

  return tnk_questionnaire_state_from_string (state, &parsed) && tnk_questionnaire_state_counts (parsed);
}

/* The row: number of the questionnaire, duty, department, staff number, name and state of the questionnaire. */
static void
add (TnkLapses *self,
     TnkStatement *row)
{
  TnkLapsedAnswer answer = {tnk_statement_int (row, 0), tnk_statement_int (row, 1), tnk_statement_int (row, 2),
                            is_handed_in (tnk_statement_text (row, 5)), g_strdup (tnk_statement_text (row, 3)),
                            g_strdup (tnk_statement_text (row, 4))};
  gint64 key = make_key (answer.questionnaire_no, answer.duty);

  g_array_append_val (self->list, answer);
  g_hash_table_add (self->keys, g_memdup2 (&key, sizeof key));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const TnkLapsedAnswer *one = a, *other = b;

  if (one->questionnaire_no != other->questionnaire_no)
    return one->questionnaire_no < other->questionnaire_no ? -1 : 1;
  return one->duty < other->duty ? -1 : one->duty > other->duty;
}

/* --- of a campaign that is closed --- */

static gboolean
read_settled (TnkLapses *self,
              TnkStore *store,
              gint64 campaign_no,
              gint64 questionnaire_no,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT l.questionnaire_no, l.duty, q.department, p.id, p.name, q.state FROM lapse l "
                                    "JOIN questionnaire q ON q.no = l.questionnaire_no JOIN person p ON p.no = q.person_no "
                                    "WHERE q.campaign_no = $1 AND ($2 = 0 OR q.no = $2) ORDER BY l.questionnaire_no, l.duty",
                                    "ii", campaign_no, questionnaire_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    add (self, statement);
  }
  return FALSE;
}

/* --- of one that is open --- */

typedef struct
{
  TnkLapses *lapses;
  TnkStore *store;
  gint64 campaign_no;
  gint64 questionnaire_no;
  TnkBody *tree;
  TnkExceptionList exceptions;
  TnkClosings closings;
  char *today;
} Search;

static void
search_clear (Search *self)
{
  g_clear_object (&self->tree);
  tnk_exception_list_clear (&self->exceptions);
  tnk_closings_clear (&self->closings);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* Where a department is closed, nobody can answer anew, so the day on which it was closed decides. */
static char *
find_day (const Search *self,
          TnkDepartment *department)
{
  TnkDepartment *closed = tnk_closings_find (&self->closings, department);

  return closed != NULL ? g_strndup (tnk_closings_lookup (&self->closings, closed)->at, 10) : g_strdup (self->today);
}

static gboolean
judge (Search *self,
       const char *control_id,
       TnkStatement *row,
       GError **error)
{
  gint64 place = tnk_statement_int (row, 2);
  g_autofree char *day = NULL;
  TnkDepartment *department;

  if (place < 0 || place >= tnk_body_get_n_departments (self->tree))
    return tnk_store_throw_damaged (self->store, error);
  department = tnk_body_get_department (self->tree, place);
  day = find_day (self, department);
  if (!tnk_exception_list_covers_on (&self->exceptions, control_id, department, day))
    add (self->lapses, row);
  return TRUE;
}

static gboolean
search_duty (Search *self,
             TnkDuty *duty,
             GError **error)
{
  const char *control_id = tnk_control_get_id (tnk_duty_get_control (duty));
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->store->connection, error,
                                    "SELECT q.no, a.duty, q.department, p.id, p.name, q.state FROM questionnaire q "
                                    "JOIN answer a ON a.questionnaire_no = q.no AND a.duty = $2 JOIN person p ON p.no = q.person_no "
                                    "WHERE q.campaign_no = $1 AND a.value = 5 AND ($3 = 0 OR q.no = $3) ORDER BY q.no",
                                    "iii", self->campaign_no, (gint64) tnk_duty_get_index (duty), self->questionnaire_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!judge (self, control_id, statement, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
search_control (Search *self,
                TnkCatalog *catalog,
                const char *control_id,
                GError **error)
{
  TnkControl *control = tnk_catalog_lookup_control (catalog, control_id);

  for (guint i = 0; control != NULL && i < tnk_control_get_n_duties (control); i++)
    if (!search_duty (self, tnk_control_get_duty (control, i), error))
      return FALSE;
  return TRUE;
}

/* The controls of which an exception ended. Where none did, no answer can have lapsed, and nothing is read. */
static GStrv
list_controls (TnkStore *store,
               const char *today,
               GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT DISTINCT control_id FROM exception WHERE ends < $1 OR revoked <= $1 ORDER BY control_id", "t",
                                    today);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (ids);
    g_strv_builder_add (ids, tnk_statement_text (statement, 0));
  }
  return NULL;
}

static gboolean
search_begin (Search *self,
              gint64 catalog_no,
              TnkCatalog **catalog,
              GError **error)
{
  *catalog = tnk_store_load_catalog (self->store, catalog_no, error);
  self->tree = *catalog != NULL ? tnk_store_read_campaign_body (self->store, self->campaign_no, error) : NULL;
  return self->tree != NULL && tnk_exception_list_read (&self->exceptions, self->store, self->today, error) &&
         tnk_closings_read (&self->closings, self->store, self->campaign_no, error);
}

static gboolean
search (TnkLapses *lapses,
        TnkStore *store,
        gint64 campaign_no,
        gint64 catalog_no,
        gint64 questionnaire_no,
        GError **error)
{
  g_auto (Search) self = {.lapses = lapses, .store = store, .campaign_no = campaign_no, .questionnaire_no = questionnaire_no};
  g_autoptr (TnkCatalog) catalog = NULL;
  g_auto (GStrv) controls = NULL;

  self.today = tnk_store_dup_today (store);
  controls = list_controls (store, self.today, error);
  if (controls == NULL || controls[0] == NULL)
    return controls != NULL;
  if (!search_begin (&self, catalog_no, &catalog, error))
    return FALSE;
  for (guint i = 0; controls[i] != NULL; i++)
    if (!search_control (&self, catalog, controls[i], error))
      return FALSE;
  g_array_sort (lapses->list, compare);
  return TRUE;
}

gboolean
tnk_lapses_read (TnkLapses *self,
                 TnkStore *store,
                 gint64 campaign_no,
                 gint64 questionnaire_no,
                 GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->list = g_array_new (FALSE, FALSE, sizeof (TnkLapsedAnswer));
  g_array_set_clear_func (self->list, lapsed_answer_clear);
  self->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  statement = tnk_connection_query (store->connection, error, "SELECT state, catalog_no FROM campaign WHERE no = $1", "i", campaign_no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return tnk_store_throw_damaged (store, error);
  return g_str_equal (tnk_statement_text (statement, 0), "closed")
           ? read_settled (self, store, campaign_no, questionnaire_no, error)
           : search (self, store, campaign_no, tnk_statement_int (statement, 1), questionnaire_no, error);
}
