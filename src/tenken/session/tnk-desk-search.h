/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-hit.h"

G_BEGIN_DECLS

GPtrArray *tnk_desk_search (TnkDesk *self, const char *campaign_id, const char *words, const char *language, guint limit, GCancellable *cancellable, GError **error);

G_END_DECLS
