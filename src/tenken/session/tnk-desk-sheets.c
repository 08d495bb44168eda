/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-sheets.h"

#include "tnk-check-sheets.h"
#include "tnk-desk-private.h"
#include "tnk-store-roster.h"
#include "tnk-store-sheets.h"

/* Self-check sheets, out and back in: for whoever answers for the department where a person is asked, and the secretariat. */

static const char *
get_department_id (const TnkDeskScope *scope)
{
  return scope->department >= 0 ? tnk_department_get_id (tnk_body_get_department (scope->tree, scope->department)) : NULL;
}

/* Whose sheet it is, and what stands in it, is not for those who see counts alone. */
static gboolean
enter_names (TnkDesk *self,
             const char *campaign_id,
             const char *department_id,
             TnkDeskScope *scope,
             GError **error)
{
  if (!tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, scope, error))
    return FALSE;
  if (scope->names)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               "the campaign “%s” shows counts only: the sheets of single people are for the secretariat", campaign_id);
  return FALSE;
}

/**
 * tnk_desk_write_role_sheet:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department that the person answers for, or `NULL` for the whole body
 * @role_ids: (nullable) (array zero-terminated=1): the roles to be asked, or `NULL` for all
 * @language: (nullable): `ja` or `en`; `NULL` means `ja`
 * @filename: (type filename): the workbook to write
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `EXPORT` or `STORE`, or a file error
 *
 * Writes a blank self-check sheet that is nobody’s in particular. For whoever answers for the department, and the secretariat.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_write_role_sheet (TnkDesk *self,
                           const char *campaign_id,
                           const char *department_id,
                           const char *const *role_ids,
                           const char *language,
                           const char *filename,
                           GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autofree char *now = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, FALSE);

  if (!tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error))
    return FALSE;
  now = tnk_store_dup_now (self->store);
  return tnk_check_sheet_write (scope.campaign, role_ids, NULL, NULL, tnk_store_get_body_name (self->store), language, now, filename, NULL, error);
}

/**
 * tnk_desk_write_person_sheet:
 * @self: a desk
 * @campaign_id: the id of a campaign that was opened
 * @person_id: a staff number
 * @language: (nullable): `ja` or `en`; `NULL` means `ja`
 * @filename: (type filename): the workbook to write
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE`, `EXPORT` or `STORE`, or a file error
 *
 * Writes the blank self-check sheet of one person, with a page for each role for which the person is asked. For whoever
 * answers for the department of the person, and the secretariat.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_write_person_sheet (TnkDesk *self,
                             const char *campaign_id,
                             const char *person_id,
                             const char *language,
                             const char *filename,
                             GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkBody) people = NULL;
  g_autofree char *now = NULL;
  TnkPerson *person;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && person_id != NULL && filename != NULL, FALSE);

  if (!tnk_desk_enter_person (self, campaign_id, person_id, &scope, error))
    return FALSE;
  people = tnk_store_load_asked (self->store, campaign_id, get_department_id (&scope), error);
  person = people != NULL ? tnk_body_lookup_person (people, person_id) : NULL;
  if (people != NULL && person == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "“%s” is not asked in the campaign “%s”", person_id, campaign_id);
  if (person == NULL)
    return FALSE;
  now = tnk_store_dup_now (self->store);
  return tnk_check_sheet_write (scope.campaign, tnk_person_get_roles (person), person_id, tnk_person_get_name (person),
                                tnk_store_get_body_name (self->store), language, now, filename, NULL, error);
}

/**
 * tnk_desk_write_sheets:
 * @self: a desk
 * @campaign_id: the id of a campaign that was opened
 * @department_id: (nullable): a department, with all below it, or `NULL` for the whole body
 * @language: (nullable): `ja` or `en`; `NULL` means `ja`
 * @folder: (type filename): where to write; it is made if it is not there
 * @n_files: (out): how many sheets there are
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in people
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE`, `EXISTS`, `EXPORT` or `STORE`, a file
 *   error, or cancelled
 *
 * Writes a blank self-check sheet for everybody who is asked in a department. For whoever answers for it, where the campaign
 * shows names, and the secretariat.
 *
 * Returns: `TRUE` if all are there; else none is
 *
 * Since: 0.1
 */
