/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-campaign-step.h"

#include <stdlib.h>
#include <string.h>

#include "tnk-store-private.h"

/* One setting that was changed. */
typedef struct
{
  char *name;
  char *old_value;
  char *new_value;
} Change;

struct _TnkCampaignStep
{
  GObject parent_instance;

  TnkCampaignStepKind kind;
  char *at;
  char *actor;
  char *actor_name; /* NULL where the actor is nobody of the roster */
  char *detail; /* JSON, as the log has it */
  char *reason;
  GArray *changes; /* (element-type Change) */
};

G_DEFINE_FINAL_TYPE (TnkCampaignStep, tnk_campaign_step, G_TYPE_OBJECT)

/* By kind. */
static const char *const words[] = {
  "campaign.created",
  "campaign.changed",
  "campaign.opened",
  "campaign.extended",
  "campaign.visibility",
  "campaign.closed",
  "campaign.reopened",
};

static void
change_clear (gpointer data)
{
  Change *self = data;

  g_free (self->name);
  g_free (self->old_value);
  g_free (self->new_value);
}

static void
tnk_campaign_step_finalize (GObject *object)
{
  TnkCampaignStep *self = TNK_CAMPAIGN_STEP (object);

  g_array_unref (self->changes);
  g_free (self->detail);
  g_free (self->reason);
  g_free (self->at);
  g_free (self->actor);
  g_free (self->actor_name);
  G_OBJECT_CLASS (tnk_campaign_step_parent_class)->finalize (object);
}

static void
tnk_campaign_step_class_init (TnkCampaignStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_campaign_step_finalize;
}

static void
tnk_campaign_step_init (TnkCampaignStep *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);
}

/**
 * tnk_campaign_step_get_kind:
 * @self: a step
 *
 * Gets what was done.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkCampaignStepKind
tnk_campaign_step_get_kind (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), TNK_CAMPAIGN_STEP_KIND_CREATED);
  return self->kind;
}

/**
 * tnk_campaign_step_get_at:
 * @self: a step
 *
 * Gets when it was done.
 *
 * Returns: day and time, ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_campaign_step_get_at (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), NULL);
  return self->at;
}

/**
 * tnk_campaign_step_get_actor:
 * @self: a step
 *
 * Gets who did it, as the log has it.
 *
 * Returns: a staff number with the place, `1001@kiosk-2`, or the account on the command line, `tenkenctl:root`
 *
 * Since: 0.1
 */
const char *
tnk_campaign_step_get_actor (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), NULL);
  return self->actor;
}

/**
 * tnk_campaign_step_get_actor_name:
 * @self: a step
 *
 * Gets the name of who did it.
 *
 * Returns: (nullable): the name, or `NULL` if it was nobody of the roster
 *
 * Since: 0.1
 */
const char *
tnk_campaign_step_get_actor_name (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), NULL);
  return self->actor_name;
}

/**
 * tnk_campaign_step_get_reason:
 * @self: a step
 *
 * Gets why it was done.
 *
 * Returns: (nullable): the reason, or `NULL` if the step needs none
 *
 * Since: 0.1
 */
const char *
tnk_campaign_step_get_reason (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), NULL);
  return self->reason;
}

/**
 * tnk_campaign_step_get_count:
 * @self: a step
 * @name: `people` who are asked, `submitted` at closing, `drafts` that were taken in
 *
 * Gets a number that the log keeps with the step.
 *
 * Returns: the number; -1 if the step has none by that name
 *
 * Since: 0.1
 */
int
tnk_campaign_step_get_count (TnkCampaignStep *self,
                             const char *name)
{
  g_autofree char *key = NULL;
  const char *at;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self) && name != NULL, -1);

  key = g_strdup_printf ("\"%s\":", name);
  at = strstr (self->detail, key);
  return at != NULL ? atoi (at + strlen (key)) : -1;
}

/**
 * tnk_campaign_step_get_n_changes:
 * @self: a step
 *
 * Gets how many settings the step changed.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_campaign_step_get_n_changes (TnkCampaignStep *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self), 0);
  return self->changes->len;
}

/**
 * tnk_campaign_step_get_change:
 * @self: a step
 * @change: a place among the changes
 * @old_value: (out) (transfer none): what it was; empty if nothing
 * @new_value: (out) (transfer none): what it is now; empty if nothing
 *
 * Gets what the step did to one setting.
 *
 * Returns: the setting: `title`, `catalog`, `opens`, `closes`, `visibility`, `informed`, `grade-lines`, `attainment`,
 *   `adopted`, `left-out`, `without-departments` or `without-roles`
 *
 * Since: 0.1
 */
