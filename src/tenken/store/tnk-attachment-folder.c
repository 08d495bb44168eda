/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-attachment-folder-private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "tnk-attachment.h"
#include "tnk-error.h"

#define HASH_LENGTH 64
/* What a file is called until it is whole: a dot, so many digits, and this. */
#define N_DIGITS 16
#define UNFINISHED ".unfinished"
#define DAY (24 * 60 * 60)

/* A descriptor that is closed when it goes out of scope. */
typedef int Fd;

static void
fd_clear (Fd *self)
{
  if (*self >= 0)
    close (*self);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fd, fd_clear)

static gboolean
throw_errno (const char *name,
             const char *what,
             GError **error)
{
  int code = errno;

  g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: %s: %s", name, what, g_strerror (code));
  return FALSE;
}

/* --- what is to be attached --- */

static gboolean
check_source (const char *filename,
              const struct stat *info,
              GError **error)
{
  if (!S_ISREG (info->st_mode))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: only a regular file can be attached", filename);
  else if (info->st_size > TNK_ATTACHMENT_MAX_SIZE)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: the file is longer than %d MiB; make it smaller or attach a part of it", filename,
                 TNK_ATTACHMENT_MAX_SIZE / 1024 / 1024);
  else if (info->st_size == 0)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: the file is empty", filename);
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_same (const struct stat *one,
         const struct stat *other)
{
  return one->st_dev == other->st_dev && one->st_ino == other->st_ino && one->st_size == other->st_size && one->st_mtim.tv_sec == other->st_mtim.tv_sec &&
         one->st_mtim.tv_nsec == other->st_mtim.tv_nsec && one->st_ctim.tv_sec == other->st_ctim.tv_sec && one->st_ctim.tv_nsec == other->st_ctim.tv_nsec;
}

/* Reads to the end, or as far as a file may be long: who goes on writing to it must not fill the memory. */
static gboolean
read_all (int fd,
          const char *filename,
          gsize most,
          GByteArray *content,
          GError **error)
{
  guint8 buffer[65536];
  ssize_t n;

  do {
    n = read (fd, buffer, sizeof buffer);
    if (n > 0)
      g_byte_array_append (content, buffer, n);
  } while ((n > 0 && content->len <= most) || (n < 0 && errno == EINTR));
  return n >= 0 || throw_errno (filename, "the file cannot be read", error);
}

static gboolean
throw_changed (const char *filename,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the file changed while it was read; wait until whoever writes to it is done, and try again", filename);
  return FALSE;
}

/* The name must still lead to the file that was read. */
static gboolean
check_unchanged (int fd,
                 const char *filename,
                 const struct stat *before,
                 gsize length,
                 GError **error)
{
  struct stat after, named;

  if (fstat (fd, &after) != 0 || lstat (filename, &named) != 0)
    return throw_changed (filename, error);
  return (is_same (before, &after) && is_same (before, &named) && length == (gsize) before->st_size) || throw_changed (filename, error);
}

