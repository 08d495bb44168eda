/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-audit.h"

/* Work papers, findings, what departments answer, and files. */

static char *action, *answer, *by, *cause, *control, *day, *department, *departments, *due, *evidence, *fact, *finding, *kind, *output, *question, *recommendation, *remark,
  *seen, *text, *title, *verdict;
static int revision = 0;

#define BY_ENTRY \
  { \
    "by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who does it; needed", "PERSON" \
  }
#define REVISION_ENTRY \
  { \
    "revision", 0, 0, G_OPTION_ARG_INT, &revision, "Refuse if it was changed since this revision", "N" \
  }

static int
report_finding (TnkFinding *stored,
                GError *error)
{
  if (stored == NULL)
    return ctl_fail (error);
  g_print ("%s: %s, revision %u\n", tnk_finding_get_id (stored), tnk_finding_state_to_string (tnk_finding_get_state (stored)),
           tnk_finding_get_revision (stored));
  return CTL_DONE;
}

/* Reads the options, of which those named must be there; opens the store. CTL_DONE, or what to exit with. */
static int
begin (CtlCall *call,
       const GOptionEntry *entries,
       int n_arguments,
       char **const *needed,
       TnkStore **store)
{
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, n_arguments, n_arguments);

  if (result != CTL_DONE)
    return result;
  for (guint i = 0; needed[i] != NULL; i++)
    if (*needed[i] == NULL)
      return ctl_usage (call, "a needed option is missing");
  if (revision < 0)
    return ctl_usage (call, "--revision=%d is not one; revisions count from 1", revision);
  *store = ctl_open_store (ctl_argument (call, 0), &error);
  return *store != NULL ? CTL_DONE : ctl_fail (error);
}

static TnkControl *
find_control (TnkAuditBook *book,
              const char *id,
              GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_audit_get_campaign (tnk_audit_book_get_audit (book)));
  TnkControl *found = tnk_catalog_lookup_control (catalog, id);

  if (found == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog “%s” has no control “%s”", tnk_catalog_get_id (catalog), id);
  return found;
}

/* --- work papers --- */

/* The paper as it is, or a new one. */
static TnkWorkPaper *
take_paper (TnkAuditBook *book,
            GError **error)
{
  TnkControl *about = find_control (book, control, error);
  TnkWorkPaper *paper = about != NULL ? tnk_audit_book_lookup_paper (book, control, department) : NULL;

  if (about == NULL)
    return NULL;
  if (paper == NULL)
    return tnk_work_paper_new (about, department);
  if (revision == 0 || tnk_work_paper_get_revision (paper) == (guint) revision)
    return tnk_work_paper_copy (paper);
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "somebody changed the work paper in the meantime (revision %u, yours is %d)",
               tnk_work_paper_get_revision (paper), revision);
  return NULL;
}

static gboolean
set_paper (TnkWorkPaper *paper,
           TnkVerdict said,
           GError **error)
{
  const char *values[] = {seen, evidence, cause, day};

  if (verdict != NULL)
    tnk_work_paper_set_verdict (paper, said);
  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    if (values[field] != NULL && !tnk_work_paper_set (paper, field, values[field], error))
      return FALSE;
  return TRUE;
}

