/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-connection-private.h"
#include "tnk-cross-library.h"
#include "tnk-log-private.h"
#include "tnk-store.h"

G_BEGIN_DECLS

struct _TnkStore
{
  GObject parent_instance;

  TnkConnection *connection; /* NULL once closed */
  GHashTable *catalogs; /* (element-type gint64 TnkCatalog): those that were read; a catalog of a store never changes */
  GHashTable *forms; /* (element-type gint64 TnkForm): the same */
  TnkCrossLibrary *cross; /* NULL until it is needed */
  char *body_name;
  char *actor;
  GDateTime *fixed_now; /* for tests and demonstrations; NULL: the clock */
};

/* One change of the store: a transaction and the log that it writes to. Whatever is not committed when it goes out of
 * scope is rolled back. */
typedef struct
{
  TnkStore *store; /* NULL once committed or rolled back */
  TnkConnection *connection;
  TnkLog log;
  char *now;
} TnkChange;

gboolean tnk_change_begin (TnkChange *self, TnkStore *store, GError **error);
gboolean tnk_change_log (TnkChange *self, const char *kind, const char *subject, const char *detail, GError **error);
/* The reference code of the entry that was logged last: the beginning of its hash. */
char *tnk_change_dup_reference (TnkChange *self);
gboolean tnk_change_commit (TnkChange *self, GError **error);
void tnk_change_end (TnkChange *self);
/* A change that is an entry in the log and nothing else. */
gboolean tnk_store_note (TnkStore *self, const char *kind, const char *subject, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkChange, tnk_change_end)

/* Until it goes out of scope, everything is read as it was at one moment, while others may go on writing. */
typedef struct
{
  TnkConnection *connection;
} TnkReading;

gboolean tnk_reading_begin (TnkReading *self, TnkStore *store, GError **error);
void tnk_reading_end (TnkReading *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkReading, tnk_reading_end)

/* Who works with the store from now on, for the log; what the clock of the store says. */
void tnk_store_set_actor (TnkStore *self, const char *actor);
gint64 tnk_store_get_unix_time (TnkStore *self);

/* What the other parts need to know of a campaign. */
#define TNK_CAMPAIGN_COLUMNS \
  "no, id, title, catalog_no, state, opens, closes, asks_informed, line_a, line_b, line_c, attainment_line, visibility"
gboolean tnk_store_find_campaign (TnkStore *self, const char *id, gint64 *no, TnkCampaignState *state, GError **error);
/* Says so in the error where a campaign is not open. */
gboolean tnk_store_check_open (TnkStore *self, const char *id, TnkCampaignState state, GError **error);
/* id, title and last day of the campaign that is open: of several, of the one that was opened last. */
TnkStatement *tnk_store_query_open_campaign (TnkStore *self, GError **error);
TnkCatalog *tnk_store_load_catalog (TnkStore *self, gint64 no, GError **error);
TnkBody *tnk_store_read_campaign_body (TnkStore *self, gint64 campaign_no, GError **error);
char *tnk_store_describe_basis (TnkStore *self, gint64 campaign_no, const char *campaign_id, GError **error);
gboolean tnk_store_verify_bases (TnkStore *self, GError **error);
/* Begins a change of a campaign that must be in a state, to be "what" (opened, closed). */
gboolean tnk_change_begin_campaign (TnkChange *self, TnkStore *store, const char *id, TnkCampaignState should_be, const char *what, gint64 *no, GError **error);
gboolean tnk_store_set_state (TnkStore *self, gint64 no, TnkCampaignState state, GError **error);
gboolean tnk_store_check_state (TnkStore *self, const char *id, TnkCampaignState is, TnkCampaignState should_be, const char *what, GError **error);
gboolean tnk_store_sync_population (TnkStore *self, TnkChange *change, TnkCampaign *campaign, gint64 campaign_no, guint *n_people, const TnkWatch *watch, GError **error);

/* A promise goes with an answer that leaves something to be done. */
#define TNK_RELEASE_PROMISES \
  "DELETE FROM promise WHERE questionnaire_no = $1 AND NOT EXISTS (SELECT 1 FROM answer a " \
  "WHERE a.questionnaire_no = promise.questionnaire_no AND a.duty = promise.duty AND a.value IN (2, 3))"

/* The digest of what a person answered, kept in the log when it is handed in and recomputed by verify. */
typedef struct
{
  GChecksum *checksum;
  guint n;
} TnkAnswerDigest;

void tnk_answer_digest_init (TnkAnswerDigest *self);
void tnk_answer_digest_add (TnkAnswerDigest *self, guint duty, int value, const char *comment, const char *evidence);
const char *tnk_answer_digest_get (TnkAnswerDigest *self);
void tnk_answer_digest_clear (TnkAnswerDigest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkAnswerDigest, tnk_answer_digest_clear)

/* Somebody meddled with the file: what it holds cannot come from this library. */
gboolean tnk_store_throw_damaged (TnkStore *self, GError **error);
gboolean tnk_store_check_value (TnkStore *self, gint64 value, GError **error);
/* The duty that an answer names by its index; an index that the catalog does not have shows that somebody meddled. */
TnkDuty *tnk_store_get_duty (TnkStore *self, TnkCatalog *catalog, gint64 index, GError **error);

/* Appends "text" as a JSON string, so that the detail of a log entry stays readable by machine. */
void tnk_append_json_string (GString *json, const char *text);
/* Reads back what was appended so. */
char *tnk_read_json_string (const char *json);
void tnk_append_answer_json (GString *json, gint64 duty, gint64 value, const char *comment, const char *evidence);

G_END_DECLS
