/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-connection-private.h"
#include "tnk-test.h"

G_BEGIN_DECLS

/* What the store may rely on, whatever the database: test-connection.c and test-transaction.c. Every backend runs all of
 * it. A new one needs one more entry in the table of tnk-test-connection.c. */
typedef struct
{
  const char *name;
  TnkConnection *(*connect) (const char *place, gboolean create, GError **error);
} TnkTestConnectionBackend;

typedef struct
{
  const TnkTestConnectionBackend *backend;
  char *dir;
  char *place;
  TnkConnection *connection; /* to an empty database with the tables thing and part */
} TnkTestConnection;

typedef struct
{
  const char *name;
  void (*run) (TnkTestConnection *self, gconstpointer data);
} TnkTestConnectionCase;

/* Runs every case on every backend: the main function of a program. */
int tnk_test_connection_main (int argc, char **argv, const TnkTestConnectionCase *cases, guint n_cases);

TnkConnection *tnk_test_connection_connect (TnkTestConnection *self, const char *place, gboolean create);
void tnk_test_connection_run (TnkConnection *connection, const char *sql);
gint64 tnk_test_connection_count (TnkConnection *connection, const char *table);
void tnk_test_connection_add (TnkConnection *connection, gint64 id, const char *name);
/* The first row of a query, as a statement that stands on it. */
TnkStatement *tnk_test_connection_first_row (TnkConnection *connection, const char *sql);
/* Asserts that a call failed with one line that names the store, and clears the error. */
void tnk_test_connection_refused (TnkTestConnection *self, gboolean done, GError **error);

G_END_DECLS
