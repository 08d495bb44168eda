/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-people.h"

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

  g_hash_table_replace (self, g_strdup (id), g_strdup_printf ("%s %s", tnk_person_get_name (person), id));
}

static void
need (TenkenAuditPeople *self,
      const char *person_id)
{
  if (person_id != NULL && *person_id != '\0' && !g_hash_table_contains (self, person_id))
    g_hash_table_insert (self, g_strdup (person_id), g_strdup (person_id));
}

void
tenken_audit_people_need_plan (TenkenAuditPeople *self,
                               TnkAudit *audit)
{
  const char *const *auditors = tnk_audit_get_auditors (audit);

  for (guint i = 0; auditors[i] != NULL; i++)
    need (self, auditors[i]);
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++) {
    need (self, tnk_audit_get_exemption_auditor (audit, i));
    need (self, tnk_audit_get_exemption_approver (audit, i));
  }
  for (guint i = 0; i < tnk_audit_get_n_steps (audit); i++)
    need (self, tnk_audit_get_step_writer (audit, i));
}

static void
need_finding (TenkenAuditPeople *self,
              TnkFinding *finding)
{
  for (guint i = 0; i < tnk_finding_get_n_responses (finding); i++)
    need (self, tnk_finding_get_response_writer (finding, i));
  for (guint i = 0; i < tnk_finding_get_n_follow_ups (finding); i++)
    need (self, tnk_finding_get_follow_up_writer (finding, i));
  for (guint i = 0; i < tnk_finding_get_n_spreads (finding); i++) {
    need (self, tnk_spread_get (tnk_finding_get_spread (finding, i), TNK_SPREAD_FIELD_ASKED_BY));
    need (self, tnk_spread_get (tnk_finding_get_spread (finding, i), TNK_SPREAD_FIELD_ANSWERED_BY));
  }
}

void
tenken_audit_people_need_book (TenkenAuditPeople *self,
                               TnkAuditBook *book)
{
  tenken_audit_people_need_plan (self, tnk_audit_book_get_audit (book));
  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++)
    need (self, tnk_work_paper_get (tnk_audit_book_get_paper (book, i), TNK_WORK_PAPER_FIELD_AUDITOR));
  for (guint i = 0; i < tnk_audit_book_get_n_findings (book); i++)
    need_finding (self, tnk_audit_book_get_finding (book, i));
  for (guint i = 0; i < tnk_audit_book_get_n_attachments (book); i++)
    need (self, tnk_attachment_get_added_by (tnk_audit_book_get_attachment (book, i)));
}

void
tenken_audit_people_look_up (TenkenAuditPeople *self,
                             TnkDesk *desk)
{
  g_autofree const char **ids = (const char **) g_hash_table_get_keys_as_array (self, NULL);
  g_autoptr (TnkBody) known = g_hash_table_size (self) > 0 ? tnk_desk_look_up_people (desk, ids, NULL) : NULL;

  for (guint i = 0; known != NULL && i < tnk_body_get_n_people (known); i++)
    tenken_audit_people_add (self, tnk_body_get_person (known, i));
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
