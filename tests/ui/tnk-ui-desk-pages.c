/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-audit.h"
#include "tnk-ui-body.h"
#include "tnk-ui-catalogs.h"
#include "tnk-ui-desk.h"
#include "tnk-ui-export.h"
#include "tnk-ui-lapsed.h"
#include "tnk-ui-pages.h"
#include "tnk-ui-plan.h"
#include "tnk-ui-records.h"
#include "tnk-ui-roster-pages.h"
#include "tnk-ui-sample.h"
#include "tnk-ui-setup.h"
#include "tnk-ui-turnout-pages.h"

/* --- what every page has --- */

static void
show_sample (TnkUi *ui,
             TnkUiSampleMood mood)
{
  tnk_ui_sample_reset ();
  tnk_ui_sample_set_mood (mood);
  tnk_ui_desk_show (ui, TNK_RIGHTS_SECRETARIAT, tnk_ui_sample_places);
  if (mood != TNK_UI_SAMPLE_SLOW)
    tnk_ui_desk_settle (ui);
}

static void
show_empty (TnkUi *ui,
            TenkenRound *round)
{
  show_sample (ui, TNK_UI_SAMPLE_EMPTY);
}

static void
show_broken (TnkUi *ui,
             TenkenRound *round)
{
  show_sample (ui, TNK_UI_SAMPLE_BROKEN);
}

static void
show_refused (TnkUi *ui,
              TenkenRound *round)
{
  show_sample (ui, TNK_UI_SAMPLE_REFUSED);
}

static gboolean
says_so (gpointer user_data)
{
  TenkenDeskPage *page = tnk_ui_desk_get_page (user_data);
  GtkWidget *spinner = tnk_ui_find (GTK_WIDGET (page), GTK_TYPE_SPINNER);

  return gtk_widget_get_mapped (spinner);
}

static void
show_waiting (TnkUi *ui,
              TenkenRound *round)
{
  show_sample (ui, TNK_UI_SAMPLE_SLOW);
  tnk_ui_wait (says_so, ui, "the word about waiting");
}

static void
show_frame (TnkUi *ui,
            TenkenRound *round)
{
  show_sample (ui, TNK_UI_SAMPLE_GOOD);
}

/* --- the list ---
 *
 * A line for each page in each state that it has: its name, the body, the office in which it is looked at and the place,
 * as tenken_desk_go () has it, and a function that does what is still to be done, such as opening a dialog, or NULL. The
 * body TNK_UI_DEMO is the city of "tenkenctl demo" with 200 people; TNK_UI_HOSTILE has names without an end. The pictures:
 * "tests/ui/screens DIR NAME...". Functions that take more than a few lines stand in a file of their own. */

/* The search of the page itself, not of a list that drops down. */
static GtkWidget *
find_search (GtkWidget *below)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (below) ? below : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      found = find_search (child);
  return found;
}

/* Words that stand nowhere. */
static void
show_unfound (TnkUi *ui,
              TenkenRound *round)
{
  GtkWidget *search = find_search (GTK_WIDGET (tnk_ui_desk_get_page (ui)));

  gtk_editable_set_text (GTK_EDITABLE (search), "どこにもない言葉");
  g_signal_emit_by_name (search, "search-changed");
}

#define AT(office, place) NULL, FALSE, TNK_UI_FRESH, TNK_RIGHTS_##office, place
#define SAMPLE NULL, FALSE, TNK_UI_FRESH, TNK_RIGHTS_SECRETARIAT, NULL

