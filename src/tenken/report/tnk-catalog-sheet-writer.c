/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-sheet-private.h"

#define N_NEW_CONTROLS 30
#define N_NEW_QUESTIONS 60
#define HEADER_ROW 2
#define MAX_LINES 24
#define ENGLISH_WIDTH 24 /* of a column */

typedef struct
{
  TnkWorkbook *book;
  TnkCatalog *catalog;
  TnkSheet *sheet;
  guint row;
  guint col;
} Writer;

/* --- cells --- */

static void
put (Writer *self,
     gboolean is_open,
     TnkStyleName entry,
     const char *text)
{
  tnk_sheet_text (self->sheet, self->row, self->col++, is_open ? TNK_STYLE_OPEN (entry) : TNK_STYLE_WRAPPED, text != NULL ? text : "");
}

static void
put_text (Writer *self,
          TnkText *text)
{
  put (self, TRUE, TNK_STYLE_ENTRY, text != NULL ? tnk_text_get (text, "ja") : "");
  put (self, TRUE, TNK_STYLE_ENTRY, text != NULL && tnk_text_has (text, "en") ? tnk_text_get (text, "en") : "");
}

static void
begin_row (Writer *self,
           const char *id,
           guint n_lines)
{
  self->row++;
  self->col = 1;
  tnk_write_height (self->sheet, self->row, MIN (n_lines, MAX_LINES));
  tnk_return_write_id (self->sheet, self->row, id);
}

/* One column of the sheet: how it is known, what it is called, how wide it is. */
typedef struct
{
  char *key;
  char *header;
  double width;
} Column;

static void
column_clear (gpointer data)
{
  Column *self = data;

  g_free (self->key);
  g_free (self->header);
}

static GArray *
columns_new (void)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));

  g_array_set_clear_func (columns, column_clear);
  return columns;
}

static void
add_column (GArray *columns,
            const char *key,
            const char *header,
            double width)
{
  Column column = {g_strdup (key), g_strdup (header), width};

  g_array_append_val (columns, column);
}

static void
add_text_columns (GArray *columns,
                  const TnkCatalogTextColumn *texts,
                  guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *key = g_strconcat (texts[i].member, "_en", NULL), *header = g_strconcat (texts[i].header, "\n（英語）", NULL);

    add_column (columns, texts[i].member, texts[i].header, texts[i].width);
    add_column (columns, key, header, MIN (texts[i].width, ENGLISH_WIDTH));
  }
}

/* Begins a sheet: the hidden row of keys, a title, and the header. */
static void
begin_sheet (Writer *self,
             const char *name,
             const char *table,
             GArray *columns,
             const char *note)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  self->sheet = tnk_workbook_add_sheet (self->book, name);
  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (keys, g_array_index (columns, Column, i).key);
  tnk_return_write_keys (self->sheet, table, (const char *const *) keys->pdata, keys->len);
  for (guint i = 0; i < columns->len; i++)
    tnk_sheet_columns (self->sheet, i + 1, i + 1, g_array_index (columns, Column, i).width);
  tnk_sheet_page (self->sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_sheet_repeat_rows (self->sheet, HEADER_ROW, HEADER_ROW);
  tnk_sheet_row_height (self->sheet, 1, 20);
  tnk_return_write_id (self->sheet, 1, TNK_RETURN_HEADING);
  tnk_sheet_text (self->sheet, 1, 1, TNK_STYLE_SUBTITLE, note);
  tnk_sheet_row_height (self->sheet, HEADER_ROW, 34);
  tnk_return_write_id (self->sheet, HEADER_ROW, TNK_RETURN_HEADING);
  for (guint i = 0; i < columns->len; i++)
    tnk_sheet_text (self->sheet, HEADER_ROW, i + 1, TNK_STYLE_HEADER, g_array_index (columns, Column, i).header);
  self->row = HEADER_ROW;
}

