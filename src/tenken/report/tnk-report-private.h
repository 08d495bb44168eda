/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-gap.h"
#include "tnk-rate.h"
#include "tnk-revision.h"
#include "tnk-scorecard.h"
#include "tnk-tally.h"
#include "tnk-workbook-private.h"

G_BEGIN_DECLS

/* What the workbooks about a tally share: which controls count, where their counts stand, and how a figure becomes a
 * formula over these counts.
 *
 * The counts stand in blocks. A block is one scope (the whole body, a department with all below it, a role) and has one
 * row for each required control in catalog order. So a scope is a run of rows, a chapter is a run within that run, and
 * every figure is a sum over a run: nothing has to search 100,000 rows. */

#define TNK_SHEET_COVER "表紙"
#define TNK_SHEET_SUMMARY "総括"
#define TNK_SHEET_OVERVIEW "概要"
#define TNK_SHEET_TURNOUT "提出状況"
#define TNK_SHEET_NAMES "提出者一覧"
#define TNK_SHEET_DEPARTMENTS "部署"
#define TNK_SHEET_CHAPTERS "章"
#define TNK_SHEET_SECTIONS "章・節"
#define TNK_SHEET_HEAT "部署×章"
#define TNK_SHEET_ROLES "役割"
#define TNK_SHEET_CONTROLS "管理策"
#define TNK_SHEET_GAPS "不備"
#define TNK_SHEET_COMMENTS "コメント"
#define TNK_SHEET_PLAN "改善計画"
#define TNK_SHEET_EXCEPTIONS "例外措置"
#define TNK_SHEET_AUDITS "監査との比較"
#define TNK_SHEET_TREND "推移"
#define TNK_SHEET_COUNTS "集計"
#define TNK_SHEET_ROLE_COUNTS "集計_役割"
#define TNK_SHEET_PEOPLE "集計_提出"

/* Names of cells on the first sheet. */
#define TNK_NAME_GRADE_A "等級線A"
#define TNK_NAME_GRADE_B "等級線B"
#define TNK_NAME_GRADE_C "等級線C"
#define TNK_NAME_ATTAINMENT "到達線"
#define TNK_NAME_CLOSED "締切後"

#define TNK_DASH "–"
/* In place of figures that would give a person away, see TNK_TALLY_FEWEST_SHOWN. */
#define TNK_FEW "少人数で非表示"

/* Of a row of a table, in points: room for one line and some air. */
#define TNK_ROW_HEIGHT 18

/* The columns of a sheet of counts. */
enum {
  TNK_COUNT_SCOPE_ID,
  TNK_COUNT_SCOPE,
  TNK_COUNT_CONTROL,
  TNK_COUNT_CHAPTER,
  TNK_COUNT_WEIGHT,
  TNK_COUNT_CRITICAL,
  TNK_COUNT_ITEMS,
  TNK_COUNT_IMPLEMENTED,
  TNK_COUNT_PARTIAL,
  TNK_COUNT_NOT_IMPLEMENTED,
  TNK_COUNT_NOT_APPLICABLE,
  TNK_COUNT_EXCEPTED,
  TNK_COUNT_UNANSWERED,
  TNK_COUNT_N,
  TNK_COUNT_H,
  TNK_COUNT_S,
  TNK_N_COUNT_COLUMNS,
};

/* The first row of the first block: above it are title, note and header. */
#define TNK_COUNTS_HEADER_ROW 2
#define TNK_COUNTS_FIRST_ROW 3

/* Where the counts of a scope stand, and what they count. */
typedef struct
{
  const char *sheet;
  guint row; /* of its first control */
  guint first; /* which of the required controls that is */
  guint n; /* how many rows; 0 for a chapter from which the campaign asks nothing */
  int department;
  int role;
  guint people_row; /* its row in the sheet of people, or 0: that sheet is not in the workbook */
} TnkBlock;

/* A line of a table of scopes. */
typedef struct
{
  TnkScore *score;
  TnkScore *previous; /* or NULL */
  TnkBlock block;
  guint indent;
  gboolean strong;
} TnkScopeLine;

typedef struct
{
  guint first; /* position among the required controls */
  guint n;
} TnkRun;

typedef struct
{
  TnkTally *tally; /* or NULL: the workbook is not about figures */
  TnkTally *previous; /* or NULL */
  TnkCampaign *campaign;
  TnkCatalog *catalog;
  TnkBody *body;
  const char *body_name;
  const char *classification;
  const char *made_on;
  const char *source;
  const char *about; /* what every title begins with; NULL: the campaign */
  GPtrArray *rates; /* (element-type TnkRate) */
  GArray *required; /* (element-type guint): indices of controls */
  GArray *chapters; /* (element-type TnkRun): by index of the chapter */
  TnkWorkbook *book; /* owned */

  TnkProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint64 done;
  guint64 total;
} TnkReport;

gboolean tnk_report_init (TnkReport *self, TnkTally *tally, const char *filename, GError **error);
gboolean tnk_report_init_campaign (TnkReport *self, TnkCampaign *campaign, TnkBody *body, const char *filename, GError **error);
void tnk_report_clear (TnkReport *self);
gboolean tnk_report_step (TnkReport *self);
TnkControl *tnk_report_get_control (TnkReport *self, guint position);
guint tnk_report_find_control (TnkReport *self, TnkControl *control);
void tnk_report_count (TnkReport *self, const TnkBlock *block, guint position, TnkCounts *counts);
gboolean tnk_report_compares_catalog (TnkReport *self);
TnkScore *tnk_report_score_previous_department (TnkReport *self, TnkDepartment *department);
char *tnk_report_make_title (TnkReport *self, const char *what);
void tnk_report_set_texts (TnkReport *self, const char *what);
void tnk_report_write_title (TnkReport *self, TnkSheet *sheet, const char *what, const char *note);