const char *
tnk_campaign_step_get_change (TnkCampaignStep *self,
                              guint change,
                              const char **old_value,
                              const char **new_value)
{
  const Change *entry;

  g_return_val_if_fail (TNK_IS_CAMPAIGN_STEP (self) && old_value != NULL && new_value != NULL, NULL);
  g_return_val_if_fail (change < self->changes->len, NULL);

  entry = &g_array_index (self->changes, Change, change);
  *old_value = entry->old_value;
  *new_value = entry->new_value;
  return entry->name;
}

/* --- reading --- */

/* Reads a JSON string and goes on behind it; NULL where there is none. */
static char *
take_string (const char **at)
{
  const char *start = *at;

  if (*start != '"')
    return NULL;
  for ((*at)++; **at != '"' && **at != '\0'; (*at)++)
    if (**at == '\\' && (*at)[1] != '\0')
      (*at)++;
  if (**at == '"')
    (*at)++;
  return tnk_read_json_string (start);
}

static gboolean
take (const char **at,
      char c)
{
  if (**at != c)
    return FALSE;
  (*at)++;
  return TRUE;
}

/* "name":["old","new"] */
static gboolean
take_change (const char **at,
             Change *change)
{
  *change = (Change){0};
  change->name = take_string (at);
  if (!take (at, ':') || !take (at, '['))
    return FALSE;
  change->old_value = take_string (at);
  if (!take (at, ','))
    return FALSE;
  change->new_value = take_string (at);
  return take (at, ']') && change->name != NULL && change->old_value != NULL && change->new_value != NULL;
}

/* The library wrote this, and whether the log is whole is checked elsewhere: what cannot be read is shown as a step
 * without details. */
static void
read_detail (TnkCampaignStep *self,
             const char *text)
{
  static const char *const reason = "\"reason\":", *const changes = "\"changes\":{";
  const char *at = strstr (text, reason);
  Change change;

  self->detail = g_strdup (text);
  if (at != NULL) {
    at += strlen (reason);
    self->reason = take_string (&at);
  }
  at = strstr (text, changes);
  if (at == NULL)
    return;
  at += strlen (changes);
  while (take_change (&at, &change)) {
    g_array_append_val (self->changes, change);
    if (!take (&at, ','))
      return;
  }
  change_clear (&change);
}

static TnkCampaignStep *
read_step (TnkStatement *row)
{
  TnkCampaignStep *self = g_object_new (TNK_TYPE_CAMPAIGN_STEP, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], tnk_statement_text (row, 0)))
      self->kind = i;
  self->at = g_strdup (tnk_statement_text (row, 1));
  self->actor = g_strdup (tnk_statement_text (row, 2));
  self->actor_name = g_strdup (tnk_statement_text (row, 4));
  read_detail (self, tnk_statement_text (row, 3));
  return self;
}

/**
 * tnk_store_list_campaign_steps:
 * @self: an open store
 * @id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads what was done with a campaign, from its making on. Of one that was discarded before by the same id nothing is said.
 *
 * Returns: (transfer full) (element-type TnkCampaignStep): the steps, the first one first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_campaign_steps (TnkStore *self,
                               const char *id,
                               GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  TnkCampaignState state;
  gint64 no;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, NULL);

  if (!tnk_store_find_campaign (self, id, &no, &state, error))
    return NULL;
  statement = tnk_connection_query (
    self->connection, error,
    "SELECT l.kind, l.at, l.actor, l.detail, p.name FROM log l "
    "LEFT JOIN person p ON l.actor = p.id OR substr (l.actor, 1, length (p.id) + 1) = p.id || '@' "
    "WHERE l.subject = $1 AND l.kind IN ('campaign.created', 'campaign.changed', 'campaign.opened', 'campaign.extended', "
    "'campaign.visibility', 'campaign.closed', 'campaign.reopened') AND l.seq > coalesce ((SELECT max (d.seq) FROM log d "
    "WHERE d.kind = 'campaign.discarded' AND d.subject = $1), 0) ORDER BY l.seq",
    "t", id);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&steps);
    g_ptr_array_add (steps, read_step (statement));
  }
  return NULL;
}
