/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-person-report.h"

#include <math.h>

#include "tnk-report-private.h"

/* The receipt of one person: what was answered, what it comes to, what could be done next. It goes to that person and to
 * nobody else, so it compares with nobody. */

#define SHEET_RECEIPT "受領票"
#define SHEET_ANSWERS "回答"
#define N_WEAK 5
#define FIRST_CHAPTER_ROW 16
#define TEXT_WIDTH 78

typedef struct
{
  TnkQuestionnaire *questionnaire;
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkScore *score;
  TnkWorkbook *book;
  const char *person_name;
  const char *department_name;
  const char *body_name;
  const char *made_on;
  TnkSheet *receipt;
  TnkSheet *answers;
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_object (&self->score);
  g_clear_pointer (&self->book, tnk_workbook_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static const TnkAnswerLook *
get_look (TnkAnswerValue value)
{
  static const TnkAnswerKind kinds[TNK_N_ANSWER_VALUES] = {
    [TNK_ANSWER_VALUE_UNANSWERED] = TNK_ANSWER_UNANSWERED,
    [TNK_ANSWER_VALUE_IMPLEMENTED] = TNK_ANSWER_IMPLEMENTED,
    [TNK_ANSWER_VALUE_PARTIAL] = TNK_ANSWER_PARTIAL,
    [TNK_ANSWER_VALUE_NOT_IMPLEMENTED] = TNK_ANSWER_NOT_IMPLEMENTED,
    [TNK_ANSWER_VALUE_NOT_APPLICABLE] = TNK_ANSWER_NOT_APPLICABLE,
    [TNK_ANSWER_VALUE_EXCEPTED] = TNK_ANSWER_EXCEPTED,
  };

  return tnk_answer_look (kinds[value]);
}

static const char *
describe_state (TnkQuestionnaireState state)
{
  static const char *const texts[] = {"下書き（未提出）", "提出済み", "差し戻し", "受理"};

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (texts), "");
  return texts[state];
}

static guint
write_fact (Writer *self,
            guint row,
            const char *label,
            const char *value)
{
  tnk_write_height (self->receipt, row, tnk_count_lines (value, TEXT_WIDTH));
  tnk_sheet_text (self->receipt, row, 0, TNK_STYLE_LABEL, label);
  tnk_sheet_merge (self->receipt, row, 1, 7, TNK_STYLE_WRAPPED, value);
  return row + 1;
}

static void
write_facts (Writer *self)
{
  const char *reference = tnk_questionnaire_get_reference (self->questionnaire);
  const char *title = tnk_campaign_get_title (self->campaign);
  g_autofree char *opens = tnk_format_date (tnk_campaign_get_opens (self->campaign));
  g_autofree char *closes = tnk_format_date (tnk_campaign_get_closes (self->campaign));
  g_autofree char *period = g_strdup_printf ("%s ～ %s", opens, closes);
  g_autofree char *made_on = tnk_format_date (self->made_on);
  guint row = 3;

  row = write_fact (self, row, "受付番号", reference != NULL ? reference : TNK_DASH);
  row = write_fact (self, row, "状態", describe_state (tnk_questionnaire_get_state (self->questionnaire)));
  row = write_fact (self, row, "職員番号", tnk_questionnaire_get_person_id (self->questionnaire));
  row = write_fact (self, row, "氏名", self->person_name);
  row = write_fact (self, row, "所属", self->department_name);
  row = write_fact (self, row, "実施回", title != NULL ? title : tnk_campaign_get_id (self->campaign));
  row = write_fact (self, row, "期間", period);
  write_fact (self, row, "作成日", made_on);
}

static void
write_result_headers (Writer *self,
                      guint row)
{
  static const char *const headers[] = {"章", "点数"};

  tnk_sheet_row_height (self->receipt, row, 22);
  tnk_sheet_text (self->receipt, row, 0, TNK_STYLE_SECTION, "あなたの結果");
  tnk_write_headers (self->receipt, row + 1, headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < TNK_N_ANSWERS; i++)
    tnk_sheet_text (self->receipt, row + 1, 2 + i, TNK_STYLE_HEADER, tnk_answer_look (i)->label);
}

static void
write_result (Writer *self,
              guint row,
              const char *label,
              TnkScore *score,
              TnkStyle strong)
{
  static const char *const counts[] = {"implemented", "partial", "not_implemented", "not_applicable", "excepted"};

  tnk_sheet_row_height (self->receipt, row, TNK_ROW_HEIGHT);
  tnk_sheet_text (self->receipt, row, 0, TNK_STYLE_LABEL | strong, label);
  tnk_write_figure (self->receipt, row, 1, TNK_STYLE_FIGURE | strong, tnk_score_get_score (score));
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    tnk_sheet_integer (self->receipt, row, 2 + i, TNK_STYLE_INTEGER, tnk_score_get_count (score, counts[i]));
  tnk_sheet_integer (self->receipt, row, 2 + TNK_ANSWER_UNANSWERED, TNK_STYLE_INTEGER,
                     tnk_score_get_count (score, "items") - tnk_score_get_count (score, "answered"));
}

/* The chapters of which something was asked, and all of them together. */
static guint
write_results (Writer *self)
{
  guint row = FIRST_CHAPTER_ROW;

  write_result_headers (self, row - 3);
  write_result (self, row - 1, "全体", self->score, TNK_STYLE_STRONG (0));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (self->catalog); i++) {
    g_autoptr (TnkScore) score = tnk_questionnaire_score (self->questionnaire, i);

    if (tnk_score_get_count (score, "items") > 0)
      write_result (self, row++, tnk_score_get_name (score), score, 0);
  }
  return row;
}

