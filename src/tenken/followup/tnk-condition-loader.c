/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-loader-private.h"

#include <string.h>

#include "tnk-day-private.h"

typedef TnkFormLoader Loader;

#define MAX_DAYS 36500

static const char *const condition_members[] = {
  "field", "is", "has", "filled", "at_least", "at_most", "step", "taken", "all", "any", "not", NULL};

static TnkCondition *load (Loader *self, JsonNode *node, guint limit);

/* --- the field that it is about --- */

static TnkFormField *
find_field (Loader *self,
            const char *id,
            guint limit)
{
  TnkFormField *field = tnk_form_loader_find_field (self, id);

  if (field != NULL && field->index >= limit)
    tnk_json_reader_fault (&self->reader, "the field “%s” stands later in the form; a condition can only look back", id);
  else if (field != NULL && !tnk_form_field_is_written (field))
    tnk_json_reader_fault (&self->reader, "nobody writes the field “%s”; name one that somebody does", id);
  else
    return field;
  return NULL;
}

static gboolean
has_number (TnkFormField *field)
{
  return field->kind == TNK_FORM_FIELD_KIND_NUMBER;
}

static gboolean
has_day (TnkFormField *field)
{
  return field->kind == TNK_FORM_FIELD_KIND_DATE || field->kind == TNK_FORM_FIELD_KIND_DATE_TIME;
}

/* --- values --- */

static GStrv
read_values (Loader *self,
             JsonObject *object,
             const char *name)
{
  char **one;

  if (JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, name)))
    return tnk_json_reader_strings (&self->reader, object, name, TRUE);
  one = g_new0 (char *, 2);
  one[0] = tnk_json_reader_string (&self->reader, object, name, TRUE);
  return one;
}

