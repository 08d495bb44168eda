/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-audit.h"

#include <string.h>

/* Plans of audits, and how they go on. */

static char *auditor, *auditors, *by, *controls, *department, *departments, *ends, *method, *purpose, *remark, *starts, *summary, *title;
static char **exempt = NULL;
static int revision = 0;

#define BY_ENTRY \
  { \
    "by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who does it; needed", "PERSON" \
  }
#define REVISION_ENTRY \
  { \
    "revision", 0, 0, G_OPTION_ARG_INT, &revision, "Refuse if the plan was changed since this revision", "N" \
  }
#define PLAN_ENTRIES \
  {"title", 0, 0, G_OPTION_ARG_STRING, &title, "What the audit is called", "TEXT"}, {"purpose", 0, 0, G_OPTION_ARG_STRING, &purpose, "Why it is made", "TEXT"}, \
    {"method", 0, 0, G_OPTION_ARG_STRING, &method, "How it is made, and how work goes on meanwhile", "TEXT"}, \
    {"starts", 0, 0, G_OPTION_ARG_STRING, &starts, "The first day", "DATE"}, {"ends", 0, 0, G_OPTION_ARG_STRING, &ends, "The last day", "DATE"}, \
    {"departments", 0, 0, G_OPTION_ARG_STRING, &departments, "What is audited, each with all below it, joined by ;", "IDS"}, \
    {"controls", 0, 0, G_OPTION_ARG_STRING, &controls, "The controls, joined by ;, or “required” for all that the campaign requires", "IDS"}, \
    {"auditors", 0, 0, G_OPTION_ARG_STRING, &auditors, "The staff numbers of the auditors, joined by ;", "PEOPLE"}, \
  { \
    "exempt", 0, 0, G_OPTION_ARG_STRING_ARRAY, &exempt, "Why an auditor who is not independent of a department cannot be avoided; can be given several times", \
      "PERSON/DEPARTMENT=REASON" \
  }

char **
ctl_audit_split (const char *joined)
{
  return g_strsplit (joined, ";", -1);
}

static int
report_plan (TnkAudit *stored,
             GError *error)
{
  if (stored == NULL)
    return ctl_fail (error);
  g_print ("%s: %s, revision %u\n", tnk_audit_get_id (stored), tnk_audit_state_to_string (tnk_audit_get_state (stored)), tnk_audit_get_revision (stored));
  return CTL_DONE;
}

/* --- writing a plan --- */

static char **
list_required (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    if (tnk_campaign_requires (campaign, tnk_catalog_get_control (catalog, i)))
      g_strv_builder_add (ids, tnk_control_get_id (tnk_catalog_get_control (catalog, i)));
  return g_strv_builder_end (ids);
}

static gboolean
set_list (TnkAudit *audit,
          const char *joined,
          gboolean (*set) (TnkAudit *audit, const char *const *list, GError **error),
          GError **error)
{
  g_auto (GStrv) list = NULL;

  if (joined == NULL)
    return TRUE;
  if (joined == controls && g_str_equal (joined, "required"))
    list = list_required (tnk_audit_get_campaign (audit));
  else
    list = ctl_audit_split (joined);
  return set (audit, (const char *const *) list, error);
}

/* PERSON/DEPARTMENT=REASON. */
static gboolean
ask_exemption (TnkAudit *audit,
               const char *text,
               GError **error)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_auto (GStrv) names = g_strsplit (halves[0] != NULL ? halves[0] : "", "/", 2);

  if (g_strv_length (halves) == 2 && g_strv_length (names) == 2)
    return tnk_audit_ask_exemption (audit, names[0], names[1], halves[1], error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "--exempt=%s is not PERSON/DEPARTMENT=REASON", text);
  return FALSE;
}

/* Sets what the options say. The first fault ends it. */
static gboolean
set_plan (TnkAudit *audit,
          GError **error)
{
  const char *values[TNK_N_AUDIT_FIELDS] = {title, purpose, method, starts, ends, summary};

  for (guint field = 0; field < TNK_N_AUDIT_FIELDS; field++)
    if (values[field] != NULL && !tnk_audit_set (audit, field, values[field], error))
      return FALSE;
  for (guint i = 0; exempt != NULL && exempt[i] != NULL; i++)
    if (!ask_exemption (audit, exempt[i], error))
      return FALSE;
  return set_list (audit, departments, tnk_audit_set_departments, error) && set_list (audit, controls, tnk_audit_set_controls, error) &&
         set_list (audit, auditors, tnk_audit_set_auditors, error);
}

