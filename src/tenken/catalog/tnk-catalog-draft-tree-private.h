/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "tnk-catalog-draft-private.h"

G_BEGIN_DECLS

/* What a draft is made of, for the two files that make it and read it back. */
struct _TnkCatalogDraft
{
  TnkCatalog *base;
  JsonNode *root;
  JsonObject *head; /* of the root */
  GPtrArray *kept; /* (element-type JsonObject): all that are known below by their address, also those that were taken out */
  GHashTable *controls; /* (element-type utf8 JsonObject): by the ids of the base */
  GHashTable *origins; /* (element-type JsonObject utf8): the other way round */
  GHashTable *sections; /* (element-type JsonObject JsonObject): control → section */
  GHashTable *numbers; /* (element-type JsonObject utf8): control → the id that it is to have */
};

typedef void (*TnkDraftEachControl) (TnkCatalogDraft *self, JsonObject *section, JsonObject *control, gpointer data);

void tnk_catalog_draft_for_each_control (TnkCatalogDraft *self, TnkDraftEachControl each, gpointer data);
/* Gives the controls the numbers that they are to have; what they had been asked for goes with them. */
void tnk_catalog_draft_apply_numbers (TnkCatalogDraft *self);
/* NULL if it has none; what was put into a draft can be anything until it is read back. */
const char *tnk_draft_get_id (TnkDraftEntry *entry);

G_END_DECLS
