/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-audit.h"
#include "ctl-table.h"

/* What there is of audits, as rows. */

char *
ctl_audit_join (const char *const *list)
{
  return g_strjoinv (";", (char **) list);
}

/* A word for scripts, a label for people. */
static void
add_word (CtlCall *call,
          CtlTable *table,
          const char *word,
          const char *label)
{
  ctl_table_add_text (table, call->format == CTL_FORMAT_TABLE ? label : word);
}

static TnkAuditBook *
load_book (CtlCall *call,
           TnkStore **store,
           GError **error)
{
  *store = ctl_open_store (ctl_argument (call, 0), error);
  return *store != NULL ? tnk_store_load_audit (*store, ctl_argument (call, 1), error) : NULL;
}

/* --- audits --- */

static void
add_audit (CtlCall *call,
           CtlTable *table,
           TnkAudit *audit)
{
  g_autofree char *departments = ctl_audit_join (tnk_audit_get_departments (audit));
  g_autofree char *auditors = ctl_audit_join (tnk_audit_get_auditors (audit));
  TnkAuditState state = tnk_audit_get_state (audit);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_audit_get_id (audit));
  ctl_table_add_text (table, tnk_campaign_get_id (tnk_audit_get_campaign (audit)));
  ctl_table_add_text (table, tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE));
  add_word (call, table, tnk_audit_state_to_string (state), tnk_audit_state_get_label (state, call->language));
  ctl_table_add_text (table, tnk_audit_get (audit, TNK_AUDIT_FIELD_STARTS));
  ctl_table_add_text (table, tnk_audit_get (audit, TNK_AUDIT_FIELD_ENDS));
  ctl_table_add_text (table, departments);
  ctl_table_add_int (table, g_strv_length ((GStrv) tnk_audit_get_controls (audit)));
  ctl_table_add_text (table, auditors);
  ctl_table_add_int (table, tnk_audit_get_revision (audit));
}

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"id", "campaign", "title", "state", "starts", "ends", "departments", "controls", "auditors", "revision", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) audits = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  audits = store != NULL ? tnk_store_list_audits (store, ctl_argument (call, 1), &error) : NULL;
  if (audits == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < audits->len; i++)
    add_audit (call, table, g_ptr_array_index (audits, i));
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- one plan --- */

static void
add_fact (CtlTable *table,
          const char *name,
          const char *value)
{
  ctl_table_begin_row (table);
  ctl_table_add_text (table, name);
  ctl_table_add_text (table, value);
}

static void
add_number (CtlTable *table,
            const char *name,
            guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add_fact (table, name, text);
}

static void
add_scope (CtlTable *table,
           TnkAudit *audit)
{
  g_autofree char *departments = ctl_audit_join (tnk_audit_get_departments (audit));
  g_autofree char *controls = ctl_audit_join (tnk_audit_get_controls (audit));
  g_autofree char *auditors = ctl_audit_join (tnk_audit_get_auditors (audit));

  add_fact (table, "departments", departments);
  add_fact (table, "controls", controls);
  add_fact (table, "auditors", auditors);
}

static void
add_exemptions (CtlTable *table,
                TnkAudit *audit)
{
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++) {
    const char *approver = tnk_audit_get_exemption_approver (audit, i);
    g_autofree char *text = g_strdup_printf ("%s/%s=%s (%s)", tnk_audit_get_exemption_auditor (audit, i), tnk_audit_get_exemption_department (audit, i),
                                             tnk_audit_get_exemption_reason (audit, i), approver != NULL ? approver : "-");

    add_fact (table, "exemption", text);
  }
}

static void
add_counts (CtlTable *table,
            TnkAuditBook *book)
{
  add_number (table, "cells", tnk_audit_book_count_cells (book));
  for (guint verdict = 0; verdict < TNK_N_VERDICTS; verdict++)
    add_number (table, tnk_verdict_to_string (verdict), tnk_audit_book_count_papers (book, verdict));
  add_number (table, "findings", tnk_audit_book_get_n_findings (book));
  add_number (table, "open_findings", tnk_audit_book_count_open_findings (book));
  add_number (table, "open_spreads", tnk_audit_book_count_open_spreads (book));
  add_number (table, "attachments", tnk_audit_book_get_n_attachments (book));
}

