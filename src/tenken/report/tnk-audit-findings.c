/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report-private.h"

/* The findings, what was answered to them and followed up, and what other departments were asked. */

#define LATE_COLOUR 0xF6D5BF

/* --- tables whose cells are mostly words --- */

static void
begin_table (TnkAuditWriter *self,
             const TnkAuditTable *table,
             guint n_rows)
{
  const TnkRange all = {TNK_AUDIT_HEADER_ROW, 0, TNK_AUDIT_HEADER_ROW + MAX (1, n_rows), table->n_columns - 1};

  tnk_sheet_page (table->sheet, TNK_PAPER_A3_LANDSCAPE);
  for (guint i = 0; i < table->n_columns; i++)
    tnk_sheet_columns (table->sheet, i, i, table->columns[i].width);
  tnk_report_write_title (&self->report, table->sheet, table->title, table->note);
  tnk_sheet_row_height (table->sheet, TNK_AUDIT_HEADER_ROW, 30);
  for (guint i = 0; i < table->n_columns; i++)
    tnk_sheet_text (table->sheet, TNK_AUDIT_HEADER_ROW, i, TNK_STYLE_HEADER, table->columns[i].header);
  tnk_sheet_freeze (table->sheet, TNK_AUDIT_FIRST_ROW, table->n_frozen);
  tnk_sheet_repeat_rows (table->sheet, TNK_AUDIT_HEADER_ROW, TNK_AUDIT_HEADER_ROW);
  tnk_sheet_autofilter (table->sheet, &all);
}

void
tnk_audit_table_begin (TnkAuditWriter *self,
                       const TnkAuditTable *table,
                       guint n_rows)
{
  begin_table (self, table, n_rows);
  if (n_rows == 0)
    tnk_sheet_merge (table->sheet, TNK_AUDIT_FIRST_ROW, 0, table->n_columns - 1, TNK_STYLE_TEXT, table->nothing);
}

/* Lines break between words, so that a long text takes a little more than its width says. */
void
tnk_audit_table_begin_row (const TnkAuditTable *table,
                           guint row,
                           const char *const *texts)
{
  guint n_lines = 1;

  for (guint i = 0; i < table->n_columns; i++)
    if (texts[i] != NULL) {
      double width = tnk_find_width (texts[i], table->columns[i].width, 2, TNK_AUDIT_MAX_LINES * 5 / 6);
      guint n = tnk_count_lines (texts[i], width - 2);

      if (width > table->columns[i].width)
        tnk_sheet_widen (table->sheet, i, width);
      n_lines = MAX (n_lines, n + n / 5);
    }
  tnk_write_height (table->sheet, row, MIN (n_lines, TNK_AUDIT_MAX_LINES));
}

void
tnk_audit_table_write_day (const TnkAuditTable *table,
                           guint row,
                           guint col,
                           const char *moment)
{
  g_autofree char *day = g_strndup (moment != NULL ? moment : "", 10);

  tnk_sheet_date (table->sheet, row, col, TNK_STYLE_DATE, day);
}

static void
write_late (TnkSheet *sheet,
            guint row,
            guint col,
            gboolean late)
{
  tnk_sheet_text (sheet, row, col, TNK_STYLE_LATE, late ? TNK_AUDIT_LATE : "");
}

static void
mark_late (const TnkAuditTable *table,
           guint col,
           guint n_rows)
{
  const TnkRange range = {TNK_AUDIT_FIRST_ROW, col, TNK_AUDIT_FIRST_ROW + MAX (1, n_rows) - 1, col};

  tnk_sheet_mark_word (table->sheet, &range, TNK_AUDIT_LATE, LATE_COLOUR);
}

static TnkFinding *
get_finding (TnkAuditWriter *self,
             guint i)
{
  return tnk_audit_book_get_finding (self->audit_book, i);
}

static guint
get_n_findings (TnkAuditWriter *self)
{
  return tnk_audit_book_get_n_findings (self->audit_book);
}

static gboolean
is_overdue (TnkAuditWriter *self,
            TnkFinding *finding)
{
  return self->report.made_on != NULL && tnk_finding_is_overdue (finding, self->report.made_on);
}

/* --- the findings --- */

