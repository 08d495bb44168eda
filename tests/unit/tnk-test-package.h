/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes zip files by hand, with any name, size and flag in them, to see what a reader does with such. */

typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint n_entries;
} TnkTestPackage;

/* What an entry says of itself where that is not the truth. G_MAXUINT32 in size, packed and crc means the truth. */
typedef struct
{
  guint flags;
  guint method; /* 0 stored, 8 deflated */
  guint32 time;
  guint32 size;
  guint32 packed;
  guint32 crc;
} TnkTestEntry;

#define TNK_TEST_STORED \
  { \
    0, 0, 0, G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 \
  }
#define TNK_TEST_DEFLATED \
  { \
    0, 8, 0, G_MAXUINT32, G_MAXUINT32, G_MAXUINT32 \
  }

void tnk_test_package_init (TnkTestPackage *self);
void tnk_test_package_clear (TnkTestPackage *self);
void tnk_test_package_add (TnkTestPackage *self, const char *name, gssize name_length, const guint8 *data, gsize length, const TnkTestEntry *entry);
void tnk_test_package_add_text (TnkTestPackage *self, const char *name, const char *text);
/* The whole file. */
GByteArray *tnk_test_package_end (TnkTestPackage *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkTestPackage, tnk_test_package_clear)

/* A whole workbook whose only sheet, “Sheet1”, has that table, which stands within <sheetData>; its shared texts are the
 * <si> in strings, and its styles the contents of <styleSheet>. Either may be NULL. */
GByteArray *tnk_test_package_book (const char *rows, const char *strings, const char *styles);
/* The same with parts changed: pairs of a name and what it holds instead, NULL for a part that is left out; ends with NULL. */
GByteArray *tnk_test_package_changed (const char *rows, ...) G_GNUC_NULL_TERMINATED;

#define TNK_TEST_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define TNK_TEST_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define TNK_TEST_RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define TNK_TEST_OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

G_END_DECLS
