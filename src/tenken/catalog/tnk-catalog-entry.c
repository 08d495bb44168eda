/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-entry-private.h"

#include "tnk-catalog-fold-private.h"
#include "tnk-catalog-private.h"

typedef struct
{
  guint start; /* in the folded text */
  TnkCatalogField field;
  TnkText *text; /* borrowed from the control; NULL: a number or a tag */
} Segment;

void
tnk_catalog_entry_clear (gpointer data)
{
  TnkCatalogEntry *self = data;

  g_free (self->folded);
  g_free (self->numbers[0]);
  g_free (self->numbers[1]);
  g_array_unref (self->segments);
}

typedef struct
{
  GString *folded;
  GArray *segments;
  TnkCatalogField field;
} Writer;

static void
write_folded (Writer *self,
              TnkText *text,
              const char *folded)
{
  Segment segment = {self->folded->len, self->field, text};

  g_array_append_val (self->segments, segment);
  g_string_append (self->folded, folded);
  g_string_append_c (self->folded, '\n');
}

static void
write_word (Writer *self,
            TnkText *text,
            const char *word)
{
  g_autofree char *folded = tnk_catalog_fold (word);

  write_folded (self, text, folded);
}

static void
write_text (Writer *self,
            TnkText *text)
{
  static const char *const languages[] = {"ja", "en"};

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (languages); i++)
    if (tnk_text_has (text, languages[i]))
      write_word (self, text, tnk_text_get (text, languages[i]));
}

static void
write_question (Writer *self,
                TnkQuestion *question)
{
  write_text (self, question->text);
  for (guint i = 0; i < G_N_ELEMENTS (question->anchors); i++)
    write_text (self, question->anchors[i]);
  for (guint i = 0; i < question->choices->len; i++)
    write_text (self, g_ptr_array_index (question->choices, i));
}

static void
write_advice (Writer *self,
              TnkControl *control)
{
  write_text (self, control->guidance);
  write_text (self, control->evidence);
  write_text (self, control->improvement);
  write_text (self, control->note);
  for (guint i = 0; i < control->questions->len; i++) {
    TnkQuestion *question = g_ptr_array_index (control->questions, i);

    write_text (self, question->guidance);
    write_text (self, question->evidence);
    write_text (self, question->improvement);
  }
  for (guint i = 0; control->tags != NULL && control->tags[i] != NULL; i++)
    write_word (self, NULL, control->tags[i]);
}

static void
write_control (Writer *self,
               const TnkCatalogEntry *entry)
{
  TnkControl *control = entry->control;

  self->field = TNK_CATALOG_FIELD_CLAUSE;
  write_folded (self, NULL, entry->numbers[0]);
  write_folded (self, NULL, entry->numbers[1]);
  write_word (self, NULL, control->clause);
  self->field = TNK_CATALOG_FIELD_TITLE;
  write_text (self, control->title);
  self->field = TNK_CATALOG_FIELD_QUESTION;
  for (guint i = 0; i < control->questions->len; i++)
    write_question (self, g_ptr_array_index (control->questions, i));
  self->field = TNK_CATALOG_FIELD_ADVICE;
  write_advice (self, control);
}

void
tnk_catalog_entry_init (TnkCatalogEntry *self,
                        TnkCatalog *catalog,
                        guint catalog_index,
                        TnkControl *control)
{
  Writer writer = {.folded = g_string_new (NULL), .segments = g_array_new (FALSE, FALSE, sizeof (Segment))};

  *self = (TnkCatalogEntry){.catalog = catalog, .control = control, .catalog_index = catalog_index};
  self->numbers[0] = tnk_catalog_fold_number (control->id);
  self->numbers[1] = tnk_catalog_fold_number (control->clause);
  write_control (&writer, self);
  self->segments = writer.segments;
  self->folded = g_string_free (writer.folded, FALSE);
}

void
tnk_catalog_entry_look_up (const TnkCatalogEntry *self,
                           guint place,
                           TnkCatalogField *field,
                           TnkText **text)
{
  guint low = 0, high = self->segments->len;
  const Segment *segment;

  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (g_array_index (self->segments, Segment, middle).start <= place)
      low = middle;
    else
      high = middle;
  }
  segment = &g_array_index (self->segments, Segment, low);
  *field = segment->field;
  *text = segment->text;
}
