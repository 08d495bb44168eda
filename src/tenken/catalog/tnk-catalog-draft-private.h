/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

/* A body's own catalog in the making: a copy of another, which is changed entry by entry and read back whole, so that it is
 * held to the same rules as any catalog. The revision map to the base makes itself. */
typedef struct _TnkCatalogDraft TnkCatalogDraft;

/* A control, a question, a role, a section or the catalog itself. It belongs to the draft. */
typedef struct _JsonObject TnkDraftEntry;

TnkCatalogDraft *tnk_catalog_draft_new (TnkCatalog *base, const char *id);
void tnk_catalog_draft_free (TnkCatalogDraft *self);
TnkCatalog *tnk_catalog_draft_get_base (TnkCatalogDraft *self);
TnkDraftEntry *tnk_catalog_draft_get_head (TnkCatalogDraft *self);
/* By the ids of the base; NULL if there is none. */
TnkDraftEntry *tnk_catalog_draft_find_role (TnkCatalogDraft *self, const char *id);
TnkDraftEntry *tnk_catalog_draft_find_chapter (TnkCatalogDraft *self, const char *id);
TnkDraftEntry *tnk_catalog_draft_find_section (TnkCatalogDraft *self, const char *id);
TnkDraftEntry *tnk_catalog_draft_find_control (TnkCatalogDraft *self, const char *id);
TnkDraftEntry *tnk_catalog_draft_find_question (TnkCatalogDraft *self, TnkDraftEntry *control, const char *id);
/* Behind another control of the section; NULL or one of another section: last in it. */
TnkDraftEntry *tnk_catalog_draft_add_control (TnkCatalogDraft *self, TnkDraftEntry *section, TnkDraftEntry *after);
void tnk_catalog_draft_move_control (TnkCatalogDraft *self, TnkDraftEntry *control, TnkDraftEntry *section, TnkDraftEntry *after);
void tnk_catalog_draft_remove_control (TnkCatalogDraft *self, TnkDraftEntry *control);
/* Its questions that were called after it follow. */
void tnk_catalog_draft_renumber (TnkCatalogDraft *self, TnkDraftEntry *control, const char *id);
TnkDraftEntry *tnk_catalog_draft_add_question (TnkCatalogDraft *self, TnkDraftEntry *control);
void tnk_catalog_draft_remove_question (TnkCatalogDraft *self, TnkDraftEntry *control, TnkDraftEntry *question);

/* Members of an entry. NULL takes the member out. Where only the Japanese is given, the English of before goes with it: a text in
 * another language that says something else is worse than none. */
void tnk_draft_set_string (TnkDraftEntry *entry, const char *member, const char *text);
void tnk_draft_set_strings (TnkDraftEntry *entry, const char *member, const char *const *texts);
void tnk_draft_set_integer (TnkDraftEntry *entry, const char *member, gint64 number);
void tnk_draft_set_boolean (TnkDraftEntry *entry, const char *member, gboolean value);
void tnk_draft_set_text (TnkDraftEntry *entry, const char *member, const char *ja, const char *en);
/* Within a member that is an object of texts or marks, such as “anchors” and “duties”. */
TnkDraftEntry *tnk_draft_open (TnkDraftEntry *entry, const char *member);

/* The catalog, read back, with its revision map; it stands up to tnk_catalog_check_revision (). */
TnkCatalog *tnk_catalog_draft_finish (TnkCatalogDraft *self, GPtrArray **problems, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkCatalogDraft, tnk_catalog_draft_free)

G_END_DECLS