static const TnkAuditColumn finding_columns[TNK_AUDIT_N_FINDING_COLS] = {
  [TNK_AUDIT_FINDING_NUMBER] = {"番号", 8},
  [TNK_AUDIT_FINDING_KIND] = {"区分", 8},
  [TNK_AUDIT_FINDING_DEPARTMENT] = {"部署", 20},
  [TNK_AUDIT_FINDING_CLAUSE] = {"条項", 12},
  [TNK_AUDIT_FINDING_TITLE] = {"件名", 24},
  [TNK_AUDIT_FINDING_FACT] = {"確認した事実", 38},
  [TNK_AUDIT_FINDING_CAUSE] = {"原因", 26},
  [TNK_AUDIT_FINDING_RECOMMENDATION] = {"勧告", 34},
  [TNK_AUDIT_FINDING_DUE] = {"期限", 12},
  [TNK_AUDIT_FINDING_STATE] = {"状態", 10},
  [TNK_AUDIT_FINDING_LATE] = {"期限\n超過", 10},
  [TNK_AUDIT_FINDING_ANSWER] = {"部署の回答（最新）", 30},
  [TNK_AUDIT_FINDING_ACTION] = {"改善措置（最新）", 30},
  [TNK_AUDIT_FINDING_ACTION_DUE] = {"措置の期限", 12},
  [TNK_AUDIT_FINDING_FOLLOW_UP] = {"フォロー\nアップ", 11},
  [TNK_AUDIT_FINDING_SPREAD] = {"横展開\n回答／確認", 10},
};

static const char *
word_follow_up (TnkFinding *finding)
{
  guint n = tnk_finding_get_n_follow_ups (finding);

  return n > 0 ? tnk_follow_up_get_label (tnk_finding_get_follow_up_verdict (finding, n - 1), "ja") : TNK_DASH;
}

static char *
count_spreads (TnkFinding *finding)
{
  guint n = tnk_finding_get_n_spreads (finding);

  if (n == 0)
    return g_strdup (TNK_DASH);
  return g_strdup_printf ("%u／%u", n - tnk_finding_count_spreads (finding, TNK_SPREAD_ANSWER_OPEN), n);
}

static void
write_finding (TnkAuditWriter *self,
               const TnkAuditTable *table,
               guint row,
               TnkFinding *finding)
{
  guint n = tnk_finding_get_n_responses (finding);
  g_autofree char *department = tnk_audit_name_department (self, tnk_finding_get_department_id (finding)), *spread = count_spreads (finding);
  const char *const texts[TNK_AUDIT_N_FINDING_COLS] = {
    [TNK_AUDIT_FINDING_DEPARTMENT] = department,
    [TNK_AUDIT_FINDING_CLAUSE] = tnk_control_get_clause (tnk_finding_get_control (finding)),
    [TNK_AUDIT_FINDING_TITLE] = tnk_finding_get (finding, TNK_FINDING_FIELD_TITLE),
    [TNK_AUDIT_FINDING_FACT] = tnk_finding_get (finding, TNK_FINDING_FIELD_FACT),
    [TNK_AUDIT_FINDING_CAUSE] = tnk_finding_get (finding, TNK_FINDING_FIELD_CAUSE),
    [TNK_AUDIT_FINDING_RECOMMENDATION] = tnk_finding_get (finding, TNK_FINDING_FIELD_RECOMMENDATION),
    [TNK_AUDIT_FINDING_ANSWER] = n > 0 ? tnk_finding_get_response_text (finding, n - 1) : TNK_DASH,
    [TNK_AUDIT_FINDING_ACTION] = n > 0 ? tnk_finding_get_response_action (finding, n - 1) : TNK_DASH,
  };

  tnk_audit_table_begin_row (table, row, texts);
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_NUMBER, TNK_STYLE_CENTRED, tnk_finding_get_id (finding));
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_KIND, TNK_STYLE_CENTRED, tnk_finding_kind_get_label (tnk_finding_get_kind (finding), "ja"));
  for (guint i = TNK_AUDIT_FINDING_DEPARTMENT; i <= TNK_AUDIT_FINDING_RECOMMENDATION; i++)
    tnk_sheet_text (table->sheet, row, i, TNK_STYLE_WRAPPED, texts[i]);
  tnk_audit_table_write_day (table, row, TNK_AUDIT_FINDING_DUE, tnk_finding_get (finding, TNK_FINDING_FIELD_DUE));
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_STATE, TNK_STYLE_CENTRED, tnk_finding_state_get_label (tnk_finding_get_state (finding), "ja"));
  write_late (table->sheet, row, TNK_AUDIT_FINDING_LATE, is_overdue (self, finding));
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_ANSWER, TNK_STYLE_WRAPPED, texts[TNK_AUDIT_FINDING_ANSWER]);
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_ACTION, TNK_STYLE_WRAPPED, texts[TNK_AUDIT_FINDING_ACTION]);
  tnk_audit_table_write_day (table, row, TNK_AUDIT_FINDING_ACTION_DUE, n > 0 ? tnk_finding_get_response_due (finding, n - 1) : NULL);
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_FOLLOW_UP, TNK_STYLE_CENTRED, word_follow_up (finding));
  tnk_sheet_text (table->sheet, row, TNK_AUDIT_FINDING_SPREAD, TNK_STYLE_CENTRED, spread);
}

