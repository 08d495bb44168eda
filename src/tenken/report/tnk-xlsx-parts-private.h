/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-xlsx-xml-private.h"

G_BEGIN_DECLS

/* The parts of a workbook beside its sheets. */

/* What a part refers to. */
typedef struct
{
  char *id;
  char *kind; /* the last word of its type: worksheet, styles, sharedStrings … */
  char *part; /* the name of a part, or NULL if it is outside of the package */
} TnkXlsxRelation;

GPtrArray *tnk_xlsx_relations_read (TnkXlsxPackage *package, const char *part, GError **error);
TnkXlsxRelation *tnk_xlsx_relations_find (GPtrArray *relations, const char *id, const char *kind);

/* The texts that the cells of all sheets share. */
typedef struct _TnkXlsxStrings TnkXlsxStrings;

TnkXlsxStrings *tnk_xlsx_strings_read (TnkXlsxPackage *package, const char *part, GError **error);
void tnk_xlsx_strings_free (TnkXlsxStrings *self);
const char *tnk_xlsx_strings_get (TnkXlsxStrings *self, guint64 index);
gboolean tnk_xlsx_rich_text_read (TnkXlsxXml *xml, GString *text, GError **error);
void tnk_xlsx_unescape (GString *text, gsize from);

/* Which styles show a number as a date: (element-type guint8), by the index of the style. */
GByteArray *tnk_xlsx_styles_read (TnkXlsxPackage *package, const char *part, GError **error);
gboolean tnk_xlsx_format_is_date (const char *format);
char *tnk_xlsx_format_date (double serial, gboolean from_1904);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxStrings, tnk_xlsx_strings_free)

G_END_DECLS
