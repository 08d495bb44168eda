/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The floor of the workbooks: writes the cells of a dump (tests/bench/cells.py) with libxlsxwriter and nothing else:
 * bench-xlsx CELLS FILE.xlsx
 *
 * The dump is read before the clock starts. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <xlsxwriter.h>

#include "bench-clock.h"

/* How every format differs from the others, so that the workbook holds as many. */
#define SMALLEST_FONT 6.0
#define FONT_STEP 0.25

typedef struct
{
  lxw_row_t row;
  lxw_col_t col;
  unsigned format; /* 0: none */
  char kind; /* t text, n number, b blank, f formula that gives a number, s formula that gives a text */
  const char *text; /* the text or the formula */
  const char *result; /* of a formula that gives a text */
  double number;
} Cell;

typedef struct
{
  const char *name;
  Cell *cells;
  size_t n_cells;
  size_t room;
} Sheet;

typedef struct
{
  char *bytes; /* which all the texts lie in */
  unsigned n_formats;
  Sheet *sheets;
  size_t n_sheets;
} Dump;

static void
fail (const char *what,
      const char *why)
{
  fprintf (stderr, "bench-xlsx: %s: %s\n", what, why);
  exit (1);
}

static void *
grow (void *array,
      size_t size)
{
  void *grown = realloc (array, size);

  if (grown == NULL)
    fail ("the cells", "not enough memory");
  return grown;
}

/* --- the dump --- */

static char *
read_file (const char *filename)
{
  FILE *file = fopen (filename, "rb");
  char *bytes;
  long size;

  if (file == NULL || fseek (file, 0, SEEK_END) != 0 || (size = ftell (file)) < 0)
    fail (filename, strerror (errno));
  bytes = grow (NULL, size + 1);
  rewind (file);
  if (fread (bytes, 1, size, file) != (size_t) size)
    fail (filename, "cannot be read");
  fclose (file);
  bytes[size] = '\0';
  return bytes;
}

/* Ends the field that begins at *at, and moves *at behind it. */
static char *
take_field (char **at,
            char end)
{
  char *field = *at;
  char *stop = strchr (field, end);

  if (stop == NULL)
    fail ("the cells", "a line is cut short");
  *stop = '\0';
  *at = stop + 1;
  return field;
}

/* A tab, a line end and a backslash in a text are written \t, \n and \\. */
static char *
unescape (char *text)
{
  char *to = text;

  for (char *from = text; *from != '\0'; from++)
    if (*from != '\\')
      *to++ = *from;
    else if (*++from == 'n')
      *to++ = '\n';
    else
      *to++ = *from == 't' ? '\t' : '\\';
  *to = '\0';
  return text;
}

static void
add_sheet (Dump *dump,
           const char *name)
{
  dump->sheets = grow (dump->sheets, (dump->n_sheets + 1) * sizeof (Sheet));
  dump->sheets[dump->n_sheets++] = (Sheet){.name = name};
}

static void
add_cell (Dump *dump,
          char **at)
{
  Sheet *sheet = &dump->sheets[dump->n_sheets - 1];
  Cell cell = {0};
  char *value;

  cell.row = strtoul (take_field (at, '\t'), NULL, 10);
  cell.col = strtoul (take_field (at, '\t'), NULL, 10);
  cell.kind = *take_field (at, '\t');
  cell.format = strtoul (take_field (at, '\t'), NULL, 10);
  cell.text = unescape (take_field (at, '\t'));
  value = unescape (take_field (at, '\n'));
  if (cell.kind == 's')
    cell.result = value;
  else
    cell.number = strtod (value, NULL);
  if (sheet->n_cells == sheet->room) {
    sheet->room = sheet->room > 0 ? 2 * sheet->room : 1024;
    sheet->cells = grow (sheet->cells, sheet->room * sizeof (Cell));
  }
  sheet->cells[sheet->n_cells++] = cell;
}

static void
load (Dump *dump,
      const char *filename)
{
  char *at;

  dump->bytes = read_file (filename);
  at = dump->bytes;
  dump->n_formats = strtoul (take_field (&at, '\n'), NULL, 10);
  while (*at != '\0')
    if (*at == '#') {
      at++;
      add_sheet (dump, unescape (take_field (&at, '\n')));
    } else if (dump->n_sheets > 0)
      add_cell (dump, &at);
    else
      fail (filename, "a cell stands before the first sheet");
}

/* --- the workbook --- */

static lxw_format **
add_formats (lxw_workbook *book,
             unsigned n)
{
  lxw_format **formats = grow (NULL, (n + 1) * sizeof (lxw_format *));

  formats[0] = NULL;
  for (unsigned i = 1; i <= n; i++) {
    formats[i] = workbook_add_format (book);
    format_set_font_size (formats[i], SMALLEST_FONT + i * FONT_STEP);
  }
  return formats;
}

static lxw_error
write_cell (lxw_worksheet *sheet,
            const Cell *cell,
            lxw_format *format)
{
  switch (cell->kind) {
  case 't':
    return worksheet_write_string (sheet, cell->row, cell->col, cell->text, format);
  case 'n':
    return worksheet_write_number (sheet, cell->row, cell->col, cell->number, format);
  case 'b':
    return worksheet_write_blank (sheet, cell->row, cell->col, format);
  case 'f':
    return worksheet_write_formula_num (sheet, cell->row, cell->col, cell->text, format, cell->number);
  case 's':
    return worksheet_write_formula_str (sheet, cell->row, cell->col, cell->text, format, cell->result);
  default:
    return LXW_ERROR_PARAMETER_VALIDATION;
  }
}

/* As the library does it: all sheets first, then the cells, sheet after sheet, in constant memory. */
static size_t
write_workbook (const Dump *dump,
                const char *filename)
{
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt (filename, &options);
  lxw_worksheet **sheets = grow (NULL, dump->n_sheets * sizeof (lxw_worksheet *));
  lxw_format **formats = add_formats (book, dump->n_formats);
  size_t n_cells = 0;
  lxw_error code;

  for (size_t s = 0; s < dump->n_sheets; s++)
    sheets[s] = workbook_add_worksheet (book, dump->sheets[s].name);
  for (size_t s = 0; s < dump->n_sheets; s++)
    for (size_t i = 0; i < dump->sheets[s].n_cells; i++, n_cells++) {
      const Cell *cell = &dump->sheets[s].cells[i];

      code = write_cell (sheets[s], cell, formats[cell->format]);
      if (code != LXW_NO_ERROR)
        fail (dump->sheets[s].name, lxw_strerror (code));
    }
  code = workbook_close (book);
  if (code != LXW_NO_ERROR)
    fail (filename, lxw_strerror (code));
  free (formats);
  free (sheets);
  return n_cells;
}

static void
dump_clear (Dump *dump)
{
  for (size_t s = 0; s < dump->n_sheets; s++)
    free (dump->sheets[s].cells);
  free (dump->sheets);
  free (dump->bytes);
}

int
main (int argc,
      char **argv)
{
  BenchClock start = bench_clock_now ();
  Dump dump = {0};

  if (argc != 3) {
    fprintf (stderr, "usage: bench-xlsx CELLS FILE.xlsx\n");
    return 2;
  }
  load (&dump, argv[1]);
  bench_clock_print (start, "load");

  start = bench_clock_now ();
  printf ("cells=%zu\n", write_workbook (&dump, argv[2]));
  bench_clock_print (start, "write");
  dump_clear (&dump);
  return 0;
}
