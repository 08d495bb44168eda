/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-pin-slips.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-report-private.h"

/* Two slips stand beside each other and five pairs on a page, with dashed lines to cut along. A page is for one department, and
 * a department has a sheet of its own, unless there are so many that the files behind the sheets would run out. */
#define SLIPS_ACROSS 2
#define PAIRS_A_PAGE 5
#define SLIPS_A_PAGE (SLIPS_ACROSS * PAIRS_A_PAGE)
#define MAX_SHEETS 400

/* The columns of one slip. */
enum {
  COL_LEFT_EDGE,
  COL_LABEL,
  COL_VALUE,
  COL_RIGHT_EDGE,
  N_COLS,
};

#define LAST_COL (SLIPS_ACROSS * N_COLS - 1)

/* How many characters can still be read when they are shrunk to one line: of a slip, and of a page. */
#define MAX_ON_SLIP 40
#define MAX_ON_PAGE 120

typedef enum {
  LINE_BODY,
  LINE_DEPARTMENT,
  LINE_NAME,
  LINE_NUMBER,
  LINE_PIN,
  LINE_TEXT,
  LINE_ENGLISH,
  LINE_CUT,
  N_LINES,
} Line;

typedef struct
{
  double height;
  const char *label; /* NULL: the text takes the place of the label too */
  TnkStyle style;
} LineLook;

static const LineLook looks[N_LINES] = {
  [LINE_BODY] = {17, NULL, TNK_STYLE_SHRUNK (TNK_STYLE_REMARK)},
  [LINE_DEPARTMENT] = {14, "所属", TNK_STYLE_SHRUNK (TNK_STYLE_PLAIN)},
  [LINE_NAME] = {17, "氏名", TNK_STYLE_SHRUNK (TNK_STYLE_SLIP_NAME)},
  [LINE_NUMBER] = {16, "職員番号", TNK_STYLE_SHRUNK (TNK_STYLE_SLIP_NAME)},
  [LINE_PIN] = {29, "暗証番号", TNK_STYLE_SHRUNK (TNK_STYLE_SLIP_PIN)},
  [LINE_TEXT] = {37, NULL, TNK_STYLE_SLIP_TEXT},
  [LINE_ENGLISH] = {10, NULL, TNK_STYLE_SHRUNK (TNK_STYLE_REMARK)},
  [LINE_CUT] = {3, NULL, TNK_STYLE_CUT_BELOW (TNK_STYLE_PLAIN)},
};

typedef struct
{
  GPtrArray *slips; /* (element-type TnkPinSlip), by department */
  const char *body_name;
  const char *campaign_title;
  char *text;
  guint departments_a_sheet;
  GCancellable *cancellable;
  TnkWorkbook *book;
  TnkSheet *sheet; /* that is being written, or NULL */
  guint departments_on_sheet;
  guint row;
  GArray *breaks; /* (element-type guint): where its pages begin, but the first */
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->slips, g_ptr_array_unref);
  g_clear_pointer (&self->book, tnk_workbook_free);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static TnkPinSlip *
get_slip (Writer *self,
          guint i)
{
  return g_ptr_array_index (self->slips, i);
}

static TnkDepartment *
get_department (Writer *self,
                guint i)
{
  return tnk_person_get_department (tnk_pin_slip_get_person (get_slip (self, i)));
}

static int
compare_departments (gconstpointer a,
                     gconstpointer b)
{
  guint one = tnk_department_get_index (tnk_person_get_department (tnk_pin_slip_get_person (*(TnkPinSlip *const *) a)));
  guint other = tnk_department_get_index (tnk_person_get_department (tnk_pin_slip_get_person (*(TnkPinSlip *const *) b)));

  return one < other ? -1 : one > other;
}

static GPtrArray *
sort_by_department (GPtrArray *slips)
{
  GPtrArray *sorted = g_ptr_array_new_full (slips->len, (GDestroyNotify) tnk_pin_slip_unref);

  for (guint i = 0; i < slips->len; i++)
    g_ptr_array_add (sorted, tnk_pin_slip_ref (g_ptr_array_index (slips, i)));
  g_ptr_array_sort (sorted, compare_departments);
  return sorted;
}

/* Where the run of slips of one department ends. */
static guint
find_end (Writer *self,
          guint first)
{
  guint end = first + 1;

  while (end < self->slips->len && get_department (self, end) == get_department (self, first))
    end++;
  return end;
}

static guint
count_departments (Writer *self)
{
  guint n = 0;

  for (guint i = 0; i < self->slips->len; i = find_end (self, i))
    n++;
  return n;
}

