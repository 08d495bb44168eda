/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-search-private.h"

#include "tnk-body-private.h"
#include "tnk-fold.h"

/* How many people are looked at between two looks at the cancellable. */
#define STRIDE 256

static gboolean
is_meant (TnkStatement *row,
          const char *words)
{
  g_autofree char *all = g_strconcat (tnk_statement_text (row, 0), " ", tnk_statement_text (row, 1), NULL);
  g_autofree char *folded = tnk_fold_text (all);

  return tnk_fold_matches (folded, words);
}

/* A database folds no kana, so the names are read and folded here. */
gboolean
tnk_store_find_people (TnkStore *self,
                       gint64 campaign_no,
                       gint64 first,
                       gint64 end,
                       const char *words,
                       TnkFoundPerson found,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (TnkStatement) statement =
    tnk_connection_query (self->connection, error,
                          "SELECT p.id, p.name, q.department FROM questionnaire q JOIN person p ON p.no = q.person_no "
                          "WHERE q.campaign_no = $1 AND q.department >= $2 AND q.department < $3 ORDER BY q.department, p.id",
                          "iii", campaign_no, first, end);
  gboolean row;

  for (guint n = 0; statement != NULL && tnk_statement_step (statement, &row, error); n++) {
    if (!row)
      return TRUE;
    if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (is_meant (statement, words) &&
        !found (tnk_statement_text (statement, 0), tnk_statement_text (statement, 1), tnk_statement_int (statement, 2), user_data))
      return TRUE;
  }
  return FALSE;
}

/* --- in the roster --- */

#define PERSON "SELECT id, name, department_id, no FROM person WHERE active = 1 "

static GStrv
read_roles (TnkStore *self,
            gint64 person_no,
            GError **error)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement =
    tnk_connection_query (self->connection, error, "SELECT role FROM person_role WHERE person_no = $1 ORDER BY position", "i", person_no);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (roles);
    g_strv_builder_add (roles, tnk_statement_text (statement, 0));
  }
  return NULL;
}

/* Whose department the roster no longer has belongs to no body. */
static gboolean
add_person (TnkStore *self,
            TnkBody *body,
            TnkStatement *row,
            GError **error)
{
  TnkDepartment *department = tnk_body_lookup_department (body, tnk_statement_text (row, 2));
  g_auto (GStrv) roles = NULL;

  if (department == NULL)
    return TRUE;
  roles = read_roles (self, tnk_statement_int (row, 3), error);
  if (roles == NULL)
    return FALSE;
  tnk_body_add_person (body, tnk_statement_text (row, 0), tnk_statement_text (row, 1), department, (const char *const *) roles);
  return TRUE;
}

TnkBody *
tnk_store_find_in_roster (TnkStore *self,
                          const char *words,
                          guint most,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TnkBody) body = tnk_store_load_tree (self, NULL, error);
  g_autoptr (TnkStatement) statement =
    body != NULL ? tnk_connection_query (self->connection, error, PERSON "ORDER BY no", "") : NULL;
  gboolean row;

  for (guint n = 0; statement != NULL && tnk_statement_step (statement, &row, error); n++) {
    if (!row || tnk_body_get_n_people (body) >= most)
      return g_steal_pointer (&body);
    if (n % STRIDE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    if (is_meant (statement, words) && !add_person (self, body, statement, error))
      return NULL;
  }
  return NULL;
}

TnkBody *
tnk_store_look_up_in_roster (TnkStore *self,
                             const char *const *person_ids,
                             GError **error)
{
  g_autoptr (TnkBody) body = tnk_store_load_tree (self, NULL, error);

  for (guint i = 0; body != NULL && person_ids[i] != NULL; i++) {
    g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, PERSON "AND id = $1", "t", person_ids[i]);
    gboolean row;

    if (statement == NULL || !tnk_statement_step (statement, &row, error))
      return NULL;
    if (row && tnk_body_lookup_person (body, person_ids[i]) == NULL && !add_person (self, body, statement, error))
      return NULL;
  }
  return g_steal_pointer (&body);
}
