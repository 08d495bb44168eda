/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-record-form.h"

G_BEGIN_DECLS

/* Stores a draft while somebody writes it, and says when that was: a line at the foot of the page. What was written is stored
 * half a second after the last key, before a step is taken, and when the page is left. */
#define TENKEN_TYPE_RECORD_SAVER (tenken_record_saver_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRecordSaver, tenken_record_saver, TENKEN, RECORD_SAVER, AdwBin)

/* Called once all that was written is stored; stored is FALSE where that failed, which the line says. */
typedef void (*TenkenRecordSaved) (GtkWidget *owner, gboolean stored, gpointer user_data);

GtkWidget *tenken_record_saver_new (TenkenDesk *desk, TenkenRecordForm *form);
/* Another record is on the form, or this one anew; writes: it is a draft of the person. */
void tenken_record_saver_begin (TenkenRecordSaver *self, gboolean writes);
/* Stores at once what is not stored, then calls done; owner: a widget, nobody is called where it is gone. */
void tenken_record_saver_flush (TenkenRecordSaver *self, GtkWidget *owner, TenkenRecordSaved done, gpointer user_data);
gboolean tenken_record_saver_is_busy (TenkenRecordSaver *self);

G_END_DECLS
