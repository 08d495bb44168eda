/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-hit.h"

G_BEGIN_DECLS

TnkHit *tnk_hit_new (TnkHitKind kind, const char *id, const char *text, const char *detail, const char *department_id);

G_END_DECLS
