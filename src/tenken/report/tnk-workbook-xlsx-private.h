/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <locale.h>
#include <xlsxwriter.h>

#include "tnk-workbook-private.h"

G_BEGIN_DECLS

/* The inside of a workbook, for tnk-workbook*.c only. Together these files are the one place that knows libxlsxwriter. */

struct _TnkWorkbook
{
  char *target; /* where the workbook is to be */
  char *directory; /* a folder of our own, for what libxlsxwriter writes on the way */
  char *draft; /* the workbook as libxlsxwriter leaves it, in that folder */
  lxw_workbook *book;
  GPtrArray *sheets; /* (element-type TnkSheet) */
  GHashTable *names; /* set of utf8: those of the sheets, without regard to case */
  GHashTable *formats; /* TnkStyle -> lxw_format */
  char *header;
  char *footer;
  gboolean private; /* for nobody's eyes but the user's */
  GError *error; /* the first thing that went wrong */
  guint64 n_cells;
};

struct _TnkSheet
{
  TnkWorkbook *workbook; /* borrowed */
  lxw_worksheet *worksheet;
  char *name;
  guint row; /* where the next cell may stand at the earliest */
  guint col;
  double widened[64]; /* by tnk_sheet_widen () */
  guint64 n_stored; /* with the empty cells that only look like something */
};

locale_t tnk_workbook_enter_c_locale (void);
void tnk_sheet_check (TnkSheet *self, lxw_error code, const char *what);
lxw_format *tnk_workbook_get_format (TnkWorkbook *self, TnkStyle style);

G_END_DECLS
