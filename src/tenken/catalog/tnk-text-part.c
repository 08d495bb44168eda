/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-text-part.h"

#include <string.h>

/* Texts are compared by pieces: a number, a Latin word and a run of katakana are one piece each, any other character is one.
 * So サービス never becomes サーバー by a letter, while Japanese needs no dictionary. */

/* Beyond so many pieces in a row that differ, what lies between is taken for rewritten: nobody could read the marks, and the
 * time that it takes stays bounded. */
#define MAX_EDITS 1000
#define MAX_PIECES 20000

struct _TnkTextPart
{
  TnkTextPartKind kind;
  char *text;
};

G_DEFINE_BOXED_TYPE (TnkTextPart, tnk_text_part, tnk_text_part_ref, tnk_text_part_unref)

/**
 * tnk_text_part_ref:
 * @self: a part
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 *
 * Since: 0.1
 */
TnkTextPart *
tnk_text_part_ref (TnkTextPart *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_atomic_rc_box_acquire (self);
}

static void
clear_part (gpointer data)
{
  g_free (((TnkTextPart *) data)->text);
}

/**
 * tnk_text_part_unref:
 * @self: (transfer full): a part
 *
 * Drops a reference.
 *
 * Since: 0.1
 */
void
tnk_text_part_unref (TnkTextPart *self)
{
  g_return_if_fail (self != NULL);
  g_atomic_rc_box_release_full (self, clear_part);
}

/**
 * tnk_text_part_get_kind:
 * @self: a part
 *
 * Gets in which of the texts it stands.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkTextPartKind
tnk_text_part_get_kind (TnkTextPart *self)
{
  g_return_val_if_fail (self != NULL, TNK_TEXT_PART_KIND_SAME);
  return self->kind;
}

/**
 * tnk_text_part_get_text:
 * @self: a part
 *
 * Gets its wording.
 *
 * Returns: the wording, never empty
 *
 * Since: 0.1
 */
const char *
tnk_text_part_get_text (TnkTextPart *self)
{
  g_return_val_if_fail (self != NULL, "");
  return self->text;
}

/* --- pieces --- */

typedef struct
{
  const char *at;
  gsize length; /* bytes */
  guint n_characters;
} Piece;

typedef enum {
  SORT_ALONE,
  SORT_DIGIT,
  SORT_LATIN,
  SORT_KATAKANA,
} Sort;

static Sort
sort_of (gunichar c)
{
  if (g_unichar_isdigit (c))
    return SORT_DIGIT;
  if ((c >= 0x30a1 && c <= 0x30ff && c != 0x30fb) || (c >= 0xff66 && c <= 0xff9f))
    return SORT_KATAKANA;
  return g_unichar_isalpha (c) && g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN ? SORT_LATIN : SORT_ALONE;
}

static gboolean
joins (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200d;
}

/* A character never parts from the marks that belong to it. */
static Piece
take_piece (const char *at)
{
  Sort sort = sort_of (g_utf8_get_char (at));
  Piece piece = {.at = at, .n_characters = 1};
  const char *end = g_utf8_next_char (at);

  while (*end != '\0') {
    gunichar c = g_utf8_get_char (end);

    if (!joins (c) && (sort == SORT_ALONE || sort_of (c) != sort))
      break;
    end = g_utf8_next_char (end);
    piece.n_characters++;
  }
  piece.length = end - at;
  return piece;
}

static GArray *
cut (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  while (*text != '\0') {
    Piece piece = take_piece (text);

    g_array_append_val (pieces, piece);
    text += piece.length;
  }
  return pieces;
}

static gboolean
same (const Piece *one,
      const Piece *other)
{
  return one->length == other->length && memcmp (one->at, other->at, one->length) == 0;
}

/* --- the shortest way from one to the other (Myers, 1986) --- */

typedef struct
{
  const Piece *old;
  const Piece *new;
  int n_old;
  int n_new;
  GPtrArray *rounds; /* (element-type int*): the furthest point on every diagonal, after each number of edits */
  GByteArray *kinds; /* of the pieces, from the end to the beginning */
} Search;

/* The place in old that a diagonal was reached at, in a round of 2 * n_edits + 1 diagonals. */
static int
furthest (const int *round,
          int n_edits,
          int diagonal)
{
  return round[diagonal + n_edits];
}

/* Whether the way to a diagonal comes from the one above: by a piece that was added. */
static gboolean
comes_by_adding (const int *before,
                 int n_edits,
                 int diagonal)
{
  return diagonal == -n_edits ||
         (diagonal != n_edits && furthest (before, n_edits - 1, diagonal - 1) < furthest (before, n_edits - 1, diagonal + 1));
}

