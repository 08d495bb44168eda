/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-chooser.h"

#include <glib/gi18n.h>

#include "tenken-audit-words.h"

TenkenDeskChooser *
tenken_audit_chooser_new (void)
{
  TenkenDeskChooser *chooser = g_object_new (TENKEN_TYPE_DESK_CHOOSER, NULL);

  tenken_desk_chooser_set_name (chooser, _ ("Audit"));
  return chooser;
}

void
tenken_audit_chooser_show (TenkenDeskChooser *chooser,
                           GPtrArray *audits,
                           const char *chosen,
                           gboolean all)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  if (all)
    g_ptr_array_add (choices, tenken_desk_choice_new ("", _ ("All audits"), NULL, 0));
  for (guint i = audits->len; i-- > 0;) {
    TnkAudit *audit = audits->pdata[i];

    g_ptr_array_add (choices, tenken_desk_choice_new (tnk_audit_get_id (audit), tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE),
                                                      tenken_audit_state_get_name (tnk_audit_get_state (audit)), 0));
  }
  tenken_desk_chooser_set_choices (chooser, choices);
  tenken_desk_chooser_set_chosen (chooser, chosen != NULL ? chosen : "");
}
