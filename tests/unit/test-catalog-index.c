/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-catalog-index.h"

#include <string.h>

#include "tnk-catalog-library.h"
#include "tnk-fold.h"
#include "tnk-test.h"

#define N_QUERIES 400

static TnkCatalogIndex *
index_small (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkCatalogIndex *index = tnk_catalog_index_new ();

  tnk_catalog_index_add (index, catalog);
  return index;
}

/* The ids of the controls that are found, with spaces between. */
static char *
find (TnkCatalogIndex *index,
      TnkCatalogQuery *query,
      guint limit)
{
  g_autoptr (GPtrArray) hits = tnk_catalog_index_find (index, query, limit);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tnk_control_get_id (tnk_catalog_hit_get_control (hits->pdata[i])));
  return g_string_free (ids, FALSE);
}

static void
assert_found (TnkCatalogIndex *index,
              const char *words,
              const char *expected)
{
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new (words);
  g_autofree char *found = find (index, query, G_MAXUINT);

  g_assert_cmpstr (found, ==, expected);
}

#define ALL "1.1-1 1.1-2 1.2-1 2.1-1 2.1-2.1 2.1-2.2 2.1-3"

static void
test_words (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();

  assert_found (index, "", ALL);
  assert_found (index, "  \t", ALL);
  assert_found (index, "方針", "1.1-1");
  assert_found (index, "Set the policy", "1.1-1");
  assert_found (index, "policy  SET", "1.1-1");
  assert_found (index, "there is no such text", "");
  assert_found (index, "🦆", "");
}

/* A number that is just that comes before those that only hold it. */
static void
test_numbers (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();

  assert_found (index, "1.1(1)", "1.1-1");
  assert_found (index, "１．１　（１）", "1.1-1");
  assert_found (index, "1.1ー2", "1.1-2");
  assert_found (index, "1.1−2", "1.1-2");
  assert_found (index, "2.1-2", "2.1-2.1 2.1-2.2");
  assert_found (index, "2.1(2)", "2.1-2.1 2.1-2.2");
}

static void
assert_field (TnkCatalogIndex *index,
              const char *words,
              const char *id,
              TnkCatalogField field,
              const char *text)
{
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new (words);
  g_autoptr (GPtrArray) hits = tnk_catalog_index_find (index, query, 1);
  TnkText *found;

  g_assert_cmpuint (hits->len, ==, 1);
  if (hits->len == 0)
    return;
  found = tnk_catalog_hit_get_text (hits->pdata[0]);
  g_assert_cmpstr (tnk_control_get_id (tnk_catalog_hit_get_control (hits->pdata[0])), ==, id);
  g_assert_cmpstr (tnk_catalog_get_id (tnk_catalog_hit_get_catalog (hits->pdata[0])), ==, "small");
  g_assert_cmpstr (tnk_catalog_field_to_string (tnk_catalog_hit_get_field (hits->pdata[0])), ==, tnk_catalog_field_to_string (field));
  g_assert_cmpstr (found != NULL ? tnk_text_get (found, "en") : NULL, ==, text);
}

static void
test_fields (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();

  assert_field (index, "1.1-1", "1.1-1", TNK_CATALOG_FIELD_NUMBER, NULL);
  assert_field (index, "1.1 (", "1.1-1", TNK_CATALOG_FIELD_CLAUSE, NULL);
  assert_field (index, "policy", "1.1-1", TNK_CATALOG_FIELD_TITLE, "Set the policy");
  assert_field (index, "方針を見直します", "1.1-1", TNK_CATALOG_FIELD_ADVICE, "Review the policy at the start of the year.");
  assert_field (index, "organisation", "1.1-1", TNK_CATALOG_FIELD_ADVICE, NULL);
  assert_field (index, "承認を得ていますか", "1.1-2", TNK_CATALOG_FIELD_QUESTION, "Do you get approval before taking data out?");
}

