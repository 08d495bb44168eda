/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-json-reader-private.h"

G_BEGIN_DECLS

typedef void (*TnkJsonRead) (JsonObject *root,
                             gpointer data);

/* The text of a file, without what some editors put before it; refused where it is larger than any catalog. */
gboolean tnk_json_file_get (const char *filename, char **text, gsize *length, GError **error);
/* Parses a text, puts the reader on it, lets the callback read its root, and puts the reader back. FALSE: it has no root that
 * could be read, and the problems say why. */
gboolean tnk_json_file_read (TnkJsonReader *reader, const char *filename, const char *text, gsize length, TnkJsonRead read, gpointer data);

G_END_DECLS
