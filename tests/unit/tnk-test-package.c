/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-test-package.h"

#include <gio/gio.h>
#include <string.h>

#include "tnk-xlsx-directory-private.h"

void
tnk_test_package_init (TnkTestPackage *self)
{
  self->bytes = g_byte_array_new ();
  self->directory = g_byte_array_new ();
  self->n_entries = 0;
}

void
tnk_test_package_clear (TnkTestPackage *self)
{
  g_byte_array_unref (self->bytes);
  g_byte_array_unref (self->directory);
}

static void
put (GByteArray *bytes,
     guint64 value,
     guint n)
{
  for (guint i = 0; i < n; i++) {
    guint8 byte = value >> 8 * i;
    g_byte_array_append (bytes, &byte, 1);
  }
}

static GByteArray *
pack (const guint8 *data,
      gsize length)
{
  g_autoptr (GZlibCompressor) deflate = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6);
  GByteArray *packed = g_byte_array_new ();
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED) {
    guint8 buffer[4096];
    gsize n_read = 0;
    gsize n_written = 0;

    result = g_converter_convert (G_CONVERTER (deflate), data, length, buffer, sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
    g_assert (result != G_CONVERTER_ERROR);
    g_byte_array_append (packed, buffer, n_written);
    data += n_read;
    length -= n_read;
  }
  return packed;
}

/* What the header beside the bytes and the one in the directory share. */
static void
put_common (GByteArray *bytes,
            const TnkTestEntry *entry,
            guint name_length)
{
  put (bytes, 20, 2);
  put (bytes, entry->flags, 2);
  put (bytes, entry->method, 2);
  put (bytes, entry->time, 4);
  put (bytes, entry->crc, 4);
  put (bytes, entry->packed, 4);
  put (bytes, entry->size, 4);
  put (bytes, name_length, 2);
  put (bytes, 0, 2);
}

void
tnk_test_package_add (TnkTestPackage *self,
                      const char *name,
                      gssize name_length,
                      const guint8 *data,
                      gsize length,
                      const TnkTestEntry *said)
{
  g_autoptr (GByteArray) packed = said->method == 8 ? pack (data, length) : g_byte_array_append (g_byte_array_new (), data, length);
  TnkTestEntry entry = *said;
  guint offset = self->bytes->len;

  name_length = name_length < 0 ? (gssize) strlen (name) : name_length;
  entry.size = said->size == G_MAXUINT32 ? length : said->size;
  entry.packed = said->packed == G_MAXUINT32 ? packed->len : said->packed;
  entry.crc = said->crc == G_MAXUINT32 ? tnk_xlsx_crc (0, data, length) : said->crc;
  put (self->bytes, 0x04034b50, 4);
  put_common (self->bytes, &entry, name_length);
  g_byte_array_append (self->bytes, (const guint8 *) name, name_length);
  g_byte_array_append (self->bytes, packed->data, packed->len);
  put (self->directory, 0x02014b50, 4);
  put (self->directory, 20, 2);
  put_common (self->directory, &entry, name_length);
  put (self->directory, 0, 2); /* comment, disk, attributes */
  put (self->directory, 0, 2);
  put (self->directory, 0, 2);
  put (self->directory, 0, 4);
  put (self->directory, offset, 4);
  g_byte_array_append (self->directory, (const guint8 *) name, name_length);
  self->n_entries++;
}

void
tnk_test_package_add_text (TnkTestPackage *self,
                           const char *name,
                           const char *text)
{
  const TnkTestEntry entry = TNK_TEST_STORED;

  tnk_test_package_add (self, name, -1, (const guint8 *) text, strlen (text), &entry);
}

GByteArray *
tnk_test_package_end (TnkTestPackage *self)
{
  GByteArray *file = g_byte_array_new ();

  g_byte_array_append (file, self->bytes->data, self->bytes->len);
  g_byte_array_append (file, self->directory->data, self->directory->len);
  put (file, 0x06054b50, 4);
  put (file, 0, 4);
  put (file, self->n_entries, 2);
  put (file, self->n_entries, 2);
  put (file, self->directory->len, 4);
  put (file, self->bytes->len, 4);
  put (file, 0, 2);
  return file;
}

