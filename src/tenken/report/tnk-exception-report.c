/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-exception-report.h"

#include <string.h>

#include "tnk-report-private.h"

/* The register of exceptions (例外措置台帳): what is permitted to whom, why, what is done instead, until when, and who asked for
 * it and who permitted it. Those that end first stand first, so that a review begins at the top. */

#define SHEET "例外措置台帳"
#define TITLE "例外措置台帳"
#define CLASSIFICATION "機密性２"
#define HEADER_ROW 2
#define FIRST_ROW 3
#define MAX_LINES 24 /* a row cannot be much higher */
#define SOON 30 /* days */

enum {
  COL_CLAUSE,
  COL_TITLE,
  COL_DEPARTMENT,
  COL_REASON,
  COL_SUBSTITUTE,
  COL_STARTS,
  COL_ENDS,
  COL_STATE,
  COL_LEFT,
  COL_APPLICANT,
  COL_APPROVER,
  COL_RECORD,
  N_COLS,
};

static const char *const headers[N_COLS] = {"条項", "管理策", "部署", "理由", "代わりの措置", "開始日", "終了日", "状態", "残り\n日数", "申請者", "許可者", "申請書"};
static const double widths[N_COLS] = {14, 30, 24, 40, 40, 12, 12, 12, 8, 16, 16, 15};

