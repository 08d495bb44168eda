/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tnk-problems-private.h"
#include "tnk-text.h"

G_BEGIN_DECLS

/* Reads values out of a JSON file and remembers where it stands, so that every fault is reported with file, line and
 * path. Nothing here stops at the first fault: an editor wants to see all of them. */
typedef struct
{
  TnkProblems *problems;
  const char *filename;
  const char *text;
  gsize length;
  GString *path;
  GHashTable *lines; /* made at the first fault; whoever made the reader clears it */
} TnkJsonReader;

void tnk_json_reader_fault (TnkJsonReader *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void tnk_json_reader_fault_at (TnkJsonReader *self, const char *name, const char *format, ...) G_GNUC_PRINTF (3, 4);
gsize tnk_json_reader_enter (TnkJsonReader *self, const char *name);
gsize tnk_json_reader_enter_element (TnkJsonReader *self, guint index);
void tnk_json_reader_leave (TnkJsonReader *self, gsize mark);

gboolean tnk_json_reader_check_members (TnkJsonReader *self, JsonObject *object, const char *const *allowed);
JsonObject *tnk_json_reader_object (TnkJsonReader *self, JsonNode *node);
JsonNode *tnk_json_reader_member (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required);
JsonArray *tnk_json_reader_array (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required);
char *tnk_json_reader_string (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required);
char *tnk_json_reader_id (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required);
char *tnk_json_reader_element_string (TnkJsonReader *self, JsonArray *array, guint index);
GStrv tnk_json_reader_strings (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required);
gint64 tnk_json_reader_integer (TnkJsonReader *self, JsonObject *object, const char *name, gint64 least, gint64 most, gint64 fallback);
gboolean tnk_json_reader_boolean (TnkJsonReader *self, JsonObject *object, const char *name);
TnkText *tnk_json_reader_text (TnkJsonReader *self, JsonObject *object, const char *name, gboolean required, gboolean english);
TnkText *tnk_json_reader_text_node (TnkJsonReader *self, JsonNode *node, gboolean english);

G_END_DECLS
