/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-csv-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <glib/gstdio.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

/* A record longer than this is a file of another kind, or a quote that was never closed. */
#define MAX_RECORD (1024 * 1024)
#define CHUNK (64 * 1024)

struct _TnkCsvReader
{
  char *filename;
  FILE *file;
  GIConv conv; /* (GIConv) -1 for UTF-8 */
  goffset size;
  goffset taken;

  char *chunk;
  gsize chunk_len;
  gsize chunk_pos;

  GString *record; /* the fields of the record, each ended by NUL */
  GArray *offsets; /* (element-type gsize): where each field begins in record */
  GString *decoded; /* the same record when it had to be converted */
  guint n_columns; /* in the header */
  guint line; /* the line on which the record begins */
  guint next_line;
};

void
tnk_csv_reader_free (TnkCsvReader *self)
{
  if (self->file != NULL)
    fclose (self->file);
  if (self->conv != (GIConv) -1)
    g_iconv_close (self->conv);
  g_free (self->filename);
  g_free (self->chunk);
  g_string_free (self->record, TRUE);
  g_string_free (self->decoded, TRUE);
  g_array_unref (self->offsets);
  g_free (self);
}

/* What a pass over the bytes of the file showed. */
typedef struct
{
  gboolean bom;
  gboolean utf8_text; /* a line holds well-formed UTF-8 that is hardly anything else */
  guint first_bad; /* the first line that is not UTF-8, 0 if none */
  guint nul_line; /* the first line with a NUL byte, 0 if none */
} Survey;

/* Two bytes of half-width kana in CP932 can be a well-formed Latin or Greek letter in UTF-8; three bytes in a row that
 * are a Japanese character in UTF-8 are hardly ever CP932. */
static gboolean
has_long_sequence (const char *line,
                   gsize len)
{
  for (gsize i = 0; i < len; i++)
    if ((guchar) line[i] >= 0xe0)
      return TRUE;
  return FALSE;
}

static void
survey_line (Survey *survey,
             const char *line,
             gsize len,
             guint number)
{
  gboolean ascii = TRUE;

  for (gsize i = 0; i < len && ascii; i++)
    ascii = (guchar) line[i] < 0x80;
  if (memchr (line, '\0', len) != NULL && survey->nul_line == 0)
    survey->nul_line = number;
  if (ascii)
    return;
  if (!g_utf8_validate (line, len, NULL)) {
    if (survey->first_bad == 0)
      survey->first_bad = number;
  } else
    survey->utf8_text |= has_long_sequence (line, len);
}

static gboolean
survey_file (FILE *file,
             Survey *survey)
{
  g_autofree char *line = NULL;
  gsize room = 0;
  gssize len;

  for (guint number = 1; (len = getline (&line, &room, file)) >= 0; number++) {
    gboolean bom = number == 1 && len >= 3 && memcmp (line, "\xef\xbb\xbf", 3) == 0;
    survey->bom |= bom;
    survey_line (survey, line + (bom ? 3 : 0), len - (bom ? 3 : 0), number);
  }
  return !ferror (file);
}

/* Decides the encoding from the whole file. A file that is partly UTF-8 is a UTF-8 file with a damaged line, not a
 * CP932 file: guessing line by line would turn names into other names. */
static gboolean
choose_encoding (TnkCsvReader *self,
                 Survey *survey,
                 GError **error)
{
  if (survey->nul_line > 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                 "%s:%u: a zero byte stands in the line; save the file as CSV in UTF-8",
                 self->filename, survey->nul_line);
    return FALSE;
  }
  if (survey->first_bad == 0)
    return TRUE;
  if (survey->bom || survey->utf8_text) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                 "%s:%u: the line is not UTF-8 while the rest of the file is (it may come from a CP932 file); "
                 "save the whole file in one encoding",
                 self->filename, survey->first_bad);
    return FALSE;
  }
  self->conv = g_iconv_open ("UTF-8", "CP932");
  if (self->conv == (GIConv) -1) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                 "%s: the file looks like CP932, which this system cannot read; save it as UTF-8", self->filename);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_survey (TnkCsvReader *self,
             GError **error)
{
  Survey survey = {0};
  GStatBuf info;

  if (!survey_file (self->file, &survey) || fseek (self->file, survey.bom ? 3 : 0, SEEK_SET) != 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 "%s: cannot be read: %s", self->filename, g_strerror (errno));
    return FALSE;
  }
  if (g_stat (self->filename, &info) == 0)
    self->size = info.st_size;
  return choose_encoding (self, &survey, error);
}

