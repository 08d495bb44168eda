/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a workbook, changes some cells, and writes it as Excel does: shared texts with how they are pronounced, styles,
 * spans, extensions in namespaces of their own. */

typedef struct
{
  const char *sheet;
  const char *cell;
  /* What it becomes: a text; "=" and a number, for a cell that holds one; "#N/A" for an error; "@" and a serial number for
   * a date; "" for a formula without a result; NULL for an empty cell. */
  const char *value;
} TnkTestEdit;

void tnk_test_refill (const char *from, const char *to, const TnkTestEdit *edits, guint n);

G_END_DECLS
