/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-directory-private.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

/* The directory of a zip file, judged before anything is unpacked. libgsf trusts what it finds there: it follows any
 * name, believes any size and prints its surprise. So what reaches it has been looked at here, byte by byte. */

#define END_SIZE 22
#define ENTRY_SIZE 46
#define LOCAL_SIZE 30
#define LOCATOR_SIZE 20
#define END_MARK 0x06054b50
#define ENTRY_MARK 0x02014b50
#define LOCAL_MARK 0x04034b50
#define LOCATOR_MARK 0x07064b50

#define STORED 0
#define DEFLATED 8
#define MAX_NAME 255
#define MAX_DEPTH 16
/* Below this size a part may be packed as tightly as it likes. */
#define SMALL_PART (1024 * 1024)

const TnkXlsxLimits tnk_xlsx_default_limits = {
  .file_size = 64 * 1024 * 1024,
  .part_size = 256 * 1024 * 1024,
  .total_size = 512 * 1024 * 1024,
  .ratio = 200,
  .n_parts = 2000,
  .n_rows = 200000,
  .n_columns = 16384,
  .n_strings = 1000000,
  .text_size = 1024 * 1024,
};

typedef struct
{
  guint8 *bytes;
  gsize length;
  const TnkXlsxLimits *limits;
  GHashTable *entries; /* (element-type utf8 TnkXlsxEntry): by the name in lower case */
  guint64 total;
} Directory;

/* What a directory says of an entry. */
typedef struct
{
  guint flags;
  guint method;
  guint32 crc;
  guint64 packed;
  guint64 size;
  guint64 local;
  guint name_length;
  gsize length; /* of the description itself */
} Header;

static guint
get16 (const guint8 *bytes)
{
  return bytes[0] | bytes[1] << 8;
}

static guint32
get32 (const guint8 *bytes)
{
  return get16 (bytes) | (guint32) get16 (bytes + 2) << 16;
}

void
tnk_xlsx_entry_free (gpointer entry)
{
  g_free (((TnkXlsxEntry *) entry)->name);
  g_free (entry);
}

static gboolean throw (GError * *error,
                       const char *format,
                       ...) G_GNUC_PRINTF (2, 3);

static gboolean throw (GError * *error,
                       const char *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_autofree char *line = tnk_one_line (message);
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, line);
  return FALSE;
}

static gboolean
throw_damaged (GError **error,
               const char *what)
{
  return throw (error, "the file is damaged or cut short (%s); get it again from where it came", what);
}

/* What a name of a part may not be: it could lead out of the package, or mean two things to two programs. */
static const char *
find_name_fault (const char *name)
{
  g_auto (GStrv) steps = NULL;
  guint n;

  if (!g_utf8_validate (name, -1, NULL))
    return "it is not UTF-8";
  if (!tnk_is_harmless (name, FALSE))
    return "it holds a control character";
  if (strpbrk (name, "\\:") != NULL)
    return "it holds a backslash or a colon";
  steps = g_strsplit (name, "/", -1);
  n = g_strv_length (steps);
  if (n > MAX_DEPTH)
    return "it is too deep";
  for (guint i = 0; i < n; i++) {
    /* A folder’s name ends with a slash. */
    if (*steps[i] == '\0' && !(i > 0 && i == n - 1))
      return "it has an empty step";
    if (g_str_equal (steps[i], ".") || g_str_equal (steps[i], ".."))
      return "it leads elsewhere";
  }
  return NULL;
}

static char *
take_name (const guint8 *bytes,
           guint length,
           GError **error)
{
  g_autofree char *name = g_strndup ((const char *) bytes, length);
  const char *fault;

  if (length == 0 || length > MAX_NAME || strlen (name) != length)
    fault = "it is empty, too long, or holds a zero byte";
  else
    fault = find_name_fault (name);
  if (fault == NULL)
    return g_steal_pointer (&name);

  g_autofree char *shown = g_utf8_make_valid (name, MIN (strlen (name), 60));
  throw (error, "the part “%s” has a name that no spreadsheet program gives: %s; save the workbook again in one", shown, fault);
  return NULL;
}

