/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-audit-private.h"
#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkAudit, tnk_audit, G_TYPE_OBJECT)

static const TnkFieldSpec specs[TNK_N_AUDIT_FIELDS] = {
  [TNK_AUDIT_FIELD_TITLE] = {"title", TNK_FIELD_LINE, "title"},
  [TNK_AUDIT_FIELD_PURPOSE] = {"purpose", TNK_FIELD_TEXT, "purpose"},
  [TNK_AUDIT_FIELD_METHOD] = {"method", TNK_FIELD_TEXT, "method"},
  [TNK_AUDIT_FIELD_STARTS] = {"starts", TNK_FIELD_DAY, "first day"},
  [TNK_AUDIT_FIELD_ENDS] = {"ends", TNK_FIELD_DAY, "last day"},
  [TNK_AUDIT_FIELD_SUMMARY] = {"summary", TNK_FIELD_TEXT, "summary"},
};

/**
 * tnk_audit_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line and the log use for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_audit_field_to_string (TnkAuditField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_AUDIT_FIELDS, NULL);
  return specs[field].word;
}

static void
tnk_audit_finalize (GObject *object)
{
  TnkAudit *self = TNK_AUDIT (object);

  g_clear_object (&self->campaign);
  g_free (self->id);
  tnk_fields_clear (self->fields, TNK_N_AUDIT_FIELDS);
  g_strfreev (self->departments);
  g_strfreev (self->controls);
  g_strfreev (self->auditors);
  g_array_unref (self->exemptions);
  g_array_unref (self->moves);
  G_OBJECT_CLASS (tnk_audit_parent_class)->finalize (object);
}

static void
tnk_audit_class_init (TnkAuditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_audit_finalize;
}

static void
tnk_audit_init (TnkAudit *self)
{
  tnk_fields_init (self->fields, TNK_N_AUDIT_FIELDS);
  self->departments = g_new0 (char *, 1);
  self->controls = g_new0 (char *, 1);
  self->auditors = g_new0 (char *, 1);
  self->exemptions = g_array_new (FALSE, FALSE, sizeof (TnkAuditExemption));
  g_array_set_clear_func (self->exemptions, tnk_audit_exemption_clear);
  self->moves = g_array_new (FALSE, FALSE, sizeof (TnkAuditMove));
  g_array_set_clear_func (self->moves, tnk_audit_move_clear);
}

/**
 * tnk_audit_new:
 * @campaign: the campaign whose answers the audit stands beside
 *
 * Creates an audit that is a draft, with nothing in its plan.
 *
 * Returns: (transfer full): the new audit
 *
 * Since: 0.1
 */
TnkAudit *
tnk_audit_new (TnkCampaign *campaign)
{
  TnkAudit *self;

  g_return_val_if_fail (TNK_IS_CAMPAIGN (campaign), NULL);

  self = g_object_new (TNK_TYPE_AUDIT, NULL);
  self->campaign = g_object_ref (campaign);
  return self;
}

static void
copy_lists (TnkAudit *copy,
            TnkAudit *self)
{
  g_strfreev (copy->departments);
  copy->departments = g_strdupv (self->departments);
  g_strfreev (copy->controls);
  copy->controls = g_strdupv (self->controls);
  g_strfreev (copy->auditors);
  copy->auditors = g_strdupv (self->auditors);
}

/**
 * tnk_audit_copy:
 * @self: an audit
 *
 * Copies an audit with its id, revision and steps, to change the copy and store it.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
TnkAudit *
tnk_audit_copy (TnkAudit *self)
{
  TnkAudit *copy;

  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);

  copy = tnk_audit_new (self->campaign);
  tnk_audit_set_identity (copy, self->id, self->revision, self->state);
  tnk_fields_copy (copy->fields, self->fields, TNK_N_AUDIT_FIELDS);
  copy_lists (copy, self);
  for (guint i = 0; i < self->exemptions->len; i++) {
    const TnkAuditExemption *e = &g_array_index (self->exemptions, TnkAuditExemption, i);
    tnk_audit_add_exemption (copy, e->auditor, e->department_id, e->reason, e->approver);
  }
  for (guint i = 0; i < self->moves->len; i++) {
    const TnkAuditMove *m = &g_array_index (self->moves, TnkAuditMove, i);
    tnk_audit_add_move (copy, m->step, m->time, m->writer, m->remark);
  }
  return copy;
}

void
tnk_audit_set_identity (TnkAudit *self,
                        const char *id,
                        guint revision,
                        TnkAuditState state)
{
  tnk_set_string (&self->id, id);
  self->revision = revision;
  self->state = state;
}

/**
 * tnk_audit_get_campaign:
 * @self: an audit
 *
 * Gets the campaign whose answers the audit stands beside.
 *
 * Returns: (transfer none): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_audit_get_campaign (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);
  return self->campaign;
}

/**
 * tnk_audit_get_id:
 * @self: an audit
 *
 * Gets the id, which is unique within the store.
 *
 * Returns: (nullable): the id, or `NULL` until it is stored
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_id (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);
  return self->id;
}

/**
 * tnk_audit_get_revision:
 * @self: an audit
 *
 * Gets how often the plan was stored when this was read.
 *
 * Returns: the number, 0 until it is stored
 *
 * Since: 0.1
 */
guint
tnk_audit_get_revision (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), 0);
  return self->revision;
}

