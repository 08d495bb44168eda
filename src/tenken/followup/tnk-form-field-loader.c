/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-loader-private.h"

#include <string.h>

typedef TnkFormLoader Loader;

#define MOST_SHORT 200
#define MOST_LONG 2000
#define MOST_TEXT 20000

/* --- tables --- */

static void
load_column (Loader *self,
             JsonObject *object,
             guint index,
             gpointer data)
{
  static const char *const members[] = {"id", "title", NULL};
  TnkFormTable *table = data;
  g_autofree char *id = NULL;
  g_autoptr (TnkText) title = NULL;

  tnk_json_reader_check_members (&self->reader, object, members);
  id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  if (id != NULL && g_ptr_array_find_with_equal_func (table->columns, id, g_str_equal, NULL))
    tnk_json_reader_fault_at (&self->reader, "id", "another column has the id “%s”; ids must differ", id);
  else if (id != NULL)
    g_ptr_array_add (table->columns, g_steal_pointer (&id));
}

/* What is the same in every language, such as a telephone number, is written once. */
static TnkText *
load_cell (Loader *self,
           JsonObject *cells,
           const char *column)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (json_object_get_member (cells, column)))
    return tnk_json_reader_text (&self->reader, cells, column, TRUE, self->english);
  text = tnk_json_reader_string (&self->reader, cells, column, TRUE);
  return text != NULL ? tnk_text_new (text, text) : NULL;
}

static GHashTable *
make_row (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tnk_text_unref);
}

static void
read_cells (Loader *self,
            JsonObject *cells,
            TnkFormTable *table,
            GHashTable *row)
{
  g_ptr_array_add (table->columns, NULL);
  tnk_json_reader_check_members (&self->reader, cells, (const char *const *) table->columns->pdata);
  g_ptr_array_set_size (table->columns, table->columns->len - 1);
  for (guint i = 0; i < table->columns->len; i++) {
    const char *column = table->columns->pdata[i];
    TnkText *text = json_object_has_member (cells, column) ? load_cell (self, cells, column) : NULL;

    if (text != NULL)
      g_hash_table_insert (row, g_strdup (column), text);
  }
}

static void
load_cells (Loader *self,
            JsonObject *object,
            const char *name,
            TnkFormTable *table,
            GHashTable *row)
{
  JsonNode *cells = tnk_json_reader_member (&self->reader, object, name, g_str_equal (name, "cells"));
  gsize mark;

  if (cells == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, name);
  if (tnk_json_reader_object (&self->reader, cells) != NULL)
    read_cells (self, json_node_get_object (cells), table, row);
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_row (Loader *self,
          JsonObject *object,
          guint index,
          gpointer data)
{
  static const char *const members[] = {"key", "cells", NULL};
  TnkFormTable *table = data;
  g_autofree char *key = NULL;
  g_autoptr (GHashTable) row = NULL;

  tnk_json_reader_check_members (&self->reader, object, members);
  key = tnk_json_reader_id (&self->reader, object, "key", TRUE);
  if (key != NULL && g_hash_table_contains (table->rows, key))
    tnk_json_reader_fault_at (&self->reader, "key", "another row has the key “%s”; keys must differ", key);
  row = make_row ();
  load_cells (self, object, "cells", table, row);
  if (key != NULL && !g_hash_table_contains (table->rows, key))
    g_hash_table_insert (table->rows, g_steal_pointer (&key), g_steal_pointer (&row));
}

void
tnk_form_loader_read_table (Loader *self,
                            JsonObject *object,
                            guint index,
                            gpointer data)
{
  static const char *const members[] = {"id", "columns", "rows", "default", NULL};
  TnkFormTable *table = g_new0 (TnkFormTable, 1);

  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  table->rest = make_row ();
  tnk_json_reader_check_members (&self->reader, object, members);
  table->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (table->id != NULL && tnk_form_lookup_table (self->form, table->id) != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "another table has the id “%s”; ids must differ", table->id);
  g_ptr_array_add (self->form->tables, table);
  tnk_form_loader_each (self, object, "columns", TRUE, TRUE, load_column, table);
  load_cells (self, object, "default", table, table->rest);
  tnk_form_loader_each (self, object, "rows", TRUE, TRUE, load_row, table);
}

/* --- what every field has --- */

static const char *const field_members[] = {
  "id", "kind", "number", "label", "clause", "help", "required", "only_if", "forbidden", "prefill", "many", "choices", "items",
  "min", "max", "unit", "table", "key", "column", NULL};

/* Which kinds each of the other members goes with. */
#define KIND(name) (1 << TNK_FORM_FIELD_KIND_##name)
#define UNWRITTEN (KIND (LOOKED_UP) | KIND (NOTE))

static const struct
{
  const char *member;
  guint kinds;
} kinds_of[] = {
  {"required", ~UNWRITTEN},
  {"forbidden", ~UNWRITTEN},
  {"prefill", KIND (PERSON) | KIND (DEPARTMENT) | KIND (DATE)},
  {"many", KIND (PERSON) | KIND (DEPARTMENT) | KIND (CONTROL)},
  {"choices", KIND (SINGLE) | KIND (MULTIPLE)},
  {"items", KIND (CHECKLIST)},
  {"min", KIND (NUMBER)},
  {"max", KIND (NUMBER) | KIND (SHORT_TEXT) | KIND (LONG_TEXT)},
  {"unit", KIND (NUMBER)},
  {"table", KIND (LOOKED_UP)},
  {"key", KIND (LOOKED_UP)},
  {"column", KIND (LOOKED_UP)},
};

static void
check_fit (Loader *self,
           JsonObject *object,
           TnkFormField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds_of); i++)
    if (json_object_has_member (object, kinds_of[i].member) && (kinds_of[i].kinds & (1 << field->kind)) == 0)
      tnk_json_reader_fault_at (&self->reader, kinds_of[i].member, "a field of the kind “%s” has no such member; remove it",
                                tnk_form_field_kind_to_string (field->kind));
}

