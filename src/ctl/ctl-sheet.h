/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* How filled sheets are taken in. */
typedef struct
{
  gboolean draft;
  gboolean dry_run;
  const char *prefer; /* "sheet", "store" or NULL */
} CtlSheetWay;

/* Takes filled self-check sheets in: a list of filenames that ends with NULL. */
int ctl_sheet_import (CtlCall *call, TnkStore *store, const char *campaign_id, const char *const *filenames, const CtlSheetWay *way);

G_END_DECLS
