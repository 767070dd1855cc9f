/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Ids for items that have none, written into the text as their author would:
 *
 *   ### 1. Why is it slow?           ### 1. Why is it slow?
 *                               ->   <!-- id: why-is-it-slow -->
 *   **A:** ...
 *                                    **A:** ...
 *
 * Nothing else is touched, down to the line ends. What comes out is read again: it
 * must hold the same items with the new ids, or it is thrown away. So a shape in
 * which a comment means something else can be refused, but not damaged.
 */

#include "config.h"

#include "pack/stamp.h"

#include <string.h>

/* Long enough to be read, short enough to be typed. */
#define ID_LENGTH 40

/* Takes down every id of @chapter, and those that items had before. */
void
drill_stamp_take_ids (const DrillChapter *chapter,
                      GHashTable         *taken)
{
  g_return_if_fail (chapter != NULL && taken != NULL);

  for (guint i = 0; i < chapter->references->len; i++)
    {
      const DrillReference *reference = g_ptr_array_index (chapter->references, i);

      if (reference->id != NULL)
        g_hash_table_add (taken, g_strdup (reference->id));
    }
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      for (guint j = 0; j <= item->children->len; j++)
        {
          const DrillItem *each = j == 0 ? item : g_ptr_array_index (item->children, j - 1);

          if (each->id != NULL)
            g_hash_table_add (taken, g_strdup (each->id));
          if (each->was != NULL)
            g_hash_table_add (taken, g_strdup (each->was));
        }
    }
}

/* Returns: (transfer full): the words of @title, whole ones as far as they fit; too
 * little to be an id when it is in another script */
static char *
slugify (const char *title)
{
  g_autofree char *plain = g_str_to_ascii (title, "C");
  g_auto (GStrv)   words = NULL;
  GString         *slug = g_string_new (NULL);

  g_strcanon (plain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", ' ');
  words = g_strsplit (plain, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;
      if (slug->len > 0 && slug->len + 1 + strlen (words[i]) > ID_LENGTH)
        break;
      if (slug->len > 0)
        g_string_append_c (slug, '-');
      g_string_append_len (slug, words[i], MIN (strlen (words[i]), ID_LENGTH));
    }
  g_string_ascii_down (slug);

  return g_string_free (slug, FALSE);
}

/* Returns: (transfer full): an id that nobody has, which is taken now */
static char *
choose_id (const DrillItem *item,
           GHashTable      *taken)
{
  g_autofree char *slug = slugify (item->title);
  char            *id;

  if (strlen (slug) < 2)
    {
      g_free (slug);
      slug = g_strdup (drill_item_kind_to_word (item->kind));
    }
  id = g_strdup (slug);
  for (guint copy = 2; g_hash_table_contains (taken, id); copy++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", slug, copy);
    }
  g_hash_table_add (taken, g_strdup (id));

  return id;
}

/* Where the id of the item that starts in @line belongs: in the comment below it,
 * or on a line of its own. */
typedef struct
{
  guint line;
  char *id;
} Stamp;

static void
stamp_clear (gpointer data)
{
  Stamp *self = data;

  g_free (self->id);
}

static int
compare_stamps (gconstpointer a,
                gconstpointer b)
{
  const Stamp *left = a;
  const Stamp *right = b;

  return (left->line > right->line) - (left->line < right->line);
}

/* Returns: (transfer full) (element-type Stamp): in the order of their lines */
static GArray *
choose_stamps (const DrillChapter *chapter,
               GHashTable         *taken)
{
  GArray *stamps = g_array_new (FALSE, FALSE, sizeof (Stamp));

  g_array_set_clear_func (stamps, stamp_clear);
  for (guint i = 0; i < chapter->items->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (chapter->items, i);

      for (guint j = 0; j <= item->children->len; j++)
        {
          const DrillItem *each = j == 0 ? item : g_ptr_array_index (item->children, j - 1);
          Stamp            stamp = { .line = each->line };

          if (each->id != NULL)
            continue;
          stamp.id = choose_id (each, taken);
          g_array_append_val (stamps, stamp);
        }
    }
  g_array_sort (stamps, compare_stamps);

  return stamps;
}

/* The line at @at with its end, which the last line of a text may lack. */
static gsize
measure_line (const char *at,
              const char *end)
{
  const char *newline = memchr (at, '\n', end - at);

  return newline != NULL ? (gsize) (newline - at) + 1 : (gsize) (end - at);
}

/* Where in the line at @at a comment is open for another pair, 0 for nowhere. */
static gsize
find_comment (const char *at,
              gsize       length)
{
  gsize indent = 0;

  while (indent < length && at[indent] == ' ')
    indent++;
  if (length - indent < strlen ("<!-- a: b -->") || strncmp (at + indent, "<!-- ", 5) != 0 ||
      g_strstr_len (at + indent, length - indent, "-->") == NULL ||
      memchr (at + indent, ':', length - indent) == NULL)
    return 0;

  return indent + strlen ("<!-- ");
}

/* Adds what follows the line at @at, in which the item starts. Returns: how much of
 * the next line that was */
static gsize
append_stamp (GString    *out,
              const char *at,
              gsize       length,
              const char *end,
              const char *id)
{
  gboolean    has_end = length > 0 && at[length - 1] == '\n';
  const char *newline = length > 1 && at[length - 2] == '\r' ? "\r\n" : "\n";
  const char *next = at + length;
  gsize       inside = has_end ? find_comment (next, measure_line (next, end)) : 0;

  if (inside > 0)
    {
      g_string_append_len (out, next, inside);
      g_string_append_printf (out, "id: %s; ", id);
    }
  else if (has_end)
    g_string_append_printf (out, "<!-- id: %s -->%s", id, newline);
  else
    g_string_append_printf (out, "\n<!-- id: %s -->", id);

  return inside;
}

/* Returns: (transfer full): @text with every stamp below its line */
static GString *
write_stamps (GBytes       *text,
              const GArray *stamps)
{
  gsize       size;
  const char *at = g_bytes_get_data (text, &size);
  const char *end = at + size;
  GString    *out = g_string_sized_new (size + 64 * stamps->len);
  guint       next = 0;

  for (guint line = 1; at < end; line++)
    {
      const char *start = at;
      gsize       length = measure_line (at, end);

      g_string_append_len (out, start, length);
      at += length;
      if (next < stamps->len && g_array_index (stamps, Stamp, next).line == line)
        at += append_stamp (out, start, length, end, g_array_index (stamps, Stamp, next++).id);
    }

  return out;
}

static gboolean
is_same_item (const DrillItem *before,
              const DrillItem *after)
{
  return before->kind == after->kind && g_str_equal (before->fingerprint, after->fingerprint) &&
         after->id != NULL && (before->id == NULL || g_str_equal (before->id, after->id)) &&
         before->levels == after->levels && before->minutes == after->minutes &&
         before->topics->len == after->topics->len && before->refs->len == after->refs->len;
}

/* Returns: (nullable): the first item that is not what it was */
static const DrillItem *
find_damage (GPtrArray *before,
             GPtrArray *after)
{
  for (guint i = 0; i < before->len; i++)
    {
      const DrillItem *item = g_ptr_array_index (before, i);
      const DrillItem *again = i < after->len ? g_ptr_array_index (after, i) : NULL;
      const DrillItem *child;

      if (again == NULL || !is_same_item (item, again) ||
          item->children->len != again->children->len)
        return item;
      child = find_damage (item->children, again->children);
      if (child != NULL)
        return child;
    }

  return NULL;
}

/* Reads the result and compares. */
static gboolean
is_sound (const char         *name,
          const GString      *text,
          const DrillChapter *before,
          DrillDiagnostics   *problems)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     after = drill_chapter_parse (name, text->str, text->len, found);
  const DrillItem             *damaged = find_damage (before->items, after->items);

  if (damaged == NULL && after->items->len == before->items->len &&
      drill_diagnostics_count (found, DRILL_SEVERITY_ERROR) == 0)
    return TRUE;

  drill_diagnostics_add (problems,
                         name,
                         damaged != NULL ? damaged->line : 1,
                         0,
                         DRILL_SEVERITY_ERROR,
                         "E055",
                         "an id in a comment would not be read here, so the file was left as it "
                         "is; write the item in the pack format");

  return FALSE;
}

