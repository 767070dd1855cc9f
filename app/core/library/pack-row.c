/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which pack the files of a source belong to.
 *
 * The first file with a header comment names it. Without one it keeps the name it
 * had, and a new pack takes that of its folder or file. The slug is the first half
 * of every item's name, so it must stay the same from import to import; when it
 * cannot, all of the pack has to be read again under its new name.
 */

#include "config.h"

#include "library/pack-row.h"

#include "library/chapter-writer.h"
#include "pack/chapter.h"

#include <string.h>

/* Enough to find the pack's header comment, which stands at the top of a file. */
#define HEADER_BYTES 4096

static char *
slugify (const char *name)
{
  g_autofree char *plain = g_str_to_ascii (name, NULL);
  GString         *slug = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && slug->len < 62; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (slug, g_ascii_tolower (*p));
      else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
        g_string_append_c (slug, '-');
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "pack");

  return g_string_free (slug, FALSE);
}

static char *
name_of_source (const char *source)
{
  char *base = g_path_get_basename (source);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base && !g_file_test (source, G_FILE_TEST_IS_DIR))
    *dot = '\0';

  return base;
}

/* Reads only the top of a file: enough for the header comment and the title. */
static DrillChapter *
peek_header (const char *path)
{
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (DrillDiagnostics) ignored = drill_diagnostics_new ();
  char                         text[HEADER_BYTES];
  const char                  *end;
  gsize                        length = 0;

  if (stream == NULL ||
      !g_input_stream_read_all (G_INPUT_STREAM (stream), text, sizeof text, &length, NULL, NULL))
    return NULL;

  /* Do not cut a character in two. */
  g_utf8_validate (text, length, &end);

  return drill_chapter_parse (path, text, end - text, ignored);
}

/* The header of a pack stands in one of its files; the first one wins. */
static DrillChapter *
find_header (DrillPackFile *const *files,
             guint                 n_files)
{
  for (guint i = 0; i < n_files; i++)
    {
      const DrillPackFile     *file = files[i];
      g_autoptr (DrillChapter) chapter = NULL;

      if (file->is_scenario)
        continue;
      chapter = peek_header (file->path);
      if (chapter != NULL && chapter->pack_id != NULL)
        return g_steal_pointer (&chapter);
    }

  return NULL;
}

gboolean
drill_pack_row_erase (DrillConnection *connection,
                      gint64           pack,
                      GError         **error)
{
  g_autoptr (DrillStatement) files = NULL;
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  g_return_val_if_fail (connection != NULL, FALSE);

  files = drill_connection_statement (connection, "library/files-of-pack");
  drill_statement_bind_int (files, "pack", pack);
  while ((step = drill_statement_step (files, error)) == DRILL_STEP_ROW)
    {
      if (!drill_chapter_erase (connection, drill_statement_int (files, 0), error))
        return FALSE;
    }
  if (step == DRILL_STEP_ERROR)
    return FALSE;
  drill_statement_reset (files);

  statement = drill_connection_statement (connection, "library/delete-pack");
  drill_statement_bind_int (statement, "pack", pack);

  return drill_statement_run (statement, error);
}

/* Looks up who has @slug. *pack is 0 when nobody or @source itself has it. */
static gboolean
find_other_owner (DrillConnection *connection,
                  const char      *slug,
                  const char      *source,
                  gint64          *pack,
                  gboolean        *is_gone,
                  GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (connection, "library/pack-by-slug");
  drill_statement_bind_text (statement, "slug", slug);
  step = drill_statement_step (statement, error);
  *pack = 0;
  if (step == DRILL_STEP_ROW && !g_str_equal (drill_statement_text (statement, 1), source))
    {
      *pack = drill_statement_int (statement, 0);
      *is_gone = !g_file_test (drill_statement_text (statement, 1), G_FILE_TEST_EXISTS);
    }

  return step != DRILL_STEP_ERROR;
}

