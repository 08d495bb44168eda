/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

/* Pictures over cells: charts and colour scales. */

#define GRID 0xD5DCE2
#define CHART_INK 0x1F2933
#define BAR_BEFORE 0xC3CBD3 /* a bar cannot be dashed, but it can stand back */

/* Ends and middle of the heat map. Blue against orange can be told apart by colour-blind eyes, and dark figures can be
 * read on all three; white in the middle leaves what is as it should be quiet. */
#define HEAT_LOW 0xF4A582
#define HEAT_MIDDLE 0xFDF6E9
#define HEAT_HIGH 0x92C5DE

/* Colours a range from @low over @middle to @high. The bounds are fixed figures, so that a colour means the same on
 * every sheet and in every year. */
void
tnk_sheet_colour_scale (TnkSheet *self,
                        const TnkRange *range,
                        double low,
                        double middle,
                        double high)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_3_COLOR_SCALE,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .mid_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = low,
    .mid_value = middle,
    .max_value = high,
    .min_color = HEAT_LOW,
    .mid_color = HEAT_MIDDLE,
    .max_color = HEAT_HIGH,
  };

  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_conditional_format_range (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col, &scale),
                     "colour scale");
}

/* Tints a range: white at 0, @colour at @full.
 *
 * Data bars would be the obvious picture, but the old kind draws a bar of a tenth for 0, and the kind that does not needs
 * an extension that is outside of the standard. */
void
tnk_sheet_tint (TnkSheet *self,
                const TnkRange *range,
                guint32 colour,
                double full)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
    .min_value = 0,
    .max_value = full,
    .min_color = 0xFFFFFF,
    .max_color = colour,
  };

  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_conditional_format_range (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col, &scale),
                     "tint");
}

static void
add_series (lxw_chart *chart,
            const TnkChart *spec,
            const TnkSeries *spec_series)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_line line = {.color = spec_series->colour, .width = 2, .dash_type = spec_series->dashed ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID};
  lxw_chart_fill fill = {.color = spec->kind == TNK_CHART_BAR && spec_series->dashed ? BAR_BEFORE : spec_series->colour};

  chart_series_set_categories (series, spec->sheet, spec->first_row, spec->label_col, spec->last_row, spec->label_col);
  chart_series_set_values (series, spec->sheet, spec->first_row, spec_series->col, spec->last_row, spec_series->col);
  chart_series_set_name (series, spec_series->name);
  if (spec->kind == TNK_CHART_BAR) {
    chart_series_set_fill (series, &fill);
    return;
  }
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, spec_series->dashed ? LXW_CHART_MARKER_SQUARE : LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_size (series, 5);
  chart_series_set_marker_fill (series, &fill);
  chart_series_set_marker_line (series, &line);
}

static void
set_axes (lxw_chart *chart,
          TnkChartKind kind)
{
  /* In a bar chart libxlsxwriter calls the axis along the bars x. */
  lxw_chart_axis *values = kind == TNK_CHART_BAR ? chart->x_axis : chart->y_axis;
  lxw_chart_axis *labels = kind == TNK_CHART_BAR ? chart->y_axis : chart->x_axis;
  lxw_chart_line grid = {.color = GRID, .width = 0.75};
  lxw_chart_font font = {.size = 10, .color = CHART_INK};

  chart_axis_set_min (values, 0);
  chart_axis_set_max (values, 100);
  chart_axis_set_major_unit (values, 20);
  chart_axis_set_num_format (values, "0");
  chart_axis_set_num_font (values, &font);
  chart_axis_set_num_font (labels, &font);
  chart_axis_major_gridlines_set_visible (values, LXW_TRUE);
  chart_axis_major_gridlines_set_line (values, &grid);
  if (kind == TNK_CHART_BAR)
    chart_axis_set_reverse (labels); /* the first row on top, as in the table */
}

static const guint8 chart_types[] = {
  [TNK_CHART_RADAR] = LXW_CHART_RADAR,
  [TNK_CHART_BAR] = LXW_CHART_BAR,
  [TNK_CHART_LINE] = LXW_CHART_LINE,
};

static lxw_chart *
make_chart (TnkSheet *self,
            const TnkChart *spec)
{
  lxw_chart_font title_font = {.size = 13, .bold = LXW_TRUE, .color = CHART_INK};
  lxw_chart_font font = {.size = 10, .color = CHART_INK};
  lxw_chart_line no_line = {.none = LXW_TRUE};
  lxw_chart *chart = workbook_add_chart (self->workbook->book, chart_types[spec->kind]);

  if (chart == NULL)
    return NULL;
  for (guint i = 0; i < spec->n_series; i++)
    add_series (chart, spec, &spec->series[i]);
  chart_title_set_name (chart, spec->title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, spec->n_series > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
  chart_legend_set_font (chart, &font);
  chart_chartarea_set_line (chart, &no_line);
  set_axes (chart, spec->kind);
  return chart;
}

/* Puts a chart of scores, 0 to 100, with its upper left corner at a cell. Its titles are the report’s own words, never
 * what a person typed: libxlsxwriter takes one that begins with “=” for a reference. */
void
tnk_sheet_chart (TnkSheet *self,
                 guint row,
                 guint col,
                 const TnkChart *spec)
{
  lxw_chart_options options = {
    .x_scale = spec->width / 480.0, /* the size that libxlsxwriter gives to a chart */
    .y_scale = spec->height / 288.0,
    .x_offset = 4,
    .y_offset = 4,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = (char *) spec->description,
  };

  if (tnk_workbook_has_failed (self->workbook))
    return;

  lxw_chart *chart = make_chart (self, spec);
  if (chart == NULL)
    tnk_workbook_fail (self->workbook, "sheet “%s”: there is not enough memory for a chart", self->name);
  else
    tnk_sheet_check (self, worksheet_insert_chart_opt (self->worksheet, row, col, chart, &options), "chart");
}
