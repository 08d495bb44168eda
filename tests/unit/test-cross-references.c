/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-cross-references.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-test.h"

#define HEAD \
  "{\"format\": 1,\n \"from\": {\"catalog\": \"small\", \"edition\": \"2026-1\"},\n" \
  " \"to\": {\"catalog\": \"other\", \"edition\": \"1\"},\n \"references\": [\n"
#define TAIL "\n ]}\n"
#define ROWS \
  "  {\"from\": \"1.1-1\", \"relation\": \"same\", \"to\": \"1.1-1\"},\n" \
  "  {\"from\": \"1.1-2\", \"relation\": \"part\", \"to\": \"1.1-2\", \"note\": {\"ja\": \"一部\", \"en\": \"a part\"}},\n" \
  "  {\"from\": \"1.1-2\", \"relation\": \"related\", \"to\": \"1.1-1\"},\n" \
  "  {\"from\": \"1.2-1\", \"relation\": \"none\", \"reason\": \"beyond\", \"note\": {\"ja\": \"ない\", \"en\": \"none\"}},\n" \
  "  {\"from\": \"2.1-1\", \"relation\": \"wider\", \"to\": \"2.1-1\"},\n" \
  "  {\"from\": \"2.1-2.1\", \"relation\": \"none\", \"reason\": \"procedure\"},\n" \
  "  {\"from\": \"2.1-2.2\", \"relation\": \"none\", \"reason\": \"not-held\"},\n" \
  "  {\"from\": \"2.1-3\", \"relation\": \"none\", \"reason\": \"beyond\"}"

static TnkCrossReferences *
load (const char *text,
      GPtrArray **problems,
      GError **error)
{
  return tnk_cross_references_load_data ("small--other.json", text, -1, problems, error);
}

static TnkCrossReferences *
load_sound (void)
{
  g_autoptr (GError) error = NULL;
  TnkCrossReferences *references = load (HEAD ROWS TAIL, NULL, &error);

  g_assert_no_error (error);
  return references;
}

/* The small catalog under another name, so that there is something to refer to. */
static TnkCatalog *
load_other (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autofree char *named = tnk_test_replace (text, "\"id\": \"small\"", "\"id\": \"other\"");
  g_autofree char *dated = tnk_test_replace (named, "\"edition\": \"2026-1\"", "\"edition\": \"1\"");

  return tnk_catalog_load_data ("other.json", dated, -1, NULL, NULL);
}

static void
assert_reference (GPtrArray *list,
                  guint index,
                  const char *from,
                  TnkRelation relation,
                  const char *to)
{
  g_assert_cmpuint (list->len, >, index);
  if (list->len <= index)
    return;
  g_assert_cmpstr (tnk_cross_reference_get_from (list->pdata[index]), ==, from);
  g_assert_cmpstr (tnk_cross_reference_get_to (list->pdata[index]), ==, to);
  g_assert_cmpint (tnk_cross_reference_get_relation (list->pdata[index]), ==, relation);
}

static void
test_load (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();
  TnkCrossReference *noted;

  g_assert_cmpstr (tnk_cross_references_get_from_id (references), ==, "small");
  g_assert_cmpstr (tnk_cross_references_get_from_edition (references), ==, "2026-1");
  g_assert_cmpstr (tnk_cross_references_get_to_id (references), ==, "other");
  g_assert_cmpstr (tnk_cross_references_get_to_edition (references), ==, "1");
  g_assert_cmpuint (tnk_cross_references_get_n (references), ==, 4);
  noted = tnk_cross_references_get (references, 1);
  g_assert_cmpstr (tnk_text_get (tnk_cross_reference_get_note (noted), "en"), ==, "a part");
  g_assert_null (tnk_cross_reference_get_note (tnk_cross_references_get (references, 0)));
  g_assert_finalize_object (g_steal_pointer (&references));
}

