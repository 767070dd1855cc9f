/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which files make up a pack.
 *
 * The user gives one path. When a file that lies directly in it has the header of
 * a pack, all that is below belongs to that pack. Otherwise each folder directly
 * below it is a pack, and files beside those folders belong to the given one. So
 * "content" and "content/node-incidents" give the same packs:
 *
 *     content/            given
 *       README.md         source: content
 *       node-incidents/
 *         core.md         source: content/node-incidents
 *         evidence/
 *           README.md     source: content/node-incidents
 *         api-gateway/
 *           scenario.md   source: content/node-incidents, a scenario
 *           notes.md      not listed: it belongs to the scenario
 *
 * The walk keeps its own list of folders to visit. It never leaves the given
 * folder: a symbolic link is followed to a file inside, and to no folder at all,
 * so that there are no circles.
 */

#include "config.h"

#include "pack/folder.h"

#include "pack/chapter.h"
#include "pack/dialects/dialect.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define MAX_DEPTH 32
#define MAX_FILES 100000
#define HEADER_BYTES 4096
#define SCENARIO "scenario.md"

typedef struct
{
  char *path;
  char *name;
  char *source;
  guint depth;
} Place;

typedef struct
{
  char             *root;
  gboolean          is_pack; /* the root itself */
  GPtrArray        *files;
  GPtrArray        *waiting; /* (element-type Place): the next one last */
  DrillDiagnostics *diagnostics;
  GCancellable     *cancellable;
} Walk;

void
drill_pack_file_free (DrillPackFile *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_free (self->name);
  g_free (self->source);
  g_free (self);
}

static void
place_free (gpointer data)
{
  Place *self = data;

  g_free (self->path);
  g_free (self->name);
  g_free (self->source);
  g_free (self);
}

static Place *
place_new (const char *path,
           const char *name,
           const char *source,
           guint       depth)
{
  Place *self = g_new0 (Place, 1);

  self->path = g_strdup (path);
  self->name = g_strdup (name);
  self->source = g_strdup (source);
  self->depth = depth;

  return self;
}

static gboolean
is_markdown (const char *name)
{
  gsize length = strlen (name);

  return (length > 3 && g_ascii_strcasecmp (name + length - 3, ".md") == 0)
         || (length > 9 && g_ascii_strcasecmp (name + length - 9, ".markdown") == 0);
}

static void
add_file (Walk       *self,
          const char *path,
          const char *name,
          const char *source,
          gboolean    is_scenario)
{
  DrillPackFile *file = g_new0 (DrillPackFile, 1);

  file->path = g_strdup (path);
  file->name = g_strdup (name);
  file->source = g_strdup (source);
  file->is_scenario = is_scenario;
  g_ptr_array_add (self->files, file);
}

static void
warn (Walk       *self,
      const char *name,
      const char *code,
      const char *text)
{
  drill_diagnostics_add (self->diagnostics, name, 0, 0, DRILL_SEVERITY_WARNING, code, "%s", text);
}

/* A link counts when it leads to a file inside the given folder. */
static gboolean
check_link (Walk       *self,
            const char *path,
            const char *name)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *real = realpath (target, NULL);
  gsize            length = strlen (self->root);

  if (real == NULL)
    {
      warn (self, name, "W143", "this symbolic link leads nowhere; remove or repair it");
      return FALSE;
    }
  if (strncmp (real, self->root, length) != 0
      || (real[length] != '/' && real[length] != '\0' && strcmp (self->root, "/") != 0))
    {
      warn (self,
            name,
            "W143",
            "this symbolic link leads out of the folder and is not followed; copy the file "
            "instead");
      return FALSE;
    }

  return g_file_test (real, G_FILE_TEST_IS_REGULAR);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in a folder, in byte order, without the hidden ones. */
