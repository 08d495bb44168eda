/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-draft-private.h"
#include "tnk-sign-in-private.h"
#include "tnk-station-private.h"

G_BEGIN_DECLS

/* What the thread of a terminal knows of the person who is signed in. Each job holds it, so that what was begun is done
 * also after the person has signed out; the last one wipes it. */
typedef struct
{
  gint64 person_no;
  char *person_id;
  char *person_name;
  char *department_name;
  char *actor; /* for the log: the staff number and the terminal */
  int must_change; /* by atomic steps: the session looks at it too */
  TnkDraft *draft; /* the questionnaire, once it was needed */
  TnkDesk *desk; /* NULL until it was needed */
} TnkSeat;

TnkSeat *tnk_seat_new (const TnkSignIn *sign_in, const char *terminal_name);
TnkSeat *tnk_seat_ref (TnkSeat *self);
void tnk_seat_unref (TnkSeat *self);

/* The store, for work in the name of the person; NULL with REFUSED before an initial PIN is changed. */
TnkStore *tnk_seat_enter (TnkSeat *self, TnkStation *station, GError **error);
/* The draft of the open campaign; NULL with NOT_FOUND if there is none for this person. */
TnkDraft *tnk_seat_get_draft (TnkSeat *self, TnkStation *station, GError **error);
/* Looks anew which campaign is open. */
TnkDesk *tnk_seat_get_desk (TnkSeat *self, TnkStation *station, GError **error);
void tnk_seat_forget_draft (TnkSeat *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkSeat, tnk_seat_unref)

G_END_DECLS
