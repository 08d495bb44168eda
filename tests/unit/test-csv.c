/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-csv-private.h"
#include "tnk-error.h"

/* Bytes are spelt out, so that the tests do not trust the same iconv as the reader. */
#define CP932_HYO "\x95\x5c" /* 表, whose second byte is a backslash */
#define CP932_SO "\x83\x5c" /* ソ */
#define CP932_NO "\x94\x5c" /* 能 */

/* One record as text: the fields within 〈〉, which no test data holds. */
static char *
record_of (TnkCsvReader *csv)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_csv_reader_n_fields (csv); i++)
    g_string_append_printf (text, "〈%s〉", tnk_csv_reader_field (csv, i));
  return g_string_free (text, FALSE);
}

/* Reads a whole file as "line:〈field〉〈field〉" joined by "|"; what went wrong stands at the end as "!". */
static char *
read_all (const char *filename,
          char **message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCsvReader) csv = tnk_csv_reader_open (filename, &error);
  GString *text = g_string_new (NULL);

  while (csv != NULL && tnk_csv_reader_next (csv, &error)) {
    g_autofree char *record = record_of (csv);
    g_string_append_printf (text, "%s%u:%s", text->len > 0 ? "|" : "", tnk_csv_reader_get_line (csv), record);
  }
  if (error != NULL)
    g_string_append_c (text, '!');
  if (message != NULL)
    *message = error != NULL ? g_strdup (error->message) : NULL;
  else
    g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
assert_reads_n (const char *bytes,
                gssize length,
                const char *expected)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = tnk_test_write (dir, "a.csv", bytes, length);
  g_autofree char *text = read_all (filename, NULL);

  g_assert_cmpstr (text, ==, expected);
}

#define assert_reads(bytes, expected) assert_reads_n ((bytes), -1, (expected))

/* The error must name file and line, and say `words`. */
static void
assert_fails (const char *bytes,
              gssize length,
              guint line,
              const char *words)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = tnk_test_write (dir, "a.csv", bytes, length);
  g_autofree char *prefix = g_strdup_printf ("%s:%u: ", filename, line);
  g_autofree char *message = NULL;
  g_autofree char *text = read_all (filename, &message);

  g_assert_true (g_str_has_suffix (text, "!"));
  tnk_test_assert_line (message, prefix, words);
}

static void
test_utf8 (void)
{
  assert_reads ("id,名前\np1,山田　太郎\np2,髙橋😀\n", "1:〈id〉〈名前〉|2:〈p1〉〈山田　太郎〉|3:〈p2〉〈髙橋😀〉");
  assert_reads ("a;b\tc, d \n", "1:〈a;b\tc〉〈 d 〉");
}

static void
test_bom (void)
{
  assert_reads ("\xef\xbb\xbfid,名前\np1,山田\n", "1:〈id〉〈名前〉|2:〈p1〉〈山田〉");
  assert_reads ("\xef\xbb\xbf\"id\",b\n", "1:〈id〉〈b〉");
  assert_reads ("\xef\xbb\xbf", "");
}

static void
test_cp932 (void)
{
  /* 山田; 髙 is an IBM extension, ① one of NEC, F040 a character of the user's own. */
  assert_reads ("id,name\np1,\x8e\x52\x93\x63\np2,\xfb\xfc\x87\x40\n", "1:〈id〉〈name〉|2:〈p1〉〈山田〉|3:〈p2〉〈髙①〉");
  assert_reads ("a,\xf0\x40\n", "1:〈a〉〈\xee\x80\x80〉");
  assert_reads ("a,\x81\x60\x81\x7c\n", "1:〈a〉〈～－〉");
}

static void
test_cp932_second_bytes (void)
{
  /* The second byte of a character may be any of \ | [ ] { } ^ _ ` ~ @ or a letter; none of them ends a field. */
  assert_reads (CP932_HYO "," CP932_SO "," CP932_NO "\n", "1:〈表〉〈ソ〉〈能〉");
  assert_reads ("\"" CP932_HYO "\",\"" CP932_SO "\"\r\n\"" CP932_NO "\"\r\n", "1:〈表〉〈ソ〉|2:〈能〉");
  assert_reads ("\x83\x7c,\x83\x41,\x83\x7b\n", "1:〈ポ〉〈ア〉〈ボ〉");
  assert_reads (CP932_HYO "\"x\n", "1:〈表\"x〉");
}