/**
 * drill_stamp:
 * @name: of the file, for messages
 * @text: of the file
 * @taken: (element-type utf8): ids that the pack has; gets the new ones
 * @n_stamped: (out): how many items have got an id
 * @problems: gets what is wrong with the file
 *
 * Returns: (transfer full) (nullable): the text with an id for every item, or %NULL
 *   when the file has errors
 */
GBytes *
drill_stamp (const char       *name,
             GBytes           *text,
             GHashTable       *taken,
             guint            *n_stamped,
             DrillDiagnostics *problems)
{
  g_autoptr (DrillDiagnostics) found = drill_diagnostics_new ();
  g_autoptr (DrillChapter)     chapter = NULL;
  g_autoptr (GArray)           stamps = NULL;
  GString                     *out;
  gsize                        size;
  const char                  *bytes;

  g_return_val_if_fail (name != NULL && text != NULL && taken != NULL, NULL);
  g_return_val_if_fail (n_stamped != NULL && problems != NULL, NULL);

  *n_stamped = 0;
  bytes = g_bytes_get_data (text, &size);
  chapter = drill_chapter_parse (name, bytes, size, found);
  if (drill_diagnostics_count (found, DRILL_SEVERITY_ERROR) > 0)
    {
      drill_diagnostics_take_all (problems, found);
      return NULL;
    }

  drill_stamp_take_ids (chapter, taken);
  stamps = choose_stamps (chapter, taken);
  if (stamps->len == 0)
    return g_bytes_ref (text);

  out = write_stamps (text, stamps);
  if (!is_sound (name, out, chapter, problems))
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  *n_stamped = stamps->len;

  return g_string_free_to_bytes (out);
}
