/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tnk_data_find (const char *name, GError **error);
char **tnk_data_list_dirs (void);
char *tnk_data_get_shipped_dir (void);

typedef struct
{
  char *filename;
  const char *origin; /* "shipped", "machine" or "user" */
} TnkDataFile;

/* The JSON files of a folder in each of those directories, shipped ones first, by name. (element-type TnkDataFile) */
GPtrArray *tnk_data_list_files (const char *folder);
gboolean tnk_data_is_named_after (const char *filename, const char *id);

G_END_DECLS
