/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-comparison-report-private.h"
#include "tnk-text-part.h"

/* The table of old and new wording, in the form in which public bodies print it: what holds now on the left, what held before
 * on the right, and the words that changed underlined in both. */

#define HEADER_ROW 2
#define SIDE_WIDTH 62
#define MAX_LINES 26 /* a row cannot be higher */

typedef enum {
  COL_CHAPTER,
  COL_KIND,
  COL_NEW_ID,
  COL_OLD_ID,
  COL_NEW,
  COL_OLD,
  COL_WHAT,
  COL_ANSWERS,
  N_COLS,
} Col;

static const struct
{
  const char *header;
  double width;
} columns[N_COLS] = {
  [COL_CHAPTER] = {"章", 16},
  [COL_KIND] = {"区分", 10},
  [COL_NEW_ID] = {"管理策ID\n（新）", 11},
  [COL_OLD_ID] = {"管理策ID\n（旧）", 11},
  [COL_NEW] = {"新", SIDE_WIDTH + 2},
  [COL_OLD] = {"旧", SIDE_WIDTH + 2},
  [COL_WHAT] = {"変更点", 18},
  [COL_ANSWERS] = {"昨年の回答", 14},
};

/* One side of a row: stretches of text, whose wording is borrowed from the fields and their parts. */
typedef struct
{
  GArray *texts; /* (element-type TnkRichText) */
  GString *plain;
} Side;

typedef struct
{
  TnkSheet *sheet;
  TnkComparison *comparison;
  TnkComparisonRow *row;
  guint at; /* the row of the sheet */
  GPtrArray *kept; /* (element-type GPtrArray): parts that the sides borrow from */
  Side old;
  Side new;
} Table;

/* --- one side --- */

static void
side_init (Side *self)
{
  self->texts = g_array_new (FALSE, FALSE, sizeof (TnkRichText));
  self->plain = g_string_new (NULL);
}

static void
side_empty (Side *self)
{
  g_array_set_size (self->texts, 0);
  g_string_truncate (self->plain, 0);
}

static void
side_clear (Side *self)
{
  g_array_unref (self->texts);
  g_string_free (self->plain, TRUE);
}

static void
side_add (Side *self,
          const char *text,
          TnkStyle style)
{
  TnkRichText rich = {text, style};

  g_array_append_val (self->texts, rich);
  g_string_append (self->plain, text);
}

/* What is said on one side only is marked as a whole. */
static void
side_add_parts (Side *self,
                GPtrArray *parts,
                TnkTextPartKind own,
                TnkStyle marked)
{
  for (guint i = 0; i < parts->len; i++) {
    TnkTextPartKind kind = tnk_text_part_get_kind (parts->pdata[i]);

    if (kind == own)
      side_add (self, tnk_text_part_get_text (parts->pdata[i]), marked);
    else if (kind == TNK_TEXT_PART_KIND_SAME)
      side_add (self, tnk_text_part_get_text (parts->pdata[i]), TNK_STYLE_RUN);
  }
}

static void
side_add_field (Side *self,
                TnkComparisonField *field,
                TnkText *text,
                GPtrArray *parts,
                TnkTextPartKind own,
                TnkStyle marked)
{
  if (text == NULL)
    return;
  if (self->texts->len > 0)
    side_add (self, "\n", TNK_STYLE_RUN);
  side_add (self, tnk_text_get (tnk_comparison_field_get_label (field), "ja"), TNK_STYLE_RUN_LABEL);
  side_add (self, "　", TNK_STYLE_RUN_LABEL);
  side_add_parts (self, parts, own, marked);
}

static guint
side_count_lines (const Side *self)
{
  guint n = tnk_count_lines (self->plain->str, SIDE_WIDTH - 2);

  return n + n / 8;
}

/* --- a control --- */

