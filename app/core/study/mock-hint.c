/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which key points what was typed seems to make.
 *
 * A list of the right words is not an answer. So words count only within one sentence
 * that says something:
 *
 *   - it has at least six words, and among them at least two different little ones
 *     ("the", "before", "because") that hold a sentence together and a list does not need;
 *   - little ones are at least a sixth of it;
 *   - it has at least three words of the key point, and at least two fifths of them.
 *
 * A sentence can speak for two key points at most. Words are compared by how they begin,
 * so "contains" meets "containment". The little words are those of English: for packs in
 * other languages there is no suggestion, and nothing is lost but that.
 */

#include "config.h"

#include "study/mock-hint.h"

#include <string.h>

#define MIN_WORDS 6
#define MIN_LITTLE 2
#define LITTLE_SHARE 6    /* one of so many */
#define MIN_HITS 3
#define MAX_SENTENCE 45   /* words; what goes on without a stop is cut here */
#define POINTS_OF_ONE 2
#define STEM 5            /* characters that have to be the same */
#define MIN_LETTERS 4     /* of a word that means something */

/* Without "and" and "or", which lists have, too. */
static const char *const little[] = {
  "a", "about", "after", "all", "an", "any", "are", "as", "at", "be", "because", "been", "before", "but",
  "by", "can", "did", "do", "does", "for", "from", "had", "has", "have", "he", "how", "i", "if", "in",
  "into", "is", "it", "its", "me", "my", "no", "not", "of", "on", "only", "our", "out", "over", "so",
  "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "under", "until", "up",
  "was", "we", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "without",
  "would", "you", "your", NULL,
};

static gboolean
is_little (const char *word)
{
  return g_strv_contains (little, word);
}

static gboolean
means_something (const char *word)
{
  return g_utf8_strlen (word, -1) >= MIN_LETTERS && !is_little (word);
}

/* Returns: (transfer full): the beginning by which words are compared */
static char *
get_stem (const char *word)
{
  return g_utf8_substring (word, 0, MIN (STEM, g_utf8_strlen (word, -1)));
}

/* Returns: (transfer full): a set of stems */
static GHashTable *
get_stems (const char *const *words,
           guint              n_words)
{
  GHashTable *stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_words; i++)
    {
      if (means_something (words[i]))
        g_hash_table_add (stems, get_stem (words[i]));
    }

  return stems;
}

static gboolean
is_sentence (const char *const *words,
             guint              n_words)
{
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);
  guint                  n_little = 0;

  for (guint i = 0; i < n_words; i++)
    {
      if (is_little (words[i]))
        {
          n_little++;
          g_hash_table_add (different, (gpointer) words[i]);
        }
    }

  return n_words >= MIN_WORDS && g_hash_table_size (different) >= MIN_LITTLE && n_little * LITTLE_SHARE >= n_words;
}

static guint
count_common (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer       stem;
  guint          common = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &stem, NULL))
    common += g_hash_table_contains (b, stem);

  return common;
}

typedef struct
{
  GHashTable **points; /* their stems */
  guint        n_points;
  guint        hints;
} Search;

/* What one sentence speaks for: the points that it has most of. */
static void
look_at_sentence (Search            *self,
                  const char *const *words,
                  guint              n_words)
{
  g_autoptr (GHashTable) stems = NULL;

  if (!is_sentence (words, n_words))
    return;

  stems = get_stems (words, n_words);
  for (guint round = 0; round < POINTS_OF_ONE; round++)
    {
      guint best = 0, most = 0;

      for (guint i = 0; i < self->n_points; i++)
        {
          guint size = g_hash_table_size (self->points[i]);
          guint hits = count_common (self->points[i], stems);

          if ((self->hints >> i & 1) == 0 && hits >= MIN_HITS && hits * 5 >= size * 2 && hits > most)
            {
              best = i;
              most = hits;
            }
        }
      if (most == 0)
        return;
      self->hints |= 1u << best;
    }
}

static void
look_at_text (Search     *self,
              const char *text)
{
  g_auto (GStrv) sentences = g_strsplit_set (text, ".!?;\n", -1);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_str_tokenize_and_fold (sentences[i], NULL, NULL);
      guint          n_words = g_strv_length (words);

      for (guint from = 0; from < n_words; from += MAX_SENTENCE)
        look_at_sentence (self, (const char *const *) words + from, MIN (MAX_SENTENCE, n_words - from));
    }
}

guint
drill_mock_hints (const char        *words,
                  const char *const *points,
                  guint              n_points)
{
  g_autofree GHashTable **stems = NULL;
  Search                  search = { NULL, n_points, 0 };

  g_return_val_if_fail (n_points == 0 || points != NULL, 0);
  g_return_val_if_fail (n_points <= 32, 0);

  if (words == NULL)
    return 0;

  stems = g_new0 (GHashTable *, n_points + 1);
  for (guint i = 0; i < n_points; i++)
    {
      g_auto (GStrv) tokens = g_str_tokenize_and_fold (points[i] != NULL ? points[i] : "", NULL, NULL);

      stems[i] = get_stems ((const char *const *) tokens, g_strv_length (tokens));
    }
  search.points = stems;
  look_at_text (&search, words);
  for (guint i = 0; i < n_points; i++)
    g_hash_table_unref (stems[i]);

  return search.hints;
}
