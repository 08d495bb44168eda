/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-comparison-report.h"
#include "tnk-report-private.h"

G_BEGIN_DECLS

/* The workbook of two editions stands in two files: tnk-comparison-report.c has the first sheet, what became of every control,
 * and the workbook; tnk-comparison-table.c has the table of old and new wording. */

#define TNK_SHEET_COMPARISON "新旧対照表"
#define TNK_SHEET_REVISIONS "対応表"

#define TNK_N_REVISION_KINDS (TNK_REVISION_KIND_REMOVED + 1)

void tnk_comparison_table_write (TnkComparison *self, TnkSheet *sheet, GCancellable *cancellable);
void tnk_comparison_write_head (TnkComparison *self, TnkSheet *sheet, const char *what, const char *note);
const char *tnk_comparison_kind_word (TnkRevisionKind kind);
/* What happens with the answers of last year. */
const char *tnk_comparison_answer_word (TnkComparisonRow *row);
TnkChapter *tnk_comparison_get_chapter (TnkComparison *self, TnkComparisonRow *row);

G_END_DECLS
