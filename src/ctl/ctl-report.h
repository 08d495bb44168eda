/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <math.h>

#include "ctl.h"

G_BEGIN_DECLS

#define CTL_NO_FIGURE ((double) NAN)

void ctl_print_scores (CtlCall *call, GPtrArray *scores, GPtrArray *rates);

G_END_DECLS
