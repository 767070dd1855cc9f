/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Notes as Anki writes them to text:
 *
 *     #separator:tab
 *     #html:true
 *     #guid column:1
 *     #deck column:3
 *     #tags column:6
 *
 * and then a row per note. Columns that have a job of their own are no fields.
 */

#include "config.h"

#include "pack/dialects/table.h"

#include "pack/dialects/cells.h"
#include "pack/dialects/html.h"
#include "pack/dialects/record.h"

#include <string.h>

typedef struct
{
  char     separator;
  gboolean html;
  guint    special[4]; /* columns from 1 that are no fields: guid, type, deck, tags */
  char    *deck;
  char    *tags;
  GArray  *columns; /* (nullable): when the file names them */
} Header;

enum
{
  SPECIAL_GUID,
  SPECIAL_TYPE,
  SPECIAL_DECK,
  SPECIAL_TAGS,
};

static char
read_separator (const char *word)
{
  static const struct
  {
    const char *name;
    char        separator;
  } names[] = {
    { "tab", '\t' },  { "comma", ',' }, { "semicolon", ';' },
    { "colon", ':' }, { "pipe", '|' },  { "space", ' ' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (word, names[i].name) == 0)
      return names[i].separator;

  /* Any other single character of ASCII is meant as it is. */
  return (guchar) *word < 0x80 && *word != '\0' && *word != '\\' && word[1] == '\0' ? *word : '\t';
}

static void
read_columns (Header *self, const char *names)
{
  char separator[] = { self->separator, '\0' };
  g_auto (GStrv) words = g_strsplit (names, separator, 64);

  g_clear_pointer (&self->columns, g_array_unref);
  self->columns = g_array_new (FALSE, TRUE, sizeof (DrillColumn));
  for (guint i = 0; words[i] != NULL; i++)
    {
      DrillColumn column = drill_column_parse (g_strstrip (words[i]));

      g_array_append_val (self->columns, column);
    }
}

static void
read_setting (Header *self, char *line)
{
  static const char *const specials[]
    = { "guid column", "notetype column", "deck column", "tags column" };
  char *colon = strchr (line, ':');
  char *value;

  if (colon == NULL)
    return;
  *colon = '\0';
  value = colon + 1;
  if (strcmp (line, "separator") == 0)
    self->separator = read_separator (g_strstrip (value));
  else if (strcmp (line, "html") == 0)
    self->html = g_ascii_strcasecmp (g_strstrip (value), "true") == 0;
  else if (strcmp (line, "columns") == 0)
    read_columns (self, value);
  else if (strcmp (line, "deck") == 0)
    {
      g_free (self->deck);
      self->deck = g_strdup (value);
    }
  else if (strcmp (line, "tags") == 0)
    {
      g_free (self->tags);
      self->tags = g_strdelimit (g_strdup (value), " ", ',');
    }
  for (guint i = 0; i < G_N_ELEMENTS (specials); i++)
    if (strcmp (line, specials[i]) == 0)
      self->special[i] = g_ascii_strtoull (value, NULL, 10);
}

/* Reads the settings. Returns: where the rows start */
static gsize
read_header (Header *self, const char *text, gsize length, guint *n_lines)
{
  gsize at = 0;

  *self = (Header){ .separator = '\t', .html = FALSE };
  *n_lines = 0;
  if (length >= 3 && memcmp (text, "\357\273\277", 3) == 0)
    at = 3;
  while (at < length && text[at] == '#')
    {
      const char      *stop = memchr (text + at, '\n', length - at);
      gsize            end = stop != NULL ? (gsize) (stop - text) : length;
      g_autofree char *line = g_strndup (text + at + 1, MIN (end - at - 1, 4096));

      g_strchomp (line);
      read_setting (self, line);
      at = MIN (end + 1, length);
      (*n_lines)++;
    }

  return at;
}

static void
clear_header (Header *self)
{
  g_free (self->deck);
  g_free (self->tags);
  g_clear_pointer (&self->columns, g_array_unref);
}

gboolean
drill_anki_text_is (const char *text, gsize length)
{
  static const char *const starts[]
    = { "#separator:", "#html:", "#notetype", "#guid column:", "#deck", "#tags", "#columns:" };
  DrillSlice line = { text, text + length };

  drill_slice_eat (&line, "\357\273\277");
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (drill_slice_starts_with (line, starts[i]))
      return TRUE;

  return FALSE;
}

static const char *
special_cell (const Header *self, GPtrArray *cells, guint which)
{
  guint column = self->special[which];

  return column > 0 && column <= cells->len ? g_ptr_array_index (cells, column - 1) : NULL;
}

static gboolean
is_special (const Header *self, guint column)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->special); i++)
    if (self->special[i] == column)
      return TRUE;

  return FALSE;
}

static char *
to_markdown (const Header *self, const char *text)
{
  return self->html ? drill_html_to_markdown (text) : drill_plain_to_markdown (text);
}

static void
take_note (const Header *self, DrillComposer *composer, GPtrArray *cells, guint line)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (DrillColumn));
  g_autoptr (GString) back = g_string_new (NULL);
  g_autoptr (GString) topics = g_string_new (NULL);
  g_autofree char *front = NULL;
  const char      *deck = special_cell (self, cells, SPECIAL_DECK);
  const char      *tags = special_cell (self, cells, SPECIAL_TAGS);

  for (guint i = 0; i < cells->len; i++)
    {
      DrillColumn column = self->columns != NULL && i < self->columns->len ?
                             g_array_index (self->columns, DrillColumn, i) :
                             DRILL_COLUMN_NONE;

      if (is_special (self, i + 1))
        continue;
      g_ptr_array_add (fields, g_ptr_array_index (cells, i));
      g_array_append_val (columns, column);
    }
  if (fields->len == 0)
    return;
  if (drill_columns_make_sense (columns))
    {
      drill_record_read (composer, columns, fields, line, self->html);
      return;
    }

  front = to_markdown (self, g_ptr_array_index (fields, 0));
  for (guint i = 1; i < fields->len; i++)
    {
      g_autofree char *text = to_markdown (self, g_ptr_array_index (fields, i));

      if (*text == '\0')
        continue;
      if (back->len > 0)
        g_string_append (back, "\n\n");
      g_string_append (back, text);
    }
  if (tags != NULL && *tags != '\0')
    g_string_append_printf (topics, "%s,", tags);
  g_strdelimit (topics->str, " ", ',');
  if (self->tags != NULL)
    g_string_append_printf (topics, "%s,", self->tags);
  if (deck == NULL)
    deck = self->deck;
  if (deck != NULL)
    g_string_append (topics, deck);
  drill_record_read_faces (composer, front, back->str, topics->str, line);
}

void
drill_anki_text_read (DrillComposer *composer, const char *text, gsize length)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Header     header;
  DrillCells walk;
  guint      n_lines;
  guint      line;
  gsize      start = read_header (&header, text, length, &n_lines);

  drill_cells_init (&walk, text + start, length - start, header.separator);
  walk.line = n_lines + 1;
  while (drill_cells_next (&walk, cells, &line) && !composer->reader.full)
    {
      if (walk.unclosed)
        drill_source_error (composer->source,
                            line,
                            "E052",
                            "a quote in this row is never closed, so the row is left out; end the "
                            "cell with \"");
      else if (cells->len > 1 || *(char *) g_ptr_array_index (cells, 0) != '\0')
        take_note (&header, composer, cells, line);
    }
  clear_header (&header);
}
