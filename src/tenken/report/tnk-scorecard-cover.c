/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard-private.h"

/* The cover: what this is about, what the figures mean, which sheet answers which question. */

#define LAST_COL 2
#define TEXT_WIDTH 72

static guint
write_fact (TnkSheet *sheet,
            guint row,
            const char *label,
            const char *value)
{
  tnk_write_height (sheet, row, tnk_count_lines (value, TEXT_WIDTH + 14));
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_LABEL, label);
  tnk_sheet_merge (sheet, row, 1, LAST_COL, TNK_STYLE_WRAPPED, value);
  return row + 1;
}

static char *
describe_campaign (TnkReport *report)
{
  const char *title = tnk_campaign_get_title (report->campaign);
  const char *id = tnk_campaign_get_id (report->campaign);

  return title != NULL && *title != '\0' && !g_str_equal (title, id) ? g_strdup_printf ("%s（%s）", title, id) : g_strdup (id);
}

static char *
describe_period (TnkReport *report)
{
  g_autofree char *year = tnk_format_fiscal_year (tnk_campaign_get_opens (report->campaign));
  g_autofree char *opens = tnk_format_date (tnk_campaign_get_opens (report->campaign));
  g_autofree char *closes = tnk_format_date (tnk_campaign_get_closes (report->campaign));

  return g_strdup_printf ("%s%s%s ～ %s", year, *year != '\0' ? "　" : "", opens, closes);
}

static char *
describe_catalog (TnkReport *report)
{
  return g_strdup_printf ("%s　%s版（%s）", tnk_text_get (tnk_catalog_get_title (report->catalog), "ja"),
                          tnk_catalog_get_edition (report->catalog), tnk_catalog_get_id (report->catalog));
}

/* How many controls count, and why these. */
static char *
describe_controls (TnkReport *report)
{
  guint adopted = 0, left_out = 0;

  for (guint i = 0; i < tnk_catalog_get_n_controls (report->catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (report->catalog, i);

    if (tnk_campaign_get_left_out_reason (report->campaign, control) != NULL)
      left_out++;
    else if (tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED && tnk_campaign_requires (report->campaign, control))
      adopted++;
  }
  return g_strdup_printf ("%u（うち採用した推奨事項 %u）　理由を付して除いたもの %u", report->required->len, adopted, left_out);
}

/* 80,657, whatever the locale. */
static char *
group_digits (gint64 number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%" G_GINT64_FORMAT, number);
  for (gssize at = (gssize) text->len - 3; at > 0; at -= 3)
    g_string_insert_c (text, at, ',');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_people (TnkScorecardWriter *self)
{
  g_autofree char *people = group_digits (tnk_score_get_count (self->organisation->score, "people_asked"));
  g_autofree char *items = group_digits (tnk_score_get_count (self->organisation->score, "items"));

  return g_strdup_printf ("%s人　%u部署　設問 %s（人×役割×管理策）", people, tnk_body_get_n_departments (self->report.body), items);
}

static guint
write_facts (TnkScorecardWriter *self,
             guint row)
{
  TnkReport *report = &self->report;
  g_autofree char *campaign = describe_campaign (report);
  g_autofree char *period = describe_period (report);
  g_autofree char *catalog = describe_catalog (report);
  g_autofree char *controls = describe_controls (report);
  g_autofree char *people = describe_people (self);
  g_autofree char *made_on = tnk_format_date (report->made_on);
  g_autofree char *previous = report->previous != NULL ? g_strdup (tnk_campaign_get_id (tnk_tally_get_campaign (report->previous))) : g_strdup (TNK_DASH);

  row = write_fact (self->cover, row, "団体", report->body_name);
  row = write_fact (self->cover, row, "実施回", campaign);
  row = write_fact (self->cover, row, "期間", period);
  row = write_fact (self->cover, row, "前回の実施回", previous);
  row = write_fact (self->cover, row, "基準", catalog);
  row = write_fact (self->cover, row, "対象の管理策", controls);
  row = write_fact (self->cover, row, "対象の職員", people);
  row = write_fact (self->cover, row, "作成日", made_on);
  row = write_fact (self->cover, row, "データの出所", report->source);
  return write_fact (self->cover, row, "基準カタログの指紋", tnk_catalog_get_fingerprint (report->catalog));
}

static const struct
{
  const char *sheet;
  const char *about;
} contents[] = {
  {TNK_SHEET_SUMMARY, "全体の点数・評価・率と、前回との比較。優先度の高い不備と、点数の低い部署。"},
  {TNK_SHEET_DEPARTMENTS, "部署ごとの点数・評価・率（下位の部署を含みます）。"},
  {TNK_SHEET_CHAPTERS, "基準の章ごとの点数・評価・率と、レーダーチャート。"},
  {TNK_SHEET_HEAT, "部署と章を掛け合わせた点数の一覧。"},
  {TNK_SHEET_ROLES, "役割ごとの点数・評価・率。"},
  {TNK_SHEET_CONTROLS, "すべての対象管理策の回答の分布と達成度。"},
  {TNK_SHEET_GAPS, "完全には実施されていない管理策と、改善の例。"},
  {TNK_SHEET_PLAN, "不備に対して、だれが、いつまでに、何をするか。期限を過ぎたもの。"},
  {TNK_SHEET_EXCEPTIONS, "認められた例外措置の理由、代わりの措置、期間と、いまの状態。"},
  {TNK_SHEET_AUDITS, "監査人の判定と自己点検の回答が、どれだけ一致したか。"},
  {TNK_SHEET_TREND, "これまでの実施回の点数・率の移り変わり。"},
  {TNK_SHEET_COUNTS "・" TNK_SHEET_ROLE_COUNTS "・" TNK_SHEET_PEOPLE, "以上の数値のもとになる件数。"},
};

static gboolean
has_sheet (TnkScorecardWriter *self,
           const char *sheet)
{
  if (g_str_equal (sheet, TNK_SHEET_PLAN))
    return self->plan != NULL;
  if (g_str_equal (sheet, TNK_SHEET_AUDITS))
    return self->audits != NULL;
  if (g_str_equal (sheet, TNK_SHEET_TREND))
    return self->trend != NULL;
  return !g_str_equal (sheet, TNK_SHEET_EXCEPTIONS) || self->exceptions != NULL;
}

static guint
write_contents (TnkScorecardWriter *self,
                guint row)
{
  tnk_sheet_row_height (self->cover, row, 22);
  tnk_sheet_text (self->cover, row++, 0, TNK_STYLE_SECTION, "このブックの構成");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    if (has_sheet (self, contents[i].sheet))
      row = write_fact (self->cover, row, contents[i].sheet, contents[i].about);
  return row;
}

void
tnk_scorecard_write_cover (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;
  guint row;

  tnk_sheet_page (self->cover, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_columns (self->cover, 0, 0, 24);
  tnk_sheet_columns (self->cover, 1, 1, 12);
  tnk_sheet_columns (self->cover, 2, 2, 72);
  tnk_report_write_title (report, self->cover, "結果報告書", report->body_name);
  row = write_facts (self, 3);
  row = write_contents (self, row + 1);
  tnk_definitions_write (report, self->cover, row + 1, LAST_COL, TEXT_WIDTH);
}
