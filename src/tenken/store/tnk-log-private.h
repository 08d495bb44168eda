/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-connection-private.h"

G_BEGIN_DECLS

/* The append-only log. Each entry carries the hash of the one before, so that none can be changed, left out or put in
 * without breaking every hash after it. */
typedef struct
{
  TnkConnection *connection;
  TnkStatement *insert;
  gint64 seq; /* of the last entry */
  char head[65]; /* the hash of the last entry */
} TnkLog;

gboolean tnk_log_open (TnkLog *self, TnkConnection *connection, GError **error);
void tnk_log_close (TnkLog *self);
gboolean tnk_log_append (TnkLog *self, const char *at, const char *actor, const char *kind, const char *subject, const char *detail, GError **error);
gboolean tnk_log_verify (TnkConnection *connection, gint64 *n_entries, char **head, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkLog, tnk_log_close)

G_END_DECLS
