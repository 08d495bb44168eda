/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#include <math.h>

/* What the figures mean, on the sheet where the reader begins; and the few settings on which the formulas lean, each
 * in a cell with a name. */

typedef struct
{
  TnkReport *report;
  TnkSheet *sheet;
  guint row;
  guint last_col;
  guint text_width;
} Definitions;

/* The height of a row has to be known before its first cell is written. */
static void
begin_line (Definitions *self,
            const char *label,
            const char *text)
{
  tnk_write_height (self->sheet, self->row, tnk_count_lines (text, self->text_width));
  tnk_sheet_text (self->sheet, self->row, 0, TNK_STYLE_LABEL, label);
}

static void
end_line (Definitions *self,
          const char *text)
{
  tnk_write_across (self->sheet, self->row, 2, self->last_col, TNK_STYLE_WRAPPED, text);
  self->row++;
}

static void
write_definition (Definitions *self,
                  const char *label,
                  const char *value,
                  const char *text)
{
  begin_line (self, label, text);
  tnk_sheet_text (self->sheet, self->row, 1, TNK_STYLE_CENTRED, value);
  end_line (self, text);
}

static void
write_line (Definitions *self,
            const char *label,
            const char *name,
            double value,
            const char *text)
{
  begin_line (self, label, text);
  tnk_workbook_define_name (self->report->book, name, self->sheet, self->row, 1);
  tnk_sheet_number (self->sheet, self->row, 1, TNK_STYLE_SETTING, value);
  end_line (self, text);
}

/* Whether unanswered items count. The formulas of the counts multiply by it. */
static void
write_state (Definitions *self)
{
  const char *text = "0：未回答は分母に入れません。1：未回答を分母に入れ、0点とします。（名前：" TNK_NAME_CLOSED "）";
  TnkCampaignState state = tnk_campaign_get_state (self->report->campaign);
  g_autofree char *cell = tnk_ref (NULL, self->row, 1);
  g_autofree char *formula = g_strdup_printf ("=IF(%s=\"%s\",1,0)", cell, tnk_state_text (TNK_CAMPAIGN_STATE_CLOSED));

  write_definition (self, "状態", tnk_state_text (state), "準備中、実施中、終了のいずれかです。終了すると、未回答は0点として数えます。");
  begin_line (self, "未回答の扱い", text);
  tnk_workbook_define_name (self->report->book, TNK_NAME_CLOSED, self->sheet, self->row, 1);
  tnk_sheet_formula (self->sheet, self->row, 1, TNK_STYLE_CENTRED, formula, state == TNK_CAMPAIGN_STATE_CLOSED);
  end_line (self, text);
}

static void
write_score (Definitions *self)
{
  write_definition (self, "点数", "0～100",
                    "対象の管理策の達成度を、重みをつけて平均し、100点満点にしたものです。一人が担う管理策も、全職員が担う管理策も、同じ重みなら同じ重さで数えます。");
  write_definition (self, "達成度 s", "0～1",
                    "管理策ごとに、得点 h（実施済み2点、一部実施1点、未実施0点の合計）を、満点（2×分母 n）で割ったものです。");
  write_definition (self, "分母 n", "",
                    "管理策の設問数（人×役割）から、対象外と例外措置を除いた数です。提出済み・受理の点検票の回答だけを数えます。");
  write_definition (self, "不備", "", "達成度が1に満たない管理策です。点数の陰に隠れないよう、その数を点数と並べて示します。");
}

static void
write_grades (Definitions *self)
{
  TnkCampaign *campaign = self->report->campaign;

  write_line (self, tnk_grade_text ('A'), TNK_NAME_GRADE_A, tnk_campaign_get_grade_line (campaign, 'A'), "この点数以上。（名前：" TNK_NAME_GRADE_A "）");
  write_line (self, tnk_grade_text ('B'), TNK_NAME_GRADE_B, tnk_campaign_get_grade_line (campaign, 'B'), "この点数以上。（名前：" TNK_NAME_GRADE_B "）");
  write_line (self, tnk_grade_text ('C'), TNK_NAME_GRADE_C, tnk_campaign_get_grade_line (campaign, 'C'), "この点数以上。（名前：" TNK_NAME_GRADE_C "）");
  write_definition (self, tnk_grade_text ('D'), "", "上の点数に満たないもの。評価は四捨五入する前の点数で決めます。");
  write_definition (self, "重大な管理策", "", "重大な管理策に一つでも不備があれば、点数にかかわらず評価は C 以下とします。");
}

static void
write_rates (Definitions *self)
{
  for (guint i = 0; i < self->report->rates->len; i++) {
    TnkRate *rate = g_ptr_array_index (self->report->rates, i);

    write_definition (self, tnk_text_get (tnk_rate_get_name (rate), "ja"), "％", tnk_text_get (tnk_rate_get_definition (rate), "ja"));
  }
  write_line (self, "到達率の基準線", TNK_NAME_ATTAINMENT, tnk_campaign_get_attainment_line (self->report->campaign),
              "実施率がこの値（％）以上の管理策を、到達したものとします。（名前：" TNK_NAME_ATTAINMENT "）");
}

static void
write_tracing (Definitions *self)
{
  TnkTally *previous = self->report->previous;

  write_definition (self, "数値のたどり方", "",
                    "各シートの数値は数式で、「集計」で始まるシートの件数から計算しています。セルを選ぶと、もとの行がわかります。"
                    "「集計」の1行は、一つの範囲（全体、または部署とその下の部署）の一つの管理策です。");
  write_definition (self, "端数処理", "", "小数第1位までを表示しています（計算は表示前の値で行います）。端数処理のため合計は100%にならないことがあります。");
  if (previous == NULL) {
    write_definition (self, "前回", TNK_DASH, "比べる実施回は指定されていません。");
    return;
  }
  g_autofree char *text = g_strdup_printf ("実施回「%s」を同じ計算で求めた値を、作成時に書き写したものです。",
                                           tnk_campaign_get_id (tnk_tally_get_campaign (previous)));
  write_definition (self, "前回", "", text);
}

/* Writes the definitions: names in the first column, values in the second, words from the third to @last_col, which
 * together are @text_width halves of a character wide. Returns the row after them. */
guint
tnk_definitions_write (TnkReport *self,
                       TnkSheet *sheet,
                       guint row,
                       guint last_col,
                       guint text_width)
{
  Definitions definitions = {self, sheet, row + 1, last_col, text_width};

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_SECTION, "数値の意味");
  write_state (&definitions);
  write_score (&definitions);
  write_grades (&definitions);
  write_rates (&definitions);
  write_tracing (&definitions);
  return definitions.row;
}
