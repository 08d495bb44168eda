/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-radio.h"

G_BEGIN_DECLS

/* One answer to choose: the key that chooses it, its sign and word, what it looks like for this question, and whether it
 * was last year's. A compact one shows the sign alone and says the rest to screen readers and as a tooltip. */

#define TENKEN_TYPE_ANSWER_CARD (tenken_answer_card_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAnswerCard, tenken_answer_card, TENKEN, ANSWER_CARD, TenkenRadio)

GtkWidget *tenken_answer_card_new (TnkAnswerValue value, gboolean compact);
TnkAnswerValue tenken_answer_card_get_value (TenkenAnswerCard *self);
/* anchor: NULL or empty where the answer speaks for itself. */
void tenken_answer_card_show (TenkenAnswerCard *self, const char *anchor, gboolean previous);

G_END_DECLS
