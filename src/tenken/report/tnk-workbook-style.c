/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

/* 游ゴシック comes with every Excel of the last ten years in Japan, on Windows and on the Mac, and is its default there.
 * A cell can name only one font. Where this one is missing, as on most Linux desktops, the system puts a Japanese Gothic
 * in its place (Noto Sans CJK JP here); family 3, as Excel itself writes it, leads it to one without serifs. */
#define FONT "游ゴシック"
#define FONT_FAMILY 3

#define INK 0x1F2933
#define QUIET 0x4F5B66
#define ACCENT 0x1F4E79
#define HEADER_FILL 0xE3EBF3
#define LABEL_FILL 0xF3F6F9
#define ENTRY_FILL 0xFFF9E5
#define RULE 0xB8C4CE

#define NO_FILL G_MAXUINT32

typedef struct
{
  double size;
  guint32 colour;
  guint32 fill;
  const char *number;
  guint8 align;
  guint8 valign;
  gboolean bold;
  gboolean wrap;
  gboolean box;
} Look;

#define LEFT LXW_ALIGN_LEFT
#define RIGHT LXW_ALIGN_RIGHT
#define CENTRE LXW_ALIGN_CENTER
#define MIDDLE LXW_ALIGN_VERTICAL_CENTER
#define TOP LXW_ALIGN_VERTICAL_TOP

/* Figures are printed as the library prints them: one decimal. The sign of a change is always there, so that it does
 * not hang on a colour. */
