/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report-private.h"

/* The cover and the plan: what was audited, why, how, by whom, and who let it be so. */

#define LAST_COL 2
#define TEXT_WIDTH 84
/* Of more the cover only says how many. */
#define MOST_NAMED 6

/* --- names --- */

char *
tnk_audit_name_department (TnkAuditWriter *self,
                           const char *id)
{
  TnkDepartment *department = tnk_body_lookup_department (self->report.body, id);

  return g_strdup (department != NULL ? tnk_department_get_name (department) : id);
}

char *
tnk_audit_name_person (TnkAuditWriter *self,
                       const char *id)
{
  TnkPerson *person = self->roster != NULL && id != NULL ? tnk_body_lookup_person (self->roster, id) : NULL;

  if (id == NULL || *id == '\0')
    return g_strdup (TNK_DASH);
  return person != NULL ? g_strdup_printf ("%s（%s）", tnk_person_get_name (person), id) : g_strdup (id);
}

static char *
join (TnkAuditWriter *self,
      const char *const *ids,
      char *(*name) (TnkAuditWriter *self, const char *id),
      const char *unit)
{
  guint n = g_strv_length ((char **) ids);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%u%s", n, unit);
  for (guint i = 0; i < MIN (n, MOST_NAMED); i++) {
    g_autofree char *one = name (self, ids[i]);

    g_string_append_printf (text, "%s%s", i == 0 ? "　" : "、", one);
  }
  if (n > MOST_NAMED)
    g_string_append_printf (text, "　ほか%u%s", n - MOST_NAMED, unit);
  return g_string_free (text, FALSE);
}

/* --- the cover --- */

static guint
write_fact (TnkSheet *sheet,
            guint row,
            const char *label,
            const char *value)
{
  const char *text = *value != '\0' ? value : TNK_DASH;

  tnk_write_height (sheet, row, MIN (tnk_count_lines (text, TEXT_WIDTH), TNK_AUDIT_MAX_LINES));
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_LABEL, label);
  tnk_sheet_merge (sheet, row, 1, LAST_COL, TNK_STYLE_WRAPPED, text);
  return row + 1;
}

static char *
describe_audit (TnkAuditWriter *self)
{
  return g_strdup_printf ("%s（%s）", tnk_audit_get (self->audit, TNK_AUDIT_FIELD_TITLE), tnk_audit_get_id (self->audit));
}

static char *
describe_period (TnkAuditWriter *self)
{
  g_autofree char *starts = tnk_format_date (tnk_audit_get (self->audit, TNK_AUDIT_FIELD_STARTS));
  g_autofree char *ends = tnk_format_date (tnk_audit_get (self->audit, TNK_AUDIT_FIELD_ENDS));

  return g_strdup_printf ("%s ～ %s", *starts != '\0' ? starts : TNK_DASH, *ends != '\0' ? ends : TNK_DASH);
}

static char *
describe_controls (TnkAuditWriter *self)
{
  return g_strdup_printf ("%u（一覧は「" TNK_AUDIT_SHEET_PLAN "」）", g_strv_length ((char **) tnk_audit_get_controls (self->audit)));
}

/* The last time that the committee said yes; an audit that is a draft again has none. */
static char *
describe_approval (TnkAuditWriter *self)
{
  for (guint i = tnk_audit_get_n_steps (self->audit); i > 0; i--) {
    TnkAuditStep step = tnk_audit_get_step (self->audit, i - 1);

    if (step == TNK_AUDIT_STEP_APPROVE) {
      g_autofree char *day = tnk_format_date (tnk_audit_get_step_time (self->audit, i - 1));
      g_autofree char *who = tnk_audit_name_person (self, tnk_audit_get_step_writer (self->audit, i - 1));

      return g_strdup_printf ("%s　情報セキュリティ委員会　%s", day, who);
    }
    if (step == TNK_AUDIT_STEP_REVISE || step == TNK_AUDIT_STEP_RETURN)
      break;
  }
  return g_strdup ("まだ承認されていません。");
}