/* A radar of one or two chapters is a line. */
static guint
draw_results (Writer *self,
              guint row)
{
  const TnkSeries series = {"点数", 1, TNK_COLOUR_IMPLEMENTED, FALSE};
  const TnkChart radar = {
    .kind = row - FIRST_CHAPTER_ROW > 2 ? TNK_CHART_RADAR : TNK_CHART_BAR,
    .title = "章ごとの点数",
    .sheet = SHEET_RECEIPT,
    .description = "章ごとの点数のグラフ。同じ数値が上の表にあります。",
    .first_row = FIRST_CHAPTER_ROW,
    .last_row = row - 1,
    .width = 760,
    .height = 340,
    .series = &series,
    .n_series = 1,
  };

  if (row == FIRST_CHAPTER_ROW)
    return row;
  tnk_sheet_chart (self->receipt, row + 1, 0, &radar);
  return row + 19;
}

/* How much an answer asks for something to be done. */
static guint
get_weakness (Writer *self,
              guint item)
{
  TnkControl *control = tnk_duty_get_control (tnk_questionnaire_get_duty (self->questionnaire, item));
  TnkAnswerValue value = tnk_questionnaire_get_answer (self->questionnaire, item);
  guint missing = value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED ? 2 : value == TNK_ANSWER_VALUE_PARTIAL ? 1
                                                                                                    : 0;

  if (!tnk_duty_is_scored (tnk_questionnaire_get_duty (self->questionnaire, item)))
    return 0;
  return missing * tnk_control_get_weight (control) * (tnk_control_is_critical (control) ? 1000 : 1);
}

typedef struct
{
  guint item;
  guint weakness;
} Weak;

static int
compare_weak (gconstpointer a,
              gconstpointer b)
{
  const Weak *one = a;
  const Weak *other = b;

  if (one->weakness != other->weakness)
    return one->weakness > other->weakness ? -1 : 1;
  return one->item < other->item ? -1 : one->item > other->item;
}

static GArray *
list_weak (Writer *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Weak));

  for (guint i = 0; i < tnk_questionnaire_get_n_items (self->questionnaire); i++) {
    const Weak weak = {i, get_weakness (self, i)};

    if (weak.weakness > 0)
      g_array_append_val (list, weak);
  }
  g_array_sort (list, compare_weak);
  g_array_set_size (list, MIN (list->len, N_WEAK));
  return list;
}

static const char *
get_text (TnkText *text)
{
  return text != NULL ? tnk_text_get (text, "ja") : "";
}

