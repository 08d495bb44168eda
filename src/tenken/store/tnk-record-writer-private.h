/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-record-rows-private.h"

G_BEGIN_DECLS

/* What happens to records, within a change. Each returns the record as it is stored then, or NULL. */
TnkRecord *tnk_record_start (TnkChange *change, TnkForm *form, const char *by, GError **error);
TnkRecord *tnk_record_save (TnkChange *change, TnkRecord *record, const char *by, TnkRecord **newer, GError **error);
TnkRecord *tnk_record_step (TnkChange *change, TnkRecord *before, const char *step_id, const char *by, GHashTable *values, const char *note, GError **error);

G_END_DECLS