static const Look looks[TNK_N_STYLES] = {
  [TNK_STYLE_PLAIN] = {10, INK, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_TITLE] = {18, ACCENT, NO_FILL, NULL, LEFT, MIDDLE, TRUE, FALSE, FALSE},
  [TNK_STYLE_SUBTITLE] = {11, QUIET, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_SECTION] = {12, ACCENT, NO_FILL, NULL, LEFT, MIDDLE, TRUE, FALSE, FALSE},
  [TNK_STYLE_NOTE] = {9, QUIET, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, FALSE},
  [TNK_STYLE_REMARK] = {9, QUIET, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_LABEL] = {10, INK, LABEL_FILL, NULL, LEFT, MIDDLE, FALSE, TRUE, TRUE},
  [TNK_STYLE_HEADER] = {9, ACCENT, HEADER_FILL, NULL, CENTRE, MIDDLE, TRUE, TRUE, TRUE},
  [TNK_STYLE_HEADER_LEFT] = {9, ACCENT, HEADER_FILL, NULL, LEFT, MIDDLE, TRUE, TRUE, TRUE},
  [TNK_STYLE_TEXT] = {10, INK, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_WRAPPED] = {10, INK, NO_FILL, NULL, LEFT, MIDDLE, FALSE, TRUE, TRUE},
  [TNK_STYLE_CENTRED] = {10, INK, NO_FILL, NULL, CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  /* What is typed there stays the text that it is: 0042 keeps its zeros, and 1-2 does not become a day. */
  [TNK_STYLE_ENTRY] = {10, INK, ENTRY_FILL, "@", LEFT, MIDDLE, FALSE, TRUE, TRUE},
  [TNK_STYLE_CHOICE] = {10, INK, ENTRY_FILL, "@", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_DATE] = {10, INK, NO_FILL, "yyyy-mm-dd", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_ENTRY_DATE] = {10, INK, ENTRY_FILL, "yyyy-mm-dd", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_LATE] = {10, 0xB34E00, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_INTEGER] = {10, INK, NO_FILL, "#,##0", RIGHT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_FIGURE] = {10, INK, NO_FILL, "0.0", RIGHT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_PERCENT] = {10, INK, NO_FILL, "0.0\"%\"", RIGHT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_CHANGE] = {10, INK, NO_FILL, "+0.0;-0.0;±0.0", RIGHT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_SETTING] = {10, INK, NO_FILL, "0.0", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_CHANGE_COUNT] = {10, INK, NO_FILL, "+#,##0;-#,##0;±0", RIGHT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BIG_FIGURE] = {24, ACCENT, NO_FILL, "0.0", CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_BIG_QUIET] = {18, QUIET, NO_FILL, "0.0", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BIG_TEXT] = {16, ACCENT, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_BIG_CHANGE] = {18, INK, NO_FILL, "+0.0;-0.0;±0.0", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BIG_COUNT] = {18, INK, NO_FILL, "#,##0", CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_COUNT] = {9, INK, NO_FILL, "#,##0", RIGHT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_COUNT_TEXT] = {9, INK, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_SHARE] = {9, INK, NO_FILL, "0.0000", RIGHT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_BAR] = {8, TNK_COLOUR_IMPLEMENTED, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_IMPLEMENTED] = {9, TNK_COLOUR_IMPLEMENTED, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_PARTIAL] = {9, TNK_COLOUR_PARTIAL, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_NOT_IMPLEMENTED] = {9, TNK_COLOUR_NOT_IMPLEMENTED, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_NOT_APPLICABLE] = {9, TNK_COLOUR_NOT_APPLICABLE, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_EXCEPTED] = {9, TNK_COLOUR_EXCEPTED, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_BAR_UNANSWERED] = {9, TNK_COLOUR_UNANSWERED, NO_FILL, NULL, LEFT, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_IMPLEMENTED] = {10, TNK_COLOUR_IMPLEMENTED, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_PARTIAL] = {10, 0x8A5F00, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_NOT_IMPLEMENTED] = {10, 0xB34E00, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_NOT_APPLICABLE] = {10, 0x5F5F5F, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_EXCEPTED] = {10, 0x9C4A77, NO_FILL, NULL, CENTRE, MIDDLE, TRUE, FALSE, TRUE},
  [TNK_STYLE_ANSWER_UNANSWERED] = {10, INK, NO_FILL, NULL, CENTRE, MIDDLE, FALSE, FALSE, TRUE},
  [TNK_STYLE_REMARK_RIGHT] = {9, QUIET, NO_FILL, NULL, RIGHT, MIDDLE, FALSE, FALSE, FALSE},
  [TNK_STYLE_SLIP_TEXT] = {7.5, INK, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, FALSE},
  [TNK_STYLE_SLIP_NAME] = {12, INK, NO_FILL, NULL, LEFT, MIDDLE, TRUE, FALSE, FALSE},
  [TNK_STYLE_SLIP_PIN] = {24, INK, NO_FILL, NULL, LEFT, MIDDLE, TRUE, FALSE, FALSE},
  [TNK_STYLE_SIDE] = {10, INK, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, TRUE},
  [TNK_STYLE_RUN] = {10, INK, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, FALSE},
  [TNK_STYLE_RUN_LABEL] = {9, QUIET, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, FALSE},
  [TNK_STYLE_RUN_REMOVED] = {10, 0xB34E00, NO_FILL, NULL, LEFT, TOP, FALSE, TRUE, FALSE},
  [TNK_STYLE_RUN_ADDED] = {10, 0x00568A, NO_FILL, NULL, LEFT, TOP, TRUE, TRUE, FALSE},
};

static void
set_look (lxw_format *format,
          const Look *look)
{
  format_set_font_name (format, FONT);
  format_set_font_family (format, FONT_FAMILY);
  format_set_font_size (format, look->size);
  format_set_font_color (format, look->colour);
  format_set_align (format, look->align);
  format_set_align (format, look->valign);
  if (look->bold)
    format_set_bold (format);
  if (look->wrap)
    format_set_text_wrap (format);
  if (look->number != NULL)
    format_set_num_format (format, look->number);
  if (look->fill != NO_FILL)
    format_set_bg_color (format, look->fill);
  if (look->box) {
    format_set_border (format, LXW_BORDER_THIN);
    format_set_border_color (format, RULE);
  }
}

/* A text in a box keeps off the line on its left, and off the figure that may stand there. */
static void
set_indent (lxw_format *format,
            const Look *look,
            guint more)
{
  guint indent = more + (look->box && look->align == LEFT);

  if (indent > 0)
    format_set_indent (format, MIN (indent, TNK_STYLE_MAX_INDENT));
}

static void
set_cut (lxw_format *format,
         TnkStyle style)
{
  if (style & TNK_STYLE_CUT_RIGHT (0)) {
    format_set_right (format, LXW_BORDER_DASHED);
    format_set_right_color (format, QUIET);
  }
  if (style & TNK_STYLE_CUT_BELOW (0)) {
    format_set_bottom (format, LXW_BORDER_DASHED);
    format_set_bottom_color (format, QUIET);
  }
}

/* Makes a format the first time that it is asked for. */
lxw_format *
tnk_workbook_get_format (TnkWorkbook *self,
                         TnkStyle style)
{
  lxw_format *format = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (style));

  if (format != NULL)
    return format;

  g_assert ((style & 0xff) < TNK_N_STYLES);
  format = workbook_add_format (self->book);
  g_assert (format != NULL); /* as with all small allocations here, there is nothing to go on with */
  set_look (format, &looks[style & 0xff]);
  if (style & TNK_STYLE_STRONG (0))
    format_set_bold (format);
  if (style & TNK_STYLE_UNDERLINED (0))
    format_set_underline (format, LXW_UNDERLINE_SINGLE);
  if (style & TNK_STYLE_SHRUNK (0))
    format_set_shrink (format);
  set_cut (format, style);
  if (style & TNK_STYLE_OPEN (0))
    format_set_unlocked (format);
  set_indent (format, &looks[style & 0xff], style >> 8 & 0xf);
  g_hash_table_insert (self->formats, GUINT_TO_POINTER (style), format);
  return format;
}
