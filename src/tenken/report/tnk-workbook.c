/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-workbook-package-private.h"

/* Excel takes at most so many characters for a name of a sheet and for the text of a page’s head or foot. */
#define MAX_SHEET_NAME 31
#define MAX_HEADER_PART 70

static void
tnk_sheet_free (gpointer data)
{
  TnkSheet *self = data;

  g_free (self->name);
  g_free (self);
}

/* libxlsxwriter prints numbers with printf (), so in a locale with a decimal comma it would write “0,5” into XML and
 * the workbook would be broken. The locale of the thread is put aside for each call; the program’s own stays.
 * In constant-memory mode a row is printed when the next begins, so this concerns all verbs, not only numbers. */
locale_t
tnk_workbook_enter_c_locale (void)
{
  static gsize c_locale = 0;

  if (g_once_init_enter (&c_locale))
    g_once_init_leave (&c_locale, (gsize) newlocale (LC_ALL_MASK, "C", (locale_t) 0));
  return uselocale ((locale_t) c_locale);
}

/* Keeps the first thing that went wrong. */
void
tnk_workbook_fail (TnkWorkbook *self,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->error != NULL)
    return;
  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->error = g_error_new (TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: %s", self->target, message);
}

gboolean
tnk_workbook_has_failed (TnkWorkbook *self)
{
  return self->error != NULL;
}

/* Starts a workbook that is to become @filename. Nothing is written there before tnk_workbook_close (); what arises on
 * the way lies in a folder of its own under the folder for temporary files. */
TnkWorkbook *
tnk_workbook_new (const char *filename,
                  GError **error)
{
  g_autofree char *target = tnk_package_resolve_target (filename, error);

  if (target == NULL)
    return NULL;

  g_autofree char *directory = g_dir_make_tmp ("tenken-XXXXXX", error);
  if (directory == NULL) {
    g_prefix_error (error, "cannot write “%s”: ", filename);
    return NULL;
  }

  g_autoptr (TnkWorkbook) self = g_new0 (TnkWorkbook, 1);
  self->target = g_steal_pointer (&target);
  self->directory = g_steal_pointer (&directory);
  self->draft = g_build_filename (self->directory, "workbook.xlsx", NULL);
  self->sheets = g_ptr_array_new_with_free_func (tnk_sheet_free);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->formats = g_hash_table_new (NULL, NULL);

  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = self->directory};
  self->book = workbook_new_opt (self->draft, &options);
  if (self->book == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: there is not enough memory", filename);
    return NULL;
  }
  return g_steal_pointer (&self);
}

/* libxlsxwriter closes the temporary file of a sheet only where it writes the sheet out. */
static void
abandon_book (TnkWorkbook *self)
{
  for (guint i = 0; i < self->sheets->len; i++) {
    TnkSheet *sheet = g_ptr_array_index (self->sheets, i);

    if (sheet->worksheet != NULL)
      g_clear_pointer (&sheet->worksheet->optimize_tmpfile, fclose);
  }
  g_clear_pointer (&self->book, lxw_workbook_free);
}

/* Forgets a workbook. One that was not closed leaves nothing behind. */
void
tnk_workbook_free (TnkWorkbook *self)
{
  if (self == NULL)
    return;
  if (self->book != NULL)
    abandon_book (self);
  g_unlink (self->draft);
  g_rmdir (self->directory);
  g_ptr_array_unref (self->sheets);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->formats);
  g_clear_error (&self->error);
  g_free (self->header);
  g_free (self->footer);
  g_free (self->draft);
  g_free (self->directory);
  g_free (self->target);
  g_free (self);
}

/* The last row of a sheet is still in the memory; all before it must have reached the temporary file. */
static void
check_sheets (TnkWorkbook *self)
{
  if (self->sheets->len == 0)
    tnk_workbook_fail (self, "the workbook has no sheet");
  for (guint i = 0; i < self->sheets->len && !tnk_workbook_has_failed (self); i++) {
    TnkSheet *sheet = g_ptr_array_index (self->sheets, i);
    FILE *file = sheet->worksheet->optimize_tmpfile;

    if (sheet->n_stored == 0)
      tnk_workbook_fail (self, "the sheet “%s” is empty", sheet->name);
    else if (fflush (file) != 0 || ferror (file))
      tnk_workbook_fail (self, "the folder for temporary files, “%s”, cannot take it; set TMPDIR to one that has room", g_get_tmp_dir ());
  }
}