static int
run_paper (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department; needed", "ID"},
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control; needed", "ID"},
    {"verdict", 0, 0, G_OPTION_ARG_STRING, &verdict, "conforms, observation, minor, major or not_examined", "VERDICT"},
    {"seen", 0, 0, G_OPTION_ARG_STRING, &seen, "What was seen", "TEXT"},
    {"evidence", 0, 0, G_OPTION_ARG_STRING, &evidence, "Which evidence, and where it is", "TEXT"},
    {"cause", 0, 0, G_OPTION_ARG_STRING, &cause, "Why it is not kept", "TEXT"},
    {"day", 0, 0, G_OPTION_ARG_STRING, &day, "When it was examined", "DATE"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&department, &control, &by, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkWorkPaper) paper = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkVerdict said = TNK_VERDICT_NOT_EXAMINED;
  int result = begin (call, entries, 2, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (verdict != NULL && !tnk_verdict_from_string (verdict, &said))
    return ctl_usage (call, "--verdict=%s is not known; use conforms, observation, minor, major or not_examined", verdict);
  book = tnk_store_load_audit (store, ctl_argument (call, 1), &error);
  paper = book != NULL ? take_paper (book, &error) : NULL;
  if (paper != NULL && set_paper (paper, said, &error))
    stored = tnk_store_save_work_paper (store, ctl_argument (call, 1), paper, by, &error);
  if (stored == NULL)
    return ctl_fail (error);
  g_print ("%s/%s: %s, revision %u\n", control, department, tnk_verdict_to_string (tnk_work_paper_get_verdict (stored)),
           tnk_work_paper_get_revision (stored));
  return CTL_DONE;
}

static int
run_import (CtlCall *call)
{
  const GOptionEntry entries[] = {BY_ENTRY, {NULL}};
  char **const needed[] = {&by, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  guint n_papers;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (!tnk_store_import_work_papers (store, ctl_argument (call, 1), ctl_argument (call, 2), by, &n_papers, &problems, &error))
    return ctl_fail_with_problems (problems, error);
  g_print ("%u work papers were stored\n", n_papers);
  return CTL_DONE;
}

/* --- findings --- */

static gboolean
set_finding (TnkFinding *about,
             GError **error)
{
  const char *values[] = {title, fact, cause, recommendation, due};

  for (guint field = 0; field < G_N_ELEMENTS (values); field++)
    if (values[field] != NULL && !tnk_finding_set (about, field, values[field], error))
      return FALSE;
  return TRUE;
}

/* The draft as it is, or a new one about --control in --department. */
static TnkFinding *
take_finding (TnkAuditBook *book,
              TnkFindingKind what,
              GError **error)
{
  TnkFinding *found = finding != NULL ? tnk_audit_book_lookup_finding (book, finding) : NULL;
  TnkControl *about;

  if (finding == NULL) {
    about = find_control (book, control, error);
    return about != NULL ? tnk_finding_new (what, about, department) : NULL;
  }
  if (found == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the audit has no finding “%s”; see “tenkenctl audit findings”", finding);
  else if (revision != 0 && tnk_finding_get_revision (found) != (guint) revision)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "somebody changed the finding “%s” in the meantime (revision %u, yours is %d)", finding,
                 tnk_finding_get_revision (found), revision);
  else
    return tnk_finding_copy (found);
  return NULL;
}

static int
run_finding (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"finding", 0, 0, G_OPTION_ARG_STRING, &finding, "Change this draft; without it, a new one is made", "FINDING"},
    {"kind", 0, 0, G_OPTION_ARG_STRING, &kind, "finding, which must be put right, or opinion", "KIND"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department; needed for a new one", "ID"},
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control; needed for a new one", "ID"},
    {"title", 0, 0, G_OPTION_ARG_STRING, &title, "What it is about; needed for a new one", "TEXT"},
    {"fact", 0, 0, G_OPTION_ARG_STRING, &fact, "What was found", "TEXT"},
    {"cause", 0, 0, G_OPTION_ARG_STRING, &cause, "Why it came to that", "TEXT"},
    {"recommendation", 0, 0, G_OPTION_ARG_STRING, &recommendation, "What should be done", "TEXT"},
    {"due", 0, 0, G_OPTION_ARG_STRING, &due, "Until when", "DATE"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAuditBook) book = NULL;
  g_autoptr (TnkFinding) draft = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkFindingKind what = TNK_FINDING_KIND_FINDING;
  int result = begin (call, entries, 2, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (kind != NULL && !tnk_finding_kind_from_string (kind, &what))
    return ctl_usage (call, "--kind=%s is not known; use finding or opinion", kind);
  if (finding == NULL && (department == NULL || control == NULL || title == NULL))
    return ctl_usage (call, "--department, --control and --title are needed, or --finding");
  book = tnk_store_load_audit (store, ctl_argument (call, 1), &error);
  draft = book != NULL ? take_finding (book, what, &error) : NULL;
  if (draft != NULL && kind != NULL)
    tnk_finding_set_kind (draft, what);
  if (draft != NULL && set_finding (draft, &error))
    stored = tnk_store_save_finding (store, ctl_argument (call, 1), draft, by, &error);
  return report_finding (stored, error);
}

static int
run_issue (CtlCall *call)
{
  const GOptionEntry entries[] = {REVISION_ENTRY, BY_ENTRY, {NULL}};
  char **const needed[] = {&by, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  stored = tnk_store_issue_finding (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, by, &error);
  return report_finding (stored, error);
}

static int
run_withdraw (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"remark", 0, 0, G_OPTION_ARG_STRING, &remark, "Why; needed", "TEXT"}, REVISION_ENTRY, BY_ENTRY, {NULL}};
  char **const needed[] = {&by, &remark, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  stored = tnk_store_withdraw_finding (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, remark, by, &error);
  return report_finding (stored, error);
}

static const char *
or_nothing (const char *value)
{
  return value != NULL ? value : "";
}

static int
run_respond (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"text", 0, 0, G_OPTION_ARG_STRING, &text, "What the department says to it; needed", "TEXT"},
    {"action", 0, 0, G_OPTION_ARG_STRING, &action, "What it does", "TEXT"},
    {"due", 0, 0, G_OPTION_ARG_STRING, &due, "Until when", "DATE"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, &text, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  stored = tnk_store_respond_finding (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, text, or_nothing (action), or_nothing (due), by,
                                      &error);
  return report_finding (stored, error);
}

static int
run_followup (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"verdict", 0, 0, G_OPTION_ARG_STRING, &verdict, "improved, partly, not_improved, or accepted for an opinion; needed", "VERDICT"},
    {"seen", 0, 0, G_OPTION_ARG_STRING, &seen, "What was seen; needed", "TEXT"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, &verdict, &seen, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkFollowUp said = TNK_FOLLOW_UP_NOT_IMPROVED;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (!tnk_follow_up_from_string (verdict, &said))
    return ctl_usage (call, "--verdict=%s is not known; use improved, partly, not_improved or accepted", verdict);
  stored = tnk_store_follow_up_finding (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, said, seen, by, &error);
  return report_finding (stored, error);
}

/* --- spreads --- */

static int
run_spread (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"departments", 0, 0, G_OPTION_ARG_STRING, &departments, "Other departments, joined by ;; needed", "IDS"},
    {"question", 0, 0, G_OPTION_ARG_STRING, &question, "What they are asked to look for; needed", "TEXT"},
    {"due", 0, 0, G_OPTION_ARG_STRING, &due, "Until when they answer; needed", "DATE"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, &departments, &question, &due, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = NULL;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  list = ctl_audit_split (departments);
  stored = tnk_store_spread_finding (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, (const char *const *) list, question, due, by, &error);
  return report_finding (stored, error);
}

static int
run_answer (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department that was asked; needed", "ID"},
    {"answer", 0, 0, G_OPTION_ARG_STRING, &answer, "same, none or not_applicable; needed", "ANSWER"},
    {"text", 0, 0, G_OPTION_ARG_STRING, &text, "What it found; needed", "TEXT"},
    {"action", 0, 0, G_OPTION_ARG_STRING, &action, "What it does about the same problem", "TEXT"},
    {"due", 0, 0, G_OPTION_ARG_STRING, &due, "Until when", "DATE"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, &department, &answer, &text, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkFinding) stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkSpreadAnswer said = TNK_SPREAD_ANSWER_OPEN;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (!tnk_spread_answer_from_string (answer, &said) || said == TNK_SPREAD_ANSWER_OPEN)
    return ctl_usage (call, "--answer=%s is not known; use same, none or not_applicable", answer);
  stored = tnk_store_answer_spread (store, ctl_argument (call, 1), ctl_argument (call, 2), department, revision, said, text, or_nothing (action),
                                    or_nothing (due), by, &error);
  return report_finding (stored, error);
}

/* --- files --- */

static int
run_attach (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"finding", 0, 0, G_OPTION_ARG_STRING, &finding, "The finding to attach it to", "FINDING"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department of the work paper to attach it to", "ID"},
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control of the work paper to attach it to", "ID"},
    BY_ENTRY,
    {NULL}};
  char **const needed[] = {&by, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAttachment) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = begin (call, entries, 3, needed, &store);
  gboolean paper = department != NULL && control != NULL;

  if (result != CTL_DONE)
    return result;
  if ((finding != NULL) == paper)
    return ctl_usage (call, "either --finding, or --department and --control, are needed");
  if (paper)
    stored = tnk_store_attach_to_paper (store, ctl_argument (call, 1), control, department, ctl_argument (call, 2), by, &error);
  else
    stored = tnk_store_attach_to_finding (store, ctl_argument (call, 1), finding, ctl_argument (call, 2), by, &error);
  if (stored == NULL)
    return ctl_fail (error);
  g_print ("%s: %s, %" G_GUINT64_FORMAT " bytes, %s\n", tnk_attachment_get_id (stored), tnk_attachment_get_name (stored), tnk_attachment_get_size (stored),
           tnk_attachment_get_hash (stored));
  return CTL_DONE;
}

static int
run_fetch (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Where to write it; needed", "FILE"},
    {NULL}};
  char **const needed[] = {&output, NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = begin (call, entries, 3, needed, &store);

  if (result != CTL_DONE)
    return result;
  if (!tnk_store_export_attachment (store, ctl_argument (call, 1), ctl_argument (call, 2), output, &error))
    return ctl_fail (error);
  g_print ("%s\n", output);
  return CTL_DONE;
}

const CtlCommand ctl_audit_work_commands[] = {
  {"audit paper", "STORE AUDIT --department=D --control=C --verdict=VERDICT --by=P [OPTION…]", "Write a work paper", run_paper},
  {"audit import", "STORE AUDIT FILE.csv --by=P", "Take work papers in from a file, all or none", run_import},
  {"audit finding", "STORE AUDIT --department=D --control=C --title=TEXT --by=P [OPTION…]", "Draft a finding, or change a draft", run_finding},
  {"audit issue", "STORE AUDIT FINDING --by=P [--revision=N]", "Tell the department of a finding", run_issue},
  {"audit withdraw", "STORE AUDIT FINDING --remark=TEXT --by=P [--revision=N]", "Take a finding back", run_withdraw},
  {"audit respond", "STORE AUDIT FINDING --text=TEXT --by=P [--action=TEXT] [--due=DATE] [OPTION…]", "Answer a finding, for its department", run_respond},
  {"audit followup", "STORE AUDIT FINDING --verdict=VERDICT --seen=TEXT --by=P [OPTION…]", "Say whether a finding was put right", run_followup},
  {"audit spread", "STORE AUDIT FINDING --departments=IDS --question=TEXT --due=DATE --by=P [OPTION…]", "Ask other departments whether they have the same problem", run_spread},
  {"audit answer", "STORE AUDIT FINDING --department=D --answer=ANSWER --text=TEXT --by=P [OPTION…]", "Answer whether a department has the same problem", run_answer},
  {"audit attach", "STORE AUDIT FILE --by=P [--finding=F] [--department=D --control=C]", "Attach a file to a finding or a work paper", run_attach},
  {"audit fetch", "STORE AUDIT ATTACHMENT -o FILE", "Write an attached file, once its hash is found right", run_fetch},
  {NULL}};
