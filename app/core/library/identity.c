/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Which of the new items is which of the old ones, when no id tells.
 *
 *   item -> words -> three in a row -> numbers, sorted, each once
 *   similarity = numbers in common / numbers in either (Jaccard)
 *
 * All of an item is compared and never its title alone: in real banks one title
 * in fifty names two different questions.
 *
 * Two items that are similar enough have one of their rarest trigrams in common:
 * of the n of the one, all but the rarest n - ceil (0.4 n) + 1 cannot hold what
 * they share. So only those go into an index, which makes the work nearly linear
 * in the number of items. What is limited below is reached by items only that
 * are all alike.
 */

#include "config.h"

#include "library/identity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Items that share one rare trigram, and pairs that are compared for one item. */
#define MAX_SHARERS    64
#define MAX_CANDIDATES 64

#define FNV_BASIS 2166136261u
#define FNV_PRIME 16777619u

static guint32
mix (guint32 hash,
     guint32 value)
{
  for (guint shift = 0; shift < 32; shift += 8)
    hash = (hash ^ ((value >> shift) & 0xff)) * FNV_PRIME;

  return hash;
}

static guint32
hash_word (const char *word,
           gsize       length)
{
  guint32 hash = FNV_BASIS;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) word[i]) * FNV_PRIME;

  return hash;
}

/* The word at @at, which does not start with white space. Scripts that put no
 * space between words are read character by character. */
static const char *
end_of_word (const char *at)
{
  const char *start = at;

  for (; *at != '\0' && *at != ' ' && *at != '\n'; at = g_utf8_next_char (at))
    {
      if ((guchar) *at >= 0x80 && g_unichar_iswide (g_utf8_get_char (at)))
        return at > start ? at : g_utf8_next_char (at);
    }

  return at;
}

/* Returns: (transfer full) (element-type guint32) */
static GArray *
hash_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (guint32));

  while (*text != '\0')
    {
      const char *end = end_of_word (text);
      guint32     hash = hash_word (text, end - text);

      if (end > text)
        g_array_append_val (words, hash);
      text = *end == ' ' || *end == '\n' ? end + 1 : end;
    }

  return words;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint32 left = *(const guint32 *) a;
  guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Sorts @numbers and leaves each once, the smallest %DRILL_IDENTITY_MAX_TRIGRAMS:
 * being hashes, these are a fair sample. */
static void
make_set (GArray *numbers)
{
  guint32 *values = (guint32 *) numbers->data;
  guint    n = 0;

  g_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len && n < DRILL_IDENTITY_MAX_TRIGRAMS; i++)
    {
      if (n == 0 || values[n - 1] != values[i])
        values[n++] = values[i];
    }
  g_array_set_size (numbers, n);
}

/* Returns: (transfer full) (element-type guint32): fewer than three words count
 * as one trigram */
static GArray *
find_trigrams (const char *text)
{
  g_autoptr (GArray) words = hash_words (text);
  GArray            *trigrams = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint              span = MIN (words->len, 3);

  for (guint i = 0; span > 0 && i + span <= words->len; i++)
    {
      guint32 hash = FNV_BASIS;

      for (guint j = 0; j < span; j++)
        hash = mix (hash, g_array_index (words, guint32, i + j));
      g_array_append_val (trigrams, hash);
    }
  make_set (trigrams);

  return trigrams;
}

static guint32
hash_option (const DrillOption *option)
{
  g_autofree char *words = drill_option_normalise (option);

  return (hash_word (words, strlen (words)) & ~1u) | (option->correct ? 1 : 0);
}

/* Which option is right counts for what the item is, not for which one it is: a
 * corrected answer must not make another question of a short one. */
