/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-roster-row.h"

G_BEGIN_DECLS

struct _TnkRosterRow
{
  GObject parent_instance;

  TnkRosterKind kind;
  char *id;
  char *name;
  char *old;
  char *new;
  char *campaign_id;
  guint n_answers;
};

G_END_DECLS
