/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* Checks a file of cross-references, also against its catalogs where they are at hand, and says what was found. */
int ctl_cross_validate (const char *filename);

G_END_DECLS
