/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-package-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tnk-error.h"

/* A finished workbook on its way to the user: is it whole, and does it arrive whole?
 *
 * libxlsxwriter writes its sheets into temporary files and does not look whether the disk took them; on a full disk it
 * makes a workbook with rows missing and calls it done. So every part is unpacked again before anybody gets the file:
 * each must end where its XML ends, and each sheet must hold exactly the cells that were written. */

#define CHUNK 65536
#define TAIL 32
#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30

static guint16
get16 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

static guint32
get32 (const guint8 *bytes)
{
  return get16 (bytes) | (guint32) get16 (bytes + 2) << 16;
}

typedef struct
{
  guint64 n_cells;
  guint64 size;
  char tail[TAIL + 1]; /* the last bytes of the part */
} Part;

/* Unpacked bytes come in pieces; a cell’s mark can lie across two of them. */
typedef struct
{
  Part part;
  gsize carried;
  char text[4 + CHUNK + 1];
} Scan;

static const char cell_mark[] = "<c r=";

static void
scan_piece (Scan *scan,
            gsize n)
{
  gsize length = scan->carried + n;
  gsize keep = MIN (length, strlen (cell_mark) - 1);

  for (char *at = scan->text; (at = memmem (at, scan->text + length - at, cell_mark, strlen (cell_mark))) != NULL; at++)
    scan->part.n_cells++;
  memmove (scan->text, scan->text + length - keep, keep);
  scan->carried = keep;
}

static void
keep_tail (Part *part,
           const char *bytes,
           gsize n)
{
  gsize take = MIN (n, TAIL);
  gsize stay = MIN (strlen (part->tail), TAIL - take);
  gsize had = strlen (part->tail);

  memmove (part->tail, part->tail + had - stay, stay);
  memcpy (part->tail + stay, bytes + n - take, take);
  part->tail[stay + take] = '\0';
  part->size += n;
}

/* Unpacks a part and looks at it, without ever holding the whole of it. */
static gboolean
scan_part (const guint8 *packed,
           gsize n_packed,
           Part *part,
           GError **error)
{
  g_autoptr (GZlibDecompressor) inflate = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree Scan *scan = g_new0 (Scan, 1);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED) {
    gsize n_read = 0;
    gsize n_written = 0;
    char *piece = scan->text + scan->carried;

    result = g_converter_convert (G_CONVERTER (inflate), packed, n_packed, piece, CHUNK,
                                  G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
    if (result == G_CONVERTER_ERROR)
      return FALSE;
    packed += n_read;
    n_packed -= n_read;
    keep_tail (&scan->part, piece, n_written);
    scan_piece (scan, n_written);
  }
  *part = scan->part;
  return TRUE;
}

/* What a part must end with, by its name in the package. */
static const char *
find_ending (const char *name)
{
  static const struct
  {
    const char *prefix;
    const char *ending;
  } endings[] = {
    {"[Content_Types].xml", "</Types>"},
    {"docProps/app.xml", "</Properties>"},
    {"docProps/core.xml", "</cp:coreProperties>"},
    {"xl/workbook.xml", "</workbook>"},
    {"xl/styles.xml", "</styleSheet>"},
    {"xl/theme/", "</a:theme>"},
    {"xl/worksheets/sheet", "</worksheet>"},
    {"xl/drawings/drawing", "</xdr:wsDr>"},
    {"xl/charts/chart", "</c:chartSpace>"},
  };

  if (g_str_has_suffix (name, ".rels"))
    return "</Relationships>";
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (name, endings[i].prefix))
      return endings[i].ending;
  return ">";
}

static gboolean
check_part (const char *name,
            const Part *part,
            guint32 size,
            GError **error)
{
  g_autofree char *tail = g_strchomp (g_strdup (part->tail));

  if (part->size == size && g_str_has_suffix (tail, find_ending (name)))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT,
               "the part %s came out cut short, probably because the folder for temporary files is full", name);
  return FALSE;
}

/* The number in "xl/worksheets/sheetN.xml", or 0. */
static guint
sheet_number (const char *name)
{
  const char *prefix = "xl/worksheets/sheet";

  return g_str_has_prefix (name, prefix) ? (guint) g_ascii_strtoull (name + strlen (prefix), NULL, 10) : 0;
}

typedef struct
{
  const guint8 *bytes;
  gsize length;
  const guint64 *n_cells;
  guint n_sheets;
  guint seen_sheets;
} Package;

static gboolean
set_not_a_package (GError **error)
{
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_EXPORT, "what came out is not a whole workbook");
  return FALSE;
}

static gboolean
check_cells (Package *package,
             const char *name,
             const Part *part,
             GError **error)
{
  guint number = sheet_number (name);

  if (number == 0)
    return TRUE;
  if (number > package->n_sheets)
    return set_not_a_package (error);
  package->seen_sheets++;
  if (part->n_cells == package->n_cells[number - 1])
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT,
               "sheet %u holds %" G_GUINT64_FORMAT " cells where %" G_GUINT64_FORMAT " were written, probably because "
               "the folder for temporary files is full",
               number, part->n_cells, package->n_cells[number - 1]);
  return FALSE;
}

