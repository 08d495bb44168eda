/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-comparison-report-private.h"

#include "tnk-error.h"

#define HEADER_ROW 2

const char *
tnk_comparison_kind_word (TnkRevisionKind kind)
{
  static const char *const words[] = {"維持", "条項変更", "内容変更", "新設", "削除"};

  return words[kind];
}

const char *
tnk_comparison_answer_word (TnkComparisonRow *row)
{
  if (tnk_comparison_row_get_new (row) == NULL)
    return "なくなる";
  if (tnk_comparison_row_get_old (row) == NULL)
    return "新しく聞く";
  return tnk_comparison_row_is_asked_anew (row) ? "聞き直す" : "引き継ぐ";
}

TnkChapter *
tnk_comparison_get_chapter (TnkComparison *self,
                            TnkComparisonRow *row)
{
  return tnk_catalog_get_chapter (tnk_comparison_get_new_catalog (self), tnk_comparison_row_get_chapter_index (row));
}

static char *
make_title (TnkComparison *self,
            const char *what)
{
  return g_strdup_printf ("%s　%s", tnk_text_get (tnk_catalog_get_title (tnk_comparison_get_new_catalog (self)), "ja"), what);
}

void
tnk_comparison_write_head (TnkComparison *self,
                           TnkSheet *sheet,
                           const char *what,
                           const char *note)
{
  g_autofree char *title = make_title (self, what);

  tnk_sheet_row_height (sheet, 0, 30);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_TITLE, title);
  tnk_sheet_row_height (sheet, 1, 18);
  tnk_sheet_text (sheet, 1, 0, TNK_STYLE_SUBTITLE, note);
}

/* --- the first sheet --- */

#define EDITION_LABEL_COL 0
#define N_OVERVIEW_COLS (2 + TNK_N_REVISION_KINDS)

static void
write_edition (TnkSheet *sheet,
               guint *row,
               const char *name,
               TnkCatalog *catalog)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s　版 %s　施行 %s\n出典 %s", tnk_text_get (tnk_catalog_get_title (catalog), "ja"),
                                           tnk_text_get (tnk_catalog_get_publisher (catalog), "ja"), tnk_catalog_get_edition (catalog),
                                           tnk_catalog_get_effective (catalog), tnk_text_get (tnk_catalog_get_source (catalog), "ja"));

  tnk_write_height (sheet, *row, tnk_count_lines (text, 66));
  tnk_sheet_text (sheet, *row, 0, TNK_STYLE_LABEL, name);
  tnk_sheet_merge (sheet, (*row)++, 1, N_OVERVIEW_COLS - 1, TNK_STYLE_WRAPPED, text);
}

/* By chapter, and of the whole where chapter is negative. */
static guint
count (TnkComparison *self,
       int chapter,
       TnkRevisionKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tnk_comparison_get_n_rows (self); i++) {
    TnkComparisonRow *row = tnk_comparison_get_row (self, i);

    n += tnk_comparison_row_get_kind (row) == kind && (chapter < 0 || tnk_comparison_row_get_chapter_index (row) == (guint) chapter);
  }
  return n;
}

static void
write_counts (TnkComparison *self,
              TnkSheet *sheet,
              guint row,
              int chapter,
              const char *name)
{
  TnkStyle strong = chapter < 0 ? TNK_STYLE_STRONG (TNK_STYLE_INTEGER) : TNK_STYLE_INTEGER;
  guint sum = 0;

  tnk_write_height (sheet, row, tnk_count_lines (name, 28));
  tnk_sheet_text (sheet, row, 0, chapter < 0 ? TNK_STYLE_STRONG (TNK_STYLE_WRAPPED) : TNK_STYLE_WRAPPED, name);
  for (TnkRevisionKind kind = 0; kind < TNK_N_REVISION_KINDS; kind++) {
    guint n = count (self, chapter, kind);

    tnk_sheet_integer (sheet, row, 1 + kind, strong, n);
    sum += n;
  }
  tnk_sheet_integer (sheet, row, 1 + TNK_N_REVISION_KINDS, strong, sum);
}