static void
load_kind (Loader *self,
           JsonObject *object,
           TnkFormField *field)
{
  g_autofree char *kind = tnk_json_reader_string (&self->reader, object, "kind", TRUE);

  field->kind = TNK_FORM_FIELD_KIND_NOTE;
  if (kind == NULL)
    return;
  if (tnk_form_field_kind_from_string (kind, &field->kind))
    check_fit (self, object, field);
  else
    tnk_json_reader_fault_at (&self->reader, "kind", "the kind “%s” is not known; known are yes-no, single, multiple, checklist, number, "
                                                     "date, date-time, short-text, long-text, person, department, control, looked-up "
                                                     "and note",
                              kind);
}

static void
load_prefill (Loader *self,
              JsonObject *object,
              TnkFormField *field)
{
  static const char *const words[] = {"applicant", "department", "today", NULL};
  static const TnkFormFieldKind kinds[] = {TNK_FORM_FIELD_KIND_PERSON, TNK_FORM_FIELD_KIND_DEPARTMENT, TNK_FORM_FIELD_KIND_DATE};
  int word = tnk_form_loader_word (self, object, "prefill", words, -1);

  if (word < 0)
    return;
  if (kinds[word] != field->kind)
    tnk_json_reader_fault_at (&self->reader, "prefill", "“%s” goes into a field of the kind “%s”", words[word],
                              tnk_form_field_kind_to_string (kinds[word]));
  field->prefill = TNK_FORM_PREFILL_APPLICANT + word;
}

static void
load_limits (Loader *self,
             JsonObject *object,
             TnkFormField *field)
{
  gboolean is_number = field->kind == TNK_FORM_FIELD_KIND_NUMBER;
  gint64 most = is_number ? G_MAXINT64 : field->kind == TNK_FORM_FIELD_KIND_LONG_TEXT ? MOST_LONG
                                                                                      : MOST_SHORT;

  field->least = tnk_json_reader_integer (&self->reader, object, "min", G_MININT64, G_MAXINT64, G_MININT64);
  field->most = tnk_json_reader_integer (&self->reader, object, "max", is_number ? G_MININT64 : 1, is_number ? G_MAXINT64 : MOST_TEXT, most);
  if (field->least > field->most)
    tnk_json_reader_fault_at (&self->reader, "min", "the smallest number is greater than the greatest");
  field->unit = tnk_json_reader_text (&self->reader, object, "unit", FALSE, self->english);
}

static void
load_choice (Loader *self,
             JsonObject *object,
             guint index,
             gpointer data)
{
  static const char *const choice_members[] = {"id", "text", "help", "clause", "short", NULL};
  static const char *const item_members[] = {"id", "text", "help", "clause", NULL};
  TnkFormField *field = data;
  gboolean item = field->kind == TNK_FORM_FIELD_KIND_CHECKLIST;
  TnkFormChoice *choice = g_new0 (TnkFormChoice, 1);

  tnk_json_reader_check_members (&self->reader, object, item ? item_members : choice_members);
  choice->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (choice->id == NULL)
    choice->id = g_strdup_printf ("#%u", index);
  else if (tnk_form_field_find_choice (field, choice->id, NULL))
    tnk_json_reader_fault_at (&self->reader, "id", "another choice has the id “%s”; ids must differ", choice->id);
  choice->text = tnk_json_reader_text (&self->reader, object, "text", TRUE, self->english);
  choice->help = tnk_json_reader_text (&self->reader, object, "help", FALSE, self->english);
  choice->clause = tnk_json_reader_text (&self->reader, object, "clause", FALSE, self->english);
  choice->brief = item ? NULL : tnk_json_reader_string (&self->reader, object, "short", FALSE);
  g_ptr_array_add (field->choices, choice);
}

