/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk.h"

struct _TenkenDesk
{
  GObject parent_instance;

  TnkSession *session; /* NULL once closed */
  GCancellable *reading; /* NULL while nothing is read */
  TnkRights office;
  char *campaign_id;
  char *department_id;
  GPtrArray *campaigns; /* (element-type TnkCampaign) */
  TnkBody *tree;
  TnkCatalog *catalog; /* at the desk of the own records, which looks at no campaign; else NULL */
  GError *trouble;
  gboolean other; /* another campaign is chosen, and nobody was told yet */
};

enum {
  SIGNAL_CHANGED,
  SIGNAL_LISTED,
  SIGNAL_GO,
  SIGNAL_SAY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenDesk, tenken_desk, G_TYPE_OBJECT)

/* Who holds several offices begins with the one that has most to do. */
static const TnkRights offices[] = {TNK_RIGHTS_SECRETARIAT, TNK_RIGHTS_DEPARTMENT, TNK_RIGHTS_COMMITTEE, TNK_RIGHTS_AUDIT, TNK_RIGHTS_AUDITOR, TNK_RIGHTS_OWN};

/* --- the lists --- */

/* What is read at the store: the campaigns, the one that is looked at, and its departments. */
typedef struct
{
  GPtrArray *campaigns;
  char *campaign_id;
  TnkBody *tree;
  TnkCatalog *catalog;
} Lists;

