/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * What the data in a comment means for whatever it stands below: the chapter, a
 * section, an item or a follow-up.
 */

#include "config.h"

#include "pack/reader.h"

#include "pack/levels.h"
#include "pack/metadata.h"

#define MAX_MINUTES 600

/* The kind and line of whoever has an id, in one pointer. */
#define PACK_OWNER(kind, line) GUINT_TO_POINTER ((line) << 3 | (kind))
#define OWNER_KIND(owner) (GPOINTER_TO_UINT (owner) & 7)
#define OWNER_LINE(owner) (GPOINTER_TO_UINT (owner) >> 3)

static void
set (char     **field,
     DrillSlice value)
{
  g_free (*field);
  *field = drill_slice_is_empty (value) ? NULL : drill_slice_dup (value);
}

static guint
read_number (DrillReader *self,
             guint        line,
             const char  *what,
             DrillSlice   value,
             guint        max)
{
  guint number = 0;

  if (drill_slice_eat_number (&value, &number) && drill_slice_is_empty (value) && number <= max)
    return number;

  drill_source_warn (self->source, line, "W122", "%s takes a number from 1 to %u", what, max);
  return 0;
}

static void
add_topics (DrillReader *self,
            guint        line,
            GPtrArray   *topics,
            DrillSlice   value)
{
  drill_metadata_add_words (topics, value);
  for (guint i = topics->len; i-- > 0;)
    {
      const char *topic = g_ptr_array_index (topics, i);

      if (drill_id_is_valid (topic))
        continue;
      drill_source_warn (self->source,
                         line,
                         "W121",
                         "\"%.60s\" is no topic; topics are written like event-loop",
                         topic);
      g_ptr_array_remove_index (topics, i);
    }
}

/* An id belongs to the first item that has it, even when that one has an error. */
static void
claim_id (DrillReader *self,
          DrillDraft  *draft)
{
  DrillItem *item = draft->item;
  gpointer   owner;

  if (!g_hash_table_lookup_extended (self->ids, item->id, NULL, &owner))
    {
      g_hash_table_insert (self->ids, g_strdup (item->id), PACK_OWNER (item->kind, item->line));
      return;
    }

  draft->broken = TRUE;
  if (OWNER_KIND (owner) == (guint) item->kind)
    drill_source_error (self->source,
                        item->line,
                        "E020",
                        "the id \"%s\" is taken by line %u; give this item its own",
                        item->id,
                        OWNER_LINE (owner));
  else
    drill_source_error (self->source,
                        item->line,
                        "E022",
                        "the id \"%s\" names a %s in line %u; give this %s its own",
                        item->id,
                        drill_item_kind_to_word (OWNER_KIND (owner)),
                        OWNER_LINE (owner),
                        drill_item_kind_to_word (item->kind));
}

static void
take_id (DrillReader *self,
         guint        line,
         DrillDraft  *draft,
         DrillSlice   value)
{
  set (&draft->item->id, value);
  if (draft->item->id != NULL && drill_id_is_valid (draft->item->id))
    {
      claim_id (self, draft);
      return;
    }

  draft->broken = TRUE;
  drill_source_error (self->source,
                      line,
                      "E021",
                      "an id is 2 to 63 small letters, digits and hyphens, such as pool-timeout");
}

static void
take_levels (DrillReader *self,
             guint        line,
             DrillDraft  *draft,
             DrillSlice   value)
{
  DrillSlice unknown;

  draft->item->levels |= drill_levels_parse (value, &unknown);
  if (!drill_slice_is_empty (unknown))
    {
      g_autofree char *word = drill_slice_dup (unknown);

      drill_source_warn (self->source,
                         line,
                         "W120",
                         "\"%.60s\" is not a level; use Junior, Mid-level, Senior, Staff, "
                         "Principal, "
                         "Lead, Architect or Any",
                         word);
    }
}