static void
test_cp932_half_width (void)
{
  assert_reads ("id,\xb1\xb2\xb3\np1,\xd4\xcf\xc0\xde \xc0\xdb\xb3\n", "1:〈id〉〈ｱｲｳ〉|2:〈p1〉〈ﾔﾏﾀﾞ ﾀﾛｳ〉");
  assert_reads ("\xa1\xdf,x\n", "1:〈｡ﾟ〉〈x〉");
}

/* ﾐｶ is D0 B6, which is also the Cyrillic ж in UTF-8: two half-width letters do not make the file a UTF-8 file. */
static void
test_cp932_line_like_utf8 (void)
{
  assert_reads ("id,name\np1,\x8e\x52\x93\x63\np2,\xd0\xb6\n", "1:〈id〉〈name〉|2:〈p1〉〈山田〉|3:〈p2〉〈ﾐｶ〉");
}

static void
test_cp932_damaged (void)
{
  assert_fails ("id,name\np1,\x8e\x52\np2,\xa0\xff\n", -1, 3, "neither UTF-8 nor CP932");
  /* cut off in the middle of a character */
  assert_fails ("id,name\np1,\x8e\x52\x93", -1, 2, "neither UTF-8 nor CP932");
}

static void
test_cp932_in_utf8 (void)
{
  assert_fails ("id,名前\np1,山田\np2,\x8e\x52\x93\x63\n", -1, 3, "not UTF-8");
  assert_fails ("\xef\xbb\xbfid,name\np1,x\np2,\x8e\x52\n", -1, 3, "not UTF-8");
  assert_fails ("id,name\np1,\x8e\x52\np2,山田\n", -1, 2, "not UTF-8");
  /* UTF-8 cut off in the middle of a character */
  assert_fails ("id,名前\np1,\xe5\xb1", -1, 2, "not UTF-8");
}

static void
test_line_ends (void)
{
  assert_reads ("a,b\r\nc,d\r\n", "1:〈a〉〈b〉|2:〈c〉〈d〉");
  assert_reads ("a,b\nc,d", "1:〈a〉〈b〉|2:〈c〉〈d〉");
  assert_reads ("a,b\r\nc,d\r", "1:〈a〉〈b〉|2:〈c〉〈d\r〉");
  assert_reads ("a\rb,c\n", "1:〈a\rb〉〈c〉");
  assert_reads ("a,\"b\"\r\n\"c\",d\r\n", "1:〈a〉〈b〉|2:〈c〉〈d〉");
}

static void
test_empty_lines (void)
{
  assert_reads ("", "");
  assert_reads ("\n\r\n\n", "");
  assert_reads ("\n\na,b\n\r\n\nc,d\n\n", "3:〈a〉〈b〉|6:〈c〉〈d〉");
  assert_reads ("a\n,\n", "1:〈a〉|2:〈〉〈〉");
  assert_reads ("a,b,\n", "1:〈a〉〈b〉〈〉");
}

static void
test_quoted (void)
{
  assert_reads ("\"a,b\",c\n", "1:〈a,b〉〈c〉");
  assert_reads ("\"a\"\"b\",\"\"\"\",\"\"\n", "1:〈a\"b〉〈\"〉〈〉");
  assert_reads ("\"a\nb\r\nc\",d\ne\n", "1:〈a\nb\r\nc〉〈d〉|4:〈e〉");
  assert_reads ("\"\n\n\"\n\"x\"", "1:〈\n\n〉|4:〈x〉");
  assert_reads ("a\"b,c \"d\"\n", "1:〈a\"b〉〈c \"d\"〉");
}

static void
test_unclosed_quote (void)
{
  assert_fails ("a,b\n\nc,\"d\ne,f\n", -1, 3, "quotation mark");
  assert_fails ("\"", -1, 1, "quotation mark");
  assert_fails ("a,\"b\"\"", -1, 1, "quotation mark");
}

