/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "demo-plan.h"

/* What happens to an action, month by month. The worst gaps are dealt with first, and not every promise is kept. */
typedef struct
{
  TnkActionStatus status; /* how far it comes */
  const char *due;
  const char *priority;
  const char *resources;
  const char *note;
} Fate;

static const Fate fates[] = {
  {TNK_ACTION_STATUS_VERIFIED, "2026-03-31", "1", "全職員向けの説明会 1回", "説明会を3回に分けて開き、欠席者には動画で伝えた。"},
  {TNK_ACTION_STATUS_UNDER_WAY, "2026-09-30", "1", "調査に 2人月", "支所の分がまだ終わっていない。"},
  {TNK_ACTION_STATUS_DONE, "2026-06-30", "1", "", "手順書を改めて、各課に配った。"},
  {TNK_ACTION_STATUS_PLANNED, "2026-12-25", "2", "ソフトウェア利用料 年48万円", ""},
  {TNK_ACTION_STATUS_VERIFIED, "2026-05-29", "2", "", "様式を1枚にまとめ、4月から使い始めた。"},
  {TNK_ACTION_STATUS_WITHDRAWN, "", "3", "", "別の項目とまとめて進めることにした。"},
  {TNK_ACTION_STATUS_PLANNED, "2026-10-30", "2", "", ""},
  {TNK_ACTION_STATUS_UNDER_WAY, "2027-01-29", "2", "機器の更新 120万円", "見積もりを2社から取った。"},
  {TNK_ACTION_STATUS_DONE, "2026-08-31", "3", "", "台帳を共有フォルダに置き、毎月見直している。"},
};
#define N_DEALT_WITH 24 /* the rest stays proposed */

/* The steps on the way to each status, beginning after the proposal. */
static const TnkActionStatus way[] = {TNK_ACTION_STATUS_PLANNED, TNK_ACTION_STATUS_UNDER_WAY, TNK_ACTION_STATUS_DONE,
                                      TNK_ACTION_STATUS_VERIFIED};
static const char *const moments[] = {"2026-01-20T10:00:00+09:00", "2026-04-10T14:00:00+09:00", "2026-06-25T16:00:00+09:00",
                                      "2026-07-15T11:00:00+09:00"};

static void
set_clock (TnkStore *store,
           const char *moment)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (moment, NULL);

  tnk_store_set_clock (store, now);
}

/* Takes the action over, and gives it back as it is stored. */
static TnkAction *
move (TnkStore *store,
      TnkAction *action,
      TnkActionStatus status,
      const char *by,
      const char *note,
      GError **error)
{
  g_autoptr (TnkAction) before = action;

  return tnk_store_move_action (store, tnk_campaign_get_id (tnk_action_get_campaign (before)), tnk_action_get_id (before),
                                tnk_action_get_revision (before), status, by, *note != '\0' ? note : NULL, error);
}

static TnkAction *
settle (TnkStore *store,
        TnkAction *proposal,
        const Fate *fate,
        const char *secretary,
        GError **error)
{
  g_autoptr (TnkAction) action = tnk_action_copy (proposal);

  /* Nobody could verify what everybody owns. */
  if (g_str_equal (tnk_action_get (action, TNK_ACTION_FIELD_OWNER), "role:staff") &&
      !tnk_action_set (action, TNK_ACTION_FIELD_OWNER, "role:manager", error))
    return NULL;
  if (!tnk_action_set (action, TNK_ACTION_FIELD_DUE, fate->due, error) ||
      !tnk_action_set (action, TNK_ACTION_FIELD_PRIORITY, fate->priority, error) ||
      !tnk_action_set (action, TNK_ACTION_FIELD_RESOURCES, fate->resources, error))
    return NULL;
  return tnk_store_save_action (store, action, secretary, NULL, error);
}

/* In a small body whoever audits may own the action or have reported it done: then nobody is left to verify it, and it stays done.
 * Takes the action over. */
static TnkAction *
verify (TnkStore *store,
        TnkAction *action,
        const char *auditor,
        const char *note,
        GError **error)
{
  g_autoptr (TnkAction) done = g_object_ref (action);
  g_autoptr (GError) local = NULL;
  TnkAction *verified = move (store, action, TNK_ACTION_STATUS_VERIFIED, auditor, note, &local);

  if (verified != NULL)
    return verified;
  if (g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED))
    return g_steal_pointer (&done);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* What one month brings to one action. Takes the action over. */
static TnkAction *
go_on (TnkStore *store,
       TnkAction *action,
       const Fate *fate,
       guint month,
       const char *secretary,
       const char *auditor,
       GError **error)
{
  gboolean last = way[month] == fate->status;

  if (fate->status == TNK_ACTION_STATUS_WITHDRAWN)
    return month == 0 ? move (store, action, fate->status, secretary, fate->note, error) : action;
  if (way[month] > fate->status)
    return action;
  if (way[month] == TNK_ACTION_STATUS_VERIFIED)
    return verify (store, action, auditor, last ? fate->note : "", error);
  return move (store, action, way[month], secretary, last ? fate->note : "", error);
}

gboolean
demo_plan_play (TnkStore *store,
                const char *campaign_id,
                const char *secretary,
                const char *auditor,
                GError **error)
{
  g_autoptr (GPtrArray) actions = NULL;
  guint n;

  set_clock (store, "2025-12-15T10:00:00+09:00");
  actions = tnk_store_propose_actions (store, campaign_id, NULL, "ja", secretary, NULL, error);
  if (actions == NULL)
    return FALSE;
  n = MIN (actions->len, N_DEALT_WITH);
  for (guint month = 0; month < G_N_ELEMENTS (way); month++) {
    set_clock (store, moments[month]);
    for (guint i = 0; i < n; i++) {
      const Fate *fate = &fates[i % G_N_ELEMENTS (fates)];
      gpointer *action = &g_ptr_array_index (actions, i);

      if (month == 0) {
        g_autoptr (TnkAction) proposal = *action;
        *action = settle (store, proposal, fate, secretary, error);
      }
      if (*action != NULL)
        *action = go_on (store, *action, fate, month, secretary, auditor, error);
      if (*action == NULL) {
        g_ptr_array_steal_index_fast (actions, i);
        return FALSE;
      }
    }
  }
  return TRUE;
}
