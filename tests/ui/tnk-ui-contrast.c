/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_CONTRAST 4.5

typedef struct
{
  guint32 *pixels; /* 0xAARRGGBB */
  int width;
  int height;
} Picture;

static double
get_channel (guint32 pixel,
             int shift)
{
  double value = ((pixel >> shift) & 0xff) / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

/* As WCAG 2.1 has it. */
static double
get_luminance (guint32 pixel)
{
  return 0.2126 * get_channel (pixel, 16) + 0.7152 * get_channel (pixel, 8) + 0.0722 * get_channel (pixel, 0);
}

static double
get_contrast (guint32 a,
              guint32 b)
{
  double first = get_luminance (a), second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

static int
compare_pixels (const void *a,
                const void *b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return first < second ? -1 : first > second;
}

/* The colour that most of the pixels have, which is the ground. */
static guint32
find_ground (const guint32 *sorted,
             gsize n)
{
  guint32 ground = 0;
  gsize longest = 0;

  for (gsize start = 0, end; start < n; start = end) {
    for (end = start; end < n && sorted[end] == sorted[start];)
      end++;
    if (end - start > longest) {
      longest = end - start;
      ground = sorted[start];
    }
  }
  return ground;
}

/* The best that any pixel has against the ground: the middle of a stroke. */
static double
measure (const Picture *picture,
         const GdkRectangle *area)
{
  gsize n = (gsize) area->width * area->height;
  g_autofree guint32 *pixels = g_new (guint32, n);
  double best = 1;
  guint32 ground;

  for (int y = 0; y < area->height; y++)
    memcpy (pixels + (gsize) y * area->width, picture->pixels + (gsize) (area->y + y) * picture->width + area->x,
            area->width * sizeof (guint32));
  qsort (pixels, n, sizeof (guint32), compare_pixels);
  ground = find_ground (pixels, n);
  for (gsize i = 0; i < n; i++)
    if (i == 0 || pixels[i] != pixels[i - 1])
      best = MAX (best, get_contrast (pixels[i], ground));
  return best;
}

/* The part of a widget that is to be seen: neither scrolled away nor beyond the window. */
static gboolean
get_visible_area (GtkWidget *window,
                  GtkWidget *widget,
                  const Picture *picture,
                  GdkRectangle *area)
{
  graphene_rect_t visible = GRAPHENE_RECT_INIT (0, 0, picture->width, picture->height), bounds;

  for (; widget != NULL && widget != window; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_compute_bounds (widget, window, &bounds) || !graphene_rect_intersection (&visible, &bounds, &visible))
      return FALSE;
  area->x = (int) ceilf (visible.origin.x);
  area->y = (int) ceilf (visible.origin.y);
  area->width = (int) floorf (visible.origin.x + visible.size.width) - area->x;
  area->height = (int) floorf (visible.origin.y + visible.size.height) - area->y;
  /* The edge of a line that is scrolled half away says nothing. */
  return area->width >= 8 && area->height >= 16;
}

static gboolean
is_blank (GtkWidget *label)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_label_get_text (GTK_LABEL (label))));

  return *text == '\0';
}

static guint
check (GtkWidget *window,
       GtkWidget *widget,
       const Picture *picture,
       GPtrArray *faults)
{
  guint n = 0;
  GdkRectangle area;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  /* What cannot be used now may be pale. */
  if (GTK_IS_LABEL (widget) && gtk_widget_is_sensitive (widget) && !is_blank (widget) &&
      get_visible_area (window, widget, picture, &area)) {
    double contrast = measure (picture, &area);
    n++;
    if (contrast < LEAST_CONTRAST) {
      g_autofree char *who = tnk_ui_describe (widget);
      g_ptr_array_add (faults, g_strdup_printf ("contrast %.1f: %s", contrast, who));
    }
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check (window, child, picture, faults);
  return n;
}

guint
tnk_ui_check_contrast (GtkWidget *window,
                       GdkTexture *texture,
                       GPtrArray *faults)
{
  Picture picture = {.width = gdk_texture_get_width (texture), .height = gdk_texture_get_height (texture)};
  guint n;

  picture.pixels = g_new (guint32, (gsize) picture.width * picture.height);
  gdk_texture_download (texture, (guchar *) picture.pixels, (gsize) picture.width * sizeof (guint32));
  n = check (window, window, &picture, faults);
  g_free (picture.pixels);
  return n;
}