static void
end_sheet (Writer *self,
           guint frozen)
{
  tnk_sheet_freeze (self->sheet, HEADER_ROW + 1, frozen);
  tnk_sheet_autofilter (self->sheet, &(TnkRange){HEADER_ROW, 1, self->row, self->col - 1});
  tnk_sheet_protect (self->sheet);
}

static guint
lines_of (TnkText *text,
          double width)
{
  return text != NULL ? tnk_count_lines (tnk_text_get (text, "ja"), width - 2) : 1;
}

/* The lines that the longest of its texts takes, in either language. */
static guint
count_lines (const TnkCatalogTextColumn *columns,
             guint n,
             gpointer entry)
{
  guint n_lines = 1;

  for (guint i = 0; i < n; i++) {
    TnkText *text = columns[i].get (entry);

    n_lines = MAX (n_lines, lines_of (text, columns[i].width));
    if (text != NULL && tnk_text_has (text, "en"))
      n_lines = MAX (n_lines, tnk_count_lines (tnk_text_get (text, "en"), MIN (columns[i].width, ENGLISH_WIDTH) - 4));
  }
  return n_lines;
}

/* --- the head and the roles --- */

static void
write_field (Writer *self,
             const char *id,
             const char *label,
             const char *text)
{
  begin_row (self, id, 1);
  tnk_sheet_text (self->sheet, self->row, self->col++, TNK_STYLE_LABEL, label);
  put (self, TRUE, TNK_STYLE_ENTRY, text);
  put (self, FALSE, TNK_STYLE_ENTRY, "");
}

static void
write_head (Writer *self)
{
  g_autoptr (GArray) columns = columns_new ();

  add_column (columns, "label", "項目", 16);
  add_column (columns, TNK_CATALOG_JA, "内容", 60);
  add_column (columns, TNK_CATALOG_EN, "内容（英語）", 50);
  begin_sheet (self, "基準", TNK_CATALOG_HEAD, columns, "色の付いた欄を直し、Excel ブック（.xlsx）のまま読み込んでください。日本語だけを直した文は、英語が消えます。");
  write_field (self, "edition", "版", tnk_catalog_get_edition (self->catalog));
  write_field (self, "effective", "施行日", tnk_catalog_get_effective (self->catalog));
  for (guint i = 0; i < tnk_catalog_n_head_texts; i++) {
    TnkText *text = tnk_catalog_head_texts[i].get (self->catalog);

    begin_row (self, tnk_catalog_head_texts[i].member, lines_of (text, 60));
    tnk_sheet_text (self->sheet, self->row, self->col++, TNK_STYLE_LABEL, tnk_catalog_head_texts[i].header);
    put_text (self, text);
  }
  end_sheet (self, 2);
}

static void
write_roles (Writer *self)
{
  g_autoptr (GArray) columns = columns_new ();

  add_column (columns, "id", "役割ID", 18);
  add_text_columns (columns, tnk_catalog_role_texts, tnk_catalog_n_role_texts);
  begin_sheet (self, "役割", TNK_CATALOG_ROLES, columns, "役割の名前と説明は直せます。役割を増やしたり減らしたりはできません。");
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (self->catalog, i);

    begin_row (self, tnk_role_get_id (role), count_lines (tnk_catalog_role_texts, tnk_catalog_n_role_texts, role));
    put (self, FALSE, TNK_STYLE_ENTRY, tnk_role_get_id (role));
    for (guint t = 0; t < tnk_catalog_n_role_texts; t++)
      put_text (self, tnk_catalog_role_texts[t].get (role));
  }
  end_sheet (self, 2);
}

/* --- controls --- */

static const char *const uses[] = {TNK_CATALOG_TAKEN, TNK_CATALOG_LEFT, NULL};
static const char *const levels[] = {"必須", "推奨", NULL};
static const char *const marks[] = {"○", "△", "許", "承", NULL};

