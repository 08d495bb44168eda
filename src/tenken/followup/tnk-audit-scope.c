/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-private.h"
#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-strings-private.h"

/* What is audited, by whom, and what the committee is asked to let pass. */

static const TnkFieldSpec department_spec = {"departments", TNK_FIELD_LINE, "department"};
static const TnkFieldSpec control_spec = {"controls", TNK_FIELD_LINE, "control"};
static const TnkFieldSpec auditor_spec = {"auditors", TNK_FIELD_PERSON, "auditor"};
static const TnkFieldSpec reason_spec = {"reason", TNK_FIELD_TEXT, "reason for the exemption"};

/* Each once, in the order given, without blanks. */
static GStrv
clean_list (const TnkFieldSpec *spec,
            const char *const *values,
            GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; values[i] != NULL; i++) {
    g_autofree char *value = tnk_field_clean (spec, values[i], error);

    if (value == NULL)
      return NULL;
    if (*value != '\0' && !g_ptr_array_find_with_equal_func (list, value, g_str_equal, NULL))
      g_ptr_array_add (list, g_steal_pointer (&value));
  }
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}

static gboolean
take_list (GStrv *place,
           GStrv list)
{
  if (list == NULL)
    return FALSE;
  g_strfreev (*place);
  *place = list;
  return TRUE;
}

/**
 * tnk_audit_get_departments:
 * @self: an audit
 *
 * Gets the departments that are audited, each with all below it.
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of departments
 *
 * Since: 0.1
 */
const char *const *
tnk_audit_get_departments (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);
  return (const char *const *) self->departments;
}

/**
 * tnk_audit_set_departments:
 * @self: an audit
 * @departments: (array zero-terminated=1): ids of departments
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the departments that are audited, each with all below it.
 *
 * Returns: `TRUE` if they can be ids and were set
 *
 * Since: 0.1
 */
gboolean
tnk_audit_set_departments (TnkAudit *self,
                           const char *const *departments,
                           GError **error)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && departments != NULL, FALSE);
  return take_list (&self->departments, clean_list (&department_spec, departments, error));
}

/**
 * tnk_audit_get_controls:
 * @self: an audit
 *
 * Gets the controls that are looked at.
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of controls, in the order of the catalog
 *
 * Since: 0.1
 */
const char *const *
tnk_audit_get_controls (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);
  return (const char *const *) self->controls;
}

static gboolean
check_controls (TnkCatalog *catalog,
                char **ids,
                GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (tnk_catalog_lookup_control (catalog, ids[i]) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog “%s” has no control “%s”", tnk_catalog_get_id (catalog), ids[i]);
      return FALSE;
    }
  return TRUE;
}

static GStrv
sort_controls (TnkCatalog *catalog,
               char **ids)
{
  g_autoptr (GStrvBuilder) sorted = g_strv_builder_new ();

  for (guint c = 0; c < tnk_catalog_get_n_controls (catalog); c++) {
    const char *id = tnk_control_get_id (tnk_catalog_get_control (catalog, c));
    if (g_strv_contains ((const char *const *) ids, id))
      g_strv_builder_add (sorted, id);
  }
  return g_strv_builder_end (sorted);
}

/**
 * tnk_audit_set_controls:
 * @self: an audit
 * @controls: (array zero-terminated=1): ids of controls of the campaign’s catalog
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `NOT_FOUND`
 *
 * Sets the controls that are looked at.
 *
 * Returns: `TRUE` if the catalog has them all and they were set
 *
 * Since: 0.1
 */
gboolean
tnk_audit_set_controls (TnkAudit *self,
                        const char *const *controls,
                        GError **error)
{
  g_auto (GStrv) list = NULL;
  TnkCatalog *catalog;

  g_return_val_if_fail (TNK_IS_AUDIT (self) && controls != NULL, FALSE);

  catalog = tnk_campaign_get_catalog (self->campaign);
  list = clean_list (&control_spec, controls, error);
  if (list == NULL || !check_controls (catalog, list, error))
    return FALSE;
  return take_list (&self->controls, sort_controls (catalog, list));
}

/**
 * tnk_audit_has_control:
 * @self: an audit
 * @control_id: the id of a control
 *
 * Says whether the audit looks at a control.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
tnk_audit_has_control (TnkAudit *self,
                       const char *control_id)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && control_id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->controls, control_id);
}

/**
 * tnk_audit_covers:
 * @self: an audit
 * @department: a department of the campaign
 *
 * Says whether the audit is about a department, or about one above it.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_audit_covers (TnkAudit *self,
                  TnkDepartment *department)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && TNK_IS_DEPARTMENT (department), FALSE);

  for (TnkDepartment *d = department; d != NULL; d = tnk_department_get_parent (d))
    if (g_strv_contains ((const char *const *) self->departments, tnk_department_get_id (d)))
      return TRUE;
  return FALSE;
}

/**
 * tnk_audit_get_auditors:
 * @self: an audit
 *
 * Gets who audits.
 *
 * Returns: (array zero-terminated=1) (transfer none): staff numbers
 *
 * Since: 0.1
 */
const char *const *
tnk_audit_get_auditors (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);
  return (const char *const *) self->auditors;
}

/**
 * tnk_audit_set_auditors:
 * @self: an audit
 * @auditors: (array zero-terminated=1): staff numbers
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets who audits. Whether they may is for [method@Independence.check_audit] to say.
 *
 * Returns: `TRUE` if they can be staff numbers and were set
 *
 * Since: 0.1
 */
