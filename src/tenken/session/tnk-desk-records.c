/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-records.h"

#include "tnk-deputy.h"
#include "tnk-desk-private.h"
#include "tnk-form-library.h"
#include "tnk-record-view-private.h"
#include "tnk-store-record.h"

/* Records within the rights of a person. Who may write and who may take which step is for the form to say, and the store checks
 * it under its lock; what is checked here is who may see. */

#define SEES_ALL (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)

typedef struct
{
  TnkHeldActor held;
  TnkRights rights;
  char *today;
} Eyes;

static void
eyes_clear (Eyes *self)
{
  tnk_held_actor_clear (&self->held);
  g_clear_pointer (&self->today, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Eyes, eyes_clear)

static gboolean
enter (TnkDesk *self,
       Eyes *eyes,
       GError **error)
{
  if (!tnk_desk_enter_own (self, &eyes->rights, error))
    return FALSE;
  eyes->today = tnk_store_dup_today (self->store);
  return tnk_held_actor_read (&eyes->held, self->store, self->person_id, error);
}

static gboolean
may_take_a_step (const Eyes *eyes,
                 TnkRecord *record)
{
  g_autoptr (GPtrArray) steps = tnk_record_list_steps (record, &eyes->held.actor, eyes->today);

  return steps->len > 0;
}

/* What was never handed in is nobody’s business but the writer’s. Who holds no right is not let in by being named alone. */
static gboolean
may_see (const Eyes *eyes,
         TnkRecord *record)
{
  if (tnk_record_is_own (record, &eyes->held.actor, eyes->today))
    return TRUE;
  if (tnk_record_get_n_entries (record) == 0 || eyes->rights == TNK_RIGHTS_OWN)
    return FALSE;
  return (eyes->rights & SEES_ALL) != 0 || tnk_record_names (record, eyes->held.id) ||
         g_strv_contains ((const char *const *) eyes->held.departments, tnk_record_get_department_id (record));
}

/* The same refusal for a record that is not there as for one that is somebody else's. */
static TnkRecord *
find_record (TnkDesk *self,
             const Eyes *eyes,
             const char *record_id,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (TnkRecord) record = tnk_store_load_record (self->store, record_id, &local);

  if (record != NULL && may_see (eyes, record))
    return g_steal_pointer (&record);
  if (local != NULL && !g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
                 "record “%s”: this is for who takes part in it, whoever answers for the department, the secretariat, the committee and the "
                 "auditors",
                 record_id);
  return NULL;
}

/**
 * tnk_desk_list_forms:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Lists the forms of which the person may begin a record. A file that cannot be read is left out; “tenkenctl form validate”
 * says what is wrong with it.
 *
 * Returns: (transfer full) (element-type TnkForm): the forms
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_forms (TnkDesk *self,
                     GError **error)
{
  g_autoptr (TnkFormLibrary) library = NULL;
  g_auto (Eyes) eyes = {0};
  GPtrArray *forms;

  g_return_val_if_fail (TNK_IS_DESK (self), NULL);

  if (!enter (self, &eyes, error))
    return NULL;
  library = tnk_form_library_new ();
  forms = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tnk_form_library_get_n_entries (library); i++) {
    g_autoptr (TnkForm) form = tnk_form_library_load (library, i, NULL);

    if (form != NULL && tnk_record_may_start (form, &eyes.held.actor, NULL))
      g_ptr_array_add (forms, g_steal_pointer (&form));
  }
  return forms;
}

/**
 * tnk_desk_start_record:
 * @self: a desk
 * @form_id: the id of a form
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the form is not for the person, `NOT_FOUND` or
 *   `STORE`
 *
 * Begins a record.
 *
 * Returns: (transfer full): the record, a draft
 *
 * Since: 0.1
 */
TnkRecordView *
tnk_desk_start_record (TnkDesk *self,
                       const char *form_id,
                       GError **error)
{
  g_autoptr (TnkFormLibrary) library = NULL;
  g_autoptr (TnkForm) form = NULL;
  g_autoptr (TnkRecord) record = NULL;
  g_auto (Eyes) eyes = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && form_id != NULL, NULL);

  if (!enter (self, &eyes, error))
    return NULL;
  library = tnk_form_library_new ();
  form = tnk_form_library_find (library, form_id, NULL, error);
  record = form != NULL ? tnk_store_start_record (self->store, form, self->person_id, error) : NULL;
  return record != NULL ? tnk_record_view_new (record, &eyes.held.actor, eyes.today) : NULL;
}

