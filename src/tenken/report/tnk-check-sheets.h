/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits.h"
#include "tnk-check-sheet.h"
#include "tnk-progress.h"

G_BEGIN_DECLS

gboolean tnk_check_sheets_write (TnkCampaign *campaign, TnkBody *people, const char *body_name, const char *language, const char *made_on, const char *folder, guint *n_files, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
TnkAnswerEdits *tnk_check_sheets_read (const char *const *filenames, TnkCampaign *campaign, TnkBody *people, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
