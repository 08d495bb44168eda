/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-book-private.h"

#include <math.h>
#include <string.h>

#include "tnk-strings-private.h"

#define MAX_ROW 1048576

struct _TnkXlsxSheet
{
  TnkXlsxReader *reader; /* borrowed */
  TnkXlsxXml *xml;
  char *name;
  GArray *cells; /* (element-type TnkXlsxCell): of the present row */
  GString *text; /* the texts of the present row that are shared with no other cell */
  GArray *starts; /* (element-type gssize): where in there the text of each cell begins, or -1 */
  GString *value; /* of the present cell: what is in <v> */
  GString *rich; /* and what is in <is> */
  guint row; /* the present one */
  guint next_row; /* the first that may come yet */
  guint next_col;
  guint n_rows;
  gboolean done;
};

/* A cell as it stands in the XML. */
typedef struct
{
  TnkXlsxCell cell;
  char type; /* n, s, i for inlineStr, f for str, b, e, d */
  guint style;
} Raw;

void
tnk_xlsx_sheet_free (TnkXlsxSheet *self)
{
  g_clear_pointer (&self->xml, tnk_xlsx_xml_free);
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
  g_string_free (self->rich, TRUE);
  g_free (self->name);
  g_free (self);
}

/* --- what is in a cell --- */

static gboolean
throw_cell (TnkXlsxSheet *self,
            const Raw *raw,
            const char *what,
            GError **error)
{
  g_autofree char *name = tnk_xlsx_cell_name (raw->cell.row, raw->cell.col);

  return tnk_xlsx_xml_throw (self->xml, error, "is damaged: the cell %s %s", name, what);
}

static void
set_own_text (TnkXlsxSheet *self,
              Raw *raw,
              TnkXlsxType type,
              const char *text)
{
  raw->cell.type = type;
  raw->cell.text = NULL;
  g_string_append_len (self->text, text, strlen (text) + 1);
}

static gboolean
take_shared (TnkXlsxSheet *self,
             Raw *raw,
             GError **error)
{
  TnkXlsxStrings *strings = self->reader->strings;
  guint64 index;

  if (!g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT32, &index, NULL))
    return throw_cell (self, raw, "has no number for its text", error);
  raw->cell.text = strings != NULL ? tnk_xlsx_strings_get (strings, index) : NULL;
  if (raw->cell.text == NULL)
    return throw_cell (self, raw, "refers to a text that is not there", error);
  raw->cell.type = *raw->cell.text != '\0' ? TNK_XLSX_TEXT : TNK_XLSX_EMPTY;
  return TRUE;
}

/* strtod () would also take hexadecimal figures and words. */
static gboolean
parse_number (const char *text,
              double *number)
{
  char *end;

  if (strspn (text, "0123456789+-.eE") != strlen (text))
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

/* As a person would write it: no “.0”, and no digits beyond those that a double has. */
static void
set_number (TnkXlsxSheet *self,
            Raw *raw)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double number = raw->cell.number;

  g_ascii_formatd (buffer, sizeof buffer, fabs (number) < 1e15 && number == floor (number) ? "%.0f" : "%.15g", number == 0 ? 0 : number);
  set_own_text (self, raw, TNK_XLSX_NUMBER, buffer);
}

static gboolean
take_number (TnkXlsxSheet *self,
             Raw *raw,
             GError **error)
{
  GByteArray *dates = self->reader->dates;
  g_autofree char *date = NULL;

  if (!parse_number (self->value->str, &raw->cell.number))
    return throw_cell (self, raw, "should hold a number and does not", error);
  if (raw->style > 0 && (dates == NULL || raw->style >= dates->len))
    return throw_cell (self, raw, "refers to a style that is not there", error);
  if (dates != NULL && raw->style < dates->len && dates->data[raw->style])
    date = tnk_xlsx_format_date (raw->cell.number, self->reader->from_1904);
  if (date != NULL)
    set_own_text (self, raw, TNK_XLSX_DATE, date);
  else
    set_number (self, raw);
  return TRUE;
}