const TnkUiPage tnk_ui_desk_pages[] = {
  {"desk-frame", TNK_UI_DEMO, SAMPLE, show_frame},
  {"desk-frame-hostile", TNK_UI_HOSTILE, SAMPLE, show_frame},
  {"desk-waiting", TNK_UI_DEMO, SAMPLE, show_waiting},
  {"desk-empty", TNK_UI_DEMO, SAMPLE, show_empty},
  {"desk-broken", TNK_UI_DEMO, SAMPLE, show_broken},
  {"desk-refused", TNK_UI_DEMO, SAMPLE, show_refused},
  {"turnout", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), NULL},
  {"turnout-hostile", TNK_UI_HOSTILE, AT (DEPARTMENT, "turnout"), NULL},
  {"turnout-counts", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), tnk_ui_turnout_show_counts},
  {"turnout-paper", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), tnk_ui_turnout_show_paper},
  {"turnout-return", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), tnk_ui_turnout_show_return},
  {"turnout-close", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), tnk_ui_turnout_show_close},
  {"turnout-remind", TNK_UI_DEMO, AT (DEPARTMENT, "turnout"), tnk_ui_turnout_show_remind},
  {"progress", TNK_UI_DEMO, AT (SECRETARIAT, "progress"), NULL},
  {"progress-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "progress"), NULL},
  {"progress-tree", TNK_UI_DEMO, AT (SECRETARIAT, "progress"), tnk_ui_turnout_show_tree},
  {"progress-part", TNK_UI_DEMO, AT (SECRETARIAT, "progress"), tnk_ui_turnout_show_part},
  {"compare", TNK_UI_DEMO, AT (SECRETARIAT, "compare/fukushima-2021..fukushima-2023"), NULL},
  {"compare-committee", TNK_UI_HOSTILE, AT (COMMITTEE, "compare"), show_unfound},
  {"compare-none", TNK_UI_DEMO, AT (DEPARTMENT, "compare/osaka-2021..mic-2020"), NULL},
  {"campaigns", TNK_UI_DEMO, AT (SECRETARIAT, "campaign"), NULL},
  {"campaign", TNK_UI_DEMO, AT (SECRETARIAT, "campaign/2026"), NULL},
  {"campaign-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "campaign/2026"), NULL},
  {"campaign-close", TNK_UI_DEMO, AT (SECRETARIAT, "campaign/2026"), tnk_ui_setup_ask_close},
  {"campaign-reopen", TNK_UI_DEMO, AT (SECRETARIAT, "campaign/2026"), tnk_ui_setup_ask_reopen},
  {"campaign-visibility", TNK_UI_DEMO, AT (SECRETARIAT, "campaign/2026"), tnk_ui_setup_ask_visibility},
  {"catalogs", TNK_UI_DEMO, AT (COMMITTEE, "catalogs"), NULL},
  {"catalogs-osaka", TNK_UI_DEMO, AT (AUDIT, "catalogs/osaka-2021@2021-11"), NULL},
  {"catalogs-search", TNK_UI_DEMO, AT (SECRETARIAT, "catalogs"), tnk_ui_catalogs_search},
  {"catalogs-nothing", TNK_UI_DEMO, AT (SECRETARIAT, "catalogs"), tnk_ui_catalogs_search_nothing},
  {"catalogs-hostile", TNK_UI_HOSTILE, AT (DEPARTMENT, "catalogs"), NULL},
  {"catalog-control", TNK_UI_DEMO, AT (COMMITTEE, "catalog-control/5.4-3-1@mic-2020@2020-12"), NULL},
  {"catalog-control-editions", TNK_UI_DEMO, AT (DEPARTMENT, "catalog-control/7-6-4-h@fukushima-2023@2023-06"), NULL},
  {"catalog-control-none", TNK_UI_DEMO, AT (DEPARTMENT, "catalog-control/26_5-3.1@osaka-2021@2021-11"), NULL},
  {"catalog-control-gone", TNK_UI_DEMO, AT (DEPARTMENT, "catalog-control/no-such@mic-2020@2020-12"), NULL},
  {"coverage", TNK_UI_DEMO, AT (COMMITTEE, "coverage/osaka-2021@2021-11"), NULL},
  {"coverage-nothing", TNK_UI_HOSTILE, AT (DEPARTMENT, "coverage"), NULL},
  {"office-settings", TNK_UI_DEMO, AT (SECRETARIAT, "settings"), NULL},
  {"setup-catalog", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), NULL},
  {"setup-controls", TNK_UI_DEMO, AT (SECRETARIAT, "setup/like/2025"), tnk_ui_setup_show_controls},
  {"setup-left-out", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_left_out},
  {"setup-population", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_population},
  {"setup-population-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_population},
  {"setup-settings", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_settings},
  {"setup-check", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_check},
  {"setup-edition", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_edition},
  {"setup-changes", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_changes},
  {"setup-start", TNK_UI_DEMO, AT (SECRETARIAT, "setup"), tnk_ui_setup_show_start},
  {"committee-home", TNK_UI_DEMO, AT (COMMITTEE, "home"), NULL},
  {"committee-home-hostile", TNK_UI_HOSTILE, AT (COMMITTEE, "home"), NULL},
  {"committee-heat", TNK_UI_DEMO, AT (COMMITTEE, "heat"), NULL},
  {"committee-heat-list", TNK_UI_DEMO, AT (COMMITTEE, "heat/list"), NULL},
  {"committee-heat-hostile", TNK_UI_HOSTILE, AT (COMMITTEE, "heat"), NULL},
  {"committee-controls", TNK_UI_DEMO, AT (COMMITTEE, "controls/chapter=6&department=D0100&gaps=1"), NULL},
  {"committee-controls-hostile", TNK_UI_HOSTILE, AT (COMMITTEE, "controls"), NULL},
  {"committee-control", TNK_UI_DEMO, AT (COMMITTEE, "control/id=5.4-3-1&role=staff"), NULL},
  {"committee-control-gone", TNK_UI_DEMO, AT (COMMITTEE, "control/id=no-such"), NULL},
  {"committee-roles", TNK_UI_DEMO, AT (COMMITTEE, "roles"), NULL},
  {"committee-trend", TNK_UI_DEMO, AT (COMMITTEE, "trend"), NULL},
  {"committee-trend-control", TNK_UI_DEMO, AT (COMMITTEE, "trend/id=5.4-3-1"), NULL},
  {"committee-trend-hostile", TNK_UI_HOSTILE, AT (COMMITTEE, "trend"), NULL},
  {"export-manager", TNK_UI_DEMO, AT (DEPARTMENT, "export"), NULL},
  {"export-secretariat", TNK_UI_DEMO, AT (SECRETARIAT, "export"), NULL},
  {"export-audit", TNK_UI_DEMO, AT (AUDIT, "export"), NULL},
  {"export-hostile", TNK_UI_HOSTILE, AT (DEPARTMENT, "export"), NULL},
  {"export-saved", TNK_UI_DEMO, AT (COMMITTEE, "export"), tnk_ui_export_show_saved},
  {"desk-home", TNK_UI_DEMO, AT (DEPARTMENT, "home"), NULL},
  {"desk-home-hostile", TNK_UI_HOSTILE, AT (DEPARTMENT, "home"), NULL},
  {"desk-results", TNK_UI_DEMO, AT (DEPARTMENT, "results"), NULL},
  {"desk-results-whole", TNK_UI_DEMO, AT (SECRETARIAT, "results"), NULL},
  {"desk-results-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "results"), NULL},
  {"desk-results-sections", TNK_UI_DEMO, AT (DEPARTMENT, "results/sections"), NULL},
  {"desk-results-chapter", TNK_UI_DEMO, AT (SECRETARIAT, "results/chapter/5"), NULL},
  {"desk-results-gaps", TNK_UI_DEMO, AT (DEPARTMENT, "results/gaps"), NULL},
  {"desk-results-comments", TNK_UI_DEMO, AT (DEPARTMENT, "results/comments"), NULL},
  {"desk-results-few", TNK_UI_DEMO, AT (DEPARTMENT, "results/sections"), tnk_ui_turnout_show_few},
  {"desk-results-few-overview", TNK_UI_DEMO, AT (DEPARTMENT, "results"), tnk_ui_turnout_show_few},
  {"desk-results-control", TNK_UI_DEMO, AT (DEPARTMENT, "results/control/5.1-1-1"), NULL},
  {"desk-roster", TNK_UI_DEMO, AT (SECRETARIAT, "roster"), NULL},
  {"desk-roster-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "roster"), NULL},
  {"desk-roster-departments", TNK_UI_DEMO, AT (SECRETARIAT, "roster/departments"), NULL},
  {"desk-roster-rights", TNK_UI_DEMO, AT (SECRETARIAT, "roster/rights"), NULL},
  {"desk-roster-grant", TNK_UI_DEMO, AT (SECRETARIAT, "roster/rights"), tnk_ui_roster_show_grant},
  {"desk-roster-pins", TNK_UI_DEMO, AT (SECRETARIAT, "roster"), tnk_ui_roster_show_pins},
  {"desk-roster-import", TNK_UI_DEMO, AT (SECRETARIAT, "roster-import"), NULL},
  {"desk-roster-faults", TNK_UI_DEMO, AT (SECRETARIAT, "roster-import"), tnk_ui_roster_show_faults},
  {"desk-roster-preview", TNK_UI_DEMO, AT (SECRETARIAT, "roster-import"), tnk_ui_roster_show_preview},
  {"desk-sheets", TNK_UI_DEMO, AT (DEPARTMENT, "sheets"), NULL},
  {"desk-sheets-faults", TNK_UI_DEMO, AT (DEPARTMENT, "sheets"), tnk_ui_sheets_show_faults},
  {"desk-sheets-preview", TNK_UI_DEMO, AT (DEPARTMENT, "sheets"), tnk_ui_sheets_show_preview},
  /* Before the audits, which give whoever has no right here one. */
  {"own-records-hostile", TNK_UI_HOSTILE, AT (OWN, "records"), NULL},
  {"audits", TNK_UI_DEMO, AT (AUDIT, "audit"), tnk_ui_audit_show_list},
  {"audit", TNK_UI_DEMO, AT (AUDIT, "audit"), tnk_ui_audit_show_one},
  {"audit-gone", TNK_UI_DEMO, AT (AUDIT, "audit/no-such"), NULL},
  {"audit-hostile", TNK_UI_HOSTILE, AT (AUDIT, "audit"), tnk_ui_audit_show_one},
  {"audit-committee", TNK_UI_DEMO, AT (COMMITTEE, "audit"), tnk_ui_audit_show_draft},
  {"audit-secretariat", TNK_UI_DEMO, AT (SECRETARIAT, "audit"), tnk_ui_audit_show_one},
  {"audit-plan", TNK_UI_DEMO, AT (AUDIT, "audit"), tnk_ui_audit_show_plan},
  {"audit-conflicts", TNK_UI_DEMO, AT (AUDIT, "audit"), tnk_ui_audit_show_conflicts},
  {"audit-step", TNK_UI_DEMO, AT (COMMITTEE, "audit"), tnk_ui_audit_show_step},
  {"audit-let-pass", TNK_UI_DEMO, AT (COMMITTEE, "audit"), tnk_ui_audit_show_let_pass},
  {"audit-papers", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_papers},
  {"audit-papers-hostile", TNK_UI_HOSTILE, AT (AUDIT, "papers"), tnk_ui_audit_show_papers},
  {"audit-import", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_import},
  {"audit-import-preview", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_import_preview},
  {"audit-import-faults", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_import_faults},
  {"audit-paper", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_paper},
  {"audit-paper-hostile", TNK_UI_HOSTILE, AT (AUDIT, "papers"), tnk_ui_audit_show_paper},
  {"audit-paper-form", TNK_UI_DEMO, AT (AUDIT, "papers"), tnk_ui_audit_show_paper_form},
  {"audit-attach", TNK_UI_DEMO, AT (AUDIT, "findings"), tnk_ui_audit_show_attach},
  {"audit-findings", TNK_UI_DEMO, AT (AUDIT, "findings"), tnk_ui_audit_show_findings},
  {"audit-follow-up", TNK_UI_DEMO, AT (AUDIT, "follow-up"), tnk_ui_audit_show_list},
  {"audit-findings-manager", TNK_UI_DEMO, AT (DEPARTMENT, "findings"), tnk_ui_audit_show_findings},
  {"audit-finding", TNK_UI_DEMO, AT (AUDIT, "findings"), tnk_ui_audit_show_finding},
  {"audit-finding-hostile", TNK_UI_HOSTILE, AT (AUDIT, "findings"), tnk_ui_audit_show_finding},
  {"audit-finding-manager", TNK_UI_DEMO, AT (DEPARTMENT, "findings"), tnk_ui_audit_show_finding},
  {"audit-finding-form", TNK_UI_DEMO, AT (AUDIT, "findings"), tnk_ui_audit_show_finding_form},
  {"audit-respond", TNK_UI_DEMO, AT (DEPARTMENT, "findings"), tnk_ui_audit_show_respond},
  {"audit-spread", TNK_UI_DEMO, AT (AUDIT, "findings"), tnk_ui_audit_show_spread},
  {"audit-question", TNK_UI_DEMO, AT (DEPARTMENT, "findings"), tnk_ui_audit_show_question},
  {"plan-empty", TNK_UI_DEMO, AT (DEPARTMENT, "plan"), NULL},
  {"plan-manager", TNK_UI_DEMO, AT (DEPARTMENT, "plan"), tnk_ui_plan_fill},
  {"plan-secretariat", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_fill},
  {"plan-committee", TNK_UI_DEMO, AT (COMMITTEE, "plan/overdue"), tnk_ui_plan_fill},
  {"plan-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "plan"), tnk_ui_plan_fill},
  {"plan-action", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_action},
  {"plan-action-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_action},
  {"plan-new", TNK_UI_DEMO, AT (DEPARTMENT, "plan"), tnk_ui_plan_open_new},
  {"plan-proposals", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_proposals},
  {"plan-conflict", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_conflict},
  {"plan-preview", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_preview},
  {"plan-problems", TNK_UI_DEMO, AT (SECRETARIAT, "plan"), tnk_ui_plan_open_problems},
  {"records", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_list},
  {"records-late", TNK_UI_DEMO, AT (SECRETARIAT, "records/late"), tnk_ui_records_show_list},
  {"records-empty", TNK_UI_PLAIN, AT (SECRETARIAT, "records"), NULL},
  {"record-draft", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_draft},
  {"record-forbidden", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_forbidden},
  {"record-missing", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_missing},
  {"record-applied", TNK_UI_DEMO, AT (SECRETARIAT, "records"), tnk_ui_records_show_applied},
  {"record-step", TNK_UI_DEMO, AT (SECRETARIAT, "records"), tnk_ui_records_show_step},
  {"record-call", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_call},
  {"record-sent", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_records_show_sent},
  {"record-hostile", TNK_UI_HOSTILE, AT (SECRETARIAT, "records"), tnk_ui_records_show_hostile},
  {"record-refused", TNK_UI_DEMO, AT (DEPARTMENT, "record/no-such"), NULL},
  {"deputies", TNK_UI_DEMO, AT (SECRETARIAT, "records"), tnk_ui_records_show_deputies},
  {"deputies-name", TNK_UI_DEMO, AT (SECRETARIAT, "records"), tnk_ui_records_show_naming},
  {"deputies-empty", TNK_UI_PLAIN, AT (SECRETARIAT, "records/deputies"), NULL},
  {"own-records", TNK_UI_DEMO, AT (OWN, "records"), tnk_ui_records_show_own},
  {"own-records-empty", TNK_UI_PLAIN, AT (OWN, "records"), NULL},
  {"own-draft", TNK_UI_DEMO, AT (OWN, "records"), tnk_ui_records_show_own_draft},
  {"own-applied", TNK_UI_DEMO, AT (OWN, "records"), tnk_ui_records_show_own_applied},
  {"own-refused", TNK_UI_DEMO, AT (OWN, "record/no-such"), NULL},
  {"exceptions", TNK_UI_DEMO, AT (COMMITTEE, "records"), tnk_ui_records_show_exceptions},
  {"exceptions-empty", TNK_UI_PLAIN, AT (COMMITTEE, "records/exceptions"), NULL},
  {"exceptions-soon", TNK_UI_DEMO, AT (DEPARTMENT, "records/exceptions-soon"), tnk_ui_lapsed_show_notice},
  {"lapsed", TNK_UI_DEMO, AT (SECRETARIAT, "records"), tnk_ui_lapsed_show},
  {"lapsed-manager", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_lapsed_show},
  {"lapsed-committee", TNK_UI_DEMO, AT (COMMITTEE, "records"), tnk_ui_lapsed_show},
  {"lapsed-counts", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_lapsed_show_counts},
  {"lapsed-paper", TNK_UI_DEMO, AT (DEPARTMENT, "records"), tnk_ui_lapsed_show_paper},
  {"lapsed-empty", TNK_UI_PLAIN, AT (COMMITTEE, "records/lapsed"), NULL},
  {"lapsed-manager-home", TNK_UI_DEMO, AT (DEPARTMENT, "home"), tnk_ui_lapsed_show_notice},
  {"lapsed-committee-home", TNK_UI_DEMO, AT (COMMITTEE, "home"), tnk_ui_lapsed_show_notice},
  {"lapsed-campaigns", TNK_UI_DEMO, AT (SECRETARIAT, "campaign"), tnk_ui_lapsed_show_notice},
};
const guint tnk_ui_n_desk_pages = G_N_ELEMENTS (tnk_ui_desk_pages);
