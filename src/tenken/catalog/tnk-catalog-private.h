/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-entries-private.h"

G_BEGIN_DECLS

struct _TnkCatalog
{
  GObject parent_instance;

  char *id;
  char *edition;
  char *effective;
  TnkText *title;
  TnkText *publisher;
  TnkText *source;
  TnkText *licence;
  char **languages;
  char *fingerprint;

  GPtrArray *roles;
  GPtrArray *chapters;
  GPtrArray *sections;
  GPtrArray *controls;
  GPtrArray *duties;
  GPtrArray *reason_ids; /* (element-type utf8) */
  GPtrArray *reasons; /* (element-type TnkText) */
  GHashTable *controls_by_id;
};

TnkCatalog *tnk_catalog_new_empty (void);
void tnk_catalog_seal (TnkCatalog *self);

G_END_DECLS
