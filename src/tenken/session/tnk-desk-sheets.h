/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits.h"
#include "tnk-desk.h"

G_BEGIN_DECLS

gboolean tnk_desk_write_role_sheet (TnkDesk *self, const char *campaign_id, const char *department_id, const char *const *role_ids, const char *language, const char *filename, GError **error);
gboolean tnk_desk_write_person_sheet (TnkDesk *self, const char *campaign_id, const char *person_id, const char *language, const char *filename, GError **error);
gboolean tnk_desk_write_sheets (TnkDesk *self, const char *campaign_id, const char *department_id, const char *language, const char *folder, guint *n_files, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
TnkAnswerEdits *tnk_desk_read_sheets (TnkDesk *self, const char *campaign_id, const char *department_id, const char *const *filenames, gboolean draft, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_apply_sheets (TnkDesk *self, TnkAnswerEdits *edits, const char *department_id, guint *n_people, guint *n_answers, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
