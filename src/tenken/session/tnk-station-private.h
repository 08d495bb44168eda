/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-round-private.h"
#include "tnk-welcome.h"

G_BEGIN_DECLS

/* What the thread of a terminal works with; touched on that thread alone. */
typedef struct
{
  char *uri;
  char *name;
  TnkStore *store; /* NULL until it is opened, and between two people */
  gboolean opened; /* it was open once, and is opened again when it is needed */
  TnkRound *round; /* the open campaign, once somebody needed it */
  guint n_questions; /* what a plain member of staff is asked in it; 0 until it is counted */
} TnkStation;

TnkStation *tnk_station_new (const char *uri, const char *name);
void tnk_station_free (TnkStation *self);
gboolean tnk_station_open (TnkStation *self, GError **error);
/* Lets go of all that the store keeps in memory. */
void tnk_station_forget (TnkStation *self);
/* The store, where the log names the actor from now on; NULL with STATE if it is not open. */
TnkStore *tnk_station_get_store (TnkStation *self, const char *actor, GError **error);
/* The campaign that is open, read once; NULL with NOT_FOUND if there is none. */
TnkRound *tnk_station_get_round (TnkStation *self, GError **error);
TnkWelcome *tnk_station_read_welcome (TnkStation *self, GError **error);
gboolean tnk_station_count_questions (TnkStation *self, guint *n, GError **error);

G_END_DECLS
