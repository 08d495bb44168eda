/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-chooser.h"

#include <tenken.h>

G_BEGIN_DECLS

/* Chooses among the audits of a campaign: “chosen” has the id. */
TenkenDeskChooser *tenken_audit_chooser_new (void);
/* audits: (element-type TnkAudit); all: whether all of them can be chosen, with the id “”. */
void tenken_audit_chooser_show (TenkenDeskChooser *chooser, GPtrArray *audits, const char *chosen, gboolean all);

G_END_DECLS
