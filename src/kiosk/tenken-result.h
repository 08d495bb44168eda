/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-round.h"

G_BEGIN_DECLS

/* What the answers of a round come to. */

typedef struct
{
  TnkChapter *chapter; /* borrowed */
  double now; /* NAN: nothing counts */
  double before;
  guint n_counted; /* of now */
  guint n_asked;
} TenkenChapterResult;

typedef struct
{
  TnkSection *section; /* borrowed */
  guint n_counted;
  guint n_implemented;
  guint n_better; /* implemented now, and not the last time */
} TenkenStrongPoint;

/* How many of the questions that a score is about count in it: those answered, but for not applicable and excepted. */
guint tenken_result_count (TnkScore *score);
/* The chapters with scored questions, in their order: (element-type TenkenChapterResult). */
GArray *tenken_result_list_chapters (TenkenRound *round);
/* The sections that are fully kept or nearly so, the best first, at most so many: (element-type TenkenStrongPoint). */
GArray *tenken_result_list_strong (TenkenRound *round, guint most);
/* The steps that are not fully implemented, the gravest first: (element-type guint). */
GArray *tenken_result_list_weak (TenkenRound *round);

G_END_DECLS
