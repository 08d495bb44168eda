/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-check.h"

#include <adwaita.h>
#include <string.h>

#define LEAST_TARGET 44
/* Where people sit before it with a mouse. */
#define LEAST_DESK_TARGET 30
/* Rounding to whole pixels; of padding and border in em, each side by itself. */
#define SLACK 1.0
#define SLACK_OF_BOXES 3.0
/* A part that scrolls must show some lines at once to be of any use. */
#define LEAST_ROOM 120
#define N_AROUND 3

typedef struct
{
  GtkWidget *window;
  GPtrArray *faults;
  guint n;
} Look;

/* --- words --- */

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  return GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : NULL;
}

static void
describe_one (GString *text,
              GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *all = g_strjoinv (".", classes);
  const char *words = get_text (widget), *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget));

  g_string_append (text, G_OBJECT_TYPE_NAME (widget));
  if (id != NULL && !g_str_has_prefix (id, "___"))
    g_string_append_printf (text, "#%s", id);
  if (*all != '\0')
    g_string_append_printf (text, ".%s", all);
  if (words != NULL) {
    g_autofree char *start = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 24));
    g_string_append_printf (text, " “%s”", g_strdelimit (start, "\n", ' '));
  }
}

char *
tnk_ui_describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; widget != NULL && i <= N_AROUND; i++, widget = gtk_widget_get_parent (widget)) {
    if (i > 0)
      g_string_append (text, " in ");
    describe_one (text, widget);
  }
  return g_string_free (text, FALSE);
}

static void fault (Look *look, GtkWidget *widget, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
fault (Look *look,
       GtkWidget *widget,
       const char *format,
       ...)
{
  g_autofree char *who = tnk_ui_describe (widget), *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (look->faults, g_strdup_printf ("%s: %s", what, who));
}

/* --- what is what --- */

static gboolean
is_below (GtkWidget *widget,
          GType type)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && gtk_widget_get_ancestor (parent, type) != NULL;
}

/* What the toolkit itself puts into a window. */
static gboolean
is_of_the_system (GtkWidget *widget)
{
  return GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_SCROLLBAR (widget);
}

gboolean
tnk_ui_check_is_pressed (GtkWidget *widget)
{
  /* A button that takes no click is a picture of one, such as a figure that leads nowhere. */
  return (GTK_IS_BUTTON (widget) && gtk_widget_get_can_target (widget)) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_SCALE (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_EXPANDER (widget) ||
         (GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget));
}

/* A part of something that is pressed as a whole, such as the arrow of a list. */
static gboolean
is_part_of_a_whole (GtkWidget *widget)
{
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL; parent = gtk_widget_get_parent (parent))
    if (tnk_ui_check_is_pressed (parent) && !GTK_IS_EXPANDER (parent))
      return TRUE;
  return FALSE;
}

/* Containers whose children are meant to lie over each other. */
static gboolean
lays_over (GtkWidget *widget)
{
  return GTK_IS_OVERLAY (widget) || ADW_IS_TOAST_OVERLAY (widget) || GTK_IS_STACK (widget) || GTK_IS_TEXT (widget) ||
         GTK_IS_TEXT_VIEW (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_RANGE (widget) || GTK_IS_PROGRESS_BAR (widget);
}

static graphene_rect_t
get_bounds (Look *look,
            GtkWidget *widget)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (!gtk_widget_compute_bounds (widget, look->window, &bounds))
    fault (look, widget, "has no place in the window");
  return bounds;
}

/* --- the checks --- */

static GtkBorder
get_margin (GtkWidget *widget)
{
  GtkBorder margin;

  gtk_style_context_get_margin (gtk_widget_get_style_context (widget), &margin);
  margin.left += gtk_widget_get_margin_start (widget);
  margin.right += gtk_widget_get_margin_end (widget);
  margin.top += gtk_widget_get_margin_top (widget);
  margin.bottom += gtk_widget_get_margin_bottom (widget);
  return margin;
}

static void
check_size (Look *look,
            GtkWidget *widget,
            const graphene_rect_t *bounds)
{
  GtkBorder margin = get_margin (widget);
  double width = bounds->size.width + margin.left + margin.right;
  double height = bounds->size.height + margin.top + margin.bottom;
  int least_width, least_height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) (width + 0.5), &least_height, NULL, NULL, NULL);
  if (width + SLACK < least_width)
    fault (look, widget, "%.0f wide, needs %d", width, least_width);
  if (height + SLACK < least_height)
    fault (look, widget, "%.0f high, needs %d", height, least_height);
}

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