static int
run_show (CtlCall *call)
{
  static const char *const columns[] = {"field", "value", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  TnkAudit *audit;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  audit = tnk_audit_book_get_audit (book);
  table = ctl_table_new (columns);
  add_fact (table, "audit", tnk_audit_get_id (audit));
  add_fact (table, "campaign", tnk_campaign_get_id (tnk_audit_get_campaign (audit)));
  add_fact (table, "state", tnk_audit_state_to_string (tnk_audit_get_state (audit)));
  add_number (table, "revision", tnk_audit_get_revision (audit));
  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++)
    add_fact (table, tnk_audit_field_to_string (field), tnk_audit_get (audit, field));
  add_scope (table, audit);
  add_exemptions (table, audit);
  add_counts (table, book);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_steps (CtlCall *call)
{
  static const char *const columns[] = {"at", "step", "by", "remark", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_audit_get_n_steps (tnk_audit_book_get_audit (book)); i++) {
    TnkAudit *audit = tnk_audit_book_get_audit (book);
    TnkAuditStep step = tnk_audit_get_step (audit, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_audit_get_step_time (audit, i));
    add_word (call, table, tnk_audit_step_to_string (step), tnk_audit_step_get_label (step, call->language));
    ctl_table_add_text (table, tnk_audit_get_step_writer (audit, i));
    ctl_table_add_text (table, tnk_audit_get_step_remark (audit, i));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* Those that stand in the way, and those that the plan asks to let pass. */
static int
run_conflicts (CtlCall *call)
{
  static const char *const columns[] = {"auditor", "department", "kind", "role", "control", "reason", "approver", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  conflicts = book != NULL ? tnk_store_list_conflicts (store, tnk_audit_book_get_audit (book), &error) : NULL;
  if (conflicts == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < conflicts->len; i++) {
    TnkAudit *audit = tnk_audit_book_get_audit (book);
    TnkConflict *conflict = g_ptr_array_index (conflicts, i);
    TnkDuty *duty = tnk_conflict_get_duty (conflict);
    guint found;
    gboolean asked = tnk_audit_find_exemption (audit, tnk_conflict_get_person_id (conflict), tnk_conflict_get_department_id (conflict), &found);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_conflict_get_person_id (conflict));
    ctl_table_add_text (table, tnk_conflict_get_department_id (conflict));
    ctl_table_add_text (table, tnk_conflict_kind_to_string (tnk_conflict_get_kind (conflict)));
    ctl_table_add_text (table, duty != NULL ? tnk_role_get_id (tnk_duty_get_role (duty)) : NULL);
    ctl_table_add_text (table, duty != NULL ? tnk_control_get_id (tnk_duty_get_control (duty)) : NULL);
    ctl_table_add_text (table, asked ? tnk_audit_get_exemption_reason (audit, found) : NULL);
    ctl_table_add_text (table, asked ? tnk_audit_get_exemption_approver (audit, found) : NULL);
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- work papers --- */

static int
run_papers (CtlCall *call)
{
  static const char *const columns[] = {"department_id", "control_id", "clause", "verdict", "seen", "evidence",
                                        "cause", "day", "auditor", "attachments", "revision", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_audit_book_get_n_papers (book); i++) {
    TnkWorkPaper *paper = tnk_audit_book_get_paper (book, i);
    TnkVerdict verdict = tnk_work_paper_get_verdict (paper);
    g_autoptr (GPtrArray) attached = tnk_audit_book_list_paper_attachments (book, paper);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_work_paper_get_department_id (paper));
    ctl_table_add_text (table, tnk_control_get_id (tnk_work_paper_get_control (paper)));
    ctl_table_add_text (table, tnk_control_get_clause (tnk_work_paper_get_control (paper)));
    add_word (call, table, tnk_verdict_to_string (verdict), tnk_verdict_get_label (verdict, call->language));
    for (guint field = 0; field < TNK_N_WORK_PAPER_FIELDS; field++)
      ctl_table_add_text (table, tnk_work_paper_get (paper, field));
    ctl_table_add_int (table, attached->len);
    ctl_table_add_int (table, tnk_work_paper_get_revision (paper));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- findings --- */

static void
add_answers (CtlCall *call,
             CtlTable *table,
             TnkFinding *finding)
{
  guint responses = tnk_finding_get_n_responses (finding), follow_ups = tnk_finding_get_n_follow_ups (finding);
  guint last = follow_ups > 0 ? tnk_finding_get_follow_up_verdict (finding, follow_ups - 1) : 0;

  ctl_table_add_text (table, responses > 0 ? tnk_finding_get_response_text (finding, responses - 1) : "");
  ctl_table_add_text (table, responses > 0 ? tnk_finding_get_response_action (finding, responses - 1) : "");
  ctl_table_add_text (table, responses > 0 ? tnk_finding_get_response_due (finding, responses - 1) : "");
  if (follow_ups > 0)
    add_word (call, table, tnk_follow_up_to_string (last), tnk_follow_up_get_label (last, call->language));
  else
    ctl_table_add_text (table, "");
}

static void
add_finding (CtlCall *call,
             CtlTable *table,
             TnkFinding *finding,
             const char *today)
{
  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_finding_get_id (finding));
  add_word (call, table, tnk_finding_kind_to_string (tnk_finding_get_kind (finding)),
            tnk_finding_kind_get_label (tnk_finding_get_kind (finding), call->language));
  add_word (call, table, tnk_finding_state_to_string (tnk_finding_get_state (finding)),
            tnk_finding_state_get_label (tnk_finding_get_state (finding), call->language));
  ctl_table_add_text (table, tnk_finding_get_department_id (finding));
  ctl_table_add_text (table, tnk_control_get_id (tnk_finding_get_control (finding)));
  for (guint field = 0; field < TNK_N_FINDING_FIELDS; field++)
    ctl_table_add_text (table, tnk_finding_get (finding, field));
  ctl_table_add_text (table, tnk_finding_is_overdue (finding, today) ? "yes" : "no");
  add_answers (call, table, finding);
  ctl_table_add_int (table, tnk_finding_get_n_spreads (finding));
  ctl_table_add_int (table, tnk_finding_get_revision (finding));
}

static int
run_findings (CtlCall *call)
{
  static const char *const columns[] = {"id", "kind", "state", "department", "control", "title", "fact", "cause", "recommendation", "due",
                                        "remark", "overdue", "response", "action", "action_due", "follow_up", "spreads", "revision", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_audit_book_get_n_findings (book); i++)
    add_finding (call, table, tnk_audit_book_get_finding (book, i), today);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static void
add_spread (CtlCall *call,
            CtlTable *table,
            TnkFinding *finding,
            TnkSpread *spread)
{
  TnkSpreadAnswer answer = tnk_spread_get_answer (spread);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_finding_get_id (finding));
  ctl_table_add_text (table, tnk_spread_get_department_id (spread));
  add_word (call, table, tnk_spread_answer_to_string (answer), tnk_spread_answer_get_label (answer, call->language));
  for (guint field = 0; field < TNK_N_SPREAD_FIELDS; field++)
    ctl_table_add_text (table, tnk_spread_get (spread, field));
  ctl_table_add_int (table, tnk_spread_get_revision (spread));
}

static int
run_spreads (CtlCall *call)
{
  static const char *const columns[] = {"finding", "department", "answer", "question", "due", "asked_by", "text", "action", "action_due", "answered_by", "revision", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_audit_book_get_n_findings (book); i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (book, i);

    for (guint s = 0; s < tnk_finding_get_n_spreads (finding); s++)
      add_spread (call, table, finding, tnk_finding_get_spread (finding, s));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_attachments (CtlCall *call)
{
  static const char *const columns[] = {"id", "finding", "control", "department", "name", "media_type", "size", "hash", "added_by", "added_at", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  book = load_book (call, &store, &error);
  if (book == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < tnk_audit_book_get_n_attachments (book); i++) {
    TnkAttachment *attachment = tnk_audit_book_get_attachment (book, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_attachment_get_id (attachment));
    ctl_table_add_text (table, tnk_attachment_get_finding_id (attachment));
    ctl_table_add_text (table, tnk_attachment_get_control_id (attachment));
    ctl_table_add_text (table, tnk_attachment_get_department_id (attachment));
    ctl_table_add_text (table, tnk_attachment_get_name (attachment));
    ctl_table_add_text (table, tnk_attachment_get_media_type (attachment));
    ctl_table_add_int (table, tnk_attachment_get_size (attachment));
    ctl_table_add_text (table, tnk_attachment_get_hash (attachment));
    ctl_table_add_text (table, tnk_attachment_get_added_by (attachment));
    ctl_table_add_text (table, tnk_attachment_get_added_at (attachment));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- the agreement with the self-check --- */

static char *by_word = NULL;

static int
run_agreement (CtlCall *call)
{
  static const char *const columns[] = {"scope", "id", "name", "rate", "papers", "answers", "agreeing", "overstated", "understated",
                                        "conforms", "observation", "minor", "major", "not_examined", NULL};
  static const TnkVerdict order[] = {TNK_VERDICT_CONFORMS, TNK_VERDICT_OBSERVATION, TNK_VERDICT_MINOR, TNK_VERDICT_MAJOR, TNK_VERDICT_NOT_EXAMINED};
  const GOptionEntry entries[] = {
    {"by", 0, 0, G_OPTION_ARG_STRING, &by_word, "What to print: organisation, department, chapter or control", "SCOPE"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  TnkScopeKind by = TNK_SCOPE_KIND_ORGANISATION;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (by_word != NULL && (!tnk_scope_kind_from_string (by_word, &by) || by == TNK_SCOPE_KIND_ROLE || by == TNK_SCOPE_KIND_SECTION))
    return ctl_usage (call, "--by=%s is not known; use organisation, department, chapter or control", by_word);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  rows = store != NULL ? tnk_store_list_agreement (store, ctl_argument (call, 1), by, call->language, NULL, &error) : NULL;
  if (rows == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < rows->len; i++) {
    TnkAgreement *row = g_ptr_array_index (rows, i);
    TnkAgreementCounts counts;

    tnk_agreement_get_counts (row, &counts);
    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_scope_kind_to_string (by));
    ctl_table_add_text (table, tnk_agreement_get_id (row) != NULL ? tnk_agreement_get_id (row) : "");
    ctl_table_add_text (table, tnk_agreement_get_name (row) != NULL ? tnk_agreement_get_name (row) : tnk_store_get_body_name (store));
    ctl_table_add_figure (table, tnk_agreement_get_rate (row));
    ctl_table_add_int (table, counts.papers);
    ctl_table_add_int (table, counts.answers);
    ctl_table_add_int (table, counts.agreeing);
    ctl_table_add_int (table, counts.overstated);
    ctl_table_add_int (table, counts.understated);
    for (guint v = 0; v < G_N_ELEMENTS (order); v++)
      ctl_table_add_int (table, tnk_agreement_count_verdict (row, order[v]));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

const CtlCommand ctl_audit_list_commands[] = {
  {"audit list", "STORE [ID] [OPTION…]", "Print the audits of a campaign, or all", run_list},
  {"audit show", "STORE AUDIT [OPTION…]", "Print the plan of an audit and its counts", run_show},
  {"audit steps", "STORE AUDIT [OPTION…]", "Print who took an audit where", run_steps},
  {"audit conflicts", "STORE AUDIT [OPTION…]", "Print which auditors are not independent, and what lets them pass", run_conflicts},
  {"audit papers", "STORE AUDIT [OPTION…]", "Print the work papers", run_papers},
  {"audit findings", "STORE AUDIT [OPTION…]", "Print the findings with the last answer and follow-up", run_findings},
  {"audit spreads", "STORE AUDIT [OPTION…]", "Print which departments were asked whether they have the same problem", run_spreads},
  {"audit attachments", "STORE AUDIT [OPTION…]", "Print which files are attached", run_attachments},
  {"audit agreement", "STORE AUDIT [--by=SCOPE] [OPTION…]", "Print how far the verdicts and the self-check say the same", run_agreement},
  {NULL}};