/* Opens a CSV file and finds out its encoding. */
TnkCsvReader *
tnk_csv_reader_open (const char *filename,
                     GError **error)
{
  g_autoptr (TnkCsvReader) self = g_new0 (TnkCsvReader, 1);

  self->filename = g_strdup (filename);
  self->conv = (GIConv) -1;
  self->chunk = g_malloc (CHUNK);
  self->record = g_string_sized_new (256);
  self->decoded = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->next_line = 1;
  self->file = g_fopen (filename, "rb");
  if (self->file == NULL) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                 "%s: cannot be opened: %s", filename, g_strerror (errno));
    return NULL;
  }
  if (!read_survey (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static inline int
next_byte (TnkCsvReader *self)
{
  if (self->chunk_pos == self->chunk_len) {
    self->chunk_len = fread (self->chunk, 1, CHUNK, self->file);
    self->chunk_pos = 0;
    self->taken += self->chunk_len;
    if (self->chunk_len == 0)
      return EOF;
  }
  return (guchar) self->chunk[self->chunk_pos++];
}

static inline int
peek_byte (TnkCsvReader *self)
{
  int c = next_byte (self);

  if (c != EOF)
    self->chunk_pos--;
  return c;
}

static void
begin_field (TnkCsvReader *self)
{
  gsize at = self->record->len;
  g_array_append_val (self->offsets, at);
}

/* In CP932 the second byte of a character can be a backslash or a letter, but never a quote, comma or line end: those
 * are below 0x40. So the same splitting serves both encodings, and the text is converted afterwards. */
static gboolean
read_quoted (TnkCsvReader *self,
             GError **error)
{
  int c;

  while ((c = next_byte (self)) != EOF) {
    if (c == '"' && peek_byte (self) != '"')
      return TRUE;
    if (c == '"')
      next_byte (self);
    if (c == '\n')
      self->next_line++;
    if (self->record->len > MAX_RECORD)
      break;
    g_string_append_c (self->record, c);
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
               "%s:%u: a quotation mark is opened and never closed", self->filename, self->line);
  return FALSE;
}

static gboolean
check_length (TnkCsvReader *self,
              GError **error)
{
  if (self->record->len <= MAX_RECORD)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "%s:%u: the line is longer than %d bytes; is this a CSV file?",
               self->filename, self->line, MAX_RECORD);
  return FALSE;
}

/* Returns what ended the field: ',', '\n' or EOF, or 0 with the error set. */
static int
read_field (TnkCsvReader *self,
            GError **error)
{
  int c = next_byte (self);

  begin_field (self);
  if (c == '"') {
    if (!read_quoted (self, error))
      return 0;
    c = next_byte (self);
  }
  while (c != ',' && c != '\n' && c != EOF) {
    if (c != '\r' || peek_byte (self) != '\n')
      g_string_append_c (self->record, c);
    if (!check_length (self, error))
      return 0;
    c = next_byte (self);
  }
  g_string_append_c (self->record, '\0');
  return check_length (self, error) ? c : 0;
}

static gboolean
decode_record (TnkCsvReader *self,
               GError **error)
{
  g_string_truncate (self->decoded, 0);
  for (guint i = 0; i < self->offsets->len; i++) {
    gsize *offset = &g_array_index (self->offsets, gsize, i);
    g_autofree char *text = g_convert_with_iconv (self->record->str + *offset, -1, self->conv, NULL, NULL, NULL);
    if (text == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                   "%s:%u: the line is neither UTF-8 nor CP932; save the file as CSV in UTF-8",
                   self->filename, self->line);
      return FALSE;
    }
    *offset = self->decoded->len;
    g_string_append_len (self->decoded, text, strlen (text) + 1);
  }
  return TRUE;
}

