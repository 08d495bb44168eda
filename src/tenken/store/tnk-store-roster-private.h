/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store-private.h"
#include "tnk-store-roster.h"

G_BEGIN_DECLS

/* A person as the store has them. All is borrowed. */
typedef struct
{
  gint64 no;
  const char *id;
  const char *name;
  const char *department_id;
  const char *roles; /* joined by ; */
  gboolean active;
} TnkPersonRow;

typedef gboolean (*TnkPersonFunc) (gpointer data, const TnkPersonRow *row, GError **error);

/* Reads every person with the roles; calls back once for each. */
gboolean tnk_store_each_person (TnkConnection *connection, TnkPersonFunc func, gpointer data, GError **error);
/* Writes a roster within a change, with all that follows in open campaigns and the entry in the log. */
gboolean tnk_store_write_roster (TnkStore *self, TnkChange *change, TnkBody *body, TnkRosterChange *counts, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
