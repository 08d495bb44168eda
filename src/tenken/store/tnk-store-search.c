/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-search-private.h"

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
