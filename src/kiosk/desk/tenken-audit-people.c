/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-people.h"

/* A number may stand in those of others. */
#define MOST 20

TenkenAuditPeople *
tenken_audit_people_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
tenken_audit_people_add (TenkenAuditPeople *self,
                         TnkPerson *person)
{
  const char *id = tnk_person_get_id (person);

  g_hash_table_replace (self, g_strdup (id),
                        g_strdup_printf ("%s %s（%s）", tnk_person_get_name (person), id, tnk_department_get_name (tnk_person_get_department (person))));
}

void
tenken_audit_people_look_up (TenkenAuditPeople *self,
                             TnkDesk *desk,
                             const char *person_id)
{
  g_autoptr (GPtrArray) found = NULL;

  if (person_id == NULL || *person_id == '\0' || g_hash_table_contains (self, person_id))
    return;
  found = tnk_desk_search_people (desk, person_id, MOST, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (g_str_equal (tnk_person_get_id (found->pdata[i]), person_id))
      tenken_audit_people_add (self, found->pdata[i]);
  if (!g_hash_table_contains (self, person_id))
    g_hash_table_insert (self, g_strdup (person_id), g_strdup (person_id));
}

void
tenken_audit_people_look_up_plan (TenkenAuditPeople *self,
                                  TnkDesk *desk,
                                  TnkAudit *audit)
{
  const char *const *auditors = tnk_audit_get_auditors (audit);

  for (guint i = 0; auditors[i] != NULL; i++)
    tenken_audit_people_look_up (self, desk, auditors[i]);
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++) {
    tenken_audit_people_look_up (self, desk, tnk_audit_get_exemption_auditor (audit, i));
    tenken_audit_people_look_up (self, desk, tnk_audit_get_exemption_approver (audit, i));
  }
  for (guint i = 0; i < tnk_audit_get_n_steps (audit); i++)
    tenken_audit_people_look_up (self, desk, tnk_audit_get_step_writer (audit, i));
}

static void
look_up_finding (TenkenAuditPeople *self,
                 TnkDesk *desk,
                 TnkFinding *finding)
{
  for (guint i = 0; i < tnk_finding_get_n_responses (finding); i++)
    tenken_audit_people_look_up (self, desk, tnk_finding_get_response_writer (finding, i));
  for (guint i = 0; i < tnk_finding_get_n_follow_ups (finding); i++)
    tenken_audit_people_look_up (self, desk, tnk_finding_get_follow_up_writer (finding, i));
  for (guint i = 0; i < tnk_finding_get_n_spreads (finding); i++) {
    tenken_audit_people_look_up (self, desk, tnk_spread_get (tnk_finding_get_spread (finding, i), TNK_SPREAD_FIELD_ASKED_BY));
    tenken_audit_people_look_up (self, desk, tnk_spread_get (tnk_finding_get_spread (finding, i), TNK_SPREAD_FIELD_ANSWERED_BY));
  }
}

void
tenken_audit_people_look_up_book (TenkenAuditPeople *self,
                                  TnkDesk *desk,
                                  TnkAuditBook *book)
{
  tenken_audit_people_look_up_plan (self, desk, tnk_audit_book_get_audit (book));
  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++)
    tenken_audit_people_look_up (self, desk, tnk_work_paper_get (tnk_audit_book_get_paper (book, i), TNK_WORK_PAPER_FIELD_AUDITOR));
  for (guint i = 0; i < tnk_audit_book_get_n_findings (book); i++)
    look_up_finding (self, desk, tnk_audit_book_get_finding (book, i));
  for (guint i = 0; i < tnk_audit_book_get_n_attachments (book); i++)
    tenken_audit_people_look_up (self, desk, tnk_attachment_get_added_by (tnk_audit_book_get_attachment (book, i)));
}

const char *
tenken_audit_people_get (TenkenAuditPeople *self,
                         const char *person_id)
{
  const char *name = person_id != NULL ? g_hash_table_lookup (self, person_id) : NULL;

  if (name != NULL)
    return name;
  return person_id != NULL && *person_id != '\0' ? person_id : "–";
}
