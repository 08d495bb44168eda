/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-xlsx-parts-private.h"
#include "tnk-xlsx-reader-private.h"

G_BEGIN_DECLS

/* The inside of a reader, for the sheets that it opens. */

struct _TnkXlsxReader
{
  char *filename;
  TnkXlsxPackage *package;
  GPtrArray *sheets; /* (element-type TnkXlsxSheetEntry) */
  TnkXlsxStrings *strings; /* or NULL */
  GByteArray *dates; /* or NULL */
  gboolean from_1904;
};

typedef struct
{
  char *name;
  char *part;
} TnkXlsxSheetEntry;

G_END_DECLS
