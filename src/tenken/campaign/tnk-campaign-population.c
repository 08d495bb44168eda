/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-campaign-private.h"
#include "tnk-error.h"

/* Whom a campaign asks: everybody of the roster, but the departments and the roles that it leaves out. */

/**
 * tnk_campaign_set_role_outside:
 * @self: a campaign
 * @role_id: the id of a role of its catalog
 * @outside: whether it is left out
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`
 *
 * Sets whether nobody is asked anything in a role. Who holds other roles besides is asked in those.
 *
 * Returns: `TRUE` if the catalog has the role
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_set_role_outside (TnkCampaign *self,
                               const char *role_id,
                               gboolean outside,
                               GError **error)
{
  TnkRole *role;
  guint64 bit;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && role_id != NULL, FALSE);

  role = tnk_catalog_lookup_role (self->catalog, role_id);
  if (role == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog “%s” has no role “%s”",
                 tnk_catalog_get_id (self->catalog), role_id);
    return FALSE;
  }
  bit = G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);
  self->outside_roles = outside ? self->outside_roles | bit : self->outside_roles & ~bit;
  return TRUE;
}

/**
 * tnk_campaign_is_role_outside:
 * @self: a campaign
 * @role: a role of its catalog
 *
 * Tells whether a role is left out of the population.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_is_role_outside (TnkCampaign *self,
                              TnkRole *role)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_ROLE (role), FALSE);
  return (self->outside_roles >> tnk_role_get_index (role)) & 1;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static int
find_department (TnkCampaign *self,
                 const char *department_id)
{
  for (guint i = 0; self->outside_departments->pdata[i] != NULL; i++)
    if (g_str_equal (self->outside_departments->pdata[i], department_id))
      return i;
  return -1;
}

/**
 * tnk_campaign_set_department_outside:
 * @self: a campaign
 * @department_id: the id of a department
 * @outside: whether it is left out
 *
 * Sets whether nobody is asked in a department and in those below it. A store refuses departments that it does not have.
 *
 * Since: 0.1
 */
void
tnk_campaign_set_department_outside (TnkCampaign *self,
                                     const char *department_id,
                                     gboolean outside)
{
  GPtrArray *ids;
  int at;

  g_return_if_fail (TNK_IS_CAMPAIGN (self) && department_id != NULL && *department_id != '\0');

  ids = self->outside_departments;
  at = find_department (self, department_id);
  if (!outside && at >= 0)
    g_ptr_array_remove_index (ids, at);
  if (!outside || at >= 0)
    return;
  g_ptr_array_insert (ids, ids->len - 1, g_strdup (department_id));
  qsort (ids->pdata, ids->len - 1, sizeof (gpointer), compare_ids);
}

/**
 * tnk_campaign_get_departments_outside:
 * @self: a campaign
 *
 * Gets the departments that are left out, each with all below it.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, sorted
 *
 * Since: 0.1
 */
const char *const *
tnk_campaign_get_departments_outside (TnkCampaign *self)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);
  return (const char *const *) self->outside_departments->pdata;
}

/**
 * tnk_campaign_is_department_outside:
 * @self: a campaign
 * @department: a department
 *
 * Tells whether a department is left out of the population, by itself or with one above it.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_campaign_is_department_outside (TnkCampaign *self,
                                    TnkDepartment *department)
{
  g_return_val_if_fail (TNK_IS_CAMPAIGN (self) && TNK_IS_DEPARTMENT (department), FALSE);

  if (self->outside_departments->len == 1)
    return FALSE;
  for (; department != NULL; department = tnk_department_get_parent (department))
    if (find_department (self, tnk_department_get_id (department)) >= 0)
      return TRUE;
  return FALSE;
}

guint64
tnk_campaign_pack_roles (TnkCampaign *self,
                         const char *const *role_ids)
{
  guint64 bits = 0;

  for (guint i = 0; role_ids[i] != NULL; i++) {
    TnkRole *role = tnk_catalog_lookup_role (self->catalog, role_ids[i]);
    if (role != NULL)
      bits |= G_GUINT64_CONSTANT (1) << tnk_role_get_index (role);
  }
  return bits & ~self->outside_roles;
}

/* --- one campaign after another --- */

static void
take_over_controls (TnkCampaign *self,
                    TnkCampaign *other)
{
  for (guint i = 0; i < tnk_catalog_get_n_controls (other->catalog); i++) {
    TnkControl *old = tnk_catalog_get_control (other->catalog, i);
    TnkControl *control = tnk_catalog_lookup_control (self->catalog, tnk_control_get_id (old));

    if (control == NULL)
      continue;
    if (other->adopted[i] && tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED)
      tnk_campaign_set_adopted (self, control, TRUE);
    tnk_campaign_set_left_out_reason (self, control, other->left_out[i]);
  }
}

static void
take_over_population (TnkCampaign *self,
                      TnkCampaign *other)
{
  for (guint i = 0; i < tnk_catalog_get_n_roles (other->catalog); i++) {
    TnkRole *old = tnk_catalog_get_role (other->catalog, i);

    if (tnk_campaign_is_role_outside (other, old))
      tnk_campaign_set_role_outside (self, tnk_role_get_id (old), TRUE, NULL);
  }
  for (guint i = 0; i + 1 < other->outside_departments->len; i++)
    tnk_campaign_set_department_outside (self, other->outside_departments->pdata[i], TRUE);
}

/**
 * tnk_campaign_new_like:
 * @other: a campaign
 * @id: the id of the new one
 * @catalog: the catalog of the new one
 *
 * Creates a campaign in preparation that is set up like another, as far as the catalog has the same controls and roles:
 * what it adopts and leaves out, whom it asks, whether it asks those who are informed, its lines and what is seen. It has
 * no period, and no title but its id.
 *
 * Returns: (transfer full): the new campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_campaign_new_like (TnkCampaign *other,
                       const char *id,
                       TnkCatalog *catalog)
{
  TnkCampaign *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (other) && id != NULL && TNK_IS_CATALOG (catalog), NULL);

  self = tnk_campaign_new (id, catalog);
  take_over_controls (self, other);
  take_over_population (self, other);
  self->asks_informed = other->asks_informed;
  memcpy (self->grade_lines, other->grade_lines, sizeof self->grade_lines);
  self->attainment_line = other->attainment_line;
  self->visibility = other->visibility;
  return self;
}

/**
 * tnk_campaign_copy:
 * @self: a campaign
 *
 * Makes a copy, which can be changed, or handed to another thread, without a change of this one.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_campaign_copy (TnkCampaign *self)
{
  TnkCampaign *copy;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (self), NULL);

  copy = tnk_campaign_new_like (self, self->id, self->catalog);
  tnk_campaign_set_title (copy, self->title);
  copy->opens = g_strdup (self->opens);
  copy->closes = g_strdup (self->closes);
  copy->state = self->state;
  return copy;
}