static char *
describe_independence (TnkAuditWriter *self)
{
  guint n = tnk_audit_get_n_exemptions (self->audit);

  if (n == 0)
    return g_strdup ("監査人は、監査する部署に属さず、その責任も負っていません。");
  return g_strdup_printf ("特例 %u件（理由と承認は「" TNK_AUDIT_SHEET_PLAN "」）", n);
}

static char *
describe_catalog (TnkReport *report)
{
  return g_strdup_printf ("%s　%s版（%s）", tnk_text_get (tnk_catalog_get_title (report->catalog), "ja"),
                          tnk_catalog_get_edition (report->catalog), tnk_catalog_get_id (report->catalog));
}

static guint
write_facts (TnkAuditWriter *self,
             guint row)
{
  g_autofree char *audit = describe_audit (self), *period = describe_period (self), *controls = describe_controls (self);
  g_autofree char *departments = join (self, tnk_audit_get_departments (self->audit), tnk_audit_name_department, "部署");
  g_autofree char *auditors = join (self, tnk_audit_get_auditors (self->audit), tnk_audit_name_person, "人");
  g_autofree char *approval = describe_approval (self), *independence = describe_independence (self);
  g_autofree char *catalog = describe_catalog (&self->report), *made_on = tnk_format_date (self->report.made_on);

  row = write_fact (self->cover, row, "団体", self->report.body_name);
  row = write_fact (self->cover, row, "監査", audit);
  row = write_fact (self->cover, row, "状態", tnk_audit_state_get_label (tnk_audit_get_state (self->audit), "ja"));
  row = write_fact (self->cover, row, "目的", tnk_audit_get (self->audit, TNK_AUDIT_FIELD_PURPOSE));
  row = write_fact (self->cover, row, "対象の部署", departments);
  row = write_fact (self->cover, row, "対象の管理策", controls);
  row = write_fact (self->cover, row, "監査人", auditors);
  row = write_fact (self->cover, row, "独立性", independence);
  row = write_fact (self->cover, row, "期間", period);
  row = write_fact (self->cover, row, "方法", tnk_audit_get (self->audit, TNK_AUDIT_FIELD_METHOD));
  row = write_fact (self->cover, row, "計画の承認", approval);
  row = write_fact (self->cover, row, "総括", tnk_audit_get (self->audit, TNK_AUDIT_FIELD_SUMMARY));
  row = write_fact (self->cover, row, "実施回", tnk_campaign_get_id (self->report.campaign));
  row = write_fact (self->cover, row, "基準", catalog);
  row = write_fact (self->cover, row, "作成日", made_on);
  return write_fact (self->cover, row, "データの出所", self->report.source);
}

static guint
write_contents (TnkAuditWriter *self,
                guint row)
{
  static const struct
  {
    const char *sheet;
    const char *about;
  } contents[] = {
    {TNK_AUDIT_SHEET_PLAN, "対象の部署、監査人と独立性の特例、対象の管理策、計画の経過。"},
    {TNK_SHEET_SUMMARY, "部署別・章別の判定、自己点検との一致、指摘・意見の件数。"},
    {TNK_AUDIT_SHEET_PAPERS, "部署と管理策ごとの判定、自己点検の回答、確認したこと、証拠、原因。"},
    {TNK_AUDIT_SHEET_FINDINGS, "指摘・意見と勧告、期限、状態、部署の回答。"},
    {TNK_AUDIT_SHEET_FOLLOW_UPS, "部署の回答と、フォローアップ監査の結果。"},
    {TNK_AUDIT_SHEET_SPREADS, "同じ問題がないかをほかの部署に確かめた結果。"},
    {TNK_SHEET_COUNTS, "以上の数値のもとになる件数。"},
  };

  tnk_sheet_row_height (self->cover, row, 22);
  tnk_sheet_text (self->cover, row++, 0, TNK_STYLE_SECTION, "このブックの構成");
  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    row = write_fact (self->cover, row, contents[i].sheet, contents[i].about);
  return row;
}