static GArray *
list_control_columns (TnkCatalog *catalog)
{
  GArray *columns = columns_new ();

  add_column (columns, TNK_CATALOG_USE, "扱い", 8);
  add_column (columns, "section", "節ID", 10);
  add_column (columns, "id", "管理策ID", 12);
  add_column (columns, "clause", "条項", 14);
  add_column (columns, "level", "水準", 8);
  add_column (columns, "weight", "重み", 6);
  add_column (columns, "critical", "重要", 6);
  add_text_columns (columns, tnk_catalog_control_texts, 1);
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);
    g_autofree char *key = g_strconcat (TNK_CATALOG_ROLE_PREFIX, tnk_role_get_id (role), NULL);
    g_autofree char *header = g_strdup_printf ("%s\n%s", tnk_text_get (tnk_role_get_name (role), "ja"), tnk_role_get_id (role));

    add_column (columns, key, header, 11);
  }
  add_text_columns (columns, tnk_catalog_control_texts + 1, tnk_catalog_n_control_texts - 1);
  return columns;
}

static const char *
section_of (Writer *self,
            TnkControl *control)
{
  return tnk_section_get_id (tnk_catalog_get_section (self->catalog, tnk_control_get_section_index (control)));
}

static void
write_control (Writer *self,
               TnkControl *control)
{
  g_autofree char *weight = g_strdup_printf ("%u", tnk_control_get_weight (control));

  begin_row (self, tnk_control_get_id (control), count_lines (tnk_catalog_control_texts, tnk_catalog_n_control_texts, control));
  put (self, TRUE, TNK_STYLE_CHOICE, TNK_CATALOG_TAKEN);
  put (self, TRUE, TNK_STYLE_ENTRY, section_of (self, control));
  put (self, TRUE, TNK_STYLE_ENTRY, tnk_control_get_id (control));
  put (self, TRUE, TNK_STYLE_ENTRY, tnk_control_get_clause (control));
  put (self, TRUE, TNK_STYLE_CHOICE, tnk_catalog_word_level (tnk_control_get_level (control)));
  put (self, TRUE, TNK_STYLE_CHOICE, weight);
  put (self, TRUE, TNK_STYLE_CHOICE, tnk_control_is_critical (control) ? "○" : "");
  put_text (self, tnk_control_get_title (control));
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++)
    put (self, TRUE, TNK_STYLE_CHOICE, tnk_mark_to_symbol (tnk_control_get_mark (control, tnk_catalog_get_role (self->catalog, i))));
  for (guint i = 1; i < tnk_catalog_n_control_texts; i++)
    put_text (self, tnk_catalog_control_texts[i].get (control));
}

static void
write_new (Writer *self,
           guint n,
           guint n_columns,
           guint n_first_choice)
{
  for (guint i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf (TNK_CATALOG_NEW "%u", i + 1);

    begin_row (self, id, 1);
    while (self->col <= n_columns)
      put (self, TRUE, self->col <= n_first_choice ? TNK_STYLE_CHOICE : TNK_STYLE_ENTRY, "");
  }
}

static void
add_choices (Writer *self,
             guint col,
             const char *const *words)
{
  const TnkRange range = {HEADER_ROW + 1, col, MAX (self->row, HEADER_ROW + 1), col};

  tnk_sheet_choices (self->sheet, &range, words, "一覧から選んでください", "一覧にある言葉だけが使えます。");
}

static void
write_controls (Writer *self)
{
  g_autoptr (GArray) columns = list_control_columns (self->catalog);
  guint first_role = 1 + 7 + 2;

  begin_sheet (self, "管理策", TNK_CATALOG_CONTROLS, columns,
               "使わない管理策は行を消さず「不採用」にします。新しい管理策は終わりの空欄か、入れたい所に挿入した行に書きます。印：○ 行う、△ 知らされる、許 許可する、承 承認する。");
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->catalog); i++)
    write_control (self, tnk_catalog_get_control (self->catalog, i));
  write_new (self, N_NEW_CONTROLS, columns->len, 1);
  add_choices (self, 1, uses);
  add_choices (self, 5, levels);
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->catalog); i++)
    add_choices (self, first_role + i, marks);
  end_sheet (self, 4);
}

