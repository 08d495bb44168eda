/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* Lists in options and cells are joined by “;”. */
char *ctl_audit_join (const char *const *list);
char **ctl_audit_split (const char *joined);

G_END_DECLS
