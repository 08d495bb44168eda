/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-json-reader-private.h"

#include <string.h>

#include "tnk-json-scan-private.h"

/* Longer ids and texts are a mistake or an attack; both limits stand in the schema too. */
#define MAX_ID 64
#define MAX_TEXT 4000

/* Reports a fault at the place where the reader stands. */
void
tnk_json_reader_fault (TnkJsonReader *self,
                       const char *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->lines == NULL)
    self->lines = tnk_json_scan_index_lines (self->text, self->length);
  tnk_problems_add (self->problems, self->filename,
                    tnk_json_scan_get_line (self->lines, self->path->str), self->path->str, "%s",
                    message);
}

/* Reports a fault at a member of the object where the reader stands. */
void
tnk_json_reader_fault_at (TnkJsonReader *self,
                          const char *name,
                          const char *format,
                          ...)
{
  gsize mark = tnk_json_reader_enter (self, name);
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  tnk_json_reader_fault (self, "%s", message);
  tnk_json_reader_leave (self, mark);
}

gsize
tnk_json_reader_enter (TnkJsonReader *self,
                       const char *name)
{
  gsize mark = self->path->len;

  if (mark > 0)
    g_string_append_c (self->path, '.');
  g_string_append (self->path, name);
  return mark;
}

gsize
tnk_json_reader_enter_element (TnkJsonReader *self,
                               guint index)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "[%u]", index);
  return mark;
}

void
tnk_json_reader_leave (TnkJsonReader *self,
                       gsize mark)
{
  g_string_truncate (self->path, mark);
}

/* Refuses members that the format does not know: a misspelt one would otherwise be ignored in silence. */
gboolean
tnk_json_reader_check_members (TnkJsonReader *self,
                               JsonObject *object,
                               const char *const *allowed)
{
  g_autoptr (GList) names = json_object_get_members (object);
  gboolean clean = TRUE;

  for (GList *l = names; l != NULL; l = l->next) {
    if (g_strv_contains (allowed, l->data) || g_str_equal (l->data, "$comment"))
      continue;
    g_autofree char *list = g_strjoinv (", ", (char **) allowed);
    gsize mark = tnk_json_reader_enter (self, l->data);
    tnk_json_reader_fault (self, "this member is not known here; known are %s", list);
    tnk_json_reader_leave (self, mark);
    clean = FALSE;
  }
  return clean;
}

JsonObject *
tnk_json_reader_object (TnkJsonReader *self,
                        JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  tnk_json_reader_fault (self, "an object {…} is expected here");
  return NULL;
}

JsonNode *
tnk_json_reader_member (TnkJsonReader *self,
                        JsonObject *object,
                        const char *name,
                        gboolean required)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL && required)
    tnk_json_reader_fault (self, "the member “%s” is missing; add it", name);
  return node;
}

JsonArray *
tnk_json_reader_array (TnkJsonReader *self,
                       JsonObject *object,
                       const char *name,
                       gboolean required)
{
  JsonNode *node = tnk_json_reader_member (self, object, name, required);
  gsize mark;

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  mark = tnk_json_reader_enter (self, name);
  tnk_json_reader_fault (self, "a list […] is expected here");
  tnk_json_reader_leave (self, mark);
  return NULL;
}

static gboolean
has_control_characters (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* Checks what every string must keep to; the reader stands at the string. */
static char *
check_string (TnkJsonReader *self,
              JsonNode *node)
{
  const char *text;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING) {
    tnk_json_reader_fault (self, "a text in quotation marks is expected here");
    return NULL;
  }
  text = json_node_get_string (node);
  if (*text == '\0')
    tnk_json_reader_fault (self, "the text is empty; write it or remove the member");
  else if (g_unichar_isspace (g_utf8_get_char (text)) ||
           g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    tnk_json_reader_fault (self, "the text begins or ends with white space; remove it");
  else if (has_control_characters (text))
    tnk_json_reader_fault (self, "the text holds a control character or a line end; remove it");
  else if (g_utf8_strlen (text, -1) > MAX_TEXT)
    tnk_json_reader_fault (self, "the text is longer than %d characters; shorten it", MAX_TEXT);
  else
    return g_strdup (text);
  return NULL;
}

char *
tnk_json_reader_string (TnkJsonReader *self,
                        JsonObject *object,
                        const char *name,
                        gboolean required)
{
  JsonNode *node = tnk_json_reader_member (self, object, name, required);
  gsize mark;
  char *text;

  if (node == NULL)
    return NULL;
  mark = tnk_json_reader_enter (self, name);
  text = check_string (self, node);
  tnk_json_reader_leave (self, mark);
  return text;
}

static gboolean
is_id (const char *text)
{
  if (!g_ascii_isalnum (*text) || strlen (text) > MAX_ID)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("-._/", *p) == NULL)
      return FALSE;
  return TRUE;
}

