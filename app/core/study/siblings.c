/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/*
 * Cards of one fact: a question and its follow-ups; MCQs that name the same
 * reference first; items whose ids differ in a last number or letter only, as
 * pool-empty-1 and pool-empty-2 do. Whoever answers one of them is half way to the
 * answer of the next.
 *
 * Each of these is a name that cards share, and cards that share a name become one
 * group. A name that many share is a subject and not a fact; it joins nobody.
 */

#include "config.h"

#include "study/siblings.h"

#include <string.h>

#define MAX_SHARED 8
#define N_NAMES    3

static guint
find_root (guint *roots,
           guint  i)
{
  while (roots[i] != i)
    i = roots[i] = roots[roots[i]];

  return i;
}

/* Returns: (nullable): the id without what tells variants apart */
static char *
stem_of (const char *key)
{
  const char *id = strrchr (key, '/');
  const char *dash = strrchr (key, '-');
  const char *other;

  if (id == NULL || dash == NULL || dash < id || dash[1] == '\0')
    return NULL;

  /* One word, such as "mcq", says nothing. */
  other = memchr (id, '-', dash - id);
  if (other == NULL)
    return NULL;
  if (!(g_ascii_isalpha (dash[1]) && dash[2] == '\0') &&
      strspn (dash + 1, "0123456789") != strlen (dash + 1))
    return NULL;

  return g_strndup (key, dash - key);
}

/* Returns: (nullable): pack and reference */
static char *
reference_of (const DrillQueueEntry *entry)
{
  const char *slash = strchr (entry->key, '/');

  if (entry->kind != DRILL_ITEM_MCQ || entry->reference == NULL || slash == NULL)
    return NULL;

  return g_strdup_printf ("%.*s@%s", (int) (slash - entry->key), entry->key, entry->reference);
}

/* A name and the cards that have it. */
typedef struct
{
  guint first;
  guint count;
} Shared;

static void
add_name (GHashTable *names,
          char       *name,
          guint       index)
{
  Shared *shared = g_hash_table_lookup (names, name);

  if (shared == NULL)
    {
      shared = g_new0 (Shared, 1);
      shared->first = index;
      g_hash_table_insert (names, g_strdup (name), shared);
    }
  shared->count++;
}

static guint
topic_number (GHashTable *topics,
              const char *slug)
{
  gpointer number;

  if (slug == NULL)
    return 0;
  number = g_hash_table_lookup (topics, slug);
  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (topics) + 1);
      g_hash_table_insert (topics, (gpointer) slug, number);
    }

  return GPOINTER_TO_UINT (number);
}

static void
join_by_names (const GPtrArray *entries,
               guint           *roots)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char      **of = g_new0 (char *, entries->len * N_NAMES + 1);

  for (guint i = 0; i < entries->len; i++)
    {
      const DrillQueueEntry *entry = g_ptr_array_index (entries, i);
      const char            *family = entry->parent_key != NULL ? entry->parent_key : entry->key;

      of[i * N_NAMES] = g_strconcat ("=", family, NULL);
      of[i * N_NAMES + 1] = stem_of (entry->key);
      of[i * N_NAMES + 2] = reference_of (entry);
      for (guint name = 0; name < N_NAMES; name++)
        {
          if (of[i * N_NAMES + name] != NULL)
            add_name (names, of[i * N_NAMES + name], i);
        }
    }
  for (guint i = 0; i < entries->len * N_NAMES; i++)
    {
      const Shared *shared = of[i] != NULL ? g_hash_table_lookup (names, of[i]) : NULL;

      if (shared != NULL && shared->count <= MAX_SHARED)
        roots[find_root (roots, i / N_NAMES)] = find_root (roots, shared->first);
      g_free (of[i]);
    }
}

DrillQueueKin *
drill_siblings_find (const GPtrArray *entries)
{
  g_autoptr (GHashTable) topics = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree guint      *roots = NULL;
  g_autofree guint      *numbers = NULL;
  DrillQueueKin         *kin;
  guint                  n_groups = 0;

  g_return_val_if_fail (entries != NULL, NULL);

  roots = g_new (guint, entries->len + 1);
  numbers = g_new0 (guint, entries->len + 1);
  kin = g_new0 (DrillQueueKin, entries->len + 1);
  for (guint i = 0; i < entries->len; i++)
    roots[i] = i;
  join_by_names (entries, roots);

  for (guint i = 0; i < entries->len; i++)
    {
      const DrillQueueEntry *entry = g_ptr_array_index (entries, i);
      guint                  root = find_root (roots, i);

      if (numbers[root] == 0)
        numbers[root] = ++n_groups;
      kin[i].sibling = numbers[root];
      kin[i].topic = topic_number (topics, entry->topic);
    }

  return kin;
}
