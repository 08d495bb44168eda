/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-xlsx-package-private.h"

G_BEGIN_DECLS

/* The XML of a part, read piece by piece. Nothing outside of it knows which library parses. */
typedef struct _TnkXlsxXml TnkXlsxXml;

typedef enum {
  TNK_XLSX_XML_START,
  TNK_XLSX_XML_END,
  TNK_XLSX_XML_TEXT,
} TnkXlsxXmlKind;

TnkXlsxXml *tnk_xlsx_xml_open (TnkXlsxPackage *package, const char *name, const char *root, GError **error);
void tnk_xlsx_xml_free (TnkXlsxXml *self);
gboolean tnk_xlsx_xml_next (TnkXlsxXml *self, GError **error);
gboolean tnk_xlsx_xml_starts (TnkXlsxXml *self, const char *name);
gboolean tnk_xlsx_xml_ends (TnkXlsxXml *self, guint depth);
guint tnk_xlsx_xml_get_depth (TnkXlsxXml *self);
const char *tnk_xlsx_xml_attribute (TnkXlsxXml *self, const char *name);
gboolean tnk_xlsx_xml_skip (TnkXlsxXml *self, GError **error);
gboolean tnk_xlsx_xml_append_text (TnkXlsxXml *self, GString *text, GError **error);
gboolean tnk_xlsx_xml_drain (TnkXlsxXml *self, GError **error);
gboolean tnk_xlsx_xml_throw (TnkXlsxXml *self, GError **error, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxXml, tnk_xlsx_xml_free)

G_END_DECLS