/* Two sources may claim one slug. Both stay: the later one gets a number, unless
 * the earlier one is gone from the disk, when this is the same pack moved. */
static char *
free_slug (DrillConnection *connection,
           const char      *wanted,
           const char      *source,
           GError         **error)
{
  g_autofree char *slug = g_strdup (wanted);

  for (guint copy = 2;; copy++)
    {
      gboolean is_gone = FALSE;
      gint64   pack;

      if (!find_other_owner (connection, slug, source, &pack, &is_gone, error))
        return NULL;
      if (pack == 0)
        return g_steal_pointer (&slug);
      if (is_gone)
        return drill_pack_row_erase (connection, pack, error) ? g_steal_pointer (&slug) : NULL;

      g_free (slug);
      slug = g_strdup_printf ("%s-%u", wanted, copy);
    }
}

/* @slug: (out) (transfer full) (nullable): NULL when @source is new */
static gboolean
find_own (DrillConnection *connection,
          const char      *source,
          gint64          *pack,
          char           **slug,
          GError         **error)
{
  g_autoptr (DrillStatement) statement = NULL;
  DrillStep                  step;

  statement = drill_connection_statement (connection, "library/pack-by-source");
  drill_statement_bind_text (statement, "source", source);
  step = drill_statement_step (statement, error);
  if (step == DRILL_STEP_ROW)
    {
      *pack = drill_statement_int (statement, 0);
      *slug = g_strdup (drill_statement_text (statement, 1));
    }

  return step != DRILL_STEP_ERROR;
}

/* Returns: (transfer full): the slug to use, or NULL on error */
static char *
choose_slug (DrillConnection    *connection,
             const DrillChapter *header,
             const char         *source,
             const char         *name,
             gboolean           *is_renamed,
             GError            **error)
{
  g_autofree char *own = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *slug = NULL;
  gint64           pack = 0;

  if (!find_own (connection, source, &pack, &own, error))
    return NULL;

  if (header != NULL)
    wanted = g_strdup (header->pack_id);
  else
    wanted = own != NULL ? g_strdup (own) : slugify (name);
  slug = free_slug (connection, wanted, source, error);
  *is_renamed = slug != NULL && own != NULL && !g_str_equal (slug, own);

  return g_steal_pointer (&slug);
}

gint64
drill_pack_row_open (DrillConnection      *connection,
                     DrillPackFile *const *files,
                     guint                 n_files,
                     gint64                now_ms,
                     char                **slug,
                     gboolean             *is_renamed,
                     GError              **error)
{
  g_autoptr (DrillChapter)   header = NULL;
  g_autoptr (DrillStatement) statement = NULL;
  g_autofree char           *name = NULL;
  const char                *source;
  const char                *title;

  g_return_val_if_fail (connection != NULL && slug != NULL && is_renamed != NULL, -1);
  g_return_val_if_fail (n_files > 0, -1);

  source = files[0]->source;
  header = find_header (files, n_files);
  name = name_of_source (source);
  title = header != NULL && header->title != NULL ? header->title : name;
  *slug = choose_slug (connection, header, source, name, is_renamed, error);
  if (*slug == NULL)
    return -1;

  statement = drill_connection_statement (connection, "library/insert-pack");
  drill_statement_bind_text (statement, "slug", *slug);
  drill_statement_bind_text (statement, "title", title);
  drill_statement_bind_text (statement, "version", header != NULL ? header->version : NULL);
  drill_statement_bind_text (statement, "language", header != NULL ? header->language : NULL);
  drill_statement_bind_text (statement, "licence", header != NULL ? header->licence : NULL);
  drill_statement_bind_text (statement, "source", source);
  drill_statement_bind_int (statement, "imported_ms", now_ms);
  if (drill_statement_step (statement, error) != DRILL_STEP_ROW)
    return -1;

  return drill_statement_int (statement, 0);
}
