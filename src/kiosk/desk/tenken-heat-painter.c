/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-painter.h"

#include <math.h>

#include "tenken-answer-paint.h"
#include "tenken-format.h"
#include "tenken-text-width.h"

/* In em. */
#define WIDEST_HEAD 18.0
#define NARROWEST_HEAD 8.0
#define WIDEST_HEAD_OF_SIGNS 34.0
#define NARROWEST_CELL 4.4
#define WIDEST_CELL 9.0
#define CELL_HEIGHT 2.3
#define STEP_IN 0.9
#define PADDING 0.4
/* Names of rows get no more than this share of the width, figures the rest. */
#define SHARE_OF_HEAD 0.34
#define SHARE_OF_HEAD_OF_SIGNS 0.42
#define LINES_OF_HEADING 4
#define LINES_OF_HEADING_OF_SIGNS 5

/* Where the colour turns: below it the map becomes vermilion, above blue, the two that all eyes tell apart. */
#define MIDDLE 80.0
#define LOWEST 30.0
#define STRONGEST 0.75
#define STRENGTH_OF_SIGN 0.16

/* Where black and white stand out alike; each side has 4.5 to 1 and more. */
#define TURN_OF_INK 0.1791

struct _TenkenHeatPainter
{
  GtkWidget *widget; /* borrowed: it owns this */
  const TenkenHeatData *data; /* borrowed as well */
  TenkenHeatSizes sizes;
  double em;
  PangoLayout **rows; /* NULL before they are seen */
  guint n_rows; /* the data may have changed since */
  PangoLayout **columns;
  guint n_columns;
  GHashTable *figures; /* (element-type utf8 PangoLayout) */
};

/* --- layouts --- */

static void
forget_layouts (PangoLayout **layouts,
                guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_object (&layouts[i]);
}