static gboolean
read_header (Directory *self,
             gsize at,
             Header *header,
             GError **error)
{
  const guint8 *entry = self->bytes + at;

  if (at + ENTRY_SIZE > self->length || get32 (entry) != ENTRY_MARK)
    return throw_damaged (error, "its directory");
  header->flags = get16 (entry + 8);
  header->method = get16 (entry + 10);
  header->crc = get32 (entry + 16);
  header->packed = get32 (entry + 20);
  header->size = get32 (entry + 24);
  header->name_length = get16 (entry + 28);
  header->local = get32 (entry + 42);
  header->length = ENTRY_SIZE + header->name_length + get16 (entry + 30) + get16 (entry + 32);
  if (at + header->length > self->length)
    return throw_damaged (error, "its directory");
  /* The time is of no use to anybody, and libgsf stumbles over one that cannot be. */
  memset (self->bytes + at + 12, 0, 4);
  return TRUE;
}

/* The entry repeats its name where its bytes are, and they must lie within the file. */
static gboolean
check_local (Directory *self,
             const Header *header,
             const char *name,
             GError **error)
{
  const guint8 *local = self->bytes + header->local;
  guint64 start;

  if (header->local + LOCAL_SIZE > self->length || get32 (local) != LOCAL_MARK)
    return throw_damaged (error, name);
  start = header->local + LOCAL_SIZE + get16 (local + 26) + get16 (local + 28);
  if (start + header->packed > self->length || get16 (local + 26) != header->name_length ||
      memcmp (local + LOCAL_SIZE, name, header->name_length) != 0)
    return throw_damaged (error, name);
  return TRUE;
}

static gboolean
check_sizes (Directory *self,
             const Header *header,
             const char *name,
             GError **error)
{
  if (header->packed == G_MAXUINT32 || header->size == G_MAXUINT32 || header->local == G_MAXUINT32)
    return throw (error, "the part %s is written for files beyond 4 GB; save the workbook again in a spreadsheet program", name);
  if (header->size > self->limits->part_size)
    return throw (error, "the part %s would unpack to %" G_GUINT64_FORMAT " bytes, more than any sheet that was handed out; refused",
                  name, header->size);
  if (header->size > SMALL_PART && header->size / self->limits->ratio > header->packed)
    return throw (error, "the part %s would unpack to more than %u times its size, which no true workbook does; refused",
                  name, self->limits->ratio);
  self->total += header->size;
  if (self->total > self->limits->total_size)
    return throw (error, "the file would unpack to more than %" G_GUINT64_FORMAT " bytes; refused", self->limits->total_size);
  return TRUE;
}

static gboolean
check_packing (const Header *header,
               const char *name,
               GError **error)
{
  if (header->flags & 1)
    return throw (error, "the part %s is protected by a password; take the password off and save the workbook again", name);
  if (header->method != STORED && header->method != DEFLATED)
    return throw (error, "the part %s is packed in a way that spreadsheet programs do not use; save the workbook again in one", name);
  if (header->method == STORED && header->packed != header->size)
    return throw_damaged (error, name);
  return TRUE;
}

static gboolean
add_entry (Directory *self,
           gsize at,
           gsize *next,
           GError **error)
{
  Header header = {0};
  g_autofree char *name = NULL;

  if (!read_header (self, at, &header, error))
    return FALSE;
  *next = at + header.length;
  name = take_name (self->bytes + at + ENTRY_SIZE, header.name_length, error);
  if (name == NULL || !check_packing (&header, name, error) || !check_sizes (self, &header, name, error) ||
      !check_local (self, &header, name, error))
    return FALSE;

  TnkXlsxEntry *entry = g_new0 (TnkXlsxEntry, 1);
  entry->size = header.size;
  entry->crc = header.crc;
  entry->name = g_steal_pointer (&name);
  if (g_hash_table_insert (self->entries, g_ascii_strdown (entry->name, -1), entry))
    return TRUE;
  return throw (error, "the part %s is in the file twice; save the workbook again in a spreadsheet program", entry->name);
}

