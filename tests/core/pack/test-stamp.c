/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Pagerdrill contributors */

/* Every byte is accounted for. */

#include "config.h"

#include "pack/stamp.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *stamped;
} Case;

#define HEAD "## Interview Questions\n\n"

static const Case cases[] = {
  { "below-heading",
    HEAD "### 1. Why is it slow?\n\n**A:** It waits.\n",
    HEAD "### 1. Why is it slow?\n<!-- id: why-is-it-slow -->\n\n**A:** It waits.\n" },
  { "into-comment",
    HEAD "### 1. Why?\n<!-- topics: pools; minutes: 3 -->\n\n**A:** It waits.\n",
    HEAD "### 1. Why?\n<!-- id: why; topics: pools; minutes: 3 -->\n\n**A:** It waits.\n" },
  { "follow-up",
    HEAD "### 1. Why?\n<!-- id: why -->\n\n**A:** It waits.\n\n**Follow-up:** For what?\n\n- **A:** A lock.\n",
    HEAD "### 1. Why?\n<!-- id: why -->\n\n**A:** It waits.\n\n**Follow-up:** For what?\n"
         "<!-- id: for-what -->\n\n- **A:** A lock.\n" },
  { "carriage-returns",
    "\xef\xbb\xbf## Interview Questions\r\n\r\n### 1. Why?\r\n\r\n**A:** It waits.\r\n",
    "\xef\xbb\xbf## Interview Questions\r\n\r\n### 1. Why?\r\n<!-- id: why -->\r\n\r\n**A:** It waits.\r\n" },
  { "no-last-newline",
    HEAD "### 1. Why?\n\n**A:** It waits.",
    HEAD "### 1. Why?\n<!-- id: why -->\n\n**A:** It waits." },
  { "same-title",
    HEAD "### 1. Why?\n\n**A:** It waits.\n\n### 2. Why?\n\n**A:** It runs.\n",
    HEAD "### 1. Why?\n<!-- id: why -->\n\n**A:** It waits.\n\n### 2. Why?\n<!-- id: why-2 -->\n\n"
         "**A:** It runs.\n" },
  { "other-script",
    HEAD "### 1. \xe3\x81\xaa\xe3\x81\x9c\xef\xbc\x9f\n\n**A:** It waits.\n",
    HEAD "### 1. \xe3\x81\xaa\xe3\x81\x9c\xef\xbc\x9f\n<!-- id: question -->\n\n**A:** It waits.\n" },
  { "mcq",
    "## MCQ Section\n\n### 1. Which `call()`?\n\n- A. One\n- B. Two\n\n**Correct Answer:** B\n",
    "## MCQ Section\n\n### 1. Which `call()`?\n<!-- id: which-call -->\n\n- A. One\n- B. Two\n\n"
    "**Correct Answer:** B\n" },
  { "nothing", "# Notes\n\nNo questions.\n", "# Notes\n\nNo questions.\n" },
};

static GBytes *
stamp (const char       *name,
       const char       *text,
       guint            *n,
       DrillDiagnostics *problems)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes)     bytes = g_bytes_new (text, strlen (text));

  return drill_stamp (name, bytes, taken, n, problems);
}

static char *
bytes_to_text (GBytes *bytes)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strndup (data, size);
}

/* Once and, with the same result, twice. */
static void
test_case (gconstpointer data)
{
  const Case                  *each = data;
  g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
  g_autoptr (GBytes)           once = NULL;
  g_autoptr (GBytes)           twice = NULL;
  g_autofree char             *text = NULL;
  guint                        n;

  once = stamp ("a.md", each->text, &n, problems);
  g_assert_nonnull (once);
  text = bytes_to_text (once);
  g_assert_cmpstr (text, ==, each->stamped);
  twice = stamp ("a.md", text, &n, problems);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (g_bytes_equal (once, twice));
  g_assert_cmpuint (drill_diagnostics_get_length (problems), ==, 0);
}

/* A file with errors, and one in which a comment would be part of a table. */
static void
test_refused (void)
{
  static const char *const files[][2] = {
    { "a.md", "## MCQ Section\n\n### 1. Which?\n\n- A. One\n- B. Two\n\n**Correct Answer:** D\n" },
    { "a.csv", "question,a,b,answer\nWhich is odd?,1,2,A\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (DrillDiagnostics) problems = drill_diagnostics_new ();
      guint                        n;

      g_assert_null (stamp (files[i][0], files[i][1], &n, problems));
      g_assert_cmpuint (n, ==, 0);
      g_assert_cmpuint (drill_diagnostics_count (problems, DRILL_SEVERITY_ERROR), >, 0);
      g_assert_cmpuint (drill_diagnostics_get (problems, 0)->line, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/pack/stamp/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/pack/stamp/refused", test_refused);

  return g_test_run ();
}