/**
 * tnk_desk_load_record:
 * @self: a desk
 * @record_id: the id of a record
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if it is not for the person, or `STORE`
 *
 * Reads a record: for who began it, took a step in it, is named in it or may take a step now, whoever answers for the department,
 * the secretariat, the committee and the auditors. A draft that was never handed in is for who began it alone. Who holds no right
 * reads a record that he or she began, or of which a step was or is to be taken by him or her.
 *
 * Returns: (transfer full): the record
 *
 * Since: 0.1
 */
TnkRecordView *
tnk_desk_load_record (TnkDesk *self,
                      const char *record_id,
                      GError **error)
{
  g_autoptr (TnkRecord) record = NULL;
  g_auto (Eyes) eyes = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && record_id != NULL, NULL);

  if (!enter (self, &eyes, error))
    return NULL;
  record = find_record (self, &eyes, record_id, error);
  return record != NULL ? tnk_record_view_new (record, &eyes.held.actor, eyes.today) : NULL;
}

/**
 * tnk_desk_fill_record:
 * @self: a desk
 * @record: a copy of a record, changed since it was read
 * @newer: (out) (optional) (nullable) (transfer full): the record as it is in the store, if somebody else was faster
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, otherwise as of [method@Store.save_record]
 *
 * Stores what the person wrote into his or her draft.
 *
 * Returns: (transfer full): the record as it is stored
 *
 * Since: 0.1
 */
TnkRecordView *
tnk_desk_fill_record (TnkDesk *self,
                      TnkRecord *record,
                      TnkRecord **newer,
                      GError **error)
{
  g_autoptr (TnkRecord) there = NULL, stored = NULL;
  g_auto (Eyes) eyes = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_RECORD (record) && tnk_record_get_id (record) != NULL, NULL);

  if (newer != NULL)
    *newer = NULL;
  if (!enter (self, &eyes, error))
    return NULL;
  there = find_record (self, &eyes, tnk_record_get_id (record), error);
  stored = there != NULL ? tnk_store_save_record (self->store, record, self->person_id, newer, error) : NULL;
  return stored != NULL ? tnk_record_view_new (stored, &eyes.held.actor, eyes.today) : NULL;
}

/**
 * tnk_desk_take_record_step:
 * @self: a desk
 * @record_id: the id of a record
 * @revision: the revision that the person saw; 0 for whatever is there
 * @step_id: the id of a step of its form
 * @values: (nullable) (element-type utf8 utf8): what is filled at the step, by the ids of the fields
 * @note: (nullable): a note
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, otherwise as of [method@Store.take_record_step]
 *
 * Takes a step with a record, signed with the person’s own number.
 *
 * Returns: (transfer full): the record as it is stored
 *
 * Since: 0.1
 */
TnkRecordView *
tnk_desk_take_record_step (TnkDesk *self,
                           const char *record_id,
                           guint revision,
                           const char *step_id,
                           GHashTable *values,
                           const char *note,
                           GError **error)
{
  g_autoptr (TnkRecord) there = NULL, stored = NULL;
  g_auto (Eyes) eyes = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && record_id != NULL && step_id != NULL, NULL);

  if (!enter (self, &eyes, error))
    return NULL;
  there = find_record (self, &eyes, record_id, error);
  stored = there != NULL ? tnk_store_take_record_step (self->store, record_id, revision, step_id, self->person_id, values, note, error) : NULL;
  return stored != NULL ? tnk_record_view_new (stored, &eyes.held.actor, eyes.today) : NULL;
}

