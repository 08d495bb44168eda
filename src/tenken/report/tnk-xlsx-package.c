/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-package-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <gsf/gsf-infile-zip.h>
#include <gsf/gsf-input-memory.h>
#include <string.h>
#include <sys/stat.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

struct _TnkXlsxPackage
{
  TnkXlsxLimits limits;
  guint8 *bytes; /* the whole file, so that nobody can change it between the look at it and the use of it */
  gsize length;
  GHashTable *directory; /* (element-type utf8 TnkXlsxEntry) */
  GsfInfile *zip;
};

struct _TnkXlsxPart
{
  TnkXlsxEntry *entry; /* borrowed from the package */
  GsfInput *input;
  guint64 left;
  guint32 crc;
};

/* libgsf registers its types when they are first used, and not safely for several threads. */
static void
init_types (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    g_type_ensure (GSF_INFILE_ZIP_TYPE);
    g_type_ensure (GSF_INPUT_MEMORY_TYPE);
    g_once_init_leave (&ready, 1);
  }
}

void
tnk_xlsx_package_free (TnkXlsxPackage *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->zip);
  g_clear_pointer (&self->directory, g_hash_table_unref);
  g_free (self->bytes);
  g_free (self);
}

/* A folder, a pipe or a device would be read for ever. */
static gboolean
check_file (const char *filename,
            const TnkXlsxLimits *limits,
            GError **error)
{
  struct stat info;

  if (stat (filename, &info) != 0 || g_access (filename, R_OK) != 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "cannot be opened: %s", g_strerror (errno));
    return FALSE;
  }
  if (!S_ISREG (info.st_mode))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, "it is not a file; name a workbook (.xlsx)");
  else if ((guint64) info.st_size > limits->file_size)
    g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "the file is larger than %" G_GUINT64_FORMAT " bytes, more than any sheet that was handed out; refused",
                 limits->file_size);
  else
    return TRUE;
  return FALSE;
}

static gboolean
load (TnkXlsxPackage *self,
      const char *filename,
      GError **error)
{
  char *bytes;

  if (!check_file (filename, &self->limits, error) || !g_file_get_contents (filename, &bytes, &self->length, error))
    return FALSE;
  self->bytes = (guint8 *) bytes;
  return TRUE;
}

static gboolean
holds (TnkXlsxPackage *self,
       const char *text,
       gboolean wide)
{
  g_autoptr (GByteArray) mark = g_byte_array_new ();

  for (; *text != '\0'; text++) {
    g_byte_array_append (mark, (const guint8 *) text, 1);
    if (wide)
      g_byte_array_append (mark, (const guint8 *) "", 1);
  }
  return memmem (self->bytes, self->length, mark->data, mark->len) != NULL;
}

static gboolean
starts_with (TnkXlsxPackage *self,
             const char *mark,
             gsize n)
{
  return self->length >= n && memcmp (self->bytes, mark, n) == 0;
}

/* What people hand in by mistake, each with the way out. */
static const char *
find_kind_fault (TnkXlsxPackage *self)
{
  if (self->length == 0)
    return "the file is empty; get it again from where it came";
  if (starts_with (self, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8)) {
    if (holds (self, "EncryptedPackage", TRUE))
      return "the workbook is protected by a password; take the password off and save it again";
    return "it is a workbook of the old kind (.xls) or another old document; save it as an Excel workbook (.xlsx)";
  }
  if (!starts_with (self, "PK\3\4", 4))
    return "it is not a workbook (.xlsx); open it in a spreadsheet program and save it as one";
  if (holds (self, "mimetypeapplication/vnd.oasis.opendocument", FALSE))
    return "it is an OpenDocument file (.ods); save it as an Excel workbook (.xlsx)";
  return NULL;
}

static gboolean
check_kind (TnkXlsxPackage *self,
            GError **error)
{
  const char *fault = find_kind_fault (self);

  if (fault == NULL)
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, fault);
  return FALSE;
}

static gboolean
open_zip (TnkXlsxPackage *self,
          GError **error)
{
  g_autoptr (GError) local = NULL;
  GsfInput *input;

  self->directory = tnk_xlsx_directory_read (self->bytes, self->length, &self->limits, error);
  if (self->directory == NULL)
    return FALSE;
  init_types ();
  input = gsf_input_memory_new (self->bytes, self->length, FALSE);
  self->zip = gsf_infile_zip_new (input, &local);
  g_object_unref (input);
  if (self->zip != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "the file is damaged (%s); get it again from where it came", local->message);
  return FALSE;
}

/* Opens a package, and refuses what is none or could do harm. */
TnkXlsxPackage *
tnk_xlsx_package_open (const char *filename,
                       const TnkXlsxLimits *limits,
                       GError **error)
{
  g_autoptr (TnkXlsxPackage) self = g_new0 (TnkXlsxPackage, 1);

  self->limits = limits != NULL ? *limits : tnk_xlsx_default_limits;
  if (!load (self, filename, error) || !check_kind (self, error) || !open_zip (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const TnkXlsxLimits *
tnk_xlsx_package_get_limits (TnkXlsxPackage *self)
{
  return &self->limits;
}

gboolean
tnk_xlsx_package_has (TnkXlsxPackage *self,
                      const char *name)
{
  return tnk_xlsx_directory_lookup (self->directory, name) != NULL;
}

static gboolean
throw_part (const char *name,
            const char *fault,
            GError **error)
{
  g_autofree char *line = tnk_one_line (name);

  g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "the part %s is %s; get the file again from where it came", line, fault);
  return FALSE;
}

/* Opens a part by its name in the package, whatever case it is in there. */
TnkXlsxPart *
tnk_xlsx_part_open (TnkXlsxPackage *package,
                    const char *name,
                    GError **error)
{
  TnkXlsxEntry *entry = tnk_xlsx_directory_lookup (package->directory, name);
  g_autoptr (TnkXlsxPart) self = g_new0 (TnkXlsxPart, 1);
  g_auto (GStrv) steps = NULL;

  if (entry == NULL) {
    throw_part (name, "missing", error);
    return NULL;
  }
  steps = g_strsplit (entry->name, "/", -1);
  self->input = gsf_infile_child_by_aname (package->zip, (const char **) steps);
  if (self->input == NULL || (guint64) gsf_input_size (self->input) != entry->size) {
    throw_part (name, "damaged", error);
    return NULL;
  }
  self->entry = entry;
  self->left = entry->size;
  return g_steal_pointer (&self);
}

void
tnk_xlsx_part_free (TnkXlsxPart *self)
{
  g_clear_object (&self->input);
  g_free (self);
}

const char *
tnk_xlsx_part_get_name (TnkXlsxPart *self)
{
  return self->entry->name;
}

/* Reads on. Returns how many bytes there were, 0 at the end, or -1 if the part is damaged. */
gssize
tnk_xlsx_part_read (TnkXlsxPart *self,
                    guint8 *buffer,
                    gsize length,
                    GError **error)
{
  gsize n = MIN (length, self->left);

  if (n == 0)
    return 0;
  /* Where a part unpacks to less than it claims, libgsf leaves the rest of the buffer as it was. */
  memset (buffer, 0, n);
  if (gsf_input_read (self->input, n, buffer) == NULL) {
    throw_part (self->entry->name, "damaged", error);
    return -1;
  }
  self->left -= n;
  self->crc = tnk_xlsx_crc (self->crc, buffer, n);
  if (self->left > 0 || self->crc == self->entry->crc)
    return n;
  throw_part (self->entry->name, "damaged: its checksum is wrong", error);
  return -1;
}
