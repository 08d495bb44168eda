/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-entries-private.h"
#include "tnk-revision-private.h"

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
  TnkRevisionMap *revises; /* NULL: it has none */
};

/* The names of the members in which two controls differ; empty if they say the same. */
GStrv tnk_catalog_compare_controls (TnkCatalog *old_catalog, TnkControl *old, TnkCatalog *new_catalog, TnkControl *new);

/* The id of a question without that of its control at its beginning, which can be another one in the next edition. */
const char *tnk_question_own_id (TnkControl *control, TnkQuestion *question);

TnkCatalog *tnk_catalog_new_empty (void);
void tnk_catalog_seal (TnkCatalog *self);

G_END_DECLS
