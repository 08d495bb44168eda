/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-places.h"

#include <glib/gi18n.h>

#include "tenken-audit-page.h"
#include "tenken-audit-papers-page.h"
#include "tenken-campaign-page.h"
#include "tenken-catalog-control-page.h"
#include "tenken-catalogs-page.h"
#include "tenken-committee-control-page.h"
#include "tenken-committee-controls-page.h"
#include "tenken-committee-heat-page.h"
#include "tenken-committee-home-page.h"
#include "tenken-committee-roles-page.h"
#include "tenken-committee-trend-page.h"
#include "tenken-compare-page.h"
#include "tenken-coverage-page.h"
#include "tenken-export-page.h"
#include "tenken-finding-page.h"
#include "tenken-findings-page.h"
#include "tenken-manager-home-page.h"
#include "tenken-office-settings-page.h"
#include "tenken-papers-import-page.h"
#include "tenken-plan-page.h"
#include "tenken-progress-page.h"
#include "tenken-record-page.h"
#include "tenken-records-page.h"
#include "tenken-results-page.h"
#include "tenken-roster-import-page.h"
#include "tenken-roster-page.h"
#include "tenken-setup-page.h"
#include "tenken-sheets-page.h"
#include "tenken-turnout-page.h"
#include "tenken-work-paper-page.h"

#define EVERYBODY (TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)

#define AUDITORS (TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR)
/* Those that read what others compile. */
#define READERS (TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE)

static const TenkenDeskGroup campaigns = {N_ ("Campaigns and catalogs"), "x-office-calendar-symbolic"};
static const TenkenDeskGroup roster = {N_ ("Roster and settings"), "x-office-address-book-symbolic"};
static const TenkenDeskGroup results = {N_ ("Results"), "view-grid-symbolic"};
static const TenkenDeskGroup audit = {N_ ("Audit and applications"), "x-office-document-symbolic"};

/* To add a page: its header above, and a line here; one line for each label that it has in some office, and for each group. */
const TenkenDeskPlace tenken_desk_places[] = {
  {TNK_RIGHTS_DEPARTMENT, "home", N_ ("At a glance"), "go-home-symbolic", tenken_manager_home_page_new, NULL},
  {TNK_RIGHTS_COMMITTEE, "home", N_ ("Standing"), "go-home-symbolic", tenken_committee_home_page_new, NULL},
  {TNK_RIGHTS_DEPARTMENT, "turnout", N_ ("Handing in"), "system-users-symbolic", tenken_turnout_page_new, NULL},
  {TNK_RIGHTS_SECRETARIAT, "campaign", N_ ("Campaigns"), NULL, tenken_campaign_page_new, &campaigns},
  {TNK_RIGHTS_SECRETARIAT, "setup", NULL, NULL, tenken_setup_page_new, NULL},
  {TNK_RIGHTS_SECRETARIAT, "catalogs", N_ ("Catalogs"), NULL, tenken_catalogs_page_new, &campaigns},
  {TNK_RIGHTS_SECRETARIAT, "roster", N_ ("Roster"), NULL, tenken_roster_page_new, &roster},
  {TNK_RIGHTS_SECRETARIAT, "roster-import", NULL, NULL, tenken_roster_import_page_new, NULL},
  {TNK_RIGHTS_SECRETARIAT, "settings", N_ ("Settings"), NULL, tenken_office_settings_page_new, &roster},
  {TNK_RIGHTS_SECRETARIAT, "progress", N_ ("Progress"), "system-users-symbolic", tenken_progress_page_new, NULL},
  {TNK_RIGHTS_COMMITTEE, "heat", N_ ("Departments by chapter"), NULL, tenken_committee_heat_page_new, &results},
  {TNK_RIGHTS_COMMITTEE, "controls", N_ ("Controls"), NULL, tenken_committee_controls_page_new, &results},
  {TNK_RIGHTS_COMMITTEE, "control", NULL, NULL, tenken_committee_control_page_new, NULL},
  {TNK_RIGHTS_COMMITTEE, "roles", N_ ("Roles"), NULL, tenken_committee_roles_page_new, &results},
  {TNK_RIGHTS_COMMITTEE, "trend", N_ ("Trend"), NULL, tenken_committee_trend_page_new, &results},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "results", N_ ("Results"), "view-list-symbolic", tenken_results_page_new, NULL},
  {READERS, "plan", N_ ("Improvement plan"), "checkbox-checked-symbolic", tenken_plan_page_new, NULL},
  {EVERYBODY, "compare", NULL, NULL, tenken_compare_page_new, NULL},
  {AUDITORS, "audit", N_ ("Audit plans"), "x-office-document-symbolic", tenken_audit_page_new, NULL},
  {AUDITORS, "papers", N_ ("Work papers"), "text-editor-symbolic", tenken_audit_papers_page_new, NULL},
  {AUDITORS, "papers-import", NULL, NULL, tenken_papers_import_page_new, NULL},
  {AUDITORS, "work-paper", NULL, NULL, tenken_work_paper_page_new, NULL},
  {AUDITORS, "findings", N_ ("Findings"), "dialog-warning-symbolic", tenken_findings_page_new, NULL},
  {AUDITORS, "follow-up", N_ ("Follow-up"), "view-refresh-symbolic", tenken_follow_up_page_new, NULL},
  {TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_SECRETARIAT, "audit", N_ ("Audit"), NULL, tenken_audit_page_new, &audit},
  {TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_SECRETARIAT, "findings", NULL, NULL, tenken_findings_page_new, NULL},
  {TNK_RIGHTS_DEPARTMENT, "findings", N_ ("Audit findings"), NULL, tenken_findings_page_new, &audit},
  {READERS | AUDITORS, "finding", NULL, NULL, tenken_finding_page_new, NULL},
  {READERS, "records", N_ ("Applications"), NULL, tenken_records_page_new, &audit},
  {AUDITORS | TNK_RIGHTS_OWN, "records", N_ ("Applications"), "document-edit-symbolic", tenken_records_page_new, NULL},
  {READERS | AUDITORS | TNK_RIGHTS_OWN, "record", NULL, NULL, tenken_record_page_new, NULL},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "sheets", NULL, NULL, tenken_sheets_page_new, NULL},
  {EVERYBODY, "export", N_ ("Export"), "document-save-symbolic", tenken_export_page_new, NULL},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT, "catalogs", N_ ("Catalogs"), "accessories-dictionary-symbolic",
   tenken_catalogs_page_new, NULL},
  {READERS, "coverage", NULL, NULL, tenken_coverage_page_new, NULL},
  {EVERYBODY, "catalog-control", NULL, NULL, tenken_catalog_control_page_new, NULL},
  {0},
};