static void
write_weak (Writer *self,
            guint row,
            guint item)
{
  TnkDuty *duty = tnk_questionnaire_get_duty (self->questionnaire, item);
  TnkControl *control = tnk_duty_get_control (duty);
  const char *improvement = get_text (tnk_duty_get_improvement (duty));
  const char *title = get_text (tnk_control_get_title (control));
  const TnkAnswerLook *look = get_look (tnk_questionnaire_get_answer (self->questionnaire, item));

  tnk_write_height (self->receipt, row, MAX (tnk_count_lines (improvement, 52), tnk_count_lines (title, 22)));
  tnk_sheet_text (self->receipt, row, 0, TNK_STYLE_WRAPPED, title);
  tnk_sheet_text (self->receipt, row, 1, TNK_STYLE_CENTRED, tnk_control_get_clause (control));
  tnk_sheet_text (self->receipt, row, 2, look->style, look->label);
  tnk_sheet_merge (self->receipt, row, 3, 7, TNK_STYLE_WRAPPED, improvement);
}

static void
write_weaknesses (Writer *self,
                  guint row)
{
  g_autoptr (GArray) weak = list_weak (self);

  tnk_sheet_row_height (self->receipt, row, 22);
  tnk_sheet_text (self->receipt, row++, 0, TNK_STYLE_SECTION, "次に取り組むとよいこと");
  if (weak->len == 0) {
    tnk_sheet_merge (self->receipt, row, 0, 7, TNK_STYLE_TEXT, "一部実施・未実施の回答はありません。");
    return;
  }
  tnk_sheet_text (self->receipt, row, 0, TNK_STYLE_HEADER, "管理策");
  tnk_sheet_text (self->receipt, row, 1, TNK_STYLE_HEADER, "条項");
  tnk_sheet_text (self->receipt, row, 2, TNK_STYLE_HEADER, "回答");
  tnk_sheet_merge (self->receipt, row++, 3, 7, TNK_STYLE_HEADER, "改善の例");
  for (guint i = 0; i < weak->len; i++)
    write_weak (self, row++, g_array_index (weak, Weak, i).item);
}

static char *
make_title (Writer *self,
            const char *what)
{
  g_autofree char *year = tnk_format_fiscal_year (tnk_campaign_get_opens (self->campaign));

  return g_strdup_printf ("%s%s情報セキュリティ自己点検　%s", year, *year != '\0' ? " " : "", what);
}

static void
write_title (Writer *self,
             TnkSheet *sheet,
             const char *what)
{
  g_autofree char *title = make_title (self, what);

  tnk_sheet_row_height (sheet, 0, 30);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_TITLE, title);
  tnk_sheet_row_height (sheet, 1, 18);
  tnk_sheet_text (sheet, 1, 0, TNK_STYLE_SUBTITLE, self->body_name);
}

