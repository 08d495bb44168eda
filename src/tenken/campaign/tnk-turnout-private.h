/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-questionnaire-state.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

struct _TnkTurnoutPerson
{
  GObject parent_instance;

  TnkBody *body; /* keeps the department */
  TnkDepartment *department;
  char *id;
  char *name;
  char *handed_in_at;
  char *reference;
  char *remark;
  TnkTurnoutState state;
  guint n_items;
  guint n_answered;
};

/* What a store knows of one questionnaire. */
typedef struct
{
  const char *id;
  const char *name;
  guint department; /* an index */
  guint64 role_bits;
  TnkTurnoutState state;
  const char *handed_in_at; /* NULL before the first time */
  const char *reference;
  const char *remark;
  guint n_answered;
} TnkTurnoutRow;

/* For the whole body with department -1. People are added one by one, where has_people says so, or by their number. */
TnkTurnout *tnk_turnout_new (TnkCampaign *campaign, TnkBody *body, int department, gboolean has_people);
void tnk_turnout_add (TnkTurnout *self, guint department, TnkTurnoutState state, guint n);
void tnk_turnout_add_person (TnkTurnout *self, const TnkTurnoutRow *row);
/* One answer less that stands. */
void tnk_turnout_take_back (TnkTurnout *self, const char *person_id);
void tnk_turnout_set_closed (TnkTurnout *self, guint department, const char *at, const char *by);
TnkTurnoutState tnk_turnout_judge (TnkQuestionnaireState state, gboolean begun);

G_END_DECLS
