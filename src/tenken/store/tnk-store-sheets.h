/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits.h"
#include "tnk-store.h"

G_BEGIN_DECLS

gboolean tnk_store_compare_answers (TnkStore *self, TnkAnswerEdits *edits, gboolean draft, GPtrArray **problems, GCancellable *cancellable, GError **error);
gboolean tnk_store_apply_answers (TnkStore *self, TnkAnswerEdits *edits, guint *n_people, guint *n_answers, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