static int
run_plan (CtlCall *call)
{
  const GOptionEntry entries[] = {PLAN_ENTRIES, BY_ENTRY, {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkAudit) audit = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (title == NULL || by == NULL)
    return ctl_usage (call, "--title and --by are needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  campaign = store != NULL ? tnk_store_load_campaign (store, ctl_argument (call, 1), &error) : NULL;
  if (campaign != NULL) {
    audit = tnk_audit_new (campaign);
    if (set_plan (audit, &error))
      stored = tnk_store_save_audit (store, audit, by, &error);
  }
  return report_plan (stored, error);
}

/* A copy to be changed, if it is still the revision that the caller saw. */
static TnkAudit *
take_copy (TnkStore *store,
           const char *id,
           GError **error)
{
  g_autoptr (TnkAuditBook) book = tnk_store_load_audit (store, id, error);
  TnkAudit *audit = book != NULL ? tnk_audit_book_get_audit (book) : NULL;

  if (audit == NULL || revision == 0 || tnk_audit_get_revision (audit) == (guint) revision)
    return audit != NULL ? tnk_audit_copy (audit) : NULL;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "somebody changed the plan of the audit “%s” in the meantime (revision %u, yours is %d)", id,
               tnk_audit_get_revision (audit), revision);
  return NULL;
}

static int
run_change (CtlCall *call)
{
  const GOptionEntry entries[] = {
    PLAN_ENTRIES,
    {"summary", 0, 0, G_OPTION_ARG_STRING, &summary, "What the report says as a whole; written while the audit is under way", "TEXT"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAudit) audit = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (by == NULL)
    return ctl_usage (call, "--by is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  audit = store != NULL ? take_copy (store, ctl_argument (call, 1), &error) : NULL;
  if (audit != NULL && set_plan (audit, &error))
    stored = tnk_store_save_audit (store, audit, by, &error);
  return report_plan (stored, error);
}

/* --- steps --- */

static int
run_step (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"remark", 0, 0, G_OPTION_ARG_STRING, &remark, "What is said with it; needed to return, revise or resume", "TEXT"}, REVISION_ENTRY, BY_ENTRY, {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAudit) stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkAuditStep step = TNK_AUDIT_STEP_SUBMIT;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (by == NULL)
    return ctl_usage (call, "--by is needed");
  if (revision < 0)
    return ctl_usage (call, "--revision=%d is not one; revisions count from 1", revision);
  tnk_audit_step_from_string (call->command + strlen ("audit "), &step);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store != NULL)
    stored = tnk_store_move_audit (store, ctl_argument (call, 1), revision, step, remark, by, &error);
  return report_plan (stored, error);
}

static int
run_exempt (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"auditor", 0, 0, G_OPTION_ARG_STRING, &auditor, "The staff number of the auditor; needed", "PERSON"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The audited department, as the plan names it; needed", "ID"},
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAudit) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (by == NULL || auditor == NULL || department == NULL)
    return ctl_usage (call, "--auditor, --department and --by are needed");
  if (revision < 0)
    return ctl_usage (call, "--revision=%d is not one; revisions count from 1", revision);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store != NULL)
    stored = tnk_store_exempt_auditor (store, ctl_argument (call, 1), revision, auditor, department, by, &error);
  return report_plan (stored, error);
}

#define STEP_ARGUMENTS "STORE AUDIT --by=P [--remark=TEXT] [--revision=N]"

const CtlCommand ctl_audit_commands[] = {
  {"audit plan", "STORE ID --title=TEXT --by=P [--departments=IDS] [--controls=IDS] [--auditors=PEOPLE] [OPTION…]", "Draft the plan of an audit", run_plan},
  {"audit change", "STORE AUDIT --by=P [--summary=TEXT] [OPTION…]", "Change a draft, or the summary of an audit that is under way", run_change},
  {"audit submit", STEP_ARGUMENTS, "Hand a plan to the committee", run_step},
  {"audit return", STEP_ARGUMENTS, "Give a plan back, for the committee", run_step},
  {"audit exempt", "STORE AUDIT --auditor=P --department=D --by=P [--revision=N]", "Let an auditor who is not independent pass, for the committee", run_exempt},
  {"audit approve", STEP_ARGUMENTS, "Approve a plan, for the committee", run_step},
  {"audit revise", STEP_ARGUMENTS, "Make an approved plan a draft again", run_step},
  {"audit start", STEP_ARGUMENTS, "Begin an audit", run_step},
  {"audit report", STEP_ARGUMENTS, "Report an audit to the committee", run_step},
  {"audit resume", STEP_ARGUMENTS, "Have the auditors look again, for the committee", run_step},
  {"audit close", STEP_ARGUMENTS, "Close an audit in which nothing is left to do", run_step},
  {NULL}};