gboolean
tnk_audit_set_auditors (TnkAudit *self,
                        const char *const *auditors,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && auditors != NULL, FALSE);
  return take_list (&self->auditors, clean_list (&auditor_spec, auditors, error));
}

/**
 * tnk_audit_has_auditor:
 * @self: an audit
 * @person_id: a staff number
 *
 * Says whether a person is one of the auditors.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_audit_has_auditor (TnkAudit *self,
                       const char *person_id)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && person_id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->auditors, person_id);
}

/* --- exemptions --- */

void
tnk_audit_exemption_clear (gpointer data)
{
  TnkAuditExemption *self = data;

  g_free (self->auditor);
  g_free (self->department_id);
  g_free (self->reason);
  g_free (self->approver);
}

static TnkAuditExemption *
exemption_at (TnkAudit *self,
              guint exemption)
{
  return &g_array_index (self->exemptions, TnkAuditExemption, exemption);
}

void
tnk_audit_add_exemption (TnkAudit *self,
                         const char *person_id,
                         const char *department_id,
                         const char *reason,
                         const char *approver)
{
  TnkAuditExemption exemption = {g_strdup (person_id), g_strdup (department_id), g_strdup (reason), g_strdup (approver)};

  g_array_append_val (self->exemptions, exemption);
}

/**
 * tnk_audit_get_n_exemptions:
 * @self: an audit
 *
 * Gets how often the plan says that an auditor who is not independent cannot be avoided.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_get_n_exemptions (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), 0);
  return self->exemptions->len;
}

/**
 * tnk_audit_get_exemption_auditor:
 * @self: an audit
 * @exemption: which exemption, from 0
 *
 * Gets who is not independent.
 *
 * Returns: a staff number
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_exemption_auditor (TnkAudit *self,
                                 guint exemption)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && exemption < self->exemptions->len, NULL);
  return exemption_at (self, exemption)->auditor;
}

/**
 * tnk_audit_get_exemption_department:
 * @self: an audit
 * @exemption: which exemption, from 0
 *
 * Gets of which audited department, with all below it, the auditor is not independent.
 *
 * Returns: the id of a department
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_exemption_department (TnkAudit *self,
                                    guint exemption)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && exemption < self->exemptions->len, NULL);
  return exemption_at (self, exemption)->department_id;
}

/**
 * tnk_audit_get_exemption_reason:
 * @self: an audit
 * @exemption: which exemption, from 0
 *
 * Gets why it cannot be avoided.
 *
 * Returns: the reason
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_exemption_reason (TnkAudit *self,
                                guint exemption)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && exemption < self->exemptions->len, NULL);
  return exemption_at (self, exemption)->reason;
}

/**
 * tnk_audit_get_exemption_approver:
 * @self: an audit
 * @exemption: which exemption, from 0
 *
 * Gets who of the committee approved it. Until then it lets nobody pass.
 *
 * Returns: (nullable): a staff number, or `NULL` if nobody has yet
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_exemption_approver (TnkAudit *self,
                                  guint exemption)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && exemption < self->exemptions->len, NULL);
  return exemption_at (self, exemption)->approver;
}

/**
 * tnk_audit_find_exemption:
 * @self: an audit
 * @person_id: a staff number
 * @department_id: the id of an audited department
 * @exemption: (out): which exemption it is
 *
 * Looks for the exemption of an auditor in a department.
 *
 * Returns: `TRUE` if the plan has one, approved or not
 *
 * Since: 0.1
 */
gboolean
tnk_audit_find_exemption (TnkAudit *self,
                          const char *person_id,
                          const char *department_id,
                          guint *exemption)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && person_id != NULL && department_id != NULL && exemption != NULL, FALSE);

  for (guint i = 0; i < self->exemptions->len; i++)
    if (g_str_equal (exemption_at (self, i)->auditor, person_id) && g_str_equal (exemption_at (self, i)->department_id, department_id)) {
      *exemption = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_audit_ask_exemption:
 * @self: an audit
 * @person_id: the staff number of an auditor who is not independent
 * @department_id: the id of the audited department
 * @reason: why it cannot be avoided; empty to ask no longer
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Writes into the plan why an auditor who is not independent cannot be avoided, for the committee to approve.
 *
 * Returns: `TRUE` if it is written
 *
 * Since: 0.1
 */
gboolean
tnk_audit_ask_exemption (TnkAudit *self,
                         const char *person_id,
                         const char *department_id,
                         const char *reason,
                         GError **error)
{
  g_autofree char *clean = NULL, *department = NULL;
  guint found;

  g_return_val_if_fail (TNK_IS_AUDIT (self) && person_id != NULL && department_id != NULL && reason != NULL, FALSE);

  clean = tnk_field_clean (&reason_spec, reason, error);
  department = clean != NULL ? tnk_field_clean (&department_spec, department_id, error) : NULL;
  if (department == NULL || !tnk_check_person (person_id, error))
    return FALSE;
  if (tnk_audit_find_exemption (self, person_id, department, &found))
    g_array_remove_index (self->exemptions, found);
  if (*clean != '\0')
    tnk_audit_add_exemption (self, person_id, department, clean, NULL);
  return TRUE;
}
