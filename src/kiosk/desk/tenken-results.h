/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tenken-desk-page.h"
#include "tenken-results-row.h"

G_BEGIN_DECLS

/* What the pages about results show: the counts of a campaign in one part of the body, beside those of the campaign before once
 * they are there. */
#define TENKEN_TYPE_RESULTS (tenken_results_get_type ())
G_DECLARE_FINAL_TYPE (TenkenResults, tenken_results, TENKEN, RESULTS, GObject)

/* For the thread of the store, with a TenkenDeskQuery: the results, and the counts of the campaign before (a TnkTally, or NULL). */
gpointer tenken_results_load (TnkDesk *desk, gpointer query, GCancellable *cancellable, GError **error);
gpointer tenken_results_load_previous (TnkDesk *desk, gpointer query, GCancellable *cancellable, GError **error);
/* previous: NULL if there is none. */
void tenken_results_set_previous (TenkenResults *self, TnkTally *previous);

TnkTally *tenken_results_get_tally (TenkenResults *self);
TnkCampaign *tenken_results_get_campaign (TenkenResults *self);
TnkCatalog *tenken_results_get_catalog (TenkenResults *self);
/* The campaign before; NULL if there is none, or not yet. */
TnkCampaign *tenken_results_get_previous_campaign (TenkenResults *self);
/* The part of the body: an index in the tree, or -1. */
int tenken_results_get_department (TenkenResults *self);
/* (element-type TnkRate) */
GPtrArray *tenken_results_get_rates (TenkenResults *self);

/* The whole part of the body, now and last time; the latter NULL if there is nothing to compare with. */
TnkScore *tenken_results_score (TenkenResults *self);
/* Words about answers that are in none of the figures since they come from too few people, or NULL. */
char *tenken_results_dup_withheld (TenkenResults *self);
TnkScore *tenken_results_score_before (TenkenResults *self);
/* A chapter, a section, a role or a control. */
TenkenResultsRow *tenken_results_make_row (TenkenResults *self, TnkScopeKind kind, guint index);
/* Those of which somebody is asked something. within: a chapter or a section, or TNK_SCOPE_KIND_ORGANISATION for all. */
GListModel *tenken_results_list (TenkenResults *self, TnkScopeKind kind, TnkScopeKind within, guint index);
/* The gaps, worst first. */
GListModel *tenken_results_list_gaps (TenkenResults *self);
/* How the roles keep one control; how the departments do, each with all below it. */
GListModel *tenken_results_list_roles_of (TenkenResults *self, guint control);
GListModel *tenken_results_list_departments_of (TenkenResults *self, guint control);

G_END_DECLS