static guint
write_meanings (TnkAuditWriter *self,
                guint row)
{
  tnk_sheet_row_height (self->cover, row, 22);
  tnk_sheet_text (self->cover, row++, 0, TNK_STYLE_SECTION, "判定と数値の意味");
  row = write_fact (self->cover, row, "適合・観察事項", "監査人が、管理策は守られていると判定したもの。観察事項には、改善を考えるとよい点があります。");
  row = write_fact (self->cover, row, "不適合", "守られていないと判定したもの。影響の大きいものが「重大な不適合」、それ以外が「軽微な不適合」です。");
  row = write_fact (self->cover, row, "未確認", "対象ですが、まだ確かめていないもの。確かめなかった理由は監査調書にあります。");
  row = write_fact (self->cover, row, "自己点検との一致",
                    TNK_AUDIT_AGREEMENT_MEANING);
  return write_fact (self->cover, row, "数値のたどり方",
                     "「" TNK_SHEET_SUMMARY "」の数値は数式で、「" TNK_SHEET_COUNTS "」の件数を足したものです。その件数は「" TNK_AUDIT_SHEET_PAPERS "」の行を数えています。");
}

void
tnk_audit_write_cover (TnkAuditWriter *self)
{
  guint row;

  tnk_sheet_page (self->cover, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_columns (self->cover, 0, 0, 20);
  tnk_sheet_columns (self->cover, 1, 1, 14);
  tnk_sheet_columns (self->cover, 2, 2, 74);
  tnk_report_write_title (&self->report, self->cover, "監査報告書", self->report.body_name);
  row = write_facts (self, 3);
  row = write_contents (self, row + 1);
  write_meanings (self, row + 1);
}

/* --- the plan --- */

static guint
write_section (TnkAuditWriter *self,
               guint row,
               const char *title,
               const char *const *headers)
{
  tnk_sheet_row_height (self->plan, row, 22);
  tnk_sheet_text (self->plan, row++, 0, TNK_STYLE_SECTION, title);
  for (guint i = 0; i < 4; i++)
    tnk_sheet_text (self->plan, row, i, TNK_STYLE_HEADER, headers[i]);
  return row + 1;
}

static guint
write_cells (TnkAuditWriter *self,
             guint row,
             const char *const *texts)
{
  static const guint widths[] = {20, 30, 30, 52};
  guint n_lines = 1;

  for (guint i = 0; i < 4; i++)
    n_lines = MAX (n_lines, tnk_count_lines (texts[i], widths[i] - 2));
  tnk_write_height (self->plan, row, MIN (n_lines, TNK_AUDIT_MAX_LINES));
  for (guint i = 0; i < 4; i++)
    tnk_sheet_text (self->plan, row, i, TNK_STYLE_WRAPPED, texts[i]);
  return row + 1;
}

static guint
write_departments (TnkAuditWriter *self,
                   guint row)
{
  static const char *const headers[] = {"部署ID", "部署", "上の部署", "含まれる下位の部署"};
  const char *const *ids = tnk_audit_get_departments (self->audit);

  row = write_section (self, row, "対象の部署", headers);
  for (guint i = 0; ids[i] != NULL; i++) {
    TnkDepartment *department = tnk_body_lookup_department (self->report.body, ids[i]);
    TnkDepartment *parent = department != NULL ? tnk_department_get_parent (department) : NULL;
    guint first = department != NULL ? tnk_department_get_index (department) : 0;
    guint n = department != NULL ? tnk_body_get_subtree_end (self->report.body, first) - first - 1 : 0;
    g_autofree char *below = n > 0 ? g_strdup_printf ("%u部署", n) : g_strdup (TNK_DASH);
    const char *const texts[] = {ids[i], department != NULL ? tnk_department_get_name (department) : ids[i],
                                 parent != NULL ? tnk_department_get_name (parent) : TNK_DASH, below};

    row = write_cells (self, row, texts);
  }
  return row;
}

static guint
write_auditors (TnkAuditWriter *self,
                guint row)
{
  static const char *const headers[] = {"職員番号", "監査人", "部署", ""};
  const char *const *ids = tnk_audit_get_auditors (self->audit);

  row = write_section (self, row, "監査人", headers);
  for (guint i = 0; ids[i] != NULL; i++) {
    TnkPerson *person = self->roster != NULL ? tnk_body_lookup_person (self->roster, ids[i]) : NULL;
    const char *const texts[] = {ids[i], person != NULL ? tnk_person_get_name (person) : TNK_DASH,
                                 person != NULL ? tnk_department_get_name (tnk_person_get_department (person)) : TNK_DASH, ""};

    row = write_cells (self, row, texts);
  }
  return row;
}

static guint
write_exemptions (TnkAuditWriter *self,
                  guint row)
{
  static const char *const headers[] = {"承認した人", "監査人", "部署", "理由"};
  guint n = tnk_audit_get_n_exemptions (self->audit);

  if (n == 0)
    return row;
  row = write_section (self, row + 1, "独立性の特例（やむを得ない場合）", headers);
  for (guint i = 0; i < n; i++) {
    const char *approver = tnk_audit_get_exemption_approver (self->audit, i);
    g_autofree char *who = approver != NULL ? tnk_audit_name_person (self, approver) : g_strdup ("未承認");
    g_autofree char *auditor = tnk_audit_name_person (self, tnk_audit_get_exemption_auditor (self->audit, i));
    g_autofree char *department = tnk_audit_name_department (self, tnk_audit_get_exemption_department (self->audit, i));
    const char *const texts[] = {who, auditor, department, tnk_audit_get_exemption_reason (self->audit, i)};

    row = write_cells (self, row, texts);
  }
  return row;
}

static guint
write_steps (TnkAuditWriter *self,
             guint row)
{
  static const char *const headers[] = {"日付", "経過", "だれが", "備考"};

  row = write_section (self, row, "計画の経過", headers);
  for (guint i = 0; i < tnk_audit_get_n_steps (self->audit); i++) {
    g_autofree char *day = tnk_format_date (tnk_audit_get_step_time (self->audit, i));
    g_autofree char *who = tnk_audit_name_person (self, tnk_audit_get_step_writer (self->audit, i));
    const char *const texts[] = {day, tnk_audit_step_get_label (tnk_audit_get_step (self->audit, i), "ja"), who,
                                 tnk_audit_get_step_remark (self->audit, i)};

    row = write_cells (self, row, texts);
  }
  return row;
}

static guint
write_controls (TnkAuditWriter *self,
                guint row)
{
  static const char *const headers[] = {"管理策ID", "条項", "章", "管理策"};
  const char *const *ids = tnk_audit_get_controls (self->audit);

  row = write_section (self, row, "対象の管理策", headers);
  for (guint i = 0; ids[i] != NULL && !tnk_workbook_has_failed (self->report.book); i++) {
    TnkControl *control = tnk_catalog_lookup_control (self->report.catalog, ids[i]);
    TnkChapter *chapter = tnk_catalog_get_chapter (self->report.catalog, tnk_control_get_chapter_index (control));
    const char *const texts[] = {ids[i], tnk_control_get_clause (control), tnk_text_get (tnk_chapter_get_title (chapter), "ja"),
                                 tnk_text_get (tnk_control_get_title (control), "ja")};

    row = write_cells (self, row, texts);
  }
  return row;
}

void
tnk_audit_write_plan (TnkAuditWriter *self)
{
  guint row = 3;

  tnk_sheet_page (self->plan, TNK_PAPER_A4_LANDSCAPE);
  tnk_sheet_columns (self->plan, 0, 0, 22);
  tnk_sheet_columns (self->plan, 1, 2, 30);
  tnk_sheet_columns (self->plan, 3, 3, 52);
  tnk_report_write_title (&self->report, self->plan, TNK_AUDIT_SHEET_PLAN, "情報セキュリティ監査統括責任者が立案し、情報セキュリティ委員会の承認を得た計画です（9.1 (3)）。");
  tnk_sheet_freeze (self->plan, 2, 0);
  tnk_sheet_repeat_rows (self->plan, 0, 1);
  row = write_departments (self, row);
  row = write_auditors (self, row + 1);
  row = write_exemptions (self, row);
  row = write_steps (self, row + 1);
  write_controls (self, row + 1);
}
