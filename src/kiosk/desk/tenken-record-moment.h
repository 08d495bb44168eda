/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* A day, or a day with a time. */
#define TENKEN_TYPE_RECORD_MOMENT (tenken_record_moment_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordMoment, tenken_record_moment, TENKEN, RECORD_MOMENT, TenkenRecordEditor)

GtkWidget *tenken_record_moment_new (TnkFormField *field, const char *name, const char *today);

G_END_DECLS
