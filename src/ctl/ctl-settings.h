/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* The options that say how a campaign is set up, and what they do to one. */
extern const GOptionEntry ctl_settings_entries[];

/* The catalog that is named, or NULL if none is, without an error. */
const char *ctl_settings_get_catalog (void);
TnkCatalog *ctl_settings_load_catalog (GError **error);
gboolean ctl_settings_apply (TnkCampaign *campaign, GError **error);

/* Whether nothing is named but the last day and what is seen, which can change while a campaign is open. */
gboolean ctl_settings_are_for_open (void);
const char *ctl_settings_get_closes (void);
/* FALSE with an error if the word is not known; *given says whether there is any. */
gboolean ctl_settings_get_visibility (TnkVisibility *visibility, gboolean *given, GError **error);

G_END_DECLS