const TenkenDeskPlace *
tenken_desk_places_find (const TenkenDeskPlace *places,
                         TnkRights office,
                         const char *id)
{
  g_return_val_if_fail (places != NULL && id != NULL, NULL);

  for (; places->id != NULL; places++)
    if ((places->offices & office) && g_str_equal (places->id, id))
      return places;
  return NULL;
}

static gboolean
is_first_of_group (const TenkenDeskPlace *place,
                   GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (tenken_desk_places_are_together (place, g_ptr_array_index (entries, i)))
      return FALSE;
  return TRUE;
}

GPtrArray *
tenken_desk_places_list_entries (const TenkenDeskPlace *places,
                                 TnkRights office)
{
  GPtrArray *entries = g_ptr_array_new ();

  g_return_val_if_fail (places != NULL, entries);

  for (; places->id != NULL; places++)
    if ((places->offices & office) && places->label != NULL && is_first_of_group (places, entries))
      g_ptr_array_add (entries, (gpointer) places);
  return entries;
}

GPtrArray *
tenken_desk_places_list_group (const TenkenDeskPlace *places,
                               TnkRights office,
                               const TenkenDeskGroup *group)
{
  GPtrArray *members = g_ptr_array_new ();

  g_return_val_if_fail (places != NULL && group != NULL, members);

  for (; places->id != NULL; places++)
    if ((places->offices & office) && places->label != NULL && places->group == group)
      g_ptr_array_add (members, (gpointer) places);
  return members;
}

gboolean
tenken_desk_places_are_together (const TenkenDeskPlace *one,
                                 const TenkenDeskPlace *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, FALSE);
  return one == other || (one->group != NULL && one->group == other->group);
}

TnkRights
tenken_desk_places_filter (const TenkenDeskPlace *places,
                           TnkRights rights)
{
  TnkRights offered = TNK_RIGHTS_NONE;

  g_return_val_if_fail (places != NULL, TNK_RIGHTS_NONE);

  for (; places->id != NULL; places++)
    if (places->label != NULL)
      offered |= places->offices & rights;
  return offered;
}

const char *
tenken_desk_office_get_name (TnkRights office)
{
  switch (office) {
  case TNK_RIGHTS_DEPARTMENT:
    return _ ("Manager");
  case TNK_RIGHTS_SECRETARIAT:
    return _ ("Secretariat");
  case TNK_RIGHTS_COMMITTEE:
    return _ ("Committee");
  case TNK_RIGHTS_AUDIT:
    return _ ("Audit");
  case TNK_RIGHTS_AUDITOR:
    return _ ("Auditor");
  case TNK_RIGHTS_OWN:
  case TNK_RIGHTS_NONE:
  default:
    return "";
  }
}
