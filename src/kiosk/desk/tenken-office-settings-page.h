/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_OFFICE_SETTINGS_PAGE (tenken_office_settings_page_get_type ())

/* What belongs to no campaign: the PIN of the kiosks, what campaigns begin with, whether the log is whole, a copy of it all. */
G_DECLARE_FINAL_TYPE (TenkenOfficeSettingsPage, tenken_office_settings_page, TENKEN, OFFICE_SETTINGS_PAGE, TenkenDeskPage)

GtkWidget *tenken_office_settings_page_new (TenkenDesk *desk);

G_END_DECLS