static char *
clip (const char *text,
      glong most)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  if (g_utf8_strlen (valid, -1) <= most)
    return g_steal_pointer (&valid);
  g_autofree char *begin = g_utf8_substring (valid, 0, most);
  return g_strconcat (begin, "…", NULL);
}

/* “1234 5678”: digits are read and typed in fours. */
static char *
group_digits (const char *pin)
{
  gsize length = strlen (pin);
  char *grouped = g_malloc (2 * length + 1);
  char *at = grouped;

  for (gsize i = 0; i < length; i++) {
    if (i > 0 && i % 4 == 0)
      *at++ = ' ';
    *at++ = pin[i];
  }
  *at = '\0';
  return grouped;
}

static char *
join_titles (Writer *self)
{
  g_autofree char *joined = g_strjoin (self->campaign_title != NULL ? "　" : "", self->body_name,
                                       self->campaign_title != NULL ? self->campaign_title : "", NULL);
  return clip (joined, MAX_ON_SLIP);
}

static char *
dup_text (Writer *self,
          TnkPinSlip *slip,
          Line line)
{
  TnkPerson *person = tnk_pin_slip_get_person (slip);

  switch (line) {
  case LINE_BODY:
    return join_titles (self);
  case LINE_DEPARTMENT:
    return clip (tnk_department_get_name (tnk_person_get_department (person)), MAX_ON_SLIP);
  case LINE_NAME:
    return clip (tnk_person_get_name (person), MAX_ON_SLIP);
  case LINE_NUMBER:
    return clip (tnk_person_get_id (person), MAX_ON_PAGE);
  case LINE_PIN:
    return group_digits (tnk_pin_slip_get_pin (slip));
  case LINE_TEXT:
    return g_strdup (self->text);
  case LINE_ENGLISH:
    return g_strdup ("Sign in with this PIN, choose your own at once, and show neither to anyone.");
  case LINE_CUT:
  case N_LINES:
  default:
    return g_strdup ("");
  }
}

static void
write_text (Writer *self,
            guint col,
            Line line,
            const char *text)
{
  const LineLook *look = &looks[line];

  if (look->label == NULL) {
    tnk_sheet_merge (self->sheet, self->row, col + COL_LABEL, col + COL_VALUE, look->style, text);
    return;
  }
  tnk_sheet_text (self->sheet, self->row, col + COL_LABEL, TNK_STYLE_REMARK, look->label);
  tnk_sheet_text (self->sheet, self->row, col + COL_VALUE, look->style, text);
}

/* One line of one slip; an empty place at the end of a page has its cut lines all the same. */
static void
write_part (Writer *self,
            guint side,
            TnkPinSlip *slip,
            Line line)
{
  const guint col = side * N_COLS;
  const TnkStyle edge = line == LINE_CUT ? looks[line].style : TNK_STYLE_PLAIN;
  g_autofree char *text = slip != NULL ? dup_text (self, slip, line) : g_strdup ("");

  tnk_sheet_blank (self->sheet, self->row, col + COL_LEFT_EDGE, edge);
  if (slip != NULL || line == LINE_CUT)
    write_text (self, col, line, text);
  tnk_sheet_blank (self->sheet, self->row, col + COL_RIGHT_EDGE, side + 1 < SLIPS_ACROSS ? TNK_STYLE_CUT_RIGHT (edge) : edge);
  explicit_bzero (text, strlen (text));
}

static void
write_pair (Writer *self,
            guint first,
            guint end)
{
  for (Line line = 0; line < N_LINES; line++) {
    tnk_sheet_row_height (self->sheet, self->row, looks[line].height);
    for (guint side = 0; side < SLIPS_ACROSS; side++)
      write_part (self, side, first + side < end ? get_slip (self, first + side) : NULL, line);
    self->row++;
  }
}

/* The head of a page, which is cut off. */
static void
write_head (Writer *self,
            guint first,
            guint page,
            guint n_pages)
{
  g_autofree char *name = clip (tnk_department_get_name (get_department (self, first)), MAX_ON_PAGE);
  g_autofree char *number = g_strdup_printf ("%u / %u", page + 1, n_pages);

  tnk_sheet_row_height (self->sheet, self->row, 24);
  tnk_sheet_merge (self->sheet, self->row, 0, N_COLS + COL_LABEL, TNK_STYLE_CUT_BELOW (TNK_STYLE_SHRUNK (TNK_STYLE_SECTION)), name);
  tnk_sheet_merge (self->sheet, self->row, N_COLS + COL_VALUE, LAST_COL, TNK_STYLE_CUT_BELOW (TNK_STYLE_REMARK_RIGHT), number);
  self->row++;
}

