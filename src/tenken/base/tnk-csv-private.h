/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads RFC 4180 records from a file without holding the file: UTF-8 with or without a byte-order mark, or CP932 as
 * Excel in Japan writes it; line ends LF or CRLF; quoted fields may hold line ends. */
typedef struct _TnkCsvReader TnkCsvReader;

TnkCsvReader *tnk_csv_reader_open (const char *filename,
                                   GError **error);
void tnk_csv_reader_free (TnkCsvReader *self);
gboolean tnk_csv_reader_header (TnkCsvReader *self,
                                const char **columns,
                                guint *positions,
                                guint n_columns,
                                guint n_required,
                                GError **error);
gboolean tnk_csv_reader_next (TnkCsvReader *self,
                              GError **error);
guint tnk_csv_reader_get_line (TnkCsvReader *self);
guint tnk_csv_reader_n_fields (TnkCsvReader *self);
const char *tnk_csv_reader_field (TnkCsvReader *self,
                                  guint position);
gboolean tnk_csv_reader_has_surplus (TnkCsvReader *self);
goffset tnk_csv_reader_get_size (TnkCsvReader *self);
goffset tnk_csv_reader_tell (TnkCsvReader *self);

/* Appends one field, quoted where it must be. */
void tnk_csv_append_field (GString *record,
                           const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkCsvReader, tnk_csv_reader_free)

/* The position of a column that the file does not have. */
#define TNK_CSV_NO_COLUMN G_MAXUINT

G_END_DECLS
