/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-item-private.h"
#include "tnk-test.h"

static TnkItem *
make (gboolean names)
{
  static const int parents[] = {-1, 0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkBody) body = tnk_test_body (parents, 2);
  TnkDuty *duty = tnk_catalog_find_duty (catalog, "2.1-1", "staff");
  const TnkItemOwner owner = {tnk_body_get_department (body, 1), "p1", "山田　太郎"}, nobody = {NULL};
  const TnkItemAnswer answer = {TNK_ANSWER_VALUE_PARTIAL, "時々忘れる", "机の写真"}, comment = {.comment = "時々忘れる"};

  if (names)
    return tnk_item_new (catalog, body, tnk_duty_get_control (duty), tnk_duty_get_role (duty), &owner, &answer);
  return tnk_item_new (catalog, body, tnk_duty_get_control (duty), NULL, &nobody, &comment);
}

/* It keeps alive what it points to. */
static void
test_whole (void)
{
  TnkItem *item = make (TRUE);

  g_assert_cmpstr (tnk_control_get_id (tnk_item_get_control (item)), ==, "2.1-1");
  g_assert_cmpstr (tnk_role_get_id (tnk_item_get_role (item)), ==, "staff");
  g_assert_cmpstr (tnk_department_get_id (tnk_item_get_department (item)), ==, "d1");
  g_assert_cmpstr (tnk_item_get_person_id (item), ==, "p1");
  g_assert_cmpstr (tnk_item_get_person_name (item), ==, "山田　太郎");
  g_assert_cmpint (tnk_item_get_answer (item), ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_cmpstr (tnk_item_get_comment (item), ==, "時々忘れる");
  g_assert_cmpstr (tnk_item_get_evidence (item), ==, "机の写真");
  g_assert_finalize_object (item);
}

static void
test_nobody (void)
{
  TnkItem *item = make (FALSE);

  g_assert_cmpstr (tnk_control_get_id (tnk_item_get_control (item)), ==, "2.1-1");
  g_assert_null (tnk_item_get_role (item));
  g_assert_null (tnk_item_get_department (item));
  g_assert_null (tnk_item_get_person_id (item));
  g_assert_null (tnk_item_get_person_name (item));
  g_assert_cmpint (tnk_item_get_answer (item), ==, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_cmpstr (tnk_item_get_comment (item), ==, "時々忘れる");
  g_assert_null (tnk_item_get_evidence (item));
  g_assert_finalize_object (item);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Item/whole", test_whole);
  g_test_add_func ("/Tenken/Item/nobody", test_nobody);
  return g_test_run ();
}