static void
end_sheet (Writer *self)
{
  if (self->sheet != NULL)
    tnk_sheet_break_pages (self->sheet, (const guint *) self->breaks->data, self->breaks->len);
  self->sheet = NULL;
  self->row = 0;
  self->departments_on_sheet = 0;
  g_array_set_size (self->breaks, 0);
}

/* Together the columns are a little narrower than A4 between its margins. */
static void
begin_sheet (Writer *self,
             const char *department)
{
  static const double widths[N_COLS] = {1, 9, 32, 1};
  g_autofree char *name = tnk_workbook_make_sheet_name (self->book, department);

  self->sheet = tnk_workbook_add_sheet (self->book, name);
  tnk_sheet_page (self->sheet, TNK_PAPER_A4_PORTRAIT);
  for (guint i = 0; i <= LAST_COL; i++)
    tnk_sheet_columns (self->sheet, i, i, widths[i % N_COLS]);
}

static void
begin_page (Writer *self,
            const char *department)
{
  if (self->breaks->len == TNK_MAX_BREAKS)
    end_sheet (self);
  if (self->sheet == NULL)
    begin_sheet (self, department);
  else
    g_array_append_val (self->breaks, self->row);
}

static void
write_department (Writer *self,
                  guint first,
                  guint end)
{
  guint n_pages = (end - first + SLIPS_A_PAGE - 1) / SLIPS_A_PAGE;

  if (self->departments_on_sheet == self->departments_a_sheet)
    end_sheet (self);
  for (guint page = 0; page < n_pages; page++) {
    guint page_first = first + page * SLIPS_A_PAGE;
    guint page_end = MIN (page_first + SLIPS_A_PAGE, end);

    if (g_cancellable_is_cancelled (self->cancellable))
      return;
    begin_page (self, tnk_department_get_name (get_department (self, first)));
    write_head (self, first, page, n_pages);
    for (guint i = page_first; i < page_end; i += SLIPS_ACROSS)
      write_pair (self, i, page_end);
  }
  self->departments_on_sheet++;
}

static char *
make_text (const char *closes)
{
  g_autofree char *day = closes != NULL ? tnk_format_date (closes) : NULL;

  return g_strdup_printf ("%s%s点検用の端末で、職員番号とこの暗証番号を入れてください。最初のサインインで、自分だけの番号に変えます。"
                          "ほかの人には見せないでください。",
                          day != NULL ? day : "", day != NULL ? "までに" : "");
}

static void
write_workbook (Writer *self)
{
  g_autofree char *title = g_strdup_printf ("%s　暗証番号票", self->body_name);
  const TnkWorkbookProperties properties = {
    .title = title,
    .subject = self->campaign_title != NULL ? self->campaign_title : "暗証番号票",
    .author = self->body_name,
    .keywords = "情報セキュリティ, 自己点検, 暗証番号票",
    .comments = "機密性２",
  };

  tnk_workbook_set_private (self->book);
  tnk_workbook_set_properties (self->book, &properties);
  tnk_workbook_set_page_texts (self->book, title, "機密性２", "点線で切り、本人に手渡す");
  self->departments_a_sheet = (count_departments (self) + MAX_SHEETS - 1) / MAX_SHEETS;
  for (guint i = 0; i < self->slips->len; i = find_end (self, i))
    write_department (self, i, find_end (self, i));
  end_sheet (self);
}

/**
 * tnk_pin_slips_write:
 * @slips: (element-type TnkPinSlip): the slips; at least one
 * @body_name: the name of the public body
 * @campaign_title: (nullable): the title of the campaign that the PINs are for
 * @closes: (nullable): its last day, ISO 8601
 * @filename: the file to write, `.xlsx`; one of that name is replaced
 * @cancellable: (nullable): stops the work
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes first PINs to be printed, cut and handed out: a sheet for each department, two slips beside each other on A4.
 *
 * Nobody but the user can read the file.
 *
 * Returns: `TRUE` if the workbook is there, whole
 *
 * Since: 0.1
 */
gboolean
tnk_pin_slips_write (GPtrArray *slips,
                     const char *body_name,
                     const char *campaign_title,
                     const char *closes,
                     const char *filename,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (slips != NULL && slips->len > 0 && body_name != NULL && filename != NULL, FALSE);

  g_auto (Writer) writer = {
    .slips = sort_by_department (slips),
    .body_name = body_name,
    .campaign_title = campaign_title,
    .text = make_text (closes),
    .cancellable = cancellable,
    .breaks = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  writer.book = tnk_workbook_new (filename, error);
  if (writer.book == NULL)
    return FALSE;
  write_workbook (&writer);
  return tnk_workbook_close (writer.book, cancellable, NULL, error);
}
