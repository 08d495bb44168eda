/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-audit-private.h"
#include "tnk-store-search-private.h"

/* Audits within the rights of a person: what there is to see. */

/* What the person may see of each; those of which that is nothing are not there. */
static gboolean
add_visible (TnkDesk *self,
             TnkAudit *audit,
             const char *department_id,
             gboolean whole,
             GPtrArray *list,
             GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GError) local = NULL;

  if (whole || (department_id == NULL && tnk_audit_has_auditor (audit, self->person_id))) {
    g_ptr_array_add (list, g_object_ref (audit));
    return TRUE;
  }
  if (department_id != NULL)
    book = tnk_desk_enter_audit_department (self, tnk_audit_get_id (audit), department_id, &local);
  if (book != NULL)
    g_ptr_array_add (list, g_object_ref (tnk_audit_book_get_audit (book)));
  if (local == NULL || g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Whoever sees the figures of the scope may hear which audits concern it; an auditor, which are the own. */
static gboolean
enter_list (TnkDesk *self,
            const char *campaign_id,
            const char *department_id,
            gboolean *whole,
            GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  TnkRights rights;

  if (!tnk_desk_read_rights (self, &rights, NULL, error))
    return FALSE;
  *whole = department_id == NULL && (rights & (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)) != 0;
  if (department_id == NULL && !*whole && rights & TNK_RIGHTS_AUDITOR)
    return TRUE;
  return tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error);
}

/**
 * tnk_desk_list_audits:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it, whose audits these are; `NULL` for all of the whole body
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Reads the audits of a campaign. For the whole body this is for the secretariat, the committee and whoever has the right to audit; an
 * auditor without these has the own audits. For a department it is what concerns it of those that were approved.
 *
 * Returns: (transfer full) (element-type TnkAudit): the audits, the oldest first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_audits (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) all = NULL;
  gboolean whole;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!enter_list (self, campaign_id, department_id, &whole, error))
    return NULL;
  all = tnk_store_list_audits (self->store, campaign_id, error);
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (!add_visible (self, g_ptr_array_index (all, i), department_id, whole, list, error))
      return NULL;
  return all != NULL ? g_steal_pointer (&list) : NULL;
}

/**
 * tnk_desk_load_audit:
 * @self: a desk
 * @audit_id: the id of an audit
 * @department_id: (nullable): the department, with all below it, that somebody answers for; `NULL` for everything
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Reads an audit: everything, for the secretariat, the committee, whoever has the right to audit and the auditors; or what concerns a
 * department. That is the plan without other departments, once it is approved; the findings that the department was told of, without
 * whom else they concern; and what it is itself asked about findings elsewhere, which come without their texts and their department. Work
 * papers stay with the auditors.
 *
 * Returns: (transfer full): the book of the audit, as far as the person may see it
 *
 * Since: 0.1
 */
TnkAuditBook *
tnk_desk_load_audit (TnkDesk *self,
                     const char *audit_id,
                     const char *department_id,
                     GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL, NULL);

  if (department_id == NULL)
    return tnk_desk_enter_audit (self, TNK_DESK_AUDIT_READ, audit_id, error);
  return tnk_desk_enter_audit_department (self, audit_id, department_id, error);
}

static TnkTally *
load_tally (TnkDesk *self,
            TnkAuditBook *book,
            GCancellable *cancellable,
            GError **error)
{
  const char *campaign_id = tnk_campaign_get_id (tnk_audit_get_campaign (tnk_audit_book_get_audit (book)));
  g_auto (TnkReading) reading = {0};
  g_autoptr (TnkRound) round = NULL;
  g_autoptr (TnkBody) tree = NULL;

  if (!tnk_reading_begin (&reading, self->store, error))
    return NULL;
  round = tnk_round_load (self->store, campaign_id, error);
  tree = round != NULL ? tnk_store_load_tree (self->store, campaign_id, error) : NULL;
  return tree != NULL ? tnk_tally_cache_count (self->tallies, round->no, round->campaign, tree, -1, FALSE, cancellable, error) : NULL;
}