static gboolean
finish_book (TnkWorkbook *self,
             GError **error)
{
  locale_t before = tnk_workbook_enter_c_locale ();
  lxw_error code = workbook_close (g_steal_pointer (&self->book));
  g_autofree guint64 *n_cells = g_new0 (guint64, self->sheets->len);

  uselocale (before);
  if (code != LXW_NO_ERROR) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: %s", self->target, lxw_strerror (code));
    return FALSE;
  }
  for (guint i = 0; i < self->sheets->len; i++)
    n_cells[i] = ((TnkSheet *) g_ptr_array_index (self->sheets, i))->n_stored;
  if (tnk_package_verify (self->draft, n_cells, self->sheets->len, error))
    return TRUE;
  g_prefix_error (error, "cannot write “%s”: ", self->target);
  return FALSE;
}

/* Finishes the workbook and puts it in its place, or reports the first thing that went wrong and leaves nothing there.
 * Afterwards it can only be freed. @n_cells is how many cells with something in them were written. */
gboolean
tnk_workbook_close (TnkWorkbook *self,
                    GCancellable *cancellable,
                    guint64 *n_cells,
                    GError **error)
{
  g_return_val_if_fail (self->book != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  check_sheets (self);
  if (self->error != NULL) {
    g_propagate_error (error, g_error_copy (self->error));
    return FALSE;
  }
  if (!finish_book (self, error) || !tnk_package_deliver (self->draft, self->target, self->private ? 0600 : 0666, cancellable, error))
    return FALSE;
  if (n_cells != NULL)
    *n_cells = self->n_cells;
  return TRUE;
}

static time_t
read_date (const char *date)
{
  g_autofree char *noon = date != NULL ? g_strdup_printf ("%.10sT00:00:00Z", date) : NULL;
  g_autoptr (GDateTime) time = noon != NULL ? g_date_time_new_from_iso8601 (noon, NULL) : NULL;

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

static char *
dup_clean (const char *text)
{
  char *clean = text != NULL ? tnk_workbook_clean_text (text) : NULL;

  return clean != NULL ? clean : g_strdup (text);
}

/* What the file says of itself in a file manager. Its date is that of the report, so that the same figures make the
 * same file. */
void
tnk_workbook_set_properties (TnkWorkbook *self,
                             const TnkWorkbookProperties *properties)
{
  g_autofree char *title = dup_clean (properties->title);
  g_autofree char *subject = dup_clean (properties->subject);
  g_autofree char *author = dup_clean (properties->author);
  g_autofree char *keywords = dup_clean (properties->keywords);
  g_autofree char *comments = dup_clean (properties->comments);
  lxw_doc_properties values = {.title = title, .subject = subject, .author = author, .company = author, .keywords = keywords, .comments = comments, .created = read_date (properties->date)};
  lxw_error code = tnk_workbook_has_failed (self) ? LXW_NO_ERROR : workbook_set_properties (self->book, &values);

  if (code != LXW_NO_ERROR)
    tnk_workbook_fail (self, "its properties: %s", lxw_strerror (code));
}

/* A text for the head or foot of a page: there “&” begins a code. It is an ornament, not a figure, so it is shortened
 * where Excel would refuse the workbook. */
static char *
make_page_text (const char *text)
{
  g_autofree char *clean = dup_clean (text != NULL ? text : "");
  g_autofree char *cut = g_utf8_strlen (clean, -1) > MAX_HEADER_PART ? g_utf8_substring (clean, 0, MAX_HEADER_PART - 1) : NULL;
  g_autofree char *line = g_strconcat (cut != NULL ? cut : clean, cut != NULL ? "…" : NULL, NULL);
  g_auto (GStrv) pieces = g_strsplit (g_strdelimit (line, "\n\t", ' '), "&", -1);

  return g_strjoinv ("&&", pieces);
}

/* Sets what every page bears: at its head what it is and how secret, at its foot the sheet, the page, and @foot. */
void
tnk_workbook_set_page_texts (TnkWorkbook *self,
                             const char *heading,
                             const char *classification,
                             const char *foot)
{
  g_autofree char *left = make_page_text (heading);
  g_autofree char *mark = make_page_text (classification);
  g_autofree char *right = make_page_text (foot);

  g_free (self->header);
  g_free (self->footer);
  self->header = g_strdup_printf ("&L&9%s&R&9&B %s", left, mark);
  self->footer = g_strdup_printf ("&L&9&A&C&9&P / &N&R&9 %s", right);
}

/* Lets nobody but the user read the file, whatever the umask would allow. */
void
tnk_workbook_set_private (TnkWorkbook *self)
{
  self->private = TRUE;
}

/* Gives a cell a name, so that a formula can be read: 等級線A instead of $C$20. */
void
tnk_workbook_define_name (TnkWorkbook *self,
                          const char *name,
                          TnkSheet *sheet,
                          guint row,
                          guint col)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  if (tnk_workbook_has_failed (self))
    return;

  lxw_rowcol_to_cell_abs (cell, row, col, TRUE, TRUE);
  g_autofree char *formula = g_strdup_printf ("='%s'!%s", sheet->name, cell);
  lxw_error code = workbook_define_name (self->book, name, formula);
  if (code != LXW_NO_ERROR)
    tnk_workbook_fail (self, "the name “%s”: %s", name, lxw_strerror (code));
}

/* Excel’s own rules, some of which libxlsxwriter leaves to Excel: a workbook that breaks one is “repaired” on opening. */
static const char *
find_name_fault (const char *name)
{
  if (name == NULL || *name == '\0')
    return "it is empty";
  if (!g_utf8_validate (name, -1, NULL))
    return "it is not UTF-8";
  if (strpbrk (name, "[]:*?/\\") != NULL)
    return "it holds one of [ ] : * ? / \\";
  if (*name == '\'' || g_str_has_suffix (name, "'"))
    return "it begins or ends with an apostrophe";
  if (g_ascii_strcasecmp (name, "History") == 0)
    return "Excel keeps it for itself";
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return "it holds a control character";
  return NULL;
}

static gboolean
is_too_long (const char *name)
{
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (name, -1, NULL, &length, NULL);

  return units == NULL || length > MAX_SHEET_NAME;
}

static gboolean
has_sheet (TnkWorkbook *self,
           const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_hash_table_contains (self->names, folded);
}

static gboolean
check_sheet_name (TnkWorkbook *self,
                  const char *name)
{
  const char *fault = find_name_fault (name);

  if (fault == NULL && is_too_long (name))
    fault = "it has more than 31 characters";
  if (fault == NULL && has_sheet (self, name))
    fault = "another sheet has it already";
  if (fault == NULL)
    return TRUE;

  g_autofree char *shown = g_utf8_make_valid (name != NULL ? name : "", -1);
  tnk_workbook_fail (self, "“%s” cannot be the name of a sheet: %s", shown, fault);
  return FALSE;
}

static char *
clip_name (const char *name,
           glong most)
{
  glong length = 0;
  glong n = 0;
  const char *at = name;

  for (; *at != '\0'; at = g_utf8_next_char (at), n++) {
    length += g_utf8_get_char (at) > 0xffff ? 2 : 1;
    if (length > most)
      break;
  }
  return g_utf8_substring (name, 0, n);
}

/* Makes of any text a name that a sheet can have: without what Excel forbids, short enough, and not taken yet. */
char *
tnk_workbook_make_sheet_name (TnkWorkbook *self,
                              const char *wanted)
{
  g_autofree char *clean = dup_clean (wanted);
  g_autofree char *base = NULL;
  char *name;

  g_strdelimit (clean, "[]:*?/\\'\n\t", ' ');
  if (*g_strstrip (clean) == '\0') {
    g_free (clean);
    clean = g_strdup ("無題");
  }
  base = clip_name (clean, MAX_SHEET_NAME);
  if (find_name_fault (base) == NULL && !has_sheet (self, base))
    return g_steal_pointer (&base);
  for (guint i = 2;; i++) {
    g_autofree char *number = g_strdup_printf (" %u", i);
    g_autofree char *cut = clip_name (clean, MAX_SHEET_NAME - strlen (number));

    name = g_strconcat (cut, number, NULL);
    if (!has_sheet (self, name))
      return name;
    g_free (name);
  }
}

/* Adds a sheet after the last one. Returns a sheet in any case: once the workbook has failed, one that takes
 * everything and keeps nothing, so that callers need not ask. */
TnkSheet *
tnk_workbook_add_sheet (TnkWorkbook *self,
                        const char *name)
{
  TnkSheet *sheet = g_new0 (TnkSheet, 1);

  sheet->workbook = self;
  if (!tnk_workbook_has_failed (self) && check_sheet_name (self, name)) {
    sheet->worksheet = workbook_add_worksheet (self->book, name);
    if (sheet->worksheet == NULL)
      tnk_workbook_fail (self, "the sheet “%s” could not be made, probably because the folder for temporary files is full", name);
  }
  sheet->name = g_utf8_make_valid (name != NULL ? name : "", -1);
  g_ptr_array_add (self->sheets, sheet);
  g_hash_table_add (self->names, g_utf8_casefold (sheet->name, -1));
  return sheet;
}
