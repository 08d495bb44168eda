/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-json-file-private.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-json-scan-private.h"

/* A catalog of this size is no catalog: the largest that ships has about two megabytes. */
#define MAX_FILE (64 * 1024 * 1024)

gboolean
tnk_json_file_get (const char *filename,
                   char **text,
                   gsize *length,
                   GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!g_file_get_contents (filename, text, length, &local)) {
    g_set_error (error, local->domain, local->code, "%s: %s", filename, local->message);
    return FALSE;
  }
  if (*length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0) {
    /* What some editors put before UTF-8 is no part of the text. */
    *length -= 3;
    memmove (*text, *text + 3, *length + 1);
  }
  if (*length > MAX_FILE) {
    g_clear_pointer (text, g_free);
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: the file is larger than %d bytes; is it a catalog?",
                 filename, MAX_FILE);
    return FALSE;
  }
  return TRUE;
}

gboolean
tnk_json_file_read (TnkJsonReader *reader,
                    const char *filename,
                    const char *text,
                    gsize length,
                    TnkJsonRead read,
                    gpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TnkJsonReader outer = *reader;
  TnkProblem *problem = tnk_json_scan_find_problem (filename, text, length);
  JsonObject *root;

  if (problem != NULL) {
    tnk_problems_take (outer.problems, problem);
    return FALSE;
  }
  if (!json_parser_load_from_data (parser, text, length, &error)) {
    tnk_problems_add (outer.problems, filename, 0, NULL, "%s", error->message);
    return FALSE;
  }
  *reader = (TnkJsonReader){outer.problems, filename, text, length, path, NULL};
  root = tnk_json_reader_object (reader, json_parser_get_root (parser));
  if (root != NULL)
    read (root, data);
  g_clear_pointer (&reader->lines, g_hash_table_unref);
  *reader = outer;
  return root != NULL;
}
