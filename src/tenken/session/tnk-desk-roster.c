/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-roster.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gstdio.h>

#include "tnk-desk-private.h"
#include "tnk-pin-slips.h"

/* The roster, the PINs and the rights: all of it for the secretariat. */

/**
 * tnk_desk_list_pins:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Finds out who of the roster can sign in. For the secretariat.
 *
 * Returns: (transfer container) (element-type utf8 TnkPinState): what there is, by staff number; who is not in it has no PIN
 *
 * Since: 0.1
 */
GHashTable *
tnk_desk_list_pins (TnkDesk *self,
                    GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_office (self, error) ? tnk_store_list_pins (self->store, error) : NULL;
}

/**
 * tnk_desk_preview_roster:
 * @self: a desk
 * @departments_file: (type filename): the departments, see [ctor@Body.read_roster]
 * @people_file: (type filename): the people
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line and reason
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `SYNTAX`, `INVALID`, which names the first bad row,
 *   `STORE`, a file error, or cancelled
 *
 * Finds out what a new roster would change. Nothing is changed. For the secretariat.
 *
 * Returns: (transfer full): the preview, only if every row is sound
 *
 * Since: 0.1
 */
TnkRosterPreview *
tnk_desk_preview_roster (TnkDesk *self,
                         const char *departments_file,
                         const char *people_file,
                         GPtrArray **problems,
                         TnkProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (GStrv) roles = NULL;
  g_autoptr (TnkBody) body = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && departments_file != NULL && people_file != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  if (!tnk_desk_enter_office (self, error))
    return NULL;
  roles = tnk_store_list_roles (self->store, error);
  body = roles != NULL ? tnk_body_read_roster (departments_file, people_file, (const char *const *) roles, problems, error) : NULL;
  return body != NULL ? tnk_store_preview_roster (self->store, body, progress, user_data, cancellable, error) : NULL;
}

/**
 * tnk_desk_import_roster:
 * @self: a desk
 * @preview: what [method@Desk.preview_roster] showed
 * @change: (out caller-allocates): what changed
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, also where nobody would hold the right of the
 *   secretariat any more; `STATE` if the import would do something else by now than what was shown; `STORE`, or cancelled
 *
 * Imports the roster that was previewed. For the secretariat.
 *
 * Returns: `TRUE` if all of it was done; else nothing was
 *
 * Since: 0.1
 */
gboolean
tnk_desk_import_roster (TnkDesk *self,
                        TnkRosterPreview *preview,
                        TnkRosterChange *change,
                        TnkProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_ROSTER_PREVIEW (preview) && change != NULL, FALSE);

  if (!tnk_desk_enter_office (self, error))
    return FALSE;
  if (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_NO_SECRETARIAT) == 0)
    return tnk_store_import_preview (self->store, preview, change, progress, user_data, cancellable, error);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED,
                       "with this roster nobody would be the secretariat any more; grant the right to somebody who is in it first");
  return FALSE;
}

/* --- PINs --- */

/* A PIN is known only once: before one is made, the file that is to hold it must be there, ours and empty. */
static gboolean
reserve (const char *filename,
         GError **error)
{
  int fd = g_open (filename, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);
  if (errno == EEXIST)
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s: there is a file already; choose another name", filename);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "%s: the file cannot be made: %s; choose a folder that you may write into", filename,
                 g_strerror (errno));
  return FALSE;
}

/* The campaign that the slips tell of: the one named, else the newest that is open. There need be none. */
static gboolean
find_campaign (TnkStore *store,
               const char *campaign_id,
               TnkCampaign **campaign,
               GError **error)
{
  g_autoptr (GPtrArray) campaigns = NULL;

  if (campaign_id != NULL) {
    *campaign = tnk_store_load_campaign (store, campaign_id, error);
    return *campaign != NULL;
  }
  campaigns = tnk_store_list_campaigns (store, error);
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    if (tnk_campaign_get_state (campaigns->pdata[i]) == TNK_CAMPAIGN_STATE_OPEN)
      g_set_object (campaign, campaigns->pdata[i]);
  return campaigns != NULL;
}

static gboolean
write_slips (TnkDesk *self,
             TnkCampaign *campaign,
             GPtrArray *slips,
             const char *filename,
             GError **error)
{
  const char *title = campaign != NULL ? tnk_campaign_get_title (campaign) : NULL;
  const char *closes = campaign != NULL ? tnk_campaign_get_closes (campaign) : NULL;

  if (tnk_pin_slips_write (slips, tnk_store_get_body_name (self->store), title, closes, filename, NULL, error))
    return TRUE;
  g_prefix_error (error, "the new PINs are lost, since their slips could not be written; make them again for those who have one: ");
  return FALSE;
}

