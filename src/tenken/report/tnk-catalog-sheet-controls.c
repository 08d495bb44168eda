/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "tnk-catalog-sheet-private.h"

/* Reads the sheet of controls. */

#define MAX_ID 64

void
tnk_catalog_control_row_free (gpointer data)
{
  TnkCatalogControlRow *self = data;

  g_free (self->id);
  g_strfreev (self->places);
  g_free (self);
}

static gboolean
is_id (const char *text)
{
  static const char *const more = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-";

  return g_ascii_isalnum (*text) && strspn (text, more) == strlen (text) && strlen (text) <= MAX_ID;
}

/* --- what is in its cells --- */

static void
take_id (TnkCatalogSheet *self,
         TnkCatalogControlRow *row,
         TnkControl *before)
{
  g_autofree char *id = NULL;

  if (!tnk_catalog_sheet_take (self, "id", &id))
    return;
  if (!is_id (id))
    tnk_return_fault (self->sheet, "id", "“%.60s” cannot be an id; use letters, digits and - . _ /, beginning with a letter or a digit", id);
  else if (g_hash_table_contains (self->by_id, id))
    tnk_return_fault (self->sheet, "id", "another control has the id “%s”; ids must differ", id);
  else {
    row->id = g_steal_pointer (&id);
    g_hash_table_insert (self->by_id, row->id, row);
    if (before == NULL || !g_str_equal (row->id, tnk_control_get_id (before)))
      tnk_catalog_draft_renumber (self->draft, row->entry, row->id);
  }
}

static void
take_clause (TnkCatalogSheet *self,
             TnkCatalogControlRow *row,
             TnkControl *before)
{
  g_autofree char *clause = NULL;

  if (!tnk_catalog_sheet_take (self, "clause", &clause))
    return;
  if (*clause == '\0')
    tnk_return_fault (self->sheet, "clause", "the clause is empty; write where the control stands in your rules");
  else if (before == NULL || !tnk_catalog_is_same (clause, tnk_control_get_clause (before)))
    tnk_draft_set_string (row->entry, "clause", clause);
}

static void
take_level (TnkCatalogSheet *self,
            TnkCatalogControlRow *row)
{
  g_autofree char *word = NULL;
  TnkLevel level = TNK_LEVEL_REQUIRED;

  if (!tnk_catalog_sheet_take (self, "level", &word))
    return;
  if (g_str_equal (word, tnk_catalog_word_level (TNK_LEVEL_RECOMMENDED)))
    level = TNK_LEVEL_RECOMMENDED;
  else if (!g_str_equal (word, tnk_catalog_word_level (TNK_LEVEL_REQUIRED)) && !tnk_level_from_string (word, &level)) {
    tnk_return_fault (self->sheet, "level", "“%.60s” is no level; choose 必須 or 推奨", word);
    return;
  }
  tnk_draft_set_string (row->entry, "level", tnk_level_to_string (level));
}

static void
take_weight (TnkCatalogSheet *self,
             TnkCatalogControlRow *row)
{
  g_autofree char *word = NULL, *plain = NULL;
  int weight;

  if (!tnk_catalog_sheet_take (self, "weight", &word))
    return;
  plain = g_utf8_normalize (*word != '\0' ? word : "1", -1, G_NORMALIZE_NFKC);
  weight = plain != NULL && strlen (plain) <= 3 && strspn (plain, "0123456789") == strlen (plain) ? atoi (plain) : 0;
  if (weight < 1 || weight > 100)
    tnk_return_fault (self->sheet, "weight", "“%.60s” is no weight; write a whole number from 1 to 100", word);
  else
    tnk_draft_set_integer (row->entry, "weight", weight);
}

static gboolean
is_circle (const char *text)
{
  return g_str_equal (text, "○") || g_str_equal (text, "〇") || g_str_equal (text, "◯");
}

static void
take_critical (TnkCatalogSheet *self,
               TnkCatalogControlRow *row)
{
  g_autofree char *word = NULL;

  if (!tnk_catalog_sheet_take (self, "critical", &word))
    return;
  if (*word != '\0' && !is_circle (word))
    tnk_return_fault (self->sheet, "critical", "“%.60s” is not known here; write ○ or leave it empty", word);
  else
    tnk_draft_set_boolean (row->entry, "critical", *word != '\0');
}

static gboolean
parse_mark (const char *word,
            TnkMark *mark)
{
  *mark = TNK_MARK_NONE;
  if (*word == '\0')
    return TRUE;
  if (is_circle (word)) {
    *mark = TNK_MARK_RESPONSIBLE;
    return TRUE;
  }
  for (TnkMark known = TNK_MARK_RESPONSIBLE; known <= TNK_MARK_APPROVES; known++)
    if (g_str_equal (word, tnk_mark_to_symbol (known)) || g_str_equal (word, tnk_mark_to_string (known))) {
      *mark = known;
      return TRUE;
    }
  return FALSE;
}

static void
take_mark (TnkCatalogSheet *self,
           TnkCatalogControlRow *row,
           guint r)
{
  const char *id = tnk_role_get_id (tnk_catalog_get_role (self->base, r));
  g_autofree char *key = g_strconcat (TNK_CATALOG_ROLE_PREFIX, id, NULL), *word = NULL;
  TnkMark mark;

  row->places[r] = tnk_return_dup_place (self->sheet, key);
  if (!tnk_catalog_sheet_take (self, key, &word))
    return;
  if (!parse_mark (word, &mark)) {
    tnk_return_fault (self->sheet, key, "“%.60s” is not a mark; choose ○, △, 許 or 承, or leave it empty", word);
    return;
  }
  tnk_draft_set_string (tnk_draft_open (row->entry, "duties"), id, mark != TNK_MARK_NONE ? tnk_mark_to_string (mark) : NULL);
  row->dutiful |= (guint64) (mark != TNK_MARK_NONE) << r;
  row->scored |= (guint64) tnk_mark_is_scored (mark) << r;
}