static char *
comparable_text (const DrillItem *item)
{
  g_autofree char    *text = drill_item_normalise (item);
  const char         *words = strchr (text, '\n'); /* the first line is the kind */
  g_autoptr (GString) out = g_string_new (words);

  if (item->options->len > 0)
    {
      g_string_replace (out, "\nright\n", "\n", 0);
      g_string_replace (out, "\nwrong\n", "\n", 0);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* @has_id: whether its id was written */
DrillIdentity *
drill_identity_new (const char      *key,
                    gboolean         has_id,
                    const DrillItem *item)
{
  DrillIdentity     *self;
  g_autofree char   *text = NULL;
  g_autoptr (GArray) trigrams = NULL;

  g_return_val_if_fail (key != NULL && item != NULL, NULL);

  text = comparable_text (item);
  trigrams = find_trigrams (text);

  self = g_new0 (DrillIdentity, 1);
  self->key = g_strdup (key);
  self->has_id = has_id;
  self->kind = item->kind;
  self->fingerprint = g_strdup (item->fingerprint);
  self->n_trigrams = trigrams->len;
  self->trigrams = (guint32 *) g_array_free (g_steal_pointer (&trigrams), FALSE);
  self->n_options = item->options->len;
  self->options = g_new0 (guint32, MAX (self->n_options, 1));
  for (guint i = 0; i < self->n_options; i++)
    self->options[i] = hash_option (g_ptr_array_index (item->options, i));

  return self;
}

/* For one that was written down: sizes are in bytes. */
DrillIdentity *
drill_identity_new_stored (const char   *key,
                           gboolean      has_id,
                           DrillItemKind kind,
                           const char   *fingerprint,
                           gconstpointer trigrams,
                           gsize         trigrams_size,
                           gconstpointer options,
                           gsize         options_size)
{
  DrillIdentity *self;

  g_return_val_if_fail (key != NULL && fingerprint != NULL, NULL);

  self = g_new0 (DrillIdentity, 1);
  self->key = g_strdup (key);
  self->has_id = has_id;
  self->kind = kind;
  self->fingerprint = g_strdup (fingerprint);
  self->n_trigrams = trigrams_size / sizeof (guint32);
  self->trigrams = g_memdup2 (trigrams, self->n_trigrams * sizeof (guint32));
  self->n_options = options_size / sizeof (guint32);
  self->options = g_memdup2 (options, self->n_options * sizeof (guint32));

  return self;
}

void
drill_identity_free (DrillIdentity *self)
{
  if (self == NULL)
    return;

  g_free (self->key);
  g_free (self->fingerprint);
  g_free (self->trigrams);
  g_free (self->options);
  g_free (self);
}

/* Returns: 0 for nothing in common to 1 for the same */
double
drill_identity_compare (const DrillIdentity *a,
                        const DrillIdentity *b)
{
  guint common = 0, either = 0;
  guint i = 0, j = 0;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  /* Of sets that were cut only the part that both of them show is known. */
  while ((i < a->n_trigrams || j < b->n_trigrams) && either < DRILL_IDENTITY_MAX_TRIGRAMS)
    {
      gboolean in_a = i < a->n_trigrams &&
                      (j == b->n_trigrams || a->trigrams[i] <= b->trigrams[j]);
      gboolean in_b = j < b->n_trigrams &&
                      (i == a->n_trigrams || b->trigrams[j] <= a->trigrams[i]);

      common += in_a && in_b;
      either++;
      i += in_a;
      j += in_b;
    }

  return either > 0 ? (double) common / either : 0;
}

/* Whether @self has an option of this text that is right, or wrong. */
static gboolean
has_option (const DrillIdentity *self,
            guint32              option)
{
  for (guint i = 0; i < self->n_options; i++)
    {
      if (self->options[i] == option)
        return TRUE;
    }

  return FALSE;
}

static guint
count_right (const DrillIdentity *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_options; i++)
    n += self->options[i] & 1;

  return n;
}

/* Whether the key of an MCQ is another one: an option that was right is wrong now
 * or the other way round, or there are more or fewer right ones. Options are known
 * by their text, so a new order changes nothing; nor does a new wording. */
gboolean
drill_identity_answer_changed (const DrillIdentity *before,
                               const DrillIdentity *after)
{
  g_return_val_if_fail (before != NULL && after != NULL, FALSE);

  if (before->n_options == 0 || after->n_options == 0)
    return FALSE;
  if (count_right (before) != count_right (after))
    return TRUE;

  for (guint i = 0; i < before->n_options; i++)
    {
      guint32 option = before->options[i];

      if (has_option (after, option ^ 1) && !has_option (after, option))
        return TRUE;
    }

  return FALSE;
}

/* One run of the comparison. */
typedef struct
{
  GPtrArray  *old_items;
  GPtrArray  *new_items;
  gboolean   *old_taken;
  gboolean   *new_taken;
  GHashTable *frequency; /* trigram to how many items have it */
  GArray     *matches;
} Matcher;

static const DrillIdentity *
old_at (const Matcher *self,
        guint          i)
{
  return g_ptr_array_index (self->old_items, i);
}

static const DrillIdentity *
new_at (const Matcher *self,
        guint          i)
{
  return g_ptr_array_index (self->new_items, i);
}

static void
take (Matcher      *self,
      guint         old_item,
      guint         new_item,
      DrillMatchHow how,
      double        similarity)
{
  DrillMatch match = { old_item, new_item, how, similarity };

  self->old_taken[old_item] = TRUE;
  self->new_taken[new_item] = TRUE;
  g_array_append_val (self->matches, match);
}

/* Fingerprint to its position plus one, 0 when two items have it. */
static GHashTable *
index_fingerprints (GPtrArray *items)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      const DrillIdentity *item = g_ptr_array_index (items, i);
      gboolean             is_twice = g_hash_table_contains (index, item->fingerprint);

      g_hash_table_insert (index, item->fingerprint, GUINT_TO_POINTER (is_twice ? 0 : i + 1));
    }

  return index;
}

