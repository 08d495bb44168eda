/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-spread.h"

G_BEGIN_DECLS

/* As it is stored. */
void tnk_spread_set_stored (TnkSpread *self, guint revision, const char *asked_at, const char *answered_at, TnkSpreadAnswer answer);

G_END_DECLS