static void
load_choices (Loader *self,
              JsonObject *object,
              TnkFormField *field)
{
  gboolean checklist = field->kind == TNK_FORM_FIELD_KIND_CHECKLIST;

  if (!checklist && field->kind != TNK_FORM_FIELD_KIND_SINGLE && field->kind != TNK_FORM_FIELD_KIND_MULTIPLE)
    return;
  tnk_form_loader_each (self, object, checklist ? "items" : "choices", TRUE, TRUE, load_choice, field);
}

static void
load_lookup (Loader *self,
             JsonObject *object,
             TnkFormField *field)
{
  if (field->kind != TNK_FORM_FIELD_KIND_LOOKED_UP)
    return;
  field->table = tnk_json_reader_string (&self->reader, object, "table", TRUE);
  field->key = tnk_json_reader_string (&self->reader, object, "key", TRUE);
  field->column = tnk_json_reader_string (&self->reader, object, "column", TRUE);
}

/* The first round: what the field is. */
void
tnk_form_loader_read_field (Loader *self,
                            JsonObject *object,
                            guint index,
                            gpointer data)
{
  TnkFormSection *section = data;
  TnkFormField *field = g_object_new (TNK_TYPE_FORM_FIELD, NULL);

  tnk_json_reader_check_members (&self->reader, object, field_members);
  field->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (field->id == NULL)
    field->id = g_strdup_printf ("#%u", self->form->fields->len);
  else if (tnk_form_lookup_field (self->form, field->id) != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "another field has the id “%s”; ids must differ", field->id);
  field->index = self->form->fields->len;
  field->section_index = self->form->sections->len - 1;
  g_ptr_array_add (self->form->fields, field);
  g_ptr_array_add (section->fields, field);
  load_kind (self, object, field);
  field->number = tnk_json_reader_string (&self->reader, object, "number", FALSE);
  field->label = tnk_json_reader_text (&self->reader, object, "label", TRUE, self->english);
  if (field->label == NULL)
    field->label = tnk_text_new (field->id, field->id);
  field->clause = tnk_json_reader_text (&self->reader, object, "clause", FALSE, self->english);
  field->help = tnk_json_reader_text (&self->reader, object, "help", FALSE, self->english);
  field->required = tnk_json_reader_boolean (&self->reader, object, "required");
  field->many = tnk_json_reader_boolean (&self->reader, object, "many");
  load_prefill (self, object, field);
  load_limits (self, object, field);
  load_choices (self, object, field);
  load_lookup (self, object, field);
}

/* --- what refers to others --- */

static void
load_forbidden (Loader *self,
                JsonObject *object,
                guint index,
                gpointer data)
{
  static const char *const members[] = {"if", "reason", NULL};
  TnkFormField *field = data;
  TnkFormForbidden *forbidden = g_new0 (TnkFormForbidden, 1);

  tnk_json_reader_check_members (&self->reader, object, members);
  tnk_json_reader_member (&self->reader, object, "if", TRUE);
  forbidden->condition = tnk_form_loader_read_condition (self, object, "if", G_MAXUINT);
  forbidden->reason = tnk_json_reader_text (&self->reader, object, "reason", TRUE, self->english);
  g_ptr_array_add (field->forbidden, forbidden);
}

static void
check_key (Loader *self,
           TnkFormField *field,
           TnkFormTable *table)
{
  TnkFormField *key = tnk_form_lookup_field (self->form, field->key);

  if (key == NULL || key->kind != TNK_FORM_FIELD_KIND_SINGLE || key->index >= field->index) {
    tnk_json_reader_fault_at (&self->reader, "key", "“%s” is no earlier field of the kind “single”", field->key);
    return;
  }
  for (guint i = 0; i < tnk_form_field_get_n_choices (key); i++)
    if (!g_hash_table_contains (table->rows, tnk_form_field_get_choice_id (key, i)))
      tnk_json_reader_fault_at (&self->reader, "key", "the table “%s” has no row for the choice “%s” of the field “%s”", table->id,
                                tnk_form_field_get_choice_id (key, i), key->id);
}

static void
check_lookup (Loader *self,
              TnkFormField *field)
{
  TnkFormTable *table;

  if (field->table == NULL || field->key == NULL || field->column == NULL)
    return;
  table = tnk_form_lookup_table (self->form, field->table);
  if (table == NULL)
    tnk_json_reader_fault_at (&self->reader, "table", "the form has no table “%s”", field->table);
  else if (!g_ptr_array_find_with_equal_func (table->columns, field->column, g_str_equal, NULL))
    tnk_json_reader_fault_at (&self->reader, "column", "the table “%s” has no column “%s”", table->id, field->column);
  else
    check_key (self, field, table);
}

/* The second round: when the field is asked, and what may not stand in it. */
void
tnk_form_loader_read_field_rules (Loader *self,
                                  JsonObject *object,
                                  guint index,
                                  gpointer data)
{
  TnkFormSection *section = data;
  TnkFormField *field = section->fields->pdata[index];

  field->only_if = tnk_form_loader_read_condition (self, object, "only_if", field->index);
  tnk_form_loader_each (self, object, "forbidden", FALSE, TRUE, load_forbidden, field);
  check_lookup (self, field);
}
