/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* What the answers of the campaign say about another catalog: a body on rules of its own reports against the national guideline.
 * The target is ID@EDITION; without one it is the first catalog to which there are cross-references. */
#define TENKEN_TYPE_COVERAGE_PAGE (tenken_coverage_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenCoveragePage, tenken_coverage_page, TENKEN, COVERAGE_PAGE, TenkenDeskPage)

GtkWidget *tenken_coverage_page_new (TenkenDesk *desk);

G_END_DECLS