static void
write_receipt (Writer *self)
{
  guint row;

  tnk_sheet_page (self->receipt, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_columns (self->receipt, 0, 0, 26);
  tnk_sheet_columns (self->receipt, 1, 7, 12.5);
  write_title (self, self->receipt, SHEET_RECEIPT);
  write_facts (self);
  row = write_results (self);
  row = draw_results (self, row);
  write_weaknesses (self, row + 1);
}

enum {
  ANSWER_CLAUSE,
  ANSWER_ROLE,
  ANSWER_QUESTION,
  ANSWER_VALUE,
  ANSWER_COMMENT,
  N_ANSWER_COLS,
};

static void
write_section (Writer *self,
               guint row,
               TnkSection *section)
{
  g_autofree char *text = g_strdup_printf ("%s　%s", tnk_section_get_id (section), get_text (tnk_section_get_title (section)));

  tnk_sheet_row_height (self->answers, row, 20);
  tnk_sheet_merge (self->answers, row, 0, N_ANSWER_COLS - 1, TNK_STYLE_HEADER_LEFT, text);
}

static void
write_answer (Writer *self,
              guint row,
              guint item)
{
  TnkDuty *duty = tnk_questionnaire_get_duty (self->questionnaire, item);
  TnkQuestion *asked = tnk_duty_get_question (duty);
  const char *role = get_text (tnk_role_get_name (tnk_duty_get_role (duty)));
  const char *question = asked != NULL ? get_text (tnk_question_get_text (asked)) : "";
  const char *comment = tnk_questionnaire_get_comment (self->questionnaire, item);
  const TnkAnswerLook *look = get_look (tnk_questionnaire_get_answer (self->questionnaire, item));

  comment = comment != NULL ? comment : "";
  tnk_write_height (self->answers, row, MAX (tnk_count_lines (question, 45), MAX (tnk_count_lines (role, 15), tnk_count_lines (comment, 27))));
  tnk_sheet_text (self->answers, row, ANSWER_CLAUSE, TNK_STYLE_TEXT, tnk_control_get_clause (tnk_duty_get_control (duty)));
  tnk_sheet_text (self->answers, row, ANSWER_ROLE, TNK_STYLE_WRAPPED, role);
  tnk_sheet_text (self->answers, row, ANSWER_QUESTION, TNK_STYLE_WRAPPED, question);
  tnk_sheet_text (self->answers, row, ANSWER_VALUE, look->style, look->label);
  tnk_sheet_text (self->answers, row, ANSWER_COMMENT, TNK_STYLE_WRAPPED, comment);
}

static void
write_answers (Writer *self)
{
  static const char *const headers[N_ANSWER_COLS] = {"条項", "役割", "設問", "回答", "コメント"};
  static const double widths[N_ANSWER_COLS] = {14, 18, 48, 13, 30};
  guint last_section = G_MAXUINT;
  guint row = 3;

  tnk_sheet_page (self->answers, TNK_PAPER_A4_PORTRAIT);
  for (guint i = 0; i < N_ANSWER_COLS; i++)
    tnk_sheet_columns (self->answers, i, i, widths[i]);
  write_title (self, self->answers, SHEET_ANSWERS);
  tnk_write_headers (self->answers, 2, headers, N_ANSWER_COLS);
  tnk_sheet_freeze (self->answers, 3, 0);
  tnk_sheet_repeat_rows (self->answers, 2, 2);
  for (guint i = 0; i < tnk_questionnaire_get_n_items (self->questionnaire); i++) {
    guint section = tnk_control_get_section_index (tnk_duty_get_control (tnk_questionnaire_get_duty (self->questionnaire, i)));

    if (section != last_section)
      write_section (self, row++, tnk_catalog_get_section (self->catalog, section));
    last_section = section;
    write_answer (self, row++, i);
  }
  if (row == 3)
    tnk_sheet_merge (self->answers, row, 0, N_ANSWER_COLS - 1, TNK_STYLE_TEXT, "設問はありません。");
}

static void
write_workbook (Writer *self)
{
  g_autofree char *title = make_title (self, SHEET_RECEIPT);
  g_autofree char *made_on = self->made_on != NULL ? tnk_format_date (self->made_on) : NULL;
  g_autofree char *made = made_on != NULL ? g_strdup_printf ("作成 %s", made_on) : NULL;
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = tnk_campaign_get_id (self->campaign),
    .author = self->body_name,
    .keywords = "情報セキュリティ, 自己点検, " SHEET_RECEIPT,
    .date = self->made_on,
  };

  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, title, "機密性２", made);
  self->receipt = tnk_workbook_add_sheet (self->book, SHEET_RECEIPT);
  self->answers = tnk_workbook_add_sheet (self->book, SHEET_ANSWERS);
  write_receipt (self);
  write_answers (self);
}

/**
 * tnk_person_report_write:
 * @questionnaire: what the person was asked and answered
 * @person_name: (nullable): the name of the person
 * @department_name: (nullable): the name of the department
 * @body_name: (nullable): the name of the public body
 * @made_on: (nullable): the day that the workbook bears, ISO 8601
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the receipt of one person, whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_person_report_write (TnkQuestionnaire *questionnaire,
                         const char *person_name,
                         const char *department_name,
                         const char *body_name,
                         const char *made_on,
                         const char *filename,
                         guint64 *n_cells,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (questionnaire) && filename != NULL, FALSE);

  g_auto (Writer) writer = {
    .questionnaire = questionnaire,
    .campaign = tnk_questionnaire_get_campaign (questionnaire),
    .person_name = person_name != NULL ? person_name : "",
    .department_name = department_name != NULL ? department_name : "",
    .body_name = body_name != NULL ? body_name : "",
    .made_on = made_on,
  };
  writer.catalog = tnk_campaign_get_catalog (writer.campaign);
  writer.score = tnk_questionnaire_score (questionnaire, -1);
  writer.book = tnk_workbook_new (filename, error);
  if (writer.book == NULL)
    return FALSE;
  write_workbook (&writer);
  return tnk_workbook_close (writer.book, NULL, n_cells, error);
}