static int
step (Search *self,
      const int *before,
      int n_edits,
      int diagonal)
{
  int x = 0, y;

  if (n_edits > 0)
    x = comes_by_adding (before, n_edits, diagonal) ? furthest (before, n_edits - 1, diagonal + 1)
                                                    : furthest (before, n_edits - 1, diagonal - 1) + 1;
  y = x - diagonal;
  while (x < self->n_old && y >= 0 && y < self->n_new && same (&self->old[x], &self->new[y]))
    x++, y++;
  return x;
}

/* Returns after how many edits the end is reached, or -1 if there are too many. */
static int
go_forth (Search *self)
{
  int most = MIN (MAX_EDITS, self->n_old + self->n_new);

  if (self->n_old > MAX_PIECES || self->n_new > MAX_PIECES)
    return -1;
  for (int n_edits = 0; n_edits <= most; n_edits++) {
    const int *before = n_edits > 0 ? g_ptr_array_index (self->rounds, n_edits - 1) : NULL;
    int *round = g_new (int, 2 * n_edits + 1);

    g_ptr_array_add (self->rounds, round);
    for (int diagonal = -n_edits; diagonal <= n_edits; diagonal++) {
      /* Every second diagonal is out of reach; a value keeps the array without holes. */
      gboolean reached = (diagonal + n_edits) % 2 == 0;

      round[diagonal + n_edits] = reached ? step (self, before, n_edits, diagonal) : -1;
      if (reached && diagonal == self->n_old - self->n_new && round[diagonal + n_edits] >= self->n_old)
        return n_edits;
    }
  }
  return -1;
}

static void
note_kind (Search *self,
           TnkTextPartKind kind,
           int n)
{
  guint8 byte = kind;

  while (n-- > 0)
    g_byte_array_append (self->kinds, &byte, 1);
}

static void
go_back (Search *self,
         int n_edits)
{
  int x = self->n_old, y = self->n_new;

  for (; n_edits > 0; n_edits--) {
    const int *before = g_ptr_array_index (self->rounds, n_edits - 1);
    gboolean adding = comes_by_adding (before, n_edits, x - y);
    int from = furthest (before, n_edits - 1, x - y + (adding ? 1 : -1));
    int begin = adding ? from : from + 1;

    note_kind (self, TNK_TEXT_PART_KIND_SAME, x - begin);
    note_kind (self, adding ? TNK_TEXT_PART_KIND_ADDED : TNK_TEXT_PART_KIND_REMOVED, 1);
    y = from - (x - y + (adding ? 1 : -1));
    x = from;
  }
  note_kind (self, TNK_TEXT_PART_KIND_SAME, x);
}

static void
search (Search *self)
{
  int n_edits = go_forth (self);

  if (n_edits >= 0) {
    go_back (self, n_edits);
    return;
  }
  note_kind (self, TNK_TEXT_PART_KIND_ADDED, self->n_new);
  note_kind (self, TNK_TEXT_PART_KIND_REMOVED, self->n_old);
}

/* --- runs --- */

/* A stretch that stands in both texts, and what differs before it. */
typedef struct
{
  guint n_removed; /* pieces */
  guint n_added;
  guint n_same;
  guint removed_characters;
  guint added_characters;
  guint same_characters;
} Run;

static void
add_run (GArray *runs,
         const Run *run)
{
  if (run->n_removed + run->n_added + run->n_same > 0)
    g_array_append_val (runs, *run);
}

static GArray *
gather (Search *self)
{
  GArray *runs = g_array_new (FALSE, TRUE, sizeof (Run));
  const Piece *old = self->old, *new = self->new;
  Run run = {0};

  for (guint i = self->kinds->len; i > 0; i--) {
    TnkTextPartKind kind = self->kinds->data[i - 1];

    if (kind == TNK_TEXT_PART_KIND_SAME) {
      run.n_same++;
      run.same_characters += old->n_characters;
      old++, new ++;
      continue;
    }
    if (run.n_same > 0) {
      add_run (runs, &run);
      run = (Run){0};
    }
    if (kind == TNK_TEXT_PART_KIND_REMOVED) {
      run.n_removed++;
      run.removed_characters += (old++)->n_characters;
    } else {
      run.n_added++;
      run.added_characters += (new ++)->n_characters;
    }
  }
  add_run (runs, &run);
  return runs;
}

static guint
weight (const Run *run)
{
  return MAX (run->removed_characters, run->added_characters);
}

