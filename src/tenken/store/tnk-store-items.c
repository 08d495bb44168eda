/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-items-private.h"

#include <string.h>

#include "tnk-item-private.h"
#include "tnk-lapses-private.h"
#include "tnk-tally-private.h"

/* What both statements begin with. */
enum {
  COLUMN_DEPARTMENT,
  COLUMN_PERSON_ID,
  COLUMN_PERSON_NAME,
  COLUMN_DUTY,
  COLUMN_VALUE,
  COLUMN_COMMENT,
  COLUMN_EVIDENCE,
  COLUMN_QUESTIONNAIRE
};

#define SCOPE "q.campaign_no = $1 AND q.department >= $2 AND q.department < $3"
#define COUNTS "q.state IN ('submitted', 'accepted')"

static TnkCatalog *
catalog_of (const TnkItemScope *scope)
{
  return tnk_campaign_get_catalog (scope->round->campaign);
}

static gint64
first_department (const TnkItemScope *scope)
{
  return MAX (scope->department, 0);
}

static gint64
end_department (const TnkItemScope *scope)
{
  return scope->department < 0 ? tnk_body_get_n_departments (scope->tree) : tnk_body_get_subtree_end (scope->tree, scope->department);
}

/* Whether a row may be given to whom it is read for. One that belongs nowhere is not hidden, so that it is seen that it is wrong. */
static gboolean
is_shown (const TnkItemScope *scope,
          TnkStatement *row)
{
  gint64 department = tnk_statement_int (row, COLUMN_DEPARTMENT), duty = tnk_statement_int (row, COLUMN_DUTY);
  TnkCatalog *catalog = catalog_of (scope);

  if (scope->shown == NULL || duty < 0 || duty >= tnk_catalog_get_n_duties (catalog))
    return TRUE;
  return tnk_tally_shows (scope->shown, department, tnk_duty_get_role (tnk_catalog_get_duty (catalog, duty)));
}

static TnkItem *
make_item (TnkStore *self,
           const TnkItemScope *scope,
           TnkStatement *row,
           const TnkLapses *lapses,
           gboolean names,
           GError **error)
{
  TnkCatalog *catalog = catalog_of (scope);
  TnkDuty *duty = tnk_store_get_duty (self, catalog, tnk_statement_int (row, COLUMN_DUTY), error);
  TnkItemAnswer answer = {.comment = tnk_statement_text (row, COLUMN_COMMENT)};
  TnkItemOwner owner = {NULL};

  if (duty == NULL)
    return NULL;
  if (!names)
    return tnk_item_new (catalog, scope->tree, tnk_duty_get_control (duty), NULL, &owner, &answer);
  owner = (TnkItemOwner){tnk_body_get_department (scope->tree, tnk_statement_int (row, COLUMN_DEPARTMENT)),
                         tnk_statement_text (row, COLUMN_PERSON_ID), tnk_statement_text (row, COLUMN_PERSON_NAME)};
  answer.evidence = tnk_statement_text (row, COLUMN_EVIDENCE);
  answer.value = tnk_statement_int (row, COLUMN_VALUE);
  if (answer.value != TNK_ANSWER_VALUE_UNANSWERED && !tnk_store_check_value (self, answer.value, error))
    return NULL;
  if (tnk_lapses_has (lapses, tnk_statement_int (row, COLUMN_QUESTIONNAIRE), tnk_statement_int (row, COLUMN_DUTY)))
    answer.value = TNK_ANSWER_VALUE_UNANSWERED;
  return tnk_item_new (catalog, scope->tree, tnk_duty_get_control (duty), tnk_duty_get_role (duty), &owner, &answer);
}

static gboolean
collect (TnkStore *self,
         const TnkItemScope *scope,
         TnkStatement *statement,
         gboolean names,
         GPtrArray *items,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (TnkLapses) lapses = {0};
  gboolean row;

  if (statement == NULL || !tnk_lapses_read (&lapses, self, scope->round->no, 0, error))
    return FALSE;
  while (tnk_statement_step (statement, &row, error)) {
    TnkItem *item;

    if (!row)
      return TRUE;
    if (!is_shown (scope, statement))
      continue;
    item = make_item (self, scope, statement, &lapses, names, error);
    if (item == NULL)
      return FALSE;
    g_ptr_array_add (items, item);
    if (items->len % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
collect_duty (TnkStore *self,
              const TnkItemScope *scope,
              TnkDuty *duty,
              GPtrArray *items,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (
    self->connection, error,
    "SELECT q.department, p.id, p.name, $4, a.value, a.comment, a.evidence, q.no FROM questionnaire q "
    "JOIN person p ON p.no = q.person_no "
    "LEFT JOIN answer a ON a.questionnaire_no = q.no AND a.duty = $4 AND " COUNTS " "
    "WHERE " SCOPE " AND (q.role_bits >> $5) & 1 = 1 ORDER BY q.department, p.id",
    "iiiii", scope->round->no, first_department (scope), end_department (scope), (gint64) tnk_duty_get_index (duty),
    (gint64) tnk_role_get_index (tnk_duty_get_role (duty)));

  return collect (self, scope, statement, TRUE, items, cancellable, error);
}

GPtrArray *
tnk_store_read_items (TnkStore *self,
                      const TnkItemScope *scope,
                      TnkControl *control,
                      TnkRole *role,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);

    if (!tnk_duty_is_scored (duty) || (role != NULL && tnk_duty_get_role (duty) != role))
      continue;
    if (!collect_duty (self, scope, duty, items, cancellable, error))
      return NULL;
  }
  return g_steal_pointer (&items);
}

/* By what is seen alone. */
static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  TnkItem *one = *(TnkItem *const *) a;
  TnkItem *other = *(TnkItem *const *) b;
  guint control = tnk_control_get_index (tnk_item_get_control (one));
  guint other_control = tnk_control_get_index (tnk_item_get_control (other));

  if (control != other_control)
    return control < other_control ? -1 : 1;
  return strcmp (tnk_item_get_comment (one), tnk_item_get_comment (other));
}

GPtrArray *
tnk_store_read_comments (TnkStore *self,
                         const TnkItemScope *scope,
                         TnkControl *control,
                         gboolean names,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  gint64 first = control != NULL ? tnk_control_get_first_duty (control) : 0;
  gint64 n = control != NULL ? tnk_control_get_n_duties (control) : tnk_catalog_get_n_duties (catalog_of (scope));

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT q.department, p.id, p.name, a.duty, a.value, a.comment, a.evidence, q.no FROM questionnaire q "
    "JOIN person p ON p.no = q.person_no JOIN answer a ON a.questionnaire_no = q.no "
    "WHERE " SCOPE " AND " COUNTS " AND a.duty >= $4 AND a.duty < $5 AND a.comment <> '' ORDER BY a.duty, q.department, p.id",
    "iiiii", scope->round->no, first_department (scope), end_department (scope), first, first + n);
  if (!collect (self, scope, statement, names, items, cancellable, error))
    return NULL;
  if (!names)
    g_ptr_array_sort (items, compare_texts);
  return g_steal_pointer (&items);
}
