/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-committee-target.h"
#include "tenken-standing.h"

G_BEGIN_DECLS

/* Of what a page shows the results: the department, the chapter and the role, each with a button that takes it away, and the
 * points of this part with n/N. place: of the page. */
GtkWidget *tenken_committee_summary_new (const TenkenStanding *standing, const TenkenCommitteeTarget *target, const char *place);
/* The buttons alone. */
GtkWidget *tenken_committee_summary_new_chips (const TenkenStanding *standing, const TenkenCommitteeTarget *target, const char *place);

G_END_DECLS