static GPtrArray *
list_names (const char *path,
            GError    **error)
{
  g_autoptr (GDir)      dir = g_dir_open (path, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char           *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

static char *
show_name (const char *folder,
           const char *name)
{
  g_autofree char *shown = g_build_filename (folder, name, NULL);

  return g_filename_display_name (shown);
}

static void
visit_entry (Walk        *self,
             const Place *place,
             const char  *entry,
             GPtrArray   *folders)
{
  g_autofree char *path = g_build_filename (place->path, entry, NULL);
  g_autofree char *name = show_name (place->name, entry);
  gboolean         is_link = g_file_test (path, G_FILE_TEST_IS_SYMLINK);

  if (!is_link && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      if (place->depth < MAX_DEPTH)
        g_ptr_array_add (folders,
                         place_new (path,
                                    name,
                                    place->depth > 0 || self->is_pack ? place->source : path,
                                    place->depth + 1));
      else
        warn (self, name, "W143", "folders are nested too deeply; this one is left out");
      return;
    }
  if (is_link && !drill_dialect_is_name (entry) && !g_file_test (path, G_FILE_TEST_IS_DIR))
    return;
  if (is_link ? !check_link (self, path, name) : !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  if (!drill_dialect_is_name (entry))
    return;

  add_file (self, path, name, place->source, FALSE);
}

static gboolean
visit_scenario (Walk        *self,
                const Place *place)
{
  g_autofree char *path = g_build_filename (place->path, SCENARIO, NULL);
  g_autofree char *name = show_name (place->name, SCENARIO);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? check_link (self, path, name) :
                                                   g_file_test (path, G_FILE_TEST_IS_REGULAR))
    add_file (self, path, name, place->source, TRUE);

  return TRUE;
}

/* Whether a file starts with the header of a pack. */
static gboolean
has_header (const char *path)
{
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (DrillDiagnostics) ignored = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  char                         text[HEADER_BYTES];
  const char                  *end;
  gsize                        length = 0;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), text, sizeof text, &length, NULL, NULL))
    return FALSE;

  /* The last character may have been cut in two. */
  g_utf8_validate (text, length, &end);
  chapter = drill_chapter_parse (path, text, end - text, ignored);

  return chapter->pack_id != NULL;
}

static gboolean
holds_header (const Place *place,
              GPtrArray   *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (place->path, name, NULL);

      if (is_markdown (name) && g_file_test (path, G_FILE_TEST_IS_REGULAR)
          && !g_file_test (path, G_FILE_TEST_IS_SYMLINK) && has_header (path))
        return TRUE;
    }

  return FALSE;
}

/* Lists the files of one folder and puts its folders in front of those that wait,
 * so that the whole is in the order of its paths. */
static gboolean
visit_folder (Walk        *self,
              const Place *place,
              GError     **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) folders = g_ptr_array_new ();

  if (visit_scenario (self, place))
    return TRUE;
  names = list_names (place->path, error);
  if (names == NULL)
    return FALSE;

  if (place->depth == 0)
    self->is_pack = holds_header (place, names);
  for (guint i = 0; i < names->len && self->files->len < MAX_FILES; i++)
    visit_entry (self, place, g_ptr_array_index (names, i), folders);
  for (guint i = folders->len; i-- > 0;)
    g_ptr_array_add (self->waiting, g_ptr_array_index (folders, i));

  return TRUE;
}

static gboolean
walk (Walk    *self,
      GError **error)
{
  while (self->waiting->len > 0)
    {
      Place             *place = g_ptr_array_steal_index (self->waiting, self->waiting->len - 1);
      gboolean           is_root = place->depth == 0;
      g_autoptr (GError) problem = NULL;
      gboolean           ok = !g_cancellable_set_error_if_cancelled (self->cancellable, &problem)
                              && visit_folder (self, place, &problem);

      if (!ok && !is_root && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          drill_diagnostics_add (self->diagnostics,
                                 place->name,
                                 0,
                                 0,
                                 DRILL_SEVERITY_WARNING,
                                 "W143",
                                 "this folder cannot be read: %s",
                                 problem->message);
          g_clear_error (&problem);
          ok = TRUE;
        }
      place_free (place);
      if (!ok)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }

  return TRUE;
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  const DrillPackFile *left = *(DrillPackFile *const *) a;
  const DrillPackFile *right = *(DrillPackFile *const *) b;

  return strcmp (left->path, right->path);
}

GPtrArray *
drill_pack_folder_list (const char       *path,
                        DrillDiagnostics *diagnostics,
                        GCancellable     *cancellable,
                        GError          **error)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char      *real = NULL;
  g_autofree char      *name = NULL;
  Walk                  self = { .diagnostics = diagnostics, .cancellable = cancellable };
  gboolean              ok = TRUE;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (diagnostics != NULL, NULL);

  real = realpath (path, NULL);
  if (real == NULL)
    {
      int code = errno;

      g_set_error (error,
                   G_IO_ERROR,
                   g_io_error_from_errno (code),
                   "%s: %s",
                   path,
                   g_strerror (code));
      return NULL;
    }

  files = g_ptr_array_new_with_free_func ((GDestroyNotify) drill_pack_file_free);
  name = g_filename_display_name (path);
  self.root = real;
  self.files = files;
  if (g_file_test (real, G_FILE_TEST_IS_DIR))
    {
      self.waiting = g_ptr_array_new_with_free_func (place_free);
      g_ptr_array_add (self.waiting, place_new (real, name, real, 0));
      ok = walk (&self, error);
      g_ptr_array_unref (self.waiting);
      g_ptr_array_sort (files, compare_paths);
    }
  else
    {
      g_autofree char *base = g_path_get_basename (real);

      add_file (&self, real, name, real, strcmp (base, SCENARIO) == 0);
    }

  return ok ? g_steal_pointer (&files) : NULL;
}
