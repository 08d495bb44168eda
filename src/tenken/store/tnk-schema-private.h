/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-connection-private.h"

G_BEGIN_DECLS

#define TNK_SCHEMA_VERSION 6

gboolean tnk_schema_create (TnkConnection *connection, GError **error);
gboolean tnk_schema_migrate (TnkConnection *connection, const char *backup_filename, GError **error);

G_END_DECLS
