/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

typedef enum {
  TENKEN_SETUP_STEP_CATALOG,
  TENKEN_SETUP_STEP_CONTROLS,
  TENKEN_SETUP_STEP_POPULATION,
  TENKEN_SETUP_STEP_SETTINGS,
  TENKEN_SETUP_STEP_CHECK,
  TENKEN_SETUP_STEP_START,
  TENKEN_SETUP_N_STEPS,
} TenkenSetupStep;

/* What is written rather than chosen, and may be wrong until it is mended. */
typedef enum {
  TENKEN_SETUP_TEXT_ID,
  TENKEN_SETUP_TEXT_TITLE,
  TENKEN_SETUP_TEXT_OPENS,
  TENKEN_SETUP_TEXT_CLOSES,
  TENKEN_SETUP_TEXT_LINE_A,
  TENKEN_SETUP_TEXT_LINE_B,
  TENKEN_SETUP_TEXT_LINE_C,
  TENKEN_SETUP_TEXT_ATTAINMENT,
  TENKEN_SETUP_N_TEXTS,
} TenkenSetupText;

/* What a campaign is set up from. */
typedef struct
{
  GPtrArray *catalogs; /* (element-type TnkCatalog) */
  GPtrArray *campaigns; /* (element-type TnkCampaign) */
  TnkBody *roster;
  char *today;
  TnkVisibility visibility; /* what a new one begins with */
} TenkenSetupSource;

gpointer tenken_setup_source_read (TnkDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
void tenken_setup_source_free (gpointer self);

/* A campaign that is being set up: all that was chosen and written so far. Nothing of it is in the store.
 *
 * Signal "changed". */

#define TENKEN_TYPE_SETUP (tenken_setup_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetup, tenken_setup, TENKEN, SETUP, GObject)

/* Takes what it needs out of the source. changing: the id of a campaign in preparation, or NULL for a new one; like: the id
 * of one that a new one begins like, or NULL. */
TenkenSetup *tenken_setup_new (TenkenSetupSource *source, const char *changing, const char *like);

GPtrArray *tenken_setup_get_catalogs (TenkenSetup *self);
GPtrArray *tenken_setup_get_campaigns (TenkenSetup *self);
/* NULL if there is none of this id. Borrowed. */
TnkCampaign *tenken_setup_find_campaign (TenkenSetup *self, const char *id);
TnkBody *tenken_setup_get_roster (TenkenSetup *self);
const char *tenken_setup_get_today (TenkenSetup *self);
/* NULL: a new one. */
const char *tenken_setup_get_changing (TenkenSetup *self);
/* NULL: from the beginning. */
const char *tenken_setup_get_like (TenkenSetup *self);

/* NULL while no catalog is chosen. Whoever changes it says so with tenken_setup_changed (). */
TnkCampaign *tenken_setup_get_campaign (TenkenSetup *self);
/* What it would ask of whom; NULL while no catalog is chosen. */
TnkCampaignPreview *tenken_setup_get_preview (TenkenSetup *self);
/* The campaign before, whose answers are carried over; NULL where there is none that it can be compared with. */
TnkCampaign *tenken_setup_find_previous (TenkenSetup *self);
/* What becomes of the answers of the campaign before; NULL where there is none that it can be compared with. */
TnkCarryOver *tenken_setup_get_carry_over (TenkenSetup *self);
void tenken_setup_changed (TenkenSetup *self);
/* The same where who is asked what stays as it was. */
void tenken_setup_written (TenkenSetup *self);
void tenken_setup_set_catalog (TenkenSetup *self, TnkCatalog *catalog);
/* Begins like another campaign; NULL: from the beginning. */
void tenken_setup_set_like (TenkenSetup *self, TnkCampaign *other);

const char *tenken_setup_get_text (TenkenSetup *self, TenkenSetupText which);
void tenken_setup_set_text (TenkenSetup *self, TenkenSetupText which, const char *text);

G_END_DECLS
