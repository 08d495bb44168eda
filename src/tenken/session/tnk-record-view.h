/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-record.h"

G_BEGIN_DECLS

#define TNK_TYPE_RECORD_VIEW (tnk_record_view_get_type ())

/**
 * TnkRecordView:
 *
 * A record as somebody sees it today: with what he or she may do with it, what stands in the way, and what is due. Immutable;
 * who changes the record copies it first.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRecordView, tnk_record_view, TNK, RECORD_VIEW, GObject)

TnkRecord *tnk_record_view_get_record (TnkRecordView *self);
const char *tnk_record_view_get_today (TnkRecordView *self);
gboolean tnk_record_view_may_write (TnkRecordView *self);
guint tnk_record_view_get_n_steps (TnkRecordView *self);
TnkFormStep *tnk_record_view_get_step (TnkRecordView *self, guint position);
GPtrArray *tnk_record_view_list_faults (TnkRecordView *self);
GPtrArray *tnk_record_view_list_deadlines (TnkRecordView *self);

G_END_DECLS