static gboolean
find_cell (TnkAuditBook *book,
           const char *control_id,
           const char *department_id,
           TnkControl **control,
           TnkDepartment **department,
           GError **error)
{
  TnkAudit *audit = tnk_audit_book_get_audit (book);

  *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_audit_get_campaign (audit)), control_id);
  *department = tnk_body_lookup_department (tnk_audit_book_get_tree (book), department_id);
  if (*control != NULL && *department != NULL && tnk_audit_has_control (audit, control_id) && tnk_audit_covers (audit, *department))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the audit “%s” does not cover the control “%s” in the department “%s”", tnk_audit_get_id (audit),
               control_id, department_id);
  return FALSE;
}

/**
 * tnk_desk_count_self_answers:
 * @self: a desk
 * @audit_id: the id of an audit
 * @control_id: a control that it covers
 * @department_id: a department that it covers
 * @counts: (out caller-allocates): where the counts go
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Counts what people answered about a control in a department with all below it, for whoever sees the audit as a whole: it stands beside
 * the verdict.
 *
 * Returns: `TRUE` if it was counted
 *
 * Since: 0.1
 */
gboolean
tnk_desk_count_self_answers (TnkDesk *self,
                             const char *audit_id,
                             const char *control_id,
                             const char *department_id,
                             TnkCounts *counts,
                             GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkTally) tally = NULL;
  TnkDepartment *department;
  TnkControl *control;

  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && control_id != NULL && department_id != NULL && counts != NULL, FALSE);

  book = tnk_desk_enter_audit (self, TNK_DESK_AUDIT_READ, audit_id, error);
  if (book == NULL || !find_cell (book, control_id, department_id, &control, &department, error))
    return FALSE;
  tally = load_tally (self, book, NULL, error);
  if (tally != NULL)
    tnk_tally_count_control (tally, tnk_department_get_index (department), -1, tnk_control_get_index (control), counts);
  return tally != NULL;
}

/**
 * tnk_desk_list_agreement:
 * @self: a desk
 * @audit_id: the id of an audit
 * @by: %TNK_SCOPE_KIND_ORGANISATION, %TNK_SCOPE_KIND_DEPARTMENT, %TNK_SCOPE_KIND_CHAPTER or %TNK_SCOPE_KIND_CONTROL
 * @language: (nullable): the language of names, `ja` or `en`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Compares the verdicts with the answers that people gave themselves, for whoever sees the audit as a whole.
 *
 * Returns: (transfer full) (element-type TnkAgreement): one for each department, chapter or control that has a work paper
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_agreement (TnkDesk *self,
                         const char *audit_id,
                         TnkScopeKind by,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkTally) tally = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL, NULL);

  book = tnk_desk_enter_audit (self, TNK_DESK_AUDIT_READ, audit_id, error);
  tally = book != NULL ? load_tally (self, book, cancellable, error) : NULL;
  return tally != NULL ? tnk_agreement_list (book, tally, by, language) : NULL;
}

/**
 * tnk_desk_search_people:
 * @self: a desk
 * @words: parts of a name or of a staff number; empty for everybody
 * @most: how many to find at most
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`, or cancelled
 *
 * Looks for people of the roster, to name auditors: for the secretariat, the committee and whoever has the right to audit. It does
 * not matter how kana, width and case are written.
 *
 * Returns: (transfer full): the departments of today with the people who were found, in the order of the roster
 *
 * Since: 0.1
 */
TnkBody *
tnk_desk_search_people (TnkDesk *self,
                        const char *words,
                        guint most,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && words != NULL, NULL);
  return tnk_desk_enter_audit_people (self, error) ? tnk_store_find_in_roster (self->store, words, most, cancellable, error) : NULL;
}

/**
 * tnk_desk_look_up_people:
 * @self: a desk
 * @person_ids: (array zero-terminated=1): staff numbers
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads what people of the roster are called, to show who was named in an audit: for the secretariat, the committee and whoever has
 * the right to audit. Whom the roster no longer has is left out.
 *
 * Returns: (transfer full): the departments of today with these people
 *
 * Since: 0.1
 */
TnkBody *
tnk_desk_look_up_people (TnkDesk *self,
                         const char *const *person_ids,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && person_ids != NULL, NULL);
  return tnk_desk_enter_audit_people (self, error) ? tnk_store_look_up_in_roster (self->store, person_ids, error) : NULL;
}
