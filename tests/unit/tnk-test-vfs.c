/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-vfs.h"

#include <unistd.h>

#include <sqlite3.h>

typedef struct
{
  sqlite3_file parent;
  sqlite3_file *real; /* stands behind this structure */
  gboolean unsynced;
} File;

static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  TnkTestVfsMode mode;
  guint at;
  guint n; /* changes since it was armed */
  int n_unsynced; /* files */
} layer;

static inline sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

/* Counts a change of the disk, and says whether it is to fail. */
static gboolean
fails (void)
{
  layer.n++;
  switch (layer.mode) {
  case TNK_TEST_VFS_FAILS_ONCE:
    return layer.n == layer.at;
  case TNK_TEST_VFS_STAYS_FULL:
    return layer.n >= layer.at;
  case TNK_TEST_VFS_CRASHES:
    if (layer.n == layer.at)
      _exit (TNK_TEST_VFS_CRASHED);
    return FALSE;
  case TNK_TEST_VFS_SOUND:
  default:
    return FALSE;
  }
}

static void
set_unsynced (sqlite3_file *file,
              gboolean unsynced)
{
  File *self = (File *) file;

  layer.n_unsynced += unsynced - self->unsynced;
  self->unsynced = unsynced;
}

/* --- what changes the disk --- */

static int
file_write (sqlite3_file *file,
            const void *data,
            int length,
            sqlite3_int64 offset)
{
  /* the first half of the last write of a program that crashes still gets there */
  if (layer.mode == TNK_TEST_VFS_CRASHES && layer.n + 1 == layer.at)
    real_of (file)->pMethods->xWrite (real_of (file), data, length / 2, offset);
  if (fails ())
    return layer.mode == TNK_TEST_VFS_STAYS_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  set_unsynced (file, TRUE);
  return real_of (file)->pMethods->xWrite (real_of (file), data, length, offset);
}

static int
file_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  if (fails ())
    return SQLITE_IOERR_TRUNCATE;
  return real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
file_sync (sqlite3_file *file,
           int flags)
{
  if (fails ())
    return SQLITE_IOERR_FSYNC;
  set_unsynced (file, FALSE);
  return real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
file_shm_map (sqlite3_file *file,
              int region,
              int size,
              int extend,
              void volatile **memory)
{
  if (extend && fails ())
    return SQLITE_IOERR_SHMSIZE;
  return real_of (file)->pMethods->xShmMap (real_of (file), region, size, extend, memory);
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char *name,
            int sync_folder)
{
  if (fails ())
    return SQLITE_IOERR_DELETE;
  return layer.real->xDelete (layer.real, name, sync_folder);
}

/* --- what does not --- */

static int
file_close (sqlite3_file *file)
{
  set_unsynced (file, FALSE);
  return real_of (file)->pMethods->xClose (real_of (file));
}

static int
file_read (sqlite3_file *file,
           void *data,
           int length,
           sqlite3_int64 offset)
{
  return real_of (file)->pMethods->xRead (real_of (file), data, length, offset);
}

static int
file_size (sqlite3_file *file,
           sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
file_lock (sqlite3_file *file,
           int lock)
{
  return real_of (file)->pMethods->xLock (real_of (file), lock);
}

static int
file_unlock (sqlite3_file *file,
             int lock)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), lock);
}

static int
file_check_lock (sqlite3_file *file,
                 int *held)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), held);
}

static int
file_control (sqlite3_file *file,
              int operation,
              void *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
file_promises (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
file_shm_lock (sqlite3_file *file,
               int offset,
               int n,
               int flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
file_shm_unmap (sqlite3_file *file,
                int delete)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_promises,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static int
vfs_open (sqlite3_vfs *vfs,
          const char *name,
          sqlite3_file *file,
          int flags,
          int *flags_out)
{
  File *self = (File *) file;
  int there = 1, code;

  *self = (File){.real = (sqlite3_file *) (self + 1)};
  if (name != NULL && (flags & SQLITE_OPEN_CREATE) != 0)
    layer.real->xAccess (layer.real, name, SQLITE_ACCESS_EXISTS, &there);
  if (!there && fails ())
    return SQLITE_CANTOPEN;
  code = layer.real->xOpen (layer.real, name, self->real, flags, flags_out);
  if (code == SQLITE_OK)
    self->parent.pMethods = &methods;
  return code;
}

/* --- telling it what to do --- */

void
tnk_test_vfs_install (void)
{
  layer.real = sqlite3_vfs_find ("unix");
  g_assert_nonnull (layer.real);
  layer.vfs = *layer.real;
  layer.vfs.zName = "tenken-test";
  layer.vfs.szOsFile = sizeof (File) + layer.real->szOsFile;
  layer.vfs.xOpen = vfs_open;
  layer.vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&layer.vfs, 1), ==, SQLITE_OK);
}

void
tnk_test_vfs_arm (TnkTestVfsMode mode,
                  guint at)
{
  layer.mode = mode;
  layer.at = at;
  layer.n = 0;
}

gboolean
tnk_test_vfs_disarm (void)
{
  layer.mode = TNK_TEST_VFS_SOUND;
  return layer.n >= layer.at;
}

gboolean
tnk_test_vfs_is_unsynced (void)
{
  return layer.n_unsynced > 0;
}
