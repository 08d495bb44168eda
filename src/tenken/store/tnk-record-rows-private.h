/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-action-writer-private.h"
#include "tnk-held-actor-private.h"

G_BEGIN_DECLS

/* tnk-record-rows.c reads records, tnk-record-writer.c writes them within a change, tnk-record-digest.c compares them with
 * the log, tnk-record-names.c knows what people, departments and controls are called. */

/* A form that the store keeps; each is read once. */
TnkForm *tnk_store_load_form (TnkStore *self, gint64 no, GError **error);
/* All records, or the one of that id. (element-type TnkRecord), in the order in which they were begun */
GPtrArray *tnk_store_read_records (TnkStore *self, const char *id, GError **error);

/* Keeps the form, and gives its number there. */
gboolean tnk_record_keep_form (TnkChange *change, TnkForm *form, gint64 *no, GError **error);
/* Stores a record as it should be, with its next revision; before: as it is, NULL for a new one. step: the one that was just
 * taken, or NULL. Returns what is stored then, or NULL. */
TnkRecord *tnk_record_write (TnkChange *change, TnkRecord *record, TnkRecord *before, const char *by, TnkFormStep *step, GError **error);

char *tnk_record_make_digest (TnkRecord *record);
gboolean tnk_store_verify_records (TnkStore *self, GError **error);

/* Checks that everything that a changed field names is there, and notes what it is called. */
gboolean tnk_record_find_names (TnkStore *self, TnkRecord *record, TnkRecord *before, GError **error);

G_END_DECLS