void
tnk_audit_write_findings (TnkAuditWriter *self)
{
  g_autofree char *day = tnk_format_date (self->report.made_on);
  g_autofree char *note = g_strdup_printf ("指摘は改善を求めるもの、意見は検討を求めるものです。期限を過ぎて終わっていないものは「" TNK_AUDIT_LATE "」と示します（基準日 %s）。", day);
  const TnkAuditTable table = {self->finding_sheet, TNK_AUDIT_SHEET_FINDINGS, note, "指摘・意見はありません。", finding_columns,
                               TNK_AUDIT_N_FINDING_COLS, TNK_AUDIT_FINDING_KIND + 1};

  tnk_audit_table_begin (self, &table, get_n_findings (self));
  for (guint i = 0; i < get_n_findings (self) && !tnk_workbook_has_failed (self->report.book); i++)
    write_finding (self, &table, TNK_AUDIT_FIRST_ROW + i, get_finding (self, i));
  mark_late (&table, TNK_AUDIT_FINDING_LATE, get_n_findings (self));
}

/* --- answers and follow-ups, in the order in which they came --- */

enum {
  MOVE_NUMBER,
  MOVE_TITLE,
  MOVE_DEPARTMENT,
  MOVE_DAY,
  MOVE_KIND,
  MOVE_WHO,
  MOVE_RESULT,
  MOVE_TEXT,
  MOVE_ACTION,
  MOVE_DUE,
  N_MOVE_COLS,
};

static const TnkAuditColumn move_columns[N_MOVE_COLS] = {
  [MOVE_NUMBER] = {"番号", 8},
  [MOVE_TITLE] = {"件名", 28},
  [MOVE_DEPARTMENT] = {"部署", 22},
  [MOVE_DAY] = {"日付", 12},
  [MOVE_KIND] = {"種類", 13},
  [MOVE_WHO] = {"だれが", 20},
  [MOVE_RESULT] = {"結果", 12},
  [MOVE_TEXT] = {"内容", 48},
  [MOVE_ACTION] = {"改善措置", 40},
  [MOVE_DUE] = {"措置の期限", 12},
};

typedef struct
{
  const char *time;
  const char *kind;
  const char *who;
  const char *result;
  const char *text;
  const char *action;
  const char *due;
} Move;

static Move
get_response (TnkFinding *finding,
              guint i)
{
  return (Move){tnk_finding_get_response_time (finding, i), "部署の回答", tnk_finding_get_response_writer (finding, i), TNK_DASH,
                tnk_finding_get_response_text (finding, i), tnk_finding_get_response_action (finding, i), tnk_finding_get_response_due (finding, i)};
}

static Move
get_follow_up (TnkFinding *finding,
               guint i)
{
  return (Move){tnk_finding_get_follow_up_time (finding, i), "フォローアップ", tnk_finding_get_follow_up_writer (finding, i),
                tnk_follow_up_get_label (tnk_finding_get_follow_up_verdict (finding, i), "ja"), tnk_finding_get_follow_up_seen (finding, i), TNK_DASH, NULL};
}

