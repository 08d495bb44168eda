/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-wrap-box.h"

#define N 3

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *children[N];
} Fixture;

/* Three things of 100 × 20. */
static void
set_up (Fixture *self,
        guint columns)
{
  self->window = gtk_window_new ();
  self->box = tenken_wrap_box_new (columns, 10);
  for (guint i = 0; i < N; i++) {
    self->children[i] = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    gtk_widget_set_size_request (self->children[i], 100, 20);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (self->box), self->children[i]);
  }
  gtk_window_set_child (GTK_WINDOW (self->window), self->box);
}

static void
tear_down (Fixture *self)
{
  GtkWidget *box = g_object_ref (self->box);

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (box);
}

static void
assert_areas (Fixture *self,
              int width,
              const graphene_rect_t *expected)
{
  int least, height;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  g_assert_cmpint (least, ==, 100);
  gtk_widget_allocate (self->box, width, height, -1, NULL);
  for (guint i = 0; i < N; i++) {
    graphene_rect_t area;

    if (!gtk_widget_get_visible (self->children[i]))
      continue;
    g_assert_true (gtk_widget_compute_bounds (self->children[i], self->box, &area));
    g_assert_cmpfloat (area.origin.x, ==, expected[i].origin.x);
    g_assert_cmpfloat (area.origin.y, ==, expected[i].origin.y);
    g_assert_cmpfloat (area.size.width, ==, expected[i].size.width);
    g_assert_cmpfloat (area.origin.y + area.size.height, <=, height);
  }
}

#define AREA(x, y, width) GRAPHENE_RECT_INIT (x, y, width, 20)

static void
test_wraps (void)
{
  const graphene_rect_t one_line[] = {AREA (0, 0, 100), AREA (110, 0, 100), AREA (220, 0, 100)};
  const graphene_rect_t two_lines[] = {AREA (0, 0, 100), AREA (110, 0, 100), AREA (0, 30, 100)};
  const graphene_rect_t three_lines[] = {AREA (0, 0, 100), AREA (0, 30, 100), AREA (0, 60, 100)};
  Fixture self;

  set_up (&self, 0);
  assert_areas (&self, 320, one_line);
  assert_areas (&self, 319, two_lines);
  assert_areas (&self, 209, three_lines);
  tear_down (&self);
}

static void
test_expands (void)
{
  const graphene_rect_t wide[] = {AREA (0, 0, 100), AREA (110, 0, 180), AREA (300, 0, 100)};
  Fixture self;

  set_up (&self, 0);
  gtk_widget_set_hexpand (self.children[1], TRUE);
  assert_areas (&self, 400, wide);
  tear_down (&self);
}

static void
test_columns (void)
{
  const graphene_rect_t two_columns[] = {AREA (0, 0, 245), AREA (255, 0, 245), AREA (0, 30, 245)};
  const graphene_rect_t one_column[] = {AREA (0, 0, 200), AREA (0, 30, 200), AREA (0, 60, 200)};
  Fixture self;

  set_up (&self, 2);
  assert_areas (&self, 500, two_columns);
  assert_areas (&self, 200, one_column);
  tear_down (&self);
}

static void
test_hidden (void)
{
  const graphene_rect_t areas[] = {AREA (0, 0, 0), AREA (0, 0, 100), AREA (110, 0, 100)};
  Fixture self;

  set_up (&self, 0);
  gtk_widget_set_visible (self.children[0], FALSE);
  assert_areas (&self, 210, areas);
  tear_down (&self);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/Tenken/WrapBox/wraps", test_wraps);
  g_test_add_func ("/Tenken/WrapBox/expands", test_expands);
  g_test_add_func ("/Tenken/WrapBox/columns", test_columns);
  g_test_add_func ("/Tenken/WrapBox/hidden", test_hidden);
  return g_test_run ();
}
