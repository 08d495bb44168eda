/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-draft-private.h"
#include "tnk-catalog-sheet.h"
#include "tnk-report-private.h"
#include "tnk-return-private.h"

G_BEGIN_DECLS

/* A catalog as a workbook to be edited and read back: tnk-catalog-sheet-writer.c writes it, tnk-catalog-sheet-reader.c takes its
 * rows in, tnk-catalog-sheet-controls.c and tnk-catalog-sheet-questions.c make of them what is changed, and
 * tnk-catalog-sheet-words.c holds what they all know of the columns. */

#define TNK_CATALOG_KIND "catalog"

#define TNK_CATALOG_HEAD "head"
#define TNK_CATALOG_ROLES "roles"
#define TNK_CATALOG_CONTROLS "controls"
#define TNK_CATALOG_QUESTIONS "questions"
/* What a row without a control or question of the base has in place of an id. */
#define TNK_CATALOG_NEW "+"

/* The words by which columns are known. */
#define TNK_CATALOG_USE "use"
#define TNK_CATALOG_ROLE_PREFIX "role:"
#define TNK_CATALOG_JA "ja"
#define TNK_CATALOG_EN "en"

#define TNK_CATALOG_TAKEN "採用"
#define TNK_CATALOG_LEFT "不採用"

/* A text of which the Japanese and the English stand in two columns: MEMBER and MEMBER_en. */
typedef struct
{
  const char *member;
  const char *header;
  double width;
  gboolean required;
  TnkText *(*get) (gpointer entry);
} TnkCatalogTextColumn;

extern const TnkCatalogTextColumn tnk_catalog_control_texts[];
extern const guint tnk_catalog_n_control_texts;
extern const TnkCatalogTextColumn tnk_catalog_question_texts[];
extern const guint tnk_catalog_n_question_texts;
extern const TnkCatalogTextColumn tnk_catalog_role_texts[];
extern const guint tnk_catalog_n_role_texts;
extern const TnkCatalogTextColumn tnk_catalog_head_texts[];
extern const guint tnk_catalog_n_head_texts;

/* What is being read. */
typedef struct
{
  TnkReturn *sheet;
  TnkCatalog *base;
  TnkCatalogDraft *draft;
  GPtrArray *controls; /* (element-type TnkCatalogControlRow), in the order of the sheet */
  GPtrArray *questions; /* (element-type TnkCatalogQuestionRow): judged once all controls are known */
  GHashTable *by_entry; /* (element-type TnkDraftEntry TnkCatalogControlRow) */
  GHashTable *by_id; /* (element-type utf8 TnkCatalogControlRow): by the ids that the controls are to have */
  GHashTable *seen; /* (element-type utf8): ids of the base’s controls and questions that have a row */
} TnkCatalogSheet;

typedef struct
{
  TnkDraftEntry *entry; /* NULL: it is not taken */
  char *id; /* that it is to have */
  guint64 scored; /* the roles that have to be asked about it */
  guint64 dutiful; /* the roles with a mark of any kind */
  guint64 asked; /* the roles that a question asks */
  char **places; /* by role: of the mark */
} TnkCatalogControlRow;

typedef struct
{
  char *id; /* of the base, or one of a new row */
  char *control;
  char *use;
  char *roles;
  char **texts; /* Japanese and English by turns, as the columns */
  char **places; /* of these */
  char *place;
  char *control_place;
  char *roles_place;
} TnkCatalogQuestionRow;

void tnk_catalog_control_row_free (gpointer self);
void tnk_catalog_question_row_free (gpointer self);
void tnk_catalog_sheet_read_control (TnkCatalogSheet *self);
void tnk_catalog_sheet_read_question (TnkCatalogSheet *self);
void tnk_catalog_sheet_judge_questions (TnkCatalogSheet *self);

gboolean tnk_catalog_is_new_row (const char *id);
/* What is in a cell, if a catalog can hold it. */
gboolean tnk_catalog_sheet_take (TnkCatalogSheet *self, const char *key, char **text);
gboolean tnk_catalog_check_text (TnkCatalogSheet *self, const char *place, const char *text);
/* Sets a text of two languages if it is another than before, which may be NULL. */
void tnk_catalog_sheet_change_text (TnkCatalogSheet *self, TnkDraftEntry *entry, const char *member, TnkText *before, const char *ja, const char *en);
gboolean tnk_catalog_is_same (const char *cell, const char *text);

char *tnk_catalog_word_roles (TnkCatalog *catalog, TnkQuestion *question);
const char *tnk_catalog_word_level (TnkLevel level);

G_END_DECLS
