/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* carry_over: NULL where there is no campaign before. */
void ctl_print_carry_over (TnkCarryOver *carry_over);

G_END_DECLS