typedef struct
{
  GPtrArray *exceptions;
  TnkBody *body;
  TnkCatalog *catalog; /* or NULL */
  const char *today;
  TnkWorkbook *book;
  TnkSheet *sheet;
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->book, tnk_workbook_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

/* Those that hold come first, the one that ends first before the others; then those to come, then those that are over. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer today)
{
  static const int ranks[] = {[TNK_EXCEPTION_STATE_LIVE] = 0, [TNK_EXCEPTION_STATE_AHEAD] = 1, [TNK_EXCEPTION_STATE_EXPIRED] = 2};
  TnkException *one = *(TnkException *const *) a, *other = *(TnkException *const *) b;
  int by_state = ranks[tnk_exception_get_state (one, today)] - ranks[tnk_exception_get_state (other, today)];
  int by_end = strcmp (tnk_exception_get_ends (one), tnk_exception_get_ends (other));

  if (by_state != 0)
    return by_state;
  return by_end != 0 ? by_end : strcmp (tnk_exception_get_control_id (one), tnk_exception_get_control_id (other));
}

static char *
word_person (Writer *self,
             const char *id)
{
  TnkPerson *person = tnk_body_lookup_person (self->body, id);

  return person != NULL ? g_strdup_printf ("%s\n%s", tnk_person_get_name (person), id) : g_strdup (id);
}

static const char *
word_department (Writer *self,
                 const char *id)
{
  TnkDepartment *department = tnk_body_lookup_department (self->body, id);

  return department != NULL ? tnk_department_get_name (department) : id;
}

static void
write_state (Writer *self,
             guint row,
             TnkException *exception)
{
  static const char *const words[] = {[TNK_EXCEPTION_STATE_AHEAD] = "開始前", [TNK_EXCEPTION_STATE_LIVE] = "有効", [TNK_EXCEPTION_STATE_EXPIRED] = "期限切れ"};
  TnkExceptionState state = tnk_exception_get_state (exception, self->today);
  int left = tnk_exception_get_days_left (exception, self->today);
  gboolean soon = state == TNK_EXCEPTION_STATE_LIVE && left <= SOON;

  tnk_sheet_date (self->sheet, row, COL_STARTS, TNK_STYLE_DATE, tnk_exception_get_starts (exception));
  tnk_sheet_date (self->sheet, row, COL_ENDS, TNK_STYLE_DATE, tnk_exception_get_ends (exception));
  tnk_sheet_text (self->sheet, row, COL_STATE, soon || state == TNK_EXCEPTION_STATE_EXPIRED ? TNK_STYLE_LATE : TNK_STYLE_CENTRED,
                  soon ? "⚠ まもなく終了" : words[state]);
  if (state == TNK_EXCEPTION_STATE_LIVE)
    tnk_sheet_integer (self->sheet, row, COL_LEFT, TNK_STYLE_INTEGER, left);
  else
    tnk_sheet_text (self->sheet, row, COL_LEFT, TNK_STYLE_CENTRED, TNK_DASH);
}

static void
write_height (Writer *self,
              guint row,
              const char *const *texts)
{
  guint n_lines = 1;

  for (guint i = 0; i < N_COLS; i++)
    if (texts[i] != NULL) {
      double width = tnk_find_width (texts[i], widths[i], 3, MAX_LINES);

      if (width > widths[i])
        tnk_sheet_widen (self->sheet, i, width);
      n_lines = MAX (n_lines, tnk_count_lines (texts[i], width - 3));
    }
  tnk_write_height (self->sheet, row, MIN (n_lines, MAX_LINES));
}

static void
write_exception (Writer *self,
                 guint row,
                 TnkException *exception)
{
  TnkControl *control = self->catalog != NULL ? tnk_catalog_lookup_control (self->catalog, tnk_exception_get_control_id (exception)) : NULL;
  const char *record_id = tnk_exception_get_record_id (exception);
  g_autofree char *applicant = word_person (self, tnk_exception_get_applicant (exception));
  g_autofree char *approver = word_person (self, tnk_exception_get_approver (exception));
  const char *const texts[N_COLS] = {
    [COL_CLAUSE] = control != NULL ? tnk_control_get_clause (control) : tnk_exception_get_control_id (exception),
    [COL_TITLE] = control != NULL ? tnk_text_get (tnk_control_get_title (control), "ja") : TNK_DASH,
    [COL_DEPARTMENT] = word_department (self, tnk_exception_get_department_id (exception)),
    [COL_REASON] = tnk_exception_get_reason (exception),
    [COL_SUBSTITUTE] = tnk_exception_get_substitute (exception),
    [COL_APPLICANT] = applicant,
    [COL_APPROVER] = approver,
    [COL_RECORD] = record_id != NULL ? record_id : TNK_DASH,
  };

  write_height (self, row, texts);
  for (guint i = COL_CLAUSE; i <= COL_SUBSTITUTE; i++)
    tnk_sheet_text (self->sheet, row, i, TNK_STYLE_WRAPPED, texts[i]);
  write_state (self, row, exception);
  for (guint i = COL_APPLICANT; i < N_COLS; i++)
    tnk_sheet_text (self->sheet, row, i, TNK_STYLE_WRAPPED, texts[i]);
}

static void
set_texts (Writer *self,
           const char *body_name)
{
  g_autofree char *date = tnk_format_date (self->today);
  g_autofree char *heading = g_strdup_printf ("%s　" TITLE, body_name);
  g_autofree char *made = g_strdup_printf ("作成 %s", date);
  const TnkWorkbookProperties properties = {
    .title = TITLE,
    .subject = "例外措置",
    .author = body_name,
    .keywords = "情報セキュリティ, 例外措置",
    .comments = CLASSIFICATION,
    .date = self->today,
  };

  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, heading, CLASSIFICATION, made);
}

static void
write_head (Writer *self,
            const char *body_name)
{
  g_autofree char *date = tnk_format_date (self->today);
  g_autofree char *note = g_strdup_printf ("%s　状態と残り日数は%sのものです。部署の例外措置は、その下の部署にも及びます。", body_name, date);

  tnk_sheet_page (self->sheet, TNK_PAPER_A3_LANDSCAPE);
  for (guint i = 0; i < N_COLS; i++)
    tnk_sheet_columns (self->sheet, i, i, widths[i]);
  tnk_sheet_row_height (self->sheet, 0, 30);
  tnk_sheet_text (self->sheet, 0, 0, TNK_STYLE_TITLE, TITLE);
  tnk_sheet_row_height (self->sheet, 1, 18);
  tnk_sheet_text (self->sheet, 1, 0, TNK_STYLE_SUBTITLE, note);
  tnk_sheet_row_height (self->sheet, HEADER_ROW, 30);
  tnk_write_headers (self->sheet, HEADER_ROW, headers, N_COLS);
  tnk_sheet_freeze (self->sheet, FIRST_ROW, 2);
  tnk_sheet_repeat_rows (self->sheet, HEADER_ROW, HEADER_ROW);
}

static void
write_workbook (Writer *self,
                const char *body_name)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint row = FIRST_ROW;

  g_ptr_array_extend (sorted, self->exceptions, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare, (gpointer) self->today);
  set_texts (self, body_name);
  self->sheet = tnk_workbook_add_sheet (self->book, SHEET);
  write_head (self, body_name);
  for (guint i = 0; i < sorted->len; i++)
    write_exception (self, row++, sorted->pdata[i]);
  if (sorted->len == 0)
    tnk_sheet_merge (self->sheet, row++, 0, N_COLS - 1, TNK_STYLE_TEXT, "認められた例外措置はありません。");
  tnk_sheet_autofilter (self->sheet, &(TnkRange){HEADER_ROW, 0, row - 1, N_COLS - 1});
}

/**
 * tnk_exception_report_write:
 * @exceptions: (element-type TnkException): the exceptions
 * @body: the body, with its people where their names are to be shown
 * @catalog: (nullable): the catalog whose clauses are shown; `NULL` for the ids of the controls alone
 * @body_name: (nullable): the name of the public body
 * @today: the day by which their state is told, ISO 8601
 * @filename: the file to write, `.xlsx`
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the register of exceptions, those that end first before the others. Whole or not at all.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_exception_report_write (GPtrArray *exceptions,
                            TnkBody *body,
                            TnkCatalog *catalog,
                            const char *body_name,
                            const char *today,
                            const char *filename,
                            guint64 *n_cells,
                            GError **error)
{
  g_return_val_if_fail (exceptions != NULL && TNK_IS_BODY (body) && today != NULL && filename != NULL, FALSE);
  g_return_val_if_fail (catalog == NULL || TNK_IS_CATALOG (catalog), FALSE);

  g_auto (Writer) writer = {.exceptions = exceptions, .body = body, .catalog = catalog, .today = today};

  writer.book = tnk_workbook_new (filename, error);
  if (writer.book == NULL)
    return FALSE;
  write_workbook (&writer, body_name != NULL ? body_name : "");
  return tnk_workbook_close (writer.book, NULL, n_cells, error);
}