static void
check_label (Look *look,
             GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  PangoRectangle logical;

  pango_layout_get_pixel_extents (layout, NULL, &logical);
  if (pango_layout_is_ellipsized (layout) && !has_tooltip (widget))
    fault (look, widget, "text cut, and no tooltip has it whole");
  if (logical.width > gtk_widget_get_width (widget) + SLACK)
    fault (look, widget, "text %d wide in %d", logical.width, gtk_widget_get_width (widget));
  if (logical.height > gtk_widget_get_height (widget) + SLACK)
    fault (look, widget, "text %d high in %d", logical.height, gtk_widget_get_height (widget));
}

/* A table with many columns goes sideways, at least with large letters; it has a bar for that of its own. */
static gboolean
goes_sideways (GtkWidget *widget)
{
  GtkWidget *table = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);
  GtkWidget *scroller = table != NULL ? gtk_widget_get_ancestor (table, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkPolicyType policy = GTK_POLICY_NEVER;

  if (scroller != NULL && widget != table)
    gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scroller), &policy, NULL);
  return policy == GTK_POLICY_AUTOMATIC;
}

static void
check_place (Look *look,
             GtkWidget *widget,
             const graphene_rect_t *bounds)
{
  double right = bounds->origin.x + bounds->size.width, bottom = bounds->origin.y + bounds->size.height;
  int width = gtk_widget_get_width (look->window), height = gtk_widget_get_height (look->window);

  if (!goes_sideways (widget) && (bounds->origin.x < -SLACK || right > width + SLACK))
    fault (look, widget, "from %.0f to %.0f in a window %d wide", bounds->origin.x, right, width);
  if (!is_below (widget, GTK_TYPE_SCROLLED_WINDOW) && (bounds->origin.y < -SLACK || bottom > height + SLACK))
    fault (look, widget, "from %.0f to %.0f in a window %d high", bounds->origin.y, bottom, height);
  if (GTK_IS_SCROLLED_WINDOW (widget) && !GTK_IS_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget))) &&
      bounds->size.height < LEAST_ROOM)
    fault (look, widget, "only %.0f high, too low to read what scrolls in it", bounds->size.height);
}

static gboolean
is_at_desk (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_has_css_class (widget, "desk"))
      return TRUE;
  return FALSE;
}

static void
check_target (Look *look,
              GtkWidget *widget,
              const graphene_rect_t *bounds)
{
  double least = is_at_desk (widget) ? LEAST_DESK_TARGET : LEAST_TARGET;

  if (!tnk_ui_check_is_pressed (widget) || is_part_of_a_whole (widget))
    return;
  if (bounds->size.width + 0.5 < least || bounds->size.height + 0.5 < least)
    fault (look, widget, "%.0f × %.0f is too small to press", bounds->size.width, bounds->size.height);
}

static void
check_siblings (Look *look,
                GtkWidget *parent)
{
  for (GtkWidget *a = gtk_widget_get_first_child (parent); a != NULL; a = gtk_widget_get_next_sibling (a)) {
    graphene_rect_t bounds = gtk_widget_get_mapped (a) ? get_bounds (look, a) : GRAPHENE_RECT_INIT (0, 0, 0, 0), both;

    for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL; b = gtk_widget_get_next_sibling (b)) {
      graphene_rect_t other = gtk_widget_get_mapped (b) ? get_bounds (look, b) : GRAPHENE_RECT_INIT (0, 0, 0, 0);
      if (!GTK_IS_NATIVE (a) && !GTK_IS_NATIVE (b) && graphene_rect_intersection (&bounds, &other, &both) &&
          both.size.width > SLACK_OF_BOXES && both.size.height > SLACK_OF_BOXES)
        fault (look, b, "lies %.0f × %.0f over the %s beside it", both.size.width, both.size.height,
               G_OBJECT_TYPE_NAME (a));
    }
  }
}

static void
check (Look *look,
       GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || is_of_the_system (widget))
    return;
  look->n++;
  bounds = get_bounds (look, widget);
  /* A label is looked at by its text, a container by what is in it; what scrolls may be lower than its text. */
  if (gtk_widget_get_first_child (widget) == NULL && !GTK_IS_LABEL (widget) && !GTK_IS_TEXT_VIEW (widget))
    check_size (look, widget, &bounds);
  /* The window's own box has a border around it. */
  if (widget != look->window)
    check_place (look, widget, &bounds);
  check_target (look, widget, &bounds);
  if (GTK_IS_LABEL (widget))
    check_label (look, widget);
  if (!lays_over (widget))
    check_siblings (look, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      check (look, child);
}

guint
tnk_ui_check_layout (GtkWidget *window,
                     GPtrArray *faults)
{
  Look look = {.window = window, .faults = faults};

  check (&look, window);
  return look.n;
}
