/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TNK_TYPE_PROBLEM (tnk_problem_get_type ())

/**
 * TnkProblem:
 *
 * One fault found in a file that somebody wrote: where it is, what it is, how to mend it.
 *
 * Since: 0.1
 */
typedef struct _TnkProblem TnkProblem;

GType tnk_problem_get_type (void) G_GNUC_CONST;
TnkProblem *tnk_problem_new (const char *file,
                             guint line,
                             const char *where,
                             const char *message);
TnkProblem *tnk_problem_ref (TnkProblem *self);
void tnk_problem_unref (TnkProblem *self);
const char *tnk_problem_get_file (TnkProblem *self);
guint tnk_problem_get_line (TnkProblem *self);
const char *tnk_problem_get_where (TnkProblem *self);
const char *tnk_problem_get_message (TnkProblem *self);
char *tnk_problem_to_string (TnkProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkProblem, tnk_problem_unref)

G_END_DECLS
