/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Takes a step with a record: what is to be written with it, a note, and a last look. */
#define TENKEN_TYPE_RECORD_STEP_DIALOG (tenken_record_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordStepDialog, tenken_record_step_dialog, TENKEN, RECORD_STEP_DIALOG, AdwWindow)

GtkWidget *tenken_record_step_dialog_new (GtkWindow *parent, TenkenDesk *desk, TnkRecord *record, TnkFormStep *step, const char *today);

G_END_DECLS
