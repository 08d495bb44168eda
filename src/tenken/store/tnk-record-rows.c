/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-rows-private.h"

/* --- forms --- */

static TnkForm *
read_form (TnkStore *self,
           gint64 no,
           GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT id, content FROM form WHERE no = $1", "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return tnk_form_load_data (tnk_statement_text (statement, 0), tnk_statement_text (statement, 1), -1, NULL, error);
  tnk_store_throw_damaged (self, error);
  return NULL;
}

TnkForm *
tnk_store_load_form (TnkStore *self,
                     gint64 no,
                     GError **error)
{
  TnkForm *form = g_hash_table_lookup (self->forms, &no);

  if (form != NULL)
    return g_object_ref (form);
  form = read_form (self, no, error);
  if (form != NULL)
    g_hash_table_insert (self->forms, g_memdup2 (&no, sizeof no), g_object_ref (form));
  return form;
}

/* --- records --- */

typedef struct
{
  TnkStore *store;
  GPtrArray *list; /* (element-type TnkRecord) */
  GHashTable *by_no; /* (element-type gint64 TnkRecord) */
  const char *id; /* "": all */
} Reading;

static gboolean
read_record (Reading *self,
             TnkStatement *row,
             GError **error)
{
  g_autoptr (TnkForm) form = tnk_store_load_form (self->store, tnk_statement_int (row, 1), error);
  gint64 no = tnk_statement_int (row, 0);
  TnkRecord *record;

  if (form == NULL)
    return FALSE;
  record = tnk_record_new (form, tnk_statement_text (row, 4), tnk_statement_text (row, 5), tnk_statement_text (row, 6),
                           tnk_statement_text (row, 7), tnk_statement_text (row, 8));
  g_ptr_array_add (self->list, record);
  g_hash_table_insert (self->by_no, g_memdup2 (&no, sizeof no), record);
  tnk_record_set_identity (record, tnk_statement_text (row, 2), tnk_statement_int (row, 9));
  record->state = tnk_form_lookup_state (form, tnk_statement_text (row, 3));
  return record->state != NULL || tnk_store_throw_damaged (self->store, error);
}

static gboolean
read_value (Reading *self,
            TnkStatement *row,
            GError **error)
{
  gint64 no = tnk_statement_int (row, 0);
  TnkRecord *record = g_hash_table_lookup (self->by_no, &no);
  TnkFormField *field = record != NULL ? tnk_form_lookup_field (tnk_record_get_form (record), tnk_statement_text (row, 1)) : NULL;

  if (field == NULL || !tnk_record_set_value (record, tnk_statement_text (row, 1), tnk_statement_text (row, 2), NULL))
    return tnk_store_throw_damaged (self->store, error);
  if (*tnk_statement_text (row, 3) != '\0')
    tnk_record_set_display (record, field, tnk_statement_text (row, 3));
  return TRUE;
}

static gboolean
read_step (Reading *self,
           TnkStatement *row,
           GError **error)
{
  gint64 no = tnk_statement_int (row, 0);
  TnkRecord *record = g_hash_table_lookup (self->by_no, &no);
  TnkFormStep *step = record != NULL ? tnk_form_lookup_step (tnk_record_get_form (record), tnk_statement_text (row, 1)) : NULL;

  if (step == NULL)
    return tnk_store_throw_damaged (self->store, error);
  tnk_record_add_entry (record, step, tnk_statement_text (row, 2), tnk_statement_text (row, 3), tnk_statement_text (row, 4),
                        tnk_statement_text (row, 5), tnk_statement_text (row, 6));
  return TRUE;
}

static gboolean
read_all (Reading *self,
          const char *sql,
          gboolean (*func) (Reading *self, TnkStatement *row, GError **error),
          GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->store->connection, error, sql, "t", self->id);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!func (self, statement, error))
      return FALSE;
  }
  return FALSE;
}

#define MEANT "($1 = '' OR r.id = $1)"

GPtrArray *
tnk_store_read_records (TnkStore *self,
                        const char *id,
                        GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_no = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Reading reading = {self, list, by_no, id != NULL ? id : ""};
  g_auto (TnkReading) moment = {0};

  /* Another program may write a record while its rows are read. */
  if (!tnk_reading_begin (&moment, self, error) ||
      !read_all (&reading,
                 "SELECT r.no, r.form_no, r.id, r.state, r.applicant, r.applicant_name, r.department_id, r.department_name, r.started, "
                 "r.revision FROM record r WHERE " MEANT " ORDER BY r.no",
                 read_record, error) ||
      !read_all (&reading,
                 "SELECT v.record_no, v.field, v.value, v.display FROM record r JOIN record_value v ON v.record_no = r.no WHERE " MEANT,
                 read_value, error) ||
      !read_all (&reading,
                 "SELECT s.record_no, s.step, s.at, s.day, s.actor, s.actor_name, s.note FROM record r "
                 "JOIN record_step s ON s.record_no = r.no WHERE " MEANT " ORDER BY s.record_no, s.position",
                 read_step, error))
    return NULL;
  return g_steal_pointer (&list);
}