static gboolean
is_blank (TnkCsvReader *self)
{
  return self->offsets->len == 1 && self->record->str[0] == '\0';
}

/* Reads the next record that is not an empty line.
 * Returns FALSE at the end of the file, and with the error set if the record is damaged. */
gboolean
tnk_csv_reader_next (TnkCsvReader *self,
                     GError **error)
{
  do {
    int end;

    if (peek_byte (self) == EOF)
      return FALSE;
    g_string_truncate (self->record, 0);
    g_array_set_size (self->offsets, 0);
    self->line = self->next_line;
    while ((end = read_field (self, error)) == ',')
      continue;
    if (end == 0)
      return FALSE;
    if (end == '\n')
      self->next_line++;
  } while (is_blank (self));
  return self->conv == (GIConv) -1 || decode_record (self, error);
}

static gboolean
check_header (TnkCsvReader *self,
              const char **columns,
              const guint *positions,
              guint n_required,
              GError **error)
{
  for (guint i = 0; i < n_required; i++)
    if (positions[i] == TNK_CSV_NO_COLUMN) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                   "%s:%u: the column “%s” is missing; the first line must name the columns",
                   self->filename, MAX (self->line, 1), columns[i]);
      return FALSE;
    }
  return TRUE;
}

/* Reads the header row and finds each of the named columns; of these the first n_required must be there.
 * Columns with other names are left alone: people keep notes in their lists. */
gboolean
tnk_csv_reader_header (TnkCsvReader *self,
                       const char **columns,
                       guint *positions,
                       guint n_columns,
                       guint n_required,
                       GError **error)
{
  g_autoptr (GError) local = NULL;

  for (guint i = 0; i < n_columns; i++)
    positions[i] = TNK_CSV_NO_COLUMN;
  if (!tnk_csv_reader_next (self, &local) && local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  for (guint f = 0; f < self->offsets->len; f++)
    for (guint i = 0; i < n_columns; i++) {
      g_autofree char *name = tnk_strip (tnk_csv_reader_field (self, f));
      if (!g_str_equal (name, columns[i]))
        continue;
      if (positions[i] != TNK_CSV_NO_COLUMN) {
        g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX,
                     "%s:%u: the column “%s” stands there twice", self->filename, self->line, name);
        return FALSE;
      }
      positions[i] = f;
    }
  self->n_columns = self->offsets->len;
  return check_header (self, columns, positions, n_required, error);
}

/* The line on which the current record begins, from 1. */
guint
tnk_csv_reader_get_line (TnkCsvReader *self)
{
  return self->line;
}

guint
tnk_csv_reader_n_fields (TnkCsvReader *self)
{
  return self->offsets->len;
}

/* A field of the current record, "" where the record is too short or the column is not in the file. */
const char *
tnk_csv_reader_field (TnkCsvReader *self,
                      guint position)
{
  GString *from = self->conv == (GIConv) -1 ? self->record : self->decoded;

  if (position >= self->offsets->len)
    return "";
  return from->str + g_array_index (self->offsets, gsize, position);
}

/* Whether the record holds something past the last column, such as roles joined by the wrong sign. Empty cells there are
 * what spreadsheets leave behind. */
gboolean
tnk_csv_reader_has_surplus (TnkCsvReader *self)
{
  for (guint i = self->n_columns; i < self->offsets->len; i++)
    if (*tnk_csv_reader_field (self, i) != '\0')
      return TRUE;
  return FALSE;
}

goffset
tnk_csv_reader_get_size (TnkCsvReader *self)
{
  return self->size;
}

/* How many bytes have been taken from the file, for a progress bar. */
goffset
tnk_csv_reader_tell (TnkCsvReader *self)
{
  return self->taken;
}

void
tnk_csv_append_field (GString *record,
                      const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL) {
    g_string_append (record, text);
    return;
  }
  g_string_append_c (record, '"');
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"')
      g_string_append_c (record, '"');
    g_string_append_c (record, *p);
  }
  g_string_append_c (record, '"');
}