static void
write_move (TnkAuditWriter *self,
            const TnkAuditTable *table,
            guint row,
            TnkFinding *finding,
            const Move *move)
{
  g_autofree char *department = tnk_audit_name_department (self, tnk_finding_get_department_id (finding));
  g_autofree char *who = tnk_audit_name_person (self, move->who);
  const char *const texts[N_MOVE_COLS] = {
    [MOVE_TITLE] = tnk_finding_get (finding, TNK_FINDING_FIELD_TITLE),
    [MOVE_DEPARTMENT] = department,
    [MOVE_WHO] = who,
    [MOVE_TEXT] = move->text,
    [MOVE_ACTION] = move->action,
  };

  tnk_audit_table_begin_row (table, row, texts);
  tnk_sheet_text (table->sheet, row, MOVE_NUMBER, TNK_STYLE_CENTRED, tnk_finding_get_id (finding));
  tnk_sheet_text (table->sheet, row, MOVE_TITLE, TNK_STYLE_WRAPPED, texts[MOVE_TITLE]);
  tnk_sheet_text (table->sheet, row, MOVE_DEPARTMENT, TNK_STYLE_WRAPPED, department);
  tnk_audit_table_write_day (table, row, MOVE_DAY, move->time);
  tnk_sheet_text (table->sheet, row, MOVE_KIND, TNK_STYLE_CENTRED, move->kind);
  tnk_sheet_text (table->sheet, row, MOVE_WHO, TNK_STYLE_WRAPPED, who);
  tnk_sheet_text (table->sheet, row, MOVE_RESULT, TNK_STYLE_CENTRED, move->result);
  tnk_sheet_text (table->sheet, row, MOVE_TEXT, TNK_STYLE_WRAPPED, move->text);
  tnk_sheet_text (table->sheet, row, MOVE_ACTION, TNK_STYLE_WRAPPED, move->action);
  tnk_audit_table_write_day (table, row, MOVE_DUE, move->due);
}

/* A department answers, the auditor looks, the department answers again. */
static guint
write_moves (TnkAuditWriter *self,
             const TnkAuditTable *table,
             guint row,
             TnkFinding *finding)
{
  guint responses = tnk_finding_get_n_responses (finding), follow_ups = tnk_finding_get_n_follow_ups (finding);
  guint r = 0, f = 0;

  while (r < responses || f < follow_ups) {
    gboolean answered = f == follow_ups || (r < responses && g_strcmp0 (tnk_finding_get_response_time (finding, r),
                                                                        tnk_finding_get_follow_up_time (finding, f)) <= 0);
    Move move = answered ? get_response (finding, r++) : get_follow_up (finding, f++);

    write_move (self, table, row++, finding, &move);
  }
  return row;
}

void
tnk_audit_write_follow_ups (TnkAuditWriter *self)
{
  const TnkAuditTable table = {self->follow_up_sheet, TNK_AUDIT_SHEET_FOLLOW_UPS, "指摘・意見に対する部署の回答と、フォローアップ監査で確かめた結果を、古いものから順に示します。",
                               "回答とフォローアップはまだありません。", move_columns, N_MOVE_COLS, MOVE_TITLE};
  guint row = TNK_AUDIT_FIRST_ROW, n = 0;

  for (guint i = 0; i < get_n_findings (self); i++)
    n += tnk_finding_get_n_responses (get_finding (self, i)) + tnk_finding_get_n_follow_ups (get_finding (self, i));
  tnk_audit_table_begin (self, &table, n);
  for (guint i = 0; i < get_n_findings (self) && !tnk_workbook_has_failed (self->report.book); i++)
    row = write_moves (self, &table, row, get_finding (self, i));
}

/* --- what other departments were asked --- */

enum {
  SPREAD_NUMBER,
  SPREAD_TITLE,
  SPREAD_FROM,
  SPREAD_TO,
  SPREAD_QUESTION,
  SPREAD_DUE,
  SPREAD_ANSWER,
  SPREAD_LATE,
  SPREAD_TEXT,
  SPREAD_ACTION,
  SPREAD_ACTION_DUE,
  SPREAD_WHO,
  SPREAD_DAY,
  N_SPREAD_COLS,
};

static const TnkAuditColumn spread_columns[N_SPREAD_COLS] = {
  [SPREAD_NUMBER] = {"番号", 8},
  [SPREAD_TITLE] = {"件名", 24},
  [SPREAD_FROM] = {"指摘を受けた部署", 20},
  [SPREAD_TO] = {"確認した部署", 22},
  [SPREAD_QUESTION] = {"確認すること", 34},
  [SPREAD_DUE] = {"期限", 12},
  [SPREAD_ANSWER] = {"回答", 14},
  [SPREAD_LATE] = {"期限\n超過", 10},
  [SPREAD_TEXT] = {"確認した内容", 36},
  [SPREAD_ACTION] = {"措置", 30},
  [SPREAD_ACTION_DUE] = {"措置の期限", 12},
  [SPREAD_WHO] = {"回答した人", 18},
  [SPREAD_DAY] = {"回答日", 12},
};

