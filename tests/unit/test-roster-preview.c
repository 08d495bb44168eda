/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-roster-preview-private.h"

#include "tnk-test.h"

#define DEPARTMENTS "department_id,name,parent_id\na,市,\nb,総務課,a\nc,税務課,a\n"
#define PEOPLE "person_id,name,department_id,roles\n1,山田,b,staff\n2,鈴木,b,manager;staff\n3,佐藤,c,staff\n"

static TnkBody *
read_body (const char *departments,
           const char *people)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *departments_file = tnk_test_write (dir, "d.csv", departments, -1);
  g_autofree char *people_file = tnk_test_write (dir, "p.csv", people, -1);
  g_autoptr (GError) error = NULL;
  TnkBody *body = tnk_body_read_roster (departments_file, people_file, NULL, NULL, &error);

  g_assert_no_error (error);
  return body;
}

static char *
describe (TnkRosterPreview *preview)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_roster_preview_get_n_rows (preview); i++) {
    TnkRosterRow *row = tnk_roster_preview_get_row (preview, i);
    const char *old = tnk_roster_row_get_old (row), *new = tnk_roster_row_get_new (row);

    g_string_append_printf (text, "%s %s %s %s>%s\n", tnk_roster_kind_to_string (tnk_roster_row_get_kind (row)),
                            tnk_roster_row_get_id (row), tnk_roster_row_get_name (row), old != NULL ? old : "", new != NULL ? new : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_preview (const char *departments,
                const char *people,
                const char *expected)
{
  g_autoptr (TnkBody) before = read_body (DEPARTMENTS, PEOPLE);
  g_autoptr (TnkBody) after = read_body (departments, people);
  TnkRosterPreview *preview = tnk_roster_preview_new (before, after);
  g_autofree char *text = describe (preview);

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (tnk_roster_preview_get_before (preview) == before);
  g_assert_true (tnk_roster_preview_get_after (preview) == after);
  g_assert_cmpuint (tnk_roster_preview_count_lost_answers (preview), ==, 0);
  g_assert_finalize_object (preview);
}

static void
test_same (void)
{
  assert_preview (DEPARTMENTS, PEOPLE, "");
}

static void
test_departments (void)
{
  assert_preview ("department_id,name,parent_id\na,町,\nd,課税係,c\nc,税務課,\nb,総務課,a\n", PEOPLE,
                  "department_renamed a 町 市>町\n"
                  "department_moved c 税務課 a>\n"
                  "department_added d 課税係 >c\n");
  assert_preview ("department_id,name,parent_id\na,市,\nb,総務課,a\n", "person_id,name,department_id,roles\n1,山田,b,staff\n2,鈴木,b,manager;staff\n3,佐藤,b,staff\n",
                  "department_removed c 税務課 a>\n"
                  "person_moved 3 佐藤 c>b\n");
}

static void
test_people (void)
{
  assert_preview (DEPARTMENTS, "person_id,name,department_id,roles\n1,渡辺,c,\n2,鈴木,b,manager;staff\n4,新人,c,staff\n",
                  "person_renamed 1 渡辺 山田>渡辺\n"
                  "person_moved 1 渡辺 b>c\n"
                  "person_roles 1 渡辺 staff>\n"
                  "person_added 4 新人 >c\n"
                  "person_removed 3 佐藤 c>\n");
}

static void
test_counts (void)
{
  g_autoptr (TnkBody) before = read_body (DEPARTMENTS, PEOPLE);
  g_autoptr (TnkBody) after = read_body (DEPARTMENTS, "person_id,name,department_id,roles\n2,鈴木,b,staff\n");
  g_autoptr (TnkRosterPreview) preview = tnk_roster_preview_new (before, after);
  TnkRosterRow *row;

  tnk_roster_preview_add (preview, TNK_ROSTER_KIND_NOT_ASKED, "2026", "1", "山田", 5);
  tnk_roster_preview_add (preview, TNK_ROSTER_KIND_ANSWERS_LOST, "2026", "2", "鈴木", 2);
  tnk_roster_preview_add (preview, TNK_ROSTER_KIND_KEPT, "2026", "3", "佐藤", 9);
  g_assert_cmpuint (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_REMOVED), ==, 2);
  g_assert_cmpuint (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_PERSON_ROLES), ==, 1);
  g_assert_cmpuint (tnk_roster_preview_count (preview, TNK_ROSTER_KIND_ASKED), ==, 0);
  g_assert_cmpuint (tnk_roster_preview_count_lost_answers (preview), ==, 7);
  row = tnk_roster_preview_get_row (preview, 3);
  g_assert_cmpint (tnk_roster_row_get_kind (row), ==, TNK_ROSTER_KIND_NOT_ASKED);
  g_assert_cmpstr (tnk_roster_row_get_campaign_id (row), ==, "2026");
  g_assert_cmpuint (tnk_roster_row_get_n_answers (row), ==, 5);
}

static void
test_equal (void)
{
  g_autoptr (TnkBody) before = read_body (DEPARTMENTS, PEOPLE);
  g_autoptr (TnkBody) after = read_body (DEPARTMENTS, "person_id,name,department_id,roles\n2,鈴木,b,staff\n");
  g_autoptr (TnkRosterPreview) one = tnk_roster_preview_new (before, after);
  g_autoptr (TnkRosterPreview) other = tnk_roster_preview_new (before, after);
  g_autoptr (TnkRosterPreview) none = tnk_roster_preview_new (before, before);

  g_assert_true (tnk_roster_preview_equal (one, other));
  g_assert_false (tnk_roster_preview_equal (one, none));
  tnk_roster_preview_add (one, TNK_ROSTER_KIND_NOT_ASKED, "2026", "1", "山田", 5);
  g_assert_false (tnk_roster_preview_equal (one, other));
  tnk_roster_preview_add (other, TNK_ROSTER_KIND_NOT_ASKED, "2026", "1", "山田", 6);
  g_assert_false (tnk_roster_preview_equal (one, other));
}

static void
test_words (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < TNK_N_ROSTER_KINDS; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) tnk_roster_kind_to_string (i)));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/RosterPreview/same", test_same);
  g_test_add_func ("/Tenken/RosterPreview/departments", test_departments);
  g_test_add_func ("/Tenken/RosterPreview/people", test_people);
  g_test_add_func ("/Tenken/RosterPreview/counts", test_counts);
  g_test_add_func ("/Tenken/RosterPreview/equal", test_equal);
  g_test_add_func ("/Tenken/RosterPreview/words", test_words);
  return g_test_run ();
}
