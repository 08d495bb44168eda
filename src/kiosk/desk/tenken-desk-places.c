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

/* To add a page: its header above, and a line here; one line for each label that it has in some office. */
const TenkenDeskPlace tenken_desk_places[] = {
  {TNK_RIGHTS_DEPARTMENT, "home", N_ ("At a glance"), "go-home-symbolic", tenken_manager_home_page_new},
  {TNK_RIGHTS_COMMITTEE, "home", N_ ("Standing"), "go-home-symbolic", tenken_committee_home_page_new},
  {TNK_RIGHTS_DEPARTMENT, "turnout", N_ ("Handing in"), "system-users-symbolic", tenken_turnout_page_new},
  {TNK_RIGHTS_SECRETARIAT, "campaign", N_ ("Campaigns"), "x-office-calendar-symbolic", tenken_campaign_page_new},
  {TNK_RIGHTS_SECRETARIAT, "setup", NULL, NULL, tenken_setup_page_new},
  {TNK_RIGHTS_SECRETARIAT, "roster", N_ ("Roster"), "x-office-address-book-symbolic", tenken_roster_page_new},
  {TNK_RIGHTS_SECRETARIAT, "roster-import", NULL, NULL, tenken_roster_import_page_new},
  {TNK_RIGHTS_SECRETARIAT, "progress", N_ ("Progress"), "system-users-symbolic", tenken_progress_page_new},
  {TNK_RIGHTS_COMMITTEE, "heat", N_ ("Departments by chapter"), "view-grid-symbolic", tenken_committee_heat_page_new},
  {TNK_RIGHTS_COMMITTEE, "controls", N_ ("Controls"), "view-list-symbolic", tenken_committee_controls_page_new},
  {TNK_RIGHTS_COMMITTEE, "control", NULL, NULL, tenken_committee_control_page_new},
  {TNK_RIGHTS_COMMITTEE, "roles", N_ ("Roles"), "system-users-symbolic", tenken_committee_roles_page_new},
  {TNK_RIGHTS_COMMITTEE, "trend", N_ ("Trend"), "document-open-recent-symbolic", tenken_committee_trend_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "results", N_ ("Results"), "view-list-symbolic", tenken_results_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE, "plan", N_ ("Improvement plan"), "checkbox-checked-symbolic",
   tenken_plan_page_new},
  {EVERYBODY, "compare", NULL, NULL, tenken_compare_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "audit", N_ ("Audit plans"), "x-office-document-symbolic", tenken_audit_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "papers", N_ ("Work papers"), "text-editor-symbolic", tenken_audit_papers_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "papers-import", NULL, NULL, tenken_papers_import_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "work-paper", NULL, NULL, tenken_work_paper_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "findings", N_ ("Findings"), "dialog-warning-symbolic", tenken_findings_page_new},
  {TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "follow-up", N_ ("Follow-up"), "view-refresh-symbolic", tenken_follow_up_page_new},
  {TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_SECRETARIAT, "audit", N_ ("Audit"), "x-office-document-symbolic", tenken_audit_page_new},
  {TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_SECRETARIAT, "findings", NULL, NULL, tenken_findings_page_new},
  {TNK_RIGHTS_DEPARTMENT, "findings", N_ ("Audit findings"), "dialog-warning-symbolic", tenken_findings_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR, "finding", NULL, NULL,
   tenken_finding_page_new},
  {EVERYBODY | TNK_RIGHTS_AUDITOR | TNK_RIGHTS_OWN, "records", N_ ("Applications"), "document-edit-symbolic", tenken_records_page_new},
  {EVERYBODY | TNK_RIGHTS_AUDITOR | TNK_RIGHTS_OWN, "record", NULL, NULL, tenken_record_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT, "sheets", NULL, NULL, tenken_sheets_page_new},
  {EVERYBODY, "export", N_ ("Export"), "document-save-symbolic", tenken_export_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT, "catalogs", N_ ("Catalogs"), "accessories-dictionary-symbolic", tenken_catalogs_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE, "coverage", NULL, NULL, tenken_coverage_page_new},
  {TNK_RIGHTS_DEPARTMENT | TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT, "catalog-control", NULL, NULL, tenken_catalog_control_page_new},
  {TNK_RIGHTS_SECRETARIAT, "settings", N_ ("Settings"), "emblem-system-symbolic", tenken_office_settings_page_new},
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