/* A quotation mark that is never closed in a large file must not draw the whole of it into memory. */
static void
test_unclosed_quote_in_large_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = NULL;
  g_autoptr (GString) text = g_string_new ("a,b\nc,\"d\n");
  g_autoptr (TnkCsvReader) csv = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, "x,12345\n");
  filename = tnk_test_write (dir, "a.csv", text->str, text->len);
  csv = tnk_csv_reader_open (filename, &error);
  while (csv != NULL && tnk_csv_reader_next (csv, &error))
    continue;
  g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
  g_assert_cmpint (tnk_csv_reader_tell (csv), <, 2 * 1024 * 1024);
}

static void
test_huge_line (void)
{
  g_autofree char *long_line = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *fields = g_strnfill (3 * 1024 * 1024, ',');
  g_autofree char *text = g_strconcat ("a,b\n", long_line, "\n", NULL);
  g_autofree char *commas = g_strconcat ("a,b\n", fields, "\n", NULL);
  g_autofree char *fits = g_strnfill (1024 * 1024 - 8, 'x');
  g_autofree char *expected = g_strdup_printf ("1:〈%s〉", fits);

  assert_fails (text, -1, 2, "longer than");
  assert_fails (commas, -1, 2, "longer than");
  assert_reads (fits, expected);
}

static void
test_nul (void)
{
  assert_fails ("a,b\nc\0d,e\n", 10, 2, "zero byte");
  assert_fails ("\0", 1, 1, "zero byte");
  /* UTF-16, as a spreadsheet's “Unicode text” is written */
  assert_fails ("\xff\xfe\x61\0,\0b\0\n\0", 10, 1, "zero byte");
}

static void
test_no_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *missing = g_build_filename (dir, "none.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_csv_reader_open (missing, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, missing, "cannot be opened");
  g_clear_error (&error);
  g_assert_null (tnk_csv_reader_open (dir, &error));
  g_assert_nonnull (error);
  tnk_test_assert_line (error->message, dir, "");
}

static const char *columns[] = {"id", "name", "note"};

/* Reads the header, of which two columns must be there. */
static TnkCsvReader *
open_with_header (const char *text,
                  guint *positions,
                  char **message)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = tnk_test_write (dir, "a.csv", text, -1);
  g_autoptr (GError) error = NULL;
  TnkCsvReader *csv = tnk_csv_reader_open (filename, &error);

  g_assert_no_error (error);
  *message = NULL;
  if (!tnk_csv_reader_header (csv, columns, positions, 3, 2, &error)) {
    g_autofree char *prefix = g_strconcat (filename, ":1: ", NULL);
    g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
    tnk_test_assert_line (error->message, prefix, "");
    *message = g_strdup (error->message);
  }
  return csv;
}

static void
test_header (void)
{
  guint at[3];
  g_autofree char *message = NULL;
  g_autoptr (TnkCsvReader) csv =
    open_with_header ("\xef\xbb\xbfname, id ,memo\r\n山田,p1,x\r\n鈴木\r\n", at, &message);

  g_assert_null (message);
  g_assert_cmpuint (at[0], ==, 1);
  g_assert_cmpuint (at[1], ==, 0);
  g_assert_cmpuint (at[2], ==, TNK_CSV_NO_COLUMN);
  g_assert_true (tnk_csv_reader_next (csv, NULL));
  g_assert_cmpstr (tnk_csv_reader_field (csv, at[0]), ==, "p1");
  g_assert_cmpstr (tnk_csv_reader_field (csv, at[1]), ==, "山田");
  g_assert_cmpstr (tnk_csv_reader_field (csv, at[2]), ==, "");
  g_assert_true (tnk_csv_reader_next (csv, NULL));
  g_assert_cmpuint (tnk_csv_reader_n_fields (csv), ==, 1);
  g_assert_cmpstr (tnk_csv_reader_field (csv, at[0]), ==, "");
  g_assert_false (tnk_csv_reader_next (csv, NULL));
}

static void
assert_bad_header (const char *text,
                   const char *words)
{
  guint at[3];
  g_autofree char *message = NULL;
  g_autoptr (TnkCsvReader) csv = open_with_header (text, at, &message);

  tnk_test_assert_line (message, "", words);
}

