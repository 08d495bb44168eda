/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

/* Figures as formulas. Only functions that Excel 2010 and LibreOffice 7 both know by the same name are used, and none
 * that needs the prefix _xlfn in the file: IF, AND, ISNUMBER, SUM, COUNTIF, SUMIF, SUMPRODUCT.
 *
 * References to other sheets are absolute and those within a row are not, so that a table can be sorted by hand and
 * stays right. */

static void
append_column (GString *formula,
               guint col)
{
  if (col >= 26)
    append_column (formula, col / 26 - 1);
  g_string_append_c (formula, 'A' + col % 26);
}

/* $B$5 of a sheet. */
void
tnk_ref_append (GString *formula,
                const char *sheet,
                guint row,
                guint col)
{
  if (sheet != NULL)
    g_string_append_printf (formula, "'%s'!", sheet);
  g_string_append_c (formula, '$');
  append_column (formula, col);
  g_string_append_printf (formula, "$%u", row + 1);
}

/* B5 of the same sheet. */
void
tnk_ref_append_near (GString *formula,
                     guint row,
                     guint col)
{
  append_column (formula, col);
  g_string_append_printf (formula, "%u", row + 1);
}

char *
tnk_ref (const char *sheet,
         guint row,
         guint col)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  tnk_ref_append (formula, sheet, row, col);
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* The block of a scope that is the @block-th on its sheet. */
TnkBlock
tnk_block_of_scope (TnkReport *self,
                    const char *sheet,
                    guint block,
                    int department,
                    int role)
{
  return (TnkBlock){
    .sheet = sheet,
    .row = TNK_COUNTS_FIRST_ROW + block * self->required->len,
    .n = self->required->len,
    .department = department,
    .role = role,
  };
}

/* The run of a chapter within a block. */
TnkBlock
tnk_block_of_chapter (TnkReport *self,
                      const TnkBlock *block,
                      guint chapter)
{
  TnkRun run = g_array_index (self->chapters, TnkRun, chapter);
  TnkBlock part = *block;

  part.row += run.first;
  part.first = run.first;
  part.n = run.n;
  return part;
}

/* How many required controls stand before one of the catalog. */
static guint
count_required_before (TnkReport *self,
                       guint control)
{
  guint n = 0;

  while (n < self->required->len && g_array_index (self->required, guint, n) < control)
    n++;
  return n;
}

/* The run of a section within a block. */
TnkBlock
tnk_block_of_section (TnkReport *self,
                      const TnkBlock *block,
                      TnkSection *section)
{
  guint control = tnk_section_get_first_control (section);
  TnkBlock part = *block;

  part.first = count_required_before (self, control);
  part.n = count_required_before (self, control + tnk_section_get_n_controls (section)) - part.first;
  part.row += part.first;
  return part;
}

/* One column of a block, or several that stand side by side. */
static void
append_range (GString *formula,
              const TnkBlock *block,
              guint first_col,
              guint last_col)
{
  tnk_ref_append (formula, block->sheet, block->row, first_col);
  g_string_append_c (formula, ':');
  tnk_ref_append (formula, NULL, block->row + block->n - 1, last_col);
}

/* Replaces {A} … by ranges: the letters are those of the columns on the sheet of counts. */
static void
append_pattern (GString *formula,
                const TnkBlock *block,
                const char *pattern)
{
  for (; *pattern != '\0'; pattern++)
    if (*pattern == '{') {
      append_range (formula, block, pattern[1] - 'A', pattern[2] == ':' ? pattern[3] - 'A' : pattern[1] - 'A');
      while (*pattern != '}')
        pattern++;
    } else
      g_string_append_c (formula, *pattern);
}

/* The counts that a rate can name. G items, H implemented, I partial, J not implemented, K not applicable, L excepted,
 * N those that stay in the denominator, O their half-points. */
static const struct
{
  const char *name;
  const char *pattern;
} counts[] = {
  {"items", "SUM({G})"},
  {"answered", "SUM({H:L})"},
  {"implemented", "SUM({H})"},
  {"partial", "SUM({I})"},
  {"not_implemented", "SUM({J})"},
  {"not_applicable", "SUM({K})"},
  {"excepted", "SUM({L})"},
  {"controls", "COUNTIF({N},\">0\")"},
  {"controls_full", "SUMPRODUCT(--({N}>0),--({O}=2*{N}))"},
  {"controls_gap", "SUMPRODUCT(--({O}<2*{N}))"},
  {"controls_rated", "SUMPRODUCT(--({H}+{I}+{J}>0))"},
  {"controls_attained", "SUMPRODUCT(--({H}+{I}+{J}>0),--(100*{H}>=" TNK_NAME_ATTAINMENT "*({H}+{I}+{J})))"},
};

