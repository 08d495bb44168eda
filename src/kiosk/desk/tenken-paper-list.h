/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* The answers of a questionnaire, section by section: sign and word, the question, the clause, and what was written. only_notable:
 * leaves out what is implemented without a word. */
GtkWidget *tenken_paper_list_new (TnkQuestionnaire *questionnaire, gboolean only_notable);

/* How many items gave which answer. */
void tenken_paper_count (TnkQuestionnaire *questionnaire, TnkCounts *counts);

G_END_DECLS