static void
write_chapters (TnkComparison *self,
                TnkSheet *sheet,
                guint *row)
{
  TnkCatalog *catalog = tnk_comparison_get_new_catalog (self);

  tnk_sheet_text (sheet, *row, 0, TNK_STYLE_HEADER, "章");
  for (TnkRevisionKind kind = 0; kind < TNK_N_REVISION_KINDS; kind++)
    tnk_sheet_text (sheet, *row, 1 + kind, TNK_STYLE_HEADER, tnk_comparison_kind_word (kind));
  tnk_sheet_text (sheet, (*row)++, 1 + TNK_N_REVISION_KINDS, TNK_STYLE_HEADER, "計");
  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++)
    write_counts (self, sheet, (*row)++, i, tnk_text_get (tnk_chapter_get_title (tnk_catalog_get_chapter (catalog, i)), "ja"));
  write_counts (self, sheet, (*row)++, -1, "計");
}

static const char *
text_or_dash (TnkText *text)
{
  return text != NULL ? tnk_text_get (text, "ja") : TNK_DASH;
}

static void
write_roles (TnkComparison *self,
             TnkSheet *sheet,
             guint *row)
{
  g_autoptr (GPtrArray) roles = tnk_comparison_list_roles (self);

  if (roles->len == 0)
    return;
  tnk_sheet_text (sheet, ++*row, 0, TNK_STYLE_SECTION, "役割の変更");
  ++*row;
  for (guint i = 0; i < roles->len; i++) {
    g_autofree char *text = g_strdup_printf ("新　%s\n旧　%s", text_or_dash (tnk_comparison_field_get_new (roles->pdata[i])),
                                             text_or_dash (tnk_comparison_field_get_old (roles->pdata[i])));

    tnk_write_height (sheet, *row, tnk_count_lines (text, 66));
    tnk_sheet_text (sheet, *row, 0, TNK_STYLE_LABEL, text_or_dash (tnk_comparison_field_get_label (roles->pdata[i])));
    tnk_sheet_merge (sheet, (*row)++, 1, N_OVERVIEW_COLS - 1, TNK_STYLE_WRAPPED, text);
  }
}

static void
write_legend (TnkSheet *sheet,
              guint row)
{
  static const char *const lines[] = {
    "維持：同じ管理策IDで、同じことを求めています。昨年の回答を引き継ぎます。",
    "条項変更：番号だけが変わりました。昨年の回答を引き継ぎます。",
    "内容変更：求めることが変わりました。聞き直します。",
    "新設：新しい管理策です。新しく聞きます。　削除：なくなった管理策です。推移はここで終わります。",
    "題名・設問・手引きの文はTenkenのもの（または改正した団体のもの）です。条文そのものは原典で確かめてください。",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    tnk_sheet_text (sheet, row + i, 0, TNK_STYLE_REMARK, lines[i]);
}

static void
write_overview (TnkComparison *self,
                TnkSheet *sheet)
{
  guint row = HEADER_ROW;

  tnk_sheet_columns (sheet, 0, 0, 30);
  tnk_sheet_columns (sheet, 1, N_OVERVIEW_COLS - 1, 12);
  tnk_sheet_page (sheet, TNK_PAPER_A4_PORTRAIT);
  tnk_comparison_write_head (self, sheet, TNK_SHEET_COMPARISON, "二つの版の管理策を、改正の対応関係に従って比べました。");
  write_edition (sheet, &row, "新", tnk_comparison_get_new_catalog (self));
  write_edition (sheet, &row, "旧", tnk_comparison_get_old_catalog (self));
  row++;
  write_chapters (self, sheet, &row);
  write_roles (self, sheet, &row);
  write_legend (sheet, row + 1);
}

/* --- what became of every control --- */

static void
write_revision (TnkComparison *self,
                TnkSheet *sheet,
                guint at,
                TnkComparisonRow *row)
{
  TnkControl *new = tnk_comparison_row_get_new (row), *old = tnk_comparison_row_get_old (row);
  const char *title = tnk_text_get (tnk_control_get_title (new != NULL ? new : old), "ja");
  const char *chapter = tnk_text_get (tnk_chapter_get_title (tnk_comparison_get_chapter (self, row)), "ja");
  const char *const texts[] = {
    chapter,
    new != NULL ? tnk_control_get_id (new) : "",
    new != NULL ? tnk_control_get_clause (new) : "",
    old != NULL ? tnk_control_get_id (old) : "",
    old != NULL ? tnk_control_get_clause (old) : "",
    title,
    tnk_comparison_kind_word (tnk_comparison_row_get_kind (row)),
    tnk_comparison_answer_word (row),
  };

  tnk_write_height (sheet, at, MAX (tnk_count_lines (title, 36), tnk_count_lines (chapter, 18)));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_sheet_text (sheet, at, i, i < 6 ? TNK_STYLE_WRAPPED : TNK_STYLE_CENTRED, texts[i]);
}

static void
write_revisions (TnkComparison *self,
                 TnkSheet *sheet)
{
  static const char *const headers[] = {"章", "管理策ID\n（新）", "条項（新）", "管理策ID\n（旧）", "条項（旧）", "題名", "区分", "昨年の回答"};
  static const double widths[] = {20, 12, 16, 12, 16, 38, 10, 12};
  guint n = tnk_comparison_get_n_rows (self);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_sheet_page (sheet, TNK_PAPER_A4_LANDSCAPE);
  tnk_comparison_write_head (self, sheet, TNK_SHEET_REVISIONS, "すべての管理策が、前の版のどれに当たるか。");
  tnk_sheet_row_height (sheet, HEADER_ROW, 32);
  tnk_write_headers (sheet, HEADER_ROW, headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < n; i++)
    write_revision (self, sheet, HEADER_ROW + 1 + i, tnk_comparison_get_row (self, i));
  tnk_sheet_freeze (sheet, HEADER_ROW + 1, 1);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW, HEADER_ROW);
  tnk_sheet_autofilter (sheet, &(TnkRange){HEADER_ROW, 0, HEADER_ROW + MAX (n, 1), G_N_ELEMENTS (headers) - 1});
}

