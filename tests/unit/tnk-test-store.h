/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-error.h"
#include "tnk-store.h"
#include "tnk-test.h"

G_BEGIN_DECLS

/* What the tests of the store need: a store in a folder of its own, with a clock that stands still, and a look into the
 * file behind the library’s back. */

#define TNK_TEST_STORE_NOW "2026-06-01T09:00:00+09:00"

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

/* A whole prefecture. A sanitizer makes each allocation some fifty times dearer, and finds as much in fewer. */
#ifdef __SANITIZE_ADDRESS__
#define TNK_TEST_STORE_CROWD 8000
#else
#define TNK_TEST_STORE_CROWD 80000
#endif

typedef struct
{
  char *dir;
  char *path;
  TnkStore *store;
} TnkTestStore;

/* A new store; one with the roster above; one with the campaign “2026” open besides; one with the answers besides. */
void tnk_test_store_init (TnkTestStore *self);
void tnk_test_store_init_roster (TnkTestStore *self);
void tnk_test_store_init_open (TnkTestStore *self);
void tnk_test_store_init_answers (TnkTestStore *self);
/* Closes the store, which must be the last reference. */
void tnk_test_store_close (TnkTestStore *self);
void tnk_test_store_reopen (TnkTestStore *self);
void tnk_test_store_clear (TnkTestStore *self);
/* Clears it and removes its folder, for who makes hundreds of them. */
void tnk_test_store_remove (TnkTestStore *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkTestStore, tnk_test_store_clear)

void tnk_test_store_stop_clock (TnkStore *store, const char *now);

TnkBody *tnk_test_store_read_body (TnkTestStore *self, const char *departments, const char *people);
/* A body of n people in four departments, all with these roles: p00000 … */
TnkBody *tnk_test_store_crowd (guint n, const char *roles);
TnkRosterChange tnk_test_store_import_roster (TnkTestStore *self, const char *departments, const char *people);
TnkRosterChange tnk_test_store_import_body (TnkTestStore *self, TnkBody *body);

TnkCampaign *tnk_test_store_campaign (const char *id);
void tnk_test_store_create_campaign (TnkTestStore *self, TnkCampaign *campaign);
/* Creates and opens one; everything recommended is adopted where asked for. */
void tnk_test_store_open_campaign (TnkTestStore *self, const char *id, gboolean adopt_all);

/* Imports a text as the file answers.csv of the test’s folder into the campaign 2026. */
gboolean tnk_test_store_try_answers (TnkTestStore *self, const char *text, gboolean draft, GPtrArray **problems, GError **error);
void tnk_test_store_import_answers (TnkTestStore *self, const char *text, gboolean draft);
char *tnk_test_store_export (TnkTestStore *self, gboolean drafts);
void tnk_test_store_move (TnkTestStore *self, const char *person, TnkQuestionnaireState state, const char *remark);

/* The figures of the whole body as one line. */
char *tnk_test_store_score (TnkStore *store, const char *campaign_id);
/* Asserts that the store verifies, and that its log can be read by machine. */
void tnk_test_store_verify (TnkStore *store);

/* Behind the library’s back: without its checks, its triggers and its foreign keys. */
void tnk_test_store_meddle (const char *path, const char *sql);
/* The rows that a query gives, columns joined by “|”, rows by a line end. */
char *tnk_test_store_ask (const char *path, const char *sql);
void tnk_test_store_assert_rows (const char *path, const char *sql, const char *expected);
/* The number of rows and a hash of the contents of every table. */
char *tnk_test_store_dump (const char *path);
/* The names in a folder, sorted, joined by a space. */
char *tnk_test_store_list_dir (const char *dir);

/* Asserts that a call failed so, with one line that holds the words, and clears the error. */
void tnk_test_store_refused (gboolean done, GError **error, int code, const char *words);
void tnk_test_store_cancelled (gboolean done, GError **error);

/* A progress function that cancels the GCancellable that is its data once it is called with done > 0. */
void tnk_test_store_cancel_cb (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
