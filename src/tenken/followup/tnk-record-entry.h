/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-step.h"

G_BEGIN_DECLS

#define TNK_TYPE_RECORD_ENTRY (tnk_record_entry_get_type ())

/**
 * TnkRecordEntry:
 *
 * A step that was taken with a record: which, when, by whom, with which note. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRecordEntry, tnk_record_entry, TNK, RECORD_ENTRY, GObject)

TnkFormStep *tnk_record_entry_get_step (TnkRecordEntry *self);
const char *tnk_record_entry_get_time (TnkRecordEntry *self);
const char *tnk_record_entry_get_day (TnkRecordEntry *self);
const char *tnk_record_entry_get_actor (TnkRecordEntry *self);
const char *tnk_record_entry_get_actor_name (TnkRecordEntry *self);
const char *tnk_record_entry_get_note (TnkRecordEntry *self);

G_END_DECLS