static char *
list_members (TnkComparisonRow *row,
              GPtrArray *fields)
{
  GString *words = g_string_new (NULL);

  if (tnk_comparison_row_get_old (row) == NULL || tnk_comparison_row_get_new (row) == NULL)
    return g_string_free (words, FALSE);
  for (guint i = 0; i < fields->len; i++)
    if (tnk_comparison_field_is_changed (fields->pdata[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", tnk_text_get (tnk_comparison_field_get_label (fields->pdata[i]), "ja"));
  return g_string_free (words, FALSE);
}

static const char *
id_of (TnkControl *control)
{
  return control != NULL ? tnk_control_get_id (control) : "";
}

static void
write_side (Table *self,
            Col col,
            const Side *side,
            const char *missing)
{
  if (side->texts->len > 0)
    tnk_sheet_rich_text (self->sheet, self->at, col, TNK_STYLE_SIDE, (const TnkRichText *) side->texts->data, side->texts->len);
  else
    tnk_sheet_text (self->sheet, self->at, col, TNK_STYLE_WRAPPED, missing);
}

/* A control that takes more lines than a row can have goes on in the next one. */
static void
flush (Table *self,
       const char *what)
{
  TnkChapter *chapter = tnk_comparison_get_chapter (self->comparison, self->row);
  TnkControl *old = tnk_comparison_row_get_old (self->row), *new = tnk_comparison_row_get_new (self->row);
  guint n_lines = MAX (side_count_lines (&self->old), side_count_lines (&self->new));
  guint n_words = tnk_count_lines (what, columns[COL_WHAT].width - 2), n_chapter = tnk_count_lines (tnk_text_get (tnk_chapter_get_title (chapter), "ja"), columns[COL_CHAPTER].width - 2);

  tnk_write_height (self->sheet, self->at, MAX (n_lines, MAX (n_words, n_chapter)));
  tnk_sheet_text (self->sheet, self->at, COL_CHAPTER, TNK_STYLE_WRAPPED, tnk_text_get (tnk_chapter_get_title (chapter), "ja"));
  tnk_sheet_text (self->sheet, self->at, COL_KIND, TNK_STYLE_CENTRED, tnk_comparison_kind_word (tnk_comparison_row_get_kind (self->row)));
  tnk_sheet_text (self->sheet, self->at, COL_NEW_ID, TNK_STYLE_TEXT, id_of (new));
  tnk_sheet_text (self->sheet, self->at, COL_OLD_ID, TNK_STYLE_TEXT, id_of (old));
  write_side (self, COL_NEW, &self->new, new == NULL ? "（削除）" : "");
  write_side (self, COL_OLD, &self->old, old == NULL ? "（新設）" : "");
  tnk_sheet_text (self->sheet, self->at, COL_WHAT, TNK_STYLE_WRAPPED, what);
  tnk_sheet_text (self->sheet, self->at, COL_ANSWERS, TNK_STYLE_CENTRED, tnk_comparison_answer_word (self->row));
  self->at++;
  side_empty (&self->old);
  side_empty (&self->new);
}

static void
add_field (Table *self,
           TnkComparisonField *field)
{
  GPtrArray *parts;

  /* The ids have columns of their own. */
  if (g_str_equal (tnk_comparison_field_get_member (field), "id"))
    return;
  parts = tnk_comparison_field_compare (field, "ja");
  g_ptr_array_add (self->kept, parts);
  side_add_field (&self->new, field, tnk_comparison_field_get_new (field), parts, TNK_TEXT_PART_KIND_ADDED, TNK_STYLE_UNDERLINED (TNK_STYLE_RUN_ADDED));
  side_add_field (&self->old, field, tnk_comparison_field_get_old (field), parts, TNK_TEXT_PART_KIND_REMOVED, TNK_STYLE_UNDERLINED (TNK_STYLE_RUN_REMOVED));
}

static guint
lines_of (TnkComparisonField *field)
{
  TnkText *const texts[] = {tnk_comparison_field_get_old (field), tnk_comparison_field_get_new (field)};
  const char *label = tnk_text_get (tnk_comparison_field_get_label (field), "ja");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = texts[i] != NULL ? g_strconcat (label, "　", tnk_text_get (texts[i], "ja"), NULL) : g_strdup ("");

    n = MAX (n, tnk_count_lines (text, SIDE_WIDTH - 2));
  }
  return n + n / 8;
}

static void
write_row (Table *self)
{
  g_autoptr (GPtrArray) fields = tnk_comparison_row_list_fields (self->row);
  g_autofree char *what = list_members (self->row, fields);
  const char *shown = what;

  for (guint i = 0; i < fields->len; i++) {
    guint so_far = MAX (side_count_lines (&self->old), side_count_lines (&self->new));

    if (self->old.texts->len + self->new.texts->len > 0 && so_far + lines_of (fields->pdata[i]) > MAX_LINES) {
      flush (self, shown);
      shown = "（続き）";
    }
    add_field (self, fields->pdata[i]);
  }
  flush (self, shown);
  g_ptr_array_set_size (self->kept, 0);
}

/* --- the sheet --- */

static void
write_headers (Table *self)
{
  TnkCatalog *new = tnk_comparison_get_new_catalog (self->comparison), *old = tnk_comparison_get_old_catalog (self->comparison);
  g_autofree char *newer = g_strdup_printf ("新　%s", tnk_text_get (tnk_catalog_get_title (new), "ja"));
  g_autofree char *older = g_strdup_printf ("旧　%s", tnk_text_get (tnk_catalog_get_title (old), "ja"));

  tnk_sheet_row_height (self->sheet, HEADER_ROW, 32);
  for (Col col = 0; col < N_COLS; col++)
    tnk_sheet_text (self->sheet, HEADER_ROW, col, TNK_STYLE_HEADER, col == COL_NEW ? newer : col == COL_OLD ? older
                                                                                                            : columns[col].header);
}

static void
set_up (Table *self)
{
  for (Col col = 0; col < N_COLS; col++)
    tnk_sheet_columns (self->sheet, col, col, columns[col].width);
  tnk_sheet_page (self->sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_sheet_repeat_rows (self->sheet, HEADER_ROW, HEADER_ROW);
  tnk_sheet_freeze (self->sheet, HEADER_ROW + 1, COL_NEW);
}

/* Only what changed, as in print, where the rest is left out (略). */
void
tnk_comparison_table_write (TnkComparison *comparison,
                            TnkSheet *sheet,
                            GCancellable *cancellable)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Table self = {.sheet = sheet, .comparison = comparison, .at = HEADER_ROW + 1, .kept = kept};

  side_init (&self.old);
  side_init (&self.new);
  set_up (&self);
  tnk_comparison_write_head (comparison, sheet, TNK_SHEET_COMPARISON, "下線の部分は改正部分です。変更のない管理策は省いています。");
  write_headers (&self);
  for (guint i = 0; i < tnk_comparison_get_n_rows (comparison) && !g_cancellable_is_cancelled (cancellable); i++) {
    self.row = tnk_comparison_get_row (comparison, i);
    if (tnk_comparison_row_is_changed (self.row))
      write_row (&self);
  }
  if (self.at == HEADER_ROW + 1)
    tnk_sheet_merge (sheet, self.at++, 0, N_COLS - 1, TNK_STYLE_TEXT, "変更された管理策はありません。");
  tnk_sheet_autofilter (sheet, &(TnkRange){HEADER_ROW, 0, self.at - 1, N_COLS - 1});
  side_clear (&self.old);
  side_clear (&self.new);
}
