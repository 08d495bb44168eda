/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *tnk_data_find (const char *name, GError **error);
char **tnk_data_list_dirs (void);
char *tnk_data_get_shipped_dir (void);

G_END_DECLS