static gboolean
take_boolean (TnkXlsxSheet *self,
              Raw *raw,
              GError **error)
{
  const char *value = self->value->str;

  if (g_str_equal (value, "1") || g_ascii_strcasecmp (value, "true") == 0)
    raw->cell.number = 1;
  else if (!g_str_equal (value, "0") && g_ascii_strcasecmp (value, "false") != 0)
    return throw_cell (self, raw, "should hold TRUE or FALSE and does not", error);
  set_own_text (self, raw, TNK_XLSX_BOOLEAN, raw->cell.number > 0 ? "TRUE" : "FALSE");
  return TRUE;
}

/* “2026-11-21T00:00:00.000Z” is a day, and is given as one. */
static void
take_date (TnkXlsxSheet *self,
           Raw *raw)
{
  char *midnight = strstr (self->value->str, "T00:00:00");

  if (midnight != NULL && strspn (midnight + 9, ".0Z") == strlen (midnight + 9))
    *midnight = '\0';
  set_own_text (self, raw, TNK_XLSX_DATE, self->value->str);
}

/* The stored result of a cell. A text within the cell is taken from <is>, and where there is none from <v>. */
static gboolean
take_value (TnkXlsxSheet *self,
            Raw *raw,
            GError **error)
{
  gboolean is_text = raw->type == 'i' || raw->type == 'f';
  GString *text = (raw->type == 'i' || self->value->len == 0) && self->rich->len > 0 ? self->rich : self->value;

  if (text == self->value && is_text)
    tnk_xlsx_unescape (text, 0);
  if (text->len > 0 && (text == self->rich || is_text)) {
    set_own_text (self, raw, TNK_XLSX_TEXT, text->str);
    return TRUE;
  }
  g_strstrip (text->str);
  if (*text->str == '\0')
    return TRUE;
  if (raw->type == 'b')
    return take_boolean (self, raw, error);
  if (raw->type == 's')
    return take_shared (self, raw, error);
  if (raw->type == 'e')
    set_own_text (self, raw, TNK_XLSX_ERROR, text->str);
  else if (raw->type == 'd')
    take_date (self, raw);
  else
    return take_number (self, raw, error);
  return TRUE;
}

/* --- cells --- */

static gboolean
read_type (TnkXlsxSheet *self,
           Raw *raw,
           GError **error)
{
  static const char *const names[] = {"n", "s", "inlineStr", "str", "b", "e", "d"};
  static const char letters[] = "nsifbed";
  const char *name = tnk_xlsx_xml_attribute (self->xml, "t");

  raw->type = 'n';
  if (name == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i])) {
      raw->type = letters[i];
      return TRUE;
    }
  return throw_cell (self, raw, "is of a kind that there is not", error);
}

static gboolean
read_place (TnkXlsxSheet *self,
            Raw *raw,
            GError **error)
{
  const char *name = tnk_xlsx_xml_attribute (self->xml, "r");
  guint limit = tnk_xlsx_package_get_limits (self->reader->package)->n_columns;

  raw->cell.row = self->row;
  raw->cell.col = self->next_col;
  if (name != NULL && !tnk_xlsx_cell_parse (name, &raw->cell.row, &raw->cell.col)) {
    g_autofree char *shown = tnk_one_line (name);
    return tnk_xlsx_xml_throw (self->xml, error, "is damaged: “%.20s” is no cell", shown);
  }
  if (raw->cell.row != self->row)
    return throw_cell (self, raw, "stands in another row", error);
  if (raw->cell.col < self->next_col)
    return throw_cell (self, raw, "stands there twice, or behind its place", error);
  if (raw->cell.col >= limit)
    return throw_cell (self, raw, "is beyond the last column that there may be", error);
  self->next_col = raw->cell.col + 1;
  return TRUE;
}

