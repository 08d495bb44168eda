/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-turnout-private.h"

typedef struct
{
  TnkTurnoutCounts counts; /* of the department's own people */
  char *closed_at; /* NULL: it is not closed by itself */
  char *closed_by;
} Place;

struct _TnkTurnout
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkBody *body;
  int department;
  Place *places; /* by the index of the department */
  guint n_places;
  gboolean has_people;
  GPtrArray *people; /* (element-type TnkTurnoutPerson) */
  GHashTable *n_items; /* (element-type guint64 guint): of each set of roles */
};

G_DEFINE_FINAL_TYPE (TnkTurnout, tnk_turnout, G_TYPE_OBJECT)

static void
tnk_turnout_finalize (GObject *object)
{
  TnkTurnout *self = TNK_TURNOUT (object);

  for (guint i = 0; i < self->n_places; i++) {
    g_free (self->places[i].closed_at);
    g_free (self->places[i].closed_by);
  }
  g_free (self->places);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->n_items, g_hash_table_unref);
  g_clear_object (&self->campaign);
  g_clear_object (&self->body);
  G_OBJECT_CLASS (tnk_turnout_parent_class)->finalize (object);
}

static void
tnk_turnout_class_init (TnkTurnoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_turnout_finalize;
}

static void
tnk_turnout_init (TnkTurnout *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->n_items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/* --- making one --- */

TnkTurnout *
tnk_turnout_new (TnkCampaign *campaign,
                 TnkBody *body,
                 int department,
                 gboolean has_people)
{
  TnkTurnout *self = g_object_new (TNK_TYPE_TURNOUT, NULL);

  self->campaign = g_object_ref (campaign);
  self->body = g_object_ref (body);
  self->department = department;
  self->has_people = has_people;
  self->n_places = tnk_body_get_n_departments (body);
  self->places = g_new0 (Place, self->n_places);
  return self;
}

TnkTurnoutState
tnk_turnout_judge (TnkQuestionnaireState state,
                   gboolean begun)
{
  switch (state) {
  case TNK_QUESTIONNAIRE_STATE_SUBMITTED:
    return TNK_TURNOUT_STATE_SUBMITTED;
  case TNK_QUESTIONNAIRE_STATE_RETURNED:
    return TNK_TURNOUT_STATE_RETURNED;
  case TNK_QUESTIONNAIRE_STATE_ACCEPTED:
    return TNK_TURNOUT_STATE_ACCEPTED;
  case TNK_QUESTIONNAIRE_STATE_DRAFT:
  default:
    return begun ? TNK_TURNOUT_STATE_DRAFT : TNK_TURNOUT_STATE_NOT_BEGUN;
  }
}

static guint *
counter_of (TnkTurnoutCounts *counts,
            TnkTurnoutState state)
{
  guint *const counters[TNK_N_TURNOUT_STATES] = {
    [TNK_TURNOUT_STATE_NOT_BEGUN] = &counts->not_begun,
    [TNK_TURNOUT_STATE_DRAFT] = &counts->draft,
    [TNK_TURNOUT_STATE_RETURNED] = &counts->returned,
    [TNK_TURNOUT_STATE_SUBMITTED] = &counts->submitted,
    [TNK_TURNOUT_STATE_ACCEPTED] = &counts->accepted,
  };

  return counters[state];
}

void
tnk_turnout_add (TnkTurnout *self,
                 guint department,
                 TnkTurnoutState state,
                 guint n)
{
  TnkTurnoutCounts *counts = &self->places[department].counts;

  counts->asked += n;
  *counter_of (counts, state) += n;
}

/* The duties of all the roles, each of which is asked once. */
static guint
count_items (TnkTurnout *self,
             guint64 role_bits)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);
  gpointer known;
  guint n = 0;

  if (g_hash_table_lookup_extended (self->n_items, &role_bits, NULL, &known))
    return GPOINTER_TO_UINT (known);
  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    n += ((role_bits >> tnk_role_get_index (tnk_duty_get_role (duty))) & 1) && tnk_campaign_asks (self->campaign, duty);
  }
  g_hash_table_insert (self->n_items, g_memdup2 (&role_bits, sizeof role_bits), GUINT_TO_POINTER (n));
  return n;
}

