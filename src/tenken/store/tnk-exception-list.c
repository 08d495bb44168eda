/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-exception-list-private.h"

#include <string.h>

/* From the first day to the last; it ends earlier where it was revoked. */
typedef struct
{
  char starts[11];
  char ends[11];
  char revoked[11]; /* "": it was not */
} Span;

static void
add_span (TnkExceptionList *self,
          TnkStatement *row)
{
  g_autofree char *key = g_strdup_printf ("%s %s", tnk_statement_text (row, 0), tnk_statement_text (row, 1));
  GArray *spans = g_hash_table_lookup (self->spans, key);
  Span span;

  if (spans == NULL) {
    spans = g_array_new (FALSE, FALSE, sizeof (Span));
    g_hash_table_insert (self->spans, g_steal_pointer (&key), spans);
  }
  g_strlcpy (span.starts, tnk_statement_text (row, 2), sizeof span.starts);
  g_strlcpy (span.ends, tnk_statement_text (row, 3), sizeof span.ends);
  g_strlcpy (span.revoked, tnk_statement_text (row, 4), sizeof span.revoked);
  g_array_append_val (spans, span);
}

gboolean
tnk_exception_list_read (TnkExceptionList *self,
                         TnkStore *store,
                         const char *day,
                         GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  self->day = g_strdup (day);
  self->spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  statement = tnk_connection_query (store->connection, error,
                                    "SELECT control_id, department_id, starts, ends, coalesce (revoked, '') FROM exception", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    add_span (self, statement);
  }
  return FALSE;
}

gboolean
tnk_exception_list_is_empty (TnkExceptionList *self)
{
  return g_hash_table_size (self->spans) == 0;
}

static gboolean
has_live (GArray *spans,
          const char *day)
{
  for (guint i = 0; spans != NULL && i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);
    if (strcmp (span->starts, day) <= 0 && strcmp (day, span->ends) <= 0 && (*span->revoked == '\0' || strcmp (day, span->revoked) < 0))
      return TRUE;
  }
  return FALSE;
}

/* An exception of a department holds for all that is below it. */
gboolean
tnk_exception_list_covers_on (TnkExceptionList *self,
                              const char *control_id,
                              TnkDepartment *department,
                              const char *day)
{
  for (; department != NULL; department = tnk_department_get_parent (department)) {
    g_autofree char *key = g_strdup_printf ("%s %s", control_id, tnk_department_get_id (department));
    if (has_live (g_hash_table_lookup (self->spans, key), day))
      return TRUE;
  }
  return FALSE;
}

gboolean
tnk_exception_list_covers (TnkExceptionList *self,
                           const char *control_id,
                           TnkDepartment *department)
{
  return tnk_exception_list_covers_on (self, control_id, department, self->day);
}

void
tnk_exception_list_clear (TnkExceptionList *self)
{
  g_clear_pointer (&self->spans, g_hash_table_unref);
  g_clear_pointer (&self->day, g_free);
}
