/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-independence.h"

#include "tnk-conflict-private.h"
#include "tnk-error.h"
#include "tnk-plan-private.h"

struct _TnkIndependence
{
  GObject parent_instance;

  TnkBody *tree;
  TnkBody *roster;
  GHashTable *holders; /* role id -> set of the ids of departments where somebody holds it, or below which */
  GHashTable *seats; /* set of role id and department id in which somebody holds it directly */
  GHashTable *members; /* person id -> (element-type utf8): departments in which the person was asked */
  GHashTable *answerers; /* person id -> (element-type utf8): departments for which the person answers */
};

G_DEFINE_FINAL_TYPE (TnkIndependence, tnk_independence, G_TYPE_OBJECT)

static void
tnk_independence_finalize (GObject *object)
{
  TnkIndependence *self = TNK_INDEPENDENCE (object);

  g_clear_object (&self->tree);
  g_clear_object (&self->roster);
  g_hash_table_unref (self->holders);
  g_hash_table_unref (self->seats);
  g_hash_table_unref (self->members);
  g_hash_table_unref (self->answerers);
  G_OBJECT_CLASS (tnk_independence_parent_class)->finalize (object);
}

static void
tnk_independence_class_init (TnkIndependenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_independence_finalize;
}

static void
tnk_independence_init (TnkIndependence *self)
{
  self->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->answerers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
seat_key (const char *role_id,
          const char *department_id)
{
  return g_strjoin ("\n", role_id, department_id, NULL);
}

static void
index_seats (TnkIndependence *self)
{
  for (guint i = 0; i < tnk_body_get_n_people (self->roster); i++) {
    TnkPerson *person = tnk_body_get_person (self->roster, i);
    const char *const *roles = tnk_person_get_roles (person);

    for (guint r = 0; roles[r] != NULL; r++)
      g_hash_table_add (self->seats, seat_key (roles[r], tnk_department_get_id (tnk_person_get_department (person))));
  }
}

/**
 * tnk_independence_new:
 * @tree: the departments of the campaign
 * @roster: the body as it is today, with its people
 *
 * Creates what judges auditors by their departments and roles. What the roster does not say is added: in which departments people
 * were asked in the campaign, and for which they answer by a right.
 *
 * Returns: (transfer full): the new object
 *
 * Since: 0.1
 */
TnkIndependence *
tnk_independence_new (TnkBody *tree,
                      TnkBody *roster)
{
  TnkIndependence *self;

  g_return_val_if_fail (TNK_IS_BODY (tree) && TNK_IS_BODY (roster), NULL);

  self = g_object_new (TNK_TYPE_INDEPENDENCE, NULL);
  self->tree = g_object_ref (tree);
  self->roster = g_object_ref (roster);
  self->holders = tnk_plan_index_holders (roster);
  index_seats (self);
  return self;
}

static void
add_department (GHashTable *table,
                const char *person_id,
                const char *department_id)
{
  GPtrArray *departments = g_hash_table_lookup (table, person_id);

  if (departments == NULL) {
    departments = g_ptr_array_new_with_free_func (g_free);
    g_hash_table_insert (table, g_strdup (person_id), departments);
  }
  g_ptr_array_add (departments, g_strdup (department_id));
}

/**
 * tnk_independence_add_member:
 * @self: what judges auditors
 * @person_id: a staff number
 * @department_id: the id of a department
 *
 * Says that a person was asked in a department in the campaign, wherever he belongs today.
 *
 * Since: 0.1
 */
void
tnk_independence_add_member (TnkIndependence *self,
                             const char *person_id,
                             const char *department_id)
{
  g_return_if_fail (TNK_IS_INDEPENDENCE (self) && person_id != NULL && department_id != NULL);
  add_department (self->members, person_id, department_id);
}

/**
 * tnk_independence_add_answerer:
 * @self: what judges auditors
 * @person_id: a staff number
 * @department_id: the id of a department
 *
 * Says that a person answers for a department, with all below it.
 *
 * Since: 0.1
 */
void
tnk_independence_add_answerer (TnkIndependence *self,
                               const char *person_id,
                               const char *department_id)
{
  g_return_if_fail (TNK_IS_INDEPENDENCE (self) && person_id != NULL && department_id != NULL);
  add_department (self->answerers, person_id, department_id);
}

static gboolean
is_below (TnkBody *body,
          const char *department_id,
          const char *ancestor_id)
{
  for (TnkDepartment *d = tnk_body_lookup_department (body, department_id); d != NULL; d = tnk_department_get_parent (d))
    if (g_str_equal (tnk_department_get_id (d), ancestor_id))
      return TRUE;
  return FALSE;
}

/* Then or now: a department that was moved since is still the one that is audited. */
static gboolean
is_within (TnkIndependence *self,
           const char *department_id,
           const char *ancestor_id)
{
  return is_below (self->tree, department_id, ancestor_id) || is_below (self->roster, department_id, ancestor_id);
}

static gboolean
is_member (TnkIndependence *self,
           const char *person_id,
           const char *department_id)
{
  TnkPerson *person = tnk_body_lookup_person (self->roster, person_id);
  GPtrArray *asked = g_hash_table_lookup (self->members, person_id);

  if (person != NULL && is_within (self, tnk_department_get_id (tnk_person_get_department (person)), department_id))
    return TRUE;
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    if (is_within (self, g_ptr_array_index (asked, i), department_id))
      return TRUE;
  return FALSE;
}

static gboolean
is_answerer (TnkIndependence *self,
             const char *person_id,
             const char *department_id)
{
  GPtrArray *own = g_hash_table_lookup (self->answerers, person_id);

  for (guint i = 0; own != NULL && i < own->len; i++)
    if (is_within (self, department_id, g_ptr_array_index (own, i)) || is_within (self, g_ptr_array_index (own, i), department_id))
      return TRUE;
  return FALSE;
}

/* The nearest department above where somebody holds the role; NULL where there is none. */
static TnkDepartment *
find_seat_above (TnkIndependence *self,
                 TnkBody *body,
                 const char *role_id,
                 const char *department_id)
{
  for (TnkDepartment *d = tnk_body_lookup_department (body, department_id); d != NULL; d = tnk_department_get_parent (d)) {
    g_autofree char *key = seat_key (role_id, tnk_department_get_id (d));

    if (g_hash_table_contains (self->seats, key))
      return d;
  }
  return NULL;
}

/* Who holds a role answers with it where he is; for a department where nobody does, those nearest above it do, and where nobody is
 * above it either, all who hold it do. */
static gboolean
answers_by_role (TnkIndependence *self,
                 TnkPerson *person,
                 const char *role_id,
                 const char *department_id)
{
  GHashTable *inside = g_hash_table_lookup (self->holders, role_id);
  const char *seat = tnk_department_get_id (tnk_person_get_department (person));
  TnkDepartment *above;

  if (is_within (self, seat, department_id))
    return TRUE;
  if (inside != NULL && g_hash_table_contains (inside, department_id))
    return FALSE;
  above = find_seat_above (self, self->roster, role_id, department_id);
  if (above == NULL)
    above = find_seat_above (self, self->tree, role_id, department_id);
  return above == NULL || g_str_equal (tnk_department_get_id (above), seat);
}

static TnkDuty *
find_duty (TnkIndependence *self,
           const char *person_id,
           const char *department_id,
           TnkControl *control)
{
  TnkPerson *person = tnk_body_lookup_person (self->roster, person_id);

  for (guint i = 0; person != NULL && i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);
    const char *role_id = tnk_role_get_id (tnk_duty_get_role (duty));

    if (tnk_duty_is_scored (duty) && tnk_person_has_role (person, role_id) && answers_by_role (self, person, role_id, department_id))
      return duty;
  }
  return NULL;
}