void
tnk_turnout_add_person (TnkTurnout *self,
                        const TnkTurnoutRow *row)
{
  TnkTurnoutPerson *person = g_object_new (TNK_TYPE_TURNOUT_PERSON, NULL);

  person->body = g_object_ref (self->body);
  person->department = tnk_body_get_department (self->body, row->department);
  person->id = g_strdup (row->id);
  person->name = g_strdup (row->name);
  person->handed_in_at = g_strdup (row->handed_in_at);
  person->reference = g_strdup (row->reference);
  person->remark = row->state == TNK_TURNOUT_STATE_RETURNED ? g_strdup (row->remark) : NULL;
  person->state = row->state;
  person->n_items = count_items (self, row->role_bits);
  person->n_answered = row->n_answered;
  g_ptr_array_add (self->people, person);
  tnk_turnout_add (self, row->department, row->state, 1);
}

void
tnk_turnout_take_back (TnkTurnout *self,
                       const char *person_id)
{
  for (guint i = 0; i < self->people->len; i++) {
    TnkTurnoutPerson *person = self->people->pdata[i];

    if (person->n_answered > 0 && g_str_equal (person->id, person_id)) {
      person->n_answered--;
      return;
    }
  }
}

void
tnk_turnout_set_closed (TnkTurnout *self,
                        guint department,
                        const char *at,
                        const char *by)
{
  self->places[department].closed_at = g_strdup (at);
  self->places[department].closed_by = g_strdup (by);
}

/* --- what it is about --- */

/**
 * tnk_turnout_get_campaign:
 * @self: who has handed in
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_turnout_get_campaign (TnkTurnout *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self), NULL);
  return self->campaign;
}

/**
 * tnk_turnout_get_body:
 * @self: who has handed in
 *
 * Gets the departments of the campaign.
 *
 * Returns: (transfer none): the body, without its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_turnout_get_body (TnkTurnout *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self), NULL);
  return self->body;
}

/**
 * tnk_turnout_get_department:
 * @self: who has handed in
 *
 * Gets the department that it is about, with all below it.
 *
 * Returns: the index of the department; -1 for the whole body
 *
 * Since: 0.1
 */
int
tnk_turnout_get_department (TnkTurnout *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self), -1);
  return self->department;
}

/* --- counts --- */

static void
add_up (TnkTurnoutCounts *sum,
        const TnkTurnoutCounts *more)
{
  sum->asked += more->asked;
  sum->not_begun += more->not_begun;
  sum->draft += more->draft;
  sum->returned += more->returned;
  sum->submitted += more->submitted;
  sum->accepted += more->accepted;
}

/**
 * tnk_turnout_count:
 * @self: who has handed in
 * @department: the index of a department, which stands for its subtree; -1 for all that it is about
 * @counts: (out caller-allocates): where the counts go
 *
 * Counts the people of a department and of all below it.
 *
 * Since: 0.1
 */
void
tnk_turnout_count (TnkTurnout *self,
                   int department,
                   TnkTurnoutCounts *counts)
{
  guint first = MAX (department, 0), end;

  g_return_if_fail (TNK_IS_TURNOUT (self) && department < (int) self->n_places && counts != NULL);

  end = department < 0 ? self->n_places : tnk_body_get_subtree_end (self->body, department);
  *counts = (TnkTurnoutCounts){0};
  for (guint i = first; i < end; i++)
    add_up (counts, &self->places[i].counts);
}

/**
 * tnk_turnout_count_own:
 * @self: who has handed in
 * @department: the index of a department
 * @counts: (out caller-allocates): where the counts go
 *
 * Counts the people of a department alone, without those of the departments below it.
 *
 * Since: 0.1
 */
void
tnk_turnout_count_own (TnkTurnout *self,
                       guint department,
                       TnkTurnoutCounts *counts)
{
  g_return_if_fail (TNK_IS_TURNOUT (self) && department < self->n_places && counts != NULL);
  *counts = self->places[department].counts;
}

/* --- closed departments --- */

/**
 * tnk_turnout_find_closed:
 * @self: who has handed in
 * @department: the index of a department
 *
 * Finds what closes a department: the department itself, or the nearest one above it that is closed with all below.
 *
 * Returns: (transfer none) (nullable): the department that was closed; `NULL` if people can hand in
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_turnout_find_closed (TnkTurnout *self,
                         guint department)
{
  TnkDepartment *at;

  g_return_val_if_fail (TNK_IS_TURNOUT (self) && department < self->n_places, NULL);

  at = tnk_body_get_department (self->body, department);
  while (at != NULL && self->places[tnk_department_get_index (at)].closed_at == NULL)
    at = tnk_department_get_parent (at);
  return at;
}

/**
 * tnk_turnout_is_closed:
 * @self: who has handed in
 * @department: the index of a department
 *
 * Tells whether a department is closed, by itself or with one above it: nobody there hands in any more.
 *
 * Returns: `TRUE` if it is closed
 *
 * Since: 0.1
 */
