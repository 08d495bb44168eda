/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An .xlsx file in the making, in words that fit a report. Nothing outside tnk-workbook*.c knows which library writes it.
 *
 * The first thing that goes wrong is kept: every verb after it does nothing, and tnk_workbook_close () reports it. So a
 * sheet is written without a condition at every cell, and a failure can still not be overlooked. Loops that run long
 * ask tnk_workbook_has_failed () to stop early.
 *
 * Cells of one sheet must come from left to right and from top to bottom, so that a row can leave the memory when the
 * next one begins. Sheets may be written turn by turn. Rows and columns count from 0. */
typedef struct _TnkWorkbook TnkWorkbook;
typedef struct _TnkSheet TnkSheet;

/* How a cell looks. */
typedef enum {
  TNK_STYLE_PLAIN,
  TNK_STYLE_TITLE,
  TNK_STYLE_SUBTITLE,
  TNK_STYLE_SECTION,
  TNK_STYLE_NOTE,
  TNK_STYLE_REMARK,
  TNK_STYLE_LABEL,
  TNK_STYLE_HEADER,
  TNK_STYLE_HEADER_LEFT,
  TNK_STYLE_TEXT,
  TNK_STYLE_WRAPPED,
  TNK_STYLE_CENTRED,
  TNK_STYLE_ENTRY,
  TNK_STYLE_CHOICE,
  TNK_STYLE_DATE,
  TNK_STYLE_ENTRY_DATE,
  TNK_STYLE_LATE,
  TNK_STYLE_INTEGER,
  TNK_STYLE_FIGURE,
  TNK_STYLE_PERCENT,
  TNK_STYLE_SETTING,
  TNK_STYLE_CHANGE,
  TNK_STYLE_CHANGE_COUNT,
  TNK_STYLE_BIG_FIGURE,
  TNK_STYLE_BIG_QUIET,
  TNK_STYLE_BIG_TEXT,
  TNK_STYLE_BIG_CHANGE,
  TNK_STYLE_BIG_COUNT,
  TNK_STYLE_COUNT,
  TNK_STYLE_COUNT_TEXT,
  TNK_STYLE_SHARE,
  TNK_STYLE_BAR,
  TNK_STYLE_BAR_IMPLEMENTED,
  TNK_STYLE_BAR_PARTIAL,
  TNK_STYLE_BAR_NOT_IMPLEMENTED,
  TNK_STYLE_BAR_NOT_APPLICABLE,
  TNK_STYLE_BAR_EXCEPTED,
  TNK_STYLE_BAR_UNANSWERED,
  TNK_STYLE_ANSWER_IMPLEMENTED,
  TNK_STYLE_ANSWER_PARTIAL,
  TNK_STYLE_ANSWER_NOT_IMPLEMENTED,
  TNK_STYLE_ANSWER_NOT_APPLICABLE,
  TNK_STYLE_ANSWER_EXCEPTED,
  TNK_STYLE_ANSWER_UNANSWERED,
  TNK_STYLE_REMARK_RIGHT,
  TNK_STYLE_SLIP_TEXT,
  TNK_STYLE_SLIP_NAME,
  TNK_STYLE_SLIP_PIN,
  TNK_STYLE_SIDE,
  TNK_STYLE_RUN,
  TNK_STYLE_RUN_LABEL,
  TNK_STYLE_RUN_REMOVED,
  TNK_STYLE_RUN_ADDED,
  TNK_N_STYLES,
} TnkStyleName;

/* A style name, and with it what the macros below add. */
typedef guint TnkStyle;

/* How many rows a sheet can have, and how many breaks between pages. */
#define TNK_MAX_ROWS 1048576
#define TNK_MAX_BREAKS 1023

#define TNK_STYLE_MAX_INDENT 15
#define TNK_STYLE_INDENTED(style, n) ((style) | MIN (n, TNK_STYLE_MAX_INDENT) << 8)
#define TNK_STYLE_STRONG(style) ((style) | 1u << 12)
/* A dashed line to cut along. */
#define TNK_STYLE_CUT_RIGHT(style) ((style) | 1u << 13)
#define TNK_STYLE_CUT_BELOW(style) ((style) | 1u << 14)
/* Letters as small as it takes for one line. */
#define TNK_STYLE_SHRUNK(style) ((style) | 1u << 15)
/* A cell that can be filled in although its sheet is protected. */
#define TNK_STYLE_OPEN(style) ((style) | 1u << 16)

/* For words that are marked within a text. */
#define TNK_STYLE_UNDERLINED(style) ((style) | 1u << 17)

/* The colours of the answers (Okabe and Ito, which colour-blind eyes can tell apart) and of the house. */
#define TNK_COLOUR_IMPLEMENTED 0x0072B2
#define TNK_COLOUR_PARTIAL 0xE69F00
#define TNK_COLOUR_NOT_IMPLEMENTED 0xD55E00
#define TNK_COLOUR_NOT_APPLICABLE 0x767676
#define TNK_COLOUR_EXCEPTED 0xCC79A7
#define TNK_COLOUR_UNANSWERED 0x8A949E
#define TNK_COLOUR_LAST_YEAR 0x5F6B76

typedef enum {
  TNK_PAPER_A4_PORTRAIT,
  TNK_PAPER_A4_LANDSCAPE,
  TNK_PAPER_A3_LANDSCAPE,
} TnkPaper;