/**
 * tnk_desk_issue_pins:
 * @self: a desk
 * @campaign_id: (nullable): the campaign that the slips tell of, or `NULL` for the one that is open
 * @department_id: (nullable): only people of this department and of those below it
 * @person_id: (nullable): only this person
 * @replace: whether those who have a PIN get a new one too
 * @filename: (type filename): the workbook of slips, a new file that only its owner can read
 * @n_slips: (out): how many slips there are; where there is none, no file is made
 * @progress: (nullable) (scope call) (closure user_data): hears how many PINs are made
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; then nobody’s PIN has changed
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `EXISTS`, `EXPORT` or `STORE`, or cancelled
 *
 * Makes first PINs and writes the slips to hand out, see [method@Store.issue_pins]. For the secretariat.
 *
 * Returns: `TRUE` if the slips are there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_issue_pins (TnkDesk *self,
                     const char *campaign_id,
                     const char *department_id,
                     const char *person_id,
                     gboolean replace,
                     const char *filename,
                     guint *n_slips,
                     TnkProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GPtrArray) slips = NULL;
  gboolean done;

  g_return_val_if_fail (TNK_IS_DESK (self) && filename != NULL && n_slips != NULL, FALSE);

  if (!tnk_desk_enter_office (self, error) || !find_campaign (self->store, campaign_id, &campaign, error) || !reserve (filename, error))
    return FALSE;
  slips = tnk_store_issue_pins (self->store, department_id, person_id, replace, progress, user_data, cancellable, error);
  done = slips != NULL && (slips->len == 0 || write_slips (self, campaign, slips, filename, error));
  if (!done || slips->len == 0)
    g_unlink (filename);
  *n_slips = done ? slips->len : 0;
  return done;
}

/* --- rights --- */

/**
 * tnk_desk_list_rights:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads who may do what. For the secretariat.
 *
 * Returns: (transfer full) (element-type TnkRight): the rights that were granted
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_rights (TnkDesk *self,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_office (self, error) ? tnk_store_list_rights (self->store, error) : NULL;
}

static gboolean
holds_role (TnkDesk *self,
            const char *role_id,
            gboolean *holds,
            GError **error)
{
  g_autoptr (TnkBody) body = tnk_store_load_body (self->store, error);
  TnkPerson *person = body != NULL ? tnk_body_lookup_person (body, self->person_id) : NULL;

  *holds = person != NULL && tnk_person_has_role (person, role_id);
  return body != NULL;
}

static gboolean
is_own (TnkDesk *self,
        const char *holder,
        gboolean *own,
        GError **error)
{
  *own = FALSE;
  if (g_str_has_prefix (holder, "role:"))
    return holds_role (self, holder + strlen ("role:"), own, error);
  *own = g_str_has_prefix (holder, "person:") && g_str_equal (holder + strlen ("person:"), self->person_id);
  return TRUE;
}

/* Who grants a right and who gets it are two people. */
static gboolean
check_other (TnkDesk *self,
             const char *holder,
             GError **error)
{
  gboolean own;

  if (!is_own (self, holder, &own, error))
    return FALSE;
  if (!own)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” is you, or a role of yours; have somebody else of the secretariat grant it", holder);
  return FALSE;
}

/**
 * tnk_desk_grant_right:
 * @self: a desk
 * @kind: exactly one right
 * @holder: `role:ID` or `person:NUMBER`; neither the person at the desk nor a role of that person
 * @department_id: (nullable): for %TNK_RIGHTS_DEPARTMENT the department, or `NULL` for the holder’s own
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `INVALID`, `NOT_FOUND` or `STORE`
 *
 * Grants a right to somebody else. For the secretariat.
 *
 * Returns: `TRUE` if it is granted
 *
 * Since: 0.1
 */
gboolean
tnk_desk_grant_right (TnkDesk *self,
                      TnkRights kind,
                      const char *holder,
                      const char *department_id,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && holder != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && check_other (self, holder, error) &&
         tnk_store_grant_right (self->store, kind, holder, department_id, error);
}

/**
 * tnk_desk_revoke_right:
 * @self: a desk
 * @kind: exactly one right
 * @holder: `role:ID` or `person:NUMBER`
 * @department_id: (nullable): the department that the grant names, or `NULL` if it names none
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, also where nobody would be the secretariat any more;
 *   `NOT_FOUND` if it was not granted so, or `STORE`
 *
 * Takes a right away. For the secretariat.
 *
 * Returns: `TRUE` if it is taken away
 *
 * Since: 0.1
 */
gboolean
tnk_desk_revoke_right (TnkDesk *self,
                       TnkRights kind,
                       const char *holder,
                       const char *department_id,
                       GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && holder != NULL, FALSE);

  if (!tnk_desk_enter_office (self, error))
    return FALSE;
  if (kind == TNK_RIGHTS_SECRETARIAT)
    return tnk_store_revoke_but_last (self->store, kind, holder, department_id, error);
  return tnk_store_revoke_right (self->store, kind, holder, department_id, error);
}
