/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *filename;
  const char *origin; /* "user", "machine" or "shipped" */
} TnkDataFile;

char *tnk_data_find (const char *name, GError **error);
char **tnk_data_list_dirs (void);
char *tnk_data_get_shipped_dir (void);
/* The JSON files in a folder of every data directory: (element-type TnkDataFile), the shipped ones first, by name. */
GArray *tnk_data_list_files (const char *folder);

G_END_DECLS