/* --- the workbook --- */

static void
set_texts (TnkComparison *self,
           TnkWorkbook *book,
           const char *today)
{
  g_autofree char *title = make_title (self, TNK_SHEET_COMPARISON);
  g_autofree char *date = today != NULL ? tnk_format_date (today) : NULL;
  g_autofree char *made = date != NULL ? g_strdup_printf ("作成 %s", date) : NULL;
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = tnk_catalog_get_id (tnk_comparison_get_new_catalog (self)),
    .author = tnk_text_get (tnk_catalog_get_publisher (tnk_comparison_get_new_catalog (self)), "ja"),
    .keywords = "情報セキュリティ, " TNK_SHEET_COMPARISON,
    .date = today,
  };

  tnk_workbook_set_properties (book, &properties);
  tnk_workbook_set_page_texts (book, title, "", made);
}

/**
 * tnk_comparison_write:
 * @self: a comparison
 * @today: (nullable): the day that the workbook bears, ISO 8601
 * @filename: the file to write, `.xlsx`; one of that name is replaced
 * @cancellable: (nullable): stops the work
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the comparison as a workbook in the form in which public bodies print one (新旧対照表): what is new on the left, what was
 * before on the right, the words that changed underlined in both.
 *
 * Returns: `TRUE` if the workbook is there, whole
 *
 * Since: 0.1
 */
gboolean
tnk_comparison_write (TnkComparison *self,
                      const char *today,
                      const char *filename,
                      GCancellable *cancellable,
                      guint64 *n_cells,
                      GError **error)
{
  g_autoptr (TnkWorkbook) book = NULL;
  TnkSheet *overview, *table, *revisions;

  g_return_val_if_fail (TNK_IS_COMPARISON (self) && filename != NULL, FALSE);

  book = tnk_workbook_new (filename, error);
  if (book == NULL)
    return FALSE;
  set_texts (self, book, today);
  overview = tnk_workbook_add_sheet (book, TNK_SHEET_OVERVIEW);
  table = tnk_workbook_add_sheet (book, TNK_SHEET_COMPARISON);
  revisions = tnk_workbook_add_sheet (book, TNK_SHEET_REVISIONS);
  write_overview (self, overview);
  tnk_comparison_table_write (self, table, cancellable);
  write_revisions (self, revisions);
  return tnk_workbook_close (book, cancellable, n_cells, error);
}
