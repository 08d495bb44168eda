/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 良好, Good and so on: a letter alone says nothing. */
const char *tenken_grade_get_word (char grade);

G_END_DECLS