static void
test_bad_header (void)
{
  assert_bad_header ("id,note\np1,x\n", "“name” is missing");
  assert_bad_header ("p1,山田\n", "“id” is missing");
  assert_bad_header ("id,name,id\np1,x,p2\n", "“id” stands there twice");
  assert_bad_header ("id,name,note,note\n", "“note” stands there twice");
  assert_bad_header ("ID,NAME\n", "“id” is missing");
  assert_bad_header ("id;name\n", "“id” is missing");
  assert_bad_header ("", "“id” is missing");
  assert_bad_header ("\xef\xbb\xbf", "“id” is missing");
}

static void
test_header_only (void)
{
  static const char *const texts[] = {"id,name", "id,name\n", "id,name\r\n\r\n"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    guint at[3];
    g_autofree char *message = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkCsvReader) csv = open_with_header (texts[i], at, &message);

    g_assert_null (message);
    g_assert_false (tnk_csv_reader_next (csv, &error));
    g_assert_no_error (error);
  }
}

/* The reader works by chunks of 64 KiB: quotes, line ends and two-byte characters may lie across the seam. */
static void
test_chunk_seams (void)
{
  static const struct
  {
    const char *bytes;
    const char *expected;
  } seams[] = {
    {"\",\"\"\"\",\"a\"\r\nb\n", "〉〈\"〉〈a〉|2:〈b〉"},
    {CP932_HYO "\",x\r\n", "表〉〈x〉"},
    {"\r\n\",x\r\n", "\r\n〉〈x〉"},
  };

  for (guint s = 0; s < G_N_ELEMENTS (seams); s++)
    for (int offset = -12; offset <= 2; offset++) {
      g_autofree char *fill = g_strnfill (65536 + offset - 1, 'x');
      g_autofree char *text = g_strconcat ("\"", fill, seams[s].bytes, NULL);
      g_autofree char *expected = g_strconcat ("1:〈", fill, seams[s].expected, NULL);
      assert_reads (text, expected);
    }
}

static void
test_progress (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *filename = tnk_test_write (dir, "a.csv", "a,b\nc,d\n", -1);
  g_autoptr (TnkCsvReader) csv = tnk_csv_reader_open (filename, NULL);

  g_assert_cmpint (tnk_csv_reader_get_size (csv), ==, 8);
  g_assert_cmpint (tnk_csv_reader_tell (csv), ==, 0);
  while (tnk_csv_reader_next (csv, NULL))
    continue;
  g_assert_cmpint (tnk_csv_reader_tell (csv), ==, 8);
}

static void
test_append_field (void)
{
  g_autoptr (GString) record = g_string_new (NULL);

  tnk_csv_append_field (record, "plain; text");
  g_assert_cmpstr (record->str, ==, "plain; text");
  g_string_truncate (record, 0);
  tnk_csv_append_field (record, "");
  g_assert_cmpstr (record->str, ==, "");
  tnk_csv_append_field (record, "a,b");
  g_string_append_c (record, ',');
  tnk_csv_append_field (record, "say \"x\"");
  g_string_append_c (record, ',');
  tnk_csv_append_field (record, "a\nb");
  g_string_append_c (record, ',');
  tnk_csv_append_field (record, "\r");
  g_assert_cmpstr (record->str, ==, "\"a,b\",\"say \"\"x\"\"\",\"a\nb\",\"\r\"");
}

/* --- what was written is read again --- */

static char *
random_field (const char *const *pieces,
              guint n_pieces)
{
  GString *field = g_string_new (NULL);
  guint n = g_test_rand_int_range (0, 7);

  for (guint i = 0; i < n; i++)
    g_string_append (field, pieces[g_test_rand_int_range (0, n_pieces)]);
  return g_string_free (field, FALSE);
}