/* --- questions --- */

static void
write_question (Writer *self,
                TnkControl *control,
                TnkQuestion *question)
{
  g_autofree char *roles = tnk_catalog_word_roles (self->catalog, question);

  begin_row (self, tnk_question_get_id (question), count_lines (tnk_catalog_question_texts, tnk_catalog_n_question_texts, question));
  put (self, TRUE, TNK_STYLE_CHOICE, TNK_CATALOG_TAKEN);
  put (self, FALSE, TNK_STYLE_ENTRY, tnk_control_get_id (control));
  put (self, TRUE, TNK_STYLE_ENTRY, roles);
  for (guint i = 0; i < tnk_catalog_n_question_texts; i++)
    put_text (self, tnk_catalog_question_texts[i].get (question));
}

static void
write_questions (Writer *self)
{
  g_autoptr (GArray) columns = columns_new ();

  add_column (columns, TNK_CATALOG_USE, "扱い", 8);
  add_column (columns, "control", "管理策ID", 12);
  add_column (columns, "roles", "尋ねる役割のID\n（空白で区切る）", 24);
  add_text_columns (columns, tnk_catalog_question_texts, tnk_catalog_n_question_texts);
  begin_sheet (self, "設問", TNK_CATALOG_QUESTIONS, columns,
               "○・許・承の役割には設問が一つ要ります。新しい設問は終わりの空欄に、管理策ID（新しいIDでも可）と役割のIDを添えて書きます。");
  for (guint c = 0; c < tnk_catalog_get_n_controls (self->catalog); c++) {
    TnkControl *control = tnk_catalog_get_control (self->catalog, c);

    for (guint i = 0; i < tnk_control_get_n_questions (control); i++)
      write_question (self, control, tnk_control_get_question (control, i));
  }
  write_new (self, N_NEW_QUESTIONS, columns->len, 1);
  add_choices (self, 1, uses);
  end_sheet (self, 3);
}

/* --- the workbook --- */

static void
write_about (Writer *self)
{
  static const char *const keys[] = {"catalog", "edition", "fingerprint"};
  const char *const values[] = {tnk_catalog_get_id (self->catalog), tnk_catalog_get_edition (self->catalog), tnk_catalog_get_fingerprint (self->catalog)};

  tnk_return_write_about (self->book, TNK_CATALOG_KIND, keys, values, G_N_ELEMENTS (keys));
}

/**
 * tnk_catalog_sheet_write:
 * @self: a catalog
 * @filename: the file to write, `.xlsx`; one of that name is replaced
 * @cancellable: (nullable): stops the work
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes a catalog as a workbook to be edited into a body’s own, and read back with [func@Catalog.sheet_derive].
 *
 * Returns: `TRUE` if the workbook is there, whole
 *
 * Since: 0.1
 */
gboolean
tnk_catalog_sheet_write (TnkCatalog *self,
                         const char *filename,
                         GCancellable *cancellable,
                         guint64 *n_cells,
                         GError **error)
{
  g_autoptr (TnkWorkbook) book = NULL;
  const char *title;

  g_return_val_if_fail (TNK_IS_CATALOG (self) && filename != NULL, FALSE);

  book = tnk_workbook_new (filename, error);
  if (book == NULL)
    return FALSE;
  Writer writer = {.book = book, .catalog = self};
  title = tnk_text_get (tnk_catalog_get_title (self), "ja");
  const TnkWorkbookProperties properties = {.title = title, .subject = tnk_catalog_get_id (self), .author = "", .keywords = "基準カタログ", .date = tnk_catalog_get_effective (self)};

  tnk_workbook_set_properties (book, &properties);
  tnk_workbook_set_page_texts (book, title, "", tnk_catalog_get_edition (self));
  write_head (&writer);
  write_roles (&writer);
  write_controls (&writer);
  write_questions (&writer);
  write_about (&writer);
  return tnk_workbook_close (book, cancellable, n_cells, error);
}