static void
lists_free (gpointer data)
{
  Lists *self = data;

  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_clear_object (&self->tree);
  g_clear_object (&self->catalog);
  g_free (self->campaign_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Lists, lists_free)

/* The one that is asked for; else the open one, of several the newest; else the newest. */
static TnkCampaign *
choose (GPtrArray *campaigns,
        const char *wanted)
{
  TnkCampaign *chosen = NULL;
  gboolean open = FALSE;

  for (guint i = 0; i < campaigns->len; i++) {
    TnkCampaign *campaign = g_ptr_array_index (campaigns, i);
    gboolean is_open = tnk_campaign_get_state (campaign) == TNK_CAMPAIGN_STATE_OPEN;

    if (wanted != NULL && g_str_equal (tnk_campaign_get_id (campaign), wanted))
      return campaign;
    if (is_open || !open)
      chosen = campaign;
    open = open || is_open;
  }
  return chosen;
}

static gpointer
read_lists (TnkDesk *desk,
            gpointer wanted,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (Lists) lists = g_new0 (Lists, 1);
  TnkCampaign *chosen;

  lists->campaigns = tnk_desk_list_campaigns (desk, error);
  if (lists->campaigns == NULL)
    return NULL;
  chosen = choose (lists->campaigns, wanted);
  lists->campaign_id = chosen != NULL ? g_strdup (tnk_campaign_get_id (chosen)) : NULL;
  lists->tree = tnk_desk_load_tree (desk, lists->campaign_id, error);
  return lists->tree != NULL ? g_steal_pointer (&lists) : NULL;
}

/* Who holds no right looks at no campaign, and needs only what a form names. */
static gpointer
read_choices (TnkDesk *desk,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (Lists) lists = g_new0 (Lists, 1);

  lists->campaigns = g_ptr_array_new_with_free_func (g_object_unref);
  return tnk_desk_read_record_choices (desk, &lists->tree, &lists->catalog, error) ? g_steal_pointer (&lists) : NULL;
}

/* The first of the person's own departments that the campaign has. */
static const char *
find_own_department (TenkenDesk *self)
{
  const char *const *own = tnk_session_get_departments (self->session);

  for (guint i = 0; own != NULL && own[i] != NULL; i++)
    if (self->tree == NULL || tnk_body_lookup_department (self->tree, own[i]) != NULL)
      return own[i];
  return own != NULL ? own[0] : NULL;
}

/* A department that the campaign does not have, or the office does not open, is left. */
static void
mend_department (TenkenDesk *self)
{
  TnkDepartment *department =
    self->tree != NULL && self->department_id != NULL ? tnk_body_lookup_department (self->tree, self->department_id) : NULL;
  const char *instead = self->office == TNK_RIGHTS_DEPARTMENT ? find_own_department (self) : NULL;

  if (department != NULL ? tenken_desk_offers_department (self, department) : g_strcmp0 (self->department_id, instead) == 0)
    return;
  g_free (self->department_id);
  self->department_id = g_strdup (instead);
  self->other = TRUE;
}

static void
take_lists (TenkenDesk *self,
            Lists *lists)
{
  self->other = self->other || self->campaigns == NULL || g_strcmp0 (self->campaign_id, lists->campaign_id) != 0;
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  self->campaigns = g_steal_pointer (&lists->campaigns);
  g_free (self->campaign_id);
  self->campaign_id = g_steal_pointer (&lists->campaign_id);
  g_set_object (&self->tree, lists->tree);
  g_set_object (&self->catalog, lists->catalog);
  mend_department (self);
}

static void
tell_changed (TenkenDesk *self)
{
  self->other = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
listed (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (TenkenDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Lists) lists = tnk_session_call_finish (TNK_SESSION (source), result, &error);

  if (self->reading == NULL || self->reading != g_task_get_cancellable (G_TASK (result)))
    return; /* closed, or asked again */
  g_clear_object (&self->reading);
  g_clear_error (&self->trouble);
  if (lists != NULL)
    take_lists (self, lists);
  else {
    self->trouble = g_steal_pointer (&error);
    self->other = TRUE;
  }
  g_signal_emit (self, signals[SIGNAL_LISTED], 0);
  if (self->other && self->session != NULL)
    tell_changed (self);
}

static void
stop_reading (TenkenDesk *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

void
tenken_desk_refresh (TenkenDesk *self)
{
  g_return_if_fail (TENKEN_IS_DESK (self));

  if (self->session == NULL)
    return;
  stop_reading (self);
  self->reading = g_cancellable_new ();
  tnk_session_call_async (self->session, self->office == TNK_RIGHTS_OWN ? read_choices : read_lists, g_strdup (self->campaign_id), g_free, lists_free, self->reading, listed,
                          g_object_ref (self));
}

/* --- the class --- */

static void
tenken_desk_dispose (GObject *object)
{
  tenken_desk_close (TENKEN_DESK (object));
  G_OBJECT_CLASS (tenken_desk_parent_class)->dispose (object);
}

static void
tenken_desk_class_init (TenkenDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_desk_dispose;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TENKEN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LISTED] =
    g_signal_new ("listed", TENKEN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_GO] =
    g_signal_new ("go", TENKEN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SAY] =
    g_signal_new ("say", TENKEN_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tenken_desk_init (TenkenDesk *self)
{
}

TenkenDesk *
tenken_desk_new (TnkSession *session)
{
  TenkenDesk *self;

  g_return_val_if_fail (TNK_IS_SESSION (session), NULL);

  self = g_object_new (TENKEN_TYPE_DESK, NULL);
  self->session = g_object_ref (session);
  self->office = tenken_desk_choose_office (tnk_session_get_rights (session));
  mend_department (self);
  return self;
}

void
tenken_desk_close (TenkenDesk *self)
{
  g_return_if_fail (TENKEN_IS_DESK (self));

  stop_reading (self);
  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_clear_object (&self->tree);
  g_clear_object (&self->catalog);
  g_clear_error (&self->trouble);
  g_clear_pointer (&self->campaign_id, g_free);
  g_clear_pointer (&self->department_id, g_free);
  g_clear_object (&self->session);
}

/* --- what is looked at --- */

TnkSession *
tenken_desk_get_session (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->session;
}

gboolean
tenken_desk_is_ready (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), FALSE);
  return self->campaigns != NULL && self->trouble == NULL;
}

const GError *
tenken_desk_get_trouble (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->trouble;
}

GPtrArray *
tenken_desk_get_campaigns (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->campaigns;
}

TnkBody *
tenken_desk_get_tree (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->tree;
}

TnkRights
tenken_desk_choose_office (TnkRights rights)
{
  for (guint i = 0; i < G_N_ELEMENTS (offices); i++)
    if (rights & offices[i])
      return offices[i];
  return TNK_RIGHTS_NONE;
}

TnkRights
tenken_desk_get_office (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), TNK_RIGHTS_NONE);
  return self->office;
}

