/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-error.h"
#include "tnk-problems-private.h"

void
tnk_problems_init (TnkProblems *self)
{
  self->list = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_problem_unref);
  self->n = 0;
}

void
tnk_problems_clear (TnkProblems *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

void
tnk_problems_add (TnkProblems *self,
                  const char *file,
                  guint line,
                  const char *where,
                  const char *format,
                  ...)
{
  va_list args;

  self->n++;
  if (self->list->len >= TNK_PROBLEMS_MAX)
    return;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->list, tnk_problem_new (file, line, where, message));
}

void
tnk_problems_take (TnkProblems *self,
                   TnkProblem *problem)
{
  self->n++;
  g_ptr_array_add (self->list, problem);
}

/* Hands the list to the caller and, if there was any fault, sets the error to the first one.
 * Returns TRUE if there was none. */
gboolean
tnk_problems_throw (TnkProblems *self,
                    GPtrArray **problems,
                    int code,
                    GError **error)
{
  gboolean clean = self->n == 0;

  if (!clean) {
    g_autofree char *first = tnk_problem_to_string (g_ptr_array_index (self->list, 0));
    if (self->n == 1)
      g_set_error_literal (error, TNK_ERROR, code, first);
    else
      g_set_error (error, TNK_ERROR, code, "%s (and %u more)", first, self->n - 1);
  }
  if (problems != NULL)
    *problems = g_steal_pointer (&self->list);
  return clean;
}