static gboolean
read_style (TnkXlsxSheet *self,
            Raw *raw,
            GError **error)
{
  const char *text = tnk_xlsx_xml_attribute (self->xml, "s");
  guint64 style = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &style, NULL))
    return throw_cell (self, raw, "refers to a style that is not there", error);
  raw->style = style;
  return TRUE;
}

static gboolean
read_content (TnkXlsxSheet *self,
              Raw *raw,
              GError **error)
{
  guint depth = tnk_xlsx_xml_get_depth (self->xml);

  g_string_truncate (self->value, 0);
  g_string_truncate (self->rich, 0);
  while (tnk_xlsx_xml_next (self->xml, error)) {
    gboolean good = TRUE;

    if (tnk_xlsx_xml_ends (self->xml, depth))
      return TRUE;
    if (tnk_xlsx_xml_starts (self->xml, "v")) {
      g_string_truncate (self->value, 0);
      good = tnk_xlsx_xml_append_text (self->xml, self->value, error);
    } else if (tnk_xlsx_xml_starts (self->xml, "is")) {
      g_string_truncate (self->rich, 0);
      good = tnk_xlsx_rich_text_read (self->xml, self->rich, error);
    } else if (tnk_xlsx_xml_starts (self->xml, "f")) {
      raw->cell.is_formula = TRUE;
      good = tnk_xlsx_xml_skip (self->xml, error);
    }
    if (!good)
      return FALSE;
  }
  return FALSE;
}

static gboolean
read_cell (TnkXlsxSheet *self,
           GError **error)
{
  gssize start = self->text->len;
  Raw raw = {0};

  if (!read_place (self, &raw, error) || !read_type (self, &raw, error) || !read_style (self, &raw, error) ||
      !read_content (self, &raw, error) || !take_value (self, &raw, error))
    return FALSE;
  if (raw.cell.type == TNK_XLSX_EMPTY && !raw.cell.is_formula)
    return TRUE;
  if (start == (gssize) self->text->len)
    start = -1;
  g_array_append_val (self->starts, start);
  g_array_append_val (self->cells, raw.cell);
  return TRUE;
}

/* --- rows --- */

static gboolean
read_row_number (TnkXlsxSheet *self,
                 GError **error)
{
  const char *text = tnk_xlsx_xml_attribute (self->xml, "r");
  guint limit = tnk_xlsx_package_get_limits (self->reader->package)->n_rows;
  guint64 number = (guint64) self->next_row + 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MAX_ROW, &number, NULL)) {
    g_autofree char *shown = tnk_one_line (text);
    return tnk_xlsx_xml_throw (self->xml, error, "is damaged: “%.20s” is no row", shown);
  }
  if (number > MAX_ROW || number <= self->next_row)
    return tnk_xlsx_xml_throw (self->xml, error, "is damaged: the row %" G_GUINT64_FORMAT " stands there twice, or behind its place", number);
  if (++self->n_rows > limit)
    return tnk_xlsx_xml_throw (self->xml, error, "has more than %u rows", limit);
  self->row = number - 1;
  self->next_row = number;
  self->next_col = 0;
  return TRUE;
}

/* The texts have moved while they grew in number; only now they stay where they are. */
static void
settle_texts (TnkXlsxSheet *self)
{
  for (guint i = 0; i < self->cells->len; i++) {
    TnkXlsxCell *cell = &g_array_index (self->cells, TnkXlsxCell, i);
    gssize start = g_array_index (self->starts, gssize, i);

    if (start >= 0)
      cell->text = self->text->str + start;
    else if (cell->text == NULL)
      cell->text = "";
  }
}

static gboolean
read_row (TnkXlsxSheet *self,
          GError **error)
{
  guint depth = tnk_xlsx_xml_get_depth (self->xml);

  g_array_set_size (self->cells, 0);
  g_array_set_size (self->starts, 0);
  g_string_truncate (self->text, 0);
  if (!read_row_number (self, error))
    return FALSE;
  while (tnk_xlsx_xml_next (self->xml, error)) {
    if (tnk_xlsx_xml_ends (self->xml, depth)) {
      settle_texts (self);
      return TRUE;
    }
    if (tnk_xlsx_xml_starts (self->xml, "c") && !read_cell (self, error))
      return FALSE;
  }
  return FALSE;
}

