/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-body.h"
#include "tnk-campaign.h"

G_BEGIN_DECLS

#define TNK_TYPE_CHECK_SHEET (tnk_check_sheet_get_type ())

/**
 * TnkCheckSheet:
 *
 * A filled self-check sheet (自己点検シート): what one person answered in a workbook, where there is no kiosk. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCheckSheet, tnk_check_sheet, TNK, CHECK_SHEET, GObject)

gboolean tnk_check_sheet_write (TnkCampaign *campaign, const char *const *role_ids, const char *person_id, const char *person_name, const char *body_name, const char *language, const char *made_on, const char *filename, guint64 *n_cells, GError **error);
TnkCheckSheet *tnk_check_sheet_read (const char *filename, TnkCampaign *campaign, TnkBody *body, GPtrArray **problems, GError **error);

TnkCampaign *tnk_check_sheet_get_campaign (TnkCheckSheet *self);
const char *tnk_check_sheet_get_person_id (TnkCheckSheet *self);
const char *tnk_check_sheet_get_person_name (TnkCheckSheet *self);
const char *tnk_check_sheet_get_made (TnkCheckSheet *self);
guint tnk_check_sheet_get_n_rows (TnkCheckSheet *self);
TnkDuty *tnk_check_sheet_get_duty (TnkCheckSheet *self, guint row);
TnkAnswerValue tnk_check_sheet_get_answer (TnkCheckSheet *self, guint row);
const char *tnk_check_sheet_get_comment (TnkCheckSheet *self, guint row);
const char *tnk_check_sheet_get_evidence (TnkCheckSheet *self, guint row);
const char *tnk_check_sheet_get_place (TnkCheckSheet *self, guint row);

G_END_DECLS