/* Finds the end of the directory just as libgsf does: the last place that bears its mark. */
static gboolean
find_end (Directory *self,
          gsize *end,
          GError **error)
{
  gsize least = self->length > END_SIZE + G_MAXUINT16 ? self->length - END_SIZE - G_MAXUINT16 : 0;

  for (gsize at = self->length - END_SIZE + 1; at-- > least;) {
    if (get32 (self->bytes + at) != END_MARK)
      continue;
    *end = at;
    if (at < LOCATOR_SIZE || at + END_SIZE + get16 (self->bytes + at + 20) != self->length)
      return throw_damaged (error, "its end");
    if (get32 (self->bytes + at - LOCATOR_SIZE) == LOCATOR_MARK)
      return throw (error, "the file is written for sizes beyond 4 GB; save the workbook again in a spreadsheet program");
    return TRUE;
  }
  return throw_damaged (error, "its end is missing");
}

/* Reads the directory of a zip file that lies in the memory. Sets the times in it to nothing.
 * Returns: (element-type utf8 TnkXlsxEntry): by the name in lower case, for names of parts differ by more than case */
GHashTable *
tnk_xlsx_directory_read (guint8 *bytes,
                         gsize length,
                         const TnkXlsxLimits *limits,
                         GError **error)
{
  Directory self = {.bytes = bytes, .length = length, .limits = limits};
  g_autoptr (GHashTable) entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, tnk_xlsx_entry_free);
  gsize end = 0, at;
  guint n;

  self.entries = entries;
  if (length < END_SIZE) {
    throw_damaged (error, "it is too short");
    return NULL;
  }
  if (!find_end (&self, &end, error))
    return NULL;
  n = get16 (bytes + end + 10);
  at = get32 (bytes + end + 16);
  if (n > limits->n_parts) {
    throw (error, "the file has %u parts, more than a workbook needs; refused", n);
    return NULL;
  }
  for (guint i = 0; i < n; i++)
    if (!add_entry (&self, at, &at, error))
      return NULL;
  return g_steal_pointer (&entries);
}

TnkXlsxEntry *
tnk_xlsx_directory_lookup (GHashTable *directory,
                           const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (directory, key);
}

/* Finds the part that a relation of the part @base means by @target. Returns NULL if that is outside of the package. */
char *
tnk_xlsx_resolve (const char *base,
                  const char *target)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (base);
  g_autofree char *whole = *target == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit (whole, "/", -1);

  if (strchr (target, '\\') != NULL || strlen (target) > MAX_NAME)
    return NULL;
  for (guint i = 0; steps[i] != NULL; i++) {
    if (*steps[i] == '\0' || g_str_equal (steps[i], "."))
      continue;
    if (!g_str_equal (steps[i], ".."))
      g_ptr_array_add (path, g_strdup (steps[i]));
    else if (path->len == 0)
      return NULL;
    else
      g_ptr_array_set_size (path, path->len - 1);
  }
  g_ptr_array_add (path, NULL);
  return g_strjoinv ("/", (char **) path->pdata);
}

/* The checksum of zip files, which libgsf does not look at: a flipped bit in a stored part would pass for an answer. */
guint32
tnk_xlsx_crc (guint32 crc,
              const guint8 *bytes,
              gsize length)
{
  static guint32 table[256];
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    for (guint32 i = 0; i < G_N_ELEMENTS (table); i++) {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] >> 1) ^ (table[i] & 1 ? 0xedb88320 : 0);
    }
    g_once_init_leave (&ready, 1);
  }
  crc = ~crc;
  for (gsize i = 0; i < length; i++)
    crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >> 8);
  return ~crc;
}
