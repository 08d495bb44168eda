/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* The name is a file, or an id with an edition where need be: mic-2020@2020-12. */
TnkCatalog *ctl_take_catalog (const char *name, GError **error);

G_END_DECLS
