/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looks into a workbook with unzip, that is, with another eye than that of the library which wrote it. */

/* A file of the package, such as xl/workbook.xml; the empty text, and a failure, where it is missing. */
char *tnk_test_xlsx_part (const char *filename, const char *part);
/* The XML of a sheet, by its name. */
char *tnk_test_xlsx_sheet (const char *filename, const char *sheet);
/* What is in a cell, as it is written in the XML: for a formula its stored result. NULL if there is no such cell. */
char *tnk_test_xlsx_cell (const char *sheet_xml, const char *cell);
/* The formula of a cell, or NULL. */
char *tnk_test_xlsx_formula (const char *sheet_xml, const char *cell);
/* The names of the sheets, in order, joined by a blank. */
char *tnk_test_xlsx_sheets (const char *filename);

/* How many entries a folder has. */
guint tnk_test_count_entries (const char *folder);

G_END_DECLS