/**
 * tnk_audit_get_state:
 * @self: an audit
 *
 * Gets how far the audit is.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkAuditState
tnk_audit_get_state (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), TNK_AUDIT_STATE_DRAFT);
  return self->state;
}

/**
 * tnk_audit_get:
 * @self: an audit
 * @field: a field
 *
 * Gets what is written in a field.
 *
 * Returns: the text, empty where nothing is written
 *
 * Since: 0.1
 */
const char *
tnk_audit_get (TnkAudit *self,
               TnkAuditField field)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && (guint) field < TNK_N_AUDIT_FIELDS, NULL);
  return self->fields[field];
}

/**
 * tnk_audit_set:
 * @self: an audit
 * @field: a field
 * @value: what to write
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Writes a field, without blanks around it.
 *
 * Returns: `TRUE` if the value is of the right form and was set
 *
 * Since: 0.1
 */
gboolean
tnk_audit_set (TnkAudit *self,
               TnkAuditField field,
               const char *value,
               GError **error)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && (guint) field < TNK_N_AUDIT_FIELDS && value != NULL, FALSE);
  return tnk_field_set (&specs[field], &self->fields[field], value, error);
}

/* --- what can stand --- */

static gboolean
throw_missing (const char *what,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the plan of the audit names no %s; name one at least", what);
  return FALSE;
}

static gboolean
check_departments (TnkAudit *self,
                   TnkBody *tree,
                   GError **error)
{
  for (guint i = 0; self->departments[i] != NULL; i++)
    if (tnk_body_lookup_department (tree, self->departments[i]) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”",
                   tnk_campaign_get_id (self->campaign), self->departments[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_complete (TnkAudit *self,
                GError **error)
{
  for (guint i = TNK_AUDIT_FIELD_PURPOSE; i <= TNK_AUDIT_FIELD_ENDS; i++)
    if (!tnk_field_require (&specs[i], self->fields[i], "the plan of the audit", error))
      return FALSE;
  if (self->departments[0] == NULL)
    return throw_missing ("department", error);
  if (self->controls[0] == NULL)
    return throw_missing ("control", error);
  return self->auditors[0] != NULL || throw_missing ("auditor", error);
}

/**
 * tnk_audit_check:
 * @self: an audit
 * @tree: the departments of the campaign
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `NOT_FOUND`
 *
 * Checks whether the plan can stand as it is: a draft may have gaps, what the committee has may not. Whether its auditors are
 * independent is for [method@Independence.check_audit] to say.
 *
 * Returns: `TRUE` if it can stand
 *
 * Since: 0.1
 */
gboolean
tnk_audit_check (TnkAudit *self,
                 TnkBody *tree,
                 GError **error)
{
  const char *starts, *ends;

  g_return_val_if_fail (TNK_IS_AUDIT (self) && TNK_IS_BODY (tree), FALSE);

  starts = self->fields[TNK_AUDIT_FIELD_STARTS];
  ends = self->fields[TNK_AUDIT_FIELD_ENDS];
  if (!tnk_field_require (&specs[TNK_AUDIT_FIELD_TITLE], self->fields[TNK_AUDIT_FIELD_TITLE], "the plan of the audit", error))
    return FALSE;
  if (*starts != '\0' && *ends != '\0' && strcmp (starts, ends) > 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the audit ends (%s) before it starts (%s); change one of the two", ends, starts);
    return FALSE;
  }
  return check_departments (self, tree, error) && (self->state == TNK_AUDIT_STATE_DRAFT || check_complete (self, error));
}

static gboolean
has_same_scope (TnkAudit *self,
                TnkAudit *other)
{
  if (self->exemptions->len != other->exemptions->len)
    return FALSE;
  for (guint i = 0; i < self->exemptions->len; i++) {
    const TnkAuditExemption *e = &g_array_index (self->exemptions, TnkAuditExemption, i);
    guint found;

    if (!tnk_audit_find_exemption (other, e->auditor, e->department_id, &found) ||
        !g_str_equal (tnk_audit_get_exemption_reason (other, found), e->reason))
      return FALSE;
  }
  return g_strv_equal ((const char *const *) self->departments, (const char *const *) other->departments) &&
         g_strv_equal ((const char *const *) self->controls, (const char *const *) other->controls) &&
         g_strv_equal ((const char *const *) self->auditors, (const char *const *) other->auditors);
}

gboolean
tnk_audit_check_change (TnkAudit *self,
                        TnkAudit *before,
                        GError **error)
{
  gboolean same_plan = has_same_scope (self, before);
  gboolean same_summary = g_str_equal (self->fields[TNK_AUDIT_FIELD_SUMMARY], before->fields[TNK_AUDIT_FIELD_SUMMARY]);

  for (guint i = 0; i < TNK_AUDIT_FIELD_SUMMARY; i++)
    same_plan = same_plan && g_str_equal (self->fields[i], before->fields[i]);
  if (!same_plan && before->state != TNK_AUDIT_STATE_DRAFT)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
                 "the audit “%s” is %s and its plan stays as it is; have it returned or revise it first", before->id,
                 tnk_audit_state_to_string (before->state));
  else if (!same_summary && before->state != TNK_AUDIT_STATE_UNDER_WAY)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the audit “%s” is %s; its summary is written while it is under way", before->id,
                 tnk_audit_state_to_string (before->state));
  else
    return TRUE;
  return FALSE;
}
