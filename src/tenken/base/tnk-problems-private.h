/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-problem.h"

G_BEGIN_DECLS

/* A list of faults with an end: a file of a million bad rows must not fill the memory with a million sentences. */
#define TNK_PROBLEMS_MAX 100000

typedef struct
{
  GPtrArray *list; /* (element-type TnkProblem) */
  guint n; /* how many there were in all, also those past TNK_PROBLEMS_MAX */
} TnkProblems;

void tnk_problems_init (TnkProblems *self);
void tnk_problems_clear (TnkProblems *self);
void tnk_problems_add (TnkProblems *self,
                       const char *file,
                       guint line,
                       const char *where,
                       const char *format,
                       ...) G_GNUC_PRINTF (5, 6);
void tnk_problems_take (TnkProblems *self, TnkProblem *problem);
gboolean tnk_problems_throw (TnkProblems *self,
                             GPtrArray **problems,
                             int code,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkProblems, tnk_problems_clear)

G_END_DECLS
