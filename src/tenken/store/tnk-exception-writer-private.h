/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-record-private.h"
#include "tnk-store-private.h"

G_BEGIN_DECLS

/* Exceptions come of records and go with them. */

/* Enters the exceptions of a record that was approved, revokes those of one that is not any more. before: NULL for a new record. */
gboolean tnk_exceptions_follow (TnkChange *change, TnkRecord *record, TnkRecord *before, const char *by, GError **error);
gboolean tnk_store_verify_exceptions (TnkStore *self, GError **error);

G_END_DECLS