gboolean
tnk_turnout_is_closed (TnkTurnout *self,
                       guint department)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self) && department < self->n_places, FALSE);
  return tnk_turnout_find_closed (self, department) != NULL;
}

/**
 * tnk_turnout_get_closed_at:
 * @self: who has handed in
 * @department: the index of a department
 *
 * Gets when the department was closed by itself.
 *
 * Returns: (nullable): the moment, ISO 8601; `NULL` if it was not
 *
 * Since: 0.1
 */
const char *
tnk_turnout_get_closed_at (TnkTurnout *self,
                           guint department)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self) && department < self->n_places, NULL);
  return self->places[department].closed_at;
}

/**
 * tnk_turnout_get_closed_by:
 * @self: who has handed in
 * @department: the index of a department
 *
 * Gets who closed the department by itself.
 *
 * Returns: (nullable): the staff number, or whoever else worked in the store; `NULL` if it was not closed
 *
 * Since: 0.1
 */
const char *
tnk_turnout_get_closed_by (TnkTurnout *self,
                           guint department)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self) && department < self->n_places, NULL);
  return self->places[department].closed_by;
}

/* --- people --- */

/**
 * tnk_turnout_has_people:
 * @self: who has handed in
 *
 * Tells whether the people are in it one by one. They are not where counts were enough, or names may not be shown.
 *
 * Returns: `TRUE` if they are
 *
 * Since: 0.1
 */
gboolean
tnk_turnout_has_people (TnkTurnout *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self), FALSE);
  return self->has_people;
}

/**
 * tnk_turnout_get_n_people:
 * @self: who has handed in
 *
 * Gets how many people are in it one by one.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_get_n_people (TnkTurnout *self)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self), 0);
  return self->people->len;
}

/**
 * tnk_turnout_get_person:
 * @self: who has handed in
 * @index: which one, from 0: by department in the order of the tree, then by staff number
 *
 * Gets somebody who is asked.
 *
 * Returns: (transfer none): the person
 *
 * Since: 0.1
 */
TnkTurnoutPerson *
tnk_turnout_get_person (TnkTurnout *self,
                        guint index)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self) && index < self->people->len, NULL);
  return g_ptr_array_index (self->people, index);
}

/**
 * tnk_turnout_lookup_person:
 * @self: who has handed in
 * @person_id: a staff number
 *
 * Finds somebody who is asked.
 *
 * Returns: (transfer none) (nullable): the person, or `NULL` if nobody in it has the number
 *
 * Since: 0.1
 */
TnkTurnoutPerson *
tnk_turnout_lookup_person (TnkTurnout *self,
                           const char *person_id)
{
  g_return_val_if_fail (TNK_IS_TURNOUT (self) && person_id != NULL, NULL);

  for (guint i = 0; i < self->people->len; i++) {
    TnkTurnoutPerson *person = g_ptr_array_index (self->people, i);
    if (g_str_equal (person->id, person_id))
      return person;
  }
  return NULL;
}

static gboolean
is_below (TnkTurnout *self,
          TnkTurnoutPerson *person,
          int department)
{
  return department < 0 || tnk_department_is_within (person->department, tnk_body_get_department (self->body, department));
}

/**
 * tnk_turnout_list_people:
 * @self: who has handed in
 * @department: the index of a department, which stands for its subtree; -1 for all that it is about
 * @states: the states that are wanted, a bit `1 << state` each; %TNK_TURNOUT_ANY_STATE for all
 *
 * Lists the people who are so far.
 *
 * Returns: (transfer container) (element-type TnkTurnoutPerson): the people, in their order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_turnout_list_people (TnkTurnout *self,
                         int department,
                         guint states)
{
  GPtrArray *list;

  g_return_val_if_fail (TNK_IS_TURNOUT (self) && department < (int) self->n_places, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->people->len; i++) {
    TnkTurnoutPerson *person = g_ptr_array_index (self->people, i);
    if (((states >> person->state) & 1) && is_below (self, person, department))
      g_ptr_array_add (list, g_object_ref (person));
  }
  return list;
}

/**
 * tnk_turnout_list_missing:
 * @self: who has handed in
 * @department: the index of a department, which stands for its subtree; -1 for all that it is about
 *
 * Lists the people who have still to hand in, or to hand in again.
 *
 * Returns: (transfer container) (element-type TnkTurnoutPerson): the people, in their order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_turnout_list_missing (TnkTurnout *self,
                          int department)
{
  return tnk_turnout_list_people (self, department, TNK_TURNOUT_MISSING_STATES);
}