/* Whether @a and @b may be one item at all: who gives two ids means two items. */
static gboolean
may_be_one (const DrillIdentity *a,
            const DrillIdentity *b)
{
  DrillItemKind left = a->kind == DRILL_ITEM_FOLLOW_UP ? DRILL_ITEM_QUESTION : a->kind;
  DrillItemKind right = b->kind == DRILL_ITEM_FOLLOW_UP ? DRILL_ITEM_QUESTION : b->kind;

  return left == right && !(a->has_id && b->has_id);
}

static void
match_exactly (Matcher *self)
{
  g_autoptr (GHashTable) old_index = index_fingerprints (self->old_items);
  g_autoptr (GHashTable) new_index = index_fingerprints (self->new_items);

  for (guint i = 0; i < self->old_items->len; i++)
    {
      const char *fingerprint = old_at (self, i)->fingerprint;
      guint       there = GPOINTER_TO_UINT (g_hash_table_lookup (new_index, fingerprint));

      if (there > 0 && g_hash_table_lookup (old_index, fingerprint) != NULL &&
          may_be_one (old_at (self, i), new_at (self, there - 1)))
        take (self, i, there - 1, DRILL_MATCH_EXACT, 1);
    }
}

static void
count_trigrams (Matcher   *self,
                GPtrArray *items,
                gboolean  *taken)
{
  for (guint i = 0; i < items->len; i++)
    {
      const DrillIdentity *item = g_ptr_array_index (items, i);

      for (guint j = 0; !taken[i] && j < item->n_trigrams; j++)
        {
          gpointer trigram = GUINT_TO_POINTER (item->trigrams[j]);
          guint    n = GPOINTER_TO_UINT (g_hash_table_lookup (self->frequency, trigram));

          g_hash_table_insert (self->frequency, trigram, GUINT_TO_POINTER (n + 1));
        }
    }
}

typedef struct
{
  guint   frequency;
  guint32 trigram;
} Rarity;

static int
compare_rarity (gconstpointer a,
                gconstpointer b)
{
  const Rarity *left = a;
  const Rarity *right = b;

  if (left->frequency != right->frequency)
    return left->frequency < right->frequency ? -1 : 1;

  return (left->trigram > right->trigram) - (left->trigram < right->trigram);
}

/* Returns: (transfer full) (element-type Rarity): the rarest ones, of which a
 * similar item has at least one among its own */
static GArray *
find_rarest (Matcher             *self,
             const DrillIdentity *item)
{
  GArray *rarest = g_array_sized_new (FALSE, FALSE, sizeof (Rarity), item->n_trigrams);

  for (guint i = 0; i < item->n_trigrams; i++)
    {
      guint32 trigram = item->trigrams[i];
      Rarity  rarity = { .trigram = trigram };

      rarity.frequency = GPOINTER_TO_UINT (
          g_hash_table_lookup (self->frequency, GUINT_TO_POINTER (trigram)));
      g_array_append_val (rarest, rarity);
    }
  g_array_sort (rarest, compare_rarity);
  if (rarest->len > 0)
    g_array_set_size (rarest,
                      rarest->len - (guint) ceil (DRILL_IDENTITY_MAYBE * rarest->len) + 1);

  return rarest;
}

static void
array_unref (gpointer array)
{
  g_array_unref (array);
}

/* Returns: (transfer full): rare trigram to GArray of positions of new items */
static GHashTable *
index_new_items (Matcher *self)
{
  GHashTable *index = g_hash_table_new_full (NULL, NULL, NULL, array_unref);

  for (guint i = 0; i < self->new_items->len; i++)
    {
      g_autoptr (GArray) rarest = NULL;

      if (self->new_taken[i])
        continue;
      rarest = find_rarest (self, new_at (self, i));
      for (guint j = 0; j < rarest->len; j++)
        {
          gpointer trigram = GUINT_TO_POINTER (g_array_index (rarest, Rarity, j).trigram);
          GArray  *sharers = g_hash_table_lookup (index, trigram);

          if (sharers == NULL)
            {
              sharers = g_array_new (FALSE, FALSE, sizeof (guint));
              g_hash_table_insert (index, trigram, sharers);
            }
          if (sharers->len < MAX_SHARERS)
            g_array_append_val (sharers, i);
        }
    }

  return index;
}

