/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-body.h"
#include "tnk-campaign.h"
#include "tnk-pin-slip.h"
#include "tnk-progress.h"
#include "tnk-questionnaire.h"
#include "tnk-tally.h"

G_BEGIN_DECLS

#define TNK_TYPE_STORE (tnk_store_get_type ())

/**
 * TnkStore:
 *
 * A store: the roster, the campaigns, the answers and the log of one body.
 *
 * Every change is one transaction with its entry in the log: it is there whole, or the store is as it was. A store is
 * used by one thread at a time.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkStore, tnk_store, TNK, STORE, GObject)

TnkStore *tnk_store_create (const char *uri, const char *body_name, const char *actor, GDateTime *now, GError **error);
TnkStore *tnk_store_open (const char *uri, const char *actor, GError **error);
void tnk_store_close (TnkStore *self);
const char *tnk_store_get_body_name (TnkStore *self);
const char *tnk_store_get_name (TnkStore *self);
void tnk_store_set_clock (TnkStore *self, GDateTime *now);
char *tnk_store_dup_today (TnkStore *self);
char *tnk_store_dup_now (TnkStore *self);

gboolean tnk_store_backup (TnkStore *self, const char *filename, GError **error);
gboolean tnk_store_verify (TnkStore *self, gint64 *n_entries, gint64 *n_questionnaires, char **head, GCancellable *cancellable, GError **error);

/**
 * TnkRosterChange:
 * @departments: departments in the new roster
 * @people: people in the new roster
 * @added: people who are new
 * @changed: people whose name, department or roles change
 * @removed: people who are no longer in it
 *
 * What a roster import changes, or would change.
 *
 * Since: 0.1
 */
typedef struct
{
  guint departments;
  guint people;
  guint added;
  guint changed;
  guint removed;
} TnkRosterChange;

gboolean tnk_store_import_roster (TnkStore *self, TnkBody *body, gboolean dry_run, TnkRosterChange *change, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
TnkBody *tnk_store_load_body (TnkStore *self, GError **error);
TnkBody *tnk_store_load_tree (TnkStore *self, const char *campaign_id, GError **error);

gboolean tnk_store_create_campaign (TnkStore *self, TnkCampaign *campaign, GError **error);
GPtrArray *tnk_store_list_campaigns (TnkStore *self, GError **error);
TnkCampaign *tnk_store_load_campaign (TnkStore *self, const char *id, GError **error);
TnkBody *tnk_store_load_campaign_body (TnkStore *self, const char *id, GError **error);
char *tnk_store_find_previous_campaign (TnkStore *self, const char *id, GError **error);
gboolean tnk_store_open_campaign (TnkStore *self, const char *id, guint *n_people, GError **error);
gboolean tnk_store_close_campaign (TnkStore *self, const char *id, guint *n_submitted, guint *n_people, GError **error);

TnkQuestionnaire *tnk_store_load_questionnaire (TnkStore *self, const char *campaign_id, const char *person_id, GError **error);
gboolean tnk_store_move_questionnaire (TnkStore *self, const char *campaign_id, const char *person_id, TnkQuestionnaireState state, const char *remark, GError **error);
gboolean tnk_store_import_answers (TnkStore *self, const char *campaign_id, const char *filename, gboolean draft, guint64 *n_rows, guint *n_people, GPtrArray **problems, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_export_answers (TnkStore *self, const char *campaign_id, const char *filename, gboolean drafts, guint64 *n_rows, GCancellable *cancellable, GError **error);
TnkTally *tnk_store_tally (TnkStore *self, const char *campaign_id, GCancellable *cancellable, GError **error);
GPtrArray *tnk_store_list_tallies (TnkStore *self, const char *campaign_id, GCancellable *cancellable, GError **error);

gboolean tnk_store_save_answer (TnkStore *self, const char *campaign_id, const char *person_id, TnkDuty *duty, TnkAnswerValue value, const char *comment, const char *evidence, GError **error);
gboolean tnk_store_set_flag (TnkStore *self, const char *campaign_id, const char *person_id, TnkDuty *duty, gboolean flagged, GError **error);
gboolean tnk_store_set_place (TnkStore *self, const char *campaign_id, const char *person_id, TnkDuty *duty, GError **error);
gboolean tnk_store_promise (TnkStore *self, const char *campaign_id, const char *person_id, TnkDuty *duty, const char *due, GError **error);

GPtrArray *tnk_store_issue_pins (TnkStore *self, const char *department_id, const char *person_id, gboolean replace, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_set_kiosk_pin (TnkStore *self, const char *pin, GError **error);
gboolean tnk_store_check_kiosk_pin (TnkStore *self, const char *pin, guint *wait, GError **error);
gboolean tnk_store_has_kiosk_pin (TnkStore *self, gboolean *has, GError **error);

gboolean tnk_store_add_exception (TnkStore *self, const char *control_id, const char *department_id, const char *reason, const char *substitute, const char *starts, const char *ends, const char *applicant, const char *approver, GError **error);
GPtrArray *tnk_store_list_exceptions (TnkStore *self, GError **error);
gboolean tnk_store_has_exception (TnkStore *self, const char *control_id, const char *department_id, const char *day, gboolean *live, GError **error);

G_END_DECLS
