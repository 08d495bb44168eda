/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Puts what is attached beside a copy of the store. */
gboolean tnk_store_copy_attachments (TnkStore *self, const char *filename, const TnkWatch *watch, GError **error);
/* Whether every attached file is there, and is the one that was attached. */
gboolean tnk_store_verify_attachments (TnkStore *self, const TnkWatch *watch, GError **error);

G_END_DECLS
