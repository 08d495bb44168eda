/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-problem.h"

#include "tnk-strings-private.h"

struct _TnkProblem
{
  char *file;
  char *where;
  char *message;
  guint line;
};

G_DEFINE_BOXED_TYPE (TnkProblem, tnk_problem, tnk_problem_ref, tnk_problem_unref)

/**
 * tnk_problem_new:
 * @file: the file's name as the user gave it
 * @line: the line, from 1, or 0 if the whole file is meant
 * @where: (nullable): the place within the line or structure, such as a JSON path or a column
 * @message: what is wrong and how to mend it, one sentence
 *
 * Creates a problem.
 *
 * Returns: (transfer full): the new problem
 *
 * Since: 0.1
 */
TnkProblem *
tnk_problem_new (const char *file,
                 guint line,
                 const char *where,
                 const char *message)
{
  g_return_val_if_fail (file != NULL && message != NULL, NULL);

  TnkProblem *self = g_atomic_rc_box_new0 (TnkProblem);
  self->file = g_strdup (file);
  self->line = line;
  self->where = where != NULL ? tnk_one_line (where) : NULL;
  self->message = tnk_one_line (message);
  return self;
}

/**
 * tnk_problem_ref:
 * @self: a problem
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
TnkProblem *
tnk_problem_ref (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
tnk_problem_clear (gpointer data)
{
  TnkProblem *self = data;

  g_free (self->file);
  g_free (self->where);
  g_free (self->message);
}

/**
 * tnk_problem_unref:
 * @self: (transfer full): a problem
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
tnk_problem_unref (TnkProblem *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, tnk_problem_clear);
}

/**
 * tnk_problem_get_file:
 * @self: a problem
 *
 * Gets the name of the file at fault.
 *
 * Returns: the name as the user gave it
 *
 * Since: 0.1
 */
const char *
tnk_problem_get_file (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->file;
}

/**
 * tnk_problem_get_line:
 * @self: a problem
 *
 * Gets the line at fault.
 *
 * Returns: the line, from 1, or 0 if the whole file is meant
 *
 * Since: 0.1
 */
guint
tnk_problem_get_line (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->line;
}

/**
 * tnk_problem_get_where:
 * @self: a problem
 *
 * Gets the place within the file: a JSON path such as `chapters[0].id`, or a column.
 *
 * Returns: (nullable): the place
 *
 * Since: 0.1
 */
const char *
tnk_problem_get_where (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->where;
}

/**
 * tnk_problem_get_message:
 * @self: a problem
 *
 * Gets what is wrong and how to mend it.
 *
 * Returns: one sentence
 *
 * Since: 0.1
 */
const char *
tnk_problem_get_message (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->message;
}

/**
 * tnk_problem_to_string:
 * @self: a problem
 *
 * Writes the problem as one line, `file:line: where: message`, as compilers do, so that editors can jump to it.
 *
 * Returns: (transfer full): the line, without a line end
 *
 * Since: 0.1
 */
char *
tnk_problem_to_string (TnkProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autofree char *file = tnk_one_line (self->file);
  GString *line = g_string_new (file);
  if (self->line > 0)
    g_string_append_printf (line, ":%u", self->line);
  if (self->where != NULL && *self->where != '\0')
    g_string_append_printf (line, ": %s", self->where);
  g_string_append_printf (line, ": %s", self->message);
  return g_string_free (line, FALSE);
}
