/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * A VFS that hands everything on to the default one, but for the operations that
 * reach the disk, which it counts and lets fail.
 *
 * A file of ours is followed in memory by the file of the VFS below:
 *
 *     [ File | sqlite3_file of the VFS below ]
 */

#include "config.h"

#include "failing-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file  base;
  sqlite3_file *below;
} File;

static struct
{
  sqlite3_vfs  vfs;
  sqlite3_vfs *below;
  guint        countdown; /* 0 when not armed */
  int          code;
  gboolean     stays_broken;
  guint        failures;
} disk;

static sqlite3_file *
below (sqlite3_file *file)
{
  return ((File *) file)->below;
}

/* Returns: SQLITE_OK when the operation may go on. */
static int
touch_disk (void)
{
  if (disk.countdown == 0 || --disk.countdown > 0)
    return SQLITE_OK;

  if (disk.stays_broken)
    disk.countdown = 1;
  disk.failures++;

  return disk.code;
}

static int
close_file (sqlite3_file *file)
{
  return below (file)->pMethods->xClose (below (file));
}

static int
read_file (sqlite3_file *file,
           void         *data,
           int           amount,
           sqlite3_int64 offset)
{
  return below (file)->pMethods->xRead (below (file), data, amount, offset);
}

static int
write_file (sqlite3_file *file,
            const void   *data,
            int           amount,
            sqlite3_int64 offset)
{
  int code = touch_disk ();

  return code != SQLITE_OK ? code
                           : below (file)->pMethods->xWrite (below (file), data, amount, offset);
}

static int
truncate_file (sqlite3_file *file,
               sqlite3_int64 size)
{
  int code = touch_disk ();

  return code != SQLITE_OK ? code : below (file)->pMethods->xTruncate (below (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  /* The power does not fail here, so nothing need wait for a real disk. */
  return touch_disk ();
}

static int
file_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return below (file)->pMethods->xFileSize (below (file), size);
}

static int
lock_file (sqlite3_file *file,
           int           level)
{
  return below (file)->pMethods->xLock (below (file), level);
}

static int
unlock_file (sqlite3_file *file,
             int           level)
{
  return below (file)->pMethods->xUnlock (below (file), level);
}

static int
check_reserved_lock (sqlite3_file *file,
                     int          *is_reserved)
{
  return below (file)->pMethods->xCheckReservedLock (below (file), is_reserved);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return below (file)->pMethods->xFileControl (below (file), operation, argument);
}

static int
sector_size (sqlite3_file *file)
{
  return below (file)->pMethods->xSectorSize (below (file));
}

static int
device_characteristics (sqlite3_file *file)
{
  return below (file)->pMethods->xDeviceCharacteristics (below (file));
}

static int
map_shared (sqlite3_file  *file,
            int            region,
            int            size,
            int            extend,
            void volatile **memory)
{
  return below (file)->pMethods->xShmMap (below (file), region, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return below (file)->pMethods->xShmLock (below (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  below (file)->pMethods->xShmBarrier (below (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           delete_it)
{
  return below (file)->pMethods->xShmUnmap (below (file), delete_it);
}

/* Version 2: without memory-mapped reading, which the program does not use. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = file_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_reserved_lock,
  .xFileControl = control_file,
  .xSectorSize = sector_size,
  .xDeviceCharacteristics = device_characteristics,
  .xShmMap = map_shared,
  .xShmLock = lock_shared,
  .xShmBarrier = order_shared,
  .xShmUnmap = unmap_shared,
};

static int
open_file (sqlite3_vfs  *vfs,
           const char   *name,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  File *self = (File *) file;
  int   code;

  self->below = (sqlite3_file *) (self + 1);
  code = disk.below->xOpen (disk.below, name, self->below, flags, out_flags);

  /* Without methods, SQLite does not close a file that could not be opened. */
  self->base.pMethods = code == SQLITE_OK ? &methods : NULL;
  if (code != SQLITE_OK && self->below->pMethods != NULL)
    self->below->pMethods->xClose (self->below);

  return code;
}

void
failing_vfs_install (void)
{
  disk.below = sqlite3_vfs_find (NULL);
  disk.vfs = *disk.below;
  disk.vfs.zName = "failing";
  disk.vfs.szOsFile = sizeof (File) + disk.below->szOsFile;
  disk.vfs.xOpen = open_file;
  g_assert_cmpint (sqlite3_vfs_register (&disk.vfs, TRUE), ==, SQLITE_OK);
}

void
failing_vfs_arm (guint    nth,
                 int      code,
                 gboolean stays_broken)
{
  disk.countdown = nth;
  disk.code = code;
  disk.stays_broken = stays_broken;
  disk.failures = 0;
}

guint
failing_vfs_repair (void)
{
  disk.countdown = 0;

  return disk.failures;
}