char *
tnk_json_reader_id (TnkJsonReader *self,
                    JsonObject *object,
                    const char *name,
                    gboolean required)
{
  g_autofree char *id = tnk_json_reader_string (self, object, name, required);
  gsize mark;

  if (id == NULL || is_id (id))
    return g_steal_pointer (&id);
  mark = tnk_json_reader_enter (self, name);
  tnk_json_reader_fault (self, "“%s” cannot be an id; use letters a-z, digits and - . _ /, at most %d of them", id, MAX_ID);
  tnk_json_reader_leave (self, mark);
  return NULL;
}

char *
tnk_json_reader_element_string (TnkJsonReader *self,
                                JsonArray *array,
                                guint index)
{
  gsize mark = tnk_json_reader_enter_element (self, index);
  char *text = check_string (self, json_array_get_element (array, index));

  tnk_json_reader_leave (self, mark);
  return text;
}

/* A list of strings; empty where the member is missing. */
GStrv
tnk_json_reader_strings (TnkJsonReader *self,
                         JsonObject *object,
                         const char *name,
                         gboolean required)
{
  JsonArray *array = tnk_json_reader_array (self, object, name, required);
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  gsize mark = tnk_json_reader_enter (self, name);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    g_autofree char *text = tnk_json_reader_element_string (self, array, i);
    if (text != NULL)
      g_strv_builder_add (list, text);
  }
  tnk_json_reader_leave (self, mark);
  return g_strv_builder_end (list);
}

gint64
tnk_json_reader_integer (TnkJsonReader *self,
                         JsonObject *object,
                         const char *name,
                         gint64 least,
                         gint64 most,
                         gint64 fallback)
{
  JsonNode *node = json_object_get_member (object, name);
  gsize mark;

  if (node == NULL)
    return fallback;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
      json_node_get_int (node) >= least && json_node_get_int (node) <= most)
    return json_node_get_int (node);
  mark = tnk_json_reader_enter (self, name);
  tnk_json_reader_fault (self, "a whole number from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT " is expected here",
                         least, most);
  tnk_json_reader_leave (self, mark);
  return fallback;
}

gboolean
tnk_json_reader_boolean (TnkJsonReader *self,
                         JsonObject *object,
                         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gsize mark;

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  mark = tnk_json_reader_enter (self, name);
  tnk_json_reader_fault (self, "true or false is expected here");
  tnk_json_reader_leave (self, mark);
  return FALSE;
}

/* Reads {"ja": …, "en": …}; the reader stands at the object. */
TnkText *
tnk_json_reader_text_node (TnkJsonReader *self,
                           JsonNode *node,
                           gboolean english)
{
  static const char *const members[] = {"ja", "en", NULL};
  JsonObject *object = tnk_json_reader_object (self, node);
  g_autofree char *ja = NULL, *en = NULL;

  if (object == NULL)
    return NULL;
  tnk_json_reader_check_members (self, object, members);
  ja = tnk_json_reader_string (self, object, "ja", TRUE);
  en = tnk_json_reader_string (self, object, "en", english);
  return ja != NULL ? tnk_text_new (ja, en) : NULL;
}

TnkText *
tnk_json_reader_text (TnkJsonReader *self,
                      JsonObject *object,
                      const char *name,
                      gboolean required,
                      gboolean english)
{
  JsonNode *node = tnk_json_reader_member (self, object, name, required);
  gsize mark;
  TnkText *text;

  if (node == NULL)
    return NULL;
  mark = tnk_json_reader_enter (self, name);
  text = tnk_json_reader_text_node (self, node, english);
  tnk_json_reader_leave (self, mark);
  return text;
}
