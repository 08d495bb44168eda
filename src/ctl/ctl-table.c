/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

#include <math.h>
#include <string.h>

typedef enum {
  CELL_TEXT,
  CELL_INT,
  CELL_FIGURE
} CellKind;

typedef struct
{
  CellKind kind;
  char *text;
  gint64 number;
  double figure;
} Cell;

struct _CtlTable
{
  const char *const *columns;
  guint n_columns;
  GArray *cells; /* (element-type Cell), row by row */
};

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

CtlTable *
ctl_table_new (const char *const *columns)
{
  CtlTable *self = g_new0 (CtlTable, 1);

  self->columns = columns;
  self->n_columns = g_strv_length ((char **) columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  return self;
}

void
ctl_table_free (CtlTable *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

void
ctl_table_begin_row (CtlTable *self)
{
  g_assert (self->cells->len % self->n_columns == 0);
}

void
ctl_table_add_text (CtlTable *self,
                    const char *text)
{
  Cell cell = {CELL_TEXT, g_strdup (text), 0, 0};
  g_array_append_val (self->cells, cell);
}

void
ctl_table_add_int (CtlTable *self,
                   gint64 number)
{
  Cell cell = {CELL_INT, NULL, number, 0};
  g_array_append_val (self->cells, cell);
}

void
ctl_table_add_figure (CtlTable *self,
                      double figure)
{
  Cell cell = {CELL_FIGURE, NULL, 0, figure};
  g_array_append_val (self->cells, cell);
}

static Cell *
cell_at (CtlTable *self,
         guint row,
         guint column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

static guint
n_rows (CtlTable *self)
{
  return self->cells->len / self->n_columns;
}

/* A number as it is, the shortest form that reads back as the same one. */
static char *
exact (double figure)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++) {
    g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
    g_ascii_formatd (buffer, sizeof buffer, format, figure);
    if (g_ascii_strtod (buffer, NULL) == figure)
      break;
  }
  return g_strdup (buffer);
}

/* --- table --- */

static char *
shown (const Cell *cell)
{
  switch (cell->kind) {
  case CELL_INT:
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
  case CELL_FIGURE:
    return tnk_format_figure (cell->figure);
  case CELL_TEXT:
  default:
    return ctl_printable (cell->text != NULL ? cell->text : "");
  }
}

/* Columns of a terminal that a text takes: a Japanese character takes two. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2
                                                                  : 1;
  }
  return width;
}

static void
append_padded (GString *line,
               const char *text,
               guint width,
               gboolean right)
{
  guint missing = width - MIN (width, width_of (text));

  if (right)
    g_string_append_printf (line, "%*s", (int) missing, "");
  g_string_append (line, text);
  if (!right)
    g_string_append_printf (line, "%*s", (int) missing, "");
}

static void
finish_line (GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_print ("%s\n", line->str);
  g_string_truncate (line, 0);
}

static void
print_table (CtlTable *self)
{
  g_autofree guint *widths = g_new0 (guint, self->n_columns);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint c = 0; c < self->n_columns; c++)
    widths[c] = width_of (self->columns[c]);
  for (guint r = 0; r < n_rows (self); r++)
    for (guint c = 0; c < self->n_columns; c++) {
      g_autofree char *text = shown (cell_at (self, r, c));
      widths[c] = MAX (widths[c], width_of (text));
    }
  for (guint c = 0; c < self->n_columns; c++) {
    gboolean right = n_rows (self) > 0 && cell_at (self, 0, c)->kind != CELL_TEXT;
    g_string_append (line, c > 0 ? "  " : "");
    append_padded (line, self->columns[c], widths[c], right);
  }
  finish_line (line);
  for (guint r = 0; r < n_rows (self); r++) {
    for (guint c = 0; c < self->n_columns; c++) {
      g_autofree char *text = shown (cell_at (self, r, c));
      g_string_append (line, c > 0 ? "  " : "");
      append_padded (line, text, widths[c], cell_at (self, r, c)->kind != CELL_TEXT);
    }
    finish_line (line);
  }
}

/* --- CSV --- */

static void
append_csv (GString *line,
            const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (line, text);
    return;
  }
  g_autoptr (GString) quoted = g_string_new (text);
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (line, "\"%s\"", quoted->str);
}

static void
print_csv (CtlTable *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint c = 0; c < self->n_columns; c++) {
    g_string_append (line, c > 0 ? "," : "");
    append_csv (line, self->columns[c]);
  }
  g_print ("%s\r\n", line->str);
  for (guint r = 0; r < n_rows (self); r++) {
    g_string_truncate (line, 0);
    for (guint c = 0; c < self->n_columns; c++) {
      Cell *cell = cell_at (self, r, c);
      g_autofree char *figure = cell->kind == CELL_FIGURE && !isnan (cell->figure) ? exact (cell->figure) : NULL;

      g_string_append (line, c > 0 ? "," : "");
      if (cell->kind == CELL_INT)
        g_string_append_printf (line, "%" G_GINT64_FORMAT, cell->number);
      else
        append_csv (line, cell->kind == CELL_TEXT && cell->text != NULL ? cell->text : figure != NULL ? figure
                                                                                                      : "");
    }
    g_print ("%s\r\n", line->str);
  }
}

/* --- JSON --- */

static void
append_json (GString *line,
             const char *text)
{
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_c (line, '\\');
    if ((guchar) *p < 0x20)
      g_string_append_printf (line, "\\u%04x", *p);
    else
      g_string_append_c (line, *p);
  }
  g_string_append_c (line, '"');
}

static void
append_json_cell (GString *line,
                  const Cell *cell)
{
  g_autofree char *figure = NULL;

  switch (cell->kind) {
  case CELL_INT:
    g_string_append_printf (line, "%" G_GINT64_FORMAT, cell->number);
    break;
  case CELL_FIGURE:
    figure = isnan (cell->figure) ? g_strdup ("null") : exact (cell->figure);
    g_string_append (line, figure);
    break;
  case CELL_TEXT:
  default:
    if (cell->text != NULL)
      append_json (line, cell->text);
    else
      g_string_append (line, "null");
    break;
  }
}

static void
print_json (CtlTable *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  g_print ("[");
  for (guint r = 0; r < n_rows (self); r++) {
    g_string_assign (line, r > 0 ? ",\n  {" : "\n  {");
    for (guint c = 0; c < self->n_columns; c++) {
      g_string_append (line, c > 0 ? ", " : "");
      append_json (line, self->columns[c]);
      g_string_append (line, ": ");
      append_json_cell (line, cell_at (self, r, c));
    }
    g_print ("%s}", line->str);
  }
  g_print ("%s]\n", n_rows (self) > 0 ? "\n" : "");
}

void
ctl_table_print (CtlTable *self,
                 CtlFormat format)
{
  if (format == CTL_FORMAT_CSV)
    print_csv (self);
  else if (format == CTL_FORMAT_JSON)
    print_json (self);
  else
    print_table (self);
}