static void
test_filters (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new ("");
  g_autofree char *by_role = NULL, *by_both = NULL, *by_mark = NULL, *by_chapter = NULL, *elsewhere = NULL, *edition = NULL;

  tnk_catalog_query_set_role (query, "manager");
  by_role = find (index, query, G_MAXUINT);
  g_assert_cmpstr (by_role, ==, "1.1-1 1.1-2 1.2-1 2.1-2.2");
  tnk_catalog_query_set_mark (query, TNK_MARK_PERMITS);
  by_both = find (index, query, G_MAXUINT);
  g_assert_cmpstr (by_both, ==, "1.2-1");
  tnk_catalog_query_set_role (query, NULL);
  tnk_catalog_query_set_mark (query, TNK_MARK_INFORMED);
  by_mark = find (index, query, G_MAXUINT);
  g_assert_cmpstr (by_mark, ==, "1.1-1 1.2-1");
  tnk_catalog_query_set_mark (query, TNK_MARK_NONE);
  tnk_catalog_query_set_chapter (query, "2");
  by_chapter = find (index, query, G_MAXUINT);
  g_assert_cmpstr (by_chapter, ==, "2.1-1 2.1-2.1 2.1-2.2 2.1-3");
  tnk_catalog_query_set_catalog (query, "small", "1999");
  edition = find (index, query, G_MAXUINT);
  g_assert_cmpstr (edition, ==, "");
  tnk_catalog_query_set_catalog (query, "large", NULL);
  elsewhere = find (index, query, G_MAXUINT);
  g_assert_cmpstr (elsewhere, ==, "");
}

static void
test_limit (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new ("");
  g_autofree char *two = find (index, query, 2), *none = find (index, query, 0);

  g_assert_cmpstr (two, ==, "1.1-1 1.1-2");
  g_assert_cmpstr (none, ==, "");
}

static void
test_count (void)
{
  g_autoptr (TnkCatalogIndex) index = index_small ();
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new ("2.9");
  guint counts[2] = {9, 9};

  tnk_catalog_index_add (index, next);
  g_assert_cmpuint (tnk_catalog_index_get_n_catalogs (index), ==, 2);
  g_assert_true (tnk_catalog_index_get_catalog (index, 1) == next);
  g_assert_cmpuint (tnk_catalog_index_count (index, query, counts), ==, 1);
  g_assert_cmpuint (counts[0], ==, 0);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (tnk_catalog_index_count (index, query, NULL), ==, 1);
  g_assert_finalize_object (g_steal_pointer (&index));
}

/* --- against looking through everything --- */

/* A text as it is compared, in another way than the index does it: the letters one by one. */
static char *
plain (const char *text)
{
  g_autofree char *folded = tnk_fold_text (text);
  glong n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (folded, -1, &n);
  g_autoptr (GArray) kept = g_array_new (TRUE, FALSE, sizeof (gunichar));

  for (glong i = 0; i < n; i++) {
    gunichar before = kept->len > 0 ? g_array_index (kept, gunichar, kept->len - 1) : 0, letter = letters[i];

    if (letter == 0x30fc && before >= 0x3041 && before <= 0x3096)
      continue;
    if ((letter == 0x30fc && before < 128 && g_ascii_isalnum (before)) || letter == 0x2212 || (letter >= 0x2010 && letter <= 0x2015))
      letter = '-';
    g_array_append_val (kept, letter);
  }
  return g_ucs4_to_utf8 ((gunichar *) kept->data, kept->len, NULL, NULL, NULL);
}

static void
add_text (GPtrArray *texts,
          TnkText *text)
{
  if (text == NULL)
    return;
  g_ptr_array_add (texts, plain (tnk_text_get (text, "ja")));
  g_ptr_array_add (texts, plain (tnk_text_get (text, "en")));
}

static void
add_question (GPtrArray *asked,
              GPtrArray *advice,
              TnkQuestion *question)
{
  add_text (asked, tnk_question_get_text (question));
  for (guint value = TNK_ANSWER_VALUE_IMPLEMENTED; value <= TNK_ANSWER_VALUE_NOT_IMPLEMENTED; value++)
    add_text (asked, tnk_question_get_anchor (question, value));
  for (guint i = 0; i < tnk_question_get_n_choices (question); i++)
    add_text (asked, tnk_question_get_choice (question, i));
  add_text (advice, tnk_question_get_guidance (question));
  add_text (advice, tnk_question_get_evidence (question));
  add_text (advice, tnk_question_get_improvement (question));
}

