/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-station-private.h"

#include "tnk-welcome-private.h"

TnkStation *
tnk_station_new (const char *uri,
                 const char *name)
{
  TnkStation *self = g_new0 (TnkStation, 1);

  self->uri = g_strdup (uri);
  self->name = g_strdup (name);
  return self;
}

void
tnk_station_free (TnkStation *self)
{
  g_clear_pointer (&self->round, tnk_round_unref);
  g_clear_object (&self->store);
  g_free (self->uri);
  g_free (self->name);
  g_free (self);
}

gboolean
tnk_station_open (TnkStation *self,
                  GError **error)
{
  if (self->store == NULL)
    self->store = tnk_store_open (self->uri, self->name, error);
  self->opened = self->opened || self->store != NULL;
  return self->store != NULL;
}

void
tnk_station_forget (TnkStation *self)
{
  g_clear_object (&self->store);
}

TnkStore *
tnk_station_get_store (TnkStation *self,
                       const char *actor,
                       GError **error)
{
  if (!self->opened)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STATE, "the store of this terminal is not open; open it first");
  else if (tnk_station_open (self, error))
    tnk_store_set_actor (self->store, actor != NULL ? actor : self->name);
  return self->store;
}

TnkRound *
tnk_station_get_round (TnkStation *self,
                       GError **error)
{
  g_autoptr (TnkStatement) open = tnk_store_query_open_campaign (self->store, error);
  gboolean row;

  if (open == NULL || !tnk_statement_step (open, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: no campaign is open at the moment",
                 tnk_store_get_name (self->store));
    return NULL;
  }
  if (self->round != NULL && g_str_equal (tnk_campaign_get_id (self->round->campaign), tnk_statement_text (open, 0)))
    return self->round;
  g_clear_pointer (&self->round, tnk_round_unref);
  self->n_questions = 0;
  self->round = tnk_round_load (self->store, tnk_statement_text (open, 0), error);
  return self->round;
}

/* Reads only what stands on the first screen: the catalog would take longer than the window. */
TnkWelcome *
tnk_station_read_welcome (TnkStation *self,
                          GError **error)
{
  g_autoptr (TnkWelcome) welcome = g_object_new (TNK_TYPE_WELCOME, NULL);
  g_autoptr (TnkStatement) open = NULL;
  gboolean row;

  if (!tnk_store_has_kiosk_pin (self->store, &welcome->has_kiosk_pin, error))
    return NULL;
  open = tnk_store_query_open_campaign (self->store, error);
  if (open == NULL || !tnk_statement_step (open, &row, error))
    return NULL;
  welcome->body_name = g_strdup (tnk_store_get_body_name (self->store));
  welcome->today = tnk_store_dup_today (self->store);
  if (!row)
    return g_steal_pointer (&welcome);
  welcome->campaign_id = g_strdup (tnk_statement_text (open, 0));
  welcome->campaign_title = g_strdup (tnk_statement_text (open, 1));
  welcome->closes = g_strdup (tnk_statement_text (open, 2));
  if (self->round != NULL && g_str_equal (tnk_campaign_get_id (self->round->campaign), welcome->campaign_id))
    welcome->n_questions = self->n_questions;
  return g_steal_pointer (&welcome);
}

static guint
count_asked (TnkCampaign *campaign,
             const char *role_id)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  TnkRole *role = tnk_catalog_lookup_role (catalog, role_id);
  guint n = 0;

  for (guint i = 0; role != NULL && i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    n += tnk_duty_get_role (duty) == role && tnk_campaign_asks (campaign, duty);
  }
  return n;
}

/* The role that most people hold stands for the plain member of staff where a catalog calls it something else. */
static gboolean
count_for_most (TnkStation *self,
                GError **error)
{
  g_autoptr (TnkStatement) roles = NULL;
  gboolean row;

  roles = tnk_connection_query (self->store->connection, error,
                                "SELECT r.role FROM person_role r JOIN person p ON p.no = r.person_no "
                                "WHERE p.active = 1 GROUP BY r.role ORDER BY count (*) DESC, r.role",
                                "");
  while (roles != NULL && tnk_statement_step (roles, &row, error)) {
    if (row)
      self->n_questions = count_asked (self->round->campaign, tnk_statement_text (roles, 0));
    if (!row || self->n_questions > 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
tnk_station_count_questions (TnkStation *self,
                             guint *n,
                             GError **error)
{
  if (tnk_station_get_round (self, error) == NULL)
    return FALSE;
  if (self->n_questions == 0)
    self->n_questions = count_asked (self->round->campaign, "staff");
  if (self->n_questions == 0 && !count_for_most (self, error))
    return FALSE;
  *n = self->n_questions;
  return TRUE;
}
