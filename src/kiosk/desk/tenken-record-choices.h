/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-editor.h"

G_BEGIN_DECLS

/* One choice of some, or several of them: few stand one below the other, many in a list with a search. */
#define TENKEN_TYPE_RECORD_CHOICES (tenken_record_choices_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordChoices, tenken_record_choices, TENKEN, RECORD_CHOICES, TenkenRecordEditor)

GtkWidget *tenken_record_choices_new (TnkFormField *field, const char *name);

G_END_DECLS
