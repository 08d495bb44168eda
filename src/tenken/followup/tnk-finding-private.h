/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-finding.h"

G_BEGIN_DECLS

/* tnk-finding.c holds what was found, tnk-finding-answers.c what became of it. */

typedef struct
{
  char *time; /* NULL until it is stored */
  char *writer;
  char *text;
  char *action;
  char *due;
} TnkFindingResponse;

typedef struct
{
  char *time; /* NULL until it is stored */
  char *writer;
  TnkFollowUp verdict;
  char *seen;
} TnkFindingFollowUp;

struct _TnkFinding
{
  GObject parent_instance;

  char *id; /* NULL until it is stored */
  guint revision; /* 0 until it is stored */
  TnkFindingKind kind;
  TnkControl *control;
  char *department_id;
  TnkFindingState state;
  char *issued_at; /* NULL until it is issued and stored */
  char *fields[TNK_N_FINDING_FIELDS]; /* never NULL */
  GArray *responses; /* (element-type TnkFindingResponse) */
  GArray *follow_ups; /* (element-type TnkFindingFollowUp) */
  GPtrArray *spreads; /* (element-type TnkSpread) */
};

void tnk_finding_response_clear (gpointer response);
void tnk_finding_follow_up_clear (gpointer follow_up);
/* As they are stored. */
void tnk_finding_set_issued_at (TnkFinding *self, const char *time);
void tnk_finding_set_identity (TnkFinding *self, const char *id, guint revision, TnkFindingState state);
void tnk_finding_add_response (TnkFinding *self, const char *time, const char *writer, const char *text, const char *action, const char *due);
void tnk_finding_add_follow_up (TnkFinding *self, const char *time, const char *writer, TnkFollowUp verdict, const char *seen);
void tnk_finding_add_spread (TnkFinding *self, TnkSpread *spread);
gboolean tnk_finding_throw_state (TnkFinding *self, const char *what, GError **error);
/* Whether it may become so from what it was, without a step: what was found changes in a draft alone. */
gboolean tnk_finding_check_change (TnkFinding *self, TnkFinding *before, GError **error);

G_END_DECLS
