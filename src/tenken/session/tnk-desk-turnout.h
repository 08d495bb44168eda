/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-questionnaire.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

TnkTurnout *tnk_desk_load_turnout (TnkDesk *self, const char *campaign_id, const char *department_id, gboolean people, GCancellable *cancellable, GError **error);
TnkQuestionnaire *tnk_desk_load_questionnaire (TnkDesk *self, const char *campaign_id, const char *person_id, GError **error);
gboolean tnk_desk_return_questionnaire (TnkDesk *self, const char *campaign_id, const char *person_id, const char *reference, const char *remark, GError **error);
gboolean tnk_desk_accept_questionnaire (TnkDesk *self, const char *campaign_id, const char *person_id, const char *reference, GError **error);
gboolean tnk_desk_accept_all (TnkDesk *self, const char *campaign_id, const char *department_id, guint *n_accepted, guint *n_left, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
TnkTurnout *tnk_desk_close_department (TnkDesk *self, const char *campaign_id, const char *department_id, GCancellable *cancellable, GError **error);
gboolean tnk_desk_reopen_department (TnkDesk *self, const char *campaign_id, const char *department_id, const char *reason, GError **error);
char *tnk_desk_make_reminders (TnkDesk *self, const char *campaign_id, const char *department_id, const char *language, GCancellable *cancellable, GError **error);
gboolean tnk_desk_read_mark (TnkDesk *self, gint64 *mark, GError **error);

G_END_DECLS
