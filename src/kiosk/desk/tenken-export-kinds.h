/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-task.h"

G_BEGIN_DECLS

/* What a kind of workbook is about, besides the campaign. */
typedef enum {
  TENKEN_EXPORT_NEEDS_NOTHING = 0,
  TENKEN_EXPORT_NEEDS_DEPARTMENT = 1 << 0,
  TENKEN_EXPORT_NEEDS_PERSON = 1 << 1,
  TENKEN_EXPORT_NEEDS_NAMES = 1 << 2, /* names may be shown to this office */
  TENKEN_EXPORT_NEEDS_AUDIT = 1 << 3, /* the number of one, or none for the newest */
} TenkenExportNeeds;

/* A workbook that can be written from a desk. */
typedef struct
{
  TnkRights offices;
  const char *id;
  TenkenExportNeeds needs;
  const char *title; /* N_ (), as those below */
  const char *text; /* what is in it, for whom */
  const char *doing; /* while it is written */
  const char *file_name; /* with %s for the campaign, or the department, or the person */
} TenkenExportKind;

/* Ended by one without an id. */
extern const TenkenExportKind tenken_export_kinds[];

const TenkenExportKind *tenken_export_kinds_find (const char *id);
/* Why it cannot be written as the desk stands now; NULL if it can. */
const char *tenken_export_kind_find_obstacle (const TenkenExportKind *kind, TenkenDesk *desk);
/* What is to be written into the row first; NULL: nothing. */
const char *tenken_export_kind_get_entry (const TenkenExportKind *kind);
/* A name for the file that says what it is. text: what was written into the row; NULL where the kind needs nothing. */
char *tenken_export_kind_make_name (const TenkenExportKind *kind, TenkenDesk *desk, const char *text);

/* What is to be written where, for the thread of the store. */
typedef struct _TenkenExportOrder TenkenExportOrder;

TenkenExportOrder *tenken_export_order_new (const TenkenExportKind *kind, TenkenDesk *desk, const char *text, const char *filename);
void tenken_export_order_free (gpointer self);
/* A TenkenDeskWork on an order. */
gpointer tenken_export_order_run (TnkDesk *desk, gpointer order, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
