/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-private.h"
#include "tnk-json-reader-private.h"

G_BEGIN_DECLS

/* The loader of catalogs stands in three files: tnk-catalog-loader.c goes from the head down to the controls,
 * tnk-question-loader.c reads what a control asks of whom, tnk-revision-loader.c where it comes from. */
typedef struct
{
  TnkCatalog *catalog;
  TnkJsonReader reader;
  const char *directory; /* where included files are looked for; NULL if none may be */
  gboolean head_only;
  gboolean english;
  GHashTable *role_ids; /* (element-type utf8 TnkRole) */
  GHashTable *section_ids; /* (element-type utf8) */
  GHashTable *question_ids; /* (element-type utf8 TnkQuestion) */
  GHashTable *clauses; /* (element-type utf8 utf8): clause → the id of the control that has it */
} TnkCatalogLoader;

/* The catalog without chapters and revision, which are neither read nor checked: id, edition, title, roles and the like. */
TnkCatalog *tnk_catalog_load_head (const char *filename, GError **error);
void tnk_catalog_loader_read_questions (TnkCatalogLoader *self, JsonObject *object, TnkControl *control);
void tnk_catalog_loader_read_revision (TnkCatalogLoader *self, JsonObject *root);
void tnk_catalog_loader_read_duties (TnkCatalogLoader *self, JsonObject *object, TnkControl *control);
/* A list of {"id": …, "text": …}. */
void tnk_catalog_loader_read_choices (TnkCatalogLoader *self, JsonObject *object, const char *name, GPtrArray *ids, GPtrArray *texts);

G_END_DECLS