/* All texts of a control by field; NUMBER holds nothing, since it is a matter of all that was typed. */
static void
list_texts (TnkControl *control,
            GPtrArray **fields)
{
  const char *const *tags = tnk_control_get_tags (control);
  g_auto (GStrv) parts = g_strsplit (tnk_control_get_clause (control), " ", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  for (guint i = 0; i < TNK_N_CATALOG_FIELDS; i++)
    fields[i] = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (fields[TNK_CATALOG_FIELD_CLAUSE], plain (tnk_control_get_id (control)));
  g_ptr_array_add (fields[TNK_CATALOG_FIELD_CLAUSE], plain (tnk_control_get_clause (control)));
  g_ptr_array_add (fields[TNK_CATALOG_FIELD_CLAUSE], plain (joined));
  add_text (fields[TNK_CATALOG_FIELD_TITLE], tnk_control_get_title (control));
  add_text (fields[TNK_CATALOG_FIELD_ADVICE], tnk_control_get_guidance (control));
  add_text (fields[TNK_CATALOG_FIELD_ADVICE], tnk_control_get_evidence (control));
  add_text (fields[TNK_CATALOG_FIELD_ADVICE], tnk_control_get_improvement (control));
  add_text (fields[TNK_CATALOG_FIELD_ADVICE], tnk_control_get_note (control));
  for (guint i = 0; i < tnk_control_get_n_questions (control); i++)
    add_question (fields[TNK_CATALOG_FIELD_QUESTION], fields[TNK_CATALOG_FIELD_ADVICE], tnk_control_get_question (control, i));
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    g_ptr_array_add (fields[TNK_CATALOG_FIELD_ADVICE], plain (tags[i]));
}

typedef struct
{
  TnkCatalog *catalog;
  TnkControl *control;
  GPtrArray *fields[TNK_N_CATALOG_FIELDS];
  char *id; /* as they are compared, without spaces */
  char *clause;
} Known;

static void
known_clear (gpointer data)
{
  for (guint i = 0; i < TNK_N_CATALOG_FIELDS; i++)
    g_ptr_array_unref (((Known *) data)->fields[i]);
  g_free (((Known *) data)->id);
  g_free (((Known *) data)->clause);
}

static gboolean
holds (GPtrArray *texts,
       const char *word)
{
  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], word) != NULL)
      return TRUE;
  return FALSE;
}

/* The last of the best fields of the words; FALSE if one of them is nowhere. */
static gboolean
judge (const Known *known,
       char **words,
       const char *number,
       guint *field)
{
  *field = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    guint best = *words[i] == '\0' ? 0 : TNK_CATALOG_FIELD_CLAUSE;

    while (*words[i] != '\0' && best < TNK_N_CATALOG_FIELDS && !holds (known->fields[best], words[i]))
      best++;
    if (best == TNK_N_CATALOG_FIELDS)
      return FALSE;
    *field = MAX (*field, best);
  }
  *field = MAX (*field, TNK_CATALOG_FIELD_CLAUSE);
  if (g_str_equal (number, known->id) || g_str_equal (number, known->clause))
    *field = TNK_CATALOG_FIELD_NUMBER;
  return TRUE;
}

static char *
without_spaces (const char *text)
{
  g_autofree char *compared = plain (text);
  g_auto (GStrv) parts = g_strsplit (compared, " ", -1);

  return g_strjoinv ("", parts);
}

static void
add_known (GArray *all,
           TnkCatalog *catalog)
{
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    Known known = {.catalog = catalog, .control = tnk_catalog_get_control (catalog, i)};

    list_texts (known.control, known.fields);
    known.id = without_spaces (tnk_control_get_id (known.control));
    known.clause = without_spaces (tnk_control_get_clause (known.control));
    g_array_append_val (all, known);
  }
}