/* Adds a random record to the file, and to what the reader is expected to say. */
static void
add_random_record (GString *file,
                   GString *expected,
                   guint *line,
                   const char *const *pieces,
                   guint n_pieces)
{
  guint n = g_test_rand_int_range (1, 6);
  gsize start = file->len;

  g_string_append_printf (expected, "%s%u:", expected->len > 0 ? "|" : "", *line);
  for (guint i = 0; i < n; i++) {
    g_autofree char *field = random_field (pieces, n_pieces);
    /* A record of one empty field is an empty line, which readers skip; the first field must not begin like a BOM. */
    if (n == 1 && *field == '\0') {
      g_free (field);
      field = g_strdup ("x");
    }
    if (i > 0)
      g_string_append_c (file, ',');
    tnk_csv_append_field (file, field);
    g_string_append_printf (expected, "〈%s〉", field);
  }
  g_string_append (file, g_test_rand_bit () ? "\r\n" : "\n");
  for (gsize i = start; i < file->len; i++)
    *line += file->str[i] == '\n';
}

static void
round_trip (const char *const *pieces,
            guint n_pieces,
            const char *encoding)
{
  for (guint round = 0; round < (g_test_slow () ? 1000 : 50); round++) {
    g_autoptr (GString) file = g_string_new (NULL);
    g_autoptr (GString) expected = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    g_autofree char *bytes = NULL;
    gsize length;
    guint line = 1;

    for (int left = g_test_rand_int_range (1, 30); left > 0; left--)
      add_random_record (file, expected, &line, pieces, n_pieces);
    bytes = g_convert (file->str, file->len, encoding, "UTF-8", NULL, &length, &error);
    g_assert_no_error (error);
    assert_reads_n (bytes, length, expected->str);
  }
}

static void
test_round_trip (void)
{
  static const char *const pieces[] = {
    "a", "b", " ", ",", "\"", "\n", "\r", "\r\n", "'", ";", "=", "\\", "表", "　", "ｱ", "é", "😀", "x y", "\t", "\"\""};

  round_trip (pieces, G_N_ELEMENTS (pieces), "UTF-8");
}

static void
test_round_trip_cp932 (void)
{
  static const char *const pieces[] = {"a", ",", "\"", "\n", "\r\n", "表", "ソ", "能", "　", "ｱ", "髙", "\"\"", "ポ"};

  round_trip (pieces, G_N_ELEMENTS (pieces), "CP932");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Csv/utf8", test_utf8);
  g_test_add_func ("/Tenken/Csv/bom", test_bom);
  g_test_add_func ("/Tenken/Csv/cp932", test_cp932);
  g_test_add_func ("/Tenken/Csv/cp932-second-bytes", test_cp932_second_bytes);
  g_test_add_func ("/Tenken/Csv/cp932-half-width", test_cp932_half_width);
  g_test_add_func ("/Tenken/Csv/cp932-line-like-utf8", test_cp932_line_like_utf8);
  g_test_add_func ("/Tenken/Csv/cp932-damaged", test_cp932_damaged);
  g_test_add_func ("/Tenken/Csv/cp932-in-utf8", test_cp932_in_utf8);
  g_test_add_func ("/Tenken/Csv/line-ends", test_line_ends);
  g_test_add_func ("/Tenken/Csv/empty-lines", test_empty_lines);
  g_test_add_func ("/Tenken/Csv/quoted", test_quoted);
  g_test_add_func ("/Tenken/Csv/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/Tenken/Csv/unclosed-quote-in-large-file", test_unclosed_quote_in_large_file);
  g_test_add_func ("/Tenken/Csv/huge-line", test_huge_line);
  g_test_add_func ("/Tenken/Csv/nul", test_nul);
  g_test_add_func ("/Tenken/Csv/no-file", test_no_file);
  g_test_add_func ("/Tenken/Csv/header", test_header);
  g_test_add_func ("/Tenken/Csv/bad-header", test_bad_header);
  g_test_add_func ("/Tenken/Csv/header-only", test_header_only);
  g_test_add_func ("/Tenken/Csv/chunk-seams", test_chunk_seams);
  g_test_add_func ("/Tenken/Csv/progress", test_progress);
  g_test_add_func ("/Tenken/Csv/append-field", test_append_field);
  g_test_add_func ("/Tenken/Csv/round-trip", test_round_trip);
  g_test_add_func ("/Tenken/Csv/round-trip-cp932", test_round_trip_cp932);
  return g_test_run ();
}
