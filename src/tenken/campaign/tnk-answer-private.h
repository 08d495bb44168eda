/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer.h"

G_BEGIN_DECLS

/* A note where the evidence can be seen is checked as a comment is. */
gboolean tnk_answer_check_evidence (const char *evidence, GError **error);

G_END_DECLS
