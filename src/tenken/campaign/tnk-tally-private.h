/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-tally.h"

G_BEGIN_DECLS

/* tnk-tally.c holds the counts, tnk-tally-score.c makes figures of them, tnk-tally-withhold.c takes out what would give a person away. */

/* People of one department who hold the same set of roles. */
typedef struct
{
  guint64 role_bits;
  guint asked;
  guint submitted;
} TnkTallyPeople;

/* The items that a figure is about. */
typedef struct
{
  guint first_department;
  guint end_department;
  guint first_control;
  guint end_control;
  int role; /* -1: every role */
} TnkTallyScope;

struct _TnkTally
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkBody *body;
  guint n_departments;
  guint n_duties;
  guint n_roles;
  gboolean spares_unanswered; /* unanswered items leave the denominator even once the campaign is closed */
  GPtrArray *people; /* by department: (element-type GArray of TnkTallyPeople) */

  /* Sums over the departments before each one, so that a subtree, which is a run of departments, costs two look-ups.
   * While answers are added they hold the department’s own counts, one place to the right. */
  gboolean summed;
  guint *answers; /* [department + 1][duty][value] */
  guint *holders; /* [department + 1][role] */

  /* NULL unless tnk_tally_withhold () was called: how many people's answers a department with all below it lacks [department][role],
   * and whether those of a department by itself are in no figure at all. */
  guint *withheld;
  gboolean *lost;
  guint top; /* of what is looked at */
};

static inline guint *
tnk_tally_answers_at (TnkTally *self,
                      guint row,
                      guint duty)
{
  return self->answers + ((gsize) row * self->n_duties + duty) * TNK_N_ANSWER_VALUES;
}

static inline guint *
tnk_tally_holders_at (TnkTally *self,
                      guint row)
{
  return self->holders + (gsize) row * self->n_roles;
}

/* Sums the counts up, after which nothing of the tally is ever changed. It is done by itself at the first figure. */
void tnk_tally_sum_up (TnkTally *self);
/* Takes over what an earlier tally of the same campaign and the same departments holds, but for the departments that are marked.
 * Before anything is added; nothing may be withheld from the earlier one. */
void tnk_tally_take_over (TnkTally *self, TnkTally *before, const gboolean *but);
TnkTallyScope tnk_tally_everything (TnkTally *self);
void tnk_tally_restrict_to_department (TnkTally *self, TnkTallyScope *scope, guint department);
gboolean tnk_tally_is_in_scope (const TnkTallyScope *scope, TnkDuty *duty);
void tnk_tally_count (TnkTally *self, const TnkTallyScope *scope, TnkControl *control, TnkCounts *counts);
/* Takes out of the counts of a department, with all below it, what comes from too few people: for somebody who is to see counts only
 * and nothing about anybody by himself. Once, after everything was added and before the first figure. */
void tnk_tally_withhold (TnkTally *self, guint top);
/* Whether what people of a department, without those below it, answered in a role is in any figure. */
gboolean tnk_tally_shows (TnkTally *self, guint department, TnkRole *role);
guint tnk_tally_count_withheld (TnkTally *self, const TnkTallyScope *scope, guint role);
void tnk_tally_count_scope_people (TnkTally *self, const TnkTallyScope *scope, guint64 role_bits, gint64 *asked, gint64 *submitted);

G_END_DECLS
