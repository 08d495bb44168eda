/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-catalog-sheet-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

/* The most characters that a text of a catalog can have. */
#define MAX_TEXT 4000

static void
sheet_clear (TnkCatalogSheet *self)
{
  g_clear_pointer (&self->sheet, tnk_return_free);
  g_clear_pointer (&self->draft, tnk_catalog_draft_free);
  g_clear_pointer (&self->by_entry, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->controls, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkCatalogSheet, sheet_clear)

/* --- cells --- */

gboolean
tnk_catalog_is_new_row (const char *id)
{
  return *id == '\0' || g_str_has_prefix (id, TNK_CATALOG_NEW);
}

gboolean
tnk_catalog_check_text (TnkCatalogSheet *self,
                        const char *place,
                        const char *text)
{
  if (!tnk_is_harmless (text, FALSE))
    tnk_return_fault_at (self->sheet, place, "the text holds a line break, a control character or a direction mark; write it in one line");
  else if (g_utf8_strlen (text, -1) > MAX_TEXT)
    tnk_return_fault_at (self->sheet, place, "the text is longer than %d characters; shorten it", MAX_TEXT);
  else
    return TRUE;
  return FALSE;
}

gboolean
tnk_catalog_sheet_take (TnkCatalogSheet *self,
                        const char *key,
                        char **text)
{
  g_autofree char *place = tnk_return_dup_place (self->sheet, key);
  const TnkXlsxCell *cell = tnk_return_get_cell (self->sheet, key);

  if (!tnk_return_take_text (self->sheet, key, text))
    return FALSE;
  if (cell == NULL || cell->type != TNK_XLSX_DATE || g_str_equal (tnk_return_get_table (self->sheet), TNK_CATALOG_HEAD))
    return tnk_catalog_check_text (self, place, *text);
  tnk_return_fault (self->sheet, key, "the cell has become the date %s; make it a text and type it again", *text);
  return FALSE;
}

/* Whether a cell still says what was written into it. */
gboolean
tnk_catalog_is_same (const char *cell,
                     const char *text)
{
  g_autofree char *clean = tnk_workbook_clean_text (text);
  g_autofree char *stripped = tnk_strip (clean != NULL ? clean : text);

  return g_str_equal (cell, stripped);
}

void
tnk_catalog_sheet_change_text (TnkCatalogSheet *self,
                               TnkDraftEntry *entry,
                               const char *member,
                               TnkText *before,
                               const char *ja,
                               const char *en)
{
  const char *ja_before = before != NULL ? tnk_text_get (before, "ja") : "";
  const char *en_before = before != NULL && tnk_text_has (before, "en") ? tnk_text_get (before, "en") : "";
  gboolean same_ja = tnk_catalog_is_same (ja, ja_before), same_en = tnk_catalog_is_same (en, en_before);

  if (same_ja && same_en)
    return;
  if (!same_ja && same_en)
    en = "";
  tnk_draft_set_text (entry, member, *ja != '\0' ? ja : NULL, *en != '\0' ? en : NULL);
}

static void
take_text (TnkCatalogSheet *self,
           TnkDraftEntry *entry,
           const TnkCatalogTextColumn *column,
           TnkText *before,
           const char *key,
           const char *key_en)
{
  g_autofree char *ja = NULL, *en = NULL;

  if (!tnk_catalog_sheet_take (self, key, &ja) || !tnk_catalog_sheet_take (self, key_en, &en))
    return;
  if (column->required && *ja == '\0')
    tnk_return_fault (self->sheet, key, "%s is empty; write it", column->header);
  else
    tnk_catalog_sheet_change_text (self, entry, column->member, before, ja, en);
}

/* --- the head and the roles --- */

static void
read_string (TnkCatalogSheet *self,
             const char *member,
             const char *before)
{
  g_autofree char *text = NULL;

  if (!tnk_catalog_sheet_take (self, TNK_CATALOG_JA, &text))
    return;
  if (*text == '\0')
    tnk_return_fault (self->sheet, TNK_CATALOG_JA, "the cell is empty; write what it asks for");
  else if (!tnk_catalog_is_same (text, before))
    tnk_draft_set_string (tnk_catalog_draft_get_head (self->draft), member, text);
}

static void
read_field (TnkCatalogSheet *self)
{
  const char *id = tnk_return_get_id (self->sheet);

  if (g_str_equal (id, "effective")) {
    read_string (self, "effective", tnk_catalog_get_effective (self->base));
    return;
  }
  if (g_str_equal (id, "edition")) {
    read_string (self, "edition", "");
    return;
  }
  for (guint i = 0; i < tnk_catalog_n_head_texts; i++)
    if (g_str_equal (tnk_catalog_head_texts[i].member, id))
      take_text (self, tnk_catalog_draft_get_head (self->draft), &tnk_catalog_head_texts[i], tnk_catalog_head_texts[i].get (self->base),
                 TNK_CATALOG_JA, TNK_CATALOG_EN);
}

static void
read_role (TnkCatalogSheet *self)
{
  const char *id = tnk_return_get_id (self->sheet);
  TnkRole *role = tnk_catalog_lookup_role (self->base, id);

  if (role == NULL) {
    tnk_return_fault (self->sheet, NULL, "the base has no role “%.60s”; roles can be renamed, not added", id);
    return;
  }
  for (guint i = 0; i < tnk_catalog_n_role_texts; i++) {
    g_autofree char *key_en = g_strconcat (tnk_catalog_role_texts[i].member, "_en", NULL);

    take_text (self, tnk_catalog_draft_find_role (self->draft, id), &tnk_catalog_role_texts[i], tnk_catalog_role_texts[i].get (role),
               tnk_catalog_role_texts[i].member, key_en);
  }
}

/* --- the tables --- */

static const struct
{
  const char *table;
  void (*read) (TnkCatalogSheet *self);
  const char *keys[4];
} tables[] = {
  {TNK_CATALOG_HEAD, read_field, {TNK_CATALOG_JA, TNK_CATALOG_EN, NULL}},
  {TNK_CATALOG_ROLES, read_role, {"name", "description", NULL}},
  {TNK_CATALOG_CONTROLS, tnk_catalog_sheet_read_control, {TNK_CATALOG_USE, "section", "id", NULL}},
  {TNK_CATALOG_QUESTIONS, tnk_catalog_sheet_read_question, {TNK_CATALOG_USE, "control", "roles", NULL}},
};

static gboolean
read_table (TnkCatalogSheet *self,
            guint i,
            GError **error)
{
  GError *local = NULL;

  if (!tnk_return_needs (self->sheet, tables[i].keys))
    return TRUE;
  while (tnk_return_next_row (self->sheet, &local))
    tables[i].read (self);
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static gboolean
read_tables (TnkCatalogSheet *self,
             GError **error)
{
  GError *local = NULL;

  while (tnk_return_next_table (self->sheet, &local))
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
      if (g_str_equal (tables[i].table, tnk_return_get_table (self->sheet)) && !read_table (self, i, error))
        return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

/* The rows of another catalog are all wrong, and to say so of each helps nobody. */
static gboolean
check_about (TnkCatalogSheet *self)
{
  const char *id = tnk_return_get_about (self->sheet, "catalog"), *edition = tnk_return_get_about (self->sheet, "edition");

  if (g_strcmp0 (tnk_return_get_about (self->sheet, "fingerprint"), tnk_catalog_get_fingerprint (self->base)) == 0)
    return TRUE;
  tnk_return_fault_file (self->sheet, "the workbook was made from %s, edition %s, and is read for %s, edition %s, or that has changed since; export it anew",
                         id != NULL ? id : "", edition != NULL ? edition : "", tnk_catalog_get_id (self->base), tnk_catalog_get_edition (self->base));
  return FALSE;
}

/* A row that went missing is more likely lost than meant. */
static void
check_missing (TnkCatalogSheet *self)
{
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->base); i++) {
    TnkControl *control = tnk_catalog_get_control (self->base, i);

    if (!g_hash_table_contains (self->seen, tnk_control_get_id (control)))
      tnk_return_fault_file (self->sheet, "the row of the control “%s” is gone; put it back, and write " TNK_CATALOG_LEFT " into it if it is not to be used",
                             tnk_control_get_id (control));
  }
}

static gboolean
read_workbook (TnkCatalogSheet *self,
               GError **error)
{
  if (!check_about (self))
    return TRUE;
  if (!read_tables (self, error))
    return FALSE;
  check_missing (self);
  tnk_catalog_sheet_judge_questions (self);
  return TRUE;
}

/**
 * tnk_catalog_sheet_derive:
 * @filename: a workbook (.xlsx) that [method@Catalog.sheet_write] made and somebody edited, saved by any program
 * @base: the catalog that it was made from
 * @id: the id that the new catalog is to have
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault with its sheet and
 *   cell, what it is and how to mend it
 * @error: return location for an error: a file error; [error@Tenken.Error] `SYNTAX` if the file is no sound workbook,
 *   `FUTURE`, or `INVALID`, which names the first fault
 *
 * Makes a body’s own catalog from an edited workbook, see [method@Catalog.derive].
 *
 * Returns: (transfer full): the new catalog, only if every row is sound
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_sheet_derive (const char *filename,
                          TnkCatalog *base,
                          const char *id,
                          GPtrArray **problems,
                          GError **error)
{
  g_auto (TnkCatalogSheet) self = {0};

  g_return_val_if_fail (filename != NULL && TNK_IS_CATALOG (base) && id != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  self.sheet = tnk_return_open (filename, TNK_CATALOG_KIND, error);
  if (self.sheet == NULL)
    return NULL;
  tnk_return_allow_new_rows (self.sheet);
  self.base = base;
  self.draft = tnk_catalog_draft_new (base, id);
  self.controls = g_ptr_array_new_with_free_func (tnk_catalog_control_row_free);
  self.questions = g_ptr_array_new_with_free_func (tnk_catalog_question_row_free);
  self.by_entry = g_hash_table_new (NULL, NULL);
  self.by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_workbook (&self, error) ||
      !tnk_problems_throw (tnk_return_get_problems (self.sheet), problems, TNK_ERROR_INVALID, error))
    return NULL;
  /* A workbook without a fault hands an empty list over; what follows makes its own. */
  if (problems != NULL)
    g_clear_pointer (problems, g_ptr_array_unref);
  return tnk_catalog_draft_finish (self.draft, problems, error);
}