/* Steps to the next row that has something in it, out of the rows between here and the end of the table. */
static gboolean
find_row (TnkXlsxSheet *self,
          GError **error)
{
  while (tnk_xlsx_xml_next (self->xml, error)) {
    if (tnk_xlsx_xml_ends (self->xml, 2)) {
      self->done = TRUE;
      return FALSE;
    }
    if (!tnk_xlsx_xml_starts (self->xml, "row"))
      continue;
    if (!read_row (self, error))
      return FALSE;
    if (self->cells->len > 0)
      return TRUE;
  }
  return FALSE;
}

static gboolean
throw_here (TnkXlsxSheet *self,
            GError *local,
            GError **error)
{
  self->done = TRUE;
  g_array_set_size (self->cells, 0);
  g_propagate_prefixed_error (error, local, "%s: sheet “%s”: ", self->reader->filename, self->name);
  return FALSE;
}

/* Steps to the next row with something in it. Returns FALSE without an error after the last one. */
gboolean
tnk_xlsx_sheet_next (TnkXlsxSheet *self,
                     GError **error)
{
  GError *local = NULL;

  g_array_set_size (self->cells, 0);
  if (self->done)
    return FALSE;
  if (find_row (self, &local))
    return TRUE;
  if (local == NULL)
    tnk_xlsx_xml_drain (self->xml, &local);
  return local != NULL ? throw_here (self, local, error) : FALSE;
}

guint
tnk_xlsx_sheet_get_row (TnkXlsxSheet *self)
{
  return self->row;
}

guint
tnk_xlsx_sheet_get_n_cells (TnkXlsxSheet *self)
{
  return self->cells->len;
}

const TnkXlsxCell *
tnk_xlsx_sheet_get_cell (TnkXlsxSheet *self,
                         guint index)
{
  g_return_val_if_fail (index < self->cells->len, NULL);
  return &g_array_index (self->cells, TnkXlsxCell, index);
}

/* The cell in a column of the present row, or NULL if there is nothing in it. */
const TnkXlsxCell *
tnk_xlsx_sheet_find_cell (TnkXlsxSheet *self,
                          guint col)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (tnk_xlsx_sheet_get_cell (self, i)->col == col)
      return tnk_xlsx_sheet_get_cell (self, i);
  return NULL;
}

/* Steps to the table of the sheet. A sheet without one has no rows. */
static gboolean
find_table (TnkXlsxSheet *self,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  while (tnk_xlsx_xml_next (self->xml, &local))
    if (tnk_xlsx_xml_starts (self->xml, "sheetData") && tnk_xlsx_xml_get_depth (self->xml) == 2)
      return TRUE;
  self->done = TRUE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* Opens the sheet of that index; the reader must live longer. */
TnkXlsxSheet *
tnk_xlsx_sheet_open (TnkXlsxReader *reader,
                     guint index,
                     GError **error)
{
  g_return_val_if_fail (index < reader->sheets->len, NULL);

  g_autoptr (TnkXlsxSheet) self = g_new0 (TnkXlsxSheet, 1);
  TnkXlsxSheetEntry *entry = g_ptr_array_index (reader->sheets, index);
  self->reader = reader;
  self->name = tnk_one_line (entry->name);
  self->cells = g_array_new (FALSE, FALSE, sizeof (TnkXlsxCell));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gssize));
  self->text = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->rich = g_string_new (NULL);
  self->xml = tnk_xlsx_xml_open (reader->package, entry->part, "worksheet", error);
  if (self->xml != NULL && find_table (self, error))
    return g_steal_pointer (&self);
  g_prefix_error (error, "%s: sheet “%s”: ", reader->filename, self->name);
  return NULL;
}
