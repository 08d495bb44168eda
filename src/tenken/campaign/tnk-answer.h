/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-mark.h"

G_BEGIN_DECLS

gboolean tnk_answer_check (TnkAnswerValue value, const char *comment, gboolean has_exception, GError **error);

G_END_DECLS
