/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

/* The people asked and those who submitted, who are counted once in each scope, so that no sum of rows gives them. */

static void
write_line (TnkSheet *sheet,
            const char *kind,
            const TnkScopeLine *line)
{
  guint row = line->block.people_row;

  tnk_sheet_text (sheet, row, 0, TNK_STYLE_COUNT_TEXT, tnk_score_get_scope (line->score) == TNK_SCOPE_KIND_ORGANISATION ? "全体" : kind);
  tnk_sheet_text (sheet, row, 1, TNK_STYLE_COUNT_TEXT, tnk_score_get_id (line->score));
  tnk_sheet_text (sheet, row, 2, TNK_STYLE_COUNT_TEXT, tnk_score_get_name (line->score));
  tnk_sheet_integer (sheet, row, 3, TNK_STYLE_COUNT, tnk_score_get_count (line->score, "people_asked"));
  tnk_sheet_integer (sheet, row, 4, TNK_STYLE_COUNT, tnk_score_get_count (line->score, "people_submitted"));
}

/* Begins the sheet. Its lines are those of tnk_people_write_lines () to come, @n of them. */
void
tnk_people_begin (TnkReport *self,
                  TnkSheet *sheet,
                  guint n)
{
  static const char *const headers[] = {"種別", "ID", "名称", "対象の人数", "提出した人数"};
  const TnkRange all = {TNK_PEOPLE_FIRST_ROW - 1, 0, TNK_PEOPLE_FIRST_ROW + n - 1, 4};

  tnk_sheet_page (sheet, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_columns (sheet, 0, 0, 8);
  tnk_sheet_columns (sheet, 1, 1, 16);
  tnk_sheet_columns (sheet, 2, 2, 40);
  tnk_sheet_columns (sheet, 3, 4, 13);
  tnk_report_write_title (self, sheet, "提出の集計", "その範囲に設問のある人数と、提出した人数です。");
  tnk_write_headers (sheet, TNK_PEOPLE_FIRST_ROW - 1, headers, G_N_ELEMENTS (headers));
  tnk_sheet_freeze (sheet, TNK_PEOPLE_FIRST_ROW, 0);
  tnk_sheet_repeat_rows (sheet, TNK_PEOPLE_FIRST_ROW - 1, TNK_PEOPLE_FIRST_ROW - 1);
  tnk_sheet_autofilter (sheet, &all);
}

/* Writes scopes of a kind, each on the row that its block names. */
void
tnk_people_write_lines (TnkSheet *sheet,
                        const char *kind,
                        GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    write_line (sheet, kind, g_ptr_array_index (lines, i));
}