/* A letter or two between two changes is there by chance and only breaks up what is to be read in one. */
static gboolean
is_chance (const Run *run,
           const Run *next)
{
  return run->n_same > 0 && weight (run) > 0 && weight (next) > 0 && run->same_characters <= 2 &&
         run->same_characters <= weight (run) && run->same_characters <= weight (next);
}

static void
join (Run *run,
      const Run *next)
{
  run->n_removed += run->n_same + next->n_removed;
  run->n_added += run->n_same + next->n_added;
  run->removed_characters += run->same_characters + next->removed_characters;
  run->added_characters += run->same_characters + next->added_characters;
  run->n_same = next->n_same;
  run->same_characters = next->same_characters;
}

/* Joins from the left to the right; what was joined is weighed anew against what follows. */
static void
tidy (GArray *runs)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++) {
    Run run = g_array_index (runs, Run, i);

    while (n > 0 && is_chance (&g_array_index (runs, Run, n - 1), &run)) {
      Run before = g_array_index (runs, Run, --n);

      join (&before, &run);
      run = before;
    }
    g_array_index (runs, Run, n++) = run;
  }
  g_array_set_size (runs, n);
}

/* --- parts --- */

static void
add_part (GPtrArray *parts,
          TnkTextPartKind kind,
          const char *begin,
          const char *end)
{
  TnkTextPart *part;

  if (begin == end)
    return;
  part = g_atomic_rc_box_new0 (TnkTextPart);
  part->kind = kind;
  part->text = g_strndup (begin, end - begin);
  g_ptr_array_add (parts, part);
}

static const char *
end_of (const Piece *first,
        const char *begin,
        guint n)
{
  return n > 0 ? first[n - 1].at + first[n - 1].length : begin;
}

static void
make_parts (GPtrArray *parts,
            Search *self,
            GArray *runs)
{
  const Piece *old = self->old, *new = self->new;

  for (guint i = 0; i < runs->len; i++) {
    const Run *run = &g_array_index (runs, Run, i);

    if (run->n_removed > 0)
      add_part (parts, TNK_TEXT_PART_KIND_REMOVED, old->at, end_of (old, old->at, run->n_removed));
    old += run->n_removed;
    if (run->n_added > 0)
      add_part (parts, TNK_TEXT_PART_KIND_ADDED, new->at, end_of (new, new->at, run->n_added));
    new += run->n_added;
    if (run->n_same > 0)
      add_part (parts, TNK_TEXT_PART_KIND_SAME, old->at, end_of (old, old->at, run->n_same));
    old += run->n_same;
    new += run->n_same;
  }
}

/**
 * tnk_text_compare:
 * @old_text: a text, UTF-8
 * @new_text: another
 *
 * Compares two texts, so that what changed can be marked within them. Numbers, Latin words and runs of katakana are never broken
 * up. The time that it takes is bounded: texts that differ without end are said to differ as a whole.
 *
 * The parts that are the same and those that were removed make the old text, one after another; those that are the same and
 * those that were added make the new one. Neighbours are of different kinds, and what was removed comes before what was
 * added in its place.
 *
 * Returns: (transfer full) (element-type TnkTextPart): the parts, none if both texts are empty
 *
 * Since: 0.1
 */
GPtrArray *
tnk_text_compare (const char *old_text,
                  const char *new_text)
{
  g_autoptr (GArray) old = NULL, new = NULL, runs = NULL;
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) kinds = g_byte_array_new ();
  GPtrArray *parts;
  guint head = 0, tail = 0, most;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (old_text, -1, NULL) && g_utf8_validate (new_text, -1, NULL), NULL);

  old = cut (old_text);
  new = cut (new_text);
  most = MIN (old->len, new->len);
  while (head < most && same (&g_array_index (old, Piece, head), &g_array_index (new, Piece, head)))
    head++;
  while (tail < most - head &&
         same (&g_array_index (old, Piece, old->len - 1 - tail), &g_array_index (new, Piece, new->len - 1 - tail)))
    tail++;

  Search middle = {.old = (const Piece *) old->data + head, .new = (const Piece *) new->data + head, .n_old = old->len - head - tail, .n_new = new->len - head - tail, .rounds = rounds, .kinds = kinds};
  Search whole = {.old = (const Piece *) old->data, .new = (const Piece *) new->data, .kinds = kinds};

  note_kind (&middle, TNK_TEXT_PART_KIND_SAME, tail);
  search (&middle);
  note_kind (&middle, TNK_TEXT_PART_KIND_SAME, head);
  runs = gather (&whole);
  tidy (runs);
  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_text_part_unref);
  make_parts (parts, &whole, runs);
  return parts;
}
