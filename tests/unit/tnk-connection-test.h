/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-connection-private.h"
#include "tnk-test.h"

G_BEGIN_DECLS

/* What the store may rely on, whatever the database: test-connection.c and test-transaction.c. Every backend runs all of
 * it. A new one needs one more entry in the table of tnk-connection-test.c. */
typedef struct
{
  const char *name;
  TnkConnection *(*connect) (const char *place, gboolean create, GError **error);
} TnkConnectionTestBackend;

typedef struct
{
  const TnkConnectionTestBackend *backend;
  char *dir;
  char *place;
  TnkConnection *connection; /* to an empty database with the tables thing and part */
} TnkConnectionTest;

typedef struct
{
  const char *name;
  void (*run) (TnkConnectionTest *self, gconstpointer data);
} TnkConnectionTestCase;

/* Runs every case on every backend: the main function of a program. */
int tnk_connection_test_main (int argc, char **argv, const TnkConnectionTestCase *cases, guint n_cases);

TnkConnection *tnk_connection_test_connect (TnkConnectionTest *self, const char *place, gboolean create);
void tnk_connection_test_run (TnkConnection *connection, const char *sql);
gint64 tnk_connection_test_count (TnkConnection *connection, const char *table);
void tnk_connection_test_add (TnkConnection *connection, gint64 id, const char *name);
/* The first row of a query, as a statement that stands on it. */
TnkStatement *tnk_connection_test_first_row (TnkConnection *connection, const char *sql);
/* Asserts that a call failed with one line that names the store, and clears the error. */
void tnk_connection_test_refused (TnkConnectionTest *self, gboolean done, GError **error);

G_END_DECLS