/* Returns: FALSE for a key that an item does not have */
static gboolean
item_pair (DrillReader *self,
           guint        line,
           DrillKey     key,
           DrillSlice   value)
{
  DrillDraft *draft = self->fresh;

  switch (key)
    {
    case DRILL_KEY_ID:
      take_id (self, line, draft, value);
      return TRUE;
    case DRILL_KEY_WAS:
      set (&draft->item->was, value);
      return TRUE;
    case DRILL_KEY_TOPICS:
      add_topics (self, line, draft->item->topics, value);
      return TRUE;
    case DRILL_KEY_REFS:
      drill_metadata_add_words (draft->item->refs, value);
      return TRUE;
    case DRILL_KEY_MINUTES:
      draft->item->minutes = read_number (self, line, "minutes", value, MAX_MINUTES);
      return TRUE;
    case DRILL_KEY_LEVELS:
      take_levels (self, line, draft, value);
      return TRUE;
    case DRILL_KEY_VERIFIED:
      set (&draft->item->verified, value);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
chapter_pair (DrillReader *self,
              guint        line,
              DrillKey     key,
              DrillSlice   value)
{
  DrillChapter *chapter = self->chapter;

  switch (key)
    {
    case DRILL_KEY_PACK:
      set (&chapter->pack_id, value);
      if (chapter->pack_id == NULL || !drill_id_is_valid (chapter->pack_id))
        {
          g_clear_pointer (&chapter->pack_id, g_free);
          drill_source_error (self->source,
                              line,
                              "E021",
                              "a pack's id is 2 to 63 small letters, digits and hyphens");
        }
      return TRUE;
    case DRILL_KEY_VERSION:
      set (&chapter->version, value);
      return TRUE;
    case DRILL_KEY_LANGUAGE:
      set (&chapter->language, value);
      return TRUE;
    case DRILL_KEY_LICENCE:
      set (&chapter->licence, value);
      return TRUE;
    case DRILL_KEY_FORMAT:
      chapter->format = read_number (self, line, "format", value, 1000);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
names_pack (DrillSlice data)
{
  DrillSlice word;
  DrillSlice value;
  DrillKey   key;

  while (drill_metadata_next (&data, &word, &key, &value))
    if (key == DRILL_KEY_PACK)
      return TRUE;

  return FALSE;
}

static gboolean
knows_a_key (DrillSlice data)
{
  DrillSlice word;
  DrillSlice value;
  DrillKey   key;

  while (drill_metadata_next (&data, &word, &key, &value))
    if (key != DRILL_KEY_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
warn_unknown (DrillReader *self,
              guint        line,
              DrillSlice   word)
{
  g_autofree char *text = drill_slice_dup (word);

  drill_source_warn (self->source,
                     line,
                     "W122",
                     "\"%.40s\" means nothing here; known are id, was, topics, refs, minutes, "
                     "level "
                     "and verified, and in a pack's header pack, version, lang, licence and format",
                     text);
}

static void
take_pairs (DrillReader *self,
            guint        line,
            DrillSlice   data,
            gboolean     header)
{
  DrillSlice word;
  DrillSlice value;
  DrillKey   key;

  while (drill_metadata_next (&data, &word, &key, &value))
    {
      gboolean known;

      if (header)
        known = chapter_pair (self, line, key, value);
      else if (self->fresh != NULL)
        known = item_pair (self, line, key, value);
      else
        {
          known = key == DRILL_KEY_TOPICS;
          if (known)
            add_topics (self, line, self->topics, value);
        }
      if (!known)
        warn_unknown (self, line, word);
    }
}

/**
 * drill_reader_take_data:
 * @index: line with a comment
 *
 * Comments that are no data are their author's business.
 */
void
drill_reader_take_data (DrillReader *self,
                        guint        index)
{
  DrillSlice data = drill_source_get_comment (self->source, index);

  if (!drill_metadata_is_data (data))
    return;
  if (names_pack (data))
    take_pairs (self, index + 1, data, TRUE);
  else if (self->fresh != NULL || self->fresh_section)
    take_pairs (self, index + 1, data, FALSE);
  else if (knows_a_key (data) && (self->item != NULL || self->section != DRILL_SECTION_NONE))
    drill_source_warn (self->source,
                       index + 1,
                       "W122",
                       "this data belongs to nothing; move it directly below the line that starts "
                       "what it describes");
}
