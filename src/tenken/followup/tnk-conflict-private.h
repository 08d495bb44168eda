/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-conflict.h"

G_BEGIN_DECLS

/* duty: NULL but for a conflict of that kind. */
TnkConflict *tnk_conflict_new (TnkConflictKind kind, const char *person_id, const char *department_id, TnkDuty *duty);

G_END_DECLS
