/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-standing.h"

G_BEGIN_DECLS

/* The chapters with their points, the change against last time and how many of their controls are fully kept; each is a button
 * that opens its controls. */
GtkWidget *tenken_committee_chapters_new (const TenkenStanding *standing);

G_END_DECLS
