/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-xlsx-directory-private.h"

G_BEGIN_DECLS

/* An .xlsx file as the zip package that it is. Nothing outside of it knows which library unpacks. Messages do not name
 * the file: who opened it does. */
typedef struct _TnkXlsxPackage TnkXlsxPackage;
typedef struct _TnkXlsxPart TnkXlsxPart;

TnkXlsxPackage *tnk_xlsx_package_open (const char *filename, const TnkXlsxLimits *limits, GError **error);
void tnk_xlsx_package_free (TnkXlsxPackage *self);
const TnkXlsxLimits *tnk_xlsx_package_get_limits (TnkXlsxPackage *self);
gboolean tnk_xlsx_package_has (TnkXlsxPackage *self, const char *name);

TnkXlsxPart *tnk_xlsx_part_open (TnkXlsxPackage *package, const char *name, GError **error);
void tnk_xlsx_part_free (TnkXlsxPart *self);
const char *tnk_xlsx_part_get_name (TnkXlsxPart *self);
gssize tnk_xlsx_part_read (TnkXlsxPart *self, guint8 *buffer, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxPackage, tnk_xlsx_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxPart, tnk_xlsx_part_free)

G_END_DECLS
