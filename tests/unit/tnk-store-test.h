/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-error.h"
#include "tnk-store.h"
#include "tnk-test.h"

G_BEGIN_DECLS

/* What the tests of the store need: a store in a folder of its own, with a clock that stands still, and a look into the
 * file behind the library’s back. */

#define TNK_STORE_TEST_NOW "2026-06-01T09:00:00+09:00"

#define DEPARTMENTS \
  "department_id,name,parent_id\n" \
  "d0,点検市,\n" \
  "d1,総務部,d0\n" \
  "d2,総務課,d1\n" \
  "d3,税務課,d0\n"
#define PERSON "person_id,name,department_id,roles\n"
/* Of these p4 is asked nothing. Without the recommended control, p1 and p5 have 3 items each, p2 has 5, p3 has 2. */
#define PEOPLE \
  PERSON \
  "p1,山田　太郎,d2,staff\n" \
  "p2,鈴木　花子,d2,manager;staff\n" \
  "p3,佐藤　一郎,d0,ciso\n" \
  "p4,田中　二郎,d1,contractor\n" \
  "p5,高橋　三郎,d3,staff\n"
#define ANSWER "person_id,role,control_id,answer,comment\n"
#define ANSWERS \
  ANSWER \
  "p1,staff,1.1-2,implemented,\n" \
  "p1,staff,2.1-1,partial,時々忘れる\n" \
  "p1,staff,2.1-2.1,not_applicable,媒体を使わない\n" \
  "p2,manager,1.1-2,implemented,\n" \
  "p2,staff,1.1-2,implemented,\n" \
  "p2,staff,2.1-1,implemented,\n" \
  "p2,staff,2.1-2.1,not_implemented,\"鍵が, ない\"\n" \
  "p2,manager,2.1-2.2,partial,\n" \
  "p3,ciso,1.1-1,implemented,\n"

typedef struct
{
  char *dir;
  char *path;
  TnkStore *store;
} TnkStoreTest;

/* A new store; one with the roster above; one with the campaign “2026” open besides; one with the answers besides. */
void tnk_store_test_init (TnkStoreTest *self);
void tnk_store_test_init_roster (TnkStoreTest *self);
void tnk_store_test_init_open (TnkStoreTest *self);
void tnk_store_test_init_answers (TnkStoreTest *self);
/* Closes the store, which must be the last reference. */
void tnk_store_test_close (TnkStoreTest *self);
void tnk_store_test_reopen (TnkStoreTest *self);
void tnk_store_test_clear (TnkStoreTest *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkStoreTest, tnk_store_test_clear)

void tnk_store_test_stop_clock (TnkStore *store, const char *now);

TnkBody *tnk_store_test_read_body (TnkStoreTest *self, const char *departments, const char *people);
/* A body of n people in four departments, all with these roles: p00000 … */
TnkBody *tnk_store_test_crowd (TnkStoreTest *self, guint n, const char *roles);
TnkRosterChange tnk_store_test_import_roster (TnkStoreTest *self, const char *departments, const char *people);
TnkRosterChange tnk_store_test_import_body (TnkStoreTest *self, TnkBody *body);

TnkCampaign *tnk_store_test_campaign (const char *id);
void tnk_store_test_create_campaign (TnkStoreTest *self, TnkCampaign *campaign);
/* Creates and opens one; everything recommended is adopted where asked for. */
void tnk_store_test_open_campaign (TnkStoreTest *self, const char *id, gboolean adopt_all);

/* Imports a text as the file answers.csv of the test’s folder into the campaign 2026. */
gboolean tnk_store_test_try_answers (TnkStoreTest *self, const char *text, gboolean draft, GPtrArray **problems, GError **error);
void tnk_store_test_import_answers (TnkStoreTest *self, const char *text, gboolean draft);
char *tnk_store_test_export (TnkStoreTest *self, gboolean drafts);
void tnk_store_test_move (TnkStoreTest *self, const char *person, TnkQuestionnaireState state, const char *remark);

/* The figures of the whole body as one line. */
char *tnk_store_test_score (TnkStore *store, const char *campaign_id);
/* Asserts that the store verifies. */
void tnk_store_test_verify (TnkStore *store);

/* Behind the library’s back: without its checks, its triggers and its foreign keys. */
void tnk_store_test_meddle (const char *path, const char *sql);
/* The rows that a query gives, columns joined by “|”, rows by a line end. */
char *tnk_store_test_ask (const char *path, const char *sql);
void tnk_store_test_assert_rows (const char *path, const char *sql, const char *expected);
/* The number of rows and a hash of the contents of every table. */
char *tnk_store_test_dump (const char *path);
/* The names in a folder, sorted, joined by a space. */
char *tnk_store_test_list_dir (const char *dir);

/* Asserts that a call failed so, with one line that holds the words, and clears the error. */
void tnk_store_test_refused (gboolean done, GError **error, int code, const char *words);
void tnk_store_test_cancelled (gboolean done, GError **error);

/* A progress function that cancels the GCancellable that is its data once it is called with done > 0. */
void tnk_store_test_cancel_cb (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
