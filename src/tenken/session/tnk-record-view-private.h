/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-held-actor-private.h"
#include "tnk-record-view.h"

G_BEGIN_DECLS

TnkRecordView *tnk_record_view_new (TnkRecord *record, const TnkActor *actor, const char *today);

G_END_DECLS