static void
write_spread (TnkAuditWriter *self,
              const TnkAuditTable *table,
              guint row,
              TnkFinding *finding,
              TnkSpread *spread)
{
  g_autofree char *from = tnk_audit_name_department (self, tnk_finding_get_department_id (finding));
  g_autofree char *to = tnk_audit_name_department (self, tnk_spread_get_department_id (spread));
  g_autofree char *who = tnk_audit_name_person (self, tnk_spread_get (spread, TNK_SPREAD_FIELD_ANSWERED_BY));
  gboolean late = self->report.made_on != NULL && tnk_spread_is_overdue (spread, self->report.made_on);
  const char *const texts[N_SPREAD_COLS] = {
    [SPREAD_TITLE] = tnk_finding_get (finding, TNK_FINDING_FIELD_TITLE),
    [SPREAD_FROM] = from,
    [SPREAD_TO] = to,
    [SPREAD_QUESTION] = tnk_spread_get (spread, TNK_SPREAD_FIELD_QUESTION),
    [SPREAD_TEXT] = tnk_spread_get (spread, TNK_SPREAD_FIELD_TEXT),
    [SPREAD_ACTION] = tnk_spread_get (spread, TNK_SPREAD_FIELD_ACTION),
    [SPREAD_WHO] = who,
  };

  tnk_audit_table_begin_row (table, row, texts);
  tnk_sheet_text (table->sheet, row, SPREAD_NUMBER, TNK_STYLE_CENTRED, tnk_finding_get_id (finding));
  for (guint i = SPREAD_TITLE; i <= SPREAD_QUESTION; i++)
    tnk_sheet_text (table->sheet, row, i, TNK_STYLE_WRAPPED, texts[i]);
  tnk_audit_table_write_day (table, row, SPREAD_DUE, tnk_spread_get (spread, TNK_SPREAD_FIELD_DUE));
  tnk_sheet_text (table->sheet, row, SPREAD_ANSWER, TNK_STYLE_CENTRED, tnk_spread_answer_get_label (tnk_spread_get_answer (spread), "ja"));
  write_late (table->sheet, row, SPREAD_LATE, late);
  tnk_sheet_text (table->sheet, row, SPREAD_TEXT, TNK_STYLE_WRAPPED, texts[SPREAD_TEXT]);
  tnk_sheet_text (table->sheet, row, SPREAD_ACTION, TNK_STYLE_WRAPPED, texts[SPREAD_ACTION]);
  tnk_audit_table_write_day (table, row, SPREAD_ACTION_DUE, tnk_spread_get (spread, TNK_SPREAD_FIELD_ACTION_DUE));
  tnk_sheet_text (table->sheet, row, SPREAD_WHO, TNK_STYLE_WRAPPED, who);
  tnk_audit_table_write_day (table, row, SPREAD_DAY, tnk_spread_get_answered_at (spread));
}

void
tnk_audit_write_spreads (TnkAuditWriter *self)
{
  const TnkAuditTable table = {self->spread_sheet, TNK_AUDIT_SHEET_SPREADS, "指摘と同じ問題がないかを、ほかの部署に確かめてもらった結果です（9.1 (7)）。",
                               "横展開はありません。", spread_columns, N_SPREAD_COLS, SPREAD_TITLE};
  guint row = TNK_AUDIT_FIRST_ROW, n = 0;

  for (guint i = 0; i < get_n_findings (self); i++)
    n += tnk_finding_get_n_spreads (get_finding (self, i));
  tnk_audit_table_begin (self, &table, n);
  for (guint i = 0; i < get_n_findings (self); i++)
    for (guint s = 0; s < tnk_finding_get_n_spreads (get_finding (self, i)); s++)
      write_spread (self, &table, row++, get_finding (self, i), tnk_finding_get_spread (get_finding (self, i), s));
  mark_late (&table, SPREAD_LATE, n);
}