void
tenken_desk_set_office (TenkenDesk *self,
                        TnkRights office)
{
  g_return_if_fail (TENKEN_IS_DESK (self));

  if (self->session == NULL || office == self->office)
    return;
  g_return_if_fail ((tnk_session_get_rights (self->session) & office) == office && office != TNK_RIGHTS_NONE);
  self->office = office;
  /* Another office looks at the body from another place. */
  g_clear_pointer (&self->department_id, g_free);
  mend_department (self);
  tell_changed (self);
}

const char *
tenken_desk_get_campaign_id (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->campaign_id;
}

void
tenken_desk_set_campaign_id (TenkenDesk *self,
                             const char *campaign_id)
{
  g_return_if_fail (TENKEN_IS_DESK (self));

  if (self->session == NULL || g_strcmp0 (campaign_id, self->campaign_id) == 0)
    return;
  g_free (self->campaign_id);
  self->campaign_id = g_strdup (campaign_id);
  self->other = TRUE;
  tenken_desk_refresh (self);
}

TnkCampaign *
tenken_desk_get_campaign (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);

  for (guint i = 0; self->campaigns != NULL && i < self->campaigns->len; i++) {
    TnkCampaign *campaign = g_ptr_array_index (self->campaigns, i);

    if (g_strcmp0 (tnk_campaign_get_id (campaign), self->campaign_id) == 0)
      return campaign;
  }
  return NULL;
}

TnkCatalog *
tenken_desk_get_catalog (TenkenDesk *self)
{
  TnkCampaign *campaign;

  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);

  campaign = tenken_desk_get_campaign (self);
  return campaign != NULL ? tnk_campaign_get_catalog (campaign) : self->catalog;
}

const char *
tenken_desk_get_department_id (TenkenDesk *self)
{
  g_return_val_if_fail (TENKEN_IS_DESK (self), NULL);
  return self->department_id;
}

void
tenken_desk_set_department_id (TenkenDesk *self,
                               const char *department_id)
{
  g_autofree char *before = NULL;

  g_return_if_fail (TENKEN_IS_DESK (self));

  if (self->session == NULL)
    return;
  before = g_steal_pointer (&self->department_id);
  self->department_id = g_strdup (department_id);
  mend_department (self);
  if (g_strcmp0 (before, self->department_id) != 0)
    tell_changed (self);
}

gboolean
tenken_desk_offers_department (TenkenDesk *self,
                               TnkDepartment *department)
{
  const char *const *own;

  g_return_val_if_fail (TENKEN_IS_DESK (self), FALSE);

  if (self->office != TNK_RIGHTS_DEPARTMENT)
    return TRUE;
  own = self->session != NULL ? tnk_session_get_departments (self->session) : NULL;
  for (TnkDepartment *above = department; above != NULL; above = tnk_department_get_parent (above))
    if (own != NULL && g_strv_contains (own, tnk_department_get_id (above)))
      return TRUE;
  return FALSE;
}

/* --- what pages say --- */

void
tenken_desk_changed (TenkenDesk *self)
{
  g_return_if_fail (TENKEN_IS_DESK (self));

  if (self->session == NULL)
    return;
  tenken_desk_refresh (self);
  tell_changed (self);
}

void
tenken_desk_go (TenkenDesk *self,
                const char *place)
{
  g_return_if_fail (TENKEN_IS_DESK (self) && place != NULL);
  g_signal_emit (self, signals[SIGNAL_GO], 0, place);
}

void
tenken_desk_say (TenkenDesk *self,
                 const char *text)
{
  g_return_if_fail (TENKEN_IS_DESK (self) && text != NULL);
  g_signal_emit (self, signals[SIGNAL_SAY], 0, text);
}
