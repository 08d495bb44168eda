/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-questionnaire.h"

G_BEGIN_DECLS

gboolean tnk_person_report_write (TnkQuestionnaire *questionnaire, const char *person_name, const char *department_name, const char *body_name, const char *made_on, const char *filename, guint64 *n_cells, GError **error);

G_END_DECLS
