/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "demo-body.h"
#include "tnk-catalog.h"

G_BEGIN_DECLS

/* One campaign of a made-up body. Rounds of one body share the seed and differ in the rest; then the same people
 * answer alike in both, apart from what a year changes. */
typedef struct
{
  guint32 number; /* tells the rounds apart: the fiscal year */
  double submitted; /* the share of the people who have handed in, 0 to 1 */
  double maturity; /* 0 for the first round, 1 after a year of improvement */
} DemoRound;

#define DEMO_ROUND_LAST_YEAR ((DemoRound){.number = 2025, .submitted = 0.93, .maturity = 0.0})
#define DEMO_ROUND_THIS_YEAR ((DemoRound){.number = 2026, .submitted = 0.62, .maturity = 1.0})

gboolean demo_answers_write (DemoBody *body,
                             TnkCatalog *catalog,
                             guint32 seed,
                             DemoRound round,
                             const char *filename,
                             const char *const *adopted_ids_or_NULL,
                             GError **error);

G_END_DECLS