/* A value that the field can never have is a mistake that nobody would ever notice. */
static void
check_values (Loader *self,
              TnkFormField *field,
              const char *name,
              GStrv values)
{
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  if (values[0] == NULL)
    tnk_json_reader_fault (&self->reader, "name at least one value");
  for (guint i = 0; field != NULL && values[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *clean = tnk_form_field_clean (field, values[i], &error);

    if (clean == NULL)
      tnk_json_reader_fault (&self->reader, "the field can never say this: %s", error->message);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static TnkCondition *
load_values (Loader *self,
             JsonObject *object,
             TnkFormField *field,
             TnkConditionKind kind)
{
  TnkCondition *condition = tnk_condition_new (kind);
  const char *name = kind == TNK_CONDITION_IS ? "is" : "has";

  condition->values = read_values (self, object, name);
  if (field != NULL && tnk_form_field_is_list (field) != (kind == TNK_CONDITION_HAS))
    tnk_json_reader_fault_at (&self->reader, name, "%s",
                              kind == TNK_CONDITION_IS ? "the value of this field is a list; use “has”"
                                                       : "the value of this field is no list; use “is”");
  else
    check_values (self, field, name, condition->values);
  return condition;
}

/* --- bounds --- */

static void
load_moving_bound (Loader *self,
                   JsonObject *object,
                   TnkBound *bound,
                   TnkFormField *field,
                   guint limit)
{
  static const char *const members[] = {"field", "today", "plus_days", NULL};
  g_autofree char *id = NULL;
  TnkFormField *other;

  tnk_json_reader_check_members (&self->reader, object, members);
  bound->number = tnk_json_reader_integer (&self->reader, object, "plus_days", -MAX_DAYS, MAX_DAYS, 0);
  if (json_object_has_member (object, "today")) {
    bound->kind = TNK_BOUND_TODAY;
    if (!tnk_json_reader_boolean (&self->reader, object, "today") || json_object_has_member (object, "field") || !has_day (field))
      tnk_json_reader_fault (&self->reader, "write {\"today\": true}, for a field that holds a day");
    return;
  }
  id = tnk_json_reader_string (&self->reader, object, "field", TRUE);
  other = id != NULL ? find_field (self, id, limit) : NULL;
  if (other == NULL)
    return;
  bound->kind = TNK_BOUND_FIELD;
  bound->text = g_steal_pointer (&id);
  if (has_day (other) != has_day (field) || (!has_day (other) && !has_number (other)))
    tnk_json_reader_fault (&self->reader, "“%s” and “%s” cannot be compared", field->id, other->id);
}

static void
load_fixed_bound (Loader *self,
                  JsonObject *object,
                  const char *name,
                  TnkBound *bound,
                  TnkFormField *field)
{
  if (has_number (field)) {
    bound->kind = TNK_BOUND_NUMBER;
    bound->number = tnk_json_reader_integer (&self->reader, object, name, G_MININT64, G_MAXINT64, 0);
    return;
  }
  bound->kind = TNK_BOUND_DAY;
  bound->text = tnk_json_reader_string (&self->reader, object, name, TRUE);
  if (bound->text != NULL && !tnk_is_day (bound->text))
    tnk_json_reader_fault_at (&self->reader, name, "“%s” is no day; write it as 2026-04-01", bound->text);
}

static void
load_bound (Loader *self,
            JsonObject *object,
            const char *name,
            TnkBound *bound,
            TnkFormField *field,
            guint limit)
{
  JsonNode *node = json_object_get_member (object, name);
  gsize mark;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node)) {
    load_fixed_bound (self, object, name, bound, field);
    return;
  }
  mark = tnk_json_reader_enter (&self->reader, name);
  load_moving_bound (self, json_node_get_object (node), bound, field, limit);
  tnk_json_reader_leave (&self->reader, mark);
}

static TnkCondition *
load_between (Loader *self,
              JsonObject *object,
              TnkFormField *field,
              guint limit)
{
  TnkCondition *condition = tnk_condition_new (TNK_CONDITION_BETWEEN);

  if (field == NULL)
    return condition;
  if (!has_day (field) && !has_number (field)) {
    tnk_json_reader_fault (&self->reader, "the field “%s” holds neither a number nor a day", field->id);
    return condition;
  }
  load_bound (self, object, "at_least", &condition->least, field, limit);
  load_bound (self, object, "at_most", &condition->most, field, limit);
  return condition;
}

/* --- kinds --- */

static TnkCondition *
load_flag (Loader *self,
           JsonObject *object,
           const char *name,
           TnkConditionKind kind)
{
  TnkCondition *condition = tnk_condition_new (kind);

  tnk_json_reader_member (&self->reader, object, name, TRUE);
  condition->wanted = tnk_json_reader_boolean (&self->reader, object, name);
  return condition;
}

static TnkCondition *
load_field (Loader *self,
            JsonObject *object,
            guint limit)
{
  g_autofree char *id = tnk_json_reader_string (&self->reader, object, "field", TRUE);
  TnkFormField *field = id != NULL ? find_field (self, id, limit) : NULL;
  TnkCondition *condition;

  if (json_object_has_member (object, "is"))
    condition = load_values (self, object, field, TNK_CONDITION_IS);
  else if (json_object_has_member (object, "has"))
    condition = load_values (self, object, field, TNK_CONDITION_HAS);
  else if (json_object_has_member (object, "filled"))
    condition = load_flag (self, object, "filled", TNK_CONDITION_FILLED);
  else
    condition = load_between (self, object, field, limit);
  condition->name = g_steal_pointer (&id);
  return condition;
}

static TnkCondition *
load_taken (Loader *self,
            JsonObject *object)
{
  TnkCondition *condition = load_flag (self, object, "taken", TNK_CONDITION_TAKEN);

  condition->name = tnk_json_reader_string (&self->reader, object, "step", TRUE);
  if (condition->name != NULL && tnk_form_lookup_step (self->form, condition->name) == NULL)
    tnk_json_reader_fault_at (&self->reader, "step", "the form has no step “%s”", condition->name);
  return condition;
}

static void
load_part (Loader *self,
           JsonNode *node,
           TnkCondition *whole,
           guint limit)
{
  TnkCondition *part = load (self, node, limit);

  if (part != NULL)
    g_ptr_array_add (whole->parts, part);
}

static TnkCondition *
load_parts (Loader *self,
            JsonObject *object,
            const char *name,
            TnkConditionKind kind,
            guint limit)
{
  TnkCondition *condition = tnk_condition_new (kind);
  JsonArray *array = tnk_json_reader_array (&self->reader, object, name, TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  if (array != NULL && json_array_get_length (array) == 0)
    tnk_json_reader_fault (&self->reader, "name at least one condition");
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    load_part (self, json_array_get_element (array, i), condition, limit);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
  return condition;
}

static TnkCondition *
load_not (Loader *self,
          JsonObject *object,
          guint limit)
{
  TnkCondition *condition = tnk_condition_new (TNK_CONDITION_NOT);
  gsize mark = tnk_json_reader_enter (&self->reader, "not");

  load_part (self, json_object_get_member (object, "not"), condition, limit);
  tnk_json_reader_leave (&self->reader, mark);
  return condition;
}

/* at_least and at_most may stand together; of everything else exactly one kind. */
static gboolean
is_of_one_kind (JsonObject *object)
{
  static const char *const wholes[] = {"all", "any", "not", "step", "field"};
  static const char *const judgements[] = {"is", "has", "filled"};
  guint n_wholes = 0, n_judgements = 0;

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    n_wholes += json_object_has_member (object, wholes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (judgements); i++)
    n_judgements += json_object_has_member (object, judgements[i]);
  n_judgements += json_object_has_member (object, "at_least") || json_object_has_member (object, "at_most");
  if (json_object_has_member (object, "taken") != json_object_has_member (object, "step"))
    return FALSE;
  return n_wholes == 1 && n_judgements == (json_object_has_member (object, "field") ? 1 : 0);
}

/* The reader stands at the node. */
static TnkCondition *
load (Loader *self,
      JsonNode *node,
      guint limit)
{
  JsonObject *object = tnk_json_reader_object (&self->reader, node);

  if (object == NULL || !tnk_json_reader_check_members (&self->reader, object, condition_members))
    return NULL;
  if (!is_of_one_kind (object)) {
    tnk_json_reader_fault (&self->reader, "a condition is “field” with one of is, has, filled, at_least, at_most; “step” with "
                                          "taken; or one of all, any, not");
    return NULL;
  }
  if (json_object_has_member (object, "field"))
    return load_field (self, object, limit);
  if (json_object_has_member (object, "step"))
    return load_taken (self, object);
  if (json_object_has_member (object, "not"))
    return load_not (self, object, limit);
  return json_object_has_member (object, "all") ? load_parts (self, object, "all", TNK_CONDITION_ALL, limit)
                                                : load_parts (self, object, "any", TNK_CONDITION_ANY, limit);
}

TnkCondition *
tnk_form_loader_read_condition (TnkFormLoader *self,
                                JsonObject *object,
                                const char *name,
                                guint limit)
{
  JsonNode *node = json_object_get_member (object, name);
  TnkCondition *condition;
  gsize mark;

  if (node == NULL)
    return NULL;
  mark = tnk_json_reader_enter (&self->reader, name);
  condition = load (self, node, limit);
  tnk_json_reader_leave (&self->reader, mark);
  return condition;
}