TenkenHeatPainter *
tenken_heat_painter_new (GtkWidget *widget,
                         const TenkenHeatData *data)
{
  TenkenHeatPainter *self = g_new0 (TenkenHeatPainter, 1);

  self->widget = widget;
  self->data = data;
  self->em = tenken_text_get_em (widget);
  self->n_rows = data->rows->len;
  self->rows = g_new0 (PangoLayout *, self->n_rows);
  self->n_columns = data->columns->len;
  self->columns = g_new0 (PangoLayout *, self->n_columns);
  self->figures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
tenken_heat_painter_free (TenkenHeatPainter *self)
{
  forget_layouts (self->rows, self->n_rows);
  forget_layouts (self->columns, self->n_columns);
  g_free (self->rows);
  g_free (self->columns);
  g_hash_table_unref (self->figures);
  g_free (self);
}

static PangoLayout *
lay_out (TenkenHeatPainter *self,
         const char *text,
         double width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, text);

  pango_layout_set_width (layout, MAX (width, self->em) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static PangoLayout *
get_row_layout (TenkenHeatPainter *self,
                guint row)
{
  double indent = self->em * STEP_IN * g_array_index (self->data->depths, guint, row);

  if (self->rows[row] == NULL)
    self->rows[row] = lay_out (self, g_ptr_array_index (self->data->rows, row), self->sizes.head_width - indent - 2 * PADDING * self->em);
  return self->rows[row];
}

/* Signs need less room than figures, and what they are about is a whole title. */
static gboolean
has_signs (TenkenHeatPainter *self)
{
  return self->data->cells->len > 0 && tenken_heat_data_get (self->data, 0, 0)->sign != NULL;
}

static PangoLayout *
get_column_layout (TenkenHeatPainter *self,
                   guint column)
{
  if (self->columns[column] == NULL) {
    self->columns[column] = lay_out (self, g_ptr_array_index (self->data->columns, column), self->sizes.cell_width - PADDING * self->em);
    pango_layout_set_height (self->columns[column], -(has_signs (self) ? LINES_OF_HEADING_OF_SIGNS : LINES_OF_HEADING));
    pango_layout_set_alignment (self->columns[column], PANGO_ALIGN_CENTER);
  }
  return self->columns[column];
}

static PangoLayout *
get_figure_layout (TenkenHeatPainter *self,
                   const TenkenHeatCell *cell)
{
  g_autofree char *text = cell->sign != NULL ? g_strdup (cell->sign) : tenken_format_figure (cell->score);
  PangoLayout *layout = g_hash_table_lookup (self->figures, text);

  if (layout == NULL) {
    layout = gtk_widget_create_pango_layout (self->widget, text);
    g_hash_table_insert (self->figures, g_steal_pointer (&text), layout);
  }
  return layout;
}

/* --- sizes --- */

/* As wide as the longest name needs, within what there is. */
static int
measure_head (TenkenHeatPainter *self,
              int width)
{
  gboolean signs = has_signs (self);
  double share = (signs ? SHARE_OF_HEAD_OF_SIGNS : SHARE_OF_HEAD) * width;
  double widest = NARROWEST_HEAD * self->em;
  double most = MAX (widest, MIN ((signs ? WIDEST_HEAD_OF_SIGNS : WIDEST_HEAD) * self->em, share));

  for (guint row = 0; row < self->data->rows->len && widest < most; row++) {
    const char *name = g_ptr_array_index (self->data->rows, row);
    double indent = self->em * STEP_IN * g_array_index (self->data->depths, guint, row);

    /* A Japanese letter is as wide as it is high, others about half as wide; near enough, and quick for hundreds. */
    for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
      indent += g_unichar_iswide (g_utf8_get_char (p)) ? self->em : 0.6 * self->em;
    widest = MAX (widest, indent + 2 * PADDING * self->em);
  }
  return ceil (MIN (widest, most));
}

static int
measure_headings (TenkenHeatPainter *self)
{
  int highest = 0;

  for (guint column = 0; column < self->data->columns->len; column++) {
    int height;

    pango_layout_get_pixel_size (get_column_layout (self, column), NULL, &height);
    highest = MAX (highest, height);
  }
  return highest + PADDING * self->em;
}

void
tenken_heat_painter_measure (TenkenHeatPainter *self,
                             int width,
                             TenkenHeatSizes *sizes)
{
  int head_width = measure_head (self, width), n = MAX (self->data->columns->len, 1);
  int cell_width = CLAMP ((width - head_width) / n, NARROWEST_CELL * self->em, WIDEST_CELL * self->em);

  if (cell_width != self->sizes.cell_width || head_width != self->sizes.head_width) {
    forget_layouts (self->columns, self->n_columns);
    forget_layouts (self->rows, self->n_rows);
    self->sizes.head_width = head_width;
    self->sizes.cell_width = cell_width;
    self->sizes.cell_height = CELL_HEIGHT * self->em;
    self->sizes.head_height = measure_headings (self);
  }
  *sizes = self->sizes;
}

/* --- colours --- */

static void
mix (const GdkRGBA *from,
     const GdkRGBA *to,
     double share,
     GdkRGBA *mixed)
{
  mixed->red = from->red + (to->red - from->red) * share;
  mixed->green = from->green + (to->green - from->green) * share;
  mixed->blue = from->blue + (to->blue - from->blue) * share;
  mixed->alpha = 1;
}

void
tenken_heat_painter_get_colors (GtkWidget *widget,
                                double score,
                                GdkRGBA *ground,
                                GdkRGBA *ink)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  double share = score < MIDDLE ? (MIDDLE - score) / (MIDDLE - LOWEST) : (score - MIDDLE) / (100 - MIDDLE), black;
  GdkRGBA paper = {1, 1, 1, 1}, full;

  gtk_style_context_lookup_color (style, "view_bg_color", &paper);
  tenken_answer_paint_get_color (widget, score < MIDDLE ? TNK_ANSWER_VALUE_NOT_IMPLEMENTED : TNK_ANSWER_VALUE_IMPLEMENTED, &full);
  mix (&paper, &full, isnan (score) ? 0 : MIN (share, 1) * STRONGEST, ground);
  black = tenken_answer_paint_luminance (ground) > TURN_OF_INK;
  *ink = (GdkRGBA){!black, !black, !black, 1};
}

/* A sign needs no colour to be told apart; one that stands out is easier to find. */
static void
get_sign_colors (GtkWidget *widget,
                 gboolean stands_out,
                 GdkRGBA *ground,
                 GdkRGBA *ink)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA paper = {1, 1, 1, 1}, accent;

  gtk_style_context_lookup_color (style, "view_bg_color", &paper);
  gtk_style_context_get_color (style, ink);
  if (!stands_out || !gtk_style_context_lookup_color (style, "accent_bg_color", &accent))
    accent = paper;
  mix (&paper, &accent, STRENGTH_OF_SIGN, ground);
}

/* --- painting --- */

/* What is asked again for every cell. */
typedef struct
{
  TenkenHeatPainter *painter;
  GtkSnapshot *snapshot;
  GdkRGBA ink;
  GdkRGBA paper;
  GdkRGBA line;
} Painting;

