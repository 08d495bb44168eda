/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-action-private.h"
#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

#define MAX_TEXT 2000
#define MAX_ID 64

G_DEFINE_FINAL_TYPE (TnkAction, tnk_action, G_TYPE_OBJECT)

static const char *const fields[TNK_N_ACTION_FIELDS] = {"departments", "what", "owner", "due", "priority",
                                                        "resources", "status", "done_by", "verified_by"};

/**
 * tnk_action_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line and the log use for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_action_field_to_string (TnkActionField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_ACTION_FIELDS, NULL);
  return fields[field];
}

/**
 * tnk_action_field_from_string:
 * @text: a word
 * @field: (out): the field
 *
 * Reads the word that the command line and the log use for a field.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_action_field_from_string (const char *text,
                              TnkActionField *field)
{
  g_return_val_if_fail (text != NULL && field != NULL, FALSE);

  for (guint i = 0; i < TNK_N_ACTION_FIELDS; i++)
    if (g_str_equal (fields[i], text)) {
      *field = i;
      return TRUE;
    }
  return FALSE;
}

static void
tnk_action_finalize (GObject *object)
{
  TnkAction *self = TNK_ACTION (object);

  g_clear_object (&self->campaign);
  g_free (self->id);
  for (guint i = 0; i < TNK_N_ACTION_FIELDS; i++)
    g_free (self->fields[i]);
  g_strfreev (self->departments);
  g_array_unref (self->notes);
  G_OBJECT_CLASS (tnk_action_parent_class)->finalize (object);
}

static void
tnk_action_class_init (TnkActionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_action_finalize;
}

static void
tnk_action_init (TnkAction *self)
{
  for (guint i = 0; i < TNK_N_ACTION_FIELDS; i++)
    self->fields[i] = g_strdup ("");
  tnk_set_string (&self->fields[TNK_ACTION_FIELD_PRIORITY], "2");
  tnk_set_string (&self->fields[TNK_ACTION_FIELD_STATUS], "proposed");
  self->departments = g_new0 (char *, 1);
  self->notes = g_array_new (FALSE, FALSE, sizeof (TnkActionNote));
  g_array_set_clear_func (self->notes, tnk_action_note_clear);
}

/**
 * tnk_action_new:
 * @campaign: the campaign whose gap it is about
 * @control: the control that is not fully kept, of the campaign’s catalog
 *
 * Creates an action that is proposed, with nothing said yet about what, who and when.
 *
 * Returns: (transfer full): the new action
 *
 * Since: 0.1
 */
TnkAction *
tnk_action_new (TnkCampaign *campaign,
                TnkControl *control)
{
  TnkAction *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign) && TNK_IS_CONTROL (control), NULL);

  self = g_object_new (TNK_TYPE_ACTION, NULL);
  self->campaign = g_object_ref (campaign);
  self->control = control;
  return self;
}

/**
 * tnk_action_copy:
 * @self: an action
 *
 * Copies an action with its id, revision and notes, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkAction *
tnk_action_copy (TnkAction *self)
{
  TnkAction *copy;

  g_return_val_if_fail (TNK_IS_ACTION (self), NULL);

  copy = tnk_action_new (self->campaign, self->control);
  tnk_action_set_identity (copy, self->id, self->revision);
  for (guint i = 0; i < TNK_N_ACTION_FIELDS; i++)
    tnk_set_string (&copy->fields[i], self->fields[i]);
  g_strfreev (copy->departments);
  copy->departments = g_strdupv (self->departments);
  for (guint i = 0; i < self->notes->len; i++) {
    const TnkActionNote *old = &g_array_index (self->notes, TnkActionNote, i);
    TnkActionNote note = {g_strdup (old->time), g_strdup (old->writer), g_strdup (old->text)};

    g_array_append_val (copy->notes, note);
  }
  return copy;
}

void
tnk_action_set_identity (TnkAction *self,
                         const char *id,
                         guint revision)
{
  tnk_set_string (&self->id, id);
  self->revision = revision;
}

/**
 * tnk_action_get_campaign:
 * @self: an action
 *
 * Gets the campaign.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_action_get_campaign (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), NULL);
  return self->campaign;
}

/**
 * tnk_action_get_control:
 * @self: an action
 *
 * Gets the control that is not fully kept.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_action_get_control (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), NULL);
  return self->control;
}

/**
 * tnk_action_get_id:
 * @self: an action
 *
 * Gets the id, which is unique within the campaign.
 *
 * Returns: (nullable): the id, or `NULL` until it is stored
 *
 * Since: 0.1
 */
const char *
tnk_action_get_id (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), NULL);
  return self->id;
}

/**
 * tnk_action_get_revision:
 * @self: an action
 *
 * Gets how often the action was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_action_get_revision (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), 0);
  return self->revision;
}

/**
 * tnk_action_get:
 * @self: an action
 * @field: a field
 *
 * Gets a field in its text form.
 *
 * Returns: the text, empty where nothing is said
 *
 * Since: 0.1
 */
const char *
tnk_action_get (TnkAction *self,
                TnkActionField field)
{
  g_return_val_if_fail (TNK_IS_ACTION (self) && (guint) field < TNK_N_ACTION_FIELDS, NULL);
  return self->fields[field];
}

/* --- what can stand in a field --- */

static gboolean
check_text (const char *what,
            const char *text,
            GError **error)
{
  if (!tnk_check_harmless (what, text, TRUE, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) <= MAX_TEXT)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the %s is longer than %d characters; shorten it", what, MAX_TEXT);
  return FALSE;
}

