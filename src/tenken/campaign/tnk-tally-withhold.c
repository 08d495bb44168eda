/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-tally-private.h"

/* What somebody may see who is to see counts only, and no single person's answers. The smallest part that any figure can be
 * taken apart into is a cell: the people of one department, without those below it, who hold one role. A cell in which fewer than
 * TNK_TALLY_FEWEST_SHOWN people handed in is moved up to the department above, and there again, until it is large enough
 * together with what it meets; what is still too small at the top of what is looked at is left out. After that every cell holds
 * nobody or enough people, so that no sum and no difference of figures comes down to fewer. */

/* How many people of a department by itself handed in, of those who hold a role. */
static guint
count_cell (TnkTally *self,
            guint department,
            guint role)
{
  GArray *list = g_ptr_array_index (self->people, department);
  guint n = 0;

  for (guint i = 0; i < list->len; i++) {
    const TnkTallyPeople *people = &g_array_index (list, TnkTallyPeople, i);

    if ((people->role_bits >> role) & 1)
      n += people->submitted;
  }
  return n;
}

static void
move_numbers (guint *from,
              guint *to,
              guint n)
{
  for (guint i = 0; i < n; i++) {
    if (to != NULL)
      to[i] += from[i];
    from[i] = 0;
  }
}

/* Moves what a department by itself has of a role to the one above; -1: away. */
static void
move_cell (TnkTally *self,
           guint department,
           int above,
           guint role)
{
  guint *holders = tnk_tally_holders_at (self, department + 1) + role;

  for (guint i = 0; i < self->n_duties; i++)
    if (tnk_role_get_index (tnk_duty_get_role (tnk_catalog_get_duty (self->catalog, i))) == role)
      move_numbers (tnk_tally_answers_at (self, department + 1, i), above < 0 ? NULL : tnk_tally_answers_at (self, above + 1, i),
                    TNK_N_ANSWER_VALUES);
  move_numbers (holders, above < 0 ? NULL : tnk_tally_holders_at (self, above + 1) + role, 1);
}

/* Departments stand before those below them: going backwards, whatever comes up from below has come. */
static void
withhold_role (TnkTally *self,
               guint top,
               guint role)
{
  guint end = tnk_body_get_subtree_end (self->body, top);
  g_autofree guint *here = g_new0 (guint, end - top);

  for (guint d = end; d > top; d--) {
    guint department = d - 1;
    TnkDepartment *parent = tnk_department_get_parent (tnk_body_get_department (self->body, department));
    guint n = here[department - top] += count_cell (self, department, role);
    int above = department > top ? (int) tnk_department_get_index (parent) : -1;

    if (n == 0 || n >= TNK_TALLY_FEWEST_SHOWN)
      continue;
    if (above >= 0)
      here[above - top] += n;
    move_cell (self, department, above, role);
    self->withheld[department * self->n_roles + role] = n;
  }
}

/* Once something is left out at the top, so are the cells that it was made of, and only they. */
static void
mark_lost (TnkTally *self,
           guint top)
{
  guint end = tnk_body_get_subtree_end (self->body, top);

  for (guint department = top; department < end; department++) {
    TnkDepartment *parent = tnk_department_get_parent (tnk_body_get_department (self->body, department));

    for (guint role = 0; role < self->n_roles; role++)
      self->lost[department * self->n_roles + role] =
        self->withheld[department * self->n_roles + role] > 0 &&
        (department == top || self->lost[tnk_department_get_index (parent) * self->n_roles + role]);
  }
}

void
tnk_tally_withhold (TnkTally *self,
                    guint top)
{
  g_return_if_fail (TNK_IS_TALLY (self) && top < self->n_departments && !self->summed && self->withheld == NULL);

  self->withheld = g_new0 (guint, (gsize) self->n_departments * self->n_roles);
  self->lost = g_new0 (gboolean, (gsize) self->n_departments * self->n_roles);
  self->top = top;
  for (guint role = 0; role < self->n_roles; role++)
    withhold_role (self, top, role);
  mark_lost (self, top);
}

gboolean
tnk_tally_shows (TnkTally *self,
                 guint department,
                 TnkRole *role)
{
  g_return_val_if_fail (TNK_IS_TALLY (self) && department < self->n_departments, FALSE);
  return self->lost == NULL || !self->lost[department * self->n_roles + tnk_role_get_index (role)];
}

/* How many people's answers in a role a scope lacks. Of a scope that holds all that is looked at, it is what was left out. */
guint
tnk_tally_count_withheld (TnkTally *self,
                          const TnkTallyScope *scope,
                          guint role)
{
  guint end = self->withheld != NULL ? tnk_body_get_subtree_end (self->body, self->top) : 0;

  if (self->withheld == NULL || scope->first_department >= end || scope->end_department <= self->top)
    return 0;
  return self->withheld[MAX (scope->first_department, self->top) * self->n_roles + role];
}