static void
put_layout (Painting *painting,
            PangoLayout *layout,
            const GdkRGBA *color,
            double x,
            double y)
{
  gtk_snapshot_save (painting->snapshot);
  gtk_snapshot_translate (painting->snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (painting->snapshot, layout, color);
  gtk_snapshot_restore (painting->snapshot);
}

static void
paint_cell (Painting *painting,
            guint row,
            guint column,
            double x,
            double y)
{
  const TenkenHeatSizes *sizes = &painting->painter->sizes;
  const TenkenHeatCell *cell = tenken_heat_data_get (painting->painter->data, row, column);
  PangoLayout *layout = get_figure_layout (painting->painter, cell);
  GdkRGBA ground, ink;
  int width, height;

  if (cell->sign != NULL)
    get_sign_colors (painting->painter->widget, cell->stands_out, &ground, &ink);
  else
    tenken_heat_painter_get_colors (painting->painter->widget, cell->score, &ground, &ink);
  /* A pixel of the ground stays between two cells. */
  gtk_snapshot_append_color (painting->snapshot, &ground, &GRAPHENE_RECT_INIT (x, y, sizes->cell_width - 1, sizes->cell_height - 1));
  /* A row without colours is followed along a line. */
  if (cell->sign != NULL)
    gtk_snapshot_append_color (painting->snapshot, &painting->line, &GRAPHENE_RECT_INIT (x - 1, y + sizes->cell_height - 1, sizes->cell_width, 1));
  pango_layout_get_pixel_size (layout, &width, &height);
  put_layout (painting, layout, &ink, x + (sizes->cell_width - width) / 2.0, y + (sizes->cell_height - height) / 2.0);
}

static void
paint_row_name (Painting *painting,
                guint row,
                double y)
{
  TenkenHeatPainter *self = painting->painter;
  PangoLayout *layout = get_row_layout (self, row);
  double indent = self->em * (PADDING + STEP_IN * g_array_index (self->data->depths, guint, row));
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  put_layout (painting, layout, &painting->ink, indent, y + (self->sizes.cell_height - height) / 2.0);
  gtk_snapshot_append_color (painting->snapshot, &painting->line,
                             &GRAPHENE_RECT_INIT (0, y + self->sizes.cell_height - 1, self->sizes.head_width - 1, 1));
}

static void
paint_heading (Painting *painting,
               guint column,
               double x)
{
  TenkenHeatPainter *self = painting->painter;
  PangoLayout *layout = get_column_layout (self, column);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  put_layout (painting, layout, &painting->ink, x + PADDING * self->em / 2, self->sizes.head_height - height - PADDING * self->em / 2);
}

/* Only the rows and columns that are in the area. */
static void
get_range (double scrolled,
           int room,
           int size,
           guint n,
           guint *first,
           guint *end)
{
  *first = MIN (n, (guint) MAX (0, floor (scrolled / size)));
  *end = MIN (n, (guint) MAX (0, ceil ((scrolled + room) / size)));
}

static void
paint_cells (Painting *painting,
             int width,
             int height,
             double x,
             double y)
{
  const TenkenHeatSizes *sizes = &painting->painter->sizes;
  int room_x = width - sizes->head_width, room_y = height - sizes->head_height;
  guint row, end_row, first, end;

  get_range (x, room_x, sizes->cell_width, painting->painter->data->columns->len, &first, &end);
  get_range (y, room_y, sizes->cell_height, painting->painter->data->rows->len, &row, &end_row);
  gtk_snapshot_push_clip (painting->snapshot, &GRAPHENE_RECT_INIT (sizes->head_width, sizes->head_height, room_x, room_y));
  for (; row < end_row; row++)
    for (guint column = first; column < end; column++)
      paint_cell (painting, row, column, sizes->head_width + column * sizes->cell_width - x, sizes->head_height + row * sizes->cell_height - y);
  gtk_snapshot_pop (painting->snapshot);
}

static void
paint_names (Painting *painting,
             int width,
             int height,
             double x,
             double y)
{
  const TenkenHeatSizes *sizes = &painting->painter->sizes;
  int room_x = width - sizes->head_width, room_y = height - sizes->head_height;
  guint first, end;

  get_range (y, room_y, sizes->cell_height, painting->painter->data->rows->len, &first, &end);
  gtk_snapshot_push_clip (painting->snapshot, &GRAPHENE_RECT_INIT (0, sizes->head_height, sizes->head_width, room_y));
  for (guint row = first; row < end; row++)
    paint_row_name (painting, row, sizes->head_height + row * sizes->cell_height - y);
  gtk_snapshot_pop (painting->snapshot);
  get_range (x, room_x, sizes->cell_width, painting->painter->data->columns->len, &first, &end);
  gtk_snapshot_push_clip (painting->snapshot, &GRAPHENE_RECT_INIT (sizes->head_width, 0, room_x, sizes->head_height));
  for (guint column = first; column < end; column++)
    paint_heading (painting, column, sizes->head_width + column * sizes->cell_width - x);
  gtk_snapshot_pop (painting->snapshot);
}

void
tenken_heat_painter_paint (TenkenHeatPainter *self,
                           GtkSnapshot *snapshot,
                           int width,
                           int height,
                           double x,
                           double y)
{
  Painting painting = {.painter = self, .snapshot = snapshot};
  GtkStyleContext *style = gtk_widget_get_style_context (self->widget);

  gtk_style_context_get_color (style, &painting.ink);
  if (!gtk_style_context_lookup_color (style, "borders", &painting.line))
    painting.line = painting.ink;
  paint_cells (&painting, width, height, x, y);
  paint_names (&painting, width, height, x, y);
}