/* Something that is really there, and the same written otherwise: upper case, full width, katakana, with a space in it. */
static char *
vary (GRand *rand,
      const char *text)
{
  GString *varied = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c > 0x20 && c < 0x7f && g_rand_boolean (rand))
      c += 0xfee0;
    else if (c >= 0x3041 && c <= 0x3096 && g_rand_boolean (rand))
      c += 0x60;
    else if (c < 0x80 && g_rand_boolean (rand))
      c = g_ascii_toupper (c);
    g_string_append_unichar (varied, c);
  }
  return g_string_free (varied, FALSE);
}

static char *
cut_piece (GRand *rand,
           const Known *known)
{
  GPtrArray *texts = known->fields[g_rand_int_range (rand, TNK_CATALOG_FIELD_CLAUSE, TNK_N_CATALOG_FIELDS)];
  const char *text = texts->len > 0 ? texts->pdata[g_rand_int_range (rand, 0, texts->len)] : "";
  glong length = g_utf8_strlen (text, -1);
  glong start = length > 0 ? g_rand_int_range (rand, 0, length) : 0;
  glong end = start + g_rand_int_range (rand, 1, 7);
  g_autofree char *piece = g_utf8_substring (text, start, MIN (length, end));

  return vary (rand, piece);
}

static char *
make_words (GRand *rand,
            GArray *all)
{
  GString *words = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 4);
  const Known *known = &g_array_index (all, Known, g_rand_int_range (rand, 0, all->len));

  for (guint i = 0; i < n; i++) {
    g_autofree char *piece = cut_piece (rand, known);

    g_string_append_printf (words, "%s%s", i > 0 ? "　" : "", piece);
  }
  return g_string_free (words, FALSE);
}

static void
compare (TnkCatalogIndex *index,
         GArray *all,
         const char *typed)
{
  g_autofree char *wanted_text = plain (typed);
  g_auto (GStrv) words = g_strsplit_set (wanted_text, " \t\n", -1);
  g_autofree char *number = g_strjoinv ("", words);
  g_autoptr (TnkCatalogQuery) query = tnk_catalog_query_new (typed);
  g_autoptr (GPtrArray) hits = tnk_catalog_index_find (index, query, G_MAXUINT);
  guint n = 0;

  for (guint wanted = 0; wanted < TNK_N_CATALOG_FIELDS; wanted++)
    for (guint i = 0; i < all->len; i++) {
      const Known *known = &g_array_index (all, Known, i);
      guint field;

      if (!judge (known, words, number, &field) || field != wanted)
        continue;
      if (n >= hits->len || tnk_catalog_hit_get_control (hits->pdata[n]) != known->control ||
          tnk_catalog_hit_get_field (hits->pdata[n]) != field) {
        g_test_message ("“%s”: hit %u should be %s of %s, field %u", typed, n, tnk_control_get_id (known->control),
                        tnk_catalog_get_id (known->catalog), field);
        g_test_fail ();
        return;
      }
      n++;
    }
  if (n != hits->len)
    g_test_message ("“%s”: %u hits, not %u", typed, hits->len, n);
  g_assert_cmpuint (hits->len, ==, n);
  g_assert_cmpuint (tnk_catalog_index_count (index, query, NULL), ==, n);
}

/* Whatever is typed, the index finds in all catalogs that ship just what looking through all of them finds, in the same order. */
static void
test_oracle (void)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (TnkCatalogIndex) index = tnk_catalog_index_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Known));
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  g_array_set_clear_func (all, known_clear);
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (library, i, NULL);

    tnk_catalog_index_add (index, catalog);
    add_known (all, catalog);
  }
  g_assert_cmpuint (all->len, >, 700);
  for (guint i = 0; i < N_QUERIES && !g_test_failed (); i++) {
    g_autofree char *words = make_words (rand, all);

    compare (index, all, words);
  }
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/CatalogIndex/words", test_words);
  g_test_add_func ("/Tenken/CatalogIndex/numbers", test_numbers);
  g_test_add_func ("/Tenken/CatalogIndex/fields", test_fields);
  g_test_add_func ("/Tenken/CatalogIndex/filters", test_filters);
  g_test_add_func ("/Tenken/CatalogIndex/limit", test_limit);
  g_test_add_func ("/Tenken/CatalogIndex/count", test_count);
  g_test_add_func ("/Tenken/CatalogIndex/oracle", test_oracle);

  return g_test_run ();
}
