/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Files of a scenario, and nothing but files of that scenario.
 *
 * A scenario can come from anyone, so a name in it is checked twice: as text
 * (relative, no "..", no scheme), and after the kernel resolved its symbolic
 * links, against the folder's own real path. Only regular files are read, at
 * most as many bytes as the caller allows, and opening never blocks.
 */

#include "config.h"

#include "incident/folder.h"

#include <gio/gio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether @file, as written, can only lead to something below the folder. */
gboolean
drill_folder_is_inside (const char *file)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (file != NULL, FALSE);

  if (*file == '\0' || *file == '/' || strpbrk (file, ":\\") != NULL)
    return FALSE;

  parts = g_strsplit (file, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (strcmp (parts[i], "..") == 0 || *parts[i] == '\0')
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_outside (const char *file,
             GError    **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "“%s” is outside the scenario's folder", file);
  return FALSE;
}

static gboolean
set_errno (const char *file,
           int         saved,
           GError    **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "“%s”: %s", file, g_strerror (saved));
  return FALSE;
}

/**
 * drill_folder_resolve:
 *
 * Finds the real path of @file, which is relative to @folder.
 *
 * Returns: (transfer full): an absolute path below @folder, or %NULL:
 *   %G_IO_ERROR_PERMISSION_DENIED when it leads out, else what the system said
 */
char *
drill_folder_resolve (const char *folder,
                      const char *file,
                      GError    **error)
{
  g_autofree char *joined = NULL;
  char            *root = NULL;
  char            *real = NULL;
  char            *path = NULL;
  gsize            length;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  if (!drill_folder_is_inside (file))
    {
      set_outside (file, error);
      return NULL;
    }

  joined = g_build_filename (folder, file, NULL);
  root = realpath (folder, NULL);
  real = root != NULL ? realpath (joined, NULL) : NULL;
  if (real == NULL)
    {
      set_errno (file, errno, error);
    }
  else
    {
      length = strlen (root);
      if (strncmp (real, root, length) == 0 && (real[length] == '/' || strcmp (root, "/") == 0))
        path = g_strdup (real);
      else
        set_outside (file, error);
    }

  /* realpath() allocates with malloc(). */
  free (root);
  free (real);
  return path;
}

static GBytes *
read_all (int         fd,
          const char *file,
          gsize       size,
          gsize       max_bytes,
          GError    **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (size + 1);
  guint8 buffer[16384];

  for (;;)
    {
      gssize n = read (fd, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (file, errno, error);
          return NULL;
        }
      if (n == 0)
        break;
      if (bytes->len + (gsize) n > max_bytes)
        {
          g_set_error (error,
                       DRILL_INCIDENT_ERROR,
                       DRILL_INCIDENT_ERROR_TOO_LARGE,
                       "“%s” is over %" G_GSIZE_FORMAT " KiB",
                       file,
                       max_bytes / 1024);
          return NULL;
        }
      g_byte_array_append (bytes, buffer, n);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * drill_folder_read:
 * @max_bytes: refuse a file that is larger
 *
 * Blocks on the disk, so call it in a worker thread.
 *
 * Returns: (transfer full): the content of the regular file @file in @folder
 */
GBytes *
drill_folder_read (const char *folder,
                   const char *file,
                   gsize       max_bytes,
                   GError    **error)
{
  g_autofree char *path = NULL;
  struct stat      info;
  GBytes          *bytes = NULL;
  int              fd;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  path = drill_folder_resolve (folder, file, error);
  if (path == NULL)
    return NULL;

  /* O_NONBLOCK: a pipe in the folder must not hang the reader. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (fd < 0)
    {
      set_errno (file, errno, error);
      return NULL;
    }

  if (fstat (fd, &info) != 0)
    set_errno (file, errno, error);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "“%s” is not a regular file", file);
  else
    bytes = read_all (fd, file, MIN ((gsize) info.st_size, max_bytes), max_bytes, error);

  close (fd);
  return bytes;
}
