/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-exception.h"

G_BEGIN_DECLS

/* What the store knows besides: the record that permits it, and from which day on it was revoked; either may be NULL. */
void tnk_exception_set_origin (TnkException *self, const char *record_id, const char *revoked);

G_END_DECLS