static gboolean
check_what (const char *text,
            GError **error)
{
  if (!tnk_is_blank (text))
    return check_text ("text of the action", text, error);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "an action must say what will be done; write it");
  return FALSE;
}

static gboolean
check_person (const char *person_id,
              GError **error)
{
  if (tnk_is_harmless (person_id, FALSE) && g_utf8_strlen (person_id, -1) <= MAX_ID)
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "this cannot be a staff number; give one of the roster");
  return FALSE;
}

static gboolean
check_owner (TnkAction *self,
             const char *owner,
             GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->campaign);

  if (*owner == '\0')
    return TRUE;
  if (g_str_has_prefix (owner, "person:") && !tnk_is_blank (owner + strlen ("person:")))
    return check_person (owner + strlen ("person:"), error);
  if (g_str_has_prefix (owner, "role:") && tnk_catalog_lookup_role (catalog, owner + strlen ("role:")) != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
               "“%s” cannot own an action; give “role:” and the id of a role of the catalog, or “person:” and a staff number",
               owner);
  return FALSE;
}

static gboolean
check_due (const char *due,
           GError **error)
{
  if (*due == '\0' || tnk_is_day (due))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%s” is no day; write one such as 2027-03-31", due);
  return FALSE;
}

static gboolean
check_priority (const char *priority,
                GError **error)
{
  if (strlen (priority) == 1 && *priority >= '1' && *priority <= '3')
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "“%s” is no priority; give 1 (high), 2 or 3", priority);
  return FALSE;
}

static gboolean
check_status (const char *status,
              GError **error)
{
  TnkActionStatus known;

  if (tnk_action_status_from_string (status, &known))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
               "“%s” is no status; use proposed, planned, under_way, done, verified or withdrawn", status);
  return FALSE;
}

static gboolean
check_value (TnkAction *self,
             TnkActionField field,
             const char *value,
             GError **error)
{
  switch (field) {
  case TNK_ACTION_FIELD_WHAT:
    return check_what (value, error);
  case TNK_ACTION_FIELD_OWNER:
    return check_owner (self, value, error);
  case TNK_ACTION_FIELD_DUE:
    return check_due (value, error);
  case TNK_ACTION_FIELD_PRIORITY:
    return check_priority (value, error);
  case TNK_ACTION_FIELD_RESOURCES:
    return check_text ("text about the resources", value, error);
  case TNK_ACTION_FIELD_STATUS:
    return check_status (value, error);
  default:
    return check_person (value, error);
  }
}

/* Blanks around a text and the kind of its line ends get lost in a workbook, so they must not make a difference. */
static char *
clean_value (const char *value)
{
  g_autofree char *valid = g_utf8_validate (value, -1, NULL) ? tnk_strip (value) : g_strdup (value);
  g_auto (GStrv) lines = g_strsplit (valid, "\r\n", -1);
  char *text = g_strjoinv ("\n", lines);

  return g_strdelimit (text, "\r", '\n');
}

/**
 * tnk_action_set:
 * @self: an action
 * @field: a field
 * @value: its text form
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets a field, without blanks around it. Whether the action as a whole can stand, and whether it may become so from what it was, is for
 * [method@Plan.check] to say.
 *
 * Returns: `TRUE` if the value is of the right form and was set
 *
 * Since: 0.1
 */
gboolean
tnk_action_set (TnkAction *self,
                TnkActionField field,
                const char *value,
                GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (TNK_IS_ACTION (self) && (guint) field < TNK_N_ACTION_FIELDS && value != NULL, FALSE);

  if (field == TNK_ACTION_FIELD_DEPARTMENTS) {
    g_auto (GStrv) departments = g_strsplit (value, "\n", -1);

    return tnk_action_set_departments (self, (const char *const *) departments, error);
  }
  clean = clean_value (value);
  if (!check_value (self, field, clean, error))
    return FALSE;
  tnk_set_string (&self->fields[field], clean);
  return TRUE;
}

/**
 * tnk_action_get_departments:
 * @self: an action
 *
 * Gets the departments whose gap the action is about. Those below them are not meant.
 *
 * Returns: (array zero-terminated=1) (transfer none): ids of departments
 *
 * Since: 0.1
 */
const char *const *
tnk_action_get_departments (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), NULL);
  return (const char *const *) self->departments;
}

static GPtrArray *
gather_departments (const char *const *departments)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; departments[i] != NULL; i++)
    if (*departments[i] != '\0' && g_hash_table_add (seen, (gpointer) departments[i]))
      g_ptr_array_add (ids, g_strdup (departments[i]));
  g_ptr_array_add (ids, NULL);
  return ids;
}

/**
 * tnk_action_set_departments:
 * @self: an action
 * @departments: (array zero-terminated=1): ids of departments, at least one
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the departments whose gap the action is about. One that is named twice counts once.
 *
 * Returns: `TRUE` if they were set
 *
 * Since: 0.1
 */
gboolean
tnk_action_set_departments (TnkAction *self,
                            const char *const *departments,
                            GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *joined = NULL;

  g_return_val_if_fail (TNK_IS_ACTION (self) && departments != NULL, FALSE);

  ids = gather_departments (departments);
  if (ids->len < 2) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "an action must be about a department at least; name one");
    return FALSE;
  }
  g_strfreev (self->departments);
  self->departments = (GStrv) g_ptr_array_steal (ids, NULL);
  joined = g_strjoinv ("\n", self->departments);
  tnk_set_string (&self->fields[TNK_ACTION_FIELD_DEPARTMENTS], joined);
  return TRUE;
}