static void
test_both_ways (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();
  g_autoptr (GPtrArray) from = tnk_cross_references_list_from (references, "1.1-2");
  g_autoptr (GPtrArray) to = tnk_cross_references_list_to (references, "1.1-1");
  g_autoptr (GPtrArray) none = tnk_cross_references_list_from (references, "1.2-1");

  g_assert_cmpuint (from->len, ==, 2);
  assert_reference (from, 0, "1.1-2", TNK_RELATION_PART, "1.1-2");
  assert_reference (from, 1, "1.1-2", TNK_RELATION_RELATED, "1.1-1");
  g_assert_cmpuint (to->len, ==, 2);
  assert_reference (to, 0, "1.1-1", TNK_RELATION_SAME, "1.1-1");
  assert_reference (to, 1, "1.1-2", TNK_RELATION_RELATED, "1.1-1");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_reasons (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();

  g_assert_cmpstr (tnk_cross_references_get_reason (references, "1.2-1"), ==, "beyond");
  g_assert_cmpstr (tnk_text_get (tnk_cross_references_get_reason_note (references, "1.2-1"), "en"), ==, "none");
  g_assert_cmpstr (tnk_cross_references_get_reason (references, "2.1-2.1"), ==, "procedure");
  g_assert_null (tnk_cross_references_get_reason_note (references, "2.1-2.1"));
  g_assert_null (tnk_cross_references_get_reason (references, "1.1-1"));
  g_assert_null (tnk_cross_references_get_reason_note (references, "1.1-1"));
}

/* One row of the file is another; where it stands and what to do about it is said. */
static void
assert_fault (const char *row,
              const char *where,
              const char *words)
{
  g_autofree char *text = g_strconcat (HEAD "  {\"from\": \"1.1-1\", \"relation\": \"same\", \"to\": \"1.1-1\"},\n  ", row, TAIL, NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_nonnull (problems);
  if (problems != NULL)
    tnk_test_assert_problem (problems, 0, "small--other.json", 6, where, words);
}

static void
test_faults (void)
{
  assert_fault ("{\"from\": \"a\", \"relation\": \"like\", \"to\": \"b\"}", "references[1].relation", "use same, part, wider");
  assert_fault ("{\"from\": \"a\", \"relation\": \"same\"}", "references[1]", "the member “to” is missing");
  assert_fault ("{\"relation\": \"same\", \"to\": \"b\"}", "references[1]", "the member “from” is missing");
  assert_fault ("{\"from\": \"a\", \"to\": \"b\"}", "references[1]", "the member “relation” is missing");
  assert_fault ("{\"from\": \"a\", \"relation\": \"none\"}", "references[1]", "the member “reason” is missing");
  assert_fault ("{\"from\": \"a\", \"relation\": \"none\", \"reason\": \"dull\"}", "references[1].reason", "use beyond, not-held");
  assert_fault ("{\"from\": \"a\", \"relation\": \"none\", \"reason\": \"beyond\", \"to\": \"b\"}", "references[1].to", "leave this out");
  assert_fault ("{\"from\": \"a\", \"relation\": \"same\", \"to\": \"b\", \"reason\": \"beyond\"}", "references[1].reason", "leave this out");
  assert_fault ("{\"from\": \"1.1-1\", \"relation\": \"part\", \"to\": \"1.1-1\"}", "references[1]", "keep one of the two");
  assert_fault ("{\"from\": \"1.1-1\", \"relation\": \"none\", \"reason\": \"beyond\"}", "references[1]", "keep one of the two");
  assert_fault ("{\"from\": \"a\", \"relation\": \"same\", \"to\": \"b\", \"why\": \"x\"}", "references[1].why", "not known here");
  assert_fault ("17", "references[1]", "an object");
}

static void
assert_broken (const char *from,
               const char *to,
               const char *words)
{
  g_autofree char *text = tnk_test_replace (HEAD ROWS TAIL, from, to);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (text, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  if (error != NULL)
    tnk_test_assert_line (error->message, "small--other.json", words);
}

static void
test_faults_of_the_file (void)
{
  assert_broken ("\"format\": 1", "\"format\": 2", "format");
  assert_broken ("\"other\"", "\"small\"", "revision map");
  assert_broken ("\"edition\": \"1\"", "\"year\": \"1\"", "not known here");
  assert_broken ("\"from\": {\"catalog\": \"small\", \"edition\": \"2026-1\"}", "\"from\": 1", "an object");
  assert_broken ("\"references\": [", "\"references\": {\"a\": [", "");
  assert_broken (",\n \"to\": {\"catalog\": \"other\", \"edition\": \"1\"}", "", "“to” is missing");
}

static void
test_file (void)
{
  g_autofree char *dir = tnk_test_dir (), *filename = tnk_test_write (dir, "x.json", HEAD ROWS TAIL, -1);
  g_autofree char *missing = g_build_filename (dir, "missing.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCrossReferences) references = tnk_cross_references_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (references);
  g_assert_null (tnk_cross_references_load_file (missing, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* --- against the catalogs --- */

static void
assert_untrue (const char *from,
               const char *to,
               guint line,
               const char *where,
               const char *words)
{
  g_autofree char *text = tnk_test_replace (HEAD ROWS TAIL, from, to);
  g_autoptr (TnkCatalog) small = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) other = load_other ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCrossReferences) references = load (text, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (tnk_cross_references_check (references, small, other, &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_problem (problems, 0, "small--other.json", line, where, words);
}

static void
test_check (void)
{
  g_autoptr (TnkCatalog) small = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) other = load_other ();
  g_autoptr (TnkCrossReferences) references = load_sound ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_cross_references_check (references, small, other, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (tnk_cross_references_starts_at (references, small));
  g_assert_false (tnk_cross_references_starts_at (references, other));
  g_assert_true (tnk_cross_references_leads_to (references, other));
  g_assert_false (tnk_cross_references_leads_to (references, small));
}

static void
test_check_finds (void)
{
  assert_untrue ("\"from\": \"1.1-1\", \"relation\": \"same\"", "\"from\": \"9-9\", \"relation\": \"same\"", 5, "references[0]",
                 "there is no control “9-9” in small");
  assert_untrue ("\"relation\": \"same\", \"to\": \"1.1-1\"", "\"relation\": \"same\", \"to\": \"9-9\"", 5, "references[0]",
                 "there is no control “9-9” in other");
  assert_untrue ("{\"from\": \"2.1-3\"", "{\"from\": \"9-9\"", 12, "references[7]", "there is no control “9-9” in small");
  assert_untrue (",\n  {\"from\": \"2.1-3\", \"relation\": \"none\", \"reason\": \"beyond\"}", "", 0, "references",
                 "the control “2.1-3” is not named");
  assert_untrue ("\"edition\": \"2026-1\"", "\"edition\": \"2025-1\"", 0, "from", "it is about small, edition 2025-1");
  assert_untrue ("\"edition\": \"1\"", "\"edition\": \"2\"", 0, "to", "it leads to other, edition 2");
}

/* --- the other way round, and in other editions --- */

static void
test_invert (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();
  g_autoptr (TnkCrossReferences) inverse = tnk_cross_references_invert (references);
  g_autoptr (TnkCrossReferences) back = tnk_cross_references_invert (inverse);
  g_autoptr (GPtrArray) wider = tnk_cross_references_list_from (inverse, "1.1-2");

  g_assert_cmpstr (tnk_cross_references_get_from_id (inverse), ==, "other");
  g_assert_cmpstr (tnk_cross_references_get_to_edition (inverse), ==, "2026-1");
  assert_reference (wider, 0, "1.1-2", TNK_RELATION_WIDER, "1.1-2");
  g_assert_null (tnk_cross_references_get_reason (inverse, "1.2-1"));
  g_assert_cmpuint (tnk_cross_references_get_n (back), ==, tnk_cross_references_get_n (references));
  for (guint i = 0; i < tnk_cross_references_get_n (references); i++) {
    g_autoptr (GPtrArray) list = g_ptr_array_new ();
    TnkCrossReference *one = tnk_cross_references_get (references, i);

    g_ptr_array_add (list, tnk_cross_references_get (back, i));
    assert_reference (list, 0, tnk_cross_reference_get_from (one), tnk_cross_reference_get_relation (one), tnk_cross_reference_get_to (one));
  }
}

/* What was renumbered goes on; of what asks something else now, only the matter is the same. */
static void
test_follow (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();
  g_autoptr (TnkCatalog) small = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCrossReferences) followed = tnk_cross_references_follow (references, small, next);
  g_autoptr (GPtrArray) kept = tnk_cross_references_list_from (followed, "1.1-1");
  g_autoptr (GPtrArray) reworded = tnk_cross_references_list_from (followed, "1.1-2");
  g_autoptr (GPtrArray) renumbered = tnk_cross_references_list_from (followed, "2.9-1");
  g_autoptr (GPtrArray) gone = tnk_cross_references_list_from (followed, "2.1-1");

  g_assert_true (tnk_cross_references_starts_at (followed, next));
  assert_reference (kept, 0, "1.1-1", TNK_RELATION_SAME, "1.1-1");
  assert_reference (reworded, 0, "1.1-2", TNK_RELATION_RELATED, "1.1-2");
  assert_reference (renumbered, 0, "2.9-1", TNK_RELATION_WIDER, "2.1-1");
  g_assert_cmpuint (gone->len, ==, 0);
  g_assert_cmpstr (tnk_cross_references_get_reason (followed, "1.2-1"), ==, "beyond");
}

/* The same backwards: what is known of the new edition tells of the old one. */
static void
test_follow_back (void)
{
  g_autoptr (TnkCrossReferences) references = load_sound ();
  g_autoptr (TnkCatalog) small = tnk_test_small_catalog ();
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCrossReferences) followed = tnk_cross_references_follow (references, small, next);
  g_autoptr (TnkCrossReferences) back = tnk_cross_references_follow (followed, next, small);
  g_autoptr (GPtrArray) renumbered = tnk_cross_references_list_from (back, "2.1-1");
  g_autoptr (GPtrArray) reworded = tnk_cross_references_list_from (back, "1.1-2");

  g_assert_true (tnk_cross_references_starts_at (back, small));
  assert_reference (renumbered, 0, "2.1-1", TNK_RELATION_WIDER, "2.1-1");
  assert_reference (reworded, 0, "1.1-2", TNK_RELATION_RELATED, "1.1-2");
  g_assert_cmpstr (tnk_cross_references_get_reason (back, "1.2-1"), ==, "beyond");
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/CrossReferences/load", test_load);
  g_test_add_func ("/Tenken/CrossReferences/both-ways", test_both_ways);
  g_test_add_func ("/Tenken/CrossReferences/reasons", test_reasons);
  g_test_add_func ("/Tenken/CrossReferences/faults", test_faults);
  g_test_add_func ("/Tenken/CrossReferences/faults-of-the-file", test_faults_of_the_file);
  g_test_add_func ("/Tenken/CrossReferences/file", test_file);
  g_test_add_func ("/Tenken/CrossReferences/check", test_check);
  g_test_add_func ("/Tenken/CrossReferences/check-finds", test_check_finds);
  g_test_add_func ("/Tenken/CrossReferences/invert", test_invert);
  g_test_add_func ("/Tenken/CrossReferences/follow", test_follow);
  g_test_add_func ("/Tenken/CrossReferences/follow-back", test_follow_back);

  return g_test_run ();
}