static TnkDuty *
find_first_duty (TnkIndependence *self,
                 TnkAudit *audit,
                 const char *person_id,
                 const char *department_id)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (audit));
  const char *const *controls = tnk_audit_get_controls (audit);
  TnkDuty *duty = NULL;

  for (guint i = 0; duty == NULL && controls[i] != NULL; i++)
    duty = find_duty (self, person_id, department_id, tnk_catalog_lookup_control (catalog, controls[i]));
  return duty;
}

/* The gravest conflict of a person in a department; NULL where there is none. control NULL: all of the audit. */
static TnkConflict *
find_conflict (TnkIndependence *self,
               TnkAudit *audit,
               const char *person_id,
               const char *department_id,
               TnkControl *control)
{
  TnkDuty *duty;

  if (is_member (self, person_id, department_id))
    return tnk_conflict_new (TNK_CONFLICT_KIND_MEMBER, person_id, department_id, NULL);
  if (is_answerer (self, person_id, department_id))
    return tnk_conflict_new (TNK_CONFLICT_KIND_ANSWERS, person_id, department_id, NULL);
  duty = control != NULL ? find_duty (self, person_id, department_id, control) : find_first_duty (self, audit, person_id, department_id);
  return duty != NULL ? tnk_conflict_new (TNK_CONFLICT_KIND_DUTY, person_id, department_id, duty) : NULL;
}

/**
 * tnk_independence_list_conflicts:
 * @self: what judges auditors
 * @audit: an audit
 *
 * Lists which auditors are not independent of which of the audited departments, whether or not the plan says that it cannot be
 * avoided.
 *
 * Returns: (transfer full) (element-type TnkConflict): the conflicts, one for an auditor and a department
 *
 * Since: 0.1
 */
