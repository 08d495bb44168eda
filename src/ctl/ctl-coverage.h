/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* Prints what a campaign says about another catalog, and how much of that it says nothing about. */
int ctl_coverage_print (CtlCall *call, TnkTally *tally, const char *against);

G_END_DECLS