/* Compares old item @i with those new ones that share a rare trigram with it,
 * rarest first. @seen: of each new item, the old one plus one that met it last */
static void
compare_with_sharers (Matcher    *self,
                      guint       i,
                      GHashTable *index,
                      guint      *seen,
                      GArray     *pairs)
{
  const DrillIdentity *item = old_at (self, i);
  g_autoptr (GArray)   rarest = find_rarest (self, item);
  guint                n_compared = 0;

  for (guint j = 0; j < rarest->len && n_compared < MAX_CANDIDATES; j++)
    {
      gpointer trigram = GUINT_TO_POINTER (g_array_index (rarest, Rarity, j).trigram);
      GArray  *sharers = g_hash_table_lookup (index, trigram);

      for (guint k = 0; sharers != NULL && k < sharers->len && n_compared < MAX_CANDIDATES; k++)
        {
          DrillMatch pair = { .old_item = i, .new_item = g_array_index (sharers, guint, k) };

          if (seen[pair.new_item] == i + 1 || !may_be_one (item, new_at (self, pair.new_item)))
            continue;
          seen[pair.new_item] = i + 1;
          n_compared++;
          pair.similarity = drill_identity_compare (item, new_at (self, pair.new_item));
          if (pair.similarity >= DRILL_IDENTITY_MAYBE)
            g_array_append_val (pairs, pair);
        }
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const DrillMatch *left = a;
  const DrillMatch *right = b;

  if (left->similarity != right->similarity)
    return left->similarity > right->similarity ? -1 : 1;
  if (left->old_item != right->old_item)
    return left->old_item < right->old_item ? -1 : 1;

  return (left->new_item > right->new_item) - (left->new_item < right->new_item);
}

static void
match_similar (Matcher *self)
{
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GArray)     pairs = g_array_new (FALSE, FALSE, sizeof (DrillMatch));
  g_autofree guint      *seen = g_new0 (guint, self->new_items->len + 1);

  count_trigrams (self, self->old_items, self->old_taken);
  count_trigrams (self, self->new_items, self->new_taken);
  index = index_new_items (self);
  for (guint i = 0; i < self->old_items->len; i++)
    {
      if (!self->old_taken[i])
        compare_with_sharers (self, i, index, seen, pairs);
    }

  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const DrillMatch *pair = &g_array_index (pairs, DrillMatch, i);

      if (!self->old_taken[pair->old_item] && !self->new_taken[pair->new_item])
        take (self,
              pair->old_item,
              pair->new_item,
              pair->similarity >= DRILL_IDENTITY_SAME ? DRILL_MATCH_SIMILAR : DRILL_MATCH_ASK,
              pair->similarity);
    }
}

/**
 * drill_identity_match:
 * @old_items: (element-type DrillIdentity): those that are not there any more
 * @new_items: (element-type DrillIdentity): those that were not there before
 *
 * Pairs each old item with at most one new one: first those that are the same to
 * the word and alone so on both sides, then the most similar pair, and so on. The
 * same input gives the same pairs. Time grows nearly linearly with the items.
 *
 * Returns: (transfer full) (element-type DrillMatch): the best one first
 */
GArray *
drill_identity_match (GPtrArray *old_items,
                      GPtrArray *new_items)
{
  g_autoptr (GHashTable) frequency = g_hash_table_new (NULL, NULL);
  g_autofree gboolean   *old_taken = NULL;
  g_autofree gboolean   *new_taken = NULL;
  Matcher                matcher;

  g_return_val_if_fail (old_items != NULL && new_items != NULL, NULL);

  old_taken = g_new0 (gboolean, old_items->len + 1);
  new_taken = g_new0 (gboolean, new_items->len + 1);
  matcher = (Matcher){ .old_items = old_items,
                       .new_items = new_items,
                       .old_taken = old_taken,
                       .new_taken = new_taken,
                       .frequency = frequency,
                       .matches = g_array_new (FALSE, FALSE, sizeof (DrillMatch)) };
  match_exactly (&matcher);
  match_similar (&matcher);

  return matcher.matches;
}