G_STATIC_ASSERT (TNK_COUNT_ITEMS == 'G' - 'A' && TNK_COUNT_S == 'P' - 'A');

static gboolean
append_people (GString *formula,
               const TnkBlock *block,
               const char *name)
{
  gboolean asked = g_str_equal (name, "people_asked");

  if (block->people_row == 0 || (!asked && !g_str_equal (name, "people_submitted")))
    return FALSE;
  tnk_ref_append (formula, TNK_SHEET_PEOPLE, block->people_row, asked ? 3 : 4);
  return TRUE;
}

static gboolean
append_count (GString *formula,
              const TnkBlock *block,
              const char *name)
{
  if (append_people (formula, block, name))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (counts) && block->n > 0; i++)
    if (g_str_equal (counts[i].name, name)) {
      append_pattern (formula, block, counts[i].pattern);
      return TRUE;
    }
  return FALSE;
}

/* The sum of some counts of a scope as a formula; NULL if this workbook does not hold what it takes, so that the
 * library’s figure has to stand by itself. */
char *
tnk_block_count_formula (const TnkBlock *block,
                         const char *const *names)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++) {
    g_string_append_c (formula, i == 0 ? '=' : '+');
    if (!append_count (formula, block, names[i]))
      return NULL;
  }
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* 100 · Σ w·s / Σ w over the controls with a defined s. Those without one hold a text in the column of s, which
 * SUMPRODUCT takes for 0. */
char *
tnk_block_score_formula (const TnkBlock *block,
                         const char *undefined)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  if (block->n == 0)
    return g_strdup_printf ("=\"%s\"", undefined);
  append_pattern (formula, block, "=IF(COUNTIF({N},\">0\")=0,\"");
  g_string_append (formula, undefined);
  append_pattern (formula, block, "\",100*SUMPRODUCT({E},{P})/SUMIF({N},\">0\",{E}))");
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* How many critical controls are not fully kept. */
char *
tnk_block_critical_formula (const TnkBlock *block)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  if (block->n == 0)
    return g_strdup ("=0");
  append_pattern (formula, block, "=SUMPRODUCT({F},--({O}<2*{N}))");
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* The same, counted here. */
guint
tnk_report_count_critical (TnkReport *self,
                           const TnkBlock *block)
{
  guint n = 0;

  for (guint i = block->first; i < block->first + block->n; i++) {
    TnkCounts found;

    if (!tnk_control_is_critical (tnk_report_get_control (self, i)))
      continue;
    tnk_report_count (self, block, i, &found);
    n += found.half_points < 2 * found.denominator;
  }
  return n;
}

/* The grade of a score, capped where a critical control has a gap. The hair below the line is the library’s: a score
 * that should be exactly on it may come out a little under it, for a third has no binary form. */
char *
tnk_grade_formula (const char *score,
                   const char *critical)
{
  return g_strdup_printf ("=IF(ISNUMBER(%s),IF(AND(%s=0,%s>=%s-1E-9),\"%s\",IF(AND(%s=0,%s>=%s-1E-9),\"%s\","
                          "IF(%s>=%s-1E-9,\"%s\",\"%s\"))),\"%s\")",
                          score,
                          critical, score, TNK_NAME_GRADE_A, tnk_grade_text ('A'),
                          critical, score, TNK_NAME_GRADE_B, tnk_grade_text ('B'),
                          score, TNK_NAME_GRADE_C, tnk_grade_text ('C'), tnk_grade_text ('D'), TNK_DASH);
}

/* A percentage of two cells of the same row. */
char *
tnk_percent_formula (guint row,
                     guint numerator,
                     guint denominator)
{
  g_autoptr (GString) formula = g_string_new ("=IF(");

  tnk_ref_append_near (formula, row, denominator);
  g_string_append (formula, "=0,\"" TNK_DASH "\",100*");
  tnk_ref_append_near (formula, row, numerator);
  g_string_append_c (formula, '/');
  tnk_ref_append_near (formula, row, denominator);
  g_string_append_c (formula, ')');
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* This year less last year, both in the same row. */
char *
tnk_change_formula (guint row,
                    guint now,
                    guint before)
{
  g_autoptr (GString) a = g_string_new (NULL);
  g_autoptr (GString) b = g_string_new (NULL);

  tnk_ref_append_near (a, row, now);
  tnk_ref_append_near (b, row, before);
  return g_strdup_printf ("=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,\"" TNK_DASH "\")", a->str, b->str, a->str, b->str);
}
