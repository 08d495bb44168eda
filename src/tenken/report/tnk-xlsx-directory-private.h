/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much a workbook may be before it is refused. A file of a few kilobytes can claim to unpack to terabytes. */
typedef struct
{
  guint64 file_size;
  guint64 part_size; /* of one part, unpacked */
  guint64 total_size; /* of all parts, unpacked */
  guint ratio; /* unpacked to packed, for parts that are not small */
  guint n_parts;
  guint n_rows; /* of one sheet */
  guint n_columns;
  guint n_strings; /* shared by the sheets */
  gsize text_size; /* of one cell, in bytes */
} TnkXlsxLimits;

extern const TnkXlsxLimits tnk_xlsx_default_limits;

/* A part of the package, as its directory describes it. */
typedef struct
{
  char *name;
  guint64 size; /* unpacked */
  guint32 crc;
} TnkXlsxEntry;

void tnk_xlsx_entry_free (gpointer entry);
GHashTable *tnk_xlsx_directory_read (guint8 *bytes, gsize length, const TnkXlsxLimits *limits, GError **error);
TnkXlsxEntry *tnk_xlsx_directory_lookup (GHashTable *directory, const char *name);
char *tnk_xlsx_resolve (const char *base, const char *target);
guint32 tnk_xlsx_crc (guint32 crc, const guint8 *bytes, gsize length);

G_END_DECLS