TnkBlock tnk_block_of_scope (TnkReport *self, const char *sheet, guint block, int department, int role);
TnkBlock tnk_block_of_chapter (TnkReport *self, const TnkBlock *block, guint chapter);
TnkBlock tnk_block_of_section (TnkReport *self, const TnkBlock *block, TnkSection *section);
void tnk_ref_append (GString *formula, const char *sheet, guint row, guint col);
void tnk_ref_append_near (GString *formula, guint row, guint col);
char *tnk_ref (const char *sheet, guint row, guint col);
char *tnk_block_count_formula (const TnkBlock *block, const char *const *names);
char *tnk_block_score_formula (const TnkBlock *block, const char *undefined);
char *tnk_block_critical_formula (const TnkBlock *block);
guint tnk_report_count_critical (TnkReport *self, const TnkBlock *block);
char *tnk_grade_formula (const char *score_ref, const char *critical_ref);
const char *tnk_grade_text (char grade);
char *tnk_percent_formula (guint row, guint numerator_col, guint denominator_col);
char *tnk_change_formula (guint row, guint now_col, guint before_col);

/* The answers in the order of the counts, with one sign and one pattern each wherever they appear. */
typedef enum {
  TNK_ANSWER_IMPLEMENTED,
  TNK_ANSWER_PARTIAL,
  TNK_ANSWER_NOT_IMPLEMENTED,
  TNK_ANSWER_NOT_APPLICABLE,
  TNK_ANSWER_EXCEPTED,
  TNK_ANSWER_UNANSWERED,
  TNK_N_ANSWERS,
} TnkAnswerKind;

typedef struct
{
  const char *label; /* sign and word */
  const char *pattern; /* one piece of a bar */
  TnkStyleName style;
  TnkStyleName bar_style;
} TnkAnswerLook;

const TnkAnswerLook *tnk_answer_look (TnkAnswerKind kind);
void tnk_split_counts (const TnkCounts *counts, guint *parts);
void tnk_write_bar (TnkSheet *sheet, guint row, guint col, TnkStyle style, guint first_col, guint total_col, const guint *parts);
void tnk_write_single_bar (TnkSheet *sheet, guint row, guint first_col, guint last_col, TnkAnswerKind kind, const char *share_ref, double share);

void tnk_write_figure (TnkSheet *sheet, guint row, guint col, TnkStyle style, double figure);
void tnk_write_formula (TnkSheet *sheet, guint row, guint col, TnkStyle style, const char *formula, double figure);
void tnk_write_count (TnkSheet *sheet, guint row, guint col, const TnkBlock *block, const char *const *names, gint64 value);
void tnk_write_ref (TnkSheet *sheet, guint row, guint col, TnkStyle style, const char *of_sheet, guint of_row, guint of_col, double figure);
/* The columns of names in tables of scopes, in characters. Long names take more lines. */
#define TNK_NAME_WIDTH 38
void tnk_write_name (TnkSheet *sheet, guint row, const TnkScopeLine *line);
guint tnk_count_lines (const char *text, guint width);
double tnk_find_width (const char *text, double width, double margin, guint most_lines);
void tnk_write_height (TnkSheet *sheet, guint row, guint n_lines);
void tnk_write_across (TnkSheet *sheet, guint row, guint first_col, guint last_col, TnkStyle style, const char *text);
void tnk_write_headers (TnkSheet *sheet, guint row, const char *const *texts, guint n);

char *tnk_format_date (const char *iso);
char *tnk_format_fiscal_year (const char *iso);
const char *tnk_state_text (TnkCampaignState state);

void tnk_counts_begin (TnkReport *self, TnkSheet *sheet, const char *title, guint n_blocks);
gboolean tnk_counts_write_block (TnkReport *self, TnkSheet *sheet, const TnkBlock *block, const char *id, const char *name);

#define TNK_PEOPLE_FIRST_ROW 3
void tnk_people_begin (TnkReport *self, TnkSheet *sheet, guint n);
void tnk_people_write_lines (TnkSheet *sheet, const char *kind, GPtrArray *lines);

TnkScopeLine *tnk_scope_line_new (TnkScore *score, TnkScore *previous, const TnkBlock *block);
void tnk_scope_line_free (TnkScopeLine *self);
guint tnk_scope_table_write (TnkReport *self, TnkSheet *sheet, guint row, const char *what, GPtrArray *lines);
#define TNK_SCOPE_TABLE_HEADER_ROWS 2
#define TNK_SCOPE_TABLE_SCORE_COL 2
#define TNK_SCOPE_TABLE_PREVIOUS_COL 4

#define TNK_GAPS_FIRST_ROW 3
#define TNK_GAPS_MISSING_COL 8

void tnk_controls_write (TnkReport *self, TnkSheet *sheet, const TnkBlock *block);
void tnk_gaps_write (TnkReport *self, TnkSheet *sheet, const TnkBlock *block, GPtrArray *gaps);
guint tnk_summary_write (TnkReport *self, TnkSheet *sheet, guint row, const TnkScopeLine *line);
guint tnk_definitions_write (TnkReport *self, TnkSheet *sheet, guint row, guint last_col, guint text_width);

G_END_DECLS
