/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit.h"
#include "tnk-conflict.h"

G_BEGIN_DECLS

#define TNK_TYPE_INDEPENDENCE (tnk_independence_get_type ())

/**
 * TnkIndependence:
 *
 * Says whether auditors are independent of what they audit: nobody audits a department to which he belongs or for which he
 * answers, nor a control for which his role answers there.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkIndependence, tnk_independence, TNK, INDEPENDENCE, GObject)

TnkIndependence *tnk_independence_new (TnkBody *tree, TnkBody *roster);
void tnk_independence_add_member (TnkIndependence *self, const char *person_id, const char *department_id);
void tnk_independence_add_answerer (TnkIndependence *self, const char *person_id, const char *department_id);
GPtrArray *tnk_independence_list_conflicts (TnkIndependence *self, TnkAudit *audit);
gboolean tnk_independence_check_audit (TnkIndependence *self, TnkAudit *audit, GError **error);
gboolean tnk_independence_check_auditor (TnkIndependence *self, TnkAudit *audit, const char *person_id, const char *department_id, TnkControl *control, GError **error);

G_END_DECLS
