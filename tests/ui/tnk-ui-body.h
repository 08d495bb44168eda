/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* The bodies whose people sit at the screen in these tests. */

/* Of everybody who has chosen one already. */
#define TNK_UI_BODY_PIN "48151623"

/* Makes the store of a body in a directory; returns its path, the store and the first PIN of the newcomer. */
char *tnk_ui_body_make (const char *dir, TnkUiBody body, TnkStore **store, char **newcomer_pin);
/* Gives somebody TNK_UI_BODY_PIN. */
void tnk_ui_body_give_pin (TnkStore *store, TnkTerminal *terminal, const char *person_id);
/* Brings a questionnaire into a state. */
void tnk_ui_body_fill (TnkQuestionnaire *questionnaire, TnkUiBody body, TnkUiState state);

G_END_DECLS