GPtrArray *
tnk_independence_list_conflicts (TnkIndependence *self,
                                 TnkAudit *audit)
{
  GPtrArray *conflicts = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *auditors, *const *departments;

  g_return_val_if_fail (TNK_IS_INDEPENDENCE (self) && TNK_IS_AUDIT (audit), conflicts);

  auditors = tnk_audit_get_auditors (audit);
  departments = tnk_audit_get_departments (audit);
  for (guint a = 0; auditors[a] != NULL; a++)
    for (guint d = 0; departments[d] != NULL; d++) {
      TnkConflict *conflict = find_conflict (self, audit, auditors[a], departments[d], NULL);

      if (conflict != NULL)
        g_ptr_array_add (conflicts, conflict);
    }
  return conflicts;
}

static gboolean
throw_conflict (TnkConflict *conflict,
                gboolean asked,
                GError **error)
{
  g_autofree char *sentence = tnk_conflict_to_string (conflict);

  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               asked ? "%s; the committee has not approved the exemption that the plan asks for"
                     : "%s; name another auditor, or record in the plan why it cannot be avoided, for the committee to approve",
               sentence);
  return FALSE;
}

/**
 * tnk_independence_check_audit:
 * @self: what judges auditors
 * @audit: an audit
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `NOT_FOUND`
 *
 * Checks that every auditor is somebody of the roster and independent of all that is audited, or that the plan says why that cannot
 * be; once the plan is approved, that the committee approved this too.
 *
 * Returns: `TRUE` if the audit can stand so
 *
 * Since: 0.1
 */
gboolean
tnk_independence_check_audit (TnkIndependence *self,
                              TnkAudit *audit,
                              GError **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  const char *const *auditors;

  g_return_val_if_fail (TNK_IS_INDEPENDENCE (self) && TNK_IS_AUDIT (audit), FALSE);

  auditors = tnk_audit_get_auditors (audit);
  for (guint i = 0; auditors[i] != NULL; i++)
    if (tnk_body_lookup_person (self->roster, auditors[i]) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "nobody in the roster has the staff number “%s”", auditors[i]);
      return FALSE;
    }
  conflicts = tnk_independence_list_conflicts (self, audit);
  for (guint i = 0; i < conflicts->len; i++) {
    TnkConflict *conflict = g_ptr_array_index (conflicts, i);
    guint found;
    gboolean asked = tnk_audit_find_exemption (audit, tnk_conflict_get_person_id (conflict), tnk_conflict_get_department_id (conflict), &found);

    if (!asked || (tnk_audit_get_state (audit) >= TNK_AUDIT_STATE_APPROVED && tnk_audit_get_exemption_approver (audit, found) == NULL))
      return throw_conflict (conflict, asked, error);
  }
  return TRUE;
}

/* The exemption holds for the audited department that the plan names, with all below it. */
static gboolean
is_exempt (TnkIndependence *self,
           TnkAudit *audit,
           const char *person_id,
           const char *department_id)
{
  for (TnkDepartment *d = tnk_body_lookup_department (self->tree, department_id); d != NULL; d = tnk_department_get_parent (d)) {
    guint found;

    if (tnk_audit_find_exemption (audit, person_id, tnk_department_get_id (d), &found))
      return tnk_audit_get_exemption_approver (audit, found) != NULL;
  }
  return FALSE;
}

/**
 * tnk_independence_check_auditor:
 * @self: what judges auditors
 * @audit: an audit
 * @person_id: the staff number of who wants to judge
 * @department_id: the id of the department that is judged
 * @control: the control that is judged
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`
 *
 * Checks that somebody is an auditor of the audit and independent of what is judged now, whatever changed since the plan was
 * approved; or that the committee approved an exemption.
 *
 * Returns: `TRUE` if that person may judge it
 *
 * Since: 0.1
 */
gboolean
tnk_independence_check_auditor (TnkIndependence *self,
                                TnkAudit *audit,
                                const char *person_id,
                                const char *department_id,
                                TnkControl *control,
                                GError **error)
{
  g_autoptr (TnkConflict) conflict = NULL;

  g_return_val_if_fail (TNK_IS_INDEPENDENCE (self) && TNK_IS_AUDIT (audit) && TNK_IS_CONTROL (control), FALSE);
  g_return_val_if_fail (person_id != NULL && department_id != NULL, FALSE);

  if (!tnk_audit_has_auditor (audit, person_id)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” is not an auditor of the audit “%s”; this is for its auditors", person_id,
                 tnk_audit_get_id (audit) != NULL ? tnk_audit_get_id (audit) : "?");
    return FALSE;
  }
  conflict = find_conflict (self, audit, person_id, department_id, control);
  return conflict == NULL || is_exempt (self, audit, person_id, department_id) || throw_conflict (conflict, FALSE, error);
}
