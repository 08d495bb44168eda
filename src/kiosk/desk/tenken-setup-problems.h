/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-setup.h"

G_BEGIN_DECLS

/* What is still to be mended in a step, in words; NULL if nothing. */
char *tenken_setup_find_problem (TenkenSetup *self, TenkenSetupStep step);
/* The campaign with all that was written; NULL while anything is to be mended. */
TnkCampaign *tenken_setup_make (TenkenSetup *self);

G_END_DECLS