static void
take_texts (TnkCatalogSheet *self,
            TnkCatalogControlRow *row,
            TnkControl *before)
{
  for (guint i = 0; i < tnk_catalog_n_control_texts; i++) {
    const TnkCatalogTextColumn *column = &tnk_catalog_control_texts[i];
    g_autofree char *key_en = g_strconcat (column->member, "_en", NULL), *ja = NULL, *en = NULL;

    if (!tnk_catalog_sheet_take (self, column->member, &ja) || !tnk_catalog_sheet_take (self, key_en, &en))
      continue;
    if ((column->required || *en != '\0') && *ja == '\0')
      tnk_return_fault (self->sheet, column->member, "%s is empty; write it in Japanese", column->header);
    else
      tnk_catalog_sheet_change_text (self, row->entry, column->member, before != NULL ? column->get (before) : NULL, ja, en);
  }
}

static void
take_cells (TnkCatalogSheet *self,
            TnkCatalogControlRow *row,
            TnkControl *before)
{
  guint n_roles = tnk_catalog_get_n_roles (self->base);

  row->places = g_new0 (char *, n_roles + 1);
  take_id (self, row, before);
  take_clause (self, row, before);
  take_level (self, row);
  take_weight (self, row);
  take_critical (self, row);
  take_texts (self, row, before);
  for (guint r = 0; r < n_roles; r++)
    take_mark (self, row, r);
}

/* --- rows --- */

static TnkCatalogControlRow *
add_row (TnkCatalogSheet *self,
         TnkDraftEntry *entry)
{
  TnkCatalogControlRow *row = g_new0 (TnkCatalogControlRow, 1);

  row->entry = entry;
  g_ptr_array_add (self->controls, row);
  g_hash_table_insert (self->by_entry, entry, row);
  return row;
}

/* Behind which control a new one is put: the last one that was read and is used. */
static TnkDraftEntry *
last_entry (TnkCatalogSheet *self)
{
  for (guint i = self->controls->len; i > 0; i--) {
    TnkCatalogControlRow *row = g_ptr_array_index (self->controls, i - 1);

    if (row->entry != NULL)
      return row->entry;
  }
  return NULL;
}

static TnkDraftEntry *
take_section (TnkCatalogSheet *self,
              char **id)
{
  TnkDraftEntry *section;

  if (!tnk_catalog_sheet_take (self, "section", id))
    return NULL;
  section = tnk_catalog_draft_find_section (self->draft, *id);
  if (section == NULL)
    tnk_return_fault (self->sheet, "section", "there is no section “%.60s”; write the id of one, such as those in this column", *id);
  return section;
}

static void
read_new (TnkCatalogSheet *self)
{
  g_autofree char *section_id = NULL;
  TnkDraftEntry *section = take_section (self, &section_id);

  if (section != NULL)
    take_cells (self, add_row (self, tnk_catalog_draft_add_control (self->draft, section, last_entry (self))), NULL);
}

static void
read_known (TnkCatalogSheet *self,
            TnkControl *control,
            const char *use)
{
  TnkDraftEntry *entry = tnk_catalog_draft_find_control (self->draft, tnk_control_get_id (control)), *section;
  TnkSection *before = tnk_catalog_get_section (self->base, tnk_control_get_section_index (control));
  g_autofree char *section_id = NULL;

  if (g_str_equal (use, TNK_CATALOG_LEFT)) {
    tnk_catalog_draft_remove_control (self->draft, entry);
    return;
  }
  section = take_section (self, &section_id);
  if (section != NULL && !g_str_equal (section_id, tnk_section_get_id (before)))
    tnk_catalog_draft_move_control (self->draft, entry, section, NULL);
  take_cells (self, add_row (self, entry), control);
}

/* One of the rows for new controls that nobody used. */
static gboolean
is_blank (TnkCatalogSheet *self)
{
  static const char *const keys[] = {"section", "id", "clause", "title", "guidance"};

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    const TnkXlsxCell *cell = tnk_return_get_cell (self->sheet, keys[i]);

    if (cell != NULL && *cell->text != '\0')
      return FALSE;
  }
  return TRUE;
}

void
tnk_catalog_sheet_read_control (TnkCatalogSheet *self)
{
  const char *id = tnk_return_get_id (self->sheet);
  TnkControl *control = tnk_catalog_lookup_control (self->base, id);
  g_autofree char *use = NULL;

  if (tnk_catalog_is_new_row (id)) {
    if (!is_blank (self))
      read_new (self);
    return;
  }
  if (control == NULL) {
    tnk_return_fault (self->sheet, NULL, "the base has no control “%.60s”; take the workbook as it was exported", id);
    return;
  }
  g_hash_table_add (self->seen, g_strdup (id));
  if (!tnk_catalog_sheet_take (self, TNK_CATALOG_USE, &use))
    return;
  if (!g_str_equal (use, TNK_CATALOG_TAKEN) && !g_str_equal (use, TNK_CATALOG_LEFT))
    tnk_return_fault (self->sheet, TNK_CATALOG_USE, "“%.60s” is not known here; choose " TNK_CATALOG_TAKEN " or " TNK_CATALOG_LEFT, use);
  else
    read_known (self, control, use);
}