gboolean
tnk_desk_write_sheets (TnkDesk *self,
                       const char *campaign_id,
                       const char *department_id,
                       const char *language,
                       const char *folder,
                       guint *n_files,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkBody) people = NULL;
  g_autofree char *now = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && folder != NULL && n_files != NULL, FALSE);

  if (!enter_names (self, campaign_id, department_id, &scope, error))
    return FALSE;
  people = tnk_store_load_asked (self->store, campaign_id, department_id, error);
  if (people == NULL)
    return FALSE;
  now = tnk_store_dup_now (self->store);
  return tnk_check_sheets_write (scope.campaign, people, tnk_store_get_body_name (self->store), language, now, folder, n_files, progress,
                                 user_data, cancellable, error);
}

/**
 * tnk_desk_read_sheets:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @department_id: (nullable): a department, with all below it, or `NULL` for the whole body
 * @filenames: (array zero-terminated=1): filled sheets, one a person
 * @draft: whether the questionnaires are to stay drafts; else those that are taken in count as handed in
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault with its file, sheet and cell
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in files
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STATE`, `INVALID`, which names the first
 *   fault, or `STORE`, or cancelled
 *
 * Reads filled self-check sheets and compares them with what is stored. Nothing is changed. For whoever answers for the
 * department, where the campaign shows names, and the secretariat. Somebody of another department is not known here.
 *
 * Returns: (transfer full): what they change, to be decided and then applied; only if all of them are sound
 *
 * Since: 0.1
 */
TnkAnswerEdits *
tnk_desk_read_sheets (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      const char *const *filenames,
                      gboolean draft,
                      GPtrArray **problems,
                      TnkProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkBody) people = NULL;
  g_autoptr (TnkAnswerEdits) edits = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filenames != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  if (!enter_names (self, campaign_id, department_id, &scope, error))
    return NULL;
  people = tnk_store_load_asked (self->store, campaign_id, department_id, error);
  edits = people == NULL ? NULL
                         : tnk_check_sheets_read (filenames, scope.campaign, people, problems, progress, user_data, cancellable, error);
  if (edits == NULL)
    return NULL;
  if (problems != NULL)
    g_clear_pointer (problems, g_ptr_array_unref);
  return tnk_store_compare_answers (self->store, edits, draft, problems, cancellable, error) ? g_steal_pointer (&edits) : NULL;
}

/* What was read at another desk, or before the rights changed, is not applied at this one. */
static gboolean
check_people (TnkAnswerEdits *edits,
              TnkBody *people,
              GError **error)
{
  for (guint i = 0; i < tnk_answer_edits_get_n_edits (edits); i++) {
    const char *id = tnk_answer_edit_get_person_id (tnk_answer_edits_get_edit (edits, i));

    if (tnk_body_lookup_person (people, id) != NULL)
      continue;
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "person “%s”: this is for whoever answers for the department, and the secretariat", id);
    return FALSE;
  }
  return TRUE;
}

/**
 * tnk_desk_apply_sheets:
 * @self: a desk
 * @edits: what [method@Desk.read_sheets] found, with every conflict decided
 * @department_id: (nullable): the department for which they were read
 * @n_people: (out): how many questionnaires were changed or handed in
 * @n_answers: (out): how many answers were added or changed
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is, in sheets
 * @user_data: for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`; `STATE` if a conflict is not decided, or a questionnaire
 *   changed since the sheets were read; `INVALID`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Takes filled sheets in: all of them or, if anything fails, none. For whoever answers for the department, where the campaign
 * shows names, and the secretariat.
 *
 * Returns: `TRUE` if the questionnaires are as decided
 *
 * Since: 0.1
 */
gboolean
tnk_desk_apply_sheets (TnkDesk *self,
                       TnkAnswerEdits *edits,
                       const char *department_id,
                       guint *n_people,
                       guint *n_answers,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkBody) people = NULL;
  const char *campaign_id;

  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_ANSWER_EDITS (edits) && n_people != NULL && n_answers != NULL, FALSE);

  campaign_id = tnk_campaign_get_id (tnk_answer_edits_get_campaign (edits));
  if (!enter_names (self, campaign_id, department_id, &scope, error))
    return FALSE;
  people = tnk_store_load_asked (self->store, campaign_id, department_id, error);
  return people != NULL && check_people (edits, people, error) &&
         tnk_store_apply_answers (self->store, edits, n_people, n_answers, progress, user_data, cancellable, error);
}