GBytes *
tnk_attachment_read_source (const char *filename,
                            GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_auto (Fd) fd = open (filename, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  struct stat before;

  if (fd < 0 && errno == ELOOP) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: this is a link; name the file itself", filename);
    return NULL;
  }
  if (fd < 0 || fstat (fd, &before) != 0) {
    throw_errno (filename, "the file cannot be read", error);
    return NULL;
  }
  if (!check_source (filename, &before, error) || !read_all (fd, filename, TNK_ATTACHMENT_MAX_SIZE, content, error) ||
      !check_unchanged (fd, filename, &before, content->len, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* --- the folder --- */

/* Beside the file itself, also where the store was named by a link. */
static char *
make_path (const char *store)
{
  char *resolved = realpath (store, NULL);
  char *path = g_strconcat (resolved != NULL ? resolved : store, ".files", NULL);

  free (resolved);
  return path;
}

static int
open_folder (const char *path,
             gboolean create,
             GError **error)
{
  int fd;

  if (create && mkdir (path, 0700) != 0 && errno != EEXIST) {
    throw_errno (path, "the folder for attached files cannot be made", error);
    return -1;
  }
  fd = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (fd < 0)
    throw_errno (path, "the folder for attached files cannot be opened", error);
  return fd;
}

/* What the store names must be a hash: whoever meddled with the store must not lead out of the folder. */
static gboolean
check_hash (const char *path,
            const char *hash,
            GError **error)
{
  if (strlen (hash) == HASH_LENGTH && strspn (hash, "0123456789abcdef") == HASH_LENGTH)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the store names an attached file by what is no hash; see “tenkenctl verify”", path);
  return FALSE;
}

static gboolean
throw_damaged (const char *path,
               const char *hash,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s/%s: the attached file is not the one that was kept; take it from a backup", path, hash);
  return FALSE;
}

static gboolean
has_hash (GBytes *content,
          const char *hash)
{
  g_autofree char *found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_str_equal (found, hash);
}

static GBytes *
read_kept (int folder,
           const char *path,
           const char *hash,
           GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree char *name = g_build_filename (path, hash, NULL);
  g_auto (Fd) fd = openat (folder, hash, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  struct stat info;

  if (fd < 0 || fstat (fd, &info) != 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the attached file is not there (%s); take it from a backup", name, g_strerror (errno));
    return NULL;
  }
  if (!S_ISREG (info.st_mode) || info.st_size > TNK_ATTACHMENT_MAX_SIZE) {
    throw_damaged (path, hash, error);
    return NULL;
  }
  if (!read_all (fd, name, TNK_ATTACHMENT_MAX_SIZE, content, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GBytes *
tnk_attachment_folder_read (const char *store,
                            const char *hash,
                            guint64 size,
                            GError **error)
{
  g_autofree char *path = make_path (store);
  g_autoptr (GBytes) content = NULL;
  g_auto (Fd) folder = -1;

  if (!check_hash (path, hash, error))
    return NULL;
  folder = open_folder (path, FALSE, error);
  content = folder >= 0 ? read_kept (folder, path, hash, error) : NULL;
  if (content == NULL)
    return NULL;
  if (g_bytes_get_size (content) == size && has_hash (content, hash))
    return g_steal_pointer (&content);
  throw_damaged (path, hash, error);
  return NULL;
}

static gboolean
write_all (int fd,
           GBytes *content)
{
  gsize left;
  const guint8 *data = g_bytes_get_data (content, &left);

  while (left > 0) {
    ssize_t n = write (fd, data, left);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    data += n;
    left -= n;
  }
  return fsync (fd) == 0;
}

/* Whole and on the disk, or not there: first under another name. */
static gboolean
write_kept (int folder,
            const char *path,
            const char *hash,
            GBytes *content,
            GError **error)
{
  g_autofree char *name = g_strdup_printf (".%08x%08x" UNFINISHED, g_random_int (), g_random_int ());
  int fd = openat (folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  gboolean written;
  int code;

  if (fd < 0)
    return throw_errno (path, "an attached file cannot be written", error);
  written = write_all (fd, content);
  code = errno;
  written = close (fd) == 0 && written;
  if (written && renameat (folder, name, folder, hash) == 0 && fsync (folder) == 0)
    return TRUE;
  if (written)
    code = errno;
  unlinkat (folder, name, 0);
  errno = code;
  return throw_errno (path, "an attached file cannot be written, and nothing was kept", error);
}

/* A file that is there and is what its name says stays; one that was damaged since is put right. */
static gboolean
keep (int folder,
      const char *path,
      const char *hash,
      GBytes *content,
      gboolean *created,
      GError **error)
{
  g_autoptr (GBytes) kept = read_kept (folder, path, hash, NULL);

  *created = FALSE;
  if (kept != NULL && g_bytes_equal (kept, content))
    return TRUE;
  *created = faccessat (folder, hash, F_OK, AT_SYMLINK_NOFOLLOW) != 0;
  return write_kept (folder, path, hash, content, error);
}

static gboolean
keep_in (const char *path,
         GBytes *content,
         char **hash,
         gboolean *created,
         GError **error)
{
  g_autofree char *name = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_auto (Fd) folder = open_folder (path, TRUE, error);

  if (folder < 0 || !keep (folder, path, name, content, created, error))
    return FALSE;
  *hash = g_steal_pointer (&name);
  return TRUE;
}

gboolean
tnk_attachment_folder_keep (const char *store,
                            GBytes *content,
                            char **hash,
                            gboolean *created,
                            GError **error)
{
  g_autofree char *path = make_path (store);

  return keep_in (path, content, hash, created, error);
}

/* Whether a file would lie in the folder itself. */
gboolean
tnk_attachment_folder_holds (const char *store,
                             const char *filename)
{
  g_autofree char *path = make_path (store);
  g_autofree char *parent = g_path_get_dirname (filename);
  struct stat ours, theirs;

  return stat (path, &ours) == 0 && stat (parent, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

void
tnk_attachment_folder_forget (const char *store,
                              const char *hash)
{
  g_autofree char *path = make_path (store);
  g_auto (Fd) folder = open_folder (path, FALSE, NULL);

  if (folder >= 0)
    unlinkat (folder, hash, 0);
}

/* --- what a crash left --- */

static gboolean
is_unfinished (const char *name)
{
  return name[0] == '.' && strspn (name + 1, "0123456789abcdef") == N_DIGITS && g_str_equal (name + 1 + N_DIGITS, UNFINISHED);
}

static void
sweep_entry (int folder,
             const char *name,
             time_t now)
{
  struct stat info;

  if (is_unfinished (name) && fstatat (folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode) && info.st_mtim.tv_sec < now - DAY)
    unlinkat (folder, name, 0);
}

/* Half a file is of no use to anybody, and cannot be told from a whole one by its size. One that is not a day old may still be written. That
 * something stays is no fault of the store, and so nothing fails. */
void
tnk_attachment_folder_sweep (const char *store)
{
  g_autofree char *path = make_path (store);
  int fd = open_folder (path, FALSE, NULL);
  DIR *folder = fd >= 0 ? fdopendir (fd) : NULL;
  time_t now = time (NULL);
  struct dirent *entry;

  if (folder == NULL) {
    fd_clear (&fd);
    return;
  }
  while ((entry = readdir (folder)) != NULL)
    sweep_entry (fd, entry->d_name, now);
  closedir (folder);
}

/* What will stand at the name of the copy takes the place of what is there now, be it a link. */
gboolean
tnk_attachment_folder_copy (const char *store,
                            const char *target,
                            const char *hash,
                            guint64 size,
                            GError **error)
{
  g_autoptr (GBytes) content = tnk_attachment_folder_read (store, hash, size, error);
  g_autofree char *path = g_strconcat (target, ".files", NULL);
  g_autofree char *kept = NULL;
  gboolean created;

  return content != NULL && keep_in (path, content, &kept, &created, error);
}