typedef struct
{
  const char *name;
  char *text;
} Part;

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->text);
}

static void
add_part (GArray *parts,
          const char *name,
          char *text)
{
  const Part part = {name, text};

  g_array_append_val (parts, part);
}

static char *
relation (const char *id,
          const char *type,
          const char *target)
{
  return g_strdup_printf ("<Relationship Id=\"%s\" Type=\"" TNK_TEST_OFFICE "/%s\" Target=\"%s\"/>", id, type, target);
}

static char *
relations (char *one,
           char *two,
           char *three)
{
  g_autofree char *first = one;
  g_autofree char *second = two;
  g_autofree char *third = three;

  return g_strconcat (TNK_TEST_XML "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\">", first, second != NULL ? second : "", third != NULL ? third : "", "</Relationships>", NULL);
}

/* The parts of a small workbook. */
static GArray *
list_parts (const char *rows,
            const char *strings,
            const char *styles)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  add_part (parts, "[Content_Types].xml", g_strdup (TNK_TEST_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"));
  add_part (parts, "_rels/.rels", relations (relation ("rId1", "officeDocument", "xl/workbook.xml"), NULL, NULL));
  add_part (parts, "xl/workbook.xml",
            g_strdup (TNK_TEST_XML "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
  add_part (parts, "xl/_rels/workbook.xml.rels",
            relations (relation ("rId1", "worksheet", "worksheets/sheet1.xml"), strings != NULL ? relation ("rId2", "sharedStrings", "sharedStrings.xml") : NULL,
                       styles != NULL ? relation ("rId3", "styles", "/xl/styles.xml") : NULL));
  add_part (parts, "xl/worksheets/sheet1.xml", g_strdup_printf (TNK_TEST_XML "<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetData>%s</sheetData></worksheet>", rows));
  if (strings != NULL)
    add_part (parts, "xl/sharedStrings.xml", g_strdup_printf (TNK_TEST_XML "<sst xmlns=\"" TNK_TEST_MAIN "\">%s</sst>", strings));
  if (styles != NULL)
    add_part (parts, "xl/styles.xml", g_strdup_printf (TNK_TEST_XML "<styleSheet xmlns=\"" TNK_TEST_MAIN "\">%s</styleSheet>", styles));
  return parts;
}

static GByteArray *
pack_parts (GArray *parts)
{
  const TnkTestEntry entry = TNK_TEST_DEFLATED;
  g_auto (TnkTestPackage) package;

  tnk_test_package_init (&package);
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);

    if (part->text != NULL)
      tnk_test_package_add (&package, part->name, -1, (const guint8 *) part->text, strlen (part->text), &entry);
  }
  return tnk_test_package_end (&package);
}

GByteArray *
tnk_test_package_book (const char *rows,
                       const char *strings,
                       const char *styles)
{
  g_autoptr (GArray) parts = list_parts (rows, strings, styles);

  return pack_parts (parts);
}

static void
change_part (GArray *parts,
             const char *name,
             const char *text)
{
  for (guint i = 0; i < parts->len; i++) {
    Part *part = &g_array_index (parts, Part, i);

    if (g_str_equal (part->name, name)) {
      g_free (part->text);
      part->text = g_strdup (text);
      return;
    }
  }
  add_part (parts, name, g_strdup (text));
}

GByteArray *
tnk_test_package_changed (const char *rows,
                          ...)
{
  g_autoptr (GArray) parts = list_parts (rows, NULL, NULL);
  const char *name;
  va_list args;

  va_start (args, rows);
  while ((name = va_arg (args, const char *)) != NULL)
    change_part (parts, name, va_arg (args, const char *));
  va_end (args);
  return pack_parts (parts);
}