/* Checks the entry of the directory at @at; returns the length of the entry, 0 on error. */
static gsize
check_entry (Package *package,
             gsize at,
             GError **error)
{
  const guint8 *entry = package->bytes + at;
  Part part = {0};

  if (at + ENTRY_SIZE > package->length || get32 (entry) != 0x02014b50 || get16 (entry + 10) != 8)
    return set_not_a_package (error);

  gsize length = ENTRY_SIZE + get16 (entry + 28) + get16 (entry + 30) + get16 (entry + 32);
  gsize local = get32 (entry + 42);
  if (at + length > package->length || local + LOCAL_SIZE > package->length)
    return set_not_a_package (error);

  gsize start = local + LOCAL_SIZE + get16 (package->bytes + local + 26) + get16 (package->bytes + local + 28);
  gsize n_packed = get32 (entry + 20);
  if (start + n_packed > package->length)
    return set_not_a_package (error);

  g_autofree char *name = g_strndup ((const char *) entry + ENTRY_SIZE, get16 (entry + 28));
  if (!scan_part (package->bytes + start, n_packed, &part, error) ||
      !check_part (name, &part, get32 (entry + 24), error) ||
      !check_cells (package, name, &part, error))
    return 0;
  return length;
}

/* Checks that a workbook is whole and that its sheets hold as many cells as they should. */
gboolean
tnk_package_verify (const char *filename,
                    const guint64 *n_cells,
                    guint n_sheets,
                    GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (filename, FALSE, error);

  if (file == NULL)
    return FALSE;

  Package package = {(const guint8 *) g_mapped_file_get_contents (file), g_mapped_file_get_length (file), n_cells, n_sheets, 0};
  if (package.length < END_SIZE || get32 (package.bytes + package.length - END_SIZE) != 0x06054b50)
    return set_not_a_package (error);

  const guint8 *end = package.bytes + package.length - END_SIZE;
  gsize at = get32 (end + 16);
  for (guint i = get16 (end + 10); i > 0; i--) {
    gsize length = check_entry (&package, at, error);

    if (length == 0)
      return FALSE;
    at += length;
  }
  return package.seen_sheets == n_sheets || set_not_a_package (error);
}

static gboolean
set_errno (GError **error,
           const char *target,
           const char *hint)
{
  int code = errno;

  g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: %s%s", target, g_strerror (code), hint);
  return FALSE;
}

/* Finds where a workbook is really to go, and refuses what could only fail later: a folder that is not there or may
 * not be written, a device, a pipe. A rename would replace a device by a file, so none may come that far. */
char *
tnk_package_resolve_target (const char *filename,
                            GError **error)
{
  char *real = realpath (filename, NULL);
  g_autofree char *target = real != NULL ? g_strdup (real) : g_canonicalize_filename (filename, NULL);
  GStatBuf info;

  free (real);

  g_autofree char *folder = g_path_get_dirname (target);
  if (g_stat (target, &info) == 0 && !S_ISREG (info.st_mode)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXPORT, "cannot write “%s”: it is not a file; name a file to write into", filename);
    return NULL;
  }
  if (g_stat (folder, &info) == 0 && !S_ISDIR (info.st_mode))
    errno = ENOTDIR;
  else if (g_access (folder, W_OK | X_OK) == 0)
    return g_steal_pointer (&target);
  set_errno (error, filename, "; choose a folder that you may write into");
  return NULL;
}

/* A new file beside the target, so that the last step is a rename within one file system. It gets the rights that the
 * user’s umask leaves of @mode, which g_mkstemp () would not do. */
static int
open_beside (const char *target,
             int mode,
             char **name)
{
  g_autofree char *folder = g_path_get_dirname (target);

  for (guint i = 0; i < 100; i++) {
    g_autofree char *candidate = g_strdup_printf ("%s/.tenken-%08x", folder, g_random_int ());
    int fd = g_open (candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);

    if (fd >= 0)
      *name = g_steal_pointer (&candidate);
    if (fd >= 0 || errno != EEXIST)
      return fd;
  }
  return -1;
}

static gboolean
write_all (int fd,
           const char *bytes,
           gsize length)
{
  while (length > 0) {
    gssize n = write (fd, bytes, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    bytes += n;
    length -= n;
  }
  return TRUE;
}

/* close () can be where a network file system says that the disk is full. */
static gboolean
fill_file (int fd,
           GMappedFile *file)
{
  gboolean done = write_all (fd, g_mapped_file_get_contents (file), g_mapped_file_get_length (file)) && fsync (fd) == 0;
  int code = errno;

  if (close (fd) != 0 && done)
    return FALSE;
  errno = code;
  return done;
}

/* Brings a finished workbook to its place, whole or not at all. */
gboolean
tnk_package_deliver (const char *filename,
                     const char *target,
                     int mode,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (filename, FALSE, error);
  g_autofree char *beside = NULL;
  gboolean done = FALSE;

  if (file == NULL)
    return FALSE;

  int fd = open_beside (target, mode, &beside);
  if (fd < 0)
    return set_errno (error, target, "; choose a folder that you may write into");
  if (!fill_file (fd, file))
    set_errno (error, target, "; nothing of it was kept");
  else if (g_cancellable_set_error_if_cancelled (cancellable, error))
    done = FALSE;
  else if (g_rename (beside, target) != 0)
    set_errno (error, target, "; nothing of it was kept");
  else
    done = TRUE;
  if (!done)
    g_unlink (beside);
  return done;
}