typedef struct
{
  guint first_row;
  guint first_col;
  guint last_row;
  guint last_col;
} TnkRange;

/* A stretch of a text that looks otherwise than what is around it: of the style, only the letters count. */
typedef struct
{
  const char *text;
  TnkStyle style;
} TnkRichText;

typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *keywords;
  const char *comments;
  const char *date; /* ISO 8601, or NULL for now */
} TnkWorkbookProperties;

typedef enum {
  TNK_CHART_RADAR,
  TNK_CHART_BAR,
  TNK_CHART_LINE,
} TnkChartKind;

typedef struct
{
  const char *name;
  guint col;
  guint32 colour;
  gboolean dashed;
} TnkSeries;

typedef struct
{
  TnkChartKind kind;
  const char *title;
  const char *sheet; /* whose cells it shows */
  const char *description; /* for those who hear the workbook instead of seeing it */
  guint first_row;
  guint last_row;
  guint label_col;
  guint width; /* pixels */
  guint height;
  const TnkSeries *series;
  guint n_series;
} TnkChart;

TnkWorkbook *tnk_workbook_new (const char *filename, GError **error);
void tnk_workbook_free (TnkWorkbook *self);
void tnk_workbook_fail (TnkWorkbook *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean tnk_workbook_has_failed (TnkWorkbook *self);
gboolean tnk_workbook_close (TnkWorkbook *self, GCancellable *cancellable, guint64 *n_cells, GError **error);
void tnk_workbook_set_properties (TnkWorkbook *self, const TnkWorkbookProperties *properties);
void tnk_workbook_set_page_texts (TnkWorkbook *self, const char *heading, const char *classification, const char *foot);
void tnk_workbook_set_private (TnkWorkbook *self);
void tnk_workbook_define_name (TnkWorkbook *self, const char *name, TnkSheet *sheet, guint row, guint col);
TnkSheet *tnk_workbook_add_sheet (TnkWorkbook *self, const char *name);
char *tnk_workbook_make_sheet_name (TnkWorkbook *self, const char *wanted);

void tnk_sheet_columns (TnkSheet *self, guint first, guint last, double width);
void tnk_sheet_widen (TnkSheet *self, guint col, double width);
void tnk_sheet_row_height (TnkSheet *self, guint row, double points);
void tnk_sheet_text (TnkSheet *self, guint row, guint col, TnkStyle style, const char *text);
void tnk_sheet_rich_text (TnkSheet *self, guint row, guint col, TnkStyle style, const TnkRichText *texts, guint n);
void tnk_sheet_number (TnkSheet *self, guint row, guint col, TnkStyle style, double number);
void tnk_sheet_integer (TnkSheet *self, guint row, guint col, TnkStyle style, gint64 number);
void tnk_sheet_formula (TnkSheet *self, guint row, guint col, TnkStyle style, const char *formula, double value);
void tnk_sheet_formula_text (TnkSheet *self, guint row, guint col, TnkStyle style, const char *formula, const char *value);
void tnk_sheet_blank (TnkSheet *self, guint row, guint col, TnkStyle style);
void tnk_sheet_merge (TnkSheet *self, guint row, guint first_col, guint last_col, TnkStyle style, const char *text);
void tnk_sheet_merge_number (TnkSheet *self, guint row, guint first_col, guint last_col, TnkStyle style, double number);
void tnk_sheet_merge_formula (TnkSheet *self, guint row, guint first_col, guint last_col, TnkStyle style, const char *formula, const char *value);
void tnk_sheet_freeze (TnkSheet *self, guint row, guint col);
void tnk_sheet_repeat_rows (TnkSheet *self, guint first, guint last);
void tnk_sheet_autofilter (TnkSheet *self, const TnkRange *range);
void tnk_sheet_page (TnkSheet *self, TnkPaper paper);
void tnk_sheet_break_pages (TnkSheet *self, const guint *rows, guint n);
void tnk_sheet_colour_scale (TnkSheet *self, const TnkRange *range, double low, double middle, double high);
void tnk_sheet_tint (TnkSheet *self, const TnkRange *range, guint32 colour, double full);
void tnk_sheet_chart (TnkSheet *self, guint row, guint col, const TnkChart *chart);

/* For sheets that people fill in. */
void tnk_sheet_protect (TnkSheet *self);
void tnk_sheet_hide (TnkSheet *self);
void tnk_sheet_hide_columns (TnkSheet *self, guint first, guint last);
void tnk_sheet_hide_row (TnkSheet *self, guint row);
void tnk_sheet_choices (TnkSheet *self, const TnkRange *range, const char *const *words, const char *title, const char *message);
void tnk_sheet_suggest (TnkSheet *self, const TnkRange *range, const char *const *words);
void tnk_sheet_days_only (TnkSheet *self, const TnkRange *range, const char *title, const char *message);
void tnk_sheet_mark_word (TnkSheet *self, const TnkRange *range, const char *word, guint32 colour);
void tnk_sheet_date (TnkSheet *self, guint row, guint col, TnkStyle style, const char *iso);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkWorkbook, tnk_workbook_free)

/* What a cell may hold: NULL if the text can stay as it is. */
char *tnk_workbook_clean_text (const char *text);

G_END_DECLS