static gboolean
is_meant (const Eyes *eyes,
          TnkRecord *record,
          TnkDeskRecords which)
{
  gboolean mine = g_str_equal (tnk_record_get_applicant (record), eyes->held.id);

  switch (which) {
  case TNK_DESK_RECORDS_MINE:
    return mine;
  case TNK_DESK_RECORDS_WAITING:
    if (tnk_form_state_get_kind (tnk_record_get_state (record)) == TNK_FORM_STATE_KIND_DRAFT)
      return mine && tnk_record_get_n_entries (record) > 0;
    return may_take_a_step (eyes, record);
  default:
    return TRUE;
  }
}

/**
 * tnk_desk_list_records:
 * @self: a desk
 * @which: which of them
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Lists the records that the person may see.
 *
 * Returns: (transfer full) (element-type TnkRecordView): the records, the last that was begun first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_records (TnkDesk *self,
                       TnkDeskRecords which,
                       GError **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_auto (Eyes) eyes = {0};
  GPtrArray *views;

  g_return_val_if_fail (TNK_IS_DESK (self), NULL);

  if (!enter (self, &eyes, error))
    return NULL;
  records = tnk_store_list_records (self->store, error);
  if (records == NULL)
    return NULL;
  views = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = records->len; i > 0; i--) {
    TnkRecord *record = records->pdata[i - 1];

    if (may_see (&eyes, record) && is_meant (&eyes, record, which))
      g_ptr_array_add (views, tnk_record_view_new (record, &eyes.held.actor, eyes.today));
  }
  return views;
}

/* --- besides --- */

/* Staff are asked about the open one, of several the newest. */
static TnkCampaign *
find_campaign (GPtrArray *campaigns)
{
  TnkCampaign *found = NULL;
  gboolean open = FALSE;

  for (guint i = 0; i < campaigns->len; i++) {
    TnkCampaignState state = tnk_campaign_get_state (campaigns->pdata[i]);

    if (state == TNK_CAMPAIGN_STATE_OPEN || (state == TNK_CAMPAIGN_STATE_CLOSED && !open))
      found = campaigns->pdata[i];
    open = open || state == TNK_CAMPAIGN_STATE_OPEN;
  }
  return found;
}

/**
 * tnk_desk_read_record_choices:
 * @self: a desk
 * @departments: (out) (transfer full): the departments of today, without people
 * @catalog: (out) (transfer full) (nullable): the controls: those of the campaign that is open, else of the last one; `NULL` before
 *   there is any
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads what can be named in a record: the departments of the body and the controls, which are no secret to anybody who has a
 * form to fill in.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_read_record_choices (TnkDesk *self,
                              TnkBody **departments,
                              TnkCatalog **catalog,
                              GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (TnkBody) tree = NULL;
  TnkCampaign *campaign;
  TnkRights rights;

  g_return_val_if_fail (TNK_IS_DESK (self) && departments != NULL && catalog != NULL, FALSE);

  *departments = NULL;
  *catalog = NULL;
  if (!tnk_desk_enter_own (self, &rights, error))
    return FALSE;
  tree = tnk_store_load_tree (self->store, NULL, error);
  campaigns = tree != NULL ? tnk_store_list_campaigns (self->store, error) : NULL;
  if (campaigns == NULL)
    return FALSE;
  campaign = find_campaign (campaigns);
  *catalog = campaign != NULL ? g_object_ref (tnk_campaign_get_catalog (campaign)) : NULL;
  *departments = g_steal_pointer (&tree);
  return TRUE;
}

/**
 * tnk_desk_read_record_mark:
 * @self: a desk
 * @mark: (out): a number
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Does what [method@Store.read_record_mark] does: as long as the number stays the same, the records that were read before are
 * as they were.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_read_record_mark (TnkDesk *self,
                           gint64 *mark,
                           GError **error)
{
  TnkRights rights;

  g_return_val_if_fail (TNK_IS_DESK (self) && mark != NULL, FALSE);
  return tnk_desk_enter_own (self, &rights, error) && tnk_store_read_record_mark (self->store, mark, error);
}
